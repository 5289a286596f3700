//! The review on the pages: the queue, the form, what everybody reads, and the author's own page.

use std::collections::BTreeSet;

use allmende::actions::people::give_role;
use allmende::actions::proposal::hide_proposal;
use allmende::domain::ids::{AccountId, DepartmentId, ProposalNumber};
use allmende::domain::proposal::HidingRule;
use allmende::domain::role::{Departments, Grant, Mandate, Role};
use chrono::TimeDelta;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, reason};

const QUEUE: &str = "/en/office/rounds/lindenau/review";
const PUBLIC: &str = "/en/rounds/lindenau/proposals";
const MINE: &str = "/en/proposals/mine";
const NOT_POSSIBLE: [(&str, &str); 6] = [
    ("act", "decide"),
    ("route", "not_possible"),
    ("competence", "ours"),
    ("feasibility", "unfeasible"),
    ("standard", "against_law"),
    ("reason", "The fire brigade needs the <b>lane</b>."),
];

async fn collecting(database: TestDatabase) -> Stage {
    let stage = Stage::new(database).await;
    collect(&stage.app, stage.id()).await;
    stage
}

async fn proposed(stage: &Stage, title: &str) -> ProposalNumber {
    propose(&stage.app, stage.id(), proposal(title, "Shade for all.")).await.0
}

fn page(number: ProposalNumber) -> String {
    format!("{QUEUE}/{}", number.padded())
}

/// Sends the form as it was shown.
fn send(client: &Client, number: ProposalNumber, fields: &[(&str, &str)]) -> Answer {
    let version = client.get(&page(number)).value("version").unwrap();
    client.submit(&page(number), &[fields, &[("version", version.as_str())]].concat())
}

async fn reviewer(stage: &Stage, email: &str, department: DepartmentId) -> (AccountId, Client) {
    let account = stage.app.member(email).await;
    let departments = Departments::Only(BTreeSet::from([department]));
    let mandate = Mandate { grant: Grant::everywhere(Role::Reviewer), departments };
    give_role(&stage.app.db, OFFICE, account, mandate).await.unwrap();
    stage.app.give_telephone(account).await;
    let client = stage.app.client();
    stage.app.enter(&client, email).await;
    (account, client)
}

on_both! {
    async fn the_queue_is_by_due_date_with_what_is_overdue_first(database) {
        let stage = collecting(database).await;
        let (first, second) = (proposed(&stage, "Benches").await, proposed(&stage, "Swings").await);
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::days(2)));
        for number in 3..=22 {
            proposed(&stage, &format!("Proposal {number}")).await;
        }
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::days(13)));
        let office = stage.app.signed_in();

        let queue = office.get(QUEUE);

        let titles = texts(&queue, ".rows h3");
        assert_eq!((titles.len(), titles[0].as_str(), titles[1].as_str()), (20, "Benches", "Swings"));
        assert!(queue.text(".note").contains("2 proposals are overdue."), "{}", queue.text("main"));
        assert!(texts(&queue, ".rows .meta")[0].contains("overdue since"), "{}", queue.text(".rows"));
        assert_eq!(texts(&office.get(&format!("{QUEUE}?show=due&of=all&page=2")), ".rows h3"), ["Proposal 21", "Proposal 22"]);
        assert!(office.get(&format!("{QUEUE}?show=decided")).text("main").contains("Nothing is decided yet."));
        assert!(office.get("/en/office/rounds/lindenau").body.contains(&format!("href=\"{QUEUE}\"")));
        assert!(office.get(&page(first)).text("article").contains("Shade for all."));
        assert!(!office.get(&page(second)).body.contains("author@example.org"));
    }
}

on_both! {
    async fn two_steps_decide_and_everybody_reads_why(database) {
        let stage = collecting(database).await;
        let number = proposed(&stage, "Benches").await;
        let (office, everybody) = (stage.app.signed_in(), stage.app.client());
        let public = format!("{PUBLIC}/{}", number.padded());
        assert!(everybody.get(&public).text("#standing").contains("Received"));

        let decided = send(&office, number, &NOT_POSSIBLE);

        assert_eq!(decided.header("location"), Some(&*format!("{QUEUE}?done=decide&number=1")), "{}", decided.body);
        let queue = office.get(&format!("{QUEUE}?done=decide&number=1"));
        assert!(queue.text("[role=alert]").contains("The decision on no. 00001 is saved."));
        let shown = everybody.get(&public);
        assert!(shown.text("#standing").contains("Not possible"), "{}", shown.text("main"));
        assert!(shown.text(".office").contains("A law does not allow this."));
        assert!(shown.text(".office").contains("The fire brigade needs the <b>lane</b>."));
        assert!(shown.text(".stick").contains("The author can object until"));
        assert_eq!(texts(&everybody.get(&format!("{PUBLIC}?state=not_possible&order=1")), ".rows h3"), ["Benches"]);
        assert!(everybody.get(&format!("{PUBLIC}?state=vote&order=1")).text("main").contains("Nothing fits"));
        let table = everybody.get("/en/rounds/lindenau/proposals.csv");
        assert!(table.body.contains("00001,Benches,not_possible"), "{}", table.body);
        let times = everybody.get("/en/rounds/lindenau/answer-times");
        assert!(times.text("table").contains("no department"), "{}", times.text("main"));
        assert!(times.text("main").contains("no proposal waits longer than promised"));
    }
}

