//! What people suggest. Lists for pages stand in files of their own.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::author_questions::delete_author_questions;
use super::conn::Conn;
use super::error::StoreError;
use super::objections::delete_objection;
use super::proposal_entries::delete_versions;
use super::proposal_words::replace_words;
use super::reviews::insert_review;
use super::schema::{counters, offers, proposals};
use crate::domain::email::Email;
use crate::domain::ids::{AreaId, ProposalId, ProposalNumber, RoundId, TopicId};
use crate::domain::money::Money;
use crate::domain::proposal::{HidingRule, NewProposal, Offer, OfferKind, ProposalState, Source, Voice};
use crate::domain::reason::PublicReason;
use crate::domain::text::Prose;
use crate::domain::time::Instant;
use crate::secrecy::{AccountRefs, AuthorRef, ChangeMac};

/// The name of the row that counts proposals.
const COUNTER: &str = "proposals";

/// A proposal as it is stored. The address of its author is not in it: see [`find_author`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its row.
    pub id: ProposalId,
    /// Its tracking number.
    pub number: ProposalNumber,
    /// The round that it is for.
    pub round: RoundId,
    /// The area that it is for; none for the whole of the round.
    pub area: Option<AreaId>,
    /// What it is about.
    pub topic: Option<TopicId>,
    /// Where it stands.
    pub state: ProposalState,
    /// How it came in.
    pub source: Source,
    /// Whether somebody of the office wrote it down or helped with it.
    pub helped: bool,
    /// The tag of its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What is to change and for whom.
    pub body: String,
    /// The same in a sentence or two; may be empty.
    pub summary: String,
    /// Where, in the author's words; may be empty.
    pub place: String,
    /// In whose name it is written.
    pub voice: Voice,
    /// The name that everybody reads; may be empty.
    pub display_name: String,
    /// What the author thinks that it costs.
    pub cost_guess: Option<Money>,
    /// When it came in.
    pub submitted_at: Instant,
    /// When its state last changed.
    pub changed_at: Instant,
    /// Why it is hidden, as a rule and in words.
    pub hidden: Option<(HidingRule, String)>,
    /// Why the name alone is hidden, as a rule and in words.
    pub name_hidden: Option<(HidingRule, String)>,
}

impl Proposal {
    /// The name as everybody reads it: none that is hidden.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.name_hidden.is_some() { "" } else { &self.display_name }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = proposals)]
pub(super) struct Row {
    id: i64,
    number: i64,
    round_id: i64,
    area_id: Option<i64>,
    topic_id: Option<i64>,
    state: String,
    source: String,
    helped: bool,
    language: String,
    title: String,
    body: String,
    summary: String,
    place: String,
    voice: String,
    display_name: String,
    cost_guess: Option<i64>,
    submitted_at: NaiveDateTime,
    changed_at: NaiveDateTime,
    hidden_rule: Option<String>,
    hidden_reason: Option<String>,
    name_hidden_rule: Option<String>,
    name_hidden_reason: Option<String>,
}

fn corrupt(column: &'static str, value: &str) -> StoreError {
    StoreError::corrupt("proposals", column, value)
}

/// A stored number as it is printed.
pub(super) fn read_number(number: i64) -> Result<ProposalNumber, StoreError> {
    u32::try_from(number).map(ProposalNumber::new).map_err(|_| corrupt("number", &number.to_string()))
}

impl TryFrom<Row> for Proposal {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let rule = |rule: String| HidingRule::parse(&rule).ok_or_else(|| corrupt("hidden_rule", &rule));
        Ok(Self {
            id: ProposalId::new(row.id),
            number: read_number(row.number)?,
            round: RoundId::new(row.round_id),
            area: row.area_id.map(AreaId::new),
            topic: row.topic_id.map(TopicId::new),
            state: ProposalState::parse(&row.state).ok_or_else(|| corrupt("state", &row.state))?,
            source: Source::parse(&row.source).ok_or_else(|| corrupt("source", &row.source))?,
            helped: row.helped,
            language: row.language,
            title: row.title,
            body: row.body,
            summary: row.summary,
            place: row.place,
            voice: Voice::parse(&row.voice).ok_or_else(|| corrupt("voice", &row.voice))?,
            display_name: row.display_name,
            cost_guess: row.cost_guess.map(Money::from_minor),
            submitted_at: Instant::from_utc(row.submitted_at),
            changed_at: Instant::from_utc(row.changed_at),
            hidden: row.hidden_rule.map(rule).transpose()?.zip(row.hidden_reason),
            name_hidden: row.name_hidden_rule.map(rule).transpose()?.zip(row.name_hidden_reason),
        })
    }
}

