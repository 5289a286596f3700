//! Showing and saving the parts that are one plain form each.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::build::Sheet;
use super::form::Fields;
use super::mistake::Mistakes;
use super::part::PlainPart;
use super::view::Outcome;
use crate::actions::organisation::EditOrganisationError;
use crate::domain::organisation::Part;
use crate::domain::permission::{Permission, Scope};
use crate::store::organisation::{Organisation, find_organisation};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// The button of a form that only wants to be looked at.
const LOOK: &str = "preview";

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    pub(super) saved: Option<String>,
}

impl Asked {
    pub(super) const fn outcome(&self) -> Outcome {
        if self.saved.is_some() { Outcome::Saved } else { Outcome::Fresh }
    }
}

pub(super) async fn show(
    part: PlainPart,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    let fields = part.saved(organisation.as_ref());
    if !office.may_also(Permission::EditOrganisation, Scope::Organisation) {
        let (words, organisation) = (site.words(&visitor), organisation.as_ref());
        let sheet = Sheet { part, words, fields, organisation, mistakes: Vec::new(), outcome: Outcome::Fresh };
        return site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &sheet.reading());
    }
    answer(part, &site, &visitor, StatusCode::OK, organisation.as_ref(), fields, (Vec::new(), asked.outcome()))
}

pub(super) async fn save(
    part: PlainPart,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    pairs: Vec<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(pairs);
    let (mistakes, status) = match part.read(&fields) {
        Ok(_) if fields.has(LOOK) => (Mistakes::new(), StatusCode::OK),
        Ok(edit) => match edit.save(&site.app.db, office.actor(), fields.version()).await {
            Ok(()) => return Ok(saved(&site, &visitor, part.part())),
            Err(EditOrganisationError::ChangedMeanwhile) => {
                return changed_meanwhile(part, &site, &visitor, fields).await;
            }
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => (mistakes, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let organisation = site.app.db.read(find_organisation).await?;
    answer(part, &site, &visitor, status, organisation.as_ref(), fields, (mistakes, Outcome::Fresh))
}

/// Leads back to the form, which says that it is saved.
pub(super) fn saved(site: &Site, visitor: &Visitor, part: Part) -> HttpResponse {
    site.forget_organisation();
    see_other(&format!("{}?saved=1", routes::organisation_part(visitor.language, part.as_str())))
}

/// That somebody else has saved this part, and when.
pub(super) fn meanwhile(site: &Site, visitor: &Visitor, organisation: Option<&Organisation>, part: Part) -> Outcome {
    let changed = organisation.and_then(|found| found.part(part));
    Outcome::ChangedMeanwhile { at: changed.map(|part| site.words(visitor).date_time(part.updated_at)) }
}

/// What was typed, beside what somebody else has saved.
async fn changed_meanwhile(
    part: PlainPart,
    site: &Site,
    visitor: &Visitor,
    fields: Fields,
) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    let outcome = meanwhile(site, visitor, organisation.as_ref(), part.part());
    answer(part, site, visitor, StatusCode::CONFLICT, organisation.as_ref(), fields, (Vec::new(), outcome))
}

fn answer(
    part: PlainPart,
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    organisation: Option<&Organisation>,
    fields: Fields,
    (mistakes, outcome): (Mistakes, Outcome),
) -> Result<HttpResponse, WebError> {
    let page = site.page(visitor, Menu::Office(OfficePlace::Settings))?;
    let sheet = Sheet { part, words: site.words(visitor), fields, organisation, mistakes, outcome };
    site.answer_with(status, visitor, &page, &sheet.page())
}
