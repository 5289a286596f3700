//! `--write`: the election in another form, in a new file, without a count.
//!
//! What goes in comes out: a regular `.pb` file byte for byte, and any form counts as the one before.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use allmende_tally::pabulib::{self, Election};
use allmende_tally::tables::{write_csv, write_json};

use super::error::TallyError;
use super::meter::Meter;
use super::outlet::one_line;
use super::source::{COUNTED_OR_ASKED, Form};
use super::voice::Voice;
use super::{End, Source, TallyArgs, notices};
use crate::web::result::recount::quoted;

/// Runs `--write`.
pub(super) fn answer(args: &TallyArgs, target: &Path, voice: &Voice, out: &mut dyn Write) -> Result<End, TallyError> {
    let form = Form::of_ending(target).ok_or_else(|| TallyError::UnknownEnding(target.display().to_string()))?;
    let meter = Meter::new(args.language);
    let election = Source::open(args)?.read(args)?;
    drop(meter);
    let files = match (form, &args.write_ballots) {
        (Form::Pabulib, None) => vec![(target, pabulib::write(&election))],
        (Form::Json, None) => vec![(target, write_json(&election) + "\n")],
        (Form::Table, Some(ballots)) => {
            let tables = write_csv(&election);
            vec![(target, tables.projects), (ballots.as_path(), tables.votes)]
        }
        (Form::Table, None) => return Err(TallyError::NoBallotsToWrite),
        (Form::Pabulib | Form::Json, Some(_)) => {
            return Err(TallyError::Misplaced { option: "--write-ballots", place: "--write with a table (.csv)" });
        }
    };
    write_new(&files)?;
    let words = voice.words();
    for (path, _) in &files {
        let file = path.display().to_string();
        writeln!(out, "{}", one_line(&words.plain("tally-written", &[("file", file.into())])))?;
    }
    notices::write(out, &election, words)?;
    if let Some(ballots) = &args.write_ballots {
        writeln!(out, "{}", words.plain("tally-written-tables", &[]))?;
        // What a shell keeps together between quotes may have line ends in it.
        writeln!(out, "  {}", command(target, ballots, &election))?;
    }
    Ok(End::Fine)
}

/// Writes files that are not there yet: all of them, or none.
fn write_new(files: &[(&Path, String)]) -> Result<(), TallyError> {
    let mut made = Vec::new();
    for (path, text) in files {
        let new = OpenOptions::new().write(true).create_new(true).open(path);
        let written = new.and_then(|mut file| {
            made.push(*path);
            file.write_all(text.as_bytes())
        });
        if let Err(source) = written {
            for path in made {
                // What cannot be taken away either is no worse than what is told.
                fs::remove_file(path).ok();
            }
            let file = path.display().to_string();
            return Err(match source.kind() {
                io::ErrorKind::AlreadyExists => TallyError::Exists(file),
                _ => TallyError::Unwritable { file, source },
            });
        }
    }
    Ok(())
}

/// The command that counts the tables as the election that they come from.
fn command(projects: &Path, ballots: &Path, election: &Election) -> String {
    let word = |path: &Path| quoted(&path.display().to_string()).into_owned();
    let budget = election.meta_value("budget").unwrap_or_default();
    let mut command = format!(
        "allmende tally {} --ballots {} --budget {budget} --vote-type {}",
        word(projects),
        word(ballots),
        election.vote_type(),
    );
    for (key, _) in election.meta() {
        let key = key.trim();
        if let Some(value) = election.meta_value(key).filter(|_| !COUNTED_OR_ASKED.contains(&key)) {
            command.push_str(&format!(" --meta {}", quoted(&format!("{key}={value}"))));
        }
    }
    command
}
