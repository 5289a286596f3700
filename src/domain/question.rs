//! A question to the office: where it stands, and its place among what is asked most.

use super::round::words;

words! {
    /// Where a question stands.
    QuestionState {
        /// It waits for its answer.
        Open = "open",
        /// Everybody reads it with its answer.
        Public = "public",
        /// It is answered, and only whoever asked reads the answer.
        AnsweredAlone = "answered_alone",
        /// The office does not answer it, and said why.
        SetAside = "set_aside",
    }
}

words! {
    /// Why the office does not answer.
    SetAsideReason {
        /// It advertises.
        Advertising = "advertising",
        /// It insults somebody.
        Insult = "insult",
        /// Somebody else is responsible.
        NotForUs = "not_for_us",
    }
}

words! {
    /// What the office does with a question.
    QuestionEvent {
        /// Its answer becomes public; one that is public already is changed.
        Publish = "publish",
        /// Whoever asked gets the answer, and nobody else.
        AnswerAlone = "answer_alone",
        /// It gets no answer.
        SetAside = "set_aside",
        /// Its answer is public no more.
        TakeOut = "take_out",
    }
}

impl QuestionState {
    /// Where a question stands after an event; none where the event cannot happen. Nobody is answered twice, and what was
    /// set aside by mistake can still be answered.
    #[must_use]
    pub const fn apply(self, event: QuestionEvent) -> Option<Self> {
        use QuestionEvent as Event;
        match (self, event) {
            (Self::Open | Self::Public | Self::AnsweredAlone | Self::SetAside, Event::Publish) => Some(Self::Public),
            (Self::Open | Self::SetAside, Event::AnswerAlone) | (Self::Public, Event::TakeOut) => {
                Some(Self::AnsweredAlone)
            }
            (Self::Open, Event::SetAside) => Some(Self::SetAside),
            (Self::Public | Self::AnsweredAlone, Event::AnswerAlone)
            | (Self::Public | Self::AnsweredAlone | Self::SetAside, Event::SetAside)
            | (Self::Open | Self::AnsweredAlone | Self::SetAside, Event::TakeOut) => None,
        }
    }
}

/// A place among what is asked most, from 1 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrequentPlace(i64);

impl FrequentPlace {
    /// The last place.
    pub const LAST: i64 = 10;

    /// A place; none for what is no place.
    #[must_use]
    pub const fn new(place: i64) -> Option<Self> {
        if place >= 1 && place <= Self::LAST { Some(Self(place)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn value(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_meets_every_event() {
        use QuestionEvent::{AnswerAlone, Publish, SetAside, TakeOut};
        use QuestionState as State;
        let (public, alone, aside) = (Some(State::Public), Some(State::AnsweredAlone), Some(State::SetAside));
        let table = [
            (State::Open, [public, alone, aside, None]),
            (State::Public, [public, None, None, alone]),
            (State::AnsweredAlone, [public, None, None, None]),
            (State::SetAside, [public, alone, None, None]),
        ];

        assert_eq!(table.len(), State::ALL.len());
        for (state, after) in table {
            assert_eq!([Publish, AnswerAlone, SetAside, TakeOut].map(|event| state.apply(event)), after, "{state:?}");
        }
    }

    #[test]
    fn there_are_ten_places() {
        assert_eq!(
            (0..=11).filter_map(FrequentPlace::new).map(FrequentPlace::value).collect::<Vec<_>>(),
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        );
    }
}
