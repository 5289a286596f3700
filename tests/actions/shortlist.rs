//! From verdicts to the ballot: what is left out and why, and freezing the shortlist.

use allmende::actions::review::{Decision, ReviewError, SeenVersion, decide_proposal};
use allmende::actions::round_set_up::{Edit, EditArea, SetUpError, edit_areas};
use allmende::actions::shortlist::{
    ShortlistError, exclude_proposal, freeze_shortlist, include_proposal, override_threshold, place_proposal,
    reopen_shortlist,
};
use allmende::actions::support::give_support;
use allmende::domain::ids::ProposalNumber;
use allmende::domain::letter_code::LetterCode;
use allmende::domain::money::Money;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::NewProposal;
use allmende::domain::role::{Grant, Role};
use allmende::domain::round::AreaLimit;
use allmende::domain::round::Eligible;
use allmende::domain::schedule::{Span, Window};
use allmende::domain::set_up::RoundPart;
use allmende::locale::Language;
use allmende::store::areas::update_supports_needed;
use allmende::store::projects::list_projects;
use allmende::store::roles::insert_grant;
use allmende::store::rounds::find_round;
use allmende::store::set_up::find_set_up;
use allmende::store::shortlist::{CandidatesOf, count_candidates, list_candidates};
use allmende::store::{Lock, StoreError, schema};
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{
    collect, finding, in_a_month, let_support, move_voting, proposal, propose, take_back, to_the_vote,
};
use crate::harness::rounds::{OFFICE, TestRound, live, reason};
use crate::routes::stage::publish;

/// A round without projects whose voting is to come.
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

async fn to_vote(app: &TestApp, round: &TestRound, new: NewProposal) -> ProposalNumber {
    let (number, _) = propose(app, round.round.id, new).await;
    to_the_vote(app, number).await;
    number
}

/// A proposal that goes to the vote, with its change code.
async fn chosen(app: &TestApp, round: &TestRound, title: &str) -> (ProposalNumber, LetterCode) {
    let (number, code) = propose(app, round.round.id, in_area(round, 0, title)).await;
    to_the_vote(app, number).await;
    (number, code)
}

fn in_area(round: &TestRound, place: usize, title: &str) -> NewProposal {
    NewProposal { area: Some(round.areas[place].id), ..proposal(title, "Shade for all.") }
}

async fn on_ballot(app: &TestApp, round: &TestRound) -> Vec<(u32, i64, Option<i64>)> {
    let id = round.round.id;
    let projects = app.db.read(move |conn| list_projects(conn, id)).await.unwrap();
    projects.iter().map(|one| (one.number.value(), one.area.value(), one.cost.map(Money::minor))).collect()
}

on_both! {
    async fn what_goes_to_the_vote_becomes_a_project_with_its_number_and_cost(database) {
        let (app, round) = selecting(database).await;
        let first = to_vote(&app, &round, in_area(&round, 0, "Benches")).await;
        propose(&app, round.round.id, in_area(&round, 0, "Not decided")).await;
        let third = to_vote(&app, &round, in_area(&round, 1, "Swings")).await;
        let version = round.round.ballot_version;

        freeze_shortlist(&app.db, &app.catalogue, OFFICE, round.round.id).await.unwrap();

        let areas: Vec<i64> = round.areas.iter().map(|area| area.id.value()).collect();
        assert_eq!(
            on_ballot(&app, &round).await,
            [(first.value(), areas[0], Some(150_000)), (third.value(), areas[1], Some(150_000))]
        );
        let id = round.round.id;
        let now = app.db.read(move |conn| {
            let row = schema::rounds::table.find(id.value()).select(schema::rounds::ballot_version);
            row.first::<i64>(conn).map_err(StoreError::from)
        });
        assert!(now.await.unwrap() > version);
        let entries = app.entries("shortlist_frozen").await;
        assert!(entries[0].1.contains("\"projects\":2") && entries[0].1.contains("\"excluded\":0"), "{}", entries[0].1);
        let twice = freeze_shortlist(&app.db, &app.catalogue, OFFICE, round.round.id).await;
        assert!(matches!(twice, Err(ShortlistError::Frozen)), "{twice:?}");
    }
}

