//! The page that offers both ways in, and the way out.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::arrive::{hidden, send_again};
use super::typed::Again;
use super::view::{SignIn, SignInState, SignedInAlready};
use super::{enter, next};
use crate::domain::channel::Channel;
use crate::domain::entry_key::EntryKey;
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::kept::KeptForm;
use crate::web::propose;
use crate::web::routes;
use crate::web::session::{Place, workplace_cookie};
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor, site_of, visitor_of};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    next: Option<String>,
    /// Set by signing out, and by a form that came from somebody who was signed in by then.
    after: Option<String>,
}

/// What the form that signs out carries.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Leaving {
    /// The key of the workplace whose shared computer it is, ready for the next person.
    workplace: Option<String>,
}

/// What is said above the form, besides its own state.
pub(super) const SIGN_OUT: &str = "sign-out";
const TWICE: &str = "twice";

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let next = asked.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    if let Some(member) = &visitor.member {
        if asked.after.as_deref() == Some(TWICE) {
            return already(&site, &visitor, member, next, "sign-in-done-twice").await;
        }
        return Ok(see_other(&next.unwrap_or_else(|| own_place(&visitor, member))));
    }
    let state = match (&next, asked.after.as_deref()) {
        (_, Some(SIGN_OUT)) => SignInState::SignedOut,
        (Some(_), _) => SignInState::Needed,
        (None, _) => SignInState::Fresh,
    };
    form(&site, &visitor, StatusCode::OK, Again { next, ..Again::default() }, state)
}

/// Where somebody goes on who is signed in already: to the office, or without a task in it to their account.
pub(super) fn own_place(visitor: &Visitor, member: &Member) -> String {
    if member.grants.is_empty() { routes::account(visitor.language) } else { routes::office(visitor.language) }
}

/// Tells whoever is signed in whose account this is, so that nobody goes on in another's; `why` is the key of what brought
/// them here.
pub(super) async fn already(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    next: Option<String>,
    why: &str,
) -> Result<HttpResponse, WebError> {
    let name = Some(member.display_name.clone()).filter(|name| !name.is_empty());
    let view = SignedInAlready {
        name: name.or_else(|| member.email.as_ref().map(|email| email.as_str().to_owned())),
        on_url: next.unwrap_or_else(|| own_place(visitor, member)),
        sign_out_url: routes::sign_out(visitor.language),
        why: site.words(visitor).text(why, &[]),
    };
    let page = site.page_at(visitor, Menu::Public(Vec::new()), routes::sign_in)?;
    Ok(kept_nowhere(site.answer(visitor, &page, &view)?))
}

/// The sign-in beside a form that came when nobody was signed in; whoever is by now sends it with one click.
pub(in crate::web) async fn beside(request: &HttpRequest, kept: &KeptForm) -> Result<HttpResponse, WebError> {
    let (site, visitor) = (site_of(request)?, visitor_of(request)?);
    if visitor.member.is_some() {
        return send_again(&site, &visitor, None, kept);
    }
    if let Some(key) = workplace_cookie(request)
        && let Some(entry) = enter::beside(&site, &visitor, key, kept).await?
    {
        return Ok(entry);
    }
    let again = Again { kept: Some(kept.clone()), ..Again::default() };
    form(&site, &visitor, StatusCode::FORBIDDEN, again, SignInState::Lapsed)
}

pub(super) async fn sign_out(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(leaving): CheckedForm<Leaving>,
) -> Result<HttpResponse, WebError> {
    let workplace = leaving.workplace.as_deref().and_then(EntryKey::parse);
    let back = workplace.map(|key| routes::enter(visitor.language, &key));
    let back = back.as_ref().map_or_else(|| routes::sign_in(visitor.language), Clone::clone);
    let mut answer = see_other(&format!("{back}?after={SIGN_OUT}"));
    // On a shared computer nothing of a person stays, not even a vote or a proposal that was begun.
    let votes_with_account = visitor.voter.as_ref().is_some_and(|voter| voter.channel == Channel::Account);
    let places =
        if workplace.is_some() || votes_with_account { &[Place::Office, Place::Vote][..] } else { &[Place::Office] };
    for place in places {
        let cookie = site.close_session(&visitor, *place).await?;
        answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    }
    if workplace.is_some() {
        let cookie = propose::forgotten(&site);
        answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    }
    Ok(answer)
}

/// The page with both ways in.
pub(super) fn form(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    again: Again,
    state: SignInState,
) -> Result<HttpResponse, WebError> {
    let page = site.page(visitor, Menu::Public(Vec::new()))?;
    let kept = again.kept.map(|kept| hidden(&kept.beside())).unwrap_or_default();
    let view = SignIn {
        url: routes::sign_in(visitor.language),
        mail_url: routes::sign_in_mail(visitor.language),
        email: again.email,
        next: again.next,
        kept,
        state,
    };
    site.answer_with(status, visitor, &page, &view)
}
