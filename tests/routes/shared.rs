//! Pages that are the same for everybody are made once for all who ask within a second.

use allmende::actions::round::extend_voting;
use allmende::domain::round::RoundText;
use allmende::store::texts::replace_round_text;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;

use super::stage::{Stage, TITLE};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, reason};

const ROUND: &str = "/en/rounds/lindenau";

/// Gives the round an English title as another process would: nobody in this one is told.
async fn retitle(stage: &Stage) {
    let (id, title) = (stage.id(), "Lindenau decides".to_owned());
    let text = RoundText {
        title,
        summary: String::new(),
        who_may_vote: String::new(),
        outcome: String::new(),
        declaration: String::new(),
    };
    let write = stage.app.db.write(Lock::Nothing, move |tx| replace_round_text(tx, id, "en", &text));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

on_both! {
    async fn strangers_share_a_page_for_less_than_a_second(database) {
        let stage = Stage::new(database).await;
        let title = || stage.app.client().get(ROUND).text("h1");

        let before = title();
        retitle(&stage).await;
        let (shared, own) = (title(), stage.app.signed_in().get(ROUND).text("h1"));
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::seconds(1)));

        assert_eq!((before.as_str(), shared.as_str(), own.as_str()), (TITLE, TITLE, "Lindenau decides"));
        assert_eq!(title(), "Lindenau decides");
    }
}

on_both! {
    async fn a_change_of_the_round_shows_at_once(database) {
        let stage = Stage::new(database).await;
        let before = stage.app.client().get(ROUND);
        let later = stage.app.time.get().plus(TimeDelta::days(30));

        extend_voting(&stage.app.db, OFFICE, stage.id(), later, reason()).await.unwrap();

        assert_ne!(stage.app.client().get(ROUND).text("main"), before.text("main"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_is_given_again_is_the_same_to_the_browser() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    let head = |name: &str, value: &str| stage.app.client().send("HEAD", ROUND, &[(name, value)], None);
    let first = stage.app.client().get(ROUND);

    let again = stage.app.client().get(ROUND);
    let compressed = head("accept-encoding", "gzip, deflate, br");
    let tag = first.header("etag").unwrap().to_owned();

    assert_eq!(first.body, again.body);
    for name in ["content-type", "content-language", "cache-control", "etag", "content-security-policy"] {
        assert_eq!(first.header(name), again.header(name), "{name}");
        assert_eq!(first.header(name), compressed.header(name), "{name}");
    }
    assert_eq!(compressed.header("content-encoding"), Some("br"));
    assert_eq!(head("accept-encoding", "br;q=0").header("content-encoding"), None);
    assert_eq!(head("if-none-match", &tag).status, 304);
    assert_eq!(head("if-none-match", "W/\"other\"").status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_one_persons_is_never_given_to_another() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    let with_code = format!("{ROUND}/vote?code=K7QM2XBA9D3R");
    let get = |path: &str| stage.app.client().get(path);
    let other_language = [("referer", "http://127.0.0.1:8080/de/rounds/lindenau")];

    let (office, stranger) = (stage.app.signed_in().get(ROUND), get(ROUND));
    let (code, code_again) = (get(&with_code), get(&with_code));
    let switched = stage.app.client().send("GET", ROUND, &other_language, None);

    assert!(office.body.contains("_csrf") && !stranger.body.contains("_csrf"));
    for answer in [&office, &code, &code_again, &switched] {
        assert_eq!(answer.header("cache-control"), Some("private, no-store"));
        assert_eq!(answer.header("etag"), None);
    }
    assert!(switched.set_cookie("language").is_some());
    assert_eq!(get(ROUND).set_cookie("language"), None);
}
