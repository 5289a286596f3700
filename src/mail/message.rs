//! Every message that the service sends: what it is called, what it needs, who gets it. How it reads is in `letter`.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::news::NewsItem;
use super::stored::{aside_word, moment, outcome_word, role_word, route_word, rule_word};

use crate::domain::decision::CouncilOutcome;
use crate::domain::proposal::HidingRule;
use crate::domain::question::SetAsideReason;
use crate::domain::review::Route;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::secrecy::token::LinkPurpose;

/// A message. Nothing of it is secret: what only the recipient may read is a [`MailSecret`](super::MailSecret).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "snake_case")]
pub enum Message {
    /// Voting has ended and somebody must certify.
    VotingClosed {
        /// The round's name in addresses.
        slug: String,
        /// Its title; without one it is called by its name in addresses.
        #[serde(default)]
        round: Option<String>,
    },
    /// The count is done and somebody must publish.
    ResultCounted {
        /// The round's name in addresses.
        slug: String,
        /// Its title; without one it is called by its name in addresses.
        #[serde(default)]
        round: Option<String>,
    },
    /// Somebody wants to sign in. Secret: the link's token and the code of six digits, good for 15 minutes.
    SignIn,
    /// To a new address, which must be confirmed. Secret: the link's token and the code of six digits, good for
    /// 24 hours.
    ConfirmAddress,
    /// To the old address, after the account has got another.
    AddressChanged,
    /// To the address that the administration entered for an account.
    AddressSet {
        /// Whether the account is closed, so that nobody can sign in with it yet.
        closed: bool,
    },
    /// Somebody is asked to take a role. Secret: the link's token, good for 14 days.
    Invitation {
        /// The role.
        #[serde(with = "role_word")]
        role: Role,
        /// The title of the round that it holds in; all of them without one.
        round: Option<String>,
        /// The names of the departments that it holds for; all of them without one.
        #[serde(default)]
        departments: Vec<String>,
        /// When the link ends, in UTC; 14 days after it was written where nothing is said.
        #[serde(default)]
        good_until: Option<NaiveDateTime>,
    },
    /// Somebody has got a role.
    RoleGiven {
        /// The role.
        #[serde(with = "role_word")]
        role: Role,
        /// The title of the round that it holds in; all of them without one.
        round: Option<String>,
        /// The names of the departments that it holds for; all of them without one.
        #[serde(default)]
        departments: Vec<String>,
    },
    /// Somebody has a role no more.
    RoleTaken {
        /// The role.
        #[serde(with = "role_word")]
        role: Role,
        /// The title of the round that it held in; all of them without one.
        round: Option<String>,
    },
    /// The departments that somebody holds a role for were changed.
    DepartmentsChanged {
        /// The role.
        #[serde(with = "role_word")]
        role: Role,
        /// The title of the round that it holds in; all of them without one.
        round: Option<String>,
        /// The names of the departments that it holds for now; all of them without one.
        departments: Vec<String>,
    },
    /// Somebody has signed in on a device that was not seen before.
    NewDevice {
        /// What the device says it is.
        device: String,
        /// When.
        #[serde(with = "moment")]
        at: Instant,
    },
    /// An account has got a password: its first, or another.
    PasswordSet,
    /// An account has a password no more.
    PasswordRemoved,
    /// An account has got a telephone that shows codes: its first, or another.
    SecondFactorSet,
    /// The administration took an account's telephone away.
    SecondFactorReset,
    /// An account has got other codes on paper.
    RecoveryCodesRenewed,
    /// The administration closed an account.
    AccountClosed,
    /// The administration opened a closed account again.
    AccountReopened,
    /// The administration gave an account another personnel code.
    PersonnelCodeReplaced,
    /// The administration withdrew the personnel code of an account.
    PersonnelCodeWithdrawn,
    /// An account that nobody has used for two years will be deleted.
    AccountUnused {
        /// The day.
        deleted_on: NaiveDate,
    },
    /// An account that the administration closed, and that nobody has used for two years, will be deleted.
    ClosedAccountUnused {
        /// The day.
        deleted_on: NaiveDate,
    },
    /// An account has been deleted.
    AccountDeleted,
    /// A report of a barrier has arrived.
    AccessibilityReportReceived {
        /// Its number.
        number: i64,
        /// The last day for the answer.
        answer_until: NaiveDate,
    },
    /// A report of a barrier has been answered.
    AccessibilityReportAnswered {
        /// Its number.
        number: i64,
        /// The answer, as the office wrote it.
        answer: String,
    },
    /// A question to the office has arrived.
    QuestionReceived {
        /// Its number.
        number: i64,
        /// The last day for the answer.
        answer_until: NaiveDate,
    },
    /// A question to the office has been answered.
    QuestionAnswered {
        /// Its number.
        number: i64,
        /// The answer, as the office wrote it.
        answer: String,
        /// Whether everybody can read it.
        public: bool,
    },
    /// A question to the office gets no answer.
    QuestionSetAside {
        /// Its number.
        number: i64,
        /// Why.
        #[serde(with = "aside_word")]
        reason: SetAsideReason,
    },
    /// What happened to what somebody follows, the newest first. Secret: the token of the link by which they stop it.
    FollowedNews {
        /// What happened.
        news: Vec<NewsItem>,
        /// How much more there is that found no place.
        #[serde(default)]
        more: u32,
    },
    /// To an address that somebody typed to follow a round or a proposal. Secret: the link's token, good for 7 days.
    ConfirmFollow {
        /// The round's title.
        round: String,
        /// The proposal's number; without one it is about the whole of the round.
        number: Option<u32>,
    },
    /// A proposal has come in. Secret: its change code.
    ProposalReceived {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// The office has entered a proposal that came on paper, by telephone or at a meeting. Secret: its change code.
    ProposalEntered {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// The office has corrected what it had mistyped in a proposal.
    ProposalCorrected {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// A proposal has got another change code. Secret: the code.
    ProposalCodeRenewed {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// A proposal was hidden.
    ProposalHidden {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// Why, as a rule.
        #[serde(with = "rule_word")]
        rule: HidingRule,
        /// Why, as the office wrote it.
        reason: String,
    },
    /// The name that stands with a proposal was hidden; its text stays.
    ProposalNameHidden {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// Why, as a rule.
        #[serde(with = "rule_word")]
        rule: HidingRule,
        /// Why, as the office wrote it.
        reason: String,
    },
    /// A hidden name is shown again.
    ProposalNameRestored {
        /// The proposal's tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// A hidden proposal is shown again.
    ProposalRestored {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
    },
    /// The office asks the author of a proposal something.
    ProposalQuestion {
        /// Its tracking number.
        number: u32,
        /// The question, as the office wrote it.
        question: String,
        /// The last day for the answer.
        answer_until: NaiveDate,
    },
    /// The author of a proposal has not answered the office yet, and the day comes near.
    ProposalQuestionReminder {
        /// Its tracking number.
        number: u32,
        /// The question, as the office wrote it.
        question: String,
        /// The last day for the answer.
        answer_until: NaiveDate,
        /// How many days are left when it leaves; 0 on the last one.
        days: u32,
    },
    /// There is a verdict on a proposal.
    ProposalDecided {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// Which way it goes.
        #[serde(with = "route_word")]
        route: Route,
        /// The word of the library's sentence that gives the reason.
        standard: Option<String>,
        /// The reason, as the office wrote it; may be empty beside a sentence of the library.
        reason: String,
        /// Who is responsible, where it is another office.
        referred_to: String,
        /// What happens next; may be empty.
        next_step: String,
        /// The number of the proposal that goes on for both.
        original: Option<u32>,
        /// Whether its author may object to it.
        #[serde(default)]
        may_object: bool,
    },
    /// A proposal does not go onto the ballot after all.
    ProposalExcluded {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// Why, as the office wrote it.
        reason: String,
    },
    /// To the author of a proposal with which another one goes on.
    ProposalJoined {
        /// Its tracking number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// The number of the other one.
        duplicate: u32,
    },
    /// What was entered as the council's decision was no decision on this project.
    CouncilDecisionTakenBack {
        /// The project's number, which is that of its proposal.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// What the council is called; empty where it has no name of its own.
        council: String,
        /// Why, as the office wrote it.
        reason: String,
    },
    /// The council has decided on the project that a proposal became.
    CouncilDecided {
        /// Its number.
        number: u32,
        /// The name of its round in addresses.
        slug: String,
        /// What the council is called; empty where it has no name of its own.
        council: String,
        /// What it decided.
        #[serde(with = "outcome_word")]
        outcome: CouncilOutcome,
        /// The day of the sitting.
        decided_on: NaiveDate,
        /// The number of the paper, maybe empty.
        paper: String,
        /// Why, as the office wrote it.
        reason: Option<String>,
        /// Whether an earlier mail said something that was wrong.
        corrected: bool,
    },
    /// Somebody voted with an account. It does not say what for, and it leaves no row once it is handed over.
    BallotRecorded {
        /// The name of the round in addresses.
        slug: String,
        /// Its title.
        round: String,
        /// Whether the ballot took the place of an earlier one.
        replaced: bool,
    },
    /// An administrator wants to see whether mails arrive.
    TestMail,
}

macro_rules! names {
    ($($variant:ident = $name:literal,)*) => {
        impl Message {
            /// The names of all messages.
            pub const NAMES: &[&str] = &[$($name,)*];

            /// The name that the outbox carries.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name,)*
                }
            }
        }
    };
}

names! {
    VotingClosed = "voting_closed",
    ResultCounted = "result_counted",
    SignIn = "sign_in",
    ConfirmAddress = "confirm_address",
    AddressChanged = "address_changed",
    AddressSet = "address_set",
    Invitation = "invitation",
    RoleGiven = "role_given",
    RoleTaken = "role_taken",
    DepartmentsChanged = "departments_changed",
    NewDevice = "new_device",
    PasswordSet = "password_set",
    PasswordRemoved = "password_removed",
    SecondFactorSet = "second_factor_set",
    SecondFactorReset = "second_factor_reset",
    RecoveryCodesRenewed = "recovery_codes_renewed",
    AccountClosed = "account_closed",
    AccountReopened = "account_reopened",
    PersonnelCodeReplaced = "personnel_code_replaced",
    PersonnelCodeWithdrawn = "personnel_code_withdrawn",
    AccountUnused = "account_unused",
    ClosedAccountUnused = "closed_account_unused",
    AccountDeleted = "account_deleted",
    AccessibilityReportReceived = "accessibility_report_received",
    AccessibilityReportAnswered = "accessibility_report_answered",
    QuestionReceived = "question_received",
    QuestionAnswered = "question_answered",
    QuestionSetAside = "question_set_aside",
    FollowedNews = "followed_news",
    ConfirmFollow = "confirm_follow",
    ProposalReceived = "proposal_received",
    ProposalEntered = "proposal_entered",
    ProposalCorrected = "proposal_corrected",
    ProposalCodeRenewed = "proposal_code_renewed",
    ProposalHidden = "proposal_hidden",
    ProposalRestored = "proposal_restored",
    ProposalNameHidden = "proposal_name_hidden",
    ProposalNameRestored = "proposal_name_restored",
    ProposalQuestion = "proposal_question",
    ProposalQuestionReminder = "proposal_question_reminder",
    ProposalDecided = "proposal_decided",
    ProposalExcluded = "proposal_excluded",
    ProposalJoined = "proposal_joined",
    CouncilDecisionTakenBack = "council_decision_taken_back",
    CouncilDecided = "council_decided",
    BallotRecorded = "ballot_recorded",
    TestMail = "test_mail",
}

impl Message {
    /// The names of those that warn of the deletion of an account.
    pub const DELETION_WARNINGS: [&str; 2] = ["account_unused", "closed_account_unused"];
    /// The name of the one that tells followers what happened.
    pub const FOLLOWED_NEWS: &str = "followed_news";
    /// The name of the one that tells who took part in a vote.
    pub const OF_A_VOTE: &str = "ballot_recorded";
    /// The name of the last one to a deleted account.
    pub const FAREWELL: &str = "account_deleted";
    /// The names of those whose rows go as soon as they are handed over: nobody is to know the address any longer.
    pub const GONE_ONCE_SENT: [&str; 2] = [Self::OF_A_VOTE, Self::FAREWELL];

    /// What its link does, where it carries one that is signed and is good once.
    #[must_use]
    pub const fn link(&self) -> Option<LinkPurpose> {
        match self {
            Self::SignIn => Some(LinkPurpose::SignIn),
            Self::ConfirmAddress => Some(LinkPurpose::ConfirmAddress),
            Self::Invitation { .. } => Some(LinkPurpose::Invitation),
            Self::ConfirmFollow { .. } => Some(LinkPurpose::ConfirmFollow),
            Self::FollowedNews { .. } => Some(LinkPurpose::Following),
            _ => None,
        }
    }

    /// The parameters as JSON.
    #[must_use]
    pub fn parameters(&self) -> String {
        // Texts and numbers only: this cannot fail, and an empty text would be refused when it is read.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the parameters that the outbox carries.
    #[must_use]
    pub fn parse(parameters: &str) -> Option<Self> {
        serde_json::from_str(parameters).ok()
    }
}
