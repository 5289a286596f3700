//! Showing and saving the settings.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::build::Sheet;
use super::check::check;
use super::form::Fields;
use super::mail::block;
use super::view::{Mistake, Outcome};
use crate::actions::organisation::{EditOrganisationError, edit_organisation};
use crate::store::organisation::{Organisation, find_organisation};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
    tested: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    _: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    let outcome = match (&asked.saved, &asked.tested) {
        (Some(_), _) => Outcome::Saved,
        (None, Some(_)) => Outcome::TestSent,
        (None, None) => Outcome::Fresh,
    };
    let fields = Fields::saved(organisation.as_ref());
    answer(&site, &visitor, StatusCode::OK, organisation.as_ref(), fields, (Vec::new(), outcome)).await
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    Office(member): Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(pairs);
    let edit = match check(&fields) {
        Ok(edit) => edit,
        Err(mistakes) => {
            let organisation = site.app.db.read(find_organisation).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&site, &visitor, status, organisation.as_ref(), fields, (mistakes, Outcome::Fresh)).await;
        }
    };
    match edit_organisation(&site.app.db, member.actor(), edit).await {
        Ok(()) => {
            site.forget_organisation();
            Ok(see_other(&format!("{}?saved=1", routes::settings(visitor.language))))
        }
        Err(EditOrganisationError::ChangedMeanwhile) => changed_meanwhile(&site, &visitor, fields).await,
        Err(error) => Err(error.into()),
    }
}

/// What was typed, beside what somebody else has saved.
async fn changed_meanwhile(site: &Site, visitor: &Visitor, fields: Fields) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    let at = organisation.as_ref().map(|found| site.words(visitor).date_time(found.updated_at)).unwrap_or_default();
    let outcome = Outcome::ChangedMeanwhile { at };
    answer(site, visitor, StatusCode::CONFLICT, organisation.as_ref(), fields, (Vec::new(), outcome)).await
}

async fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    organisation: Option<&Organisation>,
    fields: Fields,
    (mistakes, outcome): (Vec<(String, Mistake)>, Outcome),
) -> Result<HttpResponse, WebError> {
    let page = site.page(visitor, Menu::Office(OfficePlace::Settings))?;
    let mail = block(site, visitor).await?;
    let sheet = Sheet { words: site.words(visitor), fields, organisation, mistakes, outcome, mail };
    site.answer_with(status, visitor, &page, &sheet.page())
}
