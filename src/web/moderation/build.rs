//! The views of the queue and of a proposal in the office.

use super::act::{Mistakes, Typed};
use super::load::{Listed, Opened, Part};
use super::view::{
    Acts, Done, HideForm, KeepForm, ModeratedProposal, ModerationList, ModerationPart, ModerationRow, ModerationShow,
    ReportView, Reported,
};
use crate::actions::proposal::may_hide_name;
use crate::domain::ids::ReportId;
use crate::domain::proposal::{HidingRule, Offer, ProposalState};
use crate::domain::report::ReportOutcome;
use crate::locale::{Arg, Language, Words};
use crate::store::proposal_reports::Report;
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

pub(super) fn moderation_list(
    listed: &Listed,
    what: Option<&str>,
    language: Language,
    words: Words<'_>,
) -> ModerationList {
    let Listed { here, part, counts, proposals, reports, page, done } = listed;
    let part = *part;
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
        reported: reports.get(&proposal.id).and_then(|rules| reported(rules, words)),
    };
    ModerationList {
        round_title: here.title.clone(),
        round_url: routes::office_round(language, slug),
        done: done.as_ref().map(|proposal| Done {
            number: proposal.number.padded(),
            state: proposal.state.as_str(),
            what: done_to(proposal, what),
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

/// What an address says was done, as far as the proposal bears it out.
fn done_to(proposal: &Proposal, what: Option<&str>) -> Option<&'static str> {
    match what? {
        "kept" if proposal.state.is_public() => Some("kept"),
        "name-hidden" if proposal.name_hidden.is_some() => Some("name-hidden"),
        "name-shown" if proposal.name_hidden.is_none() => Some("name-shown"),
        _ => None,
    }
}

/// How many reports wait, and by which rules.
fn reported(rules: &[(HidingRule, i64)], words: Words<'_>) -> Option<Reported> {
    let count = rules.iter().map(|(_, count)| *count).fold(0, i64::saturating_add);
    let in_words = |(rule, count): &(HidingRule, i64)| {
        let rule = told::rule(*rule, words);
        words.text("moderation-reports-by-rule", &[("rule", Arg::from(rule)), ("count", Arg::Count(*count))])
    };
    (count > 0).then(|| Reported { count, rules: rules.iter().map(in_words).collect() })
}

fn report(report: &Report, words: Words<'_>) -> ReportView {
    ReportView {
        rule: told::rule(report.rule, words),
        received: words.date_time(report.received_at),
        explanation: paragraphs(&report.explanation),
        outcome: report.outcome.map(ReportOutcome::as_str),
        note: written(&report.note),
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
        name_rule: proposal.name_hidden.as_ref().map(|(rule, _)| told::rule(*rule, words)),
        name_reason: proposal.name_hidden.as_ref().map(|(_, reason)| reason.clone()),
    }
}

pub(super) fn moderation_show(
    opened: &Opened,
    form: &Form<'_>,
    language: Language,
    words: Words<'_>,
) -> ModerationShow {
    let Opened { here, proposal, offers, reports, settled, entered, sees_paper, is_moderated } = opened;
    let slug = &here.round.slug;
    let acts = is_moderated.then(|| acts(proposal));
    let hides = acts.is_some_and(|acts| acts.hide);
    let hides_name = *is_moderated && may_hide_name(proposal);
    let keep = reports.0.first().filter(|_| *is_moderated).map(|last| keep_form(last.id, form, words));
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
        hide: hides.then(|| hide_form("", form, words)),
        hide_name: hides_name.then(|| hide_form("name_", form, words)),
        reported: reported(&reports.1, words),
        reports: reports.0.iter().map(|one| report(one, words)).collect(),
        settled: settled.iter().map(|one| report(one, words)).collect(),
        // What was written and has no field any more is not lost.
        kept: [(&form.typed.reason, hides), (&form.typed.name_reason, hides_name), (&form.typed.note, keep.is_some())]
            .into_iter()
            .find_map(|(text, has_field)| written(text).filter(|_| !has_field)),
        keep,
        acts,
    }
}

const fn acts(proposal: &Proposal) -> Acts {
    let restore_name = proposal.name_hidden.is_some();
    match proposal.state {
        ProposalState::Unchecked => Acts { show: true, hide: true, restore: false, restore_name },
        ProposalState::Received => Acts { show: false, hide: true, restore: false, restore_name },
        ProposalState::Hidden => Acts { show: false, hide: false, restore: true, restore_name },
        ProposalState::Withdrawn => Acts { show: false, hide: false, restore: false, restore_name: false },
    }
}

fn problems(mistakes: Mistakes, words: Words<'_>) -> Vec<Problem> {
    let problem = |(field, key): (&str, Option<&'static str>)| {
        Some(Problem { text: words.text(key?, &[]), anchor: Some(field.to_owned()) })
    };
    [
        ("note", mistakes.note),
        ("rule", mistakes.rule),
        ("reason", mistakes.reason),
        ("name_rule", mistakes.name_rule),
        ("name_reason", mistakes.name_reason),
    ]
    .into_iter()
    .filter_map(problem)
    .collect()
}

fn keep_form(last: ReportId, form: &Form<'_>, words: Words<'_>) -> KeepForm {
    KeepForm {
        last: last.value(),
        note: FieldView {
            name: "note".to_owned(),
            label: words.text("moderation-note", &[]),
            hint: words.text("moderation-note-hint", &[]),
            kind: "prose",
            value: form.typed.note.clone(),
            problem: form.mistakes.note.map(|key| words.text(key, &[])),
            ..FieldView::default()
        },
    }
}

/// The fields that hide all of it, or the name alone; their names begin with `prefix`.
fn hide_form(prefix: &str, form: &Form<'_>, words: Words<'_>) -> HideForm {
    let Form { typed, mistakes, .. } = form;
    let (rule, reason, wrong, hint) = if prefix.is_empty() {
        (&typed.rule, &typed.reason, (mistakes.rule, mistakes.reason), "moderation-rule-hint")
    } else {
        (&typed.name_rule, &typed.name_reason, (mistakes.name_rule, mistakes.name_reason), "moderation-name-rule-hint")
    };
    let option = |one: &HidingRule| FieldOption {
        value: one.as_str().to_owned(),
        label: told::rule(*one, words),
        chosen: rule == one.as_str(),
    };
    let problem = |key: Option<&str>| key.map(|key| words.text(key, &[]));
    HideForm {
        rule: FieldView {
            name: format!("{prefix}rule"),
            label: words.text("moderation-rule", &[]),
            hint: words.text(hint, &[]),
            kind: "radio",
            options: HidingRule::ALL.iter().map(option).collect(),
            problem: problem(wrong.0),
            ..FieldView::default()
        },
        reason: FieldView {
            name: format!("{prefix}reason"),
            label: words.text("office-reason", &[]),
            hint: words.text("moderation-reason-hint", &[]),
            kind: "prose",
            value: reason.clone(),
            problem: problem(wrong.1),
            ..FieldView::default()
        },
    }
}
