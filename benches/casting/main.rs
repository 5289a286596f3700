//! How fast ballots go into the box: through the raw database, through the action, and over HTTP. README.md beside
//! this folder says what the figures mean.

mod action;
mod http;
mod paper;
mod raw;
mod reading;
#[path = "../shared/mod.rs"]
mod shared;
mod signing_in;

use std::time::Duration;

use allmende::domain::round::Origin;
use clap::Parser;

use paper::Paper;
use raw::Raw;
use shared::Fault;
use shared::browser::{enter, invite};
use shared::figures::Figures;
use shared::options::{Options, Size};
use shared::place::Kind;
use shared::scene::{Scene, log_to_nowhere};
use shared::table::{head, milliseconds, number, row, say};

/// Measures casting: the raw database, the action and whole requests, in turn, on the same rows.
#[derive(Debug, Parser)]
struct Asked {
    #[command(flatten)]
    options: Options,
    /// The round: projects and areas.
    #[arg(long, value_name = "PROJECTS/AREAS", default_value = "44/4")]
    round: Size,
    /// How many ballots go each way.
    #[arg(long, default_value_t = 20_000)]
    ballots: u32,
    /// How many people cast at the same time.
    #[arg(long, default_value_t = 64)]
    at_once: usize,
}

/// Each way is taken in this many turns, so that a disturbance does not meet one of them alone.
const TURNS: u32 = 4;

fn main() -> Result<(), Fault> {
    let mut asked = Asked::parse();
    if asked.options.quick {
        say("With hardly any load: these figures mean nothing.")?;
        (asked.ballots, asked.at_once) = (40, 8);
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
    say(&format!("\n{}; {}; {} at a time", scene.place.durability()?, asked.round, asked.at_once))?;
    let now = scene.app.db.clock().now();
    let round = scene.publish(shared::rounds::round("casting", asked.round, Origin::Live, now)?).await?;
    let paper = Paper::new(&scene, round, asked.round);

    let mut raw = Raw::prepare(kind, &scene, &paper, asked.at_once).await?;
    let [mut entered, mut acted, mut posted] = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        let each = asked.ballots / TURNS;
        raw.cast(each)?;
        acted.push(action::cast(&paper, invite(&scene, &paper.round, each).await?, asked.at_once).await?);
        let (browsers, figures) = enter(&scene, &paper.round, invite(&scene, &paper.round, each).await?).await?;
        entered.push(figures);
        posted.push(http::cast(&scene, &paper, &browsers, asked.at_once).await?);
    }
    let limit = raw.rate();
    head(&["way", "ballots a second", "of the raw limit", "p50 ms", "p95 ms", "p99 ms"])?;
    for (name, rate) in raw.rates() {
        tell(&name, rate, limit, None)?;
    }
    for (name, figures) in [("the action", acted), ("whole requests", posted), ("entering codes", entered)] {
        let figures = sum(figures);
        tell(name, figures.rate(), limit, Some(&figures))?;
    }
    let span = Duration::from_millis(if asked.options.quick { 200 } else { 10_000 });
    reading::measure(&scene, &paper, span).await?;
    signing_in::measure(&scene, &paper, span).await?;
    scene.close().await;
    Ok(())
}

fn tell(name: &str, rate: f64, limit: f64, figures: Option<&Figures>) -> Result<(), Fault> {
    let time = |of_hundred| milliseconds(figures.and_then(|figures| figures.percentile(of_hundred)));
    row(&[name.to_owned(), number(rate), number(rate / limit), time(50), time(95), time(99)])
}

/// Several loads as one.
fn sum(turns: Vec<Figures>) -> Figures {
    let mut whole = Figures::default();
    for turn in turns {
        whole.calls = whole.calls.saturating_add(turn.calls);
        whole.span = whole.span.saturating_add(turn.span);
        whole.latencies.extend(turn.latencies);
    }
    whole
}
