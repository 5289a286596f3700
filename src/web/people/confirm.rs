//! Asks once more before something ends for somebody, and does it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::fields::field;
use super::load::{Person, load};
use super::view::{Deed, Done, PeopleConfirm};
use super::{Answer, page, role_name};
use crate::actions::people::{PeopleError, close_account, reopen_account, reset_second_factor, take_role};
use crate::domain::ids::PersonnelSerial;
use crate::domain::role::{Grant, Role};
use crate::locale::Words;
use crate::web::answer::see_other;
use crate::web::form::{CheckedForm, CheckedPairs};
use crate::web::parts::Problem;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Which role is to be taken: from the address, or from the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    role: String,
    round: String,
}

impl Which {
    /// Reads the hidden fields of a form.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        Self { role: field(pairs, "role").to_owned(), round: field(pairs, "round").to_owned() }
    }

    /// The role, if the person holds it.
    pub(super) fn grant(&self, person: &Person) -> Option<Grant> {
        let grant = person.choices.rounds.grant(Role::parse(&self.role)?, &self.round)?;
        person.held.iter().any(|held| held.mandate.grant == grant && held.taken_at.is_none()).then_some(grant)
    }
}

/// Why it cannot be done, where the page says so itself.
#[derive(Debug, Clone, Copy)]
enum Refusal {
    LastAdministrator,
    /// The account has no way in before the code of this slip is replaced.
    CodeWithdrawn(PersonnelSerial),
}

impl Refusal {
    fn text(self, words: Words<'_>) -> String {
        match self {
            Self::LastAdministrator => words.text("people-problem-last", &[]),
            Self::CodeWithdrawn(slip) => {
                words.text("people-problem-code-withdrawn", &[("serial", slip.to_string().into())])
            }
        }
    }

    /// The slip whose code must be replaced first.
    const fn slip(self) -> Option<PersonnelSerial> {
        match self {
            Self::LastAdministrator => None,
            Self::CodeWithdrawn(slip) => Some(slip),
        }
    }
}

pub(super) async fn ask_take(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    which: web::Query<Which>,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let Some(grant) = which.grant(&person) else { return Ok(meanwhile(&visitor, &person)) };
    let deed = taking(&site, &visitor, &person, grant);
    show(&site, &visitor, &office, &person, (deed, None))
}

pub(super) async fn take(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(which): CheckedForm<Which>,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let Some(grant) = which.grant(&person) else { return Ok(meanwhile(&visitor, &person)) };
    let made = take_role(&site.app.db, office.actor(), person.account.id, grant).await;
    let deed = taking(&site, &visitor, &person, grant);
    after(&site, &visitor, &office, &person, (made, Done::Taken, deed))
}

fn taking(site: &Site, visitor: &Visitor, person: &Person, grant: Grant) -> Deed {
    let round = person.choices.rounds.of(grant);
    Deed::Take {
        role: role_name(grant.role, site.words(visitor)),
        round: round.map(|round| round.title.clone()),
        role_value: grant.role.as_str(),
        round_value: round.map(|round| round.slug.to_string()).unwrap_or_default(),
    }
}

pub(super) async fn ask_close(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    if person.account.disabled {
        return Ok(meanwhile(&visitor, &person));
    }
    show(&site, &visitor, &office, &person, (Deed::Close, None))
}

pub(super) async fn close(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(_): CheckedPairs,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let made = close_account(&site.app.db, office.actor(), person.account.id).await;
    after(&site, &visitor, &office, &person, (made, Done::Closed, Deed::Close))
}

pub(super) async fn ask_reopen(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    if !person.account.disabled {
        return Ok(meanwhile(&visitor, &person));
    }
    show(&site, &visitor, &office, &person, (Deed::Reopen, person.withdrawn.map(Refusal::CodeWithdrawn)))
}

pub(super) async fn reopen(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(_): CheckedPairs,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let made = reopen_account(&site.app.db, office.actor(), person.account.id).await;
    after(&site, &visitor, &office, &person, (made, Done::Reopened, Deed::Reopen))
}

pub(super) async fn ask_reset(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    if !person.has_telephone {
        return Ok(meanwhile(&visitor, &person));
    }
    show(&site, &visitor, &office, &person, (Deed::Reset, None))
}

pub(super) async fn reset(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(_): CheckedPairs,
) -> Answer {
    let person = load(&site, &visitor, &office, &request).await?;
    let made = reset_second_factor(&site.app.db, office.actor(), person.account.id).await;
    after(&site, &visitor, &office, &person, (made, Done::Reset, Deed::Reset))
}

/// Back to the person as they are now.
fn meanwhile(visitor: &Visitor, person: &Person) -> actix_web::HttpResponse {
    see_other(&Done::Meanwhile.told_at(&routes::person(visitor.language, person.account.id)))
}

fn after(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    person: &Person,
    (made, done, deed): (Result<(), PeopleError>, Done, Deed),
) -> Answer {
    match made {
        // Whoever gave up their own role may not come back here.
        Ok(()) if done == Done::Taken && person.account.id == office.account() => {
            Ok(see_other(&routes::home(visitor.language)))
        }
        Ok(()) => Ok(see_other(&done.told_at(&routes::person(visitor.language, person.account.id)))),
        Err(PeopleError::NotHeld | PeopleError::Closed | PeopleError::NotClosed | PeopleError::NoSecondFactor) => {
            Ok(meanwhile(visitor, person))
        }
        Err(PeopleError::LastAdministrator) => {
            show(site, visitor, office, person, (deed, Some(Refusal::LastAdministrator)))
        }
        Err(PeopleError::CodeWithdrawn(slip)) => {
            show(site, visitor, office, person, (deed, Some(Refusal::CodeWithdrawn(slip))))
        }
        Err(error) => Err(error.into()),
    }
}

fn show(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    person: &Person,
    (deed, refusal): (Deed, Option<Refusal>),
) -> Answer {
    let (language, id) = (visitor.language, person.account.id);
    let url = match &deed {
        Deed::Take { .. } => routes::take_role(language, id),
        Deed::Close => routes::close_account(language, id),
        Deed::Reopen => routes::reopen_account(language, id),
        Deed::Reset => routes::reset_telephone(language, id),
    };
    let problem = refusal.map(|refusal| Problem { text: refusal.text(site.words(visitor)), anchor: None });
    let view = PeopleConfirm {
        url,
        person_url: routes::person(language, id),
        name: person.name(site.words(visitor)),
        is_reader: id == office.account(),
        deed,
        problems: problem.into_iter().collect(),
        code_url: refusal.and_then(Refusal::slip).map(|slip| routes::personnel_code_replace(language, slip)),
    };
    // What is refused before it was asked for is a page like others.
    let is_refused = refusal.is_some() && !visitor.reads;
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
