//! The people of the office: who may be invited, who may not go, and what ends when a role is taken.

use std::sync::Arc;

use allmende::actions::people::{
    PeopleError, accept_invitation, close_account, give_role, invite, invite_again, reopen_account,
    reset_second_factor, take_role, withdraw_invitation,
};
use allmende::actions::round::{RoundError, close_voting_early, extend_voting};
use allmende::actions::steps::Forbidden;
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::{Actor, Denial};
use allmende::domain::role::{Grant, Role};
use allmende::domain::text::Line;
use allmende::locale::Language;
use allmende::secrecy::TokenHash;
use allmende::store::accounts::{find_account, update_account};
use allmende::store::invitations::{Invitation, InvitationState, find_invitation_by_link, list_open_invitations};
use allmende::store::roles::{insert_grant, list_open_holders};
use allmende::store::schema::{mails, sessions};
use allmende::store::second_factors::find_second_factor;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;
use tokio::sync::Barrier;

use crate::harness::app::{self as harness, TestApp};
use crate::harness::rounds::{OFFICE, live, reason};
use crate::routes::stage::publish;

const BEA: &str = "bea@example.org";
const ADMINISTRATOR: Grant = Grant::everywhere(Role::Administrator);
const REVIEWER: Grant = Grant::everywhere(Role::Reviewer);

async fn send(app: &TestApp, email: &str, grant: Grant) -> Result<(), PeopleError> {
    let email = Email::parse(email).unwrap();
    invite(&app.db, app.keys.installation(), OFFICE, (email, grant.into()), Language::English).await
}

async fn waiting(app: &TestApp) -> Vec<Invitation> {
    app.db.read(list_open_invitations).await.unwrap()
}

async fn state(app: &TestApp, link: TokenHash) -> InvitationState {
    let now = app.time.get();
    app.db.read(move |conn| find_invitation_by_link(conn, &link)).await.unwrap().unwrap().state(now)
}

