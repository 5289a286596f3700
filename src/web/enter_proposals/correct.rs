//! Correcting what was mistyped. A form that somebody else overtook keeps what was typed, beside what is saved.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::Answer;
use super::load::{Opened, load_entered};
use super::view::CorrectProposalForm;
use crate::actions::proposal::{ProposalError, correct_proposal, may_be_corrected};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Permission, Scope};
use crate::domain::proposal::{Correction, LONGEST_BODY, LONGEST_SUMMARY};
use crate::locale::Words;
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::proposals::words::source;
use crate::web::propose::build::named_problems;
use crate::web::propose::fields::title;
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::settings::build::problem_of;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldView, Outcome};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// The fields with their kinds.
const FIELDS: [(&str, &str); 5] =
    [("title", "line"), ("body", "prose"), ("summary", "prose"), ("place", "line"), ("display_name", "line")];

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_entered(&site, &visitor, &office, (slug, number)).await?;
    let fields = kept(&opened);
    let sheet = Sheet { opened: &opened, fields: &fields, mistakes: Mistakes::new(), outcome: Outcome::Fresh };
    answer(&site, &visitor, &office, StatusCode::OK, sheet)
}

pub(super) async fn save(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_entered(&site, &visitor, &office, (slug.clone(), number)).await?;
    let fields = Fields::typed(pairs);
    let correction = match read(&fields) {
        Ok(correction) => correction,
        Err(mistakes) => {
            let sheet = Sheet { opened: &opened, fields: &fields, mistakes, outcome: Outcome::Fresh };
            return answer(&site, &visitor, &office, StatusCode::UNPROCESSABLE_ENTITY, sheet);
        }
    };
    let seen = fields.version().unwrap_or_default();
    match correct_proposal(&site.app.db, office.actor(), (number, seen), correction).await {
        Ok(()) => {
            site.shared_pages.forget();
            let form = routes::enter_proposal(visitor.language, &slug);
            Ok(see_other(&format!("{form}?corrected={}", number.value())))
        }
        Err(ProposalError::ChangedMeanwhile | ProposalError::Standing(_)) => {
            let opened = load_entered(&site, &visitor, &office, (slug, number)).await?;
            let outcome = Outcome::ChangedMeanwhile { at: None };
            let sheet = Sheet { opened: &opened, fields: &fields, mistakes: Mistakes::new(), outcome };
            answer(&site, &visitor, &office, StatusCode::CONFLICT, sheet)
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<Correction, Mistakes> {
    let mut reader = Reader::new(fields);
    let correction = Correction {
        title: title(&mut reader),
        body: reader.needed_prose("body", LONGEST_BODY),
        summary: reader.prose_within("summary", LONGEST_SUMMARY),
        place: reader.line("place"),
        display_name: reader.line("display_name"),
    };
    reader.finish(correction)
}

/// What is saved.
fn kept(opened: &Opened) -> Fields {
    let (mut fields, proposal) = (Fields::default(), &opened.proposal);
    fields.set("version", opened.entry.version.to_string());
    let values = [&proposal.title, &proposal.body, &proposal.summary, &proposal.place, &proposal.display_name];
    for ((name, _), value) in FIELDS.into_iter().zip(values) {
        fields.set(name, value);
    }
    fields
}

/// What the page is made of.
struct Sheet<'a> {
    opened: &'a Opened,
    fields: &'a Fields,
    mistakes: Mistakes,
    outcome: Outcome,
}

/// Why this person cannot correct it now.
fn shut(opened: &Opened, office: &Office) -> Option<&'static str> {
    let is_own = opened.entry.account == Some(office.account());
    let scope = Scope::Round(opened.proposal.round);
    match () {
        () if !may_be_corrected(opened.proposal.state, &opened.review) => Some("standing"),
        () if !is_own && !office.may_also(Permission::CorrectEnteredProposals, scope) => Some("others"),
        () => None,
    }
}

fn answer(site: &Site, visitor: &Visitor, office: &Office, status: StatusCode, sheet: Sheet<'_>) -> Answer {
    let (opened, words, language) = (sheet.opened, site.words(visitor), visitor.language);
    let (slug, number) = (&opened.here.found.round.slug, opened.proposal.number);
    let has_conflict = matches!(sheet.outcome, Outcome::ChangedMeanwhile { .. });
    let saved = kept(opened);
    let fields = FIELDS.map(|(name, kind)| field(&sheet, (name, kind), has_conflict.then_some(&saved), words));
    let version = if has_conflict { saved.version() } else { sheet.fields.version() };
    let view = CorrectProposalForm {
        number: number.padded(),
        source: source(&opened.proposal, words),
        came_in: words.day_with_weekday(opened.entry.came_in_on),
        back_url: routes::enter_proposal(language, slug),
        url: routes::correct_proposal(language, slug, number),
        slip_url: routes::entered_slip(language, slug, number),
        scan_url: opened.scan.as_ref().map(|_| routes::entered_scan(language, slug, number)),
        problems: named_problems(&sheet.mistakes, &fields, &words),
        fields: fields.into(),
        outcome: sheet.outcome,
        version: version.unwrap_or_default(),
        tells_author: opened.has_address,
        shut: shut(opened, office),
    };
    let page = site.page_at(visitor, Menu::Office(OfficePlace::Elsewhere), |language| {
        routes::correct_proposal(language, slug, number)
    })?;
    site.answer_with(status, visitor, &page, &view)
}

fn field(sheet: &Sheet<'_>, (name, kind): (&str, &'static str), saved: Option<&Fields>, words: Words<'_>) -> FieldView {
    let (key, typed) = (name.replace('_', "-"), sheet.fields.get(name));
    let differs = |saved: &&Fields| saved.get(name) != typed.trim();
    FieldView {
        name: name.to_owned(),
        label: words.text(&format!("propose-field-{key}"), &[]),
        hint: words.text(&format!("propose-hint-{key}"), &[]),
        kind,
        value: typed.to_owned(),
        problem: problem_of(&sheet.mistakes, name, &words),
        saved: saved.filter(differs).map(|saved| saved.get(name).to_owned()),
        ..FieldView::default()
    }
}
