//! What the council decided: entered, corrected, concluded; what is refused; who is told.

use allmende::actions::council::{CouncilError, conclude_decisions, correct_decision, enter_decisions};
use allmende::actions::round::publish_result;
use allmende::domain::decision::{CouncilDecision, CouncilOutcome, PaperNumber, SittingDayError};
use allmende::domain::ids::{ProjectNumber, RollId};
use allmende::domain::permission::Actor;
use allmende::domain::reason::PublicReason;
use allmende::domain::schedule::Phase;
use allmende::locale::local_day;
use allmende::mail::Message;
use allmende::record::Details;
use allmende::store::StoreError;
use allmende::store::decisions::{EnteredDecision, list_decisions};
use allmende::store::projects::list_projects;
use allmende::store::results::list_allocations;
use allmende::store::schema::{entries, mails};
use allmende_tally::Allocation;
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use diesel::prelude::*;

use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal, propose};
use crate::harness::rounds::{OFFICE, TestApp, TestRound, reason};

const RAILWAY: &str = "The land belongs to the railway.";

/// A round whose result was published a moment ago.
async fn published(database: TestDatabase) -> (TestApp, TestRound) {
    let app = TestApp::new(database).await;
    let round = app.voting_round("lindenau").await;
    counted(&app, &round).await;
    publish_result(&app.db, &app.files, OFFICE, round.round.id).await.unwrap();
    (app, round)
}

async fn counted(app: &TestApp, round: &TestRound) {
    for voter in round.voters(12).await {
        round.cast_for(&voter, 0, &[(1, 3), (2, 2), (4, 5)]).await;
    }
    app.certify(round).await;
    app.run_jobs().await;
}

fn number(number: u32) -> ProjectNumber {
    ProjectNumber::new(number)
}

fn today(app: &TestApp) -> NaiveDate {
    local_day(app.time.get(), Berlin)
}

fn decision(outcome: CouncilOutcome, on: NaiveDate, reason: Option<&str>) -> CouncilDecision {
    let reason = reason.map(|text| PublicReason::parse(text).unwrap());
    CouncilDecision::new(outcome, (on, PaperNumber::parse("DS/0412/VIII").unwrap()), reason).unwrap()
}

fn carried_out(app: &TestApp) -> CouncilDecision {
    decision(CouncilOutcome::CarriedOut, today(app), None)
}

async fn entered(app: &TestApp, round: &TestRound) -> Vec<EnteredDecision> {
    let id = round.round.id;
    app.db.read(move |conn| list_decisions(conn, id)).await.unwrap().into_values().collect()
}

/// The numbers of the chosen projects.
async fn chosen(app: &TestApp, round: &TestRound) -> Vec<ProjectNumber> {
    let id = round.round.id;
    let read = app.db.read(move |conn| Ok::<_, StoreError>((list_projects(conn, id)?, list_allocations(conn, id)?)));
    let (projects, rows) = read.await.unwrap();
    let counts: Vec<Allocation> = rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect();
    let is_chosen = |id: &str| counts.iter().any(|count| count.is_funded(id));
    projects.iter().filter(|project| is_chosen(&project.external_id)).map(|project| project.number).collect()
}

/// The mails about decisions with their recipients, oldest first.
async fn told(app: &TestApp) -> Vec<(String, Message)> {
    let read = app.db.read(|conn| {
        let all = mails::table.filter(mails::message.eq("council_decided")).order(mails::id);
        all.select((mails::recipient, mails::parameters)).load::<(String, String)>(conn).map_err(StoreError::from)
    });
    let rows = read.await.unwrap();
    rows.into_iter().map(|(recipient, text)| (recipient, Message::parse(&text).unwrap())).collect()
}

/// What the record says of an act.
async fn bodies(app: &TestApp, act: &'static str) -> Vec<Details> {
    let read = app.db.read(move |conn| {
        let of_act = entries::table.filter(entries::act.eq(act)).order(entries::at);
        of_act.select(entries::body).load::<String>(conn).map_err(StoreError::from)
    });
    read.await.unwrap().iter().map(|body| Details::read(body).unwrap()).collect()
}

on_both! {
    async fn one_sitting_is_entered_at_once_and_stands_in_the_record(database) {
        let (app, round) = published(database).await;
        let refused = decision(CouncilOutcome::NotCompetent, today(&app), Some(RAILWAY));

        let sitting = vec![(number(1), carried_out(&app)), (number(4), refused.clone())];
        let count = enter_decisions(&app.db, OFFICE, round.round.id, sitting).await.unwrap();

        let rows = entered(&app, &round).await;
        assert_eq!((count, rows.len()), (2, 2));
        assert_eq!((&rows[1].decision, rows[1].version, rows[1].entered_at), (&refused, 1, app.time.get()));
        let entries = bodies(&app, "council_decision_entered").await;
        let of_4 = entries.iter().find(|details| details.number("project") == Some(4)).unwrap();
        assert_eq!(of_4.written("outcome"), Some("not_competent"));
        assert_eq!(of_4.written("decided_on"), Some(today(&app).to_string().as_str()));
        assert_eq!((of_4.written("paper"), of_4.written("reason")), (Some("DS/0412/VIII"), Some(RAILWAY)));
        assert_eq!(entries.len(), 2);
        assert_eq!(round.now().await.phase(app.time.get()), Phase::Result, "nobody has said that all is decided");
    }
}

