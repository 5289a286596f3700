//! A round as its set-up edits it, a part at a time.

use std::collections::BTreeMap;

use allmende_tally::Ties;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::areas::{list_areas, list_supports_needed};
use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{round_parts, rounds, windows};
use super::texts::{list_names_of_round_areas, list_texts_of_round};
use super::topics::list_round_topics;
use crate::domain::format::BallotFormat;
use crate::domain::ids::RoundId;
use crate::domain::money::Currency;
use crate::domain::round::{Basis, Declared, Effect, Eligible, Round};
use crate::domain::rule::CountingRule;
use crate::domain::schedule::{Span, Window};
use crate::domain::set_up::{NamedArea, RoundPart, SavedPart, SetUp};
use crate::domain::slug::Slug;
use crate::domain::time::Instant;

/// A round with all that is edited in its set-up.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_set_up(conn: &mut Conn, round: Round) -> Result<SetUp, StoreError> {
    let mut names = list_names_of_round_areas(conn, round.id)?;
    let needed = list_supports_needed(conn, round.id)?;
    let areas = list_areas(conn, round.id)?
        .into_iter()
        .map(|area| NamedArea {
            names: names.remove(&area.id).unwrap_or_default(),
            supports_needed: needed.get(&area.id).copied(),
            area,
        })
        .collect();
    let texts = list_texts_of_round(conn, round.id)?;
    let topics = list_round_topics(conn, round.id)?;
    let saved = list_parts(conn, round.id)?;
    Ok(SetUp { round, texts, areas, topics, saved })
}

fn list_parts(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<RoundPart, SavedPart>, StoreError> {
    round_parts::table
        .filter(round_parts::round_id.eq(round.value()))
        .select((round_parts::part, round_parts::version, round_parts::updated_at))
        .load::<(String, i64, NaiveDateTime)>(conn)?
        .into_iter()
        .map(|(part, version, updated_at)| {
            let part = RoundPart::parse(&part).ok_or_else(|| StoreError::corrupt("round_parts", "part", &part))?;
            Ok((part, SavedPart { version, updated_at: Instant::from_utc(updated_at) }))
        })
        .collect()
}

/// Takes a part for an edit if its version is still the one that was seen; none when nobody had saved it. Answers
/// whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_round_part(
    conn: &mut Conn,
    (round, part): (RoundId, RoundPart),
    seen: Option<i64>,
    now: Instant,
) -> Result<bool, StoreError> {
    let changed = match seen {
        None => {
            let first = (
                round_parts::round_id.eq(round.value()),
                round_parts::part.eq(part.as_str()),
                round_parts::version.eq(1),
                round_parts::updated_at.eq(now.to_utc()),
            );
            let insert = diesel::insert_into(round_parts::table).values(first);
            each_backend!(conn, |c| insert.on_conflict_do_nothing().execute(c))?
        }
        Some(version) => {
            let row = round_parts::table.find((round.value(), part.as_str())).filter(round_parts::version.eq(version));
            diesel::update(row)
                .set((round_parts::version.eq(round_parts::version + 1), round_parts::updated_at.eq(now.to_utc())))
                .execute(conn)?
        }
    };
    Ok(changed == 1)
}

/// Forgets that a part was saved.
///
/// # Errors
/// When the database fails.
pub fn delete_round_part(conn: &mut Conn, (round, part): (RoundId, RoundPart)) -> Result<(), StoreError> {
    diesel::delete(round_parts::table.find((round.value(), part.as_str()))).execute(conn)?;
    Ok(())
}

/// Writes what the part of basics holds besides the titles. A slug that is taken answers [`StoreError::Conflict`].
///
/// # Errors
/// When the slug is taken or the database fails.
pub fn update_basics(
    conn: &mut Conn,
    round: RoundId,
    (slug, currency, effect): (&Slug, &Currency, Effect),
) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set((
            rounds::slug.eq(slug.as_str()),
            rounds::currency.eq(currency.code()),
            rounds::exponent.eq(i64::from(currency.exponent())),
            rounds::effect.eq(effect.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes who may propose and support.
///
/// # Errors
/// When the database fails.
pub fn update_eligible(
    conn: &mut Conn,
    round: RoundId,
    (proposers, supporters): (Eligible, Eligible),
) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set((rounds::proposers.eq(proposers.as_str()), rounds::supporters.eq(supporters.as_str())))
        .execute(conn)?;
    Ok(())
}

/// Writes by what people come to a ballot, and what those with an account declare.
///
/// # Errors
/// When the database fails.
pub fn update_voters(conn: &mut Conn, round: RoundId, (basis, declared): (Basis, Declared)) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set((rounds::basis.eq(basis.as_str()), rounds::declared.eq(declared.as_str())))
        .execute(conn)?;
    Ok(())
}

/// Writes how the ballot is filled in and counted.
///
/// # Errors
/// When the database fails.
pub fn update_ballot_and_rule(
    conn: &mut Conn,
    round: RoundId,
    (format, rule, ties): (BallotFormat, CountingRule, &Ties),
) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set((
            rounds::ballot_format.eq(format.as_str()),
            rounds::max_sum.eq(i64::from(format.max_sum())),
            rounds::max_per_project.eq(i64::from(format.max_value())),
            rounds::rule.eq(rule.to_string()),
            rounds::ties.eq(ties.to_string()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that what stands on the ballot has changed.
///
/// # Errors
/// When the database fails.
pub fn update_ballot_version(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set(rounds::ballot_version.eq(rounds::ballot_version + 1))
        .execute(conn)?;
    Ok(())
}

/// Writes whether proposals are read before everybody sees them.
///
/// # Errors
/// When the database fails.
pub fn update_checked_first(conn: &mut Conn, round: RoundId, checked_first: bool) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value())).set(rounds::checked_first.eq(checked_first)).execute(conn)?;
    Ok(())
}

/// Gives a round a window with these ends in place of the one that it has, or takes the window away.
///
/// # Errors
/// When the database fails.
pub fn replace_window(conn: &mut Conn, round: RoundId, window: Window, span: Option<Span>) -> Result<(), StoreError> {
    diesel::delete(windows::table.find((round.value(), window.as_str()))).execute(conn)?;
    match span {
        Some(span) => super::rounds::insert_window(conn, round, window, span),
        None => Ok(()),
    }
}

/// Writes when the result and the council's decision are promised.
///
/// # Errors
/// When the database fails.
pub fn update_promises(
    conn: &mut Conn,
    round: RoundId,
    (result, decision): (Option<Instant>, Option<Instant>),
) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value()))
        .set((
            rounds::result_expected_at.eq(result.map(Instant::to_utc)),
            rounds::decision_expected_at.eq(decision.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(())
}
