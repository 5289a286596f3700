//! The logo: shown, put in place, taken away. The picture is decoded and made anew before the database hears of it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::build::{problem_of, problems, to_all_parts};
use super::form::{Fields, Reader, named};
use super::handlers::{Asked, meanwhile, saved};
use super::mistake::Mistakes;
use super::view::{FieldView, Outcome, SettingsLogo};
use crate::actions::organisation::{EditOrganisationError, LogoPicture, edit_logo};
use crate::domain::organisation::Part;
use crate::domain::permission::{Permission, Scope};
use crate::locale::{Arg, Language, Offer, Words};
use crate::media::{FilesError, LOGO, Picture, PictureError};
use crate::store::organisation::{Logo, Organisation, find_organisation};
use crate::web::error::{Code, WebError};
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::Problem;
use crate::web::reading::{ReadingGroup, ReadingPage, ReadingValue};
use crate::web::site::Site;
use crate::web::upload::{FILE_LEFT, SentFile, Upload};
use crate::web::visitor::{Office, Visitor};
use crate::web::{logo, routes};

/// The file's field.
const PICTURE: &str = "picture";
/// The tick that takes the logo away.
const REMOVE: &str = "remove";

/// What stands on the page besides what is saved.
struct Sheet {
    fields: Fields,
    mistakes: Mistakes,
    picture: Option<PictureError>,
    /// A file came along with the form when nobody was signed in, and is gone.
    file_left: bool,
    outcome: Outcome,
}

impl Sheet {
    const fn new(fields: Fields, outcome: Outcome) -> Self {
        Self { fields, mistakes: Vec::new(), picture: None, file_left: false, outcome }
    }
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    if !office.may_also(Permission::EditOrganisation, Scope::Organisation) {
        let page = site.page(&visitor, Menu::Office(OfficePlace::Settings))?;
        return site.answer(&visitor, &page, &reading(&site.words(&visitor), organisation.as_ref()));
    }
    let fields = kept_words(organisation.as_ref());
    let sheet = Sheet::new(fields, asked.outcome());
    answer(&site, &visitor, StatusCode::OK, organisation.as_ref(), sheet)
}

