//! The voters' ids of a file, to find one that comes twice.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::cells::{Cell, trimmed};

/// Ids that came so far, without blanks around them.
#[derive(Debug, Default)]
pub(super) struct Voters<'a> {
    /// As long as each is greater than the one before, as in most files, none can come twice.
    rising: Vec<&'a str>,
    /// All of them once that is not so.
    in_text: HashSet<&'a str, RandomState>,
    /// Ids with a quote in them that was doubled in the file.
    unquoted: HashSet<String>,
}

impl<'a> Voters<'a> {
    /// Makes room for that many ids.
    pub(super) fn reserve(&mut self, ids: usize) {
        self.rising.reserve_exact(ids);
    }

    /// Whether the cell's id is new.
    pub(super) fn insert(&mut self, voter: &Cell<'a>) -> bool {
        match &voter.text {
            Cow::Borrowed(id) => self.insert_text(trimmed(id)),
            Cow::Owned(id) => {
                self.look_up();
                !self.in_text.contains(id.trim()) && self.unquoted.insert(id.trim().to_owned())
            }
        }
    }

    fn insert_text(&mut self, id: &'a str) -> bool {
        if self.in_text.is_empty() {
            if self.rising.last().is_none_or(|last| by_length(last, id).is_lt()) && self.unquoted.is_empty() {
                self.rising.push(id);
                return true;
            }
            self.look_up();
        }
        !self.unquoted.contains(id) && self.in_text.insert(id)
    }

    /// Brings the ids that rose into the set.
    fn look_up(&mut self) {
        self.in_text.reserve(self.rising.capacity());
        self.in_text.extend(self.rising.drain(..));
    }
}

/// Shorter ids first, so that numbers rise as they are counted.
fn by_length(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each id is new.
    fn news(ids: &[&'static str]) -> Vec<bool> {
        let mut voters = Voters::default();
        let cell = |id: &&'static str| {
            let text = if id.contains('"') { Cow::Owned((*id).to_owned()) } else { Cow::Borrowed(*id) };
            Cell { text, at: 0 }
        };
        ids.iter().map(|id| voters.insert(&cell(id))).collect()
    }

    #[test]
    fn an_id_that_comes_twice_is_found_however_they_are_ordered() {
        assert_eq!(news(&["2", "9", "10", "11"]), [true; 4]);
        assert_eq!(news(&["2", "9", "9", "10", "2"]), [true, true, false, true, false]);
        assert_eq!(news(&["10", "9", "10", "11", "9", "12"]), [true, true, false, true, false, true]);
        assert_eq!(
            news(&["1", "say \"hi\"", "2", "1", "say \"hi\"", "say \"hi\"!"]),
            [true, true, true, false, false, true]
        );
        assert_eq!(news(&["say \"hi\"", "a", "a", "b"]), [true, true, false, true]);
    }
}
