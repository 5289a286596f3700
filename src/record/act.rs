//! What is entered: the acts, who did them and on what.

use std::fmt;

use crate::domain::hex;
use crate::domain::ids::RoundPublicId;

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// An act that is entered into the record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Act {
            $($(#[$doc])* $name,)*
        }

        impl Act {
            /// All acts.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The text that the database and the log carry. It can never change.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

acts! {
    /// A round was set up.
    RoundCreated = "round_created",
    /// A part of a round's set-up was changed; in a public round with the reason.
    RoundChanged = "round_changed",
    /// A round came from a file.
    RoundImported = "round_imported",
    /// A round's ballots were generated.
    RoundGenerated = "round_generated",
    /// A round became public, and its key was made.
    RoundPublished = "round_published",
    /// A proposal came in.
    ProposalReceived = "proposal_received",
    /// A proposal was entered by the office that came on paper, by telephone or at a meeting.
    ProposalEntered = "proposal_entered",
    /// The office corrected what it had mistyped.
    ProposalCorrected = "proposal_corrected",
    /// A proposal got another change code, and the one before ended.
    ProposalCodeRenewed = "proposal_code_renewed",
    /// A proposal was read and shown to everybody.
    ProposalShown = "proposal_shown",
    /// A proposal was hidden, with the rule and the reason.
    ProposalHidden = "proposal_hidden",
    /// A hidden proposal was shown again.
    ProposalRestored = "proposal_restored",
    /// The name that stands with a proposal was hidden, with the rule and the reason; its text stayed.
    ProposalNameHidden = "proposal_name_hidden",
    /// A hidden name is shown again.
    ProposalNameRestored = "proposal_name_restored",
    /// A proposal was reported and breaks no rule.
    ReportsDismissed = "reports_dismissed",
    /// A proposal was taken back by its author.
    ProposalWithdrawn = "proposal_withdrawn",
    /// A proposal was handed to a department.
    ProposalHandedOver = "proposal_handed_over",
    /// The author of a proposal was asked something.
    AuthorAsked = "author_asked",
    /// The author of a proposal answered.
    AuthorAnswered = "author_answered",
    /// A department was asked for a statement on a proposal.
    StatementAsked = "statement_asked",
    /// A department gave a statement on a proposal.
    StatementGiven = "statement_given",
    /// A verdict on a proposal was given.
    ProposalDecided = "proposal_decided",
    /// The author of a proposal objected to the verdict.
    VerdictObjected = "verdict_objected",
    /// A proposal was left out of the ballot, with the reason.
    ProposalExcluded = "proposal_excluded",
    /// A proposal that was left out goes onto the ballot again.
    ProposalIncluded = "proposal_included",
    /// A proposal for the whole round was put onto the list of an area.
    ProposalPlaced = "proposal_placed",
    /// The selection for the ballot was frozen.
    ShortlistFrozen = "shortlist_frozen",
    /// A frozen selection was opened again, with the reason.
    ShortlistReopened = "shortlist_reopened",
    /// A batch of letter codes was made.
    CodesMade = "codes_made",
    /// A window closes later than before.
    WindowExtended = "window_extended",
    /// A window closes earlier than before.
    WindowShortened = "window_shortened",
    /// Voting began, with the roll as it was.
    VotingOpened = "voting_opened",
    /// Voting was closed, by the clock or by somebody.
    VotingClosed = "voting_closed",
    /// An administrator certified the round.
    RoundCertified = "round_certified",
    /// The box was opened into the profile.
    BallotsOpened = "ballots_opened",
    /// The round's key was destroyed.
    RoundKeyDestroyed = "round_key_destroyed",
    /// The count ended.
    CountFinished = "count_finished",
    /// The result became public.
    ResultPublished = "result_published",
    /// What the council decided on a project was entered.
    CouncilDecisionEntered = "council_decision_entered",
    /// An entry of what the council decided was corrected, with what stood there before.
    CouncilDecisionCorrected = "council_decision_corrected",
    /// An entry of what the council decided was taken back: it was no decision on this project.
    CouncilDecisionTakenBack = "council_decision_taken_back",
    /// The council has decided on everything that was chosen.
    CouncilDecided = "council_decided",
    /// An account of the office was made.
    AccountCreated = "account_created",
    /// An account was given a role.
    RoleGiven = "role_given",
    /// A role was taken away from an account.
    RoleTaken = "role_taken",
    /// The departments of a role that an account holds were changed.
    RoleDepartmentsChanged = "role_departments_changed",
    /// Somebody was invited to take a role.
    InvitationSent = "invitation_sent",
    /// An invitation was taken back.
    InvitationWithdrawn = "invitation_withdrawn",
    /// Somebody took up the second factor.
    SecondFactorSet = "second_factor_set",
    /// An administrator took somebody's second factor away, who must set up another.
    SecondFactorReset = "second_factor_reset",
    /// An account was closed.
    AccountClosed = "account_closed",
    /// A closed account was opened again.
    AccountReopened = "account_reopened",
    /// The office entered another address for an account.
    AccountAddressSet = "account_address_set",
    /// An account was deleted.
    AccountDeleted = "account_deleted",
    /// A place where employees share a computer was added.
    WorkplaceAdded = "workplace_added",
    /// A workplace was renamed.
    WorkplaceRenamed = "workplace_renamed",
    /// A workplace was closed, and nobody enters there any more.
    WorkplaceClosed = "workplace_closed",
    /// A closed workplace was opened again.
    WorkplaceReopened = "workplace_reopened",
    /// A workplace got another address, and the old one ended.
    WorkplaceAddressChanged = "workplace_address_changed",
    /// Codes for employees were made.
    PersonnelCodesMade = "personnel_codes_made",
    /// An employee's code was replaced.
    PersonnelCodeReplaced = "personnel_code_replaced",
    /// An employee's code was withdrawn.
    PersonnelCodeWithdrawn = "personnel_code_withdrawn",
    /// A token for a program was made.
    ApiTokenCreated = "api_token_created",
    /// A token for a program was revoked.
    ApiTokenRevoked = "api_token_revoked",
    /// The organisation's settings were changed.
    SettingsChanged = "settings_changed",
    /// A department was added.
    DepartmentAdded = "department_added",
    /// A department was changed.
    DepartmentChanged = "department_changed",
    /// A department was retired.
    DepartmentRetired = "department_retired",
    /// A retired department was brought back.
    DepartmentBroughtBack = "department_brought_back",
    /// A report of a barrier was answered.
    AccessibilityReportAnswered = "accessibility_report_answered",
    /// A question to the office became public with its answer.
    QuestionPublished = "question_published",
    /// A public question or its answer was changed.
    QuestionChanged = "question_changed",
    /// A question was taken out of public.
    QuestionTakenOut = "question_taken_out",
    /// A question was answered, and nobody but whoever asked reads it.
    QuestionAnswered = "question_answered",
    /// A question was set aside without an answer.
    QuestionSetAside = "question_set_aside",
    /// Personal data whose time was over was deleted; at most once a day.
    PersonalDataDeleted = "personal_data_deleted",
}

impl Act {
    /// Reads the text that the database carries.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|act| act.as_str() == text)
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The random id of an account of the office. Only a row that can be deleted joins it with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfficeRef([u8; 16]);

impl OfficeRef {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads `office:` and 32 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text.strip_prefix("office:")?).map(Self)
    }
}

impl fmt::Display for OfficeRef {
    /// `office:` and 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "office:{}", hex::encode(&self.0))
    }
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorRef {
    /// Somebody of the office.
    Office(OfficeRef),
    /// Anybody, be it with an account: an entry never says who proposes.
    Public,
    /// The program itself, when the clock or a job said so.
    System,
    /// The operator at the command line.
    CommandLine,
    /// An import.
    Import,
}

impl ActorRef {
    /// Reads the text that the database carries; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "public" => Some(Self::Public),
            "system" => Some(Self::System),
            "command-line" => Some(Self::CommandLine),
            "import" => Some(Self::Import),
            other => OfficeRef::parse(other).map(Self::Office),
        }
    }
}

