//! `allmende export`: writes the ballot files of a published result into a folder.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use super::rounds::round_named;
use super::terminal::say;
use crate::app::App;
use crate::domain::slug::Slug;
use crate::media::ContentHash;
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::results::list_result_files;

/// Writes the ballot files (.pb) of a published result into a folder, one for each area.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The round's name as in its address.
    #[arg(long, value_parser = |text: &str| Slug::parse(text))]
    round: Slug,
    /// The folder; it is made when it is missing. Files that are there already are not written over.
    #[arg(long, default_value = ".")]
    out: PathBuf,
}

pub(super) async fn run(app: &App, args: &ExportArgs) -> Result<(), CliError> {
    let round = round_named(app, &args.round).await?;
    if round.facts.result_published_at.is_none() {
        return Err(CliError::Usage(format!("the result of {} is not published yet", args.round)));
    }
    let id = round.id;
    let (areas, files) =
        app.db.read(move |conn| Ok::<_, StoreError>((list_areas(conn, id)?, list_result_files(conn, id)?))).await?;
    let failed = |path: &PathBuf, source| CliError::File { path: path.clone(), source };
    std::fs::create_dir_all(&args.out).map_err(|source| failed(&args.out, source))?;
    for area in areas {
        let Some(file) = files.iter().find(|file| file.area == area.id) else {
            say(&format!("area {}: too few ballots to publish them one by one", area.number));
            continue;
        };
        let hash = ContentHash::parse(&file.content_hash)
            .ok_or_else(|| StoreError::corrupt("result_files", "content_hash", &file.content_hash))?;
        let bytes = app.files.read(&hash)?;
        let path = args.out.join(format!("{}-{}.pb", args.round, area.number));
        let new = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
        new.and_then(|mut out| std::io::Write::write_all(&mut out, &bytes)).map_err(|source| failed(&path, source))?;
        say(&format!("{} ({} bytes, SHA-256 {hash})", path.display(), bytes.len()));
    }
    Ok(())
}
