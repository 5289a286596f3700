//! The command line: one file per command.

mod admin;
mod backup;
mod codes;
mod copying;
mod demo;
mod error;
mod export;
mod import;
mod log;
mod migrate;
mod restore;
mod rounds;
mod serve;
pub mod tally;
mod terminal;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::App;
use crate::config::{Config, ConfigError};

pub use error::CliError;

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
    Demo(demo::DemoArgs),
    /// Serves the pages until it is told to stop (SIGTERM or SIGINT).
    Serve,
    Migrate(migrate::MigrateArgs),
    Admin(admin::AdminArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Codes(codes::CodesArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Tally(tally::TallyArgs),
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
        let runtime = || tokio::runtime::Builder::new_multi_thread().enable_all().build();
        match &self.command {
            Command::Tally(args) => return Ok(tally::run(args)),
            Command::Demo(args) => {
                let (directory, config) = args.prepare()?;
                log::start(config.log_format, &config.log_filter)?;
                runtime()?.block_on(demo::run(&directory, config))?;
            }
            Command::Serve => runtime()?.block_on(serve::serve(self.logged_settings()?))?,
            Command::Migrate(_) => migrate::run(&self.settings()?)?,
            Command::Backup(args) => return backup::run(&self.settings()?, args),
            Command::Restore(args) => restore::run(&self.settings()?, args)?,
            Command::Admin(args) => runtime()?.block_on(async { admin::run(&self.open().await?, args).await })?,
            Command::Codes(args) => runtime()?.block_on(async { codes::run(&self.open().await?, args).await })?,
            Command::Import(args) => runtime()?.block_on(async { import::run(&self.open().await?, args).await })?,
            Command::Export(args) => runtime()?.block_on(async { export::run(&self.open().await?, args).await })?,
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The application for a command that does its work and ends.
    async fn open(&self) -> Result<App, CliError> {
        Ok(App::open(self.settings()?).await?)
    }

    fn logged_settings(&self) -> Result<Config, CliError> {
        let config = self.settings()?;
        log::start(config.log_format, &config.log_filter)?;
        Ok(config)
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
