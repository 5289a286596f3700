//! `allmende backup`, `restore` and `admin` as people run them: exit codes and what is said.

use std::path::Path;
use std::process::Command;

use allmende::store::schema::{entries, mails};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;

/// Runs the program on an installation in a folder: exit code and both outputs.
fn allmende(folder: &Path, database: &str, words: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_allmende"))
        .args(words)
        .current_dir(folder)
        .env_remove("ALLMENDE_CONFIG")
        .env("ALLMENDE__DATABASE__URL", format!("sqlite:{}", folder.join("data").join(database).display()))
        .env("ALLMENDE__KEYS__DIRECTORY", folder.join("keys"))
        .env("ALLMENDE__FILES__DIRECTORY", folder.join("files"))
        .env("ALLMENDE__MAIL__DIRECTORY", folder.join("mail"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout) + &text(output.stderr))
}

#[test]
fn the_commands_say_what_they_did_and_end_with_the_right_code() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["data", "backups", "vault"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let run = |database: &str, words: &[&str]| allmende(folder.path(), database, words);
    let says = |(code, text): (Option<i32>, String), expected: i32, parts: &[&str]| {
        assert_eq!(code, Some(expected), "{text}");
        for part in parts {
            assert!(text.contains(part), "{part}: {text}");
        }
    };

    says(run("a.db", &["backup", "--to", "backups/one"]), 2, &["there is no database at"]);
    says(run("a.db", &["admin", "create", "--email", "ada@example.org", "--name", "Ada"]), 0, &[]);
    let create = |name: &str| run("a.db", &["admin", "create", "--email", "eve@example.org", "--name", name]);
    says(create(" "), 2, &["name the person"]);
    says(create("Eve\nEvil"), 2, &["more than one line"]);
    says(create("Eve \u{202e}live"), 2, &["a sign that nobody sees"]);
    says(run("a.db", &["admin", "reset-second-factor", "--email", "ada@example.org"]), 1, &["has no second factor"]);
    says(run("a.db", &["admin", "reset-second-factor", "--email", "bob@example.org"]), 2, &["nobody has an account"]);
    says(run("a.db", &["backup", "--to", "backups/one"]), 0, &["Keys are not in it", "0 published files"]);
    says(run("a.db", &["backup", "--to", "backups/one"]), 2, &["is there already"]);
    says(run("a.db", &["backup", "--keys", "--to", "backups/keys"]), 2, &["in another place"]);
    says(run("a.db", &["backup", "--keys", "--to", "vault/keys"]), 0, &["let nobody have both"]);
    says(run("b.db", &["restore", "--from", "backups/one", "--check"]), 0, &["1  accounts", "Nothing was changed"]);
    says(run("a.db", &["restore", "--from", "backups/one"]), 2, &["is not empty"]);
    says(run("b.db", &["restore", "--from", "backups/two"]), 2, &["is no backup"]);
    says(run("b.db", &["restore", "--from", "backups/one"]), 0, &["Restored into sqlite:", "Lost is everything"]);
    says(run("b.db", &["migrate"]), 0, &["up to date"]);
    says(run("b.db", &["backup"]), 2, &["--to"]);
    std::fs::write(folder.path().join("backups/one/database.sqlite"), b"SQLite").unwrap();
    says(run("c.db", &["restore", "--from", "backups/one", "--check"]), 1, &["is damaged", "take another backup"]);
}

#[test]
fn a_telephone_is_reset_by_the_address_or_by_the_number_of_the_slip() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    let run = |words: &[&str]| allmende(folder.path(), "a.db", &[&["admin", "reset-second-factor"], words].concat());
    assert_eq!(allmende(folder.path(), "a.db", &["migrate"]).0, Some(0));
    let file = folder.path().join("data/a.db").display().to_string();
    let mut database = SqliteConnection::establish(&file).unwrap();
    database
        .batch_execute(
            "insert into accounts (id, personnel_mac, display_name, language, created_at, used_on) \
             values (1, x'01', '', 'de', '2027-05-01 12:00:00', '2027-05-01'); \
             insert into second_factors (account_id, secret, last_step, confirmed_at) \
             values (1, x'01', 0, '2027-05-01 12:00:00'); \
             insert into personnel_batches (id, form_key, word, first_serial, size, made_at) \
             values (1, 'a', '', 7, 2, '2027-05-01 12:00:00'); \
             insert into personnel_codes (serial, batch_id, account_id, version) values (7, 1, 1, 1), (8, 1, null, 1);",
        )
        .unwrap();

    for (words, code, said) in [
        (&[][..], 2, "<--email <EMAIL>|--slip <SLIP>>"),
        (&["--email", "ada@example.org", "--slip", "7"], 2, "cannot be used with"),
        (&["--slip", "nine"], 2, "invalid value 'nine'"),
        (&["--slip", "9"], 2, "there is no slip number 9"),
        (&["--slip", "8"], 2, "the account of slip number 8 was deleted"),
        (&["--slip", "7"], 0, "Whoever has slip number 7 signs in as before"),
        (&["--slip", "7"], 1, "has no second factor"),
    ] {
        let (ended, text) = run(words);
        assert_eq!(ended, Some(code), "{words:?}: {text}");
        assert!(text.contains(said), "{words:?}: {text}");
    }
}

