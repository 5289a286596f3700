//! From the errors of the layers below. Each `match` is exhaustive, so that a new error cannot become a 500 unseen.

use super::{Code, WebError};
use crate::actions::accessibility_report::AccessibilityReportError;
use crate::actions::account::{
    ApiTokenError, AskToSignInError, ChangeAccountError, ChangeAddressError, CreateAdministratorError,
    DeleteAccountError, EnterByCodeError, EnterByMailError, SecondFactorError,
};
use crate::actions::ballot::{CastBallotError, EnterWithAccountError};
use crate::actions::council::CouncilError;
use crate::actions::department::DepartmentError;
use crate::actions::follow::FollowError;
use crate::actions::organisation::{EditOrganisationError, SendTestMailError};
use crate::actions::people::PeopleError;
use crate::actions::personnel::PersonnelError;
use crate::actions::proposal::ProposalError;
use crate::actions::question::QuestionError;
use crate::actions::report::ReportError;
use crate::actions::review::ReviewError;
use crate::actions::round::{PublishResultError, RoundError};
use crate::actions::round_set_up::SetUpError;
use crate::actions::shortlist::ShortlistError;
use crate::actions::steps::Forbidden;
use crate::actions::workplace::WorkplaceError;
use crate::domain::permission::Denial;
use crate::media::FilesError;
use crate::secrecy::KeyError;
use crate::secrecy::password::PasswordError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::{Fate, StoreError};
use crate::web::errors::view::VoteSafety;
use crate::web::templates::TemplateError;

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::not_found(),
            StoreError::Conflict => Self::Told(Code::Exists),
            StoreError::Full | StoreError::Busy(_) | StoreError::Collision(_) => Self::unavailable(Code::Busy, error),
            StoreError::DiskFull => Self::unavailable(Code::DiskFull, error),
            StoreError::ReadOnly => Self::unavailable(Code::ReadOnly, error),
            StoreError::Unavailable(_) | StoreError::Stopped => Self::unavailable(Code::Unreachable, error),
            StoreError::Unsure(ref cause) if matches!(**cause, StoreError::Unavailable(_) | StoreError::Stopped) => {
                Self::unavailable(Code::Unreachable, error)
            }
            StoreError::Violation(_)
            | StoreError::Corrupt { .. }
            | StoreError::Disk(_)
            | StoreError::Panicked
            | StoreError::Unsure(_)
            | StoreError::Database(_) => Self::fault(error),
        }
    }
}

impl From<Denial> for WebError {
    fn from(denial: Denial) -> Self {
        Self::Told(match denial {
            Denial::NotSignedIn => Code::NotSignedIn,
            Denial::RoleMissing => Code::RoleMissing,
            Denial::RoleForAnotherRound => Code::RoleForAnotherRound,
            Denial::SecondFactorMissing => Code::SecondFactorMissing,
            Denial::NotTheirs => Code::NotTheirs,
            Denial::NotOnTheRoll => Code::NotOnTheRoll,
            Denial::OnlyTheProgram => Code::OnlyTheProgram,
        })
    }
}

impl From<Forbidden> for WebError {
    fn from(error: Forbidden) -> Self {
        match error {
            Forbidden::Denied(denial) => denial.into(),
            Forbidden::Unknown(error) => error.into(),
        }
    }
}

impl From<CastBallotError> for WebError {
    fn from(error: CastBallotError) -> Self {
        let vote = error.fate().into();
        let failed: Self = match error {
            CastBallotError::Forbidden(error) => error.into(),
            CastBallotError::NotOpen => Self::Told(Code::VotingNotOpen),
            CastBallotError::BallotChanged => Self::Told(Code::BallotChanged),
            CastBallotError::ChangedElsewhere => Self::Told(Code::BallotChangedElsewhere),
            CastBallotError::PaperIsFinal => Self::Told(Code::PaperIsFinal),
            CastBallotError::TooManyCasts => Self::Told(Code::TooManyCasts),
            CastBallotError::Key(error) => error.into(),
            CastBallotError::Randomness(error) => error.into(),
            CastBallotError::Content(error) | CastBallotError::Unreadable(error) => Self::fault(error),
            CastBallotError::Envelope(error) => Self::fault(error),
            CastBallotError::Store(error) => error.into(),
        };
        failed.with_vote(vote)
    }
}

