//! Passwords: argon2id, and the same work for accounts that do not exist.
//!
//! Everything here is plain and blocking, and takes some 20 MB and a tenth of a second on purpose. Callers move it off
//! the async threads and let only a few run at once, or signing in becomes an attack on memory.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use argon2::password_hash::Error;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash as Phc, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// How much work a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB, at least 8.
    pub memory: u32,
    /// Passes over the memory, at least 1.
    pub passes: u32,
}

impl PasswordCost {
    /// 19 MiB and two passes, the least that is advised for argon2id.
    pub const STANDARD: Self = Self { memory: 19 * 1024, passes: 2 };
    /// As little as argon2id allows, for tests.
    pub const LOWEST: Self = Self { memory: 8, passes: 1 };
}

/// A hashed password in the PHC text form, as the database stores it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes the text as the database gives it back; whether it is well formed shows when it is used.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text as the database stores it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(hidden)")
    }
}

/// What can fail besides the password being wrong.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The cost is outside what argon2id allows.
    #[error("the cost of passwords is outside what argon2id allows: {0}")]
    Cost(argon2::Error),
    /// The stored text is no argon2 hash.
    #[error("the stored password hash cannot be read: {0}")]
    Corrupt(Error),
    /// The work could not be done, mostly for lack of memory.
    #[error("the password could not be hashed: {0}")]
    Failed(Error),
}

/// Hashes and checks passwords at one cost. Clones share their memory.
#[derive(Clone)]
pub struct Passwords {
    params: Params,
    workrooms: Workrooms,
}

impl Passwords {
    /// Sets the cost of new hashes; stored ones carry their own.
    ///
    /// # Errors
    /// [`PasswordError::Cost`] when argon2id does not allow it.
    pub fn new(cost: PasswordCost) -> Result<Self, PasswordError> {
        let params = Params::new(cost.memory, cost.passes, 1, None).map_err(PasswordError::Cost)?;
        Ok(Self { params, workrooms: Workrooms::default() })
    }

    /// Hashes a new password with a salt of 16 random bytes.
    ///
    /// # Errors
    /// [`PasswordError::Failed`].
    pub fn hash(&self, password: &str, salt: &[u8; 16]) -> Result<PasswordHash, PasswordError> {
        self.hash_to_phc(password, salt).map(|phc| PasswordHash(phc.to_string())).map_err(PasswordError::Failed)
    }

    fn hash_to_phc(&self, password: &str, salt: &[u8; 16]) -> Result<Phc, Error> {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        Ok(Phc {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params)?,
            salt: Some(Salt::new(salt)?),
            hash: Some(self.workrooms.hash(&argon2, password, salt)?),
        })
    }

    /// Whether the password is the one that was hashed.
    ///
    /// # Errors
    /// When the stored hash cannot be read, or for lack of memory.
    pub fn verify(&self, password: &str, stored: &PasswordHash) -> Result<bool, PasswordError> {
        let corrupt = |error: Error| PasswordError::Corrupt(error);
        let parsed = Phc::new(&stored.0).map_err(|error| corrupt(error.into()))?;
        let (Some(salt), Some(known)) = (&parsed.salt, &parsed.hash) else {
            return Err(corrupt(Error::EncodingInvalid));
        };
        let algorithm = Algorithm::try_from(parsed.algorithm.as_str()).map_err(corrupt)?;
        let version = parsed.version.map(Version::try_from).transpose().map_err(|error| corrupt(error.into()))?;
        let params = Params::try_from(&parsed).map_err(corrupt)?;
        let argon2 = Argon2::new(algorithm, version.unwrap_or_default(), params);
        // The comparison takes the same time wherever the two differ.
        Ok(self.workrooms.hash(&argon2, password, salt).map_err(PasswordError::Failed)? == *known)
    }

    /// Does the work of [`Self::verify`] for an account that does not exist, so that the time to the answer does not
    /// tell which addresses have one.
    ///
    /// # Errors
    /// [`PasswordError::Failed`].
    pub fn verify_nobody(&self, password: &str) -> Result<(), PasswordError> {
        self.hash(password, &[0; 16]).map(|_| ())
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passwords").field("params", &self.params).finish_non_exhaustive()
    }
}

/// The memory in which hashes are worked out, kept for the next one. Given back to the allocator each time, blocks of
/// this size pile up in it: 500 sign-ins at once then took 1.4 GB, though no more than two were ever worked out together.
/// There are as many rooms as there ever were hashes at once, so whoever calls bounds them.
#[derive(Clone, Default)]
struct Workrooms(Arc<Mutex<Vec<Vec<Block>>>>);

impl Workrooms {
    fn hash(&self, argon2: &Argon2<'_>, password: &str, salt: &[u8]) -> Result<Output, Error> {
        let params = argon2.params();
        let mut buffer = [0; Output::MAX_LENGTH];
        let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        let out = buffer.get_mut(..length).ok_or(Error::OutputSize)?;
        let mut blocks = self.free().pop().unwrap_or_default();
        blocks.resize(params.block_count(), Block::new());
        let hashed = argon2.hash_password_into_with_memory(password.as_bytes(), salt, out, &mut blocks);
        self.free().push(blocks);
        hashed?;
        Ok(Output::new(out)?)
    }

    fn free(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Passwords {
        Passwords::new(PasswordCost::LOWEST).unwrap()
    }

    #[test]
    fn only_the_password_itself_is_right() {
        let hash = cheap().hash("correct horse", &[1; 16]).unwrap();

        assert!(cheap().verify("correct horse", &hash).unwrap());
        assert!(!cheap().verify("correct horsE", &hash).unwrap());
        assert!(!cheap().verify("", &hash).unwrap());
    }

    #[test]
    fn the_standard_cost_is_19_mebibytes_twice_on_one_lane() {
        let hash = Passwords::new(PasswordCost::STANDARD).unwrap().hash("correct horse", &[1; 16]).unwrap();

        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(cheap().verify("correct horse", &hash).unwrap(), "a hash carries its own cost");
    }

    #[test]
    fn the_same_password_has_another_hash_with_another_salt() {
        assert_ne!(cheap().hash("a", &[1; 16]).unwrap(), cheap().hash("a", &[2; 16]).unwrap());
    }

    #[test]
    fn a_stored_text_that_is_no_hash_is_corrupt() {
        for text in ["", "correct horse", "$argon2id$v=19$m=8,t=1,p=1$AAAA"] {
            assert!(cheap().verify("correct horse", &PasswordHash::new(text.to_owned())).is_err(), "{text}");
        }
    }

    #[test]
    fn one_hash_after_another_is_worked_out_in_the_same_room() {
        let passwords = cheap();

        for _ in 0..5 {
            passwords.hash("correct horse", &[1; 16]).unwrap();
        }

        assert_eq!(passwords.workrooms.free().len(), 1);
    }

    #[test]
    fn an_impossible_cost_is_refused() {
        assert!(matches!(Passwords::new(PasswordCost { memory: 1, passes: 0 }), Err(PasswordError::Cost(_))));
    }
}
