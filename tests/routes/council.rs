//! The office enters what the council decided; everybody reads it.

use allmende::actions::council::enter_decisions;
use allmende::domain::decision::{CouncilDecision, CouncilOutcome, PaperNumber};
use allmende::domain::ids::ProjectNumber;
use allmende::locale::local_day;
use allmende::store::StoreError;
use allmende::store::decisions::list_decisions;
use chrono_tz::Europe::Berlin;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::OFFICE;

const LIST: &str = "/en/office/rounds/lindenau/decisions";
const DECIDED: &str = "/en/office/rounds/lindenau/decided";
const RAILWAY: &str = "The land belongs <b>to</b> the railway.";

async fn published(database: TestDatabase) -> Stage {
    let stage = Stage::new(database).await;
    stage.vote(12, 12).await;
    stage.publish().await;
    stage
}

fn today(stage: &Stage) -> String {
    local_day(stage.app.time.get(), Berlin).to_string()
}

/// Sends a sitting of today.
fn sit(stage: &Stage, office: &Client, fields: &[(&str, &str)]) -> Answer {
    let day = today(stage);
    office.submit(LIST, &[&[("date", day.as_str()), ("paper", "DS/0412")], fields].concat())
}

async fn count(stage: &Stage) -> usize {
    let id = stage.id();
    let read = stage.app.db.read(move |conn| Ok::<_, StoreError>(list_decisions(conn, id)?.len()));
    read.await.unwrap()
}

/// The numbers of the projects that were chosen, as they are in forms.
async fn chosen(stage: &Stage) -> Vec<String> {
    let counts = stage.allocations().await;
    counts.iter().flat_map(|count| &count.chosen).map(|one| one.id.trim_start_matches('0').to_owned()).collect()
}

on_both! {
    async fn before_the_result_the_office_is_told_when_it_can_enter_decisions(database) {
        let stage = Stage::new(database).await;
        let office = stage.app.signed_in();

        let (page, paper) = (office.get(LIST), office.get("/en/office/rounds/lindenau/council-paper"));
        let sent = office.submit(LIST, &[("date", "2027-01-01"), ("outcome_1", "carried_out")]);

        assert_eq!((page.status, paper.status, sent.status), (200, 200, 409));
        assert!(page.text("main").contains("It begins once the result is public."), "{}", page.text("main"));
        assert_eq!(office.get(DECIDED).header("location"), Some(LIST));
        assert_eq!(count(&stage).await, 0);
        assert!(!office.get("/en/office/rounds/lindenau").body.contains("/decisions"));
    }
}

on_both! {
    async fn a_clerk_enters_a_sitting_and_everybody_reads_it(database) {
        let stage = published(database).await;
        let (office, everybody) = (stage.app.signed_in(), stage.app.client());
        let result = "/en/rounds/lindenau/result/areas/1";
        assert!(everybody.get("/en/rounds/lindenau/result").text(".band").contains("Council: nothing is decided yet."));
        let page = office.get(LIST);
        assert!(page.text(".lead").contains("chosen projects are still open"), "{}", page.text("main"));
        assert!(office.get("/en/office/rounds/lindenau").body.contains("/decisions\""));

        let sent = sit(&stage, &office, &[
            ("outcome_1", "not_carried_out"),
            ("reason_1", RAILWAY),
            ("outcome_2", "carried_out"),
            ("outcome_3", ""),
            ("reason_3", " "),
        ]);

        assert_eq!((sent.status, sent.header("location")), (303, Some(&*format!("{LIST}?done=saved"))), "{}", sent.body);
        let after = office.get(&format!("{LIST}?done=saved"));
        assert!(after.text("[role=alert]").contains("2 decisions are saved and public."));
        assert!(after.text(".rows").contains(RAILWAY));
        assert_eq!(after.value("date"), Some(today(&stage)), "the next sitting may be the same");
        assert_eq!(after.value("paper").as_deref(), Some("DS/0412"));
        assert!(!after.body.contains("name=\"outcome_1\""), "it is decided");
        let project = everybody.get("/en/rounds/lindenau/projects/00001");
        let told = project.text("[aria-labelledby=council]");
        assert!(told.contains("Decision: Council") && told.contains("Will not be done"), "{told}");
        assert!(told.contains("Paper DS/0412") && told.contains(RAILWAY), "{told}");
        assert!(everybody.get(result).text("main").contains(RAILWAY));
        assert!(everybody.get("/en/record?round=lindenau").text("main").contains("The decision on project no. 1 was entered: Will not be done"));
        assert_eq!(count(&stage).await, 2);
    }
}

