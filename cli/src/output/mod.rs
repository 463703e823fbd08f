//! What is written: facts as rows in several formats, and reports as rows of indicators.

mod parquet;
mod part;
mod rows;
mod wide;

use std::io;
use std::path::Path;

use arrow_array::RecordBatch;
use nianbao::Report;

use crate::input::Document;

pub(crate) use part::{Part, Settings};
pub(crate) use rows::Carried;

/// What stands behind the columns of a table where rows are read: their other columns.
const CARRIED: &str = "columns";

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Aligned columns for people, a table a report.
    Table,
    /// A JSON object a fact.
    Lines,
    /// A row a fact; with a last column for what rows carry, where rows are among the inputs.
    Csv { carries: bool },
    /// A row a report and a column an indicator, with such a column too.
    Wide { carries: bool },
    /// A row a fact, with the columns of `nianbao-arrow`.
    Parquet,
}

/// A report in the form of the output.
pub(crate) enum Rendered {
    Bytes(Vec<u8>),
    Batch(RecordBatch),
}

impl Shape {
    /// The form that the ending of a file names.
    pub(crate) fn of(output: &Path, wide: bool, carries: bool) -> io::Result<Shape> {
        let shape = match (output.extension().and_then(|e| e.to_str()).unwrap_or_default(), wide) {
            ("csv", true) => Shape::Wide { carries },
            ("csv", false) => Shape::Csv { carries },
            ("jsonl", false) => Shape::Lines,
            ("parquet", false) => Shape::Parquet,
            (_, wide) => {
                let endings = if wide { ".csv" } else { ".jsonl, .csv or .parquet" };
                let reason = format!("{}: the ending must be {endings}", output.display());
                return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
            }
        };
        Ok(shape)
    }

    /// What stands before the first report.
    fn head(self) -> io::Result<Vec<u8>> {
        match self {
            Shape::Csv { carries } => rows::csv_head(carries),
            Shape::Wide { carries } => wide::head(carries),
            Shape::Table | Shape::Lines | Shape::Parquet => Ok(Vec::new()),
        }
    }

    /// A report in this form; on any thread.
    pub(crate) fn render(self, document: &Document, report: &Report<'_>) -> io::Result<Rendered> {
        Ok(Rendered::Bytes(match self {
            Shape::Table => rows::table(document, report)?,
            Shape::Lines => rows::lines(document, report)?,
            Shape::Csv { carries } => rows::csv(document, report, carries)?,
            Shape::Wide { carries } => wide::row(document, report, carries)?,
            Shape::Parquet => {
                let carried = Carried(&document.carried);
                let carried = if carried.is_empty() { None } else { Some(carried.cell()?) };
                let mut table = nianbao_arrow::Table::new();
                table.push(&document.name, report, carried.as_deref());
                return Ok(Rendered::Batch(table.finish()));
            }
        }))
    }
}

/// What a CSV writer has written.
fn written(csv: csv::Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    csv.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
