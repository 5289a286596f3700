//! The office's question and its verdict, as the author meets them, and what they say to it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use super::{Behind, ask, behind, own};
use crate::actions::review::{ReviewError, answer_question, may_object, object_to_verdict};
use crate::domain::proposal::ProposalState;
use crate::domain::review::{LONGEST_TEXT, Route, Stage, Standing};
use crate::locale::Words;
use crate::store::author_questions::{AuthorQuestion, list_author_questions};
use crate::store::objections::{Objection, find_objection};
use crate::store::proposals::Proposal;
use crate::store::reviews::{Review, find_review};
use crate::store::shortlist::find_exclusion;
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::parts::{paragraphs, written};
use crate::web::propose::code::ChangeCode;
use crate::web::propose::steps::actor;
use crate::web::propose::view::{OwnQuestion, OwnReview};
use crate::web::review::words::standing;
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::FieldView;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What an author sent, and what became of it.
pub(super) struct Said {
    fields: Fields,
    mistakes: Mistakes,
    done: Option<&'static str>,
}

impl Said {
    /// Nothing was sent; the address says what was done just before.
    pub(super) fn nothing(query: &str) -> Self {
        let done = ["answer", "object"].into_iter().find(|act| query == format!("done={act}"));
        Self { fields: Fields::default(), mistakes: Mistakes::new(), done }
    }

    /// What was sent about a proposal that was hidden or taken back meanwhile; nothing where nothing was sent.
    fn left_over(&self, words: Words<'_>, state: ProposalState) -> Option<OwnReview> {
        let kept = ["answer", "objection"].into_iter().find_map(|name| written(self.fields.get(name)))?;
        Some(OwnReview {
            standing: crate::web::proposals::words::state(state, words),
            goes_on: false,
            excluded: None,
            done: None,
            problems: problems(&self.mistakes, &words),
            question: None,
            objection: None,
            kept: Some(kept),
            objected: None,
        })
    }

    pub(super) fn status(&self) -> StatusCode {
        match self.mistakes.first() {
            None => StatusCode::OK,
            Some((_, Mistake::TooLateToSay)) => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// What stands in the way when the moment has passed: the page says what holds now, beside what was typed.
const fn too_late(error: &ReviewError) -> bool {
    matches!(
        error,
        ReviewError::Stage(_) | ReviewError::NoObjection | ReviewError::NotReviewed(_) | ReviewError::ChangedMeanwhile
    )
}

/// Answers the question, or objects to the verdict.
pub(super) async fn speak(
    request: &HttpRequest,
    site: &Site,
    visitor: &Visitor,
    fields: Fields,
) -> Result<HttpResponse, WebError> {
    let Some(code) = ChangeCode::of(site, visitor, request) else { return ask(site, visitor, "", None) };
    let Behind::Proposal(slug, proposal) = behind(site, visitor, &code).await? else {
        return ask(site, visitor, "", None);
    };
    let (act, field) = if fields.get("act") == "answer" { ("answer", "answer") } else { ("object", "objection") };
    let mut read = Reader::new(&fields);
    let text = read.needed_prose(field, LONGEST_TEXT);
    let mistakes = match read.finish(text) {
        Ok(text) => {
            let (db, actor) = (&site.app.db, actor(visitor));
            let done = if act == "answer" {
                answer_question(db, actor, code.mac, text).await
            } else {
                object_to_verdict(db, actor, code.mac, text).await
            };
            match done {
                Ok(()) => {
                    // Where it stands is public.
                    site.shared_pages.forget();
                    return Ok(see_other(&format!("{}?done={act}", routes::own_proposal(visitor.language))));
                }
                Err(error) if too_late(&error) => vec![(field.to_owned(), Mistake::TooLateToSay)],
                Err(error) => return Err(error.into()),
            }
        }
        Err(mistakes) => mistakes,
    };
    own(site, visitor, (&slug, &proposal), &Said { fields, mistakes, done: None }).await
}

struct Found {
    review: Review,
    excluded: Option<String>,
    questions: Vec<AuthorQuestion>,
    objection: Option<Objection>,
}

/// How far the review of the own proposal is; nothing of one that not everybody can read.
pub(super) async fn load(
    site: &Site,
    visitor: &Visitor,
    proposal: &Proposal,
    said: &Said,
) -> Result<Option<OwnReview>, WebError> {
    if proposal.state != ProposalState::Received {
        return Ok(said.left_over(site.words(visitor), proposal.state));
    }
    let id = proposal.id;
    let read = move |conn: &mut Conn| {
        Ok::<_, StoreError>(Found {
            excluded: find_exclusion(conn, id)?,
            review: find_review(conn, id)?,
            questions: list_author_questions(conn, id)?,
            objection: find_objection(conn, id)?,
        })
    };
    let found = site.app.db.read(read).await?;
    Ok(Some(view(&found, said, site, visitor)))
}

fn view(found: &Found, said: &Said, site: &Site, visitor: &Visitor) -> OwnReview {
    let (words, review) = (site.words(visitor), &found.review);
    let field = |name: &str, label: &str, hint: &str| FieldView {
        name: name.to_owned(),
        label: words.text(label, &[]),
        hint: words.text(hint, &[]),
        kind: "prose",
        value: said.fields.get(name).to_owned(),
        problem: problem_of(&said.mistakes, name, &words),
        ..FieldView::default()
    };
    let open = found.questions.iter().find(|question| question.answer.is_none());
    let question = open.filter(|_| review.stage == Stage::Asked).map(|question| OwnQuestion {
        paragraphs: paragraphs(&question.question),
        until: words.until(question.answer_by),
        field: field("answer", "review-own-answer", "review-own-answer-hint"),
    });
    let until = may_object(review, found.objection.is_some(), (visitor.now, site.zone(visitor)));
    let objection = until
        .map(|until| (words.until(until), field("objection", "review-own-objection", "review-own-objection-hint")));
    let kept = [("answer", question.is_none()), ("objection", objection.is_none())];
    let kept = kept.into_iter().find_map(|(name, is_lost)| written(said.fields.get(name)).filter(|_| is_lost));
    let answered_by = |objection: &Objection| {
        let came_after = review.decided_at.is_some_and(|decided| decided >= objection.objected_at);
        let is_answered = came_after && review.stage != Stage::Objected;
        (!is_answered).then(|| words.date_with_weekday(objection.due_at))
    };
    let excluded = found.excluded.clone().filter(|_| review.route == Some(Route::Vote));
    let now = review.standing();
    OwnReview {
        standing: match excluded {
            Some(_) => words.text("shortlist-public-excluded", &[]),
            None => standing(now, words),
        },
        goes_on: matches!(now, Standing::Received | Standing::InReview),
        excluded,
        done: said.done,
        problems: problems(&said.mistakes, &words),
        question,
        objection,
        kept,
        objected: found.objection.as_ref().map(|said| (paragraphs(&said.body), answered_by(said))),
    }
}
