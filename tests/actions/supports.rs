//! Supporting a proposal: who can and what stands against it, once each, taken back, counted without races.

use allmende::actions::account::delete_account;
use allmende::actions::personnel::{WantedBatch, make_personnel_codes};
use allmende::actions::proposal::{hide_proposal, submit_proposal};
use allmende::actions::support::{Hindrance, SupportError, give_support, take_back_support};
use allmende::domain::email::Email;
use allmende::domain::ids::{AccountId, ProposalNumber};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::{HidingRule, NewProposal};
use allmende::domain::round::Eligible;
use allmende::domain::text::Line;
use allmende::locale::Language;
use allmende::secrecy::randomness::draw;
use allmende::store::StoreError;
use allmende::store::own_data::find_own_data;
use allmende::store::personnel::{NewBatch, find_slip};
use allmende::store::proposals::find_proposal;
use allmende::store::rounds::list_round_ids;
use allmende::store::schema::{entries, supports};
use allmende::store::supports::find_support_count;
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{check_first, collect, let_support, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, TestRound, live, reason};
use crate::routes::stage::publish;

async fn supporting(database: TestDatabase, who: Eligible) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let round = publish(&app, live("lindenau", app.time.get())).await;
    collect(&app, round.round.id).await;
    let_support(&app, round.round.id, who).await;
    (app, round)
}

fn new(title: &str) -> NewProposal {
    proposal(title, "Old people stand there for a long time.")
}

async fn give(app: &TestApp, account: AccountId, number: ProposalNumber) -> Result<(), SupportError> {
    give_support(&app.db, app.keys.installation(), Actor::Member(account), number).await
}

async fn take(app: &TestApp, account: AccountId, number: ProposalNumber) -> Result<(), SupportError> {
    take_back_support(&app.db, app.keys.installation(), Actor::Member(account), number).await
}

/// The account of somebody who came with a personnel code and has no address.
async fn nurse(app: &TestApp) -> AccountId {
    let new = NewBatch { form_key: "00".repeat(16), word: Line::parse("").unwrap(), language: "en".to_owned() };
    let made =
        make_personnel_codes(&app.db, app.keys.installation(), OFFICE, WantedBatch { size: 1, new }).await.unwrap();
    let serial = made[0].0;
    app.db.read(move |conn| find_slip(conn, serial)).await.unwrap().unwrap().account.unwrap()
}

/// The number that stands beside a proposal; it is that of the rows.
async fn count(app: &TestApp, number: ProposalNumber) -> i64 {
    let read = app.db.read(move |conn| {
        let proposal = find_proposal(conn, number)?.ok_or(StoreError::NotFound)?.id;
        let rows =
            supports::table.filter(supports::proposal_id.eq(proposal.value())).count().get_result::<i64>(conn)?;
        Ok::<_, StoreError>((find_support_count(conn, proposal)?, rows))
    });
    let (counted, rows) = read.await.unwrap();
    assert_eq!(counted, rows);
    counted
}

fn hindrance(done: &Result<(), SupportError>) -> Option<Hindrance> {
    match done {
        Err(SupportError::Hindered(hindrance)) => Some(*hindrance),
        Ok(()) | Err(SupportError::Forbidden(_) | SupportError::Store(_)) => None,
    }
}

async fn refused(app: &TestApp, account: AccountId, number: ProposalNumber) -> Option<Hindrance> {
    hindrance(&give(app, account, number).await)
}

on_both! {
    async fn a_support_counts_once_and_can_be_taken_back(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let (number, _) = propose(&app, round.round.id, new("Benches")).await;
        let (ada, bea) = (app.member("a@example.org").await, app.member("b@example.org").await);
        let before = app.db.read(|conn| entries::table.count().get_result::<i64>(conn).map_err(StoreError::from)).await.unwrap();

        for account in [ada, ada, bea] {
            give(&app, account, number).await.unwrap();
        }
        assert_eq!(count(&app, number).await, 2);
        for _ in 0..2 {
            take(&app, ada, number).await.unwrap();
        }

        assert_eq!(count(&app, number).await, 1);
        let after = app.db.read(|conn| entries::table.count().get_result::<i64>(conn).map_err(StoreError::from)).await.unwrap();
        assert_eq!(after, before, "the record says nothing of it");
        let anonymous = give_support(&app.db, app.keys.installation(), Actor::Anonymous, number).await;
        assert!(matches!(anonymous, Err(SupportError::Forbidden(_))));
    }
}

on_both! {
    async fn many_at_the_same_moment_are_all_counted(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let (number, _) = propose(&app, round.round.id, new("Benches")).await;
        let mut accounts = Vec::new();
        for place in 0..6 {
            accounts.push(app.member(&format!("p{place}@example.org")).await);
        }

        let (a, b, c, d, e, f) = futures_of(&app, &accounts, number).await;

        assert!([a, b, c, d, e, f].into_iter().all(|done| done), "the first support of a proposal stops no other");
        assert_eq!(count(&app, number).await, 6);
    }
}

