//! What the organisation says of itself in its mails.

use chrono_tz::Tz;

use super::App;
use crate::domain::ids::MailId;
use crate::locale::{Language, Words};
use crate::mail::{Letter, Letterhead, MailSecretError, Message, SealedSecret, SecretMissing};
use crate::store::organisation::Organisation;
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
}

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
        let seal = |bytes: &[u8]| SealedSecret::stored(row.message_id.to_owned(), bytes.to_owned());
        let secret = row.secret.map(|bytes| seal(bytes).open(self.keys.installation())).transpose()?;
        let words = Words::new(&self.catalogue, language, zone_of(organisation));
        let head = self.letterhead(organisation, language);
        Ok(Letter::write(&message, secret.as_ref(), &words, &head)?)
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

/// The organisation's zone; UTC until it has one.
fn zone_of(organisation: Option<&Organisation>) -> Tz {
    organisation.and_then(|found| found.time_zone.parse().ok()).unwrap_or(chrono_tz::UTC)
}
