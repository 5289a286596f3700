//! How far the reviews of proposals are. What they end with stands in `verdicts`, what was asked on the way in
//! `author_questions`, `statements` and `objections`.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::proposals::{Proposal, Row as ProposalRow};
use super::schema::{proposals, reviews, verdicts};
use crate::domain::ids::{DepartmentId, ProposalId, RoundId};
use crate::domain::money::Money;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{FIRST_ANSWER, Route, Stage, Standing};
use crate::domain::time::Instant;

/// A review as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Of which proposal.
    pub proposal: ProposalId,
    /// Which department has it; none has it yet.
    pub department: Option<DepartmentId>,
    /// How far it is.
    pub stage: Stage,
    /// Until when the next step is due; of a decided one, when it was decided.
    pub due_at: Instant,
    /// Grows with every change, from 1.
    pub version: i64,
    /// The form as somebody left it; empty while nobody has.
    pub fields: String,
    /// The way of the verdict that holds.
    pub route: Option<Route>,
    /// When that was given.
    pub decided_at: Option<Instant>,
    /// Days from the arrival to the first verdict.
    pub answer_days: Option<i64>,
}

impl Review {
    /// The version of one on which nobody has done anything.
    pub const NOT_BEGUN: i64 = 1;

    /// Where its proposal stands for everybody who can read it.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing::of(self.stage, self.route, self.department.is_some())
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = reviews)]
struct Row {
    proposal_id: i64,
    department_id: Option<i64>,
    stage: String,
    due_at: NaiveDateTime,
    version: i64,
    fields: String,
    route: Option<String>,
    decided_at: Option<NaiveDateTime>,
    answer_days: Option<i64>,
}

impl TryFrom<Row> for Review {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let route = |route: String| Route::parse(&route).ok_or_else(|| StoreError::corrupt("reviews", "route", &route));
        Ok(Self {
            proposal: ProposalId::new(row.proposal_id),
            department: row.department_id.map(DepartmentId::new),
            stage: Stage::parse(&row.stage).ok_or_else(|| StoreError::corrupt("reviews", "stage", &row.stage))?,
            due_at: Instant::from_utc(row.due_at),
            version: row.version,
            fields: row.fields,
            route: row.route.map(route).transpose()?,
            decided_at: row.decided_at.map(Instant::from_utc),
            answer_days: row.answer_days,
        })
    }
}

