//! The views of the list and of a single entry.

use std::collections::BTreeMap;

use super::asked::{Asked, Mistakes};
use super::load::{EntryRead, KnownRounds, ListRead, Scope};
use super::sentence::{Medium, Teller};
use super::view::{Choice, EntryFile, Filter, Mistake, RecordEntry, RecordList, RecordShow, RoundLink};
use crate::domain::ids::AccountId;
use crate::locale::Words;
use crate::media::ContentHash;
use crate::record::{ActorRef, Publicity, Topic};
use crate::store::record::{KnownActor, Recorded};
use crate::web::parts::{Pager, Problem};
use crate::web::routes;

/// The digits of an entry's id that name it on pages.
const DIGITS: usize = 8;

/// Where the parts of a list are.
pub(super) struct Addresses {
    pub(super) list: String,
    pub(super) csv: String,
}

/// Whose record a page shows, and where it is.
pub(super) struct Sheet<'a> {
    pub(super) words: Words<'a>,
    pub(super) scope: Scope,
    pub(super) addresses: Addresses,
}

/// Who acted, as a list tells it: a kind of actor to the public, a name to those who read the whole record.
pub(super) fn by(entry: &Recorded, scope: Scope, actors: &BTreeMap<String, KnownActor>, teller: Teller<'_>) -> String {
    match (scope, ActorRef::parse(&entry.actor_ref)) {
        (Scope::Whole, Some(ActorRef::Office(_))) => teller.person(actors.get(&entry.actor_ref)),
        _ => teller.kind_of_actor(&entry.actor_ref),
    }
}

/// Whose account an entry is about, if it is about one: for those who read the whole record.
pub(super) fn concerned(
    entry: &Recorded,
    scope: Scope,
    actors: &BTreeMap<String, KnownActor>,
    teller: Teller<'_>,
) -> Option<String> {
    match (scope, ActorRef::parse(&entry.subject)?) {
        (Scope::Whole, ActorRef::Office(_)) => Some(teller.person(actors.get(&entry.subject))),
        _ => None,
    }
}

/// Who acted, by name: for those who read the whole record.
pub(in crate::web) fn by_whom(entry: &Recorded, actors: &BTreeMap<String, KnownActor>, words: Words<'_>) -> String {
    by(entry, Scope::Whole, actors, Teller { words, medium: Medium::Page })
}

/// What sorts people by name, those without one last.
pub(super) fn by_name(person: &KnownActor) -> (bool, String, AccountId) {
    let name = person.name.trim().to_lowercase();
    (name.is_empty(), name, person.account)
}

/// The SHA-256 of an entry's exact text.
pub(super) fn sha256(entry: &Recorded) -> String {
    ContentHash::of(entry.body.as_bytes()).to_string()
}

