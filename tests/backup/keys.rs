//! The keys' own backup: what is in it, and where it may not lie.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use allmende::actions::round::publish_round;
use allmende::backup::{BackupError, Blame, take_backup, take_keys};
use allmende::secrecy::{Installation, KeyDirectory};

use super::{Town, everything_in};
use crate::harness::rounds::{OFFICE, TestApp, live};

on_both! {
    async fn keys_are_in_a_backup_of_their_own_until_their_round_is_certified(database) {
        let town = Town::new(TestApp::new(database).await).await;
        let draft = town.app.draft(live("second", town.app.time.get())).await;
        publish_round(&town.app.db, &town.app.keys, OFFICE, &draft).await.unwrap();
        let data = town.back_up("data").unwrap();
        let elsewhere = tempfile::tempdir().unwrap();

        let taken = take_keys(&town.app.config, &town.clock(), &elsewhere.path().join("keys")).unwrap();

        let rounds: Vec<&str> = taken.rounds.iter().map(|key| key.round.as_str()).collect();
        assert_eq!(rounds, ["now", "second"], "the key of a certified round is gone");
        assert!(taken.rounds.iter().all(|key| key.voting_ends_at.is_some()));
        for (path, _) in everything_in(&taken.path) {
            let mode = path.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
        }
        // It is a key directory that fits.
        let known = Installation::Known(town.app.keys.installation_fingerprint());
        let copy = KeyDirectory::open(&taken.path, known).unwrap();
        for round in [&town.round.round, &town.app.test_round(draft.id).await.round] {
            copy.check_round_key(&round.public_id, round.key_fingerprint.as_deref().unwrap()).unwrap();
        }
        // Not a byte of a key is in the other.
        let keys: Vec<Vec<u8>> = everything_in(&town.app.config.keys).into_iter().map(|(_, bytes)| bytes).collect();
        for (path, bytes) in everything_in(&data.path) {
            for key in keys.iter().filter(|key| key.len() == 32) {
                assert!(!bytes.windows(32).any(|part| part == key), "a key is in {}", path.display());
            }
        }
        town.app.certify(&town.round).await;
        let later = take_keys(&town.app.config, &town.clock(), &elsewhere.path().join("later")).unwrap();
        assert_eq!(later.rounds.iter().map(|key| key.round.as_str()).collect::<Vec<_>>(), ["second"]);
    }
}

on_both! {
    async fn keys_and_data_are_not_put_beside_each_other(database) {
        let town = Town::new(TestApp::new(database).await).await;
        let data = town.back_up("data").unwrap();
        let config = &town.app.config;
        let refused = |to: &Path| {
            let error = take_keys(config, &town.clock(), to).unwrap_err();
            assert_eq!(error.blame(), Blame::Question, "{error:?}");
            error
        };

        assert!(matches!(refused(&town.place("keys")), BackupError::Beside { .. }));
        assert!(matches!(refused(&data.path.join("keys")), BackupError::Beside { .. }));
        assert!(matches!(refused(&config.keys.join("copy")), BackupError::InUse { .. }));
        assert!(matches!(refused(&config.files.join("copy")), BackupError::InUse { .. }));
        if let Some(folder) = config.database.file().and_then(Path::parent) {
            assert!(matches!(refused(&folder.join("keys")), BackupError::InUse { .. }));
        }

        let elsewhere = tempfile::tempdir().unwrap();
        take_keys(config, &town.clock(), &elsewhere.path().join("keys")).unwrap();
        let error = take_backup(config, &town.clock(), &elsewhere.path().join("data"), &mut |_| {}).unwrap_err();
        assert!(matches!(error, BackupError::Beside { .. }), "{error:?}");
        assert!(matches!(refused(&elsewhere.path().join("keys")), BackupError::Exists { .. }));
    }
}
