//! What the telephones of the demonstration's office show at this moment: in a demonstration nobody has them in hand.

use std::collections::BTreeMap;

use super::view::Telephone;
use crate::store::roles::list_holders;
use crate::store::second_factors::find_second_factor;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// A code lives half a minute.
const STEP: i64 = 30;

pub(super) async fn load(site: &Site, visitor: &Visitor) -> Result<Vec<Telephone>, WebError> {
    let read = |conn: &mut Conn| {
        let people: BTreeMap<_, _> =
            list_holders(conn)?.into_iter().map(|holder| (holder.account, (holder.name, holder.email))).collect();
        let mut found = Vec::new();
        for (account, (name, email)) in people {
            if let Some(factor) = find_second_factor(conn, account)? {
                found.push((account, email.unwrap_or(name), factor.secret));
            }
        }
        Ok::<_, StoreError>(found)
    };
    let keys = site.app.keys.installation();
    let seconds = STEP.saturating_sub(visitor.now.to_datetime().timestamp().rem_euclid(STEP));
    let show = |(account, whose, sealed): (_, String, Vec<u8>)| {
        let secret = keys.open_one_time_secret(account, &sealed).map_err(WebError::fault)?;
        Ok(Telephone { whose, code: secret.code_at(visitor.now), seconds })
    };
    site.app.db.read(read).await?.into_iter().map(show).collect()
}
