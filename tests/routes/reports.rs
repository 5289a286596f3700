//! Anybody reports a text, the office settles the reports, and everybody reads how often that happens.

use allmende::actions::proposal::{hide_name, hide_proposal};
use allmende::domain::ids::ProposalNumber;
use allmende::domain::proposal::{HidingRule, NewProposal};
use allmende::domain::text::Line;
use allmende::store::StoreError;
use allmende::store::schema::{proposal_reports, report_words};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, reason};

const QUEUE: &str = "/en/office/rounds/lindenau/proposals";
const PUBLIC: &str = "/en/rounds/lindenau/proposals";
const FIGURES: &str = "/en/rounds/lindenau/moderation";
const WORDS: &str = "The second sentence mocks a neighbour.";
const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:8080");

async fn collecting(database: TestDatabase) -> Stage {
    let stage = Stage::new(database).await;
    collect(&stage.app, stage.id()).await;
    stage
}

async fn by_ada(stage: &Stage, title: &str) -> ProposalNumber {
    let new = NewProposal { display_name: Line::parse("Ada L.").unwrap(), ..proposal(title, "Shade for all.") };
    propose(&stage.app, stage.id(), new).await.0
}

fn form(number: ProposalNumber) -> String {
    format!("{PUBLIC}/{}/report", number.padded())
}

fn token_in(page: &Answer) -> String {
    let html = scraper::Html::parse_document(&page.body);
    let token = scraper::Selector::parse("[name=report]").unwrap();
    html.select(&token).next().unwrap().attr("value").unwrap().to_owned()
}

/// Sends what a stranger's browser would: without a session.
fn report(client: &Client, number: ProposalNumber, token: &str, rule: &str) -> Answer {
    client.post_with(&form(number), &[ORIGIN], &[("report", token), ("rule", rule), ("explanation", WORDS)])
}

fn wait(stage: &Stage, span: TimeDelta) {
    stage.app.time.set(stage.app.time.get().plus(span));
}

async fn count(stage: &Stage) -> i64 {
    let read = stage.app.db.read(|conn| proposal_reports::table.count().get_result(conn).map_err(StoreError::from));
    read.await.unwrap()
}

on_both! {
    async fn anybody_reports_a_text_without_a_name_and_hears_what_happens(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let (everybody, office) = (stage.app.client(), stage.app.signed_in());
        let public = everybody.get(&format!("{PUBLIC}/{}", number.padded()));
        assert!(public.body.contains(&format!("href=\"{}\"", form(number))), "the proposal links to it");
        let page = everybody.get(&form(number));
        assert_eq!(texts(&page, "main form .choice").len(), 5);
        assert_eq!(page.header("cache-control"), Some("private, no-store"));

        let sent = report(&everybody, number, &token_in(&page), "insult");

        assert_eq!(sent.status, 303);
        let confirmation = everybody.get(sent.header("location").unwrap());
        assert!(confirmation.text(".lead").contains("Somebody in the office decides by"), "{}", confirmation.text("main"));
        assert!(confirmation.text(".facts").contains(WORDS));
        let queue = office.get(QUEUE);
        assert_eq!(texts(&queue, ".rows h3"), ["Benches"]);
        assert!(queue.text(".rows").contains("1 report Insult, threat or hatred (1)"), "{}", queue.text(".rows"));
        assert!(office.get("/en/office/rounds/lindenau").text("main").contains("1 proposal was reported."));

        wait(&stage, TimeDelta::days(8));
        assert!(everybody.get(sent.header("location").unwrap()).text(".lead").contains("overdue"));
    }
}

on_both! {
    async fn a_double_click_is_one_report_and_mistakes_keep_the_text(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let everybody = stage.app.client();
        let token = token_in(&everybody.get(&form(number)));

        let wrong = report(&everybody, number, &token, "");
        let (first, second) = (report(&everybody, number, &token, "person"), report(&everybody, number, &token, "insult"));

        assert_eq!((wrong.status, wrong.text("textarea").trim()), (422, WORDS));
        assert_eq!(token_in(&wrong), token);
        assert!(wrong.text("title").starts_with("Error:"));
        assert_eq!(first.header("location"), second.header("location"));
        assert_eq!(count(&stage).await, 1);
        let told = everybody.get(second.header("location").unwrap());
        assert!(told.text(".facts").contains("Details about other people"), "the first one counts");
        assert_ne!(token_in(&everybody.get(&form(number))), token, "the next report is another one");
    }
}

