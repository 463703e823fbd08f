//! The functions on a Ballista cluster: a scheduler, executors and a client that all know them.
//!
//! A query goes to the scheduler as a logical plan and from there to the executors as stages of a physical one; in both the
//! functions stand by their names, so each process must have them. The data must be where every executor sees it under one
//! name: a shared folder, or an object store.
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! use nianbao_datafusion::cluster;
//! // In three processes:
//! cluster::run_scheduler("127.0.0.1:50050".parse()?).await?;
//! cluster::run_executor(cluster::executor("127.0.0.1", 50050)).await?;
//! let context = cluster::connect("127.0.0.1", 50050)?;
//! # Ok(()) }
//! ```

use std::net::SocketAddr;
use std::sync::Arc;

use ballista_core::error::Result;
use ballista_core::extension::{SessionConfigExt, SessionStateExt};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::{FunctionRegistry, SessionStateBuilder};
use datafusion::prelude::{SessionConfig, SessionContext};

use crate::functions;
use crate::reports::Elsewhere;

/// The configuration of a scheduler that knows the functions, for those who set more of it.
///
/// ```
/// assert!(nianbao_datafusion::cluster::scheduler().override_session_builder.is_some());
/// ```
pub fn scheduler() -> SchedulerConfig {
    let session = |config: SessionConfig| {
        let mut state = default_session_builder(config)?;
        for function in functions() {
            state.register_udf(Arc::new(function))?;
        }
        Ok(state)
    };
    SchedulerConfig {
        override_session_builder: Some(Arc::new(session)),
        // One who is lost is missed soon, and its tasks go to others.
        executor_timeout_seconds: 15,
        expire_dead_executor_interval_seconds: 3,
        no_executors_grace_period_seconds: 15,
        ..SchedulerConfig::default()
    }
}

/// Runs a scheduler until it ends.
///
/// # Errors
/// Where the address cannot be bound.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// nianbao_datafusion::cluster::run_scheduler("0.0.0.0:50050".parse()?).await?;
/// # Ok(()) }
/// ```
pub async fn run_scheduler(address: SocketAddr) -> Result<()> {
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        ..scheduler()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(cluster, address, Arc::new(config)).await
}

/// The configuration of an executor that knows the functions, for those who set more of it.
///
/// ```
/// assert_eq!(nianbao_datafusion::cluster::executor("localhost", 50050).scheduler_port, 50050);
/// ```
pub fn executor(scheduler_host: &str, scheduler_port: u16) -> ExecutorProcessConfig {
    let mut registry = BallistaFunctionRegistry::default();
    let ours = functions().into_iter().map(|function| (function.name().to_owned(), Arc::new(function)));
    registry.scalar_functions.extend(ours);
    ExecutorProcessConfig {
        scheduler_host: scheduler_host.to_owned(),
        scheduler_port,
        scheduler_connect_timeout_seconds: 30,
        executor_heartbeat_interval_seconds: 3,
        override_function_registry: Some(Arc::new(registry)),
        ..ExecutorProcessConfig::default()
    }
}

/// Runs an executor until it ends.
///
/// # Errors
/// Where its ports cannot be bound, or no scheduler answers.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use nianbao_datafusion::cluster;
/// cluster::run_executor(cluster::executor("scheduler.example", 50050)).await?;
/// # Ok(()) }
/// ```
pub async fn run_executor(config: ExecutorProcessConfig) -> Result<()> {
    start_executor_process(Arc::new(config)).await
}

/// A context whose queries run on a cluster.
///
/// # Errors
/// Where the session cannot be built; whether a scheduler answers is seen by the first query.
///
/// ```
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let context = nianbao_datafusion::cluster::connect("localhost", 50050).unwrap();
/// assert!(context.state().scalar_functions().contains_key("nianbao_facts"));
/// # });
/// ```
pub fn connect(host: &str, port: u16) -> datafusion::error::Result<SessionContext> {
    // DATAFUSION_EXECUTION_TARGET_PARTITIONS and its like set the engine.
    let config = SessionConfig::from_env()?.upgrade_for_ballista();
    let state = SessionStateBuilder::new().with_default_features().with_config(config).build();
    let context = SessionContext::new_with_state(state.upgrade_for_ballista(format!("http://{host}:{port}"))?);
    functions().into_iter().for_each(|function| context.register_udf(function));
    context.register_udtf("reports", Arc::new(Elsewhere));
    Ok(context)
}
