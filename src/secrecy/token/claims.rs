//! What a token says, and whether it holds here and now.

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::{LinkSpan, Purpose, TokenError};
use crate::domain::api_token::{TokenId, TokenLife};
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::session::SessionToken;

/// A token that is to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewApiToken {
    /// Its random id.
    pub id: TokenId,
    /// The account that it acts for.
    pub account: AccountId,
    /// When it is made.
    pub issued_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
}

/// The claims. All are needed, none may stand there twice, and no other may: so a claim that we do not know of is never
/// overlooked.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claims {
    iss: String,
    aud: String,
    purpose: String,
    jti: String,
    /// The account that a program acts for; a link has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sub: Option<String>,
    iat: i64,
    exp: i64,
}

impl Claims {
    pub(super) fn for_program(issuer: &str, purpose: Purpose, new: &NewApiToken) -> Self {
        let span = (new.issued_at, new.expires_at);
        Self { sub: Some(new.account.to_string()), ..Self::new(issuer, purpose, new.id.to_string(), span) }
    }

    pub(super) fn for_link(issuer: &str, purpose: Purpose, id: &str, span: LinkSpan) -> Self {
        Self::new(issuer, purpose, id.to_owned(), (span.issued_at, span.expires_at))
    }

    fn new(issuer: &str, purpose: Purpose, jti: String, (from, until): (Instant, Instant)) -> Self {
        Self {
            iss: issuer.to_owned(),
            aud: purpose.audience().to_owned(),
            purpose: purpose.as_str().to_owned(),
            jti,
            sub: None,
            iat: seconds(from),
            exp: seconds(until),
        }
    }

    /// Which program's token this is, and for whom it acts.
    pub(super) fn of_program(&self) -> Result<(TokenId, AccountId), TokenError> {
        let id = TokenId::parse(&self.jti).ok_or(TokenError::Claims)?;
        let account = self.sub.as_deref().and_then(read_account).ok_or(TokenError::Claims)?;
        Ok((id, account))
    }

    /// Which link this is.
    pub(super) fn of_link(&self) -> Result<SessionToken, TokenError> {
        match self.sub {
            Some(_) => Err(TokenError::Claims),
            None => SessionToken::parse(&self.jti).ok_or(TokenError::Claims),
        }
    }

    /// Whether it is ours, for this, and its time is now.
    pub(super) fn check(&self, issuer: &str, purpose: Purpose, now: Instant, leeway: i64) -> Result<(), TokenError> {
        let times = [self.iat, self.exp].map(|seconds| DateTime::from_timestamp(seconds, 0));
        let [Some(_), Some(_)] = times else { return Err(TokenError::Claims) };
        // A second more, because times are cut to seconds here.
        let longest = i64::from(TokenLife::LONGEST).saturating_mul(86_400).saturating_add(1);
        if !(1..=longest).contains(&self.exp.saturating_sub(self.iat)) {
            return Err(TokenError::Claims);
        }
        let now = seconds(now);
        if self.iss != issuer {
            Err(TokenError::Issuer)
        } else if self.aud != purpose.audience() {
            Err(TokenError::Audience)
        } else if self.purpose != purpose.as_str() {
            Err(TokenError::Purpose)
        } else if self.iat > now.saturating_add(leeway) {
            Err(TokenError::NotYetValid)
        } else if self.exp <= now.saturating_sub(leeway) {
            Err(TokenError::Expired)
        } else {
            Ok(())
        }
    }
}

fn seconds(at: Instant) -> i64 {
    at.to_datetime().timestamp()
}

/// Only as it is written: no sign, no zero in front.
fn read_account(text: &str) -> Option<AccountId> {
    let id = AccountId::new(text.parse().ok()?);
    (id.value() > 0 && id.to_string() == text).then_some(id)
}
