//! All that is kept of one account, for its owner to take away. A test holds it against the table of personal data. What
//! only proves who somebody is - hashes, seals, tokens - is left out: that it is there is told, and it is of use to thieves
//! alone.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::accessibility_reports::{AccessibilityReport, list_accessibility_reports_of};
use super::conn::Conn;
use super::error::StoreError;
use super::own_following::{OwnFollowing, find_own_following};
use super::proposal_entries::{EarlierVersion, ProposalEntry, find_entry_of_office, list_versions};
use super::proposals::{Proposal, list_proposals_of};
use super::questions::{Question, list_questions_of};
use super::schema::{
    accounts, address_changes, api_tokens, invitation_departments, invitations, mails, office_role_departments,
    office_roles, pending_second_factors, recovery_codes, rounds, second_factors, sessions, sign_ins, workplaces,
};
use super::supports::list_supported_by;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, ProposalNumber};
use crate::domain::proposal::Offer;
use crate::domain::time::Instant;
use crate::secrecy::AccountRefs;

/// What is kept beside what the account's pages show.
#[derive(Debug, Clone)]
pub struct OwnData {
    /// The day of the last sign-in.
    pub used_on: NaiveDate,
    /// The day on which the owner was warned of the deletion.
    pub warned_on: Option<NaiveDate>,
    /// How many warnings before that one never left.
    pub warnings_lost: i64,
    /// When the account was closed.
    pub closed_at: Option<Instant>,
    /// An address that waits to be confirmed, and until when.
    pub address_change: Option<(String, Instant)>,
    /// Since when there is a telephone.
    pub second_factor: Option<Instant>,
    /// When a telephone was begun that waits for its first code.
    pub pending_second_factor: Option<Instant>,
    /// For each code on paper, when it was used.
    pub recovery_codes: Vec<Option<Instant>>,
    /// Every session, also one that has ended and is not deleted yet.
    pub sessions: Vec<OwnSession>,
    /// Every role that the account holds or held.
    pub roles: Vec<OwnRole>,
    /// Every key for a program that it made.
    pub tokens: Vec<OwnToken>,
    /// Every mail to its address.
    pub mails: Vec<OwnMail>,
    /// Every invitation of its address.
    pub invitations: Vec<OwnInvitation>,
    /// Every way in by mail that was asked for its address: when, until when it is good, when it was used.
    pub sign_ins: Vec<(Instant, Instant, Option<Instant>)>,
    /// Every proposal that names its address, and every one that it sent.
    pub proposals: Vec<OwnProposal>,
    /// What its address follows, and was asked to follow.
    pub following: OwnFollowing,
    /// Every question to the office that names its address.
    pub questions: Vec<Question>,
    /// Every report of a barrier that names its address.
    pub reports: Vec<AccessibilityReport>,
    /// The numbers of the proposals that it supports.
    pub supports: Vec<ProposalNumber>,
}

/// A proposal.
#[derive(Debug, Clone)]
pub struct OwnProposal {
    /// What it says.
    pub proposal: Proposal,
    /// What its author brings.
    pub offers: Vec<Offer>,
    /// When it came in and was entered, where the office did so.
    pub entry: Option<ProposalEntry>,
    /// What it said before it was corrected.
    pub earlier: Vec<EarlierVersion>,
}

/// A session.
#[derive(Debug, Clone)]
pub struct OwnSession {
    /// What browser on what system.
    pub device: Option<String>,
    /// The place of the shared computer that it is on.
    pub workplace: Option<String>,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When the second factor was shown.
    pub second_factor_at: Option<Instant>,
}

/// A role.
#[derive(Debug, Clone)]
pub struct OwnRole {
    /// Its name.
    pub role: String,
    /// The round that it is for, by its name in addresses; all without one.
    pub round: Option<String>,
    /// The numbers of the departments that it is for; all without one.
    pub departments: Option<Vec<i64>>,
    /// Since when.
    pub given_at: Instant,
    /// Until when.
    pub taken_at: Option<Instant>,
}

/// A key for a program.
#[derive(Debug, Clone)]
pub struct OwnToken {
    /// Its random id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is good for.
    pub scope: String,
    /// When it was made.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
    /// When it was last used.
    pub last_used_at: Option<Instant>,
}

