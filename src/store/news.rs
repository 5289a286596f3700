//! What happened and is told to followers: written in the transaction of what happened, spread to each follower batch by
//! batch, told in one mail.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::followers::Follower;
use super::reviews::list_joined;
use super::schema::{followers, follows, news, projects, proposals, rounds, untold_news, windows};
use crate::domain::follow::Followed;
use crate::domain::ids::{FollowerId, NewsId, ProposalId, ProposalNumber, RoundId};
use crate::domain::news::{NewsKind, Topic};
use crate::domain::proposal::ProposalState;
use crate::domain::round::Origin;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;

/// Something that happened.
#[derive(Debug, Clone)]
pub struct NewNews {
    /// What it is about.
    pub about: Followed,
    /// What happened.
    pub kind: NewsKind,
    /// What else there is to say of it; see [`NewsKind`].
    pub detail: String,
    /// From when on it is of no use.
    pub good_until: Option<Instant>,
}

/// Something that is not told to all of its followers yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadingNews {
    /// The row.
    pub id: NewsId,
    /// What it is about.
    pub about: Followed,
    /// What happened.
    pub kind: NewsKind,
    /// When.
    pub happened_at: Instant,
    through: i64,
}

/// Something that a follower is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UntoldNews {
    /// What happened.
    pub kind: NewsKind,
    /// What else there is to say of it.
    pub detail: String,
    /// The round.
    pub round: (RoundId, Slug),
    /// The proposal; none where it is about the whole round.
    pub proposal: Option<ProposalNumber>,
}

/// Writes down what happened. Of the last days of voting it is written once for each round, whatever becomes of their end.
///
/// # Errors
/// When the database fails.
pub fn insert_news(conn: &mut Conn, new: &NewNews, now: Instant) -> Result<(), StoreError> {
    let row = (
        news::kind.eq(new.kind.as_str()),
        (news::round_id.eq(new.about.round.value()), news::proposal_id.eq(new.about.proposal.map(ProposalId::value))),
        news::detail.eq(&new.detail),
        (news::happened_at.eq(now.to_utc()), news::good_until.eq(new.good_until.map(Instant::to_utc))),
        news::spread_through.eq(0),
    );
    each_backend!(conn, |own| diesel::insert_into(news::table).values(row).on_conflict_do_nothing().execute(own))?;
    Ok(())
}

/// Rounds in which voting has been open for a while, ends within `left`, and whose last days were not told of.
///
/// # Errors
/// When the database fails.
pub fn list_last_days(conn: &mut Conn, now: Instant, left: TimeDelta) -> Result<Vec<(RoundId, Instant)>, StoreError> {
    let told = news::table.filter(news::kind.eq(NewsKind::LastDays.as_str())).select(news::round_id);
    let (soon, opened) = (now.plus(left).to_utc(), now.plus(-left).to_utc());
    let rows = windows::table
        .inner_join(rounds::table)
        .filter(windows::kind.eq(Window::Voting.as_str()).and(rounds::origin.eq(Origin::Live.as_str())))
        .filter(rounds::round_published_at.is_not_null().and(rounds::voting_closed_at.is_null()))
        .filter(windows::closes_at.assume_not_null().gt(now.to_utc()))
        .filter(windows::closes_at.assume_not_null().le(soon))
        .filter(windows::opens_at.assume_not_null().le(opened))
        .filter(windows::closes_at.is_not_null().and(windows::opens_at.is_not_null()))
        .filter(windows::round_id.ne_all(told))
        .select((windows::round_id, windows::closes_at.assume_not_null()))
        .load::<(i64, NaiveDateTime)>(conn)?;
    Ok(rows.into_iter().map(|(round, closes)| (RoundId::new(round), Instant::from_utc(closes))).collect())
}

type Spreading = (i64, String, (i64, Option<i64>), NaiveDateTime, i64);

/// The oldest news that is not spread yet. Whoever else spreads it waits until the transaction ends.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn lock_spreading_news(conn: &mut Conn) -> Result<Option<SpreadingNews>, StoreError> {
    let row = news::table.filter(news::spread_at.is_null()).order(news::id).select((
        news::id,
        news::kind,
        (news::round_id, news::proposal_id),
        news::happened_at,
        news::spread_through,
    ));
    let found = match conn {
        Conn::Sqlite(file) => row.first::<Spreading>(file).optional()?,
        Conn::Postgres(server) => row.for_update().skip_locked().first::<Spreading>(server).optional()?,
    };
    let Some((id, kind, (round, proposal), happened_at, through)) = found else { return Ok(None) };
    Ok(Some(SpreadingNews {
        id: NewsId::new(id),
        about: Followed { round: RoundId::new(round), proposal: proposal.map(ProposalId::new) },
        kind: NewsKind::parse(&kind).ok_or_else(|| StoreError::corrupt("news", "kind", &kind))?,
        happened_at: Instant::from_utc(happened_at),
        through,
    }))
}

