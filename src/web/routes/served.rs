//! What is served below a language: which addresses, what each takes, who may open it.

use std::sync::LazyLock;

use actix_web::dev::{Path, ResourceDef};

use super::{LANGUAGE, home, path};
use crate::domain::permission::Permission;
use crate::domain::slug::Slug;
use crate::locale::Language;

/// What an address takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// GET and HEAD.
    Page,
    /// POST.
    Form,
    /// All three.
    PageAndForm,
}

impl Takes {
    /// The value of the header `Allow`.
    #[must_use]
    pub const fn allow(self) -> &'static str {
        match self {
            Self::Page => "GET, HEAD",
            Self::Form => "POST",
            Self::PageAndForm => "GET, HEAD, POST",
        }
    }
}

/// Who may open an address. The doors that handlers take ([`crate::web::visitor`]) hold people against it, and a test tries
/// every address as everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Everybody,
    /// Everybody, and only where everything is made up.
    Demo,
    /// Whoever has entered a code.
    Voter,
    /// Whoever is signed in.
    Member,
    /// Whoever has shown a second factor and may do this in the round in question.
    Office(Permission),
    /// The same, where more people read the page than may send its form.
    OfficeReads {
        /// What whoever reads the page may do.
        page: Permission,
        /// What whoever sends the form may do.
        form: Permission,
    },
}

impl Access {
    /// What somebody of the office must be allowed to read the page, or else to send its form.
    #[must_use]
    pub const fn of_office(self, reads: bool) -> Option<Permission> {
        match self {
            Self::Office(permission) => Some(permission),
            Self::OfficeReads { page, .. } if reads => Some(page),
            Self::OfficeReads { form, .. } => Some(form),
            Self::Everybody | Self::Demo | Self::Voter | Self::Member => None,
        }
    }
}

const SET_UP_PART: Access = Access::OfficeReads { page: Permission::ReadSetUp, form: Permission::SetUpRound };
const SETTINGS: Access = Access::OfficeReads { page: Permission::ReadOrganisation, form: Permission::EditOrganisation };
const BARRIER: Access =
    Access::OfficeReads { page: Permission::ReadBarrierReports, form: Permission::AnswerBarrierReport };
const QUESTION: Access = Access::OfficeReads { page: Permission::ReadQuestions, form: Permission::AnswerQuestions };
const WORKPLACE: Access = Access::OfficeReads { page: Permission::ReadWorkplaces, form: Permission::ManageWorkplaces };
const MODERATION: Access = Access::OfficeReads { page: Permission::ReadProposals, form: Permission::ModerateProposals };
const REVIEW: Access = Access::OfficeReads { page: Permission::ReadReviews, form: Permission::ReviewProposals };
const SHORTLIST: Access = Access::OfficeReads { page: Permission::ReadReviews, form: Permission::SelectProjects };
const DECISIONS: Access = Access::OfficeReads { page: Permission::ReadRound, form: Permission::EnterDecisions };
const TOKENS: Access = Access::OfficeReads { page: Permission::ReadApiTokens, form: Permission::MakeApiToken };

