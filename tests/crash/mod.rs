//! D1: a program that casts is killed with SIGKILL at random, again and again. What it acknowledged is there, once.
//!
//! The child is this test binary itself, started with [`child::casts_until_it_is_killed`] as its only test. Its ledger
//! lies outside of the database and is on the disk before an answer counts as given. It proves nothing about a power
//! cut, because the page cache outlives the process.

mod child;
pub(crate) mod ledger;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use allmende::secrecy::Leaf;
use allmende::store::participations::find_participation;
use diesel::prelude::*;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{TestApp, TestRound};
use crate::harness::voters::Voter;
use ledger::Ledger;

on_both! {
    async fn d1_what_was_acknowledged_outlives_ten_kills(database) {
        kill_while_casting(database, Size { kills: 10, ballots: 600, voters: 120 }).await;
    }
}

/// How much is done.
pub(crate) struct Size {
    pub(crate) kills: usize,
    /// Casts, replacements included; the last child is left alone until there are so many.
    pub(crate) ballots: usize,
    pub(crate) voters: u32,
}

pub(crate) async fn kill_while_casting(database: TestDatabase, size: Size) {
    let app = TestApp::new(database).await;
    let round = app.voting_round("d1").await;
    let voters = round.voters(size.voters).await;
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("ledger");
    child::write_assignment(folder.path(), &app, &round, &voters, size.ballots);

    let mut survived = 0;
    let started = Instant::now();
    for kill in 0..size.kills {
        let mut child = start_child(folder.path());
        let so_far = size.ballots * kill / (size.kills + 1);
        if wait_for(&mut child, &ledger, so_far) {
            std::thread::sleep(Duration::from_millis(rand::random_range(0..50)));
        } else {
            survived += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_whole(&app);
    }
    let mut last = start_child(folder.path());
    assert!(last.wait().unwrap().success(), "the last child was to end by itself");
    assert_eq!(survived, 0, "children ended before they were killed: give them more ballots");

    let ledger = Ledger::read(&ledger);
    let kept = compare(&round, &voters, &ledger).await;
    eprintln!(
        "D1 on {}: {} kills, {} casts begun, {} acknowledged, 0 missing, 0 double, {} replayed, {:.1} s; so a kill \
         loses an acknowledged ballot in less than {:.1} % of cases (95 %)",
        if app.database.is_postgres() { "PostgreSQL" } else { "SQLite" },
        size.kills,
        ledger.begun.len(),
        ledger.acknowledged.len(),
        kept.replayed,
        started.elapsed().as_secs_f64(),
        300.0 / f64::from(u32::try_from(size.kills).unwrap()),
    );
}

fn start_child(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child::casts_until_it_is_killed", "--ignored", "--quiet"])
        .env(child::FOLDER, folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until more than `so_far` casts are acknowledged; false when the child ended first.
fn wait_for(child: &mut Child, ledger: &Path, so_far: usize) -> bool {
    let patience = Instant::now();
    loop {
        if Ledger::read(ledger).acknowledged.len() > so_far {
            return true;
        }
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        assert!(patience.elapsed() < Duration::from_secs(60), "the child acknowledges nothing");
        std::thread::sleep(Duration::from_millis(3));
    }
}

#[derive(QueryableByName)]
struct Integrity {
    #[diesel(sql_type = diesel::sql_types::Text)]
    integrity_check: String,
}

/// SQLite's own check of its file. PostgreSQL was not killed, only its client.
fn assert_whole(app: &TestApp) {
    if let Some(file) = app.database.url.file() {
        let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
        let rows: Vec<Integrity> = diesel::sql_query("pragma integrity_check").load(&mut conn).unwrap();
        assert_eq!(rows.iter().map(|row| row.integrity_check.as_str()).collect::<Vec<_>>(), ["ok"]);
    }
}

struct Kept {
    replayed: usize,
}

/// Holds the ledger against the database.
async fn compare(round: &TestRound, voters: &[Voter], ledger: &Ledger) -> Kept {
    let leaves = round.leaves().await;
    let recorded: BTreeSet<Leaf> = leaves.iter().copied().collect();
    assert_eq!(leaves.len(), recorded.len(), "no leaf is there twice");
    let in_box: BTreeMap<Leaf, u32> =
        round.box_content().await.into_iter().map(|(content, leaf)| (leaf, content.cast_number.value())).collect();

    let mut casts = 0_usize;
    for (place, voter) in voters.iter().enumerate() {
        let (id, person) = (round.round.id, voter.row.person);
        let participation = round.db.read(move |conn| find_participation(conn, id, &person)).await.unwrap();
        let number = participation.map_or(0, |found| found.cast_number.value());
        casts += usize::try_from(number).unwrap();
        let acknowledged: Vec<_> = ledger.acknowledged_to(place).collect();
        // Each number once: a replay of a recorded cast got the first answer, not a number of its own.
        assert_eq!(u32::try_from(acknowledged.len()).unwrap(), number, "voter {place}");
        for ((_, cast), leaf) in acknowledged {
            assert!(recorded.contains(leaf), "voter {place} has a receipt for cast {cast} that is not there");
            assert_eq!(in_box.get(leaf).copied(), (*cast == number).then_some(number), "only the last is in the box");
        }
    }
    assert_eq!(casts, recorded.len(), "as many leaves as casts");
    assert_eq!(in_box.len(), voters_who_voted(ledger), "one ballot for each who voted");
    Kept { replayed: ledger.begun.len() - ledger.begun.iter().collect::<BTreeSet<_>>().len() }
}

fn voters_who_voted(ledger: &Ledger) -> usize {
    ledger.acknowledged.keys().map(|(voter, _)| *voter).collect::<BTreeSet<_>>().len()
}
