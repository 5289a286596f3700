//! An entry as a sentence: what was done to what, with its figures and dates.

use crate::domain::permission::Role;
use crate::domain::schedule::Window;
use crate::locale::{Arg, Words};
use crate::record::{Act, ActorRef, Details};
use crate::store::record::Recorded;

/// For what a sentence is written.
#[derive(Clone, Copy)]
pub(in crate::web) enum Medium {
    /// A page, on which values are isolated from the sentence's direction.
    Page,
    /// A file.
    File,
}

/// What writes sentences.
#[derive(Clone, Copy)]
pub(in crate::web) struct Teller<'a> {
    pub(in crate::web) words: Words<'a>,
    pub(in crate::web) medium: Medium,
}

/// An entry in words.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::web) struct Telling {
    /// What was done.
    pub(in crate::web) sentence: String,
    /// The public reason.
    pub(in crate::web) reason: Option<String>,
    /// Whether the body says more than this version understands.
    pub(in crate::web) says_more: bool,
}

impl Teller<'_> {
    fn say(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.medium {
            Medium::Page => self.words.text(key, args),
            Medium::File => self.words.plain(key, args),
        }
    }

    /// An entry in words; `round` is the title of its round.
    pub(in crate::web) fn tell(self, entry: &Recorded, round: Option<&str>) -> Telling {
        let act = Act::parse(&entry.act);
        let details = Details::read(&entry.body);
        let known = act.zip(details.as_ref());
        let sentence = known.and_then(|(act, details)| self.sentence(act, details, round));
        Telling {
            says_more: sentence.is_none() || known.is_some_and(|(act, details)| has_more(act, details)),
            sentence: sentence.unwrap_or_else(|| self.say("record-act-unknown", &[("act", text(&entry.act))])),
            reason: details.as_ref().and_then(|details| details.written("reason")).map(str::to_owned),
        }
    }

    /// By what kind of actor it was done; never by whom.
    pub(in crate::web) fn kind_of_actor(self, actor_ref: &str) -> String {
        match ActorRef::parse(actor_ref) {
            Some(ActorRef::Office(_)) => self.say("record-by-administrator", &[]),
            Some(ActorRef::System) => self.say("record-by-clock", &[]),
            Some(ActorRef::CommandLine) => self.say("record-by-command-line", &[]),
            Some(ActorRef::Import) => self.say("record-by-import", &[]),
            None => self.say("record-by-other", &[]),
        }
    }

    /// What stands in the place of a name that was deleted.
    pub(in crate::web) fn account_deleted(self) -> String {
        self.say("record-account-deleted", &[])
    }

    /// A role in words; one that this version does not know as it is written.
    pub(in crate::web) fn role(self, role: &str) -> String {
        match Role::parse(role) {
            Some(role) => self.say(&format!("role-{}", role.as_str().replace('_', "-")), &[]),
            None => role.to_owned(),
        }
    }

    fn sentence(self, act: Act, details: &Details, round: Option<&str>) -> Option<String> {
        let about = |key: &str| Some(self.say(key, &[("round", text(round?))]));
        let counted = |key: &str, name: &str| {
            Some(self.say(key, &[("round", text(round?)), ("count", Arg::Count(details.number(name)?))]))
        };
        match act {
            Act::RoundCreated => counted("record-act-round-created", "projects"),
            Act::RoundImported => counted("record-act-round-imported", "projects"),
            Act::RoundGenerated => counted("record-act-round-generated", "projects"),
            Act::RoundPublished => about("record-act-round-published"),
            Act::CodesMade => counted("record-act-codes-made", "size"),
            Act::WindowExtended => self.moved("record-act-window-extended", details, round),
            Act::WindowShortened => self.moved("record-act-window-shortened", details, round),
            Act::VotingOpened => counted("record-act-voting-opened", "roll_size"),
            Act::VotingClosed => counted("record-act-voting-closed", "participants"),
            Act::RoundCertified => counted("record-act-round-certified", "ballots"),
            Act::BallotsOpened => counted("record-act-ballots-opened", "ballots"),
            Act::RoundKeyDestroyed => about("record-act-round-key-destroyed"),
            Act::CountFinished => about("record-act-count-finished"),
            Act::ResultPublished => about("record-act-result-published"),
            Act::AccountCreated => Some(self.say("record-act-account-created", &[])),
            Act::RoleGiven => self.entrusted(["record-act-role-given", "record-act-role-given-round"], details, round),
            Act::SettingsChanged => Some(self.say("record-act-settings-changed", &[])),
        }
    }

    /// The end of voting was moved; before, there may have been none.
    fn moved(self, key: &str, details: &Details, round: Option<&str>) -> Option<String> {
        Window::parse(details.written("window")?).filter(|window| *window == Window::Voting)?;
        let before = match details.time("before") {
            Some(before) => self.words.until(before),
            None if details.is_null("before") => self.say("record-no-end", &[]),
            None => return None,
        };
        let after = self.words.until(details.time("after")?);
        Some(self.say(key, &[("round", text(round?)), ("before", text(&before)), ("after", text(&after))]))
    }

    /// A role was given or taken, everywhere or in one round.
    fn entrusted(self, keys: [&str; 2], details: &Details, round: Option<&str>) -> Option<String> {
        let [everywhere, in_a_round] = keys;
        let role = self.role(details.written("role")?);
        Some(match details.written("round") {
            None => self.say(everywhere, &[("role", text(&role))]),
            Some(id) => self.say(in_a_round, &[("role", text(&role)), ("round", text(round.unwrap_or(id)))]),
        })
    }
}

fn text(value: &str) -> Arg<'_> {
    Arg::Text(value.into())
}

/// Whether a body has details that this version does not know.
fn has_more(act: Act, details: &Details) -> bool {
    let known: &[&str] = match act {
        Act::RoundKeyDestroyed | Act::AccountCreated | Act::SettingsChanged => &[],
        Act::RoundCreated | Act::RoundImported | Act::RoundGenerated => &["slug", "rule", "ties", "projects"],
        Act::RoundPublished => &["key"],
        Act::CodesMade => &["first_serial", "size"],
        Act::WindowExtended | Act::WindowShortened => &["window", "before", "after", "reason"],
        Act::VotingOpened => &["roll_size", "roll_hash"],
        Act::VotingClosed => &["participants"],
        Act::RoundCertified => &["ballots"],
        Act::BallotsOpened => &["ballots", "leaves"],
        Act::CountFinished => &["allocations"],
        Act::ResultPublished => &["files"],
        Act::RoleGiven => &["role", "round"],
    };
    details.names().any(|name| !known.contains(&name))
}

#[cfg(test)]
mod tests;
