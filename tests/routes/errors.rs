//! Error pages: their status, their language, their words.

use allmende::locale::{Catalogue, Language, Words};
use allmende::store::{Lock, StoreError, Tx};
use allmende::web::error::Code;
use diesel::connection::SimpleConnection;

use crate::harness::app::TestApp;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_page_speaks_the_language_of_its_address_or_else_of_the_browser() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let client = app.client();

    assert_eq!(client.get("/de/nothing").text("h1"), "Diese Seite gibt es nicht");
    assert_eq!(client.get("/en/nothing").text("h1"), "This page does not exist");
    let english = client.send("GET", "/nothing", &[("accept-language", "en")], None);
    assert_eq!((english.status, english.text("h1").as_str()), (404, "This page does not exist"));
    assert_eq!(english.header("x-error-code"), Some("not_found"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_method_is_answered_with_those_that_are_allowed() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let client = app.client();

    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = client.send(method, "/de/sign-in", &[], None);
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD, POST")), "{method}");
    }
    let form_only = client.get("/en/sign-out");
    assert_eq!((form_only.status, form_only.header("allow")), (405, Some("POST")));
    assert_eq!(form_only.text("h1"), "That does not work here");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_out_of_reach_is_busy_and_keeps_the_page_readable() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let client = app.client();
    assert_eq!(client.get("/health/ready").status, 200);
    app.db.close().await;

    let session = client.sign_in("ada@example.org", "x");

    assert_eq!((session.status, session.header("retry-after")), (503, Some("5")));
    assert_eq!(session.header("x-error-code"), Some("unreachable"));
    assert!(!session.text("h1").is_empty());
    assert_eq!(client.get("/health/ready").status, 503);
    assert_eq!(client.get("/health/live").status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mistake_of_ours_shows_a_number_and_nothing_else() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let drop_table = |tx: &mut Tx<'_>| tx.conn.batch_execute("drop table limits").map_err(StoreError::from);
    app.db.write(Lock::Nothing, drop_table).await.unwrap();

    let answer = app.client().sign_in("ada@example.org", "x");

    assert_eq!((answer.status, answer.header("x-error-code")), (500, Some("internal")));
    let reference = answer.text(".slip");
    assert!(reference.len() == 9 && reference.contains('-'), "{reference}");
    assert!(!answer.body.contains("limits") && !answer.body.contains("refused a statement"));
}

#[test]
fn every_public_code_has_a_text_in_every_language() {
    let catalogue = Catalogue::load().unwrap();

    for language in [Language::German, Language::English] {
        let words = Words::new(&catalogue, language, chrono_tz::Tz::UTC);
        for code in Code::ALL {
            let key = format!("error-{}", code.in_key());
            let text = words.text(&key, &[]);
            assert!(!text.is_empty() && !text.contains(&key), "{} has no text for {}", language.code(), code.as_str());
        }
    }
}

#[test]
fn public_codes_are_distinct_and_in_snake_case() {
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();

    assert_eq!(codes.len(), Code::ALL.len());
    assert!(codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')));
}

const ASK: &str = "/en/help/ask";
const TYPED: [(&str, &str); 3] = [("question", "Who <mows>?\r\nWhen?"), ("round", ""), ("email", "ada@example.org")];

/// What the error page gives back: the form as it came, and its text to read.
fn is_given_back(page: &Answer) {
    assert!(
        page.text("blockquote").contains("Who <mows>?") && page.text("blockquote").contains("When?"),
        "{}",
        page.body
    );
    assert_eq!(page.value("question").map(|text| text.replace("\r\n", "\n")).as_deref(), Some("Who <mows>?\nWhen?"));
    assert_eq!(page.value("email").as_deref(), Some("ada@example.org"));
    assert!(page.body.contains("<form method=\"post\" action=\"/en/help/ask\">"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_written_is_given_back_when_it_cannot_be_kept() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let drop_table = |tx: &mut Tx<'_>| tx.conn.batch_execute("drop table limits").map_err(StoreError::from);
    app.db.write(Lock::Nothing, drop_table).await.unwrap();
    let client = app.client();

    let failed = client.post(ASK, &TYPED);
    let foreign = client.send(
        "POST",
        ASK,
        &[("origin", "https://evil.example"), ("content-type", "application/x-www-form-urlencoded")],
        Some(b"question=Who+mows".to_vec()),
    );

    assert_eq!(failed.status, 500);
    is_given_back(&failed);
    assert_eq!(foreign.status, 403);
    assert!(!foreign.body.contains("Who mows"), "what another site sent is not given back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_written_before_somebody_else_signed_in_is_given_back_with_a_token_that_passes() {
    let app = TestApp::start(TestDatabase::sqlite()).await.with_administrator().await;
    let client = app.signed_in();

    let refused = client.post(ASK, &TYPED);

    assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("form_not_ours")));
    is_given_back(&refused);
    let again: Vec<(String, String)> = ["_csrf", "question", "round", "email"]
        .map(|name| (name.to_owned(), refused.value(name).unwrap_or_default()))
        .into();
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(client.post(ASK, &again).status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_out_of_reach_says_that_the_browser_still_has_the_text() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    app.db.close().await;

    let busy = app.client().post(ASK, &TYPED);

    assert_eq!((busy.status, busy.header("retry-after")), (503, Some("5")));
    assert!(
        busy.text("main").contains("Your text still stands there.") || !busy.text("blockquote").is_empty(),
        "{}",
        busy.body
    );
}
