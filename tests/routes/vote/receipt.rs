//! The receipt and the way out.

use super::{Booth, hidden};
use crate::harness::databases::TestDatabase;

on_both! {
    async fn a_receipt_has_date_and_code_and_no_choice(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let code = booth.cast(&client, &[("p1", "4"), ("p5", "1")]);

        let page = client.get(&booth.at("/receipt"));

        assert_eq!(page.text("h1"), "Your vote is cast");
        assert_eq!(page.text("main .lead"), "Saturday, 1 May 2027");
        assert_eq!(code.len(), 24);
        assert!(page.body.contains("until Saturday, 15 May 2027, 14:00") || page.text("main .trail").contains("15 May 2027"));
        for choice in ["Vorhaben", "Gebiet", "name=\"p"] {
            assert!(!page.body.contains(choice), "{choice}");
        }
    }
}

on_both! {
    async fn leaving_ends_the_session_and_not_only_the_cookie(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        booth.cast(&client, &[("p1", "4")]);
        let token = client.cookie("vote").unwrap();
        let form = hidden(&client.get(&booth.at("/receipt")), "main form");

        let left = booth.send(&client, "/leave", &form);

        assert_eq!((left.status, left.text("h1").as_str()), (200, "Your session has ended"));
        assert!(left.body.contains("Your vote is cast and counts."));
        assert_eq!(client.cookie("vote"), None);
        client.set_cookie("vote", &token);
        for page in ["/ballot", "/receipt"] {
            assert_eq!(client.get(&booth.at(page)).header("location"), Some(booth.at("").as_str()), "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_leaving_a_form_that_is_sent_again_shows_no_choices() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.enter(&booth.round.a_voter().await);
    let form = booth.checked(&client, &[("p1", "5")]);
    client.submit(&booth.at("/leave"), &[]);

    for page in ["/check", "/cast", "/ballot"] {
        let answer = booth.send(&client, page, &form);
        assert_eq!((answer.status, answer.text("h1").as_str()), (403, "Vote with your code"), "{page}");
        assert_eq!(answer.value("p1"), None, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leaving_without_a_vote_says_that_nothing_was_cast() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.enter(&booth.round.a_voter().await);

    let left = client.submit(&booth.at("/leave"), &[]);
    let again = client.submit(&booth.at("/leave"), &[]);

    assert!(left.body.contains("You have not cast anything new."));
    assert_eq!((again.status, again.header("location")), (303, Some(booth.at("").as_str())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_is_no_receipt_before_a_vote() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.enter(&booth.round.a_voter().await);

    let answer = client.get(&booth.at("/receipt"));

    assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("/ballot").as_str())));
}
