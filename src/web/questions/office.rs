//! The office's list of questions, and one of them.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::office_question;
use super::load::Rounds;
use super::settle::forms;
use super::view::{QuestionList, QuestionPartView, QuestionRow, QuestionShow};
use crate::actions::steps::authorise;
use crate::domain::ids::QuestionId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::question::QuestionState;
use crate::store::questions::{Question, QuestionPart, count_questions, find_question, list_questions};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::{ListPart, Pager};
use crate::web::round::load::Reader;
use crate::web::routes::{self, number_of};
use crate::web::settings::build::problems;
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const PAGE: usize = 20;
/// The parts of the list by their names in addresses.
const PARTS: [(&str, QuestionPart); 3] =
    [("open", QuestionPart::Open), ("public", QuestionPart::Public), ("rest", QuestionPart::Rest)];

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    page: Option<String>,
    /// The number of the question with which something has just been done.
    done: Option<i64>,
}

/// What a page of the list shows.
struct Listed {
    rounds: Rounds,
    counts: BTreeMap<QuestionState, i64>,
    done: Option<Question>,
    rows: Vec<Question>,
    part: ListPart,
}

fn count_of(part: QuestionPart, counts: &BTreeMap<QuestionState, i64>) -> i64 {
    let of = |state: QuestionState| counts.get(&state).copied().unwrap_or(0);
    match part {
        QuestionPart::Open => of(QuestionState::Open),
        QuestionPart::Public => of(QuestionState::Public),
        QuestionPart::Rest => of(QuestionState::AnsweredAlone).saturating_add(of(QuestionState::SetAside)),
    }
}

fn load(
    conn: &mut Conn,
    (actor, reader): (Actor, Reader),
    (part, wanted): (QuestionPart, usize),
    done: Option<i64>,
) -> Result<Listed, WebError> {
    authorise(conn, actor, Permission::ReadQuestions, Scope::Organisation)?;
    let counts = count_questions(conn)?;
    let page = ListPart::nearest(wanted, count_of(part, &counts), PAGE);
    let rows = list_questions(conn, part, page.skip, page.limit)?;
    let done = done.map(|id| find_question(conn, QuestionId::new(id))).transpose()?.flatten();
    Ok(Listed { rounds: Rounds::all(conn, reader)?, counts, done, rows, part: page })
}

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let named = asked.show.as_deref().and_then(|name| PARTS.into_iter().find(|(part, _)| *part == name));
    let (shows, part) = named.unwrap_or(("open", QuestionPart::Open));
    let wanted = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let (actor, reader, done) = (office.actor(), Reader::of(&visitor), asked.done);
    let found = site.app.db.read(move |conn| load(conn, (actor, reader), (part, wanted), done)).await?;
    let (language, words) = (visitor.language, site.words(&visitor));
    let list_url = routes::questions(language);
    let url = |name: &str| format!("{list_url}?show={name}");
    // Nobody's address stands in a list.
    let row = |question: &Question| QuestionRow {
        question: office_question(question, &found.rounds, (visitor.now, false), &words),
        url: routes::question(language, question.id),
    };
    let parts = PARTS.map(|(name, one)| QuestionPartView {
        name,
        url: url(name),
        count: count_of(one, &found.counts),
        current: one == part,
    });
    let may_answer = office.may_also(Permission::AnswerQuestions, Scope::Organisation);
    let view = QuestionList {
        done: found.done.as_ref().map(row),
        new_url: may_answer.then(|| routes::question_new(language)),
        parts: parts.into(),
        shows,
        rows: found.rows.iter().map(row).collect(),
        pager: Pager::new(found.part.current, found.part.pages, |page| format!("{}&page={page}", url(shows))),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Questions))?, &view)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
) -> Result<HttpResponse, WebError> {
    let (question, rounds) = find(&request, &site, &visitor, office.actor()).await?;
    let desk = Desk { site: &site, visitor: &visitor, office: &office };
    desk.answer(StatusCode::OK, (&question, &rounds), (&saved(&question), &Mistakes::new()))
}

/// The question of the address, and all rounds.
pub(super) async fn find(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    actor: Actor,
) -> Result<(Question, Rounds), WebError> {
    let (id, reader) = (QuestionId::new(number_of(request, "number")?.into()), Reader::of(visitor));
    let find = move |conn: &mut Conn| {
        authorise(conn, actor, Permission::ReadQuestions, Scope::Organisation)?;
        let question = find_question(conn, id)?.ok_or(StoreError::NotFound)?;
        Ok::<_, WebError>((question, Rounds::all(conn, reader)?))
    };
    site.app.db.read(find).await
}

/// What stands in the fields before anybody types: what is public. What was asked may name people, so that nobody publishes it
/// with one press.
fn saved(question: &Question) -> Fields {
    let (mut fields, standing) = (Fields::default(), &question.standing);
    fields.set("public_text", standing.public_text.as_deref().unwrap_or_default());
    fields.set("answer", standing.answer.as_ref().map_or("", |(answer, _)| answer.as_str()));
    fields.set("place", standing.place.map(|place| place.value().to_string()).unwrap_or_default());
    fields
}

/// Where a question is looked at.
pub(super) struct Desk<'a> {
    pub(super) site: &'a Site,
    pub(super) visitor: &'a Visitor,
    pub(super) office: &'a Office,
}

impl Desk<'_> {
    /// The page of a question; with 409 somebody else was faster.
    pub(super) fn answer(
        &self,
        status: StatusCode,
        (question, rounds): (&Question, &Rounds),
        typed: (&Fields, &Mistakes),
    ) -> Result<HttpResponse, WebError> {
        let (words, language) = (self.site.words(self.visitor), self.visitor.language);
        let may_answer = self.office.may_also(Permission::AnswerQuestions, Scope::Organisation);
        let view = QuestionShow {
            question: office_question(question, rounds, (self.visitor.now, may_answer), &words),
            url: routes::question(language, question.id),
            list_url: routes::questions(language),
            help_url: routes::help(language),
            version: question.version,
            changed_meanwhile: status == StatusCode::CONFLICT,
            problems: problems(typed.1, &words),
            forms: may_answer.then(|| forms(question, typed, &words)),
        };
        let page = self.site.page(self.visitor, Menu::Office(OfficePlace::Questions))?;
        self.site.answer_with(status, self.visitor, &page, &view)
    }
}
