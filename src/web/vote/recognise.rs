//! From what somebody typed to a row of the roll. The code is in nobody's log, and neither is the row.

use super::code_problem::CodeProblem;
use crate::domain::letter_code::LetterCode;
use crate::locale::Language;
use crate::store::roll::{CodeHolder, RollRow, find_code_holder};
use crate::store::rounds::find_round;
use crate::store::texts::find_round_text;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::layout::NavLink;
use crate::web::round::load::{PublicRound, Reader, is_public};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Why a code was not taken.
pub(super) struct Refusal {
    pub(super) problem: CodeProblem,
    /// The round that the code belongs to, when it is another one.
    pub(super) other_round: Option<NavLink>,
}

impl From<CodeProblem> for Refusal {
    fn from(problem: CodeProblem) -> Self {
        Self { problem, other_round: None }
    }
}

/// What a code led to.
enum Found {
    Nothing,
    Revoked,
    Here(RollRow),
    /// Another round, which everybody may see.
    Elsewhere(NavLink),
}

/// The row of this round's roll that a code leads to, or why there is none.
pub(super) async fn recognise(
    site: &Site,
    visitor: &Visitor,
    round: &PublicRound,
    typed: &str,
) -> Result<Result<RollRow, Refusal>, WebError> {
    if typed.trim().is_empty() {
        return Ok(Err(CodeProblem::Empty.into()));
    }
    // A code whose check character is wrong was mistyped; it is no guess and is not counted.
    let code = match LetterCode::parse(typed) {
        Ok(code) => code,
        Err(error) => return Ok(Err(CodeProblem::Unreadable(error).into())),
    };
    site.before_code().await?;
    let mac = site.app.keys.installation().code_mac(&code);
    let (here, reader) = (round.round.id, Reader::of(visitor));
    let read = site.app.db.read(move |conn| match find_code_holder(conn, &mac)? {
        None => Ok(Found::Nothing),
        Some(CodeHolder { row, .. }) if row.round != here => other_round(conn, &row, reader),
        Some(CodeHolder { revoked: true, .. }) => Ok(Found::Revoked),
        Some(CodeHolder { row, revoked: false }) => Ok::<_, StoreError>(Found::Here(row)),
    });
    Ok(match read.await? {
        Found::Here(row) => Ok(row),
        Found::Revoked => Err(CodeProblem::Revoked.into()),
        Found::Elsewhere(link) => Err(Refusal { problem: CodeProblem::OtherRound, other_round: Some(link) }),
        Found::Nothing => Err(count_wrong(site, visitor).await?.into()),
    })
}

async fn count_wrong(site: &Site, visitor: &Visitor) -> Result<CodeProblem, WebError> {
    match site.after_wrong_code(visitor.address).await {
        Ok(()) => Ok(CodeProblem::Unknown),
        Err(WebError::TooMany { again_at }) => Ok(CodeProblem::TooOften { again_at }),
        Err(error) => Err(error),
    }
}

/// A round that is not public yet is not told of.
fn other_round(conn: &mut Conn, row: &RollRow, reader: Reader) -> Result<Found, StoreError> {
    let Some(round) = find_round(conn, row.round)?.filter(|round| is_public(round, reader.now)) else {
        return Ok(Found::Nothing);
    };
    let language: Language = reader.language;
    let label = find_round_text(conn, round.id, language.written())?.text.title;
    Ok(Found::Elsewhere(NavLink { label, url: routes::vote(language, &round.slug), current: false }))
}
