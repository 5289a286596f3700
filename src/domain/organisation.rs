//! What the organisation says of itself, in the parts in which it is edited.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::round::words;
use super::text::{Line, Prose};
use super::web_address::WebAddress;

/// The time zone until somebody sets one; the settings begin with it.
pub const FIRST_TIME_ZONE: Tz = Tz::Europe__Berlin;

words! {
    /// A part that is edited by itself. Two people who edit different parts do not disturb each other.
    Part {
        /// The names of the organisation and of the service.
        Name = "name",
        /// The logo.
        Logo = "logo",
        /// The colours.
        Colours = "colours",
        /// Telephone, place and address for help.
        Help = "help",
        /// Imprint, privacy, accessibility.
        Texts = "texts",
        /// Languages on offer and time zone.
        Languages = "languages",
        /// What council, neighbourhood and fund are called.
        Words = "words",
        /// The list of neighbourhoods.
        Neighbourhoods = "neighbourhoods",
        /// Texts in easy language, and the way to sign language.
        Easy = "easy",
    }
}

/// Something in each language, by the language's tag such as `de`.
pub type ByLanguage<T> = BTreeMap<String, T>;

/// The names on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The organisation.
    pub organisation: Line,
    /// The service.
    pub service: Line,
}

/// The words of the help.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HelpWords {
    /// When the telephone is answered.
    pub hours: Line,
    /// Where help is to be had in person.
    pub place: Line,
    /// What that place offers.
    pub place_note: Line,
}

/// Whether whoever needs help can ask for it from where they are. A place alone does not do: not everybody can go there.
#[must_use]
pub const fn is_help_in_reach(telephone: &str, email: &str) -> bool {
    !telephone.is_empty() || !email.is_empty()
}

/// The texts that every page links, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LegalTexts {
    /// Who is responsible.
    pub imprint: Prose,
    /// What is stored and for how long.
    pub privacy: Prose,
    /// What works for whom.
    pub accessibility: Prose,
}

/// What things are called here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnWords {
    /// The council, such as "Bezirksparlament".
    pub council: Line,
    /// A neighbourhood, such as "Kiez".
    pub neighbourhood: Line,
    /// The fund for small projects.
    pub fund: Line,
}

/// Texts in easy language, in Markdown, and the page with a video in sign language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EasyTexts {
    /// What this is.
    pub what: Prose,
    /// How to vote.
    pub vote: Prose,
    /// How to suggest something.
    pub suggest: Prose,
    /// A page of the organisation with a video.
    pub sign_language: Option<WebAddress>,
}
