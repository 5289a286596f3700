//! Why an act on the people of the office is refused.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::ids::PersonnelSerial;
use crate::mail::MailSecretError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;
use crate::store::invitations::InvitationState;

/// Why an act on the people of the office was not done. Nothing was changed.
#[derive(Debug, Error)]
pub enum PeopleError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The person has the role already, for this round or for all.
    #[error("the person has this role already")]
    HeldAlready,
    /// The person does not have the role, or not any more.
    #[error("the person does not have this role")]
    NotHeld,
    /// No department is named.
    #[error("no department is named")]
    NoDepartment,
    /// A department is not there, or not any more, or the role is not for departments.
    #[error("a department is not offered for this role")]
    DepartmentNotOffered,
    /// Somebody else changed the departments meanwhile.
    #[error("somebody else changed the departments meanwhile")]
    ChangedMeanwhile,
    /// The same invitation waits already.
    #[error("the same invitation waits already")]
    InvitedAlready,
    /// The invitation does not wait any more.
    #[error("the invitation does not wait any more: {0:?}")]
    InvitationOver(InvitationState),
    /// The invitation is for another address than the account's.
    #[error("the invitation is for another address")]
    NotInvited,
    /// Nobody would know what to call the person.
    #[error("the person has no name")]
    NameMissing,
    /// The account is closed.
    #[error("the account is closed")]
    Closed,
    /// The account is open.
    #[error("the account is open")]
    NotClosed,
    /// The account has no way in: it has no address, and the code of this slip was withdrawn. Another code opens it.
    #[error("the code of slip {0} was withdrawn")]
    CodeWithdrawn(PersonnelSerial),
    /// Without this person nobody would be left to administer everything.
    #[error("nobody would be left to administer everything")]
    LastAdministrator,
    /// The account has no second factor.
    #[error("the account has no second factor")]
    NoSecondFactor,
    /// The account has the address already.
    #[error(
        "the account has this address already, so nothing was changed; its owner signs in with a link that the service \
         sends there"
    )]
    AddressHeld,
    /// Another account has the address.
    #[error(
        "another account has this address; its owner can delete that account on its page \"My account\", or you give it \
         another address first"
    )]
    AddressTaken,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The secret of the mail cannot be sealed.
    #[error(transparent)]
    Secret(#[from] MailSecretError),
    /// The database failed, or there is no such person, round or invitation.
    #[error(transparent)]
    Store(#[from] StoreError),
}
