//! Rounds with their windows and facts. Texts stand in `store::texts`, areas and projects in files of their own.

use std::collections::BTreeMap;

use allmende_tally::Ties;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{rounds, windows};
use crate::domain::format::BallotFormat;
use crate::domain::ids::{RoundId, RoundPublicId};
use crate::domain::money::Currency;
use crate::domain::round::{Basis, Declared, Effect, Eligible, Origin, Round};
use crate::domain::rule::CountingRule;
use crate::domain::schedule::{Facts, Schedule, Span, Window};
use crate::domain::slug::Slug;
use crate::domain::time::Instant;

/// A round as it is first written down.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// How keys, seals and leaves will know it.
    pub public_id: RoundPublicId,
    /// Its name in addresses.
    pub slug: Slug,
    /// Where its ballots come from.
    pub origin: Origin,
    /// What it counts its money in.
    pub currency: Currency,
    /// How people fill in a ballot.
    pub format: BallotFormat,
    /// How the profile becomes an allocation.
    pub rule: CountingRule,
    /// What decides between equal projects.
    pub ties: Ties,
    /// What the result does.
    pub effect: Effect,
    /// What a row of its roll stands for.
    pub basis: Basis,
    /// When the result is promised.
    pub result_expected_at: Option<Instant>,
    /// When the council is to decide.
    pub decision_expected_at: Option<Instant>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = rounds)]
struct RoundRow {
    id: i64,
    public_id: String,
    slug: String,
    origin: String,
    currency: String,
    exponent: i64,
    ballot_format: String,
    max_sum: i64,
    max_per_project: i64,
    ballot_version: i64,
    rule: String,
    ties: String,
    effect: String,
    key_fingerprint: Option<String>,
    result_expected_at: Option<NaiveDateTime>,
    decision_expected_at: Option<NaiveDateTime>,
    round_published_at: Option<NaiveDateTime>,
    voting_closed_at: Option<NaiveDateTime>,
    certified_at: Option<NaiveDateTime>,
    result_published_at: Option<NaiveDateTime>,
    decided_at: Option<NaiveDateTime>,
    delivery_started_at: Option<NaiveDateTime>,
    archived_at: Option<NaiveDateTime>,
    proposers: String,
    supporters: String,
    checked_first: bool,
    basis: String,
    declared: String,
}

fn corrupt(column: &'static str, value: &str) -> StoreError {
    StoreError::corrupt("rounds", column, value)
}

fn read_format(row: &RoundRow) -> Option<BallotFormat> {
    let max_sum = u32::try_from(row.max_sum).ok()?;
    match row.ballot_format.as_str() {
        "points" => {
            Some(BallotFormat::Points { total: max_sum, max_per_project: u32::try_from(row.max_per_project).ok()? })
        }
        "approval" => Some(BallotFormat::Approval { max: max_sum }),
        _ => None,
    }
}

impl RoundRow {
    fn into_round(self, windows: BTreeMap<Window, Span>) -> Result<Round, StoreError> {
        let instant = |time: Option<NaiveDateTime>| time.map(Instant::from_utc);
        let exponent = u8::try_from(self.exponent).map_err(|_| corrupt("exponent", &self.exponent.to_string()))?;
        let facts = Facts {
            round_published_at: instant(self.round_published_at),
            voting_closed_at: instant(self.voting_closed_at),
            certified_at: instant(self.certified_at),
            result_published_at: instant(self.result_published_at),
            decided_at: instant(self.decided_at),
            delivery_started_at: instant(self.delivery_started_at),
            archived_at: instant(self.archived_at),
        };
        Ok(Round {
            id: RoundId::new(self.id),
            public_id: RoundPublicId::parse(&self.public_id).ok_or_else(|| corrupt("public_id", &self.public_id))?,
            slug: Slug::parse(&self.slug).map_err(|_| corrupt("slug", &self.slug))?,
            origin: Origin::parse(&self.origin).ok_or_else(|| corrupt("origin", &self.origin))?,
            currency: Currency::parse(&self.currency, exponent).map_err(|_| corrupt("currency", &self.currency))?,
            format: read_format(&self).ok_or_else(|| corrupt("ballot_format", &self.ballot_format))?,
            ballot_version: self.ballot_version,
            effect: Effect::parse(&self.effect).ok_or_else(|| corrupt("effect", &self.effect))?,
            basis: Basis::parse(&self.basis).ok_or_else(|| corrupt("basis", &self.basis))?,
            declared: Declared::parse(&self.declared).ok_or_else(|| corrupt("declared", &self.declared))?,
            rule: self.rule.parse().map_err(|_| corrupt("rule", &self.rule))?,
            ties: self.ties.parse().map_err(|_| corrupt("ties", &self.ties))?,
            proposers: Eligible::parse(&self.proposers).ok_or_else(|| corrupt("proposers", &self.proposers))?,
            supporters: Eligible::parse(&self.supporters).ok_or_else(|| corrupt("supporters", &self.supporters))?,
            checked_first: self.checked_first,
            key_fingerprint: self.key_fingerprint,
            result_expected_at: instant(self.result_expected_at),
            decision_expected_at: instant(self.decision_expected_at),
            schedule: Schedule::new(facts.round_published_at, windows),
            facts,
        })
    }
}

