//! Gives somebody who works in the office another role.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::fields::{Chosen, Mistake, problems, role_fields};
use super::load::{Person, load};
use super::view::{Done, PeopleGive};
use super::{Answer, page};
use crate::actions::people::{PeopleError, give_role};
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn form(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    show(&site, &visitor, StatusCode::OK, &person, &Chosen::default(), &[])
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let url = routes::person(visitor.language, person.account.id);
    let (chosen, mut mistakes) = (Chosen::read(&pairs), Vec::new());
    let Some(mandate) = chosen.mandate(&person.choices.rounds, &mut mistakes) else {
        return show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &person, &chosen, &mistakes);
    };
    match give_role(&site.app.db, office.actor(), person.account.id, mandate).await {
        Ok(()) => Ok(see_other(&Done::Given.told_at(&url))),
        Err(PeopleError::HeldAlready) => {
            show(&site, &visitor, StatusCode::CONFLICT, &person, &chosen, &[Mistake::HeldAlready])
        }
        Err(PeopleError::DepartmentNotOffered) => {
            show(&site, &visitor, StatusCode::CONFLICT, &person, &chosen, &[Mistake::DepartmentGone])
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
    chosen: &Chosen,
    mistakes: &[Mistake],
) -> Answer {
    let words = site.words(visitor);
    let view = PeopleGive {
        url: routes::give_role(visitor.language, person.account.id),
        person_url: routes::person(visitor.language, person.account.id),
        name: person.name(words),
        problems: problems(mistakes, words),
        choice: role_fields(chosen, &person.choices, mistakes, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
