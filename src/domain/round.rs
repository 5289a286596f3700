//! What a round is made of, apart from its windows: origin, effect, basis, areas, projects.

use allmende_tally::Ties;

use super::format::BallotFormat;
use super::ids::{AreaId, AreaNumber, ProjectId, ProjectNumber, RoundId, RoundPublicId};
use super::money::{Currency, Money};
use super::rule::CountingRule;
use super::schedule::{Facts, Phase, Schedule, Window};
use super::slug::Slug;
use super::time::Instant;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The text that the database carries.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// Reads the text that the database carries.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Where a round's ballots come from. It is set when the round is made and never changes.
    Origin {
        /// Cast here.
        Live = "live",
        /// Read from a `.pb` file.
        Imported = "imported",
        /// Made by the seeded generator.
        Generated = "generated",
    }
}

words! {
    /// What the result does.
    Effect {
        /// It advises the council.
        Advice = "advice",
        /// It binds the administration.
        Binding = "binding",
    }
}

words! {
    /// What a row of the roll stands for; exactly one per round.
    Basis {
        /// A person or household seat from an imported list.
        Register = "register",
        /// A verified account.
        Accounts = "accounts",
        /// A code that was handed out.
        Codes = "codes",
        /// A code that was handed out, or a verified account. Nothing joins the two, so that somebody who has both could
        /// vote twice.
        CodesAndAccounts = "codes_and_accounts",
    }
}

impl Basis {
    /// Whether people come to a ballot with a code that was handed out.
    #[must_use]
    pub const fn takes_codes(self) -> bool {
        match self {
            Self::Codes | Self::CodesAndAccounts => true,
            Self::Register | Self::Accounts => false,
        }
    }

    /// Whether people come to a ballot with an account. How many could is then not known.
    #[must_use]
    pub const fn takes_accounts(self) -> bool {
        match self {
            Self::Accounts | Self::CodesAndAccounts => true,
            Self::Register | Self::Codes => false,
        }
    }
}

words! {
    /// What people with an account declare before they vote, where the round has no words of its own for it.
    Declared {
        /// That they live here.
        Lives = "lives",
        /// That they work here.
        Works = "works",
        /// That they live or work here.
        LivesOrWorks = "lives_or_works",
    }
}

words! {
    /// Who may propose in a round, or support what others propose.
    Eligible {
        /// Nobody; the round does without.
        Nobody = "nobody",
        /// Everybody.
        Everybody = "everybody",
        /// Employees of the organisation.
        Employees = "employees",
    }
}

/// How much an area can fund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaLimit {
    /// At most this much money.
    Ceiling(Money),
    /// This many projects, whatever they cost.
    Places(u32),
}

/// A part of a round with its own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its row.
    pub id: AreaId,
    /// Its number within the round.
    pub number: AreaNumber,
    /// How much it can fund.
    pub limit: AreaLimit,
    /// Whether people vote here whichever area their row of the roll is bound to.
    pub for_everyone: bool,
}

impl Area {
    /// Whether a row of the roll votes here; a row without an area votes everywhere.
    #[must_use]
    pub fn is_open_to(&self, own_area: Option<AreaId>) -> bool {
        self.for_everyone || own_area.is_none_or(|own| own == self.id)
    }
}

/// A reviewed proposal on the ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its row.
    pub id: ProjectId,
    /// The area whose list it stands on.
    pub area: AreaId,
    /// Its printed number.
    pub number: ProjectNumber,
    /// Its id in `.pb` files: the padded number, or the id of the file it was imported from.
    pub external_id: String,
    /// What it costs; an area with places may have projects without a cost.
    pub cost: Option<Money>,
}

/// What a round says of itself, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoundText {
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: String,
    /// Who may vote.
    pub who_may_vote: String,
    /// What happens with the result.
    pub outcome: String,
    /// What people with an account declare before they vote; empty where the usual words for [`Declared`] do.
    pub declaration: String,
}

/// One run from proposals to delivery, without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its row.
    pub id: RoundId,
    /// How keys, seals and leaves know it.
    pub public_id: RoundPublicId,
    /// Its name in addresses.
    pub slug: Slug,
    /// Where its ballots come from.
    pub origin: Origin,
    /// What it counts its money in.
    pub currency: Currency,
    /// How people fill in a ballot.
    pub format: BallotFormat,
    /// Grows whenever what stands on the ballot changes.
    pub ballot_version: i64,
    /// How the profile becomes an allocation.
    pub rule: CountingRule,
    /// What decides between equal projects.
    pub ties: Ties,
    /// What the result does.
    pub effect: Effect,
    /// What a row of its roll stands for.
    pub basis: Basis,
    /// What people with an account declare.
    pub declared: Declared,
    /// Who may propose.
    pub proposers: Eligible,
    /// Who may support proposals.
    pub supporters: Eligible,
    /// Whether somebody of the office reads a proposal before everybody sees it.
    pub checked_first: bool,
    /// The fingerprint of its key while it has one.
    pub key_fingerprint: Option<String>,
    /// When the result is expected; only a promise to readers.
    pub result_expected_at: Option<Instant>,
    /// When the council is expected to decide; only a promise to readers.
    pub decision_expected_at: Option<Instant>,
    /// Its windows.
    pub schedule: Schedule,
    /// What happened to it.
    pub facts: Facts,
}

impl Round {
    /// Whether everybody can see the round and its voting is open or over: what stands on the ballot stays from then on.
    #[must_use]
    pub fn voting_has_begun(&self, now: Instant) -> bool {
        self.facts.round_published_at.is_some() && self.schedule.begun(Window::Voting, now)
    }

    /// Whether people can support proposals now, whoever may.
    #[must_use]
    pub fn takes_supports(&self, now: Instant) -> bool {
        self.supporters != Eligible::Nobody && self.schedule.open(Window::Supporting, now)
    }

    /// Whether everybody sees how many people support a proposal. While voting is open, nobody does: it would sway voters.
    #[must_use]
    pub fn shows_supports(&self, now: Instant) -> bool {
        self.supporters != Eligible::Nobody
            && self.schedule.begun(Window::Supporting, now)
            && !(self.schedule.open(Window::Voting, now) && self.facts.voting_closed_at.is_none())
    }

    /// The headline at a moment.
    #[must_use]
    pub fn phase(&self, now: Instant) -> Phase {
        Phase::at(&self.schedule, &self.facts, now)
    }
}
