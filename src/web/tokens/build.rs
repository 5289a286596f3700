//! The page of the tokens: fresh, with mistakes, or with a token that was made just now.

use super::check::Fields;
use super::view::{MadeToken, Mistake, TokenField, TokenRow, TokenState, TokensList};
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::store::api_tokens::ListedToken;
use crate::web::parts::Problem;
use crate::web::routes;

/// What a page of the tokens is made of.
pub(super) struct Sheet<'a> {
    pub(super) words: Words<'a>,
    pub(super) now: Instant,
    pub(super) may_make: bool,
    pub(super) fields: Fields,
    pub(super) mistakes: Vec<Mistake>,
    pub(super) made: Option<MadeToken>,
    pub(super) revoked: bool,
    pub(super) tokens: Vec<ListedToken>,
}

impl Sheet<'_> {
    /// The page.
    pub(super) fn page(self) -> TokensList {
        let text = |mistake: &Mistake| self.words.text(mistake.key(), &[]);
        let problem = |mistake: &Mistake| Problem { text: text(mistake), anchor: Some(mistake.field().to_owned()) };
        let field = |name: &str, value: &str| TokenField {
            value: value.to_owned(),
            problem: self.mistakes.iter().find(|mistake| mistake.field() == name).map(text),
        };
        TokensList {
            may_make: self.may_make,
            url: routes::tokens(self.words.language()),
            revoke_url: routes::token_revoke(self.words.language()),
            id: self.fields.id.clone(),
            problems: self.mistakes.iter().map(problem).collect(),
            name: field("name", &self.fields.name),
            days: field("days", &self.fields.days),
            tokens: self.tokens.iter().map(|token| self.row(token)).collect(),
            made: self.made,
            revoked: self.revoked,
        }
    }

    fn row(&self, token: &ListedToken) -> TokenRow {
        let day = |at: Instant| self.words.date(at);
        let state = match token.revoked_at {
            Some(at) => TokenState::Revoked { at: day(at) },
            None if token.expires_at <= self.now => TokenState::Expired { at: day(token.expires_at) },
            None => TokenState::Holds { until: day(token.expires_at) },
        };
        TokenRow {
            id: token.id.to_string(),
            name: token.name.clone(),
            owner: token.owner.clone(),
            created: day(token.created_at),
            used: token.last_used_at.map(|at| self.words.date_time(at)),
            state,
        }
    }
}