/// Begins the review of a proposal that has just come in: a first answer is due.
///
/// # Errors
/// When the database fails.
pub(super) fn insert_review(
    conn: &mut Conn,
    proposal: ProposalId,
    round: RoundId,
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(reviews::table)
        .values((
            reviews::proposal_id.eq(proposal.value()),
            reviews::round_id.eq(round.value()),
            reviews::stage.eq(Stage::Open.as_str()),
            reviews::due_at.eq(now.plus(FIRST_ANSWER).to_utc()),
            reviews::version.eq(1),
            reviews::fields.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

/// The review of a proposal.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none; or when the database fails or holds something unknown.
pub fn find_review(conn: &mut Conn, proposal: ProposalId) -> Result<Review, StoreError> {
    let row = reviews::table.find(proposal.value()).select(Row::as_select()).first(conn).optional()?;
    row.ok_or(StoreError::NotFound)?.try_into()
}

/// The reviews of some proposals.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_reviews(conn: &mut Conn, of: &[ProposalId]) -> Result<Vec<Review>, StoreError> {
    let rows = reviews::table.filter(reviews::proposal_id.eq_any(of.iter().map(|id| id.value())));
    rows.select(Row::as_select()).load(conn)?.into_iter().map(Review::try_from).collect()
}

/// What a review becomes. What is `None` at the top level stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewChange {
    /// Another department.
    pub department: Option<DepartmentId>,
    /// How far it is now, and when the next step is due.
    pub stage: Option<(Stage, Instant)>,
    /// The form as it was left.
    pub fields: Option<String>,
    /// The verdict that was given, when, and so many days after the arrival.
    pub decided: Option<(Route, Instant, i64)>,
    /// What it costs once by that verdict; written together with it.
    pub cost_once: Option<Money>,
}

#[derive(Default, AsChangeset)]
#[diesel(table_name = reviews)]
struct Change {
    department_id: Option<i64>,
    stage: Option<&'static str>,
    due_at: Option<NaiveDateTime>,
    fields: Option<String>,
    route: Option<&'static str>,
    /// Of a verdict without a cost, nothing.
    cost_once: Option<Option<i64>>,
    decided_at: Option<NaiveDateTime>,
    answer_days: Option<i64>,
}

/// Changes a review if its version is still the one that was seen. Answers whether it was. The days to the first verdict
/// are written once.
///
/// # Errors
/// When the database fails.
pub fn update_review(conn: &mut Conn, seen: &Review, change: ReviewChange) -> Result<bool, StoreError> {
    let row = reviews::table.find(seen.proposal.value()).filter(reviews::version.eq(seen.version));
    let decided = change.decided;
    let set = Change {
        department_id: change.department.map(DepartmentId::value),
        stage: change.stage.map(|(stage, _)| stage.as_str()),
        due_at: change.stage.map(|(_, due_at)| due_at.to_utc()),
        fields: change.fields,
        route: decided.map(|(route, ..)| route.as_str()),
        cost_once: decided.map(|_| change.cost_once.map(Money::minor)),
        decided_at: decided.map(|(_, at, _)| at.to_utc()),
        answer_days: decided.map(|(.., days)| days).filter(|_| seen.answer_days.is_none()),
    };
    Ok(diesel::update(row).set((set, reviews::version.eq(reviews::version + 1))).execute(conn)? == 1)
}

/// Opens the reviews again of proposals that were to go on with one that does not go on any more.
///
/// # Errors
/// When the database fails.
pub fn update_joined_opened(conn: &mut Conn, original: ProposalId, due_at: Instant) -> Result<(), StoreError> {
    let joined = verdicts::table.filter(verdicts::original_id.eq(original.value())).select(verdicts::proposal_id);
    let theirs = reviews::table
        .filter(reviews::proposal_id.eq_any(joined))
        .filter(reviews::route.eq(Route::Duplicate.as_str()).and(reviews::stage.eq(Stage::Decided.as_str())));
    diesel::update(theirs)
        .set((
            reviews::stage.eq(Stage::Open.as_str()),
            reviews::due_at.eq(due_at.to_utc()),
            reviews::version.eq(reviews::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// The proposals that go on with another one.
///
/// # Errors
/// When the database fails.
pub fn list_joined(conn: &mut Conn, original: ProposalId) -> Result<Vec<ProposalId>, StoreError> {
    let joined = verdicts::table.filter(verdicts::original_id.eq(original.value())).select(verdicts::proposal_id);
    let theirs = reviews::table
        .filter(reviews::proposal_id.eq_any(joined))
        .filter(reviews::route.eq(Route::Duplicate.as_str()).and(reviews::stage.eq(Stage::Decided.as_str())))
        .select(reviews::proposal_id);
    Ok(theirs.load::<i64>(conn)?.into_iter().map(ProposalId::new).collect())
}

/// Which reviews are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueuePart {
    /// Those that the office has to go on with: open ones, objections, and those whose author did not answer in time.
    Due,
    /// Those whose author is waited for.
    Asked,
    /// Those that are decided.
    Decided,
}

/// Whose reviews are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueueOf {
    /// Everybody's.
    Everybody,
    /// Those that no department has.
    Nobody,
    /// Those of these departments, and those that no department has.
    TheseAndNobody(BTreeSet<DepartmentId>),
    /// Those of one department.
    Department(DepartmentId),
}

type Joined = diesel::dsl::InnerJoin<reviews::table, proposals::table>;
type Queue = diesel::dsl::IntoBoxed<'static, Joined, Backend>;

/// Only of proposals that everybody can read: what is hidden, taken back or not yet read is not reviewed.
fn queue(round: RoundId, (part, of): (QueuePart, &QueueOf), now: Instant) -> Queue {
    let query = reviews::table.inner_join(proposals::table).into_boxed();
    let query =
        query.filter(reviews::round_id.eq(round.value())).filter(proposals::state.eq(ProposalState::Received.as_str()));
    let stage = |stage: Stage| reviews::stage.eq(stage.as_str());
    let now = now.to_utc();
    let query = match part {
        QueuePart::Due => {
            let late = stage(Stage::Asked).and(reviews::due_at.le(now));
            query.filter(stage(Stage::Open).or(stage(Stage::Objected)).or(late))
        }
        QueuePart::Asked => query.filter(stage(Stage::Asked).and(reviews::due_at.gt(now))),
        QueuePart::Decided => query.filter(stage(Stage::Decided)),
    };
    match of {
        QueueOf::Everybody => query,
        QueueOf::Nobody => query.filter(reviews::department_id.is_null()),
        QueueOf::Department(id) => query.filter(reviews::department_id.eq(id.value())),
        QueueOf::TheseAndNobody(ids) => {
            let ids: Vec<i64> = ids.iter().map(|id| id.value()).collect();
            query.filter(reviews::department_id.is_null().or(reviews::department_id.eq_any(ids).assume_not_null()))
        }
    }
}

/// How many reviews a part of the queue has.
///
/// # Errors
/// When the database fails.
pub fn count_queue(
    conn: &mut Conn,
    round: RoundId,
    wanted: (QueuePart, &QueueOf),
    now: Instant,
) -> Result<i64, StoreError> {
    Ok(queue(round, wanted, now).select(count_star()).first(conn)?)
}

/// How many reviews should have gone on before now.
///
/// # Errors
/// When the database fails.
pub fn count_overdue(conn: &mut Conn, round: RoundId, of: &QueueOf, now: Instant) -> Result<i64, StoreError> {
    let late = queue(round, (QueuePart::Due, of), now).filter(reviews::due_at.lt(now.to_utc()));
    Ok(late.select(count_star()).first(conn)?)
}

/// How many reviews are to go on from now until a moment.
///
/// # Errors
/// When the database fails.
pub fn count_due_until(
    conn: &mut Conn,
    round: RoundId,
    of: &QueueOf,
    (now, until): (Instant, Instant),
) -> Result<i64, StoreError> {
    let soon = queue(round, (QueuePart::Due, of), now).filter(reviews::due_at.ge(now.to_utc()));
    Ok(soon.filter(reviews::due_at.lt(until.to_utc())).select(count_star()).first(conn)?)
}

/// The departments that have a review to go on with in a round, each once.
///
/// # Errors
/// When the database fails.
pub fn list_reviewing_departments(
    conn: &mut Conn,
    round: RoundId,
    now: Instant,
) -> Result<BTreeSet<DepartmentId>, StoreError> {
    let due = queue(round, (QueuePart::Due, &QueueOf::Everybody), now);
    let ids = due.filter(reviews::department_id.is_not_null()).select(reviews::department_id).distinct();
    Ok(ids.load::<Option<i64>>(conn)?.into_iter().flatten().map(DepartmentId::new).collect())
}

/// A part of the queue: what is due first comes first, what was decided last comes first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_queue(
    conn: &mut Conn,
    round: RoundId,
    wanted: (QueuePart, &QueueOf),
    now: Instant,
    (skip, limit): (i64, i64),
) -> Result<Vec<(Review, Proposal)>, StoreError> {
    let query = queue(round, wanted, now).offset(skip).limit(limit);
    let query = match wanted.0 {
        QueuePart::Due | QueuePart::Asked => query.order((reviews::due_at.asc(), reviews::proposal_id.asc())),
        QueuePart::Decided => query.order((reviews::due_at.desc(), reviews::proposal_id.desc())),
    };
    let rows = query.select((Row::as_select(), ProposalRow::as_select())).load::<(Row, ProposalRow)>(conn)?;
    rows.into_iter().map(|(review, proposal)| Ok((review.try_into()?, proposal.try_into()?))).collect()
}

/// How fast a department answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerTimes {
    /// The department; none for what no department had.
    pub department: Option<DepartmentId>,
    /// How many proposals have had their first verdict.
    pub answered: i64,
    /// Their days, added up.
    pub days: i64,
    /// The days of the slowest.
    pub longest: i64,
}

impl AnswerTimes {
    /// The days of a proposal on average, rounded to the nearest whole one.
    #[must_use]
    pub fn mean_days(&self) -> i64 {
        self.days.saturating_add(self.answered / 2).checked_div(self.answered).unwrap_or_default()
    }
}

/// How fast each department answered the proposals of a round.
///
/// # Errors
/// When the database fails.
pub fn list_answer_times(conn: &mut Conn, round: RoundId) -> Result<Vec<AnswerTimes>, StoreError> {
    let rows = reviews::table
        .filter(reviews::round_id.eq(round.value()).and(reviews::answer_days.is_not_null()))
        .group_by((reviews::department_id, reviews::answer_days))
        .select((reviews::department_id, reviews::answer_days.assume_not_null(), count_star()))
        .load::<(Option<i64>, i64, i64)>(conn)?;
    let mut found: Vec<AnswerTimes> = Vec::new();
    for (department, days, count) in rows {
        let department = department.map(DepartmentId::new);
        let all = days.saturating_mul(count);
        match found.iter_mut().find(|times| times.department == department) {
            Some(times) => {
                times.answered = times.answered.saturating_add(count);
                times.days = times.days.saturating_add(all);
                times.longest = times.longest.max(days);
            }
            None => found.push(AnswerTimes { department, answered: count, days: all, longest: days }),
        }
    }
    Ok(found)
}
