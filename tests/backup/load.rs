//! A backup is taken while many vote and the office works. What was acknowledged before it began is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use allmende::app::App;
use allmende::backup::{KeyStanding, Voting};
use allmende::domain::slug::Slug;
use allmende::secrecy::Leaf;
use allmende::secrecy::password::PasswordCost;
use allmende::store::areas::list_areas;
use allmende::store::copy::{CopyError, copy_database, fill_database, look_into};
use allmende::store::rounds::{find_round_by_slug, list_rounds};
use allmende::store::schema::{sessions, sign_ins};
use allmende::store::{Clock, Conn, Db, Lock, OpenError, StoreError};
use allmende::web::server::Server;
use allmende::web::site::Occasion;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::{Town, count};
use crate::harness::client::Client;
use crate::harness::rounds::{TestApp, TestRound, live};
use crate::harness::voters::Voter;

const LANES: usize = 8;
const VOTERS: u32 = 80;

/// What was acknowledged so far: each cast by voter and number with its leaf, and the names of rounds.
#[derive(Clone, Default)]
struct Acknowledged {
    casts: BTreeMap<(usize, u32), Leaf>,
    drafts: BTreeSet<String>,
}

/// People who vote again and again, and an office that makes one round after the other, until they are told to stop.
struct Crowd {
    acknowledged: Arc<Mutex<Acknowledged>>,
    stop: Arc<AtomicBool>,
    tasks: tokio::task::JoinSet<()>,
}

impl Crowd {
    fn start(town: &Town, voters: &[Voter]) -> Self {
        let acknowledged: Arc<Mutex<Acknowledged>> = Arc::default();
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = tokio::task::JoinSet::new();
        for lane in 0..LANES {
            let people: Vec<(usize, Voter)> =
                voters.iter().cloned().enumerate().filter(|(place, _)| place % LANES == lane).collect();
            tasks.spawn(vote(town.round.clone(), people, Arc::clone(&acknowledged), Arc::clone(&stop)));
        }
        let now = town.app.time.get();
        tasks.spawn(make_drafts(town.app.db.clone(), now, Arc::clone(&acknowledged), Arc::clone(&stop)));
        Self { acknowledged, stop, tasks }
    }

    fn so_far(&self) -> Acknowledged {
        self.acknowledged.lock().unwrap().clone()
    }

