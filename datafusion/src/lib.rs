//! The facts of reports in SQL.
//!
//! Functions for [Apache DataFusion](https://datafusion.apache.org), embedded in a process or on a cluster of
//! [Apache DataFusion Ballista](https://datafusion.apache.org/ballista):
//!
//! | function | gives |
//! |---|---|
//! | `nianbao_facts(text)` | a list with a struct for every fact: the columns of [`nianbao_arrow::fact_fields`], strings as plain strings |
//! | `nianbao_indicator(text, code)` | the value that a text reports of a row of the official forms; null where it reports none, or several |
//! | `nianbao_audit(text)` | a list with a struct for every check of the report's arithmetic, those that hold too |
//! | `nianbao_wide(text)` | a struct with a field for every row of the official forms, its code for a name |
//! | `reports('folder')` | the table of the `.txt` files below a folder: `source`, `text`, `error` |
//!
//! A null text gives null, and a text without facts an empty list. The functions read prose, and the official tables that lost
//! their layout; pages, documents and archives are read by the command `nianbao`, which writes Parquet.
//!
//! ```
//! # tokio_test(async {
//! use datafusion::prelude::SessionContext;
//! let context = SessionContext::new();
//! nianbao_datafusion::register_all(&context);
//! let sql = "SELECT nianbao_indicator('全年收到政府信息公开申请12件。', 'requests.received') AS received";
//! let batches = context.sql(sql).await?.collect().await?;
//! let shown = datafusion::arrow::util::pretty::pretty_format_batches(&batches)?.to_string();
//! assert!(shown.contains("12.000000000"), "{shown}");
//! # Ok::<(), datafusion::error::DataFusionError>(()) }).unwrap();
//! # fn tokio_test<T>(run: impl Future<Output = T>) -> T { tokio::runtime::Runtime::new().unwrap().block_on(run) }
//! ```

pub mod cluster;
mod functions;
mod reports;

use std::sync::Arc;

use datafusion::prelude::SessionContext;

pub use functions::functions;

/// Registers all the functions, and the table function `reports`, with a context.
///
/// ```
/// let context = datafusion::prelude::SessionContext::new();
/// nianbao_datafusion::register_all(&context);
/// assert!(context.state().scalar_functions().contains_key("nianbao_facts"));
/// ```
pub fn register_all(context: &SessionContext) {
    functions().into_iter().for_each(|function| context.register_udf(function));
    context.register_udtf("reports", Arc::new(reports::Reports));
}
