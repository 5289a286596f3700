//! The demo: its past is past, its present is open.

use allmende::demo::fill;
use allmende::domain::decision::CouncilOutcome;
use allmende::domain::proposal::ProposalState;
use allmende::domain::schedule::{Phase, Window};
use allmende::domain::slug::Slug;
use allmende::domain::time::Instant;
use allmende::store::decisions::list_decisions;
use allmende::store::entries::list_entries;
use allmende::store::proposal_lists::count_by_state;
use allmende::store::rounds::find_round_by_slug;
use allmende::store::{Conn, StoreError};

use crate::harness::app::TestApp;

fn at(text: &str) -> Option<Instant> {
    Some(Instant::parse(text).unwrap())
}

/// The acts of a round with their times, oldest first.
async fn acts(app: &TestApp, slug: &str) -> Vec<(String, Instant)> {
    let slug = Slug::parse(slug).unwrap();
    let read = move |conn: &mut Conn| {
        let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
        list_entries(conn, round.id, 100)
    };
    let mut acts: Vec<_> = app.db.read(read).await.unwrap().into_iter().map(|entry| (entry.act, entry.at)).collect();
    acts.reverse();
    acts
}

on_both! {
    async fn the_result_of_the_demo_is_a_year_old_and_its_voting_is_open(database) {
        let app = TestApp::start(database).await;
        let now = app.time.get();
        assert_eq!(Some(now), at("2027-05-01T12:00:00Z"));

        fill(&app, &app.time, |_| {}).await.unwrap();

        assert_eq!(app.time.get(), now, "the clock is where it was");
        let round = |slug: &'static str| {
            let slug = Slug::parse(slug).unwrap();
            app.db.read(move |conn| find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound))
        };
        let past = round("lindenau-2026").await.unwrap();
        // Noon in Berlin, 617 and 360 days ago; voting ended with the 367th day before.
        assert_eq!(past.facts.round_published_at, at("2025-08-22T10:00:00Z"));
        assert_eq!(past.facts.voting_closed_at, at("2026-04-29T22:00:00Z"));
        assert_eq!(past.facts.voting_closed_at, past.schedule.span(Window::Voting).unwrap().closes_at);
        assert_eq!(past.facts.result_published_at, at("2026-05-06T10:00:00Z"));
        assert_eq!(past.phase(now), Phase::Decided);
        let id = past.id;
        let decided = app.db.read(move |conn| list_decisions(conn, id)).await.unwrap();
        let how_often = |outcome| decided.values().filter(|entered| entered.decision.outcome() == outcome).count();
        assert_eq!(CouncilOutcome::ALL.iter().map(|outcome| how_often(*outcome)).collect::<Vec<_>>(), [12, 1, 1, 1]);
        let waiting = round("jugend-2027").await.unwrap();
        assert_eq!(waiting.phase(now), Phase::Result);
        let open = app.db.read(move |conn| list_decisions(conn, waiting.id)).await.unwrap();
        assert!(open.is_empty(), "its council has not sat yet");
        assert!(acts(&app, "lindenau-2026").await.iter().all(|(_, at)| now.since(*at).num_days() > 317), "{past:?}");
        for slug in ["lindenau-2027", "schulhof-2027"] {
            let open = round(slug).await.unwrap();
            assert_eq!(open.phase(now), Phase::Voting, "{slug}");
            assert!(now.since(open.facts.round_published_at.unwrap()).num_days() > 80, "{slug}");
            assert_eq!(acts(&app, slug).await.last(), Some(&("codes_made".to_owned(), now)), "{slug}");
        }
        let collecting = round("lindenau-2028").await.unwrap();
        assert_eq!(collecting.phase(now), Phase::Collecting);
        let counts = app.db.read(move |conn| count_by_state(conn, collecting.id)).await.unwrap();
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), [
            (ProposalState::Unchecked, 4),
            (ProposalState::Received, 30),
            (ProposalState::Hidden, 3),
            (ProposalState::Withdrawn, 3),
        ]);
        let page = app.client().get("/en/rounds/lindenau-2026/result");
        let words = page.body.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
        assert!(words.contains("6 May 2026"), "{words}");
        assert!(!words.contains("May 2027"), "nothing of it is of today");
    }
}
