//! Barriers that people reported, and what the office answered.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::accessibility_reports;
use crate::domain::email::Email;
use crate::domain::ids::AccessibilityReportId;
use crate::domain::text::{Line, Prose};
use crate::domain::time::Instant;

/// A report to store.
#[derive(Debug, Clone)]
pub struct NewAccessibilityReport {
    /// The SHA-256 of the token with which the report is read.
    pub token_hash: [u8; 32],
    /// The language of the page on which it was written.
    pub language: String,
    /// On which page the barrier is; may be empty.
    pub page: Line,
    /// What does not work.
    pub problem: Prose,
    /// Where an answer goes, if the person wants one by mail.
    pub email: Option<Email>,
    /// By when it is to be answered.
    pub answer_by: Instant,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessibilityReport {
    /// Its number.
    pub id: AccessibilityReportId,
    /// The tag of the language that it was written in.
    pub language: String,
    /// On which page the barrier is; may be empty.
    pub page: String,
    /// What does not work.
    pub problem: String,
    /// Where an answer goes; may be empty.
    pub email: String,
    /// When it came.
    pub received_at: Instant,
    /// By when it is to be answered.
    pub answer_by: Instant,
    /// What the office answered, and when.
    pub answer: Option<(String, Instant)>,
}

type Columns = (
    i64,
    String,
    String,
    String,
    String,
    chrono::NaiveDateTime,
    chrono::NaiveDateTime,
    Option<String>,
    Option<chrono::NaiveDateTime>,
);

const COLUMNS: (
    accessibility_reports::id,
    accessibility_reports::language,
    accessibility_reports::page,
    accessibility_reports::problem,
    accessibility_reports::email,
    accessibility_reports::received_at,
    accessibility_reports::answer_by,
    accessibility_reports::answer,
    accessibility_reports::answered_at,
) = (
    accessibility_reports::id,
    accessibility_reports::language,
    accessibility_reports::page,
    accessibility_reports::problem,
    accessibility_reports::email,
    accessibility_reports::received_at,
    accessibility_reports::answer_by,
    accessibility_reports::answer,
    accessibility_reports::answered_at,
);

fn read((id, language, page, problem, email, received, by, answer, answered): Columns) -> AccessibilityReport {
    AccessibilityReport {
        id: AccessibilityReportId::new(id),
        language,
        page,
        problem,
        email,
        received_at: Instant::from_utc(received),
        answer_by: Instant::from_utc(by),
        answer: answer.zip(answered.map(Instant::from_utc)),
    }
}

/// The reports of whoever is reached under one of these spellings of an address, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_accessibility_reports_of(
    conn: &mut Conn,
    spellings: &[String],
) -> Result<Vec<AccessibilityReport>, StoreError> {
    let own = accessibility_reports::table.filter(accessibility_reports::email.eq_any(spellings));
    let rows = own.order(accessibility_reports::id).select(COLUMNS).load::<Columns>(conn)?;
    Ok(rows.into_iter().map(read).collect())
}

/// Stores a report and gives it its number.
///
/// # Errors
/// When the database fails.
pub fn insert_accessibility_report(
    conn: &mut Conn,
    report: &NewAccessibilityReport,
    now: Instant,
) -> Result<AccessibilityReportId, StoreError> {
    let id: i64 = diesel::insert_into(accessibility_reports::table)
        .values((
            accessibility_reports::token_hash.eq(report.token_hash.as_slice()),
            accessibility_reports::language.eq(&report.language),
            accessibility_reports::page.eq(report.page.as_str()),
            accessibility_reports::problem.eq(report.problem.as_str()),
            accessibility_reports::email.eq(report.email.as_ref().map_or("", Email::as_str)),
            accessibility_reports::received_at.eq(now.to_utc()),
            accessibility_reports::answer_by.eq(report.answer_by.to_utc()),
        ))
        .returning(accessibility_reports::id)
        .get_result(conn)?;
    Ok(AccessibilityReportId::new(id))
}

/// The report that a token belongs to.
///
/// # Errors
/// When the database fails.
pub fn find_accessibility_report_by_token(
    conn: &mut Conn,
    token_hash: &[u8; 32],
) -> Result<Option<AccessibilityReport>, StoreError> {
    let row = accessibility_reports::table.filter(accessibility_reports::token_hash.eq(token_hash.as_slice()));
    Ok(row.select(COLUMNS).first::<Columns>(conn).optional()?.map(read))
}

/// One report.
///
/// # Errors
/// When the database fails.
pub fn find_accessibility_report(
    conn: &mut Conn,
    id: AccessibilityReportId,
) -> Result<Option<AccessibilityReport>, StoreError> {
    let row = accessibility_reports::table.find(id.value()).select(COLUMNS).first::<Columns>(conn).optional()?;
    Ok(row.map(read))
}

/// Reports after the first `skip`, at most `limit`: those that wait, the most urgent first; or those that are answered,
/// the newest first.
///
/// # Errors
/// When the database fails.
pub fn list_accessibility_reports(
    conn: &mut Conn,
    answered: bool,
    skip: i64,
    limit: i64,
) -> Result<Vec<AccessibilityReport>, StoreError> {
    let rows = if answered {
        accessibility_reports::table
            .filter(accessibility_reports::answered_at.is_not_null())
            .order((accessibility_reports::answered_at.desc(), accessibility_reports::id.desc()))
            .select(COLUMNS)
            .offset(skip)
            .limit(limit)
            .load::<Columns>(conn)?
    } else {
        accessibility_reports::table
            .filter(accessibility_reports::answered_at.is_null())
            .order((accessibility_reports::answer_by, accessibility_reports::id))
            .select(COLUMNS)
            .offset(skip)
            .limit(limit)
            .load::<Columns>(conn)?
    };
    Ok(rows.into_iter().map(read).collect())
}

/// How many reports wait, and how many are answered.
///
/// # Errors
/// When the database fails.
pub fn count_accessibility_reports(conn: &mut Conn) -> Result<(i64, i64), StoreError> {
    let waiting = accessibility_reports::table.filter(accessibility_reports::answered_at.is_null());
    let answered = accessibility_reports::table.filter(accessibility_reports::answered_at.is_not_null());
    Ok((waiting.count().get_result(conn)?, answered.count().get_result(conn)?))
}

/// Writes the answer to a report that has none. Answers whether it had none.
///
/// # Errors
/// When the database fails.
pub fn update_accessibility_report_answer(
    conn: &mut Conn,
    id: AccessibilityReportId,
    answer: &Prose,
    now: Instant,
) -> Result<bool, StoreError> {
    let row = accessibility_reports::table.find(id.value()).filter(accessibility_reports::answered_at.is_null());
    let changed = diesel::update(row)
        .set((accessibility_reports::answer.eq(answer.as_str()), accessibility_reports::answered_at.eq(now.to_utc())))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Forgets where those are reached who reported with an address: of an account that is deleted. What they reported stays.
///
/// # Errors
/// When the database fails.
pub fn update_reporters_forgotten(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    let theirs = accessibility_reports::table.filter(accessibility_reports::email.eq_any(email.spellings()));
    diesel::update(theirs).set(accessibility_reports::email.eq("")).execute(conn)?;
    Ok(())
}
