//! The page of a step: its fields with their words, what was typed, what is wrong.

use super::fields::{Desk, EVERYWHERE, Step, Typed};
use super::view::{ProposeStep, Saved};
use crate::domain::ids::{AreaNumber, TopicId};
use crate::domain::organisation::ByLanguage;
use crate::domain::proposal::{LONGEST_BODY, OfferKind, Voice};
use crate::domain::round::Area;
use crate::domain::schedule::Window;
use crate::domain::set_up::Topic;
use crate::domain::slug::Slug;
use crate::locale::{Language, Words};
use crate::store::topics::list_round_topics;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::parts::Problem;
use crate::web::round::load::{Areas, PublicRound, Reader, find_areas, find_public_round};
use crate::web::routes;
use crate::web::settings::build::{problem_of, problems};
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldOption, FieldView};

/// Where something can be proposed, and about what.
#[derive(Debug, Clone)]
pub(in crate::web) struct Places {
    areas: Areas,
    topics: Vec<Topic>,
}

impl Places {
    pub(in crate::web) fn area(&self, number: AreaNumber) -> Option<&Area> {
        self.areas.find(number)
    }

    pub(in crate::web) fn has_topic(&self, topic: TopicId) -> bool {
        self.topics.iter().any(|known| known.id == topic)
    }

    /// The name of the area that was chosen.
    pub(in crate::web) fn area_name(&self, typed: &str, words: &Words<'_>) -> Option<String> {
        if typed == EVERYWHERE {
            return Some(words.text("propose-everywhere", &[]));
        }
        let area = self.area(AreaNumber::new(typed.parse().ok()?))?;
        Some(self.areas.name(area.id).to_owned())
    }

    /// The name of the topic that was chosen.
    pub(in crate::web) fn topic_name(&self, typed: &str, language: Language) -> Option<String> {
        let id = TopicId::new(typed.parse().ok()?);
        self.topics.iter().find(|topic| topic.id == id).map(|topic| name_in(&topic.names, language))
    }
}

/// A name in a language, or in another one.
fn name_in(names: &ByLanguage<String>, language: Language) -> String {
    let own = names.get(language.written()).filter(|name| !name.is_empty());
    own.or_else(|| names.values().next()).cloned().unwrap_or_default()
}

/// A round with all that a step needs.
#[derive(Debug, Clone)]
pub(in crate::web) struct Here {
    pub(in crate::web) found: PublicRound,
    pub(in crate::web) places: Places,
}

impl Here {
    pub(in crate::web) fn find(conn: &mut Conn, slug: &Slug, reader: Reader) -> Result<Self, WebError> {
        let found = find_public_round(conn, slug, reader)?;
        let places = read_places(conn, &found, reader)?;
        Ok(Self { found, places })
    }

    pub(in crate::web) fn desk(&self, language: Language) -> Desk<'_> {
        Desk { places: &self.places, currency: &self.found.round.currency, language }
    }

    /// When proposals are no longer taken, in words.
    pub(in crate::web) fn until(&self, words: &Words<'_>) -> Option<String> {
        let span = self.found.round.schedule.span(Window::Collecting)?;
        span.closes_at.map(|closes| words.until(closes))
    }
}

fn read_places(conn: &mut Conn, found: &PublicRound, reader: Reader) -> Result<Places, StoreError> {
    let (areas, topics) = (find_areas(conn, &found.round, reader)?, list_round_topics(conn, found.round.id)?);
    Ok(Places { areas, topics })
}

/// The address of a step.
pub(in crate::web) fn url_of(step: Step, language: Language, slug: &Slug) -> String {
    match step {
        Step::What => routes::propose(language, slug),
        Step::Where => routes::propose_where(language, slug),
        Step::More => routes::propose_more(language, slug),
    }
}

/// The lines of the summary of all problems; each says of which field, for several have the same words.
pub(in crate::web) fn named_problems(mistakes: &Mistakes, fields: &[FieldView], words: &Words<'_>) -> Vec<Problem> {
    let told = |problem: Problem| {
        let field = fields.iter().find(|field| Some(&field.name) == problem.anchor.as_ref());
        let label = field.map(|field| field.label.clone()).unwrap_or_default();
        let args = [("field", label.into()), ("problem", problem.text.into())];
        Problem { text: words.text("propose-problem-at", &args), anchor: problem.anchor }
    };
    problems(mistakes, words).into_iter().map(told).collect()
}

/// What a step's page is made of.
pub(in crate::web) struct Sheet<'a> {
    pub(in crate::web) here: &'a Here,
    pub(in crate::web) words: Words<'a>,
    pub(in crate::web) step: Step,
    pub(in crate::web) typed: &'a Typed,
    pub(in crate::web) mistakes: Mistakes,
    /// Where *Continue* leads back to, when it was the check page that led here.
    pub(in crate::web) to_check: bool,
    pub(in crate::web) saved: Option<Saved>,
}