async fn accept(app: &TestApp, account: AccountId, link: TokenHash) -> Result<(), PeopleError> {
    accept_invitation(&app.db, Actor::Member(account), account, (link, line("Bea"))).await
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

async fn name_of(app: &TestApp, account: AccountId) -> String {
    app.db.read(move |conn| find_account(conn, account)).await.unwrap().unwrap().display_name
}

fn denial(result: Result<(), PeopleError>) -> Denial {
    match result {
        Err(PeopleError::Forbidden(Forbidden::Denied(denial))) => denial,
        other => panic!("this was to be forbidden: {other:?}"),
    }
}

on_both! {
    async fn an_invitation_waits_once_and_is_sent_again_with_another_link(database) {
        let app = TestApp::start(database).await;

        send(&app, BEA, REVIEWER).await.unwrap();
        let first = app.invitation_link(BEA).await;
        assert!(matches!(send(&app, BEA, REVIEWER).await, Err(PeopleError::InvitedAlready)));
        send(&app, BEA, Grant::everywhere(Role::Auditor)).await.unwrap();

        let handle = waiting(&app).await.into_iter().find(|one| one.mandate.grant == REVIEWER).unwrap().handle;
        let keys = app.keys.installation();
        invite_again(&app.db, keys, OFFICE, handle.clone(), Language::English).await.unwrap();
        assert_eq!(state(&app, first).await, InvitationState::Withdrawn, "the old link ends");
        assert_eq!(state(&app, app.invitation_link(BEA).await).await, InvitationState::Open);
        let twice = invite_again(&app.db, keys, OFFICE, handle, Language::English).await;
        assert!(matches!(twice, Err(PeopleError::InvitationOver(_))), "{twice:?}");
        assert_eq!(waiting(&app).await.len(), 2);
        assert_eq!(app.entries("invitation_sent").await.len(), 3);
        assert_eq!(app.mails().await, vec![("invitation".to_owned(), BEA.to_owned()); 3]);
    }
}

on_both! {
    async fn an_invitation_that_ran_out_gives_its_place_to_a_new_one(database) {
        let app = TestApp::start(database).await;
        send(&app, BEA, REVIEWER).await.unwrap();

        app.time.set(app.time.get().plus(TimeDelta::days(14)));
        assert_eq!(state(&app, app.invitation_link(BEA).await).await, InvitationState::Expired);
        send(&app, BEA, REVIEWER).await.unwrap();

        assert_eq!(waiting(&app).await.len(), 1);
        assert_eq!(state(&app, app.invitation_link(BEA).await).await, InvitationState::Open);
    }
}

on_both! {
    async fn whoever_owns_the_address_accepts_once_and_holds_the_role(database) {
        let app = TestApp::start(database).await;
        let (bea, other) = (app.member(BEA).await, app.member("carl@example.org").await);
        send(&app, BEA, REVIEWER).await.unwrap();
        let link = app.invitation_link(BEA).await;

        assert!(matches!(accept(&app, other, link).await, Err(PeopleError::NotInvited)), "a mail that was passed on");
        assert_eq!(denial(accept_invitation(&app.db, Actor::Member(other), bea, (link, line("Bea"))).await), Denial::NotTheirs);
        accept(&app, bea, link).await.unwrap();

        assert!(app.grants(bea).await.hold(&[Role::Reviewer], None));
        assert!(app.grants(other).await.is_empty());
        let again = accept(&app, bea, link).await;
        assert!(matches!(again, Err(PeopleError::InvitationOver(InvitationState::Accepted))), "{again:?}");
        assert_eq!(app.entries("role_given").await.len(), 1);
    }
}

on_both! {
    async fn whoever_accepts_has_a_name_afterwards_and_keeps_the_one_they_have(database) {
        let app = TestApp::start(database).await;
        let bea = app.member(BEA).await;
        app.db.write(Lock::Nothing, move |tx| update_account(tx, bea, " ", "en")).await.unwrap();
        let invited = async |grant| {
            send(&app, BEA, grant).await.unwrap();
            app.invitation_link(BEA).await
        };
        let accept = async |link, name| accept_invitation(&app.db, Actor::Member(bea), bea, (link, line(name))).await;
        let link = invited(REVIEWER).await;

        assert!(matches!(accept(link, " ").await, Err(PeopleError::NameMissing)));
        assert_eq!(state(&app, link).await, InvitationState::Open, "nothing was lost");
        accept(link, "Bea Berg").await.unwrap();
        assert_eq!(name_of(&app, bea).await, "Bea Berg");

        accept(invited(Grant::everywhere(Role::Auditor)).await, "").await.unwrap();
        assert_eq!(name_of(&app, bea).await, "Bea Berg");
    }
}

on_both! {
    async fn what_ran_out_or_was_taken_back_is_not_accepted(database) {
        let app = TestApp::start(database).await;
        let bea = app.member(BEA).await;
        send(&app, BEA, REVIEWER).await.unwrap();
        let withdrawn = app.invitation_link(BEA).await;
        let handle = waiting(&app).await[0].handle.clone();
        withdraw_invitation(&app.db, OFFICE, handle.clone()).await.unwrap();
        let twice = withdraw_invitation(&app.db, OFFICE, handle).await;
        assert!(matches!(twice, Err(PeopleError::InvitationOver(InvitationState::Withdrawn))), "{twice:?}");
        send(&app, BEA, REVIEWER).await.unwrap();
        let expired = app.invitation_link(BEA).await;
        app.time.set(app.time.get().plus(TimeDelta::days(14)));

        for (link, state) in [(withdrawn, InvitationState::Withdrawn), (expired, InvitationState::Expired)] {
            let refused = accept(&app, bea, link).await;
            assert!(matches!(refused, Err(PeopleError::InvitationOver(found)) if found == state), "{refused:?}");
        }
        assert!(app.grants(bea).await.is_empty());
        assert_eq!(app.entries("invitation_withdrawn").await.len(), 1);
    }
}

on_both! {
    async fn nobody_is_invited_to_what_they_hold_or_with_a_closed_account(database) {
        let app = TestApp::start(database).await;
        let (bea, round) = (app.member(BEA).await, publish(&app, live("a", app.time.get())).await.round.id);
        let in_round = Grant { role: Role::Reviewer, round: Some(round) };
        give_role(&app.db, OFFICE, bea, REVIEWER.into()).await.unwrap();

        for grant in [REVIEWER, in_round] {
            assert!(matches!(send(&app, BEA, grant).await, Err(PeopleError::HeldAlready)));
            assert!(matches!(give_role(&app.db, OFFICE, bea, grant.into()).await, Err(PeopleError::HeldAlready)));
        }
        close_account(&app.db, OFFICE, bea).await.unwrap();
        assert!(matches!(send(&app, BEA, Grant::everywhere(Role::Auditor)).await, Err(PeopleError::Closed)));
        assert!(matches!(give_role(&app.db, OFFICE, bea, ADMINISTRATOR.into()).await, Err(PeopleError::Closed)));
        assert!(waiting(&app).await.is_empty());
    }
}

on_both! {
    async fn a_role_is_given_and_taken_with_an_entry_and_a_mail_each(database) {
        let app = TestApp::start(database).await;
        let (bea, round) = (app.member(BEA).await, publish(&app, live("a", app.time.get())).await.round);
        let grant = Grant { role: Role::Moderator, round: Some(round.id) };

        give_role(&app.db, OFFICE, bea, grant.into()).await.unwrap();
        take_role(&app.db, OFFICE, bea, grant).await.unwrap();

        assert!(app.grants(bea).await.is_empty());
        assert!(matches!(take_role(&app.db, OFFICE, bea, grant).await, Err(PeopleError::NotHeld)));
        let told = ["role_given", "role_taken"];
        assert_eq!(app.mails().await, told.map(|message| (message.to_owned(), BEA.to_owned())));
        for act in told {
            let entries = app.entries(act).await;
            let (subject, body) = &entries[0];
            assert!(entries.len() == 1 && subject.starts_with("office:"), "{entries:?}");
            assert!(body.contains("moderator") && body.contains(&round.public_id.to_string()), "{body}");
            assert!(!body.contains("bea@"), "nothing in the record says who it is: {body}");
        }
    }
}

on_both! {
    async fn the_first_act_of_one_account_on_another_names_both(database) {
        let app = TestApp::start(database).await;
        let (ada, bea) = (app.member("ada@example.org").await, app.member(BEA).await);
        let give = move |tx: &mut allmende::store::Tx<'_>| {
            let now = tx.now;
            insert_grant(tx, ada, &ADMINISTRATOR.into(), now)
        };
        app.db.write(Lock::Nothing, give).await.unwrap();

        give_role(&app.db, Actor::Office(ada), bea, REVIEWER.into()).await.unwrap();

        let entries = app.entries("role_given").await;
        let (subject, body) = &entries[0];
        assert_eq!(body.matches("office:").count(), 2, "{body}");
        assert_eq!(body.matches(subject.as_str()).count(), 1, "the actor has another name: {body}");
    }
}

