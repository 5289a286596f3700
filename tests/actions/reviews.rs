//! The review of a proposal, from its arrival to the verdict and the objection.

use std::collections::BTreeSet;

use allmende::actions::department::edit_department;
use allmende::actions::people::give_role;
use allmende::actions::proposal::hide_proposal;
use allmende::actions::review::{
    Asking, Decision, ReviewError, SeenVersion, answer_question, ask_author, ask_statement, decide_proposal,
    give_statement, hand_over, object_to_verdict, save_review,
};
use allmende::domain::department::DepartmentDetails;
use allmende::domain::ids::{DepartmentId, ProposalNumber};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::{HidingRule, ProposalState};
use allmende::domain::review::{
    Competence, Costs, Fault, Feasibility, Finding, Route, Stage, StandardReason, Standing,
};
use allmende::domain::role::{Departments, Grant, Mandate, Role};
use allmende::domain::text::{Line, Prose};
use allmende::domain::time::Instant;
use allmende::locale::Language;
use allmende::secrecy::ChangeMac;
use allmende::store::StoreError;
use allmende::store::author_questions::list_author_questions;
use allmende::store::objections::find_objection;
use allmende::store::proposals::{Proposal, find_proposal};
use allmende::store::reviews::{Review, find_review};
use allmende::store::statements::list_statements;
use allmende::store::verdicts::{Given, list_verdicts};
use chrono::TimeDelta;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, finding, in_a_month, move_voting, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, TestRound, live, reason};
use crate::routes::stage::publish;

/// A round that takes proposals, and a proposal in it.
struct Desk {
    app: TestApp,
    round: TestRound,
    number: ProposalNumber,
    code: LetterCode,
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn not_possible() -> Finding {
    Finding {
        route: Route::NotPossible,
        feasibility: Feasibility::Unfeasible,
        costs: Costs::default(),
        standard: Some(StandardReason::AgainstLaw),
        reason: prose("The fire brigade needs the lane."),
        ..finding()
    }
}

fn decision(finding: Finding) -> Decision {
    Decision { finding, original: None, language: Language::English }
}

impl Desk {
    async fn new(database: TestDatabase) -> Self {
        let app = TestApp::start(database).await.with_administrator().await;
        let round = publish(&app, live("lindenau", app.time.get())).await;
        collect(&app, round.round.id).await;
        move_voting(&app, round.round.id, Some(in_a_month(app.time.get()))).await;
        let (number, code) = propose(&app, round.round.id, proposal("Benches at the bus stop", "Shade for all.")).await;
        Self { app, round, number, code }
    }

    async fn proposal(&self, number: ProposalNumber) -> Proposal {
        self.app.db.read(move |conn| find_proposal(conn, number)).await.unwrap().unwrap()
    }

    async fn review(&self) -> Review {
        let id = self.proposal(self.number).await.id;
        self.app.db.read(move |conn| find_review(conn, id)).await.unwrap()
    }

    async fn verdicts(&self) -> Vec<Given> {
        let id = self.proposal(self.number).await.id;
        self.app.db.read(move |conn| list_verdicts(conn, id)).await.unwrap()
    }

    /// The number, as it was just looked at.
    async fn seen(&self) -> (ProposalNumber, SeenVersion) {
        (self.number, SeenVersion(self.review().await.version))
    }

    async fn decide(&self, decision: Decision) -> Result<(), ReviewError> {
        let seen = self.seen().await;
        decide_proposal(&self.app.db, OFFICE, seen, (decision, "{}".to_owned())).await
    }

    async fn ask(&self, days: i64) {
        let answer_by = self.now().plus(TimeDelta::days(days));
        let asking = Asking { question: prose("At which stop?"), answer_by };
        let seen = self.seen().await;
        ask_author(&self.app.db, OFFICE, seen, (asking, String::new())).await.unwrap();
    }

    fn mac(&self) -> ChangeMac {
        self.app.keys.installation().change_mac(&self.code)
    }

    fn now(&self) -> Instant {
        self.app.time.get()
    }

    fn wait(&self, days: i64) {
        self.app.time.set(self.now().plus(TimeDelta::days(days)));
    }