/// The page for those who only read.
fn reading(words: &Words<'_>, organisation: Option<&Organisation>) -> ReadingPage {
    let picture = organisation.and_then(|found| found.logo.as_ref()).map(logo::url);
    let word = |language: Language| ReadingValue {
        term: words.text("settings-logo-alt", &[("language", Arg::from(language.own_name()))]),
        text: organisation
            .and_then(|found| found.texts.get(language.code()))
            .map_or("", |text| &text.logo_alt)
            .to_owned(),
        language: Some(language.tag()),
        ..ReadingValue::default()
    };
    let values = ReadingGroup { title: None, values: Offer::ALL.map(word).into() };
    let changed = organisation.and_then(|found| found.part(Part::Logo));
    ReadingPage {
        title: words.text("settings-part-logo", &[]),
        of: words.text("settings-title", &[]),
        back: to_all_parts(words),
        note: picture.is_none().then(|| words.text("settings-logo-none", &[])),
        groups: picture.is_some().then_some(values).into_iter().collect(),
        picture,
        changed: changed.map(|part| words.date_time(part.updated_at)),
    }
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    upload: Upload,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(upload.fields);
    if fields.has(FILE_LEFT) {
        let sheet = Sheet { file_left: true, ..Sheet::new(fields, Outcome::Fresh) };
        return again(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, sheet).await;
    }
    let mut read = Reader::new(&fields);
    let words = read.in_each_language(|read, of| read.line(&of("logo_alt")));
    let words = read.finish(words);
    let picture = match upload.file {
        _ if fields.has(REMOVE) => Ok(LogoPicture::Removed),
        SentFile::Nothing => Ok(LogoPicture::Kept),
        SentFile::TooLarge => Err(PictureError::TooHeavy),
        SentFile::Whole(bytes) => stored(&site, bytes).await?.map(LogoPicture::New),
    };
    let (words, picture) = match (words, picture) {
        (Ok(words), Ok(picture)) => (words, picture),
        (words, picture) => {
            let mistakes = words.err().unwrap_or_default();
            let sheet = Sheet { mistakes, picture: picture.err(), ..Sheet::new(fields, Outcome::Fresh) };
            return again(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, sheet).await;
        }
    };
    match edit_logo(&site.app.db, office.actor(), fields.version(), (picture, words)).await {
        Ok(()) => Ok(saved(&site, &visitor, Part::Logo)),
        Err(EditOrganisationError::ChangedMeanwhile) => {
            let organisation = site.app.db.read(find_organisation).await?;
            let outcome = meanwhile(&site, &visitor, organisation.as_ref(), Part::Logo);
            let sheet = Sheet::new(fields, outcome);
            answer(&site, &visitor, StatusCode::CONFLICT, organisation.as_ref(), sheet)
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes the picture anew and lays it among the files; both take a moment, so another thread does them.
async fn stored(site: &web::Data<Site>, bytes: web::Bytes) -> Result<Result<Logo, PictureError>, WebError> {
    let app = std::sync::Arc::clone(&site.app);
    let made = web::block(move || {
        let picture = match Picture::make(&bytes, LOGO) {
            Ok(picture) => picture,
            Err(error) => return Ok(Err(error)),
        };
        let hash = app.files.put(picture.bytes())?;
        Ok::<_, FilesError>(Ok(Logo {
            content_hash: hash.to_string(),
            media_type: picture.kind().as_str().to_owned(),
            width: picture.width().into(),
            height: picture.height().into(),
        }))
    });
    match made.await.map_err(|error| WebError::unavailable(Code::Busy, error))? {
        Ok(made) => Ok(made),
        Err(error @ FilesError::DiskFull { .. }) => Err(WebError::unavailable(Code::DiskFull, error)),
        Err(error) => Err(WebError::fault(error)),
    }
}

fn kept_words(organisation: Option<&Organisation>) -> Fields {
    let mut fields = Fields::default();
    let version = organisation.and_then(|found| found.part(Part::Logo)).map_or(0, |part| part.version);
    fields.set("version", version.to_string());
    for language in Offer::ALL {
        let text = organisation.and_then(|found| found.texts.get(language.code()));
        fields.set(named("logo_alt", language), text.map_or("", |text| &text.logo_alt));
    }
    fields
}

async fn again(site: &Site, visitor: &Visitor, status: StatusCode, sheet: Sheet) -> Result<HttpResponse, WebError> {
    let organisation = site.app.db.read(find_organisation).await?;
    answer(site, visitor, status, organisation.as_ref(), sheet)
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    organisation: Option<&Organisation>,
    sheet: Sheet,
) -> Result<HttpResponse, WebError> {
    let words = site.words(visitor);
    let saved = kept_words(organisation);
    let has_conflict = matches!(sheet.outcome, Outcome::ChangedMeanwhile { .. });
    let picture_problem = match sheet.picture {
        Some(error) => Some(words.text(&format!("settings-logo-{}", error.key()), &[])),
        None => sheet.file_left.then(|| words.text("settings-logo-left", &[])),
    };
    let picture_line =
        picture_problem.iter().map(|text| Problem { text: text.clone(), anchor: Some(PICTURE.to_owned()) });
    let field = |language: Language| {
        let name = named("logo_alt", language);
        let in_language = [("language", Arg::from(language.own_name()))];
        let (value, kept) = (sheet.fields.get(&name), saved.get(&name));
        FieldView {
            label: words.text("settings-logo-alt", &in_language),
            hint: words.text("settings-logo-alt-hint", &[]),
            kind: "line",
            value: value.to_owned(),
            language: Some(language.tag()),
            problem: problem_of(&sheet.mistakes, &name, &words),
            saved: (has_conflict && value.trim() != kept).then(|| kept.to_owned()),
            name,
            ..FieldView::default()
        }
    };
    let view = SettingsLogo {
        url: routes::organisation_part(visitor.language, Part::Logo.as_str()),
        overview_url: routes::organisation(visitor.language),
        version: if has_conflict { saved.version() } else { sheet.fields.version() }.unwrap_or(0),
        problems: picture_line.chain(problems(&sheet.mistakes, &words)).collect(),
        logo: organisation.and_then(|found| found.logo.as_ref()).map(logo::url),
        picture_problem,
        words: Offer::ALL.map(field).into(),
        outcome: sheet.outcome,
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Settings))?, &view)
}
