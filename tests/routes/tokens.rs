//! Tokens for programs, from the office's page to what a program reads with one.

use allmende::domain::api_token::TokenId;
use allmende::domain::ids::AccountId;
use allmende::secrecy::token::NewApiToken;
use allmende::store::entries::list_record_after;
use allmende::store::{Lock, StoreError, Tx};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;

use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};

const PAGE: &str = "/en/office/tokens";
const RECORD: &str = "/api/v1/record";

/// Makes a token on the page as somebody of the office does.
fn make(client: &Client, name: &str, days: &str) -> String {
    let id = client.get(PAGE).value("id").unwrap();
    let answer = client.submit(PAGE, &[("id", &id), ("name", name), ("days", days)]);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.text("textarea#token")
}

fn read(client: &Client, path: &str, token: &str) -> Answer {
    client.send("GET", path, &[("authorization", &format!("Bearer {token}"))], None)
}

fn json(answer: &Answer) -> serde_json::Value {
    assert_eq!(answer.header("content-type"), Some("application/json"), "{}", answer.body);
    assert_eq!(answer.header("cache-control"), Some("private, no-store"));
    serde_json::from_str(&answer.body).unwrap()
}

fn is_refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, json(answer)["error"]["code"].as_str()), (status, Some(code)), "{}", answer.body);
    assert_eq!(answer.header("x-error-code"), Some(code));
    assert_eq!(answer.header("www-authenticate"), (status == 401).then_some("Bearer"));
}

on_both! {
    async fn an_auditor_reads_the_whole_record_page_by_page(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let office = app.signed_in();
        let token = make(&office, "Auditor", "30");
        let program = app.client();
        assert_eq!(json(&read(&program, RECORD, &token))["entries"], serde_json::json!([]), "nothing is settled yet");

        app.time.set(app.time.get().plus(TimeDelta::minutes(3)));
        let mut path = format!("{RECORD}?limit=2");
        let mut found: Vec<(String, String)> = Vec::new();
        loop {
            let page = json(&read(&program, &path, &token));
            let entries = page["entries"].as_array().unwrap();
            found.extend(entries.iter().map(|one| {
                (one["id"].as_str().unwrap().to_owned(), one["body"].as_str().unwrap().to_owned())
            }));
            path = format!("{RECORD}?limit=2&after={}", page["next"].as_str().unwrap());
            if page["more"] == false {
                break;
            }
            assert_eq!(entries.len(), 2);
        }
        let now = app.time.get();
        let all = app.db.read(move |conn| list_record_after(conn, None, now, 1000)).await.unwrap();
        let expected: Vec<_> = all.iter().map(|entry| (entry.place.id.clone(), entry.body.clone())).collect();
        assert_eq!(found, expected);
        let acts: Vec<&str> = all.iter().map(|entry| entry.act.as_str()).collect();
        assert_eq!(acts.len(), 4, "{acts:?}");
        let made = all.iter().find(|entry| entry.act == "api_token_created").unwrap();
        assert!(made.body.contains("\"scope\":\"read_record\"") && !made.body.contains("Auditor"), "{}", made.body);
        let last = json(&read(&program, &path, &token));
        assert_eq!((&last["entries"], &last["more"]), (&serde_json::json!([]), &serde_json::json!(false)));
        assert!(path.ends_with(last["next"].as_str().unwrap()), "whoever comes again later goes on there");
        assert_eq!(program.send("HEAD", RECORD, &[("authorization", &format!("bearer {token}"))], None).status, 200);
    }
}

on_both! {
    async fn a_revoked_token_opens_nothing_at_once(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (office, program) = (app.signed_in(), app.client());
        let (kept, lost) = (make(&office, "kept", "365"), make(&office, "lost", "1"));
        assert_eq!(read(&program, RECORD, &lost).status, 200);
        let list = office.get(PAGE);
        assert!(list.text("ol.rows").contains("Last used on"), "{}", list.text("ol.rows"));
        assert!(!list.body.contains(&lost), "a token is shown once");

        let id = app.keys.installation().verify_api_token("http://127.0.0.1:8080", &lost, app.time.get()).unwrap().id();
        let answer = office.submit("/en/office/tokens/revoke", &[("id", &id.to_string())]);

        assert_eq!(answer.header("location"), Some("/en/office/tokens?revoked=1"), "{}", answer.body);
        is_refused(&read(&program, RECORD, &lost), 401, "token_refused");
        assert_eq!(read(&program, RECORD, &kept).status, 200);
        assert_eq!(office.submit("/en/office/tokens/revoke", &[("id", &id.to_string())]).status, 303);
        let unknown = office.submit("/en/office/tokens/revoke", &[("id", &"00".repeat(16))]);
        assert_eq!(unknown.status, 404);
        let now = app.time.get();
        let all = app.db.read(move |conn| list_record_after(conn, None, now, 1000)).await.unwrap();
        assert_eq!(all.iter().filter(|entry| entry.act == "api_token_revoked").count(), 1);
        // A token ends with its account, too.
        let disable = |tx: &mut Tx<'_>| {
            Ok::<_, StoreError>(tx.batch_execute("update accounts set disabled_at = '2027-05-01 12:00:00'")?)
        };
        app.db.write(Lock::Nothing, disable).await.unwrap();
        is_refused(&read(&program, RECORD, &kept), 403, "role_missing");
    }
}

