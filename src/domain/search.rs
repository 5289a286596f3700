//! The words by which a text is found. Both databases only keep them, so that a search finds the same in both: whatever
//! language a text is in, upper and lower case, endings and accents make no difference.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

/// The most letters of a word that count; what is longer is cut.
pub const LONGEST_WORD: usize = 40;
/// The most words of one text or question.
pub const MOST_WORDS: usize = 400;

/// Words that stand in every text and find nothing.
const EMPTY: &[&str] = &[
    "aber", "alle", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "bis", "das", "dass", "dem", "den", "der",
    "des", "die", "dort", "du", "ein", "eine", "einem", "einen", "einer", "er", "es", "für", "hat", "hier", "ich",
    "ihr", "im", "in", "ist", "kein", "keine", "man", "mehr", "mit", "nach", "nicht", "noch", "nur", "oder", "sehr",
    "sein", "sich", "sie", "sind", "so", "soll", "sollte", "über", "um", "und", "uns", "viel", "viele", "vom", "von",
    "vor", "war", "was", "wenn", "wie", "wir", "wird", "zu", "zum", "zur", "a", "and", "are", "as", "at", "be", "but",
    "by", "for", "from", "has", "have", "i", "if", "is", "it", "its", "more", "not", "of", "on", "or", "our", "should",
    "so", "that", "the", "their", "there", "they", "this", "to", "was", "we", "with", "you",
];

/// The words of a text in a language, each once: lower case, without endings and without accents. Words that find nothing
/// are left out. `language` is a tag; texts of a language that nothing is known of keep their endings.
#[must_use]
pub fn words(text: &str, language: &str) -> BTreeSet<String> {
    let stemmer = algorithm(language).map(Stemmer::create);
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| word.chars().nth(1).is_some() && !EMPTY.contains(&word.as_str()))
        .map(|word| stemmer.as_ref().map_or_else(|| word.clone(), |stemmer| stemmer.stem(&word).into_owned()))
        .map(|stem| stem.chars().flat_map(fold).take(LONGEST_WORD).collect())
        .take(MOST_WORDS)
        .collect()
}

fn algorithm(language: &str) -> Option<Algorithm> {
    match language.split('-').next()? {
        "de" => Some(Algorithm::German),
        "en" => Some(Algorithm::English),
        "tr" => Some(Algorithm::Turkish),
        "ru" => Some(Algorithm::Russian),
        "ar" => Some(Algorithm::Arabic),
        _ => None,
    }
}

/// A letter without its accent, for the letters of European names.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ś' | 'š' | 'ş' => "s",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    };
    plain.chars().chain(plain.is_empty().then_some(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, language: &str) -> Vec<String> {
        words(text, language).into_iter().collect()
    }

    #[test]
    fn case_endings_and_accents_make_no_difference() {
        assert_eq!(all("Die Bänke am Spielplatz", "de"), all("BÄNKEN an den Spielplätzen", "de"));
        assert_eq!(all("shading the bus stops", "en"), all("Shade at a BUS stop", "en"));
        assert_eq!(all("Straße", "de"), all("STRASSE", "de"));
        assert_eq!(all("Łódź café", "pl"), ["cafe", "lodz"]);
    }

    #[test]
    fn words_that_stand_in_every_text_are_left_out() {
        assert!(all("Und der, die, das – ist es?", "de").is_empty());
        assert!(all("  ", "en").is_empty());
        assert_eq!(all("12 Bäume im Park", "de"), ["12", "baum", "park"]);
    }

    #[test]
    fn what_is_typed_to_do_harm_is_only_words() {
        assert_eq!(all("%' OR 1=1; --", "en"), Vec::<String>::new());
        assert_eq!(all(&"x".repeat(5000), "de")[0].len(), LONGEST_WORD);
        assert!(all(&(0..5000).map(|n| format!("wort{n} ")).collect::<String>(), "xx").len() <= MOST_WORDS);
    }
}