impl fmt::Display for ActorRef {
    /// The text that the database and the log carry.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Office(office) => office.fmt(f),
            Self::Public => f.write_str("public"),
            Self::System => f.write_str("system"),
            Self::CommandLine => f.write_str("command-line"),
            Self::Import => f.write_str("import"),
        }
    }
}

/// On what it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A round.
    Round(RoundPublicId),
    /// An account of the office.
    Office(OfficeRef),
    /// The organisation's settings.
    Settings,
}

impl Subject {
    /// The round, if it is one.
    #[must_use]
    pub const fn round(&self) -> Option<RoundPublicId> {
        match self {
            Self::Round(round) => Some(*round),
            Self::Office(_) | Self::Settings => None,
        }
    }
}

impl fmt::Display for Subject {
    /// `round:` and the public id, `office:` and the id, or `settings`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Round(round) => write!(f, "round:{round}"),
            Self::Office(office) => office.fmt(f),
            Self::Settings => f.write_str("settings"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_act_reads_as_it_is_written_and_no_two_are_alike() {
        let texts: BTreeSet<&str> = Act::ALL.iter().map(|act| act.as_str()).collect();

        assert_eq!(texts.len(), Act::ALL.len());
        assert!(Act::ALL.iter().all(|act| Act::parse(act.as_str()) == Some(*act)));
        assert_eq!(Act::parse("ballot_cast"), None, "casting is never entered");
    }

    #[test]
    fn every_actor_reads_as_it_is_written() {
        let office = ActorRef::Office(OfficeRef::new([0xab; 16]));

        for actor in [office, ActorRef::System, ActorRef::CommandLine, ActorRef::Import] {
            assert_eq!(ActorRef::parse(&actor.to_string()), Some(actor));
        }
        assert_eq!(office.to_string(), format!("office:{}", "ab".repeat(16)));
        assert_eq!(ActorRef::parse("office:ada"), None);
    }
}
