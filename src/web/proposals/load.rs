//! What the pages about proposals read: no more texts than they show.

use std::collections::BTreeSet;

use super::asked::{Wanted, WantedArea, WantedOrder};
use crate::domain::ids::{ProposalNumber, TopicId};
use crate::domain::proposal::Offer;
use crate::domain::round::Round;
use crate::domain::set_up::Topic;
use crate::domain::slug::Slug;
use crate::store::proposal_lists::{
    Filter, Sorting, Sought, Within, count_proposals, list_proposals, list_proposals_after,
};
use crate::store::proposals::{Proposal, find_proposal, list_offers};
use crate::store::rounds::find_round;
use crate::store::topics::list_round_topics;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{Areas, PublicRound, Reader, find_areas, find_public_round, is_public};

/// Proposals on one page of the list.
const PAGE: usize = 20;
/// Proposals that are read at once for a table.
const SLICE: i64 = 500;

/// By what the proposals of a round are sorted, with names.
#[derive(Debug, Clone)]
pub(in crate::web) struct Kinds {
    pub(in crate::web) areas: Areas,
    pub(in crate::web) topics: Vec<(TopicId, String)>,
}

impl Kinds {
    /// A topic's name.
    pub(in crate::web) fn topic(&self, topic: TopicId) -> Option<&str> {
        self.topics.iter().find(|(id, _)| *id == topic).map(|(_, name)| name.as_str())
    }
}

/// The areas and topics of a round.
pub(in crate::web) fn find_kinds(conn: &mut Conn, round: &Round, reader: Reader) -> Result<Kinds, StoreError> {
    let language = reader.language.written();
    let name = |mut topic: Topic| {
        let name = topic.names.remove(language).or_else(|| topic.names.into_values().next());
        (topic.id, name.unwrap_or_default())
    };
    let topics = list_round_topics(conn, round.id)?.into_iter().map(name).collect();
    Ok(Kinds { areas: find_areas(conn, round, reader)?, topics })
}

/// A page of the list.
pub(super) struct ListRead {
    pub(super) found: PublicRound,
    pub(super) kinds: Kinds,
    pub(super) proposals: Vec<Proposal>,
    /// How many were found.
    pub(super) total: usize,
    /// On how many pages.
    pub(super) pages: usize,
}

/// What is wanted in the database's terms; none when a search has no word by which anything could be found.
fn sought(wanted: &Wanted, round: &Round, kinds: &Kinds) -> Result<Option<Sought>, WebError> {
    let within = match wanted.area {
        None => None,
        Some(WantedArea::Whole) => Some(Within::WholeRound),
        Some(WantedArea::Number(number)) => {
            Some(Within::Area(kinds.areas.find(number).ok_or_else(WebError::not_found)?.id))
        }
    };
    if wanted.topic.is_some_and(|topic| kinds.topic(topic).is_none()) {
        return Err(WebError::not_found());
    }
    if wanted.withdrawn {
        return Ok(Some(Sought::Withdrawn));
    }
    let words = match &wanted.words {
        Some(words) if words.is_empty() => return Ok(None),
        Some(words) => words.clone(),
        None => BTreeSet::new(),
    };
    let cost = wanted.cost.map(|band| band.span(&round.currency));
    Ok(Some(Sought::Received(Filter { words, within, topic: wanted.topic, cost })))
}

/// A page of what is wanted, if there is that page.
pub(super) fn find_list(
    conn: &mut Conn,
    slug: &Slug,
    (wanted, order): (&Wanted, WantedOrder),
    reader: Reader,
) -> Result<ListRead, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let kinds = find_kinds(conn, &found.round, reader)?;
    let sought = sought(wanted, &found.round, &kinds)?;
    let total = match &sought {
        Some(sought) => usize::try_from(count_proposals(conn, found.round.id, sought)?).unwrap_or(0),
        None => 0,
    };
    let pages = total.div_ceil(PAGE).max(1);
    if wanted.page > pages {
        return Err(WebError::not_found());
    }
    let skipped = wanted.page.saturating_sub(1).saturating_mul(PAGE);
    let part = (i64::try_from(skipped).unwrap_or(i64::MAX), i64::try_from(PAGE).unwrap_or(i64::MAX));
    let sorting = match order {
        WantedOrder::Random(order) => Sorting::Shuffled(order.shuffle(&found.round)),
        WantedOrder::Newest => Sorting::Newest,
        WantedOrder::ByArea => Sorting::ByArea,
    };
    let proposals = match &sought {
        Some(sought) => list_proposals(conn, found.round.id, sought, sorting, part)?,
        None => Vec::new(),
    };
    Ok(ListRead { found, kinds, proposals, total, pages })
}

/// Everything that is wanted, one by one by number, never more than a slice in memory.
pub(super) fn for_each(
    conn: &mut Conn,
    slug: &Slug,
    wanted: &Wanted,
    reader: Reader,
    mut take: impl FnMut(&Proposal, &Round, &Kinds) -> Result<(), WebError>,
) -> Result<(), WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let kinds = find_kinds(conn, &found.round, reader)?;
    let Some(sought) = sought(wanted, &found.round, &kinds)? else { return Ok(()) };
    let mut after: Option<ProposalNumber> = None;
    loop {
        let slice = list_proposals_after(conn, found.round.id, &sought, after, SLICE)?;
        slice.iter().try_for_each(|proposal| take(proposal, &found.round, &kinds))?;
        match slice.last() {
            Some(last) => after = Some(last.number),
            None => return Ok(()),
        }
    }
}

/// A proposal with its round.
pub(super) struct ProposalRead {
    pub(super) found: PublicRound,
    pub(super) kinds: Kinds,
    pub(super) proposal: Proposal,
    pub(super) offers: Vec<Offer>,
}

/// The proposal with a number, in whatever public round it is.
pub(super) fn find_one(conn: &mut Conn, number: ProposalNumber, reader: Reader) -> Result<ProposalRead, WebError> {
    let proposal = find_proposal(conn, number)?.ok_or_else(WebError::not_found)?;
    let round = find_round(conn, proposal.round)?.ok_or_else(WebError::not_found)?;
    let found = find_public_round(conn, &round.slug, reader)?;
    let kinds = find_kinds(conn, &found.round, reader)?;
    let offers = if proposal.state.is_public() { list_offers(conn, proposal.id)? } else { Vec::new() };
    Ok(ProposalRead { found, kinds, proposal, offers })
}

/// The round of the proposal with a number, if everybody may see it.
pub(super) fn find_slug_of(
    conn: &mut Conn,
    number: ProposalNumber,
    reader: Reader,
) -> Result<Option<Slug>, StoreError> {
    let Some(proposal) = find_proposal(conn, number)? else { return Ok(None) };
    Ok(find_round(conn, proposal.round)?.filter(|round| is_public(round, reader.now)).map(|round| round.slug))
}
