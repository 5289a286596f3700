//! What the pages of the settings show. A form that was sent too late keeps what was typed and shows what is saved.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::templates::View;

/// The overview, a task list: `pages/settings/overview.html`.
#[derive(Debug, Serialize)]
pub struct SettingsOverview {
    /// Whether the reader may change the parts.
    pub may_edit: bool,
    /// The groups of parts.
    pub groups: Vec<TaskGroup>,
    /// When anything was last changed.
    pub changed: Option<String>,
}

impl View for SettingsOverview {
    const TEMPLATE: &'static str = "pages/settings/overview.html";
}

/// Parts that belong together.
#[derive(Debug, Serialize)]
pub struct TaskGroup {
    /// Ends the ids on the page.
    pub id: &'static str,
    /// The heading.
    pub title: String,
    /// The parts.
    pub tasks: Vec<Task>,
}

/// A part on the overview.
#[derive(Debug, Serialize)]
pub struct Task {
    /// Its name.
    pub title: String,
    /// Its form.
    pub url: String,
    /// What it holds now.
    pub now: String,
    /// Whether it is filled in as far as it must be.
    pub done: bool,
}

/// One part: `pages/settings/part.html`.
#[derive(Debug, Serialize)]
pub struct SettingsPart {
    /// The part's name.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub overview_url: String,
    /// The version that is being edited; after a conflict the one that is saved now.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Fields, those for all languages first, then each language's.
    pub groups: Vec<FieldGroup>,
    /// How the colours look.
    pub preview: Option<Preview>,
}

impl View for SettingsPart {
    const TEMPLATE: &'static str = "pages/settings/part.html";
}

/// What has happened to the form that was sent.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was sent, or it was only looked at.
    Fresh,
    /// It is saved.
    Saved,
    /// Somebody else has saved meanwhile; nothing was changed.
    ChangedMeanwhile {
        /// When, where it is known.
        at: Option<String>,
    },
}

/// Fields that stand together.
#[derive(Debug, Serialize)]
pub struct FieldGroup {
    /// The heading; none where nothing else is on the page.
    pub legend: Option<String>,
    /// The fields.
    pub fields: Vec<FieldView>,
}

/// A field.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FieldView {
    /// Its name and id.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// How to fill it in.
    pub hint: String,
    /// `line`, `number`, `telephone`, `email`, `url`, `colour`, `date`, `time`, `prose`, `tick`, `choice`, `radio` or
    /// `hidden`.
    pub kind: &'static str,
    /// What was typed, or what is saved.
    pub value: String,
    /// How that is read, where it is not as it is typed.
    pub read_as: Option<String>,
    /// Whether the page opens with the cursor in it.
    pub focus: bool,
    /// Whether a tick is set.
    pub ticked: bool,
    /// What can be chosen.
    pub options: Vec<FieldOption>,
    /// The language that is typed into it, where it is one.
    pub language: Option<&'static str>,
    /// What to do about it.
    pub problem: Option<String>,
    /// What somebody else has saved meanwhile, when it differs from what was typed; may be empty.
    pub saved: Option<String>,
    /// The saved text as visitors see it: safe HTML.
    pub saved_html: Option<String>,
    /// The public page that shows it.
    pub url: Option<String>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize)]
pub struct FieldOption {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// How the colours look, on light and on dark pages.
#[derive(Debug, Serialize)]
pub struct Preview {
    /// The stylesheet with the colours of the two samples.
    pub css_url: String,
    /// The samples.
    pub samples: Vec<Sample>,
}

/// A sample of a page.
#[derive(Debug, Serialize)]
pub struct Sample {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// The colour.
    pub colour: String,
    /// How well words stand out from the button.
    pub words: String,
    /// How well the button stands out from the page.
    pub button: String,
}

/// The logo: `pages/settings/logo.html`.
#[derive(Debug, Serialize)]
pub struct SettingsLogo {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub overview_url: String,
    /// The version that is being edited.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The address of the present logo.
    pub logo: Option<String>,
    /// What is wrong with the picture.
    pub picture_problem: Option<String>,
    /// What the logo says, in each language.
    pub words: Vec<FieldView>,
}

impl View for SettingsLogo {
    const TEMPLATE: &'static str = "pages/settings/logo.html";
}

/// The neighbourhoods: `pages/settings/neighbourhoods.html`.
#[derive(Debug, Serialize)]
pub struct SettingsNeighbourhoods {
    /// Where the form goes.
    pub url: String,
    /// The overview.
    pub overview_url: String,
    /// The version that is being edited.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The list as somebody else has saved it meanwhile.
    pub saved: Vec<String>,
    /// A row for each neighbourhood, and some for new ones.
    pub rows: Vec<NeighbourhoodRow>,
}

impl View for SettingsNeighbourhoods {
    const TEMPLATE: &'static str = "pages/settings/neighbourhoods.html";
}

/// A neighbourhood that can be edited, or room for a new one.
#[derive(Debug, Serialize)]
pub struct NeighbourhoodRow {
    /// From 1; ends the names of its fields.
    pub number: usize,
    /// Its row in the database; empty for a new one.
    pub id: String,
    /// What it is called, for its heading; empty for a new one.
    pub title: String,
    /// Its place in the list.
    pub position: FieldView,
    /// Its names.
    pub names: Vec<FieldView>,
    /// Whether it is to go.
    pub removed: bool,
}
