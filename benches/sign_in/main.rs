//! Whether the words or the time of an answer tell who has an account, or which codes there are. README.md beside this folder says what the figures mean.

#[expect(dead_code, reason = "this bench needs no load")]
#[path = "../shared/mod.rs"]
mod shared;
mod timing;

use allmende::actions::round::create_round;
use allmende::domain::permission::Actor;
use allmende::domain::round::Origin;
use clap::Parser;

use shared::Fault;
use shared::browser::invite;
use shared::options::{Options, Size};
use shared::place::Kind;
use shared::scene::{Scene, log_to_nowhere};
use shared::table::{head, say};
use timing::{ROUND, Way};

/// Measures how long it takes to refuse somebody: with addresses that have an account and addresses that have none, with
/// codes that nobody may use yet and codes that do not exist.
#[derive(Debug, Parser)]
struct Asked {
    #[command(flatten)]
    options: Options,
    /// How many tries, in turn with an address or a code that there is and one that there is not.
    #[arg(long, default_value_t = 2_000)]
    tries: usize,
}

fn main() -> Result<(), Fault> {
    let mut asked = Asked::parse();
    if asked.options.quick {
        say("With hardly any load: these figures mean nothing.")?;
        asked.tries = 20;
    }
    log_to_nowhere()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    for kind in asked.options.databases() {
        runtime.block_on(measure(&asked, kind))?;
    }
    Ok(())
}

async fn measure(asked: &Asked, kind: Kind) -> Result<(), Fault> {
    let scene = Scene::open(kind, &asked.options.folder).await?;
    say(&format!("\n{}; {} tries each", scene.place.durability()?, asked.tries))?;
    head(&["way", "known: p50 ms", "unknown: p50 ms", "gap ms", "area under the curve"])?;
    let known = timing::make_accounts(&scene, asked.tries).await?;
    for way in [Way::WrongPassword, Way::Mail] {
        timing::measure(&scene, way, &known).await?;
    }
    timing::measure(&scene, Way::LetterCode, &make_codes(&scene, asked.tries).await?).await?;
    scene.close().await;
    Ok(())
}

/// The size of both rounds.
const SIZE: Size = Size { projects: 4, areas: 2 };

/// Publishes a round in which people vote, and makes half as many codes as there are tries for another that nobody knows
/// of yet. They are the only ones whose existence an answer could tell without letting anybody in.
async fn make_codes(scene: &Scene, tries: usize) -> Result<Vec<String>, Fault> {
    let now = scene.app.db.clock().now();
    scene.publish(shared::rounds::round(ROUND, SIZE, Origin::Live, now)?).await?;
    let secret = shared::rounds::round("secret", SIZE, Origin::Live, now)?;
    let secret = create_round(&scene.app.db, Actor::CommandLine, secret).await?;
    let sent = invite(scene, &scene.round(secret).await?, u32::try_from(tries / 2)?).await?;
    Ok(sent.into_iter().map(|(code, _)| code.to_string()).collect())
}