/// Gives out the next tracking number. Whoever else wants one waits until this transaction ends, so that there is no gap.
fn next_number(conn: &mut Conn) -> Result<i64, StoreError> {
    let row = counters::table.find(COUNTER);
    let next = diesel::update(row).set(counters::value.eq(counters::value + 1)).returning(counters::value);
    match next.get_result(conn).optional()? {
        Some(number) => Ok(number),
        None => {
            diesel::insert_into(counters::table)
                .values((counters::name.eq(COUNTER), counters::value.eq(1)))
                .execute(conn)?;
            Ok(1)
        }
    }
}

/// Writes a proposal down with what its author brings, under the name of the account that sent it, and gives it its number.
/// Its words are `store::proposal_words`'.
///
/// # Errors
/// When the change code is taken, the area or the topic is gone, or the database fails.
pub fn insert_proposal(
    conn: &mut Conn,
    (round, state): (RoundId, ProposalState),
    new: &NewProposal,
    (code, author): (&ChangeMac, Option<&AuthorRef>),
    now: Instant,
) -> Result<(ProposalId, ProposalNumber), StoreError> {
    let number = next_number(conn)?;
    let id: i64 = diesel::insert_into(proposals::table)
        .values((
            (
                proposals::number.eq(number),
                proposals::round_id.eq(round.value()),
                proposals::area_id.eq(new.area.map(AreaId::value)),
                proposals::topic_id.eq(new.topic.map(TopicId::value)),
                proposals::state.eq(state.as_str()),
                proposals::source.eq(new.source.as_str()),
                proposals::helped.eq(new.helped),
            ),
            (
                proposals::language.eq(&new.wording.language),
                proposals::title.eq(new.wording.title.as_str()),
                proposals::body.eq(new.wording.body.as_str()),
                proposals::summary.eq(new.wording.summary.as_str()),
                proposals::place.eq(new.place.as_str()),
                proposals::voice.eq(new.voice.as_str()),
                proposals::display_name.eq(new.display_name.as_str()),
            ),
            (
                proposals::email.eq(new.email.as_ref().map_or("", Email::as_str)),
                proposals::cost_guess.eq(new.cost_guess.map(Money::minor)),
                proposals::code_mac.eq(code.as_bytes().as_slice()),
                proposals::author_ref.eq(author.map(|author| author.as_bytes().as_slice())),
                proposals::submitted_at.eq(now.to_utc()),
                proposals::changed_at.eq(now.to_utc()),
            ),
        ))
        .returning(proposals::id)
        .get_result(conn)?;
    if let Some(offer) = &new.offer {
        insert_offer(conn, ProposalId::new(id), offer, now)?;
    }
    insert_review(conn, ProposalId::new(id), round, now)?;
    Ok((ProposalId::new(id), read_number(number)?))
}