type WindowRow = (String, Option<NaiveDateTime>, Option<NaiveDateTime>);

fn read_window((kind, opens, closes): WindowRow) -> Result<(Window, Span), StoreError> {
    let window = Window::parse(&kind).ok_or_else(|| StoreError::corrupt("windows", "kind", &kind))?;
    let span = Span { opens_at: opens.map(Instant::from_utc), closes_at: closes.map(Instant::from_utc) };
    Ok((window, span))
}

fn complete(conn: &mut Conn, row: Option<RoundRow>) -> Result<Option<Round>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let spans = windows::table
        .filter(windows::round_id.eq(row.id))
        .select((windows::kind, windows::opens_at, windows::closes_at))
        .load::<WindowRow>(conn)?
        .into_iter()
        .map(read_window)
        .collect::<Result<_, _>>()?;
    row.into_round(spans).map(Some)
}

/// The round with an id.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_round(conn: &mut Conn, id: RoundId) -> Result<Option<Round>, StoreError> {
    let row = rounds::table.find(id.value()).select(RoundRow::as_select()).first(conn).optional()?;
    complete(conn, row)
}

/// The round with a name.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_round_by_slug(conn: &mut Conn, slug: &Slug) -> Result<Option<Round>, StoreError> {
    let row =
        rounds::table.filter(rounds::slug.eq(slug.as_str())).select(RoundRow::as_select()).first(conn).optional()?;
    complete(conn, row)
}

/// All rounds, newest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_rounds(conn: &mut Conn) -> Result<Vec<Round>, StoreError> {
    let mut spans: BTreeMap<i64, BTreeMap<Window, Span>> = BTreeMap::new();
    let all = windows::table
        .select((windows::round_id, (windows::kind, windows::opens_at, windows::closes_at)))
        .load::<(i64, WindowRow)>(conn)?;
    for (round, row) in all {
        spans.entry(round).or_default().extend([read_window(row)?]);
    }
    let rows = rounds::table.order((rounds::created_at.desc(), rounds::id.desc())).select(RoundRow::as_select());
    rows.load(conn)?
        .into_iter()
        .map(|row| {
            let windows = spans.remove(&row.id).unwrap_or_default();
            row.into_round(windows)
        })
        .collect()
}

/// The ids of all rounds.
///
/// # Errors
/// When the database fails.
pub fn list_round_ids(conn: &mut Conn) -> Result<Vec<RoundId>, StoreError> {
    let ids = rounds::table.order(rounds::id).select(rounds::id).load::<i64>(conn)?;
    Ok(ids.into_iter().map(RoundId::new).collect())
}

/// A round whose key must be there: it is public, and its box is not to be opened yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedRound {
    /// How its key is called.
    pub public_id: RoundPublicId,
    /// Its name in addresses.
    pub slug: Slug,
    /// The fingerprint of its key, as it is stored.
    pub key_fingerprint: String,
}

/// The rounds whose keys must be there, oldest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_keyed_rounds(conn: &mut Conn) -> Result<Vec<KeyedRound>, StoreError> {
    rounds::table
        .filter(rounds::round_published_at.is_not_null().and(rounds::certified_at.is_null()))
        .filter(rounds::key_fingerprint.is_not_null())
        .order(rounds::id)
        .select((rounds::public_id, rounds::slug, rounds::key_fingerprint.assume_not_null()))
        .load::<(String, String, String)>(conn)?
        .into_iter()
        .map(|(public_id, slug, key_fingerprint)| {
            Ok(KeyedRound {
                public_id: RoundPublicId::parse(&public_id).ok_or_else(|| corrupt("public_id", &public_id))?,
                slug: Slug::parse(&slug).map_err(|_| corrupt("slug", &slug))?,
                key_fingerprint,
            })
        })
        .collect()
}

