//! What the page of a round shows.

use serde::Serialize;

use crate::web::following::view::FollowOffer;
use crate::web::layout::NavLink;
use crate::web::parts::{AreaCard, FormatView, Moment, PhaseStep, RoundAct};
use crate::web::templates::View;

/// The rules of a round and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct RoundShow {
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The date that matters now.
    pub moment: Moment,
    /// The one thing to do.
    pub act: RoundAct,
    /// The list of projects.
    pub projects_url: String,
    /// The line of phases.
    pub phases: Vec<PhaseStep>,
    /// Who may propose, where anybody does.
    pub proposing: Option<Proposing>,
    /// Where the ballots come from.
    pub origin: OriginView,
    /// Who may vote, in the organisation's words.
    pub who_may_vote: Option<String>,
    /// Who has the means to vote.
    pub voters: Voters,
    /// How the ballot is filled in.
    pub format: FormatView,
    /// How the votes are counted, in one sentence.
    pub rule: String,
    /// Whether the result binds; else it is advice.
    pub binding: bool,
    /// What happens with the result, in the organisation's words.
    pub after_the_result: Option<String>,
    /// All money of the round.
    pub money: Option<String>,
    /// Its areas.
    pub areas: Vec<AreaCard>,
    /// Further pages and files of the round.
    pub links: Vec<NavLink>,
    /// The box in which somebody asks to hear of it.
    pub follow: Option<FollowOffer>,
    /// Shown to the office alone, before others see it.
    pub preview: Option<Preview>,
}

/// What the office is told beside a page that only it sees.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// The task list of the round.
    pub overview_url: String,
}

impl View for RoundShow {
    const TEMPLATE: &'static str = "pages/round/show.html";
}

/// Who may propose in a round, and when.
#[derive(Debug, Clone, Serialize)]
pub struct Proposing {
    /// Who, in words.
    pub who: String,
    /// When, in words.
    pub dates: Option<String>,
    /// The list of proposals, once there may be some.
    pub url: Option<String>,
}

/// Who may vote in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Voters {
    /// Everybody who was given a code.
    Codes,
    /// Everybody with an account.
    Accounts,
    /// Either.
    CodesAndAccounts,
    /// Nobody: the ballots were not cast here.
    Nobody,
}

/// Where the ballots of a round come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginView {
    /// Cast here.
    Live,
    /// Read from a file.
    Imported,
    /// Made by a program.
    Generated,
}
