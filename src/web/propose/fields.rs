//! What somebody types into the steps, and the proposal that it makes.

use std::collections::BTreeMap;

use crate::domain::ids::{AreaNumber, TopicId};
use crate::domain::money::Currency;
use crate::domain::proposal::{
    LONGEST_BODY, LONGEST_OFFER, LONGEST_SUMMARY, NewProposal, Offer, OfferKind, Source, Voice, Wording, parse_title,
};
use crate::domain::text::Line;
use crate::locale::{Language, read_money};
use crate::web::propose::build::Places;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};

/// A step with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Step {
    /// What and why.
    What,
    /// Where.
    Where,
    /// What is optional.
    More,
}

impl Step {
    /// The names of its fields.
    pub(in crate::web) const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::What => &["title", "body", "summary"],
            Self::Where => &["area", "place"],
            Self::More => {
                &["topic", "voice", "display_name", "email", "cost", "offer_kind", "offer_body", "offer_group"]
            }
        }
    }

    /// The steps in their order.
    pub(in crate::web) const ALL: [Self; 3] = [Self::What, Self::Where, Self::More];
}

/// The value of the field for the area that stands for the whole of the round.
pub(in crate::web) const EVERYWHERE: &str = "all";

/// What was typed into all steps, as a draft keeps it.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Typed(BTreeMap<String, String>);

impl Typed {
    /// Reads what a draft keeps.
    pub(in crate::web) fn parse(kept: &str) -> Self {
        Self(serde_json::from_str(kept).unwrap_or_default())
    }

    /// What a draft keeps.
    pub(in crate::web) fn to_text(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Takes over what was typed into a step; a tick that is not set is none.
    pub(in crate::web) fn take(&mut self, step: Step, pairs: &[(String, String)]) {
        for name in step.fields() {
            match pairs.iter().find(|(field, _)| field == name) {
                Some((_, value)) => self.0.insert((*name).to_owned(), value.replace("\r\n", "\n")),
                None => self.0.remove(*name),
            };
        }
    }

    /// Whether anything stands in the fields of a step.
    pub(in crate::web) fn has(&self, step: Step) -> bool {
        step.fields().iter().any(|name| self.0.contains_key(*name))
    }

    /// The fields of all steps.
    pub(in crate::web) fn fields(&self) -> Fields {
        Fields::typed(self.0.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
    }
}

/// What the fields are read with.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct Desk<'a> {
    pub(in crate::web) places: &'a Places,
    pub(in crate::web) currency: &'a Currency,
    pub(in crate::web) language: Language,
}

/// All mistakes in a step.
pub(in crate::web) fn mistakes(step: Step, fields: &Fields, desk: Desk<'_>) -> Mistakes {
    let mut read = Reader::new(fields);
    match step {
        Step::What => drop(wording(&mut read, desk)),
        Step::Where => drop(place(&mut read, desk)),
        Step::More => drop(more(&mut read, desk)),
    }
    read.mistakes()
}

/// The proposal that was typed here, or all mistakes in any step.
pub(in crate::web) fn proposal(fields: &Fields, desk: Desk<'_>) -> Result<NewProposal, Mistakes> {
    let mut read = Reader::new(fields);
    let wording = wording(&mut read, desk);
    let (area, place) = place(&mut read, desk);
    let More { topic, voice, display_name, email, cost_guess, offer } = more(&mut read, desk);
    let area = area.and_then(|number| desk.places.area(number)).map(|area| area.id);
    let source = Source::Web;
    let new = NewProposal {
        source,
        helped: false,
        wording,
        area,
        place,
        topic,
        voice,
        display_name,
        email,
        cost_guess,
        offer,
    };
    read.finish(new)
}

/// The title, with something in it.
pub(in crate::web) fn title(read: &mut Reader<'_>) -> Line {
    match parse_title(read.raw("title")) {
        Ok(title) if title.is_empty() => {
            read.refuse("title", Mistake::Missing);
            title
        }
        Ok(title) => title,
        Err(error) => {
            read.refuse("title", Mistake::Text(error));
            Line::default()
        }
    }
}

fn wording(read: &mut Reader<'_>, desk: Desk<'_>) -> Wording {
    let title = title(read);
    let body = read.needed_prose("body", LONGEST_BODY);
    let summary = read.prose_within("summary", LONGEST_SUMMARY);
    Wording { language: desk.language.written().to_owned(), title, body, summary }
}

/// The number of the area, none for the whole of the round, and the place in words.
fn place(read: &mut Reader<'_>, desk: Desk<'_>) -> (Option<AreaNumber>, Line) {
    let number = match read.raw("area") {
        EVERYWHERE => None,
        typed => {
            let number = typed.parse().ok().map(AreaNumber::new);
            let known = number.filter(|number| desk.places.area(*number).is_some());
            if known.is_none() {
                read.refuse("area", Mistake::Choose);
            }
            known
        }
    };
    (number, read.line("place"))
}

/// What is optional.
struct More {
    topic: Option<TopicId>,
    voice: Voice,
    display_name: Line,
    email: Option<crate::domain::email::Email>,
    cost_guess: Option<crate::domain::money::Money>,
    offer: Option<Offer>,
}

fn more(read: &mut Reader<'_>, desk: Desk<'_>) -> More {
    let topic = read.raw("topic").parse().ok().map(TopicId::new).filter(|topic| desk.places.has_topic(*topic));
    let voice = Voice::parse(read.raw("voice")).unwrap_or(Voice::Myself);
    let display_name = read.line("display_name");
    let email = read.email("email");
    let typed = read.raw("cost");
    let cost_guess = match read_money(typed, desk.currency) {
        _ if typed.trim().is_empty() => None,
        Ok(money) => Some(money),
        Err(_) => {
            read.refuse("cost", Mistake::Money);
            None
        }
    };
    let kind = OfferKind::parse(read.raw("offer_kind"));
    let body = read.prose_within("offer_body", LONGEST_OFFER);
    let by_group = read.tick("offer_group");
    let offer = match (kind, body.is_empty()) {
        (Some(kind), false) => Some(Offer { kind, body, by_group }),
        (Some(_), true) => {
            read.refuse("offer_body", Mistake::Missing);
            None
        }
        (None, false) => {
            read.refuse("offer_kind", Mistake::Choose);
            None
        }
        (None, true) => None,
    };
    More { topic, voice, display_name, email, cost_guess, offer }
}
