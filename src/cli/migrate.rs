//! `allmende migrate`: brings the tables up to date. `serve` does so too; this is for those who want it apart.

use super::CliError;
use super::terminal::say;
use crate::config::Config;
use crate::store::migrate;

/// Brings the database's tables up to date.
///
/// `serve` and every other command do this at their start as well. Several at once wait for each other.
#[derive(Debug, clap::Args)]
pub(super) struct MigrateArgs {}

pub(super) fn run(config: &Config) -> Result<(), CliError> {
    let applied = migrate::run(&config.database)?;
    for name in &applied {
        say(&format!("applied {name}"));
    }
    say(if applied.is_empty() { "The tables are up to date." } else { "The tables are up to date now." });
    Ok(())
}
