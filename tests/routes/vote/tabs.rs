//! Several tabs of one browser, several people at it one after the other, and the office beside the vote: choices are
//! neither lost nor shown to anybody but the person who made them.

use chrono::TimeDelta;

use super::{Booth, choices, hidden, texts, ticked};
use crate::harness::app::ADMINISTRATOR;
use crate::harness::client::Answer;
use crate::harness::databases::TestDatabase;

const STEPS: [&str; 3] = ["/ballot", "/check", "/cast"];

fn tells_of_another_code(answer: &Answer) {
    assert_eq!((answer.status, answer.text("h1").as_str()), (409, "Another ballot was opened here"));
    assert!(answer.text(".note").starts_with("Just now, nothing was cast."), "{}", answer.text(".note"));
    assert_eq!(choices(&hidden(answer, "main form")), []);
    assert!(!answer.body.contains("name=\"p"), "{}", answer.body);
}

on_both! {
    async fn a_tab_stays_good_when_the_same_person_enters_the_code_in_another(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let old_tab = booth.checked(&client, &[("p1", "3"), ("blank2", "1")]);
        let session = client.cookie("vote").unwrap();

        booth.enter_in(&client, &voter);
        let [ballot, check, cast] = STEPS.map(|step| booth.send(&client, step, &old_tab));

        assert_ne!(client.cookie("vote").unwrap(), session, "the old session was replaced");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!((ballot.status, ticked(&ballot)), (200, vec![pair("blank2", "1"), pair("p1", "3")]));
        assert_eq!((check.status, choices(&hidden(&check, "form#cast"))), (200, vec![("p1", "3"), ("blank2", "1")]));
        assert_eq!((cast.status, cast.header("location")), (303, Some(booth.at("/receipt").as_str())));
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
    }
}

on_both! {
    async fn somebody_of_the_office_votes_in_the_same_browser(database) {
        let booth = Booth::points(database).await;
        booth.app.administrator(ADMINISTRATOR).await;
        let client = booth.app.client();
        let entry = client.get(&booth.at(""));
        booth.app.enter(&client, ADMINISTRATOR).await;

        // The page was opened before the sign-in, and so is the ballot before the next one.
        let code = booth.round.a_voter().await.code.to_string();
        let mut fields = hidden(&entry, "main form");
        fields.push(("code".to_owned(), code));
        let entered = booth.send(&client, "/code", &fields);
        let ballot = client.get(&booth.at("/ballot"));
        booth.app.enter(&client, ADMINISTRATOR).await;
        let mut fields = hidden(&ballot, "main form");
        fields.push(("p1".to_owned(), "4".to_owned()));
        let check = booth.send(&client, "/check", &fields);
        let cast = booth.send(&client, "/cast", &hidden(&check, "form#cast"));

        assert_eq!((entered.status, check.status, cast.status), (303, 200, 303));
        let office = client.get("/en/office");
        let fields = hidden(&office, "form[action='/en/sign-out']");
        assert_eq!(client.post("/en/sign-out", &[("_csrf", &fields[0].1)]).status, 303);
        assert_eq!(client.cookie("office"), None);
        assert!(client.cookie("vote").is_some());
    }
}

on_both! {
    async fn a_page_outside_the_vote_signs_out_although_a_voters_session_holds(database) {
        let booth = Booth::points(database).await;
        booth.app.administrator(ADMINISTRATOR).await;
        let client = booth.enter(&booth.round.a_voter().await);
        booth.app.enter(&client, ADMINISTRATOR).await;
        super::casting::close_at(&booth, booth.app.time.get()).await;

        for page in ["/en".to_owned(), booth.at("")] {
            let fields = hidden(&client.get(&page), "form[action='/en/sign-out']");
            let signed_out = client.post("/en/sign-out", &[("_csrf", &fields[0].1)]);
            assert_eq!((signed_out.status, client.cookie("office")), (303, None), "{page}");
            booth.app.enter(&client, ADMINISTRATOR).await;
        }
    }
}

