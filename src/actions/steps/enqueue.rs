//! Putting a mail into the outbox, in the transaction of what it tells of.

use chrono::{Days, DurationRound, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;

use crate::domain::email::Email;
use crate::domain::time::Instant;
use crate::locale::{Language, moment_at};
use crate::mail::{Message, MessageIds, SealedSecret};
use crate::store::mails::{NewMail, insert_mail};
use crate::store::organisation::find_zone;
use crate::store::{StoreError, Tx};

/// A mail as an act writes it.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// What it says.
    pub message: &'a Message,
    /// Who gets it.
    pub recipient: &'a Email,
    /// The language that they read.
    pub language: Language,
    /// What only they may read; sealed, before the transaction, for the same place among the act's mails.
    pub secret: Option<&'a SealedSecret>,
    /// When it is of no use any more: from then on it is not sent.
    pub expires_at: Option<Instant>,
}

impl<'a> Outgoing<'a> {
    /// A mail without a secret, which is of use at any time.
    #[must_use]
    pub const fn new(message: &'a Message, recipient: &'a Email, language: Language) -> Self {
        Self { message, recipient, language, secret: None, expires_at: None }
    }
}

/// Enqueues the act's mail at `place`, counted from 0. What is not urgent leaves by day only.
///
/// # Errors
/// When the act has a mail at that place already, or the database fails.
pub fn enqueue(tx: &mut Tx<'_>, ids: &MessageIds, place: usize, mail: Outgoing<'_>) -> Result<(), StoreError> {
    let now = tx.now;
    let not_before = if mail.message.is_urgent() { now } else { by_day(now, find_zone(tx)?) };
    put(tx, ids.nth(place), mail, (now, not_before))
}

/// Enqueues the act's only mail so that its row tells in which hour the act was, and no more. It leaves with the next hour,
/// together with those of everybody who acted in the same one, by day only.
///
/// # Errors
/// When the act has a mail already, or the database fails.
pub fn enqueue_by_the_hour(tx: &mut Tx<'_>, ids: &MessageIds, mail: Outgoing<'_>) -> Result<(), StoreError> {
    let (from, to) = hour_of(tx.now);
    let not_before = by_day(to, find_zone(tx)?);
    put(tx, ids.nth(0), mail, (from, not_before))
}

/// When a mail leaves that is written now and is not urgent.
///
/// # Errors
/// When the database fails.
pub fn leaves_at(tx: &mut Tx<'_>) -> Result<Instant, StoreError> {
    let now = tx.now;
    Ok(by_day(now, find_zone(tx)?))
}

fn put(
    tx: &mut Tx<'_>,
    message_id: String,
    mail: Outgoing<'_>,
    (written, not_before): (Instant, Instant),
) -> Result<(), StoreError> {
    let new = NewMail {
        message: mail.message.name(),
        language: mail.language.code(),
        recipient: mail.recipient,
        parameters: mail.message.parameters(),
        secret: mail.secret.map(SealedSecret::bytes),
        message_id,
        not_before,
        expires_at: mail.expires_at,
    };
    insert_mail(tx, &new, written)
}

/// When the hour of a moment began, and when the next one begins.
fn hour_of(now: Instant) -> (Instant, Instant) {
    let at = now.to_datetime();
    let from = Instant::new(at.duration_trunc(TimeDelta::hours(1)).unwrap_or(at));
    (from, from.plus(TimeDelta::hours(1)))
}

/// The hours of the clock in which mails may ring somebody's telephone: from 8:00 until just before 20:00.
const DAY: std::ops::Range<u32> = 8..20;

/// Now if it is day in the zone, else eight o'clock of the next morning there.
fn by_day(now: Instant, zone: Tz) -> Instant {
    let here = now.to_datetime().with_timezone(&zone);
    if DAY.contains(&here.hour()) {
        return now;
    }
    let days = Days::new((here.hour() >= DAY.end).into());
    let morning = here.date_naive().checked_add_days(days).unwrap_or(here.date_naive());
    moment_at(morning, NaiveTime::from_hms_opt(DAY.start, 0, 0).unwrap_or_default(), zone)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use chrono_tz::Pacific::Honolulu;

    use super::*;

    #[test]
    fn within_an_hour_all_moments_are_one() {
        let at = |text: &str| Instant::parse(text).unwrap();
        let hour = (at("2027-06-01T06:00:00Z"), at("2027-06-01T07:00:00Z"));

        assert_eq!(hour_of(at("2027-06-01T06:00:00Z")), hour);
        assert_eq!(hour_of(at("2027-06-01T06:59:59.999Z")), hour);
    }

    #[test]
    fn what_is_written_at_night_leaves_at_eight_of_the_zone() {
        for (now, zone, leaves) in [
            ("2027-06-01T05:59:59Z", Berlin, "2027-06-01T06:00:00Z"),
            ("2027-06-01T06:00:00Z", Berlin, "2027-06-01T06:00:00Z"),
            ("2027-06-01T17:59:59Z", Berlin, "2027-06-01T17:59:59Z"),
            ("2027-06-01T18:00:00Z", Berlin, "2027-06-02T06:00:00Z"),
            ("2027-06-01T22:00:00Z", Berlin, "2027-06-02T06:00:00Z"),
            ("2027-12-31T20:00:00Z", Berlin, "2028-01-01T07:00:00Z"),
            // The clock is put forward between the evening and the morning.
            ("2027-03-27T20:00:00Z", Berlin, "2027-03-28T06:00:00Z"),
            ("2027-06-01T20:00:00Z", Honolulu, "2027-06-01T20:00:00Z"),
            ("2027-06-01T12:00:00Z", Honolulu, "2027-06-01T18:00:00Z"),
        ] {
            let at = |text: &str| Instant::parse(text).unwrap();
            assert_eq!(by_day(at(now), zone), at(leaves), "{now} in {zone}");
        }
    }
}
