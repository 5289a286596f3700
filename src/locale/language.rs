//! The languages of the service, and which of them a visitor gets.

use super::accept;
use serde::{Serialize, Serializer};
use unic_langid::{LanguageIdentifier, langid};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// German, the language that every message exists in.
    #[default]
    German,
    /// English with British dates.
    English,
    /// English made strange, longer and right to left, so that a page shows what it forgot to translate or to turn.
    Mirrored,
}

/// The direction in which a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in German.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// The short name in addresses, in the cookie and in the template variable `language`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::Mirrored => "xm",
        }
    }

    /// The value of HTML's `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::Mirrored => "en-x-mirror",
        }
    }

    /// The tag of the texts that people wrote for its readers; nobody writes the mirrored language.
    #[must_use]
    pub const fn written(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English | Self::Mirrored => "en",
        }
    }

    /// The language as its speakers write it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
            Self::Mirrored => "[Ḿîŕŕóŕéḋ]",
        }
    }

    /// The direction in which the language is read.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::German | Self::English => Direction::LeftToRight,
            Self::Mirrored => Direction::RightToLeft,
        }
    }

    /// The language of a [`code`](Self::code); other spellings are unknown.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::German, Self::English, Self::Mirrored].into_iter().find(|language| language.code() == code)
    }

    /// Whose plural forms the messages use.
    pub(super) const fn plural_rules(self) -> LanguageIdentifier {
        match self {
            Self::German => langid!("de"),
            Self::English | Self::Mirrored => langid!("en"),
        }
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The languages in which the organisation offers its pages: at least one, in the order of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer(Vec<Language>);

impl Offer {
    /// All that pages are written in.
    pub const ALL: [Language; 2] = [Language::German, Language::English];

    /// The offer of some languages; `None` without any. The mirrored one is never offered.
    #[must_use]
    pub fn of(languages: &[Language]) -> Option<Self> {
        let offered: Vec<_> = Self::ALL.into_iter().filter(|one| languages.contains(one)).collect();
        (!offered.is_empty()).then_some(Self(offered))
    }

    /// The languages, in the order of the menu.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.0
    }

    /// The one that visitors are led to whose own is not offered.
    #[must_use]
    pub fn first(&self) -> Language {
        self.0.first().copied().unwrap_or_default()
    }

    /// Whether a language is offered; the mirrored one is wherever its setting lets it be.
    #[must_use]
    pub fn has(&self, language: Language) -> bool {
        language == Language::Mirrored || self.0.contains(&language)
    }
}

impl Default for Offer {
    /// All.
    fn default() -> Self {
        Self(Self::ALL.to_vec())
    }
}

/// The languages that this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Languages {
    pseudo_language: bool,
}

/// What a request says about the wished language, strongest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// The first part of the address's path.
    pub url: Option<&'a str>,
    /// The choice that a cookie remembers.
    pub cookie: Option<&'a str>,
    /// The header `Accept-Language`.
    pub accept_language: Option<&'a str>,
}

impl Languages {
    /// German and English; with `pseudo_language` also the mirrored language, for who asks for it by address.
    #[must_use]
    pub const fn new(pseudo_language: bool) -> Self {
        Self { pseudo_language }
    }

    /// The language with this code.
    #[must_use]
    pub fn find(self, code: &str) -> Option<Language> {
        Language::from_code(code).filter(|language| self.pseudo_language || *language != Language::Mirrored)
    }

    /// The language for a request, of those on offer: by address, then cookie, then header, else the first. Nothing
    /// malformed fails.
    #[must_use]
    pub fn negotiate(self, offer: &Offer, wishes: Wishes<'_>) -> Language {
        let find = |code: &str| self.find(code).filter(|language| offer.has(*language));
        wishes
            .url
            .and_then(find)
            .or_else(|| wishes.cookie.and_then(find))
            .or_else(|| wishes.accept_language.and_then(|header| accept::best(header, offer.languages())))
            .unwrap_or_else(|| offer.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_outweighs_the_cookie_and_the_cookie_the_header() {
        let (languages, all) = (Languages::new(false), Offer::default());
        let wishes = Wishes { url: Some("en"), cookie: Some("de"), accept_language: Some("de") };

        assert_eq!(languages.negotiate(&all, wishes), Language::English);
        assert_eq!(languages.negotiate(&all, Wishes { url: Some("fr"), ..wishes }), Language::German);
        assert_eq!(
            languages.negotiate(&all, Wishes { url: None, cookie: Some("x"), accept_language: Some("en-GB,de;q=0.5") }),
            Language::English
        );
        assert_eq!(languages.negotiate(&all, Wishes::default()), Language::German);
    }

    #[test]
    fn the_mirrored_language_needs_the_setting_and_is_never_listed() {
        let mirrored = Wishes { url: Some("xm"), cookie: Some("en"), accept_language: None };

        assert_eq!(Languages::new(true).negotiate(&Offer::default(), mirrored), Language::Mirrored);
        assert_eq!(Languages::new(false).negotiate(&Offer::default(), mirrored), Language::English);
        assert!(!Offer::default().languages().contains(&Language::Mirrored));
    }

    #[test]
    fn a_language_that_is_not_offered_is_not_negotiated() {
        let german = Offer::of(&[Language::German, Language::Mirrored]).unwrap();
        let wishes = Wishes { url: Some("en"), cookie: Some("en"), accept_language: Some("en") };

        assert_eq!(Languages::new(false).negotiate(&german, wishes), Language::German);
        assert_eq!(german.languages(), [Language::German]);
        assert_eq!(Offer::of(&[Language::Mirrored]), None);
        assert_eq!(Offer::of(&[Language::English]).unwrap().first(), Language::English);
    }

    #[test]
    fn only_the_mirrored_language_runs_right_to_left() {
        assert_eq!(Language::German.direction().as_str(), "ltr");
        assert_eq!(Language::English.direction().as_str(), "ltr");
        assert_eq!(Language::Mirrored.direction().as_str(), "rtl");
    }
}
