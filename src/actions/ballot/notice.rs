//! The notice to whoever casts with an account: that a ballot was recorded or replaced, never what is on it. So nobody who got
//! into somebody's mailbox or account votes unnoticed.
//!
//! It is the one row with a person that a cast writes. It tells the hour and not the minute, leaves with the next hour, and
//! goes as soon as it is handed over.

use super::{CastBallot, CastBallotError};
use crate::actions::steps::{Forbidden, Outgoing, enqueue_by_the_hour};
use crate::domain::channel::Channel;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, CastNumber, RoundId, RoundPublicId};
use crate::domain::permission::Denial;
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::secrecy::KeyDirectory;
use crate::store::accounts::find_account;
use crate::store::roll_accounts::find_account_holder;
use crate::store::texts::find_round_text;
use crate::store::{StoreError, Tx};

/// What is known of it before the transaction.
pub(super) struct Notice {
    account: AccountId,
    keys: KeyDirectory,
    round: RoundId,
    public_id: RoundPublicId,
    slug: Slug,
    ids: MessageIds,
}

/// To whom it goes, and in which words.
pub(super) struct Letter<'a> {
    notice: &'a Notice,
    email: Email,
    language: Language,
    message: Message,
}

impl Notice {
    /// That of a ballot which comes in with an account; none for other channels.
    pub(super) fn of(
        request: &CastBallot,
        keys: &KeyDirectory,
        round: &Round,
    ) -> Result<Option<Self>, CastBallotError> {
        if request.channel != Channel::Account {
            return Ok(None);
        }
        let account = request.account.ok_or(Forbidden::Denied(Denial::NotSignedIn))?;
        Ok(Some(Self {
            account,
            keys: keys.clone(),
            round: round.id,
            public_id: round.public_id,
            slug: round.slug.clone(),
            ids: MessageIds::draw()?,
        }))
    }

    /// The letter to the account, which must be one that leads to the voter's row: the session of the account and that of
    /// the vote are two, and whoever brought those of two people together would vote for one and tell the other.
    pub(super) fn letter(&self, tx: &mut Tx<'_>, request: &CastBallot) -> Result<Letter<'_>, CastBallotError> {
        let account = find_account(tx, self.account)?.filter(|account| !account.disabled);
        let account = account.ok_or(Forbidden::Denied(Denial::NotSignedIn))?;
        let key = account.key();
        let email = account.email.ok_or(Forbidden::Denied(Denial::NotOnTheRoll))?;
        let ways = self.keys.installation().ways_of_account(&self.public_id, key, &email);
        let holder = find_account_holder(tx, self.round, &ways)?;
        if holder.is_none_or(|holder| holder.row.id != request.voter.id) {
            return Err(Forbidden::Denied(Denial::NotOnTheRoll).into());
        }
        let language = Language::from_code(&account.language).unwrap_or_default();
        let message = Message::BallotRecorded {
            slug: self.slug.as_str().to_owned(),
            round: find_round_text(tx, self.round, language.written())?.text.title,
            replaced: request.cast_number > CastNumber::new(0),
        };
        Ok(Letter { notice: self, email, language, message })
    }
}

impl Letter<'_> {
    pub(super) fn enqueue(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        enqueue_by_the_hour(tx, &self.notice.ids, Outgoing::new(&self.message, &self.email, self.language))
    }
}