on_both! {
    async fn the_last_administrator_neither_goes_nor_is_closed(database) {
        let app = TestApp::start(database).await;
        let (ada, bea) = (app.administrator("ada@example.org").await, app.administrator(BEA).await);
        let actor = Actor::Office(ada);
        close_account(&app.db, actor, bea).await.unwrap();

        let refusals = [
            take_role(&app.db, actor, ada, ADMINISTRATOR).await,
            close_account(&app.db, actor, ada).await,
            take_role(&app.db, OFFICE, ada, ADMINISTRATOR).await,
        ];
        assert!(refusals.iter().all(|one| matches!(one, Err(PeopleError::LastAdministrator))), "{refusals:?}");

        let dora = app.administrator_without_telephone("dora@example.org").await;
        let without = take_role(&app.db, actor, ada, ADMINISTRATOR).await;
        assert!(matches!(without, Err(PeopleError::LastAdministrator)), "nobody would be left who can act: {without:?}");
        take_role(&app.db, actor, dora, ADMINISTRATOR).await.unwrap();

        // Whoever cannot sign in does not count, and may lose the role.
        take_role(&app.db, actor, bea, ADMINISTRATOR).await.unwrap();
        let carl = app.administrator("carl@example.org").await;
        take_role(&app.db, actor, ada, ADMINISTRATOR).await.unwrap();
        assert!(app.grants(carl).await.hold(&[Role::Administrator], None));
        assert!(matches!(close_account(&app.db, OFFICE, carl).await, Err(PeopleError::LastAdministrator)));
    }
}

