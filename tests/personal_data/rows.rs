//! Rows that go by themselves.

use allmende::domain::personal_data::Rule;
use allmende::domain::round::Origin;
use allmende::domain::time::Instant;
use allmende::jobs::delete_personal_data;
use allmende::store::personal_data::{BATCH, delete_overdue, find_last_deletion};
use allmende::store::rounds::insert_round;
use allmende::store::schema::{
    accessibility_reports, accounts, address_changes, api_tokens, declarations, follow_requests, followers, follows,
    invitations, limits, mails, pending_second_factors, proposal_drafts, proposal_reports, proposal_scans, proposals,
    questions, report_words, roll, rounds, sessions, sign_ins,
};
use allmende::store::{Conn, Lock, StoreError};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use serde_json::json;

use super::{deletions, run_deletion};
use crate::harness::databases::TestDatabase;
use crate::harness::made_up::content;
use crate::harness::rounds::TestApp;

/// An account that is in use, for rows that belong to one.
fn account(conn: &mut Conn, name: &str, used: Instant) -> i64 {
    diesel::insert_into(accounts::table)
        .values((
            accounts::personnel_mac.eq(name.as_bytes()),
            accounts::display_name.eq(""),
            accounts::language.eq("de"),
            accounts::created_at.eq(used.to_utc()),
            accounts::used_on.eq(used.to_utc().date()),
        ))
        .returning(accounts::id)
        .get_result(conn)
        .unwrap()
}

/// A round of its own for a row that belongs to one.
fn round(conn: &mut Conn, now: Instant) -> i64 {
    let others: i64 = rounds::table.count().get_result(conn).unwrap();
    let new = content(&format!("round-{others}"), Origin::Live, Vec::new(), Vec::new()).round;
    insert_round(conn, &new, now).unwrap().value()
}

/// A proposal in a round of its own, for a row that belongs to one.
fn proposal(conn: &mut Conn, now: Instant) -> i64 {
    let round = round(conn, now);
    let others: i64 = proposals::table.count().get_result(conn).unwrap();
    diesel::insert_into(proposals::table)
        .values((
            (proposals::number.eq(others + 1), proposals::round_id.eq(round), proposals::state.eq("received")),
            (proposals::source.eq("paper"), proposals::helped.eq(false), proposals::language.eq("de")),
            (proposals::title.eq("T"), proposals::body.eq("B"), proposals::summary.eq(""), proposals::place.eq("")),
            (proposals::voice.eq("myself"), proposals::display_name.eq(""), proposals::email.eq("")),
            (proposals::submitted_at.eq(now.to_utc()), proposals::changed_at.eq(now.to_utc())),
        ))
        .returning(proposals::id)
        .get_result(conn)
        .unwrap()
}

