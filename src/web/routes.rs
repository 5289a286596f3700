//! Every address of the service on one page: what it looks like, how a link to it is built, who answers it.
//!
//! They are printed in letters and in the council's papers. Never change one.

use std::sync::LazyLock;

use actix_web::dev::{HttpServiceFactory, Path, ResourceDef};
use actix_web::guard;
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, HttpRequest, Route, web};

use super::error::WebError;
use super::{
    accessibility_reports, account, api, assets, departments, easy, health, invitation, kept, legal, logo, mailbox,
    office, people, record, result, settings, shared, sign_in, tokens, visitor, who_can, workplaces as workplace_pages,
};
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::domain::permission::Permission;
use crate::domain::slug::Slug;
use crate::locale::Language;

mod of_account;
mod of_demo;
mod of_people;
mod of_record;
mod of_workplaces;
mod organisation;
pub mod path;
mod unprefixed;

pub use of_account::{
    account, account_address, account_data, account_delete, account_password, account_profile, account_sessions,
    api_record, second_factor, second_factor_and_go_to, sign_in_code, sign_in_link, sign_in_mail,
    sign_in_second_factor, token_revoke, tokens, with_next,
};
pub use of_demo::{mail, mail_html, mailbox};
pub use of_people::{
    change_departments, change_these_departments, close_account, give_role, invitation, invitation_of, invite, people,
    person, reopen_account, reset_telephone, sent_invitation, take_role, take_this_role, who_sees_what,
};
pub use of_record::{
    office_record, office_record_of_round, office_record_roles, office_record_roles_table, office_record_table,
    record_entry, record_file, record_list, record_of_round, record_table,
};
pub use of_workplaces::{
    enter, enter_address, enter_anywhere, personnel_code, personnel_code_replace, personnel_code_withdraw,
    personnel_codes, personnel_codes_new, workplace, workplace_address, workplace_close, workplace_new,
    workplace_poster, workplace_reopen, workplaces,
};
pub use organisation::{
    accessibility_report, accessibility_reports, department, department_new, department_retire, departments, easy,
    failed_mails, office_mails, organisation, organisation_part, report_barrier, report_barrier_on, reported_barrier,
    test_mail,
};

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

/// Who may open an address. The doors that handlers take ([`super::visitor`]) hold people against it, and a test tries
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
}

/// What is served below a language, what each address takes, and who may open it. The tests walk along this list, and
/// an address that is not on it answers nothing.
pub const SERVED: &[(&str, Takes, Access)] = &[
    (path::HOME, Takes::Page, Access::Everybody),
    (path::ROUND, Takes::Page, Access::Everybody),
    (path::PROJECTS, Takes::Page, Access::Everybody),
    (path::PROJECT, Takes::Page, Access::Everybody),
    (path::VOTE, Takes::Page, Access::Everybody),
    (path::VOTE_CODE, Takes::Form, Access::Everybody),
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
    (path::OFFICE_RECORD, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_RECORD_TABLE, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_ROLES, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::OFFICE_ROLES_TABLE, Takes::Page, Access::Office(Permission::ReadRecord)),
    (path::SETTINGS, Takes::Page, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION, Takes::Page, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_NAME, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_LOGO, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_COLOURS, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_HELP, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_TEXTS, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_LANGUAGES, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_WORDS, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_NEIGHBOURHOODS, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::ORGANISATION_EASY, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::DEPARTMENTS, Takes::Page, Access::Office(Permission::EditOrganisation)),
    (path::DEPARTMENT_NEW, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::DEPARTMENT, Takes::PageAndForm, Access::Office(Permission::EditOrganisation)),
    (path::DEPARTMENT_RETIRE, Takes::Form, Access::Office(Permission::EditOrganisation)),
    (path::ACCESSIBILITY_REPORTS, Takes::Page, Access::Office(Permission::AnswerBarrierReport)),
    (path::ACCESSIBILITY_REPORT, Takes::PageAndForm, Access::Office(Permission::AnswerBarrierReport)),
    (path::OFFICE_MAILS, Takes::Page, Access::Office(Permission::EditOrganisation)),
    (path::TEST_MAIL, Takes::Form, Access::Office(Permission::EditOrganisation)),
    (path::FAILED_MAILS, Takes::Page, Access::Office(Permission::EditOrganisation)),
    (path::TOKENS, Takes::PageAndForm, Access::Office(Permission::MakeApiToken)),
    (path::TOKEN_REVOKE, Takes::Form, Access::Office(Permission::MakeApiToken)),
    (path::WORKPLACES, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_NEW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_CLOSE, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_REOPEN, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_ADDRESS, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::WORKPLACE_POSTER, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODES, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODES_NEW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE, Takes::Page, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE_REPLACE, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PERSONNEL_CODE_WITHDRAW, Takes::PageAndForm, Access::Office(Permission::ManageWorkplaces)),
    (path::PEOPLE, Takes::Page, Access::Office(Permission::ManagePeople)),
    (path::INVITE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::SENT_INVITATION, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::PERSON, Takes::Page, Access::Office(Permission::ManagePeople)),
    (path::GIVE_ROLE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::TAKE_ROLE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::CHANGE_DEPARTMENTS, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::CLOSE_ACCOUNT, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::REOPEN_ACCOUNT, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::RESET_TELEPHONE, Takes::PageAndForm, Access::Office(Permission::ManagePeople)),
    (path::INVITATION, Takes::PageAndForm, Access::Everybody),
    (path::WHO_SEES_WHAT, Takes::Page, Access::Everybody),
    (path::MAILBOX, Takes::Page, Access::Demo),
    (path::MAIL_HTML, Takes::Page, Access::Demo),
    (path::MAIL, Takes::Page, Access::Demo),
];

