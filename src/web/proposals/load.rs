//! What the pages about proposals read: no more texts than they show.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Wanted, WantedArea, WantedOrder};
use crate::domain::ids::{ProposalId, ProposalNumber, TopicId};
use crate::domain::proposal::Offer;
use crate::domain::review::{Route, Standing};
use crate::domain::round::Round;
use crate::domain::set_up::Topic;
use crate::domain::slug::Slug;
use crate::store::departments::{Department, list_departments};
use crate::store::objections::find_objection;
use crate::store::proposal_entries::has_versions;
use crate::store::proposal_lists::{
    Filter, Sorting, Sought, Within, count_proposals, list_proposals, list_proposals_after,
};
use crate::store::proposals::{Proposal, find_proposal, list_offers};
use crate::store::reviews::{Review, find_review, list_reviews};
use crate::store::rounds::find_round;
use crate::store::shortlist::{find_exclusion, list_left_out, stands_on_ballot};
use crate::store::supports::list_support_counts;
use crate::store::topics::list_round_topics;
use crate::store::verdicts::{Given, list_verdicts};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{Areas, PublicRound, Reader, find_areas, find_public_round, is_public};
use crate::web::supports::{Asker, ListSupports, SupportRead, find_list_supports, find_support};

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
    pub(super) standings: Standings,
    pub(super) supports: ListSupports,
    /// How many were found.
    pub(super) total: usize,
    /// On how many pages.
    pub(super) pages: usize,
}

/// Where proposals stand that everybody can read.
pub(super) type Standings = BTreeMap<ProposalId, Standing>;

fn find_standings(conn: &mut Conn, of: &[Proposal]) -> Result<Standings, StoreError> {
    let ids: Vec<ProposalId> =
        of.iter().filter(|proposal| proposal.state.is_public()).map(|proposal| proposal.id).collect();
    if ids.is_empty() {
        return Ok(Standings::new());
    }
    let left_out = list_left_out(conn, &ids)?;
    let standing = |review: Review| {
        let standing = review.standing().left_out(left_out.contains(&review.proposal));
        (review.proposal, standing)
    };
    Ok(list_reviews(conn, &ids)?.into_iter().map(standing).collect())
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
    let Wanted { topic, standing, .. } = *wanted;
    Ok(Some(Sought::Received(Filter { words, within, topic, cost, standing })))
}

/// A page of what is wanted, if there is that page.
pub(super) fn find_list(
    conn: &mut Conn,
    slug: &Slug,
    (wanted, order): (&Wanted, WantedOrder),
    (reader, asker): (Reader, &Asker),
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
        WantedOrder::ByArea => Sorting::ByArea,
        WantedOrder::Supported if found.round.shows_supports(reader.now) => Sorting::Supported,
        // While the number is kept back, nobody reads it from the order either.
        WantedOrder::Newest | WantedOrder::Supported => Sorting::Newest,
    };
    let proposals = match &sought {
        Some(sought) => list_proposals(conn, found.round.id, sought, sorting, part)?,
        None => Vec::new(),
    };
    let standings = find_standings(conn, &proposals)?;
    let merged = standings.iter().filter(|(_, standing)| **standing == Standing::Merged).map(|(id, _)| *id).collect();
    let supports = find_list_supports(conn, (&found.round, &proposals), (asker, &merged), reader.now)?;
    Ok(ListRead { found, kinds, proposals, standings, supports, total, pages })
}

/// Everything that is wanted, one by one by number, never more than a slice in memory.
pub(super) fn for_each(
    conn: &mut Conn,
    slug: &Slug,
    wanted: &Wanted,
    reader: Reader,
    mut take: impl FnMut(&Proposal, (Option<Standing>, Option<i64>), (&Round, &Kinds)) -> Result<(), WebError>,
) -> Result<(), WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let kinds = find_kinds(conn, &found.round, reader)?;
    let Some(sought) = sought(wanted, &found.round, &kinds)? else { return Ok(()) };
    let shown = found.round.shows_supports(reader.now);
    let mut after: Option<ProposalNumber> = None;
    loop {
        let slice = list_proposals_after(conn, found.round.id, &sought, after, SLICE)?;
        let standings = find_standings(conn, &slice)?;
        let ids: Vec<ProposalId> = slice.iter().map(|proposal| proposal.id).collect();
        let counts = if shown { Some(list_support_counts(conn, &ids)?) } else { None };
        let of = |proposal: &Proposal| {
            let count = counts.as_ref().map(|counts| counts.get(&proposal.id).copied().unwrap_or(0));
            (standings.get(&proposal.id).copied(), count)
        };
        slice.iter().try_for_each(|proposal| take(proposal, of(proposal), (&found.round, &kinds)))?;
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
    /// How far its review is, where everybody can read it.
    pub(super) reviewed: Option<Reviewed>,
    /// Whether it said something else before, where everybody can read it.
    pub(super) has_versions: bool,
    /// The supports, where the round has any.
    pub(super) support: Option<SupportRead>,
}

/// A review as everybody sees it.
pub(super) struct Reviewed {
    pub(super) review: Review,
    /// The one that holds first.
    pub(super) verdicts: Vec<Given>,
    pub(super) departments: Vec<Department>,
    /// Whether its author objected before.
    pub(super) was_objected: bool,
    /// Why it is left out of the ballot, although it went to the vote.
    pub(super) excluded: Option<String>,
    /// Whether it stands on the ballot.
    pub(super) is_project: bool,
}

fn find_reviewed(conn: &mut Conn, of: &Proposal) -> Result<Reviewed, StoreError> {
    let proposal = of.id;
    let review = find_review(conn, proposal)?;
    let goes_to_vote = review.route == Some(Route::Vote);
    let excluded = if goes_to_vote { find_exclusion(conn, proposal)? } else { None };
    let is_project = goes_to_vote && excluded.is_none() && stands_on_ballot(conn, of.round, of.number)?;
    // Most proposals wait: then there is nothing more to read.
    let verdicts = if review.route.is_some() { list_verdicts(conn, proposal)? } else { Vec::new() };
    let was_objected = review.route.is_some() && find_objection(conn, proposal)?.is_some();
    let is_named = review.department.is_some() || !verdicts.is_empty();
    let departments = if is_named { list_departments(conn)? } else { Vec::new() };
    Ok(Reviewed { review, verdicts, departments, was_objected, excluded, is_project })
}

/// The proposal with a number, in whatever public round it is.
pub(super) fn find_one(
    conn: &mut Conn,
    number: ProposalNumber,
    (reader, asker): (Reader, &Asker),
) -> Result<ProposalRead, WebError> {
    let proposal = find_proposal(conn, number)?.ok_or_else(WebError::not_found)?;
    let round = find_round(conn, proposal.round)?.ok_or_else(WebError::not_found)?;
    let found = find_public_round(conn, &round.slug, reader)?;
    let kinds = find_kinds(conn, &found.round, reader)?;
    let offers = if proposal.state.is_public() { list_offers(conn, proposal.id)? } else { Vec::new() };
    let reviewed = if proposal.state.is_public() { Some(find_reviewed(conn, &proposal)?) } else { None };
    let has_versions = proposal.state.is_public() && has_versions(conn, proposal.id)?;
    let support = find_support(conn, (&found.round, &proposal), asker, reader.now)?;
    Ok(ProposalRead { found, kinds, proposal, offers, reviewed, has_versions, support })
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
