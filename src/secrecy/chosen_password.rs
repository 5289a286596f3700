//! A password that somebody may choose: long enough, and none of those that everybody chooses. There are no rules of what
//! it must be composed of.

use thiserror::Error;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

/// Shorter ones are guessed in no time.
const SHORTEST: usize = 12;
/// Longer ones are a mistake, such as a whole file.
const LONGEST: usize = 256;
/// Looking at more than this takes the list of common words too long, and no more is needed to know.
const LOOKED_AT: usize = 100;

/// What people with a German keyboard choose most and the list, made from English-speaking sites, does not have.
const GERMAN: [&str; 12] = [
    "passwort",
    "passwort1",
    "hallo",
    "schatz",
    "qwertz",
    "qwertzuiop",
    "qwertzuiopü",
    "asdfghjklö",
    "yxcvbnm",
    "sommer",
    "geheim",
    "willkommen",
];

/// A password that may be hashed. It does not print and is wiped when it is dropped.
#[derive(Clone)]
pub struct ChosenPassword(Zeroizing<String>);

/// Why another one must be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChosenPasswordError {
    /// Fewer than 12 characters.
    #[error("a password has at least 12 characters")]
    TooShort,
    /// More than 256 characters.
    #[error("a password has at most 256 characters")]
    TooLong,
    /// On the list of passwords that were stolen or that everybody chooses, or made of its words, of the person's own
    /// names, of rows of keys or of repetitions.
    #[error("this password is easily guessed")]
    Common,
}

impl ChosenPassword {
    /// Takes a password. `own` are words that are no secret here: names, the address, the name of the service.
    ///
    /// The list with the frequent passwords of large leaks is compiled in (zxcvbn: Wheeler, USENIX Security 2016); what
    /// it thinks can be found within 10^6 guesses is refused.
    ///
    /// # Errors
    /// Why another one must be chosen.
    pub fn parse(text: &str, own: &[&str]) -> Result<Self, ChosenPasswordError> {
        let length = text.chars().count();
        if length < SHORTEST {
            return Err(ChosenPasswordError::TooShort);
        }
        if length > LONGEST {
            return Err(ChosenPasswordError::TooLong);
        }
        let looked_at: String = text.chars().take(LOOKED_AT).collect();
        let known = [own, &GERMAN].concat();
        match zxcvbn(&looked_at, &known).score() {
            Score::Zero | Score::One => Err(ChosenPasswordError::Common),
            _ => Ok(Self(Zeroizing::new(text.to_owned()))),
        }
    }

    /// The password, for hashing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for ChosenPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ChosenPassword(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Option<ChosenPasswordError> {
        ChosenPassword::parse(text, &["ada.lovelace@example.org", "Ada Lovelace", "Lindenau"]).err()
    }

    #[test]
    fn what_everybody_chooses_is_refused() {
        let common = [
            "123456789012",
            "password1234",
            "Passwort1234",
            "qwertzuiopü+",
            "qwertyuiop123",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "iloveyou1234",
            "lindenau2027",
        ];

        let taken: Vec<&str> =
            common.into_iter().filter(|text| refused(text) != Some(ChosenPasswordError::Common)).collect();

        assert_eq!(taken, [""; 0]);
    }

    #[test]
    fn long_ones_need_no_digits_and_no_signs() {
        for text in ["four words by the river", "correct horse battery", "m7-kx2w9-qpz", "Grüne Bänke am Kanal"] {
            assert_eq!(refused(text), None, "{text}");
        }
        assert_eq!(refused("short"), Some(ChosenPasswordError::TooShort));
        assert_eq!(refused(&"long words ".repeat(30)), Some(ChosenPasswordError::TooLong));
        assert!(!format!("{:?}", ChosenPassword::parse("four words by the river", &[])).contains("river"));
    }
}
