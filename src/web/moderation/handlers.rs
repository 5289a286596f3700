//! The queue, a proposal, and what is done with it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::act::{Mistakes, NotDone, Typed};
use super::build::{Form, moderation_list, moderation_show};
use super::load::{Opened, Part, load_list, load_one};
use crate::domain::ids::ProposalNumber;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedForm;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

type Answer = Result<HttpResponse, WebError>;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    page: Option<String>,
    /// The number of the proposal with which something has just been done.
    done: Option<String>,
    /// What has been done, where the state of the proposal says too little.
    what: Option<String>,
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let part = asked.show.as_deref().map(Part::parse);
    let wanted = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let done = asked.done.as_deref().and_then(|number| number.parse().ok()).map(ProposalNumber::new);
    let listed = load_list(&site, &visitor, &office, slug, (part, wanted, done)).await?;
    let view = moderation_list(&listed, asked.what.as_deref(), visitor.language, site.words(&visitor));
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_one(&site, &visitor, &office, (slug, number)).await?;
    answer(&site, &visitor, StatusCode::OK, &opened, (&Typed::default(), Mistakes::default()))
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_one(&site, &visitor, &office, (slug.clone(), number)).await?;
    let act = match typed.read().ok_or_else(|| WebError::told(Code::MalformedRequest))? {
        Ok(act) => act,
        Err(mistakes) => {
            return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &opened, (&typed, mistakes));
        }
    };
    let told = act.told().map(|what| format!("&what={what}")).unwrap_or_default();
    match act.carry_out(&site.app.db, office.actor(), number).await {
        Ok(()) => {
            // What was hidden a moment ago must not come from the pages that are kept for strangers.
            site.shared_pages.forget();
            let list = routes::office_proposals(visitor.language, &slug);
            Ok(see_other(&format!("{list}?done={}{told}", number.value())))
        }
        Err(NotDone::Meanwhile) => {
            let opened = load_one(&site, &visitor, &office, (slug, number)).await?;
            answer(&site, &visitor, StatusCode::CONFLICT, &opened, (&typed, Mistakes::default()))
        }
        Err(NotDone::Refused(error)) => Err(error),
    }
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    opened: &Opened,
    (typed, mistakes): (&Typed, Mistakes),
) -> Answer {
    let form = Form { typed, mistakes, came_too_late: status == StatusCode::CONFLICT };
    let view = moderation_show(opened, &form, visitor.language, site.words(visitor));
    let page = site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?;
    site.answer_with(status, visitor, &page, &view)
}