on_both! {
    async fn all_that_is_wrong_is_told_at_once_and_nothing_typed_is_lost(database) {
        let stage = collecting(database).await;
        let number = proposed(&stage, "Benches").await;
        let office = stage.app.signed_in();
        let typed = [
            ("act", "decide"),
            ("route", "vote"),
            ("competence", "other"),
            ("feasibility", "feasible"),
            ("cost_once", "much"),
            ("note", "Ask Bea <first>."),
        ];

        let unread = send(&office, number, &typed);
        assert_eq!(unread.status, 422);
        assert_eq!(unread.value("cost_once").as_deref(), Some("much"));
        assert_eq!(unread.text("textarea[name=note]").trim(), "Ask Bea <first>.");
        assert!(unread.text("title").starts_with("Error:"));

        let mut lacking = typed.to_vec();
        lacking[4] = ("cost_once", "1.500,00");
        let lacking = send(&office, number, &lacking);
        assert_eq!(lacking.status, 422);
        for said in ["If it is somebody else's business", "Say where the figures come from.", "Choose a reason"] {
            assert!(lacking.text(".problem").contains(said), "{said}: {}", lacking.text(".problem"));
        }

        let kept = send(&office, number, &[("act", "save"), ("cost_once", "much"), ("note", "Ask Bea.")]);
        assert_eq!(kept.header("location"), Some(&*format!("{}?done=save", page(number))));
        let again = office.get(&page(number));
        assert_eq!(again.value("cost_once").as_deref(), Some("much"), "what cannot be read is kept as well");
        assert_eq!(again.text("textarea[name=note]").trim(), "Ask Bea.");
        assert!(!stage.app.client().get(&format!("{PUBLIC}/00001")).body.contains("Ask Bea"));
        assert_eq!(send(&office, number, &[("act", "delete")]).status, 400);
    }
}

on_both! {
    async fn two_people_never_overwrite_each_other(database) {
        let stage = collecting(database).await;
        let number = proposed(&stage, "Benches").await;
        let office = stage.app.signed_in();
        let seen = office.get(&page(number)).value("version").unwrap();
        send(&office, number, &[("act", "save"), ("note", "First.")]);

        let late = office.submit(&page(number), &[("act", "save"), ("note", "Second."), ("version", seen.as_str())]);

        assert_eq!(late.status, 409);
        assert!(late.text(".problem").contains("Somebody has saved something else meanwhile."));
        assert_eq!(late.text("textarea[name=note]").trim(), "Second.");
        let version = late.value("version").unwrap();
        let next = office.submit(&page(number), &[("act", "save"), ("note", "Second."), ("version", version.as_str())]);
        assert_eq!(next.status, 303, "the next try is one upon what is saved now");
    }
}

on_both! {
    async fn an_author_answers_and_objects_under_the_change_code(database) {
        let stage = collecting(database).await;
        let (number, code) = propose(&stage.app, stage.id(), proposal("Benches", "Shade.")).await;
        let (office, author) = (stage.app.signed_in(), stage.app.client());
        let until = stage.app.time.get().plus(TimeDelta::days(10)).to_datetime().format("%Y-%m-%d").to_string();
        let asking = [("act", "ask"), ("question", "At which stop?"), ("answer_by", until.as_str()), ("reason", "Kept.")];
        let asked = send(&office, number, &asking);
        assert_eq!(asked.header("location"), Some(&*format!("{}?done=ask", page(number))), "{}", asked.body);
        assert_eq!(office.get(&page(number)).text("textarea[name=reason]").trim(), "Kept.");
        assert_eq!(texts(&office.get(&format!("{QUEUE}?show=asked")), ".rows h3"), ["Benches"]);
        assert!(author.get(&format!("{PUBLIC}/00001")).text("#standing").contains("Question to the author"));

        assert_eq!(author.submit(MINE, &[("code", &code.to_string())]).status, 303);
        let own = author.get(MINE);
        assert!(own.text("section").contains("At which stop?"), "{}", own.text("main"));
        assert_eq!(author.submit(MINE, &[("act", "answer"), ("answer", " ")]).status, 422);
        let answered = author.submit(MINE, &[("act", "answer"), ("answer", "At the school.")]);
        assert_eq!(answered.header("location"), Some(&*format!("{MINE}?done=answer")), "{}", answered.body);
        let twice = author.submit(MINE, &[("act", "answer"), ("answer", "At the church.")]);
        assert_eq!(twice.status, 409);
        assert!(twice.text("main").contains("At the church."), "what comes too late is not lost");
        assert!(office.get(&page(number)).text("article").contains("At the school."));

        send(&office, number, &NOT_POSSIBLE);
        let objected = author.submit(MINE, &[("act", "object"), ("objection", "The lane is wide.")]);
        assert_eq!(objected.header("location"), Some(&*format!("{MINE}?done=object")), "{}", objected.body);
        assert!(author.get(MINE).text("main").contains("We answer by"));
        assert!(office.get(&page(number)).text("article").contains("The lane is wide."));
        assert!(author.get(&format!("{PUBLIC}/00001")).text("#standing").contains("Objection"));
        assert!(!stage.app.client().get(&format!("{PUBLIC}/00001")).body.contains("The lane is wide."));
        send(&office, number, &NOT_POSSIBLE);
        assert!(author.get(MINE).text("main").contains("We have answered it with another decision."));
        assert_eq!(author.submit(MINE, &[("act", "object"), ("objection", "Still!")]).status, 409);
    }
}

