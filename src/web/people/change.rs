//! Changes the departments that somebody holds a role for.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::confirm::Which;
use super::departments::Ticked;
use super::fields::{Mistake, field, problem_of, problems};
use super::load::{Person, load};
use super::view::{Done, PeopleDepartments};
use super::{Answer, page, role_name};
use crate::actions::people::{PeopleError, change_departments};
use crate::domain::ids::DepartmentId;
use crate::domain::role::{Departments, Mandate};
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// What the field says that carries the departments that were seen, when it was all.
const SEEN_ALL: &str = "all";

pub(super) async fn form(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    which: web::Query<Which>,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let Some(held) = held(&which, &person) else { return Ok(meanwhile(&visitor, &person)) };
    let form = (Ticked::from(&held.departments), written(&held.departments), None);
    show(&site, &visitor, StatusCode::OK, (&person, &held), form)
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let which = Which::read(&pairs);
    let Some(held) = held(&which, &person) else { return Ok(meanwhile(&visitor, &person)) };
    let (ticked, seen) = (Ticked::read(&pairs), field(&pairs, "seen").to_owned());
    let refuse = |mistake| {
        let form = (ticked.clone(), seen.clone(), Some(mistake));
        show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, (&person, &held), form)
    };
    let Some(departments) = ticked.departments() else { return refuse(Mistake::NoDepartment) };
    let wanted = (read(&seen), Mandate { grant: held.grant, departments });
    match change_departments(&site.app.db, office.actor(), person.account.id, wanted).await {
        Ok(()) => Ok(see_other(&Done::Changed.told_at(&routes::person(visitor.language, person.account.id)))),
        Err(PeopleError::DepartmentNotOffered) => refuse(Mistake::DepartmentGone),
        Err(PeopleError::NotHeld | PeopleError::ChangedMeanwhile) => Ok(meanwhile(&visitor, &person)),
        Err(error) => Err(error.into()),
    }
}

/// The role whose departments are asked for, if the person holds it and it is for departments.
fn held(which: &Which, person: &Person) -> Option<Mandate> {
    let grant = which.grant(person)?;
    let held = person.held.iter().find(|held| held.mandate.grant == grant && held.taken_at.is_none())?;
    grant.role.is_for_departments().then(|| held.mandate.clone())
}

/// Departments as the form carries what was seen.
fn written(departments: &Departments) -> String {
    match departments {
        Departments::All => SEEN_ALL.to_owned(),
        Departments::Only(ids) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

/// What was seen. What cannot be read was not seen by anybody and equals nothing that is held.
fn read(seen: &str) -> Departments {
    if seen == SEEN_ALL {
        return Departments::All;
    }
    let ids = seen.split(' ').filter_map(|id| id.parse().ok());
    Departments::Only(ids.map(DepartmentId::new).collect())
}

fn meanwhile(visitor: &Visitor, person: &Person) -> actix_web::HttpResponse {
    see_other(&Done::Meanwhile.told_at(&routes::person(visitor.language, person.account.id)))
}

fn show(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    (person, held): (&Person, &Mandate),
    (ticked, seen, mistake): (Ticked, String, Option<Mistake>),
) -> Answer {
    let (words, id) = (site.words(visitor), person.account.id);
    let mistakes: Vec<Mistake> = mistake.into_iter().collect();
    let round = person.choices.rounds.of(held.grant);
    let view = PeopleDepartments {
        url: routes::change_departments(visitor.language, id),
        person_url: routes::person(visitor.language, id),
        name: person.name(words),
        problems: problems(&mistakes, words),
        role: role_name(held.grant.role, words),
        round: round.map(|round| round.title.clone()),
        role_value: held.grant.role.as_str(),
        round_value: round.map(|round| round.slug.to_string()).unwrap_or_default(),
        seen,
        retired: person.choices.departments.retired(&held.departments),
        departments: person.choices.departments.fields(&ticked, problem_of(&mistakes, "departments", words)),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
