//! What is read of supports: for one proposal, and for a page of the list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::actions::support::{Hindrance, Supporter, find_fit, find_hindrance, hindrance_of_proposal};
use crate::app::App;
use crate::domain::ids::{AccountId, ProposalId, RoundId};
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::store::proposals::{Proposal, list_authored};
use crate::store::shortlist::find_supports_needed;
use crate::store::supports::{find_support_count, list_support_counts, list_supported};
use crate::store::{Conn, StoreError};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Who asks, with the keys that find their rows.
#[derive(Clone)]
pub(in crate::web) struct Asker {
    app: Arc<App>,
    account: Option<AccountId>,
}

impl Asker {
    pub(in crate::web) fn of(site: &Site, visitor: &Visitor) -> Self {
        Self { app: site.app.clone(), account: visitor.member.as_ref().map(|member| member.account) }
    }

    fn in_round(&self, round: RoundId) -> Option<Supporter> {
        self.account.map(|account| Supporter::of(self.app.keys.installation(), round, account))
    }
}

/// The supports of a proposal, as whoever asks sees them.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct SupportRead {
    /// How many there are; none before the first can be given, or while voting is open.
    pub(super) count: Option<i64>,
    /// How many the proposal needs to reach the ballot, where its area says so.
    pub(super) needed: Option<i64>,
    /// Whether theirs is among them.
    pub(super) is_mine: bool,
    /// What stands against theirs. Of somebody who is not signed in, as far as the proposal goes.
    pub(super) hindrance: Option<Hindrance>,
    /// Whether they are signed in.
    pub(super) signed_in: bool,
}

/// Nothing where a round has no supports, or the proposal is not to be read.
pub(in crate::web) fn find_support(
    conn: &mut Conn,
    (round, proposal): (&Round, &Proposal),
    asker: &Asker,
    now: Instant,
) -> Result<Option<SupportRead>, StoreError> {
    let has_supports = round.supporters != Eligible::Nobody && round.schedule.span(Window::Supporting).is_some();
    if !has_supports || !proposal.state.is_public() {
        return Ok(None);
    }
    let count = if round.shows_supports(now) { Some(find_support_count(conn, proposal.id)?) } else { None };
    let needed = find_supports_needed(conn, proposal.id)?;
    let Some(by) = asker.in_round(round.id) else {
        let hindrance = hindrance_of_proposal(conn, (round, proposal), now)?;
        return Ok(Some(SupportRead { count, needed, is_mine: false, hindrance, signed_in: false }));
    };
    Ok(Some(SupportRead {
        count,
        needed,
        is_mine: list_supported(conn, &[proposal.id], &by.supporter)?.contains(&proposal.id),
        hindrance: find_hindrance(conn, (round, proposal), &by, now)?,
        signed_in: true,
    }))
}

/// The supports of a page of the list.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct ListSupports {
    /// How many each has, where they are shown; those without any are left out.
    pub(in crate::web) counts: Option<BTreeMap<ProposalId, i64>>,
    /// What whoever asks can support or supports, and whether they do; empty for whoever cannot.
    pub(in crate::web) mine: BTreeMap<ProposalId, bool>,
}

/// For each proposal of a page: how many support it, and a button for whoever can.
pub(in crate::web) fn find_list_supports(
    conn: &mut Conn,
    (round, proposals): (&Round, &[Proposal]),
    (asker, merged): (&Asker, &BTreeSet<ProposalId>),
    now: Instant,
) -> Result<ListSupports, StoreError> {
    let ids: Vec<ProposalId> =
        proposals.iter().filter(|proposal| proposal.state.is_public()).map(|proposal| proposal.id).collect();
    let counts = if round.shows_supports(now) { Some(list_support_counts(conn, &ids)?) } else { None };
    let Some(by) = asker.in_round(round.id).filter(|_| round.takes_supports(now)) else {
        return Ok(ListSupports { counts, ..ListSupports::default() });
    };
    let Ok(email) = find_fit(conn, round, by.account)? else {
        return Ok(ListSupports { counts, ..ListSupports::default() });
    };
    let own = list_authored(conn, &ids, (email.as_ref(), &by.author))?;
    let supported = list_supported(conn, &ids, &by.supporter)?;
    let can = ids.into_iter().filter(|id| supported.contains(id) || (!own.contains(id) && !merged.contains(id)));
    Ok(ListSupports { counts, mine: can.map(|id| (id, supported.contains(&id))).collect() })
}
