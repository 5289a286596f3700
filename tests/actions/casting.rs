//! Casting one after the other: answers that were lost, pages of an earlier state, and D9, the last second.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use allmende::actions::ballot::CastBallotError;
use allmende::actions::round::{certify_round, close_voting};
use allmende::domain::ids::CastNumber;
use allmende::domain::permission::Actor;
use allmende::domain::schedule::Window;
use allmende::store::schema::ballots;
use allmende::store::{Clock, Fate, FixedTime, Lock, StoreError, Tx};
use chrono::TimeDelta;
use diesel::prelude::*;
use tokio::task::JoinSet;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestApp, TestRound};
use crate::harness::voters::{Points, Voter};

on_both! {
    async fn a_cast_that_is_sent_again_gets_the_first_answer(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("again").await;
        let voter = round.a_voter().await;
        let page = round.check_page(&voter, 0, &[(1, 3), (4, 5)]);

        let first = round.cast(page.clone()).await.unwrap();
        let second = round.cast(page).await.unwrap();

        assert_eq!(first, second);
        assert_eq!(round.participation(&voter).await.unwrap().cast_number, CastNumber::new(1));
        assert_eq!(round.leaves().await, [first]);
    }
}

on_both! {
    async fn a_cast_whose_answer_was_lost_is_confirmed_after_the_end(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("late").await;
        let voter = round.a_voter().await;
        let page = round.check_page(&voter, 0, &[(1, 3)]);
        let first = round.cast(page.clone()).await.unwrap();

        app.pass_the_end(&round).await;
        close_voting(&app.db, Actor::System, round.round.id).await.unwrap();

        assert_eq!(round.cast(page).await.unwrap(), first);
        let other = round.cast(round.check_page(&voter, 1, &[(1, 3)])).await;
        assert!(matches!(other, Err(CastBallotError::NotOpen)), "{other:?}");
    }
}

on_both! {
    async fn a_recorded_ballot_that_cannot_be_read_is_not_told_to_be_uncast(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("torn").await;
        let page = round.check_page(&round.a_voter().await, 0, &[(1, 3)]);
        round.cast(page.clone()).await.unwrap();
        let tear = |tx: &mut Tx<'_>| Ok(diesel::update(ballots::table).set(ballots::sealed.eq(vec![1_u8])).execute(tx.conn)?);
        app.db.write(Lock::Nothing, tear).await.map_err(|error: StoreError| error).unwrap();

        let again = round.cast(page).await.unwrap_err();

        assert!(matches!(again, CastBallotError::Unreadable(_)), "{again:?}");
        assert_eq!(again.fate(), Fate::Unknown);
    }
}

on_both! {
    async fn a_replacement_takes_the_place_of_the_ballot(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("replace").await;
        let voter = round.a_voter().await;

        let first = round.cast_for(&voter, 0, &[(1, 3)]).await;
        let second = round.cast_for(&voter, 1, &[(2, 5), (4, 1)]).await;

        let in_box = round.box_content().await;
        assert_eq!(in_box.iter().map(|(_, leaf)| *leaf).collect::<Vec<_>>(), [second]);
        assert_eq!(round.leaves().await.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([first, second]));
    }
}

on_both! {
    async fn a_page_of_an_earlier_state_is_refused(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("stale").await;
        let voter = round.a_voter().await;
        round.cast_for(&voter, 0, &[(1, 3)]).await;

        let stale_tab = round.cast(round.check_page(&voter, 0, &[(2, 3)])).await;
        let from_nowhere = round.cast(round.check_page(&round.a_voter().await, 7, &[(2, 3)])).await;
        let mut old_ballot = round.check_page(&voter, 1, &[(2, 3)]);
        old_ballot.ballot_version -= 1;
        let old_ballot = round.cast(old_ballot).await;

        assert!(matches!(stale_tab, Err(CastBallotError::ChangedElsewhere)), "{stale_tab:?}");
        assert!(matches!(from_nowhere, Err(CastBallotError::ChangedElsewhere)), "{from_nowhere:?}");
        assert!(matches!(old_ballot, Err(CastBallotError::BallotChanged)), "{old_ballot:?}");
        assert_eq!(round.participation(&voter).await.unwrap().cast_number, CastNumber::new(1));
        assert_eq!(round.leaves().await.len(), 1);
    }
}

on_both! {
    async fn a_code_of_another_round_casts_nothing(database) {
        let app = TestApp::new(database).await;
        let (here, there) = (app.voting_round("here").await, app.voting_round("there").await);
        let stranger = there.a_voter().await;

        let answer = here.cast(here.check_page(&stranger, 0, &[(1, 1)])).await;

        assert!(matches!(answer, Err(CastBallotError::Forbidden(_))), "{answer:?}");
        assert!(here.box_content().await.is_empty());
        assert!(there.box_content().await.is_empty());
        assert_eq!(there.participation(&stranger).await, None);
    }
}