impl Sheet<'_> {
    pub(in crate::web) fn page(&self) -> ProposeStep {
        let (language, slug) = (self.words.language(), &self.here.found.round.slug);
        let (number, key, back_url) = match self.step {
            Step::What => (1, "what", routes::round(language, slug)),
            Step::Where => (2, "where", routes::propose(language, slug)),
            Step::More => (3, "more", routes::propose_where(language, slug)),
        };
        let fields = self.fields();
        ProposeStep {
            title: self.words.text(&format!("propose-title-{key}"), &[]),
            lead: self.words.text(&format!("propose-lead-{key}"), &[]),
            round: self.here.found.text.title.clone(),
            number,
            url: url_of(self.step, language, slug),
            back_url: if self.to_check { routes::propose_check(language, slug) } else { back_url },
            paper_url: (self.step == Step::What).then(|| routes::proposal_form(language, slug)),
            to_check: self.to_check,
            problems: named_problems(&self.mistakes, &fields, &self.words),
            fields,
            until: self.here.until(&self.words),
            saved: self.saved.clone(),
        }
    }

    /// The fields of the step.
    pub(in crate::web) fn fields(&self) -> Vec<FieldView> {
        let fields = self.typed.fields();
        match self.step {
            Step::What => self.what(&fields),
            Step::Where => self.place(&fields),
            Step::More => self.more(&fields),
        }
    }

    fn say(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    fn field(&self, fields: &Fields, name: &str, kind: &'static str) -> FieldView {
        let key = name.replace('_', "-");
        FieldView {
            name: name.to_owned(),
            label: self.words.text(&format!("propose-field-{key}"), &[]),
            hint: if kind == "tick" { String::new() } else { self.words.text(&format!("propose-hint-{key}"), &[]) },
            kind,
            value: fields.get(name).to_owned(),
            ticked: fields.has(name),
            problem: problem_of(&self.mistakes, name, &self.words),
            ..FieldView::default()
        }
    }

    fn what(&self, fields: &Fields) -> Vec<FieldView> {
        let written = fields.get("body").chars().count();
        let number = |count: usize| self.words.number(i64::try_from(count).unwrap_or(i64::MAX));
        let body = self.field(fields, "body", "prose");
        let counted = if written == 0 {
            body.hint.clone()
        } else {
            let args = [("written", number(written).into()), ("most", number(LONGEST_BODY).into())];
            format!("{} {}", body.hint, self.words.text("propose-written", &args))
        };
        vec![
            self.field(fields, "title", "line"),
            FieldView { hint: counted, ..body },
            self.field(fields, "summary", "prose"),
        ]
    }

    fn place(&self, fields: &Fields) -> Vec<FieldView> {
        let areas = self.here.places.areas.all.iter().map(|area| {
            let value = area.number.to_string();
            let name = self.here.places.areas.name(area.id).to_owned();
            FieldOption { chosen: fields.get("area") == value, value, label: name }
        });
        let everywhere = FieldOption {
            value: EVERYWHERE.to_owned(),
            label: self.say("propose-everywhere"),
            chosen: fields.get("area") == EVERYWHERE,
        };
        let options = areas.chain([everywhere]).collect();
        vec![FieldView { options, ..self.field(fields, "area", "radio") }, self.field(fields, "place", "line")]
    }

    fn more(&self, fields: &Fields) -> Vec<FieldView> {
        let chosen = |name: &str, value: &str| fields.get(name) == value;
        let option = |name: &str, value: &str, label: String| FieldOption {
            chosen: chosen(name, value),
            value: value.to_owned(),
            label,
        };
        let topics = self
            .here
            .places
            .topics
            .iter()
            .map(|topic| option("topic", &topic.id.to_string(), name_in(&topic.names, self.words.language())));
        let none = |name: &str, key: &str| option(name, "", self.say(key));
        let topics: Vec<FieldOption> = [none("topic", "propose-no-topic")].into_iter().chain(topics).collect();
        let mut voices: Vec<FieldOption> = Voice::ALL
            .iter()
            .map(|voice| {
                option("voice", voice.as_str(), self.words.text(&format!("propose-voice-{}", voice.as_str()), &[]))
            })
            .collect();
        if !voices.iter().any(|voice| voice.chosen) {
            voices.iter_mut().take(1).for_each(|voice| voice.chosen = true);
        }
        let kinds = OfferKind::ALL.iter().map(|kind| {
            option("offer_kind", kind.as_str(), self.words.text(&format!("propose-offer-{}", kind.as_str()), &[]))
        });
        let kinds = [none("offer_kind", "propose-no-offer")].into_iter().chain(kinds).collect();
        let topic = FieldView { options: topics, ..self.field(fields, "topic", "choice") };
        [
            (!self.here.places.topics.is_empty()).then_some(topic),
            Some(FieldView { options: voices, ..self.field(fields, "voice", "radio") }),
            Some(self.field(fields, "display_name", "line")),
            Some(self.field(fields, "email", "email")),
            Some(self.field(fields, "cost", "number")),
            Some(FieldView { options: kinds, ..self.field(fields, "offer_kind", "choice") }),
            Some(self.field(fields, "offer_body", "prose")),
            Some(self.field(fields, "offer_group", "tick")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
