//! What the pages of the shortlist read.

use crate::domain::ids::{AreaId, ProposalNumber};
use crate::domain::permission::{Permission, Scope};
use crate::domain::round::Round;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::store::ballots::count_ballots;
use crate::store::proposals::find_proposal;
use crate::store::reviews::{QueueOf, QueuePart, count_queue};
use crate::store::rounds::find_round_by_slug;
use crate::store::shortlist::{
    AreaSum, Candidate, CandidatesOf, count_candidates, find_candidate, find_frozen, find_only_area, list_area_sums,
    list_candidates,
};
use crate::store::texts::find_round_text;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::parts::ListPart;
use crate::web::round::load::{Areas, Reader, find_areas};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Proposals on one page.
const PAGE: usize = 50;

/// The round of a page.
pub(super) struct Here {
    pub(super) round: Round,
    pub(super) title: String,
    pub(super) areas: Areas,
    pub(super) frozen: Option<Instant>,
    /// The only area, in which everything stands.
    pub(super) only: Option<AreaId>,
    /// Whether it is shown how many people support what.
    pub(super) shows_supports: bool,
    /// Whether the reader puts something on that has too few supports.
    pub(super) may_override: bool,
    /// Whether the reader makes the shortlist, and nobody votes yet.
    pub(super) may_change: bool,
    /// Whether the reader freezes it: also while voting is open, as long as nobody has voted.
    pub(super) may_freeze: bool,
}

fn find_here(conn: &mut Conn, slug: &Slug, (reader, office): (Reader, &Office)) -> Result<Here, StoreError> {
    let round = find_round_by_slug(conn, slug)?.ok_or(StoreError::NotFound)?;
    let title = find_round_text(conn, round.id, reader.language.written())?.text.title;
    let may = office.may_also(Permission::SelectProjects, Scope::Round(round.id));
    let has_begun = round.voting_has_begun(reader.now);
    let has_ended = round.facts.voting_closed_at.is_some() || round.schedule.over(Window::Voting, reader.now);
    Ok(Here {
        areas: find_areas(conn, &round, reader)?,
        frozen: find_frozen(conn, round.id)?,
        only: find_only_area(conn, round.id)?,
        shows_supports: round.shows_supports(reader.now),
        may_override: office.may_also(Permission::OverrideThreshold, Scope::Round(round.id)),
        may_change: may && !has_begun,
        may_freeze: may && !has_ended && (!has_begun || count_ballots(conn, round.id)? == 0),
        title,
        round,
    })
}

/// A page of the shortlist.
pub(super) struct Listed {
    pub(super) here: Here,
    pub(super) counts: Vec<(CandidatesOf, i64)>,
    pub(super) undecided: i64,
    pub(super) sums: Vec<AreaSum>,
    pub(super) rows: Vec<Candidate>,
    pub(super) page: ListPart,
}

/// The parts in their order. Where there is one area, everything stands in it.
const PARTS: [CandidatesOf; 3] = [CandidatesOf::Ballot, CandidatesOf::Excluded, CandidatesOf::WithoutArea];

/// A page of the shortlist, for whoever reads it in this round.
pub(super) async fn load_list(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (slug, part, wanted): (Slug, CandidatesOf, usize),
) -> Result<Listed, WebError> {
    let (reader, of) = (Reader::of(visitor), office.clone());
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, (reader, &of))?;
        let round = here.round.id;
        let mut counts = Vec::new();
        for one in PARTS.into_iter().filter(|part| *part != CandidatesOf::WithoutArea || here.only.is_none()) {
            counts.push((one, count_candidates(conn, round, one)?));
        }
        let all = counts.iter().find(|(one, _)| *one == part).map_or(0, |(_, count)| *count);
        let page = ListPart::nearest(wanted, all, PAGE);
        let mut undecided = 0_i64;
        for part in [QueuePart::Due, QueuePart::Asked] {
            let waiting = count_queue(conn, round, (part, &QueueOf::Everybody), reader.now)?;
            undecided = undecided.saturating_add(waiting);
        }
        Ok::<_, StoreError>(Listed {
            rows: list_candidates(conn, round, part, (page.skip, page.limit))?,
            sums: list_area_sums(conn, round)?,
            undecided,
            counts,
            page,
            here,
        })
    };
    let listed = site.app.db.read(read).await?;
    office.check(Scope::Round(listed.here.round.id))?;
    Ok(listed)
}

/// A candidate of this round, if the proposal is one.
pub(super) async fn load_one(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (slug, number): (Slug, ProposalNumber),
) -> Result<(Here, Option<Candidate>), WebError> {
    let (reader, of) = (Reader::of(visitor), office.clone());
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, (reader, &of))?;
        let found = match find_proposal(conn, number)? {
            Some(proposal) => find_candidate(conn, here.round.id, proposal.id)?,
            None => None,
        };
        Ok::<_, StoreError>((here, found))
    };
    let (here, found) = site.app.db.read(read).await?;
    office.check(Scope::Round(here.round.id))?;
    Ok((here, found))
}
