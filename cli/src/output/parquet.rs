//! Parquet files that grow in segments, so that an interrupted run can go on.
//!
//! A segment is a Parquet file of its own, appended to those before it. At the end the row groups of all segments are
//! copied, as they are, into the one file that is handed out.

use std::io::{self, Read, Write};
use std::sync::Arc;

use arrow_array::RecordBatch;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::Result;
use parquet::file::metadata::{PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;

/// A segment, and so a row group, has about so many rows.
const ROWS: usize = 1 << 17;

/// Rows that wait to become a segment, encoded already.
#[derive(Default)]
pub(super) struct Waiting {
    writer: Option<ArrowWriter<Vec<u8>>>,
    rows: usize,
}

impl Waiting {
    pub(super) fn push(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => begin_segment()?,
        };
        writer.write(batch)?;
        self.writer = Some(writer);
        self.rows += batch.num_rows();
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows >= ROWS
    }

    /// The waiting rows as a segment.
    pub(super) fn segment(&mut self) -> io::Result<Vec<u8>> {
        self.rows = 0;
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => begin_segment()?,
        };
        Ok(writer.into_inner()?)
    }
}

fn begin_segment() -> Result<ArrowWriter<Vec<u8>>> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).set_max_row_group_row_count(None);
    ArrowWriter::try_new(Vec::new(), nianbao_arrow::schema(), Some(properties.build()))
}

/// Copies the segments, each so many bytes of `part`, into one file.
pub(super) fn assemble(mut part: impl Read, segments: &[u64], out: impl Write + Send) -> io::Result<()> {
    // A table without rows has its columns nevertheless.
    let none = || begin_segment()?.into_inner().map(Bytes::from);
    let mut writer = None;
    let mut out = Some(out);
    for &length in segments {
        let mut bytes = Vec::new();
        part.by_ref().take(length).read_to_end(&mut bytes)?;
        append(&mut writer, &mut out, Bytes::from(bytes))?;
    }
    if writer.is_none() {
        append(&mut writer, &mut out, none()?)?;
    }
    if let Some(writer) = writer {
        writer.close()?;
    }
    Ok(())
}

/// Appends the row groups of a segment; the first says the columns.
fn append<W: Write + Send>(
    writer: &mut Option<SerializedFileWriter<W>>,
    out: &mut Option<W>,
    segment: Bytes,
) -> Result<()> {
    let metadata =
        ParquetMetaDataReader::new().with_page_index_policy(PageIndexPolicy::Optional).parse_and_finish(&segment)?;
    if let (None, Some(out)) = (&writer, out.take()) {
        *writer = Some(begin(out, &metadata)?);
    }
    let Some(writer) = writer else { return Ok(()) };
    for (at, group) in metadata.row_groups().iter().enumerate() {
        let mut copy = writer.next_row_group()?;
        for (column, chunk) in group.columns().iter().enumerate() {
            let result = ColumnCloseResult {
                bytes_written: chunk.compressed_size().try_into().unwrap_or_default(),
                rows_written: group.num_rows().try_into().unwrap_or_default(),
                metadata: chunk.clone(),
                bloom_filter: None,
                column_index: metadata.column_index().and_then(|index| index.get(at)?.get(column)).cloned(),
                offset_index: metadata.offset_index().and_then(|index| index.get(at)?.get(column)).cloned(),
            };
            copy.append_column(&segment, result)?;
        }
        copy.close()?;
    }
    Ok(())
}

fn begin<W: Write + Send>(out: W, metadata: &ParquetMetaData) -> Result<SerializedFileWriter<W>> {
    let file = metadata.file_metadata();
    // The types of Arrow, which those of Parquet do not tell apart.
    let properties = WriterProperties::builder().set_key_value_metadata(file.key_value_metadata().cloned()).build();
    SerializedFileWriter::new(out, file.schema_descr().root_schema_ptr(), Arc::new(properties))
}
