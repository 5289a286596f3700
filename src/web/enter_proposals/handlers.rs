//! The form, and entering what it says. The answer to a form that was taken is the next, empty one, under the receipt of
//! the one before: the change code stands there this once, and reloading the page enters nothing anew.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::Answer;
use super::build::Counter;
use super::form::{DAY, Form, Read, SOURCE, SOURCES};
use super::load::{load_here, load_today};
use super::view::{EnterDone, SimilarLink};
use crate::actions::proposal::{EnterProposal, Entered, ProposalError, enter_proposal};
use crate::domain::entering::EntryRefusal;
use crate::domain::ids::ProposalNumber;
use crate::domain::letter_code::LetterCode;
use crate::domain::proposal::{NewProposal, Wording};
use crate::locale::{Language, local_day, read_date};
use crate::media::{ContentHash, FilesError, PictureError, Scan as Paper};
use crate::secrecy::randomness::draw;
use crate::store::proposal_scans::Scan;
use crate::store::proposals::{Proposal, find_proposal};
use crate::web::answer::kept_nowhere;
use crate::web::error::{Code, WebError};
use crate::web::frame::{Menu, OfficePlace};
use crate::web::parts::paragraphs;
use crate::web::propose::build::Here;
use crate::web::propose::similar::similar;
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::site::Site;
use crate::web::upload::{FILE_LEFT, SentFile, Upload};
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    source: Option<String>,
    day: Option<String>,
    /// The number of the proposal that has just been corrected.
    corrected: Option<u32>,
}

/// What stands on the page besides the form.
#[derive(Default)]
struct Shown {
    mistakes: Mistakes,
    scan: Option<PictureError>,
    file_again: bool,
    file_left: bool,
    done: Option<EnterDone>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let here = load_here(&site, &visitor, &office, slug).await?;
    let known = |source: &&str| SOURCES.iter().any(|known| known.as_str() == *source);
    let source = asked.source.as_deref().filter(known).unwrap_or_default();
    let today = local_day(visitor.now, site.zone(&visitor));
    let day = asked.day.as_deref().and_then(read_date).unwrap_or(today);
    let form = Form::next(source, day, LetterCode::from_random(draw()?));
    let corrected = asked.corrected.map(|number| ProposalNumber::new(number).padded());
    let shown = Shown { done: corrected.map(|number| EnterDone::Corrected { number }), ..Shown::default() };
    answer(&site, &visitor, &office, StatusCode::OK, (&here, form), shown).await
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    upload: Upload,
) -> Answer {
    let here = load_here(&site, &visitor, &office, slug).await?;
    let form = Form::sent(upload.fields, LetterCode::from_random(draw()?));
    let came_along = !matches!(upload.file, SentFile::Nothing);
    if form.fields.has(FILE_LEFT) {
        // The text waited for a sign-in; a file cannot.
        let shown = Shown { file_left: true, ..Shown::default() };
        return answer(&site, &visitor, &office, StatusCode::UNPROCESSABLE_ENTITY, (&here, form), shown).await;
    }
    let paper = paper_of(upload.file).await?;
    let read = form.read(&here, (site.zone(&visitor), visitor.now), visitor.language);
    let (read, paper) = match (read, paper) {
        (Ok(read), Ok(paper)) => (read, paper),
        (read, paper) => {
            let mistakes = read.err().unwrap_or_default();
            let shown = Shown { mistakes, scan: paper.err(), file_again: came_along, ..Shown::default() };
            return answer(&site, &visitor, &office, StatusCode::UNPROCESSABLE_ENTITY, (&here, form), shown).await;
        }
    };
    let scan = match paper {
        Some(paper) => Some(stored(&site, paper).await?),
        None => None,
    };
    let entered = enter(&site, &office, &here, (&read, &form, scan.as_ref()), visitor.language).await;
    // What no row names is not kept.
    if let Some(scan) = scan.filter(|_| !matches!(entered, Ok(Entered { before: false, .. }))) {
        removed(&site, scan).await?;
    }
    match entered {
        Ok(Entered { number, before: true }) if !is_same(&site, &read, number).await? => {
            let done = Some(entered_before(&site, &visitor, &here, number).await?);
            // What was typed now can still become a proposal of its own.
            let form = Form { code: LetterCode::from_random(draw()?), ..form };
            let shown = Shown { file_again: came_along, done, ..Shown::default() };
            answer(&site, &visitor, &office, StatusCode::CONFLICT, (&here, form), shown).await
        }
        Ok(entered) => {
            let done = done(&site, &visitor, &here, (&read, &form), entered).await?;
            let next = Form::next(form.fields.get(SOURCE), read.came_in_on, LetterCode::from_random(draw()?));
            let shown = Shown { done: Some(done), ..Shown::default() };
            answer(&site, &visitor, &office, StatusCode::OK, (&here, next), shown).await
        }
        Err(error) => {
            let mistakes = vec![mistake(error)?];
            let shown = Shown { mistakes, file_again: came_along, ..Shown::default() };
            answer(&site, &visitor, &office, StatusCode::CONFLICT, (&here, form), shown).await
        }
    }
}

/// Whether a proposal says what stands in a form.
async fn is_same(site: &Site, read: &Read, number: ProposalNumber) -> Result<bool, WebError> {
    let NewProposal { source, wording, area, place, topic, voice, display_name, .. } = &read.new;
    let found = find(site, number).await?;
    Ok((found.source, found.area, found.topic, found.voice) == (*source, *area, *topic, *voice)
        && found.title == wording.title.as_str()
        && found.body == wording.body.as_str()
        && found.summary == wording.summary.as_str()
        && found.place == place.as_str()
        && found.display_name == display_name.as_str())
}

