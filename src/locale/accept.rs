//! The header `Accept-Language`: reads what browsers and worse send, and never fails.

use super::Language;

/// No browser sends more; the rest of a hostile header is not read.
const MOST_ENTRIES: usize = 32;

/// A language range of the header with its weight in thousandths; 0 refuses the language.
struct Entry<'a> {
    range: &'a str,
    weight: u16,
}

/// The best of `offered` for a header, or `None` when the header asks for none of them.
pub(super) fn best(header: &str, offered: &[Language]) -> Option<Language> {
    let mut entries: Vec<_> = header.split(',').take(MOST_ENTRIES).filter_map(read).collect();
    // The sort is stable, so that of two with one weight the first wins.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.weight));
    let named = |language: Language| entries.iter().find(|entry| matches(entry.range, language));

    entries.iter().filter(|entry| entry.weight > 0).find_map(|entry| {
        offered.iter().copied().find(|&language| match entry.range {
            "*" => named(language).is_none(),
            range => matches(range, language),
        })
    })
}

/// `de`, `de-AT` and `DE_at` all ask for German.
fn matches(range: &str, language: Language) -> bool {
    range.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case(language.code()))
}

fn read(entry: &str) -> Option<Entry<'_>> {
    let mut parts = entry.split(';').map(str::trim);
    let range = parts.next().filter(|range| !range.is_empty())?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        Some(weight) => thousandths(weight.trim())?,
        None => 1000,
    };
    Some(Entry { range, weight })
}

/// Reads `0`, `1`, `0.8`, `1.000`: RFC 9110 allows at most three decimals and nothing over 1.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(whole, "0" | "1") || decimals.len() > 3 || !digits(decimals) {
        return None;
    }
    let weight: u16 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (weight <= 1000).then_some(weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn choose(header: &str) -> Option<Language> {
        best(header, &[Language::German, Language::English])
    }

    #[test]
    fn the_greatest_weight_wins_and_then_the_first() {
        assert_eq!(choose("de;q=0.3, en;q=0.8"), Some(Language::English));
        assert_eq!(choose("fr, en-GB;q=0.7, de-AT;q=0.7"), Some(Language::English));
        assert_eq!(choose("DE"), Some(Language::German));
        assert_eq!(choose("en;q=0.855,de;q=0.86"), Some(Language::German));
    }

    #[test]
    fn a_weight_of_nothing_refuses_a_language() {
        assert_eq!(choose("de;q=0, *"), Some(Language::English));
        assert_eq!(choose("de;q=0, en;q=0, *"), None);
        assert_eq!(choose("*"), Some(Language::German));
        assert_eq!(choose("*;q=0"), None);
    }

    #[test]
    fn malformed_entries_are_passed_over() {
        assert_eq!(choose("de;q=2, en;q=abc, en;q=0.1"), Some(Language::English));
        assert_eq!(choose(",,;q=1,;;, en ; q=0.5"), Some(Language::English));
        assert_eq!(choose(""), None);
        assert_eq!(choose("deutsch, engl"), None);
    }

    proptest! {
        #[test]
        fn no_header_makes_the_reader_fail(header in "\\PC*") {
            choose(&header);
        }

        #[test]
        fn no_header_of_usual_signs_makes_the_reader_fail(header in "[a-z*;=q0-9., _-]{0,80}") {
            choose(&header);
        }
    }
}
