//! The slip for the author: number, change code, what happens next. The code is known only to whoever has just drawn it;
//! afterwards nothing is left of it but a check value, and another one can be drawn.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::Answer;
use super::load::{Opened, load_entered};
use super::view::ProposalSlip;
use crate::actions::proposal::renew_change_code;
use crate::domain::ids::ProposalNumber;
use crate::domain::letter_code::LetterCode;
use crate::domain::proposal::ProposalState;
use crate::domain::schedule::Window;
use crate::locale::Language;
use crate::secrecy::randomness::draw;
use crate::store::proposals::find_proposal_by_code;
use crate::web::answer::kept_nowhere;
use crate::web::error::{Code, WebError};
use crate::web::form::CheckedPairs;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_entered(&site, &visitor, &office, (slug, number)).await?;
    answer(&site, &visitor, &opened, (None, false))
}

pub(super) async fn print(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    CheckedPairs(pairs): CheckedPairs,
) -> Answer {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let opened = load_entered(&site, &visitor, &office, (slug, number)).await?;
    let field = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    let code = LetterCode::parse(field("code")).map_err(|_| WebError::told(Code::MalformedRequest))?;
    let renews = field("act") == "renew";
    let keys = site.app.keys.installation();
    if renews {
        renew_change_code(&site.app.db, keys, office.actor(), number, &code).await?;
    }
    let mac = keys.change_mac(&code);
    let found = site.app.db.read(move |conn| find_proposal_by_code(conn, &mac)).await?;
    // A code that was replaced meanwhile is on no slip.
    let is_its = found.is_some_and(|found| found.number == number);
    answer(&site, &visitor, &opened, (is_its.then_some(&code), renews))
}

fn answer(site: &Site, visitor: &Visitor, opened: &Opened, (code, renewed): (Option<&LetterCode>, bool)) -> Answer {
    let (words, proposal) = (site.words(visitor), &opened.proposal);
    let (round, number) = (&opened.here.found.round, proposal.number);
    let slug = &round.slug;
    // The slip is for its author, who reads the language in which it was written down.
    let theirs = Language::from_code(&proposal.language).unwrap_or(visitor.language);
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    let voting = round.schedule.span(Window::Voting).and_then(|span| span.opens_at);
    let may_renew = code.is_none() && proposal.state != ProposalState::Withdrawn;
    let next_code = if may_renew { Some(LetterCode::from_random(draw()?).to_string()) } else { None };
    let next = routes::enter_proposal(visitor.language, slug);
    let (source, day) = (proposal.source.as_str(), opened.entry.came_in_on);
    let view = ProposalSlip {
        number: number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        round: opened.here.found.text.title.clone(),
        came_in: words.day_with_weekday(opened.entry.came_in_on),
        code: code.map(ToString::to_string),
        renewed,
        next_code,
        waits: proposal.state == ProposalState::Unchecked,
        is_public: proposal.state.is_public(),
        standing: proposal.state.as_str(),
        voting: voting.map(|opens| words.date(opens)),
        address: format!("{base}{}", routes::proposal(theirs, slug, number)),
        own_address: format!("{base}{}", routes::own_proposal(theirs)),
        url: routes::entered_slip(visitor.language, slug, number),
        next_url: format!("{next}?source={source}&day={day}"),
    };
    let menu = Menu::Office(OfficePlace::Elsewhere);
    let page = site.page_at(visitor, menu, |language| routes::entered_slip(language, slug, number))?;
    Ok(kept_nowhere(site.answer_with(StatusCode::OK, visitor, &page, &view)?))
}
