//! What is answered for everybody.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::build::answered;
use super::load::Rounds;
use super::service::service_answers;
use super::view::HelpShow;
use crate::domain::ids::RoundId;
use crate::domain::search::words;
use crate::domain::slug::Slug;
use crate::locale::{Language, Words};
use crate::store::Conn;
use crate::store::questions::{
    PublicPart, Question, count_public_questions, list_frequent_questions, list_public_questions,
};
use crate::web::error::WebError;
use crate::web::filter::{filled, named};
use crate::web::frame::Menu;
use crate::web::parts::{ListPart, Pager};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Answers on one page.
const PAGE: usize = 20;

/// The longest search, in characters.
const LONGEST: usize = 200;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    round: Option<String>,
    words: Option<String>,
    page: Option<String>,
}

impl Asked {
    /// What is searched for as it was typed.
    fn typed(&self) -> Option<String> {
        filled(&self.words).map(|typed| typed.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect())
    }
}

/// What is looked for.
struct Wanted {
    /// The round that the page is narrowed to.
    slug: Option<Slug>,
    typed: Option<String>,
    page: usize,
}

/// What a page shows.
struct Read {
    rounds: Rounds,
    narrowed: Option<RoundId>,
    frequent: Vec<Question>,
    answers: Vec<Question>,
    total: i64,
    part: ListPart,
}

fn load(conn: &mut Conn, wanted: &Wanted, reader: Reader) -> Result<Read, WebError> {
    let rounds = Rounds::public(conn, reader)?;
    let narrowed = match &wanted.slug {
        Some(slug) => Some(rounds.with_slug(slug).ok_or_else(WebError::not_found)?.0.id),
        None => None,
    };
    let searched = wanted.typed.as_deref().map(|typed| words(typed, reader.language.written()));
    let finds_nothing = searched.as_ref().is_some_and(BTreeSet::is_empty);
    let shown = PublicPart { round: narrowed, words: searched.unwrap_or_default() };
    let total = if finds_nothing { 0 } else { count_public_questions(conn, &shown)? };
    let part = ListPart::nearest(wanted.page, total, PAGE);
    let is_there = |question: &Question| narrowed.is_none() || question.round.is_none() || question.round == narrowed;
    let frequent = if wanted.typed.is_some() { Vec::new() } else { list_frequent_questions(conn)? };
    let answers = if finds_nothing { Vec::new() } else { list_public_questions(conn, &shown, part.skip, part.limit)? };
    Ok(Read { rounds, narrowed, frequent: frequent.into_iter().filter(is_there).collect(), answers, total, part })
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let reader = Reader::of(&visitor);
    let slug = named(&asked.round, |slug| Slug::parse(slug).ok())?;
    let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let wanted = Arc::new(Wanted { slug, typed: asked.typed(), page });
    let read = {
        let wanted = Arc::clone(&wanted);
        site.app.db.read(move |conn| load(conn, &wanted, reader)).await?
    };
    let view = help_show(&read, &wanted, reader, site.words(&visitor));
    site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)
}

/// The address of a page of what is looked for.
fn page_url(wanted: &Wanted, language: Language, page: usize) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(wanted.slug.as_ref().map(|slug| ("round", slug.as_str())));
    query.extend_pairs(wanted.typed.as_deref().map(|typed| ("words", typed)));
    query.extend_pairs((page > 1).then(|| ("page", page.to_string())));
    let (list, query) = (routes::help(language), query.finish());
    if query.is_empty() { list } else { format!("{list}?{query}") }
}

fn help_show(read: &Read, wanted: &Wanted, reader: Reader, words: Words<'_>) -> HelpShow {
    let language = reader.language;
    let (slug, typed) = (wanted.slug.as_ref(), wanted.typed.as_deref());
    let shown = |questions: &[Question]| {
        questions.iter().filter_map(|question| answered(question, &read.rounds, &words)).collect::<Vec<_>>()
    };
    let has_more = read.part.current == 1 && typed.is_none();
    HelpShow {
        ask_url: slug.map_or_else(|| routes::ask(language), |slug| routes::ask_about(language, slug)),
        round: read.rounds.title(read.narrowed),
        slug: slug.map(|slug| slug.as_str().to_owned()),
        searched: typed.map(str::to_owned),
        found: read.total,
        frequent: if has_more { shown(&read.frequent) } else { Vec::new() },
        service: if has_more { service_answers(&read.rounds, reader, &words) } else { Vec::new() },
        answers: shown(&read.answers),
        page_number: read.part.current,
        page_count: read.part.pages,
        pager: Pager::new(read.part.current, read.part.pages, |page| page_url(wanted, language, page)),
        all_url: routes::help(language),
    }
}
