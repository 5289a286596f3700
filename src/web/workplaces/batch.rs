//! Making a batch. The slips stand in the answer itself: they are shown once, and no address leads to them.

use actix_web::http::StatusCode;
use actix_web::web;

use super::view::{BatchForm, SlipView, Slips, SlipsDone};
use super::{Answer, page};
use crate::actions::personnel::{MAX_BATCH, PersonnelError, WantedBatch, make_personnel_codes};
use crate::domain::hex;
use crate::domain::ids::PersonnelSerial;
use crate::domain::letter_code::LetterCode;
use crate::domain::text::Line;
use crate::locale::Arg;
use crate::secrecy::randomness::draw;
use crate::store::personnel::NewBatch;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::FieldView;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const SIZE: &str = "size";
const WORD: &str = "word";
/// What names the form, so that sending it twice makes one batch.
const FORM: &str = "form";

pub(super) async fn show_new(site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    let mut fields = Fields::default();
    fields.set(FORM, hex::encode(&draw::<16>()?));
    form(&site, &visitor, StatusCode::OK, &fields, &Mistakes::new())
}

pub(super) async fn make(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let fields = Fields::typed(pairs);
    let (size, word) = match read(&fields) {
        Ok(read) => read,
        Err(mistakes) => return form(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes),
    };
    let form_key = fields.get(FORM).to_owned();
    if hex::decode::<16>(&form_key).is_none() {
        return Err(WebError::told(Code::MalformedRequest));
    }
    let new = NewBatch { form_key, word: word.clone(), language: visitor.language.written().to_owned() };
    let (keys, wanted) = (site.app.keys.installation(), WantedBatch { size, new });
    match make_personnel_codes(&site.app.db, keys, office.actor(), wanted).await {
        Ok(codes) => slips(&site, &visitor, word.as_str().to_owned(), SlipsDone::Made, &codes),
        Err(PersonnelError::MadeAlready) => {
            Ok(see_other(&format!("{}?done=before", routes::personnel_codes(visitor.language))))
        }
        Err(error) => Err(error.into()),
    }
}

/// The page of slips: a batch, or the one in the place of another.
pub(super) fn slips(
    site: &Site,
    visitor: &Visitor,
    word: String,
    done: SlipsDone,
    codes: &[(PersonnelSerial, LetterCode)],
) -> Answer {
    let slip =
        |(serial, code): &(PersonnelSerial, LetterCode)| SlipView { serial: serial.value(), code: code.to_string() };
    let view = Slips {
        list_url: routes::personnel_codes(visitor.language),
        word,
        done,
        slips: codes.iter().map(slip).collect(),
    };
    let frame = site.page_at(visitor, Menu::Office(OfficePlace::People), routes::personnel_codes)?;
    site.answer(visitor, &frame, &view)
}

fn read(fields: &Fields) -> Result<(u32, Line), Mistakes> {
    let mut reader = Reader::new(fields);
    let size = reader.raw(SIZE).trim().parse::<u32>().ok().filter(|size| (1..=MAX_BATCH).contains(size));
    if size.is_none() {
        reader.refuse(SIZE, Mistake::BatchSize);
    }
    let word = reader.line(WORD);
    reader.finish((size.unwrap_or(0), word))
}

fn form(site: &Site, visitor: &Visitor, status: StatusCode, fields: &Fields, mistakes: &Mistakes) -> Answer {
    let (words, language) = (site.words(visitor), visitor.language);
    let most = words.number(MAX_BATCH.into());
    let hint = words.text("personnel-size-hint", &[("most", Arg::from(most.as_str()))]);
    let field = |name: &str, kind, label: &str, hint| FieldView {
        name: name.to_owned(),
        label: words.text(label, &[]),
        hint,
        kind,
        value: fields.get(name).to_owned(),
        problem: problem_of(mistakes, name, &words),
        ..FieldView::default()
    };
    let view = BatchForm {
        url: routes::personnel_codes_new(language),
        list_url: routes::personnel_codes(language),
        form_key: fields.get(FORM).to_owned(),
        problems: problems(mistakes, &words),
        fields: vec![
            field(SIZE, "number", "personnel-size", hint),
            field(WORD, "line", "personnel-word", words.text("personnel-word-hint", &[])),
        ],
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
