//! The box "tell me what becomes of this". For those who are not signed in it is the same for everybody.

use super::subject::takes_followers;
use super::view::{FollowBy, FollowOffer};
use crate::domain::follow::Followed;
use crate::domain::ids::{AccountId, ProposalId, ProposalNumber};
use crate::domain::round::Round;
use crate::locale::Language;
use crate::store::accounts::find_account;
use crate::store::followers::is_followed_by;
use crate::store::{Conn, StoreError};
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
    let (language, account) = (visitor.language, visitor.member.as_ref().map(|member| member.account));
    let followed = Followed { round: round.id, proposal: proposal.map(|(id, _)| id) };
    let by = match account {
        Some(account) => site.app.db.read(move |conn| by_account(conn, account, followed, language)).await?,
        None => FollowBy::Address,
    };
    let number = proposal.map(|(_, number)| number.value().to_string()).unwrap_or_default();
    Ok(Some(FollowOffer { url: routes::follow(language), round: round.slug.as_str().to_owned(), proposal: number, by }))
}

fn by_account(
    conn: &mut Conn,
    account: AccountId,
    followed: Followed,
    language: Language,
) -> Result<FollowBy, StoreError> {
    Ok(match find_account(conn, account)?.and_then(|account| account.email) {
        None => FollowBy::NoAddress { url: routes::account_address(language) },
        Some(email) if is_followed_by(conn, &email, followed)? => {
            FollowBy::Follows { url: routes::following(language) }
        }
        Some(_) => FollowBy::Account,
    })
}
