//! Facts as rows: a table for people, JSON lines and CSV for programs.

use std::io::{self, Write};
use std::rc::Rc;

use nianbao::{Direction, Fact, Report};
use nianbao_arrow::{base, section_path};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use unicode_width::UnicodeWidthStr;

use super::{CARRIED, written};
use crate::input::Document;

/// The other columns of the row that a text stood in, as one JSON object.
#[derive(Clone, Copy)]
pub(crate) struct Carried<'a>(pub(crate) &'a [(String, String)]);

impl Carried<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object as a cell of a table; an empty cell for none.
    pub(crate) fn cell(&self) -> io::Result<String> {
        if self.is_empty() { Ok(String::new()) } else { Ok(serde_json::to_string(self)?) }
    }
}

impl Serialize for Carried<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// What all the rows of a report begin with.
#[derive(Serialize)]
struct Head<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Carried::is_empty")]
    columns: Carried<'a>,
    title: Option<&'a str>,
    issuer: Option<&'a str>,
    year: Option<u16>,
}

/// One fact, and the names that a table needs beside it. Offsets are bytes into the text of the source.
#[derive(Serialize)]
struct Row<'a> {
    /// The titles of the sections around the fact, the outermost first, joined by ` / `.
    section_path: Rc<str>,
    /// The number of the fact in its report, from 0: what `part_of`, `change.of` and `of_whole.fact` point at.
    index: usize,
    #[serde(flatten)]
    fact: &'a Fact<'a>,
}

/// The columns of a CSV file, in their order.
const COLUMNS: &[&str] = &[
    "source",
    "title",
    "issuer",
    "year",
    "section_path",
    "index",
    "kind",
    "value",
    "lower",
    "upper",
    "unit",
    "bound",
    "stated",
    "text",
    "label",
    "part_of",
    "change_direction",
    "change_base",
    "change_of",
    "whole_label",
    "whole",
    "period_start",
    "period_end",
    "indicator",
    "start",
    "end",
];

/// A byte order mark, without which Excel does not read a CSV file as UTF-8, and the names of the columns.
pub(super) fn csv_head(carries: bool) -> io::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    csv.write_record(COLUMNS.iter().copied().chain(carries.then_some(CARRIED)))?;
    written(csv)
}

/// A record a fact.
pub(super) fn csv(document: &Document, report: &Report<'_>, carries: bool) -> io::Result<Vec<u8>> {
    let carried = if carries { Some(Carried(&document.carried).cell()?) } else { None };
    let mut csv = csv::Writer::from_writer(Vec::new());
    let head = head(document, report);
    for row in rows(report) {
        csv.write_record(record(&head, &row).into_iter().chain(carried.clone()))?;
    }
    written(csv)
}

/// A JSON object a fact, each on a line. What all the rows of a report begin with is written once and copied.
pub(super) fn lines(document: &Document, report: &Report<'_>) -> io::Result<Vec<u8>> {
    let mut head = serde_json::to_vec(&head(document, report))?;
    // The row goes on in the same object.
    head.pop();
    /// About the bytes of a row behind the head.
    const ROW: usize = 480;
    let mut out = Vec::with_capacity(report.facts().len() * (head.len() + ROW));
    for row in rows(report) {
        out.extend_from_slice(&head);
        let start = out.len();
        serde_json::to_writer(&mut out, &row)?;
        out[start] = b',';
        out.push(b'\n');
    }
    Ok(out)
}

fn head<'a>(document: &'a Document, report: &'a Report<'a>) -> Head<'a> {
    Head {
        source: &document.name,
        columns: Carried(&document.carried),
        title: report.title(),
        issuer: report.issuer(),
        year: report.year(),
    }
}

fn rows<'a>(report: &'a Report<'a>) -> impl Iterator<Item = Row<'a>> {
    let mut path: (Option<usize>, Rc<str>) = (None, "".into());
    report.facts().iter().enumerate().map(move |(index, fact)| {
        // Facts of one section stand together.
        if path.0 != fact.section {
            path = (fact.section, section_path(report, fact).join(" / ").into());
        }
        Row { section_path: Rc::clone(&path.1), index, fact }
    })
}

