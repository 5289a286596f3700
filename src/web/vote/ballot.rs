//! Showing the ballot: empty, or again with the choices that were made on it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::again::{Again, Step};
use super::areas::vote_ballot;
use super::conflict::conflict;
use super::door::{Arrival, focus, shut, until};
use super::form::VoteForm;
use super::load::{BallotRead, Standing};
use super::order::VoterOrder;
use super::sent::{Filled, Sent};
use super::view::{ConflictReason, VoteAlready};
use crate::domain::ballot::BallotProblem;
use crate::domain::slug::Slug;
use crate::web::error::WebError;
use crate::web::round::load::Reader;
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Visitor, Voter};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Set by whoever wants to replace a ballot that was cast.
    again: Option<String>,
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    voter: Voter,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let found = site.public_round(&visitor, &slug).await?;
    if let Some(answer) = shut(&site, &visitor, &found, Arrival::Looking)? {
        return Ok(answer);
    }
    let row = voter.in_round(found.round.id)?.clone();
    let read = site.read_ballot(found, row, Reader::of(&visitor)).await?;
    match read.standing() {
        Standing::Cast if asked.again.is_none() => already(&site, &visitor, &read),
        Standing::Cast | Standing::NotCast | Standing::PaperFinal => {
            with_choices(&site, &visitor, &read, &Sent::default(), None)
        }
    }
}

pub(super) async fn show_again(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    form: VoteForm,
) -> Result<HttpResponse, WebError> {
    let again = Again::new(Step::Ballot, &slug, &form);
    let answer = take_up(&site, &visitor, &slug, form).await;
    again.if_we_failed(&request, &site, &visitor, answer)
}

async fn take_up(site: &Site, visitor: &Visitor, slug: &Slug, form: VoteForm) -> Result<HttpResponse, WebError> {
    let found = site.public_round(visitor, slug).await?;
    if let Some(answer) = shut(site, visitor, &found, Arrival::WithChoices)? {
        return Ok(answer);
    }
    let (row, sent) = match form.of_the_voter(site, visitor, &found).await? {
        Ok(theirs) => theirs,
        Err(answer) => return Ok(answer),
    };
    let read = site.read_ballot(found, row, Reader::of(visitor)).await?;
    with_choices(site, visitor, &read, &sent, None)
}

/// The ballot with what was chosen. `csrf` is the token of a session that begins with this answer.
pub(super) fn with_choices(
    site: &Site,
    visitor: &Visitor,
    read: &BallotRead,
    sent: &Sent,
    csrf: Option<String>,
) -> Result<HttpResponse, WebError> {
    let in_the_way = match read.standing() {
        Standing::PaperFinal => Some(ConflictReason::PaperIsFinal),
        Standing::Cast if read.cast_number().next().is_none() => Some(ConflictReason::TooManyCasts),
        Standing::Cast | Standing::NotCast => None,
    };
    if let Some(reason) = in_the_way {
        return conflict(site, visitor, &read.found, reason, &Sent::default());
    }
    page(site, visitor, read, &sent.filled(), (StatusCode::OK, &[]), csrf)
}

/// The ballot with all that is wrong with it.
pub(super) fn with_problems(
    site: &Site,
    visitor: &Visitor,
    read: &BallotRead,
    filled: &Filled,
    problems: &[BallotProblem],
) -> Result<HttpResponse, WebError> {
    page(site, visitor, read, filled, (StatusCode::UNPROCESSABLE_ENTITY, problems), None)
}

fn page(
    site: &Site,
    visitor: &Visitor,
    read: &BallotRead,
    filled: &Filled,
    (status, problems): (StatusCode, &[BallotProblem]),
    csrf: Option<String>,
) -> Result<HttpResponse, WebError> {
    let round = &read.found.round;
    let address = |language| routes::another_ballot(language, &round.slug);
    let mut page = site.page_at(visitor, focus(visitor.language, &round.slug), address)?;
    page.csrf = csrf.or(page.csrf);
    let page = page.taking_along("ballot", |language| routes::ballot(language, &round.slug));
    let order = VoterOrder::new(site.app.keys.installation(), read.row.person);
    let view = vote_ballot(read, &order, filled, problems, site.words(visitor));
    site.answer_with(status, visitor, &page, &view)
}

fn already(site: &Site, visitor: &Visitor, read: &BallotRead) -> Result<HttpResponse, WebError> {
    let (round, language) = (&read.found.round, visitor.language);
    let page = site.page(visitor, focus(language, &round.slug))?;
    let view = VoteAlready {
        round_title: read.found.text.title.clone(),
        until: until(round, site.words(visitor)).filter(|_| read.cast_number().next().is_some()),
        replace_url: read.cast_number().next().map(|_| routes::another_ballot(language, &round.slug)),
        leave_url: routes::leave(language, &round.slug),
    };
    site.answer(visitor, &page, &view)
}
