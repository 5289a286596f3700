//! Casting as a browser does: the form of the check page, over a kept connection, with the voter's session.

use std::sync::Arc;

use allmende::domain::hex;
use allmende::secrecy::randomness::draw;

use super::paper::Paper;
use crate::shared::Fault;
use crate::shared::browser::Entered;
use crate::shared::connection::{Connection, request};
use crate::shared::figures::Figures;
use crate::shared::load::{Client, Load, run};
use crate::shared::scene::Scene;

/// Sends one prepared form after the other.
pub(crate) struct Caster {
    connection: Connection,
    forms: Arc<[Vec<u8>]>,
}

/// Casts one ballot in each session.
pub(crate) async fn cast(scene: &Scene, paper: &Paper, entered: &[Entered], at_once: usize) -> Result<Figures, Fault> {
    let casters = casters(scene, paper, entered, at_once).await?;
    run(casters, Load::Calls(entered.len())).await
}

/// So many connections over which the sessions' forms can be sent.
pub(crate) async fn casters(
    scene: &Scene,
    paper: &Paper,
    entered: &[Entered],
    at_once: usize,
) -> Result<Vec<Caster>, Fault> {
    let forms = entered.iter().enumerate().map(|(turn, browser)| form(scene, paper, browser, turn));
    let forms: Arc<[Vec<u8>]> = forms.collect::<Result<Vec<_>, _>>()?.into();
    let mut casters = Vec::new();
    for _ in 0..at_once {
        casters.push(Caster { connection: Connection::open(scene.address).await?, forms: Arc::clone(&forms) });
    }
    Ok(casters)
}

/// What a browser sends from the check page, made before anything is timed.
fn form(scene: &Scene, paper: &Paper, (cookie, row): &Entered, turn: usize) -> Result<Vec<u8>, Fault> {
    let csrf = scene.app.keys.installation().vote_token(*row, draw()?);
    let mut body = format!("_csrf={csrf}&ballot_version={}&cast_number=0", paper.round.ballot_version);
    for name in ["cast_key", "client_nonce"] {
        body.push_str(&format!("&{name}={}", hex::encode(&draw::<16>()?)));
    }
    for (project, value) in paper.points(turn) {
        body.push_str(&format!("&p{project}={value}"));
    }
    let path = format!("/de/rounds/{}/vote/cast", paper.round.slug);
    let origin = scene.app.config.base_url.origin().ascii_serialization();
    Ok(request("POST", &path, &[("cookie", cookie), ("origin", &origin)], &body))
}

impl Client for Caster {
    async fn call(&mut self, turn: usize) -> Result<(), Fault> {
        let answer = self.connection.send(self.forms.get(turn).ok_or("no form is left")?).await?;
        answer.expect("303")?;
        match answer.header("location") {
            Some(location) if location.ends_with("/vote/receipt") => Ok(()),
            elsewhere => Err(format!("a cast led to {elsewhere:?}").into()),
        }
    }
}
