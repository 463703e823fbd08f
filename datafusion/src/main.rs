//! SQL over reports: in this process, or on a cluster.

use std::error::Error;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{
    CsvReadOptions, DataFrame, JsonReadOptions, ParquetReadOptions, SessionConfig, SessionContext,
};
use futures::StreamExt;
use nianbao_datafusion::{cluster, register_all};

/// SQL over Chinese government reports.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a query and print its rows, or write them as Parquet.
    Query(Query),
    /// Run the scheduler of a cluster.
    Scheduler {
        /// Where it listens.
        #[arg(long, default_value = "127.0.0.1:50050")]
        bind: SocketAddr,
    },
    /// Run an executor of a cluster.
    Executor(Executor),
}

#[derive(Args)]
struct Query {
    /// The query. Texts come from reports('folder'), from files by their names ('texts.parquet'), or from the tables named.
    sql: String,
    /// A table: its name and a .parquet, .jsonl or .csv file, or a folder of Parquet files.
    #[arg(short, long, value_name = "NAME=PATH", value_parser = named)]
    table: Vec<(String, String)>,
    /// Write Parquet here instead of printing.
    #[arg(short, long, value_name = "FILE.parquet")]
    output: Option<PathBuf>,
    /// Run on the cluster of this scheduler.
    #[arg(long, value_name = "HOST:PORT")]
    cluster: Option<String>,
}

#[derive(Args)]
struct Executor {
    /// The scheduler that it works for.
    #[arg(long, default_value = "127.0.0.1:50050", value_name = "HOST:PORT")]
    scheduler: String,
    /// The host at which others reach this executor.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The port for results; the next one is for control.
    #[arg(long, default_value_t = 50051)]
    port: u16,
    /// How many tasks it runs at once [default: as many as there are cores].
    #[arg(long)]
    cores: Option<usize>,
    /// The folder for what goes from one stage of a query to the next.
    #[arg(long)]
    work: Option<PathBuf>,
}

fn named(argument: &str) -> Result<(String, String), String> {
    let (name, path) = argument.split_once('=').ok_or("a table is named as NAME=PATH")?;
    Ok((name.to_owned(), path.to_owned()))
}

fn host_and_port(address: &str) -> Result<(&str, u16), String> {
    let told = || format!("{address} is no HOST:PORT");
    let (host, port) = address.rsplit_once(':').ok_or_else(told)?;
    Ok((host, port.parse().map_err(|_| told())?))
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Query(query) => run(&query).await,
        Command::Scheduler { bind } => cluster::run_scheduler(bind).await.map_err(Into::into),
        Command::Executor(executor) => work(&executor).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nianbao-sql: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn work(executor: &Executor) -> Result<(), Box<dyn Error>> {
    let (host, port) = host_and_port(&executor.scheduler)?;
    let mut config = cluster::executor(host, port);
    config.bind_host.clone_from(&executor.host);
    config.external_host = Some(executor.host.clone());
    config.port = executor.port;
    config.grpc_port = executor.port + 1;
    config.vcores = executor.cores.unwrap_or(config.vcores);
    config.work_dir = executor.work.as_ref().map(|work| work.display().to_string());
    Ok(cluster::run_executor(config).await?)
}

async fn run(query: &Query) -> Result<(), Box<dyn Error>> {
    let context = match &query.cluster {
        Some(address) => {
            let (host, port) = host_and_port(address)?;
            cluster::connect(host, port)?
        }
        None => {
            // DATAFUSION_EXECUTION_TARGET_PARTITIONS and its like set the engine.
            let context = SessionContext::new_with_config(SessionConfig::from_env()?);
            register_all(&context);
            context.enable_url_table()
        }
    };
    for (name, path) in &query.table {
        register(&context, name, path).await?;
    }
    let rows = context.sql(&query.sql).await?;
    match &query.output {
        Some(path) => write(rows, path).await,
        None => Ok(rows.show().await?),
    }
}

/// Writes the rows here, wherever they come from; the file appears when all of it is written.
async fn write(rows: DataFrame, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let mut stream = rows.execute_stream().await?;
    let mut writer = ArrowWriter::try_new(File::create(&part)?, stream.schema(), None)?;
    while let Some(batch) = stream.next().await {
        writer.write(&batch?)?;
    }
    writer.close()?;
    Ok(fs::rename(part, path)?)
}

async fn register(context: &SessionContext, name: &str, path: &str) -> Result<(), Box<dyn Error>> {
    match path.rsplit('.').next() {
        Some(ending @ ("jsonl" | "json" | "ndjson")) => {
            let options = JsonReadOptions { file_extension: ending, ..JsonReadOptions::default() };
            context.register_json(name, path, options).await?;
        }
        Some("csv") => context.register_csv(name, path, CsvReadOptions::new()).await?,
        _ => context.register_parquet(name, path, ParquetReadOptions::new()).await?,
    }
    Ok(())
}
