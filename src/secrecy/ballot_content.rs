//! What lies inside a ballot's seal: the content, its bytes, and sealing and opening it.
//!
//! Version 1, little-endian: version u8, cast number u32, channel u8, own area u32 (0 none), client nonce 16, salt 16,
//! areas u16, then for each area, ascending: area number u32, choices u16, then for each choice, ascending by project:
//! project number u32, value i32; then zeros up to 256, 512, 1024, 2048 … bytes, so that the length of the seal tells
//! next to nothing. Rankings, once they come, ascend by place and need a rule of their own here.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use crate::domain::ballot::{AreaChoices, Choice};
use crate::domain::channel::Channel;
use crate::domain::ids::{AreaNumber, CastNumber, ProjectNumber};

use super::derivation::{Pseudonym, RoundKeys};
use super::envelope::{self, EnvelopeError, SealNonce};

mod reader;

const VERSION: u8 = 1;
const SHORTEST: usize = 256;

/// Everything about a ballot but whose it is. Outside of this crate's own tests it does not print.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub struct BallotContent {
    /// Which cast of this person it is, from 1.
    pub cast_number: CastNumber,
    /// How it came in.
    pub channel: Channel,
    /// The area to which the person belongs, where the round asks for one; never number 0.
    pub own_area: Option<AreaNumber>,
    /// Random bytes of the voter's device, or of the server where there is no script.
    pub client_nonce: [u8; 16],
    /// Random bytes of the server, never shown for a ballot that is cast.
    pub salt: [u8; 16],
    /// What was chosen: areas ascending, in each the projects ascending.
    pub areas: Vec<AreaChoices>,
}

/// Why content has no bytes, or bytes are no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// The bytes end too early.
    #[error("the ballot's bytes are cut short")]
    Truncated,
    /// After the choices stand other bytes than zeros, or too many of them.
    #[error("the ballot's bytes are not filled up with zeros to the next length")]
    WrongPadding,
    /// Written by another version of the program.
    #[error("the ballot has the unknown version {0}")]
    UnknownVersion(u8),
    /// No channel has this byte.
    #[error("the ballot has the unknown channel {0}")]
    UnknownChannel(u8),
    /// The own area has the number 0, which stands for none.
    #[error("the ballot's own area has the number 0")]
    ZeroArea,
    /// The areas, or the projects of an area, do not ascend.
    #[error("the ballot's areas or projects do not ascend by number")]
    Unordered,
    /// An area or a project stands there twice.
    #[error("the ballot has an area or a project twice")]
    Doubled,
    /// More than 65,535 areas, or choices in an area.
    #[error("the ballot has more than 65,535 areas, or choices in an area")]
    TooMany,
    /// The seal itself does not open, or cannot be made.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
}

#[cfg(not(test))]
impl std::fmt::Debug for BallotContent {
    /// Hides the choices, and the salt that keeps the leaf from telling them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BallotContent(hidden)")
    }
}

impl BallotContent {
    /// The bytes that are sealed.
    ///
    /// # Errors
    /// When areas or projects do not ascend, stand there twice or are too many, or when the own area has number 0.
    pub fn encode(&self) -> Result<Zeroizing<Vec<u8>>, ContentError> {
        let areas = encode_areas(&self.areas)?;
        let own_area = match self.own_area.map(AreaNumber::value) {
            Some(0) => return Err(ContentError::ZeroArea),
            Some(number) => number,
            None => 0,
        };
        // Room for all of it at once: a vector that grows leaves copies behind in memory.
        let mut bytes = Zeroizing::new(Vec::with_capacity(padded_length(areas.len().saturating_add(SHORTEST))));
        bytes.push(VERSION);
        bytes.extend(self.cast_number.value().to_le_bytes());
        bytes.push(self.channel.seal_byte());
        bytes.extend(own_area.to_le_bytes());
        bytes.extend(self.client_nonce);
        bytes.extend(self.salt);
        bytes.extend(areas.iter());
        let length = padded_length(bytes.len());
        bytes.resize(length, 0);
        Ok(bytes)
    }

    /// Reads the bytes, and refuses every spelling but the one that [`Self::encode`] gives.
    ///
    /// # Errors
    /// What is wrong with the bytes, whichever comes first in them.
    pub fn decode(bytes: &[u8]) -> Result<Self, ContentError> {
        reader::read_content(bytes)
    }
}

impl RoundKeys {
    /// Seals a ballot for the row of this round under this pseudonym.
    ///
    /// # Errors
    /// What [`BallotContent::encode`] refuses.
    pub fn seal_ballot(
        &self,
        pseudonym: &Pseudonym,
        content: &BallotContent,
        nonce: SealNonce,
    ) -> Result<Vec<u8>, ContentError> {
        Ok(envelope::seal(self.seal_key(), &self.ballot_place(pseudonym), nonce, &content.encode()?)?)
    }

    /// Opens the sealed ballot of this round that lies under this pseudonym.
    ///
    /// # Errors
    /// When the seal is broken or its content is not what this version writes.
    pub fn open_ballot(&self, pseudonym: &Pseudonym, sealed: &[u8]) -> Result<BallotContent, ContentError> {
        BallotContent::decode(&envelope::open(self.seal_key(), &self.ballot_place(pseudonym), sealed)?)
    }

    fn ballot_place(&self, pseudonym: &Pseudonym) -> Vec<u8> {
        [self.round().as_bytes().as_slice(), pseudonym.as_bytes()].concat()
    }
}

/// The areas with their count before them, as both the seal and the leaf carry them.
pub(super) fn encode_areas(areas: &[AreaChoices]) -> Result<Zeroizing<Vec<u8>>, ContentError> {
    check_order(areas)?;
    let choices: usize = areas.iter().map(|area| area.choices.len()).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 + 6 * areas.len() + 8 * choices));
    bytes.extend(count(areas.len())?);
    for area in areas {
        bytes.extend(area.area.value().to_le_bytes());
        bytes.extend(count(area.choices.len())?);
        for Choice { project, value } in &area.choices {
            bytes.extend(project.value().to_le_bytes());
            bytes.extend(value.to_le_bytes());
        }
    }
    Ok(bytes)
}

fn count(number: usize) -> Result<[u8; 2], ContentError> {
    Ok(u16::try_from(number).map_err(|_| ContentError::TooMany)?.to_le_bytes())
}

fn padded_length(length: usize) -> usize {
    length.next_power_of_two().max(SHORTEST)
}

/// Holds for what is written and for what is read.
fn check_order(areas: &[AreaChoices]) -> Result<(), ContentError> {
    ascends(areas.iter().map(|area| area.area.value()))?;
    let mut seen: BTreeSet<ProjectNumber> = BTreeSet::new();
    for area in areas {
        ascends(area.choices.iter().map(|choice| choice.project.value()))?;
        // A project belongs to one area, so it cannot stand in two of them either.
        if !area.choices.iter().all(|choice| seen.insert(choice.project)) {
            return Err(ContentError::Doubled);
        }
    }
    Ok(())
}

fn ascends(mut numbers: impl Iterator<Item = u32>) -> Result<(), ContentError> {
    let Some(mut last) = numbers.next() else { return Ok(()) };
    for number in numbers {
        match number.cmp(&last) {
            std::cmp::Ordering::Greater => last = number,
            std::cmp::Ordering::Equal => return Err(ContentError::Doubled),
            std::cmp::Ordering::Less => return Err(ContentError::Unordered),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
