//! The checks of reports, for people and for programs.

use std::io::{self, Write};

use nianbao::audit::{self, Check, Outcome, Severity};
use nianbao::{Fact, Report, Span, Stated};
use serde::Serialize;

use crate::AuditFormat;

/// The reports that were read, with the names of their files.
pub(crate) type Named = (String, Report<'static>);

/// A check with what a reader needs beside it.
#[derive(Serialize)]
struct Row<'a> {
    source: &'a str,
    /// The line of the figure that is checked, from 1; none for a check of the head.
    line: Option<usize>,
    /// The words of the report that are checked.
    quote: String,
    #[serde(flatten)]
    check: &'a Check,
    zh: String,
    en: String,
}

/// The columns of a CSV file, in their order.
const COLUMNS: &[&str] =
    &["source", "line", "severity", "rule", "outcome", "why", "expected", "stated", "difference", "quote", "zh", "en"];

/// A broken check with its sentences, as `report` shows it.
#[derive(Serialize)]
pub(crate) struct Finding {
    #[serde(flatten)]
    check: Check,
    zh: String,
    en: String,
}

/// What is broken in one report.
pub(crate) fn findings(report: &Report<'_>) -> Vec<Finding> {
    let broken = audit::report(report).into_iter().filter(Check::is_broken);
    broken.map(|check| Finding { zh: check.zh(report), en: check.en(report), check }).collect()
}

/// Writes what came of every report; `all` the checks that hold and cannot be decided too. Whether there is an error.
pub(crate) fn write(out: &mut impl Write, reports: &[Named], format: AuditFormat, all: bool) -> io::Result<bool> {
    let checks = of_each(reports);
    match format {
        AuditFormat::Text => text(out, reports, &checks, all)?,
        AuditFormat::Json => {
            for row in rows(reports, &checks, all) {
                serde_json::to_writer(&mut *out, &row)?;
                out.write_all(b"\n")?;
            }
        }
        AuditFormat::Csv => table(out, rows(reports, &checks, all))?,
    }
    Ok(checks.iter().flatten().any(|check| check.severity == Some(Severity::Error)))
}

/// The checks of each report, those against other reports among them.
pub(crate) fn of_each(reports: &[Named]) -> Vec<Vec<Check>> {
    let mut checks: Vec<Vec<Check>> = reports.iter().map(|(_, report)| audit::report(report)).collect();
    let only: Vec<&Report<'static>> = reports.iter().map(|(_, report)| report).collect();
    for check in audit::series(&only) {
        checks[check.report].push(check);
    }
    checks
}

fn rows<'a>(reports: &'a [Named], checks: &'a [Vec<Check>], all: bool) -> impl Iterator<Item = Row<'a>> {
    reports.iter().zip(checks).flat_map(move |(named, checks)| rows_of(named, checks, all))
}

/// The rows of one report: of what is broken, or of all checks.
fn rows_of<'a>(named: &'a Named, checks: &'a [Check], all: bool) -> impl Iterator<Item = Row<'a>> {
    let ends: Vec<usize> = named.1.source_text().match_indices('\n').map(|(at, _)| at).collect();
    checks.iter().filter(move |check| all || check.is_broken()).map(move |check| row(named, check, &ends))
}

fn row<'a>((source, report): &'a Named, check: &'a Check, ends: &[usize]) -> Row<'a> {
    let fact = check.facts.first().and_then(|&i| report.facts().get(i));
    let line = fact.map(|fact| 1 + ends.partition_point(|&end| end < fact.span.start));
    let quote = fact.map_or(String::new(), |fact| quote(report, fact));
    Row { source, line, quote, check, zh: check.zh(report), en: check.en(report) }
}

/// The words of the report that a check is about; of a table's cell, those of its row and column before it.
fn quote(report: &Report<'_>, fact: &Fact<'_>) -> String {
    if fact.stated == Stated::Cell {
        return format!("{}: {}", fact.label.as_deref().unwrap_or_default(), fact.text);
    }
    let start = fact.label_span.map_or(fact.span.start, |label| label.start).min(fact.span.start);
    // A label that was taken over from afar would quote half of the report.
    let start = if fact.span.start - start > 120 { fact.span.start } else { start };
    report.text(Span::new(start, fact.span.end)).split_whitespace().collect()
}

fn text(out: &mut impl Write, reports: &[Named], checks: &[Vec<Check>], all: bool) -> io::Result<()> {
    let mut total = Counts::default();
    for (named, checks) in reports.iter().zip(checks) {
        let counts = Counts::of(checks);
        writeln!(out, "{}: {counts}", named.0)?;
        for row in rows_of(named, checks, all) {
            let check = row.check;
            let undone = if check.outcome == Outcome::Holds { "holds" } else { "?" };
            let mark = check.severity.map_or(undone, |severity| severity.as_str());
            let line = row.line.map_or(String::new(), |line| format!("line {line}"));
            writeln!(out, "  {mark:<8}{line:<10}{:<13}“{}” {}", check.rule.as_str(), row.quote, row.zh)?;
            writeln!(out, "  {:<31}{}", "", row.en)?;
        }
        total.add(&counts);
    }
    let reports = if reports.len() == 1 { "1 report".to_owned() } else { format!("{} reports", reports.len()) };
    writeln!(out, "{reports}: {total}")
}

/// How many checks came out in which way.
#[derive(Default)]
struct Counts {
    held: usize,
    undecided: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Counts {
    fn of(checks: &[Check]) -> Counts {
        let mut counts = Counts::default();
        for check in checks {
            match (check.outcome, check.severity) {
                (Outcome::Holds, _) => counts.held += 1,
                (_, Some(Severity::Error)) => counts.errors += 1,
                (_, Some(Severity::Warning)) => counts.warnings += 1,
                (_, Some(_)) => counts.notes += 1,
                _ => counts.undecided += 1,
            }
        }
        counts
    }

    fn add(&mut self, other: &Counts) {
        self.held += other.held;
        self.undecided += other.undecided;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { held, undecided, errors, warnings, notes } = self;
        write!(
            f,
            "{held} checks hold, {errors} errors, {warnings} warnings, {notes} notes, {undecided} cannot be decided"
        )
    }
}

fn table<'a>(out: &mut impl Write, rows: impl Iterator<Item = Row<'a>>) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(COLUMNS)?;
    for row in rows {
        let check = row.check;
        let number = |n: Option<rust_decimal::Decimal>| n.map_or(String::new(), |n| n.normalize().to_string());
        csv.write_record([
            row.source,
            &row.line.map_or(String::new(), |line| line.to_string()),
            check.severity.map_or("", |severity| severity.as_str()),
            check.rule.as_str(),
            check.outcome.as_str(),
            check.why.map_or("", |why| why.as_str()),
            &number(check.expected),
            &number(check.stated),
            &number(check.difference),
            &row.quote,
            &row.zh,
            &row.en,
        ])?;
    }
    csv.flush()
}
