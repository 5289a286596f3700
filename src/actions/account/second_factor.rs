//! The second factor of an account: begin, confirm with the first code, show a code, make new codes on paper.

use std::sync::Arc;

use chrono::TimeDelta;
use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, account_subject, append, authorise, authorise_owner, tell_owner};
use crate::domain::ids::AccountId;
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::domain::six_digits::SixDigits;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{EnvelopeError, InstallationKeys, OneTimeCheck, OneTimeSecret, RecoveryMac, SealNonce, TokenHash};
use crate::store::second_factors::{
    count_recovery_codes, delete_pending, find_pending, find_second_factor, insert_or_replace_pending,
    insert_or_replace_second_factor, replace_recovery_codes, update_recovery_code_used, update_step_taken,
};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError, Tx};

/// How long a secret waits for the first code.
pub const PENDING_FOR: TimeDelta = TimeDelta::minutes(15);
/// How many codes on paper there are.
const RECOVERY_CODES: usize = 10;

/// Why nothing was done.
#[derive(Debug, Error)]
pub enum SecondFactorError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The account has a second factor, and nobody has shown it.
    #[error("the account has a second factor already")]
    SetAlready,
    /// The account has a second factor, and no code of it was typed.
    #[error("this takes a code of the second factor that counts")]
    CodeMissing,
    /// Nothing was begun that could be confirmed or shown.
    #[error("the account has no second factor to confirm or to show")]
    NotBegun,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The secret cannot be sealed or opened.
    #[error("the secret of the second factor: {0}")]
    Secret(#[from] EnvelopeError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a code is that somebody showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Right.
    Right {
        /// How many codes on paper are left, if this was one of them.
        papers_left: Option<i64>,
    },
    /// Right, but taken before: the next one must be awaited.
    UsedAlready,
    /// The clocks of the telephone and of this installation are minutes apart.
    ClockOff,
    /// Wrong.
    Wrong,
}

/// A code as somebody typed it.
#[derive(Debug, Clone)]
pub enum TypedCode {
    /// From the telephone.
    Digits(SixDigits),
    /// From the paper.
    Paper(LetterCode),
}

/// Begins to set up a second factor with a new secret, which waits for [`PENDING_FOR`] and for the session that began
/// it. One that counts stays good until the new one is confirmed, and only whoever has shown it and types another code of
/// it may begin: a session that was stolen is not enough. With anything but [`Shown::Right`] nothing has begun.
///
/// # Errors
/// [`SecondFactorError::SetAlready`], [`SecondFactorError::CodeMissing`]; or when something fails.
pub async fn begin_second_factor(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    (account, session): (AccountId, TokenHash),
    typed: Option<TypedCode>,
) -> Result<Shown, SecondFactorError> {
    let held = match typed {
        Some(typed) => Some(HeldCode::prepare(db, keys, account, typed).await?),
        None => None,
    };
    let secret = OneTimeSecret::new(draw()?);
    let sealed = keys.seal_one_time_secret(account, SealNonce::new(draw()?), &secret)?;
    db.write(Lock::Nothing, move |tx| {
        authorise_setter(tx, actor, account)?;
        let now = tx.now;
        let shown = match &held {
            Some(held) => held.take(tx, account)?,
            None if find_second_factor(tx, account)?.is_some() => return Err(SecondFactorError::CodeMissing),
            None => Shown::Right { papers_left: None },
        };
        if let Shown::Right { .. } = shown {
            insert_or_replace_pending(tx, account, &session, &sealed, now)?;
        }
        Ok(shown)
    })
    .await
}

/// Confirms a second factor with the first code of the telephone, tells the owner and ends all other sessions. With
/// [`Shown::Right`] come the codes on paper, which are shown this once.
///
/// # Errors
/// [`SecondFactorError::NotBegun`] when there is none to confirm; or when something fails.
pub async fn confirm_second_factor(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
    session: TokenHash,
    digits: SixDigits,
) -> Result<(Shown, Vec<LetterCode>), SecondFactorError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    let papers = draw_papers()?;
    let macs = macs_of(keys, account, &papers);
    let after = db.clock().now().plus(-PENDING_FOR);
    let sealed = db.read(move |conn| find_pending(conn, account, &session, after)).await?;
    let sealed = sealed.ok_or(SecondFactorError::NotBegun)?;
    let secret = Arc::new(keys.open_one_time_secret(account, &sealed)?);
    let shown = db
        .write(Lock::Nothing, move |tx| {
            authorise_setter(tx, actor, account)?;
            let now = tx.now;
            let step = match secret.check(digits, now) {
                OneTimeCheck::Right { step } => step,
                OneTimeCheck::ClockOff => return Ok(Shown::ClockOff),
                OneTimeCheck::Wrong => return Ok(Shown::Wrong),
            };
            // Another tab may have begun anew meanwhile.
            if !delete_pending(tx, account, &sealed)? {
                return Err(SecondFactorError::NotBegun);
            }
            insert_or_replace_second_factor(tx, account, &sealed, step, now)?;
            replace_recovery_codes(tx, account, &macs)?;
            delete_sessions_of(tx, account, Some(&session))?;
            let subject = account_subject(tx, &ids, account)?;
            append(tx, &ids, actor, Act::SecondFactorSet, (None, subject), [])?;
            tell_owner(tx, &message_ids, account, &Message::SecondFactorSet)?;
            Ok(Shown::Right { papers_left: None })
        })
        .await?;
    let papers = if let Shown::Right { .. } = shown { papers } else { Vec::new() };
    Ok((shown, papers))
}