/// A row of the rule's table whose use ended at a time; `name` makes it unlike the others.
fn insert(conn: &mut Conn, rule: Rule, name: &str, ended: Instant, now: Instant) {
    let (at, hash) = (ended.to_utc(), name.as_bytes());
    let long_ago = at - TimeDelta::days(900);
    match rule {
        Rule::Drafts => diesel::insert_into(proposal_drafts::table)
            .values((
                proposal_drafts::code_mac.eq(hash),
                proposal_drafts::round_id.eq(round(conn, now)),
                proposal_drafts::fields.eq("{}"),
                proposal_drafts::updated_at.eq(long_ago),
                proposal_drafts::expires_at.eq(at),
            ))
            .execute(conn),
        Rule::Scans => {
            let proposal = proposal(conn, now);
            diesel::insert_into(proposal_scans::table)
                .values((
                    proposal_scans::proposal_id.eq(proposal),
                    proposal_scans::content_hash.eq(name),
                    proposal_scans::media_type.eq("pdf"),
                    proposal_scans::added_at.eq(at),
                ))
                .execute(conn)
        }
        Rule::TextReports => {
            let proposal = proposal(conn, now);
            let round: i64 = proposals::table.find(proposal).select(proposals::round_id).first(conn).unwrap();
            let report: i64 = diesel::insert_into(proposal_reports::table)
                .values((
                    (proposal_reports::proposal_id.eq(proposal), proposal_reports::round_id.eq(round)),
                    (proposal_reports::rule.eq("insult"), proposal_reports::outcome.eq("kept")),
                    (proposal_reports::received_at.eq(long_ago), proposal_reports::decide_by.eq(long_ago)),
                ))
                .returning(proposal_reports::id)
                .get_result(conn)
                .unwrap();
            diesel::insert_into(report_words::table)
                .values((
                    (report_words::report_id.eq(report), report_words::token_hash.eq(hash)),
                    (report_words::explanation.eq("E"), report_words::note.eq("N")),
                    report_words::settled_at.eq(at),
                ))
                .execute(conn)
        }
        Rule::Sessions => diesel::insert_into(sessions::table)
            .values((
                sessions::token_hash.eq(hash),
                sessions::handle.eq(name),
                sessions::account_id.eq(account(conn, name, now)),
                sessions::opened_at.eq(long_ago),
                sessions::seen_at.eq(long_ago),
                sessions::expires_at.eq(at),
            ))
            .execute(conn),
        Rule::SignIns => diesel::insert_into(sign_ins::table)
            .values((
                (sign_ins::handle.eq(name), sign_ins::email.eq("ada@example.org"), sign_ins::link_hash.eq(hash)),
                (sign_ins::digits_mac.eq(hash), sign_ins::tries.eq(0)),
                (sign_ins::created_at.eq(long_ago), sign_ins::expires_at.eq(at)),
            ))
            .execute(conn),
        Rule::AddressChanges => diesel::insert_into(address_changes::table)
            .values((
                address_changes::account_id.eq(account(conn, name, now)),
                address_changes::email.eq("ada@example.org"),
                address_changes::link_hash.eq(hash),
                address_changes::expires_at.eq(at),
            ))
            .execute(conn),
        Rule::PendingTelephones => diesel::insert_into(pending_second_factors::table)
            .values((
                pending_second_factors::account_id.eq(account(conn, name, now)),
                pending_second_factors::session_hash.eq(hash),
                pending_second_factors::secret.eq(hash),
                pending_second_factors::created_at.eq(at),
            ))
            .execute(conn),
        Rule::Limits => diesel::insert_into(limits::table)
            .values((limits::bucket.eq(name), limits::window_started_at.eq(at), limits::hits.eq(1)))
            .execute(conn),
        Rule::Invitations => diesel::insert_into(invitations::table)
            .values((
                (invitations::handle.eq(name), invitations::link_hash.eq(hash), invitations::email.eq("a@example.org")),
                (invitations::role.eq("auditor"), invitations::invited_at.eq(long_ago), invitations::expires_at.eq(at)),
            ))
            .execute(conn),
        Rule::FollowRequests => {
            let round = round(conn, now);
            diesel::insert_into(follow_requests::table)
                .values((
                    (follow_requests::email.eq(name), follow_requests::language.eq("de")),
                    (follow_requests::round_id.eq(round), follow_requests::link_hash.eq(hash)),
                    (follow_requests::asked_at.eq(long_ago), follow_requests::expires_at.eq(at)),
                ))
                .execute(conn)
        }
        Rule::Follows => {
            let archived = round(conn, now);
            diesel::update(rounds::table.find(archived)).set(rounds::archived_at.eq(at)).execute(conn).unwrap();
            let others = round(conn, now);
            insert_follower(conn, name, &[archived, others], now)
        }
        // Who follows something is never too old.
        Rule::Followers if name.ends_with("younger") => {
            let round = round(conn, now);
            insert_follower(conn, name, &[round], now)
        }
        Rule::Followers => insert_follower(conn, name, &[], now),
        Rule::Mails => insert_mail(conn, name, "sent", at),
        Rule::Reports => insert_report(conn, name, long_ago, Some(at)),
        Rule::QuestionAddresses => insert_question(conn, name, "answered_alone", (name, Some(at))),
        Rule::Questions => insert_question(conn, name, "answered_alone", ("", Some(at))),
        Rule::Declarations => {
            let round = round(conn, now);
            let roll: i64 = diesel::insert_into(roll::table)
                .values((roll::round_id.eq(round), roll::person_ref.eq(hash), roll::seat.eq(1)))
                .returning(roll::id)
                .get_result(conn)
                .unwrap();
            diesel::insert_into(declarations::table)
                .values((
                    (declarations::roll_id.eq(roll), declarations::declared_on.eq(at.date())),
                    (declarations::language.eq("de"), declarations::text.eq(name)),
                ))
                .execute(conn)
        }
        Rule::Authors => {
            let proposal = proposal(conn, now);
            let round: i64 = proposals::table.find(proposal).select(proposals::round_id).first(conn).unwrap();
            // Half of the rounds come to a decision; the others end with their result.
            let decided = name.ends_with("younger").then_some(at);
            diesel::update(rounds::table.find(round))
                .set((rounds::decided_at.eq(decided), rounds::result_published_at.eq(decided.map_or(at, |_| long_ago))))
                .execute(conn)
                .unwrap();
            diesel::update(proposals::table.find(proposal)).set(proposals::email.eq(name)).execute(conn)
        }
        Rule::Tokens => insert_token(conn, name, (at + TimeDelta::days(900), Some(at)), now),
        Rule::Accounts => {
            account(conn, name, ended);
            Ok(1)
        }
    }
    .unwrap();
}

