//! The command `nianbao`: figures out of Chinese government reports, in batch.

mod audit;
mod batch;
mod extract;
mod input;
mod output;
mod view;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use nianbao::{Rejected, Report};
use serde::Serialize;

use input::{Document, Inputs};

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
        #[command(flatten)]
        output: extract::Output,
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
    /// The reports as one page for a browser: the text with its figures, the failed checks, tables and charts.
    View {
        #[command(flatten)]
        inputs: Inputs,
        /// Write the page to this file.
        #[arg(short, long, value_name = "PAGE.html")]
        output: PathBuf,
    },
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
        Command::Extract { inputs, output } => {
            use_threads(&inputs)?;
            extract::run(&inputs, &output)
        }
        Command::Report { inputs, rejected } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(
                &inputs,
                |document, report| nested(document, report, rejected),
                |line| {
                    out.write_all(&line?)?;
                    out.write_all(b"\n")
                },
            )?;
            out.flush()?;
            Ok(status(complete))
        }
        Command::Text { inputs } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let complete = each(&inputs, |document, _| document.text.clone(), |text| out.write_all(text.as_bytes()))?;
            out.flush()?;
            Ok(status(complete))
        }
        Command::Audit { inputs, format, all } => {
            let (reports, complete) = all_of(&inputs)?;
            let mut out = io::BufWriter::new(io::stdout().lock());
            let errors = audit::write(&mut out, &reports, format, all)?;
            out.flush()?;
            Ok(match (complete, errors) {
                (false, _) => ExitCode::from(TROUBLE),
                (true, true) => ExitCode::FAILURE,
                (true, false) => ExitCode::SUCCESS,
            })
        }
        Command::View { inputs, output } => {
            inputs.refuse_as_output(&output)?;
            let (reports, complete) = all_of(&inputs)?;
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
    #[serde(skip_serializing_if = "output::Carried::is_empty")]
    columns: output::Carried<'a>,
    #[serde(flatten)]
    report: &'a Report<'a>,
    findings: Vec<audit::Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<&'a [Rejected]>,
}

/// Every report, for what needs them all, and whether every input could be read.
fn all_of(inputs: &Inputs) -> io::Result<(Vec<audit::Named>, bool)> {
    let mut reports = Vec::new();
    let owned = |document: &Document, report: &Report<'_>| (document.name.clone(), report.clone().into_owned());
    let complete = each(inputs, owned, |named| {
        reports.push(named);
        Ok(())
    })?;
    Ok((reports, complete))
}

/// A report as one JSON object.
fn nested(document: &Document, report: &Report<'_>, rejected: bool) -> io::Result<Vec<u8>> {
    let rejected = rejected.then(|| report.rejected());
    let columns = output::Carried(&document.carried);
    let nested = Nested { source: &document.name, columns, report, findings: audit::findings(report), rejected };
    Ok(serde_json::to_vec(&nested)?)
}

/// Reads every input, makes something of it on any core, and hands that on in the order of the inputs; one that cannot
/// be read is named with the reason, and the others go on. Whether every one could be read.
fn each<R: Send>(
    inputs: &Inputs,
    work: impl Fn(&Document, &Report<'_>) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<bool> {
    use_threads(inputs)?;
    let mut complete = true;
    batch::run(inputs, inputs.sources(), 0, work, |done| match done.came {
        Ok(made) => take(made),
        Err(problem) => {
            complain(&problem);
            complete = false;
            Ok(())
        }
    })?;
    Ok(complete)
}

/// As many cores as were asked for.
fn use_threads(inputs: &Inputs) -> io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(inputs.threads.unwrap_or(0));
    pool.build_global().map_err(io::Error::other)
}
