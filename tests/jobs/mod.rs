//! The queue: work that fails, work whose worker died, and two workers at once.

mod reminders;

use allmende::actions::round::close_voting_early;
use allmende::domain::email::Email;
use allmende::domain::job::{JobKind, JobState};
use allmende::domain::permission::Actor;
use allmende::store::jobs::{
    ClaimedJob, JobProgress, claim_job, find_latest_job, insert_job, update_job_done, update_job_failed,
    update_job_progress,
};
use allmende::store::mails::{
    ClaimedMail, NewMail, claim_mail, count_mails_by_state, insert_mail, update_mail_failed, update_mail_sent,
};
use allmende::store::{Lock, StoreError, Tx};
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
        assert_eq!(latest(&round).await.state, JobState::Waiting);
        assert!(latest(&round).await.error.unwrap().contains("key"));
        assert_eq!(app.count_acts(&round.round, "ballots_opened").await, 0);
        std::fs::rename(&away, &key).unwrap();
        app.wait(TimeDelta::minutes(10));
        app.run_jobs().await;

        assert_eq!((latest(&round).await.kind, latest(&round).await.state), (JobKind::CountRound, JobState::Done));
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
        assert_eq!(latest(&round).await.state, JobState::Running);
        app.wait(lease + TimeDelta::seconds(1));
        app.run_jobs().await;

        assert_eq!(dead.kind, JobKind::OpenBox);
        assert_eq!(app.count_acts(&round.round, "count_finished").await, 1);
        assert_eq!((latest(&round).await.kind, latest(&round).await.state), (JobKind::CountRound, JobState::Done));
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

/// A worker as the queue sees it.
struct Worker<'a>(&'a TestApp);

impl Worker<'_> {
    async fn claim(&self) -> Option<ClaimedJob> {
        let now = self.0.time.get();
        self.0.db.write(Lock::Nothing, move |tx| claim_job(tx, now, LEASE)).await.unwrap()
    }

    async fn done(&self, job: &ClaimedJob) -> bool {
        let job = job.clone();
        self.0.db.write(Lock::Nothing, move |tx| update_job_done(tx, &job)).await.unwrap()
    }

    async fn failed(&self, job: &ClaimedJob) -> bool {
        let (job, now) = (job.clone(), self.0.time.get());
        self.0.db.write(Lock::Nothing, move |tx| update_job_failed(tx, &job, "no key", now)).await.unwrap()
    }

    /// Tells that three of four steps are done and keeps the job for an hour.
    async fn progress(&self, job: &ClaimedJob) -> bool {
        let (job, until) = (job.clone(), self.0.time.get().plus(TimeDelta::hours(1)));
        self.0.db.write(Lock::Nothing, move |tx| update_job_progress(tx, &job, (3, 4), until)).await.unwrap()
    }
}

const LEASE: TimeDelta = TimeDelta::minutes(15);

on_both! {
    async fn a_worker_that_wakes_up_after_another_took_its_job_notes_nothing(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("late").await;
        app.certify(&round).await;
        let (slow, quick) = (Worker(&app), Worker(&app));

        let lost = slow.claim().await.unwrap();
        app.wait(LEASE + TimeDelta::seconds(1));
        let taken = quick.claim().await.unwrap();
        assert_eq!((taken.id, lost.attempt, taken.attempt), (lost.id, 1, 2));
        let before = latest(&round).await;

        assert!(!slow.progress(&lost).await && !slow.failed(&lost).await && !slow.done(&lost).await);
        assert_eq!(latest(&round).await, before, "it is still the other's, and still running");
        app.wait(LEASE + TimeDelta::seconds(1));
        assert!(quick.claim().await.is_some(), "the late worker has not kept the lease for the other");
    }
}

