//! Showing an invitation, sending digits to the address that was invited, accepting.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::view::{InvitationShow, InvitationStanding, Offer};
use crate::actions::people::{PeopleError, accept_invitation};
use crate::actions::steps::{Forbidden, round_title};
use crate::domain::permission::Denial;
use crate::domain::text::{Line, TextError};
use crate::locale::Words;
use crate::secrecy::TokenHash;
use crate::secrecy::token::{LinkPurpose, TokenError};
use crate::store::accounts::find_account;
use crate::store::invitations::{Invitation, InvitationState, find_invitation_by_link};
use crate::store::second_factors::find_second_factor;
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::people::departments::KnownDepartments;
use crate::web::people::{role_may, role_name};
use crate::web::routes;
use crate::web::sign_in::send_code;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Who invites until somebody has entered a name.
const UNNAMED: &str = "Allmende";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    token: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    token: String,
    act: String,
    name: String,
}

/// An invitation with what decides how its page reads.
struct Found {
    invitation: Invitation,
    round: Option<String>,
    departments: KnownDepartments,
    /// Whether whoever is signed in owns the address.
    is_theirs: bool,
    has_telephone: bool,
    /// What they are called, or what they typed.
    name: String,
    /// The key of what is wrong with what they typed.
    problem: Option<&'static str>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let link = match site.verify_link(&visitor, LinkPurpose::Invitation, &asked.token) {
        Ok(link) => link,
        Err(error) => return no_link(&site, &visitor, error),
    };
    match load(&site, &visitor, link).await? {
        Some(found) => page(&site, &visitor, &asked.token, Ok(&found)),
        None => page(&site, &visitor, "", Err(InvitationStanding::Unknown)),
    }
}

pub(super) async fn submit(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(pressed): CheckedForm<Pressed>,
) -> Result<HttpResponse, WebError> {
    let link = match site.verify_link(&visitor, LinkPurpose::Invitation, &pressed.token) {
        Ok(link) => link,
        Err(error) => return no_link(&site, &visitor, error),
    };
    let Some(found) = load(&site, &visitor, link).await? else {
        return page(&site, &visitor, "", Err(InvitationStanding::Unknown));
    };
    let here = routes::invitation_of(visitor.language, &pressed.token);
    let is_open = found.invitation.state(visitor.now) == InvitationState::Open;
    match (&visitor.member, pressed.act.as_str()) {
        (_, "code") if is_open && !found.is_theirs => {
            send_code(&site, &request, &visitor, found.invitation.email, &here).await
        }
        (Some(member), "accept") => {
            let refuse = |problem| {
                let found = Found { name: pressed.name.clone(), problem: Some(problem), ..found };
                page(&site, &visitor, &pressed.token, Ok(&found))
            };
            let name = match Line::parse(&pressed.name) {
                Ok(name) => name,
                Err(TextError::TooLong { .. }) => return refuse("account-name-too-long"),
                Err(TextError::LineBreak | TextError::Hidden) => return refuse("account-name-unprintable"),
            };
            match accept_invitation(&site.app.db, member.actor(), member.account, (link, name)).await {
                // What became of it says the page itself.
                Ok(()) | Err(PeopleError::InvitationOver(_) | PeopleError::NotInvited) => Ok(see_other(&here)),
                Err(PeopleError::NameMissing) => refuse("invitation-name-missing"),
                Err(PeopleError::Forbidden(Forbidden::Denied(Denial::SecondFactorMissing))) => {
                    Ok(see_other(&routes::second_factor_and_go_to(visitor.language, &here)))
                }
                Err(error) => Err(error.into()),
            }
        }
        _ => Ok(see_other(&here)),
    }
}