on_both! {
    async fn a_form_that_is_sent_twice_makes_one_token(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let office = app.signed_in();
        let id = office.get(PAGE).value("id").unwrap();
        let fields = [("id", id.as_str()), ("name", "Auditor"), ("days", "30")];

        assert_eq!(office.submit(PAGE, &fields).status, 200);
        let again = office.submit(PAGE, &fields);

        assert_eq!((again.status, again.header("x-error-code")), (409, Some("token_made")));
        let wrong = office.submit(PAGE, &[("name", "Büro "), ("days", "400")]);
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.value("name").as_deref(), Some("Büro "));
        assert_eq!(wrong.value("days").as_deref(), Some("400"));
        assert!(wrong.text(".problem").contains("whole number from 1 to 365"), "{}", wrong.body);
    }
}

on_both! {
    async fn a_program_without_a_right_token_gets_json_and_no_record(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (office, program) = (app.signed_in(), app.client());
        let token = make(&office, "Auditor", "30");
        let now = app.time.get();
        let new = NewApiToken {
            id: TokenId::new([9; 16]),
            account: AccountId::new(1),
            issued_at: now,
            expires_at: now.plus(TimeDelta::days(1)),
        };
        let sign = |issuer: &str| app.keys.installation().sign_api_token(issuer, &new).unwrap();

        is_refused(&program.get(RECORD), 401, "token_refused");
        is_refused(&office.get(RECORD), 401, "token_refused");
        is_refused(&read(&program, RECORD, &format!("{token}x")), 401, "token_refused");
        is_refused(&read(&program, RECORD, &sign("http://127.0.0.1:8080")), 401, "token_refused");
        is_refused(&read(&program, RECORD, &sign("https://elsewhere.example")), 401, "token_refused");
        let headers = |all: &[(&str, &str)]| program.send("GET", RECORD, all, None);
        is_refused(&headers(&[("authorization", &format!("Basic {token}"))]), 401, "token_refused");
        is_refused(&headers(&[("authorization", &token)]), 401, "token_refused");
        let bearer = format!("Bearer {token}");
        is_refused(&headers(&[("authorization", &bearer), ("authorization", &bearer)]), 401, "token_refused");
        is_refused(&program.get(&format!("{RECORD}?access_token={token}")), 401, "token_refused");
        program.set_cookie("authorization", &bearer);
        is_refused(&program.get(RECORD), 401, "token_refused");

        for query in ["?limit=0", "?limit=1001", "?after=yesterday", "?page=2", "?limit=1&limit=1"] {
            is_refused(&read(&program, &format!("{RECORD}{query}"), &token), 400, "malformed_request");
        }
        is_refused(&program.send("POST", RECORD, &[("authorization", &bearer)], None), 405, "method_not_allowed");
        is_refused(&read(&program, "/api/v1/nothing", &token), 404, "not_found");
        is_refused(&read(&program, "/api", &token), 404, "not_found");
        app.time.set(now.plus(TimeDelta::days(31)));
        is_refused(&read(&program, RECORD, &token), 401, "token_refused");
    }
}

on_both! {
    async fn wrong_tokens_are_told_to_wait_and_right_ones_never(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (office, program) = (app.signed_in(), app.client());
        let token = make(&office, "Auditor", "30");

        for count in 1..=60 {
            assert_eq!(read(&program, RECORD, "wrong").status, 401, "{count}");
        }
        let refused = read(&program, RECORD, "wrong");

        is_refused(&refused, 429, "too_many_attempts");
        assert_eq!(refused.header("retry-after"), Some("3601"));
        assert_eq!(read(&program, RECORD, &token).status, 200);
        app.time.set(app.time.get().plus(TimeDelta::hours(1)));
        assert_eq!(read(&program, RECORD, "wrong").status, 401);
    }
}
