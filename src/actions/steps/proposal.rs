//! What every act on a proposal ends with: an entry in the record, and a mail to its author.

use super::enqueue::{Outgoing, enqueue};
use super::record::{RecordIds, append};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::Actor;
use crate::domain::round::Round;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::canonical::Value;
use crate::record::{Act, Subject};
use crate::store::proposals::{Proposal, find_author};
use crate::store::{StoreError, Tx};

/// Enters what was done with a proposal: its number, and whatever else the act says.
///
/// # Errors
/// When the database fails.
pub fn enter_on_proposal<const N: usize>(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    (act, round, number): (Act, &Round, ProposalNumber),
    more: [(&'static str, Value); N],
) -> Result<(), StoreError> {
    let details = [("proposal", i64::from(number.value()).into())].into_iter().chain(more);
    append(tx, ids, actor, act, (Some(round.id), Subject::Round(round.public_id)), details)
}

/// Writes the act's mail at `place` to the author of a proposal, if there is an address, in the language of the proposal.
///
/// # Errors
/// When the act has a mail at that place already, or the database fails.
pub fn tell_author(
    tx: &mut Tx<'_>,
    (ids, place): (&MessageIds, usize),
    proposal: &Proposal,
    message: &Message,
) -> Result<(), StoreError> {
    let Some(recipient) = find_author(tx, proposal.id)? else { return Ok(()) };
    let language = Language::from_code(&proposal.language).unwrap_or_default();
    enqueue(tx, ids, place, Outgoing::new(message, &recipient, language))
}
