//! The selection for the ballot on the pages, from the verdict to the project that everybody sees.

use allmende::domain::ids::ProposalNumber;
use allmende::domain::proposal::NewProposal;

use super::stage::publish;
use super::vote::texts;
use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, in_a_month, move_voting, proposal, propose, to_the_vote};
use crate::harness::rounds::{TestRound, live};

const LIST: &str = "/en/office/rounds/lindenau/shortlist";
const PUBLIC: &str = "/en/rounds/lindenau/proposals";
const REASON: (&str, &str) = ("reason", "Another project does the same at the same place.");

/// A round without projects whose voting begins in a month.
async fn selecting(database: TestDatabase) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let mut content = live("lindenau", app.time.get());
    for area in &mut content.areas {
        area.projects.clear();
    }
    let round = publish(&app, content).await;
    let id = round.round.id;
    collect(&app, id).await;
    move_voting(&app, id, Some(in_a_month(app.time.get()))).await;
    (app, round)
}

async fn chosen(app: &TestApp, round: &TestRound, title: &str, area: Option<usize>) -> ProposalNumber {
    let area = area.map(|place| round.areas[place].id);
    let (number, _) =
        propose(app, round.round.id, NewProposal { area, ..proposal(title, "Shade for <b>all</b>.") }).await;
    to_the_vote(app, number).await;
    number
}

fn page(number: ProposalNumber) -> String {
    format!("{LIST}/{}", number.padded())
}

on_both! {
    async fn a_selection_is_made_frozen_and_seen_by_everybody(database) {
        let (app, round) = selecting(database).await;
        let (benches, swings) =
            (chosen(&app, &round, "Benches", Some(0)).await, chosen(&app, &round, "Swings", Some(0)).await);
        let everywhere = chosen(&app, &round, "Trees", None).await;
        let (office, everybody) = (app.signed_in(), app.client());

        let list = office.get(LIST);
        assert_eq!(texts(&list, ".rows h3"), ["Benches", "Swings", "Trees"]);
        assert!(list.text("table").contains("€3,000"), "{}", list.text("table"));
        assert!(list.text("table").contains("Area to be chosen"), "{}", list.text("table"));

        let short = office.submit(&page(swings), &[("act", "exclude"), ("reason", "short")]);
        assert_eq!((short.status, short.text("textarea[name=reason]").trim()), (422, "short"));
        let out = office.submit(&page(swings), &[("act", "exclude"), REASON]);
        assert_eq!(out.header("location"), Some(&*format!("{LIST}?done=excluded")), "{}", out.body);
        assert_eq!(texts(&office.get(&format!("{LIST}?show=excluded")), ".rows h3"), ["Swings"]);
        let public = everybody.get(&format!("{PUBLIC}/{}", swings.padded()));
        assert!(public.text(".stick").contains("Not on the ballot") && public.text(".stick").contains(REASON.1));

        let listed = |state: &str| texts(&everybody.get(&format!("{PUBLIC}?order=newest&state={state}")), ".rows h3");
        assert_eq!((listed("vote"), listed("excluded")), (
            vec!["Trees".to_owned(), "Benches".to_owned()],
            vec!["Swings".to_owned()]
        ));
        let table = everybody.get("/en/rounds/lindenau/proposals.csv").body;
        assert!(table.contains("Swings,excluded") && table.contains("Benches,vote"), "{table}");

        let early = office.submit(LIST, &[("act", "freeze")]);
        assert_eq!(early.status, 409);
        assert!(early.text(".problem").contains("Choose an area first"), "{}", early.text(".problem"));
        assert_eq!(office.submit(&page(everywhere), &[("act", "place"), ("area", "")]).status, 422);
        assert_eq!(office.submit(&page(everywhere), &[("act", "place"), ("area", "2")]).status, 303);
        let frozen = office.submit(LIST, &[("act", "freeze")]);
        assert_eq!(frozen.header("location"), Some(&*format!("{LIST}?done=frozen")), "{}", frozen.body);

        assert!(office.get(LIST).text(".note").contains("Frozen since"));
        let project = everybody.get(&format!("/en/rounds/lindenau/projects/{}", benches.padded()));
        assert!(project.text("h1").contains("Benches") && project.text("main").contains("Shade for <b>all</b>."));
        let public = everybody.get(&format!("{PUBLIC}/{}", benches.padded()));
        assert!(public.body.contains(&format!("href=\"/en/rounds/lindenau/projects/{}\"", benches.padded())));
        assert_eq!(office.submit(&page(swings), &[("act", "include")]).status, 409);
        assert!(office.get(&page(swings)).text(".note").contains("Nothing can be changed here now."));

        assert_eq!(office.submit(LIST, &[("act", "reopen"), ("reason", "")]).status, 422);
        let opened = office.submit(LIST, &[("act", "reopen"), REASON]);
        assert_eq!(opened.header("location"), Some(&*format!("{LIST}?done=reopened")), "{}", opened.body);
        assert_eq!(everybody.get(&format!("/en/rounds/lindenau/projects/{}", benches.padded())).status, 404);
        assert_eq!(office.submit(&page(swings), &[("act", "include")]).status, 303);
        assert_eq!(office.submit(LIST, &[("act", "delete")]).status, 400);
    }
}

on_both! {
    async fn a_selection_without_anything_says_what_to_do(database) {
        let (app, round) = selecting(database).await;
        let (undecided, _) = propose(&app, round.round.id, proposal("Benches", "Shade.")).await;
        let office = app.signed_in();

        let list = office.get(LIST);

        assert!(list.text("main").contains("Decide some in the review first."), "{}", list.text("main"));
        assert!(list.text(".note").contains("1 proposal is not decided yet."));
        assert!(texts(&list, "main form button").is_empty());
        assert_eq!(office.get(&page(undecided)).status, 404);
        let empty = office.submit(LIST, &[("act", "freeze")]);
        assert!(empty.text(".problem").contains("Nothing goes onto the ballot."), "{}", empty.text("main"));
    }
}
