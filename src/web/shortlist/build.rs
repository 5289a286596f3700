//! The views of the shortlist.

use super::load::{Here, Listed};
use super::view::{AreaRow, CandidateRow, CandidateShow, ShortlistList, ShortlistPart};
use crate::domain::ids::ProposalNumber;
use crate::domain::round::AreaLimit;
use crate::locale::{Arg, Words};
use crate::store::shortlist::{AreaSum, Candidate, CandidatesOf};
use crate::web::parts::{Pager, written};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldOption, FieldView};

/// A form as it was sent, and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) fields: &'a Fields,
    pub(super) mistakes: &'a Mistakes,
    /// Why it was not done, where no field is wrong.
    pub(super) refused: Option<&'static str>,
    /// What has been done just before.
    pub(super) done: Option<&'static str>,
}

/// What stands in the address.
pub(super) const fn name(part: CandidatesOf) -> &'static str {
    match part {
        CandidatesOf::Ballot => "ballot",
        CandidatesOf::Excluded => "excluded",
        CandidatesOf::WithoutArea => "without_area",
    }
}

/// Reads what stands in the address.
pub(super) fn part(text: &str) -> CandidatesOf {
    let all = [CandidatesOf::Ballot, CandidatesOf::Excluded, CandidatesOf::WithoutArea];
    all.into_iter().find(|part| name(*part) == text).unwrap_or(CandidatesOf::Ballot)
}

pub(super) fn shortlist_list(listed: &Listed, shows: CandidatesOf, sent: &Sent<'_>, words: Words<'_>) -> ShortlistList {
    let Listed { here, counts, page, .. } = listed;
    let (language, slug) = (words.language(), &here.round.slug);
    let url = routes::office_shortlist(language, slug);
    let part_url = |part: CandidatesOf| format!("{url}?show={}", name(part));
    let is_empty = counts.iter().all(|(part, count)| *part != CandidatesOf::Ballot || *count == 0);
    ShortlistList {
        round_title: here.title.clone(),
        round_url: routes::office_round(language, slug),
        reviews_url: routes::office_reviews(language, slug),
        done: sent.done,
        refused: sent.refused,
        kept: written(sent.fields.get("reason")).filter(|_| sent.refused == Some("no-candidate")),
        problems: problems(sent.mistakes, &words),
        frozen: here.frozen.map(|at| words.date_time(at)),
        undecided: listed.undecided,
        areas: listed.sums.iter().map(|sum| area_row(sum, here, words)).collect(),
        parts: counts
            .iter()
            .map(|(one, count)| ShortlistPart {
                name: name(*one),
                url: part_url(*one),
                count: *count,
                current: *one == shows,
            })
            .collect(),
        shows: name(shows),
        rows: listed.rows.iter().map(|one| row(one, here, words)).collect(),
        page_number: page.current,
        page_count: page.pages,
        pager: Pager::new(page.current, page.pages, |page| format!("{}&page={page}", part_url(shows))),
        may_freeze: here.may_freeze && here.frozen.is_none() && !is_empty,
        reopen: (here.may_change && here.frozen.is_some()).then(|| reason("shortlist-reopen-hint", sent, words)),
        url,
    }
}

fn area_row(sum: &AreaSum, here: &Here, words: Words<'_>) -> AreaRow {
    let area = sum.area.or(here.only);
    let found = here.areas.all.iter().find(|one| Some(one.id) == area);
    let limit = |limit: AreaLimit| match limit {
        AreaLimit::Ceiling(money) => words.money(money, &here.round.currency),
        AreaLimit::Places(places) => words.text("shortlist-places", &[("count", Arg::Count(places.into()))]),
    };
    AreaRow {
        name: match area {
            Some(area) => here.areas.name(area).to_owned(),
            None => words.text("shortlist-no-area", &[]),
        },
        projects: sum.projects,
        cost: words.money(sum.cost, &here.round.currency),
        limit: found.map(|area| limit(area.limit)),
    }
}

fn row(candidate: &Candidate, here: &Here, words: Words<'_>) -> CandidateRow {
    let proposal = &candidate.proposal;
    CandidateRow {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        url: routes::office_candidate(words.language(), &here.round.slug, proposal.number),
        area: candidate.area.or(here.only).map(|area| here.areas.name(area).to_owned()),
        cost: candidate.cost.map(|cost| words.money(cost, &here.round.currency)),
        excluded: candidate.excluded.clone().or_else(|| short(candidate, words)),
        included: candidate.included.clone(),
        supports: here.shows_supports.then(|| supports(candidate, words)),
    }
}

/// That it has fewer supports than it needs.
fn short(candidate: &Candidate, words: Words<'_>) -> Option<String> {
    let needed = candidate.falls_short_of()?;
    let args = [("count", Arg::Count(candidate.supports)), ("needed", Arg::Count(needed))];
    Some(words.text("shortlist-short-reason", &args))
}

fn supports(candidate: &Candidate, words: Words<'_>) -> String {
    let count = ("count", Arg::Count(candidate.supports));
    match candidate.needed {
        Some(needed) => words.text("supports-count-of", &[count, ("needed", Arg::Count(needed))]),
        None => words.text("supports-row", &[count]),
    }
}

fn reason(hint: &str, sent: &Sent<'_>, words: Words<'_>) -> FieldView {
    FieldView {
        name: "reason".to_owned(),
        label: words.text("office-reason", &[]),
        hint: words.text(hint, &[]),
        kind: "prose",
        value: sent.fields.get("reason").to_owned(),
        problem: problem_of(sent.mistakes, "reason", &words),
        ..FieldView::default()
    }
}

pub(super) fn candidate_show(
    (here, candidate): (&Here, &Candidate),
    sent: &Sent<'_>,
    words: Words<'_>,
) -> CandidateShow {
    let (language, slug) = (words.language(), &here.round.slug);
    let number: ProposalNumber = candidate.proposal.number;
    let is_everywhere = candidate.proposal.area.is_none() && here.only.is_none();
    CandidateShow {
        round_title: here.title.clone(),
        list_url: routes::office_shortlist(language, slug),
        url: routes::office_candidate(language, slug, number),
        review_url: routes::office_review(language, slug, number),
        refused: sent.refused,
        problems: problems(sent.mistakes, &words),
        candidate: row(candidate, here, words),
        may_change: here.may_change && here.frozen.is_none(),
        is_short: candidate.excluded.is_none() && candidate.falls_short_of().is_some(),
        may_override: here.may_override,
        reason: reason("shortlist-exclude-hint", sent, words),
        area: is_everywhere.then(|| areas(candidate, here, sent, words)),
    }
}

fn areas(candidate: &Candidate, here: &Here, sent: &Sent<'_>, words: Words<'_>) -> FieldView {
    let option = |area: &crate::domain::round::Area| FieldOption {
        value: area.number.to_string(),
        label: here.areas.name(area.id).to_owned(),
        chosen: candidate.area == Some(area.id),
    };
    FieldView {
        name: "area".to_owned(),
        label: words.text("shortlist-area", &[]),
        hint: words.text("shortlist-area-hint", &[]),
        kind: "radio",
        options: here.areas.all.iter().map(option).collect(),
        problem: problem_of(sent.mistakes, "area", &words),
        ..FieldView::default()
    }
}
