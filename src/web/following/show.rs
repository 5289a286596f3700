//! What somebody follows, opened by a link of a mail or by whoever is signed in; and stopping it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::offer::own_address;
use super::subject;
use super::view::{FollowingItem, FollowingKnown, FollowingShow, SubjectView};
use crate::actions::follow::{FollowerProof, choose_language, stop_all, stop_following};
use crate::domain::email::Email;
use crate::domain::ids::{FollowId, RoundId};
use crate::domain::permission::Actor;
use crate::locale::{Language, Offer};
use crate::secrecy::token::LinkPurpose;
use crate::store::Conn;
use crate::store::followers::{
    FollowedItem, Follower, count_followed, find_follower, find_follower_by_link, list_followed,
};
use crate::store::texts::list_round_texts;
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::filter::{filled, named, page_number};
use crate::web::form::CheckedForm;
use crate::web::frame::Menu;
use crate::web::parts::Pager;
use crate::web::routes;
use crate::web::settings::view::FieldOption;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// Things on one page.
const PAGE: usize = 50;
/// What can be said above the list.
const DONE: [&str; 4] = ["follows", "stopped", "all", "language"];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    token: Option<String>,
    done: Option<String>,
    page: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    token: String,
    act: String,
    id: String,
    language: String,
}

/// Whose page it is.
enum Whose {
    /// Somebody's who has shown it.
    Of(FollowerProof),
    /// The link has run out, or never was one.
    Gone,
    /// Nobody has shown anything.
    Unknown,
}

fn whose(site: &Site, visitor: &Visitor, token: &str) -> Whose {
    match (&visitor.member, token) {
        (Some(member), "") => Whose::Of(FollowerProof::Account(member.account)),
        (None, "") => Whose::Unknown,
        (_, token) => match site.verify_link(visitor, LinkPurpose::Following, token) {
            Ok(link) => Whose::Of(FollowerProof::Link(link)),
            Err(_) => Whose::Gone,
        },
    }
}

/// A page of what somebody follows.
struct Read {
    follower: Follower,
    items: Vec<(FollowedItem, String)>,
    pages: usize,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let token = asked.token.clone().unwrap_or_default();
    let page_number = named(&asked.page, page_number)?.unwrap_or(1);
    let whose = whose(&site, &visitor, &token);
    let (is_gone, is_unknown) = (matches!(whose, Whose::Gone), matches!(whose, Whose::Unknown));
    let read = match whose {
        Whose::Of(proof) => {
            let (language, own) = (visitor.language, own_address(&visitor));
            site.app.db.read(move |conn| read(conn, (proof, own), page_number, language)).await?
        }
        Whose::Gone | Whose::Unknown => None,
    };
    let words = site.words(&visitor);
    let done = filled(&asked.done).and_then(|done| DONE.iter().find(|known| **known == done));
    let view = FollowingShow {
        url: routes::following(visitor.language),
        done: done.map(|done| words.text(&format!("following-done-{done}"), &[])),
        known: read.map(|read| known(&site, &visitor, &token, (page_number, read))),
        token,
        is_gone,
        is_unknown,
        sign_in_url: routes::sign_in_and_go_to(visitor.language, &routes::following(visitor.language)),
        home_url: routes::home(visitor.language),
    };
    let status = if is_gone { StatusCode::GONE } else { StatusCode::OK };
    let page = site.page(&visitor, Menu::Public(Vec::new()))?;
    Ok(kept_nowhere(site.answer_with(status, &visitor, &page, &view)?))
}

pub(super) async fn settle(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedForm(pressed): CheckedForm<Pressed>,
) -> Result<HttpResponse, WebError> {
    let back = |done: &str| {
        let done = if done.is_empty() { String::new() } else { format!("done={done}") };
        match pressed.token.as_str() {
            "" => see_other(&format!("{}?{done}", routes::following(visitor.language))),
            token => see_other(&format!("{}&{done}", routes::following_of(visitor.language, token))),
        }
    };
    let Whose::Of(proof) = whose(&site, &visitor, &pressed.token) else { return Ok(back("")) };
    let (db, actor) = (&site.app.db, visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor));
    let chosen = Offer::ALL.into_iter().find(|language| language.code() == pressed.language);
    match (pressed.act.as_str(), pressed.id.parse().map(FollowId::new), chosen) {
        ("stop", Ok(id), _) => stop_following(db, actor, proof, id).await.map(|()| back("stopped")),
        ("all", _, _) => stop_all(db, actor, proof).await.map(|()| back("all")),
        ("language", _, Some(language)) => choose_language(db, actor, proof, language).await.map(|()| back("language")),
        _ => Ok(back("")),
    }
    .map_err(WebError::from)
}

fn read(
    conn: &mut Conn,
    (proof, own): (FollowerProof, Option<Email>),
    page: usize,
    language: Language,
) -> Result<Option<Read>, WebError> {
    let found = match proof {
        FollowerProof::Link(link) => find_follower_by_link(conn, &link)?,
        FollowerProof::Account(_) => own.map(|email| find_follower(conn, &email)).transpose()?.flatten(),
    };
    let Some(follower) = found else { return Ok(None) };
    let pages = usize::try_from(count_followed(conn, follower.id)?).unwrap_or(0).div_ceil(PAGE).max(1);
    if page > pages {
        return Err(WebError::not_found());
    }
    let skip = page.saturating_sub(1).saturating_mul(PAGE);
    let part = (i64::try_from(skip).unwrap_or(i64::MAX), i64::try_from(PAGE).unwrap_or(i64::MAX));
    let items = list_followed(conn, follower.id, part)?;
    let titles = list_round_texts(conn, language.written())?;
    let title = |round: RoundId| titles.get(&round).map(|written| written.text.title.clone()).unwrap_or_default();
    let items = items.into_iter().map(|item| {
        let title = title(item.round.0);
        (item, title)
    });
    Ok(Some(Read { follower, items: items.collect(), pages }))
}

fn known(site: &Site, visitor: &Visitor, token: &str, (page, read): (usize, Read)) -> FollowingKnown {
    let (words, language) = (site.words(visitor), visitor.language);
    let item = |(item, round): (FollowedItem, String)| FollowingItem {
        id: item.id.to_string(),
        subject: SubjectView {
            round,
            proposal: item
                .proposal
                .map(|number| words.text("following-proposal", &[("number", number.padded().into())])),
            url: subject::url(language, &item.round.1, item.proposal),
        },
        since: words.date(item.since),
    };
    let address = |number: usize| match token {
        "" => format!("{}?page={number}", routes::following(language)),
        token => format!("{}&page={number}", routes::following_of(language, token)),
    };
    FollowingKnown {
        email: read.follower.email.shortened(),
        items: read.items.into_iter().map(item).collect(),
        pager: Pager::new(page, read.pages, address),
        page_number: page,
        page_count: read.pages,
        languages: visitor
            .organisation
            .offer()
            .languages()
            .iter()
            .map(|one| FieldOption {
                value: one.code().to_owned(),
                label: one.own_name().to_owned(),
                chosen: one.code() == read.follower.language,
            })
            .collect(),
    }
}
