//! The receipt: the tracking number, the change code, what happens next. It prints as a slip.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::code::ChangeCode;
use super::door::answer;
use super::steps::here;
use super::view::ProposeReceipt;
use crate::domain::proposal::ProposalState;
use crate::domain::schedule::Window;
use crate::store::proposals::find_proposal_by_code;
use crate::web::answer::see_other;
use crate::web::error::WebError;
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
    answer(&site, &visitor, (&here.found, StatusCode::OK), |language| routes::propose_receipt(language, &slug), &view)
}