on_both! {
    async fn a_lost_key_refuses_every_cast(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("lost").await;
        let voter = round.a_voter().await;
        round.cast_for(&voter, 0, &[(1, 1)]).await;
        let key = app.key_file(&round.round);
        let kept = std::fs::read(&key).unwrap();
        std::fs::remove_file(&key).unwrap();

        let answer = round.cast(round.check_page(&voter, 1, &[(2, 1)])).await;

        assert!(matches!(answer, Err(CastBallotError::Key(_))), "{answer:?}");
        // Back from its offline copy, as the operator would do it.
        std::fs::write(&key, kept).unwrap();
        std::fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        round.cast_for(&voter, 1, &[(2, 1)]).await;
    }
}

on_both! {
    async fn d9_who_is_acknowledged_in_the_last_second_is_counted(database) {
        last_seconds(database, 2, 100).await;
    }
}

/// Casts of `many` people around the end of `repeats` rounds, on a clock that moves meanwhile.
pub(crate) async fn last_seconds(database: TestDatabase, repeats: u32, many: u32) {
    let app = TestApp::new(database).await;
    for repeat in 0..repeats {
        let round = app.voting_round(&format!("d9-{repeat}")).await;
        last_second(&app, &round, many).await;
    }
}

async fn last_second(app: &TestApp, round: &TestRound, many: u32) {
    let closes = round.now().await.schedule.span(Window::Voting).unwrap().closes_at.unwrap();
    let voters = round.voters(many).await;
    app.time.set(closes.plus(TimeDelta::milliseconds(-20)));
    let over = Arc::new(AtomicBool::new(false));
    let ticking = tokio::task::spawn_blocking({
        let (time, over) = (app.time.clone(), Arc::clone(&over));
        move || tick(&time, &over)
    });

    let mut all = JoinSet::new();
    for (place, voter) in voters.into_iter().enumerate() {
        let (round, time) = (round.clone(), app.time.clone());
        let points: Points = vec![(u32::try_from(place % 6).unwrap() + 1, 1 + i64::try_from(place % 5).unwrap())];
        let pause = std::time::Duration::from_millis(u64::try_from(place).unwrap());
        all.spawn(async move {
            // Spread over the end; what is asserted does not depend on how.
            tokio::time::sleep(pause).await;
            let begun = time.get();
            let answer = round.cast(round.check_page(&voter, 0, &points)).await;
            (begun, time.get(), points, answer)
        });
    }
    let answers = all.join_all().await;
    over.store(true, Ordering::SeqCst);
    ticking.await.unwrap();

    for (begun, ended, _, answer) in &answers {
        match answer {
            Ok(_) => assert!(*begun < closes, "a cast that began after the end was admitted"),
            Err(CastBallotError::NotOpen) => assert!(*ended >= closes, "a cast was refused before the end"),
            Err(other) => panic!("{other:?}"),
        }
    }
    let acknowledged: Vec<Points> =
        answers.into_iter().filter(|(.., answer)| answer.is_ok()).map(|(_, _, points, _)| points).collect();
    app.certify(round).await;
    app.run_jobs().await;
    assert_eq!(round.profile().await, round.profile_of(&acknowledged));
}

/// A millisecond of the clock for each that passes, until the end is well over.
fn tick(time: &FixedTime, over: &AtomicBool) {
    while !over.load(Ordering::SeqCst) {
        std::thread::sleep(std::time::Duration::from_millis(1));
        time.set(time.get().plus(TimeDelta::milliseconds(1)));
    }
}

on_both! {
    async fn once_voting_is_closed_a_clock_that_is_behind_admits_nobody(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("behind").await;
        let voters: Vec<Voter> = round.voters(2).await;
        round.cast_for(&voters[0], 0, &[(1, 1)]).await;
        app.pass_the_end(&round).await;
        close_voting(&app.db, Actor::System, round.round.id).await.unwrap();

        let behind = Clock::Fixed(FixedTime::new(app.time.get().plus(TimeDelta::seconds(-5))));
        let mut elsewhere = round.clone();
        elsewhere.db = app.database.with_clock(behind);
        let answer = elsewhere.cast(round.check_page(&voters[1], 0, &[(2, 1)])).await;

        assert!(matches!(answer, Err(CastBallotError::NotOpen)), "{answer:?}");
        certify_round(&app.db, OFFICE, round.round.id).await.unwrap();
        app.run_jobs().await;
        assert_eq!(round.profile().await, round.profile_of(&[vec![(1, 1)]]));
    }
}
