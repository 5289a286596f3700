//! Which proposals go onto the ballot: all whose verdict says so, apart from those that the office left out.

use chrono::NaiveDateTime;
use diesel::dsl::{count_star, sql};
use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::proposal_lists::SUPPORTERS;
use super::proposals::{Proposal, Row as ProposalRow};
use super::schema::{areas, frozen_shortlists, project_texts, projects, proposals, reviews, shortlist};
use crate::domain::ids::{AreaId, ProposalId, ProposalNumber, RoundId};
use crate::domain::money::Money;
use crate::domain::proposal::ProposalState;
use crate::domain::reason::PublicReason;
use crate::domain::review::{Route, Stage};
use crate::domain::time::Instant;

/// A proposal on its way to the ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The proposal.
    pub proposal: Proposal,
    /// The area on whose list it will stand: its own, or the one that the office chose. None where the office has to choose.
    pub area: Option<AreaId>,
    /// What it costs, as the verdict says.
    pub cost: Option<Money>,
    /// Why it is left out, if the office did so.
    pub excluded: Option<String>,
    /// Why it goes onto the ballot although it has fewer supports than its area needs.
    pub included: Option<String>,
    /// How many people support it.
    pub supports: i64,
    /// How many its area needs, where the round has supports.
    pub needed: Option<i64>,
}

impl Candidate {
    /// How many supports it would need, where it has fewer and nobody put it on all the same.
    #[must_use]
    pub fn falls_short_of(&self) -> Option<i64> {
        self.needed.filter(|needed| self.included.is_none() && self.supports < *needed)
    }
}

/// How many supports the area of a proposal needs, in SQL that both databases read alike: of its own area, the one that the
/// office chose, or the only one. None where nobody supports anything.
const NEEDED: &str = "(select areas.supports_needed from areas inner join rounds on rounds.id = areas.round_id \
                      where rounds.supporters <> 'nobody' and areas.id = coalesce(proposals.area_id, \
                      shortlist.area_id, (select min(sole.id) from areas sole where sole.round_id = \
                      proposals.round_id having count(*) = 1)))";

/// Whether a candidate has fewer supports than it needs, and nobody put it on all the same.
fn falls_short() -> String {
    format!("(shortlist.included_reason is null and coalesce({NEEDED}, 0) > {SUPPORTERS})")
}

/// Which candidates are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CandidatesOf {
    /// Those that go onto the ballot.
    Ballot,
    /// Those that are left out.
    Excluded,
    /// Those whose area the office has to choose.
    WithoutArea,
}

type Joined = diesel::dsl::LeftJoin<diesel::dsl::InnerJoin<proposals::table, reviews::table>, shortlist::table>;

fn candidates(round: RoundId, of: Option<CandidatesOf>) -> diesel::dsl::IntoBoxed<'static, Joined, Backend> {
    let query = proposals::table.inner_join(reviews::table).left_join(shortlist::table).into_boxed();
    let query = query
        .filter(reviews::round_id.eq(round.value()))
        .filter(reviews::stage.eq(Stage::Decided.as_str()).and(reviews::route.eq(Route::Vote.as_str())))
        .filter(proposals::state.eq(ProposalState::Received.as_str()));
    match of {
        None => query,
        Some(CandidatesOf::Excluded) => {
            query.filter(shortlist::excluded_reason.is_not_null().or(sql::<Bool>(&falls_short())))
        }
        Some(CandidatesOf::Ballot) => {
            query.filter(shortlist::excluded_reason.is_null()).filter(sql::<Bool>(&format!("not {}", falls_short())))
        }
        Some(CandidatesOf::WithoutArea) => query
            .filter(shortlist::excluded_reason.is_null())
            .filter(proposals::area_id.is_null().and(shortlist::area_id.is_null())),
    }
}

/// How many candidates a round has.
///
/// # Errors
/// When the database fails.
pub fn count_candidates(conn: &mut Conn, round: RoundId, of: CandidatesOf) -> Result<i64, StoreError> {
    Ok(candidates(round, Some(of)).select(count_star()).first(conn)?)
}

