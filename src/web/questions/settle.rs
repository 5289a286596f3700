//! What is done with a question, as it was sent: read, all mistakes at once, and done.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::build::{language_of, reason_in_words};
use super::form::{ANSWER_MOST, public_fields, read_public};
use super::office::{Desk, find};
use super::view::QuestionForms;
use crate::actions::question::{
    PublicAnswer, QuestionError, SeenQuestion, answer_question_alone, publish_question, set_question_aside,
    take_question_out,
};
use crate::domain::permission::Actor;
use crate::domain::question::{QuestionEvent, SetAsideReason};
use crate::domain::text::Prose;
use crate::locale::Words;
use crate::store::Db;
use crate::store::questions::Question;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedPairs;
use crate::web::routes;
use crate::web::settings::build::field_view;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// An act with all that it needs.
enum Act {
    Publish(PublicAnswer),
    AnswerAlone(Prose),
    SetAside(SetAsideReason),
    TakeOut,
}

/// Reads an act; none when the form names none of ours.
fn read(fields: &Fields) -> Option<Result<Act, Mistakes>> {
    let mut read = Reader::new(fields);
    let act = match QuestionEvent::parse(fields.get("act"))? {
        QuestionEvent::Publish => Some(Act::Publish(read_public(&mut read))),
        QuestionEvent::AnswerAlone => Some(Act::AnswerAlone(read.needed_prose("answer", ANSWER_MOST))),
        QuestionEvent::SetAside => {
            let reason = SetAsideReason::parse(fields.get("reason"));
            if reason.is_none() {
                read.refuse("reason", Mistake::Choose);
            }
            reason.map(Act::SetAside)
        }
        QuestionEvent::TakeOut => Some(Act::TakeOut),
    };
    Some(read.finish(act).and_then(|act| act.ok_or_else(Mistakes::new)))
}

impl Act {
    async fn carry_out(self, db: &Db, actor: Actor, seen: SeenQuestion) -> Result<(), QuestionError> {
        match self {
            Self::Publish(public) => publish_question(db, actor, seen, public).await,
            Self::AnswerAlone(answer) => answer_question_alone(db, actor, seen, answer).await,
            Self::SetAside(reason) => set_question_aside(db, actor, seen, reason).await,
            Self::TakeOut => take_question_out(db, actor, seen).await,
        }
    }
}

pub(super) async fn save(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let desk = Desk { site: &site, visitor: &visitor, office: &office };
    let (question, rounds) = find(&request, &site, &visitor, office.actor()).await?;
    let fields = Fields::typed(pairs);
    let act = match read(&fields).ok_or_else(|| WebError::told(Code::MalformedRequest))? {
        Ok(act) => act,
        Err(mistakes) => {
            return desk.answer(StatusCode::UNPROCESSABLE_ENTITY, (&question, &rounds), (&fields, &mistakes));
        }
    };
    let seen = SeenQuestion { id: question.id, version: fields.version().unwrap_or(0) };
    match act.carry_out(&site.app.db, office.actor(), seen).await {
        Ok(()) => {
            // What was taken out a moment ago must not come from the pages that are kept for strangers.
            site.shared_pages.forget();
            Ok(see_other(&format!("{}?done={}", routes::questions(visitor.language), question.id)))
        }
        Err(QuestionError::ChangedMeanwhile) => {
            let (question, rounds) = find(&request, &site, &visitor, office.actor()).await?;
            desk.answer(StatusCode::CONFLICT, (&question, &rounds), (&fields, &Mistakes::new()))
        }
        Err(error) => Err(error.into()),
    }
}

/// What can be done with a question as it stands. It can always be published.
pub(super) fn forms(question: &Question, typed: (&Fields, &Mistakes), words: &Words<'_>) -> QuestionForms {
    let can = |event| question.standing.state.apply(event).is_some();
    let reason = |reason: &SetAsideReason| FieldOption {
        value: reason.as_str().to_owned(),
        label: reason_in_words(*reason, words),
        chosen: typed.0.get("reason") == reason.as_str(),
    };
    let aside = || FieldView {
        options: SetAsideReason::ALL.iter().map(reason).collect(),
        ..field_view(("reason", "radio", "questions-reason", "questions-reason-hint"), typed, words)
    };
    QuestionForms {
        fields: public_fields(typed, Some(language_of(question)), words),
        alone: can(QuestionEvent::AnswerAlone),
        aside: can(QuestionEvent::SetAside).then(aside),
        out: can(QuestionEvent::TakeOut),
    }
}
