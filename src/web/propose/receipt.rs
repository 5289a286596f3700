//! The receipt: the tracking number, the change code, what happens next. It prints as a slip.

use actix_web::{HttpRequest, HttpResponse, web};

use super::code::ChangeCode;
use super::steps::here;
use super::view::ProposeReceipt;
use crate::domain::proposal::ProposalState;
use crate::domain::schedule::Window;
use crate::store::proposals::find_proposal_by_code;
use crate::web::answer::{kept_nowhere, see_other};
use crate::web::error::WebError;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (language, here) = (visitor.language, here(&site, &visitor, &slug).await?);
    let Some(code) = ChangeCode::of(&site, &visitor, &request) else {
        return Ok(see_other(&routes::propose(language, &slug)));
    };
    let mac = code.mac;
    let found = site.app.db.read(move |conn| find_proposal_by_code(conn, &mac)).await?;
    let Some(proposal) = found.filter(|proposal| proposal.round == here.found.round.id) else {
        return Ok(see_other(&routes::propose(language, &slug)));
    };
    let words = site.words(&visitor);
    let base = site.app.config.base_url.as_str().trim_end_matches('/');
    let voting = here.found.round.schedule.span(Window::Voting).and_then(|span| span.opens_at);
    let view = ProposeReceipt {
        round: here.found.text.title.clone(),
        title: proposal.title,
        number: proposal.number.padded(),
        sent: words.moment(proposal.submitted_at),
        code: code.code.to_string(),
        waits: proposal.state == ProposalState::Unchecked,
        voting: voting.map(|opens| words.date(opens)),
        address: format!("{base}{}", routes::proposal(language, &slug, proposal.number)),
        own_address: format!("{base}{}", routes::own_proposal(language)),
        url: routes::proposal(language, &slug, proposal.number),
        own_url: routes::own_proposal(language),
    };
    let menu = round_menu(&here.found.round, Reader::of(&visitor), RoundPlace::Elsewhere, words);
    let page = site.page_at(&visitor, menu, |language| routes::propose_receipt(language, &slug))?;
    Ok(kept_nowhere(site.answer(&visitor, &page, &view)?))
}
