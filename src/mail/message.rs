//! Every message that the service sends: what it is called, what it needs, how it reads.

use serde::{Deserialize, Serialize};

use crate::domain::hex;
use crate::locale::{Arg, Words};
use crate::secrecy::randomness::{RandomnessError, draw};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "snake_case")]
pub enum Message {
    /// Voting has ended and somebody must certify.
    VotingClosed {
        /// The round's name in addresses.
        slug: String,
    },
    /// The count is done and somebody must publish.
    ResultCounted {
        /// The round's name in addresses.
        slug: String,
    },
}

impl Message {
    /// The name that the outbox carries.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::VotingClosed { .. } => "voting_closed",
            Self::ResultCounted { .. } => "result_counted",
        }
    }

    /// The parameters as JSON.
    #[must_use]
    pub fn parameters(&self) -> String {
        // Strings only: this cannot fail, and an empty text would be refused when it is read.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the parameters that the outbox carries.
    #[must_use]
    pub fn parse(parameters: &str) -> Option<Self> {
        serde_json::from_str(parameters).ok()
    }

    /// The subject and the text.
    #[must_use]
    pub fn render(&self, words: &Words<'_>, base_url: &str) -> (String, String) {
        let base = base_url.trim_end_matches('/');
        let (key, slug) = match self {
            Self::VotingClosed { slug } => ("voting-closed", slug),
            Self::ResultCounted { slug } => ("result-counted", slug),
        };
        let link = format!("{base}/{}/office/rounds/{slug}", words.language().code());
        let args = [("round", Arg::from(slug.as_str())), ("link", Arg::from(link.as_str()))];
        (words.plain(&format!("mail-{key}-subject"), &args), words.plain(&format!("mail-{key}-text"), &args))
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_reads_what_the_outbox_carries() {
        for message in [
            Message::VotingClosed { slug: "lindenau-2027".into() },
            Message::ResultCounted { slug: "lindenau-2027".into() },
        ] {
            assert!(message.parameters().contains(message.name()));
            assert_eq!(Message::parse(&message.parameters()), Some(message));
        }
    }
}
