//! Accounts that nobody uses: warned, then deleted as their owners would.

use allmende::actions::account::create_administrator;
use allmende::actions::people::{close_account, give_role, reopen_account, take_role};
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::domain::role::{Grant, Role};
use allmende::domain::time::Instant;
use allmende::store::accounts::{NewAccount, insert_account, update_used_on};
use allmende::store::mails::{claim_mail, update_mail_failed};
use allmende::store::organisation_parts::{insert_missing_organisation, update_languages};
use allmende::store::schema::{accounts, actors, entries, mails, office_roles};
use allmende::store::{Lock, StoreError};
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde_json::json;

use super::{deletions, run_deletion};
use crate::harness::rounds::{OFFICE, TestApp};

fn new_account(email: &str) -> NewAccount {
    NewAccount {
        email: Email::parse(email).unwrap(),
        display_name: "Ada".to_owned(),
        language: "en".to_owned(),
        password_hash: None,
    }
}

fn set(app: &TestApp, day: &str) {
    app.time.set(Instant::parse(&format!("{day}T12:00:00Z")).unwrap());
}

/// An account that was last used now.
async fn member(app: &TestApp, email: &str) -> AccountId {
    let new = new_account(email);
    let insert = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        insert_account(tx, &new, now)
    });
    insert.await.unwrap()
}

async fn exists(app: &TestApp, account: AccountId) -> bool {
    let find = app.db.read(move |conn| {
        let row = accounts::table.find(account.value()).select(accounts::id).first::<i64>(conn);
        row.optional().map_err(StoreError::from)
    });
    find.await.unwrap().is_some()
}

async fn warned_on(app: &TestApp, account: AccountId) -> Option<NaiveDate> {
    let find = app.db.read(move |conn| {
        accounts::table.find(account.value()).select(accounts::warned_on).first(conn).map_err(StoreError::from)
    });
    find.await.unwrap()
}

/// Message, recipient and parameters of all mails.
async fn all_mails(app: &TestApp) -> Vec<(String, String, String)> {
    let read = app.db.read(|conn| {
        let all = mails::table.order(mails::id).select((mails::message, mails::recipient, mails::parameters));
        all.load(conn).map_err(StoreError::from)
    });
    read.await.unwrap()
}

on_both! {
    async fn an_unused_account_is_warned_and_then_deleted_and_told(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;

        set(&app, "2029-03-31");
        run_deletion(&app).await;
        assert_eq!((warned_on(&app, ada).await, all_mails(&app).await.len()), (None, 0), "one day too early");

        set(&app, "2029-04-01");
        run_deletion(&app).await;
        let warning = r#"{"message":"account_unused","deleted_on":"2029-05-01"}"#;
        let warned = ("account_unused".to_owned(), "ada@example.org".to_owned(), warning.to_owned());
        assert_eq!(all_mails(&app).await, [warned], "30 days before");
        app.run_jobs().await;
        set(&app, "2029-04-30");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await, "the day of the mail has not come");
        assert_eq!(all_mails(&app).await.len(), 1, "warned once");

        set(&app, "2029-05-01");
        run_deletion(&app).await;
        assert!(!exists(&app, ada).await);
        let told = ("account_deleted".to_owned(), "ada@example.org".to_owned(), r#"{"message":"account_deleted"}"#.to_owned());
        assert_eq!(all_mails(&app).await, [told], "the last mail, and no other with the address");
        assert_eq!(deletions(&app).await, [json!({ "accounts": 1, "mails": 1 })]);
    }
}

on_both! {
    async fn the_promised_day_must_have_begun_where_the_organisation_is(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;
        let honolulu = app.db.write(Lock::Nothing, |tx| {
            let now = tx.now;
            insert_missing_organisation(tx, &["en".to_owned()], now)?;
            update_languages(tx, "Pacific/Honolulu", &["en"])
        });
        honolulu.await.unwrap();
        set(&app, "2029-04-01");
        run_deletion(&app).await;
        assert!(all_mails(&app).await[0].2.contains("2029-05-01"));
        // At noon in UTC it is night there, and the warning waits for the morning.
        app.time.set(Instant::parse("2029-04-01T20:00:00Z").unwrap());
        app.run_jobs().await;

        app.time.set(Instant::parse("2029-05-01T02:00:00Z").unwrap());
        run_deletion(&app).await;
        assert!(exists(&app, ada).await, "it is four in the afternoon of the day before");
        app.time.set(Instant::parse("2029-05-02T02:00:00Z").unwrap());
        run_deletion(&app).await;

        assert!(!exists(&app, ada).await);
    }
}

