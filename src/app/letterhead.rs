//! What the organisation says of itself in its mails.

use super::App;
use crate::domain::ids::MailId;
use crate::domain::time::Instant;
use crate::locale::{Language, Words};
use crate::mail::{Letter, Letterhead, MailSecret, MailSecretError, Message, SealedSecret, SecretMissing};
use crate::secrecy::FollowerSeed;
use crate::secrecy::token::{LinkPurpose, LinkSpan, TokenError};
use crate::store::mails::{ClaimedMail, MailRecord};
use crate::store::organisation::{Organisation, zone_of};
use thiserror::Error;

/// A row of the outbox as it is needed to write the letter.
#[derive(Debug, Clone, Copy)]
pub struct Unwritten<'a> {
    /// The row.
    pub id: MailId,
    /// The code of the language.
    pub language: &'a str,
    /// The message's parameters.
    pub parameters: &'a str,
    /// What only the recipient may read, sealed.
    pub secret: Option<&'a [u8]>,
    /// The Message-ID that it is sealed for.
    pub message_id: &'a str,
    /// When it was enqueued.
    pub created_at: Instant,
    /// From when on it is of no use any more.
    pub expires_at: Option<Instant>,
}

/// Takes from a row of the outbox, as one who reads it has it, what the letter needs.
macro_rules! unwritten {
    ($($row:ty),*) => {$(
        impl<'a> From<&'a $row> for Unwritten<'a> {
            fn from(row: &'a $row) -> Self {
                Self {
                    id: row.id,
                    language: &row.language,
                    parameters: &row.parameters,
                    secret: row.secret.as_deref(),
                    message_id: &row.message_id,
                    created_at: row.created_at,
                    expires_at: row.expires_at,
                }
            }
        }
    )*};
}

unwritten!(ClaimedMail, MailRecord);

/// Why a letter cannot be written. Trying again does not help.
#[derive(Debug, Error)]
pub enum UnwritableMail {
    /// A message of another version of the program.
    #[error("the parameters of the mail {0} cannot be read")]
    Parameters(MailId),
    /// The secret does not open.
    #[error(transparent)]
    Secret(#[from] MailSecretError),
    /// The secret is gone.
    #[error(transparent)]
    Missing(#[from] SecretMissing),
    /// The mail has a link, and nothing says when that ends.
    #[error("the link of the mail {0} has no end")]
    Endless(MailId),
    /// The link cannot be signed.
    #[error("the link of the mail: {0}")]
    Link(#[from] TokenError),
}

impl App {
    /// Writes what a row of the outbox stands for, as it is sent.
    ///
    /// # Errors
    /// When the row cannot be read, or its secret not be opened.
    pub fn write_letter(
        &self,
        row: Unwritten<'_>,
        organisation: Option<&Organisation>,
    ) -> Result<Letter, UnwritableMail> {
        let language = Language::from_code(row.language).unwrap_or_default();
        let message = Message::parse(row.parameters).ok_or(UnwritableMail::Parameters(row.id))?;
        let secret = self.open_secret(&message, row)?;
        let words = Words::new(&self.catalogue, language, zone_of(organisation));
        let head = self.letterhead(organisation, language);
        Ok(Letter::write(&message, secret.as_ref(), &words, &head)?)
    }

    /// Writes a message as somebody would get it, with a link and a code that open nothing.
    ///
    /// # Errors
    /// When the message needs another secret; a mistake of ours.
    pub fn write_sample(
        &self,
        message: &Message,
        organisation: Option<&Organisation>,
        language: Language,
    ) -> Result<Letter, SecretMissing> {
        let secret = MailSecret::link_and_code("0".repeat(32), "000000".to_owned());
        let words = Words::new(&self.catalogue, language, zone_of(organisation));
        Letter::write(message, Some(&secret), &words, &self.letterhead(organisation, language))
    }

    /// What only the recipient of a row may read, its link signed.
    ///
    /// # Errors
    /// When it does not open, or the link cannot be signed.
    pub fn open_secret(&self, message: &Message, row: Unwritten<'_>) -> Result<Option<MailSecret>, UnwritableMail> {
        let (Some(bytes), keys) = (row.secret, self.keys.installation()) else { return Ok(None) };
        let secret = SealedSecret::stored(row.message_id.to_owned(), bytes.to_owned()).open(keys)?;
        let Some(purpose) = message.link() else { return Ok(Some(secret)) };
        let lasts = purpose.lasts().map(|span| row.created_at.plus(span));
        let expires_at = lasts.or(row.expires_at).ok_or(UnwritableMail::Endless(row.id))?;
        let span = LinkSpan { issued_at: row.created_at, expires_at };
        Ok(Some(secret.with_token(|id| keys.sign_link(&self.issuer(), purpose, id, span))?))
    }

    /// The token of the link by which a follower stops or changes what they follow, such as the mails of that moment have.
    ///
    /// # Errors
    /// When it cannot be signed; a mistake of ours.
    pub fn sign_following(&self, seed: &FollowerSeed, now: Instant) -> Result<String, TokenError> {
        let (keys, purpose) = (self.keys.installation(), LinkPurpose::Following);
        let expires_at = purpose.lasts().map_or(now, |span| now.plus(span));
        let id = keys.following_id(seed).to_cookie();
        keys.sign_link(&self.issuer(), purpose, &id, LinkSpan { issued_at: now, expires_at })
    }

    /// The origin of the service's address, which signed tokens name.
    #[must_use]
    pub fn issuer(&self) -> String {
        self.config.base_url.origin().ascii_serialization()
    }

    fn letterhead(&self, organisation: Option<&Organisation>, language: Language) -> Letterhead {
        let text = organisation.map(|found| found.text(language.written())).unwrap_or_default();
        Letterhead {
            base_url: self.config.base_url.to_string(),
            organisation: text.name,
            service: text.service_name,
            help_telephone: organisation.map(|found| found.help_telephone.clone()).unwrap_or_default(),
            help_email: organisation.map(|found| found.help_email.clone()).unwrap_or_default(),
            help_hours: text.help_hours,
            help_place: text.help_place,
        }
    }
}
