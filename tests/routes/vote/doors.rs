//! Pages of the vote when there is nothing to vote on: before, after, elsewhere.

use allmende::actions::round::{certify_round, close_voting, create_round};
use allmende::domain::permission::Actor;
use allmende::domain::round::Origin;
use allmende::domain::schedule::{Span, Window};
use chrono::TimeDelta;

use super::casting::close_at;
use super::{Booth, publish};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, area, content, live};

on_both! {
    async fn before_the_beginning_the_page_says_when_it_is(database) {
        let booth = Booth::with(database, |content| {
            let (_, span) = &mut content.windows[0];
            span.opens_at = span.opens_at.map(|opens| opens.plus(TimeDelta::days(7)));
        })
        .await;
        let voter = booth.round.a_voter().await;
        let client = booth.app.client();

        let page = client.get(&booth.at(""));
        let entered = client.submit(&booth.at("/code"), &[("code", &voter.code.to_string())]);

        assert_eq!((page.status, page.text("h1").as_str()), (200, "Voting has not begun yet"));
        assert_eq!(page.text("main .lead"), "Voting begins on Saturday, 8 May 2027, 13:00.");
        assert_eq!((entered.status, entered.text("h1").as_str()), (409, "Voting has not begun yet"));
        assert_eq!(client.cookie("vote"), None);
    }
}

on_both! {
    async fn after_the_end_the_page_says_so(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        close_at(&booth, booth.app.time.get()).await;

        for page in ["", "/ballot"] {
            let page = client.get(&booth.at(page));
            assert_eq!((page.status, page.text("h1").as_str()), (200, "Voting has ended"));
            assert!(page.text(".note").is_empty(), "nobody tried to vote");
        }
    }
}

on_both! {
    async fn a_receipt_can_be_read_until_the_box_is_opened(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let code = booth.cast(&client, &[("p1", "5")]);
        close_at(&booth, booth.app.time.get()).await;

        let closed = client.get(&booth.at("/receipt"));
        close_voting(&booth.app.db, Actor::System, booth.round.round.id).await.unwrap();
        certify_round(&booth.app.db, OFFICE, booth.round.round.id).await.unwrap();
        let certified = client.get(&booth.at("/receipt"));

        assert_eq!(closed.text(".code bdi"), code);
        assert!(!closed.body.contains("again=1"), "it can no longer be replaced");
        assert_eq!((certified.status, certified.text("h1").as_str()), (200, "Voting has ended"));
        assert!(!certified.body.contains(&code));
    }
}

on_both! {
    async fn a_round_whose_ballots_come_from_elsewhere_has_no_vote(database) {
        let booth = Booth::points(database).await;
        let now = booth.app.time.get();
        let span = Span { opens_at: Some(now.plus(TimeDelta::hours(-1))), closes_at: Some(now.plus(TimeDelta::days(1))) };
        let windows = vec![(Window::Voting, span)];
        publish(&booth.app, content("imported", Origin::Imported, windows, vec![area(1, 1..=3)])).await;
        let client = booth.app.client();

        let page = client.get("/en/rounds/imported/vote");
        let entered = client.submit("/en/rounds/imported/vote/code", &[("code", "K7QM")]);

        for answer in [page, entered] {
            assert_eq!((answer.status, answer.header("location")), (303, Some("/en/rounds/imported")));
        }
    }
}

on_both! {
    async fn a_draft_is_not_found(database) {
        let booth = Booth::points(database).await;
        create_round(&booth.app.db, OFFICE, live("draft", booth.app.time.get())).await.unwrap();
        let client = booth.app.client();

        for page in ["", "/projects", "/projects/00001", "/vote", "/vote/ballot"] {
            let answer = client.get(&format!("/en/rounds/draft{page}"));
            assert!(answer.status == 404 || answer.header("location") == Some("/en/rounds/draft/vote"), "{page}");
        }
        assert_eq!(client.submit("/en/rounds/draft/vote/code", &[("code", "K7QM")]).status, 404);
        assert!(!client.get("/en").body.contains("/rounds/draft"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_the_ballot_without_a_code_leads_to_where_codes_are_entered() {
    let booth = Booth::points(TestDatabase::sqlite()).await;

    for page in ["/ballot", "/receipt"] {
        let answer = booth.app.client().get(&booth.at(page));
        assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("").as_str())), "{page}");
    }
}
