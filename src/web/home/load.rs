//! What the start page reads: the round that it is about in detail, the others in a line.

use std::cmp::Reverse;

use crate::domain::round::Round;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::store::Conn;
use crate::store::rounds::list_rounds;
use crate::store::texts::find_round_text;
use crate::web::error::WebError;
use crate::web::projects::load::{Cards, find_first};
use crate::web::projects::order::Order;
use crate::web::projects::outcome::{Funded, find_funded};
use crate::web::result::kept::KeptAllocations;
use crate::web::round::load::{Listing, PublicRound, Reader, find_listing, is_public};
use crate::web::round::nav::{has_result, shows_proposals, takes_ballots};

/// So many projects stand on the start page.
const SAMPLE: usize = 3;

/// The round that the start page is about.
pub(super) struct Current {
    pub(super) found: PublicRound,
    pub(super) listing: Listing,
    /// Some projects of the day.
    pub(super) sample: Cards,
}

/// Another round.
pub(super) struct Other {
    pub(super) found: PublicRound,
    pub(super) funded: Option<Funded>,
}

/// Everything on the start page.
pub(super) struct Home {
    pub(super) current: Option<Current>,
    pub(super) others: Vec<Other>,
    /// Whether any round has a list of proposals.
    pub(super) has_proposals: bool,
}

/// Which round a visitor came for: first the one that has been open for voting longest, then the one whose voting
/// begins next, then the latest.
fn urgency(round: &Round, reader: Reader) -> (u8, Option<Instant>, Reverse<Option<Instant>>) {
    let span = round.schedule.span(Window::Voting).unwrap_or_default();
    let latest = Reverse(round.facts.round_published_at);
    if takes_ballots(round, reader) {
        (0, span.opens_at, latest)
    } else if span.opens_at.is_some_and(|opens| opens > reader.now) {
        (1, span.opens_at, latest)
    } else {
        (2, None, Reverse(span.closes_at.or(round.facts.result_published_at)))
    }
}

pub(super) fn find_home(
    conn: &mut Conn,
    kept: &KeptAllocations,
    order: Order,
    reader: Reader,
) -> Result<Home, WebError> {
    let mut rounds: Vec<Round> = list_rounds(conn)?.into_iter().filter(|round| is_public(round, reader.now)).collect();
    let has_proposals = rounds.iter().any(|round| shows_proposals(round, reader));
    // A stable sort: of equals the newest stays first.
    rounds.sort_by_key(|round| urgency(round, reader));
    let mut rounds = rounds.into_iter();
    let current = rounds.next().map(|round| find_current(conn, round, order, reader)).transpose()?;
    let others = rounds.map(|round| find_other(conn, kept, round, reader)).collect::<Result<_, _>>()?;
    Ok(Home { current, others, has_proposals })
}

fn with_text(conn: &mut Conn, round: Round, reader: Reader) -> Result<PublicRound, WebError> {
    let text = find_round_text(conn, round.id, reader.language.written())?.text;
    Ok(PublicRound { round, text })
}

fn find_current(conn: &mut Conn, round: Round, order: Order, reader: Reader) -> Result<Current, WebError> {
    let found = with_text(conn, round, reader)?;
    let listing = find_listing(conn, &found.round, reader)?;
    let sample = find_first(conn, &found.round, (order, SAMPLE), reader)?;
    Ok(Current { found, listing, sample })
}

fn find_other(conn: &mut Conn, kept: &KeptAllocations, round: Round, reader: Reader) -> Result<Other, WebError> {
    let funded = has_result(&round, reader).then(|| find_funded(conn, kept, round.id)).transpose()?;
    Ok(Other { found: with_text(conn, round, reader)?, funded })
}
