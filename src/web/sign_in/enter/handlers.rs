//! The entry of a workplace. Its address leads to people's work, so the page is kept nowhere and never shared.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::attempts;
use super::problem::Problem;
use super::view::{EnterClosed, EnterMissing, EnterShow, EnterState};
use crate::actions::account::{EnterByCodeError, enter_by_code};
use crate::domain::entry_key::EntryKey;
use crate::domain::ids::AccountId;
use crate::domain::letter_code::LetterCode;
use crate::store::way_in::WayIn;
use crate::store::workplaces::{Workplace, find_workplace_by_key};
use crate::web::answer::{kept_nowhere, with_retry_after};
use crate::web::error::{Code, WebError, status};
use crate::web::form::CheckedPairs;
use crate::web::frame::Menu;
use crate::web::kept::KeptForm;
use crate::web::limits::{Limit, taken_again_at};
use crate::web::routes;
use crate::web::session::{CountDown, Place, remember_workplace, was_last_here};
use crate::web::sign_in::arrive::{Arrival, arrive, hidden};
use crate::web::sign_in::attempts::Browser;
use crate::web::sign_in::handlers::SIGN_OUT;
use crate::web::sign_in::next;
use crate::web::sign_in::typed::{Again, Typed};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// Longer than any code with all its blanks and dashes; more is not sent back.
const LONGEST: usize = 100;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Set by signing out, and by pages whose session is over.
    after: Option<String>,
    next: Option<String>,
}

/// What stands at the address.
enum Found {
    Open(Workplace),
    Closed(Workplace),
    Nothing,
}

async fn find(request: &HttpRequest, site: &Site) -> Result<Found, WebError> {
    let Some(key) = EntryKey::parse(request.match_info().get("key").unwrap_or_default()) else {
        return Ok(Found::Nothing);
    };
    let found = site.app.db.read(move |conn| find_workplace_by_key(conn, &key)).await?;
    Ok(match found {
        Some(workplace) if workplace.closed_at.is_none() => Found::Open(workplace),
        Some(workplace) => Found::Closed(workplace),
        None => Found::Nothing,
    })
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let workplace = match find(&request, &site).await? {
        Found::Open(workplace) => workplace,
        Found::Closed(workplace) => return closed(&site, &visitor, workplace),
        Found::Nothing => return missing(&site, &visitor),
    };
    let state = match (&visitor.member, asked.after.as_deref()) {
        (Some(member), _) => EnterState::SignedIn {
            name: member.display_name.clone(),
            go_on_url: routes::home(visitor.language),
            sign_out_url: routes::sign_out(visitor.language),
            key: workplace.key.to_string(),
        },
        (None, Some(SIGN_OUT)) => EnterState::SignedOut,
        (None, Some(_)) => EnterState::Over,
        (None, None) => EnterState::Fresh,
    };
    let next = asked.next.as_deref().and_then(|wanted| next::safe(wanted, &site.app.config.base_url));
    let again = Again { next, ..Again::default() };
    page(&site, &visitor, &workplace, StatusCode::OK, (state, String::new(), None), again)
}

/// The entry beside a form that came when the session of a shared computer was over; nothing when it is no shared computer,
/// or its workplace is closed by now.
pub(in crate::web::sign_in) async fn beside(
    site: &Site,
    visitor: &Visitor,
    key: EntryKey,
    kept: &KeptForm,
) -> Result<Option<HttpResponse>, WebError> {
    let found = site.app.db.read(move |conn| find_workplace_by_key(conn, &key)).await?;
    let Some(workplace) = found.filter(|workplace| workplace.closed_at.is_none()) else { return Ok(None) };
    let again = Again { kept: Some(kept.clone()), ..Again::default() };
    let state = (EnterState::Over, String::new(), None);
    page(site, visitor, &workplace, StatusCode::FORBIDDEN, state, again).map(Some)
}

pub(super) async fn enter(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    CheckedPairs(pairs): CheckedPairs,
) -> Result<HttpResponse, WebError> {
    let typed = Typed::read(pairs, visitor.language, &site.app.config.base_url)?;
    let code = typed.field("code")?.to_owned();
    let workplace = match find(&request, &site).await? {
        Found::Open(workplace) => workplace,
        Found::Closed(workplace) => return closed(&site, &visitor, workplace),
        Found::Nothing => return missing(&site, &visitor),
    };
    match recognise(&site, &visitor, &workplace, &code).await? {
        Ok(found) => welcome(&site, &request, &visitor, &workplace, (found, typed.again)).await,
        Err(problem) => refused(&site, &visitor, &workplace, (code, typed.again), problem),
    }
}