/// Two administrators do it to each other at the same moment. One of them is left, whoever it is.
async fn at_once(app: &TestApp, close: bool) {
    let (ada, bea) = (app.administrator("ada@example.org").await, app.administrator(BEA).await);
    for round in 0..10 {
        let gate = Arc::new(Barrier::new(2));
        let act = |actor: AccountId, other: AccountId, close: bool| {
            let (db, gate) = (app.db.clone(), Arc::clone(&gate));
            tokio::spawn(async move {
                gate.wait().await;
                if close {
                    close_account(&db, Actor::Office(actor), other).await
                } else {
                    take_role(&db, Actor::Office(actor), other, ADMINISTRATOR).await
                }
            })
        };
        let (one, other) = (act(ada, bea, false), act(bea, ada, close));
        let answers = [one.await.unwrap(), other.await.unwrap()];

        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(done, 1, "time {round}: {answers:?}");
        let refused = answers.iter().find(|answer| answer.is_err());
        let lost = matches!(refused, Some(Err(PeopleError::Forbidden(Forbidden::Denied(Denial::RoleMissing)))));
        assert!(lost, "time {round}: {answers:?}");
        let left = app.db.read(|conn| list_open_holders(conn, Role::Administrator)).await.unwrap();
        assert_eq!(left.len(), 1, "time {round}");

        for account in [ada, bea] {
            let (reopened, given) = (
                reopen_account(&app.db, OFFICE, account).await,
                give_role(&app.db, OFFICE, account, ADMINISTRATOR.into()).await,
            );
            assert!(matches!(reopened, Ok(()) | Err(PeopleError::NotClosed)), "{reopened:?}");
            assert!(matches!(given, Ok(()) | Err(PeopleError::HeldAlready)), "{given:?}");
        }
    }
}

on_both! {
    async fn two_who_take_the_role_from_each_other_at_once_leave_one(database) {
        let app = TestApp::start(database).await;

        at_once(&app, false).await;
    }
}

on_both! {
    async fn one_who_takes_the_role_and_one_who_closes_the_account_at_once_leave_one(database) {
        let app = TestApp::start(database).await;

        at_once(&app, true).await;
    }
}

on_both! {
    async fn an_administrator_is_told_by_its_title_of_the_round_whose_voting_ended(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let round = publish(&app, live("told", app.time.get())).await.round.id;

        close_voting_early(&app.db, OFFICE, round, reason()).await.unwrap();

        let carried = app.db.read(|conn| {
            let told = mails::table.filter(mails::message.eq("voting_closed")).select(mails::parameters);
            told.load::<String>(conn).map_err(StoreError::from)
        });
        let carried = carried.await.unwrap();
        let wanted = r#"{"message":"voting_closed","slug":"told","round":"Lindenau entscheidet"}"#;
        assert_eq!(carried, [wanted]);
    }
}

on_both! {
    async fn whoever_administers_one_round_is_told_of_it_and_nobody_twice(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (ada, bea, carl) = (app.member("ada.two@example.org").await, app.member(BEA).await, app.member("carl@example.org").await);
        let [round, other] = [
            publish(&app, live("told", app.time.get())).await.round.id,
            publish(&app, live("other", app.time.get())).await.round.id,
        ];
        let of = |round| Grant { role: Role::Administrator, round: Some(round) };
        // Whoever has the role of all rounds gets none for one of them, but the other way round.
        for (account, grant) in [(ada, of(round)), (ada, ADMINISTRATOR), (bea, of(round)), (carl, of(other))] {
            give_role(&app.db, OFFICE, account, grant.into()).await.unwrap();
        }

        close_voting_early(&app.db, OFFICE, round, reason()).await.unwrap();

        let told: Vec<String> = app.mails().await.into_iter().filter(|(name, _)| name == "voting_closed").map(|(_, to)| to).collect();
        assert_eq!(told, [harness::ADMINISTRATOR, "ada.two@example.org", BEA]);
    }
}

on_both! {
    async fn a_role_that_was_taken_ends_the_act_that_was_under_way(database) {
        let app = TestApp::start(database).await;
        let (ada, bea) = (app.administrator("ada@example.org").await, app.administrator(BEA).await);
        let round = publish(&app, live("a", app.time.get())).await.round.id;
        let later = app.time.get().plus(TimeDelta::days(30));

        // What the request knew of bea is older than this.
        take_role(&app.db, Actor::Office(ada), bea, ADMINISTRATOR).await.unwrap();

        let extended = extend_voting(&app.db, Actor::Office(bea), round, later, reason()).await;
        let missing = RoundError::Forbidden(Forbidden::Denied(Denial::RoleMissing));
        assert_eq!(extended.unwrap_err().to_string(), missing.to_string());
        assert_eq!(denial(close_account(&app.db, Actor::Office(bea), ada).await), Denial::RoleMissing);
    }
}

