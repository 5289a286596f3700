//! The slip for the author: number, change code, what happens next. The code is known only to whoever has just drawn it;
//! afterwards nothing is left of it but a check value, and another one can be drawn.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::Answer;
use super::load::{Opened, load_entered};
use super::view::ProposalSlip;
use crate::actions::proposal::{ProposalError, renew_change_code};
use crate::domain::ids::ProposalNumber;
use crate::domain::letter_code::LetterCode;
use crate::domain::proposal::ProposalState;
use crate::domain::schedule::Window;
use crate::locale::Language;
use crate::secrecy::randomness::draw;
use crate::store::proposal_entries::{ProposalEntry, find_entry_of_office};
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
    answer(&site, &visitor, &opened, Said::default())
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
    let mut renewed = renews;
    if renews {
        let seen = field("seen").parse().unwrap_or(0);
        match renew_change_code(&site.app.db, keys, office.actor(), (number, seen), &code).await {
            Ok(()) => {}
            // An old form: the page that follows has a fresh one.
            Err(ProposalError::ChangedMeanwhile) => renewed = false,
            Err(error) => return Err(error.into()),
        }
    }
    let opened = Opened { entry: find_entry(&site, &opened).await?, ..opened };
    let mac = keys.change_mac(&code);
    let found = site.app.db.read(move |conn| find_proposal_by_code(conn, &mac)).await?;
    // A code that was replaced meanwhile is on no slip.
    let is_its = found.is_some_and(|found| found.number == number);
    let code = is_its.then_some(&code);
    answer(&site, &visitor, &opened, Said { code, renewed, outdated: renews && !renewed })
}

/// The entry as it is now that the code may have been replaced.
async fn find_entry(site: &Site, opened: &Opened) -> Result<ProposalEntry, WebError> {
    let id = opened.proposal.id;
    let found = site.app.db.read(move |conn| find_entry_of_office(conn, id)).await?;
    found.ok_or_else(WebError::not_found)
}

/// What the page says beside the slip.
#[derive(Clone, Copy, Default)]
struct Said<'a> {
    code: Option<&'a LetterCode>,
    renewed: bool,
    outdated: bool,
}

fn answer(site: &Site, visitor: &Visitor, opened: &Opened, said: Said<'_>) -> Answer {
    let Said { code, renewed, outdated } = said;
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
        outdated,
        code_number: opened.entry.code_number,
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
    let status = if outdated { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(kept_nowhere(site.answer_with(status, visitor, &page, &view)?))
}
