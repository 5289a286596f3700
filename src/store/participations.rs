//! That somebody took part, never how: the only trace of a person in a round.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::participations;
use super::turnout::{Turnout, read_turnout};
use crate::domain::channel::Channel;
use crate::domain::ids::{CastNumber, RoundId};
use crate::secrecy::PersonRef;

/// Where a person's taking part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParticipationState {
    /// No ballot: it was taken back.
    None,
    /// A ballot by code or account, which may be replaced.
    Online,
    /// A ballot at a kiosk, which may be replaced.
    Kiosk,
    /// A ballot on paper, which is final.
    PaperFinal,
}

impl ParticipationState {
    const ALL: [Self; 4] = [Self::None, Self::Online, Self::Kiosk, Self::PaperFinal];

    const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Online => "online",
            Self::Kiosk => "kiosk",
            Self::PaperFinal => "paper_final",
        }
    }
}

/// A person's taking part in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    /// How the last ballot came in.
    pub channel: Channel,
    /// Where it stands.
    pub state: ParticipationState,
    /// How often the person has cast.
    pub cast_number: CastNumber,
    /// The hash of the last cast's key; gone once the box is open.
    pub cast_key_hash: Option<Vec<u8>>,
    /// The day of the last cast, in the organisation's time zone. Never the hour.
    pub cast_on: NaiveDate,
}

/// How somebody took part, if at all.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_participation(
    conn: &mut Conn,
    round: RoundId,
    person: &PersonRef,
) -> Result<Option<Participation>, StoreError> {
    let row = participations::table
        .find((round.value(), person.as_bytes().as_slice()))
        .select((
            participations::channel,
            participations::state,
            participations::cast_number,
            participations::cast_key_hash,
            participations::cast_on,
        ))
        .first::<(String, String, i64, Option<Vec<u8>>, NaiveDate)>(conn)
        .optional()?;
    let Some((channel, state, number, cast_key_hash, cast_on)) = row else { return Ok(None) };
    let corrupt = |column, value: &str| StoreError::corrupt("participations", column, value);
    let cast_number = u32::try_from(number).map_err(|_| corrupt("cast_number", &number.to_string()))?;
    Ok(Some(Participation {
        channel: Channel::parse(&channel).ok_or_else(|| corrupt("channel", &channel))?,
        state: ParticipationState::ALL
            .into_iter()
            .find(|s| s.as_str() == state)
            .ok_or_else(|| corrupt("state", &state))?,
        cast_number: CastNumber::new(cast_number),
        cast_key_hash,
        cast_on,
    }))
}

/// Notes the first cast of a person. Two at once: one of them gets [`StoreError::Conflict`].
///
/// # Errors
/// When the person has taken part already, or the database fails.
pub fn insert_participation(
    conn: &mut Conn,
    round: RoundId,
    person: &PersonRef,
    new: &Participation,
) -> Result<(), StoreError> {
    diesel::insert_into(participations::table)
        .values((
            participations::round_id.eq(round.value()),
            participations::person_ref.eq(person.as_bytes().as_slice()),
            participations::channel.eq(new.channel.as_str()),
            participations::state.eq(new.state.as_str()),
            participations::cast_number.eq(i64::from(new.cast_number.value())),
            participations::cast_key_hash.eq(new.cast_key_hash.as_deref()),
            participations::cast_on.eq(new.cast_on),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes a further cast, if the number is still the one seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_participation(
    conn: &mut Conn,
    round: RoundId,
    person: &PersonRef,
    seen: CastNumber,
    new: &Participation,
) -> Result<bool, StoreError> {
    let row = participations::table
        .find((round.value(), person.as_bytes().as_slice()))
        .filter(participations::cast_number.eq(i64::from(seen.value())))
        .filter(participations::state.ne(ParticipationState::PaperFinal.as_str()));
    let changed = diesel::update(row)
        .set((
            participations::channel.eq(new.channel.as_str()),
            participations::state.eq(new.state.as_str()),
            participations::cast_number.eq(i64::from(new.cast_number.value())),
            participations::cast_key_hash.eq(new.cast_key_hash.as_deref()),
            participations::cast_on.eq(new.cast_on),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Forgets the keys of a round's casts, once its box is open.
///
/// # Errors
/// When the database fails.
pub fn update_cast_keys_forgotten(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    diesel::update(participations::table.filter(participations::round_id.eq(round.value())))
        .set(participations::cast_key_hash.eq(None::<Vec<u8>>))
        .execute(conn)?;
    Ok(())
}

/// How many people took part so far, by day and channel. Of a certified round `store::turnout` knows it.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_participations(conn: &mut Conn, round: RoundId) -> Result<Vec<Turnout>, StoreError> {
    participations::table
        .filter(participations::round_id.eq(round.value()).and(participations::state.ne("none")))
        .group_by((participations::cast_on, participations::channel))
        .order((participations::cast_on, participations::channel))
        .select((participations::cast_on, participations::channel, diesel::dsl::count_star()))
        .load(conn)?
        .into_iter()
        .map(read_turnout)
        .collect()
}
