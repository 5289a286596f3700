//! Texts of rounds, areas and projects, each in the languages that somebody wrote it in.
//!
//! A page asks for its language and gets the nearest text there is, with the language it is in.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{area_texts, areas, project_texts, projects, round_texts};
use crate::domain::ids::{AreaId, ProjectId, RoundId};
use crate::domain::organisation::ByLanguage;
use crate::domain::round::RoundText;

/// A text with the tag of the language it is written in, such as `de`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The language's tag.
    pub language: String,
    /// What is written.
    pub text: T,
}

type RoundColumns = (String, String, String, String, String);

fn read_round_text((title, summary, who_may_vote, outcome, declaration): RoundColumns) -> RoundText {
    RoundText { title, summary, who_may_vote, outcome, declaration }
}

const ROUND_COLUMNS: (
    round_texts::title,
    round_texts::summary,
    round_texts::who_may_vote,
    round_texts::outcome,
    round_texts::declaration,
) = (
    round_texts::title,
    round_texts::summary,
    round_texts::who_may_vote,
    round_texts::outcome,
    round_texts::declaration,
);

/// What a project says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectText {
    /// Its title.
    pub title: String,
    /// Two lines for lists and ballots.
    pub summary: String,
    /// The whole text.
    pub description: String,
    /// Where it is to be.
    pub place: String,
}

type ProjectColumns = (i64, String, String, String, String, String);

const PROJECT_COLUMNS: (
    project_texts::project_id,
    project_texts::language,
    project_texts::title,
    project_texts::summary,
    project_texts::description,
    project_texts::place,
) = (
    project_texts::project_id,
    project_texts::language,
    project_texts::title,
    project_texts::summary,
    project_texts::description,
    project_texts::place,
);

fn read_project_text(
    (id, language, title, summary, description, place): ProjectColumns,
) -> (ProjectId, String, ProjectText) {
    (ProjectId::new(id), language, ProjectText { title, summary, description, place })
}

/// How well a text's language serves a reader of another: the wanted one, then German, then English, then any.
fn distance(wanted: &str, language: &str) -> u8 {
    match language {
        _ if language == wanted => 0,
        "de" => 1,
        "en" => 2,
        _ => 3,
    }
}

fn nearest<K: Ord, T>(rows: impl IntoIterator<Item = (K, String, T)>, wanted: &str) -> BTreeMap<K, Written<T>> {
    let mut found: BTreeMap<K, Written<T>> = BTreeMap::new();
    for (key, language, text) in rows {
        let better = found.get(&key).is_none_or(|kept| distance(wanted, &language) < distance(wanted, &kept.language));
        if better {
            found.insert(key, Written { language, text });
        }
    }
    found
}

/// What all rounds say of themselves.
///
/// # Errors
/// When the database fails.
pub fn list_round_texts(conn: &mut Conn, language: &str) -> Result<BTreeMap<RoundId, Written<RoundText>>, StoreError> {
    let rows = round_texts::table.select((round_texts::round_id, round_texts::language, ROUND_COLUMNS)).load::<(
        i64,
        String,
        RoundColumns,
    )>(conn)?;
    Ok(nearest(rows.into_iter().map(|(id, tag, text)| (RoundId::new(id), tag, read_round_text(text))), language))
}

/// What one round says of itself.
///
/// # Errors
/// When the database fails, or the round has no text at all.
pub fn find_round_text(conn: &mut Conn, round: RoundId, language: &str) -> Result<Written<RoundText>, StoreError> {
    let rows = round_texts::table
        .filter(round_texts::round_id.eq(round.value()))
        .select((round_texts::language, ROUND_COLUMNS))
        .load::<(String, RoundColumns)>(conn)?;
    let rows = rows.into_iter().map(|(tag, text)| (round, tag, read_round_text(text)));
    nearest(rows, language)
        .remove(&round)
        .ok_or_else(|| StoreError::corrupt("round_texts", "round_id", &round.to_string()))
}

/// What a round says of itself in each language.
///
/// # Errors
/// When the database fails.
pub fn list_texts_of_round(conn: &mut Conn, round: RoundId) -> Result<ByLanguage<RoundText>, StoreError> {
    let rows = round_texts::table
        .filter(round_texts::round_id.eq(round.value()))
        .select((round_texts::language, ROUND_COLUMNS))
        .load::<(String, RoundColumns)>(conn)?;
    Ok(rows.into_iter().map(|(tag, text)| (tag, read_round_text(text))).collect())
}

