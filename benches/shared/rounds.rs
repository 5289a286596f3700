//! Rounds of any size, with the demo's texts: pages must weigh what real ones do.

use allmende::actions::round::RoundContent;
use allmende::domain::ids::ProjectNumber;
use allmende::domain::money::Money;
use allmende::domain::round::{AreaLimit, Origin};
use allmende::domain::schedule::{Span, Window};
use allmende::domain::time::Instant;
use allmende::store::texts::{ProjectText, Written};
use chrono::TimeDelta;
use serde::Deserialize;

use super::Fault;
use super::made_up::{area, content};
use super::options::Size;

const TEXTS: &str = include_str!("../../assets/demo/projects/lindenau-2027.toml");

#[derive(Deserialize)]
struct Texts {
    projects: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    topic: String,
    place: String,
    title_de: String,
    title_en: String,
    summary_de: String,
    summary_en: String,
    description_de: String,
    description_en: String,
}

impl Size {
    /// The numbers of the projects on an area's list; areas count from 1, and the last one has what is left over.
    pub(crate) fn list(self, area: u32) -> std::ops::RangeInclusive<u32> {
        let each = self.projects / self.areas;
        let before = area.saturating_sub(1).saturating_mul(each);
        let last = if area == self.areas { self.projects } else { before.saturating_add(each) };
        before.saturating_add(1)..=last
    }
}

/// A round in the midst of its voting: in the last area all people vote, in the others those who live there.
pub(crate) fn round(slug: &str, size: Size, origin: Origin, now: Instant) -> Result<RoundContent, Fault> {
    let texts: Texts = toml::from_str(TEXTS)?;
    let voting =
        Span { opens_at: Some(now.plus(TimeDelta::hours(-1))), closes_at: Some(now.plus(TimeDelta::days(14))) };
    let mut areas = Vec::new();
    for number in 1..=size.areas {
        let mut area = area(number, size.list(number));
        area.for_everyone = number == size.areas;
        let costs = Money::checked_sum(area.projects.iter().filter_map(|project| project.cost)).ok_or("too dear")?;
        area.limit = AreaLimit::Ceiling(Money::from_minor(costs.minor() / 2));
        for project in &mut area.projects {
            let text = texts.of(project.number).ok_or("the demo has no projects")?;
            project.topic = Some(text.topic.clone());
            project.texts = text.in_both_languages();
        }
        areas.push(area);
    }
    Ok(content(slug, origin, vec![(Window::Voting, voting)], areas))
}

impl Texts {
    fn of(&self, project: ProjectNumber) -> Option<&Text> {
        let place = usize::try_from(project.value()).ok()?.checked_rem(self.projects.len())?;
        self.projects.get(place)
    }
}

impl Text {
    fn in_both_languages(&self) -> Vec<Written<ProjectText>> {
        let written = |language: &str, [title, summary, description]: [&String; 3]| Written {
            language: language.to_owned(),
            text: ProjectText {
                title: title.clone(),
                summary: summary.clone(),
                description: description.clone(),
                place: self.place.clone(),
            },
        };
        vec![
            written("de", [&self.title_de, &self.summary_de, &self.description_de]),
            written("en", [&self.title_en, &self.summary_en, &self.description_en]),
        ]
    }
}