    async fn wait_for(&self, casts: usize) {
        let patience = Instant::now();
        while self.so_far().casts.len() < casts {
            assert!(patience.elapsed() < Duration::from_secs(60), "nobody votes");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    async fn end(self) -> Acknowledged {
        self.stop.store(true, Ordering::Release);
        self.tasks.join_all().await;
        self.acknowledged.lock().unwrap().clone()
    }
}

async fn vote(
    round: TestRound,
    people: Vec<(usize, Voter)>,
    acknowledged: Arc<Mutex<Acknowledged>>,
    stop: Arc<AtomicBool>,
) {
    for number in 1.. {
        for (place, voter) in &people {
            if stop.load(Ordering::Acquire) {
                return;
            }
            let leaf = round.cast_for(voter, number - 1, &[(1 + number % 6, 1 + i64::from(number % 5))]).await;
            acknowledged.lock().unwrap().casts.insert((*place, number), leaf);
        }
    }
}

async fn make_drafts(
    db: Db,
    now: allmende::domain::time::Instant,
    acknowledged: Arc<Mutex<Acknowledged>>,
    stop: Arc<AtomicBool>,
) {
    for number in 0.. {
        if stop.load(Ordering::Acquire) {
            return;
        }
        let slug = format!("draft-{number}");
        let content = live(&slug, now);
        allmende::actions::round::create_round(&db, crate::harness::rounds::OFFICE, content).await.unwrap();
        acknowledged.lock().unwrap().drafts.insert(slug);
    }
}

/// The round with a name in another installation.
async fn round_in(app: &App, slug: &str) -> TestRound {
    let slug = Slug::parse(slug).unwrap();
    let (round, areas) = app
        .db
        .read(move |conn| {
            let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
            let areas = list_areas(conn, round.id)?;
            Ok::<_, StoreError>((round, areas))
        })
        .await
        .unwrap();
    TestRound { db: app.db.clone(), keys: app.keys.clone(), round, areas }
}

/// How many sessions, and how many links to sign in, are in the database.
async fn open_ways_in(app: &App) -> (i64, i64) {
    app.db.read(count_ways_in).await.unwrap()
}

fn count_ways_in(conn: &mut Conn) -> Result<(i64, i64), StoreError> {
    Ok((sessions::table.count().get_result(conn)?, sign_ins::table.count().get_result(conn)?))
}

on_both! {
    async fn a_restore_that_is_cut_short_lets_nobody_in(database) {
        let empty = database.empty_place();
        let app = TestApp::new(database).await;
        let town = Town::new(app).await;
        let voter = town.round.a_voter().await;
        town.open_a_session(&voter).await;
        // As from a newer program: the rows come, and their tables are refused after that.
        let newer = "insert into __diesel_schema_migrations (version) values ('99991231')";
        town.app.db.write(Lock::Nothing, move |tx| Ok::<_, StoreError>(tx.batch_execute(newer)?)).await.unwrap();
        let copy = town.place("copy");
        copy_database(&town.app.config.database, &copy).unwrap();

        let cut_short = fill_database(&empty.url, &copy, |_| Ok(()));

        assert!(matches!(cut_short, Err(CopyError::Open(OpenError::Newer { .. }))), "{cut_short:?}");
        let ways_in = look_into(&empty.url, count_ways_in);
        let is_without = matches!(ways_in, Ok((0, 0)) | Err(CopyError::NoDatabase { .. }));
        assert!(is_without, "{ways_in:?}");
        assert_eq!(open_ways_in(&town.app).await, (1, 1), "that there was something to end");
    }
}

on_both! {
    async fn what_was_acknowledged_before_a_backup_is_in_what_it_restores(database) {
        let empty = database.empty_place();
        let town = Town::new(TestApp::new(database).await).await;
        let voters = town.round.voters(VOTERS).await;
        let crowd = Crowd::start(&town, &voters);
        crowd.wait_for(200).await;

        town.open_a_session(&voters[0]).await;
        let before = crowd.so_far();
        let taken = tokio::task::block_in_place(|| town.back_up("loaded")).unwrap();
        let meanwhile = crowd.so_far();
        crowd.wait_for(meanwhile.casts.len() + 20).await;
        let all = crowd.end().await;
        assert!(meanwhile.casts.len() > before.casts.len(), "nobody voted while the backup was taken");

        let config = town.elsewhere(&empty);
        let survey = tokio::task::block_in_place(|| town.restore(&config, "loaded")).unwrap();
        assert!(matches!(survey.key, KeyStanding::Fits), "{survey:?}");
        assert_eq!(survey.open.len(), 1, "{survey:?}");
        assert!(matches!(survey.open[0].voting, Voting::Open(Some(_))) && survey.open[0].key.is_none(), "{survey:?}");
        assert!(survey.open[0].voting.loses_ballots());

        let clock = Clock::Fixed(town.app.time.clone());
        let restored = Arc::new(App::open_with(config, clock, PasswordCost::LOWEST).await.unwrap());
        assert_eq!(open_ways_in(&town.app).await, (1, 1));
        assert_eq!(open_ways_in(&restored).await, (0, 0), "nobody is in who may have been signed out since");
        let round = round_in(&restored, "now").await;
        let leaves: BTreeSet<String> = round.leaves().await.iter().map(|leaf| format!("{leaf:?}")).collect();
        let missing = before.casts.values().filter(|leaf| !leaves.contains(&format!("{leaf:?}"))).count();
        assert_eq!(missing, 0, "of {} ballots acknowledged before the backup", before.casts.len());
        let known: BTreeSet<String> = all.casts.values().map(|leaf| format!("{leaf:?}")).collect();
        assert!(leaves.len() - leaves.intersection(&known).count() <= 1, "one ballot was cast before the crowd came");
        for (place, voter) in voters.iter().enumerate() {
            let last = before.casts.keys().filter(|(who, _)| *who == place).map(|(_, number)| *number).max();
            let found = round.participation(voter).await.map(|part| part.cast_number.value());
            assert!(found >= last, "voter {place}: {found:?} instead of at least {last:?}");
        }
        let slugs: BTreeSet<String> =
            restored.db.read(list_rounds).await.unwrap().iter().map(|round| round.slug.to_string()).collect();
        assert!(before.drafts.is_subset(&slugs), "rounds are missing");
        assert_eq!(count(&survey, "sealed ballots"), i64::try_from(round.box_content().await.len()).unwrap());

        let server = Server::start(Arc::clone(&restored), Occasion::Live).unwrap();
        let client = Client::new(Arc::clone(&restored), server.address());
        for page in ["/en", "/en/rounds/now", "/en/rounds/past/result", "/de/rounds/past/result"] {
            assert_eq!(client.get(page).status, 200, "{page}");
        }
        let voter = &voters[0];
        let seen = round.participation(voter).await.map_or(0, |part| part.cast_number.value());
        let leaf = round.cast_for(voter, seen, &[(1, 4)]).await;
        assert!(round.leaves().await.contains(&leaf), "a vote can be cast in what was restored");
        for file in taken.manifest.files.iter().skip(1) {
            let bytes = restored.files.read(&file.sha256).unwrap();
            assert_eq!(u64::try_from(bytes.len()).unwrap(), file.bytes);
        }
        assert!(taken.manifest.files.len() > 1, "published files go with it");
        server.stop().await;
        restored.db.close().await;
    }
}
