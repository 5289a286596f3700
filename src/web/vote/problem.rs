//! What is wrong with a ballot, in words: for the summary above the heading and, the same, at the place itself.

use std::collections::BTreeMap;

use crate::domain::ballot::BallotProblem;
use crate::domain::format::BallotFormat;
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::locale::{Arg, Words};
use crate::web::parts::Problem;

/// Names to tell problems with.
#[derive(Debug, Clone, Default)]
pub struct BallotNames {
    /// The areas of this person's ballot.
    pub areas: BTreeMap<AreaNumber, String>,
    /// The titles of its projects.
    pub projects: BTreeMap<ProjectNumber, String>,
}

/// One problem in words, with the place that its link leads to.
#[must_use]
pub fn ballot_problem(problem: BallotProblem, format: BallotFormat, names: &BallotNames, words: Words<'_>) -> Problem {
    let area_name = |area: AreaNumber| names.areas.get(&area).map_or_else(|| area.to_string(), Clone::clone);
    let project_name = |project: ProjectNumber| match names.projects.get(&project) {
        Some(title) => format!("{project} {title}"),
        None => project.to_string(),
    };
    match problem {
        BallotProblem::Empty => {
            let first = names.areas.keys().next();
            problem_at(words.text("vote-problem-empty", &[]), first.map(|area| format!("area{area}")))
        }
        BallotProblem::UnknownProject(project) => {
            problem_at(words.text("vote-problem-unknown", &[("number", text(project.to_string()))]), None)
        }
        BallotProblem::UnknownArea(area) => {
            problem_at(words.text("vote-problem-unknown-area", &[("number", text(area.to_string()))]), None)
        }
        BallotProblem::DoubledProject(project) => problem_at(
            words.text("vote-problem-doubled", &[("project", text(project_name(project)))]),
            Some(format!("p{project}")),
        ),
        BallotProblem::ValueOutOfRange { project, max, given: _ } => problem_at(
            words.text(
                "vote-problem-value",
                &[("project", text(project_name(project))), ("most", Arg::Count(i64::from(max)))],
            ),
            Some(format!("p{project}")),
        ),
        BallotProblem::TooMuch { area, given, max } => {
            let most = i64::from(max);
            let args = [
                ("area", text(area_name(area))),
                ("given", Arg::Count(given)),
                ("most", Arg::Count(most)),
                ("over", Arg::Count(given.saturating_sub(most))),
            ];
            let sentence = match format {
                BallotFormat::Points { .. } => words.text("vote-problem-too-many-points", &args),
                BallotFormat::Approval { .. } => words.text("vote-problem-too-many-projects", &args),
            };
            problem_at(sentence, Some(format!("area{area}")))
        }
        BallotProblem::BlankWithChoices(area) => problem_at(
            words.text("vote-problem-blank-with-choices", &[("area", text(area_name(area)))]),
            Some(format!("blank{area}")),
        ),
    }
}

fn problem_at(text: String, anchor: Option<String>) -> Problem {
    Problem { text, anchor }
}

fn text(value: String) -> Arg<'static> {
    Arg::Text(value.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Catalogue, Language};

    fn told(problem: BallotProblem) -> Problem {
        let catalogue = Catalogue::load().unwrap();
        let names = BallotNames {
            areas: [(AreaNumber::new(1), "Am Kanal".to_owned())].into(),
            projects: [(ProjectNumber::new(7), "Uferweg".to_owned())].into(),
        };
        let format = BallotFormat::Points { total: 5, max_per_project: 5 };
        let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
        let problem = ballot_problem(problem, format, &names, words);
        Problem { text: problem.text.replace(['\u{2068}', '\u{2069}'], ""), anchor: problem.anchor }
    }

    #[test]
    fn too_many_points_are_told_with_what_to_take_away() {
        let problem = told(BallotProblem::TooMuch { area: AreaNumber::new(1), given: 7, max: 5 });

        assert_eq!(problem.text, "Am Kanal: You gave 7 points, 5 are allowed. Take 2 points away.");
        assert_eq!(problem.anchor.as_deref(), Some("area1"));
    }

    #[test]
    fn a_value_out_of_range_leads_to_its_project() {
        let problem = told(BallotProblem::ValueOutOfRange { project: ProjectNumber::new(7), given: 99, max: 5 });

        assert_eq!(problem.text, "7 Uferweg: Give 0 to 5 points");
        assert_eq!(problem.anchor.as_deref(), Some("p7"));
    }

    #[test]
    fn a_foreign_project_is_told_by_its_number() {
        let problem = told(BallotProblem::UnknownProject(ProjectNumber::new(812)));

        assert_eq!(problem.text, "Project no. 812 is not on your ballot. We left it out.");
        assert_eq!(problem.anchor, None);
    }
}
