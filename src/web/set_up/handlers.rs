//! Showing and saving a part of a round.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::load::load;
use super::mistake::{RoundMistake, reason_mistake};
use super::sheet::{Desk, Sheet};
use super::{form, overview, rows};
use crate::actions::round_set_up::{Edit, SetUpError};
use crate::domain::reason::PublicReason;
use crate::domain::set_up::{RoundPart, SetUp};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::RoundSlug;
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::Outcome;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) type Answer = Result<HttpResponse, WebError>;

pub(super) async fn show(
    part: RoundPart,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    let desk = Desk::of(&site, &visitor);
    let fields = form::saved(part, &set_up, &desk);
    answer((part, &set_up), (&site, &visitor), StatusCode::OK, (fields, Mistakes::new(), Outcome::Fresh))
}

pub(super) async fn save(
    part: RoundPart,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    pairs: Vec<(String, String)>,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    let desk = Desk::of(&site, &visitor);
    let mut fields = Fields::typed(pairs);
    let reason = set_up.is_public().then(|| read_reason(&fields)).transpose();
    let (change, reason) = match (form::read(part, &fields, &set_up, &desk), reason) {
        (Ok(change), Ok(reason)) => (change, reason),
        (change, reason) => {
            let mut mistakes = change.err().unwrap_or_default();
            mistakes.extend(reason.err().unwrap_or_default());
            return refused((part, &set_up), (&site, &visitor), fields, mistakes);
        }
    };
    let edit = Edit { round: set_up.round.id, seen: fields.version(), reason };
    match change.save(&site.app.db, office.actor(), edit).await {
        Ok(()) => {
            // The address itself may have been changed.
            let slug = crate::domain::slug::Slug::parse(fields.get("slug").trim()).unwrap_or(slug);
            Ok(see_other(&overview::saved_url(&visitor, &slug, part)))
        }
        Err(SetUpError::ChangedMeanwhile) => {
            let set_up = load(&site, &office, &slug).await?;
            rows::add_missing(&mut fields, &form::saved(part, &set_up, &desk));
            let at = set_up.saved.get(&part).map(|saved| desk.words.date_time(saved.updated_at));
            let outcome = Outcome::ChangedMeanwhile { at };
            answer((part, &set_up), (&site, &visitor), StatusCode::CONFLICT, (fields, Mistakes::new(), outcome))
        }
        Err(SetUpError::Frozen(_)) => {
            let set_up = load(&site, &office, &slug).await?;
            answer((part, &set_up), (&site, &visitor), StatusCode::CONFLICT, (fields, Mistakes::new(), Outcome::Fresh))
        }
        Err(error) => match field_of(&error) {
            Some((field, mistake)) => {
                refused((part, &set_up), (&site, &visitor), fields, vec![(field, mistake.into())])
            }
            None => Err(error.into()),
        },
    }
}

fn read_reason(fields: &Fields) -> Result<PublicReason, Mistakes> {
    let typed = fields.get("reason");
    PublicReason::parse(typed).map_err(|error| vec![("reason".to_owned(), reason_mistake(typed, error))])
}

/// The field at which a refusal is told, if it is about what was typed.
fn field_of(error: &SetUpError) -> Option<(String, RoundMistake)> {
    let found = match error {
        SetUpError::SlugTaken => ("slug".to_owned(), RoundMistake::SlugTaken),
        SetUpError::AddressAndCurrencyStay => ("slug".to_owned(), RoundMistake::Stays),
        SetUpError::ReasonMissing => ("reason".to_owned(), RoundMistake::ReasonMissing),
        SetUpError::AreaInUse => ("rows".to_owned(), RoundMistake::AreaInUse),
        SetUpError::TopicInUse => ("rows".to_owned(), RoundMistake::TopicInUse),
        SetUpError::Span(window, fault) => (format!("{}_closes_date", window.as_str()), RoundMistake::Span(*fault)),
        SetUpError::Forbidden(_)
        | SetUpError::NotLive
        | SetUpError::ChangedMeanwhile
        | SetUpError::Frozen(_)
        | SetUpError::Randomness(_)
        | SetUpError::Store(_) => return None,
    };
    Some(found)
}

fn refused(of: (RoundPart, &SetUp), to: (&Site, &Visitor), fields: Fields, mistakes: Mistakes) -> Answer {
    answer(of, to, StatusCode::UNPROCESSABLE_ENTITY, (fields, mistakes, Outcome::Fresh))
}

fn answer(
    (part, set_up): (RoundPart, &SetUp),
    (site, visitor): (&Site, &Visitor),
    status: StatusCode,
    (fields, mistakes, outcome): (Fields, Mistakes, Outcome),
) -> Answer {
    let desk = Desk::of(site, visitor);
    let sheet = Sheet { desk: &desk, part, set_up, fields, mistakes, outcome };
    let page = site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?;
    site.answer_with(status, visitor, &page, &sheet.page())
}
