//! Changing the topics by which proposals are sorted.

use super::part::{Edit, edit_part};
use super::refusal::SetUpError;
use crate::domain::ids::TopicId;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::set_up::RoundPart;
use crate::domain::text::Line;
use crate::store::topics::{delete_topic, insert_topic, update_topic};
use crate::store::{Db, StoreError};

/// A topic as it is to be.
#[derive(Debug, Clone)]
pub struct EditTopic {
    /// Which one; none for a new one.
    pub id: Option<TopicId>,
    /// Its name in each language.
    pub names: ByLanguage<Line>,
}

/// Makes the topics what `wanted` is; those that are not in it are removed.
///
/// # Errors
/// When a topic that goes is used, or the part cannot be changed as [`SetUpError`] says.
pub async fn edit_topics(db: &Db, actor: Actor, edit: Edit, wanted: Vec<EditTopic>) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Topics, edit), move |tx, set_up| {
        for known in &set_up.topics {
            if wanted.iter().all(|one| one.id != Some(known.id)) {
                delete_topic(tx, known.id).map_err(|error| match error {
                    StoreError::Violation(_) => SetUpError::TopicInUse(known.id),
                    other => other.into(),
                })?;
            }
        }
        for one in &wanted {
            let typed = one.names.iter().map(|(language, name)| (language.clone(), name.as_str().to_owned()));
            match set_up.topics.iter().find(|known| one.id == Some(known.id)) {
                Some(known) => {
                    // Names in languages that are not offered at present stay.
                    let mut names = known.names.clone();
                    names.extend(typed);
                    update_topic(tx, known.id, &names)?;
                }
                // Somebody else removed it.
                None if one.id.is_some() => {}
                None => {
                    insert_topic(tx, set_up.round.id, &typed.collect())?;
                }
            }
        }
        Ok(())
    })
    .await
}
