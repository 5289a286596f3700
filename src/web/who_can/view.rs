//! What the page about who can see and do what shows.

use serde::Serialize;

use crate::web::templates::View;

/// Who can see and do what: `pages/who_can/show.html`.
#[derive(Debug, Serialize)]
pub struct WhoCanShow {
    /// Whoever can do something, from left to right.
    pub people: Vec<Kind>,
    /// Every permission, with a cell for each of `people`.
    pub permissions: Vec<PermissionRow>,
    /// The pages that need no permission, by whoever may open them.
    pub pages: Vec<Pages>,
}

/// A kind of people.
#[derive(Debug, Serialize)]
pub struct Kind {
    /// What they are called.
    pub name: String,
    /// All that they can do, in the order of the table.
    pub can: Vec<String>,
}

/// A permission.
#[derive(Debug, Serialize)]
pub struct PermissionRow {
    /// What it allows, in plain words.
    pub name: String,
    /// Who may, in the order of the columns.
    pub cells: Vec<bool>,
    /// The addresses of the pages that it opens.
    pub pages: Vec<String>,
}

/// Pages that the same people may open.
#[derive(Debug, Serialize)]
pub struct Pages {
    /// Who may open them.
    pub who: String,
    /// Their addresses.
    pub addresses: Vec<String>,
}

impl View for WhoCanShow {
    const TEMPLATE: &'static str = "pages/who_can/show.html";
}
