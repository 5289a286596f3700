//! Every mail arrives once: after the server was away, with two workers, never after an act that was undone, never late.

use allmende::actions::steps::{Outgoing, enqueue};
use allmende::domain::email::Email;
use allmende::domain::ids::MailId;
use allmende::domain::mail::MailState;
use allmende::domain::time::Instant;
use allmende::jobs;
use allmende::locale::Language;
use allmende::mail::{Message, MessageIds};
use allmende::store::mails::{count_mails, find_mail};
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;

use super::{addresses, assert_each_got_one, counts, enqueue_for, enqueue_sign_in};
use crate::harness::rounds::TestApp;
use crate::harness::smtp::MailServer;

on_both! {
    async fn m1_what_waited_while_the_server_was_away_arrives_once_when_it_is_back(database) {
        let Some(mut server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let all = addresses("ada", 300);
        server.down();
        enqueue_for(&app, &Message::TestMail, &all).await;

        for _ in 0..6 {
            app.run_jobs().await;
            app.wait(TimeDelta::hours(1));
        }
        assert_eq!(counts(&app).await.open, 300);
        assert!(app.mailer.last_check().unwrap().outcome.is_err());
        server.up();
        app.run_jobs().await;

        assert_each_got_one(&server, &all);
        assert_eq!((counts(&app).await.open, counts(&app).await.failed), (0, 0), "none waits for a time of its own");
        assert!(app.mailer.last_check().unwrap().outcome.is_ok());
        let first = server.mails()[0].peer;
        assert!(server.mails().iter().all(|mail| mail.peer == first), "all go over one connection");
    }
}

on_both! {
    async fn m5_two_processes_send_none_twice(database) {
        let Some(server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let other = app.beside().await;
        let all = addresses("ada", 200);
        enqueue_for(&app, &Message::TestMail, &all).await;

        let (one, two) = tokio::join!(jobs::run_until_idle(&app), jobs::run_until_idle(&other));
        one.unwrap();
        two.unwrap();

        assert_each_got_one(&server, &all);
        let peers: std::collections::BTreeSet<u64> = server.mails().iter().map(|mail| mail.peer).collect();
        assert!(peers.len() >= 2, "both have sent");
        assert_eq!(counts(&app).await.open, 0);
    }
}

on_both! {
    async fn what_can_wait_leaves_no_telephone_ringing_at_night(database) {
        let app = TestApp::new(database).await;
        let at = |text: &str| app.time.set(Instant::parse(text).unwrap());
        at("2027-06-01T18:00:00Z");
        let closed = Message::VotingClosed { slug: "lindenau".to_owned(), round: None };
        enqueue_for(&app, &closed, &addresses("ada", 1)).await;
        enqueue_for(&app, &Message::NewDevice { device: "Firefox".to_owned(), at: app.time.get() }, &addresses("bob", 1)).await;

        app.run_jobs().await;
        assert_eq!(counts(&app).await.open, 1, "it is eight in the evening in Berlin");
        at("2027-06-02T05:59:59Z");
        app.run_jobs().await;
        assert_eq!(counts(&app).await.open, 1);
        at("2027-06-02T06:00:00Z");
        app.run_jobs().await;

        assert_eq!((counts(&app).await.open, counts(&app).await.failed), (0, 0));
    }
}

on_both! {
    async fn m6_an_act_that_is_undone_sends_nothing(database) {
        let Some(server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let (ids, recipient) = (MessageIds::draw().unwrap(), Email::parse("ada@lindenau.example").unwrap());

        let undone = app.db.write(Lock::Nothing, move |tx| {
            enqueue(tx, &ids, 0, Outgoing::new(&Message::TestMail, &recipient, Language::German))?;
            Err::<(), _>(StoreError::NotFound)
        }).await;
        app.run_jobs().await;

        assert!(undone.is_err());
        assert_eq!(app.db.read(count_mails).await.unwrap(), 0);
        assert!(server.mails().is_empty());
    }
}

on_both! {
    async fn m7_a_code_arrives_in_time_or_not_at_all(database) {
        let Some(mut server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let state = |id: i64| {
            let db = app.db.clone();
            async move { db.read(move |conn| find_mail(conn, MailId::new(id))).await.unwrap().unwrap() }
        };
        let quarter = TimeDelta::minutes(15);
        enqueue_sign_in(&app, "ada@lindenau.example", app.time.get().plus(quarter)).await;
        assert!(state(1).await.secret.is_some());
        app.run_jobs().await;
        let mails = server.mails();
        let told = mails[0].text();
        assert!(told.contains("314159") && told.contains("/en/sign-in/link?token=eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."), "{told}");
        assert!(!mails[0].header("Subject").contains("314159"));
        assert_eq!((state(1).await.state, state(1).await.secret), (MailState::Sent, None));

        server.down();
        enqueue_sign_in(&app, "bob@lindenau.example", app.time.get().plus(quarter)).await;
        app.run_jobs().await;
        app.wait(quarter);
        server.up();
        app.run_jobs().await;

        assert_eq!((state(2).await.state, state(2).await.secret), (MailState::Expired, None));
        assert_eq!(server.times_named("bob@lindenau.example"), 0);
        assert_eq!(counts(&app).await.failed, 0, "nobody has to do anything about it");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_become_files_that_nobody_else_reads() {
    use std::os::unix::fs::PermissionsExt as _;
    let app = TestApp::new(crate::harness::databases::TestDatabase::sqlite()).await;
    enqueue_for(&app, &Message::TestMail, &addresses("ada", 3)).await;

    app.run_jobs().await;

    let folder = app.folder.path().join("mail");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap()).collect();
    assert_eq!(files.len(), 3);
    for file in files {
        assert!(file.file_name().to_str().unwrap().ends_with(".eml"));
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}
