//! What ends a way in between the look at it and the session that it is to open.

use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::time::Duration;

use allmende::actions::account::set_password;
use allmende::actions::people::{close_account, reopen_account, reset_second_factor};
use allmende::actions::personnel::{AddressAfter, WantedBatch, make_personnel_codes, replace_code, withdraw_code};
use allmende::domain::email::Email;
use allmende::domain::hex;
use allmende::domain::ids::{AccountId, PersonnelSerial};
use allmende::domain::permission::Actor;
use allmende::domain::text::Line;
use allmende::secrecy::password::PasswordHash;
use allmende::secrecy::randomness::draw;
use allmende::secrecy::{SessionToken, TokenHash};
use allmende::store::accounts::{find_account, update_address};
use allmende::store::personnel::{NewBatch, find_slip};
use allmende::store::schema::sessions;
use allmende::store::second_factors::{find_second_factor, update_step_taken};
use allmende::store::sessions::{NewSession, Session, SessionSubject, insert_session};
use allmende::store::way_in::{WayIn, lock_way_in};
use allmende::store::{Db, Lock, StoreError, Tx};
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

const BEA: &str = "bea@example.org";

/// Whether a session would be opened.
async fn leads(db: &Db, account: AccountId, way_in: &WayIn) -> bool {
    let way_in = way_in.clone();
    let looked = db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        lock_way_in(tx, account, &way_in, now)
    });
    looked.await.unwrap()
}

fn opened(tx: &mut Tx<'_>, account: AccountId, token: TokenHash) -> Result<(), StoreError> {
    let session = Session {
        subject: SessionSubject::Account(account),
        workplace: None,
        seen_at: tx.now,
        expires_at: tx.now.plus(TimeDelta::hours(1)),
        second_factor_at: None,
    };
    insert_session(tx, &NewSession { token, handle: hex::encode(token.as_bytes()), device: None, session })
}

async fn signed_in(app: &TestApp, account: AccountId) -> WayIn {
    let token = SessionToken::new(draw().unwrap()).hash();
    app.db.write(Lock::Nothing, move |tx| opened(tx, account, token)).await.unwrap();
    WayIn::Session(token)
}

async fn sessions_of(app: &TestApp, account: AccountId) -> i64 {
    let count = app.db.read(move |conn| {
        let hers = sessions::table.filter(sessions::account_id.eq(account.value()));
        hers.count().get_result::<i64>(conn).map_err(StoreError::from)
    });
    count.await.unwrap()
}

/// Makes codes and answers with the accounts and the ways in of their slips.
async fn personnel(app: &TestApp, size: u32) -> Vec<(PersonnelSerial, AccountId, WayIn)> {
    let new = NewBatch { form_key: "a".to_owned(), word: Line::parse("").unwrap(), language: "de".to_owned() };
    let keys = app.keys.installation();
    let codes = make_personnel_codes(&app.db, keys, OFFICE, WantedBatch { size, new }).await.unwrap();
    let mut made = Vec::new();
    for (serial, code) in codes {
        let slip = app.db.read(move |conn| find_slip(conn, serial)).await.unwrap().unwrap();
        made.push((serial, slip.account.unwrap(), WayIn::Code(keys.personnel_mac(&code))));
    }
    made
}

on_both! {
    async fn a_code_leads_nowhere_once_it_was_replaced_or_withdrawn_or_its_account_closed(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (db, keys) = (&app.db, app.keys.installation());
        let made = personnel(&app, 4).await;
        for (_, account, code) in &made {
            assert!(leads(db, *account, code).await);
        }

        replace_code(db, keys, OFFICE, (made[0].0, 1), AddressAfter::Kept).await.unwrap();
        withdraw_code(db, OFFICE, (made[1].0, 1)).await.unwrap();
        close_account(db, OFFICE, made[2].1).await.unwrap();

        let mut now = Vec::new();
        for (_, account, code) in &made {
            now.push(leads(db, *account, code).await);
        }
        assert_eq!(now, [false, false, false, true]);
        assert!(!leads(db, made[0].1, &made[3].2).await, "the code of somebody else");
    }
}

