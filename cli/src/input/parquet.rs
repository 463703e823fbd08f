//! Texts in Parquet files: a column of texts, and the other columns that have plain values.

use std::io;

use arrow_array::{Array, ArrayRef, RecordBatch, cast::AsArray};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::reader::ChunkReader;

use super::{Document, Inputs, Problem, Take, Work, rows};

/// So many rows are decoded at once.
const ROWS: usize = 256;

/// Reads a text a row; rows are counted from 1.
pub(crate) fn read(name: &str, file: impl ChunkReader + 'static, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
    let broken = |error: &dyn std::fmt::Display| Problem::new(name, format!("no readable Parquet file: {error}"));
    let builder = match ParquetRecordBatchReaderBuilder::try_new(file) {
        Ok(builder) => builder.with_batch_size(ROWS),
        Err(error) => return take(Err(broken(&error))),
    };
    let column = inputs.text_column();
    let Ok(at) = builder.schema().index_of(column) else {
        let known: Vec<&str> = builder.schema().fields().iter().map(|field| field.name().as_str()).collect();
        let reason = format!("no column `{column}` (--text-column names another of: {})", known.join(", "));
        return take(Err(Problem::new(name, reason)));
    };
    let reader = match builder.build() {
        Ok(reader) => reader,
        Err(error) => return take(Err(broken(&error))),
    };
    let mut number = 0;
    for batch in reader {
        let batch = match batch {
            Ok(batch) => batch,
            Err(error) => return take(Err(broken(&error))),
        };
        for row in 0..batch.num_rows() {
            number += 1;
            let place = format!("{name}:{number}");
            take(match document(&batch, at, row, column) {
                Ok((text, carried)) => Ok(Work::Document(Document { name: place, text, tables: Vec::new(), carried })),
                Err(reason) => Err(Problem::new(place, reason)),
            })?;
        }
    }
    Ok(())
}

/// The text of a row, and its other columns.
fn document(
    batch: &RecordBatch,
    at: usize,
    row: usize,
    column: &str,
) -> Result<(String, Vec<(String, String)>), String> {
    let text = text(batch.column(at), row).ok_or_else(|| format!("the column `{column}` is no text"))?;
    let text = rows::not_empty(text, column)?;
    let schema = batch.schema();
    let others = schema.fields().iter().zip(batch.columns()).enumerate().filter(|&(place, _)| place != at);
    let mut carried = Vec::new();
    for (_, (field, values)) in others {
        if !field.data_type().is_nested() && values.is_valid(row) {
            let shown =
                ArrayFormatter::try_new(values, &FormatOptions::default()).map_err(|error| error.to_string())?;
            carried.push((field.name().clone(), shown.value(row).to_string()));
        }
    }
    Ok((text, carried))
}

/// The text at a row; an empty one for null, none where the column has no texts.
fn text(values: &ArrayRef, row: usize) -> Option<String> {
    if values.is_null(row) {
        return Some(String::new());
    }
    Some(match values.data_type() {
        DataType::Utf8 => values.as_string::<i32>().value(row).to_owned(),
        DataType::LargeUtf8 => values.as_string::<i64>().value(row).to_owned(),
        DataType::Utf8View => values.as_string_view().value(row).to_owned(),
        DataType::Dictionary(_, inner) if **inner == DataType::Utf8 => {
            let dictionary = values.as_any_dictionary();
            let key = *dictionary.normalized_keys().get(row)?;
            dictionary.values().as_string_opt::<i32>()?.value(key).to_owned()
        }
        _ => return None,
    })
}
