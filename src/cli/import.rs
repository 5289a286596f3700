//! `allmende import`: a Pabulib file becomes a round, with its ballots counted and its result published if wanted.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::CliError;
use super::terminal::say;
use crate::actions::round::{
    AreaContent, ProjectContent, RoundContent, create_round, publish_result, publish_round, replace_profile,
};
use crate::app::App;
use crate::domain::ids::{AreaId, AreaNumber, RoundId, RoundPublicId};
use crate::domain::permission::Actor;
use crate::domain::round::{AreaLimit, Basis, Effect, Origin, RoundText};
use crate::domain::slug::Slug;
use crate::exchange::pabulib::{ImportedBallot, ImportedElection, read_election};
use crate::jobs::run_until_idle;
use crate::secrecy::randomness::draw;
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::profile::ProfileBallot;
use crate::store::results::count_allocations;
use crate::store::rounds::{NewRound, find_round};
use crate::store::texts::{ProjectText, Written};

/// Makes a round of a Pabulib file (.pb): its projects and, if wanted, its ballots.
///
/// The ballots are counted by the rule that the file names (most votes first, where it names none), and the result is
/// published. The pages say that these ballots were imported and not cast here.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The file.
    file: PathBuf,
    /// The new round's name in addresses, such as wieliczka-2023.
    #[arg(long, value_parser = |text: &str| Slug::parse(text))]
    round: Slug,
    /// Takes the ballots too, counts them and publishes the result.
    #[arg(long)]
    with_ballots: bool,
}

pub(super) async fn run(app: &App, args: &ImportArgs) -> Result<(), CliError> {
    let bytes = std::fs::read(&args.file).map_err(|source| CliError::File { path: args.file.clone(), source })?;
    let election = read_election(&bytes)?;
    for notice in &election.notices {
        say(&format!("note: {notice}"));
    }
    say(&format!("{}: {} projects, {} ballots", election.title, election.projects.len(), election.ballots.len()));
    if !election.rule_is_declared {
        say("The file names no rule that is exactly defined. The ballots are counted by most votes first.");
    }
    let id = create_round(&app.db, Actor::CommandLine, content(&election, &args.round)?).await?;
    let round = app.db.read(move |conn| find_round(conn, id)).await?.ok_or(StoreError::NotFound)?;
    publish_round(&app.db, &app.keys, Actor::CommandLine, &round).await?;
    if args.with_ballots {
        count(app, id, &election.ballots).await?;
        say("The ballots are counted and the result is published.");
    }
    say(&format!("{}en/rounds/{}", app.config.base_url, args.round));
    Ok(())
}

async fn count(app: &App, round: RoundId, ballots: &[ImportedBallot]) -> Result<(), CliError> {
    let areas = app.db.read(move |conn| list_areas(conn, round)).await?;
    let area = areas.first().map(|area| area.id).ok_or(StoreError::NotFound)?;
    let ballots = ballots.iter().map(|ballot| anonymous(area, ballot)).collect::<Result<Vec<_>, _>>()?;
    let mut told = 0;
    replace_profile(&app.db, Actor::CommandLine, round, Arc::from(ballots), |done, total| {
        if done.saturating_sub(told) >= 10_000 {
            told = done;
            say(&format!("{done} of {total} ballots are written"));
        }
    })
    .await?;
    run_until_idle(app).await?;
    // A server on the same database may have taken the job: its count is as good as ours.
    while app.db.read(move |conn| count_allocations(conn, round)).await? == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        run_until_idle(app).await?;
    }
    publish_result(&app.db, &app.files, Actor::CommandLine, round).await?;
    Ok(())
}

fn anonymous(area: AreaId, ballot: &ImportedBallot) -> Result<ProfileBallot, CliError> {
    let key = draw().map_err(CliError::Randomness)?;
    Ok(ProfileBallot { area, key, channel: ballot.channel, choices: ballot.choices.clone() })
}

fn content(election: &ImportedElection, slug: &Slug) -> Result<RoundContent, CliError> {
    let written = |text: RoundText| vec![Written { language: election.language.clone(), text }];
    let round = NewRound {
        public_id: RoundPublicId::new(draw().map_err(CliError::Randomness)?),
        slug: slug.clone(),
        origin: Origin::Imported,
        currency: election.currency.clone(),
        format: election.format,
        rule: election.rule,
        ties: election.ties.clone(),
        effect: Effect::Binding,
        basis: Basis::Register,
        result_expected_at: None,
        decision_expected_at: None,
    };
    let text = RoundText {
        title: election.title.clone(),
        summary: String::new(),
        who_may_vote: String::new(),
        outcome: String::new(),
        declaration: String::new(),
    };
    let area = AreaContent {
        number: AreaNumber::new(1),
        limit: AreaLimit::Ceiling(election.budget),
        for_everyone: true,
        names: vec![Written { language: election.language.clone(), text: election.title.clone() }],
        projects: election.projects.iter().map(|project| project_content(election, project)).collect(),
    };
    Ok(RoundContent { round, texts: written(text), windows: vec![], areas: vec![area] })
}

fn project_content(election: &ImportedElection, project: &crate::exchange::pabulib::ImportedProject) -> ProjectContent {
    let text = ProjectText {
        title: project.name.clone(),
        summary: String::new(),
        description: project.description.clone(),
        place: String::new(),
    };
    ProjectContent {
        number: project.number,
        external_id: project.id.clone(),
        cost: project.cost,
        topic: None,
        texts: vec![Written { language: election.language.clone(), text }],
    }
}