/// One line for each feature.
fn features(cfg: &mut web::ServiceConfig) {
    cfg.configure(super::home::configure)
        .configure(super::round::configure)
        .configure(super::projects::configure)
        .configure(super::vote::configure)
        .configure(result::configure)
        .configure(record::configure)
        .configure(legal::configure)
        .configure(easy::configure)
        .configure(accessibility_reports::configure)
        .configure(sign_in::configure)
        .configure(account::configure)
        .configure(office::configure)
        .configure(settings::configure)
        .configure(departments::configure)
        .configure(tokens::configure)
        .configure(people::configure)
        .configure(workplace_pages::configure)
        .configure(invitation::configure)
        .configure(who_can::configure)
        .configure(mailbox::configure);
}

/// The prefix of everything that people read.
const LANGUAGE: &str = "/{language:de|en|xm}";

/// Everything that the service answers.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    // Those two rest on the last one, which says who asks and is passed first.
    let in_a_language = web::scope(LANGUAGE)
        .wrap(from_fn(kept::keep))
        .wrap(from_fn(shared::share))
        .wrap(from_fn(visitor::resolve))
        .configure(features);
    cfg.service(web::resource("/assets/{name}").route(shown().to(assets::serve)))
        .service(web::resource("/files/{name}").route(shown().to(logo::serve)))
        .service(web::resource("/health/live").route(shown().to(health::live)))
        .service(web::resource("/health/ready").route(shown().to(health::ready)))
        .service(web::scope(api::SCOPE).configure(api::configure))
        .service(in_a_language)
        .service(without_language())
        .default_service(web::to(unprefixed::not_found));
}

/// Addresses that somebody typed without a language lead to the page in theirs.
fn without_language() -> impl HttpServiceFactory {
    let first =
        "rounds|record|imprint|privacy|accessibility|easy|who-sees-what|sign-in|enter|invitation|account|office|demo";
    web::resource(vec!["/".to_owned(), format!("/{{first:{first}}}"), format!("/{{first:{first}}}/{{rest:.*}}")])
        .route(shown().to(unprefixed::to_language))
}

/// A route for GET and HEAD: monitors and checkers of links ask with HEAD.
#[must_use]
pub fn shown() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// What the address with this whole pattern takes, if it is one of ours below a language.
pub(super) fn takes(pattern: &str) -> Option<Takes> {
    served(pattern).map(|(takes, _)| takes)
}

/// Who may open the address with this whole pattern, if it is one of ours below a language.
pub(super) fn access(pattern: &str) -> Option<Access> {
    served(pattern).map(|(_, access)| access)
}

fn served(pattern: &str) -> Option<(Takes, Access)> {
    let below = pattern.strip_prefix(LANGUAGE)?;
    SERVED.iter().find(|(path, _, _)| *path == below).map(|(_, takes, access)| (*takes, *access))
}

/// Whether somebody of the office sends a form to this path, of all paths in a language.
pub(super) fn takes_office_form(language: Language, path: &str) -> bool {
    let Some(below) = path.strip_prefix(&home(language)) else { return false };
    let is_form = |served: &&Compiled| matches!(served.access, Access::Office(_)) && served.takes != Takes::Page;
    COMPILED.iter().filter(is_form).any(|served| {
        let mut found = Path::new(below);
        served.pattern.capture_match_info(&mut found) && found.get("slug").is_none_or(|slug| Slug::parse(slug).is_ok())
    })
}

