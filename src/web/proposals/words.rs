//! What belongs to a proposal, in words: where it stands, how it came in, in whose name, what people bring.

use super::view::OfferView;
use crate::domain::cost_band::{CostBand, CostSpan};
use crate::domain::ids::AreaId;
use crate::domain::money::Currency;
use crate::domain::proposal::{HidingRule, Offer, ProposalState, Voice};
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::store::proposals::Proposal;
use crate::web::parts::paragraphs;
use crate::web::round::load::Areas;

/// Where a proposal stands.
pub(in crate::web) fn state(state: ProposalState, words: Words<'_>) -> String {
    words.text(&format!("proposals-state-{}", state.as_str()), &[])
}

/// How it came in, and whether the office helped.
pub(in crate::web) fn source(proposal: &Proposal, words: Words<'_>) -> String {
    let helped = if proposal.helped { "-helped" } else { "" };
    words.text(&format!("proposals-source-{}{helped}", proposal.source.as_str()), &[])
}

/// In whose name it is written; nothing is said of those who write for themselves.
pub(in crate::web) fn voice(voice: Voice, words: Words<'_>) -> Option<String> {
    match voice {
        Voice::Myself => None,
        Voice::Relative | Voice::Group | Voice::Employee => {
            Some(words.text(&format!("proposals-voice-{}", voice.as_str()), &[]))
        }
    }
}

/// Why the office hid it.
pub(in crate::web) fn rule(rule: HidingRule, words: Words<'_>) -> String {
    words.text(&format!("hiding-rule-{}", rule.as_str().replace('_', "-")), &[])
}

/// What somebody brings.
pub(in crate::web) fn offer(offer: &Offer, words: Words<'_>) -> OfferView {
    OfferView {
        kind: words.text(&format!("proposals-offer-{}", offer.kind.as_str()), &[]),
        paragraphs: paragraphs(offer.body.as_str()),
        by_group: offer.by_group,
    }
}

/// The area that it is for, or that it is for all of them.
pub(in crate::web) fn area(area: Option<AreaId>, areas: &Areas, words: Words<'_>) -> String {
    area.map_or_else(|| words.text("proposals-whole-round", &[]), |area| areas.name(area).to_owned())
}

/// The summary, or else the beginning of the text, of so many characters at most.
pub(in crate::web) fn excerpt(proposal: &Proposal, most: usize) -> String {
    if !proposal.summary.trim().is_empty() {
        return paragraphs(&proposal.summary).join(" ");
    }
    let text = paragraphs(&proposal.body).join(" ");
    match text.char_indices().nth(most) {
        None => text,
        Some((end, _)) => {
            let beginning = text.get(..end).unwrap_or_default();
            let whole_words = beginning.rfind(' ').and_then(|end| beginning.get(..end)).unwrap_or(beginning);
            format!("{whole_words} …")
        }
    }
}

/// A band of cost.
pub(super) fn band(band: CostBand, currency: &Currency, words: Words<'_>) -> String {
    let money = |amount| words.money(amount, currency);
    match band.span(currency) {
        CostSpan::Unknown => words.text("proposals-cost-unknown", &[]),
        CostSpan::Between(from, None) => words.text("proposals-cost-from", &[("from", Arg::from(money(from)))]),
        CostSpan::Between(_, Some(below)) if band == CostBand::Small => {
            words.text("proposals-cost-below", &[("below", Arg::from(money(below)))])
        }
        CostSpan::Between(from, Some(below)) => {
            let (from, below) = (money(from), money(below));
            words.text("proposals-cost-between", &[("from", Arg::from(from)), ("below", Arg::from(below))])
        }
    }
}

/// Whether proposals come in now, came in or will come in, with the date; nothing where nobody proposes.
pub(in crate::web) fn collecting(round: &Round, now: Instant, words: Words<'_>) -> Option<String> {
    let span = round.schedule.span(Window::Collecting).filter(|_| round.proposers != Eligible::Nobody)?;
    Some(match (span.opens_at.filter(|opens| *opens > now), span.closes_at) {
        (Some(opens), _) => words.text("proposals-collecting-from", &[("date", Arg::from(words.moment(opens)))]),
        (None, None) => words.text("proposals-collecting-now", &[]),
        (None, Some(closes)) if closes <= now => {
            words.text("proposals-collecting-over", &[("date", Arg::from(words.until(closes)))])
        }
        (None, Some(closes)) => words.text("proposals-collecting-until", &[("date", Arg::from(words.until(closes)))]),
    })
}

/// Who may propose; nothing where nobody does.
pub(in crate::web) fn proposers(round: &Round, words: Words<'_>) -> Option<String> {
    match round.proposers {
        Eligible::Nobody => None,
        Eligible::Everybody => Some(words.text("proposals-by-everybody", &[])),
        Eligible::Employees => Some(words.text("proposals-by-employees", &[])),
    }
}
