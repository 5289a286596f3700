//! What the pages of the counter read.

use crate::domain::entering::may_enter;
use crate::domain::ids::{AccountId, ProposalNumber};
use crate::domain::permission::Scope;
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::{first_moment, local_day};
use crate::store::proposal_entries::{ProposalEntry, find_entry_of_office, list_entered_by};
use crate::store::proposal_scans::{Scan, find_scan};
use crate::store::proposals::{Proposal, find_author, find_proposal};
use crate::store::reviews::{Review, find_review};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::propose::build::Here;
use crate::web::round::load::{Reader, is_public};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// So many of those that were entered today are listed.
const LISTED: i64 = 50;

/// The round, for whoever enters proposals in it.
pub(super) async fn load_here(site: &Site, visitor: &Visitor, office: &Office, slug: Slug) -> Result<Here, WebError> {
    let reader = Reader::of(visitor);
    let here = site.app.db.read(move |conn| Here::find(conn, &slug, reader)).await?;
    office.check(Scope::Round(here.found.round.id))?;
    Ok(here)
}

/// Whether anything can be entered in a round now.
pub(in crate::web) fn takes_entries(round: &Round, now: Instant) -> bool {
    let collects = is_public(round, now) && round.proposers != Eligible::Nobody;
    let collecting = round.schedule.span(Window::Collecting).filter(|_| collects);
    collecting.is_some_and(|span| may_enter(span, now))
}

/// How many proposals somebody has entered today, and the newest of them.
pub(super) async fn load_today(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    here: &Here,
) -> Result<(i64, Vec<Proposal>), WebError> {
    let zone = site.zone(visitor);
    let today = first_moment(local_day(visitor.now, zone), zone);
    let own: (_, AccountId) = (here.found.round.id, office.account());
    Ok(site.app.db.read(move |conn| list_entered_by(conn, own, today, LISTED)).await?)
}

/// A proposal that the office entered.
pub(super) struct Opened {
    pub(super) here: Here,
    pub(super) proposal: Proposal,
    pub(super) entry: ProposalEntry,
    pub(super) scan: Option<Scan>,
    pub(super) review: Review,
    /// Whether its author can be told of something.
    pub(super) has_address: bool,
}

/// A proposal that the office entered in this round, for whoever enters proposals in it.
pub(super) async fn load_entered(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (slug, number): (Slug, ProposalNumber),
) -> Result<Opened, WebError> {
    let here = load_here(site, visitor, office, slug).await?;
    let round = here.found.round.id;
    let read = move |conn: &mut Conn| {
        let Some(proposal) = find_proposal(conn, number)?.filter(|found| found.round == round) else { return Ok(None) };
        let Some(entry) = find_entry_of_office(conn, proposal.id)? else { return Ok(None) };
        let (scan, author) = (find_scan(conn, proposal.id)?, find_author(conn, proposal.id)?);
        let review = find_review(conn, proposal.id)?;
        Ok::<_, StoreError>(Some((proposal, entry, scan, review, author.is_some())))
    };
    let found = site.app.db.read(read).await?.ok_or_else(WebError::not_found)?;
    let (proposal, entry, scan, review, has_address) = found;
    Ok(Opened { here, proposal, entry, scan, review, has_address })
}