/// What is served below a language, what each address takes, and who may open it. The tests walk along this list, and
/// an address that is not on it answers nothing.
pub const SERVED: &[(&str, Takes, Access)] = &[
    (path::HOME, Takes::Page, Access::Everybody),
    (path::ROUND, Takes::Page, Access::Everybody),
    (path::PROJECTS, Takes::Page, Access::Everybody),
    (path::PROJECT, Takes::Page, Access::Everybody),
    (path::PROPOSALS, Takes::Page, Access::Everybody),
    (path::PROPOSALS_TABLE, Takes::Page, Access::Everybody),
    (path::PROPOSAL, Takes::Page, Access::Everybody),
    (path::PROPOSAL_VERSIONS, Takes::Page, Access::Everybody),
    (path::REPORT_PROPOSAL, Takes::PageAndForm, Access::Everybody),
    (path::REPORTED_PROPOSAL, Takes::Page, Access::Everybody),
    (path::MODERATION_FIGURES, Takes::Page, Access::Everybody),
    (path::SUPPORT, Takes::PageAndForm, Access::Member),
    (path::ANSWER_TIMES, Takes::Page, Access::Everybody),
    (path::FIND_PROPOSAL, Takes::Page, Access::Everybody),
    (path::PROPOSE, Takes::PageAndForm, Access::Everybody),
    (path::PROPOSE_WHERE, Takes::PageAndForm, Access::Everybody),
    (path::PROPOSE_SIMILAR, Takes::Page, Access::Everybody),
    (path::PROPOSE_MORE, Takes::PageAndForm, Access::Everybody),
    (path::PROPOSE_CHECK, Takes::PageAndForm, Access::Everybody),
    (path::PROPOSE_RECEIPT, Takes::Page, Access::Everybody),
    (path::PROPOSE_DRAFT, Takes::PageAndForm, Access::Everybody),
    (path::PROPOSAL_FORM, Takes::Page, Access::Everybody),
    (path::OWN_PROPOSAL, Takes::PageAndForm, Access::Everybody),
    (path::VOTE, Takes::Page, Access::Everybody),
    (path::VOTE_CODE, Takes::Form, Access::Everybody),
    (path::VOTE_ACCOUNT, Takes::Form, Access::Member),
    (path::VOTE_BALLOT, Takes::PageAndForm, Access::Voter),
    (path::VOTE_CHECK, Takes::Form, Access::Voter),
    (path::VOTE_CAST, Takes::Form, Access::Voter),
    (path::VOTE_RECEIPT, Takes::Page, Access::Voter),
    (path::VOTE_LEAVE, Takes::Form, Access::Voter),
    (path::RESULT, Takes::Page, Access::Everybody),
    (path::RESULT_AREA, Takes::Page, Access::Everybody),
    (path::RESULT_FILE, Takes::Page, Access::Everybody),
    (path::RECORD, Takes::Page, Access::Everybody),
    (path::RECORD_TABLE, Takes::Page, Access::Everybody),
    (path::RECORD_FILE, Takes::Page, Access::Everybody),
    (path::RECORD_ENTRY, Takes::Page, Access::Everybody),
    (path::IMPRINT, Takes::Page, Access::Everybody),
    (path::PRIVACY, Takes::Page, Access::Everybody),
    (path::ACCESSIBILITY, Takes::Page, Access::Everybody),
    (path::REPORT_BARRIER, Takes::PageAndForm, Access::Everybody),
    (path::REPORTED_BARRIER, Takes::Page, Access::Everybody),
    (path::HELP, Takes::Page, Access::Everybody),
    (path::ASK, Takes::PageAndForm, Access::Everybody),
    (path::ASKED, Takes::Page, Access::Everybody),
    (path::FOLLOW, Takes::PageAndForm, Access::Everybody),
    (path::FOLLOW_SENT, Takes::Page, Access::Everybody),
    (path::FOLLOW_CONFIRM, Takes::PageAndForm, Access::Everybody),
    (path::FOLLOWING, Takes::PageAndForm, Access::Everybody),
    (path::EASY, Takes::Page, Access::Everybody),
    (path::SIGN_IN, Takes::PageAndForm, Access::Everybody),
    (path::SIGN_IN_MAIL, Takes::Form, Access::Everybody),
    (path::SIGN_IN_CODE, Takes::PageAndForm, Access::Everybody),
    (path::SIGN_IN_LINK, Takes::PageAndForm, Access::Everybody),
    (path::SIGN_IN_SECOND_FACTOR, Takes::PageAndForm, Access::Member),
    (path::ENTER, Takes::PageAndForm, Access::Everybody),
    (path::SIGN_OUT, Takes::Form, Access::Everybody),
    (path::ACCOUNT, Takes::Page, Access::Member),
    (path::ACCOUNT_PROFILE, Takes::PageAndForm, Access::Member),
    (path::ACCOUNT_ADDRESS, Takes::PageAndForm, Access::Member),
    (path::ACCOUNT_PASSWORD, Takes::PageAndForm, Access::Member),
    (path::ACCOUNT_SESSIONS, Takes::Form, Access::Member),
    (path::ACCOUNT_DATA, Takes::Page, Access::Member),
    (path::ACCOUNT_DELETE, Takes::PageAndForm, Access::Member),
    (path::SECOND_FACTOR, Takes::PageAndForm, Access::Member),
    (path::OFFICE, Takes::Page, Access::Office(Permission::ReadRound)),
    (path::OFFICE_ROUND, Takes::Page, Access::Office(Permission::ReadRound)),
    (path::OFFICE_EXTEND, Takes::PageAndForm, Access::Office(Permission::ExtendVoting)),
    (path::OFFICE_CLOSE, Takes::PageAndForm, Access::Office(Permission::CloseVotingEarly)),
    (path::OFFICE_CERTIFY, Takes::PageAndForm, Access::Office(Permission::CertifyRound)),
    (path::OFFICE_COUNT, Takes::Page, Access::Office(Permission::ReadRound)),
    (path::OFFICE_PUBLISH, Takes::PageAndForm, Access::Office(Permission::PublishResult)),
    (path::OFFICE_DECISIONS, Takes::PageAndForm, DECISIONS),
    (path::OFFICE_DECISION, Takes::PageAndForm, Access::Office(Permission::EnterDecisions)),
    (path::OFFICE_DECIDED, Takes::PageAndForm, Access::Office(Permission::EnterDecisions)),
    (path::OFFICE_COUNCIL_PAPER, Takes::Page, Access::Office(Permission::ReadRound)),
    (path::OFFICE_PROPOSALS, Takes::Page, Access::Office(Permission::ReadProposals)),
    (path::OFFICE_PROPOSAL, Takes::PageAndForm, MODERATION),
    (path::OFFICE_REVIEWS, Takes::Page, Access::Office(Permission::ReadReviews)),
    (path::OFFICE_REVIEW, Takes::PageAndForm, REVIEW),
    (path::OFFICE_SHORTLIST, Takes::PageAndForm, SHORTLIST),
    (path::OFFICE_CANDIDATE, Takes::PageAndForm, SHORTLIST),
    (path::ENTER_PROPOSAL, Takes::PageAndForm, Access::Office(Permission::EnterProposals)),
    (path::CORRECT_PROPOSAL, Takes::PageAndForm, Access::Office(Permission::EnterProposals)),
    (path::ENTERED_SLIP, Takes::PageAndForm, Access::Office(Permission::EnterProposals)),
    (path::ENTERED_SCAN, Takes::Page, Access::Office(Permission::EnterProposals)),
    (path::NEW_ROUND, Takes::PageAndForm, Access::Office(Permission::MakeRound)),
    (path::SET_UP, Takes::Page, Access::Office(Permission::ReadSetUp)),
    (path::SET_UP_BASICS, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_TEXTS, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_AREAS, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_TOPICS, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_PEOPLE, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_BALLOT, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_DATES, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_PRIVACY, Takes::PageAndForm, SET_UP_PART),
    (path::SET_UP_PREVIEW, Takes::Page, Access::Office(Permission::ReadSetUp)),
    (path::SET_UP_PUBLISH, Takes::PageAndForm, Access::Office(Permission::PublishRound)),
    (path::OFFICE_RECORD, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_RECORD_TABLE, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_ROLES, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_ROLES_TABLE, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::SETTINGS, Takes::Page, Access::Office(Permission::ReadOrganisation)),
    (path::ORGANISATION, Takes::Page, Access::Office(Permission::ReadOrganisation)),
    (path::ORGANISATION_NAME, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_LOGO, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_COLOURS, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_HELP, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_TEXTS, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_LANGUAGES, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_WORDS, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_NEIGHBOURHOODS, Takes::PageAndForm, SETTINGS),
    (path::ORGANISATION_EASY, Takes::PageAndForm, SETTINGS),
    (path::DEPARTMENTS, Takes::Page, Access::Office(Permission::ReadOrganisation)),
    (path::DEPARTMENT_NEW, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::DEPARTMENT, Takes::PageAndForm, SETTINGS),
    (path::DEPARTMENT_RETIRE, Takes::Form, Access::Office(Permission::EditOrganisation)),
    (path::ACCESSIBILITY_REPORTS, Takes::Page, Access::Office(Permission::ReadBarrierReports)),
    (path::ACCESSIBILITY_REPORT, Takes::PageAndForm, BARRIER),
    (path::QUESTIONS, Takes::Page, Access::Office(Permission::ReadQuestions)),
    (path::QUESTION_NEW, Takes::PageAndForm, Access::Office(Permission::AnswerQuestions)),
    (path::QUESTION, Takes::PageAndForm, QUESTION),
    (path::OFFICE_MAILS, Takes::Page, Access::Office(Permission::ReadMailState)),
    (path::TEST_MAIL, Takes::Form, Access::Office(Permission::CheckMails)),
    (path::FAILED_MAILS, Takes::Page, Access::Office(Permission::CheckMails)),
    (path::TOKENS, Takes::PageAndForm, TOKENS),
    (path::TOKEN_REVOKE, Takes::Form, Access::Office(Permission::MakeApiToken)),
    (path::WORKPLACES, Takes::Page, Access::Office(Permission::ReadWorkplaces)),
    (path::WORKPLACE_NEW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE, Takes::PageAndForm, WORKPLACE),
    (path::WORKPLACE_CLOSE, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_REOPEN, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_ADDRESS, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_POSTER, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODES, Takes::Page, Access::Office(Permission::ReadWorkplaces)),
    (path::PERSONNEL_CODES_NEW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE_REPLACE, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE_WITHDRAW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PEOPLE, Takes::Page, Access::Office(Permission::ReadPeople)),
    (path::INVITE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::SENT_INVITATION, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::PERSON, Takes::Page, Access::Office(Permission::ReadPeople)),
    (path::GIVE_ROLE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::TAKE_ROLE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::CHANGE_DEPARTMENTS, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::CLOSE_ACCOUNT, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::REOPEN_ACCOUNT, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::RESET_TELEPHONE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::INVITATION, Takes::PageAndForm, Access::Everybody),
    (path::WHO_SEES_WHAT, Takes::Page, Access::Everybody),
    (path::MAILBOX, Takes::Page, Access::Demo),
    (path::MAIL_SAMPLES, Takes::Page, Access::Demo),
    (path::MAIL_SAMPLE, Takes::Page, Access::Demo),
    (path::MAIL_HTML, Takes::Page, Access::Demo),
    (path::MAIL, Takes::Page, Access::Demo),
];

