//! The reference under which a person stands on a round's roll, made so that only the holder of the keys can make it.

use crate::domain::ids::{AccountId, RoundPublicId};

use super::derivation::InstallationKeys;
use super::opaque::opaque_bytes;

opaque_bytes! {
    /// Who somebody is on one round's roll. The same person has another one in every round.
    PersonRef(32),
}

/// What makes a person one row of the roll, by the round's basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RollSubject<'a> {
    /// A person or a household's seat from an imported list.
    Register {
        /// The register number, already normalised.
        number: &'a str,
        /// The seat within the household, from 1; 1 where people stand for themselves.
        seat: u32,
    },
    /// A verified account.
    Account(AccountId),
    /// A code that was handed out, by its serial number within the round.
    Code(u64),
}

impl InstallationKeys {
    /// `HMAC(K_roll, round's public id | basis | x)`.
    ///
    /// The basis is one byte: 1 register, 2 accounts, 3 codes. After it stand, little-endian: for a register the seat
    /// as u32 and then the number in UTF-8 to the end; for an account its id as i64; for a code its serial number as
    /// u64. At most one part has no fixed length and it is the last, so no two subjects are the same bytes.
    #[must_use]
    pub fn person_ref(&self, round: &RoundPublicId, subject: RollSubject<'_>) -> PersonRef {
        let round = round.as_bytes().as_slice();
        PersonRef::new(match subject {
            RollSubject::Register { number, seat } => {
                self.roll().authenticate(&[round, &[1], &seat.to_le_bytes(), number.as_bytes()])
            }
            RollSubject::Account(account) => self.roll().authenticate(&[round, &[2], &account.value().to_le_bytes()]),
            RollSubject::Code(serial) => self.roll().authenticate(&[round, &[3], &serial.to_le_bytes()]),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::secrecy::SecretKey;

    #[test]
    fn every_subject_of_every_round_has_a_reference_of_its_own() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [7; 32]));
        let subjects = [
            RollSubject::Register { number: "1", seat: 1 },
            RollSubject::Register { number: "1", seat: 2 },
            RollSubject::Register { number: "11", seat: 1 },
            RollSubject::Register { number: "", seat: 1 },
            RollSubject::Account(AccountId::new(1)),
            RollSubject::Account(AccountId::new(2)),
            RollSubject::Code(1),
            RollSubject::Code(2),
        ];

        let refs: BTreeSet<PersonRef> = [RoundPublicId::new([1; 16]), RoundPublicId::new([2; 16])]
            .iter()
            .flat_map(|round| subjects.map(|subject| keys.person_ref(round, subject)))
            .collect();

        assert_eq!(refs.len(), 16);
    }
}
