//! Message-IDs: fixed when a mail is enqueued, the same on every try, so that an extra copy is known as one.

use crate::domain::hex;
use crate::secrecy::randomness::{RandomnessError, draw};

/// The random part of the Message-IDs of one act's mails, drawn before its transaction.
#[derive(Debug, Clone, Copy)]
pub struct MessageIds([u8; 16]);

impl MessageIds {
    /// Draws it.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn draw() -> Result<Self, RandomnessError> {
        draw().map(Self)
    }

    /// The Message-ID of the act's n-th mail.
    #[must_use]
    pub fn nth(&self, place: usize) -> String {
        format!("<{}.{place}@allmende>", hex::encode(&self.0))
    }
}
