//! A hundred ballots a second while five hundred sign in with passwords at once: an attack must not reach the voters.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
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
/// Connections of those who cast.
const CASTERS: usize = 16;
/// Connections of those who sign in, each with one try at a time.
const AT_ONCE: usize = 500;

/// How often each status was answered.
type Statuses = Arc<Mutex<BTreeMap<String, u64>>>;

/// Tries one password after the other, each for another account and from another network, so that no limit helps.
struct Stranger {
    connection: Connection,
    origin: String,
    statuses: Statuses,
}

impl Client for Stranger {
    async fn call(&mut self, turn: usize) -> Result<(), Fault> {
        let network = format!("10.{}.{}.{}", turn / 65_536 % 256, turn / 256 % 256, turn % 256);
        let body = format!("email=nobody-{turn}%40example.org&password=correct-horse-{turn}");
        let headers = [("origin", self.origin.as_str()), ("x-forwarded-for", network.as_str())];
        let answer = self.connection.send(&request("POST", "/de/sign-in", &headers, &body)).await?;
        let status = answer.status.to_owned();
        *self.statuses.lock().unwrap_or_else(PoisonError::into_inner).entry(status).or_default() += 1;
        Ok(())
    }
}

pub(crate) async fn measure(scene: &Scene, paper: &Paper, span: Duration) -> Result<(), Fault> {
    head(&[
        "sign in at once",
        "passwords looked at a second",
        "answers",
        "MB more",
        "ballots a second",
        "p50 ms",
        "p95 ms",
        "p99 ms",
    ])?;
    for many in [0, AT_ONCE] {
        let ballots = u32::try_from(span.as_millis())?.saturating_mul(BALLOTS) / 1000;
        let (entered, _) = enter(scene, &paper.round, invite(scene, &paper.round, ballots).await?).await?;
        let casting = run(casters(scene, paper, &entered, CASTERS).await?, Load::Paced(BALLOTS, span));
        let statuses = Statuses::default();
        let strangers = strangers(scene, many, &statuses).await?;
        let memory = Memory::watch()?;
        let load = if many == 0 { Load::Calls(0) } else { Load::Full(span) };
        let (casts, tries) = tokio::try_join!(casting, run(strangers, load))?;
        let more = memory.end();
        let statuses = std::mem::take(&mut *statuses.lock().unwrap_or_else(PoisonError::into_inner));
        let looked_at = statuses.get("422").copied().unwrap_or_default();
        let told: Vec<String> = statuses.iter().map(|(status, count)| format!("{count} x {status}")).collect();
        let time = |of_hundred| milliseconds(casts.percentile(of_hundred));
        let rate = f64::from(u32::try_from(looked_at)?) / tries.span.as_secs_f64();
        row(&[
            many.to_string(),
            number(rate),
            told.join(", "),
            more.to_string(),
            number(casts.rate()),
            time(50),
            time(95),
            time(99),
        ])?;
    }
    Ok(())
}

async fn strangers(scene: &Scene, many: usize, statuses: &Statuses) -> Result<Vec<Stranger>, Fault> {
    let origin = scene.app.config.base_url.origin().ascii_serialization();
    let mut strangers = Vec::new();
    for _ in 0..many {
        let connection = Connection::open(scene.address).await?;
        strangers.push(Stranger { connection, origin: origin.clone(), statuses: Arc::clone(statuses) });
    }
    Ok(strangers)
}

/// Watches how much more memory the process takes than at the beginning.
struct Memory {
    before: u64,
    most: Arc<AtomicU64>,
    goes_on: Arc<AtomicBool>,
}

impl Memory {
    fn watch() -> Result<Self, Fault> {
        let before = resident()?;
        let (most, goes_on) = (Arc::new(AtomicU64::new(before)), Arc::new(AtomicBool::new(true)));
        let (seen, watched) = (Arc::clone(&most), Arc::clone(&goes_on));
        std::thread::spawn(move || {
            while watched.load(Ordering::Relaxed) {
                // A look that fails is left out.
                if let Ok(now) = resident() {
                    seen.fetch_max(now, Ordering::Relaxed);
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        Ok(Self { before, most, goes_on })
    }

    /// MB.
    fn end(self) -> u64 {
        self.goes_on.store(false, Ordering::Relaxed);
        self.most.load(Ordering::Relaxed).saturating_sub(self.before) / 1_000
    }
}

/// What of the process is in memory, in kB, as Linux tells it.
fn resident() -> Result<u64, Fault> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}
