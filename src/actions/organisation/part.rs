//! What all edits of the organisation share: the check of permission, the check of the version, the entry.

use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, append, authorise};
use crate::domain::organisation::Part;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::RandomnessError;
use crate::store::organisation_parts::{insert_missing_organisation, update_part};
use crate::store::{Db, Lock, StoreError, Tx};

/// Why a part of the organisation was not changed.
#[derive(Debug, Error)]
pub enum EditOrganisationError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else changed the part meanwhile.
    #[error("somebody else changed this part of the settings meanwhile")]
    ChangedMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The version of a part that was seen when its form was opened; none when nobody had edited it.
pub type SeenVersion = Option<i64>;

/// Changes one part of the organisation; `languages` are those that the change writes texts in.
pub(super) async fn edit_part(
    db: &Db,
    actor: Actor,
    (part, seen): (Part, SeenVersion),
    languages: Vec<String>,
    change: impl Fn(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), EditOrganisationError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        let now = tx.now;
        insert_missing_organisation(tx, &languages, now)?;
        if !update_part(tx, part, seen, now)? {
            return Err(EditOrganisationError::ChangedMeanwhile);
        }
        change(tx)?;
        let details = [("part", part.as_str().into())];
        append(tx, &ids, actor, Act::SettingsChanged, (None, Subject::Settings), details)?;
        Ok(())
    })
    .await
}
