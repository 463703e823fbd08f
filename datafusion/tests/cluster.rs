//! A scheduler and two executors on this machine, each a process of its own: what they give is what one process gives, and an
//! executor that dies in the middle of a query loses and doubles nothing.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::error::Result;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use nianbao_datafusion::cluster;
use tempfile::TempDir;

const QUERY: &str = "SELECT source, f['index'] AS number, f['label'] AS label, f['value'] AS value, f['unit'] AS unit, \
    f['section_path'] AS path FROM (SELECT source, unnest(nianbao_facts(text)) AS f FROM texts) ORDER BY source, number";
/// So many files, each a partition.
const PARTS: usize = 12;

/// A process that ends with the test.
struct Process(Child);

impl Process {
    fn start(arguments: &[String]) -> Process {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao-sql"));
        Process(command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    fn kill(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The first of some ports in a row that nobody has, and that were not given away before.
fn free_ports(count: u16) -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = 20_000 + (std::process::id() % 20_000) as u16;
    loop {
        let first = start + NEXT.fetch_add(count, Ordering::Relaxed);
        if (first..first + count).all(|port| TcpListener::bind(("127.0.0.1", port)).is_ok()) {
            return first;
        }
    }
}

struct Cluster {
    port: u16,
    executors: Vec<Process>,
    _scheduler: Process,
}

impl Cluster {
    async fn start(folder: &Path) -> Cluster {
        let port = free_ports(1);
        let address = format!("127.0.0.1:{port}");
        let scheduler = Process::start(&["scheduler".into(), "--bind".into(), address.clone()]);
        let mut executors = Vec::new();
        for number in 0..2 {
            let work = folder.join(format!("work{number}"));
            std::fs::create_dir_all(&work).unwrap();
            let arguments = ["executor", "--scheduler", &address, "--cores", "1", "--port"].map(str::to_owned);
            let port = free_ports(2).to_string();
            let rest = [port.clone(), "--work".to_owned(), work.display().to_string()];
            executors.push(Process::start(&[&arguments[..], &rest].concat()));
            // It takes its ports before the next one looks for some.
            let control: u16 = port.parse::<u16>().unwrap() + 1;
            for _ in 0..200 {
                if std::net::TcpStream::connect(("127.0.0.1", control)).is_ok() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        Cluster { port, executors, _scheduler: scheduler }
    }

    async fn rows(&self, data: &Path) -> Result<String> {
        rows(&cluster::connect("127.0.0.1", self.port)?, data).await
    }
}

async fn rows(context: &SessionContext, data: &Path) -> Result<String> {
    context.register_parquet("texts", data.display().to_string(), ParquetReadOptions::new()).await?;
    let batches = context.sql(QUERY).await?.collect().await?;
    Ok(pretty_format_batches(&batches)?.to_string())
}

/// Parquet files with the reports of the fixtures, each under names of its own.
async fn data(folder: &Path) -> Result<()> {
    let context = SessionContext::new();
    nianbao_datafusion::register_all(&context);
    for part in 0..PARTS {
        let sql = format!("SELECT concat('{part:02} ', source) AS source, text FROM reports('../fixtures/reports')");
        let path = folder.join(format!("{part:02}.parquet")).display().to_string();
        let options = DataFrameWriteOptions::new().with_single_file_output(true);
        context.sql(&sql).await?.write_parquet(&path, options, None).await?;
    }
    Ok(())
}

/// A folder, the texts in it, and what one process makes of them.
async fn prepared() -> (TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let texts = folder.path().join("texts");
    std::fs::create_dir(&texts).unwrap();
    data(&texts).await.unwrap();
    let context = SessionContext::new();
    nianbao_datafusion::register_all(&context);
    let wanted = rows(&context, &texts).await.unwrap();
    (folder, texts, wanted)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_gives_what_one_process_gives() {
    let (folder, texts, wanted) = prepared().await;
    assert!(wanted.lines().count() > 10_000);
    let cluster = Cluster::start(folder.path()).await;
    assert!(cluster.rows(&texts).await.unwrap() == wanted);
    let worked = |work: &str| std::fs::read_dir(folder.path().join(work)).unwrap().count() > 0;
    assert!(worked("work0") && worked("work1"), "one executor did all of it");
}

/// The query ends right, or with an error, and then right when it is run again.
#[tokio::test(flavor = "multi_thread")]
async fn an_executor_that_dies_costs_no_row() {
    let (folder, texts, wanted) = prepared().await;
    let mut cluster = Cluster::start(folder.path()).await;
    let context = cluster::connect("127.0.0.1", cluster.port).unwrap();
    let path = texts.clone();
    let query = tokio::spawn(async move { rows(&context, &path).await });
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert!(!query.is_finished(), "the query ended before the executor could die");
    cluster.executors[0].kill();
    let ended = tokio::time::timeout(Duration::from_secs(120), query).await.expect("the query never ends").unwrap();
    let rows = match ended {
        Ok(rows) => rows,
        Err(error) => {
            println!("the query failed: {error}");
            assert!(!error.to_string().is_empty());
            cluster.rows(&texts).await.unwrap()
        }
    };
    assert!(rows == wanted);
}
