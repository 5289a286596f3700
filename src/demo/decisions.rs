//! What the council of the demo decided on a published result: all that was chosen, with the exceptions that the content
//! names.

use std::collections::BTreeSet;

use allmende_tally::Allocation;
use chrono::NaiveDate;

use super::content::{CouncilFile, OutcomeFile};
use super::fill::DemoError;
use super::timeline::Timeline;
use crate::actions::council::{conclude_decisions, enter_decisions};
use crate::app::App;
use crate::domain::decision::{CouncilDecision, CouncilOutcome, PaperNumber};
use crate::domain::ids::{ProjectNumber, RoundId};
use crate::domain::permission::Actor;
use crate::domain::reason::PublicReason;
use crate::locale::local_day;
use crate::store::StoreError;
use crate::store::projects::list_projects;
use crate::store::results::list_allocations;

/// Enters what was decided in one sitting, on its day, and that this was all.
pub(super) async fn decide(
    app: &App,
    timeline: &Timeline<'_>,
    round: RoundId,
    file: &CouncilFile,
) -> Result<(), DemoError> {
    timeline.go_to(file.day)?;
    let day = local_day(app.db.clock().now(), timeline.calendar.zone);
    let (projects, rows) = app
        .db
        .read(move |conn| Ok::<_, StoreError>((list_projects(conn, round)?, list_allocations(conn, round)?)))
        .await?;
    let mut chosen = BTreeSet::new();
    for row in rows {
        let count: Allocation =
            serde_json::from_str(&row.body).map_err(|error| DemoError::Content(error.to_string()))?;
        chosen.extend(count.chosen.into_iter().map(|project| project.id));
    }
    let decided = projects.iter().filter(|project| chosen.contains(&project.external_id));
    let sitting = decided
        .map(|project| Ok((project.number, decision(project.number, day, file)?)))
        .collect::<Result<Vec<_>, DemoError>>()?;
    enter_decisions(&app.db, Actor::CommandLine, round, sitting).await?;
    Ok(conclude_decisions(&app.db, Actor::CommandLine, round).await?)
}

fn decision(number: ProjectNumber, day: NaiveDate, file: &CouncilFile) -> Result<CouncilDecision, DemoError> {
    let content = || DemoError::Content(format!("the decision on project {number}"));
    let paper = PaperNumber::parse(&file.paper).map_err(|_| content())?;
    let (outcome, reason) = match file.outcomes.iter().find(|one| one.project == number.value()) {
        Some(OutcomeFile { outcome, reason, .. }) => (
            CouncilOutcome::parse(outcome).ok_or_else(content)?,
            Some(PublicReason::parse(reason).map_err(|_| content())?),
        ),
        None => (CouncilOutcome::CarriedOut, None),
    };
    CouncilDecision::new(outcome, (day, paper), reason).map_err(|_| content())
}
