//! D8: many casts of one person at once. One is recorded; nobody is told anything else.

use std::collections::BTreeSet;
use std::sync::Arc;

use allmende::actions::ballot::{CastBallot, CastBallotError};
use allmende::domain::ids::CastNumber;
use allmende::secrecy::Leaf;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{TestApp, TestRound};

/// Releases all casts at one moment.
async fn cast_together(round: &TestRound, ballots: Vec<CastBallot>) -> Vec<Result<Leaf, CastBallotError>> {
    let gate = Arc::new(Barrier::new(ballots.len()));
    let mut all = JoinSet::new();
    for ballot in ballots {
        let (round, gate) = (round.clone(), Arc::clone(&gate));
        all.spawn(async move {
            gate.wait().await;
            round.cast(ballot).await
        });
    }
    all.join_all().await
}

/// `pages` check pages that show the same number, each sent `times` times with its own key.
async fn race(round: &TestRound, seen: u32, pages: u32, times: usize) {
    let voter = round.a_voter().await;
    for number in 0..seen {
        round.cast_for(&voter, number, &[(1, 1)]).await;
    }
    let before = round.leaves().await.len();
    let ballots = (0..pages).flat_map(|page| {
        let page = round.check_page(&voter, seen, &[(1 + page % 6, 1)]);
        std::iter::repeat_n(page, times)
    });

    let answers = cast_together(round, ballots.collect()).await;

    let (recorded, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    let leaves: BTreeSet<Leaf> = recorded.iter().flatten().copied().collect();
    assert_eq!(leaves.len(), 1, "all who are acknowledged get the same leaf");
    assert_eq!(recorded.len(), times, "every sending of the one page is acknowledged");
    assert!(refused.iter().all(|one| matches!(one, Err(CastBallotError::ChangedElsewhere))), "{refused:?}");
    let participation = round.participation(&voter).await.unwrap();
    assert_eq!(participation.cast_number, CastNumber::new(seen + 1));
    let (pseudonym, keys) = (round.round_keys().pseudonym(&voter.row.person), round.round_keys());
    let id = round.round.id;
    let found = round.db.read(move |conn| allmende::store::ballots::find_ballot(conn, id, &pseudonym)).await;
    let content = keys.open_ballot(&pseudonym, &found.unwrap().unwrap().sealed).unwrap();
    assert_eq!(content.cast_number, CastNumber::new(seen + 1));
    assert_eq!(leaves.first(), Some(&keys.leaf(round.round.format, &content).unwrap()));
    assert_eq!(round.leaves().await.len(), before + 1, "a refused cast leaves nothing behind");
}

/// `repeats` short races, every other one over a ballot that lies there already.
pub(crate) async fn short_races(database: TestDatabase, repeats: u32, casts: u32) {
    let app = TestApp::new(database).await;
    let round = app.voting_round("d8").await;
    for repeat in 0..repeats {
        race(&round, repeat % 2, casts / 2, 2).await;
    }
    assert_eq!(round.box_content().await.len(), usize::try_from(repeats).unwrap());
}

on_both! {
    async fn d8_of_a_thousand_first_casts_one_is_recorded(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("d8").await;

        race(&round, 0, 200, 5).await;

        assert_eq!(round.box_content().await.len(), 1);
    }
}

on_both! {
    async fn d8_of_a_thousand_replacements_one_is_recorded(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("d8").await;

        race(&round, 1, 1000, 1).await;

        assert_eq!(round.box_content().await.len(), 1);
    }
}

on_both! {
    async fn d8_holds_fifty_times(database) {
        short_races(database, 50, 20).await;
    }
}