impl From<EnterWithAccountError> for WebError {
    fn from(error: EnterWithAccountError) -> Self {
        match error {
            EnterWithAccountError::Forbidden(error) => error.into(),
            EnterWithAccountError::NotOpen => Self::Told(Code::VotingNotOpen),
            // The page of the entry says these itself; they come here only from elsewhere.
            EnterWithAccountError::TakesNoAccounts
            | EnterWithAccountError::NoAddress
            | EnterWithAccountError::NotDeclared => Self::Told(Code::Refused),
            EnterWithAccountError::Store(error) => error.into(),
        }
    }
}

impl From<Fate> for VoteSafety {
    fn from(fate: Fate) -> Self {
        match fate {
            Fate::Undone => Self::NotCast,
            Fate::Unknown => Self::Unknown,
        }
    }
}

impl WebError {
    /// The same, for somebody whose vote was on its way.
    pub(in crate::web) fn with_vote(self, vote: VoteSafety) -> Self {
        match self {
            Self::Unavailable { code, source, .. } => Self::Unavailable { code, vote, source },
            Self::Fault { source, .. } => Self::Fault { vote, source },
            told @ (Self::Told(_) | Self::Elsewhere(_) | Self::SignInFirst(_) | Self::TooMany { .. }) => told,
        }
    }
}

impl From<RoundError> for WebError {
    fn from(error: RoundError) -> Self {
        match error {
            RoundError::Forbidden(error) => error.into(),
            RoundError::SlugTaken => Self::Told(Code::SlugTaken),
            RoundError::Incomplete(_) => Self::Told(Code::RoundIncomplete),
            RoundError::AlreadyPublished => Self::Told(Code::AlreadyPublished),
            RoundError::VotingNotOpen => Self::Told(Code::VotingOver),
            RoundError::NotLater => Self::Told(Code::NotLater),
            RoundError::VotingNotOver => Self::Told(Code::VotingNotOver),
            RoundError::VotingNotClosed => Self::Told(Code::VotingNotClosed),
            RoundError::NotReconciled { .. } => Self::Told(Code::NotReconciled),
            RoundError::AlreadyCertified => Self::Told(Code::AlreadyCertified),
            RoundError::NotCounted => Self::Told(Code::NotCounted),
            RoundError::AlreadyResult => Self::Told(Code::AlreadyResult),
            RoundError::NotBroughtIn => Self::Told(Code::NotBroughtIn),
            RoundError::Key(error) => error.into(),
            RoundError::Randomness(error) => error.into(),
            RoundError::Store(error) => error.into(),
        }
    }
}

impl From<PublishResultError> for WebError {
    fn from(error: PublishResultError) -> Self {
        match error {
            PublishResultError::Round(error) => error.into(),
            PublishResultError::Files(error @ FilesError::DiskFull { .. }) => Self::unavailable(Code::DiskFull, error),
            PublishResultError::Files(error) => Self::fault(error),
            PublishResultError::Export(error) => Self::fault(error),
            PublishResultError::Json(error) => Self::fault(error),
        }
    }
}

impl From<CouncilError> for WebError {
    fn from(error: CouncilError) -> Self {
        match error {
            CouncilError::Forbidden(error) => error.into(),
            CouncilError::ResultNotPublished => Self::Told(Code::ResultNotPublished),
            CouncilError::Nothing | CouncilError::Day(_) => Self::Told(Code::Refused),
            CouncilError::Entered(_) => Self::Told(Code::DecisionsEntered),
            CouncilError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            CouncilError::Unchanged => Self::Told(Code::DecisionUnchanged),
            CouncilError::Open(_) => Self::Told(Code::DecisionsOpen),
            CouncilError::AlreadyDecided => Self::Told(Code::AlreadyDecided),
            CouncilError::Json(error) => Self::fault(error),
            CouncilError::Randomness(error) => error.into(),
            CouncilError::Store(error) => error.into(),
        }
    }
}

