//! Invitations into the office: a role that waits for somebody with a certain address.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::roles::read_departments;
use super::schema::{invitation_departments, invitations};
use crate::domain::email::Email;
use crate::domain::ids::{DepartmentId, RoundId};
use crate::domain::role::{Departments, Grant, Mandate, Role};
use crate::domain::time::Instant;
use crate::secrecy::TokenHash;

/// An invitation to be sent.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// What names it in forms.
    pub handle: String,
    /// The hash of the link's token.
    pub link: TokenHash,
    /// Who is invited.
    pub email: Email,
    /// What they are to be entrusted with.
    pub mandate: Mandate,
    /// Until when it is good.
    pub expires_at: Instant,
}

/// An invitation as it was sent.
#[derive(Debug, Clone)]
pub struct Invitation {
    id: i64,
    /// What names it in forms.
    pub handle: String,
    /// Who is invited.
    pub email: Email,
    /// What they are to be entrusted with.
    pub mandate: Mandate,
    /// When it was sent.
    pub invited_at: Instant,
    /// Until when it is good.
    pub expires_at: Instant,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// When it was taken back.
    pub withdrawn_at: Option<Instant>,
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// It waits to be accepted.
    Open,
    /// It was accepted.
    Accepted,
    /// It was taken back.
    Withdrawn,
    /// Its time is over.
    Expired,
}

