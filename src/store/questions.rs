//! Questions to the office, and what it answered.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::schema::{question_words, questions};
use crate::domain::email::Email;
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::question::{FrequentPlace, QuestionState, SetAsideReason};
use crate::domain::text::Prose;
use crate::domain::time::Instant;

/// The most words of a search that count.
const MOST_WORDS: usize = 8;

/// A question that somebody asked, to store.
#[derive(Debug, Clone)]
pub struct NewQuestion {
    /// The SHA-256 of the token with which the answer is read.
    pub token_hash: [u8; 32],
    /// The round that it is about; none for everything else.
    pub round: Option<RoundId>,
    /// The language of the page on which it was written.
    pub language: String,
    /// What was asked.
    pub text: Prose,
    /// Where the answer goes, if the person wants it by mail.
    pub email: Option<Email>,
    /// By when it is to be answered.
    pub answer_by: Instant,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its number.
    pub id: QuestionId,
    /// Goes up with every change.
    pub version: i64,
    /// The round that it is about; none for everything else.
    pub round: Option<RoundId>,
    /// The tag of the language that it is written in.
    pub language: String,
    /// What was asked, in the words of whoever asked; none when the office wrote it, or when those words had their time.
    pub text: Option<String>,
    /// Where the answer goes; may be empty.
    pub email: String,
    /// When it was asked; none when the office wrote it.
    pub asked_at: Option<Instant>,
    /// By when it is to be answered; none when the office wrote it.
    pub answer_by: Option<Instant>,
    /// What the office can change.
    pub standing: Standing,
}

/// What the office can change in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: QuestionState,
    /// Why it is set aside.
    pub reason: Option<SetAsideReason>,
    /// The question as everybody reads it.
    pub public_text: Option<String>,
    /// The answer, and when it was given as it reads now.
    pub answer: Option<(String, Instant)>,
    /// Since when it stands as it stands; none while it is open.
    pub settled_at: Option<Instant>,
    /// Its place among what is asked most.
    pub place: Option<FrequentPlace>,
}

/// A part of the office's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionPart {
    /// What waits, the most urgent first.
    Open,
    /// What is public, the newest answer first.
    Public,
    /// All others, the last first that was dealt with.
    Rest,
}

type Columns = (
    (i64, i64, Option<i64>, String, Option<String>, String),
    (Option<chrono::NaiveDateTime>, Option<chrono::NaiveDateTime>, String, Option<String>),
    (Option<String>, Option<String>, Option<chrono::NaiveDateTime>, Option<chrono::NaiveDateTime>, Option<i64>),
);

type Asked =
    (questions::id, questions::version, questions::round_id, questions::language, questions::text, questions::email);
type Settled = (questions::asked_at, questions::answer_by, questions::state, questions::reason);
type Told = (
    questions::public_text,
    questions::answer,
    questions::answered_at,
    questions::settled_at,
    questions::frequent_place,
);

const COLUMNS: (Asked, Settled, Told) = (
    (questions::id, questions::version, questions::round_id, questions::language, questions::text, questions::email),
    (questions::asked_at, questions::answer_by, questions::state, questions::reason),
    (
        questions::public_text,
        questions::answer,
        questions::answered_at,
        questions::settled_at,
        questions::frequent_place,
    ),
);

fn read(
    (
        (id, version, round, language, text, email),
        (asked, by, state, reason),
        (public_text, answer, answered, settled, place),
    ): Columns,
) -> Result<Question, StoreError> {
    let unknown = |column, value: &str| StoreError::corrupt("questions", column, value);
    let reason = reason.map(|text| SetAsideReason::parse(&text).ok_or_else(|| unknown("reason", &text)));
    let place =
        place.map(|number| FrequentPlace::new(number).ok_or_else(|| unknown("frequent_place", &number.to_string())));
    let standing = Standing {
        state: QuestionState::parse(&state).ok_or_else(|| unknown("state", &state))?,
        reason: reason.transpose()?,
        public_text,
        answer: answer.zip(answered.map(Instant::from_utc)),
        settled_at: settled.map(Instant::from_utc),
        place: place.transpose()?,
    };
    Ok(Question {
        id: QuestionId::new(id),
        version,
        round: round.map(RoundId::new),
        language,
        text,
        email,
        asked_at: asked.map(Instant::from_utc),
        answer_by: by.map(Instant::from_utc),
        standing,
    })
}