on_both! {
    async fn a_sign_in_keeps_the_account_and_forgets_the_warning(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;
        set(&app, "2029-04-10");
        run_deletion(&app).await;
        assert!(warned_on(&app, ada).await.is_some());

        set(&app, "2029-04-20");
        app.db.write(Lock::Nothing, move |tx| {
            let today = tx.now.to_utc().date();
            update_used_on(tx, ada, today)
        }).await.unwrap();
        assert_eq!(warned_on(&app, ada).await, None);
        set(&app, "2030-01-01");
        run_deletion(&app).await;

        assert!(exists(&app, ada).await);
        assert_eq!(warned_on(&app, ada).await, None, "and not warned again before its time");
    }
}

on_both! {
    async fn a_warning_that_comes_late_still_leaves_thirty_days(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;

        set(&app, "2031-01-01");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await);
        assert!(all_mails(&app).await[0].2.contains("2031-01-31"));
        app.run_jobs().await;
        set(&app, "2031-01-30");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await);
        set(&app, "2031-01-31");
        run_deletion(&app).await;

        assert!(!exists(&app, ada).await);
    }
}

/// What the mail server says to every mail that waits: no, for good.
async fn refuse_mails(app: &TestApp) {
    let refuse = app.db.write(Lock::Nothing, |tx| {
        let now = tx.now;
        while let Some(mail) = claim_mail(tx, now, TimeDelta::minutes(30))? {
            update_mail_failed(tx, &mail, "550 no such user", None)?;
        }
        Ok::<_, StoreError>(())
    });
    refuse.await.unwrap();
}

on_both! {
    async fn the_owner_of_a_closed_account_is_told_whom_to_ask(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;
        set(&app, "2029-04-01");
        run_deletion(&app).await;
        app.run_jobs().await;
        let warnings = || async {
            let all = all_mails(&app).await;
            let unused = all.into_iter().filter(|mail| mail.0.contains("account_unused"));
            unused.map(|(message, _, parameters)| (message, parameters)).collect::<Vec<_>>()
        };
        let told = |message: &str, day: &str| {
            (message.to_owned(), format!(r#"{{"message":"{message}","deleted_on":"{day}"}}"#))
        };
        let first = told("account_unused", "2029-05-01");

        // Who was told to sign in no longer can, and is told anew.
        set(&app, "2029-04-20");
        close_account(&app.db, OFFICE, ada).await.unwrap();
        set(&app, "2029-04-21");
        run_deletion(&app).await;
        app.run_jobs().await;
        assert_eq!(warnings().await, [first.clone(), told("closed_account_unused", "2029-05-21")]);

        // Who was told to ask has asked, and must sign in.
        set(&app, "2029-04-30");
        reopen_account(&app.db, OFFICE, ada).await.unwrap();
        set(&app, "2029-05-01");
        run_deletion(&app).await;
        app.run_jobs().await;

        assert_eq!(warnings().await, [told("closed_account_unused", "2029-05-21"), told("account_unused", "2029-05-31")]);
        set(&app, "2029-05-30");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await);
    }
}

on_both! {
    async fn a_warning_that_was_refused_does_not_count_until_the_third(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;
        for (day, deleted_on) in [("2029-04-01", "2029-05-01"), ("2029-05-01", "2029-05-31"), ("2029-05-31", "2029-06-30")] {
            set(&app, day);
            run_deletion(&app).await;
            let mails = all_mails(&app).await;
            assert!(mails.len() == 1 && mails[0].2.contains(deleted_on), "on {day}: {mails:?}");
            refuse_mails(&app).await;
            let next = day.parse::<NaiveDate>().unwrap().succ_opt().unwrap();
            set(&app, &next.to_string());
            run_deletion(&app).await;
            assert_eq!(all_mails(&app).await, mails, "one that refuses is left alone for a while");
        }
        set(&app, "2029-06-29");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await);

        set(&app, "2029-06-30");
        run_deletion(&app).await;

        assert!(!exists(&app, ada).await, "no address keeps an account for ever");
    }
}

