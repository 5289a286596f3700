//! The queue: work that fails, work whose worker died, and two workers at once.

use allmende::actions::round::close_voting_early;
use allmende::domain::job::JobKind;
use allmende::domain::permission::Actor;
use allmende::store::jobs::{JobProgress, claim_job, find_latest_job, insert_job};
use allmende::store::{Lock, StoreError};
use allmende::{actions, jobs};
use chrono::TimeDelta;

use crate::harness::rounds::{OFFICE, TestApp, TestRound, reason};

async fn latest(round: &TestRound) -> JobProgress {
    let id = round.round.id;
    round.db.read(move |conn| find_latest_job(conn, id)).await.unwrap().unwrap()
}

on_both! {
    async fn a_job_whose_key_was_away_for_an_hour_is_done_when_it_is_back(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("fails").await;
        round.cast_for(&round.a_voter().await, 0, &[(1, 1)]).await;
        app.certify(&round).await;
        let key = app.key_file(&round.round);
        let away = key.with_extension("away");
        std::fs::rename(&key, &away).unwrap();

        for _ in 0..60 {
            app.run_jobs().await;
            app.wait(TimeDelta::minutes(1));
        }
        assert_eq!(latest(&round).await.state, "waiting");
        assert!(latest(&round).await.error.unwrap().contains("key"));
        assert_eq!(app.count_acts(&round.round, "ballots_opened").await, 0);
        std::fs::rename(&away, &key).unwrap();
        app.wait(TimeDelta::minutes(10));
        app.run_jobs().await;

        assert_eq!((latest(&round).await.kind, latest(&round).await.state.as_str()), (JobKind::CountRound, "done"));
    }
}

on_both! {
    async fn a_job_whose_worker_died_is_taken_by_the_next_after_its_lease(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("dies").await;
        app.certify(&round).await;
        let lease = TimeDelta::minutes(15);
        let claim = || app.db.write(Lock::Nothing, move |tx| {
            let now = tx.now;
            claim_job(tx, now, lease)
        });

        let dead = claim().await.unwrap().unwrap();
        assert_eq!(claim().await.unwrap(), None);
        app.run_jobs().await;
        assert_eq!(latest(&round).await.state, "running");
        app.wait(lease + TimeDelta::seconds(1));
        app.run_jobs().await;

        assert_eq!(dead.kind, JobKind::OpenBox);
        assert_eq!(app.count_acts(&round.round, "count_finished").await, 1);
        assert_eq!((latest(&round).await.kind, latest(&round).await.state.as_str()), (JobKind::CountRound, "done"));
    }
}

on_both! {
    async fn no_two_workers_take_the_same_job(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("many").await;
        let (id, now) = (round.round.id, app.time.get());
        app.db
            .write(Lock::Nothing, move |tx| (0..20).try_for_each(|_| insert_job(tx, JobKind::CountRound, id, now).map(drop)))
            .await
            .unwrap();

        let mut all = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let db = app.db.clone();
            all.spawn(async move {
                db.write(Lock::Nothing, |tx| {
                    let now = tx.now;
                    claim_job(tx, now, TimeDelta::minutes(15))
                })
                .await
            });
        }
        let claimed: Vec<_> = all.join_all().await.into_iter().filter_map(|one: Result<_, StoreError>| one.unwrap()).collect();

        let different: std::collections::BTreeSet<_> = claimed.iter().map(|job| job.id).collect();
        assert_eq!((claimed.len(), different.len()), (20, 20));
    }
}

on_both! {
    async fn the_office_is_told_of_the_end_and_of_the_count_once(database) {
        let app = TestApp::new(database).await;
        let hash = app.passwords.hash("a password of some length", &[7; 16]).unwrap();
        let email = allmende::domain::email::Email::parse("ada@lindenau.example").unwrap();
        actions::account::create_administrator(&app.db, Actor::CommandLine, email, "Ada".to_owned(), hash).await.unwrap();
        let round = app.voting_round("told").await;
        close_voting_early(&app.db, OFFICE, round.round.id, reason()).await.unwrap();
        actions::round::certify_round(&app.db, OFFICE, round.round.id).await.unwrap();

        let (one, other) = tokio::join!(jobs::run_until_idle(&app), jobs::run_until_idle(&app));
        one.unwrap();
        other.unwrap();
        app.run_jobs().await;

        let mails = std::fs::read_dir(app.folder.path().join("mail")).unwrap().count();
        assert_eq!(mails, 2);
    }
}