on_both! {
    async fn what_is_left_out_has_a_reason_and_its_author_hears_it(database) {
        let (app, round) = selecting(database).await;
        let (first, second) = (
            to_vote(&app, &round, in_area(&round, 0, "Benches")).await,
            to_vote(&app, &round, in_area(&round, 0, "Swings")).await,
        );

        exclude_proposal(&app.db, OFFICE, first, reason()).await.unwrap();

        let id = round.round.id;
        let excluded = app.db.read(move |conn| list_candidates(conn, id, CandidatesOf::Excluded, (0, 9))).await.unwrap();
        assert_eq!(excluded[0].excluded.as_deref(), Some(reason().as_str()));
        assert_eq!(app.mails().await.iter().filter(|(name, _)| name == "proposal_excluded").count(), 1);
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();
        assert_eq!(on_ballot(&app, &round).await.len(), 1);
        for late in [
            include_proposal(&app.db, OFFICE, first).await,
            exclude_proposal(&app.db, OFFICE, second, reason()).await,
        ] {
            assert!(matches!(late, Err(ShortlistError::Frozen)), "{late:?}");
        }
        reopen_shortlist(&app.db, OFFICE, id, reason()).await.unwrap();
        assert_eq!(on_ballot(&app, &round).await, []);
        include_proposal(&app.db, OFFICE, first).await.unwrap();
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();
        assert_eq!(on_ballot(&app, &round).await.len(), 2);
    }
}

on_both! {
    async fn a_proposal_for_the_whole_round_needs_an_area_where_there_are_several(database) {
        let (app, round) = selecting(database).await;
        let number = to_vote(&app, &round, proposal("Benches", "Everywhere.")).await;
        let id = round.round.id;

        let without = freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await;
        assert!(matches!(without, Err(ShortlistError::WithoutArea(1))), "{without:?}");
        place_proposal(&app.db, OFFICE, number, round.areas[1].id).await.unwrap();
        assert_eq!(app.db.read(move |conn| count_candidates(conn, id, CandidatesOf::WithoutArea)).await.unwrap(), 0);
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();

        assert_eq!(on_ballot(&app, &round).await[0].1, round.areas[1].id.value());
    }
}

on_both! {
    async fn nothing_changes_once_people_vote_and_nothing_is_frozen_where_nothing_is(database) {
        let (app, round) = selecting(database).await;
        let id = round.round.id;
        let empty = freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await;
        assert!(matches!(empty, Err(ShortlistError::Empty)), "{empty:?}");
        let number = to_vote(&app, &round, in_area(&round, 0, "Benches")).await;
        let (other, _) = propose(&app, id, in_area(&round, 0, "Not decided")).await;
        let none = exclude_proposal(&app.db, OFFICE, other, reason()).await;
        assert!(matches!(none, Err(ShortlistError::NoCandidate)), "{none:?}");
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();
        app.time.set(app.time.get().plus(TimeDelta::days(31)));

        for late in [
            reopen_shortlist(&app.db, OFFICE, id, reason()).await,
            exclude_proposal(&app.db, OFFICE, number, reason()).await,
        ] {
            assert!(matches!(late, Err(ShortlistError::VotingBegan)), "{late:?}");
        }
    }
}

on_both! {
    async fn a_round_that_was_given_its_projects_has_no_shortlist(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let mut content = live("lindenau", app.time.get());
        content.windows = vec![(Window::Voting, Span {
            opens_at: Some(app.time.get().plus(TimeDelta::days(30))),
            closes_at: Some(app.time.get().plus(TimeDelta::days(44))),
        })];
        let round = publish(&app, content).await;

        let given = freeze_shortlist(&app.db, &app.catalogue, OFFICE, round.round.id).await;

        assert!(matches!(given, Err(ShortlistError::GivenProjects)), "{given:?}");
    }
}

on_both! {
    async fn what_is_taken_back_leaves_the_ballot_or_at_least_its_text(database) {
        let (app, round) = selecting(database).await;
        let id = round.round.id;
        let (_, first_code) = chosen(&app, &round, "Benches").await;
        let (second, second_code) = chosen(&app, &round, "Swings").await;
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();

        take_back(&app, &first_code).await;
        assert_eq!(on_ballot(&app, &round).await.iter().map(|one| one.0).collect::<Vec<_>>(), [second.value()]);
        app.time.set(app.time.get().plus(TimeDelta::days(31)));
        take_back(&app, &second_code).await;

        assert_eq!(on_ballot(&app, &round).await.len(), 1, "people may have chosen it");
        let texts = app.db.read(|conn| {
            let all = schema::project_texts::table;
            let columns = (schema::project_texts::title, schema::project_texts::description);
            all.select(columns).load::<(String, String)>(conn).map_err(StoreError::from)
        });
        assert_eq!(texts.await.unwrap(), [(second.padded(), String::new())]);
    }
}

on_both! {
    async fn a_selection_that_was_forgotten_can_be_frozen_until_somebody_votes(database) {
        let (app, round) = selecting(database).await;
        to_vote(&app, &round, in_area(&round, 0, "Benches")).await;
        let (late, _) = propose(&app, round.round.id, in_area(&round, 0, "Too late")).await;
        app.time.set(app.time.get().plus(TimeDelta::days(31)));

        freeze_shortlist(&app.db, &app.catalogue, OFFICE, round.round.id).await.unwrap();

        assert_eq!(on_ballot(&app, &round).await.len(), 1);
        let decision = Decision { finding: finding(), original: None, language: Language::English };
        let refused =
            decide_proposal(&app.db, OFFICE, (late, SeenVersion(1)), (decision, String::new())).await;
        assert!(matches!(refused, Err(ReviewError::BallotMade)), "{refused:?}");
    }
}

