//! The projects of a file by their ids. Every item of every ballot is looked up here.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// By id: the row in PROJECTS. Short ids, as nearly all are, are looked up as one number.
#[derive(Debug, Default)]
pub(super) struct Ids {
    short: HashMap<u64, usize, RandomState>,
    long: HashMap<String, usize, RandomState>,
}

impl Ids {
    /// Notes the row of an id, in the place of one that it had before. Whether it is new.
    pub(super) fn insert(&mut self, id: &str, row: usize) -> bool {
        match packed(id) {
            Some(id) => self.short.insert(id, row).is_none(),
            None => self.long.insert(id.to_owned(), row).is_none(),
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        match packed(id) {
            Some(id) => self.short.get(&id).copied(),
            None => self.long.get(id).copied(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.short.is_empty() && self.long.is_empty()
    }
}

/// Up to seven bytes as one number, behind a 1 that tells how many they are.
fn packed(id: &str) -> Option<u64> {
    (id.len() < 8).then(|| id.bytes().fold(1, |packed, byte| packed << 8 | u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_texts_whatever_their_length() {
        let all = ["", "0", "00", "\0", "\0\0", "7", "007", "1234567", "12345678", "BO.OM.97/24", "\u{1}", "ź"];
        let mut ids = Ids::default();
        assert!(ids.is_empty());
        assert!(all.iter().enumerate().all(|(row, id)| ids.insert(id, row)));
        assert!(all.iter().enumerate().all(|(row, id)| ids.get(id) == Some(row)));
        assert!(ids.get("000").is_none() && ids.get("123456789").is_none());
        assert!(!ids.insert("007", 99) && ids.get("007") == Some(99));
    }
}
