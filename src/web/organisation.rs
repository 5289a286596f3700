//! The organisation's texts in memory: every page needs them, and they hardly ever change. What another process
//! changed shows within a second.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono_tz::Tz;

use crate::domain::theme::Theme;
use crate::locale::{Language, Offer};
use crate::store::organisation::{Logo, Organisation, OrganisationText, find_organisation, zone_of};
use crate::store::{Db, Stopwatch, StoreError};

/// How long what was read is good.
const FRESH: Duration = Duration::from_millis(900);

/// The organisation as pages need it, also before anybody has entered one.
#[derive(Debug, Default)]
pub struct OrganisationNow {
    entered: Option<Organisation>,
}

impl OrganisationNow {
    /// What was entered, if anything was.
    #[must_use]
    pub fn entered(&self) -> Option<&Organisation> {
        self.entered.as_ref()
    }

    /// The time zone, or the first one until another was entered.
    #[must_use]
    pub fn zone(&self) -> Tz {
        zone_of(self.entered())
    }

    /// The texts in a language, or in one that there is; the mirrored language shows the English ones.
    #[must_use]
    pub fn text(&self, language: Language) -> OrganisationText {
        let code = match language {
            Language::German => Language::German.code(),
            Language::English | Language::Mirrored => Language::English.code(),
        };
        self.entered.as_ref().map(|found| found.text(code)).unwrap_or_default()
    }

    /// The languages on offer.
    #[must_use]
    pub fn offer(&self) -> Offer {
        let tags = self.entered.iter().flat_map(|found| &found.languages);
        let languages: Vec<Language> = tags.filter_map(|tag| Language::from_code(tag)).collect();
        Offer::of(&languages).unwrap_or_default()
    }

    /// The e-mail address for help, if there is one.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.entered.as_ref().map(|found| found.help_email.as_str()).filter(|email| !email.is_empty())
    }

    /// The logo, if there is one.
    #[must_use]
    pub fn logo(&self) -> Option<&Logo> {
        self.entered.as_ref().and_then(|found| found.logo.as_ref())
    }

    /// The colours, if they are not the program's own.
    #[must_use]
    pub fn theme(&self) -> Option<&Theme> {
        self.entered.as_ref().and_then(|found| found.theme.as_ref())
    }

    /// The telephone number for help, if there is one.
    #[must_use]
    pub fn telephone(&self) -> Option<&str> {
        self.entered.as_ref().map(|found| found.help_telephone.as_str()).filter(|number| !number.is_empty())
    }
}

/// The last reading, shared by all workers.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    last: Mutex<Option<(Stopwatch, Arc<OrganisationNow>)>>,
}

impl Organisations {
    /// The organisation, read again when the last reading is old. One that was read once is still shown while the
    /// database fails, so that even the page about the failure has a name and a telephone number.
    pub(super) async fn get(&self, db: &Db) -> Result<Arc<OrganisationNow>, StoreError> {
        let old = match self.last() {
            Some((age, known)) if age.elapsed() < FRESH => return Ok(known),
            Some((_, known)) => Some(known),
            None => None,
        };
        match (db.read(find_organisation).await, old) {
            (Ok(entered), _) => Ok(self.keep(OrganisationNow { entered })),
            (Err(error), None) => Err(error),
            (Err(error), Some(known)) => {
                tracing::warn!(%error, "the organisation cannot be read; pages show what was read before");
                Ok(known)
            }
        }
    }

    /// What was read last, however old.
    pub(super) fn known(&self) -> Option<Arc<OrganisationNow>> {
        self.last().map(|(_, known)| known)
    }

    pub(super) fn forget(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn last(&self) -> Option<(Stopwatch, Arc<OrganisationNow>)> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, now: OrganisationNow) -> Arc<OrganisationNow> {
        let now = Arc::new(now);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((Stopwatch::start(), Arc::clone(&now)));
        now
    }
}
