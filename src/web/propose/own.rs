//! Coming back with a change code: to a draft, which goes on, or to a proposal, which can be taken back. What an author
//! answers the office and has against its verdict stands in `review`.

mod review;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::code::{ChangeCode, forgotten, with_cookie};
use super::steps::actor;
use super::view::{OwnProposal, OwnState};
use crate::actions::proposal::{ProposalError, withdraw_proposal};
use crate::domain::letter_code::LetterCode;
use crate::domain::proposal::ProposalState;
use crate::domain::slug::Slug;
use crate::store::proposal_drafts::find_draft;
use crate::store::proposals::{Proposal, find_proposal_by_code};
use crate::store::rounds::find_round;
use crate::store::{Conn, StoreError};
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::form::CheckedPairs;
use crate::web::frame::Menu;
use crate::web::limits::Limit;
use crate::web::proposals::words::rule as rule_in_words;
use crate::web::routes;
use crate::web::settings::form::Fields;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Wrong codes from one place within an hour.
const WRONG_FROM_PLACE: i64 = 30;
/// Longer than any code with all its blanks and dashes; more is not sent back.
const LONGEST: usize = 100;

/// What lies under a code.
enum Behind {
    Draft(Slug),
    Proposal(Slug, Box<Proposal>),
    Nothing,
}

async fn behind(site: &Site, visitor: &Visitor, code: &ChangeCode) -> Result<Behind, WebError> {
    let (mac, now) = (code.mac, visitor.now);
    let read = move |conn: &mut Conn| {
        if let Some(proposal) = find_proposal_by_code(conn, &mac)? {
            let round = find_round(conn, proposal.round)?.ok_or(StoreError::NotFound)?;
            return Ok(Behind::Proposal(round.slug, Box::new(proposal)));
        }
        let Some(draft) = find_draft(conn, &mac, now)? else { return Ok(Behind::Nothing) };
        let round = find_round(conn, draft.round)?.ok_or(StoreError::NotFound)?;
        Ok::<_, StoreError>(Behind::Draft(round.slug))
    };
    Ok(site.app.db.read(read).await?)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
) -> Result<HttpResponse, WebError> {
    let Some(code) = ChangeCode::of(&site, &visitor, &request) else { return ask(&site, &visitor, "", None) };
    match behind(&site, &visitor, &code).await? {
        Behind::Proposal(slug, proposal) => {
            let said = review::Said::nothing(request.query_string());
            own(&site, &visitor, (&slug, &proposal), &said).await
        }
        Behind::Draft(slug) => Ok(see_other(&routes::propose_draft(visitor.language, &slug))),
        Behind::Nothing => ask(&site, &visitor, "", None),
    }
}

pub(super) async fn act(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let field = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    match field("act") {
        "withdraw" => withdraw(&request, &site, &visitor).await,
        "answer" | "object" => review::speak(&request, &site, &visitor, Fields::typed(pairs)).await,
        "leave" => with_cookie(see_other(&routes::home(visitor.language)), &forgotten(&site)),
        _ => enter(&site, &visitor, field("code")).await,
    }
}

async fn enter(site: &Site, visitor: &Visitor, typed: &str) -> Result<HttpResponse, WebError> {
    let Ok(code) = LetterCode::parse(typed) else {
        return ask(site, visitor, typed, Some("propose-code-mistyped"));
    };
    let wrong = Limit::hourly(format!("change-codes {}", visitor.address.limit_key()), WRONG_FROM_PLACE);
    site.take_limits([wrong.clone()].into()).await?;
    let code = ChangeCode::new(site, code);
    let leads_to = match behind(site, visitor, &code).await? {
        Behind::Nothing => return ask(site, visitor, typed, Some("propose-code-unknown")),
        Behind::Draft(slug) => routes::propose_draft(visitor.language, &slug),
        Behind::Proposal(..) => routes::own_proposal(visitor.language),
    };
    site.give_back_limits([wrong].into()).await?;
    with_cookie(see_other(&leads_to), &code.cookie(site, visitor))
}

async fn withdraw(request: &HttpRequest, site: &Site, visitor: &Visitor) -> Result<HttpResponse, WebError> {
    let here = routes::own_proposal(visitor.language);
    let Some(code) = ChangeCode::of(site, visitor, request) else { return Ok(see_other(&here)) };
    match withdraw_proposal(&site.app.db, actor(visitor), code.mac).await {
        // What became of it says the page itself; what it said must not come from the pages that are kept for strangers.
        Ok(()) | Err(ProposalError::Standing(_) | ProposalError::Store(StoreError::NotFound)) => {
            site.shared_pages.forget();
            Ok(see_other(&here))
        }
        Err(error) => Err(error.into()),
    }
}

/// The form that asks for a code.
fn ask(site: &Site, visitor: &Visitor, typed: &str, problem: Option<&str>) -> Result<HttpResponse, WebError> {
    let words = site.words(visitor);
    let state = OwnState::Ask {
        typed: typed.chars().take(LONGEST).collect(),
        problem: problem.map(|key| words.text(key, &[])),
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    answer(site, visitor, status, state)
}

async fn own(
    site: &Site,
    visitor: &Visitor,
    (slug, proposal): (&Slug, &Proposal),
    said: &review::Said,
) -> Result<HttpResponse, WebError> {
    let (words, review) = (site.words(visitor), review::load(site, visitor, proposal, said).await?);
    let state = OwnState::Proposal {
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        standing: proposal.state.as_str(),
        review: review.map(Box::new),
        sent: words.moment(proposal.submitted_at),
        hidden_rule: proposal.hidden.as_ref().map(|(rule, _)| rule_in_words(*rule, words)),
        hidden_reason: proposal.hidden.as_ref().map(|(_, reason)| reason.clone()),
        name_rule: proposal.name_hidden.as_ref().map(|(rule, _)| rule_in_words(*rule, words)),
        name_reason: proposal.name_hidden.as_ref().map(|(_, reason)| reason.clone()),
        may_withdraw: matches!(proposal.state, ProposalState::Unchecked | ProposalState::Received),
        public_url: routes::proposal(visitor.language, slug, proposal.number),
    };
    answer(site, visitor, said.status(), state)
}

fn answer(site: &Site, visitor: &Visitor, status: StatusCode, state: OwnState) -> Result<HttpResponse, WebError> {
    let page = site.page_at(visitor, Menu::Public(Vec::new()), routes::own_proposal)?;
    let view = OwnProposal { url: routes::own_proposal(visitor.language), state };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
