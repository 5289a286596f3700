//! `allmende restore`: looks whether a backup holds, or fills an empty installation from it.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use super::copying::CopyMeter;
use super::terminal::say;
use crate::backup::{KeyStanding, OpenRound, Survey, Voting, check_backup, restore_backup};
use crate::config::Config;
use crate::domain::time::Instant;

/// Fills an empty installation from a backup, or only looks whether the backup holds.
///
/// The settings name where to: database.url an SQLite file that does not exist or an empty PostgreSQL database,
/// files.directory a folder, keys.directory the keys that belong to the backup.
#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    /// The folder of the backup.
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// Verifies every file, opens the copy of the database in a place that goes away again, and says what is in it.
    /// Nothing of the installation changes.
    #[arg(long)]
    check: bool,
}

pub(super) fn run(config: &Config, args: &RestoreArgs) -> Result<(), CliError> {
    let mut meter = CopyMeter::new();
    let run = if args.check { check_backup } else { restore_backup };
    let survey = run(config, &config.clock(), &args.from, &mut |progress| meter.show(progress));
    meter.clear();
    let survey = survey?;
    tell_of(&survey);
    if args.check {
        if let KeyStanding::Unfit(_) = survey.key {
            // A script that looks at the exit code alone must not take this for good.
            let said =
                "the backup is whole, but no key here opens it; put the keys of its installation into keys.directory";
            return Err(CliError::Usage(said.to_owned()));
        }
        say("The backup holds. Nothing was changed.");
    } else {
        tell_what_is_lost(&survey);
        say(&format!("Restored into {}. Nothing is served yet: `allmende serve` starts the service.", config.database));
    }
    Ok(())
}

fn tell_of(survey: &Survey) {
    say(&format!("Everything that was acknowledged before {}:", survey.begun_at.to_rfc3339()));
    for (what, count) in &survey.contents.rows {
        say(&format!("{count:>12}  {what}"));
    }
    match &survey.contents.newest_entry {
        Some((at, act)) => say(&format!("The newest entry of the record: {act}, {}", at.to_rfc3339())),
        None => say("The record has no entry."),
    }
    match &survey.key {
        KeyStanding::Fits => say("The installation's key in keys.directory belongs to it."),
        KeyStanding::NotMadeYet => say("The service was never started on this database, so it has no keys yet."),
        KeyStanding::Unfit(error) => say(&format!("The keys do not fit: {error}")),
    }
    for round in &survey.open {
        say(&format!("Round {}: {}", round.slug, standing(round.voting)));
        if let Some(error) = &round.key {
            say(&format!("  Its key cannot be used, so nobody can vote in it and its box cannot be opened: {error}"));
            say(
                "  If the round was certified since, its key is gone for good: the published ballot file is the record.",
            );
        }
    }
}

fn standing(voting: Voting) -> String {
    match voting {
        Voting::NotBegun => "voting has not begun.".to_owned(),
        Voting::WasOver => "voting was over; the round is not certified.".to_owned(),
        Voting::Open(Some(end)) => format!("voting is open until {}.", end.to_rfc3339()),
        Voting::Open(None) => "voting is open.".to_owned(),
        Voting::EndedSince(end) => format!("voting ended at {}, after this backup.", end.to_rfc3339()),
    }
}

fn tell_what_is_lost(survey: &Survey) {
    let begun_at = survey.begun_at;
    say(&format!("Lost is everything that was done after {}.", begun_at.to_rfc3339()));
    for round in survey.open.iter().filter(|round| round.voting.loses_ballots()) {
        tell_of_lost_ballots(round, begun_at);
    }
    say("Everybody signs in again. Mails that waited then are sent again.");
    say(
        "Roles, telephones, passwords and tokens are those of that time: take back once more what was taken back since.",
    );
}

fn tell_of_lost_ballots(round: &OpenRound, begun_at: Instant) {
    let slug = &round.slug;
    say("");
    say(&format!("DECIDE before you start the service: {slug}"));
    say(&format!(
        "  Ballots cast there after {} are lost, and those who cast them do not know it.",
        begun_at.to_rfc3339()
    ));
    match round.voting {
        Voting::EndedSince(_) => {
            say("  Its voting has ended since. As soon as the service starts, it is closed without these ballots.");
            say("  If a newer backup or the old disk can be had, restore that instead.");
        }
        Voting::Open(_) | Voting::NotBegun | Voting::WasOver => {
            say("  Its voting goes on as soon as the service starts.");
            say(
                "  Tell people in public, with both times, to check and to cast again; extend voting if little time is left.",
            );
        }
    }
    say("");
}
