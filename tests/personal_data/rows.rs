//! Rows that go by themselves.

use allmende::domain::format::BallotFormat;
use allmende::domain::personal_data::Rule;
use allmende::domain::time::Instant;
use allmende::jobs::delete_personal_data;
use allmende::store::personal_data::{BATCH, delete_overdue, find_last_deletion};
use allmende::store::schema::{participations, questions, roll, roll_keys};
use allmende::store::{Conn, Lock, StoreError};
use chrono::{Months, TimeDelta};
use diesel::prelude::*;
use serde_json::json;

use super::made::{insert, insert_mail, insert_question, insert_report, insert_token, names_of};
use super::{deletions, run_deletion};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::TestApp;
use crate::routes::stage::Stage;

on_both! {
    async fn each_rule_takes_what_has_had_its_time_and_leaves_what_is_younger(database) {
        let app = TestApp::new(database).await;
        for rule in Rule::ALL {
            let insert_both = move |conn: &mut Conn, now: Instant| {
                let end = rule.used_until(now);
                // An account is used and something declared on a day, everything else at a moment.
                let younger = if matches!(rule, Rule::Accounts | Rule::Declarations) { TimeDelta::days(1) } else { TimeDelta::milliseconds(1) };
                insert(conn, *rule, &format!("{}-older", rule.as_str()), end, now);
                insert(conn, *rule, &format!("{}-younger", rule.as_str()), end.plus(younger), now);
            };
            app.db.write(Lock::Nothing, move |tx| {
                let now = tx.now;
                insert_both(tx, now);
                Ok::<_, StoreError>(())
            }).await.unwrap();
        }

        run_deletion(&app).await;

        for rule in Rule::ALL {
            let left = names_of(&app, *rule).await;
            let (older, younger) = (format!("{}-older", rule.as_str()), format!("{}-younger", rule.as_str()));
            assert!(!left.contains(&older), "{older} is still there");
            assert!(left.contains(&younger), "{younger} is gone");
        }
        let counts: serde_json::Map<_, _> = Rule::ALL.iter().map(|rule| (rule.as_str().to_owned(), json!(1))).collect();
        assert_eq!(deletions(&app).await, [json!(counts)]);
    }
}

on_both! {
    async fn what_is_not_done_never_goes_by_its_age(database) {
        let app = TestApp::new(database).await;
        app.db.write(Lock::Nothing, |tx| {
            let (now, long_ago) = (tx.now, tx.now.to_utc() - TimeDelta::days(4000));
            insert_report(tx, "unanswered", long_ago, None).unwrap();
            insert_question(tx, "open", "open", ("ada@example.org", None)).unwrap();
            insert_mail(tx, "waiting", "waiting", long_ago).unwrap();
            insert_mail(tx, "sending", "sending", long_ago).unwrap();
            insert_mail(tx, "failed", "failed", long_ago).unwrap();
            insert_mail(tx, "expired", "expired", long_ago).unwrap();
            insert_token(tx, "valid", (now.to_utc() + TimeDelta::days(1), None), now).unwrap();
            insert_token(tx, "ended", (now.to_utc() - TimeDelta::days(30), None), now).unwrap();
            Ok::<_, StoreError>(())
        }).await.unwrap();

        run_deletion(&app).await;

        assert_eq!(names_of(&app, Rule::Reports).await, ["unanswered"]);
        assert_eq!(names_of(&app, Rule::Questions).await, ["open"]);
        assert_eq!(names_of(&app, Rule::QuestionAddresses).await, ["ada@example.org"]);
        assert_eq!(names_of(&app, Rule::Mails).await, ["sending", "waiting"]);
        assert_eq!(names_of(&app, Rule::Tokens).await, ["valid"]);
        assert_eq!(deletions(&app).await, [json!({ "mails": 2, "tokens": 1 })]);
    }
}

on_both! {
    async fn a_public_question_stays_without_what_belongs_to_whoever_asked(database) {
        type Row = (String, Option<String>, Option<Vec<u8>>, String, Option<String>);
        let app = TestApp::new(database).await;
        app.db.write(Lock::Nothing, |tx| {
            let long_ago = tx.now.to_utc() - TimeDelta::days(400);
            insert_question(tx, "public", "public", ("ada@example.org", Some(long_ago))).unwrap();
            insert_question(tx, "alone", "answered_alone", ("", Some(long_ago))).unwrap();
            insert_question(tx, "aside", "set_aside", ("", Some(long_ago))).unwrap();
            Ok::<_, StoreError>(())
        }).await.unwrap();

        run_deletion(&app).await;

        let left = app.db.read(|conn| {
            let columns = (questions::state, questions::text, questions::token_hash, questions::email, questions::answer);
            Ok::<_, StoreError>(questions::table.select(columns).load::<Row>(conn)?)
        });
        let public = ("public".to_owned(), None, None, String::new(), Some("Ja.".to_owned()));
        assert_eq!(left.await.unwrap(), [public]);
        assert_eq!(deletions(&app).await, [json!({ "question_addresses": 1, "questions": 3 })]);
        assert!(!delete_personal_data(&app).await.unwrap(), "and once is enough");
    }
}

