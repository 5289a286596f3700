//! The views of the list and of a single proposal.

use chrono_tz::Tz;

use super::asked::{Asked, BY_AREA, NEWEST, SUPPORTED, WHOLE, Wanted, WantedArea, WantedOrder};
use super::load::{Kinds, ListRead, ProposalRead};
use super::view::{
    NameHidden, ProposalContent, ProposalFilter, ProposalRow, ProposalShow, ProposalsIndex, RowSupport, RowText,
    StandingView,
};
use super::words::{self as told, area, excerpt};
use crate::actions::review::may_object;
use crate::domain::cost_band::CostBand;
use crate::domain::ids::{ProjectNumber, TopicId};
use crate::domain::proposal::ProposalState;
use crate::domain::review::Standing;
use crate::domain::round::Round;
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::store::proposals::Proposal;
use crate::web::parts::{Pager, paragraphs, written};
use crate::web::projects::order::Order;
use crate::web::review::view::VerdictView;
use crate::web::review::{verdict, words as review_words};
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::{moment_of, takes_proposals};
use crate::web::routes;
use crate::web::settings::view::FieldOption;
use crate::web::supports::support_section;
use crate::web::supports::view::SupportSection;

/// The most characters of a text that stands in for a summary.
const EXCERPT: usize = 200;

/// With what a page is written.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) reader: Reader,
    pub(super) zone: Tz,
    pub(super) words: Words<'a>,
}

/// The list: `today` is the random order that is offered in place of another one.
pub(super) fn proposals_index(
    read: &ListRead,
    asked: &Asked,
    (wanted, order, today): (&Wanted, WantedOrder, Order),
    pen: Pen<'_>,
) -> ProposalsIndex {
    let PublicRound { round, text } = &read.found;
    let (language, slug) = (pen.reader.language, &round.slug);
    let list_url = routes::proposals(language, slug);
    ProposalsIndex {
        round_title: text.title.clone(),
        round_url: routes::round(language, slug),
        collecting: told::collecting(round, pen.reader.now, pen.words),
        propose_url: takes_proposals(round, pen.reader).then(|| routes::propose(language, slug)),
        filter: filter(read, asked, (wanted, order, today), pen),
        total: read.total,
        random: matches!(order, WantedOrder::Random(_)),
        withdrawn: wanted.withdrawn,
        proposals: read.proposals.iter().map(|proposal| row(proposal, read, (asked, wanted), pen)).collect(),
        page_number: wanted.page,
        page_count: read.pages,
        pager: Pager::new(wanted.page, read.pages, |page| asked.address(&list_url, page)),
        csv_url: asked.table(&routes::proposals_table(language, slug)),
    }
}

fn filter(
    read: &ListRead,
    asked: &Asked,
    (wanted, order, today): (&Wanted, WantedOrder, Order),
    pen: Pen<'_>,
) -> ProposalFilter {
    let (round, list_url) = (&read.found.round, routes::proposals(pen.reader.language, &read.found.round.slug));
    let state = |value: &str, label: String, chosen| FieldOption { value: value.to_owned(), label, chosen };
    let withdrawn = ProposalState::Withdrawn;
    let standings = Standing::ALL
        .iter()
        .map(|one| state(one.as_str(), review_words::standing(*one, pen.words), wanted.standing == Some(*one)));
    let taken_back = state(withdrawn.as_str(), told::state(withdrawn, pen.words), wanted.withdrawn);
    let states = std::iter::once(every("proposals-all-states", pen)).chain(standings).chain([taken_back]).collect();
    let order_of = |value: String, key: &str, chosen| FieldOption { value, label: pen.words.text(key, &[]), chosen };
    let random = match order {
        WantedOrder::Random(_) => order.in_address(),
        WantedOrder::Newest | WantedOrder::ByArea | WantedOrder::Supported => today.number().to_string(),
    };
    ProposalFilter {
        words: asked.typed().unwrap_or_default(),
        areas: areas(&read.kinds, wanted.area, pen),
        topics: topics(&read.kinds, wanted.topic, pen),
        costs: costs(round, wanted.cost, pen),
        states,
        orders: [
            order_of(random, "proposals-order-random", matches!(order, WantedOrder::Random(_))),
            order_of(NEWEST.to_owned(), "proposals-order-newest", order == WantedOrder::Newest),
            order_of(BY_AREA.to_owned(), "proposals-order-area", order == WantedOrder::ByArea),
        ]
        .into_iter()
        .chain(
            round
                .shows_supports(pen.reader.now)
                .then(|| order_of(SUPPORTED.to_owned(), "proposals-order-supported", order == WantedOrder::Supported)),
        )
        .collect(),
        all_url: asked.is_filtered().then(|| asked.all(&list_url)),
        url: list_url,
    }
}

