//! The raw limit: a cast's statements through the database alone, without sealing, queue, threads or requests.

mod pgbench;
mod sqlite;

use allmende::store::StoreError;
use allmende::store::ballots::{list_ballots, list_pending_leaves};

use super::paper::Paper;
use crate::action;
use crate::shared::Fault;
use crate::shared::browser::invite;
use crate::shared::figures::Figures;
use crate::shared::place::Kind;
use crate::shared::scene::Scene;
use crate::sum;

/// What the database is given to do, in one or several ways.
pub(crate) struct Raw {
    ways: Vec<(String, Way, Vec<Figures>)>,
}

enum Way {
    Sqlite(sqlite::Writer),
    Pgbench(pgbench::Clients),
}

/// How many bytes a cast writes.
#[derive(Debug, Clone, Copy)]
struct Bytes {
    ballot: usize,
    leaf: usize,
}

impl Raw {
    /// Gets ready to write what a real cast writes.
    pub(crate) async fn prepare(kind: Kind, scene: &Scene, paper: &Paper, at_once: usize) -> Result<Self, Fault> {
        let (bytes, round) = (measure_a_cast(scene, paper).await?, paper.round.id);
        let ways = match kind {
            Kind::Sqlite => {
                let way = |batch| sqlite::Writer::open(&scene.place, round, bytes, batch).map(Way::Sqlite);
                vec![("raw, 64 casts a commit".to_owned(), way(64)?), ("raw, one cast a commit".to_owned(), way(1)?)]
            }
            Kind::Postgres => {
                let connections = allmende::store::Sizes::default().writers;
                let many = u32::try_from(at_once)?;
                let way = |clients| {
                    let way = pgbench::Clients::prepare(&scene.place, round, bytes, clients)?;
                    Ok::<_, Fault>((format!("pgbench, {clients} clients"), Way::Pgbench(way)))
                };
                // As many clients as the program has connections, and as many as there are people.
                vec![way(connections)?, way(many)?]
            }
        };
        Ok(Self { ways: ways.into_iter().map(|(name, way)| (name, way, Vec::new())).collect() })
    }

    /// Casts so many ballots in each way; where each waits for the disk, a tenth of them.
    pub(crate) fn cast(&mut self, many: u32) -> Result<(), Fault> {
        for (_, way, figures) in &mut self.ways {
            figures.push(match way {
                Way::Sqlite(writer) => writer.cast(many)?,
                Way::Pgbench(clients) => clients.cast(many)?,
            });
        }
        Ok(())
    }

    /// Ballots a second in each way.
    pub(crate) fn rates(&self) -> Vec<(String, f64)> {
        let rate = |figures: &Vec<Figures>| sum(figures.clone()).rate();
        self.ways.iter().map(|(name, _, figures)| (name.clone(), rate(figures))).collect()
    }

    /// Those of the fastest.
    pub(crate) fn rate(&self) -> f64 {
        self.rates().into_iter().map(|(_, rate)| rate).fold(0.0, f64::max)
    }
}

/// Casts a ballot and looks how much lies in the box.
async fn measure_a_cast(scene: &Scene, paper: &Paper) -> Result<Bytes, Fault> {
    action::cast(paper, invite(scene, &paper.round, 1).await?, 1).await?;
    let round = paper.round.id;
    let read = scene.app.db.read(move |conn| {
        Ok::<_, StoreError>((list_ballots(conn, round)?.pop(), list_pending_leaves(conn, round)?.pop()))
    });
    let (Some(ballot), Some((_, leaf))) = read.await? else { return Err("the box is empty".into()) };
    Ok(Bytes { ballot: ballot.sealed.len(), leaf: leaf.len() })
}
