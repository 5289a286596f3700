//! What the pages read besides questions: rounds with their titles.

use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::locale::Words;
use crate::store::rounds::list_rounds;
use crate::store::texts::list_round_texts;
use crate::store::{Conn, StoreError};
use crate::web::round::load::{Reader, is_public};
use crate::web::settings::view::FieldOption;

/// Rounds with their titles, newest first.
pub(super) struct Rounds(Vec<(Round, String)>);

impl Rounds {
    /// Those that everybody may see.
    pub(super) fn public(conn: &mut Conn, reader: Reader) -> Result<Self, StoreError> {
        Self::find(conn, reader, |round| is_public(round, reader.now))
    }

    /// All of them.
    pub(super) fn all(conn: &mut Conn, reader: Reader) -> Result<Self, StoreError> {
        Self::find(conn, reader, |_| true)
    }

    fn find(conn: &mut Conn, reader: Reader, shown: impl Fn(&Round) -> bool) -> Result<Self, StoreError> {
        let mut titles = list_round_texts(conn, reader.language.written())?;
        let mut title = |round: &Round| titles.remove(&round.id).map(|written| written.text.title).unwrap_or_default();
        let shown = list_rounds(conn)?.into_iter().filter(shown);
        let with_title = |round: Round| {
            let title = title(&round);
            (round, title)
        };
        Ok(Self(shown.map(with_title).collect()))
    }

    /// The round with this name, and its title.
    pub(super) fn with_slug(&self, slug: &Slug) -> Option<(&Round, &str)> {
        self.0.iter().find(|(round, _)| round.slug == *slug).map(|(round, title)| (round, title.as_str()))
    }

    /// The first round that is like this.
    pub(super) fn first(&self, is: impl Fn(&Round) -> bool) -> Option<&Round> {
        self.0.iter().map(|(round, _)| round).find(|round| is(round))
    }

    /// A round's title, if it is one of these.
    pub(super) fn title(&self, id: Option<RoundId>) -> Option<String> {
        let id = id?;
        self.0.iter().find(|(round, _)| round.id == id).map(|(_, title)| title.clone())
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a question can be about: everything first, then each round by its name in addresses.
    pub(super) fn options(&self, chosen: &str, words: &Words<'_>) -> Vec<FieldOption> {
        let everything = FieldOption {
            value: String::new(),
            label: words.text("questions-about-everything", &[]),
            chosen: chosen.is_empty(),
        };
        let rounds = self.0.iter().map(|(round, title)| FieldOption {
            value: round.slug.as_str().to_owned(),
            label: title.clone(),
            chosen: round.slug.as_str() == chosen,
        });
        std::iter::once(everything).chain(rounds).collect()
    }
}
