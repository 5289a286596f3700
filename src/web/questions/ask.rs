//! Asking the office, by anybody, and reading the answer.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::{language_of, lines, own_answer, reason_in_words};
use super::form::{QUESTION_MOST, about};
use super::load::Rounds;
use super::view::{AskForm, AskedShow};
use crate::actions::question::{AskQuestion, QuestionError, ask_question};
use crate::domain::permission::Actor;
use crate::domain::question::QuestionState;
use crate::domain::slug::Slug;
use crate::locale::is_day_over;
use crate::secrecy::ReportToken;
use crate::store::questions::{Question, find_question_by_token};
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other, with_retry_after};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::Menu;
use crate::web::limits::{Limit, LimitError, taken_again_at};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::sent_once::{FORM, fresh_fields, token_of};
use crate::web::settings::build::{field_view, problems};
use crate::web::settings::form::{Fields, Reader as FieldReader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::FieldView;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// Questions from one address in an hour: a whole library may stand behind it.
const BY_ADDRESS: i64 = 10;
/// Questions from everywhere in an hour; more is no help to anybody.
const EVERYWHERE: i64 = 500;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    round: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let rounds = public_rounds(&site, &visitor).await?;
    let mut fields = fresh_fields()?;
    // A round that everybody may see and nothing else; a stranger's link must not write into the form.
    let slug = asked.into_inner().round.and_then(|slug| Slug::parse(&slug).ok());
    let known = slug.filter(|slug| rounds.with_slug(slug).is_some());
    fields.set("round", known.as_ref().map_or("", Slug::as_str));
    // Drawn for this visitor alone.
    Ok(kept_nowhere(answer(&site, &visitor, StatusCode::OK, &rounds, (&fields, &Mistakes::new()))?))
}

pub(super) async fn send(
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let rounds = public_rounds(&site, &visitor).await?;
    let fields = Fields::typed(pairs);
    let question = match read(&fields, &rounds, &visitor) {
        Ok(question) => question,
        Err(mistakes) => {
            return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &rounds, (&fields, &mistakes));
        }
    };
    let token = token_of(&fields, &["question", "round", "email"])?;
    let to_question = || Ok(see_other(&routes::asked(visitor.language, &token)));
    if is_asked(&site, &token).await? {
        return to_question();
    }
    // What was typed is not lost to those who share an address with many.
    if let Some(again_at) = taken_again_at(take_limits(&site, &visitor).await)? {
        let mistakes = vec![("question".to_owned(), Mistake::LaterOn { again_at })];
        let full = answer(&site, &visitor, StatusCode::TOO_MANY_REQUESTS, &rounds, (&fields, &mistakes))?;
        return Ok(with_retry_after(full, again_at, visitor.now));
    }
    let actor = visitor.member.as_ref().map_or(Actor::Anonymous, Member::actor);
    match ask_question(&site.app.db, actor, &token, question).await {
        // The other click of two was faster.
        Ok(_) | Err(QuestionError::Store(StoreError::Conflict)) => to_question(),
        Err(error) => Err(error.into()),
    }
}

async fn is_asked(site: &Site, token: &ReportToken) -> Result<bool, WebError> {
    let hash = token.hash();
    Ok(site.app.db.read(move |conn| find_question_by_token(conn, &hash)).await?.is_some())
}

async fn public_rounds(site: &Site, visitor: &Visitor) -> Result<Rounds, WebError> {
    let reader = Reader::of(visitor);
    Ok(site.app.db.read(move |conn| Rounds::public(conn, reader)).await?)
}

fn read(fields: &Fields, rounds: &Rounds, visitor: &Visitor) -> Result<AskQuestion, Mistakes> {
    let mut read = FieldReader::new(fields);
    let question = AskQuestion {
        text: read.needed_prose("question", QUESTION_MOST),
        round: about(&mut read, rounds),
        email: read.email("email"),
        language: visitor.language,
    };
    read.finish(question)
}

async fn take_limits(site: &Site, visitor: &Visitor) -> Result<(), LimitError> {
    let limits = [
        Limit::hourly(format!("questions {}", visitor.address.limit_key()), BY_ADDRESS),
        Limit::hourly("questions".to_owned(), EVERYWHERE),
    ];
    site.take_limits(limits.into()).await
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    rounds: &Rounds,
    typed: (&Fields, &Mistakes),
) -> Result<HttpResponse, WebError> {
    let (words, language) = (site.words(visitor), visitor.language);
    let (fields, mistakes) = typed;
    let round = FieldView {
        options: rounds.options(fields.get("round"), &words),
        ..field_view(("round", "choice", "questions-about", "questions-about-hint"), typed, &words)
    };
    let question = field_view(("question", "prose", "ask-question", "ask-question-hint"), typed, &words);
    let email = field_view(("email", "email", "ask-email", "ask-email-hint"), typed, &words);
    let chosen = Slug::parse(fields.get("round")).ok();
    let view = AskForm {
        url: routes::ask(language),
        help_url: routes::help(language),
        form_key: fields.get(FORM).to_owned(),
        round: chosen.and_then(|slug| rounds.with_slug(&slug).map(|(_, title)| title.to_owned())),
        problems: problems(mistakes, &words),
        fields: [Some(question), (!rounds.is_empty()).then_some(round), Some(email)].into_iter().flatten().collect(),
    };
    let page = site.page_at(visitor, Menu::Public(Vec::new()), routes::ask)?;
    site.answer_with(status, visitor, &page, &view)
}

/// One's own question, later with the answer. Its address is the secret, so it is kept nowhere and names no page to others.
pub(super) async fn asked(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let token = request.match_info().get("token").and_then(ReportToken::parse).ok_or_else(WebError::not_found)?;
    let (hash, reader) = (token.hash(), Reader::of(&visitor));
    let find = move |conn: &mut Conn| {
        let question = find_question_by_token(conn, &hash)?.ok_or(StoreError::NotFound)?;
        Ok::<_, StoreError>((question, Rounds::public(conn, reader)?))
    };
    let (question, rounds) = site.app.db.read(find).await?;
    let view = asked_show(&site, &visitor, &question, &rounds, &token);
    Ok(kept_nowhere(site.answer(&visitor, &site.page(&visitor, Menu::Public(Vec::new()))?, &view)?))
}

fn asked_show(site: &Site, visitor: &Visitor, question: &Question, rounds: &Rounds, token: &ReportToken) -> AskedShow {
    let words = site.words(visitor);
    let state = question.standing.state;
    let due = question.answer_by.filter(|_| state == QuestionState::Open);
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    AskedShow {
        number: question.id.to_string(),
        state: state.as_str(),
        answer_by: due.map(|by| words.date_with_weekday(by)),
        late: due.is_some_and(|by| is_day_over(by, visitor.now, words.zone())),
        asked: question.asked_at.map(|at| words.date(at)),
        round: rounds.title(question.round),
        language: language_of(question),
        text: question.text.as_deref().map(lines).unwrap_or_default(),
        answer: own_answer(question, &words),
        reason: question.standing.reason.map(|reason| reason_in_words(reason, &words)),
        address: format!("{base}{}", routes::asked(visitor.language, token)),
        help_url: routes::help(visitor.language),
    }
}
