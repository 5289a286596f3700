//! A cast's statements over one connection with full durability, as the house's own store sends them.

use std::time::Instant;

use allmende::domain::channel::Channel;
use allmende::domain::ids::{CastNumber, RoundId};
use allmende::secrecy::randomness::draw;
use allmende::secrecy::{PendingLeafId, PersonRef, Pseudonym};
use allmende::store::ballots::{SealedBallot, insert_or_replace_ballot, insert_pending_leaf};
use allmende::store::participations::{Participation, ParticipationState, find_participation, insert_participation};
use allmende::store::rounds::find_casting_rules;
use allmende::store::schema::rounds;
use allmende::store::{Clock, Conn};
use chrono_tz::Europe::Berlin;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::Bytes;
use crate::shared::Fault;
use crate::shared::figures::Figures;
use crate::shared::place::Place;

/// The settings of the house's writer, so that both wait for the disk in the same way.
const SETTINGS: [&str; 6] = [
    "pragma busy_timeout = 5000",
    "pragma journal_mode = wal",
    "pragma secure_delete = on",
    "pragma journal_size_limit = 67108864",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
];

/// One connection that writes.
pub(super) struct Writer {
    conn: Conn,
    round: RoundId,
    bytes: Bytes,
    batch: u32,
}

/// A ballot of nobody.
struct Cast {
    person: PersonRef,
    ballot: SealedBallot,
    leaf: (PendingLeafId, Vec<u8>),
    participation: Participation,
}

impl Writer {
    pub(super) fn open(place: &Place, round: RoundId, bytes: Bytes, batch: u32) -> Result<Self, Fault> {
        let mut conn = SqliteConnection::establish(place.url().trim_start_matches("sqlite:"))?;
        for setting in SETTINGS {
            conn.batch_execute(setting)?;
        }
        Ok(Self { conn: Conn::Sqlite(conn), round, bytes, batch })
    }

    /// Casts so many ballots, a batch in each transaction.
    pub(super) fn cast(&mut self, many: u32) -> Result<Figures, Fault> {
        // One commit each shows its rate soon enough.
        let many = if self.batch == 1 { many / 10 } else { many };
        let casts = (0..many).map(|_| self.make()).collect::<Result<Vec<_>, _>>()?;
        let begun = Instant::now();
        for batch in casts.chunks(usize::try_from(self.batch)?) {
            self.conn.batch_execute("begin immediate")?;
            for cast in batch {
                write(&mut self.conn, self.round, cast)?;
            }
            self.conn.batch_execute("commit")?;
        }
        Ok(Figures { calls: casts.len(), span: begun.elapsed(), latencies: Vec::new() })
    }

    fn make(&self) -> Result<Cast, Fault> {
        let noise = |many: usize| Ok::<_, Fault>(draw::<32>()?.into_iter().cycle().take(many).collect::<Vec<u8>>());
        Ok(Cast {
            person: PersonRef::new(draw()?),
            ballot: SealedBallot { pseudonym: Pseudonym::new(draw()?), sealed: noise(self.bytes.ballot)? },
            leaf: (PendingLeafId::new(draw()?), noise(self.bytes.leaf)?),
            participation: Participation {
                channel: Channel::LetterCode,
                state: ParticipationState::Online,
                cast_number: CastNumber::new(1),
                cast_key_hash: Some(draw::<32>()?.to_vec()),
                cast_on: allmende::locale::local_day(Clock::System.now(), Berlin),
            },
        })
    }
}

/// The statements of `cast_ballot`'s transaction for a first cast.
fn write(conn: &mut Conn, round: RoundId, cast: &Cast) -> Result<(), Fault> {
    let _: i64 = rounds::table.find(round.value()).select(rounds::id).first(conn)?;
    find_participation(conn, round, &cast.person)?;
    find_casting_rules(conn, round)?;
    insert_participation(conn, round, &cast.person, &cast.participation)?;
    insert_or_replace_ballot(conn, round, &cast.ballot)?;
    insert_pending_leaf(conn, round, &cast.leaf.0, &cast.leaf.1)?;
    Ok(())
}
