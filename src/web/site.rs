//! What every handler works with: the application's parts, and what the web itself keeps in memory.

use std::sync::Arc;

use actix_web::web;
use chrono_tz::Tz;

use super::assets::Assets;
use super::metrics::{Metrics, MetricsError};
use super::organisation::Organisations;
use super::result::kept::KeptAllocations;
use super::shared::SharedPages;
use super::sign_in::gate::PasswordGate;
use super::visitor::Visitor;
use crate::app::App;
use crate::locale::{Languages, Words};
use crate::secrecy::TokenHash;
use crate::secrecy::token::{LinkPurpose, TokenError};

/// Whether people's real data are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// They are.
    Live,
    /// Everything is made up: pages say so, and mails can be read in the browser.
    Demo,
}

/// What every handler works with; handlers take `web::Data<Site>`.
pub struct Site {
    /// The application's parts.
    pub app: Arc<App>,
    /// Whether this is a demonstration.
    pub occasion: Occasion,
    /// The languages on offer.
    pub languages: Languages,
    pub(super) assets: web::Data<Assets>,
    pub(super) organisations: Organisations,
    pub(super) shared_pages: SharedPages,
    pub(super) allocations: KeptAllocations,
    pub(super) gate: PasswordGate,
    pub(super) metrics: Metrics,
}

impl Site {
    /// Builds it once for all workers.
    ///
    /// # Errors
    /// When a figure has a name that Prometheus does not take; a mistake of ours.
    pub fn new(app: Arc<App>, occasion: Occasion) -> Result<Self, MetricsError> {
        Ok(Self {
            occasion,
            languages: Languages::new(app.config.pseudo_language),
            assets: web::Data::new(Assets::load()),
            organisations: Organisations::default(),
            shared_pages: SharedPages::default(),
            allocations: KeptAllocations::default(),
            gate: PasswordGate::new(),
            metrics: Metrics::new()?,
            app,
        })
    }

    /// Words in the visitor's language and the organisation's time zone.
    #[must_use]
    pub fn words(&self, visitor: &Visitor) -> Words<'_> {
        Words::new(&self.app.catalogue, visitor.language, visitor.organisation.zone())
    }

    /// Takes what a link in a mail carried, and answers by what its row is found.
    ///
    /// # Errors
    /// Why it does not hold; of it only that its time is over may be told.
    pub fn verify_link(&self, visitor: &Visitor, purpose: LinkPurpose, text: &str) -> Result<TokenHash, TokenError> {
        self.app.keys.installation().verify_link(&self.app.issuer(), purpose, text, visitor.now)
    }

    /// The organisation's time zone as the visitor's request found it.
    #[must_use]
    pub fn zone(&self, visitor: &Visitor) -> Tz {
        visitor.organisation.zone()
    }

    /// Makes pages show the organisation as it is now; called after its settings were changed.
    pub fn forget_organisation(&self) {
        self.organisations.forget();
        self.shared_pages.forget();
    }
}
