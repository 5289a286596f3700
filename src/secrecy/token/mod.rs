//! Signed tokens (JSON Web Tokens) for programs and for links in mails. One algorithm, one header, one set of claims, a key
//! for each purpose.
//!
//! A browser's session is none of these: it is an opaque token that a row ends. A token here is verified first and then
//! looked up, so it can be revoked like a session and a link be good once. [`ApiToken`] can be had by verifying only.

mod claims;
mod link;
mod provider;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};

use super::derivation::InstallationKeys;
use super::secret_key::SecretKey;
use crate::domain::api_token::TokenId;
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use claims::Claims;

pub use claims::NewApiToken;
pub use link::{LinkPurpose, LinkSpan};

/// What a token is for. Each has a key of its own, so that none can pass for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A program reads through the interface.
    ApiAccess,
    /// A link in a mail.
    Link(LinkPurpose),
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::ApiAccess => "api_access",
            Self::Link(LinkPurpose::SignIn) => "sign_in",
            Self::Link(LinkPurpose::ConfirmAddress) => "confirm_address",
            Self::Link(LinkPurpose::Invitation) => "invitation",
            Self::Link(LinkPurpose::ConfirmFollow) => "confirm_follow",
            Self::Link(LinkPurpose::Following) => "following",
        }
    }

    /// Who is to take it.
    const fn audience(self) -> &'static str {
        match self {
            Self::ApiAccess => "allmende/api",
            Self::Link(_) => "allmende/links",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::ApiAccess => "allmende/1/token/api_access",
            Self::Link(LinkPurpose::SignIn) => "allmende/1/token/link/sign_in",
            Self::Link(LinkPurpose::ConfirmAddress) => "allmende/1/token/link/confirm_address",
            Self::Link(LinkPurpose::Invitation) => "allmende/1/token/link/invitation",
            Self::Link(LinkPurpose::ConfirmFollow) => "allmende/1/token/link/confirm_follow",
            Self::Link(LinkPurpose::Following) => "allmende/1/token/link/following",
        }
    }
}

/// A token that was verified: it is ours, for programs, for this address, and its time is now. Whether it was revoked
/// stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    id: TokenId,
    account: AccountId,
}

impl ApiToken {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> TokenId {
        self.id
    }

    /// The account that it acts for.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }
}

/// Why a text is no token that holds. Whoever sent it is told only that it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Longer than any token of ours.
    #[error("it is too long")]
    TooLong,
    /// Not three parts.
    #[error("it has not three parts")]
    Parts,
    /// Another header than ours: another algorithm, a hint at a key, anything else.
    #[error("its header is not ours")]
    Header,
    /// Not signed with our key for this purpose.
    #[error("its signature does not hold")]
    Signature,
    /// A claim is missing, double, unknown or of a wrong type.
    #[error("its claims are not ours")]
    Claims,
    /// Made for another address.
    #[error("it comes from elsewhere")]
    Issuer,
    /// Made for somebody else to take.
    #[error("it is for somebody else")]
    Audience,
    /// Made for something else.
    #[error("it is for something else")]
    Purpose,
    /// It says that it was made in the future.
    #[error("it does not hold yet")]
    NotYetValid,
    /// Its time is over.
    #[error("its time is over")]
    Expired,
    /// It cannot be signed; a mistake of ours.
    #[error("it cannot be signed")]
    Unsigned,
}

/// `{"typ":"JWT","alg":"HS256"}`: the only header that is made, and the only one that is taken. So nobody tells us by
/// which algorithm or with which key to verify.
const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";

/// In bytes; ours have about 400.
const LONGEST: usize = 2048;

/// In seconds: how far the clocks of two hosts may be apart.
const LEEWAY: i64 = 30;

impl InstallationKeys {
    /// Signs a token with which a program may act for an account. `issuer` is the origin of the service's address.
    ///
    /// # Errors
    /// [`TokenError::Unsigned`], which would be a mistake of ours.
    pub fn sign_api_token(&self, issuer: &str, new: &NewApiToken) -> Result<String, TokenError> {
        let purpose = Purpose::ApiAccess;
        sign(&self.token_key(purpose), &Claims::for_program(issuer, purpose, new))
    }

    /// Takes a token that a program has sent.
    ///
    /// # Errors
    /// Why it does not hold; for the log and for tests, never for the sender.
    pub fn verify_api_token(&self, issuer: &str, text: &str, now: Instant) -> Result<ApiToken, TokenError> {
        let purpose = Purpose::ApiAccess;
        let claims = read(&self.token_key(purpose), text)?;
        let (id, account) = claims.of_program()?;
        claims.check(issuer, purpose, now, LEEWAY)?;
        Ok(ApiToken { id, account })
    }

    fn token_key(&self, purpose: Purpose) -> SecretKey {
        self.tokens().derive(purpose.label())
    }
}

fn sign(key: &SecretKey, claims: &Claims) -> Result<String, TokenError> {
    provider::install();
    let header = jsonwebtoken::Header::new(Algorithm::HS256);
    let key = EncodingKey::from_secret(key.expose());
    jsonwebtoken::encode(&header, claims, &key).map_err(|_| TokenError::Unsigned)
}

/// The claims of a token that was signed with this key. Times, issuer and audience are ours to check, because the library
/// asks the machine's clock.
fn read(key: &SecretKey, text: &str) -> Result<Claims, TokenError> {
    if text.len() > LONGEST {
        return Err(TokenError::TooLong);
    }
    let mut parts = text.split('.');
    let (Some(header), Some(_), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(TokenError::Parts);
    };
    if header != HEADER {
        return Err(TokenError::Header);
    }
    provider::install();
    let mut validation = Validation::new(Algorithm::HS256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    let key = DecodingKey::from_secret(key.expose());
    match jsonwebtoken::decode::<Claims>(text, &key, &validation) {
        Ok(token) => Ok(token.claims),
        Err(error) => Err(match error.kind() {
            jsonwebtoken::errors::ErrorKind::InvalidSignature | jsonwebtoken::errors::ErrorKind::Base64(_) => {
                TokenError::Signature
            }
            _ => TokenError::Claims,
        }),
    }
}

#[cfg(test)]
mod tests;
