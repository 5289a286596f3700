//! People on the roll of a round, the check pages they see, and what can be seen of their ballots.

use std::collections::BTreeMap;

use allmende::actions::ballot::{CastBallot, CastBallotError, cast_ballot};
use allmende::domain::ballot::{FilledBallot, OfferedArea, ValidBallot, check};
use allmende::domain::channel::Channel;
use allmende::domain::ids::{AreaId, CastNumber, ProjectNumber};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::round::Round;
use allmende::secrecy::randomness::draw;
use allmende::secrecy::{BallotContent, Fingerprint, Leaf, RoundKeys};
use allmende::store::ballots::{list_ballots, list_pending_leaves};
use allmende::store::participations::{Participation, find_participation};
use allmende::store::profile::list_profile_ballots;
use allmende::store::projects::list_projects;
use allmende::store::roll::RollRow;
use chrono_tz::Europe::Berlin;

use super::made_up::send_letters;
use super::rounds::{TestApp, TestRound};

/// Points for projects, by number.
pub(crate) type Points = Vec<(u32, i64)>;

/// Somebody who got a letter.
#[derive(Debug, Clone)]
pub(crate) struct Voter {
    pub(crate) code: LetterCode,
    pub(crate) row: RollRow,
}

impl TestRound {
    /// People with a code of a new batch.
    pub(crate) async fn voters(&self, many: u32) -> Vec<Voter> {
        let sent = send_letters(&self.db, &self.keys, &self.round, None, many).await;
        sent.into_iter().map(|(code, row)| Voter { code, row }).collect()
    }

    pub(crate) async fn a_voter(&self) -> Voter {
        self.voters(1).await.remove(0)
    }

    /// A check page: it was rendered when the voter had cast `seen` times.
    pub(crate) fn check_page(&self, voter: &Voter, seen: u32, points: &[(u32, i64)]) -> CastBallot {
        CastBallot {
            voter: voter.row.clone(),
            own_area: None,
            channel: Channel::LetterCode,
            account: None,
            ballot: self.valid(points),
            ballot_version: self.round.ballot_version,
            cast_number: CastNumber::new(seen),
            cast_key: draw().unwrap(),
            client_nonce: draw().unwrap(),
        }
    }

    /// Points that keep the rules: projects 1 to 3 in area 1, 4 to 6 in area 2.
    pub(crate) fn valid(&self, points: &[(u32, i64)]) -> ValidBallot {
        let offer = |area: &allmende::domain::round::Area| {
            let first = (area.number.value() - 1) * 3 + 1;
            OfferedArea { area: area.number, projects: (first..first + 3).map(ProjectNumber::new).collect() }
        };
        let offered: Vec<_> = self.areas.iter().map(offer).collect();
        let entries = points.iter().map(|(project, value)| (ProjectNumber::new(*project), *value)).collect();
        check(self.round.format, &offered, &FilledBallot { entries, ..FilledBallot::default() }).unwrap()
    }

    pub(crate) async fn cast(&self, ballot: CastBallot) -> Result<Leaf, CastBallotError> {
        cast_ballot(&self.db, &self.keys, &self.round, Berlin, ballot).await
    }

    /// Casts a ballot that must go in.
    pub(crate) async fn cast_for(&self, voter: &Voter, seen: u32, points: &[(u32, i64)]) -> Leaf {
        self.cast(self.check_page(voter, seen, points)).await.unwrap()
    }

    pub(crate) async fn participation(&self, voter: &Voter) -> Option<Participation> {
        let (id, person) = (self.round.id, voter.row.person);
        self.db.read(move |conn| find_participation(conn, id, &person)).await.unwrap()
    }

    pub(crate) fn round_keys(&self) -> std::sync::Arc<RoundKeys> {
        let fingerprint = Fingerprint::parse(self.round.key_fingerprint.as_deref().unwrap()).unwrap();
        self.keys.round_key(&self.round.public_id, &fingerprint).unwrap()
    }

    /// The opened ballots of the box with their leaves.
    pub(crate) async fn box_content(&self) -> Vec<(BallotContent, Leaf)> {
        let (id, keys) = (self.round.id, self.round_keys());
        let sealed = self.db.read(move |conn| list_ballots(conn, id)).await.unwrap();
        let open = |ballot: &allmende::store::ballots::SealedBallot| {
            let content = keys.open_ballot(&ballot.pseudonym, &ballot.sealed).unwrap();
            let leaf = keys.leaf(self.round.format, &content).unwrap();
            (content, leaf)
        };
        sealed.iter().map(open).collect()
    }

    /// The leaves that wait for the log.
    pub(crate) async fn leaves(&self) -> Vec<Leaf> {
        let (id, keys) = (self.round.id, self.round_keys());
        let sealed = self.db.read(move |conn| list_pending_leaves(conn, id)).await.unwrap();
        sealed.iter().map(|(row, leaf)| keys.open_leaf(row, leaf).unwrap()).collect()
    }

    /// Each area's opened ballots as sorted points; what is shuffled has no other order.
    pub(crate) async fn profile(&self) -> BTreeMap<AreaId, Vec<Points>> {
        let mut profile = BTreeMap::new();
        for area in &self.areas {
            let (id, area) = (self.round.id, area.id);
            let ballots = self.db.read(move |conn| list_profile_ballots(conn, id, area)).await.unwrap();
            let points = |ballot: &allmende::store::profile::ProfileBallot| {
                ballot.choices.iter().map(|one| (one.project.value(), i64::from(one.value))).collect::<Points>()
            };
            let mut all: Vec<Points> = ballots.iter().map(points).collect();
            all.sort();
            profile.insert(area, all);
        }
        profile
    }

    /// What the profile must be after these last ballots.
    pub(crate) fn profile_of(&self, ballots: &[Points]) -> BTreeMap<AreaId, Vec<Points>> {
        let mut profile: BTreeMap<AreaId, Vec<Points>> = self.areas.iter().map(|area| (area.id, vec![])).collect();
        for points in ballots {
            for area in self.valid(points).areas() {
                let id = self.areas.iter().find(|known| known.number == area.area).unwrap().id;
                let points = area.choices.iter().map(|one| (one.project.value(), i64::from(one.value))).collect();
                profile.get_mut(&id).unwrap().push(points);
            }
        }
        profile.values_mut().for_each(|all| all.sort());
        profile
    }
}

impl TestApp {
    /// The acts in a round's record, oldest first; equal times in the order of their words.
    pub(crate) async fn acts(&self, round: &Round) -> Vec<String> {
        let id = round.id;
        let entries = self.db.read(move |conn| allmende::store::entries::list_entries(conn, id, 10_000)).await.unwrap();
        let mut acts: Vec<_> = entries.into_iter().map(|entry| (entry.at, entry.act)).collect();
        acts.sort();
        acts.into_iter().map(|(_, act)| act).collect()
    }

    /// How often an act stands in a round's record.
    pub(crate) async fn count_acts(&self, round: &Round, act: &str) -> usize {
        self.acts(round).await.iter().filter(|entered| *entered == act).count()
    }

    /// How many projects a round has.
    pub(crate) async fn count_projects(&self, round: &Round) -> usize {
        let id = round.id;
        self.db.read(move |conn| list_projects(conn, id)).await.unwrap().len()
    }
}
