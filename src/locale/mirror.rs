//! The mirrored language: English with strange letters, brackets and more length, read from right to left.
//!
//! A word without brackets on a mirrored page never went through the catalogue; two pairs of brackets in one sentence
//! show glued parts; what breaks or is cut off breaks in Finnish too. Values and markup stay as they are.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// How many letters make a message longer by one sign: about 30 %.
const LETTERS_PER_PAD: usize = 3;

/// Mirrors a file of messages. A file with faults comes back as it is, for the loader to complain about.
pub(super) fn mirror(text: &str) -> String {
    let Ok(mut resource) = parser::parse(text.to_owned()) else { return text.to_owned() };
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(pattern) = &mut message.value {
                    bracket(pattern);
                }
                message.attributes.iter_mut().for_each(|attribute| bracket(&mut attribute.value));
            }
            Entry::Term(term) => Brush::default().paint(&mut term.value),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    serializer::serialize(&resource)
}

fn bracket(pattern: &mut Pattern<String>) {
    let mut brush = Brush::default();
    brush.paint(pattern);
    let pad = padding(brush.letters.div_ceil(LETTERS_PER_PAD));
    // As literals, because a bare bracket at the beginning of a line would be Fluent's syntax.
    pattern.elements.insert(0, literal("["));
    pattern.elements.push(literal(&format!(" {pad}]")));
}

/// As long as asked for, in words that a line can break between.
fn padding(length: usize) -> String {
    const WORD: usize = 8;
    let word = |begin: usize| "~".repeat(WORD.min(length.saturating_sub(begin)));
    (0..length).step_by(WORD).map(word).collect::<Vec<_>>().join(" ")
}

fn literal(text: &str) -> PatternElement<String> {
    PatternElement::Placeable {
        expression: Expression::Inline(InlineExpression::StringLiteral { value: text.to_owned() }),
    }
}

/// Where in the markup of a message the brush is; tags may reach over several text elements.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Tag,
    Entity,
}

#[derive(Default)]
struct Brush {
    place: Place,
    letters: usize,
}

impl Brush {
    fn paint(&mut self, pattern: &mut Pattern<String>) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    *value = value.chars().map(|letter| self.turn(letter)).collect();
                }
                PatternElement::Placeable { expression } => self.paint_expression(expression),
            }
        }
    }

    fn paint_expression(&mut self, expression: &mut Expression<String>) {
        match expression {
            Expression::Select { variants, .. } => {
                // Only one variant is shown, so only the longest counts for the length.
                let before = self.letters;
                let mut longest = before;
                for variant in variants {
                    self.letters = before;
                    self.paint(&mut variant.value);
                    longest = longest.max(self.letters);
                }
                self.letters = longest;
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => self.paint_expression(expression),
            Expression::Inline(_) => {}
        }
    }

    fn turn(&mut self, letter: char) -> char {
        match (self.place, letter) {
            (Place::Text, '<') => self.place = Place::Tag,
            (Place::Text, '&') => self.place = Place::Entity,
            (Place::Tag, '>') | (Place::Entity, ';' | ' ') => self.place = Place::Text,
            (Place::Text, _) => {
                self.letters += usize::from(letter.is_alphabetic());
                return look_alike(letter);
            }
            (Place::Tag | Place::Entity, _) => {}
        }
        letter
    }
}

fn look_alike(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const STRANGE: &str = "áƀćḋéḟǧħîĵķļɱñóƥɋŕšţúṽŵẋýžÁƁĆḊÉḞǦĤÎĴĶĻḾÑÓƤɊŔŠŢÚṼŴẊÝŽ";
    PLAIN.chars().zip(STRANGE.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, strange)| strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_change_and_grow_and_values_and_markup_stay() {
        assert_eq!(mirror("greeting = Hello, { $name }\n"), "greeting = { \"[\" }Ĥéļļó, { $name }{ \" ~~]\" }\n");
        assert_eq!(
            mirror("link-html = Go <a href=\"{ $to }\">there</a>&nbsp;now\n"),
            "link-html = { \"[\" }Ǧó <a href=\"{ $to }\">ţħéŕé</a>&nbsp;ñóŵ{ \" ~~~~]\" }\n"
        );
    }

    #[test]
    fn every_plural_form_is_turned() {
        let mirrored = mirror("left = { $count ->\n    [one] one point\n   *[other] { $count } points\n}\n");

        assert!(mirrored.contains("[one] óñé ƥóîñţ"), "{mirrored}");
        assert!(mirrored.contains("*[other] { $count } ƥóîñţš"), "{mirrored}");
        assert!(parser::parse(mirrored.as_str()).is_ok(), "{mirrored}");
    }

    #[test]
    fn every_letter_has_a_look_alike() {
        assert!(('a'..='z').chain('A'..='Z').all(|letter| look_alike(letter) != letter));
    }
}
