//! What the pages about proposals show. A text, and whatever else its author wrote, is there only where everybody may read it.

use serde::Serialize;

use crate::web::following::view::FollowOffer;
use crate::web::parts::{Moment, Pager, Problem};
use crate::web::review::view::VerdictView;
use crate::web::settings::view::FieldOption;
use crate::web::supports::view::SupportSection;
use crate::web::templates::View;

/// One page of the list: `pages/proposals/index.html`.
#[derive(Debug, Serialize)]
pub struct ProposalsIndex {
    /// The round's title.
    pub round_title: String,
    /// The page of the round.
    pub round_url: String,
    /// Whether proposals come in now, and until when.
    pub collecting: Option<String>,
    /// Where something is proposed, while it can be.
    pub propose_url: Option<String>,
    /// What is looked for.
    pub filter: ProposalFilter,
    /// How many were found.
    pub total: usize,
    /// Whether they stand in a random order.
    pub random: bool,
    /// Whether those are listed that were taken back, of which nothing can be read.
    pub withdrawn: bool,
    /// The proposals of this page, 20 at most.
    pub proposals: Vec<ProposalRow>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are, at least 1.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
    /// All that was found as a table.
    pub csv_url: String,
}

impl View for ProposalsIndex {
    const TEMPLATE: &'static str = "pages/proposals/index.html";
}

/// The filter of the list.
#[derive(Debug, Serialize)]
pub struct ProposalFilter {
    /// Where it is sent.
    pub url: String,
    /// What is searched for.
    pub words: String,
    /// The areas, all of them first; empty where there is nothing to choose.
    pub areas: Vec<FieldOption>,
    /// The topics, all of them first; empty where there are none.
    pub topics: Vec<FieldOption>,
    /// What they may cost.
    pub costs: Vec<FieldOption>,
    /// Where they stand.
    pub states: Vec<FieldOption>,
    /// In which order.
    pub orders: Vec<FieldOption>,
    /// The list without a filter, where there is one.
    pub all_url: Option<String>,
}

/// A proposal in the list.
#[derive(Debug, Serialize)]
pub struct ProposalRow {
    /// Its number.
    pub number: String,
    /// Its page, which leads back to this list.
    pub url: String,
    /// When it came in, or was taken back.
    pub date: String,
    /// What it says, where everybody may read it.
    pub text: Option<RowText>,
}

/// What a proposal in the list says.
#[derive(Debug, Serialize)]
pub struct RowText {
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// Its summary, or the beginning of its text.
    pub excerpt: String,
    /// What it is for.
    pub area: String,
    /// What it is about.
    pub topic: Option<String>,
    /// The guess of its cost.
    pub cost: Option<String>,
    /// Where it stands.
    pub standing: Option<String>,
    /// How many people support it, if anybody does and all may know.
    pub supports: Option<String>,
    /// The reader's own support, where they can give or take it back.
    pub support: Option<RowSupport>,
}

/// A button to support a proposal, in the list.
#[derive(Debug, Serialize)]
pub struct RowSupport {
    /// Where it is sent.
    pub url: String,
    /// The page of the list, to which it comes back.
    pub back: String,
    /// Whether the reader supports it.
    pub mine: bool,
}

/// A proposal: `pages/proposals/show.html`.
#[derive(Debug, Serialize)]
pub struct ProposalShow {
    /// The round's title.
    pub round_title: String,
    /// The list, with the filter that led here.
    pub list_url: String,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub standing: StandingView,
    /// When it came in.
    pub received: String,
    /// Whether proposals come in now, and until when.
    pub collecting: Option<String>,
    /// The date of the vote that matters now.
    pub moment: Moment,
    /// What it says, where everybody may read it.
    pub content: Option<ProposalContent>,
    /// What the office made of it, the verdict that holds first.
    pub verdicts: Vec<VerdictView>,
    /// Why it is left out of the ballot, although it went to the vote.
    pub excluded: Option<String>,
    /// Its supports, where the round has any.
    pub support: Option<SupportSection>,
    /// The project that it has become.
    pub project_url: Option<String>,
    /// How fast departments answer.
    pub answer_times_url: String,
    /// The box in which somebody asks to hear of it.
    pub follow: Option<FollowOffer>,
    /// What it said before, if it said something else.
    pub versions_url: Option<String>,
    /// Where everybody who can read it reports it.
    pub report_url: Option<String>,
}

impl View for ProposalShow {
    const TEMPLATE: &'static str = "pages/proposals/show.html";
}

/// Where a proposal stands.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StandingView {
    /// Everybody may read it.
    Received {
        /// Where its review is: `received`, `in_review`, `vote` and so on.
        step: &'static str,
        /// The same in words.
        name: String,
        /// What comes next and when.
        next: Option<String>,
    },
    /// It is being read before everybody may.
    Unchecked,
    /// The office hid it.
    Hidden {
        /// The rule.
        rule: String,
        /// The public reason.
        reason: String,
    },
    /// Its author took it back.
    Withdrawn {
        /// When.
        date: String,
    },
}

/// What a proposal says.
#[derive(Debug, Serialize)]
pub struct ProposalContent {
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// The same in a sentence or two.
    pub summary: Option<String>,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// What it is for: an area, or the whole of the round.
    pub area: String,
    /// Where in it.
    pub place: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// The name that its author gave.
    pub author: Option<String>,
    /// Why the office hid the name alone.
    pub name_hidden: Option<NameHidden>,
    /// In whose name it is written, unless in the author's own.
    pub voice: Option<String>,
    /// The guess of its cost.
    pub cost: Option<String>,
    /// How it came in.
    pub source: String,
    /// What people bring.
    pub offers: Vec<OfferView>,
}

/// Why a name is hidden.
#[derive(Debug, Serialize)]
pub struct NameHidden {
    /// The rule.
    pub rule: String,
    /// The public reason.
    pub reason: String,
}

/// What people bring to a proposal.
#[derive(Debug, Serialize)]
pub struct OfferView {
    /// What kind of thing.
    pub kind: String,
    /// In their own words.
    pub paragraphs: Vec<String>,
    /// Whether a group brings it.
    pub by_group: bool,
}

/// The way to a proposal by its number: `pages/proposals/find.html`.
#[derive(Debug, Serialize)]
pub struct ProposalFind {
    /// The field.
    pub find: FindField,
    /// All that is wrong.
    pub problems: Vec<Problem>,
}

impl View for ProposalFind {
    const TEMPLATE: &'static str = "pages/proposals/find.html";
}

/// A field for the number of a proposal; its partial is `pages/proposals/_find.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FindField {
    /// Where it is sent.
    pub url: String,
    /// What was typed.
    pub value: String,
    /// What to do about it.
    pub problem: Option<String>,
}

/// How fast departments answer: `pages/proposals/times.html`.
#[derive(Debug, Serialize)]
pub struct AnswerTimesPage {
    /// The round's title.
    pub round_title: String,
    /// The list of proposals.
    pub proposals_url: String,
    /// Within how many days a first answer is promised.
    pub promised: i64,
    /// How many proposals wait longer.
    pub overdue: i64,
    /// The departments.
    pub rows: Vec<AnswerTimesRow>,
}

impl View for AnswerTimesPage {
    const TEMPLATE: &'static str = "pages/proposals/times.html";
}

/// A department.
#[derive(Debug, Serialize)]
pub struct AnswerTimesRow {
    /// Its name.
    pub department: String,
    /// How many proposals it has answered.
    pub answered: String,
    /// In how many days on average.
    pub mean: String,
    /// The days of the slowest answer.
    pub longest: String,
}
