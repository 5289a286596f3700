//! What the mail server can answer instead of taking a mail, and how it can fail in the midst of it.

use std::time::Duration;

use allmende::jobs;
use allmende::mail::{Message, Unreachable};
use chrono::TimeDelta;

use super::{addresses, assert_each_got_one, counts, enqueue_for, failed};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::TestApp;
use crate::harness::smtp::{Certificate, MailServer};

on_both! {
    async fn m2_a_mail_that_is_refused_for_now_is_tried_again_after_five_minutes_and_the_others_go(database) {
        let Some(server) = MailServer::start_with(&["--slowness", "1"]) else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let refused: Vec<String> =
            ["busy421", "wait450", "wait451", "full452", "latercontent"].iter().flat_map(|word| addresses(word, 2)).collect();
        let taken: Vec<String> = ["ada", "slow"].iter().flat_map(|word| addresses(word, 2)).collect();
        let all: Vec<String> = refused.iter().chain(&taken).cloned().collect();
        enqueue_for(&app, &Message::TestMail, &all).await;

        app.run_jobs().await;
        assert_each_got_one(&server, &taken);
        app.wait(TimeDelta::minutes(5) - TimeDelta::seconds(1));
        app.run_jobs().await;
        assert!(refused.iter().all(|address| server.times_named(address) == 1), "greylisting wants five minutes");
        app.wait(TimeDelta::minutes(2));
        app.run_jobs().await;

        assert_each_got_one(&server, &all);
        assert_eq!(counts(&app).await.open, 0);
    }
}

on_both! {
    async fn m3_an_address_that_is_refused_for_good_is_tried_once_and_shown_with_the_reason(database) {
        let Some(server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let good = addresses("ada", 95);
        let bad: Vec<String> = addresses("never550", 4).into_iter().chain(addresses("badcontent", 1)).collect();
        let all: Vec<String> = good.iter().chain(&bad).cloned().collect();
        enqueue_for(&app, &Message::TestMail, &all).await;

        for _ in 0..3 {
            app.run_jobs().await;
            app.wait(TimeDelta::days(1));
        }

        assert_each_got_one(&server, &good);
        assert!(bad.iter().all(|address| server.times_named(address) == 1));
        let told = failed(&app).await;
        assert_eq!(told.len(), 5);
        assert!(told.iter().all(|mail| bad.contains(&mail.recipient)));
        assert!(told.iter().any(|mail| mail.reason.contains("550") && mail.reason.contains("nobody of that name here")), "{told:?}");
    }
}

on_both! {
    async fn m4_a_line_that_is_cut_costs_at_most_one_more_copy_under_the_same_message_id(database) {
        let Some(server) = MailServer::start() else { return };
        let app = TestApp::with_settings(database, server.settings()).await;
        let all: Vec<String> = ["cutdata", "cutbefore", "ada"].iter().flat_map(|word| addresses(word, 3)).collect();
        enqueue_for(&app, &Message::TestMail, &all).await;

        for _ in 0..2 {
            app.run_jobs().await;
            app.wait(TimeDelta::minutes(7));
        }

        for address in &all {
            let mails = server.mails();
            let copies: Vec<_> = mails.iter().filter(|mail| mail.to == *address).collect();
            assert_eq!(copies.len(), if address.starts_with("cutdata") { 2 } else { 1 }, "{address}");
            assert!(copies.iter().all(|copy| copy.header("Message-ID") == copies[0].header("Message-ID")));
        }
        assert_eq!(counts(&app).await.open, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m2_a_mail_that_nobody_takes_is_given_up_after_five_days() {
    let Some(mut server) = MailServer::start() else { return };
    let app = TestApp::with_settings(TestDatabase::sqlite(), server.settings()).await;
    enqueue_for(&app, &Message::TestMail, &addresses("wait450", 1)).await;

    for _ in 0..130 {
        // The server forgets whom it has seen.
        if counts(&app).await.open == 1 && app.time.get().since(database_start()) < TimeDelta::days(6) {
            app.run_jobs().await;
            server.down();
            server.up();
        }
        app.wait(TimeDelta::hours(5));
    }

    let told = failed(&app).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].reason.contains("450"), "{told:?}");
    assert!((20..40).contains(&server.times_named("wait450.0@lindenau.example")));
}

fn database_start() -> allmende::domain::time::Instant {
    allmende::domain::time::Instant::parse("2027-05-01T12:00:00Z").unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m2_a_server_that_is_not_safe_or_not_there_gets_nothing_and_the_mail_waits() {
    let certificate = Certificate::make();
    let (cert, key) = (certificate.path("cert.pem"), certificate.path("key.pem"));
    let tls = ["--tls", &cert, &key, "--user", "allmende", "right"];
    let (Some(plain), Some(safe)) = (MailServer::start(), MailServer::start_with(&tls)) else { return };
    let starttls = |server: &MailServer, more: &[(&'static str, &str)]| {
        let mut settings = server.settings();
        settings.push(("MAIL__SMTP_ENCRYPTION", "starttls".to_owned()));
        settings.push(("MAIL__SMTP_HOST", "localhost".to_owned()));
        settings.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        settings
    };
    let authority = certificate.path("ca.pem");
    let account = |password| {
        [
            ("MAIL__SMTP_AUTHORITY", authority.as_str()),
            ("MAIL__SMTP_USER", "allmende"),
            ("MAIL__SMTP_PASSWORD", password),
        ]
    };
    let found = async |settings| {
        let app = TestApp::with_settings(TestDatabase::sqlite(), settings).await;
        enqueue_for(&app, &Message::TestMail, &addresses("ada", 1)).await;
        app.run_jobs().await;
        let outcome = app.mailer.last_check().unwrap().outcome;
        assert_eq!(counts(&app).await.open, i64::from(outcome.is_err()));
        outcome
    };

    assert_eq!(found(starttls(&plain, &[])).await, Err(Unreachable::NoStartTls));
    assert!(matches!(found(starttls(&safe, &[])).await, Err(Unreachable::Tls(_))), "nobody we know signed for it");
    assert!(matches!(found(starttls(&safe, &account("wrong"))).await, Err(Unreachable::SignIn(_))));
    let mut nowhere = starttls(&plain, &[]);
    nowhere.push(("MAIL__SMTP_HOST", "mail.invalid".to_owned()));
    assert!(matches!(found(nowhere).await, Err(Unreachable::Network(_))));
    assert!(plain.mails().is_empty() && safe.mails().is_empty());
    assert_eq!(found(starttls(&safe, &account("right"))).await, Ok(()));
    assert_eq!(safe.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m2_a_slow_mail_server_keeps_no_round_from_closing() {
    let Some(server) = MailServer::start_with(&["--slowness", "20"]) else { return };
    let app = TestApp::with_settings(TestDatabase::sqlite(), server.settings()).await;
    let round = app.voting_round("slow").await;
    enqueue_for(&app, &Message::TestMail, &addresses("slow", 1)).await;
    let workers = jobs::start(app.shared()).unwrap();
    while server.times_named("slow.0@lindenau.example") == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    app.pass_the_end(&round).await;
    while round.now().await.facts.voting_closed_at.is_none() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    assert!(server.mails().is_empty(), "the mail is still on its way");
    drop(server);
    workers.stop().await;
}
