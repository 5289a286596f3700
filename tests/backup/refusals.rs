//! What is refused, each with the next step, and what it leaves behind: nothing.

use std::path::Path;

use allmende::backup::{BackupError, Blame, KeyStanding};
use allmende::domain::schedule::Window;
use allmende::media::ContentHash;
use allmende::secrecy::KeyError;
use allmende::store::copy::{CopyError, refuse_filled};
use allmende::store::{DatabaseUrl, Lock, OpenError, StoreError, Tx};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;

use super::{Town, count, everything_in};
use crate::harness::rounds::TestApp;

/// Changes a file of a backup, and says in the manifest what it has become if it shall not be found by its hash.
fn damage(backup: &Path, file: &str, tell: bool, change: impl FnOnce(&mut Vec<u8>)) {
    let path = backup.join(file);
    let mut bytes = std::fs::read(&path).unwrap();
    let (old_hash, old_size) = (ContentHash::of(&bytes).to_string(), bytes.len());
    change(&mut bytes);
    std::fs::write(&path, &bytes).unwrap();
    if tell {
        let manifest = backup.join("manifest.json");
        let text = std::fs::read_to_string(&manifest).unwrap();
        let text = text.replace(&old_hash, &ContentHash::of(&bytes).to_string());
        let text = text.replace(&format!("\"bytes\": {old_size}"), &format!("\"bytes\": {}", bytes.len()));
        std::fs::write(&manifest, text).unwrap();
    }
}