impl Sheet<'_> {
    const fn teller(&self) -> Teller<'_> {
        Teller { words: self.words, medium: Medium::Page }
    }

    pub(super) fn list(&self, read: &ListRead, asked: &Asked, (page, mistakes): (usize, &Mistakes)) -> RecordList {
        let url = |page| asked.address(&self.addresses.list, page);
        let problem =
            |mistake: &Mistake| Problem { text: self.told(*mistake), anchor: Some(mistake.field().to_owned()) };
        RecordList {
            problems: mistakes.iter().map(problem).collect(),
            filter: self.filter(read, asked, mistakes),
            total: u64::try_from(read.total).unwrap_or(u64::MAX),
            entries: read.entries.iter().map(|entry| self.row(entry, &read.rounds, &read.actors)).collect(),
            page_number: page,
            page_count: read.pages,
            pager: Pager::new(page, read.pages, url),
            csv_url: asked.address(&self.addresses.csv, 1),
        }
    }

    fn told(&self, mistake: Mistake) -> String {
        self.words.text(mistake.key(), &[])
    }

    fn row(&self, entry: &Recorded, rounds: &KnownRounds, actors: &BTreeMap<String, KnownActor>) -> RecordEntry {
        let row = entry_in_words(entry, rounds.title(entry), self.words);
        match self.scope {
            // The exact text may carry the number of an account; it stands on the page of the entry.
            Scope::Public => {
                RecordEntry { body: None, url: Some(routes::record_entry(self.words.language(), &entry.id)), ..row }
            }
            Scope::Whole => RecordEntry {
                by: by(entry, self.scope, actors, self.teller()),
                concerns: concerned(entry, self.scope, actors, self.teller()),
                body: Some(entry.body.clone()),
                sha256: Some(sha256(entry)),
                ..row
            },
        }
    }

    fn filter(&self, read: &ListRead, asked: &Asked, mistakes: &Mistakes) -> Filter {
        let problem = |field: &str| mistakes.iter().find(|mistake| mistake.field() == field).map(|one| self.told(*one));
        let typed = |field: &Option<String>| field.clone().unwrap_or_default();
        let chosen = |field: &Option<String>, value: &str| field.as_deref() == Some(value);
        let round = |round: &super::load::KnownRound| Choice {
            value: round.slug.to_string(),
            label: round.title.clone(),
            chosen: chosen(&asked.round, round.slug.as_str()),
        };
        let topic = |topic: Topic| Choice {
            value: topic.as_str().to_owned(),
            label: self.topic(topic),
            chosen: chosen(&asked.topic, topic.as_str()),
        };
        Filter {
            url: self.addresses.list.clone(),
            rounds: read.rounds.0.iter().map(round).collect(),
            topics: Topic::ALL.into_iter().map(topic).collect(),
            actors: match self.scope {
                Scope::Public => Vec::new(),
                Scope::Whole => self.actors(&read.actors, asked),
            },
            from: typed(&asked.from),
            from_problem: problem("from"),
            to: typed(&asked.to),
            to_problem: problem("to"),
            text: typed(&asked.text),
            text_problem: problem("text"),
            all_url: asked.is_filtered().then(|| self.addresses.list.clone()),
        }
    }

    fn topic(&self, topic: Topic) -> String {
        match topic {
            Topic::Setup => self.words.text("record-topic-setup", &[]),
            Topic::Proposals => self.words.text("record-topic-proposals", &[]),
            Topic::Dates => self.words.text("record-topic-dates", &[]),
            Topic::Voting => self.words.text("record-topic-voting", &[]),
            Topic::Count => self.words.text("record-topic-count", &[]),
            Topic::Decision => self.words.text("record-topic-decision", &[]),
            Topic::Organisation => self.words.text("record-topic-organisation", &[]),
        }
    }

    /// Everybody by name, then what is nobody.
    fn actors(&self, known: &BTreeMap<String, KnownActor>, asked: &Asked) -> Vec<Choice> {
        let mut people: Vec<(&String, &KnownActor)> = known.iter().collect();
        people.sort_by_cached_key(|(_, person)| by_name(person));
        let people = people.into_iter().map(|(actor, person)| (actor.as_str(), self.teller().person(Some(person))));
        let nobody = ["system", "command-line", "import"].map(|actor| (actor, self.teller().kind_of_actor(actor)));
        let choice = |(value, label): (&str, String)| Choice {
            value: value.to_owned(),
            label,
            chosen: asked.actor.as_deref() == Some(value),
        };
        people.chain(nobody).map(choice).collect()
    }
}

/// What everybody may read of an entry; the exact text only where this version does not understand all of it.
pub(in crate::web) fn entry_in_words(entry: &Recorded, round: Option<&str>, words: Words<'_>) -> RecordEntry {
    let teller = Teller { words, medium: Medium::Page };
    let telling = teller.tell(entry, round);
    RecordEntry {
        at: words.date_time(entry.at),
        sentence: telling.sentence,
        reason: telling.reason,
        by: teller.kind_of_actor(&entry.actor_ref),
        concerns: None,
        url: None,
        body: telling.says_more.then(|| entry.body.clone()),
        sha256: None,
    }
}

/// The page of one entry. `base` is the address of this service without its path.
pub(super) fn record_show(read: &EntryRead, base: &str, words: Words<'_>) -> RecordShow {
    let (entry, language) = (&read.entry, words.language());
    let file = || {
        let url = routes::record_file(language, &entry.id);
        EntryFile { command: format!("curl -s {base}{url} | sha256sum"), url }
    };
    let (body, file) = match read.publicity {
        Publicity::Whole => (Some(entry.body.clone()), Some(file())),
        Publicity::WithoutPerson | Publicity::Office => (None, None),
    };
    let round = |round: &super::load::KnownRound| RoundLink {
        title: round.title.clone(),
        url: routes::round(language, &round.slug),
    };
    RecordShow {
        number: entry.id.chars().take(DIGITS).collect(),
        list_url: routes::record_list(language),
        round: read.rounds.of(entry).map(round),
        entry: RecordEntry {
            body,
            sha256: Some(sha256(entry)),
            ..entry_in_words(entry, read.rounds.title(entry), words)
        },
        file,
    }
}
