//! A round as it stands, for the office: read in one snapshot.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::channel::Channel;
use crate::domain::permission::Scope;
use crate::domain::proposal::ProposalState;
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::store::areas::list_areas;
use crate::store::ballots::count_ballots;
use crate::store::entries::list_entries;
use crate::store::jobs::{JobProgress, find_latest_job};
use crate::store::participations::count_participations;
use crate::store::profile::count_profile_ballots;
use crate::store::projects::count_projects;
use crate::store::proposal_lists::count_by_state;
use crate::store::proposal_reports::count_reported;
use crate::store::record::Recorded;
use crate::store::results::{count_allocations, find_counted_at};
use crate::store::rounds::{find_round_by_slug, list_rounds};
use crate::store::texts::{find_round_text, list_area_names};
use crate::store::turnout::{count_roll, list_turnout};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// The newest acts that the office's page of a round lists.
const ACTS: i64 = 200;

/// A round as it stands.
pub(super) struct Standing {
    /// The round.
    pub(super) round: Round,
    /// Its title in the reader's language.
    pub(super) title: String,
    /// How many areas it has.
    pub(super) areas: usize,
    /// People who took part, by day and channel; empty when ballots were not cast here.
    pub(super) people: Vec<(NaiveDate, Channel, i64)>,
    /// How many ballots there are: people who took part, or ballots that were brought in.
    pub(super) ballots: i64,
    /// When all areas were counted.
    pub(super) counted_at: Option<Instant>,
    /// The latest job.
    pub(super) job: Option<JobProgress>,
}

impl Standing {
    /// The end of voting.
    pub(super) fn closes_at(&self) -> Option<Instant> {
        self.round.schedule.span(Window::Voting).and_then(|span| span.closes_at)
    }

    /// Whether voting is open and its end can be moved.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        self.round.facts.voting_closed_at.is_none() && self.round.schedule.open(Window::Voting, now)
    }
}

/// What the page of one round shows besides.
pub(super) struct Details {
    /// How many projects the round has.
    pub(super) projects: usize,
    /// How many may vote; none where nobody knows, because people vote with accounts.
    pub(super) roll: Option<i64>,
    /// The record, newest first.
    pub(super) entries: Vec<Recorded>,
    /// How many proposals stand where.
    pub(super) proposals: BTreeMap<ProposalState, i64>,
    /// How many of them have reports that wait.
    pub(super) reported: i64,
}

/// What lies in the box of a round, and what its roll says of it.
pub(super) struct BoxNumbers {
    /// Sealed ballots.
    pub(super) ballots: i64,
    /// The names of all areas.
    pub(super) areas: Vec<String>,
}

fn stand(conn: &mut Conn, round: Round, language: Language) -> Result<Standing, StoreError> {
    let id = round.id;
    let title = find_round_text(conn, id, language.written())?.text.title;
    let areas = list_areas(conn, id)?.len();
    let (people, ballots) = match round.origin {
        Origin::Live => {
            let people = if round.facts.certified_at.is_some() {
                list_turnout(conn, id)?
            } else {
                count_participations(conn, id)?
            };
            let sum = people.iter().map(|(_, _, people)| *people).fold(0, i64::saturating_add);
            (people, sum)
        }
        Origin::Imported | Origin::Generated => {
            let ballots = count_profile_ballots(conn, id)?;
            (Vec::new(), ballots.iter().map(|(_, _, ballots)| *ballots).fold(0, i64::saturating_add))
        }
    };
    let counted = areas > 0 && usize::try_from(count_allocations(conn, id)?).is_ok_and(|counted| counted == areas);
    let counted_at = if counted { find_counted_at(conn, id)? } else { None };
    let job = find_latest_job(conn, id)?;
    Ok(Standing { round, title, areas, people, ballots, counted_at, job })
}

/// All rounds, newest first.
pub(super) async fn load_all(site: &Site, visitor: &Visitor) -> Result<Vec<Standing>, WebError> {
    let language = visitor.language;
    let read = move |conn: &mut Conn| {
        let rounds = list_rounds(conn)?;
        rounds.into_iter().map(|round| stand(conn, round, language)).collect::<Result<_, StoreError>>()
    };
    Ok(site.app.db.read(read).await?)
}

/// The round with a name, for whoever may do there what the address is for.
pub(super) async fn load(site: &Site, visitor: &Visitor, office: &Office, slug: &Slug) -> Result<Standing, WebError> {
    let standing = load_again(site, visitor, slug).await?;
    office.check(Scope::Round(standing.round.id))?;
    Ok(standing)
}

/// The round with a name as it is now, for whoever was let in before.
pub(super) async fn load_again(site: &Site, visitor: &Visitor, slug: &Slug) -> Result<Standing, WebError> {
    let (slug, language) = (slug.clone(), visitor.language);
    let read = move |conn: &mut Conn| {
        let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
        stand(conn, round, language)
    };
    Ok(site.app.db.read(read).await?)
}

/// What the page of a round shows besides.
pub(super) async fn load_details(site: &Site, standing: &Standing) -> Result<Details, WebError> {
    let (id, takes_accounts) = (standing.round.id, standing.round.basis.takes_accounts());
    let read = move |conn: &mut Conn| {
        let roll = if takes_accounts { None } else { Some(count_roll(conn, id)?) };
        Ok::<_, StoreError>(Details {
            projects: count_projects(conn, id)?.into_values().sum(),
            roll,
            entries: list_entries(conn, id, ACTS)?,
            proposals: count_by_state(conn, id)?,
            reported: count_reported(conn, id)?,
        })
    };
    Ok(site.app.db.read(read).await?)
}

/// What lies in the box of a round.
pub(super) async fn load_box(site: &Site, visitor: &Visitor, standing: &Standing) -> Result<BoxNumbers, WebError> {
    let (id, language) = (standing.round.id, visitor.language);
    let read = move |conn: &mut Conn| {
        let names = list_area_names(conn, id, language.written())?;
        let areas = list_areas(conn, id)?;
        let name = |area: &crate::domain::round::Area| names.get(&area.id).map(|name| name.text.clone());
        Ok::<_, StoreError>(BoxNumbers {
            ballots: count_ballots(conn, id)?,
            areas: areas.iter().filter_map(name).collect(),
        })
    };
    Ok(site.app.db.read(read).await?)
}