on_both! {
    async fn a_year_after_the_result_nobody_stands_on_the_roll_and_the_result_says_the_same(database) {
        let format = BallotFormat::Points { total: 5, max_per_project: 5 };
        let app = crate::harness::app::TestApp::start(database).await;
        let stage = Stage::with_rule(app, format, "equal-shares points add1+greedy").await;
        stage.vote(25, 20).await;
        stage.publish().await;
        let rows = || stage.app.db.read(|conn| {
            let keys: i64 = roll_keys::table.count().get_result(conn)?;
            let people: i64 = participations::table.count().get_result(conn)?;
            Ok::<_, StoreError>((keys, people, roll::table.count().get_result::<i64>(conn)?))
        });
        let page = || stage.app.client().get("/en/rounds/lindenau/result").text("main");
        let (before, shown) = (rows().await.unwrap(), page());
        assert!(before.0 > 0 && before.1 > 0 && before.2 > 0, "{before:?}");
        let published = stage.app.time.get().to_datetime();
        let a_year_later = Instant::new(published.checked_add_months(Months::new(12)).unwrap());

        stage.app.time.set(a_year_later.plus(TimeDelta::days(-1)));
        delete_personal_data(&stage.app).await.unwrap();
        assert_eq!(rows().await.unwrap(), before, "an objection may still need them");
        stage.app.time.set(a_year_later.plus(TimeDelta::days(1)));
        assert!(delete_personal_data(&stage.app).await.unwrap());

        assert_eq!(rows().await.unwrap(), (0, 0, 0));
        assert_eq!(page(), shown);
        assert!(shown.contains("25"), "{shown}");
        assert!(!delete_personal_data(&stage.app).await.unwrap(), "and once is enough");
    }
}

on_both! {
    async fn many_rows_go_in_small_batches(database) {
        const MANY: i64 = 10_250;
        let app = TestApp::new(database).await;
        app.db.write(Lock::Nothing, |tx| {
            let long_ago = tx.now.plus(TimeDelta::days(-2));
            (0..MANY).for_each(|number| insert(tx, Rule::Limits, &format!("limit {number}"), long_ago, long_ago));
            Ok::<_, StoreError>(())
        }).await.unwrap();

        let first = app.db.write(Lock::Nothing, |tx| {
            let now = tx.now;
            delete_overdue(tx, Rule::Limits, now)
        });
        assert_eq!(i64::try_from(first.await.unwrap()).unwrap(), BATCH, "no transaction takes more");
        run_deletion(&app).await;

        assert_eq!(names_of(&app, Rule::Limits).await, [""; 0]);
        assert_eq!(deletions(&app).await, [json!({ "limits": MANY - BATCH })]);
    }
}

on_both! {
    async fn it_runs_once_a_night_and_one_worker_does_it(database) {
        let app = TestApp::new(database).await;
        let other = app.beside().await;

        let (one, two) = tokio::join!(delete_personal_data(&app), delete_personal_data(&other));
        assert!(one.unwrap() != two.unwrap(), "one of them, and not both");
        assert!(!delete_personal_data(&app).await.unwrap(), "not again on the same day");
        let done = app.db.read(find_last_deletion).await.unwrap();
        assert_eq!(done, Some(app.time.get()));
        app.time.set(Instant::parse("2027-05-02T02:00:00Z").unwrap());

        assert!(delete_personal_data(&app).await.unwrap());
        assert!(deletions(&app).await.is_empty(), "nothing was deleted, so nothing is entered");
    }
}

on_both! {
    async fn a_run_that_came_to_no_end_is_told_by_the_next(database) {
        let app = TestApp::new(database).await;
        let sweep = || app.db.write(Lock::Nothing, |tx| {
            let (now, ended) = (tx.now, tx.now.plus(TimeDelta::days(-2)));
            insert(tx, Rule::SignIns, &format!("sign-in {}", now.to_rfc3339()), ended, now);
            Ok::<_, StoreError>(())
        });
        sweep().await.unwrap();
        // A worker takes the deletion, deletes one batch and dies.
        app.db.write(Lock::Nothing, |tx| {
            let now = tx.now;
            assert!(allmende::store::personal_data::claim_deletion(tx, now, now.plus(TimeDelta::hours(1)))?);
            Ok::<_, StoreError>(())
        }).await.unwrap();
        let actor = allmende::domain::permission::Actor::System;
        allmende::actions::personal_data::delete_rows(&app.db, actor, Rule::SignIns).await.unwrap();
        assert!(!delete_personal_data(&app).await.unwrap(), "the lease holds");
        app.wait(TimeDelta::hours(1));
        sweep().await.unwrap();

        run_deletion(&app).await;

        assert_eq!(deletions(&app).await, [json!({ "sign_ins": 2 })]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_but_the_program_deletes() {
    use allmende::actions::personal_data::{DeletePersonalDataError, delete_rows, enter_deletions};
    use allmende::domain::ids::AccountId;
    use allmende::domain::permission::Actor;
    let app = TestApp::new(TestDatabase::sqlite()).await;
    let (office, member) = (Actor::Office(AccountId::new(1)), Actor::Member(AccountId::new(1)));

    for actor in [Actor::Anonymous, member, office] {
        let rows = delete_rows(&app.db, actor, Rule::Mails).await;
        assert!(matches!(rows, Err(DeletePersonalDataError::Forbidden(_))), "{actor:?}");
        let entered = enter_deletions(&app.db, actor, app.time.get()).await;
        assert!(matches!(entered, Err(DeletePersonalDataError::Forbidden(_))), "{actor:?}");
    }
}
