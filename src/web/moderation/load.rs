//! What the pages of the moderation read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::ids::{ProposalId, ProposalNumber};
use crate::domain::permission::{Permission, Scope};
use crate::domain::proposal::{HidingRule, Offer, ProposalState};
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::store::proposal_entries::find_entry_of_office;
use crate::store::proposal_lists::{count_by_state, list_for_moderation};
use crate::store::proposal_reports::{Report, count_open_reports, count_reported, list_reported, list_reports};
use crate::store::proposal_scans::find_scan;
use crate::store::proposals::{Proposal, find_proposal_in, list_offers, list_proposals};
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
/// Reports that wait and whose words are shown: who reads more of them decides no better.
const REPORTS: i64 = 20;
/// Reports that are settled and shown beside a proposal.
const SETTLED: i64 = 5;

/// Which proposals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Those that somebody reported.
    Reported,
    /// Those that wait to be read.
    Waiting,
    /// Those that are hidden.
    Hidden,
    /// All of them.
    All,
}

impl Part {
    /// All parts as the page names them.
    pub(super) const ALL: [Self; 4] = [Self::Reported, Self::Waiting, Self::Hidden, Self::All];

    /// What stands in the address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Waiting => "waiting",
            Self::Hidden => "hidden",
            Self::All => "all",
        }
    }

    /// Reads what stands in the address; what is none leads to those that wait.
    pub(super) fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.as_str() == text).unwrap_or(Self::Waiting)
    }

    /// Where its proposals stand; none where that does not matter.
    const fn state(self) -> Option<ProposalState> {
        match self {
            Self::Waiting => Some(ProposalState::Unchecked),
            Self::Hidden => Some(ProposalState::Hidden),
            Self::Reported | Self::All => None,
        }
    }

    /// How many it has.
    pub(super) fn count(self, counts: &Counts) -> i64 {
        match (self, self.state()) {
            (Self::Reported, _) => counts.reported,
            (_, Some(state)) => counts.states.get(&state).copied().unwrap_or(0),
            (_, None) => counts.states.values().copied().fold(0, i64::saturating_add),
        }
    }
}

/// How many proposals a round has.
pub(super) struct Counts {
    /// By where they stand.
    states: BTreeMap<ProposalState, i64>,
    /// Those with reports that wait.
    reported: i64,
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
    pub(super) part: Part,
    pub(super) counts: Counts,
    pub(super) proposals: Vec<Proposal>,
    /// How many reports of each wait, by rule.
    pub(super) reports: BTreeMap<ProposalId, Vec<(HidingRule, i64)>>,
    pub(super) page: ListPart,
    /// The proposal with which something has just been done.
    pub(super) done: Option<Proposal>,
}

/// A page of the queue, for whoever reads all proposals of this round. Reports come first, where there are any.
pub(super) async fn load_list(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    slug: Slug,
    (part, wanted, done): (Option<Part>, usize, Option<ProposalNumber>),
) -> Result<Listed, WebError> {
    let reader = Reader::of(visitor);
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, reader)?;
        let round = here.round.id;
        let counts = Counts { states: count_by_state(conn, round)?, reported: count_reported(conn, round)? };
        let first = if counts.reported > 0 { Part::Reported } else { Part::Waiting };
        let part = part.unwrap_or(first);
        let page = ListPart::nearest(wanted, part.count(&counts), PAGE);
        let proposals = match part {
            Part::Reported => {
                let ids = list_reported(conn, round, (page.skip, page.limit))?;
                list_proposals(conn, &ids)?
            }
            Part::Waiting | Part::Hidden | Part::All => {
                list_for_moderation(conn, round, part.state(), (page.skip, page.limit))?
            }
        };
        let ids: Vec<ProposalId> = proposals.iter().map(|proposal| proposal.id).collect();
        let reports = count_open_reports(conn, &ids)?;
        let done = match done {
            Some(number) => find_proposal_in(conn, here.round.id, number)?,
            None => None,
        };
        Ok::<_, StoreError>(Listed { here, part, counts, proposals, reports, page, done })
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
    /// The newest reports that wait, and how many there are by rule.
    pub(super) reports: (Vec<Report>, Vec<(HidingRule, i64)>),
    /// The newest reports that are settled.
    pub(super) settled: Vec<Report>,
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
        let found = find_proposal_in(conn, here.round.id, number)?;
        let opened = match found {
            Some(proposal) => {
                let entry = find_entry_of_office(conn, proposal.id)?;
                let has_scan = find_scan(conn, proposal.id)?.is_some();
                let entered = entry.map(|entry| (entry.came_in_on, has_scan));
                let counts = count_open_reports(conn, &[proposal.id])?.remove(&proposal.id).unwrap_or_default();
                let reports = (list_reports(conn, proposal.id, false, REPORTS)?, counts);
                let settled = list_reports(conn, proposal.id, true, SETTLED)?;
                Some((list_offers(conn, proposal.id)?, (entered, reports, settled), proposal))
            }
            None => None,
        };
        Ok::<_, StoreError>((here, opened))
    };
    let (here, opened) = site.app.db.read(read).await?;
    let scope = Scope::Round(here.round.id);
    office.check(scope)?;
    let (offers, (entered, reports, settled), proposal) = opened.ok_or_else(WebError::not_found)?;
    let is_moderated = office.may_also(Permission::ModerateProposals, scope);
    let sees_paper = office.may_also(Permission::EnterProposals, scope);
    Ok(Opened { here, proposal, offers, reports, settled, entered, sees_paper, is_moderated })
}