/// Forms in which everybody may write at length.
const WRITTEN: &[&str] = &[
    path::ASK,
    path::REPORT_BARRIER,
    path::REPORT_PROPOSAL,
    path::PROPOSE,
    path::PROPOSE_WHERE,
    path::PROPOSE_MORE,
    path::OWN_PROPOSAL,
];

/// Forms of people with an account that are kept, as all of the office are, while somebody signs in again: never one with
/// a password.
const KEPT: &[&str] = &[path::VOTE_ACCOUNT, path::SUPPORT, path::ACCOUNT_PROFILE];

/// How a form lets somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum WayIn {
    /// By what a mail or a telephone brought: whoever has it is one person.
    Brought,
    /// By a password. On a shared computer somebody else types theirs.
    Password,
    /// By a personnel code, where the same holds.
    PersonnelCode,
}

const WAYS_IN: &[(&str, WayIn)] = &[
    (path::SIGN_IN_CODE, WayIn::Brought),
    (path::SIGN_IN_LINK, WayIn::Brought),
    (path::SIGN_IN_SECOND_FACTOR, WayIn::Brought),
    (path::SIGN_IN, WayIn::Password),
    (path::ENTER, WayIn::PersonnelCode),
];

/// Whether everybody may write at length in the form with this whole pattern.
pub(in crate::web) fn is_written(pattern: &str) -> bool {
    pattern.strip_prefix(LANGUAGE).is_some_and(|below| WRITTEN.contains(&below))
}

