//! That keys are made, kept, recognised and destroyed, and that each thing wrong with them is told apart.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use super::*;
use crate::secrecy::{PersonRef, SecretKey};

const ROUND: RoundPublicId = RoundPublicId::new([1; 16]);

struct Fixture {
    _folder: tempfile::TempDir,
    path: PathBuf,
    keys: KeyDirectory,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let keys = KeyDirectory::open(&path, Installation::FirstStart).unwrap();
    Fixture { _folder: folder, path, keys }
}

impl Fixture {
    fn round_file(&self) -> PathBuf {
        self.path.join(format!("rounds/{ROUND}.key"))
    }

    fn reopen(&self) -> Result<KeyDirectory, KeyError> {
        KeyDirectory::open(&self.path, Installation::Known(self.keys.installation_fingerprint()))
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

#[test]
fn the_first_start_makes_a_private_directory_with_a_private_key() {
    let fixture = fixture();

    assert_eq!(mode(&fixture.path), 0o700);
    assert_eq!(mode(&fixture.path.join("rounds")), 0o700);
    assert_eq!(mode(&fixture.path.join("installation.key")), 0o600);
    assert_eq!(fs::read(fixture.path.join("installation.key")).unwrap().len(), 32);
    assert_eq!(fs::read_dir(&fixture.path).unwrap().count(), 2, "nothing is left beside them");
}

#[test]
fn a_first_start_that_is_tried_again_keeps_the_key() {
    let fixture = fixture();

    let again = KeyDirectory::open(&fixture.path, Installation::FirstStart).unwrap();

    assert_eq!(again.installation_fingerprint(), fixture.keys.installation_fingerprint());
}

#[test]
fn two_installations_have_different_keys() {
    assert_ne!(fixture().keys.installation_fingerprint(), fixture().keys.installation_fingerprint());
}

#[test]
fn a_known_installation_never_gets_a_new_key() {
    let fixture = fixture();
    fs::remove_file(fixture.path.join("installation.key")).unwrap();

    assert!(matches!(fixture.reopen(), Err(KeyError::Missing { .. })));
    assert!(!fixture.path.join("installation.key").exists());
}

#[test]
fn a_known_installation_whose_directory_is_missing_is_told_so() {
    let fixture = fixture();
    fs::remove_dir_all(&fixture.path).unwrap();

    let error = fixture.reopen().unwrap_err();

    assert!(matches!(error, KeyError::FolderMissing { .. }));
    assert!(!fixture.path.exists());
}

#[test]
fn the_key_of_another_installation_is_foreign() {
    let (one, other) = (fixture(), fixture());
    fs::copy(other.path.join("installation.key"), one.path.join("installation.key")).unwrap();

    assert!(matches!(one.reopen(), Err(KeyError::Foreign { .. })));
}

#[test]
fn whatever_is_open_to_others_is_refused_with_the_mending_command() {
    let fixture = fixture();
    let cases = [("", 0o750, "chmod 700 "), ("rounds", 0o701, "chmod 700 "), ("installation.key", 0o640, "chmod 600 ")];

    for (name, too_open, command) in cases {
        let path = if name.is_empty() { fixture.path.clone() } else { fixture.path.join(name) };
        let private = mode(&path);
        set_mode(&path, too_open);

        let error = fixture.reopen().unwrap_err();
        assert!(matches!(error, KeyError::TooOpen { .. }));
        assert!(error.to_string().ends_with(&format!("{command}{}", path.display())), "{error}");

        set_mode(&path, private);
        assert!(fixture.reopen().is_ok());
    }
}

#[test]
fn a_key_of_a_wrong_length_is_refused() {
    let fixture = fixture();

    for length in [0, 31, 33] {
        fs::write(fixture.path.join("installation.key"), vec![0; length]).unwrap();

        let expected = u64::try_from(length).unwrap();
        assert!(matches!(fixture.reopen(), Err(KeyError::WrongLength { length, .. }) if length == expected));
    }
}

#[test]
fn a_link_in_the_place_of_a_key_is_not_followed() {
    let fixture = fixture();
    let key = fixture.path.join("installation.key");
    fs::rename(&key, fixture.path.join("elsewhere")).unwrap();
    symlink(fixture.path.join("elsewhere"), &key).unwrap();

    assert!(matches!(fixture.reopen(), Err(KeyError::WrongKind { expected: "file", .. })));
}

#[test]
fn a_file_in_the_place_of_the_directory_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    fs::write(&path, b"").unwrap();

    let error = KeyDirectory::open(&path, Installation::FirstStart).unwrap_err();

    assert!(matches!(error, KeyError::WrongKind { expected: "folder", .. }));
}

#[test]
fn what_the_operating_system_refuses_is_unreadable() {
    let fixture = fixture();
    let below_a_file = fixture.path.join("installation.key/keys");

    let error = KeyDirectory::open(&below_a_file, Installation::Known(fixture.keys.installation_fingerprint()));

    assert!(matches!(error, Err(KeyError::Unreadable { .. })));
}

#[test]
fn a_directory_whose_parent_is_missing_is_not_made() {
    let folder = tempfile::tempdir().unwrap();

    let error = KeyDirectory::open(&folder.path().join("not/mounted"), Installation::FirstStart).unwrap_err();

    assert!(matches!(error, KeyError::Unwritable { .. }));
}

#[test]
fn a_rounds_key_is_private_and_comes_back_in_every_process() {
    let fixture = fixture();
    let person = PersonRef::new([5; 32]);

    let fingerprint = fixture.keys.create_round_key(&ROUND).unwrap();

    assert_eq!(mode(&fixture.round_file()), 0o600);
    let here = fixture.keys.round_key(&ROUND, &fingerprint).unwrap();
    let there = fixture.reopen().unwrap().round_key(&ROUND, &fingerprint).unwrap();
    assert_eq!(here.pseudonym(&person), there.pseudonym(&person));
    assert_eq!(here.round(), &ROUND);
}

#[test]
fn making_a_rounds_key_twice_keeps_the_first() {
    let fixture = fixture();

    assert_eq!(fixture.keys.create_round_key(&ROUND).unwrap(), fixture.keys.create_round_key(&ROUND).unwrap());
    assert_eq!(fs::read_dir(fixture.path.join("rounds")).unwrap().count(), 1);
}

#[test]
fn processes_that_make_a_rounds_key_at_once_agree_on_one() {
    let fixture = fixture();

    let fingerprints: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| fixture.reopen().unwrap().create_round_key(&ROUND).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });

    assert!(fingerprints.iter().all(|fingerprint| fingerprint == &fingerprints[0]));
}