on_both! {
    async fn nothing_is_decided_before_the_result_is_public(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("lindenau").await;
        let id = round.round.id;
        let sitting = vec![(number(1), carried_out(&app))];

        let early = enter_decisions(&app.db, OFFICE, id, sitting.clone()).await;
        counted(&app, &round).await;
        let later = enter_decisions(&app.db, OFFICE, id, sitting).await;
        let corrected = correct_decision(&app.db, OFFICE, (id, number(1)), (1, carried_out(&app)), reason()).await;
        let concluded = conclude_decisions(&app.db, OFFICE, id).await;

        assert!(matches!(early, Err(CouncilError::ResultNotPublished)), "{early:?}");
        assert!(matches!(later, Err(CouncilError::ResultNotPublished)), "{later:?}");
        assert!(matches!(corrected, Err(CouncilError::ResultNotPublished)), "{corrected:?}");
        assert!(matches!(concluded, Err(CouncilError::ResultNotPublished)), "{concluded:?}");
        assert_eq!(entered(&app, &round).await, []);
    }
}

on_both! {
    async fn what_cannot_be_is_refused_and_nothing_of_the_sitting_stays(database) {
        let (app, round) = published(database).await;
        let id = round.round.id;
        let (today, carried_out) = (today(&app), || carried_out(&app));
        let on = |day| decision(CouncilOutcome::CarriedOut, day, None);
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap();
        let while_voting = today.checked_sub_days(Days::new(2)).unwrap();

        let elsewhere = enter_decisions(&app.db, OFFICE, id, vec![(number(1), carried_out()), (number(99), carried_out())]);
        assert!(matches!(elsewhere.await, Err(CouncilError::Store(StoreError::NotFound))));
        let nothing = enter_decisions(&app.db, OFFICE, id, Vec::new()).await;
        assert!(matches!(nothing, Err(CouncilError::Nothing)), "{nothing:?}");
        let future = enter_decisions(&app.db, OFFICE, id, vec![(number(1), on(tomorrow))]).await;
        assert!(matches!(future, Err(CouncilError::Day(SittingDayError::InFuture))), "{future:?}");
        let early = enter_decisions(&app.db, OFFICE, id, vec![(number(1), on(while_voting))]).await;
        assert!(matches!(early, Err(CouncilError::Day(SittingDayError::BeforeTheVoteEnded))), "{early:?}");
        for actor in [Actor::Anonymous, Actor::Voter(RollId::new(1))] {
            let entering = enter_decisions(&app.db, actor, id, vec![(number(1), carried_out())]).await;
            let correcting = correct_decision(&app.db, actor, (id, number(1)), (1, carried_out()), reason()).await;
            let concluding = conclude_decisions(&app.db, actor, id).await;
            for refused in [entering.map(drop), correcting, concluding] {
                assert!(matches!(refused, Err(CouncilError::Forbidden(_))), "{refused:?}");
            }
        }

        assert_eq!((entered(&app, &round).await, told(&app).await), (Vec::new(), Vec::new()));
        assert_eq!(bodies(&app, "council_decision_entered").await, []);
    }
}

on_both! {
    async fn the_slower_of_two_clerks_saves_nothing_and_is_told_which_projects_are_taken(database) {
        let (app, round) = published(database).await;
        let id = round.round.id;
        enter_decisions(&app.db, OFFICE, id, vec![(number(2), carried_out(&app))]).await.unwrap();

        let sitting = vec![(number(1), carried_out(&app)), (number(2), carried_out(&app))];
        let slower = enter_decisions(&app.db, OFFICE, id, sitting).await;

        let Err(CouncilError::Entered(taken)) = slower else { panic!("{slower:?}") };
        assert_eq!((taken, entered(&app, &round).await.len()), (vec![number(2)], 1));
    }
}

