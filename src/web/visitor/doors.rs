//! The doors of the service: a handler that takes one is never called without.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::{Member, Visitor, visitor_of};
use crate::domain::ids::{AccountId, RoundId};
use crate::domain::permission::{Actor, Denial, Permission, Reach, Scope, require};
use crate::domain::role::Grants;
use crate::secrecy::TokenHash;
use crate::store::roll::RollRow;
use crate::web::error::WebError;
use crate::web::routes;
use crate::web::session::workplace_cookie;

/// Somebody who is signed in. Everybody else is led to the sign-in and back.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Member);

impl FromRequest for SignedIn {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visitor_of(request).and_then(|visitor| match &visitor.member {
            Some(member) => Ok(Self(member.clone())),
            None => Err(sign_in_first(request, &visitor)),
        }))
    }
}

/// Somebody of the office who may do what the address is for, at least in one round: [`Office::check`] holds it against
/// the round in question, and the action asks once more. Everybody else is led to the sign-in, or to the second factor, and
/// back; `kept` is there for the forms that they sent.
#[derive(Debug, Clone)]
pub struct Office {
    member: Member,
    permission: Permission,
}

impl Office {
    /// The session in which they act.
    pub(in crate::web) const fn session(&self) -> TokenHash {
        self.member.token
    }

    /// Who acts, for actions.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.member.actor()
    }

    /// The account that acts.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.member.account
    }

    /// What the account is entrusted with.
    #[must_use]
    pub const fn grants(&self) -> &Grants {
        &self.member.grants
    }

    /// Whether somebody may do here what the address is for.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.member.may(self.permission, scope)
    }

    /// Whether somebody may do something else as well: what a page offers to those who may, and keeps from others.
    #[must_use]
    pub fn may_also(&self, permission: Permission, scope: Scope) -> bool {
        self.member.may(permission, scope)
    }

    /// Lets pass who may do here what the address is for.
    ///
    /// # Errors
    /// The reason why not.
    pub fn check(&self, scope: Scope) -> Result<(), WebError> {
        Ok(require(self.actor(), &self.member.grants, self.permission, scope)?)
    }
}

impl FromRequest for Office {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(office_of(request))
    }
}

fn office_of(request: &HttpRequest) -> Result<Office, WebError> {
    let visitor = visitor_of(request)?;
    let access = request.match_pattern().and_then(|pattern| routes::access(&pattern));
    let Some(permission) = access.and_then(|access| access.of_office(visitor.reads)) else {
        return Err(WebError::fault("the table of addresses says that this page is not the office's"));
    };
    let Some(member) = &visitor.member else { return Err(sign_in_first(request, &visitor)) };
    // A page of a round is opened for a role in any round, and held against the round in question once that is known.
    let in_rounds = member.grants.iter().filter_map(|grant| grant.round.map(Scope::Round));
    let in_rounds = in_rounds.filter(|_| permission.reach() == Reach::Round);
    let scopes = std::iter::once(Scope::Organisation).chain(in_rounds);
    let mut denial = None;
    for scope in scopes {
        match require(member.actor(), &member.grants, permission, scope) {
            Ok(()) => return Ok(Office { member: member.clone(), permission }),
            Err(Denial::SecondFactorMissing) => {
                return Err(WebError::Elsewhere(routes::second_factor_and_go_to(
                    visitor.language,
                    way_back(request, &visitor),
                )));
            }
            Err(found) => denial = Some(denial.unwrap_or(found)),
        }
    }
    Err(denial.unwrap_or(Denial::RoleMissing).into())
}

fn sign_in_first(request: &HttpRequest, visitor: &Visitor) -> WebError {
    if let Some(key) = workplace_cookie(request) {
        // Whoever has no address could not sign in elsewhere.
        return WebError::Elsewhere(routes::enter_again(visitor.language, &key, way_back(request, visitor)));
    }
    WebError::Elsewhere(routes::sign_in_and_go_to(visitor.language, way_back(request, visitor)))
}

/// What was read is read again after the sign-in; a form that is not kept is opened anew.
fn way_back<'a>(request: &'a HttpRequest, visitor: &'a Visitor) -> &'a str {
    if visitor.reads { &visitor.here } else { request.path() }
}

/// Somebody who has entered a code. Everybody else is led to where codes are entered.
#[derive(Debug, Clone)]
pub struct Voter {
    /// The row of the roll that the code led to, in whatever round.
    row: RollRow,
    entry: String,
}

impl Voter {
    /// The row of the roll, if the code was one of this round.
    ///
    /// # Errors
    /// A code of another round leads to where codes are entered.
    pub fn in_round(&self, round: RoundId) -> Result<&RollRow, WebError> {
        if self.row.round == round { Ok(&self.row) } else { Err(WebError::Elsewhere(self.entry.clone())) }
    }
}

impl FromRequest for Voter {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visitor_of(request).and_then(|visitor| {
            let slug = routes::slug_of(request).ok_or_else(WebError::not_found)?;
            let entry = routes::vote(visitor.language, &slug);
            match &visitor.voter {
                Some(voter) => Ok(Self { row: voter.row.clone(), entry }),
                None => Err(WebError::Elsewhere(entry)),
            }
        }))
    }
}
