//! What the start page shows.

use serde::Serialize;

use crate::web::parts::{AreaCard, Moment, PhaseStep, ProjectCard, RoundAct};
use crate::web::proposals::view::FindField;
use crate::web::templates::View;

/// The start page. Without a current round it says so and names the others.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HomeShow {
    /// The round that is on now, or else the latest.
    pub current: Option<CurrentRound>,
    /// The other published rounds, latest first.
    pub others: Vec<RoundLine>,
    /// The field for the number of a proposal, once some round takes proposals.
    pub find: Option<FindField>,
}

impl View for HomeShow {
    const TEMPLATE: &'static str = "pages/home/show.html";
}

/// The round that the start page is about.
#[derive(Debug, Clone, Serialize)]
pub struct CurrentRound {
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The date that matters now.
    pub moment: Moment,
    /// The one thing to do.
    pub act: RoundAct,
    /// Where somebody without a letter learns what to do; none where there are no letters.
    pub no_letter_url: Option<String>,
    /// Whether people vote with an account.
    pub takes_accounts: bool,
    /// Its first areas, six at most.
    pub areas: Vec<AreaCard>,
    /// All areas, when there are more than shown.
    pub more_areas_url: Option<String>,
    /// The line of phases.
    pub phases: Vec<PhaseStep>,
    /// Three projects at random.
    pub sample: Vec<ProjectCard>,
    /// How many projects stand for the vote.
    pub project_count: usize,
    /// The list of projects.
    pub projects_url: String,
    /// All money of the round.
    pub money: Option<String>,
    /// Whether the result binds; else it is advice.
    pub binding: bool,
    /// The page of the round.
    pub round_url: String,
}

/// Another round in one row.
#[derive(Debug, Clone, Serialize)]
pub struct RoundLine {
    /// Its title.
    pub title: String,
    /// The page of the round.
    pub url: String,
    /// Where it stands.
    pub moment: Moment,
    /// Such as "10 of 14 projects are funded".
    pub result_sentence: Option<String>,
    /// The result, when it is published.
    pub result_url: Option<String>,
}
