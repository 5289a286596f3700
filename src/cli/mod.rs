//! The command line: one file per command.

mod log;
mod serve;
pub mod tally;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use thiserror::Error;

use crate::app::StartError;
use crate::config::{Config, ConfigError};
use crate::web::server::ServeError;

/// Rounds of participatory budgeting and idea voting: proposals, ballots on every channel, a count that anyone can
/// repeat.
#[derive(Debug, Parser)]
#[command(name = "allmende", version)]
pub struct Cli {
    /// A file of settings; it overrides the defaults, and the environment (ALLMENDE__SECTION__KEY) overrides it.
    #[arg(long, global = true, value_name = "FILE", env = "ALLMENDE_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the pages until it is told to stop (SIGTERM or SIGINT).
    Serve,
    Tally(tally::TallyArgs),
}

/// Why a command failed. Its text tells the operator the next step.
#[derive(Debug, Error)]
pub enum CliError {
    /// The settings do not hold.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The application cannot be built.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Nobody can be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The system gives no threads, no signals or no output.
    #[error("the system refuses: {0}")]
    System(#[from] std::io::Error),
    /// The filter of log lines does not parse.
    #[error("log.filter: {0}")]
    LogFilter(#[from] tracing_subscriber::filter::ParseError),
}

impl CliError {
    /// 2 when the operator must change a setting, as for a command that does not parse; else 1.
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Config(_) | Self::LogFilter(_) => ExitCode::from(2),
            Self::Start(_) | Self::Serve(_) | Self::System(_) => ExitCode::from(1),
        }
    }
}

/// Runs the command that was asked for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.run() {
        Ok(code) => code,
        Err(error) => {
            // Nothing is left to do when not even this can be written.
            let _ = writeln!(std::io::stderr(), "allmende: {error}");
            error.exit_code()
        }
    }
}

impl Cli {
    fn run(&self) -> Result<ExitCode, CliError> {
        match &self.command {
            Command::Serve => {
                let config = self.settings()?;
                log::start(config.log_format, &config.log_filter)?;
                tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve::serve(config))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Tally(args) => Ok(tally::run(args)),
        }
    }

    /// The settings of this machine.
    fn settings(&self) -> Result<Config, ConfigError> {
        let variables = std::env::vars_os().filter_map(|(name, value)| {
            // What is no text cannot be a name of ours; a value that is none fails where it is read.
            Some((name.into_string().ok()?, value.to_string_lossy().into_owned()))
        });
        Config::load(self.config.as_deref(), variables)
    }
}
