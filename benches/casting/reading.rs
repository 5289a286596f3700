//! A hundred ballots a second while others read lists: what a voter feels on the busiest evening.

use std::time::Duration;

use super::http::casters;
use super::paper::Paper;
use crate::shared::Fault;
use crate::shared::browser::{enter, invite};
use crate::shared::connection::{Connection, request};
use crate::shared::load::{Client, Load, run};
use crate::shared::scene::Scene;
use crate::shared::table::{head, milliseconds, number, row};

/// Ballots a second.
const BALLOTS: u32 = 100;
/// Lists a second, where they are read at a rate.
const LISTS: u32 = 500;
/// Connections of those who cast, and of those who read.
const CONNECTIONS: usize = 16;

/// Reads one list again and again.
struct Reader {
    connection: Connection,
    request: Vec<u8>,
}

pub(crate) async fn measure(scene: &Scene, paper: &Paper, span: Duration) -> Result<(), Fault> {
    head(&["lists are read", "lists a second", "list p99 ms", "ballots a second", "p50 ms", "p95 ms", "p99 ms"])?;
    let loads =
        [("not at all", None), ("500 a second", Some(Load::Paced(LISTS, span))), ("flat out", Some(Load::Full(span)))];
    for (name, load) in loads {
        let many = u32::try_from(span.as_millis())?.saturating_mul(BALLOTS) / 1000;
        let (entered, _) = enter(scene, &paper.round, invite(scene, &paper.round, many).await?).await?;
        let casting = run(casters(scene, paper, &entered, CONNECTIONS).await?, Load::Paced(BALLOTS, span));
        let readers = if load.is_some() { readers(scene, paper).await? } else { Vec::new() };
        let reading = run(readers, load.unwrap_or(Load::Calls(0)));
        let (casts, lists) = tokio::try_join!(casting, reading)?;
        let time = |of_hundred| milliseconds(casts.percentile(of_hundred));
        let (read, slowest) = (number(lists.rate()), milliseconds(lists.percentile(99)));
        row(&[name.to_owned(), read, slowest, number(casts.rate()), time(50), time(95), time(99)])?;
    }
    Ok(())
}

async fn readers(scene: &Scene, paper: &Paper) -> Result<Vec<Reader>, Fault> {
    let path = format!("/de/rounds/{}/projects?order=17", paper.round.slug);
    let mut readers = Vec::new();
    for _ in 0..CONNECTIONS {
        let connection = Connection::open(scene.address).await?;
        readers.push(Reader { connection, request: request("GET", &path, &[], "") });
    }
    Ok(readers)
}

impl Client for Reader {
    async fn call(&mut self, _: usize) -> Result<(), Fault> {
        self.connection.send(&self.request).await?.expect("200")
    }
}
