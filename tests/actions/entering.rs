//! Entering at the counter: what is refused, what is done once, what the record and the author hear.

use allmende::actions::proposal::{
    EnterProposal, Entered, ProposalError, correct_proposal, enter_proposal, hide_proposal, renew_change_code,
    withdraw_proposal,
};
use allmende::domain::entering::EntryRefusal;
use allmende::domain::ids::{AreaId, ProposalNumber, TopicId};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::{Correction, HidingRule, NewProposal, ProposalState, Source, parse_title};
use allmende::domain::role::{Grant, Role};
use allmende::domain::round::Eligible;
use allmende::domain::text::{Line, Prose};
use allmende::jobs::delete_personal_data;
use allmende::locale::Language;
use allmende::media::ContentHash;
use allmende::secrecy::randomness::draw;
use allmende::store::proposal_entries::{find_entry_of_office, list_entered_by};
use allmende::store::proposal_scans::find_scan;
use allmende::store::proposals::{Proposal, find_proposal};
use allmende::store::roles::insert_grant;
use allmende::store::schema::{proposal_scans, proposal_versions, reviews};
use allmende::store::set_up::update_eligible;
use allmende::store::{Lock, StoreError};
use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{PDF, check_first, collect, enter_paper, proposal, propose, today};
use crate::harness::rounds::{OFFICE, TestRound, live, reason};
use crate::routes::stage::publish;

/// A round that takes proposals for a week from now on.
async fn counter(database: TestDatabase) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let round = publish(&app, live("lindenau", app.time.get())).await;
    collect(&app, round.round.id).await;
    (app, round)
}

/// Somebody of the office with a role.
async fn staff(app: &TestApp, role: Role, name: &str) -> Actor {
    let account = app.member(&format!("{name}@example.org")).await;
    let write = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        insert_grant(tx, account, &Grant::everywhere(role).into(), now)
    });
    write.await.unwrap();
    Actor::Office(account)
}

fn paper(title: &str) -> NewProposal {
    NewProposal { source: Source::Paper, ..proposal(title, "Old people stand there for a long time.") }
}

fn code() -> LetterCode {
    LetterCode::from_random(draw().unwrap())
}

async fn enter(
    app: &TestApp,
    by: Actor,
    round: &TestRound,
    (new, came_in_on): (NewProposal, NaiveDate),
    code: &LetterCode,
) -> Result<Entered, ProposalError> {
    let entry = EnterProposal { new, came_in_on, scan: None };
    let keys = app.keys.installation();
    enter_proposal(&app.db, keys, by, round.round.id, (entry, code, Language::English)).await
}

async fn found(app: &TestApp, number: ProposalNumber) -> Proposal {
    app.db.read(move |conn| find_proposal(conn, number)).await.unwrap().unwrap()
}

/// Who got mails of this name.
async fn mails(app: &TestApp, message: &str) -> Vec<String> {
    let all = app.mails().await.into_iter();
    all.filter(|(name, _)| name == message).map(|(_, recipient)| recipient).collect()
}

fn correction(title: &str) -> Correction {
    Correction {
        title: parse_title(title).unwrap(),
        body: Prose::parse("Old people stand there for a long time.").unwrap(),
        summary: Prose::default(),
        place: Line::default(),
        display_name: Line::default(),
    }
}

fn wait(app: &TestApp, span: TimeDelta) {
    app.time.set(app.time.get().plus(span));
}

on_both! {
    async fn what_is_entered_is_a_proposal_like_every_other_and_the_record_knows_both_days(database) {
        let (app, round) = counter(database).await;
        check_first(&app, round.round.id, true).await;
        let clerk = staff(&app, Role::CounterStaff, "clerk").await;
        let came_in = today(&app).await;
        wait(&app, TimeDelta::days(2));
        let new = NewProposal { helped: true, ..paper("Benches at the bus stop") };

        let entered = enter(&app, clerk, &round, (new, came_in), &code()).await.unwrap();

        let saved = found(&app, entered.number).await;
        assert_eq!((saved.state, saved.source, saved.helped), (ProposalState::Unchecked, Source::Paper, true));
        let id = saved.id;
        let entry = app.db.read(move |conn| find_entry_of_office(conn, id)).await.unwrap().unwrap();
        assert_eq!((entry.account, entry.came_in_on, entry.version), (clerk.account(), came_in, 1));
        let acts = app.entries("proposal_entered").await;
        assert_eq!(acts.len(), 1);
        let days = [came_in, today(&app).await].map(|day| day.to_string());
        assert_ne!(days[0], days[1]);
        assert!(days.iter().all(|day| acts[0].1.contains(day.as_str())), "{}", acts[0].1);
        assert!(!acts[0].1.contains("Benches") && !acts[0].1.contains("author@"), "{}", acts[0].1);
        assert!(app.entries("proposal_received").await.is_empty());
        assert_eq!(mails(&app, "proposal_entered").await, ["author@example.org"]);
    }
}