on_both! {
    async fn a_reviewer_finds_what_is_theirs_and_reads_the_rest(database) {
        let stage = collecting(database).await;
        let (parks, roads) = (stage.app.department("Parks").await, stage.app.department("Roads").await);
        let (first, second) = (proposed(&stage, "Benches").await, proposed(&stage, "Crossing").await);
        let office = stage.app.signed_in();
        let (_, of_parks) = reviewer(&stage, "parks@example.org", parks).await;
        let to = |department: DepartmentId| department.to_string();
        let over = send(&office, second, &[("act", "hand_over"), ("department", &to(roads))]);
        assert_eq!(over.header("location"), Some(&*format!("{QUEUE}?done=hand_over&number=2")), "{}", over.body);
        assert_eq!(send(&office, first, &[("act", "hand_over"), ("department", "")]).status, 422);

        assert_eq!(texts(&of_parks.get(QUEUE), ".rows h3"), ["Benches"]);
        assert_eq!(texts(&of_parks.get(&format!("{QUEUE}?of=all")), ".rows h3"), ["Benches", "Crossing"]);
        let foreign = of_parks.get(&page(second));
        assert!(foreign.text(".note").contains("Another department has this proposal."), "{}", foreign.text("main"));
        assert_eq!(of_parks.submit(&page(second), &NOT_POSSIBLE).status, 409);

        let question = [("act", "ask_statement"), ("statement_of", &to(parks)), ("statement_question", "Trees?")];
        assert_eq!(send(&office, second, &question).status, 303);
        let wanted = of_parks.get(&format!("{QUEUE}?show=statements"));
        assert!(wanted.text(".rows").contains("Trees?"), "{}", wanted.text("main"));
        let id = of_parks.get(&page(second)).value("statement_id").unwrap();
        send(&office, second, &[("act", "save"), ("note", "Ask the school.")]);
        let empty = office.submit(&page(second), &[("act", "give_statement"), ("statement_id", id.as_str())]);
        assert_eq!(empty.status, 422);
        assert_eq!(empty.text("textarea[name=note]").trim(), "Ask the school.", "the other form stands as it is kept");
        let given = [("act", "give_statement"), ("statement_id", id.as_str()), ("statement", "Two limes stand there.")];
        assert_eq!(of_parks.submit(&page(second), &given).status, 303);
        assert!(office.get(&page(second)).text(".intern").contains("Two limes stand there."));
        assert!(!stage.app.client().get(&format!("{PUBLIC}/00002")).body.contains("limes"));
    }
}

on_both! {
    async fn a_proposal_that_was_taken_back_meanwhile_keeps_what_the_office_typed(database) {
        let stage = collecting(database).await;
        let (number, code) = propose(&stage.app, stage.id(), proposal("Benches", "Shade.")).await;
        let office = stage.app.signed_in();
        let version = office.get(&page(number)).value("version").unwrap();
        take_back(&stage.app, &code).await;

        let late = office.submit(&page(number), &[&NOT_POSSIBLE[..], &[("version", version.as_str())]].concat());

        assert_eq!(late.status, 409);
        assert!(late.text(".problem").contains("taken back or hidden meanwhile"), "{}", late.text("main"));
        assert!(late.text("main").contains("The fire brigade"), "{}", late.text("main"));
    }
}

on_both! {
    async fn whoever_only_reviews_does_not_read_what_is_hidden(database) {
        let stage = collecting(database).await;
        let parks = stage.app.department("Parks").await;
        let number = proposed(&stage, "Benches").await;
        let (_, of_parks) = reviewer(&stage, "parks@example.org", parks).await;
        assert!(of_parks.get(&page(number)).body.contains("Shade for all."));
        hide_proposal(&stage.app.db, OFFICE, number, HidingRule::Person, reason()).await.unwrap();

        let hidden = of_parks.get(&page(number));

        assert_eq!(hidden.status, 200);
        assert!(!hidden.body.contains("Shade for all.") && !hidden.body.contains("Benches"), "{}", hidden.text("main"));
        assert!(stage.app.signed_in().get(&page(number)).body.contains("Shade for all."), "administrators moderate");
    }
}