/// Whether a path below a language is one of the pages that are served.
pub(super) fn is_page(below: &str) -> bool {
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

/// The round's name in the address; an impossible one is not found.
#[derive(Debug, Clone)]
pub struct RoundSlug(pub Slug);

impl FromRequest for RoundSlug {
    type Error = WebError;
    type Future = std::future::Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future {
        std::future::ready(slug_of(request).map(Self).ok_or_else(WebError::not_found))
    }
}

pub(super) fn slug_of(request: &HttpRequest) -> Option<Slug> {
    Slug::parse(request.match_info().get("slug")?).ok()
}

/// A whole number in the address, such as `number` or `area`.
///
/// # Errors
/// What is no number is not found.
pub fn number_of(request: &HttpRequest, name: &str) -> Result<u32, WebError> {
    let text = request.match_info().get(name).unwrap_or_default();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(WebError::not_found)
}

/// The start page.
#[must_use]
pub fn home(language: Language) -> String {
    format!("/{}", language.code())
}

/// A round.
#[must_use]
pub fn round(language: Language, slug: &Slug) -> String {
    format!("{}/rounds/{slug}", home(language))
}

/// The projects of a round.
#[must_use]
pub fn projects(language: Language, slug: &Slug) -> String {
    format!("{}/projects", round(language, slug))
}

/// The projects of an area.
#[must_use]
pub fn projects_of_area(language: Language, slug: &Slug, area: AreaNumber) -> String {
    format!("{}?area={area}", projects(language, slug))
}

/// A project; its number has five digits, as on paper.
#[must_use]
pub fn project(language: Language, slug: &Slug, number: ProjectNumber) -> String {
    format!("{}/{:05}", projects(language, slug), number.value())
}

/// Where a code is entered.
#[must_use]
pub fn vote(language: Language, slug: &Slug) -> String {
    format!("{}/vote", round(language, slug))
}

/// Where somebody without a code learns what to do.
#[must_use]
pub fn no_letter(language: Language, slug: &Slug) -> String {
    format!("{}#lost", vote(language, slug))
}

/// Takes a code.
#[must_use]
pub fn vote_code(language: Language, slug: &Slug) -> String {
    format!("{}/code", vote(language, slug))
}

/// The ballot.
#[must_use]
pub fn ballot(language: Language, slug: &Slug) -> String {
    format!("{}/ballot", vote(language, slug))
}

/// An empty ballot for somebody who has cast one before.
#[must_use]
pub fn another_ballot(language: Language, slug: &Slug) -> String {
    format!("{}?again=1", ballot(language, slug))
}

/// Shows the choices for a last look.
#[must_use]
pub fn check(language: Language, slug: &Slug) -> String {
    format!("{}/check", vote(language, slug))
}

/// Puts the ballot into the box.
#[must_use]
pub fn cast(language: Language, slug: &Slug) -> String {
    format!("{}/cast", vote(language, slug))
}

/// The receipt.
#[must_use]
pub fn receipt(language: Language, slug: &Slug) -> String {
    format!("{}/receipt", vote(language, slug))
}

/// Ends the voter's session.
#[must_use]
pub fn leave(language: Language, slug: &Slug) -> String {
    format!("{}/leave", vote(language, slug))
}

/// The result.
#[must_use]
pub fn result(language: Language, slug: &Slug) -> String {
    format!("{}/result", round(language, slug))
}

/// The result of one area of several.
#[must_use]
pub fn result_area(language: Language, slug: &Slug, area: AreaNumber) -> String {
    format!("{}/areas/{area}", result(language, slug))
}

/// The ballots of an area for a recount.
#[must_use]
pub fn result_file(language: Language, slug: &Slug, area: AreaNumber) -> String {
    format!("{}/{area}.pb", result(language, slug))
}

/// Who is responsible.
#[must_use]
pub fn imprint(language: Language) -> String {
    format!("{}{}", home(language), path::IMPRINT)
}

/// What is stored and for how long.
#[must_use]
pub fn privacy(language: Language) -> String {
    format!("{}{}", home(language), path::PRIVACY)
}

/// What works for whom.
#[must_use]
pub fn accessibility(language: Language) -> String {
    format!("{}{}", home(language), path::ACCESSIBILITY)
}

/// Signs in.
#[must_use]
pub fn sign_in(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_IN)
}

/// Signs in and goes on to a path of this site.
#[must_use]
pub fn sign_in_and_go_to(language: Language, next: &str) -> String {
    with_next(&sign_in(language), next)
}

/// Signs out.
#[must_use]
pub fn sign_out(language: Language) -> String {
    format!("{}{}", home(language), path::SIGN_OUT)
}

/// The office's overview.
#[must_use]
pub fn office(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE)
}

/// A round in the office.
#[must_use]
pub fn office_round(language: Language, slug: &Slug) -> String {
    format!("{}/rounds/{slug}", office(language))
}

/// Moves the end of voting.
#[must_use]
pub fn office_extend(language: Language, slug: &Slug) -> String {
    format!("{}/extend", office_round(language, slug))
}

/// Ends voting.
#[must_use]
pub fn office_close(language: Language, slug: &Slug) -> String {
    format!("{}/close", office_round(language, slug))
}

/// Certifies the voting.
#[must_use]
pub fn office_certify(language: Language, slug: &Slug) -> String {
    format!("{}/certify", office_round(language, slug))
}

/// How far the count is.
#[must_use]
pub fn office_count(language: Language, slug: &Slug) -> String {
    format!("{}/count", office_round(language, slug))
}

/// Publishes the result.
#[must_use]
pub fn office_publish(language: Language, slug: &Slug) -> String {
    format!("{}/publish", office_round(language, slug))
}
