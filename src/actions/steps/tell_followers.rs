//! What happened is written down for whoever follows it, in the transaction in which it happened. The mails come later: a
//! round may have more followers than any transaction should touch.

use crate::domain::follow::Followed;
use crate::domain::ids::{ProposalId, RoundId};
use crate::domain::news::NewsKind;
use crate::store::news::{NewNews, insert_news};
use crate::store::{StoreError, Tx};

/// Writes down what happened to a proposal of a round, or to the whole of it. `detail` is what [`NewsKind`] says.
///
/// # Errors
/// When the database fails.
pub fn tell_followers(
    tx: &mut Tx<'_>,
    (round, proposal): (RoundId, Option<ProposalId>),
    kind: NewsKind,
    detail: &str,
) -> Result<(), StoreError> {
    let about = Followed { round, proposal };
    let now = tx.now;
    insert_news(tx, &NewNews { about, kind, detail: detail.to_owned(), good_until: None }, now)
}
