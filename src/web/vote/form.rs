//! The forms of the vote: read within limits, held against forged requests, and told apart by the person for whom they
//! were made. Choices go only to that person.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use super::conflict::conflict;
use super::entry::ask_again;
use super::sent::{CastMarks, Sent};
use super::view::ConflictReason;
use crate::store::roll::RollRow;
use crate::web::csrf::{FIELD, MadeFor, check, check_vote, fits_row};
use crate::web::error::WebError;
use crate::web::form::{Extraction, read_as};
use crate::web::round::load::PublicRound;
use crate::web::site::Site;
use crate::web::visitor::{Visitor, site_of, visitor_of};

/// The tick of the declaration.
pub(super) const DECLARED: &str = "declared";

/// A form with choices, or with nothing but a button, that a page of ours sent.
pub(super) enum VoteForm {
    /// It was made for the voter whose session holds.
    Theirs(Sent),
    /// No voter's session holds. Whoever left has no cookie any more: what their browser sends again after "back" is not
    /// for the next person at the same computer, and nothing of it is here.
    SessionEnded(Sent),
    /// It was made for somebody else than the voter whose session holds, to whom nothing of it is shown.
    SomebodyElses,
}

impl FromRequest for VoteForm {
    type Error = WebError;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_as(request, payload, |request, pairs| {
            let (sent, visitor) = (Sent::read(&pairs), visitor_of(request)?);
            Ok(match check_vote(request, &*site_of(request)?, &visitor, sent.token())? {
                MadeFor::TheVoter => Self::Theirs(sent),
                MadeFor::Unknown if visitor.vote_cookie.is_some() => Self::SessionEnded(sent),
                MadeFor::Unknown => Self::SessionEnded(Sent::default()),
                MadeFor::SomebodyElse => Self::SomebodyElses,
            })
        })
    }
}

impl VoteForm {
    /// What may be shown to whoever sent it.
    pub(super) fn choices(&self) -> Option<&Sent> {
        match self {
            Self::Theirs(sent) | Self::SessionEnded(sent) => Some(sent),
            Self::SomebodyElses => None,
        }
    }

    /// Whether nobody knows what became of an earlier try.
    pub(super) fn is_unsure(&self) -> bool {
        self.choices().is_some_and(Sent::is_unsure)
    }

    /// What the check page added, if this is a cast of the voter.
    pub(super) fn marks(&self) -> Option<CastMarks> {
        match self {
            Self::Theirs(sent) => sent.marks(),
            Self::SessionEnded(_) | Self::SomebodyElses => None,
        }
    }

    /// The voter's row in a round with what the voter sent, or the page for whoever else sent it.
    pub(super) async fn of_the_voter(
        self,
        site: &Site,
        visitor: &Visitor,
        found: &PublicRound,
    ) -> Result<Result<(RollRow, Sent), HttpResponse>, WebError> {
        let sent = match self {
            Self::Theirs(sent) | Self::SessionEnded(sent) => sent,
            Self::SomebodyElses => {
                return conflict(site, visitor, found, ConflictReason::OtherCode, &Sent::default()).map(Err);
            }
        };
        match visitor.row_in(found.round.id) {
            Some(row) => Ok(Ok((row, sent))),
            None => ask_again(site, visitor, found, sent).await.map(Err),
        }
    }
}

/// The form that takes a code, with the choices that it carries on. Whoever has a code may enter it, whatever session
/// holds in the browser.
pub(super) struct CodeForm {
    pub(super) typed: String,
    pub(super) carried: Carried,
}

/// The form with which somebody who is signed in comes to a ballot, with the choices that it carries on.
pub(super) struct AccountForm {
    /// Whether the declaration was ticked.
    pub(super) declares: bool,
    pub(super) carried: Carried,
}

/// Choices that travel through the entry, whosoever they are.
pub(super) struct Carried(Sent);

impl FromRequest for CodeForm {
    type Error = WebError;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_as(request, payload, |request, pairs| {
            let carried = Sent::read(&pairs);
            check_vote(request, &*site_of(request)?, &visitor_of(request)?, carried.token())?;
            let typed = pairs.into_iter().find(|(name, _)| name == "code").map(|(_, typed)| typed).unwrap_or_default();
            Ok(Self { typed, carried: Carried(carried) })
        })
    }
}

impl FromRequest for AccountForm {
    type Error = WebError;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_as(request, payload, |request, pairs| {
            let first = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
            // It acts for the account, so its token is one of the session of the account.
            check(request, &*site_of(request)?, &visitor_of(request)?, first(FIELD))?;
            Ok(Self { declares: first(DECLARED).is_some(), carried: Carried(Sent::read(&pairs)) })
        })
    }
}

impl Carried {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The choices if they were made on a ballot of this row, or else none.
    pub(super) fn of(&self, site: &Site, row: &RollRow) -> Sent {
        if fits_row(site, row.id, self.0.token()) { self.0.clone() } else { Sent::default() }
    }

    /// The choices for the page of the entry once more; none while somebody else's session holds.
    pub(super) fn to_carry_on(&self, site: &Site, visitor: &Visitor) -> Sent {
        match &visitor.voter {
            Some(voter) => self.of(site, &voter.row),
            None => self.0.clone(),
        }
    }
}
