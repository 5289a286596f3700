//! What the list of projects and the page of a project show.

use serde::Serialize;

use crate::web::council::told::AtCouncil;
use crate::web::parts::{Moment, Pager, ProjectCard};
use crate::web::round::view::Voters;
use crate::web::templates::View;

/// One page of the list.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectsIndex {
    /// The round's title.
    pub round_title: String,
    /// The page of the round.
    pub round_url: String,
    /// This list without filter, page and order.
    pub list_url: String,
    /// The areas to filter by.
    pub areas: Vec<AreaOption>,
    /// The name of the chosen area.
    pub area_name: Option<String>,
    /// Which of the 64 orders is shown, 0 to 63; it stands in the address so that pages can be shared.
    pub order: u8,
    /// How many projects the filter lets through.
    pub total: usize,
    /// The projects of this page, 20 at most.
    pub projects: Vec<ProjectCard>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are, at least 1.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
}

impl View for ProjectsIndex {
    const TEMPLATE: &'static str = "pages/projects/index.html";
}

/// An area to filter by.
#[derive(Debug, Clone, Serialize)]
pub struct AreaOption {
    /// The area's number, which stands in the address.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Whether the list is filtered by it.
    pub chosen: bool,
}

/// A project with everything that is known, and always with how to vote.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectShow {
    /// The round's title.
    pub round_title: String,
    /// The list of projects.
    pub projects_url: String,
    /// Who has the means to vote.
    pub voters: Voters,
    /// The number as printed on the ballot.
    pub number: String,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The topic, for the drawing that stands in for a photograph.
    pub topic: Option<String>,
    /// The area's name.
    pub area: String,
    /// The area's money.
    pub area_money: Option<String>,
    /// The cost, or none in an area with places.
    pub cost: Option<String>,
    /// The spot.
    pub place: Option<String>,
    /// The date that matters now.
    pub moment: Moment,
    /// Where to vote, while voting is open and ballots are cast here.
    pub vote_url: Option<String>,
    /// What the result says about the project, once it is published.
    pub outcome: Option<Outcome>,
    /// The result, once it is published.
    pub result_url: Option<String>,
    /// Where it stands with the council, once the result is published.
    pub council: Option<AtCouncil>,
    /// What the council is called.
    pub council_name: String,
    /// When the council is planned to decide, with weekday, while it has not.
    pub decision_on: Option<String>,
}

impl View for ProjectShow {
    const TEMPLATE: &'static str = "pages/projects/show.html";
}

/// What a published result says about a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It gets its money or its place.
    Funded,
    /// It does not.
    NotFunded,
}
