//! Entering by the link or the digits of a mail. Whoever has no account gets one: the mail proved the address.

use thiserror::Error;

use crate::actions::steps::{Forbidden, authorise};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::six_digits::SixDigits;
use crate::locale::Language;
use crate::secrecy::{InstallationKeys, TokenHash};
use crate::store::accounts::{NewAccount, find_account_by_email, insert_account};
use crate::store::sign_ins::{
    SignInRow, find_sign_in, find_sign_in_by_link, update_sign_in_tried, update_sign_in_used,
};
use crate::store::{Db, Lock, StoreError, Tx};

/// How often the digits of one mail may be typed.
const MOST_TRIES: i64 = 5;

/// What somebody shows of the mail.
#[derive(Debug, Clone)]
pub enum Proof {
    /// The digits, and the handle of the sign-in that they belong to.
    Digits {
        /// The handle.
        handle: String,
        /// The digits.
        digits: SixDigits,
    },
    /// The token of the link.
    Link(TokenHash),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// They are in.
    In {
        /// The account.
        account: AccountId,
        /// Whether it was made just now.
        is_new: bool,
        /// The address that was proved.
        email: Email,
        /// The path to which they wanted to go on when they asked for the mail.
        way_on: Option<String>,
    },
    /// The digits are wrong; so often they may still be typed.
    WrongDigits {
        /// How often.
        left: i64,
    },
    /// Used, run out, tried too often, or never sent.
    NotGood,
    /// The account was closed by the administration.
    Closed,
}

/// Why it cannot be said.
#[derive(Debug, Error)]
pub enum EnterByMailError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Holds what somebody shows against what was sent, uses it up, and makes an account where there is none, with the
/// language of the page.
///
/// # Errors
/// When the database fails.
pub async fn enter_by_mail(
    db: &Db,
    keys: &InstallationKeys,
    proof: Proof,
    language: Language,
) -> Result<Entry, EnterByMailError> {
    // The authentication code does not depend on the row, so it is made before the transaction.
    let typed = match &proof {
        Proof::Digits { handle, digits } => Some(keys.digits_mac(handle, *digits)),
        Proof::Link(_) => None,
    };
    let entered = db.write(Lock::Nothing, move |tx| {
        authorise(tx, Actor::Anonymous, Permission::EnterByMail, Scope::Organisation)?;
        let now = tx.now;
        let found = match &proof {
            Proof::Digits { handle, .. } => find_sign_in(tx, handle, now)?,
            Proof::Link(token) => find_sign_in_by_link(tx, token, now)?,
        };
        let Some(row) = found else { return Ok((Entry::NotGood, None)) };
        if let Some(typed) = typed {
            // Counting comes first because it locks the row: no two tries can both be the last.
            let Some(tries) = update_sign_in_tried(tx, &row, MOST_TRIES)? else { return Ok((Entry::NotGood, None)) };
            if typed != row.digits {
                return Ok((Entry::WrongDigits { left: MOST_TRIES.saturating_sub(tries) }, None));
            }
        }
        Ok::<_, EnterByMailError>((enter(tx, &row, language)?, Some(row)))
    });
    Ok(match entered.await? {
        (Entry::In { account, is_new, email, .. }, Some(row)) => {
            // A way on that cannot be opened any more, since the key was changed, keeps nobody out.
            let way_on = row.way_on.and_then(|sealed| keys.open_way_on(&row.handle, &sealed).ok());
            Entry::In { account, is_new, email, way_on }
        }
        (entry, _) => entry,
    })
}

fn enter(tx: &mut Tx<'_>, row: &SignInRow, language: Language) -> Result<Entry, EnterByMailError> {
    let now = tx.now;
    if !update_sign_in_used(tx, row, now)? {
        return Ok(Entry::NotGood);
    }
    if let Some(account) = find_account_by_email(tx, &row.email)? {
        let email = row.email.clone();
        return Ok(if account.disabled {
            Entry::Closed
        } else {
            Entry::In { account: account.id, is_new: false, email, way_on: None }
        });
    }
    let new = NewAccount {
        email: row.email.clone(),
        display_name: String::new(),
        language: language.written().to_owned(),
        password_hash: None,
    };
    let account = insert_account(tx, &new, now)?;
    Ok(Entry::In { account, is_new: true, email: row.email.clone(), way_on: None })
}
