//! A served application with an administrator and a round in the midst of its voting.

use allmende::actions::round::{
    RoundContent, certify_round, close_voting_early, create_round, publish_result, publish_round,
};
use allmende::domain::format::BallotFormat;
use allmende::domain::ids::RoundId;
use allmende::domain::round::Round;
use allmende::jobs;
use allmende::store::StoreError;
use allmende::store::areas::list_areas;
use allmende::store::results::list_allocations;
use allmende::store::rounds::find_round;
use allmende_tally::Allocation;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestRound, live, reason};

/// The title of the round on the stage.
pub(super) const TITLE: &str = "Lindenau entscheidet";

/// The application and a round.
pub(crate) struct Stage {
    pub(crate) app: TestApp,
    pub(super) round: TestRound,
}

impl Stage {
    /// Points over two areas.
    pub(super) async fn new(database: TestDatabase) -> Self {
        let app = TestApp::start(database).await.with_administrator().await;
        Self::with_rule(app, BallotFormat::Points { total: 5, max_per_project: 5 }, "equal-shares points add1+greedy")
            .await
    }

    pub(crate) async fn with_rule(app: TestApp, format: BallotFormat, rule: &str) -> Self {
        let mut content = live("lindenau", app.time.get());
        content.round.format = format;
        content.round.rule = rule.parse().unwrap();
        content.round.ties = "min-cost,max-votes,file".parse().unwrap();
        let round = publish(&app, content).await;
        Self { app, round }
    }

    pub(super) fn id(&self) -> RoundId {
        self.round.round.id
    }

    /// Lets as many people vote: all of them in area 1, the first few in area 2 too.
    pub(crate) async fn vote(&self, many: u32, in_area_2: usize) {
        let most = i64::from(self.round.round.format.max_value()).min(3);
        for (place, voter) in self.round.voters(many).await.into_iter().enumerate() {
            let first = u32::try_from(place % 3).unwrap() + 1;
            let mut choices = vec![(first, most), (first % 3 + 1, 1)];
            if place < in_area_2 {
                choices.push((4 + u32::try_from(place % 2).unwrap(), 1));
            }
            self.round.cast_for(&voter, 0, &choices).await;
        }
    }

    pub(super) async fn close(&self) {
        close_voting_early(&self.app.db, OFFICE, self.id(), reason()).await.unwrap();
    }

    /// Closes, certifies and counts.
    pub(super) async fn count(&self) {
        self.close().await;
        certify_round(&self.app.db, OFFICE, self.id()).await.unwrap();
        self.run_jobs().await;
    }

    pub(crate) async fn publish(&self) {
        self.count().await;
        publish_result(&self.app.db, &self.app.files, OFFICE, self.id()).await.unwrap();
    }

    pub(super) async fn run_jobs(&self) {
        jobs::run_until_idle(&self.app).await.unwrap();
    }

    pub(super) async fn now(&self) -> Round {
        find(&self.app, self.id()).await
    }

    pub(super) async fn allocations(&self) -> Vec<Allocation> {
        allocations(&self.app, self.id()).await
    }
}

/// Makes a round and publishes it.
pub(crate) async fn publish(app: &TestApp, content: RoundContent) -> TestRound {
    let id = create_round(&app.db, OFFICE, content).await.unwrap();
    publish_round(&app.db, &app.keys, OFFICE, &find(app, id).await).await.unwrap();
    let areas = app.db.read(move |conn| list_areas(conn, id)).await.unwrap();
    TestRound { db: app.db.clone(), keys: app.keys.clone(), round: find(app, id).await, areas }
}

pub(super) async fn allocations(app: &TestApp, id: RoundId) -> Vec<Allocation> {
    let rows = app.db.read(move |conn| list_allocations(conn, id)).await.unwrap();
    rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect()
}

async fn find(app: &TestApp, id: RoundId) -> Round {
    app.db.read(move |conn| find_round(conn, id)?.ok_or(StoreError::NotFound)).await.unwrap()
}
