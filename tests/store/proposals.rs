//! Both databases find and order the same proposals: what is expected here was written down once, for both.

use allmende::domain::cost_band::CostSpan;
use allmende::domain::ids::{ProposalNumber, RoundId};
use allmende::domain::money::Money;
use allmende::domain::search::words;
use allmende::store::proposal_lists::{
    Filter, Shuffle, Sorting, Sought, Within, count_by_state, count_proposals, list_proposals, list_proposals_after,
};
use allmende::store::proposals::Proposal;

use super::plans;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, proposal, propose, take_back};
use crate::harness::rounds::TestApp;

/// Thirty proposals: every third for the first area, every fifth about trees in German, the tenth taken back.
async fn thirty(database: TestDatabase) -> (TestApp, RoundId, Within) {
    let app = TestApp::new(database).await;
    let round = app.voting_round("lindenau").await;
    let (id, area) = (round.round.id, round.areas[0].id);
    collect(&app, id).await;
    for number in 1..=30_i64 {
        let text = if number % 5 == 0 { "Bäume an der STRASSE." } else { "Sitzbänke." };
        let mut new = proposal(&format!("Proposal {number}"), text);
        new.wording.language = "de".to_owned();
        new.area = (number % 3 == 0).then_some(area);
        new.cost_guess = (number % 2 == 0).then(|| Money::from_minor(number * 100));
        let (_, code) = propose(&app, id, new).await;
        if number == 10 {
            take_back(&app, &code).await;
        }
    }
    (app, id, Within::Area(area))
}

fn numbers(found: &[Proposal]) -> Vec<u32> {
    found.iter().map(|proposal| proposal.number.value()).collect()
}

fn all() -> Sought {
    Sought::Received(Filter::default())
}

on_both! {
    async fn a_search_finds_the_same_in_both(database) {
        let (app, round, area) = thirty(database).await;
        let find = async |sought: Sought| {
            let read = app.db.read(move |conn| {
                let found = list_proposals(conn, round, &sought, Sorting::Newest, (0, 100))?;
                assert_eq!(count_proposals(conn, round, &sought)?, i64::try_from(found.len()).unwrap());
                Ok::<_, allmende::store::StoreError>(found)
            });
            numbers(&read.await.unwrap())
        };
        let searched = |text: &str| Sought::Received(Filter { words: words(text, "de"), ..Filter::default() });
        let cheap = CostSpan::Between(Money::ZERO, Some(Money::from_minor(600)));

        assert_eq!(find(searched("BAUM")).await, [30, 25, 20, 15, 5], "the tenth was taken back");
        assert_eq!(find(searched("bäume")).await, find(searched("Baume")).await);
        assert_eq!(find(searched("straße bäume")).await, [30, 25, 20, 15, 5]);
        assert_eq!(find(searched("bäume sitzbank")).await, [0; 0]);
        let within = Filter { words: words("baum", "de"), within: Some(area), ..Filter::default() };
        assert_eq!(find(Sought::Received(within)).await, [30, 15]);
        let cost = |cost| Sought::Received(Filter { cost: Some(cost), ..Filter::default() });
        assert_eq!(find(cost(cheap)).await, [4, 2]);
        assert_eq!(find(cost(CostSpan::Unknown)).await.len(), 15);
        assert_eq!(find(Sought::Withdrawn).await, [10]);
        let counts = app.db.read(move |conn| count_by_state(conn, round)).await.unwrap();
        assert_eq!(counts.into_values().collect::<Vec<_>>(), [29, 1]);
    }
}

on_both! {
    async fn orders_and_parts_are_the_same_in_both(database) {
        let (app, round, _) = thirty(database).await;
        let list = async |sorting: Sorting, part: (i64, i64)| {
            let read = app.db.read(move |conn| list_proposals(conn, round, &all(), sorting, part));
            numbers(&read.await.unwrap())
        };
        let shuffled = Sorting::Shuffled(Shuffle::new(4_294_967_295, 123_456_789));

        let whole = list(shuffled, (0, 100)).await;
        assert_eq!(whole[..8], expected(4_294_967_295, 123_456_789)[..8]);
        assert_eq!([list(shuffled, (0, 20)).await, list(shuffled, (20, 20)).await].concat(), whole);
        assert_ne!(list(Sorting::Shuffled(Shuffle::new(7, 1)), (0, 100)).await, whole);
        let by_area = list(Sorting::ByArea, (0, 100)).await;
        assert_eq!((by_area[..3].to_vec(), by_area[19..22].to_vec()), (vec![1, 2, 4], vec![3, 6, 9]));
        let after = app.db.read(move |conn| list_proposals_after(conn, round, &all(), Some(ProposalNumber::new(8)), 3));
        assert_eq!(numbers(&after.await.unwrap()), [9, 11, 12]);
    }
}

/// The order as a calculation by hand has it.
fn expected(factor: u64, summand: u64) -> Vec<u32> {
    const PRIME: u64 = 2_147_483_647;
    let (factor, summand) = (factor % (PRIME - 1) + 1, summand % PRIME);
    let place = |number: &u32| {
        let shifted = (u64::from(*number) * factor + summand) % PRIME;
        (shifted * shifted) % PRIME
    };
    let mut numbers: Vec<u32> = (1..=30).filter(|number| *number != 10).collect();
    numbers.sort_by_key(place);
    numbers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_are_put_in_order_by_the_index_alone() {
    let (app, round, _) = thirty(TestDatabase::sqlite()).await;

    let read = app.db.read(move |conn| {
        let shuffled = Sorting::Shuffled(Shuffle::new(7, 1));
        let plans = plans(conn, |conn| {
            list_proposals(conn, round, &all(), shuffled, (0, 20)).unwrap();
            list_proposals(conn, round, &all(), Sorting::Newest, (0, 20)).unwrap();
        });
        Ok::<_, allmende::store::StoreError>(plans)
    });

    let plans: Vec<String> = read.await.unwrap().into_iter().map(|steps| steps.join("; ")).collect();
    for plan in [&plans[0], &plans[2]] {
        assert!(plan.contains("USING COVERING INDEX proposals_round_idx"), "{plan}");
    }
    assert!(!plans[2].contains("TEMP B-TREE"), "{}", plans[2]);
}
