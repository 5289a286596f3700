//! Limits against guessing hold over restarts and proxies, and lock nobody out.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use actix_web::test::TestRequest;
use allmende::domain::time::Instant as Moment;
use allmende::store::limits::{find_hits, insert_or_update_hits};
use allmende::store::{Conn, Db, Lock, Sizes, StoreError};
use allmende::web::address::ClientAddress;
use allmende::web::error::WebError;
use allmende::web::site::{Occasion, Site};
use chrono::TimeDelta;
use diesel::prelude::*;
use futures_util::FutureExt as _;

use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;

fn from(address: &str) -> ClientAddress {
    let peer = format!("[{address}]:1").parse().unwrap();
    ClientAddress::of(&TestRequest::get().peer_addr(peer).to_http_request(), &[])
}

fn guess(client: &Client, email: &str, password: &str, address: &str) -> Answer {
    let headers = [("origin", "http://127.0.0.1:8080"), ("x-forwarded-for", address)];
    client.post_with("/de/sign-in", &headers, &[("email", email), ("password", password)])
}

async fn behind_a_proxy(database: TestDatabase) -> TestApp {
    let app = TestApp::start_with(database, |config| config.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]);
    app.await.with_administrator().await
}

on_both! {
    async fn the_twenty_first_wrong_code_of_a_network_is_refused_for_an_hour(database) {
        let app = TestApp::start(database).await;
        let site = Site::new(Arc::clone(&app.app), Occasion::Live).unwrap();
        let begin = app.time.get();

        for count in 1..=20 {
            let own = from(&format!("2001:db8:1:2::{count}"));
            assert!(site.after_wrong_code(own).await.is_ok(), "{count}");
        }
        let refused = site.after_wrong_code(from("2001:db8:1:2:ffff::1")).await;

        let Err(WebError::TooMany { again_at }) = refused else { panic!("{refused:?}") };
        assert_eq!(again_at, begin.plus(TimeDelta::hours(1)));
        assert!(site.after_wrong_code(from("2001:db8:1:3::1")).await.is_ok(), "another network");
        app.time.set(again_at);
        assert!(site.after_wrong_code(from("2001:db8:1:2::1")).await.is_ok(), "after the hour");
    }
}

on_both! {
    async fn very_many_wrong_codes_slow_every_entry_down(database) {
        let app = TestApp::start(database).await;
        let site = Site::new(Arc::clone(&app.app), Occasion::Live).unwrap();
        let quick = Instant::now();
        site.before_code().await.unwrap();
        assert!(quick.elapsed() < Duration::from_millis(900));
        note_hits(&app, "wrong-codes", 10_000, app.time.get()).await;

        let slow = Instant::now();
        site.before_code().await.unwrap();

        assert!(slow.elapsed() >= Duration::from_secs(1));
    }
}

