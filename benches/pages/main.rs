//! How fast pages come, next to a bare answer and a bare template of the same size in the same run. README.md beside
//! this folder says what the figures mean.

mod addresses;
mod measure;
mod peers;
mod result;
#[path = "../shared/mod.rs"]
mod shared;

use std::time::Duration;

use allmende::domain::round::Origin;
use clap::Parser;

use addresses::{Address, addresses};
use measure::{Bench, Encoding};
use peers::Peers;
use shared::Fault;
use shared::browser::{enter, invite};
use shared::options::{Options, Size};
use shared::place::Kind;
use shared::scene::{Scene, log_to_nowhere};
use shared::table::{head, milliseconds, number, row, say};

/// Measures pages: shared ones, and the same for somebody who has entered a code.
#[derive(Debug, Parser)]
struct Asked {
    #[command(flatten)]
    options: Options,
    /// The rounds: projects and areas of each.
    #[arg(long, value_name = "PROJECTS/AREAS", value_delimiter = ',', default_value = "44/4,2500/100")]
    rounds: Vec<Size>,
    /// How many ballots the published result has. Few ballots over much money take completion by a unit more for each
    /// voter long to count.
    #[arg(long, default_value_t = 100_000)]
    ballots: u32,
    /// For how long each figure is taken.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 1_000)]
    span: u64,
}

/// The rate at which times are taken.
const A_SECOND: u32 = 500;

fn main() -> Result<(), Fault> {
    let mut asked = Asked::parse();
    if asked.options.quick {
        say("With hardly any load: these figures mean nothing.")?;
        (asked.rounds, asked.ballots, asked.span) = (vec![Size { projects: 8, areas: 2 }], 60, 20);
    }
    log_to_nowhere()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    for kind in asked.options.databases() {
        for size in &asked.rounds {
            runtime.block_on(measure(&asked, kind, *size))?;
        }
    }
    Ok(())
}

async fn measure(asked: &Asked, kind: Kind, size: Size) -> Result<(), Fault> {
    let scene = Scene::open(kind, &asked.options.folder).await?;
    say(&format!("\n{}; {size}", scene.place.durability()?))?;
    let now = scene.app.db.clock().now();
    let open = scene.publish(shared::rounds::round("open", size, Origin::Live, now)?).await?;
    let done = scene.publish(shared::rounds::round("done", size, Origin::Generated, now)?).await?;
    result::publish(&scene, done.id, size, asked.ballots).await?;
    let (entered, _) = enter(&scene, &open, invite(&scene, &open, 1).await?).await?;
    let (cookie, _) = entered.first().ok_or("nobody entered")?;

    let bench = Bench::new(scene.address, Duration::from_millis(asked.span));
    let addresses = addresses(&open.slug, &done.slug, cookie);
    let mut bodies = Vec::new();
    for address in &addresses {
        bodies.push(bench.fetch(address).await?);
    }
    let peers = Peers::start(scene.app.db.clone(), open.id, &bodies).await?;
    let hello = bench.full(peers.address, &Address::new("hello", "/hello"), Encoding::Identity).await?;
    say(&format!("A bare hello: {} a second", number(hello.rate())))?;
    head(&[
        "page",
        "kB",
        "a second",
        "of hello",
        "of Tera",
        "kB, brotli",
        "brotli a second",
        "of Tera with brotli",
        "p50 ms",
        "p95 ms at 500 a second",
    ])?;
    for (place, address) in addresses.iter().enumerate() {
        let bare = Address::new(address.name, &format!("/bare/{place}"));
        let mut cells = vec![address.to_string()];
        for encoding in [Encoding::Identity, Encoding::Brotli] {
            let page = bench.full(scene.address, address, encoding).await?;
            let tera = bench.full(peers.address, &bare, encoding).await?;
            cells.extend([number(page.kilobytes), number(page.rate())]);
            if encoding == Encoding::Identity {
                cells.push(number(page.rate() / hello.rate()));
            }
            cells.push(number(page.rate() / tera.rate()));
        }
        let paced = bench.paced(address, A_SECOND).await?;
        let kept = paced.rate() > 0.95 * f64::from(A_SECOND);
        cells.push(milliseconds(paced.percentile(50)));
        cells.push(if kept {
            milliseconds(paced.percentile(95))
        } else {
            format!("only {} a second", number(paced.rate()))
        });
        row(&cells)?;
    }
    peers.stop().await;
    scene.close().await;
    Ok(())
}
