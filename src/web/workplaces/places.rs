//! The list of workplaces; adding and renaming one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::view::{PlaceView, WorkplaceForm, WorkplaceList, WorkplaceRow};
use super::{Answer, find, page};
use crate::actions::workplace::{WorkplaceError, add_workplace, rename_workplace};
use crate::domain::ids::WorkplaceId;
use crate::domain::permission::{Permission, Scope};
use crate::domain::text::Line;
use crate::store::workplaces::{Workplace, list_workplaces};
use crate::web::answer::see_other;
use crate::web::form::CheckedPairs;
use crate::web::layout::NavLink;
use crate::web::reading::{ReadingGroup, ReadingPage, ReadingValue};
use crate::web::routes::{self, number_of};
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::{FieldView, Outcome};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const NAME: &str = "name";

/// What can be said above a workplace.
const DONE: [&str; 6] = ["added", "renamed", "closed", "reopened", "address", "meanwhile"];

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// What was done to lead here.
    done: Option<String>,
}

/// A form as it was sent, or as it is to be shown.
struct Sheet {
    fields: Fields,
    mistakes: Mistakes,
    outcome: Outcome,
    done: Option<String>,
}

pub(super) async fn list(site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let (all, language) = (site.app.db.read(list_workplaces).await?, visitor.language);
    let manages = office.may_also(Permission::ManageWorkplaces, Scope::Organisation);
    let row = |one: &Workplace| WorkplaceRow {
        name: one.name.clone(),
        url: routes::workplace(language, one.id),
        poster_url: manages.then(|| routes::workplace_poster(language, one.id)),
    };
    let (closed, open): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.closed_at.is_some());
    let view = WorkplaceList {
        people_url: routes::people(language),
        new_url: manages.then(|| routes::workplace_new(language)),
        codes_url: routes::personnel_codes(language),
        open: open.into_iter().map(row).collect(),
        closed: closed.into_iter().map(row).collect(),
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}

pub(super) async fn show_new(site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    let sheet = Sheet { fields: Fields::default(), mistakes: Mistakes::new(), outcome: Outcome::Fresh, done: None };
    answer(&site, &visitor, StatusCode::OK, None, sheet)
}

