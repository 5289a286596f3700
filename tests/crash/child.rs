//! The program that is killed: it casts over and over, four people at once, and notes what it was told.
//!
//! Everything random of a cast follows from voter and number, as if the browser had kept the form: a cast whose answer
//! was lost is sent again with the same key by the next child.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use allmende::domain::ids::RoundId;
use allmende::domain::letter_code::LetterCode;
use allmende::secrecy::{Fingerprint, Installation, KeyDirectory};
use allmende::store::areas::list_areas;
use allmende::store::roll::find_code_holder;
use allmende::store::rounds::find_round;
use allmende::store::{Clock, DatabaseUrl, Db, FixedTime, Migrations, Sizes, StoreError};
use sha2::{Digest, Sha256};

use super::ledger::{Ledger, Pen};
use crate::harness::rounds::{TestApp, TestRound};
use crate::harness::voters::Voter;

/// Names the folder of the assignment and of the ledger.
pub(super) const FOLDER: &str = "ALLMENDE_TEST_CRASH_FOLDER";

const AT_ONCE: usize = 4;

/// What the child is told: database, keys, fingerprint, round, time, how many casts, and the codes.
pub(super) fn write_assignment(folder: &Path, app: &TestApp, round: &TestRound, voters: &[Voter], ballots: usize) {
    let mut lines = vec![
        app.config.database.to_string(),
        app.config.keys.display().to_string(),
        app.keys.installation_fingerprint().to_string(),
        round.round.id.to_string(),
        app.time.get().to_rfc3339(),
        ballots.to_string(),
    ];
    lines.extend(voters.iter().map(|voter| voter.code.to_string()));
    std::fs::write(folder.join("assignment"), lines.join("\n")).unwrap();
}

#[ignore = "started by the tests of crashes, which kill it"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn casts_until_it_is_killed() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("the tests of crashes start this and name a folder"));
    let text = std::fs::read_to_string(folder.join("assignment")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let [url, keys, fingerprint, id, time, ballots, codes @ ..] = &lines[..] else { panic!("{text}") };
    let clock = Clock::Fixed(FixedTime::new(allmende::domain::time::Instant::parse(time).unwrap()));
    let url = DatabaseUrl::parse(url).unwrap();
    let db = Db::open(&url, clock, Sizes { readers: 2, writers: 4 }, Migrations::Refuse).unwrap();
    let known = Installation::Known(Fingerprint::parse(fingerprint).unwrap());
    let keys = KeyDirectory::open(Path::new(keys), known).unwrap();
    let (round, voters) = load(db, keys, RoundId::new(id.parse().unwrap()), codes).await;

    let ledger = folder.join("ledger");
    let pen = Arc::new(Pen::open(&ledger));
    let so_far = Ledger::read(&ledger);
    let left = ballots.parse::<usize>().unwrap().saturating_sub(so_far.acknowledged.len());
    let mut all = tokio::task::JoinSet::new();
    for lane in 0..AT_ONCE {
        let people: Vec<(usize, Voter, u32)> = voters
            .iter()
            .enumerate()
            .filter(|(place, _)| place % AT_ONCE == lane)
            .map(|(place, voter)| (place, voter.clone(), casts_of(&so_far, place)))
            .collect();
        all.spawn(cast_in_turn(round.clone(), Arc::clone(&pen), people, left.div_ceil(AT_ONCE)));
    }
    all.join_all().await;
}

fn casts_of(ledger: &Ledger, place: usize) -> u32 {
    u32::try_from(ledger.acknowledged_to(place).count()).unwrap()
}

async fn load(db: Db, keys: KeyDirectory, id: RoundId, codes: &[&str]) -> (TestRound, Vec<Voter>) {
    let codes: Vec<LetterCode> = codes.iter().map(|code| LetterCode::parse(code).unwrap()).collect();
    let found_by = keys.clone();
    let (round, areas, voters) = db
        .read(move |conn| {
            let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
            let mut voters = Vec::new();
            for code in codes {
                let mac = found_by.installation().code_mac(&code);
                let row = find_code_holder(conn, &mac)?.ok_or(StoreError::NotFound)?.row;
                voters.push(Voter { code, row });
            }
            Ok::<_, StoreError>((round, list_areas(conn, id)?, voters))
        })
        .await
        .unwrap();
    (TestRound { db, keys, round, areas }, voters)
}

/// Whoever has cast least is next, so that a cast that was cut off is the first to be sent again.
async fn cast_in_turn(round: TestRound, pen: Arc<Pen>, mut people: Vec<(usize, Voter, u32)>, casts: usize) {
    for _ in 0..casts {
        let Some((place, voter, seen)) = people.iter_mut().min_by_key(|(place, _, casts)| (*casts, *place)) else {
            return;
        };
        let cast = (*place, *seen + 1);
        let mut page = round.check_page(voter, *seen, &[(1 + *seen % 6, 1 + i64::from(*seen % 5))]);
        page.cast_key = bytes_of("key", cast);
        page.client_nonce = bytes_of("nonce", cast);
        pen.begin(cast);
        let leaf = round.cast(page).await.unwrap();
        pen.acknowledge(cast, &leaf);
        *seen += 1;
    }
}

fn bytes_of(what: &str, (voter, number): (usize, u32)) -> [u8; 16] {
    let hash = Sha256::digest(format!("{what} {voter} {number}"));
    hash[..16].try_into().unwrap()
}