/// A part of the candidates of a round by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_candidates(
    conn: &mut Conn,
    round: RoundId,
    of: CandidatesOf,
    (skip, limit): (i64, i64),
) -> Result<Vec<Candidate>, StoreError> {
    let query = candidates(round, Some(of)).order(proposals::number).offset(skip).limit(limit);
    read(conn, query)
}

/// One of the candidates of a round.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_candidate(conn: &mut Conn, round: RoundId, proposal: ProposalId) -> Result<Option<Candidate>, StoreError> {
    let query = candidates(round, None).filter(proposals::id.eq(proposal.value()));
    Ok(read(conn, query)?.pop())
}

type Selected = (ProposalRow, Option<i64>, (Option<String>, Option<String>), Option<i64>, (i64, Option<i64>));

fn read(
    conn: &mut Conn,
    query: diesel::dsl::IntoBoxed<'static, Joined, Backend>,
) -> Result<Vec<Candidate>, StoreError> {
    let columns = (
        ProposalRow::as_select(),
        shortlist::area_id.nullable(),
        (shortlist::excluded_reason.nullable(), shortlist::included_reason.nullable()),
        reviews::cost_once,
        (sql::<BigInt>(SUPPORTERS), sql::<Nullable<BigInt>>(NEEDED)),
    );
    query
        .select(columns)
        .load::<Selected>(conn)?
        .into_iter()
        .map(|(row, area, (excluded, included), cost, (supports, needed))| {
            let proposal = Proposal::try_from(row)?;
            let area = proposal.area.or(area.map(AreaId::new));
            Ok(Candidate { area, cost: cost.map(Money::from_minor), excluded, included, supports, needed, proposal })
        })
        .collect()
}

/// What a round's ballot would hold in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaSum {
    /// The area; none of those for which the office has to choose one.
    pub area: Option<AreaId>,
    /// How many projects.
    pub projects: i64,
    /// What they cost together.
    pub cost: Money,
}

/// What each area of a round would have on the ballot: proposals for that area, and those for the whole of the round that
/// the office put there.
///
/// # Errors
/// When the database fails.
pub fn list_area_sums(conn: &mut Conn, round: RoundId) -> Result<Vec<AreaSum>, StoreError> {
    let cost = || sql::<BigInt>("cast(coalesce(sum(reviews.cost_once), 0) as bigint)");
    let to_the_vote = || {
        let decided = reviews::stage.eq(Stage::Decided.as_str()).and(reviews::route.eq(Route::Vote.as_str()));
        let readable = proposals::state.eq(ProposalState::Received.as_str());
        reviews::round_id.eq(round.value()).and(decided).and(readable)
    };
    let of_area = proposals::table
        .inner_join(reviews::table)
        .left_join(shortlist::table)
        .filter(to_the_vote().and(shortlist::excluded_reason.is_null()).and(proposals::area_id.is_not_null()))
        .filter(sql::<Bool>(&format!("not {}", falls_short())))
        .group_by(proposals::area_id)
        .select((proposals::area_id, count_star(), cost()))
        .load::<(Option<i64>, i64, i64)>(conn)?;
    let put_there = proposals::table
        .inner_join(reviews::table)
        .inner_join(shortlist::table)
        .filter(to_the_vote().and(shortlist::excluded_reason.is_null()).and(proposals::area_id.is_null()))
        .filter(sql::<Bool>(&format!("not {}", falls_short())))
        .filter(shortlist::area_id.is_not_null())
        .group_by(shortlist::area_id)
        .select((shortlist::area_id, count_star(), cost()))
        .load::<(Option<i64>, i64, i64)>(conn)?;
    let nowhere =
        candidates(round, Some(CandidatesOf::WithoutArea)).select((count_star(), cost())).first::<(i64, i64)>(conn)?;
    let nowhere = Some((None, nowhere.0, nowhere.1)).filter(|(_, projects, _)| *projects > 0);
    let mut sums: Vec<AreaSum> = Vec::new();
    for (area, projects, cost) in of_area.into_iter().chain(put_there).chain(nowhere) {
        let (area, cost) = (area.map(AreaId::new), Money::from_minor(cost));
        match sums.iter_mut().find(|sum| sum.area == area) {
            Some(sum) => {
                sum.projects = sum.projects.saturating_add(projects);
                sum.cost = sum.cost.checked_add(cost).unwrap_or(sum.cost);
            }
            None => sums.push(AreaSum { area, projects, cost }),
        }
    }
    Ok(sums)
}

