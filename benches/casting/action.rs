//! Casting through the action, without a request around it.

use std::sync::Arc;

use allmende::actions::ballot::{CastBallot, cast_ballot};
use allmende::domain::channel::Channel;
use allmende::domain::ids::{AreaNumber, CastNumber};
use allmende::secrecy::randomness::draw;
use chrono_tz::Europe::Berlin;

use super::paper::Paper;
use crate::shared::Fault;
use crate::shared::browser::Voter;
use crate::shared::figures::Figures;
use crate::shared::load::{Client, Load, run};

/// Somebody who casts one ballot after the other, each for another voter.
struct Caster {
    paper: Arc<Paper>,
    voters: Arc<[Voter]>,
}

/// Casts one ballot for each voter.
pub(crate) async fn cast(paper: &Paper, voters: Vec<Voter>, at_once: usize) -> Result<Figures, Fault> {
    let (paper, voters): (_, Arc<[Voter]>) = (Arc::new(paper.clone()), voters.into());
    let caster = |_| Caster { paper: Arc::clone(&paper), voters: Arc::clone(&voters) };
    run((0..at_once).map(caster).collect(), Load::Calls(voters.len())).await
}

impl Client for Caster {
    async fn call(&mut self, turn: usize) -> Result<(), Fault> {
        let (paper, (_, row)) = (&self.paper, self.voters.get(turn).ok_or("no voter is left")?);
        let request = CastBallot {
            voter: row.clone(),
            own_area: Some(AreaNumber::new(1)),
            channel: Channel::LetterCode,
            account: None,
            ballot: paper.valid(turn)?,
            ballot_version: paper.round.ballot_version,
            cast_number: CastNumber::new(0),
            cast_key: draw()?,
            client_nonce: draw()?,
        };
        cast_ballot(&paper.db, &paper.keys, &paper.round, Berlin, request).await?;
        Ok(())
    }
}