on_both! {
    async fn choices_are_not_shown_to_the_next_person_at_the_browser(database) {
        let booth = Booth::points(database).await;
        let (one, next) = (booth.round.a_voter().await, booth.round.a_voter().await);
        let client = booth.enter(&one);
        let tab = booth.checked(&client, &[("p1", "3")]);

        booth.enter_in(&client, &next);
        for step in STEPS {
            let answer = booth.send(&client, step, &tab);
            tells_of_another_code(&answer);
            assert_eq!(texts(&answer, "main .acts a"), ["Open my ballot again", "To the other ballot"]);
        }
        assert_eq!(booth.round.box_content().await.len(), 0);

        // The first person comes back, and the tab is good again.
        booth.enter_in(&client, &one);
        assert_eq!(booth.send(&client, "/cast", &tab).status, 303);
        assert_eq!(booth.round.participation(&one).await.unwrap().cast_number.value(), 1);
        assert_eq!(booth.round.participation(&next).await, None);
    }
}

on_both! {
    async fn choices_that_wait_for_a_code_are_for_nobody_but_their_person(database) {
        let booth = Booth::points(database).await;
        let (one, next) = (booth.round.a_voter().await, booth.round.a_voter().await);
        let client = booth.enter(&one);
        booth.app.time.set(booth.app.time.get().plus(TimeDelta::hours(5)));
        let asked = booth.check(&client, &[("p1", "3")]);
        let with_code = |code: &str| {
            let mut form = hidden(&asked, "main form");
            form.push(("code".to_owned(), code.to_owned()));
            form
        };
        assert_eq!(choices(&with_code("")), [("p1", "3")]);

        let of_next = booth.send(&client, "/code", &with_code(&next.code.to_string()));
        let mistyped = booth.send(&client, "/code", &with_code("K7QM"));
        let of_one = booth.send(&client, "/code", &with_code(&one.code.to_string()));

        assert_eq!((of_next.status, of_next.header("location")), (303, Some(booth.at("/ballot").as_str())));
        assert_eq!((mistyped.status, choices(&hidden(&mistyped, "main form"))), (422, vec![]));
        assert_eq!((of_one.status, ticked(&of_one)), (200, vec![("p1".to_owned(), "3".to_owned())]));
        let cast = hidden(&booth.send(&client, "/check", &hidden_and_ticked(&of_one)), "form#cast");
        assert_eq!(booth.send(&client, "/cast", &cast).status, 303);
    }
}

/// What a ballot page sends as it stands.
fn hidden_and_ticked(page: &Answer) -> super::Fields {
    let mut fields = hidden(page, "main form");
    fields.extend(ticked(page));
    fields
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leaving_from_a_tab_of_somebody_else_ends_the_session_and_tells_nothing() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let (one, next) = (booth.round.a_voter().await, booth.round.a_voter().await);
    let client = booth.enter(&one);
    let tab = hidden(&client.get(&booth.at("/ballot")), "header form");
    booth.enter_in(&client, &next);
    booth.cast(&client, &[("p1", "5")]);

    let left = booth.send(&client, "/leave", &tab);

    assert_eq!((left.status, left.header("location")), (303, Some(booth.at("").as_str())));
    assert_eq!(client.cookie("vote"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tab_of_another_round_is_not_cast_here_and_shown_to_nobody() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let other = super::publish(&booth.app, crate::harness::rounds::live("schulhof-2027", booth.app.time.get())).await;
    let client = booth.enter(&booth.round.a_voter().await);
    let tab = booth.checked(&client, &[("p1", "3")]);
    let code = other.a_voter().await.code.to_string();
    client.submit("/en/rounds/schulhof-2027/vote/code", &[("code", &code)]);

    for step in STEPS {
        tells_of_another_code(&booth.send(&client, step, &tab));
    }
    assert_eq!(booth.round.box_content().await.len(), 0);
}
