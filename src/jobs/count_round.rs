//! Counting a round: the profile of each area by the round's rule, outside of any transaction.

use allmende_tally as tally;

use super::JobError;
use crate::actions::round::record_count;
use crate::app::App;
use crate::domain::contest::{ballot_kind, choices, instance};
use crate::domain::ids::RoundId;
use crate::domain::round::{Area, Project, Round};
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::profile::{ProfileBallot, list_profile_ballots};
use crate::store::projects::list_projects;
use crate::store::results::AllocationRow;
use crate::store::rounds::find_round;

/// Counts all areas of a round and has the result written down.
pub(super) async fn count_round(
    app: &App,
    round: RoundId,
    mut progress: impl FnMut(usize, usize),
) -> Result<(), JobError> {
    let (found, areas, projects) = app
        .db
        .read(move |conn| {
            let found = find_round(conn, round)?.ok_or(StoreError::NotFound)?;
            Ok::<_, StoreError>((found, list_areas(conn, round)?, list_projects(conn, round)?))
        })
        .await?;
    let mut rows = Vec::new();
    for (done, area) in areas.iter().enumerate() {
        progress(done, areas.len());
        let id = area.id;
        let ballots = app.db.read(move |conn| list_profile_ballots(conn, round, id)).await?;
        let listed: Vec<&Project> = projects.iter().filter(|project| project.area == id).collect();
        rows.push(count_area(&found, area, &listed, &ballots)?);
    }
    record_count(&app.db, round, rows.into()).await?;
    Ok(())
}

fn count_area(
    round: &Round,
    area: &Area,
    projects: &[&Project],
    ballots: &[ProfileBallot],
) -> Result<AllocationRow, JobError> {
    let rule = round.rule.in_area(area.limit).ok_or(JobError::RuleNeedsPlaces(area.id))?;
    let instance = instance(&round.currency, area.limit, projects)?;
    let listed = choices(projects, ballots.iter().map(|ballot| ballot.choices.as_slice()));
    let profile = tally::Profile::new(ballot_kind(round.format), listed)?;
    let count = |rule: &tally::Rule| tally::count(&instance, &profile, rule, &round.ties, &mut |_| {});
    let allocation = count(&rule)?;
    let body = serde_json::to_string(&allocation)?;
    let comparison = match rule.needs_costs() {
        true => {
            // The round's own rule first, and then those that such ballots are usefully compared by.
            let others = tally::usual_rules(profile.kind()).into_iter().filter(|other| *other != rule);
            let mut counts = vec![allocation];
            counts.extend(others.map(|other| count(&other)).collect::<Result<Vec<_>, _>>()?);
            Some(tally::side_by_side(&instance, &profile, &round.ties, &counts))
        }
        false => None,
    };
    Ok(AllocationRow {
        area: area.id,
        ballots: i64::try_from(ballots.len()).unwrap_or(i64::MAX),
        body,
        comparison: comparison.map(|comparison| serde_json::to_string(&comparison)).transpose()?,
    })
}
