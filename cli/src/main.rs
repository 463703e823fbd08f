//! The command `nianbao`: figures out of Chinese government reports, in batch.

mod input;
mod output;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use nianbao::{Extractor, Rejected, Report};
use serde::Serialize;

use input::Source;
use output::Sink;

/// Reads the prose of Chinese government reports and hands back the figures in it.
#[derive(Parser)]
#[command(name = "nianbao", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The facts of the reports, one a row: an aligned table on a terminal, JSON lines elsewhere.
    Extract {
        /// Files and folders of UTF-8 text (.txt, .md); `-` is standard input.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How to write on standard output; where it is not given, a table on a terminal and JSON lines elsewhere.
        #[arg(short, long, conflicts_with = "output")]
        format: Option<Format>,
        /// Write to this file instead: .jsonl or .csv, by its ending.
        #[arg(short, long, value_name = "FACTS.{jsonl,csv}")]
        output: Option<PathBuf>,
        /// The year that the reports are of, where their text may not say it.
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
        year: Option<u16>,
    },
    /// Each report as one nested JSON object, one a line, in the order of the files.
    Report {
        /// Files and folders of UTF-8 text (.txt, .md); `-` is standard input.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// The year that the reports are of, where their text may not say it.
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
        year: Option<u16>,
        /// Add the numerals that are no facts, each with its reason.
        #[arg(long)]
        rejected: bool,
    },
}

/// What `extract` writes on standard output.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Aligned columns for people, a table a report.
    Table,
    /// A JSON object a fact.
    Jsonl,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Standard error may be closed too; then there is nobody to tell.
fn complain(problem: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "nianbao: {problem}");
}

/// Runs a command; whether every input could be read.
fn run(command: Command) -> io::Result<bool> {
    match command {
        Command::Extract { paths, format, output, year } => {
            let terminal = io::stdout().is_terminal();
            if let Some(output) = &output {
                input::refuse_as_output(&paths, output)?;
            }
            let mut sink = match (output, format) {
                (Some(path), _) => Sink::file(&path)?,
                (None, Some(Format::Table)) => Sink::table(),
                (None, None) if terminal => Sink::table(),
                (None, _) => Sink::lines(),
            };
            let complete = each(&paths, year, |source, report| sink.report(source, report))?;
            sink.finish()?;
            Ok(complete)
        }
        Command::Report { paths, year, rejected } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(&paths, year, |source, report| {
                serde_json::to_writer(
                    &mut out,
                    &Nested { source, report, rejected: rejected.then(|| report.rejected()) },
                )?;
                out.write_all(b"\n")
            })?;
            out.flush()?;
            Ok(complete)
        }
    }
}

/// A report with the name of the file that it came from.
#[derive(Serialize)]
struct Nested<'a> {
    source: &'a str,
    #[serde(flatten)]
    report: &'a Report<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<&'a [Rejected]>,
}

/// Reads every input and hands it on; one that cannot be read is named with the reason, and the others go on.
fn each(
    paths: &[PathBuf],
    year: Option<u16>,
    mut take: impl FnMut(&str, &Report<'_>) -> io::Result<()>,
) -> io::Result<bool> {
    let extractor = match year {
        Some(year) => Extractor::new().year(year),
        None => Extractor::new(),
    };
    let mut complete = true;
    for source in input::sources(paths) {
        match source.and_then(Source::read) {
            Ok((name, text)) => take(&name, &extractor.extract(&text))?,
            Err(problem) => {
                complain(&problem);
                complete = false;
            }
        }
    }
    Ok(complete)
}
