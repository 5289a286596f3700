//! D10: ends that meet. Two administrators, two programs, an extension and the clock: one transition each.

use allmende::actions::round::{
    RoundError, certify_round, close_voting, close_voting_early, extend_voting, open_voting,
};
use allmende::domain::job::Boundary;
use allmende::domain::permission::Actor;
use allmende::domain::schedule::Window;
use allmende::jobs;
use allmende::store::jobs::{count_open_jobs, list_due_transitions};
use allmende::store::{Clock, FixedTime};
use chrono::TimeDelta;

use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestApp, TestRound, reason, refusal};

async fn close_twice(app: &TestApp, round: &TestRound) {
    let id = round.round.id;
    let (first, second) = tokio::join!(
        tokio::spawn({
            let db = app.db.clone();
            async move { close_voting(&db, Actor::System, id).await }
        }),
        tokio::spawn({
            let db = app.db.clone();
            async move { close_voting(&db, OFFICE, id).await }
        }),
    );
    first.unwrap().unwrap();
    second.unwrap().unwrap();
}

async fn certify_twice(app: &TestApp, round: &TestRound) -> Vec<Result<(), RoundError>> {
    let certify = || {
        let (db, id) = (app.db.clone(), round.round.id);
        tokio::spawn(async move { certify_round(&db, OFFICE, id).await })
    };
    let (first, second) = tokio::join!(certify(), certify());
    vec![first.unwrap(), second.unwrap()]
}

/// Closing, certifying and all that follows, each by two at once.
pub(crate) async fn ends_that_meet(database: TestDatabase, repeats: u32) {
    let app = TestApp::new(database).await;
    for repeat in 0..repeats {
        let round = app.voting_round(&format!("d10-{repeat}")).await;
        let voter = round.a_voter().await;
        round.cast_for(&voter, 0, &[(1, 5), (4, 5)]).await;
        app.pass_the_end(&round).await;

        close_twice(&app, &round).await;
        let signed = certify_twice(&app, &round).await;
        let (one, other) = tokio::join!(jobs::run_until_idle(&app), jobs::run_until_idle(&app));
        one.unwrap();
        other.unwrap();

        assert_eq!(signed.iter().filter(|one| one.is_ok()).count(), 1);
        assert!(signed.iter().any(|one| matches!(one, Err(RoundError::AlreadyCertified))), "{signed:?}");
        for act in [
            "voting_opened",
            "voting_closed",
            "round_certified",
            "ballots_opened",
            "round_key_destroyed",
            "count_finished",
        ] {
            // The clock's boundary of the opening may have been passed by either worker, or not at all by now.
            assert_eq!(app.count_acts(&round.round, act).await, 1, "{act}: {:?}", app.acts(&round.round).await);
        }
        assert_eq!(round.profile().await, round.profile_of(&[vec![(1, 5), (4, 5)]]));
    }
}

on_both! {
    async fn d10_two_at_once_make_each_step_once(database) {
        ends_that_meet(database, 5).await;
    }
}

on_both! {
    async fn closing_twice_is_entered_and_told_once(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("twice").await;
        let id = round.round.id;
        app.pass_the_end(&round).await;

        close_voting(&app.db, Actor::System, id).await.unwrap();
        close_voting(&app.db, OFFICE, id).await.unwrap();

        assert_eq!(app.count_acts(&round.round, "voting_closed").await, 1);
        assert_eq!(app.db.read(count_open_jobs).await.unwrap(), 0);
        let now = app.time.get();
        let due = app.db.read(move |conn| list_due_transitions(conn, now)).await.unwrap();
        assert_eq!(due, [(id, Boundary::VotingOpens)], "only the opening is left for the worker");
    }
}

on_both! {
    async fn the_beginning_of_voting_is_entered_once(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("begin").await;

        let (one, other) = tokio::join!(
            open_voting(&app.db, Actor::System, round.round.id),
            open_voting(&app.db, Actor::System, round.round.id),
        );
        one.unwrap();
        other.unwrap();
        app.run_jobs().await;

        assert_eq!(app.count_acts(&round.round, "voting_opened").await, 1);
    }
}

