//! Writing a round down with its texts, windows, areas and projects. It stays a draft until it is published.

use std::sync::Arc;

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::{AreaNumber, ProjectNumber, RoundId};
use crate::domain::money::Money;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::{AreaLimit, Origin, RoundText};
use crate::domain::schedule::{Span, Window};
use crate::domain::set_up::RoundPart;
use crate::record::{Act, Subject};
use crate::store::areas::insert_area;
use crate::store::projects::{NewProject, insert_project};
use crate::store::rounds::{NewRound, insert_round, insert_window};
use crate::store::set_up::update_round_part;
use crate::store::texts::{ProjectText, Written, insert_area_name, insert_project_text, insert_round_text};
use crate::store::{Db, Lock, StoreError, Tx};

/// Everything that a new round is made of.
#[derive(Debug, Clone)]
pub struct RoundContent {
    /// The round itself.
    pub round: NewRound,
    /// Its texts, one for each language.
    pub texts: Vec<Written<RoundText>>,
    /// Its windows.
    pub windows: Vec<(Window, Span)>,
    /// Its areas with their projects.
    pub areas: Vec<AreaContent>,
}

/// An area of a new round.
#[derive(Debug, Clone)]
pub struct AreaContent {
    /// Its number within the round.
    pub number: AreaNumber,
    /// How much it can fund.
    pub limit: AreaLimit,
    /// Whether people from all areas vote here.
    pub for_everyone: bool,
    /// Its names, one for each language.
    pub names: Vec<Written<String>>,
    /// Its projects.
    pub projects: Vec<ProjectContent>,
}

/// A project of a new round.
#[derive(Debug, Clone)]
pub struct ProjectContent {
    /// Its printed number within the round.
    pub number: ProjectNumber,
    /// Its id in `.pb` files.
    pub external_id: String,
    /// What it costs.
    pub cost: Option<Money>,
    /// Which drawing stands in for a photo.
    pub topic: Option<String>,
    /// Its texts, one for each language.
    pub texts: Vec<Written<ProjectText>>,
}

/// Writes a round down.
///
/// # Errors
/// When its slug is taken, the actor may not, or something fails.
pub async fn create_round(db: &Db, actor: Actor, content: RoundContent) -> Result<RoundId, RoundError> {
    let ids = RecordIds::draw()?;
    let content = Arc::new(content);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::MakeRound, Scope::Organisation)?;
        let now = tx.now;
        let round = insert_round(tx, &content.round, now).map_err(|error| match error {
            StoreError::Conflict => RoundError::SlugTaken,
            other => RoundError::Store(other),
        })?;
        write_content(tx, round, &content)?;
        // It was given whole, so there is no part that somebody still has to look at.
        for part in RoundPart::ALL {
            update_round_part(tx, (round, *part), None, now)?;
        }
        let act = match content.round.origin {
            Origin::Live => Act::RoundCreated,
            Origin::Imported => Act::RoundImported,
            Origin::Generated => Act::RoundGenerated,
        };
        let projects: usize = content.areas.iter().map(|area| area.projects.len()).sum();
        let details = [
            ("slug", content.round.slug.as_str().into()),
            ("rule", content.round.rule.to_string().into()),
            ("ties", content.round.ties.to_string().into()),
            ("projects", i64::try_from(projects).unwrap_or(i64::MAX).into()),
        ];
        append(tx, &ids, actor, act, (Some(round), Subject::Round(content.round.public_id)), details)?;
        Ok(round)
    })
    .await
}

fn write_content(tx: &mut Tx<'_>, round: RoundId, content: &RoundContent) -> Result<(), StoreError> {
    for text in &content.texts {
        insert_round_text(tx, round, &text.language, &text.text)?;
    }
    for (window, span) in &content.windows {
        insert_window(tx, round, *window, *span)?;
    }
    for area in &content.areas {
        let id = insert_area(tx, round, area.number, area.limit, area.for_everyone)?;
        for name in &area.names {
            insert_area_name(tx, id, &name.language, &name.text)?;
        }
        for project in &area.projects {
            let new = NewProject {
                number: project.number,
                external_id: &project.external_id,
                cost: project.cost,
                topic: project.topic.as_deref(),
            };
            let project_id = insert_project(tx, round, id, &new)?;
            for text in &project.texts {
                insert_project_text(tx, project_id, &text.language, &text.text)?;
            }
        }
    }
    Ok(())
}
