//! What the pages of a round's set-up show.

use serde::Serialize;

use crate::web::layout::NavLink;
use crate::web::parts::Problem;
use crate::web::settings::view::{FieldGroup, FieldOption, FieldView, Outcome};
use crate::web::templates::View;

/// A new round: `pages/set_up/start.html`.
#[derive(Debug, Serialize)]
pub struct SetUpStart {
    /// Where the form goes.
    pub url: String,
    /// The office's first page.
    pub office_url: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The titles, one for each language.
    pub titles: Vec<FieldView>,
    /// The name in addresses.
    pub slug: FieldView,
    /// What the round begins with: the presets, then former rounds.
    pub patterns: Vec<PatternView>,
    /// What is wrong with the choice.
    pub pattern_problem: Option<String>,
}

impl View for SetUpStart {
    const TEMPLATE: &'static str = "pages/set_up/start.html";
}

/// Something that a round can begin with.
#[derive(Debug, Serialize)]
pub struct PatternView {
    /// What is sent, and what it is called.
    pub option: FieldOption,
    /// What it brings along.
    pub hint: String,
}

/// The parts of a round, as a task list: `pages/set_up/overview.html`.
#[derive(Debug, Serialize)]
pub struct SetUpOverview {
    /// Whether the reader may change the parts.
    pub may_set_up: bool,
    /// The round's title.
    pub round: String,
    /// The round's page in the office.
    pub round_url: String,
    /// The name of the part that has just been saved.
    pub saved: Option<String>,
    /// Whether the round has just been started.
    pub started: bool,
    /// Whether everybody sees the round.
    pub is_public: bool,
    /// The parts.
    pub tasks: Vec<SetUpTask>,
    /// How many parts are complete.
    pub complete: usize,
    /// The page as people will see it.
    pub preview_url: String,
    /// Where the round is published, once nothing is missing.
    pub publish_url: Option<String>,
}

impl View for SetUpOverview {
    const TEMPLATE: &'static str = "pages/set_up/overview.html";
}

/// A part on the task list.
#[derive(Debug, Serialize)]
pub struct SetUpTask {
    /// Its name.
    pub title: String,
    /// Its form.
    pub url: String,
    /// What it holds now.
    pub now: String,
    /// How far it is.
    pub state: TaskState,
    /// What it lacks.
    pub lacks: Vec<String>,
}

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Nothing is missing.
    Complete,
    /// Something is missing.
    Incomplete,
    /// Nobody has looked at it yet.
    ToDo,
    /// It can no longer be changed.
    Fixed,
}

/// One part: `pages/set_up/part.html`.
#[derive(Debug, Serialize)]
pub struct SetUpPart {
    /// The part's name.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// The round's title.
    pub round: String,
    /// Where the form goes.
    pub url: String,
    /// The task list.
    pub overview_url: String,
    /// The version that is being edited; after a conflict the one that is saved now.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// A list as somebody else has saved it meanwhile.
    pub saved_list: Vec<String>,
    /// The fields.
    pub groups: Vec<FieldGroup>,
    /// How many rows the form has, where it has rows.
    pub rows: usize,
    /// The public reason, which a public round needs.
    pub reason: Option<FieldView>,
    /// A page to read before this one is filled in.
    pub read_first: Option<NavLink>,
    /// Why nothing can be changed.
    pub frozen: Option<String>,
}

impl View for SetUpPart {
    const TEMPLATE: &'static str = "pages/set_up/part.html";
}

/// The last look before a round becomes public: `pages/set_up/publish.html`.
#[derive(Debug, Serialize)]
pub struct SetUpPublish {
    /// The round's title.
    pub round: String,
    /// Where the form goes.
    pub url: String,
    /// The task list.
    pub overview_url: String,
    /// The page as people will see it.
    pub preview_url: String,
    /// The address that will be public, whole.
    pub address: String,
    /// What the page was made of, to be sent along: whoever publishes has seen it.
    pub seen: String,
    /// Whether somebody has changed the round since the page was made.
    pub changed: bool,
    /// What is missing, each with the page where it is filled in.
    pub lacks: Vec<LackView>,
    /// What happens next, with its date.
    pub next: Vec<String>,
}

impl View for SetUpPublish {
    const TEMPLATE: &'static str = "pages/set_up/publish.html";
}

/// Something that a part lacks.
#[derive(Debug, Serialize)]
pub struct LackView {
    /// The part.
    pub part: String,
    /// Its form.
    pub url: String,
    /// What is missing.
    pub text: String,
}