/// The choice that filters nothing.
fn every(key: &str, pen: Pen<'_>) -> FieldOption {
    FieldOption { value: String::new(), label: pen.words.text(key, &[]), chosen: false }
}

fn areas(kinds: &Kinds, wanted: Option<WantedArea>, pen: Pen<'_>) -> Vec<FieldOption> {
    let whole = FieldOption {
        value: WHOLE.to_owned(),
        label: pen.words.text("proposals-whole-round", &[]),
        chosen: wanted == Some(WantedArea::Whole),
    };
    let areas = kinds.areas.all.iter().map(|area| FieldOption {
        value: area.number.to_string(),
        label: kinds.areas.name(area.id).to_owned(),
        chosen: wanted == Some(WantedArea::Number(area.number)),
    });
    [every("proposals-all-areas", pen), whole].into_iter().chain(areas).collect()
}

fn topics(kinds: &Kinds, wanted: Option<TopicId>, pen: Pen<'_>) -> Vec<FieldOption> {
    if kinds.topics.is_empty() {
        return Vec::new();
    }
    let topics = kinds.topics.iter().map(|(id, name)| FieldOption {
        value: id.value().to_string(),
        label: name.clone(),
        chosen: wanted == Some(*id),
    });
    std::iter::once(every("proposals-all-topics", pen)).chain(topics).collect()
}

fn costs(round: &Round, wanted: Option<CostBand>, pen: Pen<'_>) -> Vec<FieldOption> {
    let bands = CostBand::ALL.iter().map(|band| FieldOption {
        value: band.as_str().to_owned(),
        label: told::band(*band, &round.currency, pen.words),
        chosen: wanted == Some(*band),
    });
    std::iter::once(every("proposals-all-costs", pen)).chain(bands).collect()
}

fn row(proposal: &Proposal, read: &ListRead, (asked, wanted): (&Asked, &Wanted), pen: Pen<'_>) -> ProposalRow {
    let round = &read.found.round;
    let page = routes::proposal(pen.reader.language, &round.slug, proposal.number);
    let date = if wanted.withdrawn { proposal.changed_at } else { proposal.submitted_at };
    ProposalRow {
        number: proposal.number.padded(),
        url: asked.address(&page, wanted.page),
        date: pen.words.date(date),
        text: proposal.state.is_public().then(|| RowText {
            title: proposal.title.clone(),
            language: proposal.language.clone(),
            excerpt: excerpt(proposal, EXCERPT),
            area: area(proposal.area, &read.kinds.areas, pen.words),
            topic: proposal.topic.and_then(|topic| read.kinds.topic(topic)).map(str::to_owned),
            cost: proposal.cost_guess.map(|cost| pen.words.money(cost, &round.currency)),
            standing: read.standings.get(&proposal.id).map(|one| review_words::standing(*one, pen.words)),
            supports: row_supports(proposal, read, pen),
            support: read.supports.mine.get(&proposal.id).map(|mine| RowSupport {
                url: routes::support(pen.reader.language, &round.slug, proposal.number),
                back: asked.address(&routes::proposals(pen.reader.language, &round.slug), wanted.page),
                mine: *mine,
            }),
        }),
    }
}

fn row_supports(proposal: &Proposal, read: &ListRead, pen: Pen<'_>) -> Option<String> {
    let count = read.supports.counts.as_ref()?.get(&proposal.id).copied().filter(|count| *count > 0)?;
    Some(pen.words.text("supports-row", &[("count", Arg::Count(count))]))
}

pub(super) fn proposal_show(read: &ProposalRead, asked: &Asked, pen: Pen<'_>) -> ProposalShow {
    let PublicRound { round, text } = &read.found;
    let proposal = &read.proposal;
    let list_url = routes::proposals(pen.reader.language, &round.slug);
    ProposalShow {
        round_title: text.title.clone(),
        list_url: asked.back(&list_url),
        number: proposal.number.padded(),
        standing: standing(read, pen),
        received: pen.words.date(proposal.submitted_at),
        collecting: told::collecting(round, pen.reader.now, pen.words),
        moment: moment_of(round, pen.reader, pen.words),
        content: proposal.state.is_public().then(|| content(read, pen)),
        verdicts: verdicts(read, pen.words),
        excluded: read.reviewed.as_ref().and_then(|reviewed| reviewed.excluded.clone()),
        support: support(read, pen),
        project_url: read
            .reviewed
            .as_ref()
            .filter(|reviewed| reviewed.is_project)
            .map(|_| routes::project(pen.reader.language, &round.slug, ProjectNumber::new(proposal.number.value()))),
        answer_times_url: routes::answer_times(pen.reader.language, &round.slug),
        follow: None,
        versions_url: read
            .has_versions
            .then(|| routes::proposal_versions(pen.reader.language, &round.slug, proposal.number)),
        report_url: proposal
            .state
            .is_public()
            .then(|| routes::report_proposal(pen.reader.language, &round.slug, proposal.number)),
    }
}

