//! What the owner of an account takes away, held against the table of personal data.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use allmende::domain::ids::AccountId;
use allmende::domain::round::Origin;
use allmende::secrecy::RollSubject;
use allmende::store::accounts::find_account;
use allmende::store::personal_data::COLUMNS;
use allmende::store::roll_accounts::{Declaration, insert_account_holder, insert_declaration};
use allmende::store::rounds::{insert_round, list_rounds};
use allmende::store::schema::{
    accessibility_reports, accounts, address_changes, api_tokens, follow_requests, followers, follows, invitations,
    mails, offers, office_roles, pending_second_factors, personnel_batches, personnel_codes, proposal_entries,
    proposal_versions, proposals, questions, recovery_codes, rounds, second_factors, sessions, sign_ins,
};
use allmende::store::{Lock, StoreError};
use diesel::prelude::*;
use serde_json::Value;

use crate::harness::app::{PASSWORD, TestApp};
use crate::harness::made_up::content;

const ADA: &str = "ada@lindenau.example";

/// Where a column is found in the archive.
enum Place {
    /// In this file, at this place.
    In(&'static str, &'static str),
    /// It proves who somebody is; the archive says at most that it is there.
    Proof,
    /// It leads to the account or to the address, whose archive this is.
    Owner,
}

/// The place of every personal column that belongs to an account or its address.
fn place(table: &str, column: &str) -> Option<Place> {
    use Place::{In, Owner, Proof};
    let (account, sessions, mails, proposals) = ("account.json", "sessions.json", "mails.json", "proposals.json");
    let (questions, barriers) = ("questions.json", "barriers.json");
    Some(match (table, column) {
        ("accounts", "email") => In(account, "/email"),
        ("accounts", "display_name") => In(account, "/name"),
        ("accounts", "language") => In(account, "/language"),
        ("accounts", "created_at") => In(account, "/created_at"),
        ("accounts", "used_on") => In(account, "/last_used_on"),
        ("accounts", "warned_on") => In(account, "/warned_of_deletion_on"),
        ("accounts", "warnings_lost") => In(account, "/warnings_that_never_left"),
        ("accounts", "disabled_at") => In(account, "/closed_at"),
        ("accounts", "personnel_mac") => In(account, "/is_employee"),
        ("accounts", "password_hash") => In(account, "/has_password"),
        ("address_changes", "email") => In(account, "/address_to_confirm/email"),
        ("address_changes", "expires_at") => In(account, "/address_to_confirm/expires_at"),
        ("second_factors", "confirmed_at") => In(account, "/second_factor_since"),
        ("pending_second_factors", "created_at") => In(account, "/second_factor_begun_at"),
        ("recovery_codes", "used_at") => In(account, "/codes_on_paper_used_at/0"),
        ("actors", "actor_ref") => In(account, "/name_in_the_record"),
        ("sessions", "device") => In(sessions, "/0/device"),
        ("sessions", "workplace_id") => In(sessions, "/0/workplace"),
        ("sessions", "opened_at") => In(sessions, "/0/opened_at"),
        ("sessions", "seen_at") => In(sessions, "/0/seen_at"),
        ("sessions", "expires_at") => In(sessions, "/0/expires_at"),
        ("sessions", "second_factor_at") => In(sessions, "/0/second_factor_at"),
        ("office_roles", "role") => In("roles.json", "/roles/0/role"),
        ("office_roles", "round_id") => In("roles.json", "/roles/0/for_all_rounds"),
        ("office_roles", "every_department") => In("roles.json", "/roles/0/for_all_departments"),
        ("office_roles", "given_at") => In("roles.json", "/roles/0/given_at"),
        ("office_roles", "taken_at") => In("roles.json", "/roles/0/taken_at"),
        ("invitations", "role") => In("roles.json", "/invitations/0/role"),
        ("invitations", "round_id") => In("roles.json", "/invitations/0/for_all_rounds"),
        ("invitations", "every_department") => In("roles.json", "/invitations/0/for_all_departments"),
        ("personnel_codes", "serial") => In(account, "/personnel_slip/number"),
        ("personnel_codes", "used_on") => In(account, "/personnel_slip/first_used_on"),
        ("personnel_codes", "replaced_at") => In(account, "/personnel_slip/replaced_at"),
        ("personnel_codes", "withdrawn_at") => In(account, "/personnel_slip/withdrawn_at"),
        ("invitations", "invited_at") => In("roles.json", "/invitations/0/invited_at"),
        ("invitations", "expires_at") => In("roles.json", "/invitations/0/expires_at"),
        ("invitations", "accepted_at") => In("roles.json", "/invitations/0/accepted_at"),
        ("invitations", "withdrawn_at") => In("roles.json", "/invitations/0/withdrawn_at"),
        ("api_tokens", "jti") => In("programs.json", "/0/id"),
        ("api_tokens", "name") => In("programs.json", "/0/name"),
        ("api_tokens", "scope") => In("programs.json", "/0/scope"),
        ("api_tokens", "created_at") => In("programs.json", "/0/created_at"),
        ("api_tokens", "expires_at") => In("programs.json", "/0/expires_at"),
        ("api_tokens", "revoked_at") => In("programs.json", "/0/revoked_at"),
        ("api_tokens", "last_used_at") => In("programs.json", "/0/last_used_at"),
        ("mails", "message") => In(mails, "/mails/0/message"),
        ("mails", "language") => In(mails, "/mails/0/language"),
        ("mails", "recipient") => In(mails, "/mails/0/recipient"),
        ("mails", "parameters") => In(mails, "/mails/0/parameters/message"),
        ("mails", "state") => In(mails, "/mails/0/state"),
        ("mails", "error") => In(mails, "/mails/0/error"),
        ("mails", "created_at") => In(mails, "/mails/0/created_at"),
        ("mails", "sent_at") => In(mails, "/mails/0/sent_at"),
        ("mails", "expires_at") => In(mails, "/mails/0/expires_at"),
        ("sign_ins", "created_at") => In(mails, "/links_to_sign_in/0/created_at"),
        ("sign_ins", "expires_at") => In(mails, "/links_to_sign_in/0/expires_at"),
        ("sign_ins", "used_at") => In(mails, "/links_to_sign_in/0/used_at"),
        ("proposals", "language") => In(proposals, "/0/language"),
        ("proposals", "title") => In(proposals, "/0/title"),
        ("proposals", "body") => In(proposals, "/0/text"),
        ("proposals", "summary") => In(proposals, "/0/summary"),
        ("proposals", "place") => In(proposals, "/0/place"),
        ("proposals", "voice") => In(proposals, "/0/written_for"),
        ("proposals", "display_name") => In(proposals, "/0/name_shown"),
        ("proposals", "cost_guess") => In(proposals, "/0/cost_guess_in_minor_units"),
        ("proposals", "submitted_at") => In(proposals, "/0/submitted_at"),
        ("proposal_entries", "came_in_on") => In(proposals, "/0/came_in_on"),
        ("proposal_entries", "entered_at") => In(proposals, "/0/entered_by_the_office_at"),
        ("proposal_versions", "changed_at") => In(proposals, "/0/earlier_versions/0/changed_at"),
        ("proposal_versions", "language") => In(proposals, "/0/earlier_versions/0/language"),
        ("proposal_versions", "title") => In(proposals, "/0/earlier_versions/0/title"),
        ("proposal_versions", "body") => In(proposals, "/0/earlier_versions/0/text"),
        ("proposal_versions", "summary") => In(proposals, "/0/earlier_versions/0/summary"),
        ("proposal_versions", "place") => In(proposals, "/0/earlier_versions/0/place"),
        ("questions", "language") => In(questions, "/0/language"),
        ("questions", "text") => In(questions, "/0/text"),
        ("questions", "asked_at") => In(questions, "/0/asked_at"),
        ("questions", "public_text") => In(questions, "/0/public_text"),
        ("questions", "answer") => In(questions, "/0/answer"),
        ("questions", "answered_at") => In(questions, "/0/answered_at"),
        ("questions", "settled_at") => In(questions, "/0/settled_at"),
        ("accessibility_reports", "language") => In(barriers, "/0/language"),
        ("accessibility_reports", "page") => In(barriers, "/0/page"),
        ("accessibility_reports", "problem") => In(barriers, "/0/problem"),
        ("accessibility_reports", "received_at") => In(barriers, "/0/received_at"),
        ("accessibility_reports", "answer") => In(barriers, "/0/answer"),
        ("accessibility_reports", "answered_at") => In(barriers, "/0/answered_at"),
        ("offers", "kind") => In(proposals, "/0/offers/0/kind"),
        ("offers", "body") => In(proposals, "/0/offers/0/text"),
        ("offers", "by_group") => In(proposals, "/0/offers/0/by_group"),
        ("followers", "email") => In("following.json", "/email"),
        ("followers", "language") => In("following.json", "/language"),
        ("followers", "since") => In("following.json", "/since"),
        ("followers", "mailed_at") => In("following.json", "/last_mail_at"),
        ("followers", "due_at") => In("following.json", "/next_mail_at"),
        ("follows", "round_id") => In("following.json", "/followed/0/round"),
        ("follows", "proposal_id") => In("following.json", "/followed/0/proposal"),
        ("follows", "since") => In("following.json", "/followed/0/since"),
        ("follow_requests", "email") => In("following.json", "/asked/0/email"),
        ("follow_requests", "language") => In("following.json", "/asked/0/language"),
        ("follow_requests", "round_id") => In("following.json", "/asked/0/round"),
        ("follow_requests", "proposal_id") => In("following.json", "/asked/0/proposal"),
        ("follow_requests", "asked_at") => In("following.json", "/asked/0/asked_at"),
        ("follow_requests", "expires_at") => In("following.json", "/asked/0/expires_at"),
        ("declarations", "declared_on") => In("declarations.json", "/0/declared_on"),
        ("declarations", "language") => In("declarations.json", "/0/language"),
        ("declarations", "text") => In("declarations.json", "/0/text"),
        // A voter's session, which has a row of the roll, is of no account.
        // When something was offered says the proposal that it came with.
        (_, "account_id")
        | ("sign_ins" | "invitations" | "proposals" | "questions" | "accessibility_reports", "email")
        | ("sessions", "roll_id" | "channel")
        | ("declarations", "roll_id")
        | ("follows", "follower_id")
        | ("offers", "offered_at") => Owner,
        (
            "sessions"
            | "address_changes"
            | "sign_ins"
            | "invitations"
            | "second_factors"
            | "pending_second_factors"
            | "recovery_codes"
            | "mails"
            | "followers"
            | "follow_requests"
            | "proposals"
            | "questions"
            | "accessibility_reports",
            "seed" | "author_ref" | "way_on" | "token_hash" | "code_mac" | "handle" | "link_hash" | "session_hash"
            | "secret" | "mac" | "last_step" | "digits_mac" | "tries" | "message_id",
        ) => Proof,
        _ => return None,
    })
}

