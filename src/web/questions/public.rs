//! What is answered for everybody.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::build::answered;
use super::load::Rounds;
use super::service::service_answers;
use super::view::HelpShow;
use crate::domain::ids::RoundId;
use crate::domain::slug::Slug;
use crate::locale::Words;
use crate::store::Conn;
use crate::store::questions::{Question, count_public_questions, list_frequent_questions, list_public_questions};
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::parts::{ListPart, Pager};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Answers on one page.
const PAGE: usize = 20;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    round: Option<String>,
    page: Option<String>,
}

/// What a page shows.
struct Read {
    rounds: Rounds,
    /// The round that it is narrowed to.
    narrowed: Option<(RoundId, Slug)>,
    frequent: Vec<Question>,
    answers: Vec<Question>,
    part: ListPart,
}

fn load(conn: &mut Conn, slug: Option<Slug>, wanted: usize, reader: Reader) -> Result<Read, WebError> {
    let rounds = Rounds::public(conn, reader)?;
    let narrowed = match slug {
        Some(slug) => Some((rounds.with_slug(&slug).ok_or_else(WebError::not_found)?.0.id, slug)),
        None => None,
    };
    let round = narrowed.as_ref().map(|(id, _)| *id);
    let part = ListPart::nearest(wanted, count_public_questions(conn, round)?, PAGE);
    let of_round = |question: &Question| round.is_none() || question.round.is_none() || question.round == round;
    let frequent = list_frequent_questions(conn)?.into_iter().filter(of_round).collect();
    let answers = list_public_questions(conn, round, part.skip, part.limit)?;
    Ok(Read { rounds, narrowed, frequent, answers, part })
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let reader = Reader::of(&visitor);
    let typed = asked.round.as_deref().filter(|slug| !slug.is_empty());
    let slug = typed.map(|slug| Slug::parse(slug).map_err(|_| WebError::not_found())).transpose()?;
    let wanted = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let read = site.app.db.read(move |conn| load(conn, slug, wanted, reader)).await?;
    let view = help_show(&read, reader, site.words(&visitor));
    site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)
}

fn help_show(read: &Read, reader: Reader, words: Words<'_>) -> HelpShow {
    let language = reader.language;
    let all_url = routes::help(language);
    let slug = read.narrowed.as_ref().map(|(_, slug)| slug);
    let here = slug.map_or_else(|| all_url.clone(), |slug| routes::help_of_round(language, slug));
    let page_url = |page: usize| match (page, slug) {
        (1, _) => here.clone(),
        (page, Some(_)) => format!("{here}&page={page}"),
        (page, None) => format!("{here}?page={page}"),
    };
    let shown = |questions: &[Question]| {
        questions.iter().filter_map(|question| answered(question, &read.rounds, &words)).collect::<Vec<_>>()
    };
    let is_first = read.part.current == 1;
    HelpShow {
        ask_url: slug.map_or_else(|| routes::ask(language), |slug| routes::ask_about(language, slug)),
        round: read.rounds.title(read.narrowed.as_ref().map(|(id, _)| *id)),
        frequent: if is_first { shown(&read.frequent) } else { Vec::new() },
        service: if is_first { service_answers(&read.rounds, reader, &words) } else { Vec::new() },
        answers: shown(&read.answers),
        page_number: read.part.current,
        page_count: read.part.pages,
        pager: Pager::new(read.part.current, read.part.pages, page_url),
        all_url,
    }
}