on_both! {
    async fn sent_twice_it_is_one_proposal(database) {
        let (app, round) = counter(database).await;
        let (code, day) = (code(), today(&app).await);

        let first = enter(&app, OFFICE, &round, (paper("Benches"), day), &code).await.unwrap();
        let second = enter(&app, OFFICE, &round, (paper("Benches"), day), &code).await.unwrap();

        assert_eq!((first.number, first.before, second.before), (second.number, false, true));
        let told = mails(&app, "proposal_entered").await;
        assert_eq!((app.entries("proposal_entered").await.len(), told.len()), (1, 1));
    }
}

on_both! {
    async fn a_day_counts_if_something_was_collected_on_it_until_a_week_after_the_end(database) {
        let (app, round) = counter(database).await;
        let first_day = today(&app).await;
        let tomorrow = enter(&app, OFFICE, &round, (paper("Benches"), first_day + Days::new(1)), &code()).await;
        assert!(matches!(tomorrow, Err(ProposalError::NotThen(EntryRefusal::InFuture))), "{tomorrow:?}");
        let before = enter(&app, OFFICE, &round, (paper("Benches"), first_day - Days::new(1)), &code()).await;
        assert!(matches!(before, Err(ProposalError::NotThen(EntryRefusal::Outside))), "{before:?}");
        wait(&app, TimeDelta::days(13));
        let early = enter(&app, OFFICE, &round, (paper("Benches"), first_day), &code()).await;
        assert!(early.is_ok(), "the window closed six days ago");
        let late = enter(&app, OFFICE, &round, (paper("Benches"), today(&app).await), &code()).await;
        assert!(matches!(late, Err(ProposalError::NotThen(EntryRefusal::Outside))), "{late:?}");
        wait(&app, TimeDelta::days(1));
        let over = enter(&app, OFFICE, &round, (paper("Benches"), first_day), &code()).await;
        assert!(matches!(over, Err(ProposalError::NotOpen)), "{over:?}");
    }
}

on_both! {
    async fn what_does_not_belong_to_the_round_or_the_person_is_refused(database) {
        let (app, round) = counter(database).await;
        let day = today(&app).await;
        let try_it = async |by, new| enter(&app, by, &round, (new, day), &code()).await;

        for by in [Actor::Anonymous, staff(&app, Role::Auditor, "auditor").await, staff(&app, Role::Reviewer, "rita").await] {
            let refused = try_it(by, paper("Benches")).await;
            assert!(matches!(refused, Err(ProposalError::Forbidden(_))), "{refused:?}");
        }
        for by in [staff(&app, Role::CounterStaff, "clerk").await, staff(&app, Role::Moderator, "mo").await] {
            assert!(try_it(by, paper("Benches")).await.is_ok());
        }
        let elsewhere = NewProposal { area: Some(AreaId::new(999)), ..paper("Benches") };
        assert!(matches!(try_it(OFFICE, elsewhere).await, Err(ProposalError::PlaceGone)));
        let elsewhere = NewProposal { topic: Some(TopicId::new(999)), ..paper("Benches") };
        assert!(matches!(try_it(OFFICE, elsewhere).await, Err(ProposalError::PlaceGone)));
        let id = round.round.id;
        let set = async |who| {
            let write = app.db.write(Lock::Round(id), move |tx| update_eligible(tx, id, (who, Eligible::Nobody)));
            write.await.unwrap();
        };
        set(Eligible::Employees).await;
        assert!(try_it(OFFICE, paper("Benches")).await.is_ok(), "the office answers for employees, too");
        set(Eligible::Nobody).await;
        assert!(matches!(try_it(OFFICE, paper("Benches")).await, Err(ProposalError::NotOpen)));
        let other = publish(&app, live("other", app.time.get())).await;
        collect(&app, other.round.id).await;
        let taken = code();
        enter(&app, OFFICE, &other, (paper("Benches"), day), &taken).await.unwrap();
        let refused = enter(&app, OFFICE, &round, (paper("Benches"), day), &taken).await;
        assert!(matches!(refused, Err(ProposalError::CodeTaken)), "{refused:?}");
    }
}

