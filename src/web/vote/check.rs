//! Showing the choices once more, with the marks that let them be cast once.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::again::{Again, Step};
use super::cast::has_gone_in;
use super::door::{Arrival, focus, shut, until};
use super::form::VoteForm;
use super::load::{BallotRead, Offer};
use super::review::{Reviewed, review};
use super::sent::fields_of;
use super::view::{AbsentArea, CheckedArea, CheckedChoice, VoteCheck};
use crate::domain::ballot::{AreaChoices, Choice, ValidBallot};
use crate::domain::hex;
use crate::domain::round::{Area, Project};
use crate::domain::slug::Slug;
use crate::locale::Words;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::parts::printed_number;
use crate::web::round::load::Reader;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn check(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    form: VoteForm,
) -> Result<HttpResponse, WebError> {
    let again = Again::new(Step::Check, &slug, &form);
    let answer = look(&site, &visitor, &slug, form).await;
    again.if_we_failed(&request, &site, &visitor, answer)
}

async fn look(site: &Site, visitor: &Visitor, slug: &Slug, form: VoteForm) -> Result<HttpResponse, WebError> {
    // "Not cast yet" would be false of a cast that went in unseen.
    if form.is_unsure() && has_gone_in(site, visitor, slug, form.marks()).await? {
        return Ok(see_other(&routes::receipt(visitor.language, slug)));
    }
    let found = site.public_round(visitor, slug).await?;
    if let Some(answer) = shut(site, visitor, &found, Arrival::WithChoices)? {
        return Ok(answer);
    }
    match review(site, visitor, found, form).await? {
        Reviewed::Ready(offer, valid, _) => page(site, visitor, *offer, &valid, StatusCode::OK).await,
        Reviewed::Answered(answer) => Ok(answer),
    }
}

/// The check page for a ballot that keeps the rules.
pub(super) async fn page(
    site: &Site,
    visitor: &Visitor,
    offer: Offer,
    valid: &ValidBallot,
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    let read = site.read_words(offer, Reader::of(visitor)).await?;
    let round = &read.found.round;
    let address = |language| routes::ballot(language, &round.slug);
    let page = site.page_at(visitor, focus(visitor.language, &round.slug), address)?;
    let page = page.taking_along("cast", |language| routes::check(language, &round.slug));
    site.answer_with(status, visitor, &page, &vote_check(&read, valid, site.words(visitor))?)
}

fn vote_check(read: &BallotRead, valid: &ValidBallot, words: Words<'_>) -> Result<VoteCheck, RandomnessError> {
    let (round, language) = (&read.found.round, words.language());
    let in_ballot = |area: &Area| valid.areas().iter().find(|chosen| chosen.area == area.number);
    let checked = read.areas().iter().filter_map(|area| Some((area, in_ballot(area)?)));
    let absent = read.areas().iter().filter(|area| in_ballot(area).is_none());
    Ok(VoteCheck {
        round_title: read.found.text.title.clone(),
        until: until(round, words),
        format: round.format.into(),
        areas: checked.map(|(area, chosen)| checked_area(read, area, chosen, words)).collect(),
        absent: absent.map(|area| AbsentArea { number: area.number.value(), name: read.area_name(area) }).collect(),
        fields: fields_of(valid),
        ballot_version: round.ballot_version.to_string(),
        cast_key: hex::encode(&draw::<16>()?),
        cast_number: read.cast_number().value(),
        client_nonce: hex::encode(&draw::<16>()?),
        cast_url: routes::cast(language, &round.slug),
        ballot_url: routes::ballot(language, &round.slug),
    })
}

fn checked_area(read: &BallotRead, area: &Area, chosen: &AreaChoices, words: Words<'_>) -> CheckedArea {
    let projects = read.projects_of(area);
    let given = chosen.choices.iter().fold(0_i64, |sum, choice| sum.saturating_add(i64::from(choice.value)));
    let find = |choice: &Choice| projects.iter().find(|project| project.number == choice.project);
    CheckedArea {
        number: area.number.value(),
        name: read.area_name(area),
        given,
        left: i64::from(read.found.round.format.max_sum()).saturating_sub(given),
        choices: chosen
            .choices
            .iter()
            .filter_map(|choice| Some(checked_choice(read, find(choice)?, choice, words)))
            .collect(),
    }
}

/// The most dots that can be counted at a glance.
const DOTS: usize = 10;

fn checked_choice(read: &BallotRead, project: &Project, choice: &Choice, words: Words<'_>) -> CheckedChoice {
    let value = u32::try_from(choice.value).unwrap_or_default();
    let dots = usize::try_from(value).ok().filter(|dots| *dots <= DOTS).unwrap_or_default();
    CheckedChoice {
        number: project.number.value(),
        printed: printed_number(project.number),
        title: read.project_text(project).title,
        cost: project.cost.map(|cost| words.money(cost, &read.found.round.currency)),
        value,
        dots: "●".repeat(dots),
    }
}