on_both! {
    async fn a_correction_keeps_what_stood_there_before(database) {
        let (app, round) = published(database).await;
        let id = round.round.id;
        let changed = decision(CouncilOutcome::Changed, today(&app), Some("Two benches, not four."));
        enter_decisions(&app.db, OFFICE, id, vec![(number(1), carried_out(&app))]).await.unwrap();

        let same = correct_decision(&app.db, OFFICE, (id, number(1)), (1, carried_out(&app)), reason()).await;
        correct_decision(&app.db, OFFICE, (id, number(1)), (1, changed.clone()), reason()).await.unwrap();
        let late = correct_decision(&app.db, OFFICE, (id, number(1)), (1, carried_out(&app)), reason()).await;
        let open = correct_decision(&app.db, OFFICE, (id, number(2)), (1, changed.clone()), reason()).await;

        assert!(matches!(same, Err(CouncilError::Unchanged)), "{same:?}");
        assert!(matches!(late, Err(CouncilError::ChangedMeanwhile)), "{late:?}");
        assert!(matches!(open, Err(CouncilError::Store(StoreError::NotFound))), "{open:?}");
        let rows = entered(&app, &round).await;
        assert_eq!((&rows[0].decision, rows[0].version), (&changed, 2));
        let entries = bodies(&app, "council_decision_corrected").await;
        assert_eq!(entries.len(), 1);
        let of_it = |name| entries[0].written(name);
        assert_eq!((of_it("outcome_before"), of_it("outcome")), (Some("carried_out"), Some("changed")));
        assert_eq!((of_it("explanation"), of_it("reason")), (Some("Two benches, not four."), Some(reason().as_str())));
        assert!(entries[0].is_null("explanation_before"));
    }
}

on_both! {
    async fn the_council_has_decided_once_every_chosen_project_has_a_decision(database) {
        let (app, round) = published(database).await;
        let id = round.round.id;
        let mut chosen = chosen(&app, &round).await;
        let last = chosen.pop().unwrap();
        let sitting = chosen.iter().map(|number| (*number, carried_out(&app))).collect();
        enter_decisions(&app.db, OFFICE, id, sitting).await.unwrap();

        let early = conclude_decisions(&app.db, OFFICE, id).await;
        assert!(matches!(early, Err(CouncilError::Open(1))), "{early:?}");
        enter_decisions(&app.db, OFFICE, id, vec![(last, carried_out(&app))]).await.unwrap();
        conclude_decisions(&app.db, OFFICE, id).await.unwrap();
        let again = conclude_decisions(&app.db, OFFICE, id).await;

        assert!(matches!(again, Err(CouncilError::AlreadyDecided)), "{again:?}");
        let now = round.now().await;
        assert_eq!((now.facts.decided_at, now.phase(app.time.get())), (Some(app.time.get()), Phase::Decided));
        let count = i64::try_from(chosen.len() + 1).unwrap();
        assert_eq!(bodies(&app, "council_decided").await[0].number("decisions"), Some(count));
        let changed = decision(CouncilOutcome::Changed, today(&app), Some("Two benches, not four."));
        correct_decision(&app.db, OFFICE, (id, last), (1, changed), reason()).await.unwrap();
    }
}

on_both! {
    async fn the_author_of_the_proposal_with_the_same_number_is_told_and_told_again(database) {
        let app = TestApp::new(database).await;
        let round = app.voting_round("lindenau").await;
        let id = round.round.id;
        collect(&app, id).await;
        let (one, _) = propose(&app, id, proposal("Benches", "Shade for all.")).await;
        let elsewhere = app.voting_round("elsewhere").await.round.id;
        collect(&app, elsewhere).await;
        let (two, _) = propose(&app, elsewhere, proposal("Trees", "Shade for all.")).await;
        assert_eq!((one.value(), two.value()), (1, 2));
        counted(&app, &round).await;
        publish_result(&app.db, &app.files, OFFICE, id).await.unwrap();

        let refused = || decision(CouncilOutcome::NotCarriedOut, today(&app), Some(RAILWAY));
        let sitting = vec![(number(1), refused()), (number(2), carried_out(&app))];
        enter_decisions(&app.db, OFFICE, id, sitting).await.unwrap();
        correct_decision(&app.db, OFFICE, (id, number(1)), (1, carried_out(&app)), reason()).await.unwrap();
        correct_decision(&app.db, OFFICE, (id, number(2)), (1, refused()), reason()).await.unwrap();

        let message = |outcome, reason: Option<&str>, corrected| Message::CouncilDecided {
            number: 1,
            slug: "lindenau".to_owned(),
            council: String::new(),
            outcome,
            decided_on: today(&app),
            paper: "DS/0412/VIII".to_owned(),
            reason: reason.map(str::to_owned),
            corrected,
        };
        let to = |message| ("author@example.org".to_owned(), message);
        let expected = [
            to(message(CouncilOutcome::NotCarriedOut, Some(RAILWAY), false)),
            to(message(CouncilOutcome::CarriedOut, None, true)),
        ];
        assert_eq!(told(&app).await, expected, "the proposal of another round is nobody's here");
        let all = [bodies(&app, "council_decision_entered").await, bodies(&app, "council_decision_corrected").await];
        assert!(!format!("{all:?}").contains("author@example.org"));
    }
}
