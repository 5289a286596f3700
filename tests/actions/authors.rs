//! Whose proposal it is: found by its owner through a pseudonym, and by nobody else.

use allmende::actions::account::delete_account;
use allmende::actions::proposal::{submit_proposal, withdraw_proposal};
use allmende::domain::email::Email;
use allmende::domain::ids::{AccountId, ProposalNumber, RoundId};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::NewProposal;
use allmende::domain::text::Line;
use allmende::locale::Language;
use allmende::secrecy::randomness::draw;
use allmende::store::StoreError;
use allmende::store::own_data::find_own_data;
use allmende::store::own_proposals::list_own_proposals;
use allmende::store::proposals::find_proposal;
use allmende::store::rounds::list_round_ids;
use allmende::store::schema::proposals;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal};
use crate::harness::rounds::{TestRound, live};
use crate::routes::stage::publish;

async fn collecting(database: TestDatabase) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let round = publish(&app, live("lindenau", app.time.get())).await;
    collect(&app, round.round.id).await;
    (app, round)
}

/// A proposal that names no address.
fn nameless(title: &str) -> NewProposal {
    let shown = Line::parse("Ward 4B").unwrap();
    NewProposal { email: None, display_name: shown, ..proposal(title, "Old people stand there for a long time.") }
}

async fn send(app: &TestApp, round: RoundId, actor: Actor, new: NewProposal) -> (ProposalNumber, LetterCode) {
    let code = LetterCode::from_random(draw().unwrap());
    let keys = app.keys.installation();
    let sent = submit_proposal(&app.db, keys, actor, round, (new, &code, Language::English)).await;
    (sent.unwrap(), code)
}

/// The numbers of what an account finds as its own, on its page and in its archive.
async fn own(app: &TestApp, account: AccountId, email: Option<&str>) -> Vec<u32> {
    let email = email.map(|email| Email::parse(email).unwrap());
    let rounds = app.db.read(list_round_ids).await.unwrap();
    let refs = app.keys.installation().account_refs(&rounds, account);
    let read = app.db.read(move |conn| {
        let listed = list_own_proposals(conn, (email.as_ref(), &refs), 50)?;
        let archive = find_own_data(conn, account, (email.as_ref(), &refs))?;
        let mut listed: Vec<u32> = listed.iter().map(|one| one.number.value()).collect();
        listed.reverse();
        let kept: Vec<u32> = archive.proposals.iter().map(|one| one.proposal.number.value()).collect();
        assert_eq!(listed, kept);
        Ok::<_, StoreError>(listed)
    });
    read.await.unwrap()
}

async fn author_ref(app: &TestApp, number: ProposalNumber) -> Option<Vec<u8>> {
    let row = move |conn: &mut allmende::store::Conn| {
        let row = proposals::table.filter(proposals::number.eq(i64::from(number.value())));
        row.select(proposals::author_ref).first(conn).map_err(StoreError::from)
    };
    app.db.read(row).await.unwrap()
}

on_both! {
    async fn an_account_finds_what_it_sent_without_an_address_and_nobody_else_does(database) {
        let (app, round) = collecting(database).await;
        let (nurse, other) = (app.member("nurse@example.org").await, app.member("other@example.org").await);
        let id = round.round.id;

        let (signed, _) = send(&app, id, Actor::Member(nurse), nameless("Benches")).await;
        let (office, _) = send(&app, id, Actor::Office(nurse), nameless("Swings")).await;
        let (nobody, _) = send(&app, id, Actor::Anonymous, nameless("Trees")).await;

        assert_eq!(own(&app, nurse, Some("nurse@example.org")).await, [signed.value(), office.value()]);
        assert_eq!(own(&app, nurse, None).await, [signed.value(), office.value()]);
        assert_eq!(own(&app, other, Some("other@example.org")).await, [0_u32; 0]);
        let kept = author_ref(&app, signed).await.unwrap();
        assert_eq!(kept, app.keys.installation().author_ref(id, nurse).as_bytes());
        assert_eq!(author_ref(&app, nobody).await, None);
    }
}

on_both! {
    async fn a_deleted_account_leaves_its_ideas_with_nobody(database) {
        let (app, round) = collecting(database).await;
        let (nurse, other) = (app.member("nurse@example.org").await, app.member("other@example.org").await);
        let id = round.round.id;
        let (own_idea, _) = send(&app, id, Actor::Member(nurse), nameless("Benches")).await;
        let (named, _) = send(&app, id, Actor::Anonymous, NewProposal { email: Some(Email::parse("nurse@example.org").unwrap()), ..nameless("Swings") }).await;
        let (others, _) = send(&app, id, Actor::Member(other), nameless("Trees")).await;

        delete_account(&app.db, app.keys.installation(), Actor::Member(nurse), nurse).await.unwrap();

        for number in [own_idea, named] {
            let left = app.db.read(move |conn| find_proposal(conn, number)).await.unwrap().unwrap();
            assert_eq!((left.display_name.as_str(), left.body.is_empty()), ("", false), "{number:?}: the text stays");
            assert_eq!(author_ref(&app, number).await, None);
        }
        assert_eq!(own(&app, other, None).await, [others.value()]);
    }
}

on_both! {
    async fn what_was_taken_back_is_nobodys(database) {
        let (app, round) = collecting(database).await;
        let nurse = app.member("nurse@example.org").await;
        let (number, code) = send(&app, round.round.id, Actor::Member(nurse), nameless("Benches")).await;

        let mac = app.keys.installation().change_mac(&code);
        withdraw_proposal(&app.db, Actor::Anonymous, mac).await.unwrap();

        assert_eq!(author_ref(&app, number).await, None);
        assert_eq!(own(&app, nurse, None).await, [0_u32; 0]);
    }
}
