//! What the pages of the departments show.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::settings::view::{FieldView, Outcome};
use crate::web::templates::View;

/// The list: `pages/departments/list.html`.
#[derive(Debug, Serialize)]
pub struct DepartmentList {
    /// The overview of the settings.
    pub overview_url: String,
    /// Adds one; none for those who only read.
    pub new_url: Option<String>,
    /// What has just happened, in words.
    pub done: Option<String>,
    /// Those at work.
    pub departments: Vec<DepartmentRow>,
    /// Those that were retired.
    pub retired: Vec<DepartmentRow>,
}

impl View for DepartmentList {
    const TEMPLATE: &'static str = "pages/departments/list.html";
}

/// A department in the list.
#[derive(Debug, Serialize)]
pub struct DepartmentRow {
    /// Its name.
    pub name: String,
    /// Its form.
    pub url: String,
    /// Where it is written to.
    pub email: Option<String>,
    /// Where it is called.
    pub telephone: Option<String>,
    /// Who stands in.
    pub deputy: Option<String>,
    /// The department that takes over.
    pub substitute: Option<String>,
}

/// The form of one: `pages/departments/form.html`.
#[derive(Debug, Serialize)]
pub struct DepartmentForm {
    /// Its name; none for a new one.
    pub name: Option<String>,
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// The version that is being edited.
    pub version: i64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// Retiring it or bringing it back; none for a new one.
    pub retire: Option<RetireView>,
}

impl View for DepartmentForm {
    const TEMPLATE: &'static str = "pages/departments/form.html";
}

/// Retiring a department, or bringing it back.
#[derive(Debug, Serialize)]
pub struct RetireView {
    /// Where it goes.
    pub url: String,
    /// Whether it is retired now.
    pub retired: bool,
    /// The names of those whose substitute it is; it cannot retire while there are any.
    pub named_by: Vec<String>,
}
