//! The name of a round in addresses. It is printed in letters and never changes.

use std::fmt;

use thiserror::Error;

/// 1 to 60 lower-case letters, digits and single hyphens, such as `lindenau-2027`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Why a text cannot be a slug.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "{0:?} cannot stand in an address: use 1 to 60 lower-case letters a-z, digits and single hyphens, such as lindenau-2027"
)]
pub struct SlugError(String);

impl Slug {
    /// Reads a slug.
    ///
    /// # Errors
    /// When the text is empty, longer than 60, or has other characters than a-z, 0-9 and single inner hyphens.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let parts_hold = text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if text.len() <= 60 && parts_hold { Ok(Self(text.to_owned())) } else { Err(SlugError(text.to_owned())) }
    }

    /// A slug of the letters and digits of a title, up to 60 of them; umlauts are written out, accents dropped, and all
    /// other signs part the words. None when nothing is left.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let mut words = String::new();
        for letter in title.chars().flat_map(char::to_lowercase) {
            match letter {
                'a'..='z' | '0'..='9' => words.push(letter),
                'ä' => words.push_str("ae"),
                'ö' => words.push_str("oe"),
                'ü' => words.push_str("ue"),
                'ß' => words.push_str("ss"),
                'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' => words.push('a'),
                'ç' | 'ć' | 'č' => words.push('c'),
                'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => words.push('e'),
                'ì' | 'í' | 'î' | 'ï' | 'ı' => words.push('i'),
                'ł' => words.push('l'),
                'ñ' | 'ń' => words.push('n'),
                'ò' | 'ó' | 'ô' | 'õ' | 'ø' => words.push('o'),
                'ş' | 'ś' | 'š' => words.push('s'),
                'ù' | 'ú' | 'û' => words.push('u'),
                'ý' => words.push('y'),
                'ź' | 'ż' | 'ž' => words.push('z'),
                _ => words.push(' '),
            }
        }
        let mut slug = String::new();
        for word in words.split_whitespace() {
            let gap = usize::from(!slug.is_empty());
            if slug.len().saturating_add(gap).saturating_add(word.len()) > 60 {
                break;
            }
            if gap == 1 {
                slug.push('-');
            }
            slug.push_str(word);
        }
        Self::parse(&slug).ok()
    }

    /// The text as it stands in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_an_address() {
        for (title, slug) in [
            ("Bürgerhaushalt Lindenau 2027", Some("buergerhaushalt-lindenau-2027")),
            ("  Straße & Plätze: jetzt!  ", Some("strasse-plaetze-jetzt")),
            ("Ideen – für alle", Some("ideen-fuer-alle")),
            ("Café Łódź", Some("cafe-lodz")),
            ("???", None),
            ("", None),
        ] {
            assert_eq!(Slug::from_title(title).as_ref().map(Slug::as_str), slug, "{title}");
        }
        assert!(Slug::from_title(&"lang ".repeat(40)).unwrap().as_str().len() <= 60);
    }

    #[test]
    fn a_slug_keeps_to_letters_digits_and_single_hyphens() {
        assert!(Slug::parse("lindenau-2027").is_ok());
        for wrong in ["", "-a", "a-", "a--b", "Lindenau", "bürger", "a/b", &"a".repeat(61)] {
            assert_eq!(Slug::parse(wrong), Err(SlugError(wrong.to_owned())));
        }
    }
}
