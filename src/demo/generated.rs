//! The ballots of the generated round.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::content::{ProjectFile, RoundFile};
use super::fill::DemoError;
use super::generator::Generator;
use super::read::ballot_format;
use super::timeline::Timeline;
use crate::actions::round::{publish_result, replace_profile};
use crate::app::App;
use crate::domain::ballot::Choice;
use crate::domain::contest;
use crate::domain::ids::ProjectNumber;
use crate::domain::permission::Actor;
use crate::domain::round::{Area, Project, Round};
use crate::exchange::pabulib::{AreaFile, read_election, write_area};
use crate::jobs::run_until_idle;
use crate::secrecy::randomness::draw;
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::profile::ProfileBallot;
use crate::store::projects::list_projects;

/// Generates the ballots of a round by way of `.pb` files in memory, and has them counted when voting ended and published
/// on the day of the result.
pub(super) async fn bring_in_ballots(
    app: &App,
    timeline: &Timeline<'_>,
    round: &Round,
    file: &RoundFile,
    projects: &[ProjectFile],
    tell: &mut impl FnMut(&str),
) -> Result<(), DemoError> {
    let id = round.id;
    let (areas, rows) =
        app.db.read(move |conn| Ok::<_, StoreError>((list_areas(conn, id)?, list_projects(conn, id)?))).await?;
    let mut generator = Generator::new(file.seed, &file.tastes);
    let mut ballots = Vec::new();
    for (area, content) in areas.iter().zip(&file.areas) {
        let listed: Vec<&ProjectFile> = projects.iter().filter(|p| p.area == content.number).collect();
        let rows: Vec<_> = rows.iter().filter(|row| row.area == area.id).collect();
        let format = ballot_format(file)?;
        let drawn: Vec<_> = (0..content.voters).map(|_| generator.ballot(format, &listed)).collect();
        for choices in through_a_file(round, area, &rows, &drawn)? {
            ballots.push(ProfileBallot { area: area.id, key: draw()?, channel: None, choices });
        }
    }
    tell(&format!("{} generated ballots, counted", ballots.len()));
    let day = |day: Option<i64>, what: &str| day.ok_or_else(|| DemoError::Content(format!("{what} of {}", file.slug)));
    timeline.go_to_end_of(day(file.voting_closes, "voting_closes")?)?;
    replace_profile(&app.db, Actor::CommandLine, id, Arc::from(ballots), |_, _| {}).await?;
    run_until_idle(app).await?;
    timeline.go_to(day(file.result_published, "result_published")?)?;
    publish_result(&app.db, &app.files, Actor::CommandLine, id).await?;
    Ok(())
}

/// Writes ballots as a `.pb` file and reads them back, so that the generator's go the way of everybody's.
fn through_a_file(
    round: &Round,
    area: &Area,
    projects: &[&Project],
    ballots: &[Vec<Choice>],
) -> Result<Vec<Vec<Choice>>, DemoError> {
    let named: Vec<_> = projects.iter().map(|project| (*project, project.external_id.as_str())).collect();
    let listed = contest::choices(projects, ballots.iter().map(Vec::as_slice));
    let file = AreaFile {
        description: "Generated ballots".to_owned(),
        unit: "Lindenau".to_owned(),
        instance: round.slug.as_str().to_owned(),
        subunit: area.number.to_string(),
        language: "de".to_owned(),
        days: ("2026".to_owned(), "2026".to_owned()),
        currency: &round.currency,
        limit: area.limit,
        format: round.format,
        rule: round.rule,
        ties: &round.ties,
        projects: &named,
        funded: &BTreeSet::new(),
        ballots: listed.into_iter().map(|choices| (choices, None)).collect(),
    };
    let text = write_area(&file).map_err(|error| DemoError::Content(error.to_string()))?;
    let election = read_election(text.as_bytes()).map_err(|error| DemoError::Content(error.to_string()))?;
    // The file numbers its projects from 1; the round goes on from area to area.
    let own = |number: ProjectNumber| {
        let place = usize::try_from(number.value()).ok()?.checked_sub(1)?;
        projects.get(place).map(|project| project.number)
    };
    let renumber = |choice: Choice| Some(Choice { project: own(choice.project)?, value: choice.value });
    Ok(election.ballots.into_iter().map(|ballot| ballot.choices.into_iter().filter_map(renumber).collect()).collect())
}