impl From<SetUpError> for WebError {
    fn from(error: SetUpError) -> Self {
        match error {
            SetUpError::Forbidden(error) => error.into(),
            SetUpError::NotLive => Self::Told(Code::NothingToSetUp),
            SetUpError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            SetUpError::Frozen(_)
            | SetUpError::AddressAndCurrencyStay
            | SetUpError::SlugInLetters
            | SetUpError::CodesInLetters => Self::Told(Code::PartFrozen),
            SetUpError::Incomplete(_) => Self::Told(Code::RoundIncomplete),
            SetUpError::SlugTaken => Self::Told(Code::SlugTaken),
            SetUpError::ReasonMissing
            | SetUpError::AreaInUse(_)
            | SetUpError::AreaFrozen(_)
            | SetUpError::TopicInUse(_)
            | SetUpError::Span(..) => Self::Told(Code::Refused),
            SetUpError::Randomness(error) => error.into(),
            SetUpError::Store(error) => error.into(),
        }
    }
}

impl From<EditOrganisationError> for WebError {
    fn from(error: EditOrganisationError) -> Self {
        match error {
            EditOrganisationError::Forbidden(error) => error.into(),
            EditOrganisationError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            EditOrganisationError::Randomness(error) => error.into(),
            EditOrganisationError::Store(error) => error.into(),
        }
    }
}

impl From<SendTestMailError> for WebError {
    fn from(error: SendTestMailError) -> Self {
        match error {
            SendTestMailError::Forbidden(error) => error.into(),
            SendTestMailError::Randomness(error) => error.into(),
            SendTestMailError::Store(error) => error.into(),
        }
    }
}

impl From<DepartmentError> for WebError {
    fn from(error: DepartmentError) -> Self {
        match error {
            DepartmentError::Forbidden(error) => error.into(),
            DepartmentError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            DepartmentError::CannotTakeOver | DepartmentError::TakesOver => Self::Told(Code::DepartmentTakesOver),
            DepartmentError::Randomness(error) => error.into(),
            DepartmentError::Store(error) => error.into(),
        }
    }
}

impl From<ProposalError> for WebError {
    fn from(error: ProposalError) -> Self {
        match error {
            ProposalError::Forbidden(error) => error.into(),
            ProposalError::NotEmployee => Self::Told(Code::RoleMissing),
            ProposalError::NotOpen
            | ProposalError::NotThen(_)
            | ProposalError::ChangedMeanwhile
            | ProposalError::PlaceGone
            | ProposalError::CodeTaken
            | ProposalError::Standing(_) => Self::Told(Code::ChangedMeanwhile),
            ProposalError::Randomness(error) => error.into(),
            ProposalError::Secret(error) => Self::fault(error),
            ProposalError::Store(error) => error.into(),
        }
    }
}

impl From<ReportError> for WebError {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Forbidden(error) => error.into(),
            ReportError::NotPublic(_) | ReportError::SettledMeanwhile => Self::Told(Code::ChangedMeanwhile),
            ReportError::Randomness(error) => error.into(),
            ReportError::Store(error) => error.into(),
        }
    }
}

impl From<ReviewError> for WebError {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::Forbidden(error) => error.into(),
            ReviewError::OtherDepartment => Self::Told(Code::OtherDepartment),
            ReviewError::NotReviewed(_)
            | ReviewError::ChangedMeanwhile
            | ReviewError::Stage(_)
            | ReviewError::AuthorIsAsked(_)
            | ReviewError::Faults(_)
            | ReviewError::DepartmentGone
            | ReviewError::NoOriginal
            | ReviewError::OnTheBallot
            | ReviewError::BallotMade
            | ReviewError::NoObjection => Self::Told(Code::ChangedMeanwhile),
            ReviewError::Randomness(error) => error.into(),
            ReviewError::Store(error) => error.into(),
        }
    }
}

impl From<ShortlistError> for WebError {
    fn from(error: ShortlistError) -> Self {
        match error {
            ShortlistError::Forbidden(error) => error.into(),
            ShortlistError::NoCandidate
            | ShortlistError::Frozen
            | ShortlistError::NotFrozen
            | ShortlistError::VotingBegan
            | ShortlistError::GivenProjects
            | ShortlistError::WithoutArea(_)
            | ShortlistError::WithoutCost(_)
            | ShortlistError::Empty
            | ShortlistError::AreaGone => Self::Told(Code::ChangedMeanwhile),
            ShortlistError::Randomness(error) => error.into(),
            ShortlistError::Store(error) => error.into(),
        }
    }
}