fn insert_offer(conn: &mut Conn, proposal: ProposalId, offer: &Offer, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(offers::table)
        .values((
            offers::proposal_id.eq(proposal.value()),
            offers::kind.eq(offer.kind.as_str()),
            offers::body.eq(offer.body.as_str()),
            offers::by_group.eq(offer.by_group),
            offers::offered_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The proposal with a tracking number in a round, whatever its state.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_proposal_in(
    conn: &mut Conn,
    round: RoundId,
    number: ProposalNumber,
) -> Result<Option<Proposal>, StoreError> {
    Ok(find_proposal(conn, number)?.filter(|proposal| proposal.round == round))
}

/// The proposal with a tracking number, whatever its round and state.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_proposal(conn: &mut Conn, number: ProposalNumber) -> Result<Option<Proposal>, StoreError> {
    let row = proposals::table.filter(proposals::number.eq(i64::from(number.value()))).select(Row::as_select());
    row.first(conn).optional()?.map(Proposal::try_from).transpose()
}

/// The round of the proposal with a tracking number, or of the one that a change code belongs to. It never changes, so that
/// it can be read before the round is locked.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such proposal; or when the database fails.
pub fn find_round_of(conn: &mut Conn, of: RoundOf) -> Result<RoundId, StoreError> {
    let query = proposals::table.select(proposals::round_id).into_boxed();
    let query = match of {
        RoundOf::Number(number) => query.filter(proposals::number.eq(i64::from(number.value()))),
        RoundOf::Code(code) => query.filter(proposals::code_mac.eq(code.as_bytes().to_vec())),
    };
    let round: Option<i64> = query.first(conn).optional()?;
    round.map(RoundId::new).ok_or(StoreError::NotFound)
}

/// By what a proposal is found.
#[derive(Debug, Clone, Copy)]
pub enum RoundOf {
    /// Its tracking number.
    Number(ProposalNumber),
    /// Its change code.
    Code(ChangeMac),
}

/// The proposal that a change code belongs to.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_proposal_by_code(conn: &mut Conn, code: &ChangeMac) -> Result<Option<Proposal>, StoreError> {
    let row = proposals::table.filter(proposals::code_mac.eq(code.as_bytes().as_slice())).select(Row::as_select());
    row.first(conn).optional()?.map(Proposal::try_from).transpose()
}

/// Some proposals, in the order in which they are asked for.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_proposals(conn: &mut Conn, ids: &[ProposalId]) -> Result<Vec<Proposal>, StoreError> {
    let wanted = ids.iter().map(|id| id.value());
    let rows = proposals::table.filter(proposals::id.eq_any(wanted)).select(Row::as_select()).load(conn)?;
    let mut found: BTreeMap<ProposalId, Proposal> = rows
        .into_iter()
        .map(|row| Proposal::try_from(row).map(|proposal| (proposal.id, proposal)))
        .collect::<Result<_, _>>()?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The proposals of an account, with what their authors bring, oldest first: those that name its address in one of its
/// spellings, and those that it sent.
///
/// # Errors
/// When the database fails or holds something unknown.
pub(super) fn list_proposals_of(
    conn: &mut Conn,
    (spellings, refs): (&[String], &AccountRefs),
) -> Result<Vec<(Proposal, Vec<Offer>)>, StoreError> {
    let own = proposals::email.eq_any(spellings).or(proposals::author_ref.eq_any(author_bytes(refs)));
    let rows = proposals::table.filter(own).order(proposals::number).select(Row::as_select()).load(conn)?;
    rows.into_iter()
        .map(|row| {
            let proposal = Proposal::try_from(row)?;
            let offers = list_offers(conn, proposal.id)?;
            Ok((proposal, offers))
        })
        .collect()
}

/// What people bring to a proposal, in the order in which they offered it.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_offers(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<Offer>, StoreError> {
    let rows = offers::table.filter(offers::proposal_id.eq(proposal.value())).order(offers::id);
    rows.select((offers::kind, offers::body, offers::by_group))
        .load::<(String, String, bool)>(conn)?
        .into_iter()
        .map(|(kind, body, by_group)| {
            let kind = OfferKind::parse(&kind).ok_or_else(|| StoreError::corrupt("offers", "kind", &kind))?;
            let body = Prose::parse(&body).map_err(|_| StoreError::corrupt("offers", "body", &body))?;
            Ok(Offer { kind, body, by_group })
        })
        .collect()
}

/// Where the author of a proposal is reached, if they said so.
///
/// # Errors
/// When the database fails.
pub fn find_author(conn: &mut Conn, proposal: ProposalId) -> Result<Option<Email>, StoreError> {
    let email: String = proposals::table.find(proposal.value()).select(proposals::email).first(conn)?;
    Ok(Email::parse_kept(&email).ok())
}

