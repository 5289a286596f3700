//! Changing how the ballot is filled in and counted.

use allmende_tally::Ties;

use super::part::{Edit, edit_part};
use super::refusal::SetUpError;
use crate::domain::format::BallotFormat;
use crate::domain::permission::Actor;
use crate::domain::rule::CountingRule;
use crate::domain::set_up::RoundPart;
use crate::store::Db;
use crate::store::set_up::update_ballot_and_rule;

/// The ballot and its rule as they are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditBallot {
    /// How people fill in a ballot.
    pub format: BallotFormat,
    /// How the profile becomes an allocation.
    pub rule: CountingRule,
    /// What decides between equal projects.
    pub ties: Ties,
}

/// Changes the ballot and its rule. Whether the rule suits ballots and areas is asked when the round is published: both
/// are edited one after the other.
///
/// # Errors
/// When the part cannot be changed as [`SetUpError`] says.
pub async fn edit_ballot(db: &Db, actor: Actor, edit: Edit, wanted: EditBallot) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Ballot, edit), move |tx, set_up| {
        Ok(update_ballot_and_rule(tx, set_up.round.id, (wanted.format, wanted.rule, &wanted.ties))?)
    })
    .await
}
