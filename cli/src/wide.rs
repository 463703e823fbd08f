//! One row a report, one column an indicator.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use nianbao::{Bound, Fact, Report, indicator};
use rust_decimal::Decimal;

use crate::input::Document;
use crate::output::{CARRIED, Carried};

/// What stands before the indicators in a row.
const HEAD: &[&str] = &["source", "title", "issuer", "year", "published", "facts", "conflicts", "bounds"];

/// The table, a row at a time; with a last column for what rows carry, where rows are among the inputs.
pub(crate) struct Wide {
    csv: csv::Writer<File>,
    carries: bool,
}

impl Wide {
    pub(crate) fn create(path: &Path, carries: bool) -> io::Result<Self> {
        let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", path.display()));
        if path.extension().and_then(|e| e.to_str()) != Some("csv") {
            let reason = format!("{}: the ending must be .csv", path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        let mut file = File::create(path).map_err(named)?;
        // Excel reads a CSV file as UTF-8 only behind a byte order mark.
        file.write_all("\u{feff}".as_bytes())?;
        let mut csv = csv::Writer::from_writer(file);
        let indicators = indicator::table().map(|row| row.code());
        csv.write_record(HEAD.iter().copied().chain(indicators).chain(carries.then_some(CARRIED)))?;
        Ok(Wide { csv, carries })
    }

    pub(crate) fn report(&mut self, document: &Document, report: &Report<'_>) -> io::Result<()> {
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
        let carried = if self.carries { Some(Carried(&document.carried).cell()?) } else { None };
        self.csv.write_record(head.into_iter().chain(cells.iter().map(Cell::value)).chain(carried))?;
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.csv.flush()
    }
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
        let told = |fact: &&Fact<'_>| fact.indicator.as_deref() == Some(code);
        let mut cell = Cell { code, values: Vec::new(), claims: 0 };
        for fact in report.facts().iter().filter(told) {
            cell.claims += 1;
            let value = fact.value.or(fact.lower).map(|value| (value.normalize(), fact.bound));
            cell.values.extend(value.filter(|value| !cell.values.contains(value)));
        }
        // 18万余条 in one place and its exact number in another are no contradiction: the exact one is taken.
        if cell.values.iter().filter(|(_, bound)| *bound == Bound::Exact).count() == 1 {
            cell.values.retain(|(_, bound)| *bound == Bound::Exact);
        }
        cell
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