#[test]
fn a_rounds_key_that_was_never_made_is_missing() {
    let fixture = fixture();
    let any = fixture.keys.installation_fingerprint();

    assert!(matches!(fixture.keys.round_key(&ROUND, &any), Err(KeyError::Missing { .. })));
}

#[test]
fn another_rounds_key_is_foreign_even_when_it_is_remembered() {
    let fixture = fixture();
    let fingerprint = fixture.keys.create_round_key(&ROUND).unwrap();
    fixture.keys.round_key(&ROUND, &fingerprint).unwrap();

    let other = Fingerprint::of(&SecretKey::take(&mut [9; 32]));

    assert!(matches!(fixture.keys.round_key(&ROUND, &other), Err(KeyError::Foreign { .. })));
}

#[test]
fn a_rounds_key_is_held_against_what_the_database_stores() {
    let fixture = fixture();
    let stored = fixture.keys.create_round_key(&ROUND).unwrap().to_string();

    assert!(fixture.keys.check_round_key(&ROUND, &stored).is_ok());
    for no_fingerprint in ["", "x", &stored.to_uppercase()] {
        let refused = fixture.keys.check_round_key(&ROUND, no_fingerprint);
        assert!(matches!(refused, Err(KeyError::NoFingerprint { name }) if name == no_fingerprint));
    }
    let other = Fingerprint::of(&SecretKey::take(&mut [9; 32])).to_string();
    assert!(matches!(fixture.keys.check_round_key(&ROUND, &other), Err(KeyError::Foreign { .. })));
    fs::remove_file(fixture.round_file()).unwrap();
    assert!(matches!(fixture.keys.check_round_key(&ROUND, &stored), Err(KeyError::Missing { .. })));
}

