//! A published result: ballots as people might fill them in, counted by the job that counts.

use std::sync::Arc;

use allmende::actions::round::{publish_result, replace_profile};
use allmende::domain::ballot::Choice;
use allmende::domain::ids::{AreaId, ProjectNumber, RoundId};
use allmende::domain::permission::Actor;
use allmende::jobs::run_until_idle;
use allmende::secrecy::randomness::draw;
use allmende::store::areas::list_areas;
use allmende::store::profile::ProfileBallot;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::shared::Fault;
use crate::shared::options::Size;
use crate::shared::scene::Scene;

/// Brings so many ballots in, spread over the areas, has them counted and publishes the result.
pub(crate) async fn publish(scene: &Scene, round: RoundId, size: Size, ballots: u32) -> Result<(), Fault> {
    let app = &scene.app;
    let areas = app.db.read(move |conn| list_areas(conn, round)).await?;
    let mut random = ChaCha8Rng::seed_from_u64(44);
    let mut profile = Vec::new();
    for _ in 0..ballots / size.areas {
        for area in &areas {
            profile.push(ballot(area.id, size.list(area.number.value()), &mut random)?);
        }
    }
    replace_profile(&app.db, Actor::CommandLine, round, Arc::from(profile), |_, _| {}).await?;
    run_until_idle(app).await?;
    publish_result(&app.db, &app.files, Actor::CommandLine, round).await?;
    Ok(())
}

/// Five points for two projects; what stands first on a list is liked a little more.
fn ballot(area: AreaId, list: std::ops::RangeInclusive<u32>, random: &mut ChaCha8Rng) -> Result<ProfileBallot, Fault> {
    let (one, other) = (random.random_range(list.clone()), random.random_range(list));
    let (low, high) = (one.min(other), one.max(other));
    let choice = |project, value| Choice { project: ProjectNumber::new(project), value };
    let choices = if low == high { vec![choice(low, 5)] } else { vec![choice(low, 3), choice(high, 2)] };
    Ok(ProfileBallot { area, key: draw()?, channel: None, choices })
}
