//! The table function `reports`: the texts below a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, StringBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{DataFusionError, Result, ScalarValue, plan_err};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::Expr;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::PartitionStream;

/// So many texts make a batch, or fewer with so many bytes.
const MOST_TEXTS: usize = 64;
const MOST_BYTES: usize = 4 << 20;

/// `reports('folder')`.
#[derive(Debug)]
pub(crate) struct Reports;

impl TableFunctionImpl for Reports {
    fn call_with_args(&self, args: TableFunctionArgs) -> Result<Arc<dyn TableProvider>> {
        let [Expr::Literal(ScalarValue::Utf8(Some(folder)) | ScalarValue::Utf8View(Some(folder)), _)] = args.exprs()
        else {
            return plan_err!("reports takes the name of a folder: reports('folder')");
        };
        let mut files = Vec::new();
        gather(Path::new(folder), &mut files)
            .map_err(|error| DataFusionError::Plan(format!("reports: {folder}: {error}")))?;
        files.sort();
        let schema = schema();
        let each = files.len().div_ceil(args.session().config().target_partitions()).max(1);
        let part = |files: &[PathBuf]| Arc::new(Part { schema: schema.clone(), files: files.into() }) as Arc<_>;
        let parts: Vec<Arc<dyn PartitionStream>> = files.chunks(each).map(part).collect();
        let parts = if parts.is_empty() { vec![part(&[])] } else { parts };
        Ok(Arc::new(StreamingTable::try_new(schema, parts)?))
    }
}

/// The same name on a cluster, whose executors do not see the folders of the client.
#[derive(Debug)]
pub(crate) struct Elsewhere;

impl TableFunctionImpl for Elsewhere {
    fn call_with_args(&self, _: TableFunctionArgs) -> Result<Arc<dyn TableProvider>> {
        plan_err!(
            "reports reads folders in one process; on a cluster take a table of Parquet files that all executors see"
        )
    }
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("source", DataType::Utf8, false),
        Field::new("text", DataType::Utf8, true),
        Field::new("error", DataType::Utf8, true),
    ]))
}

/// The `.txt` files below a folder, or the one file of that name.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !fs::metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            files.push(path);
        }
    }
    Ok(())
}

/// Some of the files, read one batch after the other.
#[derive(Debug)]
struct Part {
    schema: SchemaRef,
    files: Arc<[PathBuf]>,
}

impl PartitionStream for Part {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let (schema, files) = (self.schema.clone(), Arc::clone(&self.files));
        let mut at = 0;
        let batches = std::iter::from_fn(move || (at < files.len()).then(|| batch(&schema, &files, &mut at)));
        Box::pin(RecordBatchStreamAdapter::new(self.schema.clone(), futures::stream::iter(batches)))
    }
}

/// The next texts; a file that cannot be read has its reason for a text.
fn batch(schema: &SchemaRef, files: &[PathBuf], at: &mut usize) -> Result<RecordBatch> {
    let [mut sources, mut texts, mut errors] = [(); 3].map(|()| StringBuilder::new());
    let (mut count, mut bytes) = (0, 0);
    while *at < files.len() && count < MOST_TEXTS && bytes < MOST_BYTES {
        let path = &files[*at];
        sources.append_value(path.to_string_lossy());
        match fs::read_to_string(path) {
            Ok(text) => {
                bytes += text.len();
                texts.append_value(text);
                errors.append_null();
            }
            Err(error) => {
                texts.append_null();
                errors.append_value(error.to_string());
            }
        }
        *at += 1;
        count += 1;
    }
    let columns = [&mut sources, &mut texts, &mut errors].map(|column| Arc::new(column.finish()) as Arc<_>);
    Ok(RecordBatch::try_new(schema.clone(), columns.into())?)
}
