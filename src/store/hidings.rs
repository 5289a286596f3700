//! What was hidden of proposals by which rule, and whether it is shown again: for the figures of a round.

use std::collections::BTreeMap;

use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::hidings;
use crate::domain::ids::{ProposalId, RoundId};
use crate::domain::proposal::HidingRule;
use crate::domain::report::HiddenPart;
use crate::domain::time::Instant;
use crate::store::proposals::Proposal;

/// Notes that something of a proposal is hidden.
///
/// # Errors
/// When the database fails.
pub fn insert_hiding(
    conn: &mut Conn,
    proposal: &Proposal,
    (part, rule): (HiddenPart, HidingRule),
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(hidings::table)
        .values((
            hidings::proposal_id.eq(proposal.id.value()),
            hidings::round_id.eq(proposal.round.value()),
            hidings::part.eq(part.as_str()),
            hidings::rule.eq(rule.as_str()),
            hidings::hidden_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that it is shown again.
///
/// # Errors
/// When the database fails.
pub fn update_hiding_restored(
    conn: &mut Conn,
    proposal: &Proposal,
    part: HiddenPart,
    now: Instant,
) -> Result<(), StoreError> {
    let own = hidings::table
        .filter(hidings::proposal_id.eq(proposal.id.value()))
        .filter(hidings::part.eq(part.as_str()))
        .filter(hidings::restored_at.is_null());
    diesel::update(own).set(hidings::restored_at.eq(now.to_utc())).execute(conn)?;
    Ok(())
}

/// When the text of a proposal was hidden last.
///
/// # Errors
/// When the database fails.
pub fn find_last_hidden(conn: &mut Conn, proposal: ProposalId) -> Result<Option<Instant>, StoreError> {
    let own = hidings::table
        .filter(hidings::proposal_id.eq(proposal.value()))
        .filter(hidings::part.eq(HiddenPart::Text.as_str()));
    let last = own.select(max(hidings::hidden_at)).first::<Option<chrono::NaiveDateTime>>(conn)?;
    Ok(last.map(Instant::from_utc))
}

/// How often something was hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden {
    /// So often texts.
    pub texts: i64,
    /// So often names alone.
    pub names: i64,
    /// So many of both are shown again.
    pub restored: i64,
}

/// How often something was hidden in a round, by rule.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_hidings(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<HidingRule, Hidden>, StoreError> {
    let rows = hidings::table
        .filter(hidings::round_id.eq(round.value()))
        .group_by((hidings::part, hidings::rule))
        .select((hidings::part, hidings::rule, count_star(), count(hidings::restored_at)))
        .load::<(String, String, i64, i64)>(conn)?;
    let mut counts: BTreeMap<HidingRule, Hidden> = BTreeMap::new();
    for (part, rule, hidden, restored) in rows {
        let rule = HidingRule::parse(&rule).ok_or_else(|| StoreError::corrupt("hidings", "rule", &rule))?;
        let one = counts.entry(rule).or_default();
        match HiddenPart::parse(&part).ok_or_else(|| StoreError::corrupt("hidings", "part", &part))? {
            HiddenPart::Text => one.texts = hidden,
            HiddenPart::Name => one.names = hidden,
        }
        one.restored = one.restored.saturating_add(restored);
    }
    Ok(counts)
}
