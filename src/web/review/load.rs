//! What the pages of the review read.

use std::collections::BTreeSet;

use crate::domain::ids::{DepartmentId, ProposalNumber, RoundId};
use crate::domain::permission::{Permission, Scope};
use crate::domain::proposal::Offer;
use crate::domain::review::{Route, cared_for, reviews_for, takes_care};
use crate::domain::role::Departments;
use crate::domain::round::Round;
use crate::domain::search::words;
use crate::domain::slug::Slug;
use crate::store::author_questions::{AuthorQuestion, list_author_questions};
use crate::store::departments::{Department, list_departments, substitute_of};
use crate::store::objections::{Objection, find_objection};
use crate::store::organisation::find_zone;
use crate::store::proposals::{Proposal, find_proposal_in, list_offers};
use crate::store::reviews::{Review, find_review};
use crate::store::rounds::find_round_by_slug;
use crate::store::statements::{Statement, list_statements};
use crate::store::texts::find_round_text;
use crate::store::verdicts::{Given, list_precedents, list_verdicts};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::proposals::{Kinds, find_kinds};
use crate::web::round::load::Reader;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// The most earlier verdicts beside the form.
const PRECEDENTS: i64 = 5;

/// The round of a page, with the departments of the organisation.
pub(super) struct Here {
    pub(super) round: Round,
    pub(super) title: String,
    pub(super) kinds: Kinds,
    pub(super) departments: Vec<Department>,
    pub(super) zone: chrono_tz::Tz,
}

pub(super) fn find_here(conn: &mut Conn, slug: &Slug, reader: Reader) -> Result<Here, StoreError> {
    let round = find_round_by_slug(conn, slug)?.ok_or(StoreError::NotFound)?;
    let title = find_round_text(conn, round.id, reader.language.written())?.text.title;
    let kinds = find_kinds(conn, &round, reader)?;
    Ok(Here { kinds, departments: list_departments(conn)?, zone: find_zone(conn)?, round, title })
}

impl Here {
    /// The name of a department.
    pub(super) fn department(&self, id: DepartmentId, language: &str) -> String {
        self.departments.iter().find(|one| one.id == id).map(|one| one.name(language)).unwrap_or_default()
    }
}

/// The departments that somebody takes care of in a round; none who takes care of all of them, or of none.
pub(super) fn own_departments(
    office: &Office,
    round: RoundId,
    departments: &[Department],
) -> Option<BTreeSet<DepartmentId>> {
    match reviews_for(office.grants(), round)? {
        Departments::All => None,
        Departments::Only(theirs) => Some(cared_for(&theirs, departments.iter().map(|one| (one.id, one.substitute)))),
    }
}

/// A proposal with all that was done in its review.
pub(super) struct Opened {
    pub(super) here: Here,
    pub(super) proposal: Proposal,
    pub(super) offers: Vec<Offer>,
    pub(super) review: Review,
    pub(super) verdicts: Vec<Given>,
    pub(super) questions: Vec<AuthorQuestion>,
    pub(super) statements: Vec<Statement>,
    pub(super) objection: Option<Objection>,
    pub(super) precedents: Vec<(Proposal, Route)>,
    pub(super) reviewer: Reviewer,
}

/// What whoever looks at it may do.
pub(super) struct Reviewer {
    /// Decide, ask and hand over.
    pub(super) may_review: bool,
    /// They review, but another department has it.
    pub(super) is_elsewhere: bool,
    /// Give the statements that these departments were asked for; all when none is listed.
    departments: Option<Departments>,
}

impl Reviewer {
    /// Whether they may speak for a department.
    pub(super) fn speaks_for(&self, department: DepartmentId, all: &[Department]) -> bool {
        let takes_over = substitute_of(all, department);
        self.departments.as_ref().is_some_and(|theirs| takes_care(theirs, Some(department), takes_over))
    }
}

/// A proposal of this round, for whoever reads reviews.
pub(super) async fn load_one(
    site: &Site,
    visitor: &Visitor,
    office: &Office,
    (slug, number): (Slug, ProposalNumber),
) -> Result<Opened, WebError> {
    let (reader, of) = (Reader::of(visitor), office.clone());
    let read = move |conn: &mut Conn| {
        let here = find_here(conn, &slug, reader)?;
        let found = find_proposal_in(conn, here.round.id, number)?;
        match found {
            Some(proposal) => open(conn, here, proposal, &of).map(Ok),
            None => Ok::<_, StoreError>(Err(here)),
        }
    };
    match site.app.db.read(read).await? {
        Ok(opened) => {
            office.check(Scope::Round(opened.here.round.id))?;
            Ok(opened)
        }
        Err(here) => {
            office.check(Scope::Round(here.round.id))?;
            Err(WebError::not_found())
        }
    }
}

/// What is not for everybody is for those who moderate, and no part of a review.
fn readable(proposal: Proposal, office: &Office) -> (Proposal, bool) {
    let may = proposal.state.is_public() || office.may_also(Permission::ReadProposals, Scope::Round(proposal.round));
    if may {
        let moderates = office.may_also(Permission::ReadProposals, Scope::Round(proposal.round));
        let display_name = if moderates { proposal.display_name } else { proposal.shown_name().to_owned() };
        return (Proposal { display_name, ..proposal }, true);
    }
    let (title, body, summary, place) = Default::default();
    (Proposal { title, body, summary, place, display_name: String::new(), ..proposal }, false)
}

fn open(conn: &mut Conn, here: Here, proposal: Proposal, office: &Office) -> Result<Opened, StoreError> {
    let (id, round) = (proposal.id, here.round.id);
    let (proposal, is_readable) = readable(proposal, office);
    let review = find_review(conn, id)?;
    let asked = words(&format!("{} {}", proposal.title, proposal.summary), &proposal.language);
    let least = i64::try_from(asked.len().div_ceil(2)).unwrap_or(i64::MAX).clamp(1, 3);
    let precedents = list_precedents(conn, id, &asked, (least, PRECEDENTS))?;
    let departments = reviews_for(office.grants(), round);
    let takes_over = review.department.and_then(|of| substitute_of(&here.departments, of));
    let cares = departments.as_ref().is_some_and(|theirs| takes_care(theirs, review.department, takes_over));
    let may = office.may_also(Permission::ReviewProposals, Scope::Round(round)) && proposal.state.is_public();
    let reviewer = Reviewer { may_review: may && cares, is_elsewhere: may && !cares, departments };
    Ok(Opened {
        offers: if is_readable { list_offers(conn, id)? } else { Vec::new() },
        verdicts: list_verdicts(conn, id)?,
        questions: if is_readable { list_author_questions(conn, id)? } else { Vec::new() },
        statements: list_statements(conn, id)?,
        objection: if is_readable { find_objection(conn, id)? } else { None },
        here,
        proposal,
        review,
        precedents,
        reviewer,
    })
}
