//! The command `nianbao`: figures out of Chinese government reports, in batch.

mod audit;
mod input;
mod output;
mod wide;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use nianbao::{Extractor, Rejected, Report};
use serde::Serialize;

use input::{Document, Inputs};
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
        #[command(flatten)]
        inputs: Inputs,
        /// How to write on standard output; where it is not given, a table on a terminal and JSON lines elsewhere.
        #[arg(short, long, conflicts_with = "output")]
        format: Option<Format>,
        /// Write to this file instead: .jsonl or .csv, by its ending.
        #[arg(short, long, value_name = "FACTS.{jsonl,csv}")]
        output: Option<PathBuf>,
        /// One row a report and one column an official indicator, into a .csv file.
        #[arg(long, requires = "output")]
        wide: bool,
    },
    /// Each report as one nested JSON object, one a line, in the order of the files.
    Report {
        #[command(flatten)]
        inputs: Inputs,
        /// Add the numerals that are no facts, each with its reason.
        #[arg(long)]
        rejected: bool,
    },
    /// The text of the inputs as it is read, one behind the other: what all offsets are relative to.
    Text {
        #[command(flatten)]
        inputs: Inputs,
    },
    /// What of the reports' own arithmetic holds, and what does not; reports of one body over the years are compared. The
    /// exit status is 1 where there is an error, 2 where an input could not be read.
    Audit {
        #[command(flatten)]
        inputs: Inputs,
        /// How to write on standard output.
        #[arg(short, long, default_value = "text")]
        format: AuditFormat,
        /// Show the checks that hold, and those that cannot be decided, too.
        #[arg(long)]
        all: bool,
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

/// What `audit` writes on standard output.
#[derive(Clone, Copy, ValueEnum)]
enum AuditFormat {
    /// For people.
    Text,
    /// A JSON object a check.
    Json,
    /// A row a check.
    Csv,
}

/// The exit status of an audit that could not read an input.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let trouble = if matches!(arguments.command, Command::Audit { .. }) { TROUBLE } else { 1 };
    match run(arguments.command) {
        Ok(status) => status,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(trouble)
        }
    }
}

/// Standard error may be closed too; then there is nobody to tell.
fn complain(problem: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "nianbao: {problem}");
}

/// What the exit status says: whether every input could be read.
fn status(complete: bool) -> ExitCode {
    if complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a command.
fn run(command: Command) -> io::Result<ExitCode> {
    match command {
        Command::Extract { inputs, output: Some(output), wide: true, .. } => {
            inputs.refuse_as_output(&output)?;
            let mut table = wide::Wide::create(&output, inputs.has_rows())?;
            let complete = each(&inputs, |document, report| table.report(document, report))?;
            table.finish()?;
            Ok(status(complete))
        }
        Command::Extract { inputs, format, output, .. } => {
            let terminal = io::stdout().is_terminal();
            if let Some(output) = &output {
                inputs.refuse_as_output(output)?;
            }
            let mut sink = match (output, format) {
                (Some(path), _) => Sink::file(&path, inputs.has_rows())?,
                (None, Some(Format::Table)) => Sink::table(),
                (None, None) if terminal => Sink::table(),
                (None, _) => Sink::lines(),
            };
            let complete = each(&inputs, |document, report| sink.report(document, report))?;
            sink.finish()?;
            Ok(status(complete))
        }
        Command::Report { inputs, rejected } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(&inputs, |document, report| {
                let rejected = rejected.then(|| report.rejected());
                let columns = output::Carried(&document.carried);
                let nested =
                    Nested { source: &document.name, columns, report, findings: audit::findings(report), rejected };
                serde_json::to_writer(&mut out, &nested)?;
                out.write_all(b"\n")
            })?;
            out.flush()?;
            Ok(status(complete))
        }
        Command::Text { inputs } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(&inputs, |document, _| out.write_all(document.text.as_bytes()))?;
            out.flush()?;
            Ok(status(complete))
        }
        Command::Audit { inputs, format, all } => {
            let mut reports = Vec::new();
            let complete = each(&inputs, |document, report| {
                reports.push((document.name.clone(), report.clone().into_owned()));
                Ok(())
            })?;
            let mut out = io::BufWriter::new(io::stdout().lock());
            let errors = audit::write(&mut out, &reports, format, all)?;
            out.flush()?;
            Ok(match (complete, errors) {
                (false, _) => ExitCode::from(TROUBLE),
                (true, true) => ExitCode::FAILURE,
                (true, false) => ExitCode::SUCCESS,
            })
        }
    }
}

/// A report with the name of the file that it came from.
#[derive(Serialize)]
struct Nested<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "output::Carried::is_empty")]
    columns: output::Carried<'a>,
    #[serde(flatten)]
    report: &'a Report<'a>,
    findings: Vec<audit::Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<&'a [Rejected]>,
}

/// Reads every input and hands it on; one that cannot be read is named with the reason, and the others go on. Whether
/// every one could be read.
fn each(inputs: &Inputs, mut take: impl FnMut(&Document, &Report<'_>) -> io::Result<()>) -> io::Result<bool> {
    let extractor = match inputs.year {
        Some(year) => Extractor::new().year(year),
        None => Extractor::new(),
    };
    let mut complete = true;
    inputs.each(&mut |document| match document {
        Ok(document) => take(&document, &extractor.extract_with_tables(&document.text, &document.tables)),
        Err(problem) => {
            complain(&problem);
            complete = false;
            Ok(())
        }
    })?;
    Ok(complete)
}
