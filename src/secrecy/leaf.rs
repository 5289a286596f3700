//! Leaves: what the public log will carry of a ballot, a salted commitment that tells nothing of its choices.

use sha2::{Digest, Sha256};

use crate::domain::format::BallotFormat;

use super::ballot_content::{BallotContent, ContentError, encode_areas};
use super::derivation::RoundKeys;
use super::envelope::{self, EnvelopeError, SealNonce};
use super::opaque::opaque_bytes;
use super::receipt_code::ReceiptCode;

opaque_bytes! {
    /// The commitment to one cast ballot.
    Leaf(32),
    /// The random key of a leaf's row while it waits for the log.
    PendingLeafId(16),
}

impl Leaf {
    /// The code on the voter's receipt: the leaf's beginning.
    #[must_use]
    pub fn receipt_code(&self) -> ReceiptCode {
        ReceiptCode::of(self)
    }
}

impl RoundKeys {
    /// `SHA-256("allmende/1/leaf" | round's public id | format byte | client nonce | salt | areas)`, the areas with
    /// their count before them as in the seal. It needs no key: whoever knows the parts can make it again.
    ///
    /// # Errors
    /// What [`BallotContent::encode`] refuses of the areas.
    pub fn leaf(&self, format: BallotFormat, content: &BallotContent) -> Result<Leaf, ContentError> {
        let mut hash = Sha256::new();
        hash.update(b"allmende/1/leaf");
        hash.update(self.round().as_bytes());
        hash.update([format.leaf_byte()]);
        hash.update(content.client_nonce);
        hash.update(content.salt);
        hash.update(&**encode_areas(&content.areas)?);
        Ok(Leaf::new(hash.finalize().into()))
    }

    /// Seals a leaf while it waits, so that the order of waiting rows in a copied disk joins no receipt with a person.
    /// Laid out as a sealed ballot is, for the place round's public id | row's id.
    ///
    /// # Errors
    /// None in practice: a leaf is never too long.
    pub fn seal_leaf(&self, row: &PendingLeafId, leaf: &Leaf, nonce: SealNonce) -> Result<Vec<u8>, EnvelopeError> {
        envelope::seal(self.leaf_key(), &self.leaf_place(row), nonce, leaf.as_bytes())
    }

    /// Opens the sealed leaf of this row.
    ///
    /// # Errors
    /// When the seal is broken, of another row or round, or of an unknown scheme.
    pub fn open_leaf(&self, row: &PendingLeafId, sealed: &[u8]) -> Result<Leaf, EnvelopeError> {
        let plain = envelope::open(self.leaf_key(), &self.leaf_place(row), sealed)?;
        Leaf::try_from(plain.as_slice()).map_err(|_| EnvelopeError::TooShort)
    }

    fn leaf_place(&self, row: &PendingLeafId) -> Vec<u8> {
        [self.round().as_bytes().as_slice(), row.as_bytes()].concat()
    }
}

#[cfg(test)]
mod tests;
