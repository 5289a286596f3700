//! What a token says, and whether it holds here and now.

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::{Purpose, TokenError};
use crate::domain::api_token::{TokenId, TokenLife};
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;

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
    sub: String,
    iat: i64,
    exp: i64,
}

impl Claims {
    pub(super) fn new(issuer: &str, purpose: Purpose, new: &NewApiToken) -> Self {
        Self {
            iss: issuer.to_owned(),
            aud: purpose.audience().to_owned(),
            purpose: purpose.as_str().to_owned(),
            jti: new.id.to_string(),
            sub: new.account.to_string(),
            iat: seconds(new.issued_at),
            exp: seconds(new.expires_at),
        }
    }

    pub(super) fn check(
        &self,
        issuer: &str,
        purpose: Purpose,
        now: Instant,
        leeway: i64,
    ) -> Result<(TokenId, AccountId), TokenError> {
        let id = TokenId::parse(&self.jti).ok_or(TokenError::Claims)?;
        let account = read_account(&self.sub).ok_or(TokenError::Claims)?;
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
            Ok((id, account))
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
