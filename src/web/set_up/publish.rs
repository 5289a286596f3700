//! The last look before a round becomes public, the publication, and the page as people will see it.

use actix_web::http::StatusCode;
use actix_web::web;

use super::handlers::Answer;
use super::load::load;
use super::mistake::lack_in_words;
use super::overview::part_name;
use super::sheet::{Desk, title};
use super::view::{LackView, SetUpPublish};
use crate::actions::round::{RoundError, publish_round};
use crate::domain::schedule::Window;
use crate::domain::set_up::{RoundPart, SetUp};
use crate::locale::Arg;
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::office::{ROUND_PUBLISHED, done_url};
use crate::web::round::build::round_show;
use crate::web::round::load::{PublicRound, Reader, find_listing};
use crate::web::round::view::{Preview, RoundShow};
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::form::Fields;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn form(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    if set_up.is_public() {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    }
    answer((&site, &visitor), StatusCode::OK, &set_up, false)
}

/// The versions of all parts, by which a page tells what it showed.
fn versions(set_up: &SetUp) -> String {
    let version = |part: &RoundPart| set_up.version(*part).unwrap_or(0).to_string();
    RoundPart::ALL.iter().map(version).collect::<Vec<_>>().join(".")
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    if !set_up.is_public() && Fields::typed(pairs).get("seen") != versions(&set_up) {
        return answer((&site, &visitor), StatusCode::CONFLICT, &set_up, true);
    }
    match publish_round(&site.app.db, &site.app.keys, office.actor(), &set_up.round).await {
        Ok(()) | Err(RoundError::AlreadyPublished) => Ok(see_other(&done_url(&visitor, &slug, ROUND_PUBLISHED))),
        Err(RoundError::Incomplete(_)) => {
            let set_up = load(&site, &office, &slug).await?;
            answer((&site, &visitor), StatusCode::CONFLICT, &set_up, true)
        }
        Err(error) => Err(error.into()),
    }
}

fn answer((site, visitor): (&Site, &Visitor), status: StatusCode, set_up: &SetUp, changed: bool) -> Answer {
    let desk = Desk::of(site, visitor);
    let (language, slug) = (visitor.language, &set_up.round.slug);
    let lacks = set_up.all_lacks(&desk.tags(), desk.now).into_iter().map(|(part, lack)| LackView {
        part: part_name(part, &desk),
        url: routes::set_up_part(language, slug, part),
        text: lack_in_words(lack, &desk.words),
    });
    let base = site.app.config.base_url.as_str().trim_end_matches('/').to_owned();
    let view = SetUpPublish {
        round: title(set_up, language),
        url: routes::set_up_publish(language, slug),
        overview_url: routes::set_up(language, slug),
        preview_url: routes::set_up_preview(language, slug),
        address: format!("{base}{}", routes::round(language, slug)),
        seen: versions(set_up),
        changed,
        lacks: lacks.collect(),
        next: next_dates(set_up, &desk),
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}

/// What begins and when, window by window.
fn next_dates(set_up: &SetUp, desk: &Desk<'_>) -> Vec<String> {
    let told = |window: &Window| {
        let span = set_up.round.schedule.span(*window)?;
        if span.closes_at.is_some_and(|closes| closes <= desk.now) {
            return None;
        }
        let opens = span.opens_at;
        let name = desk.words.text(&format!("set-up-group-{}", window.as_str()), &[]);
        Some(match opens.filter(|opens| *opens > desk.now) {
            Some(opens) => {
                let day = desk.words.moment(opens);
                desk.words.text("set-up-begins", &[("window", Arg::from(name)), ("date", Arg::from(day))])
            }
            None => desk.words.text("set-up-begins-now", &[("window", Arg::from(name))]),
        })
    };
    Window::ALL.iter().filter_map(told).collect()
}

/// The round's public page as it would be if the round became public now; public already, as it is.
pub(super) async fn preview(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    let reader = Reader::of(&visitor);
    let text = set_up.texts.get(visitor.language.written()).or_else(|| set_up.texts.values().next()).cloned();
    let mut round = set_up.round;
    let is_public = round.facts.round_published_at.is_some_and(|at| at <= visitor.now);
    let published_at = round.facts.round_published_at.or(Some(visitor.now));
    round.facts.round_published_at = published_at;
    round.schedule = round.schedule.published(published_at);
    let found = PublicRound { round, text: text.unwrap_or_default() };
    let read = site
        .app
        .db
        .read(move |conn| Ok::<_, crate::store::StoreError>((find_listing(conn, &found.round, reader)?, found)));
    let (listing, found) = read.await?;
    let show = round_show(&found, &listing, reader, site.words(&visitor));
    let view = RoundShow {
        // Of a round that is not public there is neither a record nor anything answered yet.
        links: if is_public { show.links } else { Vec::new() },
        preview: Some(Preview { overview_url: routes::set_up(visitor.language, &slug) }),
        ..show
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}
