//! An account whose address a stranger changed is given back to its owner, with nothing left by which the stranger gets in.

use std::sync::Arc;

use allmende::actions::account::{
    AddressProof, ApiTokenError, ChangeAccountError, CreateApiToken, ask_for_address, ask_to_sign_in, confirm_address,
    create_api_token, set_password,
};
use allmende::actions::people::{PeopleError, close_account, reopen_account, set_address};
use allmende::actions::steps::Forbidden;
use allmende::domain::api_token::{TokenId, TokenLife, TokenName, TokenScope};
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::{Actor, Denial};
use allmende::locale::Language;
use allmende::secrecy::randomness::draw;
use allmende::secrecy::token::LinkPurpose;
use allmende::store::accounts::find_account;
use allmende::store::api_tokens::{NewApiTokenRow, insert_api_token};
use allmende::store::schema::{accounts, address_changes, api_tokens, sessions, sign_ins};
use allmende::store::{Lock, StoreError};
use diesel::prelude::*;
use tokio::sync::Barrier;

use crate::harness::app::{PASSWORD, TestApp};

const BEA: &str = "bea@example.org";
const EVE: &str = "eve@example.org";

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

async fn give(app: &TestApp, account: AccountId, to: &str) -> Result<bool, PeopleError> {
    set_address(&app.db, Actor::CommandLine, account, email(to)).await
}

/// The address of an account, and whether it has a password.
async fn ways_in(app: &TestApp, account: AccountId) -> (Option<String>, bool) {
    let account = app.db.read(move |conn| find_account(conn, account)).await.unwrap().unwrap();
    (account.email.map(|email| email.as_str().to_owned()), account.password_hash.is_some())
}

/// How many sessions, addresses that wait, tokens for programs and links to sign in there are.
async fn waiting(app: &TestApp) -> [i64; 4] {
    let read = app.db.read(|conn| {
        let sessions = sessions::table.count().get_result(conn)?;
        let changes = address_changes::table.count().get_result(conn)?;
        let tokens = api_tokens::table.count().get_result(conn)?;
        Ok::<_, StoreError>([sessions, changes, tokens, sign_ins::table.count().get_result(conn)?])
    });
    read.await.unwrap()
}

on_both! {
    async fn an_account_is_given_back_and_nothing_of_the_stranger_stays(database) {
        let app = TestApp::start(database).await;
        let account = app.member(EVE).await;
        let (db, keys) = (&app.db, app.keys.installation());
        assert_eq!(app.client().sign_in(EVE, PASSWORD).status, 303);
        ask_for_address(db, keys, Actor::Member(account), account, email("eve.two@example.org"), Language::German).await.unwrap();
        for address in [EVE, BEA, "carl@example.org"] {
            ask_to_sign_in(db, keys, email(address), Language::German, None).await.unwrap();
        }
        let new = NewApiTokenRow {
            id: TokenId::new([7; 16]),
            account,
            name: TokenName::parse("Eve's own").unwrap(),
            scope: TokenScope::ReadRecord,
            expires_at: app.time.get().plus(chrono::TimeDelta::days(30)),
        };
        app.db
            .write(Lock::Nothing, move |tx| {
                let now = tx.now;
                insert_api_token(tx, &new, now)
            })
            .await
            .unwrap();
        assert_eq!(waiting(&app).await, [1, 1, 1, 3]);
        let before = app.mails().await.len();

        assert!(!give(&app, account, BEA).await.unwrap(), "it is open");

        assert_eq!(ways_in(&app, account).await, (Some(BEA.to_owned()), false));
        assert_eq!(waiting(&app).await, [0, 0, 0, 1], "only somebody else's link is still good");
        let told = [("address_set", BEA), ("address_changed", EVE)].map(|(name, to)| (name.to_owned(), to.to_owned()));
        assert_eq!(app.mails().await.split_off(before), told);
        let entries = app.entries("account_address_set").await;
        assert!(entries.len() == 1 && !entries[0].1.contains("example.org"), "{entries:?}");
        assert!(app.client().sign_in(EVE, PASSWORD).status != 303 && app.client().sign_in(BEA, PASSWORD).status != 303);
    }
}

on_both! {
    async fn an_address_of_another_account_is_refused_in_whatever_spelling_it_is_kept(database) {
        let app = TestApp::start(database).await;
        let (account, other) = (app.member(EVE).await, app.member("bea@xn--mnchen-3ya.example").await);
        // As an earlier release kept it.
        let typed = app.db.write(allmende::store::Lock::Nothing, move |tx| {
            let row = diesel::update(accounts::table.find(other.value())).set(accounts::email.eq("bea@m\u{fc}nchen.example"));
            row.execute(tx.conn).map_err(StoreError::from)
        });
        typed.await.unwrap();

        assert!(matches!(give(&app, account, "bea@xn--mnchen-3ya.example").await, Err(PeopleError::AddressTaken)));
        assert!(matches!(give(&app, account, EVE).await, Err(PeopleError::AddressHeld)));
        assert!(matches!(give(&app, other, "bea@m\u{fc}nchen.example").await, Err(PeopleError::AddressHeld)));
        let own = set_address(&app.db, Actor::Member(account), account, email(BEA)).await;
        let Err(PeopleError::Forbidden(Forbidden::Denied(denial))) = own else { panic!("{own:?}") };
        assert_eq!(denial, Denial::RoleMissing);

        assert_eq!(ways_in(&app, account).await, (Some(EVE.to_owned()), true), "nothing was changed");
        assert_eq!((app.mails().await.len(), app.entries("account_address_set").await.len()), (0, 0));
    }
}