/// Somebody who follows rounds.
fn insert_follower(conn: &mut Conn, name: &str, rounds: &[i64], now: Instant) -> QueryResult<usize> {
    let at = now.to_utc();
    let id = diesel::insert_into(followers::table)
        .values((
            (followers::email.eq(name), followers::language.eq("de"), followers::seed.eq(name.as_bytes())),
            (followers::link_hash.eq(name.as_bytes()), followers::since.eq(at)),
        ))
        .returning(followers::id)
        .get_result::<i64>(conn)?;
    for round in rounds {
        diesel::insert_into(follows::table)
            .values((follows::follower_id.eq(id), follows::round_id.eq(round), follows::since.eq(at)))
            .execute(conn)?;
    }
    Ok(1)
}

fn insert_mail(conn: &mut Conn, name: &str, state: &str, created: NaiveDateTime) -> QueryResult<usize> {
    diesel::insert_into(mails::table)
        .values((
            (mails::message.eq("test_mail"), mails::language.eq("de"), mails::recipient.eq("ada@example.org")),
            (mails::parameters.eq("{}"), mails::message_id.eq(name), mails::state.eq(state)),
            (mails::run_after.eq(created), mails::tries.eq(1), mails::created_at.eq(created)),
        ))
        .execute(conn)
}

fn insert_report(
    conn: &mut Conn,
    name: &str,
    received: NaiveDateTime,
    answered: Option<NaiveDateTime>,
) -> QueryResult<usize> {
    use accessibility_reports as reports;
    diesel::insert_into(reports::table)
        .values((
            (reports::token_hash.eq(name.as_bytes()), reports::language.eq("de"), reports::page.eq("")),
            (reports::problem.eq("Zu klein."), reports::email.eq("ada@example.org")),
            (reports::received_at.eq(received), reports::answer_by.eq(received)),
            (reports::answer.eq(answered.map(|_| "Ist größer.")), reports::answered_at.eq(answered)),
        ))
        .execute(conn)
}

