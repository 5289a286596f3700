//! Who supports which proposal, under pseudonyms, and how many: the number stands beside the rows, so that no page counts
//! them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::proposals::read_number;
use super::schema::{proposals, support_counts, supports};
use crate::domain::ids::{ProposalId, ProposalNumber, RoundId};
use crate::secrecy::{AccountRefs, SupporterRef};

/// How many people support each of these proposals; one that nobody supports is left out.
///
/// # Errors
/// When the database fails.
pub fn list_support_counts(conn: &mut Conn, of: &[ProposalId]) -> Result<BTreeMap<ProposalId, i64>, StoreError> {
    if of.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = support_counts::table.filter(support_counts::proposal_id.eq_any(of.iter().map(|id| id.value())));
    let rows = rows.select((support_counts::proposal_id, support_counts::supporters)).load::<(i64, i64)>(conn)?;
    Ok(rows.into_iter().map(|(id, count)| (ProposalId::new(id), count)).collect())
}

/// How many people support a proposal.
///
/// # Errors
/// When the database fails.
pub fn find_support_count(conn: &mut Conn, proposal: ProposalId) -> Result<i64, StoreError> {
    Ok(list_support_counts(conn, &[proposal])?.into_values().next().unwrap_or(0))
}

/// Which of these proposals somebody supports.
///
/// # Errors
/// When the database fails.
pub fn list_supported(
    conn: &mut Conn,
    of: &[ProposalId],
    supporter: &SupporterRef,
) -> Result<BTreeSet<ProposalId>, StoreError> {
    if of.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = supports::table
        .filter(supports::proposal_id.eq_any(of.iter().map(|id| id.value())))
        .filter(supports::supporter_ref.eq(supporter.as_bytes().as_slice()))
        .select(supports::proposal_id)
        .load::<i64>(conn)?;
    Ok(rows.into_iter().map(ProposalId::new).collect())
}

/// Notes that somebody supports a proposal, and counts it.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody did so at the same moment, be it the same person; or when the database fails.
pub fn insert_support(conn: &mut Conn, proposal: ProposalId, supporter: &SupporterRef) -> Result<(), StoreError> {
    let row = (supports::proposal_id.eq(proposal.value()), supports::supporter_ref.eq(supporter.as_bytes().as_slice()));
    diesel::insert_into(supports::table).values(row).execute(conn)?;
    if update_count(conn, &[proposal.value()], 1)? == 0 {
        let first = (support_counts::proposal_id.eq(proposal.value()), support_counts::supporters.eq(1));
        diesel::insert_into(support_counts::table).values(first).execute(conn)?;
    }
    Ok(())
}

/// Takes a support back, and counts it no more. Answers whether there was one.
///
/// # Errors
/// When the database fails.
pub fn delete_support(conn: &mut Conn, proposal: ProposalId, supporter: &SupporterRef) -> Result<bool, StoreError> {
    let row = supports::table.find((proposal.value(), supporter.as_bytes().as_slice()));
    let is_gone = diesel::delete(row).execute(conn)? == 1;
    if is_gone {
        update_count(conn, &[proposal.value()], -1)?;
    }
    Ok(is_gone)
}

fn update_count(conn: &mut Conn, of: &[i64], by: i64) -> Result<usize, StoreError> {
    let rows = support_counts::table.filter(support_counts::proposal_id.eq_any(of));
    Ok(diesel::update(rows).set(support_counts::supporters.eq(support_counts::supporters + by)).execute(conn)?)
}

/// Forgets what an account supports. In the rounds that still take supports it counts no more; elsewhere the number stands.
///
/// # Errors
/// When the database fails.
pub fn delete_supports_of(conn: &mut Conn, refs: &AccountRefs, taking: &[RoundId]) -> Result<(), StoreError> {
    for (round, supporter) in &refs.supporters {
        let own = supports::table.filter(supports::supporter_ref.eq(supporter.as_bytes().as_slice()));
        if taking.contains(round) {
            for slice in own.select(supports::proposal_id).load::<i64>(conn)?.chunks(500) {
                update_count(conn, slice, -1)?;
            }
        }
        diesel::delete(own).execute(conn)?;
    }
    Ok(())
}

/// The numbers of all proposals that an account supports.
///
/// # Errors
/// When the database fails or holds something unknown.
pub(super) fn list_supported_by(conn: &mut Conn, refs: &AccountRefs) -> Result<Vec<ProposalNumber>, StoreError> {
    let names = refs.supporters.iter().map(|(_, supporter)| supporter.as_bytes().to_vec());
    let numbers = supports::table
        .inner_join(proposals::table)
        .filter(supports::supporter_ref.eq_any(names))
        .order(proposals::number)
        .select(proposals::number)
        .load::<i64>(conn)?;
    numbers.into_iter().map(read_number).collect()
}
