//! The office reads proposals, hides them and shows them again.

use allmende::actions::proposal::{hide_proposal, show_proposal};
use allmende::domain::ids::ProposalNumber;
use allmende::domain::proposal::HidingRule;
use allmende::domain::reason::PublicReason;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{check_first, collect, proposal, propose, take_back};
use crate::harness::rounds::OFFICE;

const QUEUE: &str = "/en/office/rounds/lindenau/proposals";
const PUBLIC: &str = "/en/rounds/lindenau/proposals";
const REASON: (&str, &str) = ("reason", "It tells where a neighbour lives.");

/// A round in which proposals are read before everybody sees them.
async fn reading_first(database: TestDatabase) -> Stage {
    let stage = Stage::new(database).await;
    collect(&stage.app, stage.id()).await;
    check_first(&stage.app, stage.id(), true).await;
    stage
}

async fn waiting(stage: &Stage, title: &str) -> ProposalNumber {
    propose(&stage.app, stage.id(), proposal(title, "Shade <b>for</b> all.")).await.0
}

fn acts(page: &Answer) -> Vec<String> {
    texts(page, "main form button")
}

on_both! {
    async fn those_that_wait_come_first_and_oldest_first(database) {
        let stage = reading_first(database).await;
        for number in 1..=12 {
            waiting(&stage, &format!("Proposal {number}")).await;
        }
        let office = stage.app.signed_in();

        let (first, second) = (office.get(QUEUE), office.get(&format!("{QUEUE}?show=waiting&page=2")));

        let titles = texts(&first, ".rows h3");
        assert_eq!((titles.len(), titles[0].as_str(), titles[9].as_str()), (10, "Proposal 1", "Proposal 10"));
        assert_eq!(texts(&second, ".rows h3"), ["Proposal 11", "Proposal 12"]);
        assert!(first.text(".rows").contains("Shade <b>for</b> all."), "the text is there, as text");
        assert!(first.text(".rows").contains("entered on these pages"));
        assert!(!first.body.contains("author@example.org"));
        assert!(office.get(&format!("{QUEUE}?show=hidden")).text("main").contains("No proposal is hidden."));
        let round = office.get("/en/office/rounds/lindenau");
        assert!(round.text("main").contains("12 proposals wait to be read."), "{}", round.text("main"));
    }
}

on_both! {
    async fn a_proposal_is_shown_hidden_and_restored(database) {
        let stage = reading_first(database).await;
        let number = waiting(&stage, "Benches").await.padded();
        let (office, everybody) = (stage.app.signed_in(), stage.app.client());
        let (page, public) = (format!("{QUEUE}/{number}"), format!("{PUBLIC}/{number}"));
        let done = format!("{QUEUE}?done=1");

        assert_eq!(acts(&office.get(&page)), ["Show to everybody", "Hide"]);
        assert_eq!(office.submit(&page, &[("act", "show")]).header("location"), Some(&*done));
        assert!(office.get(&done).text("[role=alert]").contains("Everybody can now read proposal no. 00001."));
        assert!(everybody.get(&public).text("article").contains("Shade <b>for</b> all."));

        let hiding = [("act", "hide"), ("rule", "person"), REASON];
        assert_eq!(acts(&office.get(&page)), ["Hide"]);
        assert_eq!(office.submit(&page, &hiding).header("location"), Some(&*done));
        assert!(office.get(&done).text("[role=alert]").contains("Proposal no. 00001 is hidden."));
        let hidden = everybody.get(&public);
        assert!(hidden.text("main").contains(REASON.1) && !hidden.body.contains("Shade"), "{}", hidden.text("main"));
        assert_eq!(texts(&office.get(&format!("{QUEUE}?show=hidden")), ".rows h3"), ["Benches"]);

        assert_eq!(acts(&office.get(&page)), ["Restore"]);
        assert_eq!(office.submit(&page, &[("act", "restore")]).header("location"), Some(&*done));
        assert!(everybody.get(&public).text("h1").ends_with("Benches"));
    }
}

on_both! {
    async fn a_form_with_mistakes_keeps_what_was_typed(database) {
        let stage = reading_first(database).await;
        let number = waiting(&stage, "Benches").await.padded();
        let (office, page) = (stage.app.signed_in(), format!("{QUEUE}/{number}"));

        let short = office.submit(&page, &[("act", "hide"), ("rule", "person"), ("reason", "short")]);
        let empty = office.submit(&page, &[("act", "hide")]);

        assert_eq!(short.status, 422);
        assert!(short.text(".problem").contains("Write a little more: at least 10 characters."));
        assert_eq!(short.text("textarea[name=reason]").trim(), "short");
        assert!(short.body.contains("value=\"person\" checked"));
        assert!(short.text("title").starts_with("Error:"));
        assert!(empty.text(".problem").contains("Choose the rule.Write the public reason."), "{}", empty.text(".problem"));
        assert_eq!(office.submit(&page, &[("act", "delete")]).status, 400);
        assert_eq!(acts(&office.get(&page)), ["Show to everybody", "Hide"], "nothing was done");
    }
}

on_both! {
    async fn whoever_was_slower_is_told_and_changes_nothing(database) {
        let stage = reading_first(database).await;
        let (first, second) = (waiting(&stage, "Benches").await, waiting(&stage, "Trees").await);
        let (taken_back, code) = propose(&stage.app, stage.id(), proposal("Swings", "Play.")).await;
        let office = stage.app.signed_in();
        let reason = PublicReason::parse("Somebody else wrote this reason.").unwrap();
        hide_proposal(&stage.app.db, OFFICE, first, HidingRule::Insult, reason).await.unwrap();
        show_proposal(&stage.app.db, OFFICE, second).await.unwrap();
        take_back(&stage.app, &code).await;
        let page = |number: ProposalNumber| format!("{QUEUE}/{}", number.padded());

        let hidden = office.submit(&page(first), &[("act", "hide"), ("rule", "person"), REASON]);
        let shown = office.submit(&page(second), &[("act", "show")]);

        assert_eq!((hidden.status, shown.status), (409, 409));
        assert!(hidden.text(".problem").contains("Somebody else was faster"), "{}", hidden.text("main"));
        assert!(hidden.text("main").contains(REASON.1), "what was typed is kept");
        assert!(hidden.text(".facts").contains("Somebody else wrote this reason."));
        assert!(shown.text(".problem").contains("It now stands at: Received."));
        assert!(acts(&office.get(&page(taken_back))).is_empty());
        assert_eq!(office.get(&format!("{QUEUE}/00099")).status, 404);
    }
}