on_both! {
    async fn typing_is_corrected_by_whoever_typed_and_what_stood_there_is_kept(database) {
        let (app, round) = counter(database).await;
        let (clerk, other) = (staff(&app, Role::CounterStaff, "clerk").await, staff(&app, Role::CounterStaff, "cleo").await);
        let admin = staff(&app, Role::Administrator, "admin").await;
        let number = enter(&app, clerk, &round, (paper("Benches"), today(&app).await), &code()).await.unwrap().number;
        let correct = async |by, seen, title: &str| correct_proposal(&app.db, by, (number, seen), correction(title)).await;

        assert!(matches!(correct(other, 1, "Chairs").await, Err(ProposalError::Forbidden(_))));
        correct(clerk, 1, "Benches").await.unwrap();
        assert!(app.entries("proposal_corrected").await.is_empty(), "nothing was changed");
        correct(clerk, 1, "Beeches").await.unwrap();
        assert!(matches!(correct(clerk, 1, "Chairs").await, Err(ProposalError::ChangedMeanwhile)));
        correct(admin, 2, "Peaches").await.unwrap();

        assert_eq!(found(&app, number).await.title, "Peaches");
        let kept = app.db.read(|conn| {
            let all = proposal_versions::table.order(proposal_versions::number);
            all.select((proposal_versions::number, proposal_versions::title, proposal_versions::why))
                .load::<(i64, String, String)>(conn)
                .map_err(StoreError::from)
        });
        let version = |number, title: &str| (number, title.to_owned(), "correction".to_owned());
        assert_eq!(kept.await.unwrap(), [version(1, "Benches"), version(2, "Beeches")]);
        let acts = app.entries("proposal_corrected").await;
        assert!(acts.len() == 2 && acts[0].1.contains("\"fields\":[\"title\"]") && !acts[0].1.contains("eeches"), "{acts:?}");
        assert_eq!(mails(&app, "proposal_corrected").await.len(), 2);

        let begun = app.db.write(Lock::Nothing, |tx| {
            diesel::update(reviews::table).set(reviews::version.eq(2)).execute(tx.conn).map_err(StoreError::from)
        });
        assert_eq!(begun.await.unwrap(), 1);
        assert!(matches!(correct(clerk, 3, "Chairs").await, Err(ProposalError::Standing(ProposalState::Received))));
        hide_proposal(&app.db, OFFICE, number, HidingRule::Person, reason()).await.unwrap();
        assert!(matches!(correct(clerk, 3, "Chairs").await, Err(ProposalError::Standing(ProposalState::Hidden))));
        let (by_its_author, _) = propose(&app, round.round.id, proposal("Bins", "More.")).await;
        let refused = correct_proposal(&app.db, admin, (by_its_author, 1), correction("Tins")).await;
        assert!(matches!(refused, Err(ProposalError::Store(StoreError::NotFound))), "{refused:?}");
    }
}

on_both! {
    async fn a_new_code_ends_the_old_one_and_is_entered(database) {
        let (app, round) = counter(database).await;
        let (old, new) = (code(), code());
        let number = enter(&app, OFFICE, &round, (paper("Benches"), today(&app).await), &old).await.unwrap().number;
        let keys = app.keys.installation();
        let renew = async |by, number, code: &LetterCode| renew_change_code(&app.db, keys, by, (number, 1), code).await;

        let auditor = staff(&app, Role::Auditor, "auditor").await;
        assert!(matches!(renew(auditor, number, &new).await, Err(ProposalError::Forbidden(_))));
        let (by_its_author, taken) = propose(&app, round.round.id, proposal("Bins", "More.")).await;
        let refused = renew(OFFICE, by_its_author, &new).await;
        assert!(matches!(refused, Err(ProposalError::Store(StoreError::NotFound))), "{refused:?}");
        assert!(matches!(renew(OFFICE, number, &taken).await, Err(ProposalError::CodeTaken)));
        renew(OFFICE, number, &new).await.unwrap();
        renew(OFFICE, number, &new).await.unwrap();
        assert_eq!(app.entries("proposal_code_renewed").await.len(), 1, "done once");
        let third = code();
        assert!(matches!(renew(OFFICE, number, &third).await, Err(ProposalError::ChangedMeanwhile)), "an old form");
        assert_eq!(app.mail_secret("proposal_code_renewed", "author@example.org").await.code(), Some(new.to_string().as_str()));

        let gone = withdraw_proposal(&app.db, Actor::Anonymous, keys.change_mac(&old)).await;
        assert!(matches!(gone, Err(ProposalError::Store(StoreError::NotFound))), "{gone:?}");
        withdraw_proposal(&app.db, Actor::Anonymous, keys.change_mac(&new)).await.unwrap();
        let later = renew_change_code(&app.db, keys, OFFICE, (number, 2), &code()).await;
        assert!(matches!(later, Err(ProposalError::Standing(ProposalState::Withdrawn))));
    }
}

