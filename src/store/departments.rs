//! The departments of the organisation. One is retired, never deleted, because others may point at it.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{department_texts, departments};
use crate::domain::department::DepartmentDetails;
use crate::domain::email::Email;
use crate::domain::ids::DepartmentId;
use crate::domain::organisation::ByLanguage;
use crate::domain::telephone::Telephone;
use crate::domain::text::Line;
use crate::domain::time::Instant;

/// A department as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its row.
    pub id: DepartmentId,
    /// Grows with each change, so that two editors notice each other.
    pub version: i64,
    /// Its name by language tag.
    pub names: BTreeMap<String, String>,
    /// Where it is written to; may be empty.
    pub email: String,
    /// Where it is called; may be empty.
    pub telephone: String,
    /// Who stands in for its head; may be empty.
    pub deputy_name: String,
    /// The deputy's address; may be empty.
    pub deputy_email: String,
    /// The department that takes over when nobody is there.
    pub substitute: Option<DepartmentId>,
    /// Since when it is no longer offered.
    pub retired_at: Option<Instant>,
}

impl Department {
    /// Its name in a language, or in any.
    #[must_use]
    pub fn name(&self, language: &str) -> String {
        self.names.get(language).or_else(|| self.names.values().next()).cloned().unwrap_or_default()
    }
}

type Columns = (i64, i64, String, String, String, String, Option<i64>, Option<chrono::NaiveDateTime>);

fn read((id, version, email, telephone, deputy_name, deputy_email, substitute, retired_at): Columns) -> Department {
    Department {
        id: DepartmentId::new(id),
        version,
        names: BTreeMap::new(),
        email,
        telephone,
        deputy_name,
        deputy_email,
        substitute: substitute.map(DepartmentId::new),
        retired_at: retired_at.map(Instant::from_utc),
    }
}

/// All of them, in the order in which they were added.
///
/// # Errors
/// When the database fails.
pub fn list_departments(conn: &mut Conn) -> Result<Vec<Department>, StoreError> {
    let rows = departments::table.order(departments::id).load::<Columns>(conn)?;
    let columns = (department_texts::department_id, department_texts::language, department_texts::name);
    let mut names: BTreeMap<i64, BTreeMap<String, String>> = BTreeMap::new();
    for (id, language, name) in department_texts::table.select(columns).load::<(i64, String, String)>(conn)? {
        names.entry(id).or_default().insert(language, name);
    }
    let found = rows
        .into_iter()
        .map(read)
        .map(|department| Department { names: names.remove(&department.id.value()).unwrap_or_default(), ..department });
    Ok(found.collect())
}

/// The department that takes over from one of these when nobody is there.
#[must_use]
pub fn substitute_of(all: &[Department], of: DepartmentId) -> Option<DepartmentId> {
    all.iter().find(|one| one.id == of).and_then(|one| one.substitute)
}

/// Adds one.
///
/// # Errors
/// [`StoreError::Violation`] when the one that takes over is not there; or when the database fails.
pub fn insert_department(conn: &mut Conn, details: &DepartmentDetails) -> Result<DepartmentId, StoreError> {
    let id: i64 = diesel::insert_into(departments::table)
        .values((
            departments::version.eq(1),
            departments::email.eq(details.email.as_ref().map_or("", Email::as_str)),
            departments::telephone.eq(details.telephone.as_ref().map_or("", Telephone::as_str)),
            departments::deputy_name.eq(details.deputy_name.as_str()),
            departments::deputy_email.eq(details.deputy_email.as_ref().map_or("", Email::as_str)),
            departments::substitute_id.eq(details.substitute.map(DepartmentId::value)),
        ))
        .returning(departments::id)
        .get_result(conn)?;
    insert_names(conn, id, &details.names)?;
    Ok(DepartmentId::new(id))
}

/// Changes one if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// [`StoreError::Violation`] when the one that takes over is not there; or when the database fails.
pub fn update_department(
    conn: &mut Conn,
    id: DepartmentId,
    seen_version: i64,
    details: &DepartmentDetails,
) -> Result<bool, StoreError> {
    let row = departments::table.find(id.value()).filter(departments::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((
            departments::version.eq(departments::version + 1),
            departments::email.eq(details.email.as_ref().map_or("", Email::as_str)),
            departments::telephone.eq(details.telephone.as_ref().map_or("", Telephone::as_str)),
            departments::deputy_name.eq(details.deputy_name.as_str()),
            departments::deputy_email.eq(details.deputy_email.as_ref().map_or("", Email::as_str)),
            departments::substitute_id.eq(details.substitute.map(DepartmentId::value)),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Ok(false);
    }
    diesel::delete(department_texts::table.filter(department_texts::department_id.eq(id.value()))).execute(conn)?;
    insert_names(conn, id.value(), &details.names)?;
    Ok(true)
}

/// Retires one, or brings it back, if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_department_retired(
    conn: &mut Conn,
    id: DepartmentId,
    seen_version: i64,
    retired_at: Option<Instant>,
) -> Result<bool, StoreError> {
    let row = departments::table.find(id.value()).filter(departments::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((
            departments::version.eq(departments::version + 1),
            departments::retired_at.eq(retired_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

fn insert_names(conn: &mut Conn, id: i64, names: &ByLanguage<Line>) -> Result<(), StoreError> {
    for (language, name) in names {
        diesel::insert_into(department_texts::table)
            .values((
                department_texts::department_id.eq(id),
                department_texts::language.eq(language),
                department_texts::name.eq(name.as_str()),
            ))
            .execute(conn)?;
    }
    Ok(())
}