/// Lets the owner pass; whoever has not shown a second factor that counts learns that it is set.
fn authorise_setter(tx: &mut Tx<'_>, actor: Actor, account: AccountId) -> Result<(), SecondFactorError> {
    authorise_owner(tx, actor, account).map_err(|error| match error {
        Forbidden::Denied(Denial::SecondFactorMissing) => SecondFactorError::SetAlready,
        other => other.into(),
    })
}

/// Takes a code of the telephone or of the paper, each of which is good once.
///
/// # Errors
/// [`SecondFactorError::NotBegun`] when no second factor counts; or when something fails.
pub async fn show_second_factor(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
    typed: TypedCode,
) -> Result<Shown, SecondFactorError> {
    let held = HeldCode::prepare(db, keys, account, typed).await?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
        held.take(tx, account)
    })
    .await
}

/// Makes new codes on paper in the place of the old ones and tells the owner, for whoever has shown the second factor and
/// types another code of it: a session that was stolen is not enough. Only with [`Shown::Right`] there are any.
///
/// # Errors
/// [`SecondFactorError::NotBegun`] when nobody has shown it; or when something fails.
pub async fn renew_recovery_codes(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
    typed: TypedCode,
) -> Result<(Shown, Vec<LetterCode>), SecondFactorError> {
    let held = HeldCode::prepare(db, keys, account, typed).await?;
    let (papers, ids) = (draw_papers()?, MessageIds::draw()?);
    let macs = macs_of(keys, account, &papers);
    let shown = db
        .write(Lock::Nothing, move |tx| {
            authorise(tx, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
            if !matches!(actor, Actor::Office(_)) {
                return Err(SecondFactorError::NotBegun);
            }
            let shown = held.take(tx, account)?;
            if let Shown::Right { .. } = shown {
                replace_recovery_codes(tx, account, &macs)?;
                tell_owner(tx, &ids, account, &Message::RecoveryCodesRenewed)?;
            }
            Ok(shown)
        })
        .await?;
    let papers = if let Shown::Right { .. } = shown { papers } else { Vec::new() };
    Ok((shown, papers))
}

/// A code that somebody typed, with what it is held against; made before the transaction that takes it.
enum HeldCode {
    Digits { sealed: Vec<u8>, secret: OneTimeSecret, digits: SixDigits },
    Paper(RecoveryMac),
}

impl HeldCode {
    async fn prepare(
        db: &Db,
        keys: &InstallationKeys,
        account: AccountId,
        typed: TypedCode,
    ) -> Result<Self, SecondFactorError> {
        let factor = db.read(move |conn| find_second_factor(conn, account)).await?;
        let factor = factor.ok_or(SecondFactorError::NotBegun)?;
        Ok(match typed {
            TypedCode::Digits(digits) => {
                let secret = keys.open_one_time_secret(account, &factor.secret)?;
                Self::Digits { sealed: factor.secret, secret, digits }
            }
            TypedCode::Paper(code) => Self::Paper(keys.recovery_mac(account, &code)),
        })
    }

    fn take(&self, tx: &mut Tx<'_>, account: AccountId) -> Result<Shown, SecondFactorError> {
        match self {
            Self::Digits { sealed, secret, digits } => take_digits(tx, account, (sealed, secret), *digits),
            Self::Paper(mac) => take_paper(tx, account, mac),
        }
    }
}

fn take_digits(
    tx: &mut Tx<'_>,
    account: AccountId,
    (sealed, secret): (&[u8], &OneTimeSecret),
    digits: SixDigits,
) -> Result<Shown, SecondFactorError> {
    Ok(match secret.check(digits, tx.now) {
        OneTimeCheck::Right { step } if update_step_taken(tx, account, sealed, step)? => {
            Shown::Right { papers_left: None }
        }
        OneTimeCheck::Right { .. } => match find_second_factor(tx, account)? {
            Some(factor) if factor.secret == sealed => Shown::UsedAlready,
            // Another telephone took its place since the secret was opened, or none.
            Some(_) | None => return Err(SecondFactorError::NotBegun),
        },
        OneTimeCheck::ClockOff => Shown::ClockOff,
        OneTimeCheck::Wrong => Shown::Wrong,
    })
}

fn take_paper(tx: &mut Tx<'_>, account: AccountId, mac: &RecoveryMac) -> Result<Shown, SecondFactorError> {
    let now = tx.now;
    if !update_recovery_code_used(tx, account, mac, now)? {
        return Ok(Shown::Wrong);
    }
    Ok(Shown::Right { papers_left: Some(count_recovery_codes(tx, account)?) })
}

fn draw_papers() -> Result<Vec<LetterCode>, RandomnessError> {
    (0..RECOVERY_CODES).map(|_| draw().map(LetterCode::from_random)).collect()
}

fn macs_of(keys: &InstallationKeys, account: AccountId, papers: &[LetterCode]) -> Arc<[RecoveryMac]> {
    papers.iter().map(|code| keys.recovery_mac(account, code)).collect()
}