/// Empties a proposal that was taken back: what it said, also before it was corrected, who said it, what they would have
/// brought and what they answered the office goes; number, state, dates and the office's verdict stay.
///
/// # Errors
/// When the database fails.
pub fn update_emptied(conn: &mut Conn, proposal: ProposalId) -> Result<(), StoreError> {
    diesel::delete(offers::table.filter(offers::proposal_id.eq(proposal.value()))).execute(conn)?;
    replace_words(conn, proposal, None)?;
    delete_author_questions(conn, proposal)?;
    delete_objection(conn, proposal)?;
    delete_versions(conn, proposal)?;
    diesel::update(proposals::table.find(proposal.value()))
        .set((
            (proposals::title.eq(""), proposals::body.eq(""), proposals::summary.eq(""), proposals::place.eq("")),
            (proposals::display_name.eq(""), proposals::email.eq(""), proposals::cost_guess.eq(None::<i64>)),
            (proposals::name_hidden_rule.eq(None::<&str>), proposals::name_hidden_reason.eq(None::<&str>)),
            proposals::author_ref.eq(None::<Vec<u8>>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets the author of what an account that is deleted suggested: how they are reached, the name that they showed, and that
/// it was this account.
///
/// # Errors
/// When the database fails.
pub fn update_author_forgotten(
    conn: &mut Conn,
    (email, refs): (Option<&Email>, &AccountRefs),
) -> Result<(), StoreError> {
    let nobody = || (proposals::email.eq(""), proposals::display_name.eq(""));
    let sent = proposals::table.filter(proposals::author_ref.eq_any(author_bytes(refs)));
    diesel::update(sent).set((nobody(), proposals::author_ref.eq(None::<Vec<u8>>))).execute(conn)?;
    if let Some(email) = email {
        let named = proposals::table.filter(proposals::email.eq_any(email.spellings()));
        diesel::update(named).set(nobody()).execute(conn)?;
    }
    Ok(())
}

/// Which of these proposals are of an account: that it sent, or that name its address.
///
/// # Errors
/// When the database fails.
pub fn list_authored(
    conn: &mut Conn,
    of: &[ProposalId],
    (email, author): (Option<&Email>, &AuthorRef),
) -> Result<BTreeSet<ProposalId>, StoreError> {
    if of.is_empty() {
        return Ok(BTreeSet::new());
    }
    let spellings = email.map_or_else(Vec::new, |email| email.spellings().to_vec());
    let own = proposals::email.eq_any(spellings).or(proposals::author_ref.eq(author.as_bytes().as_slice()));
    let rows = proposals::table.filter(proposals::id.eq_any(of.iter().map(|id| id.value()))).filter(own);
    Ok(rows.select(proposals::id).load::<i64>(conn)?.into_iter().map(ProposalId::new).collect())
}

/// The names under which an account suggests, as columns hold them.
pub(super) fn author_bytes(refs: &AccountRefs) -> Vec<Vec<u8>> {
    refs.authors.iter().map(|author| author.as_bytes().to_vec()).collect()
}

/// Moves a proposal from one state to another. Answers whether it stood in the first one.
///
/// # Errors
/// When the database fails.
pub fn update_state(
    conn: &mut Conn,
    proposal: ProposalId,
    (from, to): (ProposalState, ProposalState),
    hidden: Option<(HidingRule, &PublicReason)>,
    now: Instant,
) -> Result<bool, StoreError> {
    let row = proposals::table.find(proposal.value()).filter(proposals::state.eq(from.as_str()));
    let moved = diesel::update(row)
        .set((
            proposals::state.eq(to.as_str()),
            proposals::changed_at.eq(now.to_utc()),
            proposals::hidden_rule.eq(hidden.map(|(rule, _)| rule.as_str())),
            proposals::hidden_reason.eq(hidden.map(|(_, reason)| reason.as_str())),
        ))
        .execute(conn)?;
    Ok(moved == 1)
}

/// Hides the name that stands with a proposal, or shows it again. Answers whether it stood in the other way.
///
/// # Errors
/// When the database fails.
pub fn update_name_hidden(
    conn: &mut Conn,
    proposal: ProposalId,
    hidden: Option<(HidingRule, &PublicReason)>,
) -> Result<bool, StoreError> {
    let change = (
        proposals::name_hidden_rule.eq(hidden.map(|(rule, _)| rule.as_str())),
        proposals::name_hidden_reason.eq(hidden.map(|(_, reason)| reason.as_str())),
    );
    let row = proposals::table.find(proposal.value());
    let changed = match hidden {
        Some(_) => diesel::update(row.filter(proposals::name_hidden_rule.is_null())).set(change).execute(conn)?,
        None => diesel::update(row.filter(proposals::name_hidden_rule.is_not_null())).set(change).execute(conn)?,
    };
    Ok(changed == 1)
}