on_both! {
    async fn what_a_worker_noted_stands_against_the_one_before(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("stands").await;
        app.certify(&round).await;
        let (slow, quick) = (Worker(&app), Worker(&app));
        let lost = slow.claim().await.unwrap();
        app.wait(LEASE + TimeDelta::seconds(1));

        let taken = quick.claim().await.unwrap();
        assert!(quick.progress(&taken).await);
        assert!(quick.failed(&taken).await);
        assert!(!slow.done(&lost).await, "it waits to be tried again");
        assert!(!quick.failed(&taken).await && !quick.progress(&taken).await, "nor is it the quick one's any more");
        assert_eq!((latest(&round).await.state, latest(&round).await.done), (JobState::Waiting, 3));
        let again = quick.claim().await.unwrap();
        assert!(quick.done(&again).await);
        assert!(!slow.failed(&lost).await && !quick.failed(&again).await, "what is done stays done");
        assert_eq!(latest(&round).await.state, JobState::Done);
    }
}

on_both! {
    async fn a_worker_whose_lease_ran_out_keeps_a_job_that_nobody_took(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("keeps").await;
        app.certify(&round).await;
        let worker = Worker(&app);
        let job = worker.claim().await.unwrap();
        app.wait(LEASE + TimeDelta::hours(1));

        assert!(worker.progress(&job).await);
        assert_eq!(worker.claim().await, None, "the lease is kept again");
        assert!(worker.done(&job).await);
        assert_eq!(latest(&round).await.state, JobState::Done);
    }
}

on_both! {
    async fn a_mail_is_noted_only_by_the_worker_that_has_it(database) {
        let app = TestApp::new(database).await;
        let begin = app.time.get();
        let enqueue = move |tx: &mut Tx<'_>| {
            let new = NewMail {
                message: "voting_closed",
                language: "de",
                recipient: &Email::parse("ada@lindenau.example").unwrap(),
                parameters: "{}".to_owned(),
                secret: None,
                message_id: "<1@lindenau.example>".to_owned(),
                not_before: begin,
                expires_at: None,
            };
            insert_mail(tx, &new, begin)
        };
        app.db.write(Lock::Nothing, enqueue).await.unwrap();
        let claim = || {
            let now = app.time.get();
            app.db.write(Lock::Nothing, move |tx| claim_mail(tx, now, LEASE))
        };
        let sent = |mail: &ClaimedMail| {
            let mail = mail.clone();
            app.db.write(Lock::Nothing, move |tx| update_mail_sent(tx, &mail, begin))
        };
        let failed = |mail: &ClaimedMail, again: bool| {
            let (mail, again_at) = (mail.clone(), again.then_some(begin));
            app.db.write(Lock::Nothing, move |tx| update_mail_failed(tx, &mail, "no disk", again_at))
        };
        let open = || app.db.read(|conn| count_mails_by_state(conn).map(|counts| counts.open));

        let lost = claim().await.unwrap().unwrap();
        app.wait(LEASE + TimeDelta::seconds(1));
        let taken = claim().await.unwrap().unwrap();
        assert_eq!((taken.id, lost.attempt, taken.attempt), (lost.id, 1, 2));
        assert!(!failed(&lost, false).await.unwrap() && !failed(&lost, true).await.unwrap());
        assert!(!sent(&lost).await.unwrap());
        assert_eq!(open().await.unwrap(), 1, "it is neither sent nor given up");
        assert_eq!(claim().await.unwrap(), None, "it is still the other's");

        assert!(failed(&taken, true).await.unwrap());
        let again = claim().await.unwrap().unwrap();
        assert!(!sent(&taken).await.unwrap() && sent(&again).await.unwrap());
        assert!(!failed(&again, true).await.unwrap(), "what is sent stays sent");
        assert_eq!(open().await.unwrap(), 0);
    }
}

on_both! {
    async fn the_office_is_told_of_the_end_and_of_the_count_once(database) {
        let app = TestApp::new(database).await;
        let hash = app.passwords.hash("a password of some length", &[7; 16]).unwrap();
        let email = Email::parse("ada@lindenau.example").unwrap();
        let new = allmende::store::accounts::NewAccount {
            email,
            display_name: "Ada".to_owned(),
            language: "de".to_owned(),
            password_hash: Some(hash.as_str().to_owned()),
        };
        actions::account::create_administrator(&app.db, Actor::CommandLine, new).await.unwrap();
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
