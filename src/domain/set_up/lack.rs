//! What a round still lacks before it may be public.

use super::{NamedArea, RoundPart, SetUp};
use crate::domain::round::{AreaLimit, Eligible, RoundText};
use crate::domain::rule::CountingRule;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;

/// Something that a part lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// Nobody has looked at the part and saved it.
    NotSaved,
    /// The title is missing in one of the languages.
    Title,
    /// What the round is about is missing in one of the languages.
    Summary,
    /// What happens with the result is missing in one of the languages.
    Outcome,
    /// Who may vote is missing in one of the languages.
    WhoMayVote,
    /// There is no area.
    NoArea,
    /// An area's name is missing in one of the languages.
    AreaName,
    /// A topic's name is missing in one of the languages.
    TopicName,
    /// The rule gives places, and an area has money.
    RuleNeedsPlaces,
    /// The rule cannot count such ballots.
    RuleNeedsOtherBallots,
    /// Voting has no beginning or no end.
    NoVoting,
    /// Voting would be over at once.
    VotingOver,
    /// Collecting or supporting would be over at once.
    WindowOver,
    /// The result is promised before voting ends.
    ResultTooEarly,
    /// The decision is promised before the result.
    DecisionTooEarly,
    /// People may propose, and there is no time for it.
    NoCollecting,
    /// People may support, and there is no time for it.
    NoSupporting,
}

impl Lack {
    /// Its name, which is also the key of its words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotSaved => "not-saved",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Outcome => "outcome",
            Self::WhoMayVote => "who-may-vote",
            Self::NoArea => "no-area",
            Self::AreaName => "area-name",
            Self::TopicName => "topic-name",
            Self::RuleNeedsPlaces => "rule-needs-places",
            Self::RuleNeedsOtherBallots => "rule-needs-other-ballots",
            Self::NoVoting => "no-voting",
            Self::VotingOver => "voting-over",
            Self::WindowOver => "window-over",
            Self::ResultTooEarly => "result-too-early",
            Self::DecisionTooEarly => "decision-too-early",
            Self::NoCollecting => "no-collecting",
            Self::NoSupporting => "no-supporting",
        }
    }
}

impl SetUp {
    /// What a part lacks at a moment, where the organisation offers these languages; nothing when it is complete.
    #[must_use]
    pub fn lacks(&self, part: RoundPart, languages: &[&str], now: Instant) -> Vec<Lack> {
        let not_saved = (!self.saved.contains_key(&part)).then_some(Lack::NotSaved);
        not_saved.into_iter().chain(self.content_lacks(part, languages, now)).collect()
    }

    /// What an edit of a part left lacking in a round that is public already: of the part itself and of those that rest on
    /// it. What is over may be.
    #[must_use]
    pub fn lacks_in_public(&self, part: RoundPart, languages: &[&str], now: Instant) -> Vec<Lack> {
        let resting: &[RoundPart] = match part {
            RoundPart::Areas => &[RoundPart::Areas, RoundPart::Ballot],
            RoundPart::People => &[RoundPart::People, RoundPart::Dates],
            RoundPart::Basics => &[RoundPart::Basics],
            RoundPart::Texts => &[RoundPart::Texts],
            RoundPart::Topics => &[RoundPart::Topics],
            RoundPart::Ballot => &[RoundPart::Ballot],
            RoundPart::Dates => &[RoundPart::Dates],
            RoundPart::Privacy => &[],
        };
        let lacks = resting.iter().flat_map(|part| self.content_lacks(*part, languages, now));
        lacks.filter(|lack| !matches!(lack, Lack::VotingOver | Lack::WindowOver)).collect()
    }

    /// Every part with what it lacks; nothing when the round may be public.
    #[must_use]
    pub fn all_lacks(&self, languages: &[&str], now: Instant) -> Vec<(RoundPart, Lack)> {
        let of = |part: RoundPart| self.lacks(part, languages, now).into_iter().map(move |lack| (part, lack));
        RoundPart::ALL.iter().flat_map(|part| of(*part)).collect()
    }

    fn content_lacks(&self, part: RoundPart, languages: &[&str], now: Instant) -> Vec<Lack> {
        let missing = |of: fn(&RoundText) -> &String| {
            languages.iter().any(|language| self.texts.get(*language).is_none_or(|text| of(text).is_empty()))
        };
        let found = match part {
            RoundPart::Basics => vec![missing(|text| &text.title).then_some(Lack::Title)],
            RoundPart::Texts => vec![
                missing(|text| &text.summary).then_some(Lack::Summary),
                missing(|text| &text.outcome).then_some(Lack::Outcome),
            ],
            RoundPart::Areas => {
                let unnamed = |area: &NamedArea| lacks_a_name(&area.names, languages);
                vec![
                    self.areas.is_empty().then_some(Lack::NoArea),
                    self.areas.iter().any(unnamed).then_some(Lack::AreaName),
                ]
            }
            RoundPart::Topics => {
                vec![self.topics.iter().any(|topic| lacks_a_name(&topic.names, languages)).then_some(Lack::TopicName)]
            }
            RoundPart::People => vec![missing(|text| &text.who_may_vote).then_some(Lack::WhoMayVote)],
            RoundPart::Ballot => self.ballot_lacks(),
            RoundPart::Dates => self.date_lacks(now),
            RoundPart::Privacy => Vec::new(),
        };
        found.into_iter().flatten().collect()
    }

    fn ballot_lacks(&self) -> Vec<Option<Lack>> {
        let round = &self.round;
        let has_money = |area: &NamedArea| matches!(area.area.limit, AreaLimit::Ceiling(_));
        let gives_places = matches!(round.rule, CountingRule::Top { .. });
        vec![
            (gives_places && self.areas.iter().any(has_money)).then_some(Lack::RuleNeedsPlaces),
            round.rule.for_ballots(round.format).is_err().then_some(Lack::RuleNeedsOtherBallots),
        ]
    }

    fn date_lacks(&self, now: Instant) -> Vec<Option<Lack>> {
        let schedule = &self.round.schedule;
        let voting = schedule.span(Window::Voting).and_then(|span| span.opens_at.zip(span.closes_at));
        let is_over = |window| schedule.over(window, now);
        let (result, decision) = (self.round.result_expected_at, self.round.decision_expected_at);
        let is_before =
            |one: Option<Instant>, other: Option<Instant>| one.zip(other).is_some_and(|(one, other)| one < other);
        let unserved = |who: Eligible, window| who != Eligible::Nobody && schedule.span(window).is_none();
        vec![
            voting.is_none().then_some(Lack::NoVoting),
            voting.is_some_and(|(_, closes)| closes <= now).then_some(Lack::VotingOver),
            (is_over(Window::Collecting) || is_over(Window::Supporting)).then_some(Lack::WindowOver),
            is_before(result, voting.map(|(_, closes)| closes)).then_some(Lack::ResultTooEarly),
            is_before(decision, result).then_some(Lack::DecisionTooEarly),
            unserved(self.round.proposers, Window::Collecting).then_some(Lack::NoCollecting),
            unserved(self.round.supporters, Window::Supporting).then_some(Lack::NoSupporting),
        ]
    }
}

fn lacks_a_name(names: &std::collections::BTreeMap<String, String>, languages: &[&str]) -> bool {
    languages.iter().any(|language| names.get(*language).is_none_or(String::is_empty))
}
