//! What can be followed: a round that everybody sees, or a proposal that everybody reads.

use serde::Deserialize;

use super::view::SubjectView;
use crate::domain::follow::Followed;
use crate::domain::ids::ProposalNumber;
use crate::domain::proposal::ProposalState;
use crate::domain::round::{Origin, Round};
use crate::domain::slug::Slug;
use crate::locale::{Language, Words};
use crate::store::Conn;
use crate::store::proposals::{find_proposal, list_proposals};
use crate::store::rounds::find_round;
use crate::web::error::{Code, WebError};
use crate::web::round::load::{PublicRound, Reader, find_public_round, is_public};
use crate::web::routes;

/// What a form or a link names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    /// The round's name in addresses.
    pub(super) round: String,
    /// The proposal's number; empty for the whole of the round.
    pub(super) proposal: String,
}

/// What is followed, as pages tell it.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) followed: Followed,
    pub(super) slug: Slug,
    pub(super) title: String,
    pub(super) number: Option<ProposalNumber>,
}

/// Whether anything is still to become of a round: its ballots are cast here, and it is not archived.
pub(super) fn takes_followers(round: &Round) -> bool {
    round.origin == Origin::Live && round.facts.archived_at.is_none()
}

impl Subject {
    /// What is named, if there is such a thing and everybody may see it.
    pub(super) fn find(conn: &mut Conn, named: &Named, reader: Reader) -> Result<Option<Self>, WebError> {
        let Ok(slug) = Slug::parse(&named.round) else { return Ok(None) };
        let found = match find_public_round(conn, &slug, reader) {
            Ok(found) => found,
            Err(WebError::Told(Code::NotFound)) => return Ok(None),
            Err(error) => return Err(error),
        };
        if !takes_followers(&found.round) {
            return Ok(None);
        }
        let PublicRound { round, text } = found;
        let whole = Self {
            followed: Followed { round: round.id, proposal: None },
            slug: round.slug,
            title: text.title,
            number: None,
        };
        if named.proposal.is_empty() {
            return Ok(Some(whole));
        }
        let Ok(number) = named.proposal.parse().map(ProposalNumber::new) else { return Ok(None) };
        let proposal = find_proposal(conn, number)?.filter(|one| one.round == round.id && one.state.is_public());
        Ok(proposal.map(|proposal| Self {
            followed: Followed { proposal: Some(proposal.id), ..whole.followed },
            number: Some(number),
            ..whole
        }))
    }

    /// What somebody asked to follow before, while anything is still to become of it. It may be hidden meanwhile: that can
    /// change, and its number tells nobody anything.
    pub(super) fn of(conn: &mut Conn, followed: Followed, reader: Reader) -> Result<Option<Self>, WebError> {
        let Some(round) = find_round(conn, followed.round)?.filter(|round| is_public(round, reader.now)) else {
            return Ok(None);
        };
        if !takes_followers(&round) {
            return Ok(None);
        }
        let PublicRound { round, text } = find_public_round(conn, &round.slug, reader)?;
        let number = match followed.proposal {
            Some(id) => match list_proposals(conn, &[id])?.pop() {
                Some(proposal) if proposal.state != ProposalState::Withdrawn => Some(proposal.number),
                Some(_) | None => return Ok(None),
            },
            None => None,
        };
        Ok(Some(Self { followed, slug: round.slug, title: text.title, number }))
    }

    pub(super) fn view(&self, language: Language, words: Words<'_>) -> SubjectView {
        SubjectView {
            round: self.title.clone(),
            proposal: self.number.map(|number| words.text("following-proposal", &[("number", number.padded().into())])),
            url: url(language, &self.slug, self.number),
        }
    }

    /// What a form names it by.
    pub(super) fn named(&self) -> Named {
        let proposal = self.number.map(|number| number.value().to_string()).unwrap_or_default();
        Named { round: self.slug.as_str().to_owned(), proposal }
    }
}

/// The page of what is followed.
pub(super) fn url(language: Language, slug: &Slug, number: Option<ProposalNumber>) -> String {
    match number {
        Some(number) => routes::proposal(language, slug, number),
        None => routes::round(language, slug),
    }
}
