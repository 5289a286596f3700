//! Pieces that several pages share; each has its partial in `templates/components/`. Texts arrive ready to print.

use serde::Serialize;

use crate::domain::format::BallotFormat;
use crate::domain::ids::ProjectNumber;

/// One strip of a round's phase line.
#[derive(Debug, Clone, Serialize)]
pub struct PhaseStep {
    /// Over, on now, or to come.
    pub kind: StepKind,
    /// The phase's name.
    pub name: String,
    /// Its dates in words, when they are known.
    pub dates: Option<String>,
}

/// Where a phase stands on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Over.
    Done,
    /// On now.
    Here,
    /// Still to come.
    Next,
}

/// What a visitor can do or wait for in a round, with the date that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Moment {
    /// Published, but voting has no date yet.
    Announced,
    /// Voting is still to come.
    VotingBegins {
        /// Its first moment, with weekday and time.
        date: String,
    },
    /// Voting is on.
    VotingOpen {
        /// Its last moment, with weekday and time; none when no end is set.
        until: Option<String>,
    },
    /// Voting is over, the result is not out.
    Counting,
    /// The result is published.
    Result {
        /// The day of publication.
        date: String,
    },
}

/// The one thing to do in a round now.
#[derive(Debug, Clone, Serialize)]
pub struct RoundAct {
    /// Which thing.
    pub kind: ActKind,
    /// Where it is done.
    pub url: String,
}

/// The things to do in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// Vote with a code.
    Vote,
    /// Propose something.
    Propose,
    /// Read the result.
    Result,
    /// Look at the projects.
    Projects,
}

/// How a ballot is filled in, as pages tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FormatView {
    /// Points to share out in each area.
    Points {
        /// All points of an area.
        total: u32,
        /// The most for one project.
        max_per_project: u32,
        /// The values to choose from, 0 first.
        values: Vec<u32>,
    },
    /// Projects to tick in each area.
    Approval {
        /// The most projects of an area.
        max: u32,
    },
}

impl From<BallotFormat> for FormatView {
    fn from(format: BallotFormat) -> Self {
        match format {
            BallotFormat::Points { total, max_per_project } => {
                Self::Points { total, max_per_project, values: (0..=max_per_project).collect() }
            }
            BallotFormat::Approval { max } => Self::Approval { max },
        }
    }
}

/// A project's number as ballots and lists print it: two digits at least.
#[must_use]
pub fn printed_number(number: ProjectNumber) -> String {
    format!("{:02}", number.value())
}

/// A text paragraph by paragraph; an empty line separates two.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()).map(|lines| lines.join(" ")).collect()
}

/// A text that somebody wrote; none when there is nothing but blanks.
#[must_use]
pub fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A problem with what was sent, for the summary above the heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What to do, in the same words as at the field.
    pub text: String,
    /// The field's id, without `#`.
    pub anchor: Option<String>,
}

/// A project in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectCard {
    /// The number as printed on the ballot.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The page of the project.
    pub url: String,
    /// The area's name.
    pub area: String,
    /// The cost, or none in an area with places.
    pub cost: Option<String>,
    /// One or two sentences.
    pub summary: String,
    /// The spot.
    pub place: Option<String>,
    /// The topic, for the drawing that stands in for a photograph.
    pub topic: Option<String>,
}

/// An area of a round with what it has to give.
#[derive(Debug, Clone, Serialize)]
pub struct AreaCard {
    /// Its name.
    pub name: String,
    /// Its money, or none in an area with places.
    pub money: Option<String>,
    /// How many places it has, when it has no money.
    pub places: Option<u32>,
    /// How many projects stand for the vote.
    pub projects: usize,
    /// The list of its projects.
    pub url: String,
}

/// Numbered pages of a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    /// The page before, if any.
    pub previous: Option<String>,
    /// The page after, if any.
    pub next: Option<String>,
    /// The pages to name, ascending.
    pub pages: Vec<PageLink>,
}

/// One page of a list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// From 1.
    pub number: usize,
    /// Its address.
    pub url: String,
    /// Whether it is open.
    pub current: bool,
    /// Whether pages were left out before it.
    pub gap_before: bool,
}

impl Pager {
    /// Links to the first page, the last, and two on each side of `current` (from 1) out of `count`.
    pub fn new(current: usize, count: usize, url: impl Fn(usize) -> String) -> Self {
        let mut pages: Vec<PageLink> = Vec::new();
        for number in (1..=count).filter(|n| *n == 1 || *n == count || n.abs_diff(current) <= 2) {
            let gap_before = pages.last().is_some_and(|last| last.number.saturating_add(1) < number);
            pages.push(PageLink { number, url: url(number), current: number == current, gap_before });
        }
        Self {
            previous: (current > 1).then(|| url(current.saturating_sub(1))),
            next: (current < count).then(|| url(current.saturating_add(1))),
            pages,
        }
    }
}

/// A part of a long list, as the database is asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPart {
    /// Which page it is, from 1.
    pub current: usize,
    /// Out of how many; one at least.
    pub pages: usize,
    /// How many rows come before it.
    pub skip: i64,
    /// The most rows of it.
    pub limit: i64,
}

impl ListPart {
    /// The page that was asked for out of `all` rows; one that is not there is the last.
    #[must_use]
    pub fn nearest(wanted: usize, all: i64, size: usize) -> Self {
        let pages = usize::try_from(all).unwrap_or(0).div_ceil(size).max(1);
        let current = wanted.clamp(1, pages);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let skip = number(current.saturating_sub(1).saturating_mul(size));
        Self { current, pages, skip, limit: number(size) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_names_its_ends_and_the_neighbours_of_the_open_page() {
        let pager = Pager::new(10, 40, |n| format!("?page={n}"));

        let numbers: Vec<_> = pager.pages.iter().map(|p| p.number).collect();
        let gaps: Vec<_> = pager.pages.iter().filter(|p| p.gap_before).map(|p| p.number).collect();
        assert_eq!(numbers, [1, 8, 9, 10, 11, 12, 40]);
        assert_eq!(gaps, [8, 40]);
        assert_eq!(pager.previous.as_deref(), Some("?page=9"));
    }

    #[test]
    fn a_page_that_is_not_there_is_the_last() {
        let part = |current, skip| ListPart { current, pages: 3, skip, limit: 20 };

        assert_eq!(ListPart::nearest(2, 41, 20), part(2, 20));
        assert_eq!(ListPart::nearest(9, 41, 20), part(3, 40));
        assert_eq!(ListPart::nearest(0, 41, 20), part(1, 0));
        assert_eq!(ListPart::nearest(5, 0, 20), ListPart { pages: 1, ..part(1, 0) });
    }

    #[test]
    fn an_empty_line_separates_paragraphs() {
        assert_eq!(paragraphs("\n One\nline. \n\n \nTwo.\n"), ["One line.", "Two."]);
        assert_eq!(paragraphs("  \n"), Vec::<String>::new());
    }

    #[test]
    fn the_first_and_the_last_page_have_one_neighbour() {
        assert_eq!(Pager::new(1, 3, |n| n.to_string()).previous, None);
        assert_eq!(Pager::new(3, 3, |n| n.to_string()).next, None);
    }
}
