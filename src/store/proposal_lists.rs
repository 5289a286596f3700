//! Proposals as lists show them: the public ones by what is looked for, and all of a round for whoever moderates.
//!
//! A page is read in two steps. The first puts numbers into order and skips to the page; without a filter it reads the index
//! on round, state and number alone, about a millisecond for each 10,000 proposals of the round, whatever they say. The
//! second reads the texts of the page, never more than were asked for. The random order is a number that either database
//! computes out of the tracking number, so that nothing is stored and nothing must be made anew when a proposal comes in.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::proposals::{Proposal, Row};
use super::schema::{proposal_words, proposals, reviews, shortlist};
use crate::domain::cost_band::CostSpan;
use crate::domain::ids::{AreaId, ProposalNumber, RoundId, TopicId};
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Stage, Standing};

/// The most words of a search that count.
const MOST_WORDS: usize = 8;

/// For which part of a round a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// For all of it.
    WholeRound,
    /// For one area.
    Area(AreaId),
}

/// What a proposal must be like to be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all stand in it, as `domain::search` makes them; eight count.
    pub words: BTreeSet<String>,
    /// What it is for.
    pub within: Option<Within>,
    /// What it is about.
    pub topic: Option<TopicId>,
    /// What its author thinks that it costs.
    pub cost: Option<CostSpan>,
    /// Where it stands.
    pub standing: Option<Standing>,
}

/// Which proposals of a round the public list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Those that everybody may read.
    Received(Filter),
    /// Those that were taken back. Nothing that they said leads to them.
    Withdrawn,
}

/// A random order: another one for each pair of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shuffle {
    factor: u32,
    summand: u32,
}

impl Shuffle {
    /// A prime, under which a product of two numbers fits into 64 bits.
    const MODULUS: u32 = 2_147_483_647;

    /// The order that two random numbers stand for.
    #[must_use]
    pub const fn new(factor: u32, summand: u32) -> Self {
        Self { factor: factor % (Self::MODULUS - 1) + 1, summand: summand % Self::MODULUS }
    }

    /// The place of a proposal, in SQL that both databases read alike: shifted along a circle and squared, because without
    /// the square neighbours would stay at the same distance in every order.
    fn place(self) -> String {
        let Self { factor, summand } = self;
        let shifted = format!("((proposals.number * {factor} + {summand}) % {})", Self::MODULUS);
        format!("({shifted} * {shifted}) % {}", Self::MODULUS)
    }
}

/// In which order proposals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorting {
    /// In a random one.
    Shuffled(Shuffle),
    /// The latest first.
    Newest,
    /// Those for the whole of the round first, then area by area, in each as they came in.
    ByArea,
    /// Those that most people support first, and those that came in first where as many do.
    Supported,
}

/// How many people support a proposal, in SQL that both databases read alike.
pub(super) const SUPPORTERS: &str = "coalesce((select support_counts.supporters from support_counts where \
                          support_counts.proposal_id = proposals.id), 0)";

fn of_round(round: RoundId, state: ProposalState) -> proposals::BoxedQuery<'static, Backend> {
    let these = proposals::round_id.eq(round.value()).and(proposals::state.eq(state.as_str()));
    proposals::table.filter(these).into_boxed()
}

fn filtered(round: RoundId, sought: &Sought) -> proposals::BoxedQuery<'static, Backend> {
    let filter = match sought {
        Sought::Withdrawn => return of_round(round, ProposalState::Withdrawn),
        Sought::Received(filter) => filter,
    };
    let mut query = of_round(round, ProposalState::Received);
    for word in filter.words.iter().take(MOST_WORDS) {
        let these = proposal_words::round_id.eq(round.value()).and(proposal_words::word.eq(word.clone()));
        let with_word = proposal_words::table.filter(these).select(proposal_words::proposal_id);
        query = query.filter(proposals::id.eq_any(with_word));
    }
    match filter.within {
        None => {}
        Some(Within::WholeRound) => query = query.filter(proposals::area_id.is_null()),
        Some(Within::Area(area)) => query = query.filter(proposals::area_id.eq(area.value())),
    }
    if let Some(topic) = filter.topic {
        query = query.filter(proposals::topic_id.eq(topic.value()));
    }
    if let Some(standing) = filter.standing {
        query = standing_at(query, round, standing);
    }
    match filter.cost {
        None => {}
        Some(CostSpan::Unknown) => query = query.filter(proposals::cost_guess.is_null()),
        Some(CostSpan::Between(from, below)) => {
            query = query.filter(proposals::cost_guess.ge(from.minor()));
            if let Some(below) = below {
                query = query.filter(proposals::cost_guess.lt(below.minor()));
            }
        }
    }
    query
}