on_both! {
    async fn a_closed_account_stays_closed_and_its_owner_hears_when_it_opens(database) {
        let app = TestApp::start(database).await;
        let account = app.member(EVE).await;
        close_account(&app.db, Actor::CommandLine, account).await.unwrap();

        assert!(give(&app, account, BEA).await.unwrap(), "it is closed");
        reopen_account(&app.db, Actor::CommandLine, account).await.unwrap();

        let told = [("account_closed", EVE), ("address_set", BEA), ("address_changed", EVE), ("account_reopened", BEA)];
        assert_eq!(app.mails().await, told.map(|(name, to)| (name.to_owned(), to.to_owned())));
    }
}

on_both! {
    async fn a_stranger_who_acts_at_the_same_moment_undoes_nothing(database) {
        let app = TestApp::start(database).await;
        for turn in 0..8 {
            let [eve, other, bea] = ["eve", "eve.two", "bea"].map(|name| format!("{name}{turn}@example.org"));
            let (account, keys) = (app.member(&eve).await, app.keys.installation());
            let (own, session) = (Actor::Member(account), app.session_of(account).await);
            ask_for_address(&app.db, keys, own, account, email(&other), Language::German).await.unwrap();
            let secret = app.mail_secret("confirm_address", &other).await;
            let link = keys.verify_link(&app.issuer(), LinkPurpose::ConfirmAddress, secret.token(), app.time.get()).unwrap();
            let hash = app.app.passwords.hash("four words by the river", &draw().unwrap()).unwrap();
            let gate = Arc::new(Barrier::new(3));

            let confirming = tokio::spawn({
                let (app, gate) = (Arc::clone(&app.app), Arc::clone(&gate));
                async move {
                    gate.wait().await;
                    confirm_address(&app.db, app.keys.installation(), own, AddressProof::Link(link), session).await
                }
            });
            let setting = tokio::spawn({
                let (app, gate) = (Arc::clone(&app.app), Arc::clone(&gate));
                async move {
                    gate.wait().await;
                    set_password(&app.db, own, account, Some(hash), session).await
                }
            });
            gate.wait().await;
            give(&app, account, &bea).await.unwrap();
            let (confirmed, set) = (confirming.await.unwrap(), setting.await.unwrap());

            assert_eq!(ways_in(&app, account).await, (Some(bea), false), "{confirmed:?}, {set:?}");
        }
    }
}

on_both! {
    async fn a_token_that_is_made_at_the_same_moment_goes_with_the_session(database) {
        let app = TestApp::start(database).await;
        for turn in 0..10_u8 {
            let account = app.administrator(&format!("eve{turn}@example.org")).await;
            let session = app.session_of(account).await;
            let gate = Arc::new(Barrier::new(2));
            let wanted = CreateApiToken {
                id: TokenId::new([turn; 16]),
                name: TokenName::parse("Eve's own").unwrap(),
                scope: TokenScope::ReadRecord,
                life: TokenLife::of_days(30).unwrap(),
            };

            let making = tokio::spawn({
                let (app, gate) = (Arc::clone(&app.app), Arc::clone(&gate));
                async move {
                    gate.wait().await;
                    create_api_token(&app.db, &app.keys, &app.issuer(), Actor::Office(account), (account, session), wanted).await
                }
            });
            gate.wait().await;
            give(&app, account, &format!("bea{turn}@example.org")).await.unwrap();
            let made = making.await.unwrap();

            assert_eq!(waiting(&app).await[2], 0, "{made:?}");
            let ended = matches!(made, Err(ApiTokenError::Forbidden(Forbidden::Denied(Denial::NotSignedIn))));
            assert!(made.is_ok() || ended, "{made:?}");
        }
    }
}

on_both! {
    async fn a_session_that_has_ended_sets_no_password(database) {
        let app = TestApp::start(database).await;
        let account = app.member(EVE).await;
        let session = app.session_of(account).await;
        let hash = app.app.passwords.hash("four words by the river", &draw().unwrap()).unwrap();
        give(&app, account, BEA).await.unwrap();

        let set = set_password(&app.db, Actor::Member(account), account, Some(hash), session).await;

        assert!(matches!(set, Err(ChangeAccountError::Forbidden(Forbidden::Denied(Denial::NotSignedIn)))), "{set:?}");
        assert_eq!(ways_in(&app, account).await, (Some(BEA.to_owned()), false));
    }
}