async fn futures_of(app: &TestApp, of: &[AccountId], number: ProposalNumber) -> (bool, bool, bool, bool, bool, bool) {
    let one = |place: usize| async move { give(app, of[place], number).await.is_ok() };
    tokio::join!(one(0), one(1), one(2), one(3), one(4), one(5))
}

on_both! {
    async fn nobody_supports_their_own_proposal(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let (ada, bea) = (app.member("ada.resident@example.org").await, app.member("b@example.org").await);
        let by_address = NewProposal { email: Some(Email::parse("Ada.Resident@example.org").unwrap()), ..new("Benches") };
        let (named, _) = propose(&app, round.round.id, by_address).await;
        let code = LetterCode::from_random(draw().unwrap());
        let nameless = (NewProposal { email: None, ..new("Swings") }, &code, Language::English);
        let sent = submit_proposal(&app.db, app.keys.installation(), Actor::Member(ada), round.round.id, nameless).await.unwrap();

        for number in [named, sent] {
            assert_eq!(refused(&app, ada, number).await, Some(Hindrance::Own));
            give(&app, bea, number).await.unwrap();
        }
    }
}

on_both! {
    async fn what_not_everybody_can_read_takes_no_support(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let ada = app.member("a@example.org").await;
        let (hidden, _) = propose(&app, round.round.id, new("Benches")).await;
        hide_proposal(&app.db, OFFICE, hidden, HidingRule::Person, reason()).await.unwrap();
        let (gone, code) = propose(&app, round.round.id, new("Swings")).await;
        give(&app, ada, gone).await.unwrap();
        take_back(&app, &code).await;
        check_first(&app, round.round.id, true).await;
        let (unread, _) = propose(&app, round.round.id, new("Trees")).await;

        for number in [hidden, gone, unread] {
            assert_eq!(refused(&app, ada, number).await, Some(Hindrance::NotReadable));
        }
        take(&app, ada, gone).await.unwrap();
        assert_eq!(count(&app, gone).await, 0, "a support can be taken back all the same");
    }
}

on_both! {
    async fn supports_are_given_and_taken_back_while_their_window_is_open(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let (ada, bea) = (app.member("a@example.org").await, app.member("b@example.org").await);
        let (number, _) = propose(&app, round.round.id, new("Benches")).await;
        give(&app, ada, number).await.unwrap();

        app.time.set(app.time.get().plus(TimeDelta::days(7)));

        assert_eq!(refused(&app, bea, number).await, Some(Hindrance::NotOpen));
        assert_eq!(hindrance(&take(&app, ada, number).await), Some(Hindrance::NotOpen));
        assert_eq!(count(&app, number).await, 1);
    }
}

on_both! {
    async fn where_employees_support_a_personnel_code_counts_and_nothing_else(database) {
        let (app, round) = supporting(database, Eligible::Employees).await;
        let (number, _) = propose(&app, round.round.id, new("Benches")).await;
        let resident = app.member("a@example.org").await;
        let nurse = nurse(&app).await;

        assert_eq!(refused(&app, resident, number).await, Some(Hindrance::NotEmployee));
        give(&app, nurse, number).await.unwrap();

        assert_eq!(count(&app, number).await, 1);
        let_support(&app, round.round.id, Eligible::Everybody).await;
        let (other, _) = propose(&app, round.round.id, new("Swings")).await;
        assert_eq!(refused(&app, nurse, other).await, Some(Hindrance::NoAddress), "elsewhere one person could come twice");
        let_support(&app, round.round.id, Eligible::Nobody).await;
        assert_eq!(refused(&app, resident, number).await, Some(Hindrance::NotOpen));
    }
}

on_both! {
    async fn a_deleted_account_counts_no_more_while_supports_are_taken_and_stays_counted_after(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        let (ada, bea) = (app.member("a@example.org").await, app.member("b@example.org").await);
        let (number, _) = propose(&app, round.round.id, new("Benches")).await;
        for account in [ada, bea] {
            give(&app, account, number).await.unwrap();
        }
        let rounds = app.db.read(list_round_ids).await.unwrap();
        let refs = app.keys.installation().account_refs(&rounds, ada);
        let own = app.db.read(move |conn| find_own_data(conn, ada, (None, &refs))).await.unwrap();
        assert_eq!(own.supports, [number]);

        delete_account(&app.db, app.keys.installation(), Actor::Member(ada), ada).await.unwrap();
        assert_eq!(count(&app, number).await, 1);
        app.time.set(app.time.get().plus(TimeDelta::days(8)));
        delete_account(&app.db, app.keys.installation(), Actor::Member(bea), bea).await.unwrap();

        let left = app.db.read(move |conn| {
            let proposal = find_proposal(conn, number)?.ok_or(StoreError::NotFound)?.id;
            Ok::<_, StoreError>((find_support_count(conn, proposal)?, supports::table.count().get_result::<i64>(conn)?))
        });
        assert_eq!(left.await.unwrap(), (1, 0), "the number is public; whose it was is forgotten");
    }
}
