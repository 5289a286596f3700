//! What the links carry by which people who follow something stop or change that. Every mail has the same one, so it is
//! reckoned from a seed whenever a mail is written, and stored nowhere.

use super::derivation::InstallationKeys;
use super::opaque::opaque_bytes;
use super::session::SessionToken;

opaque_bytes! {
    /// What tells one follower's links from another's; drawn once for each.
    FollowerSeed(16),
}

impl InstallationKeys {
    /// The id that the links of the follower with this seed carry; their row is found by its hash.
    #[must_use]
    pub fn following_id(&self, seed: &FollowerSeed) -> SessionToken {
        SessionToken::new(self.tokens().derive("allmende/1/following").authenticate(&[seed.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    #[test]
    fn the_link_of_a_follower_is_always_the_same_and_nobody_elses() {
        let id = |key: u8, seed: u8| {
            let keys = InstallationKeys::derive(&SecretKey::take(&mut [key; 32]));
            keys.following_id(&FollowerSeed::new([seed; 16])).hash()
        };

        assert_eq!(id(1, 1), id(1, 1));
        assert_ne!(id(1, 1), id(1, 2));
        assert_ne!(id(1, 1), id(2, 1));
    }
}
