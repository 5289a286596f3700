//! Changing the organisation's name, help and texts, or entering them for the first time.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono_tz::Tz;
use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, append, authorise};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::RandomnessError;
use crate::store::organisation::{
    OrganisationText, insert_or_replace_organisation_text, insert_organisation, update_organisation,
};
use crate::store::{Db, Lock, StoreError};

/// The organisation as somebody wants it to be.
#[derive(Debug, Clone)]
pub struct EditOrganisation {
    /// The version that was seen; none when there was none.
    pub seen_version: Option<i64>,
    /// Where it lives.
    pub time_zone: Tz,
    /// The telephone number for help.
    pub help_telephone: String,
    /// Its texts by language tag.
    pub texts: BTreeMap<String, OrganisationText>,
}

/// Why the settings were not changed.
#[derive(Debug, Error)]
pub enum EditOrganisationError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else changed them meanwhile.
    #[error("somebody else changed the settings meanwhile")]
    ChangedMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Changes the organisation.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn edit_organisation(db: &Db, actor: Actor, edit: EditOrganisation) -> Result<(), EditOrganisationError> {
    let ids = RecordIds::draw()?;
    let edit = Arc::new(edit);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        let (zone, now) = (edit.time_zone.name(), tx.now);
        match edit.seen_version {
            None => insert_organisation(tx, zone, &edit.help_telephone, now).map_err(|error| match error {
                StoreError::Conflict => EditOrganisationError::ChangedMeanwhile,
                other => EditOrganisationError::Store(other),
            })?,
            Some(version) => {
                if !update_organisation(tx, version, zone, &edit.help_telephone, now)? {
                    return Err(EditOrganisationError::ChangedMeanwhile);
                }
            }
        }
        for (language, text) in &edit.texts {
            insert_or_replace_organisation_text(tx, language, text)?;
        }
        append(tx, &ids, actor, Act::SettingsChanged, (None, Subject::Settings), [])?;
        Ok(())
    })
    .await
}
