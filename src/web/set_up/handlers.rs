//! Showing and saving a part of a round.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::load::load;
use super::mistake::{RoundMistake, reason_mistake};
use super::sheet::{Desk, Sheet};
use super::{form, overview, rows};
use crate::actions::round_set_up::{Edit, SetUpError};
use crate::domain::permission::{Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::domain::set_up::{RoundPart, SetUp, SpanFault};
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
    let mut fields = form::saved(part, &set_up, &desk);
    if !office.may_also(Permission::SetUpRound, Scope::Round(set_up.round.id)) {
        rows::leave_out_new(&mut fields);
        let (mistakes, outcome) = (Mistakes::new(), Outcome::Fresh);
        let sheet = Sheet { desk: &desk, part, set_up: &set_up, fields, saved: None, mistakes, outcome, is_read: true };
        return site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Elsewhere))?, &sheet.reading());
    }
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
            rows::join_saved(&mut fields, &form::saved(part, &set_up, &desk));
            let at = set_up.saved.get(&part).map(|saved| desk.words.date_time(saved.updated_at));
            let outcome = Outcome::ChangedMeanwhile { at };
            answer((part, &set_up), (&site, &visitor), StatusCode::CONFLICT, (fields, Mistakes::new(), outcome))
        }
        Err(SetUpError::Frozen(_)) => {
            let set_up = load(&site, &office, &slug).await?;
            answer((part, &set_up), (&site, &visitor), StatusCode::CONFLICT, (fields, Mistakes::new(), Outcome::Fresh))
        }
        Err(error) => {
            let told = fields_of(part, &error, &fields);
            if told.is_empty() {
                return Err(error.into());
            }
            let mistakes = told.into_iter().map(|(field, mistake)| (field, mistake.into())).collect();
            refused((part, &set_up), (&site, &visitor), fields, mistakes)
        }
    }
}

fn read_reason(fields: &Fields) -> Result<PublicReason, Mistakes> {
    let typed = fields.get("reason");
    PublicReason::parse(typed).map_err(|error| vec![("reason".to_owned(), reason_mistake(typed, error))])
}

/// The fields at which a refusal is told, if it is about what was typed.
fn fields_of(part: RoundPart, error: &SetUpError, fields: &Fields) -> Vec<(String, RoundMistake)> {
    let at = |field: &str, mistake| vec![(field.to_owned(), mistake)];
    let in_row = |id: i64, mistake| {
        let row = rows::row_of(fields, id);
        vec![(row.map_or_else(|| "rows".to_owned(), |row| format!("remove_{row}")), mistake)]
    };
    match error {
        SetUpError::SlugTaken => at("slug", RoundMistake::SlugTaken),
        SetUpError::AddressAndCurrencyStay => at("slug", RoundMistake::Stays),
        SetUpError::SlugInLetters => at("slug", RoundMistake::InLetters),
        SetUpError::CodesInLetters => at("basis", RoundMistake::CodesInLetters),
        SetUpError::ReasonMissing => at("reason", RoundMistake::ReasonMissing),
        SetUpError::AreaInUse(area) => in_row(area.value(), RoundMistake::AreaInUse),
        SetUpError::AreaFrozen(area) => {
            let row = rows::row_of(fields, area.value());
            at(&row.map_or_else(|| "rows".to_owned(), |row| format!("money_{row}")), RoundMistake::AreaFrozen)
        }
        SetUpError::TopicInUse(topic) => in_row(topic.value(), RoundMistake::TopicInUse),
        SetUpError::Incomplete(lacks) => {
            let field = field_of_lacks(part);
            lacks.iter().map(|lack| (field.to_owned(), RoundMistake::Lack(*lack))).collect()
        }
        SetUpError::Span(window, fault) => {
            let end = match fault {
                SpanFault::BeginningPassed | SpanFault::BeginningInThePast => "opens",
                SpanFault::Backwards
                | SpanFault::EndPassed
                | SpanFault::EndInThePast
                | SpanFault::VotingOpen
                | SpanFault::VotingNeedsBoth => "closes",
            };
            at(&format!("{}_{end}_date", window.as_str()), RoundMistake::Span(*fault))
        }
        SetUpError::Forbidden(_)
        | SetUpError::NotLive
        | SetUpError::ChangedMeanwhile
        | SetUpError::Frozen(_)
        | SetUpError::Randomness(_)
        | SetUpError::Store(_) => Vec::new(),
    }
}

/// Where a form says what a public round would lack: at its first field of that sort.
const fn field_of_lacks(part: RoundPart) -> &'static str {
    match part {
        RoundPart::Areas => "money_1",
        RoundPart::Ballot => "rule",
        RoundPart::Dates => "voting_opens_date",
        RoundPart::People => "proposers",
        RoundPart::Basics | RoundPart::Texts | RoundPart::Topics | RoundPart::Privacy => "reason",
    }
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
    let has_conflict = matches!(outcome, Outcome::ChangedMeanwhile { .. });
    let saved = has_conflict.then(|| form::saved(part, set_up, &desk));
    let sheet = Sheet { desk: &desk, part, set_up, fields, saved, mistakes, outcome, is_read: false };
    let page = site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?;
    site.answer_with(status, visitor, &page, &sheet.page())
}
