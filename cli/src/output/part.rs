//! An output file while it is written: a part beside it, with a log of how far it is.
//!
//! Nothing stands under the name of the output before all of it is written. The part holds what was written so far; its log has
//! a line for every point up to which it is whole: how many inputs are done, which was the last, how many bytes the
//! part has, and what could not be read. It survives that the run is killed, not that the machine loses its power: nothing
//! waits for the disk. A run that was interrupted goes on from the last of these lines: what the part
//! has behind it is cut off, and as many inputs are passed over.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::parquet::{self, Waiting};
use super::{Rendered, Shape};
use crate::input::Problem;

/// Between two lines of the log.
const APART: Duration = Duration::from_millis(200);

/// What a run depends on: another one cannot go on with its part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    pub(crate) version: String,
    pub(crate) paths: Vec<String>,
    pub(crate) shape: String,
    pub(crate) year: Option<u16>,
    pub(crate) lossy: bool,
    pub(crate) text_column: Option<String>,
}

/// A line of the log: what was done since the line before.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Point {
    /// How many inputs are done in all.
    done: usize,
    /// The name of the last of them.
    last: String,
    /// How many bytes the part has.
    bytes: u64,
    /// What could not be read.
    problems: Vec<Problem>,
}

/// An output under construction.
pub(crate) struct Part {
    shape: Shape,
    output: PathBuf,
    file: BufWriter<File>,
    log: File,
    /// The bytes of the part with all that was handed to it.
    bytes: u64,
    done: usize,
    last: String,
    waiting: Waiting,
    /// The lengths of the segments of a Parquet file.
    segments: Vec<u64>,
    /// Those that the log does not have yet.
    problems: Vec<Problem>,
    all_problems: Vec<Problem>,
    told: Instant,
}

fn beside(output: &Path, ending: &str) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn refused(reason: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, reason)
}

impl Part {
    /// Begins an output, or goes on with one where a run with the same settings was interrupted.
    pub(crate) fn open(output: &Path, shape: Shape, settings: &Settings, resume: bool) -> io::Result<Part> {
        let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", output.display()));
        let logged = if resume { Logged::read(output, settings)? } else { None };
        let (part, log) = (beside(output, ".part"), beside(output, ".part.log"));
        let Some(logged) = logged else {
            let mut file = File::create(&part).map_err(named)?;
            let head = shape.head()?;
            file.write_all(&head)?;
            let mut log = File::create(&log).map_err(named)?;
            serde_json::to_writer(&mut log, settings)?;
            log.write_all(b"\n")?;
            return Ok(Part::at(shape, output, file, log, Point { bytes: head.len() as u64, ..Point::default() }));
        };
        let mut file = OpenOptions::new().write(true).open(&part).map_err(named)?;
        if file.metadata()?.len() < logged.point.bytes {
            return Err(refused(format!(
                "{}: the part is shorter than its log; begin anew without --resume",
                output.display()
            )));
        }
        file.set_len(logged.point.bytes)?;
        file.seek(SeekFrom::End(0))?;
        // What a line of the log has begun and not ended would spoil the next.
        let mut log = OpenOptions::new().write(true).open(&log).map_err(named)?;
        log.set_len(logged.length)?;
        log.seek(SeekFrom::End(0))?;
        let mut part = Part::at(shape, output, file, log, logged.point);
        part.segments = logged.segments;
        part.all_problems = logged.problems;
        Ok(part)
    }

    fn at(shape: Shape, output: &Path, file: File, log: File, point: Point) -> Part {
        Part {
            shape,
            output: output.to_owned(),
            file: BufWriter::new(file),
            log,
            bytes: point.bytes,
            done: point.done,
            last: point.last,
            waiting: Waiting::default(),
            segments: Vec::new(),
            problems: Vec::new(),
            all_problems: Vec::new(),
            told: Instant::now(),
        }
    }

