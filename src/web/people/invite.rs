//! Inviting somebody, inviting them again, taking an invitation back.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::fields::{Chosen, Mistake, field, problem_of, problems, role_fields};
use super::load::{Choices, load_choices};
use super::view::{Done, PeopleInvite};
use super::{Answer, page};
use crate::actions::people::{PeopleError, invite, invite_again, withdraw_invitation};
use crate::domain::email::Email;
use crate::domain::permission::Scope;
use crate::store::accounts::find_account_by_email;
use crate::store::roles::list_held;
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::{CheckedForm, CheckedPairs};
use crate::web::office::view::Field;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// What was typed and chosen.
#[derive(Debug, Default)]
pub(super) struct Typed {
    email: String,
    chosen: Chosen,
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let choices = load_choices(&site, &visitor, &office).await?;
    show(&site, &visitor, StatusCode::OK, &choices, &Typed::default(), (&[], None))
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let choices = load_choices(&site, &visitor, &office).await?;
    let typed = Typed { email: field(&pairs, "email").to_owned(), chosen: Chosen::read(&pairs) };
    let mut mistakes = Vec::new();
    let email = Email::parse(&typed.email).ok();
    if email.is_none() {
        mistakes.push(Mistake::NoAddress);
    }
    let mandate = typed.chosen.mandate(&choices.rounds, &mut mistakes);
    let (Some(email), Some(mandate)) = (email, mandate) else {
        return show(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &choices, &typed, (&mistakes, None));
    };
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    let mistake = match invite(db, keys, office.actor(), (email.clone(), mandate), visitor.language).await {
        Ok(()) => return Ok(see_other(&Done::Invited.told_at(&routes::people(visitor.language)))),
        Err(PeopleError::HeldAlready) => Mistake::HeldAlready,
        Err(PeopleError::InvitedAlready) => Mistake::InvitedAlready,
        Err(PeopleError::DepartmentNotOffered) => Mistake::DepartmentGone,
        Err(PeopleError::Closed) => Mistake::AccountClosed,
        Err(error) => return Err(error.into()),
    };
    let person = person_url(&site, &visitor, email).await?;
    show(&site, &visitor, StatusCode::CONFLICT, &choices, &typed, (&[mistake], person))
}

/// The page of whoever the address belongs to, if they have one.
async fn person_url(site: &Site, visitor: &Visitor, email: Email) -> Result<Option<String>, WebError> {
    let read = move |conn: &mut Conn| {
        let Some(account) = find_account_by_email(conn, &email)? else { return Ok(None) };
        Ok::<_, StoreError>((!list_held(conn, account.id)?.is_empty()).then_some(account.id))
    };
    let found = site.app.db.read(read).await?;
    Ok(found.map(|account| routes::person(visitor.language, account)))
}

fn show(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    choices: &Choices,
    typed: &Typed,
    (mistakes, person_url): (&[Mistake], Option<String>),
) -> Answer {
    let words = site.words(visitor);
    let view = PeopleInvite {
        url: routes::invite(visitor.language),
        list_url: routes::people(visitor.language),
        problems: problems(mistakes, words),
        email: Field { value: typed.email.clone(), problem: problem_of(mistakes, "email", words) },
        person_url,
        choice: role_fields(&typed.chosen, choices, mistakes, words),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}

/// Whoever opens the address of an invitation's form is led to where the form is.
pub(super) async fn to_the_list(visitor: Visitor, _: Office) -> HttpResponse {
    see_other(&routes::people(visitor.language))
}

/// Which button was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Decided {
    act: String,
}

pub(super) async fn decide(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(decided): CheckedForm<Decided>,
) -> Answer {
    office.check(Scope::Organisation)?;
    let handle = request.match_info().get("handle").unwrap_or_default().to_owned();
    let (db, keys) = (&site.app.db, site.app.keys.installation());
    let (done, made) = match decided.act.as_str() {
        "again" => (Done::Invited, invite_again(db, keys, office.actor(), handle, visitor.language).await),
        "withdraw" => (Done::Withdrawn, withdraw_invitation(db, office.actor(), handle).await),
        _ => return Ok(see_other(&routes::people(visitor.language))),
    };
    let done = match made {
        Ok(()) => done,
        // Accepted, taken back or replaced meanwhile, or got the role in another way: the list says how it stands.
        Err(
            PeopleError::InvitationOver(_)
            | PeopleError::HeldAlready
            | PeopleError::Closed
            | PeopleError::Store(StoreError::NotFound),
        ) => Done::Meanwhile,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other(&done.told_at(&routes::people(visitor.language))))
}
