//! Every address of the service on one page: what it looks like, how a link to it is built, who answers it.
//!
//! They are printed in letters and in the council's papers. Never change one.

use actix_web::guard;
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, HttpRequest, Route, web};

use super::error::WebError;
use super::{
    accessibility_reports, account, api, assets, council, departments, easy, enter_proposals,
    following as following_pages, health, invitation, kept, legal, logo, mailbox, moderation, office, people,
    proposals as proposal_pages, propose as propose_pages, questions as question_pages, record, reports, result,
    review, set_up as set_up_pages, settings, shared, shortlist, sign_in, supports as support_pages, tokens, versions,
    visitor, who_can, workplaces as workplace_pages,
};
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::domain::slug::Slug;
use crate::locale::Language;

mod of_account;
mod of_council;
mod of_demo;
mod of_following;
mod of_people;
mod of_proposals;
mod of_questions;
mod of_record;
mod of_set_up;
mod of_workplaces;
mod organisation;
mod outside;
pub mod path;
mod served;
mod unprefixed;

pub use of_account::{
    account, account_address, account_data, account_delete, account_password, account_profile, account_sessions,
    api_record, second_factor, second_factor_and_go_to, sign_in_code, sign_in_link, sign_in_mail,
    sign_in_second_factor, token_revoke, tokens, with_next,
};
pub use of_council::{council_paper, office_decided, office_decision, office_decisions};
pub use of_demo::{mail, mail_html, mail_sample, mail_samples, mailbox};
pub use of_following::{follow, follow_confirm, follow_sent, follow_this, following, following_of};
pub use of_people::{
    change_departments, change_these_departments, close_account, give_role, invitation, invitation_of, invite, people,
    person, reopen_account, reset_telephone, sent_invitation, take_role, take_this_role, who_sees_what,
};
pub use of_proposals::{
    answer_times, correct_proposal, enter_proposal, entered_scan, entered_slip, find_proposal, moderation_figures,
    office_candidate, office_proposal, office_proposals, office_review, office_reviews, office_shortlist, own_proposal,
    proposal, proposal_form, proposal_versions, proposals, proposals_table, propose, propose_check, propose_draft,
    propose_more, propose_receipt, propose_similar, propose_where, report_proposal, reported_proposal, support,
};
pub(in crate::web) use of_questions::asked_anything;
pub use of_questions::{ask, ask_about, asked, help, help_of_round, question, question_new, questions};
pub use of_record::{
    office_record, office_record_of_round, office_record_roles, office_record_roles_table, office_record_table,
    record_entry, record_file, record_list, record_of_round, record_table,
};
pub use of_set_up::{new_round, set_up, set_up_part, set_up_preview, set_up_publish};
pub use of_workplaces::{
    enter, enter_address, enter_again, enter_anywhere, personnel_code, personnel_code_replace, personnel_code_withdraw,
    personnel_codes, personnel_codes_new, workplace, workplace_address, workplace_close, workplace_new,
    workplace_poster, workplace_reopen, workplaces,
};
pub use organisation::{
    accessibility_report, accessibility_reports, department, department_new, department_retire, departments, easy,
    failed_mails, office_mails, organisation, organisation_part, report_barrier, report_barrier_on, reported_barrier,
    test_mail,
};
pub use outside::{API_RECORD, OUTSIDE, OpenTo, UNSUBSCRIBE};
pub(super) use outside::{open_to, shut_undeclared};
pub use served::{Access, SERVED, Takes};
pub(super) use served::{WayIn, access, is_page, is_written, takes, takes_office_form, way_in};

/// One line for each feature.
fn features(cfg: &mut web::ServiceConfig) {
    cfg.configure(super::home::configure)
        .configure(super::round::configure)
        .configure(super::projects::configure)
        .configure(proposal_pages::configure)
        .configure(reports::configure)
        .configure(versions::configure)
        .configure(support_pages::configure)
        .configure(propose_pages::configure)
        .configure(super::vote::configure)
        .configure(result::configure)
        .configure(record::configure)
        .configure(legal::configure)
        .configure(easy::configure)
        .configure(accessibility_reports::configure)
        .configure(question_pages::configure)
        .configure(following_pages::configure)
        .configure(sign_in::configure)
        .configure(account::configure)
        .configure(office::configure)
        .configure(council::configure)
        .configure(moderation::configure)
        .configure(review::configure)
        .configure(shortlist::configure)
        .configure(enter_proposals::configure)
        .configure(set_up_pages::configure)
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
    cfg.service(web::resource(outside::ASSET).route(shown().to(assets::serve)))
        .service(web::resource(outside::FILE).route(shown().to(logo::serve)))
        .service(web::resource(outside::LIVE).route(shown().to(health::live)))
        .service(web::resource(outside::READY).route(shown().to(health::ready)))
        .configure(api::configure)
        .configure(following_pages::configure_one_click)
        .service(in_a_language);
    for pattern in outside::WITHOUT_LANGUAGE {
        cfg.service(web::resource(pattern).route(shown().to(unprefixed::to_language)));
    }
    cfg.default_service(web::to(unprefixed::not_found));
}

/// A route for GET and HEAD: monitors and checkers of links ask with HEAD.
#[must_use]
pub fn shown() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
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

/// Comes to a ballot with an account.
#[must_use]
pub fn vote_account(language: Language, slug: &Slug) -> String {
    format!("{}/account", vote(language, slug))
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

/// The account of whoever has just come in.
#[must_use]
pub fn signed_in(language: Language) -> String {
    format!("{}?done=signed-in", account(language))
}

/// Says who is signed in here already.
#[must_use]
pub fn signed_in_already(language: Language) -> String {
    format!("{}?after=twice", sign_in(language))
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
