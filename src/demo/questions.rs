//! Questions to the office: asked and answered on their days, as people and the office would.

use super::content::{QuestionFile, questions};
use super::fill::DemoError;
use super::timeline::Timeline;
use crate::actions::question::{
    AskQuestion, PublicAnswer, SeenQuestion, WriteQuestion, ask_question, publish_question, set_question_aside,
    write_question,
};
use crate::app::App;
use crate::domain::email::Email;
use crate::domain::ids::RoundId;
use crate::domain::permission::Actor;
use crate::domain::question::{FrequentPlace, SetAsideReason};
use crate::domain::slug::Slug;
use crate::domain::text::Prose;
use crate::locale::Language;
use crate::secrecy::ReportToken;
use crate::secrecy::randomness::draw;
use crate::store::rounds::find_round_by_slug;

const OFFICE: Actor = Actor::CommandLine;

pub(super) async fn ask_and_answer(app: &App, timeline: &Timeline<'_>) -> Result<(), DemoError> {
    for file in questions()? {
        let round = match &file.round {
            Some(slug) => Some(find(app, slug).await?),
            None => None,
        };
        settle(app, timeline, &file, round).await?;
        timeline.come_back();
    }
    Ok(())
}

async fn settle(
    app: &App,
    timeline: &Timeline<'_>,
    file: &QuestionFile,
    round: Option<RoundId>,
) -> Result<(), DemoError> {
    let language = Language::from_code(&file.language).ok_or_else(|| content(&file.language))?;
    let public = PublicAnswer {
        text: prose(&file.text)?,
        answer: prose(&file.answer)?,
        place: file.place.map(|place| FrequentPlace::new(place).ok_or_else(|| content(&file.text))).transpose()?,
    };
    let Some(asked) = file.asked else {
        timeline.go_to(file.answered.unwrap_or(0))?;
        write_question(&app.db, OFFICE, WriteQuestion { round, language, public }).await?;
        return Ok(());
    };
    timeline.go_to(asked)?;
    let email = file.email.as_deref().map(|email| Email::parse(email).map_err(|_| content(email))).transpose()?;
    let question = AskQuestion { text: public.text.clone(), round, email, language };
    let id = ask_question(&app.db, Actor::Anonymous, &ReportToken::new(draw()?), question).await?;
    if let Some(answered) = file.answered {
        timeline.go_to(answered)?;
        let seen = SeenQuestion { id, version: 1 };
        match &file.set_aside {
            Some(reason) => {
                let reason = SetAsideReason::parse(reason).ok_or_else(|| content(reason))?;
                set_question_aside(&app.db, OFFICE, seen, reason).await?;
            }
            None => publish_question(&app.db, OFFICE, seen, public).await?,
        }
    }
    Ok(())
}

async fn find(app: &App, slug: &str) -> Result<RoundId, DemoError> {
    let known = Slug::parse(slug).map_err(|_| content(slug))?;
    let found = app.db.read(move |conn| find_round_by_slug(conn, &known)).await?;
    Ok(found.ok_or_else(|| content(slug))?.id)
}

fn content(what: &str) -> DemoError {
    DemoError::Content(what.to_owned())
}

fn prose(text: &str) -> Result<Prose, DemoError> {
    Prose::parse(text).map_err(|_| content(text))
}
