//! The arrows of `src/lib.rs`: who may use whom, and what only one room may do. Read from the sources.

use crate::harness::sources::{Source, read_below};

mod rules;

use rules::{faults, faults_of_tally};

fn told(faults: &[String]) -> String {
    format!("{} faults:\n{}", faults.len(), faults.join("\n"))
}

#[test]
fn every_arrow_points_down() {
    let found: Vec<String> = read_below("src").iter().flat_map(faults).collect();

    assert!(found.is_empty(), "{}", told(&found));
}

#[test]
fn the_counting_crate_knows_nothing_but_numbers() {
    let found: Vec<String> = read_below("tally/src").iter().flat_map(faults_of_tally).collect();

    assert!(found.is_empty(), "{}", told(&found));
}

/// What the rules say of one made-up file.
fn said(path: &str, text: &str) -> Vec<String> {
    faults(&Source::new(path, text))
}

#[test]
fn an_arrow_that_points_up_is_found_with_its_line() {
    assert_eq!(
        said("src/domain/ballot.rs", "//! Ballots.\n\nuse crate::store::Db;\n"),
        ["src/domain/ballot.rs:3: domain may not use store"]
    );
    assert_eq!(
        said("src/store/ballots.rs", "//! Box.\nuse crate::{\n    actions::ballot,\n    domain::ids,\n};\n"),
        ["src/store/ballots.rs:2: store may not use actions"]
    );
    assert_eq!(
        said("src/locale/words.rs", "//! Words.\nfn go() { let a = crate::web::layout(); }\n"),
        ["src/locale/words.rs:2: locale may not use web"]
    );
    assert_eq!(said("src/secrecy/leaf.rs", "//! Leaf.\nuse crate::store::ballots;\n").len(), 1);
    assert_eq!(said("src/actions/round/x.rs", "//! X.\nuse crate::jobs::start;\n").len(), 1);
    assert_eq!(
        said("src/nowhere/x.rs", "//! X.\nuse crate::domain::ids;\n"),
        ["src/nowhere/x.rs:1: nowhere is no room of the house; give it its place in tests/architecture/rules.rs"]
    );
}

#[test]
fn an_arrow_that_points_down_or_stays_in_its_room_is_none() {
    for (path, text) in [
        ("src/web/vote/cast.rs", "//! X.\nuse crate::actions::ballot::cast_ballot;\nuse crate::web::parts;\n"),
        ("src/store/roll.rs", "//! X.\nuse crate::secrecy::PersonRef;\nuse diesel::prelude::*;\n"),
        ("src/domain/x.rs", "//! X, which crate::store keeps.\nuse crate::domain::ids;\nlet a = \"crate::web\";\n"),
        ("src/domain/x.rs", "//! X.\nfn a() {}\n#[cfg(test)]\nmod tests { use crate::store::Db; }\n"),
    ] {
        assert_eq!(said(path, text), [""; 0], "{path}");
    }
}

#[test]
fn what_only_one_room_may_do_is_found_elsewhere() {
    for (path, line, fault) in [
        ("src/web/round/show.rs", "use diesel::prelude::*;", "only store uses diesel"),
        ("src/actions/x.rs", "use crate::store::schema::rounds;", "only store uses the schema"),
        ("src/jobs/x.rs", "let now = Utc::now();", "only store::clock asks what time it is"),
        ("src/store/jobs.rs", "let now = std::time::SystemTime::now();", "only store::clock asks what time it is"),
        ("src/web/x.rs", "let start = std::time::Instant::now();", "only store::clock asks what time it is"),
        ("src/store/roll.rs", "Conn::Sqlite(c) => todo(c),", "matches on the database"),
        ("src/web/x.rs", "println!(\"hello\");", "only cli prints"),
        ("src/jobs/x.rs", "eprintln!(\"hello\");", "only cli prints"),
        ("src/web/x.rs", "let a = std::env::var(\"A\");", "only cli and config read the environment"),
        ("src/domain/x.rs", "std::fs::read(path)", "domain is pure"),
        ("src/domain/x.rs", "use tokio::sync::Mutex;", "domain is pure"),
        ("src/domain/x.rs", "let now = chrono::Local::now();", "only store::clock asks what time it is"),
    ] {
        let found = said(path, &format!("//! X.\n{line}\n"));
        assert!(found.iter().any(|one| one.starts_with(&format!("{path}:2: {fault}"))), "{path} {line}: {found:?}");
    }
    for (path, line) in [
        ("src/store/clock.rs", "Utc::now()"),
        ("src/store/conn.rs", "Conn::Sqlite(a) => b,"),
        ("src/cli/serve.rs", "println!(\"hello\");"),
        ("src/config.rs", "std::env::var(\"A\")"),
        ("src/media/mod.rs", "std::fs::read(path)"),
    ] {
        assert_eq!(said(path, &format!("//! X.\n{line}\n")), [""; 0], "{path} {line}");
    }
    let tally = faults_of_tally(&Source::new("tally/src/count.rs", "//! X.\nuse chrono::Utc;\n"));
    assert_eq!(tally, ["tally/src/count.rs:2: tally is pure and does not use chrono::"]);
    let floats = faults_of_tally(&Source::new("tally/src/count.rs", "//! X.\nlet half = 0.5_f64;\n"));
    assert_eq!(floats, ["tally/src/count.rs:2: tally counts without floating-point numbers"]);
}

#[test]
fn a_long_file_and_one_that_does_not_say_what_it_is_are_named() {
    let long = format!("//! X.\n{}", "fn a() {}\n".repeat(500));

    assert_eq!(said("src/web/x.rs", &long), ["src/web/x.rs:501: 501 lines; over 500 need a reason in LONG"]);
    assert_eq!(said("src/web/x.rs", "fn a() {}\n"), ["src/web/x.rs:1: it does not begin with what lives here (//!)"]);
}
