//! The shortlist, freezing it, and what is done with a proposal on it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::build::{Sent, candidate_show, part, shortlist_list};
use super::load::{load_list, load_one};
use crate::actions::shortlist::{
    ShortlistError, exclude_proposal, freeze_shortlist, include_proposal, override_threshold, place_proposal,
    reopen_shortlist,
};
use crate::domain::ids::{AreaNumber, ProposalNumber};
use crate::domain::reason::PublicReason;
use crate::domain::slug::Slug;
use crate::store::shortlist::CandidatesOf;
use crate::web::answer::see_other;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::set_up::reason_mistake;
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

type Answer = Result<HttpResponse, WebError>;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    page: Option<String>,
    done: Option<String>,
}

/// What can have been done before the list is shown.
const DONE: [&str; 5] = ["frozen", "reopened", "excluded", "included", "placed"];

pub(super) async fn list(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let shows = part(asked.show.as_deref().unwrap_or_default());
    let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let done = DONE.into_iter().find(|act| asked.done.as_deref() == Some(act));
    let sent = Sent { fields: &Fields::default(), mistakes: &Mistakes::new(), refused: None, done };
    answer_list(&site, (&visitor, &office), (slug, shows, page), (StatusCode::OK, &sent)).await
}

/// Freezes the shortlist, or opens it again.
pub(super) async fn freeze(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let fields = Fields::typed(pairs);
    let of_ballot = (slug.clone(), CandidatesOf::Ballot, 1);
    let listed = load_list(&site, &visitor, &office, of_ballot.clone()).await?;
    let (db, actor, round) = (&site.app.db, office.actor(), listed.here.round.id);
    let (done, result) = match fields.get("act") {
        "freeze" => ("frozen", freeze_shortlist(db, &site.app.catalogue, actor, round).await),
        "reopen" => match reason(&fields) {
            Ok(reason) => ("reopened", reopen_shortlist(db, actor, round, reason).await),
            Err(mistakes) => {
                let sent = Sent { fields: &fields, mistakes: &mistakes, refused: None, done: None };
                let status = (StatusCode::UNPROCESSABLE_ENTITY, &sent);
                return answer_list(&site, (&visitor, &office), of_ballot, status).await;
            }
        },
        _ => return Err(WebError::told(Code::MalformedRequest)),
    };
    match result {
        Ok(()) => {
            site.shared_pages.forget();
            Ok(see_other(&format!("{}?done={done}", routes::office_shortlist(visitor.language, &slug))))
        }
        Err(error) => {
            let refused = refused(&error).ok_or(error)?;
            let sent = Sent { fields: &fields, mistakes: &Mistakes::new(), refused: Some(refused), done: None };
            answer_list(&site, (&visitor, &office), of_ballot, (StatusCode::CONFLICT, &sent)).await
        }
    }
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let sent = Sent { fields: &Fields::default(), mistakes: &Mistakes::new(), refused: None, done: None };
    answer_one(&site, (&visitor, &office), (slug, number), (StatusCode::OK, &sent)).await
}

/// Leaves a proposal out, takes it in again, or chooses its area.
pub(super) async fn change(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let fields = Fields::typed(pairs);
    let (here, _) = load_one(&site, &visitor, &office, (slug.clone(), number)).await?;
    let (db, actor) = (&site.app.db, office.actor());
    let result = match fields.get("act") {
        "exclude" => match reason(&fields) {
            Ok(reason) => Ok(("excluded", exclude_proposal(db, actor, number, reason).await)),
            Err(mistakes) => Err(mistakes),
        },
        "override" => match reason(&fields) {
            Ok(reason) => Ok(("included", override_threshold(db, actor, number, reason).await)),
            Err(mistakes) => Err(mistakes),
        },
        "include" => Ok(("included", include_proposal(db, actor, number).await)),
        "place" => {
            let wanted = fields.get("area").parse().ok().map(AreaNumber::new);
            match wanted.and_then(|number| here.areas.find(number)) {
                Some(area) => Ok(("placed", place_proposal(db, actor, number, area.id).await)),
                None => Err(vec![("area".to_owned(), Mistake::Choose)]),
            }
        }
        _ => return Err(WebError::told(Code::MalformedRequest)),
    };
    match result {
        Ok((done, Ok(()))) => {
            site.shared_pages.forget();
            Ok(see_other(&format!("{}?done={done}", routes::office_shortlist(visitor.language, &slug))))
        }
        Ok((_, Err(error))) => {
            let refused = refused(&error).ok_or(error)?;
            let sent = Sent { fields: &fields, mistakes: &Mistakes::new(), refused: Some(refused), done: None };
            answer_one(&site, (&visitor, &office), (slug, number), (StatusCode::CONFLICT, &sent)).await
        }
        Err(mistakes) => {
            let sent = Sent { fields: &fields, mistakes: &mistakes, refused: None, done: None };
            answer_one(&site, (&visitor, &office), (slug, number), (StatusCode::UNPROCESSABLE_ENTITY, &sent)).await
        }
    }
}

fn reason(fields: &Fields) -> Result<PublicReason, Mistakes> {
    let typed = fields.get("reason");
    PublicReason::parse(typed).map_err(|error| vec![("reason".to_owned(), reason_mistake(typed, error))])
}

/// The end of the key that says why it was not done, where the page goes on; none where another page answers.
const fn refused(error: &ShortlistError) -> Option<&'static str> {
    match error {
        ShortlistError::NoCandidate => Some("no-candidate"),
        ShortlistError::Frozen => Some("frozen"),
        ShortlistError::NotFrozen => Some("not-frozen"),
        ShortlistError::VotingBegan => Some("voting"),
        ShortlistError::GivenProjects => Some("given"),
        ShortlistError::WithoutArea(_) => Some("without-area"),
        ShortlistError::WithoutCost(_) => Some("without-cost"),
        ShortlistError::Empty => Some("empty"),
        ShortlistError::AreaGone => Some("area"),
        ShortlistError::Forbidden(_) | ShortlistError::Randomness(_) | ShortlistError::Store(_) => None,
    }
}

async fn answer_list(
    site: &Site,
    (visitor, office): (&Visitor, &Office),
    (slug, shows, page): (Slug, CandidatesOf, usize),
    (status, sent): (StatusCode, &Sent<'_>),
) -> Answer {
    let listed = load_list(site, visitor, office, (slug, shows, page)).await?;
    let view = shortlist_list(&listed, shows, sent, site.words(visitor));
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}

async fn answer_one(
    site: &Site,
    (visitor, office): (&Visitor, &Office),
    (slug, number): (Slug, ProposalNumber),
    (status, sent): (StatusCode, &Sent<'_>),
) -> Answer {
    let (here, candidate) = load_one(site, visitor, office, (slug.clone(), number)).await?;
    let Some(candidate) = candidate else {
        // It went elsewhere meanwhile; what was typed stands above the list.
        if status == StatusCode::OK {
            return Err(WebError::not_found());
        }
        let sent = Sent { refused: Some("no-candidate"), ..*sent };
        let of_ballot = (slug, CandidatesOf::Ballot, 1);
        return answer_list(site, (visitor, office), of_ballot, (StatusCode::CONFLICT, &sent)).await;
    };
    let view = candidate_show((&here, &candidate), sent, site.words(visitor));
    site.answer_with(status, visitor, &site.page(visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}
