//! The topics of rounds, in their order.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{topic_texts, topics};
use crate::domain::ids::{RoundId, TopicId};
use crate::domain::organisation::ByLanguage;
use crate::domain::set_up::Topic;

/// The topics of a round, in order.
///
/// # Errors
/// When the database fails.
pub fn list_round_topics(conn: &mut Conn, round: RoundId) -> Result<Vec<Topic>, StoreError> {
    let these = topics::table.filter(topics::round_id.eq(round.value()));
    let ids: Vec<i64> = these.order(topics::number).select(topics::id).load(conn)?;
    let mut names: BTreeMap<i64, ByLanguage<String>> = BTreeMap::new();
    let texts = topic_texts::table.inner_join(topics::table).filter(topics::round_id.eq(round.value()));
    let columns = (topic_texts::topic_id, topic_texts::language, topic_texts::name);
    for (id, language, name) in texts.select(columns).load::<(i64, String, String)>(conn)? {
        names.entry(id).or_default().insert(language, name);
    }
    Ok(ids.into_iter().map(|id| Topic { id: TopicId::new(id), names: names.remove(&id).unwrap_or_default() }).collect())
}

/// Adds a topic behind all others of the round.
///
/// # Errors
/// When the database fails.
pub fn insert_topic(conn: &mut Conn, round: RoundId, names: &ByLanguage<String>) -> Result<TopicId, StoreError> {
    let last: Option<i64> = topics::table
        .filter(topics::round_id.eq(round.value()))
        .select(diesel::dsl::max(topics::number))
        .first(conn)?;
    let id = diesel::insert_into(topics::table)
        .values((topics::round_id.eq(round.value()), topics::number.eq(last.unwrap_or(0).saturating_add(1))))
        .returning(topics::id)
        .get_result(conn)?;
    insert_names(conn, id, names)?;
    Ok(TopicId::new(id))
}

/// Renames a topic.
///
/// # Errors
/// When the database fails.
pub fn update_topic(conn: &mut Conn, topic: TopicId, names: &ByLanguage<String>) -> Result<(), StoreError> {
    delete_names(conn, topic)?;
    insert_names(conn, topic.value(), names)
}

/// Removes a topic.
///
/// # Errors
/// [`StoreError::Violation`] while something points at it; or when the database fails.
pub fn delete_topic(conn: &mut Conn, topic: TopicId) -> Result<(), StoreError> {
    delete_names(conn, topic)?;
    diesel::delete(topics::table.find(topic.value())).execute(conn)?;
    Ok(())
}

fn delete_names(conn: &mut Conn, topic: TopicId) -> Result<(), StoreError> {
    diesel::delete(topic_texts::table.filter(topic_texts::topic_id.eq(topic.value()))).execute(conn)?;
    Ok(())
}

fn insert_names(conn: &mut Conn, topic: i64, names: &ByLanguage<String>) -> Result<(), StoreError> {
    for (language, name) in names {
        diesel::insert_into(topic_texts::table)
            .values((topic_texts::topic_id.eq(topic), topic_texts::language.eq(language), topic_texts::name.eq(name)))
            .execute(conn)?;
    }
    Ok(())
}