on_both! {
    async fn a_mail_and_a_password_lead_nowhere_once_they_were_changed_or_the_account_closed(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.member(BEA).await;
        let found = app.db.read(move |conn| find_account(conn, bea)).await.unwrap().unwrap();
        let mail = WayIn::Mail(Email::parse(BEA).unwrap());
        let password = WayIn::Password(PasswordHash::new(found.password_hash.unwrap()));
        assert!(leads(&app.db, bea, &mail).await && leads(&app.db, bea, &password).await);

        close_account(&app.db, OFFICE, bea).await.unwrap();
        assert!(!leads(&app.db, bea, &mail).await && !leads(&app.db, bea, &password).await);
        reopen_account(&app.db, OFFICE, bea).await.unwrap();

        let session = app.session_of(bea).await;
        set_password(&app.db, Actor::Member(bea), bea, None, session).await.unwrap();
        assert!(leads(&app.db, bea, &mail).await && !leads(&app.db, bea, &password).await);
        let other = Email::parse("bea.new@example.org").unwrap();
        app.db.write(Lock::Nothing, move |tx| update_address(tx, bea, &other)).await.unwrap();
        assert!(!leads(&app.db, bea, &mail).await);
    }
}

on_both! {
    async fn a_second_factor_leads_nowhere_once_the_session_before_it_ended(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (bea, carl) = (app.administrator(BEA).await, app.administrator("carl@example.org").await);
        let (hers, his) = (signed_in(&app, bea).await, signed_in(&app, carl).await);
        assert!(leads(&app.db, bea, &hers).await && !leads(&app.db, carl, &hers).await);

        reset_second_factor(&app.db, OFFICE, bea).await.unwrap();

        assert!(!leads(&app.db, bea, &hers).await && leads(&app.db, carl, &his).await);
        app.time.set(app.time.get().plus(TimeDelta::hours(1)));
        assert!(!leads(&app.db, carl, &his).await, "its time is over");
    }
}

on_both! {
    async fn a_code_is_not_taken_for_another_telephone_than_it_was_held_against(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        let secret = async || app.db.read(move |conn| find_second_factor(conn, bea)).await.unwrap().unwrap().secret;
        let take = async |secret: Vec<u8>, step| {
            app.db.write(Lock::Nothing, move |tx| update_step_taken(tx, bea, &secret, step)).await.unwrap()
        };
        let old = secret().await;
        reset_second_factor(&app.db, OFFICE, bea).await.unwrap();
        app.give_telephone(bea).await;

        assert!(!take(old, i64::MAX).await);
        assert!(take(secret().await, i64::MAX).await);
        assert!(!take(secret().await, i64::MAX).await, "once");
    }
}

on_both! {
    async fn whoever_ends_a_way_in_waits_for_the_session_that_is_being_opened_and_ends_it(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        let way_in = signed_in(&app, bea).await;
        let ((locked, is_locked), (go, may_go)) = (channel(), channel::<()>());
        let (may_go, token) = (Mutex::new(may_go), SessionToken::new(draw().unwrap()).hash());
        let db = app.db.clone();
        let open = move |tx: &mut Tx<'_>| {
            let now = tx.now;
            assert!(lock_way_in(tx, bea, &way_in, now)?);
            locked.send(()).unwrap();
            may_go.lock().unwrap().recv().unwrap();
            opened(tx, bea, token)
        };
        let opening = tokio::spawn(async move { db.write(Lock::Nothing, open).await });
        tokio::task::spawn_blocking(move || is_locked.recv().unwrap()).await.unwrap();

        let db = app.db.clone();
        let mut resetting = tokio::spawn(async move { reset_second_factor(&db, OFFICE, bea).await });
        let early = tokio::time::timeout(Duration::from_millis(300), &mut resetting).await;
        go.send(()).unwrap();

        assert!(early.is_err(), "it did not wait");
        opening.await.unwrap().unwrap();
        resetting.await.unwrap().unwrap();
        assert_eq!(sessions_of(&app, bea).await, 0);
    }
}
