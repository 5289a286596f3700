//! Lets as many passwords be hashed at once as there are cores: each takes 20 MB and a core, and voters need both.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::secrecy::ChosenPassword;
use crate::secrecy::password::{PasswordError, PasswordHash};
use crate::secrecy::randomness::draw;
use crate::web::error::{Code, WebError};
use crate::web::site::Site;

/// How long somebody waits for the turn.
const PATIENCE: Duration = Duration::from_secs(2);

/// The turns, for all workers together.
pub(in crate::web) struct PasswordGate {
    turns: Semaphore,
}

impl PasswordGate {
    pub(in crate::web) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { turns: Semaphore::new(cores) }
    }

    async fn turn(&self) -> Result<SemaphorePermit<'_>, WebError> {
        match tokio::time::timeout(PATIENCE, self.turns.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(closed)) => Err(WebError::fault(closed)),
            Err(_) => Err(WebError::unavailable(Code::Busy, "too many passwords are being checked")),
        }
    }
}

impl Site {
    /// Hashes a password that somebody has chosen.
    pub(in crate::web) async fn hash_password(&self, chosen: ChosenPassword) -> Result<PasswordHash, WebError> {
        let turn = self.gate.turn().await?;
        let (passwords, salt) = (self.app.passwords.clone(), draw()?);
        let hashed = tokio::task::spawn_blocking(move || passwords.hash(chosen.as_str(), &salt)).await;
        drop(turn);
        Ok(hashed.map_err(WebError::fault)??)
    }

    /// Whether a password is right. Without a stored hash, for an address without an account, it is wrong after the
    /// same work.
    pub(super) async fn password_holds(
        &self,
        password: String,
        stored: Option<PasswordHash>,
    ) -> Result<bool, WebError> {
        let turn = self.gate.turn().await?;
        let passwords = self.app.passwords.clone();
        let work = move || -> Result<bool, PasswordError> {
            match stored {
                Some(stored) => passwords.verify(&password, &stored),
                None => passwords.verify_nobody(&password).map(|()| false),
            }
        };
        let outcome = tokio::task::spawn_blocking(work).await;
        drop(turn);
        Ok(outcome.map_err(WebError::fault)??)
    }
}
