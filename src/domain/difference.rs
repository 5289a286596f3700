//! What changed between two texts, word by word.

use similar::{ChangeTag, TextDiff};

use super::round::words;

words! {
    /// What happened to a piece of a text.
    Change {
        /// It stands in both.
        Same = "same",
        /// It stands in the earlier text alone.
        Removed = "removed",
        /// It stands in the later text alone.
        Added = "added",
    }
}

/// A piece of both texts together, as long as one thing happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What happened to it.
    pub change: Change,
    /// Its words, with the blanks and line ends between them.
    pub text: String,
}

/// The pieces of two texts in the order in which they are read; what was removed stands before what took its place.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for found in TextDiff::from_words(before, after).iter_all_changes() {
        let change = match found.tag() {
            ChangeTag::Equal => Change::Same,
            ChangeTag::Delete => Change::Removed,
            ChangeTag::Insert => Change::Added,
        };
        match pieces.last_mut() {
            Some(last) if last.change == change => last.text.push_str(found.value()),
            Some(_) | None => pieces.push(Piece { change, text: found.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(before: &str, after: &str) -> String {
        let piece = |piece: Piece| match piece.change {
            Change::Same => piece.text,
            Change::Removed => format!("[-{}]", piece.text),
            Change::Added => format!("[+{}]", piece.text),
        };
        difference(before, after).into_iter().map(piece).collect()
    }

    #[test]
    fn words_that_changed_stand_beside_those_that_did_not() {
        assert_eq!(marked("Five benches for all.", "Six benches for all."), "[-Five][+Six] benches for all.");
        assert_eq!(marked("Benches.", "Benches."), "Benches.");
        assert_eq!(marked("", "In the park"), "[+In the park]");
        assert_eq!(marked("In the park", ""), "[-In the park]");
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_pieces() {
        let (before, after) = ("One line.\nThen <b>two</b>.", "One line.\n\nThen three, at the bridge.");
        let only = |other: Change| {
            let pieces = difference(before, after).into_iter().filter(move |piece| piece.change != other);
            pieces.map(|piece| piece.text).collect::<String>()
        };

        assert_eq!((only(Change::Added), only(Change::Removed)), (before.to_owned(), after.to_owned()));
    }
}
