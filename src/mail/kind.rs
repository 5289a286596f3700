//! Whom messages are for, and whether they can be stopped.

use super::message::Message;

/// Whom a message is for, and whether they can do without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody needs it for what they did themselves; nobody can unsubscribe.
    Service,
    /// The office needs it for its work.
    Staff,
    /// Somebody asked for it once and can stop it by one click.
    Optional,
}

impl Message {
    /// Whom it is for.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::VotingClosed { .. } | Self::ResultCounted { .. } | Self::TestMail => Kind::Staff,
            Self::FollowedNews { .. } => Kind::Optional,
            Self::SignIn
            | Self::ConfirmAddress
            | Self::AddressChanged
            | Self::AddressSet { .. }
            | Self::Invitation { .. }
            | Self::RoleGiven { .. }
            | Self::RoleTaken { .. }
            | Self::DepartmentsChanged { .. }
            | Self::NewDevice { .. }
            | Self::PasswordSet
            | Self::PasswordRemoved
            | Self::SecondFactorSet
            | Self::SecondFactorReset
            | Self::RecoveryCodesRenewed
            | Self::AccountClosed
            | Self::AccountReopened
            | Self::PersonnelCodeReplaced
            | Self::PersonnelCodeWithdrawn
            | Self::AccountUnused { .. }
            | Self::ClosedAccountUnused { .. }
            | Self::AccountDeleted
            | Self::AccessibilityReportReceived { .. }
            | Self::AccessibilityReportAnswered { .. }
            | Self::QuestionReceived { .. }
            | Self::QuestionAnswered { .. }
            | Self::QuestionSetAside { .. }
            | Self::ConfirmFollow { .. }
            | Self::ProposalReceived { .. }
            | Self::ProposalEntered { .. }
            | Self::ProposalCorrected { .. }
            | Self::ProposalCodeRenewed { .. }
            | Self::ProposalHidden { .. }
            | Self::ProposalRestored { .. }
            | Self::ProposalNameHidden { .. }
            | Self::ProposalNameRestored { .. }
            | Self::ProposalQuestion { .. }
            | Self::ProposalDecided { .. }
            | Self::ProposalExcluded { .. }
            | Self::ProposalJoined { .. }
            | Self::CouncilDecisionTakenBack { .. }
            | Self::CouncilDecided { .. }
            | Self::BallotRecorded { .. } => Kind::Service,
        }
    }
}
