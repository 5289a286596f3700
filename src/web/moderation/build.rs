//! The views of the queue and of a proposal in the office.

use super::act::{Mistakes, Typed};
use super::load::{Listed, Opened, Part};
use super::view::{
    Acts, Done, HideForm, ModeratedProposal, ModerationList, ModerationPart, ModerationRow, ModerationShow,
};
use crate::domain::proposal::{HidingRule, Offer, ProposalState};
use crate::locale::{Language, Words};
use crate::store::proposals::Proposal;
use crate::web::parts::{Pager, Problem, paragraphs, written};
use crate::web::proposals::Kinds;
use crate::web::proposals::words::{self as told, area};
use crate::web::routes;
use crate::web::settings::view::{FieldOption, FieldView};

/// A form as it was sent.
pub(super) struct Form<'a> {
    pub(super) typed: &'a Typed,
    pub(super) mistakes: Mistakes,
    /// Somebody else was faster.
    pub(super) came_too_late: bool,
}

pub(super) fn moderation_list(listed: &Listed, part: Part, language: Language, words: Words<'_>) -> ModerationList {
    let Listed { here, counts, proposals, page, done } = listed;
    let slug = &here.round.slug;
    let list_url = routes::office_proposals(language, slug);
    let url = |part: Part| format!("{list_url}?show={}", part.as_str());
    let parts = Part::ALL.into_iter().map(|one| ModerationPart {
        name: one.as_str(),
        url: url(one),
        count: one.count(counts),
        current: one == part,
    });
    let row = |proposal: &Proposal| ModerationRow {
        url: routes::office_proposal(language, slug, proposal.number),
        proposal: moderated(&here.kinds, proposal, &[], words),
    };
    ModerationList {
        round_title: here.title.clone(),
        round_url: routes::office_round(language, slug),
        done: done.as_ref().map(|proposal| Done {
            number: proposal.number.padded(),
            state: proposal.state.as_str(),
            url: routes::office_proposal(language, slug, proposal.number),
        }),
        parts: parts.collect(),
        shows: part.as_str(),
        rows: proposals.iter().map(row).collect(),
        page_number: page.current,
        page_count: page.pages,
        pager: Pager::new(page.current, page.pages, |page| format!("{}&page={page}", url(part))),
    }
}

/// What a proposal says, whatever its state.
pub(in crate::web) fn moderated(
    kinds: &Kinds,
    proposal: &Proposal,
    offers: &[Offer],
    words: Words<'_>,
) -> ModeratedProposal {
    ModeratedProposal {
        number: proposal.number.padded(),
        state: proposal.state.as_str(),
        state_name: told::state(proposal.state, words),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        summary: written(&proposal.summary),
        paragraphs: paragraphs(&proposal.body),
        area: area(proposal.area, &kinds.areas, words),
        place: written(&proposal.place),
        topic: proposal.topic.and_then(|topic| kinds.topic(topic)).map(str::to_owned),
        author: written(&proposal.display_name),
        voice: told::voice(proposal.voice, words),
        source: told::source(proposal, words),
        received: words.date_time(proposal.submitted_at),
        offers: offers.iter().map(|offer| told::offer(offer, words)).collect(),
        hidden_rule: proposal.hidden.as_ref().map(|(rule, _)| told::rule(*rule, words)),
        hidden_reason: proposal.hidden.as_ref().map(|(_, reason)| reason.clone()),
    }
}

pub(super) fn moderation_show(
    opened: &Opened,
    form: &Form<'_>,
    language: Language,
    words: Words<'_>,
) -> ModerationShow {
    let Opened { here, proposal, offers, entered, sees_paper, is_moderated } = opened;
    let slug = &here.round.slug;
    let acts = is_moderated.then(|| acts(proposal.state));
    let hides = acts.is_some_and(|acts| acts.hide);
    ModerationShow {
        round_title: here.title.clone(),
        list_url: routes::office_proposals(language, slug),
        public_url: here.round.facts.round_published_at.map(|_| routes::proposal(language, slug, proposal.number)),
        url: routes::office_proposal(language, slug, proposal.number),
        came_in: entered.map(|(day, _)| words.day_with_weekday(day)),
        scan_url: entered
            .filter(|(_, has_scan)| *has_scan && *sees_paper)
            .map(|_| routes::entered_scan(language, slug, proposal.number)),
        proposal: moderated(&here.kinds, proposal, offers, words),
        came_too_late: form.came_too_late,
        problems: problems(form.mistakes, words),
        hide: hides.then(|| hide_form(form, words)),
        // What was written and has no field any more is not lost.
        kept: written(&form.typed.reason).filter(|_| !hides),
        acts,
    }
}

const fn acts(state: ProposalState) -> Acts {
    match state {
        ProposalState::Unchecked => Acts { show: true, hide: true, restore: false },
        ProposalState::Received => Acts { show: false, hide: true, restore: false },
        ProposalState::Hidden => Acts { show: false, hide: false, restore: true },
        ProposalState::Withdrawn => Acts { show: false, hide: false, restore: false },
    }
}

fn problems(mistakes: Mistakes, words: Words<'_>) -> Vec<Problem> {
    let problem = |(field, key): (&str, Option<&'static str>)| {
        Some(Problem { text: words.text(key?, &[]), anchor: Some(field.to_owned()) })
    };
    [("rule", mistakes.rule), ("reason", mistakes.reason)].into_iter().filter_map(problem).collect()
}

fn hide_form(form: &Form<'_>, words: Words<'_>) -> HideForm {
    let option = |rule: &HidingRule| FieldOption {
        value: rule.as_str().to_owned(),
        label: told::rule(*rule, words),
        chosen: form.typed.rule == rule.as_str(),
    };
    let problem = |key: Option<&str>| key.map(|key| words.text(key, &[]));
    HideForm {
        rule: FieldView {
            name: "rule".to_owned(),
            label: words.text("moderation-rule", &[]),
            hint: words.text("moderation-rule-hint", &[]),
            kind: "radio",
            options: HidingRule::ALL.iter().map(option).collect(),
            problem: problem(form.mistakes.rule),
            ..FieldView::default()
        },
        reason: FieldView {
            name: "reason".to_owned(),
            label: words.text("office-reason", &[]),
            hint: words.text("moderation-reason-hint", &[]),
            kind: "prose",
            value: form.typed.reason.clone(),
            problem: problem(form.mistakes.reason),
            ..FieldView::default()
        },
    }
}