    /// Somebody who reviews for a department.
    async fn reviewer(&self, email: &str, department: DepartmentId) -> Actor {
        let account = self.app.member(email).await;
        let departments = Departments::Only(BTreeSet::from([department]));
        let mandate = Mandate { grant: Grant::everywhere(Role::Reviewer), departments };
        give_role(&self.app.db, OFFICE, account, mandate).await.unwrap();
        Actor::Office(account)
    }

    async fn mails_of(&self, message: &str) -> usize {
        self.app.mails().await.iter().filter(|(name, _)| name == message).count()
    }
}

on_both! {
    async fn a_verdict_is_public_and_told_once(database) {
        let desk = Desk::new(database).await;
        assert_eq!((desk.review().await.stage, desk.review().await.standing()), (Stage::Open, Standing::Received));
        desk.wait(3);

        desk.decide(decision(finding())).await.unwrap();

        let review = desk.review().await;
        assert_eq!((review.stage, review.standing(), review.answer_days), (Stage::Decided, Standing::ToVote, Some(3)));
        let verdicts = desk.verdicts().await;
        assert_eq!((verdicts.len(), &verdicts[0].finding), (1, &finding()));
        assert_eq!(verdicts[0].language, "en");
        assert_eq!(desk.mails_of("proposal_decided").await, 1);
        let entries = desk.app.entries("proposal_decided").await;
        assert!(entries[0].1.contains("\"route\":\"vote\"") && !entries[0].1.contains("parks"), "{}", entries[0].1);
    }
}

on_both! {
    async fn a_verdict_that_lacks_something_is_refused_with_all_that_it_lacks(database) {
        let desk = Desk::new(database).await;
        let lacking = Finding { costs: Costs::default(), standard: None, competence: Competence::Other, ..finding() };

        let refused = desk.decide(decision(lacking)).await;

        let Err(ReviewError::Faults(faults)) = refused else { panic!("{refused:?}") };
        assert_eq!(faults, [Fault::NotOurs, Fault::CostMissing, Fault::ReasonMissing]);
        assert_eq!((desk.review().await.version, desk.verdicts().await.len()), (1, 0));
    }
}

on_both! {
    async fn whoever_saw_an_older_version_changes_nothing(database) {
        let desk = Desk::new(database).await;
        let seen = desk.seen().await;
        save_review(&desk.app.db, OFFICE, seen, "{\"reason\":\"first\"}".to_owned()).await.unwrap();

        let late = decide_proposal(&desk.app.db, OFFICE, seen, (decision(finding()), "{}".to_owned())).await;

        assert!(matches!(late, Err(ReviewError::ChangedMeanwhile)), "{late:?}");
        assert_eq!(desk.review().await.fields, "{\"reason\":\"first\"}");
        assert_eq!(desk.app.entries("proposal_decided").await.len(), 0);
    }
}

on_both! {
    async fn an_author_who_is_asked_is_waited_for(database) {
        let desk = Desk::new(database).await;
        desk.ask(10).await;
        assert_eq!((desk.review().await.stage, desk.mails_of("proposal_question").await), (Stage::Asked, 1));

        let early = desk.decide(decision(not_possible())).await;
        assert!(matches!(early, Err(ReviewError::AuthorIsAsked(_))), "{early:?}");
        answer_question(&desk.app.db, Actor::Anonymous, desk.mac(), prose("At the school.")).await.unwrap();
        let again = answer_question(&desk.app.db, Actor::Anonymous, desk.mac(), prose("At the church.")).await;
        assert!(matches!(again, Err(ReviewError::Stage(Stage::Open))), "{again:?}");

        let review = desk.review().await;
        assert_eq!((review.stage, review.due_at), (Stage::Open, desk.now().plus(TimeDelta::days(7))));
        let id = review.proposal;
        let questions = desk.app.db.read(move |conn| list_author_questions(conn, id)).await.unwrap();
        assert_eq!(questions[0].answer.as_ref().map(|(text, _)| text.as_str()), Some("At the school."));
        desk.decide(decision(not_possible())).await.unwrap();
    }
}

on_both! {
    async fn after_its_day_nobody_waits_for_an_answer(database) {
        let desk = Desk::new(database).await;
        desk.ask(10).await;
        desk.wait(10);

        desk.decide(decision(not_possible())).await.unwrap();

        assert_eq!(desk.review().await.standing(), Standing::NotPossible);
    }
}

on_both! {
    async fn an_objection_is_answered_by_another_verdict_and_made_once(database) {
        let desk = Desk::new(database).await;
        let object = |text: &str| {
            let text = prose(text);
            object_to_verdict(&desk.app.db, Actor::Anonymous, desk.mac(), text)
        };
        assert!(matches!(object("No!").await, Err(ReviewError::NoObjection)), "there is no verdict yet");
        desk.decide(decision(not_possible())).await.unwrap();

        object("The lane is wide.").await.unwrap();

        let review = desk.review().await;
        assert_eq!((review.stage, review.due_at), (Stage::Objected, desk.now().plus(TimeDelta::days(30))));
        let id = review.proposal;
        let objection = desk.app.db.read(move |conn| find_objection(conn, id)).await.unwrap().unwrap();
        assert_eq!(objection.body, "The lane is wide.");
        desk.wait(5);
        desk.decide(decision(Finding { reason: prose("We measured it. It is not."), ..not_possible() })).await.unwrap();
        assert_eq!((desk.verdicts().await.len(), desk.mails_of("proposal_decided").await), (2, 2));
        assert_eq!(desk.review().await.answer_days, Some(0), "the first answer counts");
        assert!(matches!(object("Still!").await, Err(ReviewError::NoObjection)));
    }
}

on_both! {
    async fn a_department_decides_what_it_has_and_who_takes_over_does_so_too(database) {
        let desk = Desk::new(database).await;
        let (parks, roads, schools) = (
            desk.app.department("Parks").await,
            desk.app.department("Roads").await,
            desk.app.department("Schools").await,
        );
        let (of_parks, of_roads, of_schools) = (
            desk.reviewer("parks@example.org", parks).await,
            desk.reviewer("roads@example.org", roads).await,
            desk.reviewer("schools@example.org", schools).await,
        );
        let seen = desk.seen().await;
        hand_over(&desk.app.db, of_parks, seen, (roads, String::new())).await.unwrap();
        assert_eq!(desk.review().await.standing(), Standing::InReview);

        let save = async |actor| save_review(&desk.app.db, actor, desk.seen().await, String::new()).await;
        assert!(matches!(save(of_parks).await, Err(ReviewError::OtherDepartment)));
        save(of_roads).await.unwrap();
        assert!(matches!(save(of_schools).await, Err(ReviewError::OtherDepartment)));
        let details = DepartmentDetails {
            names: ["de", "en"].map(|language| (language.to_owned(), line("Roads"))).into(),
            email: None,
            telephone: None,
            deputy_name: line(""),
            deputy_email: None,
            substitute: Some(schools),
        };
        edit_department(&desk.app.db, OFFICE, (roads, 1), details).await.unwrap();
        save(of_schools).await.unwrap();
        desk.app.retire(parks).await;
        let retired = hand_over(&desk.app.db, of_roads, desk.seen().await, (parks, String::new())).await;
        assert!(matches!(retired, Err(ReviewError::DepartmentGone)), "{retired:?}");
        assert_eq!(desk.app.entries("proposal_handed_over").await.len(), 1);
    }
}

on_both! {
    async fn another_department_gives_the_statement_that_it_is_asked_for(database) {
        let desk = Desk::new(database).await;
        let (parks, roads) = (desk.app.department("Parks").await, desk.app.department("Roads").await);
        let (of_parks, of_roads) =
            (desk.reviewer("parks@example.org", parks).await, desk.reviewer("roads@example.org", roads).await);
        let seen = desk.seen().await;
        ask_statement(&desk.app.db, of_parks, seen, (roads, prose("Is it wide enough?"), String::new())).await.unwrap();
        let id = desk.review().await.proposal;
        let list = async || desk.app.db.read(move |conn| list_statements(conn, id)).await.unwrap();
        let asked = (desk.number, list().await[0].id);

        let foreign = give_statement(&desk.app.db, of_parks, asked, prose("Yes.")).await;
        assert!(matches!(foreign, Err(ReviewError::OtherDepartment)), "{foreign:?}");
        give_statement(&desk.app.db, of_roads, asked, prose("It is.")).await.unwrap();
        let twice = give_statement(&desk.app.db, of_roads, asked, prose("It is not.")).await;

        assert!(matches!(twice, Err(ReviewError::ChangedMeanwhile)), "{twice:?}");
        assert_eq!(list().await[0].given.as_ref().map(|(text, _)| text.as_str()), Some("It is."));
    }
}

on_both! {
    async fn what_was_taken_back_or_hidden_is_not_reviewed(database) {
        let desk = Desk::new(database).await;
        let seen = desk.seen().await;
        hide_proposal(&desk.app.db, OFFICE, desk.number, HidingRule::Person, reason()).await.unwrap();
        let hidden = save_review(&desk.app.db, OFFICE, seen, String::new()).await;
        let (other, code) = propose(&desk.app, desk.round.round.id, proposal("Swings", "Play.")).await;
        take_back(&desk.app, &code).await;
        let gone = decide_proposal(&desk.app.db, OFFICE, (other, SeenVersion(1)), (decision(finding()), String::new())).await;

        assert!(matches!(hidden, Err(ReviewError::NotReviewed(ProposalState::Hidden))), "{hidden:?}");
        assert!(matches!(gone, Err(ReviewError::NotReviewed(ProposalState::Withdrawn))), "{gone:?}");
    }
}

on_both! {
    async fn a_duplicate_goes_on_with_another_one_and_both_authors_hear_of_it(database) {
        let desk = Desk::new(database).await;
        let id = desk.round.round.id;
        let (original, original_code) = propose(&desk.app, id, proposal("Benches for the old", "Shade.")).await;
        let same = |number| Decision {
            original: number,
            ..decision(Finding {
                route: Route::Duplicate,
                standard: Some(StandardReason::SameAim),
                costs: Costs::default(),
                ..finding()
            })
        };
        for wrong in [Some(desk.number), Some(ProposalNumber::new(999))] {
            let refused = desk.decide(same(wrong)).await;
            assert!(matches!(refused, Err(ReviewError::NoOriginal)), "{refused:?}");
        }
        let unnamed = desk.decide(same(None)).await;
        assert!(matches!(&unnamed, Err(ReviewError::Faults(faults)) if *faults == [Fault::OriginalMissing]));

        desk.decide(same(Some(original))).await.unwrap();

        assert_eq!(desk.verdicts().await[0].original, Some(original));
        assert_eq!((desk.mails_of("proposal_decided").await, desk.mails_of("proposal_joined").await), (1, 1));
        let (third, _) = propose(&desk.app, id, proposal("Seats", "Shade.")).await;
        let chain = decide_proposal(
            &desk.app.db,
            OFFICE,
            (third, SeenVersion(1)),
            (same(Some(desk.number)), String::new()),
        )
        .await;
        assert!(matches!(chain, Err(ReviewError::NoOriginal)), "a duplicate goes on for nobody: {chain:?}");
        assert_eq!(desk.review().await.standing(), Standing::Merged);
        take_back(&desk.app, &original_code).await;
        assert_eq!(desk.review().await.stage, Stage::Open, "what was to go on with it is decided anew");
    }
}

on_both! {
    async fn taking_a_proposal_back_forgets_what_its_author_said_to_the_office(database) {
        let desk = Desk::new(database).await;
        desk.ask(10).await;
        answer_question(&desk.app.db, Actor::Anonymous, desk.mac(), prose("At the school.")).await.unwrap();
        desk.decide(decision(not_possible())).await.unwrap();
        object_to_verdict(&desk.app.db, Actor::Anonymous, desk.mac(), prose("No!")).await.unwrap();
        let id = desk.review().await.proposal;

        take_back(&desk.app, &desk.code).await;

        let left = desk.app.db.read(move |conn| {
            Ok::<_, StoreError>((list_author_questions(conn, id)?.len(), find_objection(conn, id)?.is_some()))
        });
        assert_eq!(left.await.unwrap(), (0, false));
        assert_eq!(desk.verdicts().await.len(), 1, "the office's own words stay");
    }
}
