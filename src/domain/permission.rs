//! Who may do what, in one place.

use std::collections::BTreeSet;

use super::ids::{AccountId, RollId};
use super::round::words;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Nobody known.
    Anonymous,
    /// Somebody who showed the way to a row of the roll.
    Voter(RollId),
    /// Somebody who is signed in.
    Member(AccountId),
    /// Whoever runs the program on the machine.
    CommandLine,
    /// The program itself: the clock, a job.
    System,
}

words! {
    /// What the organisation entrusts somebody with.
    Role {
        /// Sets up rounds, closes, certifies, publishes.
        Administrator = "administrator",
    }
}

/// An act that somebody may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// Hand in a ballot.
    CastBallot,
    /// Make a round, be it by import.
    MakeRound,
    /// Make a round public.
    PublishRound,
    /// Make a batch of letter codes.
    MakeCodes,
    /// Move the end of voting to a later time.
    ExtendVoting,
    /// End voting before its time.
    CloseVotingEarly,
    /// Note that voting has ended, once its time is over.
    CloseVoting,
    /// Sign for the box to be opened and the count to begin.
    CertifyRound,
    /// Open the box, count, and write down what came out.
    CountRound,
    /// Make the result public.
    PublishResult,
    /// Change the organisation's name, help and texts.
    EditOrganisation,
    /// Give somebody an account with a role.
    CreateAccount,
    /// Read all entries of the record, with the names of those who acted.
    ReadWholeRecord,
}

/// Why somebody may not; each is a key for the words on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// Nobody is signed in.
    NotSignedIn,
    /// Signed in, but without the role.
    RoleMissing,
    /// Only somebody on the roll may.
    NotOnTheRoll,
    /// Only the program itself may.
    OnlyTheProgram,
}

/// Whether an actor with these roles may do something.
///
/// # Errors
/// The reason why not.
pub fn require(actor: Actor, roles: &BTreeSet<Role>, permission: Permission) -> Result<(), Denial> {
    match permission {
        Permission::CastBallot => match actor {
            Actor::Voter(_) => Ok(()),
            Actor::Anonymous | Actor::Member(_) | Actor::CommandLine | Actor::System => Err(Denial::NotOnTheRoll),
        },
        Permission::CountRound => match actor {
            Actor::System | Actor::CommandLine => Ok(()),
            Actor::Anonymous | Actor::Voter(_) | Actor::Member(_) => Err(Denial::OnlyTheProgram),
        },
        Permission::MakeRound
        | Permission::PublishRound
        | Permission::MakeCodes
        | Permission::ExtendVoting
        | Permission::CloseVotingEarly
        | Permission::CloseVoting
        | Permission::CertifyRound
        | Permission::PublishResult
        | Permission::EditOrganisation
        | Permission::CreateAccount
        | Permission::ReadWholeRecord => match actor {
            Actor::System | Actor::CommandLine => Ok(()),
            Actor::Member(_) if roles.contains(&Role::Administrator) => Ok(()),
            Actor::Member(_) => Err(Denial::RoleMissing),
            Actor::Anonymous | Actor::Voter(_) => Err(Denial::NotSignedIn),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(actor: Actor, roles: &[Role], permission: Permission) -> Result<(), Denial> {
        require(actor, &roles.iter().copied().collect(), permission)
    }

    #[test]
    fn a_signature_takes_an_administrator() {
        let member = Actor::Member(AccountId::new(1));

        assert_eq!(allowed(member, &[Role::Administrator], Permission::CertifyRound), Ok(()));
        assert_eq!(allowed(member, &[], Permission::CertifyRound), Err(Denial::RoleMissing));
        assert_eq!(allowed(Actor::Anonymous, &[], Permission::CertifyRound), Err(Denial::NotSignedIn));
        assert_eq!(allowed(Actor::Voter(RollId::new(1)), &[], Permission::CertifyRound), Err(Denial::NotSignedIn));
    }

    #[test]
    fn only_the_roll_votes_not_even_an_administrator() {
        let member = Actor::Member(AccountId::new(1));

        assert_eq!(allowed(Actor::Voter(RollId::new(1)), &[], Permission::CastBallot), Ok(()));
        assert_eq!(allowed(member, &[Role::Administrator], Permission::CastBallot), Err(Denial::NotOnTheRoll));
        assert_eq!(allowed(Actor::System, &[], Permission::CastBallot), Err(Denial::NotOnTheRoll));
    }

    #[test]
    fn nobody_counts_by_hand() {
        let member = Actor::Member(AccountId::new(1));

        assert_eq!(allowed(member, &[Role::Administrator], Permission::CountRound), Err(Denial::OnlyTheProgram));
        assert_eq!(allowed(Actor::System, &[], Permission::CountRound), Ok(()));
    }
}
