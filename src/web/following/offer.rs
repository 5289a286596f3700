//! The box "tell me what becomes of this". For those who are not signed in it is the same for everybody.

use super::subject::takes_followers;
use super::view::{FollowBy, FollowOffer};
use crate::domain::email::Email;
use crate::domain::follow::Followed;
use crate::domain::ids::{ProposalId, ProposalNumber};
use crate::domain::round::Round;
use crate::store::followers::is_followed_by;
use crate::web::error::WebError;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The box for a round, or for one of its proposals; none where nothing is to become of it.
pub(in crate::web) async fn follow_offer(
    site: &Site,
    visitor: &Visitor,
    round: &Round,
    proposal: Option<(ProposalId, ProposalNumber)>,
) -> Result<Option<FollowOffer>, WebError> {
    if !takes_followers(round) {
        return Ok(None);
    }
    let language = visitor.language;
    let followed = Followed { round: round.id, proposal: proposal.map(|(id, _)| id) };
    let follows = match own_address(visitor) {
        Some(email) => site.app.db.read(move |conn| is_followed_by(conn, &email, followed)).await?,
        None => false,
    };
    let by = if follows { FollowBy::Follows { url: routes::following(language) } } else { how(visitor) };
    let number = proposal.map(|(_, number)| number.value().to_string()).unwrap_or_default();
    Ok(Some(FollowOffer { url: routes::follow(language), round: round.slug.as_str().to_owned(), proposal: number, by }))
}

/// How whoever looks would follow something that they do not follow yet.
pub(super) fn how(visitor: &Visitor) -> FollowBy {
    match &visitor.member {
        None => FollowBy::Address,
        Some(member) if member.email.is_some() => FollowBy::Account,
        Some(_) => FollowBy::NoAddress { url: routes::account_address(visitor.language) },
    }
}

/// The address of whoever is signed in.
pub(super) fn own_address(visitor: &Visitor) -> Option<Email> {
    visitor.member.as_ref().and_then(|member| member.email.clone())
}