    /// How many inputs were done by the run that this one goes on with, and the name of the last.
    pub(crate) fn done(&self) -> (usize, &str) {
        (self.done, &self.last)
    }

    /// Takes what came of the next input.
    pub(crate) fn take(&mut self, name: &str, came: Result<Rendered, Problem>) -> io::Result<()> {
        match came {
            Ok(Rendered::Bytes(bytes)) => self.append(&bytes)?,
            Ok(Rendered::Batch(batch)) => self.waiting.push(&batch)?,
            Err(problem) => self.problems.push(problem),
        }
        self.done += 1;
        name.clone_into(&mut self.last);
        if self.waiting.is_full() {
            self.write_segment()?;
            self.tell()?;
        } else if self.waiting.is_empty() && self.told.elapsed() >= APART {
            self.tell()?;
        }
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    fn write_segment(&mut self) -> io::Result<()> {
        let segment = self.waiting.segment()?;
        self.segments.push(segment.len() as u64);
        self.append(&segment)
    }

    /// Writes a line of the log: up to here the part is whole.
    fn tell(&mut self) -> io::Result<()> {
        self.file.flush()?;
        let problems = std::mem::take(&mut self.problems);
        let point = Point { done: self.done, last: self.last.clone(), bytes: self.bytes, problems };
        let mut line = serde_json::to_vec(&point)?;
        line.push(b'\n');
        self.log.write_all(&line)?;
        self.all_problems.extend(point.problems);
        self.told = Instant::now();
        Ok(())
    }

    /// Puts the output under its name; what could not be read, in the order of the inputs.
    pub(crate) fn finish(mut self) -> io::Result<Vec<Problem>> {
        if !self.waiting.is_empty() {
            self.write_segment()?;
        }
        self.tell()?;
        let (part, whole) = (beside(&self.output, ".part"), beside(&self.output, ".part.whole"));
        if self.shape == Shape::Parquet {
            let mut out = BufWriter::new(File::create(&whole)?);
            parquet::assemble(File::open(&part)?, &self.segments, &mut out)?;
            out.flush()?;
            fs::rename(&whole, &self.output)?;
            fs::remove_file(&part)?;
        } else {
            fs::rename(&part, &self.output)?;
        }
        fs::remove_file(beside(&self.output, ".part.log"))?;
        Ok(self.all_problems)
    }
}

/// What the log of an interrupted run says.
struct Logged {
    /// The last whole line.
    point: Point,
    /// How many bytes of the log are whole lines.
    length: u64,
    problems: Vec<Problem>,
    /// The lengths of the segments of a Parquet file: what lies between two lines.
    segments: Vec<u64>,
}

impl Logged {
    /// The log beside an output; none where no run was interrupted, or before it had done anything.
    fn read(output: &Path, settings: &Settings) -> io::Result<Option<Logged>> {
        let (part, log) = (beside(output, ".part"), beside(output, ".part.log"));
        if !part.exists() || !log.exists() {
            return Ok(None);
        }
        let log = fs::read(log)?;
        let mut lines = log.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b"\n"));
        let Some(first) = lines.next() else { return Ok(None) };
        let theirs: Settings = serde_json::from_slice(first)?;
        if theirs != *settings {
            let reason = "the interrupted run had other inputs or options; begin anew without --resume";
            return Err(refused(format!("{}: {reason}", output.display())));
        }
        let mut logged =
            Logged { point: Point::default(), length: first.len() as u64, problems: Vec::new(), segments: Vec::new() };
        for line in lines {
            let mut point: Point = serde_json::from_slice(line)?;
            logged.length += line.len() as u64;
            logged.problems.append(&mut point.problems);
            if point.bytes > logged.point.bytes {
                logged.segments.push(point.bytes - logged.point.bytes);
            }
            logged.point = point;
        }
        // Without a line nothing is known of the part.
        Ok((logged.length > first.len() as u64).then_some(logged))
    }
}
