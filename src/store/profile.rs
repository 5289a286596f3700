//! The profile: the opened, shuffled ballots of each area. Everything that counts reads only this.

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::insert_many;
use super::error::StoreError;
use super::schema::{openings, profile_ballots};
use crate::domain::ballot::Choice;
use crate::domain::channel::Channel;
use crate::domain::ids::{AreaId, ProjectNumber, RoundId};
use crate::domain::time::Instant;

/// One anonymous ballot of one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileBallot {
    /// The area.
    pub area: AreaId,
    /// 16 random bytes, drawn anew for each area, so that areas cannot be joined. Their order is the shuffle.
    pub key: [u8; 16],
    /// How the ballot came in, if that is known.
    pub channel: Option<Channel>,
    /// Ascending by project number; empty for a blank ballot.
    pub choices: Vec<Choice>,
}

/// `7=3 12=2`: project numbers with values.
fn print_choices(choices: &[Choice]) -> String {
    let parts: Vec<String> = choices.iter().map(|choice| format!("{}={}", choice.project, choice.value)).collect();
    parts.join(" ")
}

fn parse_choices(text: &str) -> Option<Vec<Choice>> {
    let parse = |part: &str| {
        let (project, value) = part.split_once('=')?;
        Some(Choice { project: ProjectNumber::new(project.parse().ok()?), value: value.parse().ok()? })
    };
    text.split_ascii_whitespace().map(parse).collect()
}

/// Writes a slice of a profile down.
///
/// # Errors
/// When the database fails.
pub fn insert_profile_ballots(conn: &mut Conn, round: RoundId, slice: &[ProfileBallot]) -> Result<(), StoreError> {
    let rows: Vec<_> = slice
        .iter()
        .map(|ballot| {
            (
                profile_ballots::round_id.eq(round.value()),
                profile_ballots::area_id.eq(ballot.area.value()),
                profile_ballots::ballot_key.eq(ballot.key.as_slice()),
                profile_ballots::channel.eq(ballot.channel.map(Channel::as_str)),
                profile_ballots::choices.eq(print_choices(&ballot.choices)),
            )
        })
        .collect();
    insert_many!(conn, profile_ballots::table, &rows)?;
    Ok(())
}

/// Throws a round's profile away, because its opening was cut short.
///
/// # Errors
/// When the database fails.
pub fn delete_profile_ballots(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    diesel::delete(profile_ballots::table.filter(profile_ballots::round_id.eq(round.value()))).execute(conn)?;
    Ok(())
}

/// The ballots of one area in the order of their keys, which is random and the same at every reading.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_profile_ballots(conn: &mut Conn, round: RoundId, area: AreaId) -> Result<Vec<ProfileBallot>, StoreError> {
    let corrupt = |column, value: &str| StoreError::corrupt("profile_ballots", column, value);
    profile_ballots::table
        .filter(profile_ballots::round_id.eq(round.value()).and(profile_ballots::area_id.eq(area.value())))
        .order(profile_ballots::ballot_key)
        .select((profile_ballots::ballot_key, profile_ballots::channel, profile_ballots::choices))
        .load::<(Vec<u8>, Option<String>, String)>(conn)?
        .into_iter()
        .map(|(key, channel, choices)| {
            let key = key.try_into().map_err(|_| corrupt("ballot_key", "not 16 bytes"))?;
            let known =
                channel.map(|text| Channel::parse(&text).ok_or_else(|| corrupt("channel", &text))).transpose()?;
            let choices = parse_choices(&choices).ok_or_else(|| corrupt("choices", &choices))?;
            Ok(ProfileBallot { area, key, channel: known, choices })
        })
        .collect()
}

/// How many ballots each area has, by channel.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_profile_ballots(
    conn: &mut Conn,
    round: RoundId,
) -> Result<Vec<(AreaId, Option<Channel>, i64)>, StoreError> {
    profile_ballots::table
        .filter(profile_ballots::round_id.eq(round.value()))
        .group_by((profile_ballots::area_id, profile_ballots::channel))
        .select((profile_ballots::area_id, profile_ballots::channel, diesel::dsl::count_star()))
        .load::<(i64, Option<String>, i64)>(conn)?
        .into_iter()
        .map(|(area, channel, ballots)| {
            let known = channel
                .map(|text| {
                    Channel::parse(&text).ok_or_else(|| StoreError::corrupt("profile_ballots", "channel", &text))
                })
                .transpose()?;
            Ok((AreaId::new(area), known, ballots))
        })
        .collect()
}

/// How far the opening of a box has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Not begun.
    NotBegun,
    /// Begun for the n-th time, and perhaps cut short: what is written so far is void.
    Begun(i64),
    /// The whole profile is written.
    Complete,
}

/// How far the opening of a round's box has come.
///
/// # Errors
/// When the database fails.
pub fn find_opening(conn: &mut Conn, round: RoundId) -> Result<Opening, StoreError> {
    let row = openings::table
        .find(round.value())
        .select((openings::number, openings::completed_at))
        .first::<(i64, Option<chrono::NaiveDateTime>)>(conn)
        .optional()?;
    Ok(match row {
        None => Opening::NotBegun,
        Some((number, None)) => Opening::Begun(number),
        Some((_, Some(_))) => Opening::Complete,
    })
}

/// Begins the opening of a round's box, for the first time or anew. Its number tells an opening that was given up
/// for dead that another has taken over.
///
/// # Errors
/// When the database fails.
pub fn replace_opening(conn: &mut Conn, round: RoundId, number: i64, now: Instant) -> Result<(), StoreError> {
    diesel::delete(openings::table.find(round.value())).execute(conn)?;
    diesel::insert_into(openings::table)
        .values((
            openings::round_id.eq(round.value()),
            openings::number.eq(number),
            openings::started_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that the whole profile is written.
///
/// # Errors
/// When the database fails.
pub fn update_opening_complete(conn: &mut Conn, round: RoundId, now: Instant) -> Result<(), StoreError> {
    diesel::update(openings::table.find(round.value())).set(openings::completed_at.eq(now.to_utc())).execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_read_what_they_print() {
        let choices = [(7, 3), (12, -1)].map(|(n, value)| Choice { project: ProjectNumber::new(n), value }).to_vec();

        assert_eq!(print_choices(&choices), "7=3 12=-1");
        assert_eq!(parse_choices("7=3 12=-1"), Some(choices));
        assert_eq!(parse_choices(""), Some(vec![]));
        assert_eq!(parse_choices("7"), None);
    }
}
