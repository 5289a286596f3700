//! Signing in and out.

use allmende::domain::ids::AccountId;
use allmende::store::schema::accounts;
use allmende::store::{Lock, StoreError};
use diesel::prelude::*;
use url::Url;

use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;

async fn app() -> TestApp {
    TestApp::start(TestDatabase::sqlite()).await.with_administrator().await
}

/// Takes the right to sign in from an account.
pub(super) async fn disable(app: &TestApp, account: AccountId) {
    app.db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now.to_utc();
            let row = accounts::table.find(account.value());
            diesel::update(row).set(accounts::disabled_at.eq(now)).execute(tx.conn).map_err(StoreError::from)?;
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_right_password_asks_for_the_telephone_and_both_open_the_office() {
    let app = app().await;
    let client = app.client();

    let answer = client.sign_in(" ADA@example.org ", PASSWORD);

    assert_eq!((answer.status, answer.header("location")), (303, Some("/de/sign-in/second-factor")));
    assert!(client.cookie("office").is_some());
    let not_yet = client.get("/de/office");
    assert_eq!(not_yet.header("location"), Some("/de/sign-in/second-factor?next=%2Fde%2Foffice"));
    app.enter(&client, ADMINISTRATOR).await;
    assert_eq!(client.get("/de/office").status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let app = app().await;
    let disabled = app.administrator("gone@example.org").await;
    disable(&app, disabled).await;
    let client = app.client();
    let page = |email: &str, password: &str| {
        let answer = client.sign_in(email, password);
        assert_eq!(answer.status, 422, "{email}");
        assert_eq!(answer.value("password"), None, "a password is never sent back");
        assert_eq!(answer.set_cookie("office"), None);
        answer.body.replace(email, "")
    };

    let wrong = page(ADMINISTRATOR, "wrong");

    assert_eq!(wrong, page("bob@example.org", "wrong"));
    assert_eq!(wrong, page("gone@example.org", PASSWORD));
    assert_eq!(wrong, page("no address", PASSWORD));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_way_on_stays_on_this_site() {
    let app = app().await;
    let next = |next: &str| {
        let client = app.client();
        let answer = client.submit("/en/sign-in", &[("email", ADMINISTRATOR), ("password", PASSWORD), ("next", next)]);
        answer.header("location").unwrap().to_owned()
    };

    assert_eq!(next("/en/office/rounds/a?b=c"), "/en/sign-in/second-factor?next=%2Fen%2Foffice%2Frounds%2Fa%3Fb%3Dc");
    for away in ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:1"] {
        assert_eq!(next(away), "/en/sign-in/second-factor", "{away}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_token_is_another_one_after_each_sign_in_and_the_old_one_ends() {
    let app = app().await;
    let (client, thief) = (app.client(), app.client());
    client.set_cookie("office", &"0".repeat(64));
    client.post("/de/sign-in", &[("email", ADMINISTRATOR), ("password", PASSWORD)]);
    let first = client.cookie("office").unwrap();
    thief.set_cookie("office", &first);
    assert_eq!(thief.get("/de/sign-in").status, 303, "the token holds");

    client.sign_in(ADMINISTRATOR, PASSWORD);

    assert_ne!(first, "0".repeat(64), "a token that was brought along is never taken");
    assert_ne!(client.cookie("office").unwrap(), first);
    assert_eq!(thief.get("/de/sign-in").status, 200, "the old token ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    let app = app().await;
    let client = app.signed_in();
    let token = client.cookie("office").unwrap();

    let answer = client.submit("/de/sign-out", &[]);

    assert_eq!((answer.status, answer.header("location")), (303, Some("/de/sign-in?after=sign-out")));
    assert_eq!(client.cookie("office"), None);
    client.set_cookie("office", &token);
    assert_eq!(client.get("/de/sign-in").status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cookies_are_out_of_reach_for_scripts_and_other_sites() {
    let secure = TestApp::start_with(TestDatabase::sqlite(), |config| {
        config.base_url = Url::parse("https://budget.example.org").unwrap();
    });
    let secure = secure.await.with_administrator().await;

    let plain = app().await.client().sign_in(ADMINISTRATOR, PASSWORD);
    let answer = secure.client().sign_in(ADMINISTRATOR, PASSWORD);

    let rest = |cookie: Option<&str>| cookie.unwrap().split_once("; ").unwrap().1.to_owned();
    assert_eq!(rest(plain.set_cookie("office")), "HttpOnly; SameSite=Lax; Path=/");
    assert_eq!(rest(answer.set_cookie("__Host-office")), "HttpOnly; SameSite=Lax; Secure; Path=/");
    assert!(rest(answer.set_cookie("__Host-device")).starts_with("HttpOnly; SameSite=Lax; Secure; Path=/"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_all_get_an_answer() {
    let app = app().await;
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let client = app.client();
            std::thread::spawn(move || client.sign_in(ADMINISTRATOR, PASSWORD).status)
        })
        .collect();

    let answers: Vec<u16> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();

    assert_eq!(answers, [303; 8]);
}

/// Asks for a mail on a page that somebody was led to from `next`, and follows its link in another browser.
async fn follow_elsewhere(app: &TestApp, email: &str, next: &str) -> Answer {
    let asked = app.client();
    asked.get("/en/sign-in");
    let sent = asked.submit("/en/sign-in/mail", &[("email", email), ("next", next)]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let secret = app.mail_secret("sign_in", email).await;
    let (link, other) = (format!("/en/sign-in/link?token={}", secret.token()), app.client());
    assert!(!other.get(&link).body.contains("name=\"next\""), "where it leads stands in no form");
    other.post("/en/sign-in/link", &[("token", secret.token())])
}

on_both! {
    async fn the_link_of_a_mail_leads_to_where_it_was_asked_for_in_another_browser_too(database) {
        let app = TestApp::start(database).await;

        let entered = follow_elsewhere(&app, "carl@example.org", "/en/account/profile?a=b").await;

        assert_eq!(entered.header("location"), Some("/en/account/profile?a=b"), "{}", entered.body);
        let fresh = follow_elsewhere(&app, "carl@example.org", "").await;
        assert_eq!(fresh.header("location"), Some("/en/account?done=signed-in"));
        let rows = app.db.read(|conn| {
            use allmende::store::schema::sign_ins;
            use diesel::prelude::*;
            sign_ins::table.select(sign_ins::way_on).load::<Option<Vec<u8>>>(conn).map_err(allmende::store::StoreError::from)
        });
        let kept: Vec<u8> = rows.await.unwrap().into_iter().flatten().flatten().collect();
        assert!(!kept.is_empty() && !String::from_utf8_lossy(&kept).contains("account"), "it is sealed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_of_a_mail_leads_nowhere_else() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let elsewhere = [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "/de/../../evil.example",
        "/en/office/../..//evil.example",
        "/.evil.example",
        "/@evil.example",
        "/%5cevil.example",
        "/%2fevil.example",
        "http:evil.example",
        "https:/evil.example",
        "/en/sign-out",
        "/en/nowhere",
        "/en\r\nlocation: https://evil.example",
        "?next=//evil.example",
    ];

    for (number, next) in elsewhere.iter().enumerate() {
        let entered = follow_elsewhere(&app, &format!("p{number}@example.org"), next).await;

        assert_eq!(entered.header("location"), Some("/en/account?done=signed-in"), "{next:?}");
    }
}
