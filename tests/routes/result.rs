//! The result: what it says, what it keeps back, and that anybody can count it again.

use std::process::Command;
use std::sync::Arc;

use allmende::actions::round::{create_round, publish_result, publish_round, replace_profile};
use allmende::domain::format::BallotFormat;
use allmende::exchange::pabulib::read_election;
use allmende::jobs;
use allmende::secrecy::randomness::draw;
use allmende::store::StoreError;
use allmende::store::areas::list_areas;
use allmende::store::profile::ProfileBallot;
use allmende::store::rounds::find_round;
use scraper::{Html, Selector};
use tempfile::TempDir;

use super::stage::{Stage, allocations};
use crate::actions::life::{imported, pabulib_file};
use crate::harness::app::TestApp;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::OFFICE;

/// The texts of everything that a selector finds, without isolation marks.
fn texts(answer: &Answer, selector: &str) -> Vec<String> {
    let page = Html::parse_document(&answer.body);
    let text = |element: scraper::ElementRef<'_>| {
        let text = element.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&Selector::parse(selector).unwrap()).map(text).collect()
}

/// What the printed command says of the downloaded file: the selected ids, and their order.
fn recounted(command: &str, file: &str) -> (Vec<String>, Vec<String>) {
    let folder = TempDir::new().unwrap();
    let words: Vec<&str> = command.split_whitespace().collect();
    assert_eq!(words[..2], ["allmende", "tally"], "{command}");
    std::fs::write(folder.path().join(words[2]), file).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_allmende"))
        .args(&words[1..])
        .arg("--json")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = |name: &str| {
        let ids = object[name].as_array().unwrap().iter();
        ids.map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    (list("selected"), list("order"))
}

on_both! {
    async fn points_by_equal_shares_are_counted_again_to_the_same_result(database) {
        let format = BallotFormat::Points { total: 5, max_per_project: 5 };
        is_counted_again(database, format, "equal-shares points add1+greedy").await;
    }
}

on_both! {
    async fn ticks_by_equal_shares_are_counted_again_to_the_same_result(database) {
        is_counted_again(database, BallotFormat::Approval { max: 3 }, "equal-shares cost add1-whole+comparison").await;
    }
}

on_both! {
    async fn a_ranking_is_counted_again_to_the_same_result(database) {
        is_counted_again(database, BallotFormat::Approval { max: 3 }, "ranking threshold=4 no-skip").await;
    }
}

on_both! {
    async fn satisfaction_for_the_money_is_counted_again_to_the_same_result(database) {
        is_counted_again(database, BallotFormat::Approval { max: 3 }, "greedy cardinality").await;
    }
}

on_both! {
    async fn small_raises_are_counted_again_to_the_same_result(database) {
        let format = BallotFormat::Points { total: 5, max_per_project: 5 };
        is_counted_again(database, format, "equal-shares points add1-all+greedy increment=0.25").await;
    }
}

on_both! {
    async fn the_page_explains_satisfaction_for_the_money(database) {
        let format = BallotFormat::Approval { max: 3 };
        let stage = Stage::with_rule(TestApp::start(database).await, format, "greedy cardinality").await;
        stage.vote(25, 25).await;
        stage.publish().await;

        let page = stage.app.client().get("/en/rounds/lindenau/result/areas/1");

        assert_eq!(page.status, 200);
        assert!(page.text("#how .lead").contains("the most votes for the price come first"), "{}", page.text("#how"));
        assert!(page.text("#how").contains("cost least for each person: €"), "{}", page.text("#how"));
    }
}

/// The printed command, run on the downloaded file, names what was stored.
async fn is_counted_again(database: TestDatabase, format: BallotFormat, rule: &str) {
    let stage = Stage::with_rule(TestApp::start(database).await, format, rule).await;
    stage.vote(25, 25).await;
    stage.publish().await;
    let client = stage.app.client();
    let page = client.get("/en/rounds/lindenau/result");
    assert_eq!(page.status, 200);
    let commands = texts(&page, "#data .slip code");
    let stored = stage.allocations().await;
    assert_eq!((commands.len(), stored.len()), (2, 2));

    for (number, (command, allocation)) in commands.iter().zip(&stored).enumerate() {
        let file = client.get(&format!("/en/rounds/lindenau/result/{}.pb", number + 1));
        let (selected, order) = recounted(command, &file.body);

        let expected: Vec<String> = allocation.chosen.iter().map(|chosen| chosen.id.clone()).collect();
        assert!(!expected.is_empty());
        assert_eq!(order, expected, "{command}");
        let mut sorted = expected;
        sorted.sort_unstable();
        assert_eq!(selected, sorted);
    }
}

on_both! {
    async fn a_result_says_what_happened_and_keeps_small_numbers_back(database) {
        let stage = Stage::new(database).await;
        stage.vote(12, 3).await;
        let client = stage.app.client();
        let early = client.get("/en/rounds/lindenau/result");
        assert!(early.body.contains("Until it ends we show no numbers."), "{}", early.body);
        assert_eq!(client.get("/en/rounds/lindenau/result/1.pb").status, 404);
        stage.count().await;
        let counted = client.get("/en/rounds/lindenau/result");
        assert!(counted.body.contains("The administration publishes the result next."));
        assert_eq!(client.get("/en/rounds/lindenau/result/1.pb").status, 404);
        stage.app.time.set(stage.app.time.get().plus(chrono::TimeDelta::seconds(30)));

        allmende::actions::round::publish_result(&stage.app.db, &stage.app.files, OFFICE, stage.id()).await.unwrap();

        let page = client.get("/en/rounds/lindenau/result");
        assert!(page.text(".lead").starts_with("12 people voted. The funded projects cost €"), "{}", page.text(".lead"));
        assert!(page.body.contains("There is no file for"), "area 2 has three ballots");
        let chosen = texts(&page, ".sums li a");
        assert!(!chosen.is_empty() && chosen.iter().all(|title| title.contains("Vorhaben")), "{chosen:?}");
        assert!(page.text("#turnout + figure").contains("100% of"), "{}", page.text("#turnout + figure"));
        let area = client.get("/en/rounds/lindenau/result/areas/1");
        assert_eq!(area.status, 200);
        assert_eq!(texts(&area, "#how ol.phases li").len(), 6);
        let small = client.get("/en/rounds/lindenau/result/areas/2");
        assert!(small.body.contains("It has fewer than"));
        assert!(!small.body.contains("Every step as a table"), "what single people paid is kept back");
        assert_eq!(client.get("/en/rounds/lindenau/result/2.pb").status, 404);
        assert_eq!(client.get("/en/rounds/lindenau/result/areas/3").status, 404);
        assert_eq!(client.get("/de/rounds/lindenau/result").status, 200);
        assert_eq!(client.get("/en/rounds/nothing/result").status, 404);
    }
}

on_both! {
    async fn a_ballot_file_says_what_it_is_and_never_changes(database) {
        let stage = Stage::new(database).await;
        stage.vote(10, 0).await;
        stage.publish().await;
        let client = stage.app.client();

        let file = client.get("/de/rounds/lindenau/result/1.pb");

        assert_eq!(file.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"lindenau-1.pb\""));
        assert_eq!(file.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(read_election(file.body.as_bytes()).unwrap().ballots.len(), 10);
        let tag = file.header("etag").unwrap();
        assert!(texts(&client.get("/de/rounds/lindenau/result"), "#data code").iter().any(|value| {
            let digits = value.replace(' ', "");
            digits.len() == 16 && tag.contains(&digits)
        }));
        let again = client.send("GET", "/de/rounds/lindenau/result/1.pb", &[("if-none-match", tag)], None);
        assert_eq!((again.status, again.body.as_str()), (304, ""));
    }
}

on_both! {
    async fn the_real_election_of_wieliczka_shows_what_the_town_funded(database) {
        let Some(path) = pabulib_file("Poland_Wieliczka_2023_Green_Budget.pb") else { return };
        let election = read_election(&std::fs::read(path).unwrap()).unwrap();
        let app = TestApp::start(database).await;
        let id = create_round(&app.db, OFFICE, imported(&election)).await.unwrap();
        let read = move |conn: &mut allmende::store::Conn| {
            Ok::<_, StoreError>((find_round(conn, id)?.ok_or(StoreError::NotFound)?, list_areas(conn, id)?))
        };
        let (round, areas) = app.db.read(read).await.unwrap();
        publish_round(&app.db, &app.keys, OFFICE, &round).await.unwrap();
        let area = areas[0].id;
        let ballots: Arc<[ProfileBallot]> = (election.ballots.iter())
            .map(|one| {
                let (key, choices) = (draw().unwrap(), one.choices.clone());
                ProfileBallot { area, key, channel: one.channel, choices }
            })
            .collect();
        replace_profile(&app.db, OFFICE, id, ballots, |_, _| {}).await.unwrap();
        jobs::run_until_idle(&app).await.unwrap();
        publish_result(&app.db, &app.files, OFFICE, id).await.unwrap();
        let client = app.client();

        let page = client.get("/en/rounds/imported/result");

        assert_eq!(page.text("h1"), "30 of 64 projects are funded");
        assert!(page.text(".lead").contains("995,079"), "{}", page.text(".lead"));
        assert!(page.body.contains("These ballots come from a file."));
        assert_eq!(texts(&page, "#funded ~ ol > li").len(), 30);
        assert_eq!(texts(&page, "#unfunded ~ ol > li").len(), 34);
        let command = texts(&page, "#data .slip code").remove(0);
        let file = client.get("/en/rounds/imported/result/1.pb");
        let stored = allocations(&app, id).await.remove(0);
        let expected: Vec<String> = stored.chosen.into_iter().map(|chosen| chosen.id).collect();
        assert_eq!(recounted(&command, &file.body).1, expected);
    }
}
