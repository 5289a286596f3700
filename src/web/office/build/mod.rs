//! From a round as it stands to the views of the office's pages.

mod ballots;
mod overview;
mod record;
mod round;
mod tasks;

pub(super) use overview::dashboard;
pub(super) use round::round_show;
pub(super) use tasks::{job_reference, last_moment};

use super::load::Standing;
use super::view::{AreaPreview, OfficePublish, OfficeRound, PreviewRow};
use crate::actions::round::FEWEST_BALLOTS;
use crate::domain::slug::Slug;
use crate::web::result::load::{CountedArea, CountedRound};
use crate::web::result::{Pen, count_ties, figures_of, many};
use crate::web::routes;
use crate::web::visitor::Visitor;

/// The acts that the page of a round tells of, in its address.
pub(super) const EXTENDED: &str = "extended";
pub(super) const CLOSED: &str = "closed";
pub(super) const PUBLISHED: &str = "published";
/// The round is public.
pub(in crate::web) const ROUND_PUBLISHED: &str = "round";

/// The council has decided.
pub(in crate::web) const DECIDED: &str = "decided";

/// The page of a round that tells what has just been done.
pub(in crate::web) fn done_url(visitor: &Visitor, slug: &Slug, done: &str) -> String {
    format!("{}?done={done}", routes::office_round(visitor.language, slug))
}

/// The round that a page speaks of.
pub(super) fn round_of(visitor: &Visitor, standing: &Standing) -> OfficeRound {
    let slug = &standing.round.slug;
    OfficeRound {
        title: standing.title.clone(),
        url: routes::office_round(visitor.language, slug),
        public_url: standing.round.facts.round_published_at.map(|_| routes::round(visitor.language, slug)),
    }
}

/// The result before it is public; the caller adds when it was counted and its check value.
pub(super) fn preview(visitor: &Visitor, pen: Pen<'_>, standing: &Standing, counted: &CountedRound) -> OfficePublish {
    let has_file = |area: &&CountedArea| usize::try_from(area.ballots).is_ok_and(|ballots| ballots >= FEWEST_BALLOTS);
    let small = |area: &&CountedArea| !has_file(area);
    let published = counted.areas.iter().filter(has_file).map(|area| area.ballots).fold(0, i64::saturating_add);
    OfficePublish {
        round: round_of(visitor, standing),
        url: routes::office_publish(visitor.language, &standing.round.slug),
        counted: String::new(),
        check_value: String::new(),
        areas: counted.areas.iter().map(|area| area_preview(pen, area)).collect(),
        ballots: u64::try_from(published).unwrap_or(0),
        unique_ballots: 0,
        small_areas: counted.areas.iter().filter(small).map(|area| area.name.text.clone()).collect(),
        minimum: many(FEWEST_BALLOTS),
    }
}

fn area_preview(pen: Pen<'_>, area: &CountedArea) -> AreaPreview {
    let row = |id: &str| {
        let (project, text) = area.projects.iter().find(|(project, _)| project.external_id == id)?;
        let label = pen.label(project, text);
        let cost = project.cost.map(|cost| pen.money(cost.minor()));
        Some(PreviewRow { number: label.number, title: label.title, cost })
    };
    AreaPreview {
        name: area.name.text.clone(),
        figures: figures_of(pen, area),
        funded: area.allocation.chosen.iter().filter_map(|chosen| row(&chosen.id)).collect(),
        ties: many(count_ties(pen, area)),
    }
}
