//! What every answer says about itself, on every route and with every error.

use allmende::web::routes::{SERVED, Takes};
use url::Url;

use crate::harness::app::TestApp;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;

fn is_guarded(answer: &Answer, name: &str) {
    let header = |header: &str| answer.header(header).unwrap_or_else(|| panic!("{name} ({}): {header}", answer.status));
    let content = header("content-security-policy");
    for part in
        ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"]
    {
        assert!(content.contains(part), "{name}: {part}");
    }
    assert!(!content.contains("unsafe"), "{name}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{name}");
    assert_eq!(header("referrer-policy"), "same-origin", "{name}");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{name}");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{name}");
    assert!(header("permissions-policy").contains("geolocation=()"), "{name}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_guarded() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let client = app.client();
    let filled = |path: &str| {
        let path = path.replace("{slug}", "a").replace("{handle}", "a");
        path.replace("{number}", "1").replace("{id}", "1").replace("{area}", "1")
    };

    for (path, takes, _) in SERVED {
        let path = format!("/de{}", filled(path));
        is_guarded(&client.get(&path), &path);
        if *takes != Takes::Page {
            is_guarded(&client.post_with(&path, &[], &[]), &path);
        }
        is_guarded(&client.send("DELETE", &path, &[], None), &path);
    }
    for path in [
        "/",
        "/nothing",
        "/de/nothing",
        "/assets/nothing.css",
        "/health/live",
        "/health/ready",
        "/xm",
        "/api/v1/record",
    ] {
        is_guarded(&client.get(path), path);
    }
    let large = "a".repeat(70_000);
    is_guarded(&client.post("/de/sign-in", &[("email", &large)]), "a body that is too large");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn https_is_demanded_only_where_it_is_spoken() {
    let plain = TestApp::start(TestDatabase::sqlite()).await;
    let secure = TestApp::start_with(TestDatabase::sqlite(), |config| {
        config.base_url = Url::parse("https://budget.example.org").unwrap();
    })
    .await;

    assert_eq!(plain.client().get("/nothing").header("strict-transport-security"), None);
    for path in ["/nothing", "/de/sign-in"] {
        let answer = secure.client().get(path);
        assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000; includeSubDomains"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_for_one_person_is_kept_nowhere() {
    let app = TestApp::start(TestDatabase::sqlite()).await.with_administrator().await;
    let client = app.signed_in();

    let shared = app.client().get("/de/sign-in");
    let own = client.submit("/de/sign-in", &[("email", "a@example.org"), ("password", "wrong")]);

    assert_eq!(shared.header("cache-control"), Some("public, max-age=10, must-revalidate"));
    assert!(shared.header("vary").unwrap().contains("cookie"));
    assert_eq!(own.header("cache-control"), Some("private, no-store"));
    assert_eq!(own.header("etag"), None);
}
