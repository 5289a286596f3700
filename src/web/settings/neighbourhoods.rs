//! The list of neighbourhoods: a row for each, and some for new ones; names, order and removal in one form.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::build::{problem_of, problems, to_all_parts};
use super::form::{Fields, Reader, named};
use super::handlers::{Asked, meanwhile, saved};
use super::mistake::{Mistake, Mistakes};
use super::view::{FieldView, NeighbourhoodRow, Outcome, SettingsNeighbourhoods};
use crate::actions::organisation::{EditNeighbourhood, EditOrganisationError, edit_neighbourhoods};
use crate::domain::ids::NeighbourhoodId;
use crate::domain::organisation::Part;
use crate::domain::permission::{Permission, Scope};
use crate::locale::{Arg, Language, Offer, Words};
use crate::store::neighbourhoods::{Neighbourhood, list_neighbourhoods};
use crate::store::organisation::{Organisation, find_organisation};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::reading::{ReadingGroup, ReadingPage, ReadingValue};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Rows for new ones.
const NEW: usize = 3;
/// As many as a district has, and room to spare.
const MOST: usize = 200;

struct Saved {
    organisation: Option<Organisation>,
    list: Vec<Neighbourhood>,
}

fn load(conn: &mut Conn) -> Result<Saved, StoreError> {
    Ok(Saved { organisation: find_organisation(conn)?, list: list_neighbourhoods(conn)? })
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let saved = site.app.db.read(load).await?;
    if !office.may_also(Permission::EditOrganisation, Scope::Organisation) {
        let page = site.page(&visitor, Menu::Office(OfficePlace::Settings))?;
        return site.answer(&visitor, &page, &saved.reading(&site.words(&visitor)));
    }
    let fields = saved.fields();
    answer(&site, &visitor, StatusCode::OK, &saved, (fields, Vec::new(), asked.outcome()))
}

pub(super) async fn save(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let fields = Fields::typed(pairs);
    let (status, mistakes, outcome) = match read(&fields) {
        Ok(wanted) => match edit_neighbourhoods(&site.app.db, office.actor(), fields.version(), wanted).await {
            Ok(()) => return Ok(saved(&site, &visitor, Part::Neighbourhoods)),
            Err(EditOrganisationError::ChangedMeanwhile) => {
                let organisation = site.app.db.read(find_organisation).await?;
                let outcome = meanwhile(&site, &visitor, organisation.as_ref(), Part::Neighbourhoods);
                (StatusCode::CONFLICT, Vec::new(), outcome)
            }
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => (StatusCode::UNPROCESSABLE_ENTITY, mistakes, Outcome::Fresh),
    };
    let saved = site.app.db.read(load).await?;
    answer(&site, &visitor, status, &saved, (fields, mistakes, outcome))
}

impl Saved {
    fn version(&self) -> i64 {
        let part = self.organisation.as_ref().and_then(|found| found.part(Part::Neighbourhoods));
        part.map_or(0, |part| part.version)
    }

    /// The page for those who only read: the names of each language, in the order of the list.
    fn reading(&self, words: &Words<'_>) -> ReadingPage {
        let names = |language: Language| {
            let names = self.list.iter().map(|one| one.names.get(language.code()).map_or("", String::as_str));
            ReadingValue {
                term: words.text("settings-neighbourhood-name", &[("language", Arg::from(language.own_name()))]),
                text: names.collect::<Vec<_>>().join("\n"),
                language: Some(language.tag()),
                ..ReadingValue::default()
            }
        };
        let changed = self.organisation.as_ref().and_then(|found| found.part(Part::Neighbourhoods));
        ReadingPage {
            title: words.text("settings-part-neighbourhoods", &[]),
            of: words.text("settings-title", &[]),
            back: to_all_parts(words),
            groups: vec![ReadingGroup { title: None, values: Offer::ALL.map(names).into() }],
            changed: changed.map(|part| words.date_time(part.updated_at)),
            ..ReadingPage::default()
        }
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        fields.set("version", self.version().to_string());
        fields.set("rows", self.list.len().saturating_add(NEW).to_string());
        for (number, one) in (1_usize..).zip(&self.list) {
            fields.set(format!("id_{number}"), one.id.to_string());
            fields.set(format!("position_{number}"), number.to_string());
            for language in Offer::ALL {
                let name = one.names.get(language.code()).map_or("", String::as_str);
                fields.set(format!("{}_{number}", named("name", language)), name);
            }
        }
        fields
    }
}

/// How many rows a form has; more than any page ever had are not looked at.
fn rows(fields: &Fields) -> usize {
    fields.get("rows").parse().unwrap_or(0).min(MOST)
}

/// The list that a form asks for. A row without any name is none; so is one that is to go.
fn read(fields: &Fields) -> Result<Vec<EditNeighbourhood>, Mistakes> {
    let mut read = Reader::new(fields);
    let mut wanted: Vec<(usize, EditNeighbourhood)> = Vec::new();
    for number in 1..=rows(fields) {
        let id = fields.get(&format!("id_{number}")).parse().ok().map(NeighbourhoodId::new);
        let name = |language| format!("{}_{number}", named("name", language));
        let is_empty = Offer::ALL.into_iter().all(|language| fields.get(&name(language)).trim().is_empty());
        if fields.has(&format!("remove_{number}")) || (id.is_none() && is_empty) {
            continue;
        }
        let names = Offer::ALL.into_iter().map(|one| (one.code().to_owned(), read.needed_line(&name(one)))).collect();
        let position = format!("position_{number}");
        let place = match fields.get(&position).trim() {
            "" => Ok(usize::MAX),
            typed => typed.parse::<usize>(),
        };
        if place.is_err() {
            read.refuse(&position, Mistake::Number);
        }
        wanted.push((place.unwrap_or(usize::MAX), EditNeighbourhood { id, names }));
    }
    // Rows with the same place stay in the order of the page.
    wanted.sort_by_key(|(place, _)| *place);
    read.finish(wanted.into_iter().map(|(_, one)| one).collect())
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    saved: &Saved,
    (fields, mistakes, outcome): (Fields, Mistakes, Outcome),
) -> Result<HttpResponse, WebError> {
    let words = site.words(visitor);
    let has_conflict = matches!(outcome, Outcome::ChangedMeanwhile { .. });
    let named_list = saved.list.iter().filter(|_| has_conflict).map(|one| title(one, visitor.language));
    let view = SettingsNeighbourhoods {
        url: routes::organisation_part(visitor.language, Part::Neighbourhoods.as_str()),
        overview_url: routes::organisation(visitor.language),
        version: if has_conflict { saved.version() } else { fields.version().unwrap_or(0) },
        problems: problems(&mistakes, &words),
        saved: named_list.collect(),
        rows: (1..=rows(&fields)).map(|number| row(&fields, &mistakes, number, &words)).collect(),
        outcome,
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Settings))?, &view)
}

