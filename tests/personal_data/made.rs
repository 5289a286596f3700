//! Rows of every kind that go by themselves, as old as a test wants them.

use allmende::domain::personal_data::Rule;
use allmende::domain::round::Origin;
use allmende::domain::time::Instant;
use allmende::store::rounds::insert_round;
use allmende::store::schema::{
    accessibility_reports, accounts, address_changes, api_tokens, declarations, follow_requests, followers, follows,
    invitations, limits, mails, participations, pending_second_factors, proposal_drafts, proposal_reports,
    proposal_scans, proposals, questions, report_words, roll, roll_keys, rounds, sessions, sign_ins, supports, windows,
};
use allmende::store::{Conn, StoreError};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

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

/// A round whose result was published at a time.
fn concluded(conn: &mut Conn, published: Instant, now: Instant) -> i64 {
    let round = round(conn, now);
    let fact = rounds::result_published_at.eq(published.to_utc());
    diesel::update(rounds::table.find(round)).set(fact).execute(conn).unwrap();
    round
}

/// A row on the roll of a round of its own.
fn on_roll(conn: &mut Conn, now: Instant, person: &[u8]) -> i64 {
    let round = round(conn, now);
    diesel::insert_into(roll::table)
        .values((roll::round_id.eq(round), roll::person_ref.eq(person), roll::seat.eq(1)))
        .returning(roll::id)
        .get_result(conn)
        .unwrap()
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
pub(super) fn insert(conn: &mut Conn, rule: Rule, name: &str, ended: Instant, now: Instant) {
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
            let roll = on_roll(conn, now, hash);
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
        Rule::Supports => {
            let proposal = proposal(conn, now);
            let round: i64 = proposals::table.find(proposal).select(proposals::round_id).first(conn).unwrap();
            let closed = (windows::closes_at.eq(at), windows::opens_at.eq(long_ago));
            diesel::insert_into(windows::table)
                .values((windows::round_id.eq(round), windows::kind.eq("supporting"), closed))
                .execute(conn)
                .unwrap();
            diesel::insert_into(supports::table)
                .values((supports::proposal_id.eq(proposal), supports::supporter_ref.eq(hash)))
                .execute(conn)
        }
        Rule::VoterCodes => {
            // The row of the roll stands in a round that is not over, so that only the code has had its time.
            let row = on_roll(conn, now, hash);
            diesel::insert_into(roll_keys::table)
                .values((
                    (roll_keys::round_id.eq(concluded(conn, ended, now)), roll_keys::kind.eq("code")),
                    (roll_keys::mac.eq(hash), roll_keys::roll_id.eq(row)),
                ))
                .execute(conn)
        }
        Rule::Participations => diesel::insert_into(participations::table)
            .values((
                (participations::round_id.eq(concluded(conn, ended, now)), participations::person_ref.eq(hash)),
                (participations::channel.eq("letter_code"), participations::state.eq("online")),
                (participations::cast_number.eq(1), participations::cast_on.eq(long_ago.date())),
            ))
            .execute(conn),
        Rule::Roll => {
            let row = on_roll(conn, now, hash);
            let round = concluded(conn, ended, now);
            diesel::update(roll::table.find(row)).set(roll::round_id.eq(round)).execute(conn)
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

pub(super) fn insert_mail(conn: &mut Conn, name: &str, state: &str, created: NaiveDateTime) -> QueryResult<usize> {
    diesel::insert_into(mails::table)
        .values((
            (mails::message.eq("test_mail"), mails::language.eq("de"), mails::recipient.eq("ada@example.org")),
            (mails::parameters.eq("{}"), mails::message_id.eq(name), mails::state.eq(state)),
            (mails::run_after.eq(created), mails::tries.eq(1), mails::created_at.eq(created)),
        ))
        .execute(conn)
}

pub(super) fn insert_report(
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

pub(super) fn insert_question(
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

pub(super) fn insert_token(
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
        Rule::Supports => {
            let refs = supports::table.select(supports::supporter_ref).load(conn);
            refs.map(|all| all.into_iter().map(text).collect())
        }
        Rule::VoterCodes => {
            let macs = roll_keys::table.select(roll_keys::mac).load(conn);
            macs.map(|all| all.into_iter().map(text).collect())
        }
        Rule::Participations => {
            let refs = participations::table.select(participations::person_ref).load(conn);
            refs.map(|all| all.into_iter().map(text).collect())
        }
        Rule::Roll => {
            let refs = roll::table.select(roll::person_ref).load(conn);
            refs.map(|all| all.into_iter().map(text).collect())
        }
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

pub(super) async fn names_of(app: &TestApp, rule: Rule) -> Vec<String> {
    app.db.read(move |conn| Ok::<_, StoreError>(names(conn, rule))).await.unwrap()
}
