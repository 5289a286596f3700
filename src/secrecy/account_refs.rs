//! Under what an account stands on what it does in a round: what it suggests, what it supports. With the key of the
//! installation the rows of an account are found; without it nobody tells whose a row is, or which rows are of one person
//! in two rounds.

use crate::domain::ids::{AccountId, RoundId};

use super::derivation::InstallationKeys;
use super::opaque::opaque_bytes;

opaque_bytes! {
    /// Whose proposal it is. The same account has another one in every round.
    AuthorRef(32),
    /// Whose support it is, in the same way; it does not lead to what the account suggests.
    SupporterRef(32),
}

/// All the names of an account, over the rounds that there are.
#[derive(Debug, Clone, Default)]
pub struct AccountRefs {
    /// Under these it suggests.
    pub authors: Vec<AuthorRef>,
    /// Under these it supports, each in its round.
    pub supporters: Vec<(RoundId, SupporterRef)>,
}

impl InstallationKeys {
    /// `HMAC` over the ids of the round and of the account, each as i64 and little-endian.
    #[must_use]
    pub fn author_ref(&self, round: RoundId, account: AccountId) -> AuthorRef {
        AuthorRef::new(self.in_round("allmende/1/author", round, account))
    }

    /// The same under another label.
    #[must_use]
    pub fn supporter_ref(&self, round: RoundId, account: AccountId) -> SupporterRef {
        SupporterRef::new(self.in_round("allmende/1/supporter", round, account))
    }

    /// The names of an account in these rounds.
    #[must_use]
    pub fn account_refs(&self, rounds: &[RoundId], account: AccountId) -> AccountRefs {
        AccountRefs {
            authors: rounds.iter().map(|round| self.author_ref(*round, account)).collect(),
            supporters: rounds.iter().map(|round| (*round, self.supporter_ref(*round, account))).collect(),
        }
    }

    fn in_round(&self, label: &str, round: RoundId, account: AccountId) -> [u8; 32] {
        let (round, account) = (round.value().to_le_bytes(), account.value().to_le_bytes());
        self.tokens().derive(label).authenticate(&[&round, &account])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    #[test]
    fn an_account_has_another_name_in_every_round_and_shares_none() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [3; 32]));
        let author = |round, account| keys.author_ref(RoundId::new(round), AccountId::new(account));

        assert_eq!(author(1, 2), author(1, 2));
        assert_ne!(author(1, 2), author(2, 2));
        assert_ne!(author(1, 2), author(1, 1));
        assert_ne!(author(1, 2), author(2, 1), "the two ids are not mixed up");
        assert_ne!(author(1, 2).as_bytes(), keys.supporter_ref(RoundId::new(1), AccountId::new(2)).as_bytes());
        assert_eq!(keys.account_refs(&[RoundId::new(1)], AccountId::new(2)).authors, [author(1, 2)]);
    }
}