/// The fields of a row in the order of the columns.
fn record(head: &Head<'_>, row: &Row<'_>) -> Vec<String> {
    let fact = row.fact;
    let or = |s: Option<&str>| s.unwrap_or_default().to_owned();
    let number = |n| number(n, "");
    let place = |i: Option<usize>| i.map_or(String::new(), |i| i.to_string());
    let whole = fact.of_whole.as_ref();
    vec![
        head.source.to_owned(),
        or(head.title),
        or(head.issuer),
        head.year.map_or(String::new(), |y| y.to_string()),
        row.section_path.to_string(),
        row.index.to_string(),
        fact.kind.to_string(),
        number(fact.value),
        number(fact.lower),
        number(fact.upper),
        or(fact.unit.as_deref()),
        fact.bound.to_string(),
        fact.stated.to_string(),
        fact.text.to_string(),
        or(fact.label.as_deref()),
        place(fact.part_of),
        fact.change.map_or(String::new(), |c| c.direction.to_string()),
        fact.change.and_then(|c| c.base).map_or(String::new(), base),
        place(fact.change.and_then(|c| c.of)),
        or(whole.and_then(|w| w.label.as_deref())),
        place(whole.and_then(|w| w.fact)),
        fact.period.and_then(|p| p.start).map_or(String::new(), |d| d.to_string()),
        fact.period.map_or(String::new(), |p| p.end.to_string()),
        or(fact.indicator.as_deref()),
        fact.span.start.to_string(),
        fact.span.end.to_string(),
    ]
}

/// What a fact says of others, for people: `part of 3`, `+ on 3`, `share of 3`.
fn relation(fact: &Fact<'_>) -> String {
    let on = |of: Option<usize>| of.map_or(String::new(), |of| format!(" on {of}"));
    match (fact.part_of, fact.change, fact.of_whole.as_ref().map(|w| w.fact)) {
        (Some(total), ..) => format!("part of {total}"),
        (_, Some(change), _) => format!("{}{}", sign(change.direction), on(change.of)),
        (_, _, Some(whole)) => format!("share{}", whole.map_or(String::new(), |whole| format!(" of {whole}"))),
        _ => String::new(),
    }
}

fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::Increase => "+",
        Direction::Decrease => "-",
        _ => "=",
    }
}

/// The facts of a report under its head, in columns as wide as what stands in them.
pub(super) fn table(document: &Document, report: &Report<'_>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let head: Vec<String> = [
        report.title().map(str::to_owned),
        report.issuer().map(str::to_owned),
        report.year().map(|y| y.to_string()),
        report.published().map(|d| format!("published {d}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    writeln!(out, "{}: {}", document.name, head.join(", "))?;
    let mut rows =
        vec![["#", "SECTION", "LABEL", "VALUE", "UNIT", "BOUND", "RELATION", "INDICATOR", "TEXT"].map(str::to_owned)];
    rows.extend(report.facts().iter().enumerate().map(|(index, fact)| {
        let title = fact.section.and_then(|i| report.sections().get(i)).map_or("", |s| &s.title);
        let oneline = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        [
            index.to_string(),
            shortened(title, 24),
            shortened(&oneline(fact.label.as_deref().unwrap_or("-")), 32),
            value(fact),
            fact.unit.as_deref().unwrap_or("-").to_owned(),
            fact.bound.to_string(),
            relation(fact),
            fact.indicator.as_deref().unwrap_or_default().to_owned(),
            shortened(&oneline(&fact.text), 24),
        ]
    }));
    let width = |column: usize| rows.iter().map(|r| r[column].width()).max().unwrap_or_default();
    let widths: [usize; 9] = std::array::from_fn(width);
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let space = " ".repeat(widths[column] - cell.width());
            // Numbers stand to the right.
            let (left, right) = if matches!(column, 0 | 3) { (space.as_str(), "") } else { ("", space.as_str()) };
            line.push_str(left);
            line.push_str(cell);
            line.push_str(right);
            line.push_str("  ");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "{} facts, {} sections\n", report.facts().len(), report.sections().len())?;
    Ok(out)
}

fn value(fact: &Fact<'_>) -> String {
    let number = |n| number(n, "-");
    match (fact.value, fact.kind) {
        (Some(_), _) => number(fact.value),
        (None, nianbao::Kind::Fraction) => format!("{}/{}", number(fact.lower), number(fact.upper)),
        (None, _) => format!("{}–{}", number(fact.lower), number(fact.upper)),
    }
}

/// The exact digits; `none` where there is no number.
fn number(value: Option<Decimal>, none: &str) -> String {
    value.map_or(none.to_owned(), |n| n.normalize().to_string())
}

/// A cell no wider than `columns`; what is cut off leaves an ellipsis.
fn shortened(cell: &str, columns: usize) -> String {
    if cell.width() <= columns {
        return cell.to_owned();
    }
    let mut short = String::new();
    for c in cell.chars() {
        if short.width() + c.to_string().width() + 1 > columns {
            break;
        }
        short.push(c);
    }
    short.push('…');
    short
}