fn read_all(rows: Vec<Columns>) -> Result<Vec<Question>, StoreError> {
    rows.into_iter().map(read).collect()
}

/// Stores what somebody asked and gives it its number.
///
/// # Errors
/// When the database fails.
pub fn insert_question(conn: &mut Conn, question: &NewQuestion, now: Instant) -> Result<QuestionId, StoreError> {
    let id: i64 = diesel::insert_into(questions::table)
        .values((
            questions::version.eq(1),
            questions::round_id.eq(question.round.map(RoundId::value)),
            questions::language.eq(&question.language),
            questions::token_hash.eq(question.token_hash.as_slice()),
            questions::text.eq(question.text.as_str()),
            questions::email.eq(question.email.as_ref().map_or("", Email::as_str)),
            questions::asked_at.eq(now.to_utc()),
            questions::answer_by.eq(question.answer_by.to_utc()),
            questions::state.eq(QuestionState::Open.as_str()),
        ))
        .returning(questions::id)
        .get_result(conn)?;
    Ok(QuestionId::new(id))
}

/// Stores what the office wrote itself, which nobody asked. A place that another question has answers
/// [`StoreError::Conflict`].
///
/// # Errors
/// When the place is taken or the database fails.
pub fn insert_own_question(
    conn: &mut Conn,
    round: Option<RoundId>,
    language: &str,
    standing: &Standing,
) -> Result<QuestionId, StoreError> {
    let (answer, answered_at) = standing.answer.as_ref().map(|(text, at)| (text, at.to_utc())).unzip();
    let id: i64 = diesel::insert_into(questions::table)
        .values((
            questions::version.eq(1),
            questions::round_id.eq(round.map(RoundId::value)),
            questions::language.eq(language),
            questions::email.eq(""),
            questions::state.eq(standing.state.as_str()),
            questions::public_text.eq(&standing.public_text),
            questions::answer.eq(answer),
            questions::answered_at.eq(answered_at),
            questions::settled_at.eq(standing.settled_at.map(Instant::to_utc)),
            questions::frequent_place.eq(standing.place.map(FrequentPlace::value)),
        ))
        .returning(questions::id)
        .get_result(conn)?;
    Ok(QuestionId::new(id))
}

/// The question that a token belongs to.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_question_by_token(conn: &mut Conn, token_hash: &[u8; 32]) -> Result<Option<Question>, StoreError> {
    let row = questions::table.filter(questions::token_hash.eq(token_hash.as_slice()));
    row.select(COLUMNS).first::<Columns>(conn).optional()?.map(read).transpose()
}

/// One question.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_question(conn: &mut Conn, id: QuestionId) -> Result<Option<Question>, StoreError> {
    questions::table.find(id.value()).select(COLUMNS).first::<Columns>(conn).optional()?.map(read).transpose()
}

/// Questions of a part after the first `skip`, at most `limit`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_questions(conn: &mut Conn, part: QuestionPart, skip: i64, limit: i64) -> Result<Vec<Question>, StoreError> {
    let (open, public) = (QuestionState::Open.as_str(), QuestionState::Public.as_str());
    let all = questions::table.into_boxed::<Backend>();
    let part = match part {
        QuestionPart::Open => {
            all.filter(questions::state.eq(open)).order((questions::answer_by.asc(), questions::id.asc()))
        }
        QuestionPart::Public => {
            all.filter(questions::state.eq(public)).order((questions::answered_at.desc(), questions::id.desc()))
        }
        QuestionPart::Rest => all
            .filter(questions::state.ne_all([open, public]))
            .order((questions::settled_at.desc(), questions::id.desc())),
    };
    read_all(part.select(COLUMNS).offset(skip).limit(limit).load::<Columns>(conn)?)
}

/// The questions of whoever is reached under one of these spellings of an address, the oldest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_questions_of(conn: &mut Conn, spellings: &[String]) -> Result<Vec<Question>, StoreError> {
    let own = questions::table.filter(questions::email.eq_any(spellings)).order(questions::id);
    read_all(own.select(COLUMNS).load::<Columns>(conn)?)
}

/// How many questions stand where.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_questions(conn: &mut Conn) -> Result<BTreeMap<QuestionState, i64>, StoreError> {
    let counts = questions::table.group_by(questions::state).select((questions::state, count_star()));
    let known = |(state, count): (String, i64)| {
        let known = QuestionState::parse(&state).ok_or_else(|| StoreError::corrupt("questions", "state", &state))?;
        Ok((known, count))
    };
    counts.load::<(String, i64)>(conn)?.into_iter().map(known).collect()
}

