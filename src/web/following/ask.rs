//! Taking an address. The answer is the same whether the address is known, follows something already, or was typed by
//! somebody else: only its mailbox learns more.

use std::sync::Arc;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::offer::how;
use super::subject::{Named, Subject};
use super::view::{FollowAsk, FollowOffer, FollowSent};
use crate::actions::follow::{AskToFollow, CONFIRM_WITHIN, FollowError, ask_to_follow, follow_signed_in};
use crate::domain::email::Email;
use crate::domain::permission::Actor;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::limits::{Limit, LimitError};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::sign_in::short_name;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// Mails to one address asked for from one place within an hour, ...
const TO_ADDRESS_FROM_PLACE: i64 = 5;
/// ... and from everywhere within a day, so that nobody's mailbox is flooded.
const TO_ADDRESS: i64 = 10;
/// Mails asked for from one place within an hour: a whole library may stand behind it.
const FROM_PLACE: i64 = 60;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    round: String,
    proposal: String,
    email: String,
}

impl Typed {
    fn named(&self) -> Named {
        Named { round: self.round.clone(), proposal: self.proposal.clone() }
    }
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    named: web::Query<Named>,
) -> Result<HttpResponse, WebError> {
    let subject = find(&site, &visitor, named.into_inner()).await?;
    form(&site, &visitor, StatusCode::OK, subject.as_ref(), (String::new(), None)).await
}

pub(super) async fn send(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(typed): CheckedForm<Typed>,
) -> Result<HttpResponse, WebError> {
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(subject) = find(&site, &visitor, typed.named()).await? else {
        return form(&site, &visitor, refused, None, (String::new(), None)).await;
    };
    if let Some(member) = &visitor.member {
        return take_up(&site, &visitor, member, &subject).await;
    }
    let words = site.words(&visitor);
    let Ok(email) = Email::parse(&typed.email) else {
        let problem = Some(words.text("sign-in-no-address", &[]));
        return form(&site, &visitor, refused, Some(&subject), (typed.email, problem)).await;
    };
    match site.take_limits(limits(&visitor, &email)).await {
        Ok(()) => {}
        // What was typed is not lost to those who share an address with many.
        Err(LimitError::Reached { again_at }) => {
            let problem = Some(words.text("following-later", &[("time", words.date_time(again_at).into())]));
            let typed = (typed.email, problem);
            let mut full = form(&site, &visitor, StatusCode::TOO_MANY_REQUESTS, Some(&subject), typed).await?;
            let seconds = again_at.since(visitor.now).num_seconds().max(1);
            full.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            return Ok(full);
        }
        Err(LimitError::Store(error)) => return Err(error.into()),
    }
    let asked = AskToFollow { email, language: visitor.language, followed: subject.followed };
    ask_to_follow(&site.app.db, site.app.keys.installation(), Actor::Anonymous, asked).await?;
    let Named { round, proposal } = subject.named();
    Ok(see_other(&routes::follow_sent(visitor.language, &round, &proposal)))
}

/// Somebody who is signed in needs no mail: the address of an account is confirmed.
async fn take_up(site: &Site, visitor: &Visitor, member: &Member, subject: &Subject) -> Result<HttpResponse, WebError> {
    let keys = site.app.keys.installation();
    match follow_signed_in(&site.app.db, keys, member.actor(), member.account, subject.followed).await {
        Ok(()) => Ok(see_other(&format!("{}?done=follows", routes::following(visitor.language)))),
        Err(FollowError::NoAddress) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            form(site, visitor, status, Some(subject), (String::new(), None)).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn find(site: &Site, visitor: &Visitor, named: Named) -> Result<Option<Subject>, WebError> {
    let reader = Reader::of(visitor);
    site.app.db.read(move |conn| Subject::find(conn, &named, reader)).await
}

fn limits(visitor: &Visitor, email: &Email) -> Arc<[Limit]> {
    let (address, place) = (short_name(email), visitor.address.limit_key());
    [
        Limit::hourly(format!("follow {place}"), FROM_PLACE),
        Limit::hourly(format!("follow {address} {place}"), TO_ADDRESS_FROM_PLACE),
        Limit { span: chrono::TimeDelta::days(1), ..Limit::hourly(format!("follow {address}"), TO_ADDRESS) },
    ]
    .into()
}

async fn form(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    subject: Option<&Subject>,
    (email, problem): (String, Option<String>),
) -> Result<HttpResponse, WebError> {
    let (language, words) = (visitor.language, site.words(visitor));
    let named = subject.map(Subject::named).unwrap_or_default();
    let page = site.page_at(visitor, Menu::Public(Vec::new()), |language| {
        routes::follow_this(language, &named.round, &named.proposal)
    })?;
    let view = FollowAsk {
        subject: subject.map(|subject| subject.view(language, words)),
        offer: subject.map(|_| FollowOffer {
            url: routes::follow(language),
            round: named.round.clone(),
            proposal: named.proposal.clone(),
            by: how(visitor),
        }),
        email,
        problem,
        home_url: routes::home(language),
    };
    site.answer_with(status, visitor, &page, &view)
}

/// The same page for every address.
pub(super) async fn sent(
    site: web::Data<Site>,
    visitor: Visitor,
    named: web::Query<Named>,
) -> Result<HttpResponse, WebError> {
    let named = named.into_inner();
    let subject = find(&site, &visitor, named.clone()).await?;
    let view = FollowSent {
        subject: subject.map(|subject| subject.view(visitor.language, site.words(&visitor))),
        days: CONFIRM_WITHIN.num_days(),
        again_url: routes::follow_this(visitor.language, &named.round, &named.proposal),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)
}
