//! How often somebody may try a password, so that guessing is hopeless and nobody can be locked out by a stranger.
//!
//! Three counts: by address; by account and address; by account alone. The last stops guessing from many addresses at
//! once. It would let anybody lock anybody out, so it does not hold for a browser that signed in to the account
//! before. What is tried counts before the password is looked at, and is given back when it was right.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::domain::email::Email;
use crate::store::StoreError;
use crate::web::address::ClientAddress;
use crate::web::limits::{Limit, LimitError};
use crate::web::site::Site;

/// From one address, for any accounts: a whole office may stand behind it.
const BY_ADDRESS: i64 = 60;
/// For one account from one address.
const BY_ACCOUNT_AND_ADDRESS: i64 = 10;
/// For one account from everywhere.
const BY_ACCOUNT: i64 = 100;

/// One try, counted.
pub(super) struct Attempt(Arc<[Limit]>);

/// Whether the browser signed in to the account before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Browser {
    Known,
    Unknown,
}

impl Attempt {
    pub(super) fn new(address: ClientAddress, email: &Email, browser: Browser) -> Self {
        let (address, account) = (address.limit_key(), short_name(email));
        let mut limits = vec![
            Limit::hourly(format!("sign-in {address}"), BY_ADDRESS),
            Limit::hourly(format!("sign-in {account} {address}"), BY_ACCOUNT_AND_ADDRESS),
        ];
        match browser {
            Browser::Known => {}
            Browser::Unknown => limits.push(Limit::hourly(format!("sign-in {account}"), BY_ACCOUNT)),
        }
        Self(limits.into())
    }

    /// Counts the try, or refuses it and counts nothing.
    pub(super) async fn take(&self, site: &Site) -> Result<(), LimitError> {
        site.take_limits(Arc::clone(&self.0)).await
    }

    /// Takes the count back: the password was right, or nobody looked at it.
    pub(super) async fn give_back(self, site: &Site) -> Result<(), StoreError> {
        site.give_back_limits(self.0).await
    }
}

/// Stands for an address in the table of limits, where mistyped addresses of strangers have no business.
pub(in crate::web) fn short_name(email: &Email) -> String {
    Sha256::digest(email.as_str()).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
