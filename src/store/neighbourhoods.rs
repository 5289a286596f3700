//! The neighbourhoods of the organisation, in its order.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{neighbourhood_texts, neighbourhoods};
use crate::domain::ids::NeighbourhoodId;
use crate::domain::organisation::ByLanguage;
use crate::domain::text::Line;

/// A neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbourhood {
    /// Its row.
    pub id: NeighbourhoodId,
    /// Its name by language tag.
    pub names: BTreeMap<String, String>,
}

/// All of them, in order.
///
/// # Errors
/// When the database fails.
pub fn list_neighbourhoods(conn: &mut Conn) -> Result<Vec<Neighbourhood>, StoreError> {
    let order = (neighbourhoods::position, neighbourhoods::id);
    let ids: Vec<i64> = neighbourhoods::table.order(order).select(neighbourhoods::id).load(conn)?;
    let columns = (neighbourhood_texts::neighbourhood_id, neighbourhood_texts::language, neighbourhood_texts::name);
    let mut names: BTreeMap<i64, BTreeMap<String, String>> = BTreeMap::new();
    for (id, language, name) in neighbourhood_texts::table.select(columns).load::<(i64, String, String)>(conn)? {
        names.entry(id).or_default().insert(language, name);
    }
    let found = ids
        .into_iter()
        .map(|id| Neighbourhood { id: NeighbourhoodId::new(id), names: names.remove(&id).unwrap_or_default() });
    Ok(found.collect())
}

/// Adds one.
///
/// # Errors
/// When the database fails.
pub fn insert_neighbourhood(conn: &mut Conn, position: i64, names: &ByLanguage<Line>) -> Result<(), StoreError> {
    let id: i64 = diesel::insert_into(neighbourhoods::table)
        .values(neighbourhoods::position.eq(position))
        .returning(neighbourhoods::id)
        .get_result(conn)?;
    insert_names(conn, id, names)
}

/// Moves and renames one. Answers whether it is there.
///
/// # Errors
/// When the database fails.
pub fn update_neighbourhood(
    conn: &mut Conn,
    id: NeighbourhoodId,
    position: i64,
    names: &ByLanguage<Line>,
) -> Result<bool, StoreError> {
    let changed = diesel::update(neighbourhoods::table.find(id.value()))
        .set(neighbourhoods::position.eq(position))
        .execute(conn)?;
    if changed == 0 {
        return Ok(false);
    }
    delete_names(conn, id)?;
    insert_names(conn, id.value(), names)?;
    Ok(true)
}

/// Removes one.
///
/// # Errors
/// [`StoreError::Violation`] while something points at it; or when the database fails.
pub fn delete_neighbourhood(conn: &mut Conn, id: NeighbourhoodId) -> Result<(), StoreError> {
    delete_names(conn, id)?;
    diesel::delete(neighbourhoods::table.find(id.value())).execute(conn)?;
    Ok(())
}

fn delete_names(conn: &mut Conn, id: NeighbourhoodId) -> Result<(), StoreError> {
    diesel::delete(neighbourhood_texts::table.filter(neighbourhood_texts::neighbourhood_id.eq(id.value())))
        .execute(conn)?;
    Ok(())
}

fn insert_names(conn: &mut Conn, id: i64, names: &ByLanguage<Line>) -> Result<(), StoreError> {
    for (language, name) in names {
        diesel::insert_into(neighbourhood_texts::table)
            .values((
                neighbourhood_texts::neighbourhood_id.eq(id),
                neighbourhood_texts::language.eq(language),
                neighbourhood_texts::name.eq(name.as_str()),
            ))
            .execute(conn)?;
    }
    Ok(())
}
