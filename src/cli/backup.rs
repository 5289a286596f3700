//! `allmende backup`: copies database and published files, or, apart from them, the keys.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::CliError;
use super::copying::CopyMeter;
use super::terminal::{say, warn};
use crate::backup::{KeysTaken, Taken, take_backup, take_keys};
use crate::config::Config;

/// Takes a backup into a new folder while the service runs: the database and the published files, never the keys.
///
/// What was acknowledged before this began is in it. A folder of that name is whole: it gets its name at the end. The
/// backup holds personal data and sealed ballots; delete it at most 35 days later.
#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    /// The folder to make. It must not exist yet; the folder around it must.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// Copies the keys instead, and nothing else. Whoever has them and a backup of the data can open the ballots: keep
    /// them in another place.
    #[arg(long)]
    keys: bool,
}

pub(super) fn run(config: &Config, args: &BackupArgs) -> Result<ExitCode, CliError> {
    if args.keys {
        tell_of_keys(&take_keys(config, &config.clock(), &args.to)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut meter = CopyMeter::new();
    let taken = take_backup(config, &config.clock(), &args.to, &mut |progress| meter.show(progress));
    meter.clear();
    Ok(tell_of(&taken?))
}

fn tell_of(taken: &Taken) -> ExitCode {
    let manifest = &taken.manifest;
    let bytes = manifest.files.iter().fold(0_u64, |sum, file| sum.saturating_add(file.bytes));
    let published = manifest.files.len().saturating_sub(1);
    say(&format!("{}: the database and {published} published files, {bytes} bytes", taken.path.display()));
    say(&format!(
        "It holds everything that was acknowledged before {}. Keys are not in it.",
        manifest.begun_at.to_rfc3339()
    ));
    if manifest.left_out.is_empty() {
        return ExitCode::SUCCESS;
    }
    for hash in &manifest.left_out {
        warn(&format!("the published file {hash} is damaged and was left out; restore it from an earlier backup"));
    }
    ExitCode::from(1)
}

fn tell_of_keys(taken: &KeysTaken) {
    say(&format!("{}: the installation's key and the keys of {} rounds", taken.path.display(), taken.rounds.len()));
    say("Keep it where no backup of the database comes, and let nobody have both.");
    for key in &taken.rounds {
        let end = key.voting_ends_at.as_ref().map_or_else(String::new, |end| format!(" (voting ends at {end})"));
        say(&format!("{}: the key of {}{end}", key.file, key.round));
    }
    if !taken.rounds.is_empty() {
        say(
            "Destroy this copy of a round's key when the round is certified: until then it restores service, afterwards \
             it could open old ballots.",
        );
    }
}
