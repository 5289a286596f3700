//! What stands in the address on the poster of a workplace. Nobody can guess it, and whoever has no camera can type it.

use std::fmt;

use super::alphabet;

const LENGTH: usize = 16;

/// The 16 characters that name a workplace in its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryKey {
    /// Values from 0 to 31.
    values: [u8; LENGTH],
}

impl EntryKey {
    /// Makes a key from random bytes; five bits of each are used.
    #[must_use]
    pub fn from_random(bytes: [u8; LENGTH]) -> Self {
        Self { values: bytes.map(|byte| byte & 31) }
    }

    /// Reads a key as forgivingly as a code: any case, dashes left out, look-alikes taken for what they look like. `None`
    /// for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let values = alphabet::read(text).ok()?;
        Some(Self { values: values.as_slice().try_into().ok()? })
    }
}

impl fmt::Display for EntryKey {
    /// As it stands in the address: `abcd-efgh-jkmn-pqrs`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        alphabet::print(&self.values, &mut text)?;
        f.write_str(&text.to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_what_it_prints_and_what_people_make_of_it() {
        let key = EntryKey::from_random(std::array::from_fn(|place| u8::try_from(place * 37 % 256).unwrap()));
        let printed = key.to_string();

        assert_eq!(printed, "05af-msy3-8djq-w16b");
        for typed in [printed.as_str(), "05AF-MSY3-8DJQ-W16B", "O5afmsy38djqwl6b", " 05af msy3 8djq wI6b "] {
            assert_eq!(EntryKey::parse(typed), Some(key), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_no_key() {
        for typed in ["", "none", "05af-mrw1-6bgn-sx2", "05af-msy3-8djq-w16b7", "05af-mrw1-6bgn-sx2ü"] {
            assert_eq!(EntryKey::parse(typed), None, "{typed}");
        }
    }
}