#[test]
fn an_account_that_never_held_a_role_is_closed_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    assert_eq!(allmende(folder.path(), "a.db", &["migrate"]).0, Some(0));
    let file = folder.path().join("data/a.db").display().to_string();
    let mut database = SqliteConnection::establish(&file).unwrap();
    database
        .batch_execute(
            "insert into accounts (id, email, display_name, language, created_at, used_on) \
             values (1, 'bea@example.org', '', 'de', '2027-05-01 12:00:00', '2027-05-01');",
        )
        .unwrap();

    for (command, code, said) in [
        ("reopen-account", 1, "the account is open"),
        ("close-account", 0, "bea@example.org cannot sign in any more"),
        ("close-account", 1, "the account is closed"),
        ("reopen-account", 0, "bea@example.org can sign in again"),
    ] {
        let (ended, text) = allmende(folder.path(), "a.db", &["admin", command, "--email", "bea@example.org"]);
        assert_eq!(ended, Some(code), "{command}: {text}");
        assert!(text.contains(said), "{command}: {text}");
    }
    let wanted = ["account_closed", "account_reopened"];
    let told = mails::table.order(mails::id).select(mails::message).load::<String>(&mut database).unwrap();
    let acts = entries::act.eq_any(wanted);
    let noted = entries::table.filter(acts).order(entries::at).select(entries::act).load::<String>(&mut database);
    assert_eq!((told, noted.unwrap()), (wanted.map(str::to_owned).to_vec(), wanted.map(str::to_owned).to_vec()));
}

#[test]
fn an_account_gets_another_address_by_its_own_or_by_the_number_of_the_slip() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    assert_eq!(allmende(folder.path(), "a.db", &["migrate"]).0, Some(0));
    let file = folder.path().join("data/a.db").display().to_string();
    let mut database = SqliteConnection::establish(&file).unwrap();
    database
        .batch_execute(
            "insert into accounts (id, email, personnel_mac, display_name, language, created_at, used_on, disabled_at) \
             values (1, 'eve@example.org', null, '', 'de', '2027-05-01 12:00:00', '2027-05-01', null), \
             (2, 'carl@example.org', null, '', 'de', '2027-05-01 12:00:00', '2027-05-01', '2027-05-01 12:00:00'), \
             (3, null, x'01', '', 'de', '2027-05-01 12:00:00', '2027-05-01', null); \
             insert into personnel_batches (id, form_key, word, first_serial, size, made_at) \
             values (1, 'a', '', 7, 1, '2027-05-01 12:00:00'); \
             insert into personnel_codes (serial, batch_id, account_id, version) values (7, 1, 3, 1);",
        )
        .unwrap();

    for (words, code, said) in [
        (&["--email", "eve@example.org"][..], 2, "--to <EMAIL>"),
        (&["--to", "bea@example.org"], 2, "<--email <EMAIL>|--slip <SLIP>>"),
        (&["--email", "eve@example.org", "--to", "bea"], 2, "--to: this is not an e-mail address; it needs one @"),
        (&["--email", "nobody@example.org", "--to", "bea@example.org"], 2, "nobody has an account with nobody@"),
        (&["--email", "eve@example.org", "--to", "carl@example.org"], 1, "its owner can delete that account"),
        (&["--email", "eve@example.org", "--to", "Eve@Example.org"], 1, "has this address already"),
        (&["--email", "eve@example.org", "--to", "Bea@Example.org"], 0, "signs in with bea@example.org from now on"),
        (&["--email", "eve@example.org", "--to", "bea@example.org"], 2, "nobody has an account with eve@"),
        (&["--email", "carl@example.org", "--to", "c@example.org"], 0, "still closed: allmende admin reopen-account"),
        (&["--slip", "7", "--to", "dora@example.org"], 0, "Whoever has slip number 7 signs in with dora@example.org"),
    ] {
        let (ended, text) = allmende(folder.path(), "a.db", &[&["admin", "set-address"], words].concat());
        assert_eq!(ended, Some(code), "{words:?}: {text}");
        assert!(text.contains(said), "{words:?}: {text}");
    }
}
