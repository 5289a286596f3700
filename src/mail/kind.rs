//! Whom messages are for, whether they can be stopped, and whether they can wait for the morning.

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
            | Self::ProposalQuestionReminder { .. }
            | Self::ProposalDecided { .. }
            | Self::ProposalExcluded { .. }
            | Self::ProposalJoined { .. }
            | Self::CouncilDecisionTakenBack { .. }
            | Self::CouncilDecided { .. }
            | Self::BallotRecorded { .. } => Kind::Service,
        }
    }
    /// Whether it leaves at once, even at night: it carries a way in that somebody waits for, or it tells that one was
    /// changed, which its owner must hear of before whoever did it uses it. Everything else can wait for the morning.
    #[must_use]
    pub const fn is_urgent(&self) -> bool {
        match self {
            Self::SignIn
            | Self::ConfirmAddress
            | Self::Invitation { .. }
            | Self::ConfirmFollow { .. }
            | Self::ProposalReceived { .. }
            | Self::ProposalEntered { .. }
            | Self::ProposalCodeRenewed { .. }
            | Self::AddressChanged
            | Self::AddressSet { .. }
            | Self::NewDevice { .. }
            | Self::PasswordSet
            | Self::PasswordRemoved
            | Self::SecondFactorSet
            | Self::SecondFactorReset
            | Self::RecoveryCodesRenewed
            | Self::PersonnelCodeReplaced
            | Self::PersonnelCodeWithdrawn
            | Self::TestMail => true,
            Self::VotingClosed { .. }
            | Self::ResultCounted { .. }
            | Self::RoleGiven { .. }
            | Self::RoleTaken { .. }
            | Self::DepartmentsChanged { .. }
            | Self::AccountClosed
            | Self::AccountReopened
            | Self::AccountUnused { .. }
            | Self::ClosedAccountUnused { .. }
            | Self::AccountDeleted
            | Self::AccessibilityReportReceived { .. }
            | Self::AccessibilityReportAnswered { .. }
            | Self::QuestionReceived { .. }
            | Self::QuestionAnswered { .. }
            | Self::QuestionSetAside { .. }
            | Self::FollowedNews { .. }
            | Self::ProposalCorrected { .. }
            | Self::ProposalHidden { .. }
            | Self::ProposalRestored { .. }
            | Self::ProposalNameHidden { .. }
            | Self::ProposalNameRestored { .. }
            | Self::ProposalQuestion { .. }
            | Self::ProposalQuestionReminder { .. }
            | Self::ProposalDecided { .. }
            | Self::ProposalExcluded { .. }
            | Self::ProposalJoined { .. }
            | Self::CouncilDecisionTakenBack { .. }
            | Self::CouncilDecided { .. }
            | Self::BallotRecorded { .. } => false,
        }
    }
}
