//! The views of the list and of a single proposal.

use super::asked::{Asked, BY_AREA, NEWEST, WHOLE, Wanted, WantedArea, WantedOrder};
use super::load::{Kinds, ListRead, ProposalRead};
use super::view::{ProposalContent, ProposalFilter, ProposalRow, ProposalShow, ProposalsIndex, RowText, Standing};
use super::words::{self as told, area, excerpt};
use crate::domain::cost_band::CostBand;
use crate::domain::ids::TopicId;
use crate::domain::proposal::ProposalState;
use crate::domain::round::Round;
use crate::locale::Words;
use crate::store::proposals::Proposal;
use crate::web::parts::{Pager, paragraphs, written};
use crate::web::projects::order::Order;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::{moment_of, takes_proposals};
use crate::web::routes;
use crate::web::settings::view::FieldOption;

/// The most characters of a text that stands in for a summary.
const EXCERPT: usize = 200;

/// With what a page is written.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) reader: Reader,
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
    let state = |state: ProposalState, chosen| FieldOption {
        value: state.as_str().to_owned(),
        label: told::state(state, pen.words),
        chosen,
    };
    let order_of = |value: String, key: &str, chosen| FieldOption { value, label: pen.words.text(key, &[]), chosen };
    let random = match order {
        WantedOrder::Random(_) => order.in_address(),
        WantedOrder::Newest | WantedOrder::ByArea => today.number().to_string(),
    };
    ProposalFilter {
        words: asked.typed().unwrap_or_default(),
        areas: areas(&read.kinds, wanted.area, pen),
        topics: topics(&read.kinds, wanted.topic, pen),
        costs: costs(round, wanted.cost, pen),
        states: vec![
            state(ProposalState::Received, !wanted.withdrawn),
            state(ProposalState::Withdrawn, wanted.withdrawn),
        ],
        orders: vec![
            order_of(random, "proposals-order-random", matches!(order, WantedOrder::Random(_))),
            order_of(NEWEST.to_owned(), "proposals-order-newest", order == WantedOrder::Newest),
            order_of(BY_AREA.to_owned(), "proposals-order-area", order == WantedOrder::ByArea),
        ],
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
        }),
    }
}

pub(super) fn proposal_show(read: &ProposalRead, asked: &Asked, pen: Pen<'_>) -> ProposalShow {
    let PublicRound { round, text } = &read.found;
    let proposal = &read.proposal;
    let list_url = routes::proposals(pen.reader.language, &round.slug);
    ProposalShow {
        round_title: text.title.clone(),
        list_url: asked.back(&list_url),
        number: proposal.number.padded(),
        standing: standing(proposal, pen.words),
        received: pen.words.date(proposal.submitted_at),
        collecting: told::collecting(round, pen.reader.now, pen.words),
        moment: moment_of(round, pen.reader, pen.words),
        content: proposal.state.is_public().then(|| content(read, pen)),
    }
}

fn standing(proposal: &Proposal, words: Words<'_>) -> Standing {
    match proposal.state {
        ProposalState::Received => Standing::Received,
        ProposalState::Unchecked => Standing::Unchecked,
        ProposalState::Withdrawn => Standing::Withdrawn { date: words.date(proposal.changed_at) },
        ProposalState::Hidden => {
            let (rule, reason) = match &proposal.hidden {
                Some((rule, reason)) => (told::rule(*rule, words), reason.clone()),
                None => Default::default(),
            };
            Standing::Hidden { rule, reason }
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
        author: written(&proposal.display_name),
        voice: told::voice(proposal.voice, words),
        cost: proposal.cost_guess.map(|cost| words.money(cost, &read.found.round.currency)),
        source: told::source(proposal, words),
        offers: read.offers.iter().map(|offer| told::offer(offer, words)).collect(),
    }
}
