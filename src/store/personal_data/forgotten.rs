//! What is forgotten of rows that stay: of proposals who wrote them, and of questions what belongs to whoever asked. No public
//! question goes by itself.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::authors::{forget_authors, list_overdue_authors};
use super::delete::BATCH;
use crate::domain::personal_data::Rule;
use crate::domain::question::QuestionState;
use crate::store::schema::questions;
use crate::store::{Conn, StoreError};

/// What of a row has a time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Who wrote a proposal.
    Authors,
    /// Where the answer to a question went.
    Address,
    /// The words of whoever asked, and the secret with which they read the answer; with them the question, unless it is public.
    Words,
}

impl Kept {
    /// What a rule is about, if it is about such a part.
    pub(super) const fn of(rule: Rule) -> Option<Self> {
        match rule {
            Rule::Authors => Some(Self::Authors),
            Rule::QuestionAddresses => Some(Self::Address),
            Rule::Questions => Some(Self::Words),
            Rule::Drafts
            | Rule::Sessions
            | Rule::SignIns
            | Rule::AddressChanges
            | Rule::PendingTelephones
            | Rule::Limits
            | Rule::Invitations
            | Rule::Mails
            | Rule::FollowRequests
            | Rule::Follows
            | Rule::Followers
            | Rule::Reports
            | Rule::TextReports
            | Rule::Scans
            | Rule::Declarations
            | Rule::Supports
            | Rule::VoterCodes
            | Rule::Participations
            | Rule::Roll
            | Rule::Tokens
            | Rule::Accounts => None,
        }
    }

    /// Whether anything came to its end until then that is still kept. What waits for its answer has no time of it.
    pub(super) fn is_overdue(self, conn: &mut Conn, until: NaiveDateTime) -> Result<bool, StoreError> {
        Ok(!self.list(conn, until, 1)?.is_empty())
    }

    fn list(self, conn: &mut Conn, until: NaiveDateTime, limit: i64) -> Result<Vec<i64>, StoreError> {
        let settled = questions::table.filter(questions::settled_at.assume_not_null().le(until));
        let public = QuestionState::Public.as_str();
        Ok(match self {
            Self::Authors => list_overdue_authors(conn, until, limit)?,
            Self::Address => settled.filter(questions::email.ne("")).select(questions::id).limit(limit).load(conn)?,
            Self::Words => settled
                .filter(questions::state.ne(public).or(questions::text.is_not_null()))
                .select(questions::id)
                .limit(limit)
                .load(conn)?,
        })
    }

    /// Forgets it in a batch of rows. Answers in how many.
    pub(super) fn forget(self, conn: &mut Conn, until: NaiveDateTime) -> Result<usize, StoreError> {
        let ids = self.list(conn, until, BATCH)?;
        // The condition once more: one may have been settled anew meanwhile.
        let these = || questions::id.eq_any(ids.clone()).and(questions::settled_at.assume_not_null().le(until));
        let is_public = || questions::state.eq(QuestionState::Public.as_str());
        match self {
            Self::Authors => forget_authors(conn, &ids),
            Self::Address => {
                Ok(diesel::update(questions::table.filter(these())).set(questions::email.eq("")).execute(conn)?)
            }
            Self::Words => {
                let gone = questions::table.filter(these()).filter(diesel::dsl::not(is_public()));
                let gone = diesel::delete(gone).execute(conn)?;
                let nothing = (questions::text.eq(None::<String>), questions::token_hash.eq(None::<Vec<u8>>));
                let public = questions::table.filter(these()).filter(is_public());
                Ok(gone.saturating_add(diesel::update(public).set(nothing).execute(conn)?))
            }
        }
    }
}
