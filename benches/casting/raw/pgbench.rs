//! A cast's statements sent by pgbench, which comes with the server.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use allmende::domain::ids::RoundId;

use super::Bytes;
use crate::shared::Fault;
use crate::shared::figures::Figures;
use crate::shared::place::Place;

const SCRIPT: &str = include_str!("cast.sql");

/// So many connections of pgbench.
pub(super) struct Clients {
    command: PathBuf,
    script: PathBuf,
    database: String,
    round: RoundId,
    bytes: Bytes,
    clients: u32,
}

/// Each run casts for people of its own.
static RUNS: AtomicU32 = AtomicU32::new(1);

impl Clients {
    pub(super) fn prepare(place: &Place, round: RoundId, bytes: Bytes, clients: u32) -> Result<Self, Fault> {
        let script = place.folder.path().join("cast.sql");
        std::fs::write(&script, SCRIPT)?;
        let (command, database) = (find_pgbench()?, place.url());
        Ok(Self { command, script, database, round, bytes, clients })
    }

    /// Casts so many ballots, over all connections together.
    pub(super) fn cast(&self, many: u32) -> Result<Figures, Fault> {
        let each = (many / self.clients).max(1);
        let mut command = Command::new(&self.command);
        command.args(["--no-vacuum", "--protocol=prepared", "--jobs=2"]);
        command.args(["--client", &self.clients.to_string(), "--transactions", &each.to_string()]);
        let variables = [
            ("n", "0".to_owned()),
            ("run", RUNS.fetch_add(1, Ordering::Relaxed).to_string()),
            ("round", self.round.to_string()),
            ("ballot", self.bytes.ballot.to_string()),
            ("leaf", self.bytes.leaf.to_string()),
        ];
        for (name, value) in variables {
            command.args(["--define", &format!("{name}={value}")]);
        }
        let done = command.arg("--file").arg(&self.script).arg(&self.database).output()?;
        let told = String::from_utf8_lossy(&done.stdout);
        let rate = told.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse::<f64>().ok());
        match rate {
            Some(rate) if done.status.success() && rate > 0.0 => {
                let calls = each.saturating_mul(self.clients);
                let span = Duration::from_secs_f64(f64::from(calls) / rate);
                Ok(Figures { calls: usize::try_from(calls)?, span, latencies: Vec::new() })
            }
            Some(_) | None => Err(format!("pgbench: {}", String::from_utf8_lossy(&done.stderr)).into()),
        }
    }
}

/// Beside the newest server that is installed, as Debian has it, or in the path.
fn find_pgbench() -> Result<PathBuf, Fault> {
    let mut found = Vec::new();
    for version in std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten() {
        found.push(version?.path().join("bin/pgbench"));
    }
    found.retain(|program| program.exists());
    found.sort();
    Ok(found.pop().unwrap_or_else(|| PathBuf::from("pgbench")))
}
