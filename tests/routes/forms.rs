//! S6: every form is held against forged requests and kept within limits, and reading changes nothing.

use allmende::web::routes::{SERVED, Takes};
use diesel::prelude::*;
use diesel::{QueryableByName, sql_query};

use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
use crate::harness::client::Client;
use crate::harness::databases::TestDatabase;
use crate::routes::vote::Booth;

async fn app() -> TestApp {
    TestApp::start(TestDatabase::sqlite()).await.with_administrator().await
}

/// Every address that takes a form, with something in the place of each variable.
fn forms() -> Vec<String> {
    // Nobody has the number 2, so what the right token lets through changes nobody.
    let filled = |path: &str| {
        path.replace("{slug}", "a")
            .replace("{number}", "1")
            .replace("{id}", "2")
            .replace("{area}", "1")
            .replace("{token}", "a")
            .replace("{handle}", "a")
    };
    SERVED
        .iter()
        .filter(|(_, takes, _)| *takes != Takes::Page)
        .map(|(path, _, _)| format!("/de{}", filled(path)))
        .collect()
}

/// Those of the vote have tokens of their own, but for the one with which an account comes to it: that acts for the account.
fn is_of_the_vote(path: &str) -> bool {
    path.contains("/vote") && !path.ends_with("/vote/account")
}

