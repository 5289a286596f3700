//! What the pages of the shortlist show.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// The shortlist: `pages/shortlist/list.html`.
#[derive(Debug, Serialize)]
pub struct ShortlistList {
    /// The round's title.
    pub round_title: String,
    /// Its page in the office.
    pub round_url: String,
    /// Where the forms go.
    pub url: String,
    /// The queue of reviews.
    pub reviews_url: String,
    /// What has just been done: the end of the key of its words.
    pub done: Option<&'static str>,
    /// Why something was not done: the end of the key of its words.
    pub refused: Option<&'static str>,
    /// What was typed and has no field any more.
    pub kept: Option<String>,
    /// All that is wrong with the form.
    pub problems: Vec<Problem>,
    /// Since when it is frozen.
    pub frozen: Option<String>,
    /// How many proposals are not decided yet.
    pub undecided: i64,
    /// The areas with what they would have.
    pub areas: Vec<AreaRow>,
    /// On the ballot, left out, without an area.
    pub parts: Vec<ShortlistPart>,
    /// The name of the part that is shown.
    pub shows: &'static str,
    /// The proposals of this page.
    pub rows: Vec<CandidateRow>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
    /// Whether it can be frozen by the reader.
    pub may_freeze: bool,
    /// The field for the reason with which it is opened again, for whoever may.
    pub reopen: Option<FieldView>,
}

impl View for ShortlistList {
    const TEMPLATE: &'static str = "pages/shortlist/list.html";
}

/// An area with what it would have on the ballot.
#[derive(Debug, Serialize)]
pub struct AreaRow {
    /// Its name; of those without one, that the office has to choose.
    pub name: String,
    /// How many projects.
    pub projects: i64,
    /// What they cost together.
    pub cost: String,
    /// What the area has to give: money or places.
    pub limit: Option<String>,
}

/// A part of the shortlist.
#[derive(Debug, Serialize)]
pub struct ShortlistPart {
    /// `ballot`, `excluded` or `without_area`.
    pub name: &'static str,
    /// Its address.
    pub url: String,
    /// How many proposals it has.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// A proposal on its way to the ballot.
#[derive(Debug, Serialize)]
pub struct CandidateRow {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// Its page in the shortlist.
    pub url: String,
    /// The area on whose list it stands.
    pub area: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Why it is left out.
    pub excluded: Option<String>,
    /// Why it is on the ballot although it has too few supports.
    pub included: Option<String>,
    /// How many people support it, and how many it needs.
    pub supports: Option<String>,
}

/// A proposal on its way to the ballot: `pages/shortlist/show.html`.
#[derive(Debug, Serialize)]
pub struct CandidateShow {
    /// The round's title.
    pub round_title: String,
    /// The shortlist.
    pub list_url: String,
    /// Where the forms go.
    pub url: String,
    /// The review, with the verdict.
    pub review_url: String,
    /// Why something was not done: the end of the key of its words.
    pub refused: Option<&'static str>,
    /// All that is wrong with the form.
    pub problems: Vec<Problem>,
    /// The proposal.
    pub candidate: CandidateRow,
    /// Whether anything can still be changed by the reader.
    pub may_change: bool,
    /// Whether it is left out as it has fewer supports than it needs.
    pub is_short: bool,
    /// Whether the reader puts it on all the same.
    pub may_override: bool,
    /// The field for the public reason.
    pub reason: FieldView,
    /// The field for the area, of a proposal for the whole of the round.
    pub area: Option<FieldView>,
}

impl View for CandidateShow {
    const TEMPLATE: &'static str = "pages/shortlist/show.html";
}