on_both! {
    async fn all_mistakes_are_told_at_once_and_nothing_that_was_typed_is_lost(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();
        let long = "x".repeat(61);

        let page = office.submit(LIST, &[
            ("date", "soon"),
            ("paper", &long),
            ("outcome_1", "changed"),
            ("outcome_2", "carried_out"),
            ("outcome_3", "not_competent"),
            ("reason_3", "short"),
            ("reason_4", "The reason came before the outcome."),
        ]);
        let empty = office.submit(LIST, &[]);

        assert_eq!((page.status, empty.status), (422, 422));
        assert_eq!(texts(&page, ".problem[role=alert] li"), [
            "Write the day of the sitting like this: 18.11.2027.",
            "Shorten the number of the paper to 60 characters.",
            "Project 01: Write the reason.",
            "Project 03: Write a little more of a reason, at least 10 characters.",
            "Project 04: Choose what was decided.",
        ]);
        assert_eq!((page.value("date").as_deref(), page.value("paper")), (Some("soon"), Some(long)));
        assert!(page.body.contains("name=\"outcome_2\" value=\"carried_out\" checked"), "{}", page.body);
        assert_eq!(page.text("#reason_4").trim(), "The reason came before the outcome.");
        assert!(page.text("title").starts_with("Error:"));
        assert_eq!(texts(&empty, ".problem[role=alert] li"), [
            "Write the day of the sitting.",
            "Choose for at least one project what was decided.",
        ]);
        for (day, says) in [("2199-01-01", "still to come"), ("2001-01-01", "still voting")] {
            let page = office.submit(LIST, &[("date", day), ("outcome_1", "carried_out")]);
            assert!(page.status == 422 && page.text(".problem").contains(says), "{}", page.text(".problem"));
        }
        assert_eq!(count(&stage).await, 0);
    }
}

on_both! {
    async fn the_slower_clerk_keeps_what_was_typed(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();
        let decision = CouncilDecision::new(
            CouncilOutcome::CarriedOut,
            (local_day(stage.app.time.get(), Berlin), PaperNumber::default()),
            None,
        );
        let faster = vec![(ProjectNumber::new(1), decision.unwrap())];
        enter_decisions(&stage.app.db, OFFICE, stage.id(), faster).await.unwrap();

        let page = sit(&stage, &office, &[
            ("outcome_1", "not_carried_out"),
            ("reason_1", RAILWAY),
            ("outcome_2", "carried_out"),
        ]);

        assert_eq!((page.status, count(&stage).await), (409, 1));
        let told = page.text(".problem[role=alert]");
        assert!(told.contains("Nothing of yours is saved yet.") && told.contains(RAILWAY), "{told}");
        assert!(told.contains("You had chosen: Will not be done."), "{told}");
        assert!(page.body.contains("name=\"outcome_2\" value=\"carried_out\" checked"));
        assert!(!page.body.contains("name=\"outcome_1\""));
        assert_eq!(sit(&stage, &office, &[("outcome_2", "carried_out")]).status, 303, "the rest is saved");
    }
}

on_both! {
    async fn an_entry_is_corrected_with_a_reason_that_everybody_reads(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();
        sit(&stage, &office, &[("outcome_1", "carried_out")]);
        let (page, day) = (format!("{LIST}/00001"), today(&stage));
        let why = "The line above was meant.";
        let correct = |version: &str, outcome: &str, reason: &str, why: &str| {
            let fields = [("date", day.as_str()), ("paper", "DS/0412"), ("version", version)];
            office.submit(&page, &[&fields[..], &[("outcome", outcome), ("reason", reason), ("why", why)]].concat())
        };
        let form = office.get(&page);
        assert_eq!((form.status, form.value("version").as_deref()), (200, Some("1")));
        assert_eq!(office.get(&format!("{LIST}/00002")).status, 404, "there is nothing to correct");

        let bare = correct("1", "changed", "", "");
        let same = correct("1", "carried_out", "", why);
        let done = correct("1", "changed", RAILWAY, why);
        let late = correct("1", "not_competent", "Somebody else decides.", why);

        assert_eq!((bare.status, same.status, done.status, late.status), (422, 422, 303, 409), "{}", done.body);
        assert_eq!(texts(&bare, ".problem[role=alert] li"), ["Write the reason.", "Write the reason."]);
        assert!(same.text(".problem").contains("The entry says this already."));
        assert!(late.text(".slip").contains(RAILWAY), "what is saved now");
        assert_eq!(late.text("#reason").trim(), "Somebody else decides.", "what was typed");
        assert_eq!(late.value("version").as_deref(), Some("2"));
        assert!(office.get(&format!("{LIST}?done=corrected")).text("[role=alert]").contains("The entry is corrected."));
        let record = stage.app.client().get("/en/record?round=lindenau").text("main");
        assert!(record.contains("The entry on project no. 1 was corrected.") && record.contains(why), "{record}");
        assert!(stage.app.client().get("/en/rounds/lindenau/projects/00001").text("main").contains("Entry corrected"));
    }
}

