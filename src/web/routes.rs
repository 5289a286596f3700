//! Every address of the service on one page: what it looks like, how a link to it is built, who answers it.
//!
//! They are printed in letters and in the council's papers. Never change one.

use actix_web::dev::{HttpServiceFactory, Path, ResourceDef};
use actix_web::guard;
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, HttpRequest, Route, web};

use super::error::WebError;
use super::{assets, health, kept, legal, mailbox, office, record, result, settings, shared, sign_in, visitor};
use crate::domain::ids::{AreaNumber, MailId, ProjectNumber};
use crate::domain::slug::Slug;
use crate::locale::Language;

mod of_record;
mod unprefixed;

pub use of_record::{
    office_record, office_record_of_round, office_record_roles, office_record_roles_table, office_record_table,
    record_entry, record_file, record_list, record_of_round, record_table,
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

/// The patterns below a language, for the `configure` of each feature.
pub mod path {
    /// The start page.
    pub const HOME: &str = "";
    /// A round.
    pub const ROUND: &str = "/rounds/{slug}";
    /// The projects of a round.
    pub const PROJECTS: &str = "/rounds/{slug}/projects";
    /// A project.
    pub const PROJECT: &str = "/rounds/{slug}/projects/{number}";
    /// Where a code is entered; `?code=` fills it in.
    pub const VOTE: &str = "/rounds/{slug}/vote";
    /// Takes a code.
    pub const VOTE_CODE: &str = "/rounds/{slug}/vote/code";
    /// The ballot; a POST shows it again with its choices.
    pub const VOTE_BALLOT: &str = "/rounds/{slug}/vote/ballot";
    /// Shows the choices for a last look.
    pub const VOTE_CHECK: &str = "/rounds/{slug}/vote/check";
    /// Puts the ballot into the box.
    pub const VOTE_CAST: &str = "/rounds/{slug}/vote/cast";
    /// The receipt.
    pub const VOTE_RECEIPT: &str = "/rounds/{slug}/vote/receipt";
    /// Ends the voter's session.
    pub const VOTE_LEAVE: &str = "/rounds/{slug}/vote/leave";
    /// The result.
    pub const RESULT: &str = "/rounds/{slug}/result";
    /// The result of one area of several.
    pub const RESULT_AREA: &str = "/rounds/{slug}/result/areas/{area}";
    /// The ballots of an area for a recount.
    pub const RESULT_FILE: &str = "/rounds/{slug}/result/{area}.pb";
    /// The public record.
    pub const RECORD: &str = "/record";
    /// What was found in it as a table.
    pub const RECORD_TABLE: &str = "/record.csv";
    /// The exact text of an entry.
    pub const RECORD_FILE: &str = "/record/{id}.json";
    /// An entry.
    pub const RECORD_ENTRY: &str = "/record/{id}";
    /// Who is responsible.
    pub const IMPRINT: &str = "/imprint";
    /// What is stored and for how long.
    pub const PRIVACY: &str = "/privacy";
    /// What works for whom.
    pub const ACCESSIBILITY: &str = "/accessibility";
    /// Signs in.
    pub const SIGN_IN: &str = "/sign-in";
    /// Signs out.
    pub const SIGN_OUT: &str = "/sign-out";
    /// The office's overview.
    pub const OFFICE: &str = "/office";
    /// A round in the office.
    pub const OFFICE_ROUND: &str = "/office/rounds/{slug}";
    /// Moves the end of voting.
    pub const OFFICE_EXTEND: &str = "/office/rounds/{slug}/extend";
    /// Ends voting.
    pub const OFFICE_CLOSE: &str = "/office/rounds/{slug}/close";
    /// Certifies the voting.
    pub const OFFICE_CERTIFY: &str = "/office/rounds/{slug}/certify";
    /// How far the count is.
    pub const OFFICE_COUNT: &str = "/office/rounds/{slug}/count";
    /// Publishes the result.
    pub const OFFICE_PUBLISH: &str = "/office/rounds/{slug}/publish";
    /// The whole record.
    pub const OFFICE_RECORD: &str = "/office/record";
    /// What was found in it as a table.
    pub const OFFICE_RECORD_TABLE: &str = "/office/record.csv";
    /// Who held which role when.
    pub const OFFICE_ROLES: &str = "/office/record/roles";
    /// The same as a table.
    pub const OFFICE_ROLES_TABLE: &str = "/office/record/roles.csv";
    /// The organisation's settings.
    pub const SETTINGS: &str = "/office/settings";
    /// The demonstration's mails.
    pub const MAILBOX: &str = "/demo/mailbox";
    /// One of them.
    pub const MAIL: &str = "/demo/mailbox/{id}";
}

/// What is served below a language, and what each address takes. The tests walk along this list: a form that is not
/// on it is not held against forged requests.
pub const SERVED: &[(&str, Takes)] = &[
    (path::HOME, Takes::Page),
    (path::ROUND, Takes::Page),
    (path::PROJECTS, Takes::Page),
    (path::PROJECT, Takes::Page),
    (path::VOTE, Takes::Page),
    (path::VOTE_CODE, Takes::Form),
    (path::VOTE_BALLOT, Takes::PageAndForm),
    (path::VOTE_CHECK, Takes::Form),
    (path::VOTE_CAST, Takes::Form),
    (path::VOTE_RECEIPT, Takes::Page),
    (path::VOTE_LEAVE, Takes::Form),
    (path::RESULT, Takes::Page),
    (path::RESULT_AREA, Takes::Page),
    (path::RESULT_FILE, Takes::Page),
    (path::RECORD, Takes::Page),
    (path::RECORD_TABLE, Takes::Page),
    (path::RECORD_FILE, Takes::Page),
    (path::RECORD_ENTRY, Takes::Page),
    (path::IMPRINT, Takes::Page),
    (path::PRIVACY, Takes::Page),
    (path::ACCESSIBILITY, Takes::Page),
    (path::SIGN_IN, Takes::PageAndForm),
    (path::SIGN_OUT, Takes::Form),
    (path::OFFICE, Takes::Page),
    (path::OFFICE_ROUND, Takes::Page),
    (path::OFFICE_EXTEND, Takes::PageAndForm),
    (path::OFFICE_CLOSE, Takes::PageAndForm),
    (path::OFFICE_CERTIFY, Takes::PageAndForm),
    (path::OFFICE_COUNT, Takes::Page),
    (path::OFFICE_PUBLISH, Takes::PageAndForm),
    (path::OFFICE_RECORD, Takes::Page),
    (path::OFFICE_RECORD_TABLE, Takes::Page),
    (path::OFFICE_ROLES, Takes::Page),
    (path::OFFICE_ROLES_TABLE, Takes::Page),
    (path::SETTINGS, Takes::PageAndForm),
    (path::MAILBOX, Takes::Page),
    (path::MAIL, Takes::Page),
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
        .configure(sign_in::configure)
        .configure(office::configure)
        .configure(settings::configure)
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
        .service(web::resource("/health/live").route(shown().to(health::live)))
        .service(web::resource("/health/ready").route(shown().to(health::ready)))
        .service(in_a_language)
        .service(without_language())
        .default_service(web::to(unprefixed::not_found));
}

/// Addresses that somebody typed without a language lead to the page in theirs.
fn without_language() -> impl HttpServiceFactory {
    let first = "rounds|record|imprint|privacy|accessibility|sign-in|office|demo";
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
    let below = pattern.strip_prefix(LANGUAGE)?;
    SERVED.iter().find(|(path, _)| *path == below).map(|(_, takes)| *takes)
}

/// Whether somebody of the office sends a form to this path, of all paths in a language.
pub(super) fn takes_office_form(language: Language, path: &str) -> bool {
    let Some(below) = path.strip_prefix(&home(language)) else { return false };
    let is_form = |pattern: &str, takes: Takes| pattern.starts_with(path::OFFICE) && takes != Takes::Page;
    SERVED.iter().filter(|(pattern, takes)| is_form(pattern, *takes)).any(|(pattern, _)| {
        let mut found = Path::new(below);
        ResourceDef::new(*pattern).capture_match_info(&mut found)
            && found.get("slug").is_none_or(|slug| Slug::parse(slug).is_ok())
    })
}

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
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{}?next={next}", sign_in(language))
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

/// The organisation's settings.
#[must_use]
pub fn settings(language: Language) -> String {
    format!("{}{}", home(language), path::SETTINGS)
}

/// The demonstration's mails.
#[must_use]
pub fn mailbox(language: Language) -> String {
    format!("{}{}", home(language), path::MAILBOX)
}

/// One of them.
#[must_use]
pub fn mail(language: Language, id: MailId) -> String {
    format!("{}/{id}", mailbox(language))
}