#[derive(Default, AsChangeset)]
#[diesel(table_name = shortlist)]
struct Change<'a> {
    area_id: Option<i64>,
    /// Taken in again, it has none.
    excluded_reason: Option<Option<&'a str>>,
    /// Left out, it has none.
    included_reason: Option<Option<&'a str>>,
}

/// Leaves a proposal out, or takes it in again; its area stays as it was chosen.
///
/// # Errors
/// When the database fails.
pub fn update_excluded(
    conn: &mut Conn,
    proposal: ProposalId,
    reason: Option<&PublicReason>,
    now: Instant,
) -> Result<(), StoreError> {
    let excluded_reason = Some(reason.map(PublicReason::as_str));
    insert_or_update(conn, proposal, &Change { excluded_reason, included_reason: Some(None), area_id: None }, now)
}

/// Puts a proposal onto the ballot although it has fewer supports than its area needs.
///
/// # Errors
/// When the database fails.
pub fn update_included(
    conn: &mut Conn,
    proposal: ProposalId,
    reason: &PublicReason,
    now: Instant,
) -> Result<(), StoreError> {
    let included_reason = Some(Some(reason.as_str()));
    insert_or_update(conn, proposal, &Change { excluded_reason: Some(None), included_reason, area_id: None }, now)
}

/// How many supports a proposal needs to reach the ballot, where its area says so.
///
/// # Errors
/// When the database fails.
pub fn find_supports_needed(conn: &mut Conn, proposal: ProposalId) -> Result<Option<i64>, StoreError> {
    let this = proposals::table.left_join(shortlist::table).filter(proposals::id.eq(proposal.value()));
    Ok(this.select(sql::<Nullable<BigInt>>(NEEDED)).first(conn)?)
}

/// Puts a proposal for the whole of the round onto the list of an area.
///
/// # Errors
/// When the database fails.
pub fn update_area(conn: &mut Conn, proposal: ProposalId, area: AreaId, now: Instant) -> Result<(), StoreError> {
    insert_or_update(conn, proposal, &Change { area_id: Some(area.value()), ..Change::default() }, now)
}

fn insert_or_update(
    conn: &mut Conn,
    proposal: ProposalId,
    change: &Change<'_>,
    now: Instant,
) -> Result<(), StoreError> {
    let changed_at = shortlist::changed_at.eq(now.to_utc());
    if diesel::update(shortlist::table.find(proposal.value())).set((change, changed_at)).execute(conn)? == 0 {
        let area = change.area_id.map(|area| shortlist::area_id.eq(area));
        let reason = change.excluded_reason.flatten().map(|reason| shortlist::excluded_reason.eq(reason));
        let included = change.included_reason.flatten().map(|reason| shortlist::included_reason.eq(reason));
        diesel::insert_into(shortlist::table)
            .values((shortlist::proposal_id.eq(proposal.value()), area, reason, included, changed_at))
            .execute(conn)?;
    }
    Ok(())
}

/// Why a proposal is left out of the ballot, if it is.
///
/// # Errors
/// When the database fails.
pub fn find_exclusion(conn: &mut Conn, proposal: ProposalId) -> Result<Option<String>, StoreError> {
    let row = shortlist::table.find(proposal.value()).select(shortlist::excluded_reason);
    Ok(row.first::<Option<String>>(conn).optional()?.flatten())
}

/// Those of some proposals that are left out of the ballot.
///
/// # Errors
/// When the database fails.
pub fn list_left_out(conn: &mut Conn, of: &[ProposalId]) -> Result<BTreeSet<ProposalId>, StoreError> {
    let these = shortlist::table.filter(shortlist::proposal_id.eq_any(of.iter().map(|id| id.value())));
    let rows = these.filter(shortlist::excluded_reason.is_not_null()).select(shortlist::proposal_id);
    Ok(rows.load::<i64>(conn)?.into_iter().map(ProposalId::new).collect())
}