/// What is asked most, in the order that the office gave it.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_frequent_questions(conn: &mut Conn) -> Result<Vec<Question>, StoreError> {
    let frequent = questions::table.filter(questions::frequent_place.is_not_null());
    read_all(frequent.order(questions::frequent_place.asc()).select(COLUMNS).load::<Columns>(conn)?)
}

/// Which public questions are listed.
#[derive(Debug, Clone, Default)]
pub struct PublicPart {
    /// Those of this round alone.
    pub round: Option<RoundId>,
    /// Those with all of these words, also among what is asked most; without words all but those.
    pub words: BTreeSet<String>,
}

fn public(part: &PublicPart) -> questions::BoxedQuery<'static, Backend> {
    let mut public = questions::table.filter(questions::state.eq(QuestionState::Public.as_str())).into_boxed();
    if let Some(round) = part.round {
        public = public.filter(questions::round_id.eq(round.value()));
    }
    if part.words.is_empty() {
        return public.filter(questions::frequent_place.is_null());
    }
    for word in part.words.iter().take(MOST_WORDS) {
        let with_word = question_words::table.filter(question_words::word.eq(word.clone()));
        public = public.filter(questions::id.eq_any(with_word.select(question_words::question_id)));
    }
    public
}

/// Public questions after the first `skip`, at most `limit`, the newest answer first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_public_questions(
    conn: &mut Conn,
    part: &PublicPart,
    skip: i64,
    limit: i64,
) -> Result<Vec<Question>, StoreError> {
    let newest = public(part).order((questions::answered_at.desc(), questions::id.desc()));
    read_all(newest.select(COLUMNS).offset(skip).limit(limit).load::<Columns>(conn)?)
}

/// How many of them there are.
///
/// # Errors
/// When the database fails.
pub fn count_public_questions(conn: &mut Conn, part: &PublicPart) -> Result<i64, StoreError> {
    Ok(public(part).count().get_result(conn)?)
}

/// Writes what the office changed in a question, if its version is still the one that was seen. Answers whether it was. A
/// place that another question has answers [`StoreError::Conflict`].
///
/// # Errors
/// When the place is taken or the database fails.
pub fn update_question(
    conn: &mut Conn,
    id: QuestionId,
    seen_version: i64,
    standing: &Standing,
) -> Result<bool, StoreError> {
    let (answer, answered_at) = standing.answer.as_ref().map(|(text, at)| (text, at.to_utc())).unzip();
    let row = questions::table.find(id.value()).filter(questions::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((
            questions::version.eq(questions::version + 1),
            questions::state.eq(standing.state.as_str()),
            questions::reason.eq(standing.reason.map(SetAsideReason::as_str)),
            questions::public_text.eq(&standing.public_text),
            questions::answer.eq(answer),
            questions::answered_at.eq(answered_at),
            questions::settled_at.eq(standing.settled_at.map(Instant::to_utc)),
            questions::frequent_place.eq(standing.place.map(FrequentPlace::value)),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Takes a place among what is asked most from whichever other question has it.
///
/// # Errors
/// When the database fails.
pub fn update_place_given_up(conn: &mut Conn, place: FrequentPlace, but: Option<QuestionId>) -> Result<(), StoreError> {
    let others = questions::table
        .filter(questions::frequent_place.eq(place.value()))
        .filter(questions::id.ne(but.map_or(0, QuestionId::value)));
    let nobody = questions::frequent_place.eq(None::<i64>);
    diesel::update(others).set((questions::version.eq(questions::version + 1), nobody)).execute(conn)?;
    Ok(())
}

/// Sends the answers of whoever asked with one address to another one of theirs.
///
/// # Errors
/// When the database fails.
pub fn update_askers_moved(conn: &mut Conn, from: &Email, to: &Email) -> Result<(), StoreError> {
    let theirs = questions::table.filter(questions::email.eq_any(from.spellings()));
    diesel::update(theirs).set(questions::email.eq(to.as_str())).execute(conn)?;
    Ok(())
}

/// Forgets where those are reached who asked with an address: of an account that is deleted. The questions stay.
///
/// # Errors
/// When the database fails.
pub fn update_askers_forgotten(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    diesel::update(questions::table.filter(questions::email.eq_any(email.spellings())))
        .set((questions::email.eq(""), questions::version.eq(questions::version + 1)))
        .execute(conn)?;
    Ok(())
}
