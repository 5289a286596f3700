//! Where all ways in meet: the session is opened, a device that was not seen before is told of, the office asks for the
//! second factor, and then it goes on to where somebody wanted to go.

use actix_web::cookie::Cookie;
use actix_web::{HttpRequest, HttpResponse};

use super::attempts::Browser;
use super::typed::Again;
use super::view::{HiddenField, SignInAgain};
use super::{device, second_factor};
use crate::actions::account::note_new_device;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, WorkplaceId};
use crate::mail::MessageIds;
use crate::store::roles::list_grants;
use crate::store::way_in::WayIn;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::kept::KeptForm;
use crate::web::routes;
use crate::web::session::{Opening, forget_workplace, workplace_cookie};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Somebody who has shown who they are.
pub(super) struct Arrival {
    pub(super) account: AccountId,
    pub(super) way_in: WayIn,
    /// Whether the account was made just now.
    pub(super) is_new: bool,
    /// The address with which they came, if they came with one.
    pub(super) email: Option<Email>,
    pub(super) browser: Browser,
    /// The place whose shared computer they came in on, if it is one.
    pub(super) workplace: Option<WorkplaceId>,
    pub(super) again: Again,
}

pub(super) async fn arrive(
    site: &Site,
    request: &HttpRequest,
    visitor: &Visitor,
    arrival: Arrival,
) -> Result<HttpResponse, WebError> {
    let Arrival { account, way_in, is_new, email, browser, workplace, again } = arrival;
    let device = device::name_of(request);
    let opening = Opening { workplace, ..Opening::of_account(account, way_in, device.clone()) };
    let session = site.open_session(visitor, opening).await?;
    if browser == Browser::Unknown && !is_new {
        note_new_device(&site.app.db, MessageIds::draw()?, account, device).await?;
    }
    let grants = site.app.db.read(move |conn| list_grants(conn, account)).await?;
    let mut answer = if grants.is_empty() {
        // On a shared computer somebody comes in to vote or to propose; elsewhere the account says that one is in.
        let otherwise = match workplace {
            Some(_) => routes::home(visitor.language),
            None => routes::signed_in(visitor.language),
        };
        go_on(site, visitor, Some(&session), again, otherwise)?
    } else {
        second_factor::ask_first(site, visitor, &session, account, again).await?
    };
    let remembered = email.map(|email| device::remember(site, &email));
    let own = workplace.is_none() && workplace_cookie(request).is_some();
    let forgotten = own.then(|| forget_workplace(&site.app.config));
    for cookie in std::iter::once(session).chain(remembered).chain(forgotten) {
        answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    }
    Ok(answer)
}

/// To the form that waited, to where somebody wanted to go, or to `otherwise`. `session` is the cookie of a session that
/// is sent with this answer.
pub(super) fn go_on(
    site: &Site,
    visitor: &Visitor,
    session: Option<&Cookie<'_>>,
    again: Again,
    otherwise: String,
) -> Result<HttpResponse, WebError> {
    match again.kept {
        Some(kept) => send_again(site, visitor, session, &kept),
        None => Ok(see_other(&again.next.unwrap_or(otherwise))),
    }
}

/// The kept form with the token of the session, and a button that sends it.
pub(super) fn send_again(
    site: &Site,
    visitor: &Visitor,
    session: Option<&Cookie<'_>>,
    kept: &KeptForm,
) -> Result<HttpResponse, WebError> {
    let mut page = site.page(visitor, Menu::Public(Vec::new()))?;
    if let Some(session) = session {
        page.csrf = Some(site.csrf_for_new_session(session)?);
    }
    let office_url = routes::office(visitor.language);
    let is_of_office = kept.path().starts_with(&office_url);
    let view = SignInAgain {
        url: kept.path().to_owned(),
        fields: hidden(kept.fields()),
        file_left: kept.is_without_its_file(),
        is_of_office,
        back_url: if is_of_office { office_url } else { routes::home(visitor.language) },
    };
    site.answer(visitor, &page, &view)
}

pub(in crate::web) fn hidden(fields: &[(String, String)]) -> Vec<HiddenField> {
    fields.iter().map(|(name, value)| HiddenField { name: name.clone(), value: value.clone() }).collect()
}