on_both! {
    async fn an_area_keeps_its_money_or_its_places_while_the_selection_is_frozen(database) {
        let (app, round) = selecting(database).await;
        chosen(&app, &round, "Benches").await;
        let id = round.round.id;
        let edit = async |limit: fn(AreaLimit) -> AreaLimit| {
            let read = app.db.read(move |conn| {
                let found = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
                find_set_up(conn, found)
            });
            let set_up = read.await.unwrap();
            let wanted = set_up.areas.iter().map(|known| EditArea {
                id: Some(known.area.id),
                names: Default::default(),
                limit: limit(known.area.limit),
                for_everyone: known.area.for_everyone,
                supports_needed: known.supports_needed,
            });
            let edit = Edit { round: id, seen: set_up.version(RoundPart::Areas), reason: Some(reason()) };
            edit_areas(&app.db, OFFICE, edit, wanted.collect()).await
        };
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();

        let other = edit(|_| AreaLimit::Places(2)).await;

        assert!(matches!(other, Err(SetUpError::AreaFrozen(_))), "{other:?}");
        edit(|_| AreaLimit::Ceiling(Money::from_minor(9_000_000))).await.unwrap();
        reopen_shortlist(&app.db, OFFICE, id, reason()).await.unwrap();
        edit(|_| AreaLimit::Places(2)).await.unwrap();
    }
}

on_both! {
    async fn what_has_fewer_supports_than_its_area_needs_is_left_out_unless_an_administrator_puts_it_on(database) {
        let (app, round) = selecting(database).await;
        let (id, first_area) = (round.round.id, round.areas[0].id);
        let_support(&app, id, Eligible::Everybody).await;
        app.db.write(Lock::Nothing, move |tx| update_supports_needed(tx, first_area, Some(2))).await.unwrap();
        let (liked, _) = propose(&app, id, in_area(&round, 0, "Benches")).await;
        let (short, _) = propose(&app, id, in_area(&round, 0, "Swings")).await;
        let (special, _) = propose(&app, id, in_area(&round, 0, "Ramp")).await;
        let (elsewhere, _) = propose(&app, id, in_area(&round, 1, "Trees")).await;
        for (place, of) in [vec![liked, short], vec![liked]].into_iter().enumerate() {
            let by = Actor::Member(app.member(&format!("p{place}@example.org")).await);
            for number in of {
                give_support(&app.db, app.keys.installation(), by, number).await.unwrap();
            }
        }
        for number in [liked, short, special, elsewhere] {
            to_the_vote(&app, number).await;
        }
        let count = |part| app.db.read(move |conn| count_candidates(conn, id, part));
        assert_eq!((count(CandidatesOf::Ballot).await.unwrap(), count(CandidatesOf::Excluded).await.unwrap()), (2, 2));

        let jury = app.member("jury@example.org").await;
        let write = app.db.write(Lock::Nothing, move |tx| {
            let now = tx.now;
            insert_grant(tx, jury, &Grant::everywhere(Role::JurySecretary).into(), now)
        });
        write.await.unwrap();
        let by_jury = override_threshold(&app.db, Actor::Office(jury), special, reason()).await;
        assert!(matches!(by_jury, Err(ShortlistError::Forbidden(_))), "{by_jury:?}");
        let enough = override_threshold(&app.db, OFFICE, liked, reason()).await;
        assert!(matches!(enough, Err(ShortlistError::NoCandidate)), "{enough:?}");
        override_threshold(&app.db, OFFICE, special, reason()).await.unwrap();
        freeze_shortlist(&app.db, &app.catalogue, OFFICE, id).await.unwrap();

        let mut on: Vec<u32> = on_ballot(&app, &round).await.into_iter().map(|(number, _, _)| number).collect();
        on.sort_unstable();
        assert_eq!(on, [liked.value(), special.value(), elsewhere.value()]);
        let excluded = app.db.read(move |conn| list_candidates(conn, id, CandidatesOf::Excluded, (0, 9))).await.unwrap();
        let why: Vec<_> = excluded.iter().map(|one| (one.proposal.number, one.excluded.as_deref())).collect();
        assert_eq!(why, [(short, Some("Fewer supports than needed: 1 of 2."))]);
        let entries = app.entries("proposal_excluded").await;
        assert!(entries.len() == 1 && entries[0].1.contains("1 of 2"), "{entries:?}");
        assert!(app.entries("proposal_included").await[0].1.contains(reason().as_str()));
        let told = app.mails().await.into_iter().filter(|(name, _)| name == "proposal_excluded").count();
        assert_eq!(told, 1);
    }
}
