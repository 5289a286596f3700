//! Languages in addresses, and addresses that lead nowhere.

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;

async fn app() -> TestApp {
    TestApp::start(TestDatabase::sqlite()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_without_a_language_leads_to_the_visitors() {
    let app = app().await;
    let client = app.client();
    let lead = |path: &str, headers: &[(&str, &str)]| {
        let answer = client.send("GET", path, headers, None);
        assert_eq!(answer.status, 302, "{path}");
        assert_eq!(answer.header("vary"), Some("accept-language, cookie"));
        answer.header("location").unwrap().to_owned()
    };

    assert_eq!(lead("/", &[]), "/de");
    assert_eq!(lead("/?a=b", &[]), "/de?a=b");
    assert_eq!(lead("/rounds/a/vote?code=ABCD", &[("accept-language", "en-GB")]), "/en/rounds/a/vote?code=ABCD");
    client.set_cookie("language", "en");
    assert_eq!(lead("/sign-in", &[("accept-language", "de")]), "/en/sign-in");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_choice_of_language_is_remembered_and_a_first_visit_is_not() {
    let app = app().await;
    let client = app.client();
    let from = |path: &str| format!("{}{path}", app.config.base_url.origin().ascii_serialization());

    assert_eq!(client.get("/en/sign-in").set_cookie("language"), None);
    let chosen = client.send("GET", "/en/sign-in", &[("referer", &from("/de/sign-in"))], None);

    assert!(
        chosen.set_cookie("language").unwrap().starts_with("language=en; HttpOnly; SameSite=Lax; Path=/; Max-Age=")
    );
    assert_eq!(chosen.header("cache-control"), Some("private, no-store"));
    let elsewhere = client.send("GET", "/en/sign-in", &[("referer", "https://elsewhere.example/de")], None);
    assert_eq!(elsewhere.set_cookie("language"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_mirrored_language_is_there_only_when_it_is_asked_for() {
    let plain = app().await;
    let mirrored = TestApp::start_with(TestDatabase::sqlite(), |config| config.pseudo_language = true).await;

    assert_eq!(plain.client().get("/xm/sign-in").status, 404);
    assert!(mirrored.client().get("/xm/sign-in").body.contains("dir=\"rtl\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slash_at_the_end_leads_to_the_address_without_it_and_never_away() {
    let app = app().await;
    let client = app.client();

    let slash = client.get("/de/sign-in/?next=%2Fde");
    assert_eq!((slash.status, slash.header("location")), (308, Some("/de/sign-in?next=%2Fde")));
    for path in ["//evil.example/", "/\\evil.example/", "//evil.example//"] {
        let answer = client.get(path);
        assert_eq!((answer.status, answer.header("location")), (404, None), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_leads_on_is_kept_nowhere_because_it_may_carry_a_code() {
    let app = app().await;
    let client = app.client();
    let code = "code=K7QM-2XBA-9RTV";

    for (path, status) in [
        (format!("/de/rounds/a/vote/?{code}"), 308),
        (format!("/rounds/a/vote?{code}"), 302),
        (format!("/rounds/a/vote/?{code}"), 302),
        (format!("/de/office?{code}"), 303),
        (format!("/de/rounds/a/vote/ballot?{code}"), 303),
    ] {
        for method in ["GET", "HEAD"] {
            let answer = client.send(method, &path, &[], None);
            assert_eq!((answer.status, answer.header("location").is_some()), (status, true), "{method} {path}");
            assert_eq!(answer.header("cache-control"), Some("private, no-store"), "{method} {path}");
            assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_links_itself_in_the_other_languages() {
    let app = app().await;

    let page = app.client().get("/de/sign-in?next=%2Fde%2Foffice");

    assert!(page.body.contains("hreflang=\"en\" href=\"/en/sign-in?next=%2Fde%2Foffice\""), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_request_gets_the_head_of_the_page() {
    let app = app().await;
    let client = app.client();

    for path in ["/de/sign-in", "/health/live", "/", client_css(&client.get("/de/sign-in").body)] {
        let (get, head) = (client.get(path), client.send("HEAD", path, &[], None));
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        assert_eq!(head.body, "", "{path}");
    }
}

fn client_css(page: &str) -> &str {
    let begin = page.find("/assets/").unwrap();
    let end = begin + page[begin..].find('"').unwrap();
    &page[begin..end]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_page_is_not_sent_again_while_it_is_the_same() {
    let app = app().await;
    let client = app.client();
    let first = client.get("/de/sign-in");

    let again = client.send("GET", "/de/sign-in", &[("if-none-match", first.header("etag").unwrap())], None);
    let other = client.send("GET", "/en/sign-in", &[("if-none-match", first.header("etag").unwrap())], None);

    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(other.status, 200);
}