/// Writes a round down. A slug that is taken answers [`StoreError::Conflict`].
///
/// # Errors
/// When the slug is taken or the database fails.
pub fn insert_round(conn: &mut Conn, new: &NewRound, now: Instant) -> Result<RoundId, StoreError> {
    let id: i64 = diesel::insert_into(rounds::table)
        .values((
            rounds::public_id.eq(new.public_id.to_string()),
            rounds::slug.eq(new.slug.as_str()),
            rounds::origin.eq(new.origin.as_str()),
            rounds::currency.eq(new.currency.code()),
            rounds::exponent.eq(i64::from(new.currency.exponent())),
            rounds::ballot_format.eq(new.format.as_str()),
            rounds::max_sum.eq(i64::from(new.format.max_sum())),
            rounds::max_per_project.eq(i64::from(new.format.max_value())),
            rounds::ballot_version.eq(1),
            rounds::rule.eq(new.rule.to_string()),
            rounds::ties.eq(new.ties.to_string()),
            rounds::effect.eq(new.effect.as_str()),
            rounds::basis.eq(new.basis.as_str()),
            rounds::signatures_required.eq(1),
            rounds::result_expected_at.eq(new.result_expected_at.map(Instant::to_utc)),
            rounds::decision_expected_at.eq(new.decision_expected_at.map(Instant::to_utc)),
            rounds::created_at.eq(now.to_utc()),
        ))
        .returning(rounds::id)
        .get_result(conn)?;
    Ok(RoundId::new(id))
}

/// Gives a round a window that it does not have yet.
///
/// # Errors
/// When it has that window or the database fails.
pub fn insert_window(conn: &mut Conn, round: RoundId, window: Window, span: Span) -> Result<(), StoreError> {
    diesel::insert_into(windows::table)
        .values((
            windows::round_id.eq(round.value()),
            windows::kind.eq(window.as_str()),
            windows::opens_at.eq(span.opens_at.map(Instant::to_utc)),
            windows::closes_at.eq(span.closes_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Moves the end of a window.
///
/// # Errors
/// When the database fails.
pub fn update_window_end(
    conn: &mut Conn,
    round: RoundId,
    window: Window,
    closes_at: Instant,
) -> Result<(), StoreError> {
    diesel::update(windows::table.find((round.value(), window.as_str())))
        .set(windows::closes_at.eq(closes_at.to_utc()))
        .execute(conn)?;
    Ok(())
}

/// A fact of a round that is written once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The page became public.
    RoundPublished,
    /// Voting ended.
    VotingClosed,
    /// The administrators signed.
    Certified,
    /// The result became public.
    ResultPublished,
    /// The council decided.
    Decided,
}

/// Writes a fact.
///
/// # Errors
/// When the database fails.
pub fn update_fact(conn: &mut Conn, round: RoundId, fact: Fact, at: Instant) -> Result<(), StoreError> {
    let row = diesel::update(rounds::table.find(round.value()));
    let at = at.to_utc();
    match fact {
        Fact::RoundPublished => row.set(rounds::round_published_at.eq(at)).execute(conn)?,
        Fact::VotingClosed => row.set(rounds::voting_closed_at.eq(at)).execute(conn)?,
        Fact::Certified => row.set(rounds::certified_at.eq(at)).execute(conn)?,
        Fact::ResultPublished => row.set(rounds::result_published_at.eq(at)).execute(conn)?,
        Fact::Decided => row.set(rounds::decided_at.eq(at)).execute(conn)?,
    };
    Ok(())
}

/// Notes the fingerprint of the round's key, or that the key is gone.
///
/// # Errors
/// When the database fails.
pub fn update_key_fingerprint(conn: &mut Conn, round: RoundId, fingerprint: Option<&str>) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.value())).set(rounds::key_fingerprint.eq(fingerprint)).execute(conn)?;
    Ok(())
}

/// What a cast must know of its round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastingRules {
    /// The round's window for voting.
    pub schedule: Schedule,
    /// Whether the end of voting was noted.
    pub is_closed: bool,
    /// The version of what stands on the ballot.
    pub ballot_version: i64,
}

/// What a cast must know of its round, in one query.
///
/// # Errors
/// When the database fails.
pub fn find_casting_rules(conn: &mut Conn, round: RoundId) -> Result<Option<CastingRules>, StoreError> {
    type Facts = (i64, Option<NaiveDateTime>, Option<NaiveDateTime>);
    type Ends = (Option<NaiveDateTime>, Option<NaiveDateTime>);
    let row = rounds::table
        .inner_join(windows::table)
        .filter(rounds::id.eq(round.value()).and(windows::kind.eq(Window::Voting.as_str())))
        .select((
            (rounds::ballot_version, rounds::round_published_at, rounds::voting_closed_at),
            (windows::opens_at, windows::closes_at),
        ))
        .first::<(Facts, Ends)>(conn)
        .optional()?;
    Ok(row.map(|((ballot_version, published, closed), (opens, closes))| {
        let span = Span { opens_at: opens.map(Instant::from_utc), closes_at: closes.map(Instant::from_utc) };
        let windows = BTreeMap::from([(Window::Voting, span)]);
        let schedule = Schedule::new(published.map(Instant::from_utc), windows);
        CastingRules { schedule, is_closed: closed.is_some(), ballot_version }
    }))
}
