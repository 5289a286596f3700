//! A review, and what is done with it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::act::{Act, Undone, carry_out};
use super::build::{Pen, Sent, review_show};
use super::fields::kept;
use super::load::{Opened, load_one};
use crate::actions::review::ReviewError;
use crate::domain::ids::ProposalNumber;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

type Answer = Result<HttpResponse, WebError>;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The act that was done just before.
    done: Option<String>,
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_one(&site, &visitor, &office, (slug, number)).await?;
    let fields = kept(&opened.review.fields);
    let done = asked.done.as_deref().and_then(Act::parse).map(Act::as_str);
    let sent = Sent { fields: &fields, mistakes: &Mistakes::new(), refused: None, done };
    answer(&site, &visitor, StatusCode::OK, &opened, &sent)
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_one(&site, &visitor, &office, (slug.clone(), number)).await?;
    let fields = Fields::typed(pairs);
    let act = Act::parse(fields.get("act")).ok_or_else(|| WebError::told(Code::MalformedRequest))?;
    match carry_out(act, &site.app.db, (office.actor(), &visitor), (&opened, &fields)).await {
        Ok(()) => {
            // What was decided or handed over a moment ago must not be missing on the pages that are kept for strangers.
            site.shared_pages.forget();
            Ok(see_other(&leads_to(act, &visitor, &slug, number)))
        }
        Err(Undone::Mistakes(mistakes)) => {
            let sent = Sent { fields: &fields, mistakes: &mistakes, refused: None, done: None };
            answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &opened, &sent)
        }
        Err(Undone::Error(error)) => {
            let refused = refused(&error).ok_or(error)?;
            let opened = load_one(&site, &visitor, &office, (slug, number)).await?;
            let sent = Sent { fields: &fields, mistakes: &Mistakes::new(), refused: Some(refused), done: None };
            answer(&site, &visitor, StatusCode::CONFLICT, &opened, &sent)
        }
    }
}

/// Whoever decided goes on with the next one; everybody else stays.
fn leads_to(act: Act, visitor: &Visitor, slug: &crate::domain::slug::Slug, number: ProposalNumber) -> String {
    match act {
        Act::Decide | Act::HandOver => {
            let list = routes::office_reviews(visitor.language, slug);
            format!("{list}?done={}&number={}", act.as_str(), number.value())
        }
        Act::Save | Act::Ask | Act::AskStatement | Act::GiveStatement => {
            let here = routes::office_review(visitor.language, slug, number);
            format!("{here}?done={}", act.as_str())
        }
    }
}

/// The end of the key that says why an act was not done, where the page goes on; none where another page answers.
const fn refused(error: &ReviewError) -> Option<&'static str> {
    match error {
        ReviewError::ChangedMeanwhile => Some("changed"),
        ReviewError::NotReviewed(_) => Some("not-reviewed"),
        ReviewError::Stage(_) => Some("stage"),
        ReviewError::AuthorIsAsked(_) => Some("asked"),
        ReviewError::DepartmentGone => Some("department"),
        ReviewError::OnTheBallot => Some("on-the-ballot"),
        ReviewError::BallotMade => Some("ballot-made"),
        ReviewError::OtherDepartment => Some("elsewhere"),
        ReviewError::Forbidden(_)
        | ReviewError::Faults(_)
        | ReviewError::NoOriginal
        | ReviewError::NoObjection
        | ReviewError::Randomness(_)
        | ReviewError::Store(_) => None,
    }
}

fn answer(site: &Site, visitor: &Visitor, status: StatusCode, opened: &Opened, sent: &Sent<'_>) -> Answer {
    let view = review_show(opened, sent, Pen { words: site.words(visitor), now: visitor.now });
    let page = site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?;
    site.answer_with(status, visitor, &page, &view)
}
