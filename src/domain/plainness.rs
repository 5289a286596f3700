//! How plain a text is, as far as counting can tell: by the length of its sentences. It is a hint for whoever writes, never
//! a reason to refuse a text.

/// The most words of a sentence that everybody follows; Berlin asks its offices for no more.
const MOST_WORDS: usize = 15;

/// The sentences of a text, counted in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plainness {
    /// Words in a sentence on average, rounded to the nearest whole one.
    pub mean: i64,
    /// Words in the longest sentence.
    pub longest: i64,
}

impl Plainness {
    /// Counts a text; none without a word.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let sentences: Vec<usize> = text
            .split(['.', '!', '?', ':', '\n'])
            .map(|sentence| sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count())
            .filter(|words| *words > 0)
            .collect();
        let (count, words): (usize, usize) = (sentences.len(), sentences.iter().sum());
        let mean = words.saturating_add(count / 2).checked_div(count)?;
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Some(Self { mean: number(mean), longest: number(sentences.into_iter().max()?) })
    }

    /// Whether every sentence is short enough.
    #[must_use]
    pub fn is_plain(self) -> bool {
        usize::try_from(self.longest).is_ok_and(|longest| longest <= MOST_WORDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_in_words() {
        let short = Plainness::of("The lane is too narrow. A bench - and two bins - would stand in the way!").unwrap();

        assert_eq!(short, Plainness { mean: 8, longest: 10 });
        assert!(short.is_plain());
        assert!(!Plainness::of(&"word ".repeat(16)).unwrap().is_plain());
        assert_eq!(Plainness::of(" ... "), None);
    }
}