fn title(one: &Neighbourhood, language: Language) -> String {
    one.names.get(language.written()).cloned().unwrap_or_default()
}

fn row(fields: &Fields, mistakes: &Mistakes, number: usize, words: &Words<'_>) -> NeighbourhoodRow {
    let field = |name: String, label: String, kind, language: Option<Language>| FieldView {
        value: fields.get(&name).to_owned(),
        problem: problem_of(mistakes, &name, words),
        language: language.map(Language::tag),
        label,
        kind,
        name,
        ..FieldView::default()
    };
    let name_in = |language: Language| {
        let label = words.text("settings-neighbourhood-name", &[("language", Arg::from(language.own_name()))]);
        field(format!("{}_{number}", named("name", language)), label, "line", Some(language))
    };
    let position = words.text("settings-neighbourhood-position", &[]);
    NeighbourhoodRow {
        number,
        id: fields.get(&format!("id_{number}")).to_owned(),
        title: fields.get(&format!("name_{}_{number}", words.language().written())).to_owned(),
        position: field(format!("position_{number}"), position, "number", None),
        names: Offer::ALL.map(name_in).into(),
        removed: fields.has(&format!("remove_{number}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn rows_are_put_in_order_and_empty_ones_and_those_that_go_are_left_out() {
        let form = [
            ("rows", "4"),
            ("id_1", "7"),
            ("position_1", "2"),
            ("name_de_1", "Nord"),
            ("name_en_1", "North"),
            ("id_2", "8"),
            ("position_2", "1"),
            ("name_de_2", "Süd"),
            ("name_en_2", "South"),
            ("id_3", "9"),
            ("remove_3", "1"),
        ];

        let wanted = read(&fields(&form)).unwrap();

        let ids: Vec<_> = wanted.iter().map(|one| one.id.map(NeighbourhoodId::value)).collect();
        assert_eq!(ids, [Some(8), Some(7)]);
    }

    #[test]
    fn a_name_in_one_language_only_and_a_place_that_is_no_number_are_mistakes() {
        let form = [("rows", "1"), ("position_1", "first"), ("name_de_1", "Nord")];

        let mistakes = read(&fields(&form)).unwrap_err();

        let expected = [("name_en_1", Mistake::Missing), ("position_1", Mistake::Number)];
        assert_eq!(mistakes, expected.map(|(name, mistake)| (name.to_owned(), mistake)));
    }

    #[test]
    fn a_form_of_a_million_rows_is_cut() {
        assert_eq!(rows(&fields(&[("rows", "1000000")])), MOST);
    }
}
