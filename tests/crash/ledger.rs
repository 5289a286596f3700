//! What the child of D1 began and what was acknowledged to it: lines in a file beside the database.
//!
//! `begun VOTER NUMBER` and `acknowledged VOTER NUMBER LEAF`. A line that a kill cut short says nothing.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use allmende::domain::hex;
use allmende::secrecy::Leaf;

/// A voter's place and the number of the cast, from 1.
pub(crate) type Cast = (usize, u32);

/// The ledger as it was read.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Every beginning; a cast that was sent again stands here again.
    pub(crate) begun: Vec<Cast>,
    pub(crate) acknowledged: BTreeMap<Cast, Leaf>,
}

impl Ledger {
    pub(crate) fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let mut ledger = Self::default();
        for line in text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["begun", voter, number] => ledger.begun.push((voter.parse().unwrap(), number.parse().unwrap())),
                ["acknowledged", voter, number, leaf] => {
                    let cast = (voter.parse().unwrap(), number.parse().unwrap());
                    let before = ledger.acknowledged.insert(cast, Leaf::new(hex::decode(leaf).unwrap()));
                    assert_eq!(before, None, "{cast:?} was acknowledged twice");
                }
                _ => panic!("the ledger says {line:?}"),
            }
        }
        ledger
    }

    /// What was acknowledged to one voter, by the number of the cast.
    pub(crate) fn acknowledged_to(&self, voter: usize) -> impl Iterator<Item = (&Cast, &Leaf)> {
        self.acknowledged.range((voter, 0)..=(voter, u32::MAX))
    }
}

/// Writes the ledger.
pub(crate) struct Pen(Mutex<File>);

impl Pen {
    /// Goes on after what stands there, less a last line that was cut short.
    pub(crate) fn open(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let file = OpenOptions::new().create(true).append(true).open(path).unwrap();
        file.set_len(u64::try_from(whole).unwrap()).unwrap();
        Self(Mutex::new(file))
    }

    pub(crate) fn begin(&self, (voter, number): Cast) {
        self.write(&format!("begun {voter} {number}\n"));
    }

    /// On the disk when it returns.
    pub(crate) fn acknowledge(&self, (voter, number): Cast, leaf: &Leaf) {
        self.write(&format!("acknowledged {voter} {number} {}\n", hex::encode(leaf.as_bytes())));
    }

    fn write(&self, line: &str) {
        let mut file = self.0.lock().unwrap();
        file.write_all(line.as_bytes()).unwrap();
        file.sync_data().unwrap();
    }
}
