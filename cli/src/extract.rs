//! The facts of many reports: onto standard output, or into a file that is whole or not there.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::batch::{self, Done};
use crate::input::{Inputs, Problem};
use crate::output::{Part, Rendered, Settings, Shape};
use crate::{complain, status};

/// How and where to write.
#[derive(clap::Args)]
pub(crate) struct Output {
    /// How to write on standard output; where it is not given, a table on a terminal and JSON lines elsewhere.
    #[arg(short, long, conflicts_with = "output")]
    format: Option<Format>,
    /// Write to this file instead: .jsonl, .csv or .parquet, by its ending. It appears when all of it is written.
    #[arg(short, long, value_name = "FACTS.{jsonl,csv,parquet}")]
    output: Option<PathBuf>,
    /// One row a report and one column an official indicator, into a .csv file.
    #[arg(long, requires = "output")]
    wide: bool,
    /// Go on where an interrupted run with the same inputs and options stopped.
    #[arg(long, requires = "output")]
    resume: bool,
    /// List what could not be read in this file too: name and reason.
    #[arg(long, value_name = "FILE.csv")]
    errors: Option<PathBuf>,
}

/// What is written on standard output.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Aligned columns for people, a table a report.
    Table,
    /// A JSON object a fact.
    Jsonl,
}

/// Runs the command.
pub(crate) fn run(inputs: &Inputs, output: &Output) -> io::Result<ExitCode> {
    // What cannot be written is told before the work, not after it.
    if let Some(path) = &output.errors {
        list(path, &[])?;
    }
    let problems = match &output.output {
        Some(path) => into_file(inputs, output, path)?,
        None => onto_terminal(inputs, output)?,
    };
    for problem in &problems {
        complain(problem);
    }
    if let Some(path) = &output.errors {
        list(path, &problems)?;
    }
    Ok(status(problems.is_empty()))
}

fn onto_terminal(inputs: &Inputs, output: &Output) -> io::Result<Vec<Problem>> {
    let shape = match output.format {
        Some(Format::Table) => Shape::Table,
        None if io::stdout().is_terminal() => Shape::Table,
        _ => Shape::Lines,
    };
    let mut out = BufWriter::new(io::stdout());
    let mut problems = Vec::new();
    batch::run(
        inputs,
        inputs.sources(),
        0,
        |document, report| shape.render(document, report),
        |done| {
            match done.came {
                Ok(rendered) => match rendered? {
                    Rendered::Bytes(bytes) => out.write_all(&bytes),
                    // A table of columns is no text.
                    Rendered::Batch(_) => Ok(()),
                },
                Err(problem) => {
                    problems.push(problem);
                    Ok(())
                }
            }
        },
    )?;
    out.flush()?;
    Ok(problems)
}

/// Writes a file, going on with an interrupted one where that is asked for.
fn into_file(inputs: &Inputs, output: &Output, path: &Path) -> io::Result<Vec<Problem>> {
    inputs.refuse_as_output(path)?;
    let shape = Shape::of(path, output.wide, inputs.has_rows())?;
    let settings = Settings {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        paths: inputs.paths.iter().map(|path| path.display().to_string()).collect(),
        shape: format!("{shape:?}"),
        year: inputs.year,
        lossy: inputs.lossy,
        text_column: inputs.text_column.clone(),
    };
    let mut part = Part::open(path, shape, &settings, output.resume)?;
    let (skip, last) = part.done();
    let (mut skip, last) = (skip, last.to_owned());
    let sources = inputs.sources();
    let progress = progress(sources.len());
    // The last input that was done is found again, to see that the inputs are still the same.
    let mut known = skip > 0;
    skip = skip.saturating_sub(1);
    batch::run(
        inputs,
        sources,
        skip,
        |document, report| shape.render(document, report),
        |done| {
            let Done { name, source, came } = done;
            progress.set_position(source as u64 + 1);
            if std::mem::take(&mut known) {
                return same(path, &name, &last);
            }
            let came = match came {
                Ok(rendered) => Ok(rendered?),
                Err(problem) => Err(problem),
            };
            part.take(&name, came)
        },
    )?;
    progress.finish_and_clear();
    if known {
        let reason = format!("{}: the inputs have changed: there are fewer than were read", path.display());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    part.finish()
}

/// Whether the inputs are those that the interrupted run met.
fn same(path: &Path, name: &str, last: &str) -> io::Result<()> {
    if name == last {
        return Ok(());
    }
    let reason = format!("{}: the inputs have changed: {last} was read where {name} stands now", path.display());
    Err(io::Error::new(io::ErrorKind::InvalidInput, reason))
}

/// How far it is, for people.
fn progress(sources: usize) -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec} {eta} left");
    let bar = ProgressBar::with_draw_target(Some(sources as u64), target);
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}

/// Writes what could not be read as a table.
fn list(path: &Path, problems: &[Problem]) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let mut file = File::create(path).map_err(named)?;
    // Excel reads a CSV file as UTF-8 only behind a byte order mark.
    file.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::Writer::from_writer(file);
    csv.write_record(["source", "reason"])?;
    for problem in problems {
        csv.write_record([problem.name(), problem.reason()])?;
    }
    csv.flush()
}
