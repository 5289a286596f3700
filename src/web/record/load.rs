//! What the pages of the record read: the rounds for their titles, a count, and the entries that are shown.

use std::collections::BTreeMap;

use super::asked::Wanted;
use crate::domain::ids::RoundId;
use crate::domain::slug::Slug;
use crate::record::{Act, Details, Publicity, Topic};
use crate::store::record::{
    KnownActor, Place, Recorded, Rounds, Sought, count_record, find_entry, list_actors, list_record,
};
use crate::store::rounds::list_rounds;
use crate::store::texts::list_round_texts;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{Reader, is_public};

/// Entries on one page of the list.
pub(super) const PAGE: usize = 20;
/// Entries that are read at once for a table.
const SLICE: i64 = 500;

/// Whose record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Public acts on published rounds and on none.
    Public,
    /// All of it.
    Whole,
}

/// A round by what the record calls it.
#[derive(Debug, Clone)]
pub(super) struct KnownRound {
    pub(super) id: RoundId,
    pub(super) slug: Slug,
    pub(super) title: String,
    pub(super) public_id: String,
}

/// The rounds of which entries may be shown, newest first.
#[derive(Debug, Clone)]
pub(super) struct KnownRounds(pub(super) Vec<KnownRound>);

impl KnownRounds {
    pub(super) fn find(conn: &mut Conn, scope: Scope, reader: Reader) -> Result<Self, StoreError> {
        let mut titles = list_round_texts(conn, reader.language.written())?;
        let shown =
            list_rounds(conn)?.into_iter().filter(|round| scope == Scope::Whole || is_public(round, reader.now));
        let known = shown.map(|round| KnownRound {
            title: titles.remove(&round.id).map(|written| written.text.title).unwrap_or_default(),
            id: round.id,
            public_id: round.public_id.to_string(),
            slug: round.slug,
        });
        Ok(Self(known.collect()))
    }

    /// The round of an entry. One about a role belongs to no round, but may name it in its details.
    pub(super) fn of(&self, entry: &Recorded) -> Option<&KnownRound> {
        if let Some(id) = entry.round {
            return self.0.iter().find(|round| round.id == id);
        }
        let details = Details::read(&entry.body)?;
        let named = details.written("round")?;
        self.0.iter().find(|round| round.public_id == named)
    }

    /// The title of an entry's round.
    pub(super) fn title(&self, entry: &Recorded) -> Option<&str> {
        self.of(entry).map(|round| round.title.as_str())
    }
}

/// What is wanted in the database's terms.
fn sought(wanted: &Wanted, scope: Scope, rounds: &KnownRounds) -> Result<Sought, WebError> {
    let with_slug = |slug: &Slug| rounds.0.iter().find(|round| round.slug == *slug);
    let only = wanted.round.as_ref().map(|slug| with_slug(slug).ok_or_else(WebError::not_found)).transpose()?;
    let all_rounds = match scope {
        Scope::Public => Rounds::TheseAndNone(rounds.0.iter().map(|round| round.id).collect()),
        Scope::Whole => Rounds::Any,
    };
    Ok(Sought {
        acts: acts(wanted.topic, scope),
        rounds: only.map_or(all_rounds, |round| Rounds::Only(round.id)),
        from: wanted.from,
        before: wanted.before,
        reason: wanted.text.clone(),
        actor: match scope {
            Scope::Public => None,
            Scope::Whole => wanted.actor.map(|actor| actor.to_string()),
        },
    })
}

fn acts(topic: Option<Topic>, scope: Scope) -> Option<Vec<Act>> {
    let on_topic = |act: &Act| topic.is_none_or(|topic| act.topic() == topic);
    match scope {
        Scope::Public => Some(Act::public().filter(on_topic).collect()),
        Scope::Whole if topic.is_none() => None,
        Scope::Whole => Some(Act::ALL.iter().copied().filter(on_topic).collect()),
    }
}

/// A page of the list.
pub(super) struct ListRead {
    pub(super) rounds: KnownRounds,
    /// Names by what the record spells in their place; none for the public.
    pub(super) actors: BTreeMap<String, KnownActor>,
    pub(super) entries: Vec<Recorded>,
    /// How many were found.
    pub(super) total: usize,
    /// On how many pages.
    pub(super) pages: usize,
}

fn actors(conn: &mut Conn, scope: Scope) -> Result<BTreeMap<String, KnownActor>, StoreError> {
    match scope {
        Scope::Public => Ok(BTreeMap::new()),
        Scope::Whole => list_actors(conn),
    }
}

/// A page of what is wanted, if there is that page and that round; nothing but the filter for one that has mistakes.
pub(super) fn find_list(
    conn: &mut Conn,
    wanted: Option<&Wanted>,
    scope: Scope,
    reader: Reader,
) -> Result<ListRead, WebError> {
    let rounds = KnownRounds::find(conn, scope, reader)?;
    let actors = actors(conn, scope)?;
    let Some(wanted) = wanted else {
        return Ok(ListRead { rounds, actors, entries: Vec::new(), total: 0, pages: 1 });
    };
    let sought = sought(wanted, scope, &rounds)?;
    let total = usize::try_from(count_record(conn, &sought)?).unwrap_or(0);
    let pages = total.div_ceil(PAGE).max(1);
    if wanted.page > pages {
        return Err(WebError::not_found());
    }
    let skipped = wanted.page.saturating_sub(1).saturating_mul(PAGE);
    let (skipped, limit) = (i64::try_from(skipped).unwrap_or(i64::MAX), i64::try_from(PAGE).unwrap_or(i64::MAX));
    let entries = list_record(conn, &sought, &Place::Skip(skipped), limit)?;
    Ok(ListRead { rounds, actors, entries, total, pages })
}

/// Everything that is wanted, entry by entry, newest first, never more than a slice in memory.
pub(super) fn for_each(
    conn: &mut Conn,
    wanted: &Wanted,
    scope: Scope,
    reader: Reader,
    mut take: impl FnMut(&Recorded, &KnownRounds, &BTreeMap<String, KnownActor>) -> Result<(), WebError>,
) -> Result<(), WebError> {
    let rounds = KnownRounds::find(conn, scope, reader)?;
    let actors = actors(conn, scope)?;
    let sought = sought(wanted, scope, &rounds)?;
    let mut place = Place::Skip(0);
    loop {
        let slice = list_record(conn, &sought, &place, SLICE)?;
        slice.iter().try_for_each(|entry| take(entry, &rounds, &actors))?;
        match slice.last() {
            Some(last) => place = Place::After(last.at, last.id.clone()),
            None => return Ok(()),
        }
    }
}

/// A public entry with its round.
pub(super) struct EntryRead {
    pub(super) entry: Recorded,
    pub(super) publicity: Publicity,
    pub(super) rounds: KnownRounds,
}

/// The entry with an id, if everybody may read of it.
pub(super) fn find_public_entry(conn: &mut Conn, id: &str, reader: Reader) -> Result<EntryRead, WebError> {
    let entry = find_entry(conn, id)?.ok_or_else(WebError::not_found)?;
    let rounds = KnownRounds::find(conn, Scope::Public, reader)?;
    let publicity = Act::parse(&entry.act).map_or(Publicity::Office, Act::publicity);
    if publicity == Publicity::Office || (entry.round.is_some() && rounds.of(&entry).is_none()) {
        return Err(WebError::not_found());
    }
    Ok(EntryRead { entry, publicity, rounds })
}
