//! The pages that everybody may read: start page, round, projects, the organisation's texts.

use allmende::actions::organisation::edit_texts;
use allmende::domain::organisation::{ByLanguage, LegalTexts};
use allmende::domain::round::{Effect, Origin, RoundText};
use allmende::domain::text::Prose;
use allmende::store::texts::Written;
use chrono::TimeDelta;

use super::vote::{publish, texts};
use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, area, content, live};

async fn with_projects(database: TestDatabase, many: u32) -> TestApp {
    let app = TestApp::start(database).await;
    let mut round = live("lindenau-2027", app.time.get());
    round.areas = vec![area(1, 1..=many), area(2, 901..=903)];
    publish(&app, round).await;
    app
}

on_both! {
    async fn the_start_page_is_about_the_round_that_is_open(database) {
        let app = with_projects(database, 5).await;
        publish(&app, content("older", Origin::Imported, Vec::new(), vec![area(1, 1..=3)])).await;

        let page = app.client().get("/en");

        assert_eq!(page.status, 200);
        assert_eq!(page.text("main .btn").trim(), "Vote now");
        assert!(page.body.contains("href=\"/en/rounds/lindenau-2027/vote\""));
        assert_eq!(texts(&page, ".plots h3").len(), 3);
        assert!(page.text("main").contains("Voting ends on Saturday, 15 May 2027, 14:00."), "{}", page.text("main"));
        assert!(page.body.contains("href=\"/en/rounds/older\""));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_start_page_without_a_round_says_so() {
    let app = TestApp::start(TestDatabase::sqlite()).await;

    let page = app.client().get("/en");

    assert_eq!(page.status, 200);
    assert!(page.text("main").contains("No round is running at the moment."));
}

on_both! {
    async fn a_round_says_who_votes_and_whether_it_binds(database) {
        let app = TestApp::start(database).await;
        let mut round = live("lindenau-2027", app.time.get());
        round.round.effect = Effect::Binding;
        let text = RoundText {
            title: "Lindenau decides".to_owned(),
            summary: "Five points.".to_owned(),
            who_may_vote: "Everyone from 14 years on.".to_owned(),
            outcome: "The district builds it.".to_owned(),
            declaration: String::new(),
        };
        round.texts.retain(|written| written.language != "en");
        round.texts.push(Written { language: "en".to_owned(), text });
        publish(&app, round).await;

        let page = app.client().get("/en/rounds/lindenau-2027");

        assert_eq!((page.status, page.text("h1").as_str()), (200, "Lindenau decides"));
        let facts = page.text("main dl");
        for said in [
            "Everyone from 14 years on.",
            "If somebody has two codes, nobody notices.",
            "You have 5 points in each area.",
            "Fair shares:",
            "The result is binding. The district builds it.",
            "€120,000",
        ] {
            assert!(facts.contains(said), "{said}: {facts}");
        }
        assert_eq!(app.client().get("/de/rounds/lindenau-2027").text("h1"), "Lindenau entscheidet");
        assert_eq!(app.client().get("/en/rounds/elsewhere").status, 404);
    }
}

on_both! {
    async fn the_order_of_the_day_stands_in_the_address(database) {
        let app = with_projects(database, 45).await;
        let client = app.client();
        let list = "/en/rounds/lindenau-2027/projects";
        let order = || client.get(list).header("location").unwrap().to_owned();
        let (today, first) = (client.get(&format!("{list}?area=1&page=2")), order());
        app.time.set(app.time.get().plus(TimeDelta::days(1)));
        let tomorrow = order();

        let location = today.header("location").unwrap();
        assert_eq!((today.status, today.header("cache-control")), (302, Some("no-store")));
        assert!(location.starts_with(&format!("{list}?area=1&order=")) && location.ends_with("&page=2"), "{location}");
        assert_ne!(first, tomorrow);
        assert_eq!(client.get(&format!("{list}?order=64")).header("location"), Some(tomorrow.as_str()));
        let pages: Vec<String> = (1..=3)
            .flat_map(|page| texts(&client.get(&format!("{list}?area=1&order=7&page={page}")), ".rows h3"))
            .collect();
        let mut sorted = pages.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!((pages.len(), sorted.len()), (45, 45), "each project stands on one page");
        assert_ne!(texts(&client.get(&format!("{list}?area=1&order=8")), ".rows h3"), pages[..20]);
    }
}

on_both! {
    async fn the_list_is_filtered_by_area_and_has_no_pages_that_it_does_not_have(database) {
        let app = with_projects(database, 45).await;
        let client = app.client();
        let get = |query: &str| client.get(&format!("/en/rounds/lindenau-2027/projects?{query}"));

        let all = get("order=1");
        let area = get("area=2&order=1");

        assert!(all.text("[role=status]").starts_with("48 projects are on the ballot."));
        assert!(area.text("[role=status]").starts_with("Gebiet 2: 3 projects are on the ballot."));
        assert_eq!(texts(&area, ".rows h3").len(), 3);
        assert_eq!(texts(&all, ".rows h3").len(), 20);
        assert!(get("area=&order=1").text("[role=status]").starts_with("48 "), "all areas of the filter");
        for nothing in ["area=3", "area=x", "page=4", "page=0", "page=x", "page=99999999999"] {
            assert_eq!(get(&format!("{nothing}&order=1")).status, 404, "{nothing}");
        }
    }
}

on_both! {
    async fn a_project_always_says_how_to_vote(database) {
        let app = with_projects(database, 5).await;

        let page = app.client().get("/en/rounds/lindenau-2027/projects/00002");

        assert_eq!((page.status, page.text("h1").as_str()), (200, "02Vorhaben 2"));
        assert!(page.text(".stick").contains("You vote with the code from your letter."));
        assert!(page.body.contains("href=\"/en/rounds/lindenau-2027/vote\""));
        assert!(page.text(".facts").contains("€30,000"));
        for nothing in ["00006", "x", "-1"] {
            assert_eq!(app.client().get(&format!("/en/rounds/lindenau-2027/projects/{nothing}")).status, 404, "{nothing}");
        }
    }
}

on_both! {
    async fn the_organisations_texts_are_shown_without_anything_dangerous(database) {
        let app = TestApp::start(database).await;
        let imprint = Prose::parse("# Office\n\n**Lindenau** <script>alert(1)</script>").unwrap();
        let texts = ByLanguage::from([("de".to_owned(), LegalTexts { imprint, ..LegalTexts::default() })]);
        edit_texts(&app.db, OFFICE, None, texts).await.unwrap();
        let client = app.client();

        let imprint = client.get("/en/imprint");

        assert_eq!((imprint.status, imprint.text("h1").as_str()), (200, "Imprint"));
        assert_eq!(imprint.text(".prose[lang=de] strong"), "Lindenau");
        assert!(!imprint.body.contains("<script>alert"));
        assert!(client.get("/en/privacy").text("main").contains("This text is still missing."));
        assert_eq!(client.get("/de/accessibility").text("h1"), "Erklärung zur Barrierefreiheit");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let app = with_projects(TestDatabase::sqlite(), 5).await;
    let client = app.client();
    let page = client.get("/en/rounds/lindenau-2027");
    let tag = page.header("etag").unwrap();

    let again = client.send("GET", "/en/rounds/lindenau-2027", &[("if-none-match", tag)], None);

    assert_eq!((page.status, again.status, again.body.as_str()), (200, 304, ""));
}
