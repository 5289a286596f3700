//! Which of several equal projects comes first.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

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

/// The word before a seed on the command line and in files.
const LOT: &str = "lot:";

/// What to look at, in order. The id always decides last, so there is always one order.
///
/// ```
/// use allmende_tally::{Tie, Ties};
/// assert_eq!("min-cost,lot:town hall 2027".parse::<Ties>()?, Ties::new([Tie::MinCost]).then_by_lot("town hall 2027")?);
/// # Ok::<(), allmende_tally::TiesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ties {
    order: Vec<Tie>,
    /// The published seed, if lots decide what the list leaves open.
    seed: Option<String>,
}

/// Why a text is no order of ties.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum TiesError {
    /// An unknown word.
    #[error("{0}, and {LOT}SEED")]
    Name(#[from] UnknownName),
    /// A seed that is empty, longer than 200 bytes, or has a comma or a control character.
    #[error("{0:?} is no seed for lots: give up to 200 letters without a comma")]
    Seed(String),
    /// A word behind one that leaves nothing open.
    #[error(
        "{word:?} would never be asked, because {before:?} leaves no projects equal; put it before that, or leave it out"
    )]
    NeverAsked {
        /// The word that leaves nothing open.
        before: String,
        /// The word behind it.
        word: String,
    },
}

impl Ties {
    /// Looks at these in turn, and then at the id.
    #[must_use]
    pub fn new(order: impl IntoIterator<Item = Tie>) -> Self {
        Self { order: order.into_iter().take_while(|tie| *tie != Tie::Id).collect(), seed: None }
    }

    /// Lets lots decide what the list leaves open. The seed is to be published before anybody knows the ballots.
    ///
    /// Each project's lot is the SHA-256 of the seed, a zero byte and the id; the least lot comes first. So anybody can
    /// repeat the draw, and nobody who did not choose the seed late can steer it.
    ///
    /// # Errors
    /// When the seed is empty, over 200 bytes long, or has a comma or a control character in it.
    pub fn then_by_lot(mut self, seed: &str) -> Result<Self, TiesError> {
        let seed = seed.trim();
        if seed.is_empty() || seed.len() > 200 || seed.contains(|sign: char| sign == ',' || sign.is_control()) {
            return Err(TiesError::Seed(seed.to_owned()));
        }
        self.seed = Some(seed.to_owned());
        Ok(self)
    }

    /// The seed of the lots, if they are drawn.
    #[must_use]
    pub fn seed(&self) -> Option<&str> {
        self.seed.as_deref()
    }

    /// All projects by their lots, the first one first; `None` where none are drawn.
    pub(crate) fn draw(&self, instance: &Instance) -> Option<Vec<usize>> {
        let seed = self.seed.as_deref()?;
        let lot = |id: &str| Sha256::new().chain_update(seed).chain_update([0]).chain_update(id).finalize();
        let mut lots: Vec<_> = instance.projects().iter().map(|project| lot(&project.id)).zip(0..).collect();
        lots.sort_unstable();
        Some(lots.into_iter().map(|(_, index)| index).collect())
    }

    /// Each project's place in the order of ties, from 0, by project. `votes` are the ballots that list each project,
    /// `drawn` what [`Ties::draw`] gave.
    pub(crate) fn places(&self, instance: &Instance, votes: &[u32], drawn: Option<&[usize]>) -> Vec<usize> {
        let projects = instance.projects();
        let cost = |index: usize| projects.get(index).and_then(|found| found.cost);
        let by = |tie: Tie, one: usize, other: usize| match tie {
            Tie::Id => projects.get(one).map(|p| &p.id).cmp(&projects.get(other).map(|p| &p.id)),
            Tie::File => one.cmp(&other),
            Tie::MinCost => (cost(one).is_none(), cost(one)).cmp(&(cost(other).is_none(), cost(other))),
            Tie::MaxCost => cost(other).cmp(&cost(one)),
            Tie::MaxVotes => Reverse(votes.get(one)).cmp(&Reverse(votes.get(other))),
        };
        // The last sort weighs most, and sorting keeps the order of equals: so from the last word to the first.
        let mut order: Vec<usize> = (0..projects.len()).collect();
        order.sort_by(|one, other| by(Tie::Id, *one, *other));
        if let Some(drawn) = drawn {
            order.clear();
            order.extend(drawn);
        }
        order.sort_by(|one, other| {
            self.order.iter().fold(Ordering::Equal, |so_far, tie| so_far.then_with(|| by(*tie, *one, *other)))
        });
        let mut places = vec![0; projects.len()];
        for (place, project) in order.into_iter().enumerate() {
            if let Some(slot) = places.get_mut(project) {
                *slot = place;
            }
        }
        places
    }
}

