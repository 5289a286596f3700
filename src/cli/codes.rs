//! `allmende codes`: makes a batch of letter codes and writes them once, to a file for the printer.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::CliError;
use super::rounds::round_named;
use super::terminal::say;
use crate::actions::round::make_codes;
use crate::app::App;
use crate::domain::ids::{AreaId, RoundId};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::Actor;
use crate::domain::slug::Slug;
use crate::store::areas::list_areas;

/// Makes a batch of letter codes and writes them once, to a new file that only you can read.
///
/// The program keeps no code: print the letters from the file, then delete it.
#[derive(Debug, Args)]
pub(super) struct CodesArgs {
    /// The round's name as in its address.
    #[arg(long, value_parser = |text: &str| Slug::parse(text))]
    round: Slug,
    /// How many codes.
    #[arg(long)]
    count: u32,
    /// The number of the area that the codes are for, besides those for everyone. Without it they are for all areas.
    #[arg(long)]
    area: Option<u32>,
    /// The file to write, one code a line. It must not exist yet.
    #[arg(long)]
    out: PathBuf,
}

pub(super) async fn run(app: &App, args: &CodesArgs) -> Result<(), CliError> {
    let round = round_named(app, &args.round).await?;
    let area = match args.area {
        Some(number) => Some(area_numbered(app, round.id, number).await?),
        None => None,
    };
    // The file comes first: codes that cannot be written down would be lost.
    let file = create_new(&args.out)?;
    let codes = match make_codes(&app.db, &app.keys, Actor::CommandLine, &round, area, args.count).await {
        Ok(codes) => codes,
        Err(error) => {
            // An empty file would stand in the way of the next try; should it stay, that try says so.
            let _ = std::fs::remove_file(&args.out);
            return Err(error.into());
        }
    };
    write_codes(file, &codes).map_err(|source| CliError::File { path: args.out.clone(), source })?;
    say(&format!("{} codes for {} are in {}", codes.len(), args.round, args.out.display()));
    say("Print the letters from this file, then delete it. The codes are kept nowhere else.");
    Ok(())
}

async fn area_numbered(app: &App, round: RoundId, number: u32) -> Result<AreaId, CliError> {
    let areas = app.db.read(move |conn| list_areas(conn, round)).await?;
    let found = areas.iter().find(|area| area.number.value() == number);
    found.map(|area| area.id).ok_or_else(|| {
        CliError::Usage(format!("the round has no area {number}; its areas have the numbers 1 to {}", areas.len()))
    })
}

fn create_new(path: &Path) -> Result<File, CliError> {
    let opened = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    opened.map_err(|source| CliError::File { path: path.to_owned(), source })
}

fn write_codes(file: File, codes: &[LetterCode]) -> std::io::Result<()> {
    let mut out = BufWriter::new(file);
    for code in codes {
        writeln!(out, "{code}")?;
    }
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
}
