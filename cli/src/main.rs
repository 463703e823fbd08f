//! The command `nianbao`: figures out of Chinese government reports, in batch.

mod audit;
mod input;
mod output;
mod view;
mod wide;

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
        /// One row a report and one column an official indicator, into a .csv file.
        #[arg(long, requires = "output")]
        wide: bool,
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
    /// What of the reports' own arithmetic holds, and what does not. The exit status is 1 where there is an error, 2 where
    /// an input could not be read.
    Audit {
        /// Files and folders of UTF-8 text (.txt, .md); `-` is standard input. Reports of one body are compared over the years.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How to write on standard output.
        #[arg(short, long, default_value = "text")]
        format: AuditFormat,
        /// Show the checks that hold, and those that cannot be decided, too.
        #[arg(long)]
        all: bool,
        /// The year that the reports are of, where their text may not say it.
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
        year: Option<u16>,
    },
    /// The reports as one page for a browser: the text with its figures, the failed checks, tables and charts.
    View {
        /// Files and folders of UTF-8 text (.txt, .md); `-` is standard input.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Write the page to this file.
        #[arg(short, long, value_name = "PAGE.html")]
        output: PathBuf,
        /// The year that the reports are of, where their text may not say it.
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
        year: Option<u16>,
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
        Command::Extract { paths, output: Some(output), wide: true, year, .. } => {
            input::refuse_as_output(&paths, &output)?;
            let mut table = wide::Wide::create(&output)?;
            let complete = each(&paths, year, |source, report| table.report(source, report))?;
            table.finish()?;
            Ok(status(complete))
        }
        Command::Extract { paths, format, output, year, .. } => {
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
            Ok(status(complete))
        }
        Command::Report { paths, year, rejected } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(&paths, year, |source, report| {
                let rejected = rejected.then(|| report.rejected());
                let nested = Nested { source, report, findings: audit::findings(report), rejected };
                serde_json::to_writer(&mut out, &nested)?;
                out.write_all(b"\n")
            })?;
            out.flush()?;
            Ok(status(complete))
        }
        Command::Audit { paths, format, all, year } => {
            let mut reports = Vec::new();
            let complete = each(&paths, year, |source, report| {
                reports.push((source.to_owned(), report.clone().into_owned()));
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
        Command::View { paths, output, year } => {
            input::refuse_as_output(&paths, &output)?;
            let mut reports = Vec::new();
            let complete = each(&paths, year, |source, report| {
                reports.push((source.to_owned(), report.clone().into_owned()));
                Ok(())
            })?;
            // A page of nothing would only hide that nothing could be read.
            if !reports.is_empty() {
                view::save(&output, &reports)?;
            }
            Ok(status(complete))
        }
    }
}

/// A report with the name of the file that it came from.
#[derive(Serialize)]
struct Nested<'a> {
    source: &'a str,
    #[serde(flatten)]
    report: &'a Report<'a>,
    findings: Vec<audit::Finding>,
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