on_both! {
    async fn a_network_that_reports_too_much_keeps_its_text(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let everybody = stage.app.client();
        let token = |place: u32| format!("{place:032x}");
        for place in 1..=20 {
            assert_eq!(report(&everybody, number, &token(place), "insult").status, 303, "{place}");
        }

        let refused = report(&everybody, number, &token(21), "insult");

        assert_eq!((refused.status, refused.text("textarea").trim()), (429, WORDS));
        assert!(refused.text(".problem").contains("Your text stands here."), "{}", refused.text(".problem"));
        assert!(refused.header("retry-after").is_some());
        assert_eq!(report(&everybody, number, &token(20), "insult").status, 303, "what was taken is no further one");
        wait(&stage, TimeDelta::hours(1));
        assert_eq!(report(&everybody, number, &token(21), "insult").status, 303);
    }
}

on_both! {
    async fn what_nobody_can_read_is_not_reported_and_that_is_said_kindly(database) {
        let stage = collecting(database).await;
        let hidden = by_ada(&stage, "Benches").await;
        let (withdrawn, code) = propose(&stage.app, stage.id(), proposal("Swings", "Play.")).await;
        hide_proposal(&stage.app.db, OFFICE, hidden, HidingRule::Insult, reason()).await.unwrap();
        take_back(&stage.app, &code).await;
        let everybody = stage.app.client();

        for (number, said) in [(hidden, "already hidden"), (withdrawn, "taken this text back")] {
            let (page, sent) = (everybody.get(&form(number)), report(&everybody, number, &"ab".repeat(16), "insult"));
            assert_eq!((page.status, sent.status), (200, 409));
            assert!(page.text(".lead").contains("Thank you") && page.text(".lead").contains(said), "{said}");
            assert!(sent.text(".slip").contains(WORDS), "what was typed is kept");
            assert!(!page.body.contains("Benches") && !page.body.contains("Swings"));
        }
        assert_eq!(count(&stage).await, 0);
        assert_eq!(everybody.get(&format!("{PUBLIC}/00099/report")).status, 404);
        assert_eq!(everybody.get(&format!("{PUBLIC}/{}/reported/{}", hidden.padded(), "ab".repeat(16))).status, 404);
    }
}

on_both! {
    async fn a_moderator_lets_a_text_stand_or_hides_it_and_whoever_reported_reads_which(database) {
        let stage = collecting(database).await;
        let (stands, goes) = (by_ada(&stage, "Benches").await, by_ada(&stage, "Trees").await);
        let (everybody, office) = (stage.app.client(), stage.app.signed_in());
        let first = report(&everybody, stands, &"01".repeat(16), "insult");
        let second = report(&everybody, goes, &"02".repeat(16), "advertising");
        let page = |number: ProposalNumber| format!("{QUEUE}/{}", number.padded());
        let opened = office.get(&page(stands));
        assert!(opened.text(".intern").contains(WORDS));
        let last = {
            let html = scraper::Html::parse_document(&opened.body);
            let last = scraper::Selector::parse("[name=last]").unwrap();
            html.select(&last).next().unwrap().attr("value").unwrap().to_owned()
        };
        let keep = [("act", "keep"), ("last", last.as_str()), ("note", "Rough, but no insult.")];

        let empty = office.submit(&page(stands), &[("act", "keep"), ("last", last.as_str())]);
        let late = report(&everybody, stands, &"03".repeat(16), "insult");
        let kept = office.submit(&page(stands), &keep);
        let hidden = office.submit(&page(goes), &[("act", "hide"), ("rule", "advertising"), ("reason", WORDS)]);
        let again = office.submit(&page(stands), &keep);

        assert_eq!(empty.status, 422);
        assert!(empty.text(".problem").contains("why it can stand"));
        assert!(office.get(kept.header("location").unwrap()).text("[role=alert]").contains("Proposal no. 00001 stands."));
        assert_eq!(hidden.status, 303);
        let outcome = |sent: &Answer| everybody.get(sent.header("location").unwrap()).text(".lead");
        assert!(outcome(&first).contains("the text stays") && outcome(&second).contains("the text is hidden"));
        assert!(outcome(&late).contains("decides by"), "what came while it was read waits on");
        assert_eq!(again.status, 409, "nothing that was read waits any more");
        assert!(again.text("main").contains("Rough, but no insult."), "what was typed is kept");
        assert!(office.get(&page(stands)).text("main").contains("Note: Rough, but no insult."));
        assert_eq!(stage.app.entries("reports_dismissed").await.len(), 1);
        assert!(!everybody.get(&format!("{PUBLIC}/00001")).body.contains("no insult"), "the note stays in the office");
    }
}

