//! What people are writing and have not sent yet. A draft is found by its change code alone.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::proposal_drafts;
use crate::domain::ids::RoundId;
use crate::domain::time::Instant;
use crate::secrecy::ChangeMac;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The round that it is for.
    pub round: RoundId,
    /// The fields as they were typed, as whoever wrote them reads them again.
    pub fields: String,
    /// When it is deleted.
    pub expires_at: Instant,
}

/// Keeps a draft in place of the one under the same code.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_draft(
    conn: &mut Conn,
    code: &ChangeMac,
    draft: &Draft,
    now: Instant,
) -> Result<(), StoreError> {
    delete_draft(conn, code)?;
    diesel::insert_into(proposal_drafts::table)
        .values((
            proposal_drafts::code_mac.eq(code.as_bytes().as_slice()),
            proposal_drafts::round_id.eq(draft.round.value()),
            proposal_drafts::fields.eq(&draft.fields),
            proposal_drafts::updated_at.eq(now.to_utc()),
            proposal_drafts::expires_at.eq(draft.expires_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The draft under a code, unless its time is over.
///
/// # Errors
/// When the database fails.
pub fn find_draft(conn: &mut Conn, code: &ChangeMac, now: Instant) -> Result<Option<Draft>, StoreError> {
    let row = proposal_drafts::table
        .find(code.as_bytes().as_slice())
        .filter(proposal_drafts::expires_at.gt(now.to_utc()))
        .select((proposal_drafts::round_id, proposal_drafts::fields, proposal_drafts::expires_at))
        .first::<(i64, String, chrono::NaiveDateTime)>(conn)
        .optional()?;
    Ok(row.map(|(round, fields, expires_at)| Draft {
        round: RoundId::new(round),
        fields,
        expires_at: Instant::from_utc(expires_at),
    }))
}

/// Removes the draft under a code, if there is one.
///
/// # Errors
/// When the database fails.
pub fn delete_draft(conn: &mut Conn, code: &ChangeMac) -> Result<(), StoreError> {
    diesel::delete(proposal_drafts::table.find(code.as_bytes().as_slice())).execute(conn)?;
    Ok(())
}