on_both! {
    async fn it_is_said_once_that_the_council_has_decided(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();
        let before = office.get(DECIDED);
        let early = office.submit(DECIDED, &[]);
        assert!(before.text(".note").contains("still open") && !before.body.contains("action=\"/en/office/rounds/lindenau/decided"));
        assert_eq!(early.status, 409);

        let fields: Vec<(String, &str)> =
            chosen(&stage).await.into_iter().map(|number| (format!("outcome_{number}"), "carried_out")).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        assert_eq!(sit(&stage, &office, &fields).status, 303);
        let list = office.get(LIST);
        assert!(list.text("main").contains("All chosen projects are decided."));
        assert!(list.body.contains(DECIDED));
        let last_look = office.get(DECIDED);
        assert!(last_look.text(".office").contains("The result stays as it is."));
        let sent = office.submit(DECIDED, &[]);

        assert_eq!(sent.header("location"), Some("/en/office/rounds/lindenau?done=decided"));
        let round = office.get("/en/office/rounds/lindenau?done=decided");
        assert!(round.text("[role=alert]").contains("The round now stands at “Decision”."));
        assert_eq!(office.submit(DECIDED, &[]).status, 303, "twice is once");
        let public = stage.app.client().get("/en/rounds/lindenau");
        assert_eq!(texts(&public, ".phases .here b"), ["Now: Decision"].map(str::to_owned), "{}", public.text(".phases"));
        assert!(stage.app.client().get("/en/rounds/lindenau/result").text(".band").contains("Council: everything is decided."));
        assert!(office.get(LIST).text(".lead").contains("Completed on"));
    }
}

on_both! {
    async fn the_paper_says_what_the_result_says(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();

        let paper = office.get("/en/office/rounds/lindenau/council-paper");

        assert_eq!(texts(&paper, ".ticks tbody tr").len(), chosen(&stage).await.len());
        assert!(paper.text("main").contains("People who voted12"), "{}", paper.text("main"));
        assert!(paper.text("main").contains("/en/rounds/lindenau/result"));
    }
}

on_both! {
    async fn a_second_click_is_the_same_act_and_blames_nobody(database) {
        let stage = published(database).await;
        let office = stage.app.signed_in();
        let fields = [("outcome_1", "not_carried_out"), ("reason_1", RAILWAY), ("outcome_2", "carried_out")];
        let (first, second) = (sit(&stage, &office, &fields), sit(&stage, &office, &fields));

        assert_eq!((first.status, second.status, count(&stage).await), (303, 303, 2), "{}", second.body);
        assert_eq!(first.header("location"), second.header("location"));
        assert_eq!(stage.app.entries("council_decision_entered").await.len(), 2);

        let day = today(&stage);
        let correction =
            [("date", day.as_str()), ("paper", "DS/0413"), ("version", "1"), ("outcome", "carried_out"), ("why", RAILWAY)];
        let correct = || office.submit(&format!("{LIST}/00002"), &correction).status;
        assert_eq!((correct(), correct()), (303, 303));
        assert_eq!(stage.app.entries("council_decision_corrected").await.len(), 1);
    }
}

on_both! {
    async fn an_entry_for_the_wrong_project_is_taken_back_with_a_public_reason(database) {
        let stage = published(database).await;
        let (office, page) = (stage.app.signed_in(), format!("{LIST}/00001"));
        sit(&stage, &office, &[("outcome_1", "not_carried_out"), ("reason_1", RAILWAY)]);
        let why = "Project 2 was meant, one line below.";
        let take_back = |version: &str, why: &str| office.submit(&page, &[("version", version), ("take_back", why)]);

        let (short, late) = (take_back("1", "short"), take_back("7", why));
        let (done, again) = (take_back("1", why), office.post(&page, &[
            ("_csrf", &office.csrf().unwrap()),
            ("version", "1"),
            ("take_back", why),
        ]));

        assert_eq!((short.status, late.status, done.status, again.status), (422, 409, 303, 303), "{}", again.body);
        assert_eq!(short.text("#take_back").trim(), "short");
        assert!(late.text("[role=alert]").contains("Somebody else"));
        assert_eq!(count(&stage).await, 0);
        let list = office.get(&format!("{LIST}?done=taken_back"));
        assert!(list.text("[role=alert]").contains("The entry is taken back."));
        assert!(list.body.contains("name=\"outcome_1\""), "it waits for its decision again");
        let record = stage.app.client().get("/en/record?round=lindenau").text("main");
        assert!(record.contains("The entry on project no. 1 was taken back.") && record.contains(why), "{record}");
        assert!(!stage.app.client().get("/en/rounds/lindenau/projects/00001").text("main").contains(RAILWAY));
    }
}