/// Whether any news is not spread yet.
///
/// # Errors
/// When the database fails.
pub fn is_news_spreading(conn: &mut Conn) -> Result<bool, StoreError> {
    let row = news::table.filter(news::spread_at.is_null()).select(news::id);
    Ok(row.first::<i64>(conn).optional()?.is_some())
}

/// Spreads news to the next `most` of its followers, and notes how far that has come. They are written to from `due_at` on,
/// and not sooner than `pause` after the last mail.
///
/// # Errors
/// When the database fails.
pub fn spread(
    conn: &mut Conn,
    told: &SpreadingNews,
    (most, pause): (i64, TimeDelta),
    (due_at, now): (Instant, Instant),
) -> Result<(), StoreError> {
    let after = follows::id.gt(told.through).and(follows::since.le(told.happened_at.to_utc()));
    let next = follows::table.filter(after).order(follows::id).limit(most);
    let next = next.select((follows::id, follows::follower_id));
    let batch: Vec<(i64, i64)> = match told.about.proposal {
        Some(proposal) => {
            let proposals = list_with_joined(conn, proposal, told.kind)?;
            next.filter(follows::proposal_id.eq_any(proposals)).load(conn)?
        }
        // Of the whole round those are told who follow it, and those whose proposal is voted on.
        None => {
            let on_ballot = proposals::table
                .inner_join(
                    projects::table
                        .on(projects::round_id.eq(proposals::round_id).and(projects::number.eq(proposals::number))),
                )
                .filter(proposals::round_id.eq(told.about.round.value()))
                .select(proposals::id.nullable());
            next.filter(follows::round_id.eq(told.about.round.value()))
                .filter(follows::proposal_id.is_null().or(follows::proposal_id.eq_any(on_ballot)))
                .load(conn)?
        }
    };
    let own = news::table.find(told.id.value());
    let Some((through, _)) = batch.last() else {
        diesel::update(own).set(news::spread_at.eq(now.to_utc())).execute(conn)?;
        return Ok(());
    };
    diesel::update(own).set(news::spread_through.eq(through)).execute(conn)?;
    for (follow, _) in &batch {
        let row = (untold_news::follow_id.eq(follow), untold_news::news_id.eq(told.id.value()));
        each_backend!(conn, |own| diesel::insert_into(untold_news::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(own))?;
    }
    let people: BTreeSet<i64> = batch.into_iter().map(|(_, follower)| follower).collect();
    update_due(conn, &people, pause, due_at)
}

/// A proposal and those that go on with it: who follows one of those hears what becomes of it from then on. That they were
/// joined is told of each of the two by itself.
fn list_with_joined(conn: &mut Conn, proposal: ProposalId, kind: NewsKind) -> Result<Vec<Option<i64>>, StoreError> {
    let mut all = match kind.topic() {
        Topic::Joining => Vec::new(),
        Topic::Verdict
        | Topic::Ballot
        | Topic::Withdrawal
        | Topic::Council
        | Topic::Voting
        | Topic::Result
        | Topic::CouncilDone => list_joined(conn, proposal)?,
    };
    all.push(proposal);
    Ok(all.into_iter().map(|proposal| Some(proposal.value())).collect())
}

/// Lets followers be written to from a time on, or as long after their last mail as they are left alone.
fn update_due(conn: &mut Conn, people: &BTreeSet<i64>, pause: TimeDelta, due_at: Instant) -> Result<(), StoreError> {
    let (due, free) = (due_at.to_utc(), due_at.plus(-pause).to_utc());
    let later = followers::due_at.is_null().or(followers::due_at.gt(due));
    let rested = followers::mailed_at.is_null().or(followers::mailed_at.le(free));
    diesel::update(followers::table.filter(followers::id.eq_any(people)).filter(later).filter(rested))
        .set(followers::due_at.eq(due))
        .execute(conn)?;
    let resting = followers::table
        .filter(followers::id.eq_any(people).and(followers::due_at.is_null()))
        .select((followers::id, followers::mailed_at.assume_not_null()));
    for (id, mailed_at) in resting.load::<(i64, NaiveDateTime)>(conn)? {
        let due = Instant::from_utc(mailed_at).plus(pause).to_utc();
        diesel::update(followers::table.find(id)).set(followers::due_at.eq(due)).execute(conn)?;
    }
    Ok(())
}

/// Those who are to be written to now, at most `most`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_due_followers(conn: &mut Conn, now: Instant, most: i64) -> Result<Vec<Follower>, StoreError> {
    let due = followers::table.filter(followers::due_at.le(now.to_utc())).order((followers::due_at, followers::id));
    super::followers::read_all(due.limit(most).select(super::followers::COLUMNS).load(conn)?)
}

