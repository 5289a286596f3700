//! The proposals of an account, for its owner: those that name its address, and those that it sent.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::proposals::author_bytes;
use super::schema::{proposals, reviews, rounds};
use crate::domain::email::Email;
use crate::domain::ids::ProposalNumber;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Route, Stage, Standing};
use crate::domain::slug::Slug;
use crate::secrecy::AccountRefs;

/// A proposal in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnProposal {
    /// Its tracking number.
    pub number: ProposalNumber,
    /// The name of its round in addresses.
    pub round: Slug,
    /// Its title.
    pub title: String,
    /// The tag of the language that it is written in.
    pub language: String,
    /// Where it stands.
    pub state: ProposalState,
    /// Where its review stands, which everybody sees once everybody can read it.
    pub standing: Option<Standing>,
}

type Own = (i64, String, String, String, String);
type Reviewed = (String, Option<String>, Option<i64>);

/// The proposals that name an address in one of its spellings or were sent by the account, newest first, at most `most`. One
/// that was taken back is nobody's any more.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_own_proposals(
    conn: &mut Conn,
    (email, refs): (Option<&Email>, &AccountRefs),
    most: i64,
) -> Result<Vec<OwnProposal>, StoreError> {
    let spellings = email.map_or_else(Vec::new, |email| email.spellings().to_vec());
    let own = proposals::table.inner_join(rounds::table).inner_join(reviews::table);
    let own = own.filter(proposals::email.eq_any(spellings).or(proposals::author_ref.eq_any(author_bytes(refs))));
    own.order(proposals::number.desc())
        .select((
            (proposals::number, rounds::slug, proposals::title, proposals::language, proposals::state),
            (reviews::stage, reviews::route, reviews::department_id),
        ))
        .limit(most)
        .load::<(Own, Reviewed)>(conn)?
        .into_iter()
        .map(|((number, slug, title, language, state), (stage, route, department))| {
            let corrupt = |column, value: &str| StoreError::corrupt("proposals", column, value);
            let known = u32::try_from(number).map_err(|_| corrupt("number", &number.to_string()))?;
            let state = ProposalState::parse(&state).ok_or_else(|| corrupt("state", &state))?;
            let stage = Stage::parse(&stage).ok_or_else(|| StoreError::corrupt("reviews", "stage", &stage))?;
            let standing = Standing::of(stage, route.as_deref().and_then(Route::parse), department.is_some());
            Ok(OwnProposal {
                number: ProposalNumber::new(known),
                round: Slug::parse(&slug).map_err(|_| StoreError::corrupt("rounds", "slug", &slug))?,
                title,
                language,
                state,
                standing: state.is_public().then_some(standing),
            })
        })
        .collect()
}
