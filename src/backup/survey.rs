//! What a database holds, and what somebody who restores it has to decide.

use crate::domain::ids::RoundPublicId;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::secrecy::{KeyDirectory, KeyError};
use crate::store::copy::{Contents, read_contents};
use crate::store::rounds::{list_keyed_rounds, list_rounds};
use crate::store::{Conn, StoreError};

/// What a backup holds, and which of its rounds need a decision.
#[derive(Debug)]
pub struct Survey {
    /// When the backup was begun.
    pub begun_at: Instant,
    /// How much of what.
    pub contents: Contents,
    /// The rounds that are public and not certified.
    pub open: Vec<OpenRound>,
    /// Whether the installation's key was looked at; `None` where the service had never been started.
    pub key: KeyStanding,
}

/// Whether the installation's key belongs to the database.
#[derive(Debug)]
pub enum KeyStanding {
    /// It does.
    Fits,
    /// The database knows no key yet.
    NotMadeYet,
    /// It does not; its text tells the next step.
    Unfit(KeyError),
}

/// A round that is public and not certified.
#[derive(Debug)]
pub struct OpenRound {
    /// Its name in addresses.
    pub slug: Slug,
    /// Where its voting stands.
    pub voting: Voting,
    /// Why its key cannot be used, if so. Then nobody can vote in it, and its box cannot be opened.
    pub key: Option<KeyError>,
}

/// Where the voting of a round stands, between the backup and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voting {
    /// It has not begun yet: nothing is lost.
    NotBegun,
    /// It was over before the backup: nothing is lost.
    WasOver,
    /// It is open; ballots cast since the backup are lost. Its end, if it has one.
    Open(Option<Instant>),
    /// It ended after the backup was taken; ballots cast in between are lost.
    EndedSince(Instant),
}

impl Voting {
    /// Whether ballots may have been cast that the backup does not hold.
    #[must_use]
    pub const fn loses_ballots(self) -> bool {
        matches!(self, Self::Open(_) | Self::EndedSince(_))
    }
}

/// What was read of a database, before keys are held against it.
pub(super) struct Seen {
    contents: Contents,
    rounds: Vec<(Slug, RoundPublicId, String, Voting)>,
}

/// Reads what a database holds.
pub(super) fn see(conn: &mut Conn, begun_at: Instant, now: Instant) -> Result<Seen, StoreError> {
    let contents = read_contents(conn)?;
    let all = list_rounds(conn)?;
    let mut rounds = Vec::new();
    for keyed in list_keyed_rounds(conn)? {
        let round = all.iter().find(|round| round.public_id == keyed.public_id).ok_or(StoreError::NotFound)?;
        let span = round.schedule.span(Window::Voting);
        let voting = match span {
            _ if !round.schedule.begun(Window::Voting, now) => Voting::NotBegun,
            _ if round.facts.voting_closed_at.is_some() => Voting::WasOver,
            _ if round.schedule.over(Window::Voting, begun_at) => Voting::WasOver,
            Some(span) if round.schedule.over(Window::Voting, now) => {
                span.closes_at.map_or(Voting::Open(None), Voting::EndedSince)
            }
            Some(span) => Voting::Open(span.closes_at),
            None => Voting::NotBegun,
        };
        rounds.push((keyed.slug, keyed.public_id, keyed.key_fingerprint, voting));
    }
    Ok(Seen { contents, rounds })
}

impl Seen {
    /// Holds the keys against what was seen.
    pub(super) fn with_keys(self, begun_at: Instant, keys: Option<Result<KeyDirectory, KeyError>>) -> Survey {
        let open = |directory: Option<&KeyDirectory>| {
            let check = |(slug, public_id, stored, voting): (Slug, RoundPublicId, String, Voting)| {
                let key = directory.and_then(|keys| keys.check_round_key(&public_id, &stored).err());
                OpenRound { slug, voting, key }
            };
            self.rounds.into_iter().map(check).collect()
        };
        let (open, key) = match keys {
            None => (open(None), KeyStanding::NotMadeYet),
            Some(Ok(directory)) => (open(Some(&directory)), KeyStanding::Fits),
            Some(Err(error)) => (open(None), KeyStanding::Unfit(error)),
        };
        Survey { begun_at, contents: self.contents, open, key }
    }
}
