//! How many people took part in a round, kept at its certification: from then on nobody's taking part is needed for it.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{roll, rounds, turnouts};
use crate::domain::channel::Channel;
use crate::domain::ids::RoundId;

/// How many people took part on a day by a channel. The day is in the organisation's time zone.
pub type Turnout = (NaiveDate, Channel, i64);

/// Keeps how many people took part, and how many stand on the roll, of a round that is being certified.
///
/// # Errors
/// When it is kept already, or the database fails.
pub fn insert_turnout(conn: &mut Conn, round: RoundId, turnout: &[Turnout], roll_size: i64) -> Result<(), StoreError> {
    // One by one: there are as many as days of voting, times three at most, and the embedded database takes no batch.
    for (day, channel, people) in turnout {
        diesel::insert_into(turnouts::table)
            .values((
                turnouts::round_id.eq(round.value()),
                turnouts::cast_on.eq(day),
                turnouts::channel.eq(channel.as_str()),
                turnouts::people.eq(people),
            ))
            .execute(conn)?;
    }
    diesel::update(rounds::table.find(round.value())).set(rounds::roll_size.eq(roll_size)).execute(conn)?;
    Ok(())
}

/// How many people took part in a certified round, by day and channel.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_turnout(conn: &mut Conn, round: RoundId) -> Result<Vec<Turnout>, StoreError> {
    turnouts::table
        .filter(turnouts::round_id.eq(round.value()))
        .order((turnouts::cast_on, turnouts::channel))
        .select((turnouts::cast_on, turnouts::channel, turnouts::people))
        .load(conn)?
        .into_iter()
        .map(read_turnout)
        .collect()
}

/// A row of either table that says how many took part.
pub(super) fn read_turnout((day, channel, people): (NaiveDate, String, i64)) -> Result<Turnout, StoreError> {
    let known = Channel::parse(&channel).ok_or_else(|| StoreError::corrupt("turnouts", "channel", &channel))?;
    Ok((day, known, people))
}

/// How many people stand on a round's roll, or stood there at its certification.
///
/// # Errors
/// When the database fails.
pub fn count_roll(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    let now = roll::table.filter(roll::round_id.eq(round.value())).count().single_value();
    let (kept, now) =
        rounds::table.find(round.value()).select((rounds::roll_size, now)).first::<(Option<i64>, Option<i64>)>(conn)?;
    Ok(kept.or(now).unwrap_or(0))
}