impl Invitation {
    /// What became of it by now.
    #[must_use]
    pub fn state(&self, now: Instant) -> InvitationState {
        match (self.accepted_at, self.withdrawn_at) {
            (Some(_), _) => InvitationState::Accepted,
            (None, Some(_)) => InvitationState::Withdrawn,
            (None, None) if self.expires_at <= now => InvitationState::Expired,
            (None, None) => InvitationState::Open,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
struct InvitationRow {
    id: i64,
    handle: String,
    email: String,
    role: String,
    round_id: Option<i64>,
    invited_at: chrono::NaiveDateTime,
    expires_at: chrono::NaiveDateTime,
    accepted_at: Option<chrono::NaiveDateTime>,
    withdrawn_at: Option<chrono::NaiveDateTime>,
    every_department: bool,
}

impl InvitationRow {
    /// The invitation, with what is listed for it among the departments of all invitations.
    fn complete(self, listed: &[(i64, i64)]) -> Result<Invitation, StoreError> {
        let row = self;
        let own = listed.iter().filter(|(invitation, _)| *invitation == row.id);
        let listed: BTreeSet<DepartmentId> = own.map(|(_, department)| DepartmentId::new(*department)).collect();
        let corrupt = |column| StoreError::corrupt("invitations", column, &row.id.to_string());
        let role = Role::parse(&row.role).ok_or_else(|| corrupt("role"))?;
        Ok(Invitation {
            id: row.id,
            email: Email::parse_kept(&row.email).map_err(|_| corrupt("email"))?,
            mandate: Mandate {
                grant: Grant { role, round: row.round_id.map(RoundId::new) },
                departments: read_departments(row.every_department, listed),
            },
            handle: row.handle,
            invited_at: Instant::from_utc(row.invited_at),
            expires_at: Instant::from_utc(row.expires_at),
            accepted_at: row.accepted_at.map(Instant::from_utc),
            withdrawn_at: row.withdrawn_at.map(Instant::from_utc),
        })
    }
}

/// The departments of every invitation that lists some: there are few, since invitations are swept away.
fn list_listed(conn: &mut Conn) -> Result<Vec<(i64, i64)>, StoreError> {
    let columns = (invitation_departments::invitation_id, invitation_departments::department_id);
    Ok(invitation_departments::table.select(columns).load(conn)?)
}

/// Writes an invitation.
///
/// # Errors
/// [`StoreError::Violation`] when a department is not there; or when the database fails.
pub fn insert_invitation(conn: &mut Conn, new: &NewInvitation, now: Instant) -> Result<(), StoreError> {
    let Mandate { grant, departments } = &new.mandate;
    let id: i64 = diesel::insert_into(invitations::table)
        .values((
            invitations::handle.eq(&new.handle),
            invitations::link_hash.eq(new.link.as_bytes().as_slice()),
            invitations::email.eq(new.email.as_str()),
            invitations::role.eq(grant.role.as_str()),
            invitations::round_id.eq(grant.round.map(RoundId::value)),
            invitations::every_department.eq(*departments == Departments::All),
            invitations::invited_at.eq(now.to_utc()),
            invitations::expires_at.eq(new.expires_at.to_utc()),
        ))
        .returning(invitations::id)
        .get_result(conn)?;
    for department in departments.listed() {
        diesel::insert_into(invitation_departments::table)
            .values((
                invitation_departments::invitation_id.eq(id),
                invitation_departments::department_id.eq(department.value()),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The invitation whose link carries a token, whatever became of it.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_invitation_by_link(conn: &mut Conn, link: &TokenHash) -> Result<Option<Invitation>, StoreError> {
    let row = invitations::table.filter(invitations::link_hash.eq(link.as_bytes().as_slice()));
    let row = row.select(InvitationRow::as_select()).first(conn).optional()?;
    let listed = list_listed(conn)?;
    row.map(|row| row.complete(&listed)).transpose()
}

/// The invitation with a handle, whatever became of it.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_invitation(conn: &mut Conn, handle: &str) -> Result<Option<Invitation>, StoreError> {
    let row = invitations::table.filter(invitations::handle.eq(handle));
    let row = row.select(InvitationRow::as_select()).first(conn).optional()?;
    let listed = list_listed(conn)?;
    row.map(|row| row.complete(&listed)).transpose()
}

/// The invitations that wait, those that are over last; the newest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_open_invitations(conn: &mut Conn) -> Result<Vec<Invitation>, StoreError> {
    let open = invitations::accepted_at.is_null().and(invitations::withdrawn_at.is_null());
    let rows = invitations::table.filter(open).order((invitations::expires_at.desc(), invitations::id.desc()));
    let rows = rows.select(InvitationRow::as_select()).load(conn)?;
    let listed = list_listed(conn)?;
    rows.into_iter().map(|row| row.complete(&listed)).collect()
}

/// Takes back all invitations of an address to a role that still wait.
///
/// # Errors
/// When the database fails.
pub fn update_invitations_withdrawn(
    conn: &mut Conn,
    email: &Email,
    grant: Grant,
    now: Instant,
) -> Result<(), StoreError> {
    let waiting = invitations::table
        .filter(invitations::email.eq_any(email.spellings()).and(invitations::role.eq(grant.role.as_str())))
        .filter(invitations::accepted_at.is_null().and(invitations::withdrawn_at.is_null()));
    let withdrawn = invitations::withdrawn_at.eq(now.to_utc());
    match grant.round {
        Some(round) => {
            diesel::update(waiting.filter(invitations::round_id.eq(round.value()))).set(withdrawn).execute(conn)?
        }
        None => diesel::update(waiting.filter(invitations::round_id.is_null())).set(withdrawn).execute(conn)?,
    };
    Ok(())
}

/// Deletes all invitations to an address.
///
/// # Errors
/// When the database fails.
pub fn delete_invitations_to(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    diesel::delete(invitations::table.filter(invitations::email.eq_any(email.spellings()))).execute(conn)?;
    Ok(())
}

/// Accepts an invitation. Answers whether it still waited.
///
/// # Errors
/// When the database fails.
pub fn update_invitation_accepted(conn: &mut Conn, invitation: &Invitation, now: Instant) -> Result<bool, StoreError> {
    let waiting = invitations::table
        .find(invitation.id)
        .filter(invitations::accepted_at.is_null().and(invitations::withdrawn_at.is_null()))
        .filter(invitations::expires_at.gt(now.to_utc()));
    Ok(diesel::update(waiting).set(invitations::accepted_at.eq(now.to_utc())).execute(conn)? == 1)
}

/// Takes an invitation back. Answers whether it still waited.
///
/// # Errors
/// When the database fails.
pub fn update_invitation_withdrawn(conn: &mut Conn, invitation: &Invitation, now: Instant) -> Result<bool, StoreError> {
    let waiting = invitations::table
        .find(invitation.id)
        .filter(invitations::accepted_at.is_null().and(invitations::withdrawn_at.is_null()));
    Ok(diesel::update(waiting).set(invitations::withdrawn_at.eq(now.to_utc())).execute(conn)? == 1)
}
