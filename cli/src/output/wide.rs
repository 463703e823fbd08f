//! One row a report, one column an indicator.

use std::io;

use nianbao::{Bound, Report, indicator};
use rust_decimal::Decimal;

use super::{CARRIED, Carried, written};
use crate::input::Document;

/// What stands before the indicators in a row.
const HEAD: &[&str] = &["source", "title", "issuer", "year", "published", "facts", "conflicts", "bounds"];

/// The names of the columns, behind a byte order mark for Excel.
pub(super) fn head(carries: bool) -> io::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let indicators = indicator::table().map(|row| row.code());
    csv.write_record(HEAD.iter().copied().chain(indicators).chain(carries.then_some(CARRIED)))?;
    written(csv)
}

/// The row of a report.
pub(super) fn row(document: &Document, report: &Report<'_>, carries: bool) -> io::Result<Vec<u8>> {
    let or = |s: Option<String>| s.unwrap_or_default();
    let cells: Vec<Cell> = indicator::table().map(|row| Cell::of(row.code(), report)).collect();
    let listed = |what: fn(&Cell) -> Option<String>| cells.iter().filter_map(what).collect::<Vec<_>>().join(" ");
    let head = [
        document.name.clone(),
        or(report.title().map(str::to_owned)),
        or(report.issuer().map(str::to_owned)),
        or(report.year().map(|y| y.to_string())),
        or(report.published().map(|d| d.to_string())),
        report.facts().len().to_string(),
        listed(Cell::conflict),
        listed(Cell::bound),
    ];
    let carried = if carries { Some(Carried(&document.carried).cell()?) } else { None };
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(head.into_iter().chain(cells.iter().map(Cell::value)).chain(carried))?;
    written(csv)
}

/// What a report says of one indicator.
struct Cell {
    code: &'static str,
    /// The different values, each with its bound.
    values: Vec<(Decimal, Bound)>,
    /// How many facts report it.
    claims: usize,
}

impl Cell {
    fn of(code: &'static str, report: &Report<'_>) -> Cell {
        let claims = report.facts().iter().filter(|fact| fact.indicator.as_deref() == Some(code)).count();
        let values = if claims > 0 { indicator::values(report, code) } else { Vec::new() };
        Cell { code, values, claims }
    }

    fn value(&self) -> String {
        match &*self.values {
            [(value, _)] => value.to_string(),
            _ => String::new(),
        }
    }

    /// `requests.received:2` where two facts say different values.
    fn conflict(&self) -> Option<String> {
        (self.values.len() > 1).then(|| format!("{}:{}", self.code, self.claims))
    }

    /// `disclosure.total:more_than` where the value is not exact.
    fn bound(&self) -> Option<String> {
        match &*self.values {
            [(_, bound)] if *bound != Bound::Exact => Some(format!("{}:{bound}", self.code)),
            _ => None,
        }
    }
}
