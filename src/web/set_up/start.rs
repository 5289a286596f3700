//! A new round: what it is called, and what it begins with.

use actix_web::http::StatusCode;
use actix_web::web;

use super::handlers::Answer;
use super::mistake::RoundMistake;
use super::overview::started_url;
use super::sheet::{Desk, named_problems};
use super::view::{PatternView, SetUpStart};
use crate::actions::round_set_up::{NewDraft, Pattern, SetUpError, start_round};
use crate::domain::ids::{RoundId, RoundPublicId};
use crate::domain::organisation::ByLanguage;
use crate::domain::round::{Origin, Round};
use crate::domain::set_up::Preset;
use crate::domain::slug::Slug;
use crate::domain::text::Line;
use crate::locale::{Arg, Language};
use crate::secrecy::randomness::draw;
use crate::store::rounds::list_rounds;
use crate::store::texts::list_round_texts;
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::settings::build::problem_of;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldOption, FieldView};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// A round that can be copied.
struct Former {
    id: RoundId,
    title: String,
}

async fn formers(site: &Site, language: Language) -> Result<Vec<Former>, WebError> {
    let read = move |conn: &mut Conn| {
        let mut titles = list_round_texts(conn, language.written())?;
        let is_live = |round: &Round| round.origin == Origin::Live;
        let former = |round: Round| {
            let title = titles.remove(&round.id).map(|written| written.text.title).unwrap_or_default();
            Former { id: round.id, title }
        };
        Ok::<_, StoreError>(list_rounds(conn)?.into_iter().filter(is_live).map(former).collect())
    };
    Ok(site.app.db.read(read).await?)
}

pub(super) async fn form(site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    let mut fields = Fields::default();
    fields.set("pattern", Preset::Citizens.as_str());
    let formers = formers(&site, visitor.language).await?;
    answer((&site, &visitor), StatusCode::OK, formers, (fields, Mistakes::new()))
}

pub(super) async fn submit(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let fields = Fields::typed(pairs);
    let desk = Desk::of(&site, &visitor);
    let formers = formers(&site, visitor.language).await?;
    let draft = match read(&fields, &desk, &formers) {
        Ok((titles, slug, pattern)) => {
            NewDraft { public_id: RoundPublicId::new(draw().map_err(WebError::from)?), slug, titles, pattern }
        }
        Err(mistakes) => {
            return answer((&site, &visitor), StatusCode::UNPROCESSABLE_ENTITY, formers, (fields, mistakes));
        }
    };
    let slug = draft.slug.clone();
    match start_round(&site.app.db, office.actor(), draft).await {
        Ok(_) => Ok(see_other(&started_url(&visitor, &slug))),
        Err(SetUpError::SlugTaken) => {
            let mistakes = vec![("slug".to_owned(), RoundMistake::SlugTaken.into())];
            answer((&site, &visitor), StatusCode::CONFLICT, formers, (fields, mistakes))
        }
        Err(error) => Err(error.into()),
    }
}

type Wanted = (ByLanguage<Line>, Slug, Pattern);

fn read(fields: &Fields, desk: &Desk<'_>, formers: &[Former]) -> Result<Wanted, Mistakes> {
    let mut read = Reader::new(fields);
    let titles = desk.offer.iter().map(|one| (one.code().to_owned(), read.needed_line(&named("title", *one))));
    let titles: ByLanguage<Line> = titles.collect();
    let typed = fields.get("slug").trim();
    let first = titles.values().next().map_or("", |title| title.as_str());
    let slug = if typed.is_empty() { Slug::from_title(first) } else { Slug::parse(typed).ok() };
    // Without a title there is nothing to make an address of, which is told at the title.
    if slug.is_none() && !(typed.is_empty() && first.is_empty()) {
        read.refuse("slug", RoundMistake::Slug.into());
    }
    let pattern = pattern(fields.get("pattern"), formers);
    if pattern.is_none() {
        read.refuse("pattern", RoundMistake::Choice.into());
    }
    match (slug, pattern) {
        (Some(slug), Some(pattern)) => read.finish((titles, slug, pattern)),
        _ => Err(read.mistakes()),
    }
}

fn pattern(typed: &str, formers: &[Former]) -> Option<Pattern> {
    if let Some(preset) = Preset::parse(typed) {
        return Some(Pattern::Preset(preset));
    }
    let id = RoundId::new(typed.parse().ok()?);
    formers.iter().any(|former| former.id == id).then_some(Pattern::Round(id))
}

fn answer(
    (site, visitor): (&Site, &Visitor),
    status: StatusCode,
    formers: Vec<Former>,
    (fields, mistakes): (Fields, Mistakes),
) -> Answer {
    let desk = Desk::of(site, visitor);
    let words = &desk.words;
    let field = |name: String, key: &str| FieldView {
        label: words.text(&format!("set-up-field-{key}"), &[]),
        hint: words.text(&format!("set-up-hint-{key}"), &[]),
        value: fields.get(&name).to_owned(),
        problem: problem_of(&mistakes, &name, words),
        kind: "line",
        name,
        ..FieldView::default()
    };
    let title = |language: &Language| {
        let field = field(named("title", *language), "title");
        let args = [("label", Arg::from(field.label.as_str())), ("language", Arg::from(language.own_name()))];
        FieldView { label: words.text("set-up-in-language", &args), language: Some(language.tag()), ..field }
    };
    let chosen = fields.get("pattern");
    let preset = |preset: &Preset| {
        let key = preset.as_str();
        PatternView {
            option: FieldOption {
                value: key.to_owned(),
                label: words.text(&format!("set-up-preset-{key}"), &[]),
                chosen: chosen == key,
            },
            hint: words.text(&format!("set-up-preset-{key}-hint"), &[]),
        }
    };
    let copy = |former: Former| {
        let value = former.id.to_string();
        let label = words.text("set-up-copy", &[("round", Arg::from(former.title.as_str()))]);
        let option = FieldOption { chosen: chosen == value, value, label };
        PatternView { option, hint: words.text("set-up-copy-hint", &[]) }
    };
    let titles = FieldGroup { legend: None, fields: desk.offer.iter().map(title).collect() };
    let view = SetUpStart {
        url: routes::new_round(visitor.language),
        office_url: routes::office(visitor.language),
        problems: named_problems(&mistakes, std::slice::from_ref(&titles), words),
        titles: titles.fields,
        slug: FieldView { kind: "url-part", ..field("slug".to_owned(), "new-slug") },
        patterns: Preset::ALL.iter().map(preset).chain(formers.into_iter().map(copy)).collect(),
        pattern_problem: problem_of(&mistakes, "pattern", words),
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}