async fn note_hits(app: &TestApp, bucket: &'static str, count: i64, since: Moment) {
    use allmende::store::schema::limits;
    app.db
        .write(Lock::Nothing, move |tx| {
            let row = (limits::bucket.eq(bucket), limits::hits.eq(count), limits::window_started_at.eq(since.to_utc()));
            diesel::insert_into(limits::table).values(row).execute(tx.conn).map_err(StoreError::from)?;
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
}

on_both! {
    async fn the_limit_of_a_network_outlives_a_restart(database) {
        let app = behind_a_proxy(database).await;
        let client = app.client();
        for _ in 0..10 {
            assert_eq!(guess(&client, ADMINISTRATOR, "wrong", "203.0.113.9").status, 422);
        }
        let refused = guess(&client, ADMINISTRATOR, PASSWORD, "203.0.113.9");
        assert_eq!((refused.status, refused.header("retry-after")), (429, Some("3600")));

        let app = app.restart().await;
        let client = app.client();

        assert_eq!(guess(&client, ADMINISTRATOR, PASSWORD, "203.0.113.9").status, 429, "even the right password");
        assert_eq!(guess(&client, ADMINISTRATOR, PASSWORD, "1.2.3.4, 203.0.113.9").status, 429, "a forged address");
        assert_eq!(guess(&client, ADMINISTRATOR, PASSWORD, "203.0.113.10").status, 303, "from elsewhere");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn right_passwords_are_not_counted() {
    let app = behind_a_proxy(TestDatabase::sqlite()).await;

    for _ in 0..15 {
        assert_eq!(guess(&app.client(), ADMINISTRATOR, PASSWORD, "203.0.113.9").status, 303);
    }
}

/// Keeps all readers of a database busy and its queue full, until it is dropped.
struct Jam {
    _held: Vec<Sender<()>>,
}

impl Jam {
    async fn of(db: &Db) -> Self {
        let readers = usize::try_from(Sizes::default().readers).unwrap();
        let busy = Arc::new(AtomicUsize::new(0));
        let mut held = Vec::new();
        loop {
            let (sender, ends) = channel::<()>();
            let begun = Arc::clone(&busy);
            let wait = move |_: &mut Conn| {
                begun.fetch_add(1, Ordering::SeqCst);
                // Ends when the other end is dropped.
                assert!(ends.recv().is_err());
                Ok::<_, StoreError>(())
            };
            match db.read(wait).now_or_never() {
                None => held.push(sender),
                Some(Err(StoreError::Full)) if busy.load(Ordering::SeqCst) == readers => return Self { _held: held },
                Some(Err(StoreError::Full)) => tokio::task::yield_now().await,
                Some(other) => panic!("{other:?}"),
            }
        }
    }
}

on_both! {
    async fn a_try_that_nobody_looked_at_is_not_counted(database) {
        let app = behind_a_proxy(database).await;
        let client = app.client();
        // Pages show the organisation that was read last while it cannot be read.
        assert_eq!(client.get("/de/sign-in").status, 200);

        let jam = Jam::of(&app.db).await;
        for _ in 0..10 {
            let busy = guess(&client, ADMINISTRATOR, PASSWORD, "203.0.113.9");
            assert_eq!((busy.status, busy.header("x-error-code")), (503, Some("busy")), "{}", busy.body);
        }
        drop(jam);

        for _ in 0..10 {
            assert_eq!(guess(&client, ADMINISTRATOR, "wrong", "203.0.113.9").status, 422);
        }
        assert_eq!(guess(&client, ADMINISTRATOR, "wrong", "203.0.113.9").status, 429, "these count");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_cannot_lock_somebody_out_of_a_known_browser() {
    let app = behind_a_proxy(TestDatabase::sqlite()).await;
    let known = app.client();
    assert_eq!(guess(&known, ADMINISTRATOR, PASSWORD, "203.0.113.9").status, 303);
    let stranger = app.client();
    for count in 0..100 {
        guess(&stranger, ADMINISTRATOR, "wrong", &format!("198.51.100.{}", count / 9));
    }

    let unknown = guess(&app.client(), ADMINISTRATOR, PASSWORD, "203.0.113.9");
    known.forget_cookie("office");
    let own = guess(&known, ADMINISTRATOR, PASSWORD, "203.0.113.9");

    assert_eq!(unknown.status, 429);
    assert_eq!(own.status, 303);
    assert_eq!(guess(&app.client(), "other@example.org", "x", "203.0.113.9").status, 422, "others are not touched");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_header_from_no_proxy_changes_nothing() {
    let app = TestApp::start(TestDatabase::sqlite()).await.with_administrator().await;
    let client = app.client();

    for count in 0..10 {
        guess(&client, ADMINISTRATOR, "wrong", &format!("203.0.113.{count}"));
    }

    assert_eq!(guess(&client, ADMINISTRATOR, "wrong", "203.0.113.99").status, 429);
}

fn ask_for_mail(client: &Client, email: &str, address: &str) -> Answer {
    let headers = [("origin", "http://127.0.0.1:8080"), ("x-forwarded-for", address)];
    client.post_with("/de/sign-in/mail", &headers, &[("email", email)])
}

on_both! {
    async fn strangers_cannot_use_up_the_mails_of_somebody(database) {
        let app = behind_a_proxy(database).await;
        let known = app.client();
        app.enter(&known, "ada@example.org").await;
        known.forget_cookie("office");
        let stranger = app.client();

        for count in 1..=5 {
            assert_eq!(ask_for_mail(&stranger, "ada@example.org", "198.51.100.1").status, 303, "{count}");
        }
        assert_eq!(ask_for_mail(&stranger, "ada@example.org", "198.51.100.1").status, 429, "from one place");
        assert_eq!(ask_for_mail(&app.client(), "ada@example.org", "203.0.113.9").status, 303, "from another");
        for count in 0..20 {
            ask_for_mail(&stranger, "ada@example.org", &format!("198.51.100.{}", 10 + count));
        }
        assert_eq!(ask_for_mail(&app.client(), "ada@example.org", "203.0.113.10").status, 429, "no mailbox is flooded");
        assert_eq!(ask_for_mail(&known, "ada@example.org", "203.0.113.10").status, 303, "a browser that was in before");
    }
}

on_both! {
    async fn a_burst_at_the_end_of_a_span_is_counted_one_by_one(database) {
        let app = TestApp::start(database).await;
        let span = TimeDelta::hours(1);
        note_hits(&app, "burst", 7, app.time.get().plus(-span)).await;

        let one = || {
            app.db.write(Lock::Nothing, move |tx| {
                let now = tx.now;
                insert_or_update_hits(tx, "burst", span, now)
            })
        };
        for counted in futures_util::future::join_all((0..20).map(|_| one())).await {
            counted.unwrap();
        }

        let now = app.time.get();
        let hits = app.db.read(move |conn| find_hits(conn, "burst", span, now)).await.unwrap();
        assert_eq!(hits.map(|hits| (hits.count, hits.since)), Some((20, now)));
    }
}