on_both! {
    async fn an_extension_and_the_clock_never_both_win(database) {
        let app = TestApp::new(database).await;
        for repeat in 0..10 {
            let round = app.voting_round(&format!("race-{repeat}")).await;
            let id = round.round.id;
            let closes = round.now().await.schedule.span(Window::Voting).unwrap().closes_at.unwrap();
            let later = closes.plus(TimeDelta::days(1));
            app.time.set(closes.plus(TimeDelta::milliseconds(-1)));

            let extension = tokio::spawn({
                let db = app.db.clone();
                async move { extend_voting(&db, OFFICE, id, later, reason()).await }
            });
            let closing = tokio::spawn({
                let (db, time) = (app.db.clone(), app.time.clone());
                async move {
                    time.set(closes);
                    close_voting(&db, Actor::System, id).await
                }
            });
            let (extension, closing) = (extension.await.unwrap(), closing.await.unwrap());

            let now = round.now().await;
            let end = now.schedule.span(Window::Voting).unwrap().closes_at.unwrap();
            match (&extension, &closing) {
                (Ok(()), Err(RoundError::VotingNotOver)) => {
                    assert_eq!((end, now.facts.voting_closed_at), (later, None));
                }
                (Err(RoundError::VotingNotOpen), Ok(())) => {
                    assert_eq!((end, now.facts.voting_closed_at), (closes, Some(closes)));
                }
                both => panic!("{both:?}"),
            }
            app.time.set(later);
            app.run_jobs().await;
            assert_eq!(app.count_acts(&round.round, "voting_closed").await, 1);
        }
    }
}

on_both! {
    async fn a_clock_that_is_behind_reopens_nothing(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("reopen").await;
        let id = round.round.id;
        app.pass_the_end(&round).await;
        close_voting(&app.db, Actor::System, id).await.unwrap();
        let end = app.time.get();
        let behind = app.database.with_clock(Clock::Fixed(FixedTime::new(end.plus(TimeDelta::seconds(-5)))));

        let extended = extend_voting(&behind, OFFICE, id, end.plus(TimeDelta::days(1)), reason()).await;
        let closed = close_voting_early(&behind, OFFICE, id, reason()).await;

        assert!(matches!(refusal(extended), RoundError::VotingNotOpen));
        assert!(matches!(refusal(closed), RoundError::VotingNotOpen));
        assert_eq!(app.count_acts(&round.round, "voting_closed").await, 1);
    }
}

on_both! {
    async fn a_worker_whose_clock_is_ahead_holds_up_no_other_round(database) {
        let app = TestApp::new(database).await;
        let (ahead, due) = (app.voting_round("ahead").await, app.voting_round("due").await);
        let voter = due.a_voter().await;
        due.cast_for(&voter, 0, &[(1, 1)]).await;
        close_voting_early(&app.db, OFFICE, due.round.id, reason()).await.unwrap();
        certify_round(&app.db, OFFICE, due.round.id).await.unwrap();
        // Its boundary is due, but the transaction says that voting is not over: as with two clocks that disagree.
        let (id, now) = (ahead.round.id, app.time.get());
        app.db
            .write(allmende::store::Lock::Round(id), move |tx| {
                allmende::store::jobs::insert_or_update_transition(tx, id, Boundary::VotingCloses, now)
            })
            .await
            .unwrap();

        app.run_jobs().await;

        assert_eq!(app.count_acts(&due.round, "count_finished").await, 1);
        assert_eq!(app.count_acts(&ahead.round, "voting_closed").await, 0);
        app.pass_the_end(&ahead).await;
        app.run_jobs().await;
        assert_eq!(app.count_acts(&ahead.round, "voting_closed").await, 1);
    }
}
