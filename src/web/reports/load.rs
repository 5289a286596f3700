//! The proposal that a report is about.

use actix_web::HttpRequest;

use crate::domain::ids::ProposalNumber;
use crate::domain::slug::Slug;
use crate::store::Conn;
use crate::store::proposals::{Proposal, find_proposal_in};
use crate::web::error::WebError;
use crate::web::round::load::{PublicRound, Reader, find_public_round};
use crate::web::routes::number_of;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// A proposal with its round.
pub(super) struct Here {
    pub(super) found: PublicRound,
    pub(super) proposal: Proposal,
}

/// The proposal that an address names, in a round that everybody may see.
pub(super) async fn load(site: &Site, visitor: &Visitor, request: &HttpRequest, slug: Slug) -> Result<Here, WebError> {
    let number = ProposalNumber::new(number_of(request, "number")?);
    let reader = Reader::of(visitor);
    let read = move |conn: &mut Conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let proposal = find_proposal_in(conn, found.round.id, number)?;
        Ok::<_, WebError>(Here { found, proposal: proposal.ok_or_else(WebError::not_found)? })
    };
    site.app.db.read(read).await
}