async fn load(site: &Site, visitor: &Visitor, link: TokenHash) -> Result<Option<Found>, WebError> {
    let (language, reader) = (visitor.language, visitor.member.as_ref().map(|member| member.account));
    let read = move |conn: &mut Conn| {
        let Some(invitation) = find_invitation_by_link(conn, &link)? else { return Ok(None) };
        let round = round_title(conn, invitation.mandate.grant, language)?;
        let departments = KnownDepartments::read(conn, language)?;
        let account = reader.map(|reader| find_account(conn, reader)).transpose()?.flatten();
        let is_theirs = account.as_ref().is_some_and(|account| account.email.as_ref() == Some(&invitation.email));
        let has_telephone = match reader {
            Some(reader) => find_second_factor(conn, reader)?.is_some(),
            None => false,
        };
        let name = account.map(|account| account.display_name).unwrap_or_default();
        let found = Found { invitation, round, departments, is_theirs, has_telephone, name, problem: None };
        Ok::<_, StoreError>(Some(found))
    };
    Ok(site.app.db.read(read).await?)
}

fn standing(visitor: &Visitor, found: &Found, words: Words<'_>) -> (StatusCode, InvitationStanding) {
    let (language, address) = (visitor.language, || found.invitation.email.shortened());
    let office = routes::office(language);
    match found.invitation.state(visitor.now) {
        InvitationState::Open if found.is_theirs => {
            let problem = found.problem.map(|key| words.text(key, &[]));
            let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            (status, InvitationStanding::Accept { name: found.name.clone(), problem })
        }
        InvitationState::Open if visitor.member.is_some() => {
            (StatusCode::OK, InvitationStanding::Other { address: address() })
        }
        InvitationState::Open => (StatusCode::OK, InvitationStanding::Prove { address: address() }),
        InvitationState::Accepted if found.is_theirs => {
            let set_up = || routes::with_next(&routes::second_factor(language), &office);
            let on_url = if found.has_telephone { office.clone() } else { set_up() };
            (StatusCode::OK, InvitationStanding::Welcome { on_url, needs_telephone: !found.has_telephone })
        }
        InvitationState::Accepted => (StatusCode::GONE, InvitationStanding::Accepted { office_url: office }),
        InvitationState::Withdrawn => (StatusCode::GONE, InvitationStanding::Withdrawn),
        InvitationState::Expired => (StatusCode::GONE, InvitationStanding::Expired),
    }
}

/// The page behind a link that names no invitation.
fn no_link(site: &Site, visitor: &Visitor, error: TokenError) -> Result<HttpResponse, WebError> {
    let standing = match error {
        TokenError::Expired => InvitationStanding::Expired,
        _ => InvitationStanding::Unknown,
    };
    page(site, visitor, "", Err(standing))
}

/// The page, or why there is nothing to show. Its address is secret, so it is kept nowhere.
fn page(
    site: &Site,
    visitor: &Visitor,
    token: &str,
    found: Result<&Found, InvitationStanding>,
) -> Result<HttpResponse, WebError> {
    let (words, language) = (site.words(visitor), visitor.language);
    let (status, state, found) = match found {
        Ok(found) => {
            let (status, state) = standing(visitor, found, words);
            (status, state, Some(found))
        }
        Err(InvitationStanding::Expired) => (StatusCode::GONE, InvitationStanding::Expired, None),
        Err(other) => (StatusCode::NOT_FOUND, other, None),
    };
    let offer = |found: &Found| Offer {
        role: role_name(found.invitation.mandate.grant.role, words),
        may: role_may(found.invitation.mandate.grant.role, words),
        round: found.round.clone(),
        departments: found.departments.told(&found.invitation.mandate, words).map(|told| told.text),
        expires: words.date(found.invitation.expires_at),
    };
    let page = site.page_at(visitor, Menu::Public(Vec::new()), |language| match token {
        "" => routes::invitation(language),
        token => routes::invitation_of(language, token),
    })?;
    let organisation = visitor.organisation.text(language).name;
    let view = InvitationShow {
        url: routes::invitation(language),
        token: token.to_owned(),
        organisation: if organisation.is_empty() { UNNAMED.to_owned() } else { organisation },
        offer: found.map(offer),
        state,
    };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