async fn find(site: &Site, number: ProposalNumber) -> Result<Proposal, WebError> {
    site.app.db.read(move |conn| find_proposal(conn, number)).await?.ok_or_else(WebError::not_found)
}

/// What the first form said that was sent under the same code.
async fn entered_before(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    number: ProposalNumber,
) -> Result<EnterDone, WebError> {
    let found = find(site, number).await?;
    Ok(EnterDone::Before {
        number: number.padded(),
        correct_url: routes::correct_proposal(visitor.language, &here.found.round.slug, number),
        paragraphs: paragraphs(&found.body),
        title: found.title,
        language: found.language,
    })
}

async fn enter(
    site: &Site,
    office: &Office,
    here: &Here,
    (read, form, scan): (&Read, &Form, Option<&Scan>),
    language: Language,
) -> Result<Entered, ProposalError> {
    let entry = EnterProposal { new: read.new.clone(), came_in_on: read.came_in_on, scan: scan.cloned() };
    let (keys, round) = (site.app.keys.installation(), here.found.round.id);
    enter_proposal(&site.app.db, keys, office.actor(), round, (entry, &form.code, language)).await
}

/// What somebody can do who was overtaken by the clock or by somebody else.
fn mistake(error: ProposalError) -> Result<(String, Mistake), WebError> {
    let at = |field: &str, mistake| Ok((field.to_owned(), mistake));
    match error {
        ProposalError::NotThen(refusal) => at(DAY, Mistake::CameIn(refusal)),
        ProposalError::NotOpen => at(DAY, Mistake::CameIn(EntryRefusal::NotOpen)),
        ProposalError::PlaceGone => at("area", Mistake::Choose),
        other => Err(other.into()),
    }
}

/// The paper that came along, read and made anew on another thread.
async fn paper_of(file: SentFile) -> Result<Result<Option<Paper>, PictureError>, WebError> {
    let bytes = match file {
        SentFile::Nothing => return Ok(Ok(None)),
        SentFile::TooLarge => return Ok(Err(PictureError::TooHeavy)),
        SentFile::Whole(bytes) => bytes,
    };
    let mark = draw()?;
    let made = web::block(move || Paper::make(&bytes, mark)).await;
    Ok(made.map_err(|error| WebError::unavailable(Code::Busy, error))?.map(Some))
}

/// Lays the paper among the files, before the row that names it.
async fn stored(site: &web::Data<Site>, paper: Paper) -> Result<Scan, WebError> {
    let app = Arc::clone(&site.app);
    let put = web::block(move || {
        let media_type = paper.kind().as_str().to_owned();
        app.files.put(paper.stored()).map(|hash| Scan { content_hash: hash.to_string(), media_type })
    });
    match put.await.map_err(|error| WebError::unavailable(Code::Busy, error))? {
        Ok(scan) => Ok(scan),
        Err(error @ FilesError::DiskFull { .. }) => Err(WebError::unavailable(Code::DiskFull, error)),
        Err(error) => Err(WebError::fault(error)),
    }
}

async fn removed(site: &web::Data<Site>, scan: Scan) -> Result<(), WebError> {
    let app = Arc::clone(&site.app);
    let Some(hash) = ContentHash::parse(&scan.content_hash) else { return Ok(()) };
    let removed = web::block(move || app.files.remove(&hash));
    removed.await.map_err(|error| WebError::unavailable(Code::Busy, error))?.map_err(WebError::fault)
}

/// The receipt of what was entered, with proposals that resemble it.
async fn done(
    site: &Site,
    visitor: &Visitor,
    here: &Here,
    (read, form): (&Read, &Form),
    entered: Entered,
) -> Result<EnterDone, WebError> {
    let (round, slug, language) = (here.found.round.id, &here.found.round.slug, visitor.language);
    let Wording { title, summary, language: written, .. } = &read.new.wording;
    let (text, written) = (format!("{} {}", title.as_str(), summary.as_str()), written.clone());
    let found = site.app.db.read(move |conn| similar(conn, round, (&text, &written))).await?;
    let link = |other: &Proposal| SimilarLink {
        number: other.number.padded(),
        title: other.title.clone(),
        language: other.language.clone(),
        url: routes::proposal(language, slug, other.number),
    };
    let others = found.iter().filter(|other| other.number != entered.number);
    Ok(EnterDone::Entered {
        number: entered.number.padded(),
        title: title.as_str().to_owned(),
        correct_url: routes::correct_proposal(language, slug, entered.number),
        slip_url: routes::entered_slip(language, slug, entered.number),
        code: form.code.to_string(),
        mailed: read.new.email.is_some(),
        similar: others.map(link).collect(),
    })
}

async fn answer(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    status: StatusCode,
    (here, form): (&Here, Form),
    Shown { mistakes, scan, file_again, file_left, done }: Shown,
) -> Answer {
    let today = load_today(site, visitor, office, here).await?;
    let words = site.words(visitor);
    let counter = Counter { here, words, now: visitor.now, form, mistakes, scan, file_again, file_left, done, today };
    let slug = &here.found.round.slug;
    let menu = Menu::Office(OfficePlace::Elsewhere);
    let page = site.page_at(visitor, menu, |language| routes::enter_proposal(language, slug))?;
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &counter.page())?))
}