fn edit_manifest(backup: &Path, from: &str, to: &str) {
    let path = backup.join("manifest.json");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

/// A restore that is refused, which leaves the place as empty as it was.
macro_rules! refused {
    ($town:expr, $config:expr, $name:expr, $pattern:pat, $step:expr) => {
        let error = $town.restore(&$config, $name).unwrap_err();
        assert!(matches!(error, $pattern), "{error:?}");
        assert!(error.to_string().contains($step), "{error}");
        refuse_filled(&$config.database).unwrap();
        if let Some(folder) = $config.database.file().and_then(Path::parent) {
            assert_eq!(everything_in(folder), [], "something is left beside the database");
        }
    };
}

on_both! {
    async fn a_restore_refuses_what_does_not_fit_and_leaves_nothing(database) {
        let empty = database.empty_place();
        let town = Town::new(TestApp::new(database).await).await;
        let taken = town.back_up("good").unwrap();
        let copy = taken.manifest.database;
        let picture = taken.manifest.files[1].path.display().to_string();
        let config = town.elsewhere(&empty);
        let good = taken.path.clone();
        let another = |name: &str| {
            let path = town.place(name);
            let copied = std::process::Command::new("cp").arg("-r").arg(&good).arg(&path).status().unwrap();
            assert!(copied.success());
            path
        };

        damage(&another("flipped"), copy, false, |bytes| *bytes.last_mut().unwrap() ^= 1);
        refused!(town, config, "flipped", BackupError::Damaged { .. }, "take another backup");
        damage(&another("cut"), copy, false, |bytes| bytes.truncate(bytes.len() / 2));
        refused!(town, config, "cut", BackupError::Damaged { .. }, "bytes instead of");
        damage(&another("file"), &picture, false, |bytes| bytes[0] ^= 1);
        refused!(town, config, "file", BackupError::Damaged { .. }, "SHA-256");
        std::fs::remove_file(another("missing").join(&picture)).unwrap();
        refused!(town, config, "missing", BackupError::Damaged { .. }, "it is missing");
        // A copy that was broken already when it was measured is found by the database itself.
        damage(&another("broken"), copy, true, |bytes| {
            let middle = bytes.len() / 2;
            let end = (middle + 20_000).min(bytes.len());
            bytes[middle..end].fill(0xff);
        });
        refused!(
            town,
            config,
            "broken",
            BackupError::Damaged { .. } | BackupError::Copy(CopyError::Program { .. }),
            ""
        );
        edit_manifest(&another("newer"), "2026-11-23-0900_start", "2099-01-01-0900_later");
        refused!(town, config, "newer", BackupError::Newer { .. }, "install that release");
        edit_manifest(&another("format"), "\"format\": 1", "\"format\": 7");
        refused!(town, config, "format", BackupError::Newer { .. }, "install that release");
        std::fs::remove_file(another("nothing").join("manifest.json")).unwrap();
        refused!(town, config, "nothing", BackupError::NoBackup { .. }, "name the folder of a backup");

        let mut other_kind = config.clone();
        let other = if config.database.file().is_some() { "postgres://nobody@127.0.0.1:1/none" } else { "sqlite:/nowhere/a" };
        other_kind.database = DatabaseUrl::parse(other).unwrap();
        let error = town.restore(&other_kind, "good").unwrap_err();
        assert!(matches!(error, BackupError::WrongKind { .. }) && error.blame() == Blame::Question, "{error:?}");

        let mut no_keys = config.clone();
        no_keys.keys = town.place("no keys");
        refused!(town, no_keys, "good", BackupError::Keys(KeyError::FolderMissing { .. }), "mount the volume");
        let mut foreign = config.clone();
        foreign.keys = town.place("foreign");
        allmende::secrecy::KeyDirectory::open(&foreign.keys, allmende::secrecy::Installation::FirstStart).unwrap();
        refused!(town, foreign, "good", BackupError::Keys(KeyError::Foreign { .. }), "restore the right one");

        // After all that, the good one still goes in, once.
        town.restore(&config, "good").unwrap();
        let error = town.restore(&config, "good").unwrap_err();
        assert!(matches!(error, BackupError::Copy(CopyError::NotEmpty { .. })), "{error:?}");
        assert_eq!(error.blame(), Blame::Question);
    }
}

on_both! {
    async fn a_check_says_what_is_there_and_changes_nothing(database) {
        let empty = database.empty_place();
        let town = Town::new(TestApp::new(database).await).await;
        let taken = town.back_up("good").unwrap();
        let config = town.elsewhere(&empty);
        let at_home = &town.app.config;
        town.app.wait(TimeDelta::days(30));
        let before = (everything_in(&taken.path), everything_in(&at_home.files), everything_in(&at_home.keys));

        let of_empty = town.check(&config, "good").unwrap();
        let survey = town.check(at_home, "good").unwrap();

        let after = (everything_in(&taken.path), everything_in(&at_home.files), everything_in(&at_home.keys));
        assert!(before == after, "a check changed something");
        assert!(!config.files.exists());
        refuse_filled(&config.database).unwrap();
        assert_eq!((count(&survey, "rounds"), count(&survey, "sealed ballots"), count(&survey, "opened ballots")), (2, 1, 10));
        assert_eq!(survey.begun_at, taken.manifest.begun_at);
        assert!(survey.contents.newest_entry.is_some(), "{survey:?}");
        let end = town.round.round.schedule.span(Window::Voting).unwrap().closes_at.unwrap();
        assert_eq!(survey.open.iter().map(|round| round.slug.to_string()).collect::<Vec<_>>(), ["now"]);
        assert_eq!(survey.open[0].voting, allmende::backup::Voting::EndedSince(end));
        assert_eq!(count(&of_empty, "rounds"), 2);
        // Keys that are gone are told of, and are no reason not to look.
        std::fs::remove_file(town.app.key_file(&town.round.round)).unwrap();
        let survey = town.check(at_home, "good").unwrap();
        assert!(matches!(survey.open[0].key, Some(KeyError::Missing { .. })), "{survey:?}");
        std::fs::remove_dir_all(&at_home.keys).unwrap();
        assert!(matches!(town.check(at_home, "good").unwrap().key, KeyStanding::Unfit(_)));
    }
}

on_both! {
    async fn a_backup_is_not_taken_where_it_would_do_harm(database) {
        let town = Town::new(TestApp::new(database).await).await;
        let taken = town.back_up("first").unwrap();
        let whole = everything_in(&taken.path);
        let refused = |to: &Path| {
            let error = allmende::backup::take_backup(&town.app.config, &town.clock(), to, &mut |_| {}).unwrap_err();
            assert_eq!(error.blame(), Blame::Question, "{error:?}");
            error
        };

        assert!(matches!(refused(&taken.path), BackupError::Exists { .. }));
        assert!(everything_in(&taken.path) == whole, "the first backup is as it was");
        assert!(matches!(refused(&town.app.config.keys.join("a")), BackupError::InUse { .. }));
        assert!(matches!(refused(&town.app.config.files.join("a")), BackupError::InUse { .. }));
        assert!(matches!(refused(&town.place("nowhere").join("a")), BackupError::NoParent { .. }));
        let names: Vec<_> = everything_in(&town.place("")).into_iter().map(|(path, _)| path).collect();
        assert!(names.iter().all(|path| path.starts_with(&taken.path)), "{names:?}");

        // The tables of a newer program are not this program's to copy.
        let later = "insert into __diesel_schema_migrations (version) values ('20990101')";
        let write = move |tx: &mut Tx<'_>| Ok::<_, StoreError>(tx.batch_execute(later)?);
        town.app.db.write(Lock::Nothing, write).await.unwrap();
        let error = town.back_up("newer").unwrap_err();
        assert!(matches!(error, BackupError::Open(OpenError::Newer { .. })), "{error:?}");
        assert!(!town.place("newer").exists());
    }
}

on_both! {
    async fn a_damaged_published_file_is_left_out_and_named(database) {
        let town = Town::new(TestApp::new(database).await).await;
        let hash = town.app.files.list().unwrap()[0];
        let name = hash.to_string();
        std::fs::write(town.app.config.files.join(&name[..2]).join(&name), b"something else").unwrap();

        let taken = town.back_up("lame").unwrap();

        assert_eq!(taken.manifest.left_out, [hash]);
        assert!(taken.manifest.files.iter().all(|file| file.sha256 != hash));
        assert_eq!(count(&town.check(&town.app.config, "lame").unwrap(), "rounds"), 2);
    }
}
