//! Browsers in which a code was entered.

use std::sync::{Arc, Mutex, PoisonError};

use allmende::domain::ids::{AreaNumber, RollId};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::round::Round;
use allmende::store::areas::list_areas;
use allmende::store::roll::RollRow;

use super::Fault;
use super::connection::{Connection, request};
use super::figures::Figures;
use super::load::{Client, Load, run};
use super::made_up::send_letters;
use super::scene::Scene;

/// How many browsers enter their codes at a time.
const AT_ONCE: usize = 32;

/// Somebody with a code, and the row of the roll that it leads to.
pub(crate) type Voter = (LetterCode, RollRow);

/// A browser in which a code was entered: the header with which it shows its session, and the row of the roll.
pub(crate) type Entered = (String, RollId);

/// People of area 1 with codes.
pub(crate) async fn invite(scene: &Scene, round: &Round, many: u32) -> Result<Vec<Voter>, Fault> {
    let id = round.id;
    let areas = scene.app.db.read(move |conn| list_areas(conn, id)).await?;
    let home = areas.iter().find(|area| area.number == AreaNumber::new(1)).ok_or("there is no area 1")?;
    Ok(send_letters(&scene.app.db, &scene.app.keys, round, Some(home.id), many).await)
}

/// Lets each enter the own code over HTTP, and tells how fast that went.
pub(crate) async fn enter(scene: &Scene, round: &Round, voters: Vec<Voter>) -> Result<(Vec<Entered>, Figures), Fault> {
    let entries = Arc::new(Entries {
        path: format!("/de/rounds/{}/vote/code", round.slug),
        origin: scene.app.config.base_url.origin().ascii_serialization(),
        voters,
        entered: Mutex::default(),
    });
    let mut clients = Vec::new();
    for _ in 0..AT_ONCE {
        clients.push(Entering { connection: Connection::open(scene.address).await?, entries: Arc::clone(&entries) });
    }
    let figures = run(clients, Load::Calls(entries.voters.len())).await?;
    let entered = std::mem::take(&mut *entries.entered.lock().unwrap_or_else(PoisonError::into_inner));
    Ok((entered, figures))
}

struct Entries {
    path: String,
    origin: String,
    voters: Vec<Voter>,
    entered: Mutex<Vec<Entered>>,
}

struct Entering {
    connection: Connection,
    entries: Arc<Entries>,
}

impl Client for Entering {
    async fn call(&mut self, turn: usize) -> Result<(), Fault> {
        let entries = &self.entries;
        let (code, row) = entries.voters.get(turn).ok_or("no voter is left")?;
        let body = format!("code={code}");
        let answer =
            self.connection.send(&request("POST", &entries.path, &[("origin", &entries.origin)], &body)).await?;
        answer.expect("303")?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).ok_or("no cookie")?;
        entries.entered.lock().unwrap_or_else(PoisonError::into_inner).push((cookie.to_owned(), row.id));
        Ok(())
    }
}
