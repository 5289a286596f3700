//! The view of a round's page.

use super::load::{Listing, PublicRound, Reader};
use super::nav::{act_of, moment_of, shows_proposals, takes_proposals};
use super::phases::phase_line;
use super::view::{OriginView, Proposing, RoundShow, Voters};
use crate::domain::format::BallotFormat;
use crate::domain::round::{Area, AreaLimit, Basis, Effect, Origin, Round};
use crate::domain::rule::CountingRule;
use crate::locale::{Arg, Words};
use crate::web::layout::NavLink;
use crate::web::parts::{AreaCard, written};
use crate::web::proposals::words::{collecting, proposers};
use crate::web::routes;

pub(in crate::web) fn round_show(
    found: &PublicRound,
    listing: &Listing,
    reader: Reader,
    words: Words<'_>,
) -> RoundShow {
    let PublicRound { round, text } = found;
    RoundShow {
        title: text.title.clone(),
        summary: written(&text.summary),
        moment: moment_of(round, reader, words),
        act: act_of(round, reader),
        projects_url: routes::projects(reader.language, &round.slug),
        phases: phase_line(round, reader.now, words),
        proposing: proposing(round, reader, words),
        origin: match round.origin {
            Origin::Live => OriginView::Live,
            Origin::Imported => OriginView::Imported,
            Origin::Generated => OriginView::Generated,
        },
        who_may_vote: written(&text.who_may_vote),
        voters: voters(round),
        format: round.format.into(),
        rule: rule_in_words(round.rule, words),
        binding: is_binding(round),
        after_the_result: written(&text.outcome),
        money: listing.areas.money().map(|money| words.money(money, &round.currency)),
        areas: area_cards(round, listing, reader, words),
        links: paper_link(round, reader, words)
            .into_iter()
            .chain([help_link(round, reader, words), record_link(round, reader, words)])
            .chain(moderation_link(round, reader, words))
            .collect(),
        follow: None,
        preview: None,
    }
}

/// Who has the means to vote. Nobody has where the ballots come from elsewhere, or from a register that is not read yet.
pub(in crate::web) fn voters(round: &Round) -> Voters {
    match (round.origin, round.basis) {
        (Origin::Imported | Origin::Generated, _) | (Origin::Live, Basis::Register) => Voters::Nobody,
        (Origin::Live, Basis::Codes) => Voters::Codes,
        (Origin::Live, Basis::Accounts) => Voters::Accounts,
        (Origin::Live, Basis::CodesAndAccounts) => Voters::CodesAndAccounts,
    }
}

fn proposing(round: &Round, reader: Reader, words: Words<'_>) -> Option<Proposing> {
    Some(Proposing {
        who: proposers(round, words)?,
        dates: collecting(round, reader.now, words),
        url: shows_proposals(round, reader).then(|| routes::proposals(reader.language, &round.slug)),
    })
}

/// What people asked about the round, and where to ask.
fn help_link(round: &Round, reader: Reader, words: Words<'_>) -> NavLink {
    let url = routes::help_of_round(reader.language, &round.slug);
    NavLink { label: words.text("round-ask", &[]), url, current: false }
}

/// The form on paper, while proposals can be handed in.
fn paper_link(round: &Round, reader: Reader, words: Words<'_>) -> Option<NavLink> {
    let url = routes::proposal_form(reader.language, &round.slug);
    let link = NavLink { label: words.text("paper-link-round", &[]), url, current: false };
    takes_proposals(round, reader).then_some(link)
}

/// What was done in the round, for whoever wants to check.
fn record_link(round: &Round, reader: Reader, words: Words<'_>) -> NavLink {
    let url = routes::record_of_round(reader.language, &round.slug);
    NavLink { label: words.text("record-of-round", &[]), url, current: false }
}

/// How often proposals were reported and hidden, once there may be some.
fn moderation_link(round: &Round, reader: Reader, words: Words<'_>) -> Option<NavLink> {
    let url = routes::moderation_figures(reader.language, &round.slug);
    let link = NavLink { label: words.text("reports-figures-title", &[]), url, current: false };
    shows_proposals(round, reader).then_some(link)
}

/// Whether the result binds; else it is advice.
pub(in crate::web) fn is_binding(round: &Round) -> bool {
    match round.effect {
        Effect::Binding => true,
        Effect::Advice => false,
    }
}

/// A rule in one sentence.
pub(in crate::web) fn rule_in_words(rule: CountingRule, words: Words<'_>) -> String {
    match rule {
        CountingRule::EqualShares { .. } => words.text("round-rule-equal-shares", &[]),
        CountingRule::Ranking { .. } => words.text("round-rule-ranking", &[]),
        CountingRule::Greedy { .. } => words.text("round-rule-greedy", &[]),
        CountingRule::Welfare { .. } => words.text("round-rule-welfare", &[]),
        CountingRule::Phragmen => words.text("round-rule-phragmen", &[]),
        CountingRule::Top { .. } => words.text("round-rule-top", &[]),
    }
}

/// How the ballot is filled in, in one sentence.
pub(in crate::web) fn format_in_words(format: BallotFormat, words: Words<'_>) -> String {
    let count = |number: u32| Arg::Count(i64::from(number));
    match format {
        BallotFormat::Points { total, max_per_project } => {
            words.text("round-how-points", &[("total", count(total)), ("most", count(max_per_project))])
        }
        BallotFormat::Approval { max } => words.text("round-how-approval", &[("most", count(max))]),
    }
}

/// The areas with what they have to give; each leads to its projects.
pub(in crate::web) fn area_cards(round: &Round, listing: &Listing, reader: Reader, words: Words<'_>) -> Vec<AreaCard> {
    let card = |area: &Area| AreaCard {
        name: listing.areas.name(area.id).to_owned(),
        money: area_money(area, round, words),
        places: area_places(area),
        projects: listing.projects_of(area.id),
        url: routes::projects_of_area(reader.language, &round.slug, area.number),
    };
    listing.areas.all.iter().map(card).collect()
}

/// An area's money in words, if it has money and not places.
pub(in crate::web) fn area_money(area: &Area, round: &Round, words: Words<'_>) -> Option<String> {
    match area.limit {
        AreaLimit::Ceiling(money) => Some(words.money(money, &round.currency)),
        AreaLimit::Places(_) => None,
    }
}

/// An area's places, if it has no money.
pub(in crate::web) const fn area_places(area: &Area) -> Option<u32> {
    match area.limit {
        AreaLimit::Places(places) => Some(places),
        AreaLimit::Ceiling(_) => None,
    }
}
