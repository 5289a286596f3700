//! What the pages of the moderation read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Permission, Scope};
use crate::domain::proposal::{Offer, ProposalState};
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::store::proposal_entries::find_entry_of_office;
use crate::store::proposal_lists::{count_by_state, list_for_moderation};
use crate::store::proposal_scans::find_scan;
use crate::store::proposals::{Proposal, find_proposal, list_offers};
use crate::store::rounds::find_round_by_slug;
use crate::store::texts::find_round_text;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::parts::ListPart;
use crate::web::proposals::{Kinds, find_kinds};
use crate::web::round::load::Reader;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Proposals on one page: each is shown with its whole text.
const PAGE: usize = 10;

/// Which proposals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Those that wait to be read.
    Waiting,
    /// Those that are hidden.
    Hidden,
    /// All of them.
    All,
}

impl Part {
    /// All parts as the page names them.
    pub(super) const ALL: [Self; 3] = [Self::Waiting, Self::Hidden, Self::All];

    /// What stands in the address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Hidden => "hidden",
            Self::All => "all",
        }
    }

    /// Reads what stands in the address; what is none leads to those that wait.
    pub(super) fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.as_str() == text).unwrap_or(Self::Waiting)
    }

    /// Where its proposals stand; none for all.
    const fn state(self) -> Option<ProposalState> {
        match self {
            Self::Waiting => Some(ProposalState::Unchecked),
            Self::Hidden => Some(ProposalState::Hidden),
            Self::All => None,
        }
    }

    /// How many it has.
    pub(super) fn count(self, counts: &BTreeMap<ProposalState, i64>) -> i64 {
        match self.state() {
            Some(state) => counts.get(&state).copied().unwrap_or(0),
            None => counts.values().copied().fold(0, i64::saturating_add),
        }
    }
}

/// The round of a page.
pub(super) struct Here {
    pub(super) round: Round,
    pub(super) title: String,
    pub(super) kinds: Kinds,
}

fn find_here(conn: &mut Conn, slug: &Slug, reader: Reader) -> Result<Here, StoreError> {
    let round = find_round_by_slug(conn, slug)?.ok_or(StoreError::NotFound)?;
    let title = find_round_text(conn, round.id, reader.language.written())?.text.title;
    let kinds = find_kinds(conn, &round, reader)?;
    Ok(Here { round, title, kinds })
}

/// A page of the queue.
pub(super) struct Listed {
    pub(super) here: Here,
    pub(super) counts: BTreeMap<ProposalState, i64>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) page: ListPart,
    /// The proposal with which something has just been done.
    pub(super) done: Option<Proposal>,
}

/// A page of the queue, for whoever reads all proposals of this round.
pub(super) async fn load_list(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    slug: Slug,
    (part, wanted, done): (Part, usize, Option<ProposalNumber>),
) -> Result<Listed, WebError> {
    let reader = Reader::of(visitor);
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, reader)?;
        let counts = count_by_state(conn, here.round.id)?;
        let page = ListPart::nearest(wanted, part.count(&counts), PAGE);
        let proposals = list_for_moderation(conn, here.round.id, part.state(), (page.skip, page.limit))?;
        let done = match done {
            Some(number) => find_proposal(conn, number)?.filter(|proposal| proposal.round == here.round.id),
            None => None,
        };
        Ok::<_, StoreError>(Listed { here, counts, proposals, page, done })
    };
    let listed = site.app.db.read(read).await?;
    office.check(Scope::Round(listed.here.round.id))?;
    Ok(listed)
}

/// A proposal with all that is known of it but the address of its author.
pub(super) struct Opened {
    pub(super) here: Here,
    pub(super) proposal: Proposal,
    pub(super) offers: Vec<Offer>,
    /// On which day it came in, and whether there is a scanned paper, where the office entered it.
    pub(super) entered: Option<(NaiveDate, bool)>,
    /// Whether the reader may see the paper.
    pub(super) sees_paper: bool,
    /// Whether the reader does something with it; others only read.
    pub(super) is_moderated: bool,
}

/// A proposal of this round, for whoever reads all of them.
pub(super) async fn load_one(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (slug, number): (Slug, ProposalNumber),
) -> Result<Opened, WebError> {
    let reader = Reader::of(visitor);
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, reader)?;
        let found = find_proposal(conn, number)?.filter(|proposal| proposal.round == here.round.id);
        let opened = match found {
            Some(proposal) => {
                let entry = find_entry_of_office(conn, proposal.id)?;
                let has_scan = find_scan(conn, proposal.id)?.is_some();
                let entered = entry.map(|entry| (entry.came_in_on, has_scan));
                Some((list_offers(conn, proposal.id)?, entered, proposal))
            }
            None => None,
        };
        Ok::<_, StoreError>((here, opened))
    };
    let (here, opened) = site.app.db.read(read).await?;
    let scope = Scope::Round(here.round.id);
    office.check(scope)?;
    let (offers, entered, proposal) = opened.ok_or_else(WebError::not_found)?;
    let is_moderated = office.may_also(Permission::ModerateProposals, scope);
    let sees_paper = office.may_also(Permission::EnterProposals, scope);
    Ok(Opened { here, proposal, offers, entered, sees_paper, is_moderated })
}