impl From<AccessibilityReportError> for WebError {
    fn from(error: AccessibilityReportError) -> Self {
        match error {
            AccessibilityReportError::Forbidden(error) => error.into(),
            AccessibilityReportError::AnsweredMeanwhile => Self::Told(Code::ChangedMeanwhile),
            AccessibilityReportError::Randomness(error) => error.into(),
            AccessibilityReportError::Store(error) => error.into(),
        }
    }
}

impl From<FollowError> for WebError {
    fn from(error: FollowError) -> Self {
        match error {
            FollowError::Forbidden(error) => error.into(),
            // Both have pages of their own.
            FollowError::NotGood | FollowError::NoAddress => Self::not_found(),
            FollowError::Randomness(error) => error.into(),
            FollowError::Secret(error) => Self::fault(error),
            FollowError::Store(error) => error.into(),
        }
    }
}

impl From<QuestionError> for WebError {
    fn from(error: QuestionError) -> Self {
        match error {
            QuestionError::Forbidden(error) => error.into(),
            QuestionError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            QuestionError::Randomness(error) => error.into(),
            QuestionError::Store(error) => error.into(),
        }
    }
}

impl From<AskToSignInError> for WebError {
    fn from(error: AskToSignInError) -> Self {
        match error {
            AskToSignInError::Forbidden(error) => error.into(),
            AskToSignInError::Randomness(error) => error.into(),
            AskToSignInError::Secret(error) => Self::fault(error),
            AskToSignInError::WayOn(error) => Self::fault(error),
            AskToSignInError::Store(error) => error.into(),
        }
    }
}

impl From<EnterByMailError> for WebError {
    fn from(error: EnterByMailError) -> Self {
        match error {
            EnterByMailError::Forbidden(error) => error.into(),
            EnterByMailError::Store(error) => error.into(),
        }
    }
}

impl From<EnterByCodeError> for WebError {
    fn from(error: EnterByCodeError) -> Self {
        match error {
            EnterByCodeError::Forbidden(error) => error.into(),
            EnterByCodeError::NoAccount | EnterByCodeError::WorkplaceClosed => Self::not_found(),
            EnterByCodeError::Store(error) => error.into(),
        }
    }
}

impl From<WorkplaceError> for WebError {
    fn from(error: WorkplaceError) -> Self {
        match error {
            WorkplaceError::Forbidden(error) => error.into(),
            WorkplaceError::NameTaken => Self::Told(Code::Exists),
            WorkplaceError::ChangedMeanwhile => Self::Told(Code::ChangedMeanwhile),
            WorkplaceError::Randomness(error) => error.into(),
            WorkplaceError::Store(error) => error.into(),
        }
    }
}

impl From<PersonnelError> for WebError {
    fn from(error: PersonnelError) -> Self {
        match error {
            PersonnelError::Forbidden(error) => error.into(),
            PersonnelError::Size => Self::Told(Code::Refused),
            PersonnelError::MadeAlready => Self::Told(Code::Exists),
            PersonnelError::ChangedMeanwhile | PersonnelError::AccountDeleted => Self::Told(Code::ChangedMeanwhile),
            PersonnelError::LastAdministrator => Self::Told(Code::LastAdministrator),
            PersonnelError::Randomness(error) => error.into(),
            PersonnelError::Store(error) => error.into(),
        }
    }
}

impl From<ChangeAccountError> for WebError {
    fn from(error: ChangeAccountError) -> Self {
        match error {
            ChangeAccountError::Forbidden(error) => error.into(),
            ChangeAccountError::NameNeeded => Self::Told(Code::Refused),
            ChangeAccountError::Randomness(error) => error.into(),
            ChangeAccountError::Store(error) => error.into(),
        }
    }
}

impl From<ChangeAddressError> for WebError {
    fn from(error: ChangeAddressError) -> Self {
        match error {
            ChangeAddressError::Forbidden(error) => error.into(),
            ChangeAddressError::NotGood => Self::not_found(),
            ChangeAddressError::AddressTaken => Self::Told(Code::AddressTaken),
            ChangeAddressError::Randomness(error) => error.into(),
            ChangeAddressError::Secret(error) => Self::fault(error),
            ChangeAddressError::Store(error) => error.into(),
        }
    }
}