/// Whether a proposal has become a project on the ballot of its round.
///
/// # Errors
/// When the database fails.
pub fn stands_on_ballot(conn: &mut Conn, round: RoundId, number: ProposalNumber) -> Result<bool, StoreError> {
    let this = projects::table
        .inner_join(frozen_shortlists::table.on(frozen_shortlists::round_id.eq(projects::round_id)))
        .filter(projects::round_id.eq(round.value()).and(projects::number.eq(i64::from(number.value()))));
    Ok(this.select(projects::id).first::<i64>(conn).optional()?.is_some())
}

/// Takes a project off the ballot. Nobody may have voted yet.
///
/// # Errors
/// When the database fails.
pub fn delete_project(conn: &mut Conn, round: RoundId, number: ProposalNumber) -> Result<(), StoreError> {
    let id = find_project_id(conn, round, number)?;
    diesel::delete(project_texts::table.filter(project_texts::project_id.eq(id))).execute(conn)?;
    diesel::delete(projects::table.find(id)).execute(conn)?;
    Ok(())
}

/// Forgets what a project says; in place of its title stands its number.
///
/// # Errors
/// When the database fails.
pub fn update_project_emptied(conn: &mut Conn, round: RoundId, number: ProposalNumber) -> Result<(), StoreError> {
    let id = find_project_id(conn, round, number)?;
    diesel::update(project_texts::table.filter(project_texts::project_id.eq(id)))
        .set((
            project_texts::title.eq(number.padded()),
            project_texts::summary.eq(""),
            project_texts::description.eq(""),
            project_texts::place.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

fn find_project_id(conn: &mut Conn, round: RoundId, number: ProposalNumber) -> Result<i64, StoreError> {
    let this = projects::round_id.eq(round.value()).and(projects::number.eq(i64::from(number.value())));
    Ok(projects::table.filter(this).select(projects::id).first(conn)?)
}

/// Since when the shortlist of a round is frozen.
///
/// # Errors
/// When the database fails.
pub fn find_frozen(conn: &mut Conn, round: RoundId) -> Result<Option<Instant>, StoreError> {
    let row = frozen_shortlists::table.find(round.value()).select(frozen_shortlists::frozen_at);
    Ok(row.first::<NaiveDateTime>(conn).optional()?.map(Instant::from_utc))
}

/// Notes that the shortlist of a round is frozen.
///
/// # Errors
/// When the database fails.
pub fn insert_frozen(conn: &mut Conn, round: RoundId, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(frozen_shortlists::table)
        .values((frozen_shortlists::round_id.eq(round.value()), frozen_shortlists::frozen_at.eq(now.to_utc())))
        .execute(conn)?;
    Ok(())
}

/// Opens the shortlist of a round again: the projects that it made go from the ballot. Nobody may have voted yet.
///
/// # Errors
/// When the database fails.
pub fn delete_frozen(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    let of_round = projects::table.filter(projects::round_id.eq(round.value()));
    let ids = of_round.select(projects::id).load::<i64>(conn)?;
    for slice in ids.chunks(500) {
        let these = project_texts::table.filter(project_texts::project_id.eq_any(slice));
        diesel::delete(these).execute(conn)?;
    }
    diesel::delete(of_round).execute(conn)?;
    diesel::delete(frozen_shortlists::table.find(round.value())).execute(conn)?;
    Ok(())
}

/// The first area of a round by number, if it is the only one.
///
/// # Errors
/// When the database fails.
pub fn find_only_area(conn: &mut Conn, round: RoundId) -> Result<Option<AreaId>, StoreError> {
    let of_round = areas::table.filter(areas::round_id.eq(round.value()));
    let ids = of_round.order(areas::number).limit(2).select(areas::id).load::<i64>(conn)?;
    Ok(match ids.as_slice() {
        [only] => Some(AreaId::new(*only)),
        _ => None,
    })
}