/// Keeps the proposals that stand somewhere, as `Standing::of` sees it.
fn standing_at<'a>(
    query: proposals::BoxedQuery<'a, Backend>,
    round: RoundId,
    standing: Standing,
) -> proposals::BoxedQuery<'a, Backend> {
    let at = |stage: Stage| {
        let these = reviews::table.filter(reviews::round_id.eq(round.value()).and(reviews::stage.eq(stage.as_str())));
        these.select(reviews::proposal_id)
    };
    let open = at(Stage::Open);
    match (standing, standing.route()) {
        (standing, Some(route)) => {
            let decided = at(Stage::Decided).filter(reviews::route.eq(route.as_str()));
            let decided = query.filter(proposals::id.eq_any(decided));
            let left_out = shortlist::table.filter(shortlist::excluded_reason.is_not_null());
            let left_out = left_out.select(shortlist::proposal_id);
            match standing {
                Standing::ToVote => decided.filter(proposals::id.ne_all(left_out)),
                Standing::NotOnBallot => decided.filter(proposals::id.eq_any(left_out)),
                Standing::Received
                | Standing::InReview
                | Standing::Asked
                | Standing::Objected
                | Standing::Direct
                | Standing::ToFund
                | Standing::NotPossible
                | Standing::OtherOffice
                | Standing::Merged => decided,
            }
        }
        (Standing::Asked, None) => query.filter(proposals::id.eq_any(at(Stage::Asked))),
        (Standing::Objected, None) => query.filter(proposals::id.eq_any(at(Stage::Objected))),
        (Standing::InReview, None) => {
            query.filter(proposals::id.eq_any(open.filter(reviews::department_id.is_not_null())))
        }
        (_, None) => query.filter(proposals::id.eq_any(open.filter(reviews::department_id.is_null()))),
    }
}

/// How many proposals are sought.
///
/// # Errors
/// When the database fails.
pub fn count_proposals(conn: &mut Conn, round: RoundId, sought: &Sought) -> Result<i64, StoreError> {
    Ok(filtered(round, sought).count().get_result(conn)?)
}

/// A part of the sought proposals: so many are skipped, so many read at most.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_proposals(
    conn: &mut Conn,
    round: RoundId,
    sought: &Sought,
    sorting: Sorting,
    (skip, limit): (i64, i64),
) -> Result<Vec<Proposal>, StoreError> {
    let query = filtered(round, sought).offset(skip).limit(limit);
    let query = match sorting {
        Sorting::Shuffled(shuffle) => query.order(sql::<BigInt>(&shuffle.place())).then_order_by(proposals::number),
        Sorting::Newest => query.order(proposals::number.desc()),
        Sorting::ByArea => query
            .order(proposals::area_id.is_not_null())
            .then_order_by(proposals::area_id)
            .then_order_by(proposals::number),
        Sorting::Supported => query.order(sql::<BigInt>(SUPPORTERS).desc()).then_order_by(proposals::number),
    };
    let numbers = query.select(proposals::number).load(conn)?;
    list_these(conn, &numbers)
}

/// The sought proposals after a number, by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_proposals_after(
    conn: &mut Conn,
    round: RoundId,
    sought: &Sought,
    after: Option<ProposalNumber>,
    limit: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let after = after.map_or(0, |number| i64::from(number.value()));
    let query = filtered(round, sought).filter(proposals::number.gt(after));
    let numbers = query.order(proposals::number).limit(limit).select(proposals::number).load(conn)?;
    list_these(conn, &numbers)
}

/// How many proposals of a round stand where; a state without any is left out.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_by_state(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<ProposalState, i64>, StoreError> {
    let rows = proposals::table
        .filter(proposals::round_id.eq(round.value()))
        .group_by(proposals::state)
        .select((proposals::state, count_star()))
        .load::<(String, i64)>(conn)?;
    rows.into_iter()
        .map(|(state, count)| {
            let state =
                ProposalState::parse(&state).ok_or_else(|| StoreError::corrupt("proposals", "state", &state))?;
            Ok((state, count))
        })
        .collect()
}

/// A part of the proposals of a round that stand at one state, or of all of them, oldest first: for whoever moderates.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_for_moderation(
    conn: &mut Conn,
    round: RoundId,
    state: Option<ProposalState>,
    (skip, limit): (i64, i64),
) -> Result<Vec<Proposal>, StoreError> {
    let query = match state {
        Some(state) => of_round(round, state),
        None => proposals::table.filter(proposals::round_id.eq(round.value())).into_boxed(),
    };
    let numbers = query.order(proposals::number).offset(skip).limit(limit).select(proposals::number).load(conn)?;
    list_these(conn, &numbers)
}

/// The proposals with these numbers, in this order.
fn list_these(conn: &mut Conn, numbers: &[i64]) -> Result<Vec<Proposal>, StoreError> {
    let rows = proposals::table.filter(proposals::number.eq_any(numbers)).select(Row::as_select()).load(conn)?;
    let mut found = rows.into_iter().map(Proposal::try_from).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|one| numbers.iter().position(|number| *number == i64::from(one.number.value())));
    Ok(found)
}