fn insert_question(
    conn: &mut Conn,
    name: &str,
    state: &str,
    (email, settled): (&str, Option<NaiveDateTime>),
) -> QueryResult<usize> {
    let long_ago = settled.unwrap_or_default() - TimeDelta::days(900);
    diesel::insert_into(questions::table)
        .values((
            (questions::version.eq(1), questions::language.eq("de"), questions::token_hash.eq(name.as_bytes())),
            (questions::text.eq("Meine Worte."), questions::email.eq(email), questions::state.eq(state)),
            (questions::asked_at.eq(long_ago), questions::answer_by.eq(long_ago), questions::settled_at.eq(settled)),
            (questions::public_text.eq("Die Frage"), questions::answer.eq("Ja."), questions::answered_at.eq(settled)),
        ))
        .execute(conn)
}

fn insert_token(
    conn: &mut Conn,
    name: &str,
    (expires, revoked): (NaiveDateTime, Option<NaiveDateTime>),
    now: Instant,
) -> QueryResult<usize> {
    diesel::insert_into(api_tokens::table)
        .values((
            (api_tokens::jti.eq(name), api_tokens::account_id.eq(account(conn, name, now)), api_tokens::name.eq(name)),
            (api_tokens::scope.eq("record"), api_tokens::created_at.eq(expires - TimeDelta::days(90))),
            (api_tokens::expires_at.eq(expires), api_tokens::revoked_at.eq(revoked)),
        ))
        .execute(conn)
}

/// The names of the rows of a rule's table.
fn names(conn: &mut Conn, rule: Rule) -> Vec<String> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut names: Vec<String> = match rule {
        Rule::Drafts => {
            let macs = proposal_drafts::table.select(proposal_drafts::code_mac).load(conn);
            macs.map(|all| all.into_iter().map(text).collect())
        }
        Rule::Scans => proposal_scans::table.select(proposal_scans::content_hash).load(conn),
        Rule::Sessions => sessions::table.select(sessions::handle).load(conn),
        Rule::SignIns => sign_ins::table.select(sign_ins::handle).load(conn),
        Rule::AddressChanges => {
            let hashes = address_changes::table.select(address_changes::link_hash).load(conn);
            hashes.map(|all| all.into_iter().map(text).collect())
        }
        Rule::PendingTelephones => {
            let hashes = pending_second_factors::table.select(pending_second_factors::session_hash).load(conn);
            hashes.map(|all| all.into_iter().map(text).collect())
        }
        Rule::Limits => limits::table.select(limits::bucket).load(conn),
        Rule::Invitations => invitations::table.select(invitations::handle).load(conn),
        Rule::FollowRequests => follow_requests::table.select(follow_requests::email).load(conn),
        Rule::Follows => follows::table
            .inner_join(followers::table)
            .inner_join(rounds::table)
            .filter(rounds::archived_at.is_not_null())
            .select(followers::email)
            .load(conn),
        Rule::Followers => followers::table.select(followers::email).load(conn),
        Rule::Mails => mails::table.select(mails::message_id).load(conn),
        Rule::Reports => {
            let hashes = accessibility_reports::table.select(accessibility_reports::token_hash).load(conn);
            hashes.map(|all| all.into_iter().map(text).collect())
        }
        Rule::TextReports => {
            let hashes = report_words::table.select(report_words::token_hash).load(conn);
            hashes.map(|all| all.into_iter().map(text).collect())
        }
        Rule::QuestionAddresses => questions::table.select(questions::email).load(conn),
        Rule::Questions => {
            let hashes = questions::table.select(questions::token_hash.assume_not_null()).load(conn);
            hashes.map(|all| all.into_iter().map(text).collect())
        }
        Rule::Declarations => declarations::table.select(declarations::text).load(conn),
        Rule::Authors => proposals::table.select(proposals::email).load(conn),
        Rule::Tokens => api_tokens::table.select(api_tokens::jti).load(conn),
        Rule::Accounts => {
            let macs = accounts::table.select(accounts::personnel_mac.assume_not_null()).load(conn);
            macs.map(|all| all.into_iter().map(text).collect())
        }
    }
    .unwrap();
    names.sort();
    names
}

async fn names_of(app: &TestApp, rule: Rule) -> Vec<String> {
    app.db.read(move |conn| Ok::<_, StoreError>(names(conn, rule))).await.unwrap()
}

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