impl From<DeleteAccountError> for WebError {
    fn from(error: DeleteAccountError) -> Self {
        match error {
            DeleteAccountError::Forbidden(error) => error.into(),
            DeleteAccountError::LastAdministrator => Self::Told(Code::LastAdministrator),
            DeleteAccountError::Randomness(error) => error.into(),
            DeleteAccountError::Store(error) => error.into(),
        }
    }
}

impl From<SecondFactorError> for WebError {
    fn from(error: SecondFactorError) -> Self {
        match error {
            SecondFactorError::Forbidden(error) => error.into(),
            SecondFactorError::SetAlready | SecondFactorError::CodeMissing | SecondFactorError::NotBegun => {
                Self::Told(Code::SecondFactorMoved)
            }
            SecondFactorError::Randomness(error) => error.into(),
            SecondFactorError::Secret(error) => Self::fault(error),
            SecondFactorError::Store(error) => error.into(),
        }
    }
}

impl From<PeopleError> for WebError {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::Forbidden(error) => error.into(),
            PeopleError::HeldAlready
            | PeopleError::InvitedAlready
            | PeopleError::AddressHeld
            | PeopleError::AddressTaken => Self::Told(Code::Exists),
            PeopleError::NotHeld
            | PeopleError::NotClosed
            | PeopleError::NoSecondFactor
            | PeopleError::CodeWithdrawn(_)
            | PeopleError::NoDepartment
            | PeopleError::NameMissing
            | PeopleError::DepartmentNotOffered
            | PeopleError::ChangedMeanwhile
            | PeopleError::InvitationOver(_) => Self::Told(Code::ChangedMeanwhile),
            PeopleError::NotInvited => Self::Told(Code::NotTheirs),
            PeopleError::Closed => Self::Told(Code::AccountClosed),
            PeopleError::LastAdministrator => Self::Told(Code::LastAdministrator),
            PeopleError::Randomness(error) => error.into(),
            PeopleError::Secret(error) => Self::fault(error),
            PeopleError::Store(error) => error.into(),
        }
    }
}

impl From<CreateAdministratorError> for WebError {
    fn from(error: CreateAdministratorError) -> Self {
        match error {
            CreateAdministratorError::Forbidden(error) => error.into(),
            CreateAdministratorError::AddressTaken => Self::Told(Code::AddressTaken),
            CreateAdministratorError::Randomness(error) => error.into(),
            CreateAdministratorError::Store(error) => error.into(),
        }
    }
}

impl From<ApiTokenError> for WebError {
    fn from(error: ApiTokenError) -> Self {
        match error {
            ApiTokenError::Forbidden(error) => error.into(),
            ApiTokenError::MadeAlready => Self::Told(Code::TokenMade),
            ApiTokenError::Token(error) => Self::fault(error),
            ApiTokenError::Randomness(error) => error.into(),
            ApiTokenError::Store(error) => error.into(),
        }
    }
}

macro_rules! faults {
    ($($error:ty),*) => {$(
        impl From<$error> for WebError {
            fn from(error: $error) -> Self {
                Self::fault(error)
            }
        }
    )*};
}

faults!(KeyError, PasswordError, RandomnessError, TemplateError);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::ContentError;

    #[test]
    fn what_is_said_of_a_vote_follows_what_became_of_it() {
        let lost = StoreError::Unsure(Box::new(StoreError::Unavailable("gone".to_owned())));
        let table = [
            (CastBallotError::Store(StoreError::Full), VoteSafety::NotCast, Code::Busy),
            (CastBallotError::Store(StoreError::Stopped), VoteSafety::NotCast, Code::Unreachable),
            (CastBallotError::Store(lost), VoteSafety::Unknown, Code::Unreachable),
            (
                CastBallotError::Store(StoreError::Unsure(Box::new(StoreError::Disk("gone".to_owned())))),
                VoteSafety::Unknown,
                Code::Internal,
            ),
            (CastBallotError::Unreadable(ContentError::Truncated), VoteSafety::Unknown, Code::Internal),
        ];

        for (error, vote, code) in table {
            let error = WebError::from(error);
            assert_eq!((error.vote(), error.code()), (vote, Some(code)), "{error:?}");
        }
    }
}