/// How the form with this whole pattern lets somebody in, if it does.
pub(in crate::web) fn way_in(pattern: &str) -> Option<WayIn> {
    let below = pattern.strip_prefix(LANGUAGE)?;
    WAYS_IN.iter().find(|(path, _)| *path == below).map(|(_, way)| *way)
}

/// What the address with this whole pattern takes, if it is one of ours below a language.
pub(in crate::web) fn takes(pattern: &str) -> Option<Takes> {
    served(pattern).map(|(takes, _)| takes)
}

/// Who may open the address with this whole pattern, if it is one of ours below a language.
pub(in crate::web) fn access(pattern: &str) -> Option<Access> {
    served(pattern).map(|(_, access)| access)
}

fn served(pattern: &str) -> Option<(Takes, Access)> {
    let below = pattern.strip_prefix(LANGUAGE)?;
    SERVED.iter().find(|(path, _, _)| *path == below).map(|(_, takes, access)| (*takes, *access))
}

/// Whether somebody of the office sends a form to this path, of all paths in a language.
pub(in crate::web) fn takes_office_form(language: Language, path: &str) -> bool {
    let Some(below) = path.strip_prefix(&home(language)) else { return false };
    let is_kept = |served: &&Compiled| {
        served.access.of_office(false).is_some() || served.pattern.pattern().is_some_and(|own| KEPT.contains(&own))
    };
    let is_form = |served: &&Compiled| is_kept(served) && served.takes != Takes::Page;
    COMPILED.iter().filter(is_form).any(|served| {
        let mut found = Path::new(below);
        served.pattern.capture_match_info(&mut found) && found.get("slug").is_none_or(|slug| Slug::parse(slug).is_ok())
    })
}

/// Whether a path below a language is one of the pages that are served.
pub(in crate::web) fn is_page(below: &str) -> bool {
    COMPILED.iter().any(|served| served.takes != Takes::Form && served.pattern.is_match(below))
}

/// A line of [`SERVED`] whose pattern is ready to be matched.
struct Compiled {
    pattern: ResourceDef,
    takes: Takes,
    access: Access,
}

/// Made once: reading a pattern costs more than a whole request, and every form that is sent is matched against all.
static COMPILED: LazyLock<Vec<Compiled>> = LazyLock::new(|| {
    let compile = |(pattern, takes, access): &(&'static str, Takes, Access)| Compiled {
        pattern: ResourceDef::new(*pattern),
        takes: *takes,
        access: *access,
    };
    SERVED.iter().map(compile).collect()
});
