//! The reference under which a person stands on a round's roll, made so that only the holder of the keys can make it.

use crate::domain::email::Email;
use crate::domain::ids::{AccountId, RoundPublicId};
use crate::domain::time::Instant;

use super::derivation::InstallationKeys;
use super::opaque::opaque_bytes;

opaque_bytes! {
    /// Who somebody is on one round's roll. The same person has another one in every round.
    PersonRef(32),
    /// By what an account is found on the rolls.
    AccountMac(32),
    /// By what a mailbox is found on one round's roll, whichever account it belongs to.
    AddressMac(32),
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
    Account(AccountKey),
    /// A code that was handed out, by its serial number within the round.
    Code(u64),
}

/// What makes an account one for good. A number alone would not: SQLite gives that of a deleted account again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountKey {
    /// Its row.
    pub id: AccountId,
    /// When it was made.
    pub made_at: Instant,
}

impl AccountKey {
    fn bytes(self) -> [[u8; 8]; 2] {
        [self.id.value().to_le_bytes(), self.made_at.to_datetime().timestamp_millis().to_le_bytes()]
    }
}

/// The ways of an account to a round's roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaysOfAccount {
    /// By the account.
    pub account: AccountMac,
    /// By its mailbox, so that an account that is made anew finds the row of the one before.
    pub address: AddressMac,
}

impl InstallationKeys {
    /// `HMAC(K_roll, round's public id | basis | x)`.
    ///
    /// The basis is one byte: 1 register, 2 accounts, 3 codes. After it stand, little-endian: for a register the seat
    /// as u32 and then the number in UTF-8 to the end; for an account its id as i64
    /// and the milliseconds at which it was made as i64; for a code its serial number as
    /// u64. At most one part has no fixed length and it is the last, so no two subjects are the same bytes.
    #[must_use]
    pub fn person_ref(&self, round: &RoundPublicId, subject: RollSubject<'_>) -> PersonRef {
        let round = round.as_bytes().as_slice();
        PersonRef::new(match subject {
            RollSubject::Register { number, seat } => {
                self.roll().authenticate(&[round, &[1], &seat.to_le_bytes(), number.as_bytes()])
            }
            RollSubject::Account(account) => {
                let [id, made_at] = account.bytes();
                self.roll().authenticate(&[round, &[2], &id, &made_at])
            }
            RollSubject::Code(serial) => self.roll().authenticate(&[round, &[3], &serial.to_le_bytes()]),
        })
    }

    /// Both ways of an account.
    #[must_use]
    pub fn ways_of_account(&self, round: &RoundPublicId, account: AccountKey, email: &Email) -> WaysOfAccount {
        WaysOfAccount { account: self.account_mac(account), address: self.address_mac(round, email) }
    }

    /// `HMAC(K_roll, x)` with the 16 bytes that stand for an account in [`Self::person_ref`]; no other input is as short.
    #[must_use]
    pub fn account_mac(&self, account: AccountKey) -> AccountMac {
        let [id, made_at] = account.bytes();
        AccountMac::new(self.roll().authenticate(&[&id, &made_at]))
    }

    /// `HMAC(K_roll, round's public id | 4 | mailbox)`, where 4 is no basis.
    #[must_use]
    pub fn address_mac(&self, round: &RoundPublicId, email: &Email) -> AddressMac {
        let round = round.as_bytes().as_slice();
        AddressMac::new(self.roll().authenticate(&[round, &[4], email.mailbox().as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::secrecy::SecretKey;

    fn account(id: i64, made_at: &str) -> AccountKey {
        AccountKey { id: AccountId::new(id), made_at: Instant::parse(made_at).unwrap() }
    }

    #[test]
    fn every_subject_of_every_round_has_a_reference_of_its_own() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [7; 32]));
        let subjects = [
            RollSubject::Register { number: "1", seat: 1 },
            RollSubject::Register { number: "1", seat: 2 },
            RollSubject::Register { number: "11", seat: 1 },
            RollSubject::Register { number: "", seat: 1 },
            RollSubject::Account(account(1, "2027-05-01T12:00:00Z")),
            RollSubject::Account(account(1, "2027-05-01T12:00:00.001Z")),
            RollSubject::Account(account(2, "2027-05-01T12:00:00Z")),
            RollSubject::Code(1),
            RollSubject::Code(2),
        ];

        let refs: BTreeSet<PersonRef> = [RoundPublicId::new([1; 16]), RoundPublicId::new([2; 16])]
            .iter()
            .flat_map(|round| subjects.map(|subject| keys.person_ref(round, subject)))
            .collect();

        assert_eq!(refs.len(), 18);
    }

    #[test]
    fn an_account_and_its_mailbox_lead_to_the_roll_by_values_of_their_own() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [7; 32]));
        let rounds = [RoundPublicId::new([1; 16]), RoundPublicId::new([2; 16])];
        let ada = account(1, "2027-05-01T12:00:00Z");
        let address = |round, text: &str| *keys.address_mac(round, &Email::parse(text).unwrap()).as_bytes();

        let [first, second] = rounds.each_ref().map(|round| address(round, "ada@example.org"));
        let [mac, person] =
            [*keys.account_mac(ada).as_bytes(), *keys.person_ref(&rounds[0], RollSubject::Account(ada)).as_bytes()];

        assert_eq!(BTreeSet::from([first, second, mac, person]).len(), 4);
        assert_eq!(address(&rounds[0], "ADA+vote@example.org"), first);
        assert_ne!(keys.account_mac(account(1, "2027-05-02T12:00:00Z")), keys.account_mac(ada));
    }
}