/// The account of a code with the way in, or what is wrong with what was typed.
async fn recognise(
    site: &Site,
    visitor: &Visitor,
    workplace: &Workplace,
    typed: &str,
) -> Result<Result<(AccountId, WayIn), Problem>, WebError> {
    if typed.trim().is_empty() {
        return Ok(Err(Problem::Empty));
    }
    let code = match LetterCode::parse(typed) {
        Ok(code) => code,
        Err(error) => return Ok(Err(Problem::Unreadable(error))),
    };
    if let Some(refused) = count(site, attempts::looked_up(visitor.address)).await? {
        return Ok(Err(refused));
    }
    let mac = site.app.keys.installation().personnel_mac(&code);
    match enter_by_code(&site.app.db, workplace.id, mac).await {
        Err(EnterByCodeError::NoAccount) => {
            let refused = count(site, attempts::wrong(visitor.address, workplace.id)).await?;
            Ok(Err(refused.unwrap_or(Problem::Unknown)))
        }
        found => Ok(Ok((found?, WayIn::Code(mac)))),
    }
}

/// Counts a code; answers with the refusal when it is one too many.
async fn count(site: &Site, limit: Limit) -> Result<Option<Problem>, WebError> {
    let again_at = taken_again_at(site.take_limits([limit].into()).await)?;
    Ok(again_at.map(|again_at| Problem::TooOften { again_at }))
}

/// Opens the session. A vote that somebody else began in this browser ends. No mail tells of a new device, not even whoever
/// has an address: shared computers are many, and a mail for each would soon be read by nobody.
async fn welcome(
    site: &Site,
    request: &HttpRequest,
    visitor: &Visitor,
    workplace: &Workplace,
    ((account, way_in), again): ((AccountId, WayIn), Again),
) -> Result<HttpResponse, WebError> {
    let arrival = Arrival {
        account,
        way_in,
        is_new: false,
        email: None,
        browser: Browser::Known,
        workplace: Some(workplace.id),
        // Whoever enters next neither reads nor sends what somebody else wrote.
        again: if was_last_here(site, request, account) { again } else { Again::default() },
    };
    let mut answer = arrive(site, request, visitor, arrival).await?;
    let vote = site.close_session(visitor, Place::Vote).await?;
    for cookie in [vote, remember_workplace(site, &workplace.key, account)] {
        answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    }
    Ok(answer)
}

fn refused(
    site: &Site,
    visitor: &Visitor,
    workplace: &Workplace,
    (typed, again): (String, Again),
    problem: Problem,
) -> Result<HttpResponse, WebError> {
    let text = Some(problem.text(site.words(visitor)));
    let Problem::TooOften { again_at } = problem else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(site, visitor, workplace, status, (EnterState::Fresh, typed, text), again);
    };
    let status = status(Code::TooManyAttempts.kind());
    let answer = page(site, visitor, workplace, status, (EnterState::Fresh, typed, text), again)?;
    Ok(with_retry_after(answer, again_at, visitor.now))
}

fn page(
    site: &Site,
    visitor: &Visitor,
    workplace: &Workplace,
    status: StatusCode,
    (state, typed, problem): (EnterState, String, Option<String>),
    again: Again,
) -> Result<HttpResponse, WebError> {
    let view = EnterShow {
        workplace: workplace.name.clone(),
        url: routes::enter(visitor.language, &workplace.key),
        code: typed.chars().take(LONGEST).collect(),
        problem,
        state,
        kept: again.kept.map(|kept| hidden(&kept.beside())).unwrap_or_default(),
        next: again.next,
        minutes: CountDown::new(visitor.now, visitor.now).minutes,
        sign_in_url: routes::sign_in(visitor.language),
    };
    let frame = site.page_at(visitor, Menu::Public(Vec::new()), |language| routes::enter(language, &workplace.key))?;
    Ok(kept_nowhere(site.answer_with(status, visitor, &frame, &view)?))
}

fn closed(site: &Site, visitor: &Visitor, workplace: Workplace) -> Result<HttpResponse, WebError> {
    let view = EnterClosed { workplace: workplace.name, home_url: routes::home(visitor.language) };
    let frame = site.page(visitor, Menu::Public(Vec::new()))?;
    Ok(kept_nowhere(site.answer_with(StatusCode::GONE, visitor, &frame, &view)?))
}

fn missing(site: &Site, visitor: &Visitor) -> Result<HttpResponse, WebError> {
    let view = EnterMissing { home_url: routes::home(visitor.language) };
    let frame = site.page(visitor, Menu::Public(Vec::new()))?;
    Ok(kept_nowhere(site.answer_with(StatusCode::NOT_FOUND, visitor, &frame, &view)?))
}