on_both! {
    async fn a_name_alone_is_hidden_and_shown_again_and_the_author_is_told(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let (everybody, office) = (stage.app.client(), stage.app.signed_in());
        let (page, public) = (format!("{QUEUE}/{}", number.padded()), format!("{PUBLIC}/{}", number.padded()));

        let wrong = office.submit(&page, &[("act", "hide_name"), ("name_reason", "short")]);
        let done = office.submit(&page, &[("act", "hide_name"), ("name_rule", "insult"), ("name_reason", WORDS)]);

        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.text("textarea[name=name_reason]").trim(), "short");
        assert!(office.get(done.header("location").unwrap()).text("[role=alert]").contains("The text stays."));
        let shown = everybody.get(&public);
        assert!(shown.text("article").contains("Shade for all.") && !shown.body.contains("Ada L."));
        assert!(shown.text(".facts").contains("The office has hidden the name. Rule: Insult, threat or hatred."));
        assert!(shown.text(".facts").contains(WORDS));
        let twice = hide_name(&stage.app.db, OFFICE, number, HidingRule::Person, reason()).await;
        assert!(twice.is_err(), "it is hidden already");

        office.submit(&page, &[("act", "restore_name")]);
        assert!(everybody.get(&public).text(".facts").contains("Ada L."));
        let told: Vec<String> = stage.app.mails().await.into_iter().map(|(message, _)| message).collect();
        assert!(told.ends_with(&["proposal_name_hidden".into(), "proposal_name_restored".into()]), "{told:?}");
    }
}

on_both! {
    async fn the_figures_tell_nothing_of_a_few(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let everybody = stage.app.client();
        assert!(everybody.get(FIGURES).text("main").contains("Nothing has been reported or hidden"));
        for place in 1..=6 {
            let rule = if place == 1 { "person" } else { "insult" };
            report(&everybody, number, &format!("{place:032x}"), rule);
        }
        wait(&stage, TimeDelta::hours(30));
        hide_proposal(&stage.app.db, OFFICE, number, HidingRule::Insult, reason()).await.unwrap();

        let page = everybody.get(FIGURES);

        let rows = texts(&page, "tbody tr");
        assert_eq!(rows[0], "Insult, threat or hatred5under 50030 hours", "{rows:?}");
        assert_eq!(rows[1], "Details about other peopleunder 5000too few");
        assert_eq!(texts(&page, "tfoot tr"), ["All rulesat least 6at least 10030 hours"]);
        assert!(everybody.get("/en/rounds/lindenau").body.contains(&format!("href=\"{FIGURES}\"")));
    }
}

on_both! {
    async fn the_words_of_a_report_go_half_a_year_after_the_decision_and_its_count_stays(database) {
        let stage = collecting(database).await;
        let number = by_ada(&stage, "Benches").await;
        let sent = report(&stage.app.client(), number, &"01".repeat(16), "insult");
        hide_proposal(&stage.app.db, OFFICE, number, HidingRule::Insult, reason()).await.unwrap();
        wait(&stage, TimeDelta::days(190));

        allmende::jobs::delete_personal_data(&stage.app).await.unwrap();

        let words = stage.app.db.read(|conn| report_words::table.count().get_result::<i64>(conn).map_err(StoreError::from));
        assert_eq!((words.await.unwrap(), count(&stage).await), (0, 1));
        assert_eq!(stage.app.client().get(sent.header("location").unwrap()).status, 404);
    }
}
