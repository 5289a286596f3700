//! The language of the answer, and the money of a file in it.

use allmende_tally::pabulib::Election;

use super::Tongue;
use crate::domain::money::Currency;
use crate::locale::{Amounts, Catalogue, CatalogueError, Language, Words};

/// The messages and the language to write in.
pub(super) struct Voice {
    catalogue: Catalogue,
    tongue: Tongue,
    language: Language,
}

impl Voice {
    pub(super) fn load(tongue: Tongue) -> Result<Self, CatalogueError> {
        let language = match tongue {
            Tongue::En => Language::English,
            Tongue::De => Language::German,
        };
        Ok(Self { catalogue: Catalogue::load()?, tongue, language })
    }

    pub(super) const fn tongue(&self) -> Tongue {
        self.tongue
    }

    pub(super) fn words(&self) -> Words<'_> {
        // No sentence of a count has a time in it.
        Words::new(&self.catalogue, self.language, chrono_tz::UTC)
    }

    /// Seconds with two decimals.
    pub(super) fn seconds(&self, time: std::time::Duration) -> String {
        let text = format!("{:.2}", time.as_secs_f64());
        match self.language {
            Language::German => text.replace('.', ","),
            Language::English | Language::Mirrored => text,
        }
    }
}

/// The money of a file.
pub(super) struct Coinage {
    currency: Currency,
    /// How many of the currency's units make one of the file's.
    units: u32,
}

/// Payments need cents even where a file has whole amounts only.
const LEAST_DECIMALS: u8 = 2;

impl Coinage {
    pub(super) fn of(election: &Election) -> Self {
        let in_file = election.instance().exponent();
        let decimals = in_file.max(LEAST_DECIMALS);
        let code = election.meta_value("currency").unwrap_or_default().to_ascii_uppercase();
        // A file may name none, or none that has a code.
        let currency = Currency::parse(&code, decimals).unwrap_or_else(|_| Currency::none(decimals));
        Self { currency, units: 10_u32.pow(u32::from(decimals.saturating_sub(in_file))) }
    }

    pub(super) const fn amounts<'a>(&'a self, words: Words<'a>) -> Amounts<'a> {
        Amounts::finer(words, &self.currency, self.units)
    }
}