async fn sessions_of(app: &TestApp, account: AccountId) -> i64 {
    let count = app.db.read(move |conn| {
        let of_account = sessions::table.filter(sessions::account_id.eq(account.value()));
        of_account.count().get_result::<i64>(conn).map_err(StoreError::from)
    });
    count.await.unwrap()
}

on_both! {
    async fn a_closed_account_is_out_at_once_and_comes_back_with_its_roles(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        app.enter(&app.client(), BEA).await;
        assert_eq!(sessions_of(&app, bea).await, 1);

        close_account(&app.db, OFFICE, bea).await.unwrap();

        assert_eq!((sessions_of(&app, bea).await, app.grants(bea).await.is_empty()), (0, true));
        assert!(matches!(close_account(&app.db, OFFICE, bea).await, Err(PeopleError::Closed)));
        reopen_account(&app.db, OFFICE, bea).await.unwrap();
        assert!(app.grants(bea).await.hold(&[Role::Administrator], None));
        assert!(matches!(reopen_account(&app.db, OFFICE, bea).await, Err(PeopleError::NotClosed)));
        assert_eq!((app.entries("account_closed").await.len(), app.entries("account_reopened").await.len()), (1, 1));
    }
}

on_both! {
    async fn a_reset_telephone_is_gone_with_all_sessions(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        app.enter(&app.client(), BEA).await;

        reset_second_factor(&app.db, OFFICE, bea).await.unwrap();

        assert_eq!(sessions_of(&app, bea).await, 0);
        assert!(app.db.read(move |conn| find_second_factor(conn, bea)).await.unwrap().is_none());
        assert!(matches!(reset_second_factor(&app.db, OFFICE, bea).await, Err(PeopleError::NoSecondFactor)));
        assert_eq!(app.entries("second_factor_reset").await.len(), 1);
        app.give_telephone(bea).await;
    }
}

/// Everything that needs the permission, tried by one actor.
async fn everything(app: &TestApp, actor: Actor, person: AccountId) -> Vec<Result<(), PeopleError>> {
    let (db, keys) = (&app.db, app.keys.installation());
    let email = Email::parse(BEA).unwrap();
    let handle = waiting(app).await[0].handle.clone();
    vec![
        invite(db, keys, actor, (email, ADMINISTRATOR.into()), Language::English).await,
        invite_again(db, keys, actor, handle.clone(), Language::English).await,
        withdraw_invitation(db, actor, handle).await,
        give_role(db, actor, person, ADMINISTRATOR.into()).await,
        take_role(db, actor, person, ADMINISTRATOR).await,
        close_account(db, actor, person).await,
        reopen_account(db, actor, person).await,
        reset_second_factor(db, actor, person).await,
    ]
}

on_both! {
    async fn only_administrators_of_everything_with_a_telephone_manage_people(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (ada, auditor, of_round) =
            (app.administrator("a2@example.org").await, app.member("b@example.org").await, app.member("c@example.org").await);
        let round = publish(&app, live("a", app.time.get())).await.round.id;
        give_role(&app.db, OFFICE, auditor, Grant::everywhere(Role::Auditor).into()).await.unwrap();
        give_role(&app.db, OFFICE, of_round, Grant { role: Role::Administrator, round: Some(round) }.into()).await.unwrap();
        send(&app, BEA, REVIEWER).await.unwrap();
        let before = (app.mails().await.len(), app.grants(ada).await);

        for (actor, why) in [
            (Actor::Anonymous, Denial::NotSignedIn),
            (Actor::Member(ada), Denial::SecondFactorMissing),
            (Actor::Office(auditor), Denial::RoleMissing),
            (Actor::Office(of_round), Denial::RoleForAnotherRound),
        ] {
            for answer in everything(&app, actor, ada).await {
                assert_eq!(denial(answer), why, "{actor:?}");
            }
        }
        assert_eq!((app.mails().await.len(), app.grants(ada).await), before, "nothing was done");
    }
}
