//! How a ballot comes in.

/// The channel of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// An account that is linked to a row of the roll.
    Account,
    /// A code from a letter.
    LetterCode,
    /// A device under the eyes of counter staff.
    Kiosk,
    /// A sheet of paper.
    Paper,
}

impl Channel {
    /// All channels, in the order in which tables show them.
    pub const ALL: [Self; 4] = [Self::LetterCode, Self::Paper, Self::Account, Self::Kiosk];

    /// The text that the database and files carry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::LetterCode => "letter_code",
            Self::Kiosk => "kiosk",
            Self::Paper => "paper",
        }
    }

    /// Reads the text that the database and files carry.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == text)
    }

    /// The byte inside a seal. It can never change: sealed ballots carry it.
    #[must_use]
    pub const fn seal_byte(self) -> u8 {
        match self {
            Self::Account => 1,
            Self::LetterCode => 2,
            Self::Kiosk => 3,
            Self::Paper => 4,
        }
    }

    /// Reads the byte inside a seal.
    #[must_use]
    pub fn from_seal_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.seal_byte() == byte)
    }
}