pub(super) async fn add(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let fields = Fields::typed(pairs);
    let mistakes = match read(&fields) {
        Ok(name) => match add_workplace(&site.app.db, office.actor(), name).await {
            Ok(id) => return Ok(see_other(&told(&visitor, id, "added"))),
            Err(WorkplaceError::NameTaken) => vec![(NAME.to_owned(), Mistake::NameTaken)],
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => mistakes,
    };
    let sheet = Sheet { fields, mistakes, outcome: Outcome::Fresh, done: None };
    answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, None, sheet)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Answer {
    let place = find(&request, &site).await?;
    if !office.may_also(Permission::ManageWorkplaces, Scope::Organisation) {
        return site.answer(&visitor, &page(&site, &visitor)?, &reading(&site, &visitor, &place));
    }
    let done = asked.done.as_deref().and_then(|done| DONE.iter().find(|known| **known == done));
    let done = done.map(|done| site.words(&visitor).text(&format!("workplaces-done-{done}"), &[]));
    let sheet = Sheet { fields: saved(&place), mistakes: Mistakes::new(), outcome: Outcome::Fresh, done };
    answer(&site, &visitor, StatusCode::OK, Some(&place), sheet)
}

/// The page for those who only read.
fn reading(site: &Site, visitor: &Visitor, place: &Workplace) -> ReadingPage {
    let words = site.words(visitor);
    let back = NavLink {
        label: words.text("workplaces-title", &[]),
        url: routes::workplaces(visitor.language),
        current: false,
    };
    let address = ReadingValue {
        term: words.text("workplaces-address", &[]),
        text: routes::enter_address(&site.app.issuer(), &place.key),
        is_ltr: true,
        ..ReadingValue::default()
    };
    let closed = place.closed_at.map(|at| ReadingValue {
        term: words.text("workplaces-closed-since", &[]),
        text: words.date(at),
        ..ReadingValue::default()
    });
    ReadingPage {
        title: place.name.clone(),
        of: words.text("workplaces-title", &[]),
        back,
        note: place.closed_at.map(|_| words.text("workplaces-is-closed", &[])),
        groups: vec![ReadingGroup { title: None, values: [address].into_iter().chain(closed).collect() }],
        ..ReadingPage::default()
    }
}

pub(super) async fn rename(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let id = WorkplaceId::new(number_of(&request, "id")?.into());
    let fields = Fields::typed(pairs);
    let seen = (id, fields.version().unwrap_or(0));
    let refused = |mistakes| (StatusCode::UNPROCESSABLE_ENTITY, mistakes, Outcome::Fresh);
    let (status, mistakes, outcome) = match read(&fields) {
        Ok(name) => match rename_workplace(&site.app.db, office.actor(), seen, name).await {
            Ok(()) => return Ok(see_other(&told(&visitor, id, "renamed"))),
            Err(WorkplaceError::NameTaken) => refused(vec![(NAME.to_owned(), Mistake::NameTaken)]),
            Err(WorkplaceError::ChangedMeanwhile) => {
                (StatusCode::CONFLICT, Mistakes::new(), Outcome::ChangedMeanwhile { at: None })
            }
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => refused(mistakes),
    };
    let place = find(&request, &site).await?;
    answer(&site, &visitor, status, Some(&place), Sheet { fields, mistakes, outcome, done: None })
}

/// The page of a workplace with what has just happened to it.
pub(super) fn told(visitor: &Visitor, id: WorkplaceId, done: &str) -> String {
    format!("{}?done={done}", routes::workplace(visitor.language, id))
}

fn read(fields: &Fields) -> Result<Line, Mistakes> {
    let mut reader = Reader::new(fields);
    let name = reader.needed_line(NAME);
    reader.finish(name)
}

fn saved(place: &Workplace) -> Fields {
    let mut fields = Fields::default();
    fields.set("version", place.version.to_string());
    fields.set(NAME, &place.name);
    fields
}

fn answer(site: &Site, visitor: &Visitor, status: StatusCode, place: Option<&Workplace>, sheet: Sheet) -> Answer {
    let Sheet { fields, mistakes, outcome, done } = sheet;
    let (words, language) = (site.words(visitor), visitor.language);
    let has_conflict = matches!(outcome, Outcome::ChangedMeanwhile { .. });
    let version = if has_conflict { place.map(|place| place.version) } else { fields.version() };
    let field = FieldView {
        name: NAME.to_owned(),
        label: words.text("workplaces-name", &[]),
        hint: words.text("workplaces-name-hint", &[]),
        kind: "line",
        value: fields.get(NAME).to_owned(),
        problem: problem_of(&mistakes, NAME, &words),
        saved: place
            .filter(|place| has_conflict && fields.get(NAME).trim() != place.name)
            .map(|place| place.name.clone()),
        ..FieldView::default()
    };
    let view = WorkplaceForm {
        done,
        name: place.map(|place| place.name.clone()),
        url: place.map_or_else(|| routes::workplace_new(language), |place| routes::workplace(language, place.id)),
        list_url: routes::workplaces(language),
        version: version.unwrap_or(0),
        outcome,
        problems: problems(&mistakes, &words),
        field,
        place: place.map(|place| PlaceView {
            address: routes::enter_address(&site.app.issuer(), &place.key),
            poster_url: routes::workplace_poster(language, place.id),
            address_url: routes::workplace_address(language, place.id),
            end_url: match place.closed_at {
                None => routes::workplace_close(language, place.id),
                Some(_) => routes::workplace_reopen(language, place.id),
            },
            closed: place.closed_at.is_some(),
        }),
    };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