/// The hashes of scans that are known, and those among them whose file is there.
async fn scans(app: &TestApp) -> (usize, usize) {
    let read = app.db.read(|conn| {
        proposal_scans::table.select(proposal_scans::content_hash).load::<String>(conn).map_err(StoreError::from)
    });
    let hashes = read.await.unwrap();
    let there = hashes.iter().filter(|hash| app.files.read(&ContentHash::parse(hash).unwrap()).is_ok()).count();
    (hashes.len(), there)
}

on_both! {
    async fn the_paper_goes_when_the_proposal_is_taken_back_or_six_months_are_over(database) {
        let (app, round) = counter(database).await;
        let (keys, code) = (app.keys.installation(), code());
        let number = enter_paper(&app, round.round.id, paper("Benches")).await;
        let other = enter_paper(&app, round.round.id, paper("Bins")).await;
        renew_change_code(&app.db, keys, OFFICE, (number, 1), &code).await.unwrap();
        let id = found(&app, number).await.id;
        let readable = async || app.db.read(move |conn| find_scan(conn, id)).await.unwrap().is_some();
        assert!(readable().await && scans(&app).await == (2, 2));
        let on_disk = app.files.list().unwrap().len();

        withdraw_proposal(&app.db, Actor::Anonymous, keys.change_mac(&code)).await.unwrap();
        assert!(!readable().await, "at once");
        wait(&app, TimeDelta::days(1));
        assert!(delete_personal_data(&app).await.unwrap());
        assert_eq!((scans(&app).await, app.files.list().unwrap().len()), ((1, 1), on_disk - 1));

        wait(&app, TimeDelta::days(190));
        assert!(delete_personal_data(&app).await.unwrap());
        assert_eq!((scans(&app).await, app.files.list().unwrap().len()), ((0, 0), on_disk - 2));
        assert_eq!(found(&app, other).await.title, "Bins", "the proposal stays");
    }
}

on_both! {
    async fn each_clerk_finds_what_they_entered_themselves(database) {
        let (app, round) = counter(database).await;
        let (clerk, other) = (staff(&app, Role::CounterStaff, "clerk").await, staff(&app, Role::CounterStaff, "cleo").await);
        for (by, title) in [(clerk, "Benches"), (other, "Trees"), (clerk, "Bins")] {
            enter(&app, by, &round, (paper(title), today(&app).await), &code()).await.unwrap();
        }
        let (own, since) = ((round.round.id, clerk.account().unwrap()), app.time.get());
        let db = app.db.clone();
        let listed = async |since| db.read(move |conn| list_entered_by(conn, own, since, 1)).await.unwrap();

        let (count, newest) = listed(since).await;

        assert_eq!((count, newest.len(), newest[0].title.as_str()), (2, 1, "Bins"));
        assert_eq!(listed(since.plus(TimeDelta::milliseconds(1))).await.0, 0);
    }
}

on_both! {
    async fn two_scans_of_one_paper_are_two_files(database) {
        let (app, round) = counter(database).await;
        for title in ["Benches", "Bins"] {
            enter_paper(&app, round.round.id, paper(title)).await;
        }
        assert_eq!(scans(&app).await, (2, 2));
        assert!(!app.files.list().unwrap().contains(&ContentHash::of(PDF)));
    }
}

on_both! {
    async fn a_code_that_was_replaced_never_comes_back(database) {
        let (app, round) = counter(database).await;
        let (first, second, third) = (code(), code(), code());
        let number = enter(&app, OFFICE, &round, (paper("Benches"), today(&app).await), &first).await.unwrap().number;
        let keys = app.keys.installation();
        renew_change_code(&app.db, keys, OFFICE, (number, 1), &second).await.unwrap();
        renew_change_code(&app.db, keys, OFFICE, (number, 2), &third).await.unwrap();

        let again = renew_change_code(&app.db, keys, OFFICE, (number, 1), &second).await;

        assert!(matches!(again, Err(ProposalError::ChangedMeanwhile)), "{again:?}");
        let gone = withdraw_proposal(&app.db, Actor::Anonymous, keys.change_mac(&second)).await;
        assert!(matches!(gone, Err(ProposalError::Store(StoreError::NotFound))), "{gone:?}");
    }
}
