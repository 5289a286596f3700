//! The 32 letters of codes that people copy by hand: the digits and the letters without I, L, O and U.
//!
//! Letter codes and receipt codes share it, and share how they are printed and how forgivingly they are read.

use std::fmt;

use zeroize::Zeroizing;

/// The letters in the order of their values 0 to 31.
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// A character that no code contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CharacterError {
    /// The letter U, which is left out because it is taken for V.
    #[error("the letter U is never part of a code; it may be a V")]
    LetterU,
    /// Anything else that is no letter of the alphabet.
    #[error("the character {0:?} is never part of a code; codes have only digits and letters")]
    Foreign(char),
}

/// The letter of a value; only the lowest five bits count.
#[must_use]
pub fn letter(value: u8) -> char {
    // Five bits are below 32, so the fallback is never taken.
    LETTERS.get(usize::from(value & 31)).copied().unwrap_or('0')
}

/// Characters between two dashes, as codes are printed.
const GROUP: usize = 4;

/// Prints values from 0 to 31 in groups of four with dashes between: `ABCD-EFGH-JKMN`.
///
/// # Errors
/// When there is nowhere to print to.
pub fn print(values: &[u8], to: &mut impl fmt::Write) -> fmt::Result {
    for (group, values) in values.chunks(GROUP).enumerate() {
        if group > 0 {
            to.write_char('-')?;
        }
        values.iter().try_for_each(|value| to.write_char(letter(*value)))?;
    }
    Ok(())
}

/// Reads what somebody typed into values from 0 to 31.
///
/// Case does not matter; blanks, dashes and invisible characters are left out; O is read as 0, I and L as 1.
///
/// # Errors
/// The first character that no code contains.
pub fn read(text: &str) -> Result<Zeroizing<Vec<u8>>, CharacterError> {
    // Room for all of it at once: a vector that grows leaves copies of the code behind in memory.
    let mut values = Zeroizing::new(Vec::with_capacity(text.len()));
    for character in text.chars().filter(|character| !is_separator(*character)) {
        values.push(value(character)?);
    }
    Ok(values)
}

fn value(character: char) -> Result<u8, CharacterError> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        // A Turkish keyboard has the two other kinds of I.
        'I' | 'L' | 'ı' | 'İ' => '1',
        'U' => return Err(CharacterError::LetterU),
        other => other,
    };
    (0_u8..)
        .zip(LETTERS)
        .find(|(_, letter)| *letter == plain)
        .map(|(value, _)| value)
        .ok_or(CharacterError::Foreign(character))
}

/// Blanks and dashes of every kind, and the invisible characters that come along when text is copied.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{ad}'
                | '\u{2010}'..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_reads_as_its_value_in_both_cases() {
        for expected in 0..32_u8 {
            let letter = letter(expected);

            assert_eq!(read(&letter.to_string()).unwrap().as_slice(), [expected]);
            assert_eq!(read(&letter.to_ascii_lowercase().to_string()).unwrap().as_slice(), [expected]);
        }
    }

    #[test]
    fn values_are_printed_in_groups_of_four() {
        let printed = |values: &[u8]| {
            let mut text = String::new();
            print(values, &mut text).unwrap();
            text
        };

        assert_eq!(printed(&[]), "");
        assert_eq!(printed(&[10, 11, 12, 13]), "ABCD");
        assert_eq!(printed(&[0, 1, 31, 17, 18, 19, 20, 21, 22]), "01ZH-JKMN-P");
    }

    #[test]
    fn the_look_alikes_read_as_digits() {
        assert_eq!(read("oOiIlLıİ").unwrap().as_slice(), [0, 0, 1, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn blanks_and_dashes_of_every_kind_are_left_out() {
        assert_eq!(
            read(" 1\t-2\u{a0}–3—4\u{2009}−5\u{ad}\u{200e}\u{feff}\n6-").unwrap().as_slice(),
            [1, 2, 3, 4, 5, 6]
        );
    }

    #[test]
    fn a_character_of_no_code_is_named() {
        assert_eq!(read("12u"), Err(CharacterError::LetterU));
        assert_eq!(read("12ß"), Err(CharacterError::Foreign('ß')));
        assert_eq!(read("1.2"), Err(CharacterError::Foreign('.')));
    }
}
