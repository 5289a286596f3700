//! By which words proposals are found; see `domain::search`.

use std::collections::BTreeSet;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{proposal_words, proposals};
use crate::domain::ids::{ProposalId, RoundId};
use crate::domain::proposal::ProposalState;

/// Keeps the words of a proposal in place of those that it had; none of one that nobody is to find.
///
/// # Errors
/// When the database fails.
pub fn replace_words(
    conn: &mut Conn,
    proposal: ProposalId,
    words: Option<(RoundId, &BTreeSet<String>)>,
) -> Result<(), StoreError> {
    let own = proposal_words::table.filter(proposal_words::proposal_id.eq(proposal.value()));
    diesel::delete(own).execute(conn)?;
    let Some((round, words)) = words else { return Ok(()) };
    for word in words {
        diesel::insert_into(proposal_words::table)
            .values((
                proposal_words::round_id.eq(round.value()),
                proposal_words::word.eq(word),
                proposal_words::proposal_id.eq(proposal.value()),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The public proposals of a round that share most of these words, at least `least` of them, best first and the older one
/// first among equals.
///
/// # Errors
/// When the database fails.
pub fn list_similar(
    conn: &mut Conn,
    round: RoundId,
    words: &BTreeSet<String>,
    (least, limit): (i64, i64),
) -> Result<Vec<ProposalId>, StoreError> {
    let rows = proposal_words::table
        .inner_join(proposals::table)
        .filter(proposal_words::round_id.eq(round.value()).and(proposal_words::word.eq_any(words)))
        .filter(proposals::state.eq(ProposalState::Received.as_str()))
        .group_by(proposal_words::proposal_id)
        .having(count_star().ge(least))
        .order((count_star().desc(), proposal_words::proposal_id))
        .limit(limit)
        .select(proposal_words::proposal_id);
    Ok(rows.load::<i64>(conn)?.into_iter().map(ProposalId::new).collect())
}