fn support(read: &ProposalRead, pen: Pen<'_>) -> Option<SupportSection> {
    let verdicts = read.reviewed.as_ref().map_or(&[][..], |reviewed| reviewed.verdicts.as_slice());
    let original = verdicts.first().and_then(|given| given.original);
    let of = (&read.found.round, read.proposal.number, original);
    Some(support_section(of, read.support.as_ref()?, (pen.reader, pen.words)))
}

fn verdicts(read: &ProposalRead, words: Words<'_>) -> Vec<VerdictView> {
    let Some(reviewed) = &read.reviewed else { return Vec::new() };
    let of = (&read.found.round, reviewed.departments.as_slice());
    reviewed.verdicts.iter().map(|given| verdict(given, of, words)).collect()
}

/// Where a proposal stands that everybody can read: the step, who takes it, and until when.
fn received(read: &ProposalRead, pen: Pen<'_>) -> StandingView {
    let words = pen.words;
    let Some(reviewed) = &read.reviewed else {
        let standing = Standing::Received;
        return StandingView::Received {
            step: standing.as_str(),
            name: review_words::standing(standing, words),
            next: None,
        };
    };
    let review = &reviewed.review;
    let standing = review.standing().left_out(reviewed.excluded.is_some());
    let department =
        |id| reviewed.departments.iter().find(|one| one.id == id).map(|one| one.name(words.language().code()));
    let who = review.department.and_then(department).unwrap_or_default();
    let date = |at: Instant| words.date_with_weekday(at);
    let next = |key: &str, date: String| {
        Some(words.text(key, &[("date", Arg::from(date)), ("department", Arg::from(who.as_str()))]))
    };
    let next = match standing {
        Standing::Received => next("review-next-received", date(review.due_at)),
        Standing::InReview => next("review-next-in-review", date(review.due_at)),
        Standing::Asked => next("review-next-asked", words.until(review.due_at)),
        Standing::Objected => next("review-next-objected", date(review.due_at)),
        Standing::ToVote | Standing::NotOnBallot => None,
        Standing::Direct | Standing::ToFund | Standing::NotPossible | Standing::OtherOffice | Standing::Merged => {
            let until = may_object(review, reviewed.was_objected, (pen.reader.now, pen.zone));
            until.and_then(|until| next("review-next-object", words.until(until)))
        }
    };
    StandingView::Received { step: standing.as_str(), name: review_words::standing(standing, words), next }
}

fn standing(read: &ProposalRead, pen: Pen<'_>) -> StandingView {
    let (proposal, words) = (&read.proposal, pen.words);
    match proposal.state {
        ProposalState::Received => received(read, pen),
        ProposalState::Unchecked => StandingView::Unchecked,
        ProposalState::Withdrawn => StandingView::Withdrawn { date: words.date(proposal.changed_at) },
        ProposalState::Hidden => {
            let (rule, reason) = match &proposal.hidden {
                Some((rule, reason)) => (told::rule(*rule, words), reason.clone()),
                None => Default::default(),
            };
            StandingView::Hidden { rule, reason }
        }
    }
}

fn content(read: &ProposalRead, pen: Pen<'_>) -> ProposalContent {
    let (proposal, words) = (&read.proposal, pen.words);
    ProposalContent {
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        summary: written(&proposal.summary),
        paragraphs: paragraphs(&proposal.body),
        area: area(proposal.area, &read.kinds.areas, words),
        place: written(&proposal.place),
        topic: proposal.topic.and_then(|topic| read.kinds.topic(topic)).map(str::to_owned),
        author: written(proposal.shown_name()),
        name_hidden: proposal
            .name_hidden
            .as_ref()
            .filter(|_| !proposal.display_name.is_empty())
            .map(|(rule, reason)| NameHidden { rule: told::rule(*rule, words), reason: reason.clone() }),
        voice: told::voice(proposal.voice, words),
        cost: proposal.cost_guess.map(|cost| words.money(cost, &read.found.round.currency)),
        source: told::source(proposal, words),
        offers: read.offers.iter().map(|offer| told::offer(offer, words)).collect(),
    }
}