#[test]
fn a_destroyed_key_is_gone_here_and_in_other_processes() {
    let fixture = fixture();
    let fingerprint = fixture.keys.create_round_key(&ROUND).unwrap();
    let other_process = fixture.reopen().unwrap();
    other_process.round_key(&ROUND, &fingerprint).unwrap();
    fixture.keys.round_key(&ROUND, &fingerprint).unwrap();

    fixture.keys.destroy_round_key(&ROUND).unwrap();

    assert!(!fixture.round_file().exists());
    assert!(matches!(fixture.keys.round_key(&ROUND, &fingerprint), Err(KeyError::Missing { .. })));
    assert!(matches!(other_process.round_key(&ROUND, &fingerprint), Err(KeyError::Missing { .. })));
    assert!(other_process.shared.remembered.read().unwrap().is_empty());
}

#[test]
fn a_key_that_another_process_destroyed_can_be_forgotten_without_asking_for_it() {
    let fixture = fixture();
    let kept = RoundPublicId::new([2; 16]);
    for round in [ROUND, kept] {
        let fingerprint = fixture.keys.create_round_key(&round).unwrap();
        fixture.keys.round_key(&round, &fingerprint).unwrap();
    }
    fixture.reopen().unwrap().destroy_round_key(&ROUND).unwrap();

    fixture.keys.forget_destroyed_keys().unwrap();

    let remembered = fixture.keys.shared.remembered.read().unwrap();
    assert_eq!(remembered.keys().collect::<Vec<_>>(), [&kept]);
}

#[test]
fn destroying_a_key_twice_is_no_error() {
    let fixture = fixture();
    fixture.keys.create_round_key(&ROUND).unwrap();

    fixture.keys.destroy_round_key(&ROUND).unwrap();

    assert!(fixture.keys.destroy_round_key(&ROUND).is_ok());
}

#[test]
fn destroying_a_key_overwrites_it_and_what_a_crash_left_of_making_it() {
    let fixture = fixture();
    fixture.keys.create_round_key(&ROUND).unwrap();
    // A second name for the same bytes shows what became of them.
    let witness = fixture.path.join("witness");
    fs::hard_link(fixture.round_file(), &witness).unwrap();
    let left = fixture.path.join(format!("rounds/.{ROUND}.key.0123456789abcdef"));
    fs::write(&left, [7; 32]).unwrap();

    fixture.keys.destroy_round_key(&ROUND).unwrap();

    assert_eq!(fs::read(&witness).unwrap(), [0; 32]);
    assert!(!left.exists());
}

#[test]
fn destroying_a_key_leaves_the_keys_of_other_rounds() {
    let fixture = fixture();
    let other = RoundPublicId::new([2; 16]);
    let fingerprint = fixture.keys.create_round_key(&other).unwrap();
    fixture.keys.create_round_key(&ROUND).unwrap();

    fixture.keys.destroy_round_key(&ROUND).unwrap();

    assert!(fixture.keys.round_key(&other, &fingerprint).is_ok());
}

#[test]
fn no_key_is_printed() {
    let fixture = fixture();
    let fingerprint = fixture.keys.create_round_key(&ROUND).unwrap();
    fixture.keys.round_key(&ROUND, &fingerprint).unwrap();
    let bytes: Vec<u8> = fs::read(fixture.round_file()).unwrap();

    let printed = format!("{:?}", fixture.keys);

    assert!(printed.contains("SecretKey(hidden)"));
    assert!(!printed.contains(&crate::domain::hex::encode(&bytes)));
    assert!(!printed.contains(&format!("{bytes:?}")));
}