/// Whether a follower is still to be written to. Whoever else would do so waits until the transaction ends.
///
/// # Errors
/// When the database fails.
pub fn lock_due_follower(conn: &mut Conn, follower: FollowerId, now: Instant) -> Result<bool, StoreError> {
    let own = followers::table.find(follower.value()).filter(followers::due_at.le(now.to_utc())).select(followers::id);
    let found = match conn {
        Conn::Sqlite(file) => own.first::<i64>(file).optional()?,
        Conn::Postgres(server) => own.for_update().first::<i64>(server).optional()?,
    };
    Ok(found.is_some())
}

/// What a follower has not been told, the newest first: only what is still of use, what everybody may still read, and what
/// the author of a proposal was not written to about.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_untold_news(conn: &mut Conn, follower: &Follower, now: Instant) -> Result<Vec<UntoldNews>, StoreError> {
    type Row = ((String, String), (i64, String), (Option<i64>, Option<String>));
    let hidden = [ProposalState::Hidden, ProposalState::Unchecked].map(ProposalState::as_str);
    let rows = untold_news::table
        .inner_join(follows::table)
        .inner_join(news::table)
        .inner_join(rounds::table.on(rounds::id.eq(news::round_id)))
        .left_join(proposals::table.on(proposals::id.nullable().eq(news::proposal_id)))
        .filter(follows::follower_id.eq(follower.id.value()))
        .filter(news::good_until.is_null().or(news::good_until.gt(now.to_utc())))
        .filter(proposals::state.nullable().is_null().or(proposals::state.ne_all(hidden)))
        .order((news::happened_at.desc(), news::id.desc()))
        .select((
            (news::kind, news::detail),
            (rounds::id, rounds::slug),
            (proposals::number.nullable(), proposals::email.nullable()),
        ))
        .load::<Row>(conn)?;
    let spellings = follower.email.spellings();
    let mut untold = Vec::new();
    for ((kind, detail), (round, slug), (number, author)) in rows {
        let kind = NewsKind::parse(&kind).ok_or_else(|| StoreError::corrupt("news", "kind", &kind))?;
        if kind.is_written_to_author() && author.is_some_and(|author| spellings.contains(&author)) {
            continue;
        }
        let known = |number: i64| {
            let number = u32::try_from(number);
            number.map_err(|_| StoreError::corrupt("proposals", "number", "out of range"))
        };
        let slug = Slug::parse(&slug).map_err(|_| StoreError::corrupt("rounds", "slug", &slug))?;
        let proposal = number.map(known).transpose()?.map(ProposalNumber::new);
        untold.push(UntoldNews { kind, detail, round: (RoundId::new(round), slug), proposal });
    }
    Ok(untold)
}

/// Notes that a follower was told everything, and whether by a mail.
///
/// # Errors
/// When the database fails.
pub fn update_told(conn: &mut Conn, follower: FollowerId, mailed_at: Option<Instant>) -> Result<(), StoreError> {
    let own = follows::table.filter(follows::follower_id.eq(follower.value())).select(follows::id);
    diesel::delete(untold_news::table.filter(untold_news::follow_id.eq_any(own))).execute(conn)?;
    let row = diesel::update(followers::table.find(follower.value()));
    match mailed_at {
        Some(at) => row
            .set((followers::due_at.eq(None::<NaiveDateTime>), followers::mailed_at.eq(at.to_utc())))
            .execute(conn)?,
        None => row.set(followers::due_at.eq(None::<NaiveDateTime>)).execute(conn)?,
    };
    Ok(())
}
