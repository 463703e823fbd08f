//! The function in SQL beside the library, on one core and the same texts: what the engine adds.
//!
//!     cargo bench -p nianbao-datafusion --bench function
//!
//! Texts: the UTF-8 files of the folder that `NIANBAO_CORPUS` names, else the fixtures.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray, UInt64Array};
use datafusion::datasource::MemTable;
use datafusion::physical_plan::collect;
use datafusion::prelude::{SessionConfig, SessionContext};
use nianbao::Extractor;

/// Each of the two is measured so many times, in turn.
const TIMES: usize = 15;
/// A batch has so many texts.
const BATCH: usize = 16;
const QUERY: &str = "SELECT sum(cardinality(nianbao_facts(text))) FROM texts";

fn texts() -> Vec<String> {
    let folder = std::env::var("NIANBAO_CORPUS").unwrap_or_else(|_| "../fixtures/reports".to_owned());
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .filter_map(|p| fs::read_to_string(p).ok())
        .collect()
}

fn context(texts: &[String]) -> SessionContext {
    let batches: Vec<RecordBatch> = texts
        .chunks(BATCH)
        .map(|texts| {
            let column: ArrayRef = Arc::new(StringArray::from_iter_values(texts));
            RecordBatch::try_from_iter([("text", column)]).unwrap()
        })
        .collect();
    let table = MemTable::try_new(batches[0].schema(), vec![batches]).unwrap();
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    nianbao_datafusion::register_all(&context);
    context.register_table("texts", Arc::new(table)).unwrap();
    context
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    // `cargo bench -- --test` only sees that it runs.
    let times = if std::env::args().any(|argument| argument == "--test") { 1 } else { TIMES };
    let texts = texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (context, extractor) = (context(&texts), Extractor::new());
    let library = || texts.iter().map(|text| extractor.extract(text).facts().len()).sum::<usize>();
    // The query is planned once: what is measured is what grows with the texts.
    let plan = runtime.block_on(async { context.sql(QUERY).await.unwrap().create_physical_plan().await.unwrap() });
    let sql = || runtime.block_on(collect(plan.clone(), context.task_ctx())).unwrap();
    // The dictionary is loaded.
    let counted: ArrayRef = Arc::new(UInt64Array::from(vec![library() as u64]));
    assert_eq!(sql()[0].column(0), &counted);
    let (mut of_library, mut of_sql) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let start = Instant::now();
        std::hint::black_box(library());
        of_library.push(start.elapsed());
        let start = Instant::now();
        std::hint::black_box(sql());
        of_sql.push(start.elapsed());
    }
    let (library, sql) = (median(of_library), median(of_sql));
    let rate = |time: Duration| bytes as f64 / time.as_secs_f64() / f64::from(1 << 20);
    println!("library        {:6.1} MiB/s", rate(library));
    println!("nianbao_facts  {:6.1} MiB/s", rate(sql));
    println!("ratio          {:6.3}", library.as_secs_f64() / sql.as_secs_f64());
}
