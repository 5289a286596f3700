//! The voters' ids of a file, to find one that comes twice.

use std::borrow::Cow;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::cells::{Cell, trimmed};

/// Ids that came so far, without blanks around them.
#[derive(Debug, Default)]
pub(super) struct Voters<'a> {
    in_text: HashSet<&'a str, RandomState>,
    /// Ids with a quote in them that was doubled in the file.
    unquoted: HashSet<String>,
}

impl<'a> Voters<'a> {
    /// Makes room for that many ids.
    pub(super) fn reserve(&mut self, ids: usize) {
        self.in_text.reserve(ids);
    }

    /// Whether the cell's id is new.
    pub(super) fn insert(&mut self, voter: &Cell<'a>) -> bool {
        match &voter.text {
            Cow::Borrowed(id) => !self.unquoted.contains(trimmed(id)) && self.in_text.insert(trimmed(id)),
            Cow::Owned(id) => !self.in_text.contains(id.trim()) && self.unquoted.insert(id.trim().to_owned()),
        }
    }
}
