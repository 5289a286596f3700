//! Gives somebody who works in the office another role.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::fields::{Mistake, problems, read_grant, role_fields};
use super::load::{Person, load};
use super::view::{Done, PeopleGive};
use super::{Answer, page};
use crate::actions::people::{PeopleError, give_role};
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    role: String,
    round: String,
}

pub(super) async fn form(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    show(&site, &visitor, StatusCode::OK, &person, &Typed::default(), &[])
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let url = routes::person(visitor.language, person.account.id);
    let mut mistakes = Vec::new();
    let Some(grant) = read_grant(&typed.role, &typed.round, &person.rounds, &mut mistakes) else {
        return show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &person, &typed, &mistakes);
    };
    match give_role(&site.app.db, office.actor(), person.account.id, grant).await {
        Ok(()) => Ok(see_other(&Done::Given.told_at(&url))),
        Err(PeopleError::HeldAlready) => {
            show(&site, &visitor, StatusCode::CONFLICT, &person, &typed, &[Mistake::HeldAlready])
        }
        Err(PeopleError::Closed) => Ok(see_other(&Done::Meanwhile.told_at(&url))),
        Err(error) => Err(error.into()),
    }
}

fn show(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    person: &Person,
    typed: &Typed,
    mistakes: &[Mistake],
) -> Answer {
    let words = site.words(visitor);
    let view = PeopleGive {
        url: routes::give_role(visitor.language, person.account.id),
        person_url: routes::person(visitor.language, person.account.id),
        name: person.name(),
        problems: problems(mistakes, words),
        choice: role_fields((&typed.role, &typed.round), &person.rounds, mistakes, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