/// Whether a form of a page of ours is not taken. What lets somebody in leads them on who are in already, and does nothing.
fn is_turned_away(client: &Client, path: &str, fields: &[(&str, &str)]) -> bool {
    let answer = client.post(path, fields);
    let leads_to = match path {
        "/de/sign-in/code" | "/de/sign-in/link" | "/de/sign-in/second-factor" => "/de/sign-in",
        "/de/sign-in" => "/de/sign-in?after=twice",
        entry if entry.starts_with("/de/enter/") => entry,
        _ => return answer.status == 403,
    };
    answer.header("location") == Some(leads_to) && answer.set_cookie("office").is_none()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_of_a_session_needs_the_token_of_that_session() {
    let app = app().await;
    let (mine, other) = (app.signed_in(), app.signed_in());
    let foreign = other.csrf().unwrap();

    for path in forms() {
        if !is_of_the_vote(&path) {
            assert!(is_turned_away(&mine, &path, &[]), "{path} without a token");
            assert!(is_turned_away(&mine, &path, &[("_csrf", "")]), "{path} with an empty token");
            assert!(is_turned_away(&mine, &path, &[("_csrf", &foreign)]), "{path} with the token of another session");
        }
        let right = mine.csrf().unwrap();
        for site in ["cross-site", "same-site", "none"] {
            let answer = mine.post_with(&path, &[("sec-fetch-site", site)], &[("_csrf", &right)]);
            assert_eq!(answer.status, 403, "{path} from a page that is {site}");
            assert_eq!(answer.header("x-error-code"), Some("form_not_ours"));
        }
    }
    assert_ne!(mine.submit("/de/sign-out", &[]).status, 403, "the right token passes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_place_has_tokens_of_its_own() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    booth.app.administrator(ADMINISTRATOR).await;
    let slug = format!("/rounds/{}/", booth.round.round.slug);

    for path in forms().into_iter().map(|path| path.replace("/rounds/a/", &slug)) {
        let client = booth.enter(&booth.round.a_voter().await);
        booth.app.enter(&client, ADMINISTRATOR).await;
        let (office, vote) = (client.csrf().unwrap(), client.vote_token().unwrap());
        let (right, wrong) = if is_of_the_vote(&path) { (vote, office) } else { (office, vote) };

        let refused = client.post_with(&path, &[], &[("_csrf", &wrong)]);
        assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("form_not_ours")), "{path}");
        if !is_of_the_vote(&path) {
            assert!(is_turned_away(&client, &path, &[("_csrf", &wrong)]), "{path} with a token of the vote");
        }
        let passed = client.post_with(&path, &[], &[("_csrf", &right)]);
        assert_ne!(passed.header("x-error-code"), Some("form_not_ours"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_without_a_session_must_come_from_this_site() {
    let app = app().await;
    let client = app.client();
    let foreign: [&[(&str, &str)]; 5] = [
        &[],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("referer", "https://evil.example/de/sign-in")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
    ];

    for path in forms() {
        for headers in foreign {
            let answer = client.post_with(&path, headers, &[("email", ADMINISTRATOR), ("password", PASSWORD)]);
            assert!(matches!(answer.status, 303 | 403), "{path} {headers:?}: {}", answer.status);
            assert_eq!(client.cookie("office"), None, "{path} {headers:?}: nobody may be signed in by another site");
        }
    }
    let answer = client.post_with("/de/sign-in", foreign[1], &[("email", ADMINISTRATOR), ("password", PASSWORD)]);
    assert_eq!(answer.status, 403);
}

/// Every row of every table, but for the clock of the worker and how often its jobs were looked for.
fn everything(app: &TestApp) -> Vec<(String, String)> {
    let file = app.app.config.database.file().unwrap().to_owned();
    let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    let tables: Vec<Told> = sql_query(
        "select name as told from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .load(&mut conn)
    .unwrap();
    let rows = |table: &str, conn: &mut SqliteConnection| -> String {
        let columns: Vec<Told> =
            sql_query(format!("select 'quote(' || name || ')' as told from pragma_table_info('{table}')"))
                .load(conn)
                .unwrap();
        let columns = columns.iter().map(|column| column.told.as_str()).collect::<Vec<_>>().join(" || ',' || ");
        let all = format!(
            "select coalesce(group_concat(line, char(10)), '') as told from (select {columns} as line from {table} order by 1)"
        );
        sql_query(all).get_result::<Told>(conn).unwrap().told
    };
    tables
        .into_iter()
        .map(|table| {
            let found = rows(&table.told, &mut conn);
            (table.told, found)
        })
        .collect()
}

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = diesel::sql_types::Text)]
    told: String,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_get_never_does_what_a_form_does() {
    let app = app().await;
    let client = app.signed_in();
    let before = everything(&app);

    for path in forms() {
        for path in [path.clone(), format!("{path}?_method=POST"), format!("{path}?act=begin&email=a%40example.org")] {
            for method in ["GET", "HEAD"] {
                let answer = client.send(method, &path, &[("x-http-method-override", "POST")], None);
                assert!(answer.status < 500, "{method} {path}: {}", answer.status);
            }
        }
        for method in ["PUT", "PATCH", "DELETE"] {
            assert_eq!(client.send(method, &path, &[], None).status, 405, "{method} {path}");
        }
    }

    for ((table, was), (_, is)) in before.iter().zip(&everything(&app)) {
        assert_eq!(was, is, "reading changed {table}");
    }
    assert_eq!(client.get("/de/sign-in").status, 303, "still signed in");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_over_the_limit_is_refused() {
    let app = app().await;
    let client = app.client();
    let text = "a".repeat(65 * 1024);

    let answer = client.post("/de/sign-in", &[("email", &text), ("password", "")]);

    assert_eq!((answer.status, answer.header("x-error-code")), (413, Some("too_large")));
    assert_eq!(client.post("/de/sign-in", &[("email", &text[..60_000]), ("password", "")]).status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_urlencoded_forms_are_read() {
    let app = app().await;
    let client = app.client();
    let send = |kind: &str, more: (&str, &str), body: &[u8]| {
        let headers = [("content-type", kind), ("origin", "http://127.0.0.1:8080"), more];
        client.send("POST", "/de/sign-in", &headers, Some(body.to_vec())).status
    };
    let form = b"email=a%40example.org&password=x";

    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=a", ""] {
        assert_eq!(send(kind, ("x-a", "b"), form), 415, "{kind}");
    }
    assert_eq!(send("application/x-www-form-urlencoded", ("content-encoding", "gzip"), form), 415);
    assert_eq!(send("application/x-www-form-urlencoded; charset=UTF-8", ("x-a", "b"), form), 422);
    assert_eq!(send("application/x-www-form-urlencoded", ("x-a", "b"), b"email=a%00b&password=x"), 400);
    assert_eq!(send("application/x-www-form-urlencoded", ("x-a", "b"), b"email=a"), 400);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_form_is_read_that_another_site_could_send_without_asking() {
    let app = app().await;
    let client = app.signed_in();
    let body = format!("_csrf={}&email=a%40example.org", client.csrf().unwrap());

    for path in forms() {
        for kind in ["text/plain", "application/json", ""] {
            let headers = [("content-type", kind), ("origin", "http://127.0.0.1:8080")];
            let answer = client.send("POST", &path, &headers, Some(body.clone().into_bytes()));
            assert!(matches!(answer.status, 303 | 403 | 404 | 415), "{path} as {kind:?}: {}", answer.status);
        }
    }
    assert_eq!(client.get("/de/sign-in").status, 303, "still signed in");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_a_session_carries_a_token_that_passes() {
    let app = app().await;
    let client = app.signed_in();
    let page = client.submit("/de/sign-in", &[("email", ADMINISTRATOR), ("password", "wrong")]);

    let token = page.value("_csrf").unwrap();

    assert_eq!(page.status, 422);
    assert_eq!(client.post("/de/sign-out", &[("_csrf", token.as_str())]).status, 303);
}
