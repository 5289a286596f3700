//! Each voter's own order of the projects: random, the same on every page, stored nowhere.

use crate::domain::round::Project;
use crate::secrecy::{InstallationKeys, PersonRef, SecretKey};

/// The order of one voter.
pub(super) struct VoterOrder {
    key: SecretKey,
    person: PersonRef,
}

impl VoterOrder {
    pub(super) fn new(keys: &InstallationKeys, person: PersonRef) -> Self {
        Self { key: keys.tokens().derive("allmende/1/ballot-order"), person }
    }

    /// Puts projects into the voter's order.
    pub(super) fn sort(&self, projects: &mut [Project]) {
        projects.sort_by_cached_key(|project| {
            self.key.authenticate(&[self.person.as_bytes(), &project.number.value().to_le_bytes()])
        });
    }
}
