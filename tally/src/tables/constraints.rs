//! Conditions beside the budget, as a document that people write by hand.

use serde::Deserialize;

use super::json::{JsonFault, Money, document};
use crate::constraints::{Ceiling, Constraints, Override};
use crate::pabulib::parts::minor_units_within;
use crate::pabulib::{Election, FaultKind};

/// The document. What is left out sets no condition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Document {
    least_votes: u32,
    ceilings: Vec<CeilingRow>,
    incompatible: Vec<(String, String)>,
    overrides: Vec<OverrideRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CeilingRow {
    name: Option<String>,
    limit: Money,
    category: Option<String>,
    projects: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OverrideRow {
    project: String,
    funded: bool,
    reason: String,
}

/// Reads the conditions for an election from one JSON document.
///
/// It is an object in which everything may be left out:
/// * `least_votes`: projects that fewer ballots list are left out;
/// * `ceilings`: a list of objects with `limit`, an amount in major units, a whole number or text such as `"12.50"`,
///   and either `category`, for all projects with that word in their column `category`, or `projects`, a list of ids;
///   `name` may say what people call it;
/// * `incompatible`: a list of pairs of ids, of which only one can be carried out;
/// * `overrides`: a list of objects with `project`, `funded` (`true` if it is put in before the count, `false` if it is
///   taken out) and the `reason` to be published.
///
/// ```
/// use allmende_tally::tables::{read_constraints, read_json};
///
/// let election = read_json(br#"{ "vote_type": "approval", "budget": 800,
///     "projects": [{ "id": "1", "cost": 600, "category": "parks,play" }, { "id": "2", "cost": 250 }],
///     "votes": [{ "voter": "ann", "vote": ["1", "2"] }] }"#).unwrap();
/// let conditions = r#"{ "least_votes": 1, "ceilings": [{ "category": "parks", "limit": 500 }],
///     "overrides": [{ "project": "2", "funded": true, "reason": "Promised in 2026." }] }"#;
///
/// let constraints = read_constraints(conditions.as_bytes(), &election).unwrap();
/// assert_eq!(constraints.ceilings[0].projects, [0]);
/// assert!(election.clone().with_constraints(constraints).is_ok());
///
/// let faults = read_constraints(conditions.replace("\"2\"", "\"3\"").as_bytes(), &election).unwrap_err();
/// let message = r#"overrides[0].project: found "3"; expected the id of a project that PROJECTS lists"#;
/// assert_eq!(faults[0].to_string(), message);
/// ```
///
/// # Errors
/// The first thing that is no JSON or of another shape, with line and column; else every value that does not fit the
/// election, with its path.
pub fn read_constraints(bytes: &[u8], election: &Election) -> Result<Constraints, Vec<JsonFault>> {
    let document: Document = document(bytes)?;
    let mut reader = Reader { election, faults: Vec::new() };
    let constraints = Constraints {
        least_votes: document.least_votes,
        ceilings: document.ceilings.iter().enumerate().map(|(index, row)| reader.ceiling(index, row)).collect(),
        incompatible: document.incompatible.iter().enumerate().map(|(index, pair)| reader.pair(index, pair)).collect(),
        overrides: document.overrides.into_iter().enumerate().map(|(index, row)| reader.decided(index, row)).collect(),
    };
    if reader.faults.is_empty() { Ok(constraints) } else { Err(reader.faults) }
}

struct Reader<'e> {
    election: &'e Election,
    faults: Vec<JsonFault>,
}

impl Reader<'_> {
    fn ceiling(&mut self, index: usize, row: &CeilingRow) -> Ceiling {
        let limit = row.limit.text();
        let amount = minor_units_within(&limit, self.election.instance().exponent());
        let amount = amount.unwrap_or_else(|kind| {
            self.fault(format!("ceilings[{index}].limit"), &limit, kind);
            0
        });
        let (projects, usual) = match (&row.category, &row.projects) {
            (Some(category), None) => (self.category(index, category), category.clone()),
            (None, Some(ids)) => (self.list(index, ids), ids.join(", ")),
            (Some(found), Some(_)) => (self.neither(index, found), String::new()),
            (None, None) => (self.neither(index, ""), String::new()),
        };
        Ceiling { name: row.name.clone().unwrap_or(usual), limit: amount, projects }
    }

    fn category(&mut self, index: usize, category: &str) -> Vec<usize> {
        let is_in = |project: &usize| {
            let words = self.election.project_value(*project, "category").unwrap_or_default();
            words.split(',').any(|word| word.trim() == category.trim())
        };
        let projects: Vec<usize> = (0..self.election.instance().projects().len()).filter(is_in).collect();
        if projects.is_empty() {
            self.fault(format!("ceilings[{index}].category"), category, FaultKind::UnknownCategory);
        }
        projects
    }

    fn list(&mut self, index: usize, ids: &[String]) -> Vec<usize> {
        let places = ids.iter().enumerate();
        places.map(|(place, id)| self.project(format!("ceilings[{index}].projects[{place}]"), id)).collect()
    }

    fn neither(&mut self, index: usize, found: &str) -> Vec<usize> {
        self.fault(format!("ceilings[{index}]"), found, FaultKind::ProjectsOrCategory);
        Vec::new()
    }

    fn pair(&mut self, index: usize, (one, other): &(String, String)) -> (usize, usize) {
        let mut place = |place, id| self.project(format!("incompatible[{index}][{place}]"), id);
        (place(0, one), place(1, other))
    }

    fn decided(&mut self, index: usize, row: OverrideRow) -> Override {
        if row.reason.trim().is_empty() {
            self.fault(format!("overrides[{index}].reason"), &row.reason, FaultKind::EmptyReason);
        }
        let project = self.project(format!("overrides[{index}].project"), &row.project);
        Override { project, funded: row.funded, reason: row.reason }
    }

    /// The index of a project; of an unknown one it is never used.
    fn project(&mut self, path: String, id: &str) -> usize {
        let found = self.election.instance().projects().iter().position(|project| project.id == id.trim());
        found.unwrap_or_else(|| {
            self.fault(path, id, FaultKind::UnknownProject);
            0
        })
    }

    fn fault(&mut self, path: String, found: &str, kind: FaultKind) {
        self.faults.push(JsonFault::Value { path, found: found.to_owned(), kind });
    }
}
