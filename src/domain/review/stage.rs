//! How far a review is.

use crate::domain::round::words;

words! {
    /// How far a review is.
    Stage {
        /// The office has it to decide.
        Open = "open",
        /// The author was asked something, and the office waits.
        Asked = "asked",
        /// A verdict is given.
        Decided = "decided",
        /// The author objected to the verdict, and the office has it to decide again.
        Objected = "objected",
    }
}

words! {
    /// What moves a review on.
    Event {
        /// The office asks the author.
        Ask = "ask",
        /// The author answers.
        Answer = "answer",
        /// The office gives a verdict, be it another one.
        Decide = "decide",
        /// The author objects.
        Object = "object",
    }
}

impl Stage {
    /// Where an event leads; none where it cannot happen.
    #[must_use]
    pub const fn after(self, event: Event) -> Option<Self> {
        match (self, event) {
            (Self::Open | Self::Objected, Event::Ask) => Some(Self::Asked),
            (Self::Asked, Event::Answer) => Some(Self::Open),
            (Self::Open | Self::Asked | Self::Decided | Self::Objected, Event::Decide) => Some(Self::Decided),
            (Self::Decided, Event::Object) => Some(Self::Objected),
            (Self::Asked | Self::Decided, Event::Ask)
            | (Self::Open | Self::Decided | Self::Objected, Event::Answer)
            | (Self::Open | Self::Asked | Self::Objected, Event::Object) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_moves_as_this_table_says() {
        use Event::{Answer, Ask, Decide, Object};
        use Stage::{Asked, Decided, Objected, Open};

        for (stage, after) in [
            (Open, [(Ask, Some(Asked)), (Answer, None), (Decide, Some(Decided)), (Object, None)]),
            (Asked, [(Ask, None), (Answer, Some(Open)), (Decide, Some(Decided)), (Object, None)]),
            (Decided, [(Ask, None), (Answer, None), (Decide, Some(Decided)), (Object, Some(Objected))]),
            (Objected, [(Ask, Some(Asked)), (Answer, None), (Decide, Some(Decided)), (Object, None)]),
        ] {
            for (event, leads) in after {
                assert_eq!(stage.after(event), leads, "{stage:?} {event:?}");
            }
        }
    }
}