on_both! {
    async fn a_lost_warning_is_found_in_whatever_spelling_the_address_is_kept(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@xn--mnchen-3ya.example").await;
        // As an earlier release kept it.
        app.db.write(Lock::Nothing, move |tx| {
            let row = diesel::update(accounts::table.find(ada.value())).set(accounts::email.eq("ada@münchen.example"));
            row.execute(tx.conn).map_err(StoreError::from)
        }).await.unwrap();
        set(&app, "2029-04-01");
        run_deletion(&app).await;
        refuse_mails(&app).await;
        let first = all_mails(&app).await;

        set(&app, "2029-04-02");
        run_deletion(&app).await;
        assert_eq!((warned_on(&app, ada).await, all_mails(&app).await), (None, first), "it does not count, and is the only one for a while");
        set(&app, "2029-05-01");
        run_deletion(&app).await;

        assert!(exists(&app, ada).await, "nobody has told her");
        let mails = all_mails(&app).await;
        assert!(mails.len() == 1 && mails[0].2.contains("2029-05-31"), "{mails:?}");
    }
}

on_both! {
    async fn a_warning_that_ran_out_before_it_left_does_not_count(database) {
        let app = TestApp::new(database).await;
        let ada = member(&app, "ada@example.org").await;
        set(&app, "2029-04-01");
        run_deletion(&app).await;

        set(&app, "2029-05-01");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await, "nobody has told her");
        // Marks the one that ran out.
        app.run_jobs().await;
        set(&app, "2029-05-02");
        run_deletion(&app).await;
        app.run_jobs().await;
        assert!(all_mails(&app).await[0].2.contains("2029-06-01"), "the days begin anew");
        set(&app, "2029-05-31");
        run_deletion(&app).await;
        assert!(exists(&app, ada).await);
        set(&app, "2029-06-01");
        run_deletion(&app).await;

        assert!(!exists(&app, ada).await);
    }
}

on_both! {
    async fn an_owner_who_cannot_be_warned_keeps_no_other_from_being_warned(database) {
        let app = TestApp::new(database).await;
        let (odd, ada) = (member(&app, "odd@example.org").await, member(&app, "ada@example.org").await);
        // As no release of ours writes it.
        app.db.write(Lock::Nothing, move |tx| {
            let row = diesel::update(accounts::table.find(odd.value())).set(accounts::email.eq("no address"));
            row.execute(tx.conn).map_err(StoreError::from)
        }).await.unwrap();

        set(&app, "2029-04-01");
        run_deletion(&app).await;

        assert_eq!(warned_on(&app, odd).await, None);
        assert!(warned_on(&app, ada).await.is_some());
        set(&app, "2029-04-02");
        run_deletion(&app).await;
        assert_eq!(all_mails(&app).await.len(), 1, "the nights go on");
    }
}

on_both! {
    async fn whoever_holds_a_role_is_neither_warned_nor_deleted(database) {
        let app = TestApp::new(database).await;
        let chief = create_administrator(&app.db, Actor::CommandLine, new_account("chief@example.org")).await.unwrap();
        let auditor = member(&app, "auditor@example.org").await;
        let grant = Grant::everywhere(Role::Auditor);
        // Warned before the role came.
        set(&app, "2029-04-10");
        run_deletion(&app).await;
        assert!(warned_on(&app, auditor).await.is_some());
        app.run_jobs().await;
        give_role(&app.db, OFFICE, auditor, grant.into()).await.unwrap();
        let warnings = || async { all_mails(&app).await.iter().filter(|mail| mail.0 == "account_unused").count() };

        set(&app, "2040-01-01");
        run_deletion(&app).await;
        assert!(exists(&app, chief).await && exists(&app, auditor).await);
        assert_eq!(warnings().await, 0, "none since the role came, and the one from before it is long deleted");

        // When the role is gone, the owner is warned as anybody.
        take_role(&app.db, OFFICE, auditor, grant).await.unwrap();
        set(&app, "2040-01-02");
        run_deletion(&app).await;
        assert!(exists(&app, auditor).await && warned_on(&app, auditor).await.is_some());
        app.run_jobs().await;
        set(&app, "2040-02-01");
        run_deletion(&app).await;

        assert!(!exists(&app, auditor).await && exists(&app, chief).await);
        let left = app.db.read(move |conn| {
            let roles: i64 = office_roles::table.filter(office_roles::account_id.eq(auditor.value())).count().get_result(conn)?;
            let links: i64 = actors::table.filter(actors::account_id.eq(auditor.value())).count().get_result(conn)?;
            let acts: i64 = entries::table.filter(entries::act.eq("role_taken")).count().get_result(conn)?;
            Ok::<_, StoreError>((roles, links, acts))
        });
        assert_eq!(left.await.unwrap(), (0, 0, 1), "only the record keeps that somebody held the role");
    }
}
