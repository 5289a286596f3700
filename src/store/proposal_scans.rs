//! The paper that proposals were entered from. The files lie elsewhere, under their hash; a row that is removed is read by
//! nobody any more, and the daily deletion takes file and row away.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{proposal_scans, proposals};
use crate::domain::email::Email;
use crate::domain::ids::ProposalId;
use crate::domain::personal_data::Rule;
use crate::domain::time::Instant;

/// A scan that lies among the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// The hash of its file.
    pub content_hash: String,
    /// `jpeg` or `pdf`.
    pub media_type: String,
}

/// Attaches a scan to a proposal.
///
/// # Errors
/// When the proposal has one, or the database fails.
pub fn insert_scan(conn: &mut Conn, proposal: ProposalId, scan: &Scan, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(proposal_scans::table)
        .values((
            proposal_scans::proposal_id.eq(proposal.value()),
            proposal_scans::content_hash.eq(&scan.content_hash),
            proposal_scans::media_type.eq(&scan.media_type),
            proposal_scans::added_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The scan of a proposal, as long as it may be read.
///
/// # Errors
/// When the database fails.
pub fn find_scan(conn: &mut Conn, proposal: ProposalId) -> Result<Option<Scan>, StoreError> {
    let own = proposal_scans::proposal_id.eq(proposal.value()).and(proposal_scans::removed_at.is_null());
    let row = proposal_scans::table.filter(own).select((proposal_scans::content_hash, proposal_scans::media_type));
    let row: Option<(String, String)> = row.first(conn).optional()?;
    Ok(row.map(|(content_hash, media_type)| Scan { content_hash, media_type }))
}

/// Lets nobody read the scan of a proposal any more.
///
/// # Errors
/// When the database fails.
pub fn update_scan_removed(conn: &mut Conn, proposal: ProposalId, now: Instant) -> Result<(), StoreError> {
    diesel::update(proposal_scans::table.filter(proposal_scans::proposal_id.eq(proposal.value())))
        .set(proposal_scans::removed_at.eq(now.to_utc()))
        .execute(conn)?;
    Ok(())
}

/// Lets nobody read the scans any more of proposals that name an address: of an account that is deleted.
///
/// # Errors
/// When the database fails.
pub fn update_scans_of_author_removed(conn: &mut Conn, email: &Email, now: Instant) -> Result<(), StoreError> {
    let theirs = proposals::table.filter(proposals::email.eq_any(email.spellings())).select(proposals::id);
    diesel::update(proposal_scans::table.filter(proposal_scans::proposal_id.eq_any(theirs)))
        .set(proposal_scans::removed_at.eq(now.to_utc()))
        .execute(conn)?;
    Ok(())
}

/// The hashes of scans that were removed or have had their time, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_overdue_scans(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<String>, StoreError> {
    let until = Rule::Scans.used_until(now).to_utc();
    let over = proposal_scans::added_at.le(until).or(proposal_scans::removed_at.is_not_null());
    let rows = proposal_scans::table.filter(over).order(proposal_scans::id).limit(limit);
    Ok(rows.select(proposal_scans::content_hash).load(conn)?)
}

/// Deletes the rows of files that are gone. Answers how many there were.
///
/// # Errors
/// When the database fails.
pub fn delete_scans(conn: &mut Conn, hashes: &[String]) -> Result<usize, StoreError> {
    Ok(diesel::delete(proposal_scans::table.filter(proposal_scans::content_hash.eq_any(hashes))).execute(conn)?)
}
