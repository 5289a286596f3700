//! A question that the office writes itself.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::form::{about, public_fields, read_public};
use super::load::Rounds;
use super::view::QuestionNew;
use crate::actions::question::{QuestionError, WriteQuestion, write_question};
use crate::locale::{Language, Offer};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::settings::build::{field_view, problems};
use crate::web::settings::form::{Fields, Reader as FieldReader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(site: web::Data<Site>, visitor: Visitor, _: Office) -> Result<HttpResponse, WebError> {
    let rounds = public_rounds(&site, &visitor).await?;
    let mut fields = Fields::default();
    fields.set("language", visitor.language.written());
    answer(&site, &visitor, StatusCode::OK, &rounds, (&fields, &Mistakes::new()))
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let rounds = public_rounds(&site, &visitor).await?;
    let fields = Fields::typed(pairs);
    let question = match read(&fields, &rounds) {
        Ok(question) => question,
        Err(mistakes) => {
            return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &rounds, (&fields, &mistakes));
        }
    };
    let id = match write_question(&site.app.db, office.actor(), question).await {
        Ok(id) => id,
        // A colleague took the same place at the same moment.
        Err(QuestionError::ChangedMeanwhile) => {
            return answer(&site, &visitor, StatusCode::CONFLICT, &rounds, (&fields, &Mistakes::new()));
        }
        Err(error) => return Err(error.into()),
    };
    site.shared_pages.forget();
    Ok(see_other(&format!("{}?show=public&done={id}", routes::questions(visitor.language))))
}

async fn public_rounds(site: &Site, visitor: &Visitor) -> Result<Rounds, WebError> {
    let reader = Reader::of(visitor);
    Ok(site.app.db.read(move |conn| Rounds::public(conn, reader)).await?)
}

fn read(fields: &Fields, rounds: &Rounds) -> Result<WriteQuestion, Mistakes> {
    let mut read = FieldReader::new(fields);
    let public = read_public(&mut read);
    let language = Offer::ALL.into_iter().find(|language| language.code() == fields.get("language"));
    if language.is_none() {
        read.refuse("language", Mistake::Choose);
    }
    let round = about(&mut read, rounds);
    let language = language.unwrap_or_default();
    read.finish(WriteQuestion { round, language, public })
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    rounds: &Rounds,
    typed: (&Fields, &Mistakes),
) -> Result<HttpResponse, WebError> {
    let (words, fields) = (site.words(visitor), typed.0);
    let language = |language: Language| FieldOption {
        value: language.code().to_owned(),
        label: language.own_name().to_owned(),
        chosen: language.code() == fields.get("language"),
    };
    let languages = FieldView {
        options: Offer::ALL.into_iter().map(language).collect(),
        ..field_view(("language", "radio", "questions-language", "questions-language-hint"), typed, &words)
    };
    let round = FieldView {
        options: rounds.options(fields.get("round"), &words),
        ..field_view(("round", "choice", "questions-about", "questions-about-hint"), typed, &words)
    };
    let more = [Some(languages), (!rounds.is_empty()).then_some(round)].into_iter().flatten();
    let view = QuestionNew {
        url: routes::question_new(visitor.language),
        list_url: routes::questions(visitor.language),
        problems: problems(typed.1, &words),
        fields: public_fields(typed, None, &words).into_iter().chain(more).collect(),
    };
    let page = site.page(visitor, Menu::Office(OfficePlace::Questions))?;
    site.answer_with(status, visitor, &page, &view)
}