impl fmt::Display for Ties {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tie in &self.order {
            write!(out, "{tie},")?;
        }
        if let Some(seed) = &self.seed {
            write!(out, "{LOT}{seed},")?;
        }
        out.write_str(Tie::Id.as_str())
    }
}

impl FromStr for Ties {
    type Err = TiesError;

    fn from_str(text: &str) -> Result<Self, TiesError> {
        let mut ties = Self::default();
        let mut last: Option<&str> = None;
        for word in text.split(',').map(str::trim) {
            let tie = match word.strip_prefix(LOT) {
                Some(_) => None,
                None => Some(word.parse::<Tie>()?),
            };
            // Lots leave nothing open, and ids neither; but the id may be said in the end, as it is when written.
            if let Some(before) = last
                && (tie != Some(Tie::Id) || before == Tie::Id.as_str())
            {
                return Err(TiesError::NeverAsked { before: before.to_owned(), word: word.to_owned() });
            }
            match (tie, word.strip_prefix(LOT)) {
                (Some(Tie::Id), _) => last = Some(word),
                (Some(tie), _) => ties.order.push(tie),
                (None, seed) => {
                    ties = ties.then_by_lot(seed.unwrap_or_default())?;
                    last = Some(word);
                }
            }
        }
        Ok(ties)
    }
}

impl TryFrom<String> for Ties {
    type Error = TiesError;

    fn try_from(text: String) -> Result<Self, TiesError> {
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
        let ties: Ties = ties.parse().unwrap();
        let places = ties.places(&instance, &[1, 1, 2], ties.draw(&instance).as_deref());
        let mut order = vec![0, 1, 2];
        order.sort_by_key(|project| places[*project]);
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
        assert_eq!(Ties::default().to_string(), "id");
        assert_eq!("max-cost,lot:a b,id".parse::<Ties>().unwrap().to_string(), "max-cost,lot:a b,id");
    }

    #[test]
    fn what_would_never_be_asked_is_refused() {
        for text in ["id,file", "id,id", "min-cost,id,lot:x", "lot:x,min-cost", "lot:x,lot:y", "lot:x,id,file"] {
            assert!(matches!(text.parse::<Ties>(), Err(TiesError::NeverAsked { .. })), "{text}");
        }
        let told = "id,file".parse::<Ties>().unwrap_err().to_string();
        assert!(told.contains("\"file\" would never be asked, because \"id\" leaves no projects equal"), "{told}");
        assert!(matches!("id,lot:".parse::<Ties>(), Err(TiesError::NeverAsked { .. })));
    }

    #[test]
    fn lots_are_the_least_hash_first_and_decide_only_what_is_left_open() {
        // printf 'seed\\0%s' ID | sha256sum begins with 2c for 9, 68 for 10, 43 for 2.
        assert_eq!(sorted("lot:seed"), [0, 2, 1]);
        assert_eq!(sorted("max-cost,lot:seed"), [1, 0, 2]);
        assert_eq!(sorted("lot:another"), [2, 1, 0]);
    }

    #[test]
    fn a_seed_is_short_and_has_no_comma() {
        for seed in ["lot:", "lot: ", &format!("lot:{}", "x".repeat(201))] {
            assert!(matches!(seed.parse::<Ties>(), Err(TiesError::Seed(_))), "{seed}");
        }
        assert!("lots".parse::<Ties>().unwrap_err().to_string().contains("lot:SEED"));
    }
}