/// A mail.
#[derive(Debug, Clone)]
pub struct OwnMail {
    /// The message's name.
    pub message: String,
    /// The tag of its language.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// What it says, as JSON.
    pub parameters: String,
    /// How far it has come.
    pub state: String,
    /// Why it did not arrive.
    pub error: Option<String>,
    /// When it was written.
    pub created_at: Instant,
    /// When it left.
    pub sent_at: Option<Instant>,
    /// From when on it is of no use.
    pub expires_at: Option<Instant>,
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct OwnInvitation {
    /// The role.
    pub role: String,
    /// The round that it is for, by its name in addresses; all without one.
    pub round: Option<String>,
    /// The numbers of the departments that it is for; all without one.
    pub departments: Option<Vec<i64>>,
    /// When it was sent.
    pub invited_at: Instant,
    /// Until when it is good.
    pub expires_at: Instant,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// When it was taken back.
    pub withdrawn_at: Option<Instant>,
}

type Time = NaiveDateTime;

fn at(time: Time) -> Instant {
    Instant::from_utc(time)
}

fn maybe(time: Option<Time>) -> Option<Instant> {
    time.map(at)
}

/// All that is kept of an account, of its address and under its names.
///
/// # Errors
/// When there is no such account or the database fails.
pub fn find_own_data(
    conn: &mut Conn,
    account: AccountId,
    (email, refs): (Option<&Email>, &AccountRefs),
) -> Result<OwnData, StoreError> {
    let id = account.value();
    let row = accounts::table.find(id).select((
        accounts::used_on,
        (accounts::warned_on, accounts::warnings_lost),
        accounts::disabled_at,
    ));
    let (used_on, (warned_on, warnings_lost), closed) =
        row.first::<(NaiveDate, (Option<NaiveDate>, i64), Option<Time>)>(conn)?;
    let change = address_changes::table.find(id).select((address_changes::email, address_changes::expires_at));
    let change = change.first::<(String, Time)>(conn).optional()?;
    let factor = second_factors::table.find(id).select(second_factors::confirmed_at).first::<Time>(conn).optional()?;
    let pending = pending_second_factors::table.find(id).select(pending_second_factors::created_at);
    let papers = recovery_codes::table.filter(recovery_codes::account_id.eq(id)).order(recovery_codes::mac);
    let spellings = email.map_or_else(Vec::new, |email| email.spellings().to_vec());
    Ok(OwnData {
        used_on,
        warned_on,
        warnings_lost,
        closed_at: maybe(closed),
        address_change: change.map(|(email, expires)| (email, at(expires))),
        second_factor: maybe(factor),
        pending_second_factor: maybe(pending.first::<Time>(conn).optional()?),
        recovery_codes: papers
            .select(recovery_codes::used_at)
            .load::<Option<Time>>(conn)?
            .into_iter()
            .map(maybe)
            .collect(),
        sessions: list_own_sessions(conn, id)?,
        roles: list_own_roles(conn, id)?,
        tokens: list_own_tokens(conn, id)?,
        mails: list_own_mails(conn, &spellings)?,
        invitations: list_own_invitations(conn, &spellings)?,
        sign_ins: list_own_sign_ins(conn, &spellings)?,
        proposals: own_proposals(conn, (&spellings, refs))?,
        supports: list_supported_by(conn, refs)?,
        questions: list_questions_of(conn, &spellings)?,
        reports: list_accessibility_reports_of(conn, &spellings)?,
        following: find_own_following(conn, &spellings)?,
    })
}

fn list_own_sessions(conn: &mut Conn, account: i64) -> Result<Vec<OwnSession>, StoreError> {
    type Row = ((Option<String>, Option<String>), (Time, Time, Time, Option<Time>));
    let rows = sessions::table
        .left_join(workplaces::table)
        .filter(sessions::account_id.eq(account))
        .order((sessions::opened_at, sessions::handle))
        .select((
            (sessions::device, workplaces::name.nullable()),
            (sessions::opened_at, sessions::seen_at, sessions::expires_at, sessions::second_factor_at),
        ))
        .load::<Row>(conn)?;
    let read = |((device, workplace), (opened, seen, expires, factor)): Row| OwnSession {
        device,
        workplace,
        opened_at: at(opened),
        seen_at: at(seen),
        expires_at: at(expires),
        second_factor_at: maybe(factor),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn list_own_roles(conn: &mut Conn, account: i64) -> Result<Vec<OwnRole>, StoreError> {
    type Row = ((i64, bool), (String, Option<String>), Time, Option<Time>);
    let rows = office_roles::table
        .left_join(rounds::table)
        .filter(office_roles::account_id.eq(account))
        .order(office_roles::id)
        .select((
            (office_roles::id, office_roles::every_department),
            (office_roles::role, rounds::slug.nullable()),
            office_roles::given_at,
            office_roles::taken_at,
        ))
        .load::<Row>(conn)?;
    let listed = office_role_departments::table
        .inner_join(office_roles::table)
        .filter(office_roles::account_id.eq(account))
        .order(office_role_departments::department_id)
        .select((office_role_departments::office_role_id, office_role_departments::department_id))
        .load(conn)?;
    let read = |((id, every), (role, round), given, taken): Row| OwnRole {
        role,
        round,
        departments: departments_of(id, every, &listed),
        given_at: at(given),
        taken_at: maybe(taken),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The departments of a role or an invitation, out of rows that name both.
fn departments_of(id: i64, every: bool, listed: &[(i64, i64)]) -> Option<Vec<i64>> {
    let own = listed.iter().filter(|(of, _)| *of == id).map(|(_, department)| *department);
    if every { None } else { Some(own.collect()) }
}

fn list_own_tokens(conn: &mut Conn, account: i64) -> Result<Vec<OwnToken>, StoreError> {
    type Row = ((String, String, String), (Time, Time, Option<Time>, Option<Time>));
    let rows = api_tokens::table
        .filter(api_tokens::account_id.eq(account))
        .order((api_tokens::created_at, api_tokens::jti))
        .select((
            (api_tokens::jti, api_tokens::name, api_tokens::scope),
            (api_tokens::created_at, api_tokens::expires_at, api_tokens::revoked_at, api_tokens::last_used_at),
        ))
        .load::<Row>(conn)?;
    let read = |((id, name, scope), (created, expires, revoked, used)): Row| OwnToken {
        id,
        name,
        scope,
        created_at: at(created),
        expires_at: at(expires),
        revoked_at: maybe(revoked),
        last_used_at: maybe(used),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn list_own_mails(conn: &mut Conn, spellings: &[String]) -> Result<Vec<OwnMail>, StoreError> {
    type Row = ((String, String, String, String), (String, Option<String>), (Time, Option<Time>, Option<Time>));
    let rows = mails::table
        .filter(mails::recipient.eq_any(spellings))
        .order(mails::id)
        .select((
            (mails::message, mails::language, mails::recipient, mails::parameters),
            (mails::state, mails::error),
            (mails::created_at, mails::sent_at, mails::expires_at),
        ))
        .load::<Row>(conn)?;
    let read = |((message, language, recipient, parameters), (state, error), (created, sent, expires)): Row| OwnMail {
        message,
        language,
        recipient,
        parameters,
        state,
        error,
        created_at: at(created),
        sent_at: maybe(sent),
        expires_at: maybe(expires),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn list_own_invitations(conn: &mut Conn, spellings: &[String]) -> Result<Vec<OwnInvitation>, StoreError> {
    type Row = ((i64, bool), (String, Option<String>), (Time, Time), (Option<Time>, Option<Time>));
    let rows = invitations::table
        .left_join(rounds::table)
        .filter(invitations::email.eq_any(spellings))
        .order(invitations::id)
        .select((
            (invitations::id, invitations::every_department),
            (invitations::role, rounds::slug.nullable()),
            (invitations::invited_at, invitations::expires_at),
            (invitations::accepted_at, invitations::withdrawn_at),
        ))
        .load::<Row>(conn)?;
    let listed = invitation_departments::table
        .inner_join(invitations::table)
        .filter(invitations::email.eq_any(spellings))
        .order(invitation_departments::department_id)
        .select((invitation_departments::invitation_id, invitation_departments::department_id))
        .load(conn)?;
    let read = |((id, every), (role, round), (invited, expires), (accepted, withdrawn)): Row| OwnInvitation {
        role,
        round,
        departments: departments_of(id, every, &listed),
        invited_at: at(invited),
        expires_at: at(expires),
        accepted_at: maybe(accepted),
        withdrawn_at: maybe(withdrawn),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn list_own_sign_ins(
    conn: &mut Conn,
    spellings: &[String],
) -> Result<Vec<(Instant, Instant, Option<Instant>)>, StoreError> {
    let rows = sign_ins::table
        .filter(sign_ins::email.eq_any(spellings))
        .order(sign_ins::id)
        .select((sign_ins::created_at, sign_ins::expires_at, sign_ins::used_at))
        .load::<(Time, Time, Option<Time>)>(conn)?;
    Ok(rows.into_iter().map(|(created, expires, used)| (at(created), at(expires), maybe(used))).collect())
}

fn own_proposals(conn: &mut Conn, of: (&[String], &AccountRefs)) -> Result<Vec<OwnProposal>, StoreError> {
    let own = list_proposals_of(conn, of)?.into_iter();
    own.map(|(proposal, offers)| {
        let (entry, earlier) = (find_entry_of_office(conn, proposal.id)?, list_versions(conn, proposal.id)?);
        Ok(OwnProposal { proposal, offers, entry, earlier })
    })
    .collect()
}
