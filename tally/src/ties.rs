//! Which of several equal projects comes first.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::instance::Instance;
use crate::names::{UnknownName, named};

/// One thing to look at when projects are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tie {
    /// The id by code point: `10`, `2`, `9`, `A`, `a`, `ź`.
    Id,
    /// The order in the file; in a live round the ballot number.
    File,
    /// The cheaper one first; one without a cost last.
    MinCost,
    /// The dearer one first; one without a cost last.
    MaxCost,
    /// The one that more ballots list first.
    MaxVotes,
}

named!(Tie, "way to break ties", {
    Id => "id",
    File => "file",
    MinCost => "min-cost",
    MaxCost => "max-cost",
    MaxVotes => "max-votes",
});

/// What to look at, in order. The id always decides last, so there is always one order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ties(Vec<Tie>);

impl Ties {
    /// Looks at these in turn, and then at the id.
    #[must_use]
    pub fn new(order: impl IntoIterator<Item = Tie>) -> Self {
        Self(order.into_iter().take_while(|tie| *tie != Tie::Id).collect())
    }

    /// `Less` when the project `one` comes before `other`. `votes` are the ballots that list each project.
    pub(crate) fn compare(&self, instance: &Instance, votes: &[u32], one: usize, other: usize) -> Ordering {
        let project = |index: usize| instance.projects().get(index);
        let cost = |index| project(index).and_then(|found| found.cost);
        self.0.iter().chain([&Tie::Id, &Tie::File]).fold(Ordering::Equal, |so_far, tie| {
            so_far.then_with(|| match tie {
                Tie::Id => project(one).map(|p| &p.id).cmp(&project(other).map(|p| &p.id)),
                Tie::File => one.cmp(&other),
                Tie::MinCost => (cost(one).is_none(), cost(one)).cmp(&(cost(other).is_none(), cost(other))),
                Tie::MaxCost => cost(other).cmp(&cost(one)),
                Tie::MaxVotes => Reverse(votes.get(one)).cmp(&Reverse(votes.get(other))),
            })
        })
    }
}

impl fmt::Display for Ties {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tie in &self.0 {
            write!(out, "{tie},")?;
        }
        out.write_str(Tie::Id.as_str())
    }
}

impl FromStr for Ties {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        text.split(',').map(|name| name.trim().parse()).collect::<Result<Vec<_>, _>>().map(Self::new)
    }
}

impl TryFrom<String> for Ties {
    type Error = UnknownName;

    fn try_from(text: String) -> Result<Self, UnknownName> {
        text.parse()
    }
}

impl From<Ties> for String {
    fn from(ties: Ties) -> Self {
        ties.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::Project;

    fn sorted(ties: &str) -> Vec<usize> {
        let projects = vec![Project::new("9", 5), Project::new("10", 7), Project::new("2", 5)];
        let instance = Instance::new(projects, 10, 0).unwrap();
        let mut order = vec![0, 1, 2];
        let ties: Ties = ties.parse().unwrap();
        order.sort_by(|one, other| ties.compare(&instance, &[1, 1, 2], *one, *other));
        order
    }

    #[test]
    fn each_way_orders_as_its_name_says_and_the_id_is_last() {
        assert_eq!(sorted("id"), [1, 2, 0]);
        assert_eq!(sorted("file"), [0, 1, 2]);
        assert_eq!(sorted("min-cost"), [2, 0, 1]);
        assert_eq!(sorted("max-cost"), [1, 2, 0]);
        assert_eq!(sorted("max-votes"), [2, 1, 0]);
        assert_eq!(sorted("min-cost,file"), [0, 2, 1]);
    }

    #[test]
    fn a_list_is_written_with_the_id_that_decides_last() {
        assert_eq!("min-cost, max-votes".parse::<Ties>().unwrap().to_string(), "min-cost,max-votes,id");
        assert_eq!("id,file".parse::<Ties>().unwrap().to_string(), "id");
        assert_eq!(Ties::default().to_string(), "id");
    }
}
