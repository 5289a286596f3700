//! Whether the time of an answer tells who has an account. README.md beside this folder says what the figures mean.

#[expect(dead_code, reason = "this bench needs neither rounds nor rates")]
#[path = "../shared/mod.rs"]
mod shared;
mod timing;

use clap::Parser;

use shared::Fault;
use shared::options::Options;
use shared::place::Kind;
use shared::scene::{Scene, log_to_nowhere};
use shared::table::{head, say};
use timing::Way;

/// Measures how long it takes to refuse somebody, with addresses that have an account and addresses that have none.
#[derive(Debug, Parser)]
struct Asked {
    #[command(flatten)]
    options: Options,
    /// How many tries, in turn with an address that has an account and one that has none.
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
    scene.close().await;
    Ok(())
}
