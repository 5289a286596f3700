//! Lets as many passwords be hashed at once as there are cores: each takes 20 MB and a core, and voters need both.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::secrecy::ChosenPassword;
use crate::secrecy::password::{PasswordError, PasswordHash};
use crate::secrecy::randomness::draw;
use crate::web::error::{Code, WebError};
use crate::web::site::Site;

/// How long somebody waits for the turn.
const PATIENCE: Duration = Duration::from_secs(2);

/// The turns, for all workers together.
pub(in crate::web) struct PasswordGate {
    turns: Arc<Semaphore>,
}

impl PasswordGate {
    pub(in crate::web) fn new() -> Self {
        Self::with_turns(std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
    }

    fn with_turns(turns: usize) -> Self {
        Self { turns: Arc::new(Semaphore::new(turns)) }
    }

    /// Waits for a turn and does the work off the async threads. The turn stays with the work until that is done: whoever
    /// hangs up gives up the answer, but the work goes on.
    async fn in_turn<T, W>(&self, work: W) -> Result<T, WebError>
    where
        T: Send + 'static,
        W: FnOnce() -> T + Send + 'static,
    {
        let turn = match tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await {
            Ok(Ok(turn)) => turn,
            Ok(Err(closed)) => return Err(WebError::fault(closed)),
            Err(_) => return Err(WebError::unavailable(Code::Busy, "too many passwords are being checked")),
        };
        let work = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(WebError::fault)
    }
}

impl Site {
    /// Hashes a password that somebody has chosen.
    pub(in crate::web) async fn hash_password(&self, chosen: ChosenPassword) -> Result<PasswordHash, WebError> {
        let (passwords, salt) = (self.app.passwords.clone(), draw()?);
        Ok(self.gate.in_turn(move || passwords.hash(chosen.as_str(), &salt)).await??)
    }

    /// Whether a password is right. Without a stored hash, for an address without an account, it is wrong after the
    /// same work.
    pub(super) async fn password_holds(
        &self,
        password: String,
        stored: Option<PasswordHash>,
    ) -> Result<bool, WebError> {
        let passwords = self.app.passwords.clone();
        let work = move || -> Result<bool, PasswordError> {
            match stored {
                Some(stored) => passwords.verify(&password, &stored),
                None => passwords.verify_nobody(&password).map(|()| false),
            }
        };
        Ok(self.gate.in_turn(work).await??)
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::Mutex;

    use super::*;

    #[tokio::test]
    async fn whoever_hangs_up_leaves_the_turn_with_the_work() {
        let gate = PasswordGate::with_turns(2);
        let (work_left, door) = (Arc::new(()), Arc::new(Mutex::new(())));

        {
            let _shut = door.lock().await;
            for _ in 0..20 {
                let (left, door) = (Arc::clone(&work_left), Arc::clone(&door));
                let work = gate.in_turn(move || {
                    drop(door.blocking_lock());
                    drop(left);
                });
                tokio::time::timeout(Duration::ZERO, work).await.unwrap_err();
            }
            assert_eq!(Arc::strong_count(&work_left) - 1, 2, "work goes on for as many as there are turns");
        }

        let _all = gate.turns.acquire_many(2).await.unwrap();
        assert_eq!(Arc::strong_count(&work_left) - 1, 0, "every turn came back");
    }
}
