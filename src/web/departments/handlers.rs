//! The list of departments; adding, editing and retiring one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::form::{SUBSTITUTE, Sheet, read, saved};
use super::view::{DepartmentList, DepartmentRow};
use crate::actions::department::{
    DepartmentError, add_department, bring_back_department, edit_department, retire_department,
};
use crate::domain::ids::DepartmentId;
use crate::domain::permission::{Permission, Scope};
use crate::store::departments::{Department, list_departments};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::{self, number_of};
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::Outcome;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let may_edit = office.may_also(Permission::EditOrganisation, Scope::Organisation);
    let all = site.app.db.read(list_departments).await?;
    let language = visitor.language;
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let row = |one: &Department| DepartmentRow {
        name: one.name(language.written()),
        url: routes::department(language, one.id),
        email: filled(&one.email),
        telephone: filled(&one.telephone),
        deputy: filled(&one.deputy_name).or_else(|| filled(&one.deputy_email).filter(|_| may_edit)),
        substitute: one
            .substitute
            .and_then(|id| all.iter().find(|other| other.id == id))
            .map(|one| one.name(language.written())),
    };
    let done = match asked.done.as_deref() {
        Some("saved") => Some("departments-saved"),
        Some("retired") => Some("departments-retired"),
        Some("back") => Some("departments-back"),
        Some(_) | None => None,
    };
    let (retired, at_work): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.retired_at.is_some());
    let view = DepartmentList {
        overview_url: routes::organisation(language),
        new_url: may_edit.then(|| routes::department_new(language)),
        done: done.map(|key| site.words(&visitor).text(key, &[])),
        departments: at_work.into_iter().map(row).collect(),
        retired: retired.into_iter().map(row).collect(),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &view)
}

pub(super) async fn show_new(site: web::Data<Site>, visitor: Visitor, _: Office) -> Result<HttpResponse, WebError> {
    let all = site.app.db.read(list_departments).await?;
    let form = (Fields::default(), Mistakes::new(), Outcome::Fresh);
    answer(&site, &visitor, StatusCode::OK, (&all, None), form)
}

pub(super) async fn add(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(pairs);
    let mistakes = match read(&fields) {
        Ok(details) => match add_department(&site.app.db, office.actor(), details).await {
            Ok(_) => return Ok(done(&visitor, "saved")),
            Err(DepartmentError::CannotTakeOver) => vec![(SUBSTITUTE.to_owned(), Mistake::CannotTakeOver)],
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => mistakes,
    };
    let all = site.app.db.read(list_departments).await?;
    answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, (&all, None), (fields, mistakes, Outcome::Fresh))
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
) -> Result<HttpResponse, WebError> {
    let all = site.app.db.read(list_departments).await?;
    let own = find(&request, &all)?;
    if !office.may_also(Permission::EditOrganisation, Scope::Organisation) {
        let (words, fields, mistakes) = (site.words(&visitor), saved(Some(own)), Mistakes::new());
        let sheet = Sheet { words, fields, mistakes, outcome: Outcome::Fresh, all: &all, own: Some(own) };
        return site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &sheet.reading(own));
    }
    answer(&site, &visitor, StatusCode::OK, (&all, Some(own)), (saved(Some(own)), Mistakes::new(), Outcome::Fresh))
}

pub(super) async fn edit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let id = DepartmentId::new(number_of(&request, "id")?.into());
    let fields = Fields::typed(pairs);
    let seen = fields.version().unwrap_or(0);
    let (status, mistakes, outcome) = match read(&fields) {
        Ok(details) => match edit_department(&site.app.db, office.actor(), (id, seen), details).await {
            Ok(()) => return Ok(done(&visitor, "saved")),
            Err(DepartmentError::CannotTakeOver) => {
                let mistakes = vec![(SUBSTITUTE.to_owned(), Mistake::CannotTakeOver)];
                (StatusCode::UNPROCESSABLE_ENTITY, mistakes, Outcome::Fresh)
            }
            Err(DepartmentError::ChangedMeanwhile) => {
                (StatusCode::CONFLICT, Mistakes::new(), Outcome::ChangedMeanwhile { at: None })
            }
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => (StatusCode::UNPROCESSABLE_ENTITY, mistakes, Outcome::Fresh),
    };
    let all = site.app.db.read(list_departments).await?;
    let own = find(&request, &all)?;
    answer(&site, &visitor, status, (&all, Some(own)), (fields, mistakes, outcome))
}

pub(super) async fn retire(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let id = DepartmentId::new(number_of(&request, "id")?.into());
    let fields = Fields::typed(pairs);
    let seen = (id, fields.version().unwrap_or(0));
    if fields.get("act") == "back" {
        bring_back_department(&site.app.db, office.actor(), seen).await?;
        return Ok(done(&visitor, "back"));
    }
    retire_department(&site.app.db, office.actor(), seen).await?;
    Ok(done(&visitor, "retired"))
}

fn find<'a>(request: &HttpRequest, all: &'a [Department]) -> Result<&'a Department, WebError> {
    let id = DepartmentId::new(number_of(request, "id")?.into());
    all.iter().find(|one| one.id == id).ok_or_else(WebError::not_found)
}

fn done(visitor: &Visitor, what: &str) -> HttpResponse {
    see_other(&format!("{}?done={what}", routes::departments(visitor.language)))
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (all, own): (&[Department], Option<&Department>),
    (fields, mistakes, outcome): (Fields, Mistakes, Outcome),
) -> Result<HttpResponse, WebError> {
    let sheet = Sheet { words: site.words(visitor), fields, mistakes, outcome, all, own };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Settings))?, &sheet.page())
}