/// Fills every column of an account that a page cannot fill while it is signed in.
async fn fill(app: &TestApp, account: i64) {
    let fill = move |tx: &mut allmende::store::Tx<'_>| {
        let (now, bytes) = (tx.now.to_utc(), [7_u8; 16].as_slice());
        let conn = &mut *tx.conn;
        diesel::update(accounts::table.find(account))
            .set((accounts::warned_on.eq(now.date()), accounts::personnel_mac.eq(bytes)))
            .execute(conn)?;
        diesel::update(sessions::table.filter(sessions::account_id.eq(account)))
            .set((sessions::device.eq("Firefox"), sessions::second_factor_at.eq(now)))
            .execute(conn)?;
        diesel::insert_into(address_changes::table)
            .values((
                (address_changes::account_id.eq(account), address_changes::email.eq("neu@lindenau.example")),
                (address_changes::link_hash.eq(bytes), address_changes::expires_at.eq(now)),
                address_changes::digits_mac.eq(bytes),
            ))
            .execute(conn)?;
        diesel::insert_into(second_factors::table)
            .values((
                (second_factors::account_id.eq(account), second_factors::secret.eq(bytes)),
                (second_factors::last_step.eq(0), second_factors::confirmed_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(pending_second_factors::table)
            .values((
                (pending_second_factors::account_id.eq(account), pending_second_factors::session_hash.eq(bytes)),
                (pending_second_factors::secret.eq(bytes), pending_second_factors::created_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(recovery_codes::table)
            .values((
                (recovery_codes::account_id.eq(account), recovery_codes::mac.eq(bytes)),
                recovery_codes::used_at.eq(now),
            ))
            .execute(conn)?;
        diesel::insert_into(office_roles::table)
            .values((
                (office_roles::account_id.eq(account), office_roles::role.eq("auditor")),
                (office_roles::given_at.eq(now), office_roles::taken_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(api_tokens::table)
            .values((
                (api_tokens::jti.eq("0".repeat(32)), api_tokens::account_id.eq(account), api_tokens::name.eq("Archiv")),
                (api_tokens::scope.eq("record"), api_tokens::created_at.eq(now)),
                api_tokens::expires_at.eq(now + chrono::TimeDelta::days(1)),
                (api_tokens::revoked_at.eq(now), api_tokens::last_used_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(invitations::table)
            .values((
                (invitations::handle.eq("h"), invitations::link_hash.eq(bytes), invitations::email.eq(ADA)),
                (invitations::role.eq("auditor"), invitations::invited_at.eq(now), invitations::expires_at.eq(now)),
                (invitations::accepted_at.eq(now), invitations::withdrawn_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(sign_ins::table)
            .values((
                (sign_ins::handle.eq("s"), sign_ins::email.eq(ADA), sign_ins::link_hash.eq(bytes)),
                (sign_ins::digits_mac.eq(bytes), sign_ins::tries.eq(0), sign_ins::created_at.eq(now)),
                (sign_ins::expires_at.eq(now), sign_ins::used_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(personnel_batches::table)
            .values((
                (
                    personnel_batches::form_key.eq("f"),
                    personnel_batches::word.eq(""),
                    personnel_batches::made_at.eq(now),
                ),
                (personnel_batches::first_serial.eq(1), personnel_batches::size.eq(1)),
            ))
            .execute(conn)?;
        let batch = personnel_batches::table.select(personnel_batches::id).first::<i64>(conn)?;
        diesel::insert_into(personnel_codes::table)
            .values((
                (personnel_codes::serial.eq(1), personnel_codes::batch_id.eq(batch), personnel_codes::version.eq(1)),
                (personnel_codes::account_id.eq(account), personnel_codes::used_on.eq(now.date())),
                (personnel_codes::replaced_at.eq(now), personnel_codes::withdrawn_at.eq(now)),
            ))
            .execute(conn)?;
        // Of the mails that were written so far, none has an error or an end.
        diesel::delete(mails::table).execute(conn)?;
        diesel::insert_into(mails::table)
            .values((
                (mails::message.eq("test_mail"), mails::language.eq("de"), mails::recipient.eq(ADA)),
                (
                    mails::parameters.eq(r#"{"message":"test_mail"}"#),
                    mails::message_id.eq("m"),
                    mails::state.eq("sent"),
                ),
                (mails::run_after.eq(now), mails::tries.eq(1), mails::created_at.eq(now), mails::sent_at.eq(now)),
                (mails::error.eq("greylisted"), mails::expires_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(questions::table)
            .values((
                (questions::version.eq(2), questions::language.eq("de"), questions::token_hash.eq(bytes)),
                (questions::text.eq("Darf ich?"), questions::email.eq(ADA), questions::asked_at.eq(now)),
                (questions::answer_by.eq(now), questions::state.eq("public"), questions::public_text.eq("Darf man?")),
                (questions::answer.eq("Ja."), questions::answered_at.eq(now), questions::settled_at.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(accessibility_reports::table)
            .values((
                (accessibility_reports::token_hash.eq(bytes), accessibility_reports::language.eq("de")),
                (accessibility_reports::page.eq("/de"), accessibility_reports::problem.eq("Zu klein")),
                (accessibility_reports::email.eq(ADA), accessibility_reports::received_at.eq(now)),
                (accessibility_reports::answer_by.eq(now), accessibility_reports::answer.eq("Ist größer.")),
                accessibility_reports::answered_at.eq(now),
            ))
            .execute(conn)?;
        let round = content("lindenau", Origin::Live, Vec::new(), Vec::new()).round;
        let round = insert_round(conn, &round, tx.now)?;
        diesel::insert_into(proposals::table)
            .values((
                (proposals::number.eq(1), proposals::round_id.eq(round.value()), proposals::state.eq("received")),
                (proposals::source.eq("web"), proposals::helped.eq(false), proposals::language.eq("de")),
                (proposals::title.eq("Bänke"), proposals::body.eq("Fünf."), proposals::summary.eq("Kurz.")),
                (proposals::place.eq("Markt"), proposals::voice.eq("myself"), proposals::display_name.eq("Ada")),
                (proposals::email.eq(ADA), proposals::cost_guess.eq(1500), proposals::code_mac.eq(bytes)),
                (proposals::submitted_at.eq(now), proposals::changed_at.eq(now)),
            ))
            .execute(conn)?;
        let proposal = proposals::table.select(proposals::id).first::<i64>(conn)?;
        diesel::insert_into(proposal_entries::table)
            .values((
                (proposal_entries::proposal_id.eq(proposal), proposal_entries::account_id.eq(account)),
                (proposal_entries::came_in_on.eq(now.date()), proposal_entries::entered_at.eq(now)),
                proposal_entries::version.eq(2),
            ))
            .execute(conn)?;
        diesel::insert_into(proposal_versions::table)
            .values((
                (proposal_versions::proposal_id.eq(proposal), proposal_versions::number.eq(1)),
                (proposal_versions::why.eq("correction"), proposal_versions::changed_at.eq(now)),
                (proposal_versions::language.eq("de"), proposal_versions::title.eq("Benke")),
                (proposal_versions::body.eq("Fünf."), proposal_versions::summary.eq("Kurz.")),
                proposal_versions::place.eq("Markt"),
            ))
            .execute(conn)?;
        diesel::insert_into(followers::table)
            .values((
                (followers::email.eq(ADA), followers::language.eq("de"), followers::seed.eq(bytes)),
                (followers::link_hash.eq(bytes), followers::since.eq(now)),
                (followers::mailed_at.eq(now), followers::due_at.eq(now)),
            ))
            .execute(conn)?;
        let follower = followers::table.select(followers::id).first::<i64>(conn)?;
        diesel::insert_into(follows::table)
            .values((
                (follows::follower_id.eq(follower), follows::round_id.eq(round.value())),
                (follows::proposal_id.eq(proposal), follows::since.eq(now)),
            ))
            .execute(conn)?;
        diesel::insert_into(follow_requests::table)
            .values((
                (follow_requests::email.eq(ADA), follow_requests::language.eq("de")),
                (follow_requests::round_id.eq(round.value()), follow_requests::proposal_id.eq(proposal)),
                (follow_requests::link_hash.eq(bytes), follow_requests::asked_at.eq(now)),
                follow_requests::expires_at.eq(now),
            ))
            .execute(conn)?;
        diesel::insert_into(offers::table)
            .values((
                (offers::proposal_id.eq(proposal), offers::kind.eq("hours"), offers::body.eq("Gießen")),
                (offers::by_group.eq(true), offers::offered_at.eq(now)),
            ))
            .execute(conn)?;
        Ok::<_, StoreError>(())
    };
    app.db.write(Lock::Nothing, fill).await.unwrap();
}

/// Puts the account on the roll of the round, as whoever votes with it is.
async fn declare(app: &TestApp, account: AccountId) {
    let keys = app.keys.clone();
    let declare = move |tx: &mut allmende::store::Tx<'_>| {
        diesel::update(rounds::table).set(rounds::basis.eq("accounts")).execute(tx.conn)?;
        let round = list_rounds(tx)?.remove(0);
        let key = find_account(tx, account)?.unwrap().key();
        let person = keys.installation().person_ref(&round.public_id, RollSubject::Account(key));
        let row = insert_account_holder(tx, round.id, &person)?;
        let (declared_on, language, text) = (tx.now.to_utc().date(), "de".to_owned(), "Ich wohne hier.".to_owned());
        insert_declaration(tx, row, &Declaration { declared_on, language, text })
    };
    app.db.write(Lock::Nothing, declare).await.unwrap();
}

on_both! {
    async fn every_personal_column_of_an_account_is_in_its_archive(database) {
        let app = TestApp::start(database).await;
        let account = app.member(ADA).await;
        allmende::actions::account::create_administrator(
            &app.db, allmende::domain::permission::Actor::CommandLine, app.new_account("chief@example.org"),
        ).await.unwrap();
        let grant = allmende::domain::role::Grant::everywhere(allmende::domain::role::Role::Moderator);
        // An act on the account gives it its number in the record.
        let office = allmende::domain::permission::Actor::CommandLine;
        allmende::actions::people::give_role(&app.db, office, account, grant.into()).await.unwrap();
        allmende::actions::people::take_role(&app.db, office, account, grant).await.unwrap();
        let client = app.client();
        assert_eq!(client.sign_in(ADA, PASSWORD).status, 303);
        fill(&app, account.value()).await;
        declare(&app, account).await;

        let files = unpack(&client.get("/en/account/data").bytes);

        let owned: BTreeSet<&str> = COLUMNS
            .iter()
            .filter(|held| held.column == "account_id")
            .map(|held| held.table)
            .chain(["accounts", "mails", "invitations", "sign_ins", "proposals", "proposal_versions", "offers", "declarations"])
            .chain(["followers", "follows", "follow_requests"])
            .chain(["questions", "accessibility_reports"])
            .collect();
        for held in COLUMNS.iter().filter(|held| held.datum.is_some() && owned.contains(held.table)) {
            let name = format!("{}.{}", held.table, held.column);
            match place(held.table, held.column) {
                None => panic!("{name} is kept of an account and is not in its archive"),
                Some(Place::Proof | Place::Owner) => {}
                Some(Place::In(file, pointer)) => {
                    let value = files[file].pointer(pointer);
                    let value = value.unwrap_or_else(|| panic!("{name} is not at {pointer} of {file}"));
                    // Nobody downloads from an account that is closed; these tests open no shared computer.
                    let may_be_empty = ["accounts.disabled_at", "sessions.workplace_id"].contains(&name.as_str());
                    assert!(may_be_empty || !value.is_null(), "{name} is empty at {pointer} of {file}");
                }
            }
        }
    }
}

fn unpack(bytes: &[u8]) -> BTreeMap<String, Value> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), serde_json::from_str(&text).unwrap())
        })
        .collect()
}
