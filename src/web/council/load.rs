//! A round with its result and what the council decided on it, read in one snapshot.

use crate::domain::ids::ProjectNumber;
use crate::domain::permission::Scope;
use crate::domain::round::{Project, Round};
use crate::domain::slug::Slug;
use crate::store::decisions::EnteredDecision;
use crate::store::rounds::find_round_by_slug;
use crate::store::texts::{ProjectText, Written, find_round_text};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::result::load::{CountedArea, CountedRound, LoadError, Naming, load_counted_round};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Projects on one page of the list. Reasons for more would not fit into a form.
const PAGE: usize = 40;

/// A round whose result may be public.
pub(super) struct Board {
    pub(super) round: Round,
    /// Its title in the reader's language.
    pub(super) title: String,
    /// The result, once it is public.
    pub(super) result: Option<CountedRound>,
}

/// A project of a public result.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) area: &'a CountedArea,
    pub(super) project: &'a Project,
    pub(super) text: &'a Written<ProjectText>,
    pub(super) is_chosen: bool,
}

/// The round with a name, for whoever may do there what the address is for.
pub(super) async fn load_board(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    slug: &Slug,
) -> Result<Board, WebError> {
    let (slug, language, kept) = (slug.clone(), visitor.language, site.allocations.clone());
    let read = move |conn: &mut Conn| {
        let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
        let title = find_round_text(conn, round.id, language.written())?.text.title;
        let result = match round.facts.result_published_at {
            Some(_) => Some(load_counted_round(conn, &kept, &round, language, Naming::InWords)?),
            None => None,
        };
        Ok::<_, LoadError>(Board { round, title, result })
    };
    let board = site.app.db.read(read).await?;
    office.check(Scope::Round(board.round.id))?;
    Ok(board)
}

impl Board {
    /// The counted areas; none before the result is public.
    pub(super) fn areas(&self) -> &[CountedArea] {
        self.result.as_ref().map_or(&[], |result| result.areas.as_slice())
    }

    /// All projects area by area: the chosen ones in the order of the rule, then the others by falling score.
    fn items(&self) -> Vec<Vec<Item<'_>>> {
        self.areas().iter().map(items_of).collect()
    }

    /// The pages of the list: all on one where there is room, else each area for itself.
    pub(super) fn parts(&self) -> Vec<Vec<Item<'_>>> {
        let by_area = self.items();
        if by_area.iter().map(Vec::len).sum::<usize>() <= PAGE {
            return vec![by_area.concat()];
        }
        by_area.iter().flat_map(|items| items.chunks(PAGE).map(<[Item<'_>]>::to_vec)).collect()
    }

    /// The project with a number.
    pub(super) fn find(&self, number: ProjectNumber) -> Option<Item<'_>> {
        self.items().into_iter().flatten().find(|item| item.project.number == number)
    }

    /// What was entered last: the next sitting is often the same.
    pub(super) fn last_entered(&self) -> Option<&EnteredDecision> {
        let all = self.areas().iter().flat_map(|area| area.decisions.values());
        all.max_by_key(|entered| (entered.entered_at, entered.decision.decided_on()))
    }

    /// How many decisions were entered together with the last one.
    pub(super) fn entered_last(&self) -> usize {
        let Some(last) = self.last_entered().map(|entered| entered.entered_at) else { return 0 };
        let all = self.areas().iter().flat_map(|area| area.decisions.values());
        all.filter(|entered| entered.entered_at == last).count()
    }

    /// How many chosen projects wait for a decision, and how many there are.
    pub(super) fn open_of_chosen(&self) -> (usize, usize) {
        let chosen: Vec<Item<'_>> = self.items().into_iter().flatten().filter(|item| item.is_chosen).collect();
        let open = chosen.iter().filter(|item| item.entered().is_none()).count();
        (open, chosen.len())
    }
}

impl<'a> Item<'a> {
    /// What the council decided on it.
    pub(super) fn entered(&self) -> Option<&'a EnteredDecision> {
        self.area.decisions.get(&self.project.id)
    }
}

fn items_of(area: &CountedArea) -> Vec<Item<'_>> {
    let item = |id: &str, is_chosen| {
        let (project, text) = area.projects.iter().find(|(project, _)| project.external_id == id)?;
        Some(Item { area, project, text, is_chosen })
    };
    let chosen = area.allocation.chosen.iter().filter_map(|chosen| item(&chosen.id, true));
    let mut others: Vec<_> = area.allocation.outcomes.iter().filter(|outcome| !outcome.funded).collect();
    others.sort_by_key(|outcome| std::cmp::Reverse(outcome.score));
    chosen.chain(others.into_iter().filter_map(|outcome| item(&outcome.id, false))).collect()
}