/// The names of a round's areas in each language.
///
/// # Errors
/// When the database fails.
pub fn list_names_of_round_areas(
    conn: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<AreaId, ByLanguage<String>>, StoreError> {
    let rows = area_texts::table
        .inner_join(areas::table)
        .filter(areas::round_id.eq(round.value()))
        .select((area_texts::area_id, area_texts::language, area_texts::name))
        .load::<(i64, String, String)>(conn)?;
    let mut names: BTreeMap<AreaId, ByLanguage<String>> = BTreeMap::new();
    for (area, language, name) in rows {
        names.entry(AreaId::new(area)).or_default().insert(language, name);
    }
    Ok(names)
}

/// The names of a round's areas.
///
/// # Errors
/// When the database fails.
pub fn list_area_names(
    conn: &mut Conn,
    round: RoundId,
    language: &str,
) -> Result<BTreeMap<AreaId, Written<String>>, StoreError> {
    let rows = area_texts::table
        .inner_join(areas::table)
        .filter(areas::round_id.eq(round.value()))
        .select((area_texts::area_id, area_texts::language, area_texts::name))
        .load::<(i64, String, String)>(conn)?;
    Ok(nearest(rows.into_iter().map(|(id, tag, name)| (AreaId::new(id), tag, name)), language))
}

/// The names of some areas.
///
/// # Errors
/// When the database fails.
pub fn list_names_of_areas(
    conn: &mut Conn,
    areas: &[AreaId],
    language: &str,
) -> Result<BTreeMap<AreaId, Written<String>>, StoreError> {
    let rows = area_texts::table
        .filter(area_texts::area_id.eq_any(areas.iter().map(|area| area.value())))
        .select((area_texts::area_id, area_texts::language, area_texts::name))
        .load::<(i64, String, String)>(conn)?;
    Ok(nearest(rows.into_iter().map(|(id, tag, name)| (AreaId::new(id), tag, name)), language))
}

/// The texts of a round's projects.
///
/// # Errors
/// When the database fails.
pub fn list_project_texts(
    conn: &mut Conn,
    round: RoundId,
    language: &str,
) -> Result<BTreeMap<ProjectId, Written<ProjectText>>, StoreError> {
    let rows = project_texts::table
        .inner_join(projects::table)
        .filter(projects::round_id.eq(round.value()))
        .select(PROJECT_COLUMNS)
        .load::<ProjectColumns>(conn)?;
    Ok(nearest(rows.into_iter().map(read_project_text), language))
}

/// The texts of all projects of some areas.
///
/// # Errors
/// When the database fails.
pub fn list_texts_of_areas(
    conn: &mut Conn,
    areas: &[AreaId],
    language: &str,
) -> Result<BTreeMap<ProjectId, Written<ProjectText>>, StoreError> {
    let rows = project_texts::table
        .inner_join(projects::table)
        .filter(projects::area_id.eq_any(areas.iter().map(|area| area.value())))
        .select(PROJECT_COLUMNS)
        .load::<ProjectColumns>(conn)?;
    Ok(nearest(rows.into_iter().map(read_project_text), language))
}

/// The texts of some projects.
///
/// # Errors
/// When the database fails.
pub fn list_texts_of_projects(
    conn: &mut Conn,
    projects: &[ProjectId],
    language: &str,
) -> Result<BTreeMap<ProjectId, Written<ProjectText>>, StoreError> {
    let ids = projects.iter().map(|project| project.value());
    let rows = project_texts::table
        .filter(project_texts::project_id.eq_any(ids))
        .select(PROJECT_COLUMNS)
        .load::<ProjectColumns>(conn)?;
    Ok(nearest(rows.into_iter().map(read_project_text), language))
}

/// Writes a round's text in one language.
///
/// # Errors
/// When that language is there already or the database fails.
pub fn insert_round_text(conn: &mut Conn, round: RoundId, language: &str, text: &RoundText) -> Result<(), StoreError> {
    diesel::insert_into(round_texts::table)
        .values((
            round_texts::round_id.eq(round.value()),
            round_texts::language.eq(language),
            round_texts::title.eq(&text.title),
            round_texts::summary.eq(&text.summary),
            round_texts::who_may_vote.eq(&text.who_may_vote),
            round_texts::outcome.eq(&text.outcome),
            round_texts::declaration.eq(&text.declaration),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts a round's text in one language in the place of the one that is there, if one is.
///
/// # Errors
/// When the database fails.
pub fn replace_round_text(conn: &mut Conn, round: RoundId, language: &str, text: &RoundText) -> Result<(), StoreError> {
    diesel::delete(round_texts::table.find((round.value(), language))).execute(conn)?;
    insert_round_text(conn, round, language, text)
}

/// Takes all names of an area away.
///
/// # Errors
/// When the database fails.
pub fn delete_area_names(conn: &mut Conn, area: AreaId) -> Result<(), StoreError> {
    diesel::delete(area_texts::table.filter(area_texts::area_id.eq(area.value()))).execute(conn)?;
    Ok(())
}

/// Writes an area's name in one language.
///
/// # Errors
/// When that language is there already or the database fails.
pub fn insert_area_name(conn: &mut Conn, area: AreaId, language: &str, name: &str) -> Result<(), StoreError> {
    diesel::insert_into(area_texts::table)
        .values((area_texts::area_id.eq(area.value()), area_texts::language.eq(language), area_texts::name.eq(name)))
        .execute(conn)?;
    Ok(())
}

/// Writes a project's text in one language.
///
/// # Errors
/// When that language is there already or the database fails.
pub fn insert_project_text(
    conn: &mut Conn,
    project: ProjectId,
    language: &str,
    text: &ProjectText,
) -> Result<(), StoreError> {
    diesel::insert_into(project_texts::table)
        .values((
            project_texts::project_id.eq(project.value()),
            project_texts::language.eq(language),
            project_texts::title.eq(&text.title),
            project_texts::summary.eq(&text.summary),
            project_texts::description.eq(&text.description),
            project_texts::place.eq(&text.place),
        ))
        .execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(languages: &[&str], wanted: &str) -> String {
        let rows = languages.iter().map(|tag| ((), (*tag).to_owned(), ()));
        nearest(rows, wanted).remove(&()).unwrap().language
    }

    #[test]
    fn a_reader_gets_the_nearest_language_there_is() {
        assert_eq!(pick(&["de", "en"], "en"), "en");
        assert_eq!(pick(&["en", "de"], "vi"), "de");
        assert_eq!(pick(&["pl", "en"], "de"), "en");
        assert_eq!(pick(&["pl"], "de"), "pl");
    }
}
