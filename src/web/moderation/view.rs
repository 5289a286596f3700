//! What the pages of the moderation show: the whole of a proposal, but never where its author is reached.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::proposals::view::OfferView;
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// The queue: `pages/moderation/list.html`.
#[derive(Debug, Serialize)]
pub struct ModerationList {
    /// The round's title.
    pub round_title: String,
    /// Its page in the office.
    pub round_url: String,
    /// What has just been done.
    pub done: Option<Done>,
    /// Those that wait, those that are hidden, all.
    pub parts: Vec<ModerationPart>,
    /// The name of the part that is shown.
    pub shows: &'static str,
    /// The proposals of this page.
    pub rows: Vec<ModerationRow>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
}

impl View for ModerationList {
    const TEMPLATE: &'static str = "pages/moderation/list.html";
}

/// A proposal with which something has just been done, as it stands now.
#[derive(Debug, Serialize)]
pub struct Done {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: &'static str,
    /// What has been done, where the state says too little.
    pub what: Option<&'static str>,
    /// Its page in the office.
    pub url: String,
}

/// A part of the queue.
#[derive(Debug, Serialize)]
pub struct ModerationPart {
    /// `reported`, `waiting`, `hidden` or `all`.
    pub name: &'static str,
    /// Its address.
    pub url: String,
    /// How many proposals it has.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// A proposal in the queue.
#[derive(Debug, Serialize)]
pub struct ModerationRow {
    /// Its page in the office.
    pub url: String,
    /// What it says.
    pub proposal: ModeratedProposal,
    /// The reports that wait.
    pub reported: Option<Reported>,
}

/// How many reports of a proposal wait.
#[derive(Debug, Serialize)]
pub struct Reported {
    /// All of them.
    pub count: i64,
    /// Rule by rule, in words, the most frequent first.
    pub rules: Vec<String>,
}

/// A report as the office reads it.
#[derive(Debug, Serialize)]
pub struct ReportView {
    /// The rule.
    pub rule: String,
    /// When it came.
    pub received: String,
    /// What was written, paragraph by paragraph.
    pub explanation: Vec<String>,
    /// `hidden`, `kept` or `withdrawn`; none while it waits.
    pub outcome: Option<&'static str>,
    /// What the office noted.
    pub note: Option<String>,
}

/// The form that lets a reported proposal stand.
#[derive(Debug, Serialize)]
pub struct KeepForm {
    /// The latest report that is shown.
    pub last: i64,
    /// The note that stays in the office.
    pub note: FieldView,
}

/// What a proposal says, whatever its state.
#[derive(Debug, Serialize)]
pub struct ModeratedProposal {
    /// Its number.
    pub number: String,
    /// Where it stands, as the database carries it.
    pub state: &'static str,
    /// The same in words.
    pub state_name: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// The same in a sentence or two.
    pub summary: Option<String>,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// What it is for.
    pub area: String,
    /// Where in it.
    pub place: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// The name that its author gave.
    pub author: Option<String>,
    /// In whose name it is written, unless in the author's own.
    pub voice: Option<String>,
    /// How it came in.
    pub source: String,
    /// When it came in.
    pub received: String,
    /// What people bring.
    pub offers: Vec<OfferView>,
    /// The rule by which it is hidden.
    pub hidden_rule: Option<String>,
    /// The public reason for it.
    pub hidden_reason: Option<String>,
    /// The rule by which the name alone is hidden.
    pub name_rule: Option<String>,
    /// The public reason for it.
    pub name_reason: Option<String>,
}

/// A proposal with what can be done: `pages/moderation/show.html`.
#[derive(Debug, Serialize)]
pub struct ModerationShow {
    /// The round's title.
    pub round_title: String,
    /// The queue.
    pub list_url: String,
    /// Its public page, once the round is public.
    pub public_url: Option<String>,
    /// Where the forms go.
    pub url: String,
    /// The proposal.
    pub proposal: ModeratedProposal,
    /// On which day it came in, where the office entered it.
    pub came_in: Option<String>,
    /// The scanned paper, for those who may see it.
    pub scan_url: Option<String>,
    /// Somebody else was faster, and nothing was changed.
    pub came_too_late: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// How many reports wait.
    pub reported: Option<Reported>,
    /// The newest of them.
    pub reports: Vec<ReportView>,
    /// The newest reports that are settled.
    pub settled: Vec<ReportView>,
    /// The form that lets it stand, where reports wait.
    pub keep: Option<KeepForm>,
    /// The form that hides the name alone.
    pub hide_name: Option<HideForm>,
    /// What can be done; nothing by those who only read.
    pub acts: Option<Acts>,
    /// The form that hides it.
    pub hide: Option<HideForm>,
    /// A reason that was written for what can no longer be done.
    pub kept: Option<String>,
}

impl View for ModerationShow {
    const TEMPLATE: &'static str = "pages/moderation/show.html";
}

/// What can be done with a proposal as it stands.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Acts {
    /// Show it to everybody.
    pub show: bool,
    /// Hide it.
    pub hide: bool,
    /// Show it again.
    pub restore: bool,
    /// Show the name again.
    pub restore_name: bool,
}

/// The fields of the form that hides a proposal, or its name.
#[derive(Debug, Serialize)]
pub struct HideForm {
    /// The rule.
    pub rule: FieldView,
    /// The public reason.
    pub reason: FieldView,
}
