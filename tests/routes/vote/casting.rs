//! From the code to the receipt, and what happens to a ballot that meets another one on the way.

use chrono::TimeDelta;

use super::{Booth, choices, hidden, ticked};
use crate::harness::databases::TestDatabase;

on_both! {
    async fn a_vote_with_points_goes_from_the_code_into_the_box(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        assert_eq!(client.get(&booth.at("/ballot")).status, 200);

        let check = booth.check(&client, &[("p1", "3"), ("p2", "2"), ("p4", "0"), ("p6", "5")]);
        let form = hidden(&check, "form#cast");
        let cast = booth.send(&client, "/cast", &form);

        assert_eq!(choices(&form), [("p1", "3"), ("p2", "2"), ("p6", "5")]);
        assert!(check.text(".note").contains("Not cast yet"), "{}", check.text(".note"));
        assert_eq!((cast.status, cast.header("location")), (303, Some(booth.at("/receipt").as_str())));
        let content = booth.round.box_content().await;
        let [(ballot, leaf)] = content.as_slice() else { panic!("{} ballots", content.len()) };
        let points: Vec<_> = ballot.areas.iter().flat_map(|area| &area.choices).map(|one| (one.project.value(), one.value)).collect();
        assert_eq!(points, [(1, 3), (2, 2), (6, 5)]);
        assert_eq!(booth.receipt(&client), leaf.receipt_code().to_string());
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
    }
}

on_both! {
    async fn a_vote_with_ticks_goes_from_the_code_into_the_box(database) {
        let booth = Booth::approval(database).await;
        let client = booth.enter(&booth.round.a_voter().await);

        let code = booth.cast(&client, &[("p1", "1"), ("p3", "1"), ("blank2", "1")]);

        let content = booth.round.box_content().await;
        let (ballot, leaf) = &content[0];
        let areas: Vec<_> = ballot
            .areas
            .iter()
            .map(|area| (area.area.value(), area.choices.iter().map(|one| one.project.value()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(areas, [(1, vec![1, 3]), (2, vec![])]);
        assert_eq!(code, leaf.receipt_code().to_string());
    }
}

on_both! {
    async fn a_ballot_is_replaced_with_the_same_code(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let first = booth.cast(&booth.enter(&voter), &[("p1", "5")]);
        let client = booth.enter(&voter);

        let already = client.get(&booth.at("/ballot"));
        let empty = client.get(&booth.at("/ballot?again=1"));
        let second = booth.cast(&client, &[("p4", "1")]);

        assert_eq!(already.text("h1"), "Your vote is already cast");
        assert!(already.body.contains("/vote/ballot?again=1"));
        assert_eq!(ticked(&empty), []);
        assert!(empty.text(".note").starts_with("You have already voted."), "{}", empty.text(".note"));
        assert_ne!(first, second);
        let content = booth.round.box_content().await;
        assert_eq!(content.len(), 1);
        assert_eq!(content[0].0.areas[0].choices[0].project.value(), 4);
        assert!(client.get(&booth.at("/receipt")).body.contains("It replaces your earlier vote."));
    }
}

on_both! {
    async fn a_second_press_of_the_button_gets_the_same_receipt(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let form = booth.checked(&client, &[("p1", "5")]);

        let first = booth.send(&client, "/cast", &form);
        let code = booth.receipt(&client);
        let second = booth.send(&client, "/cast", &form);

        assert_eq!((first.status, second.status), (303, 303));
        assert_eq!(booth.receipt(&client), code);
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1);
    }
}

on_both! {
    async fn a_stale_tab_is_told_so_and_keeps_its_choices(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let stale = booth.checked(&client, &[("p1", "2"), ("blank2", "1")]);
        booth.cast(&client, &[("p4", "5")]);

        let refused = booth.send(&client, "/cast", &stale);
        let again = booth.send(&client, "/check", &hidden(&refused, "main form"));
        let cast = booth.send(&client, "/cast", &hidden(&again, "form#cast"));

        assert_eq!(refused.status, 409);
        assert_eq!(refused.text("h1"), "A vote was cast in another window");
        assert_eq!(choices(&hidden(&refused, "main form")), [("p1", "2"), ("blank2", "1")]);
        assert_eq!((again.status, cast.status), (200, 303));
        assert_eq!(booth.round.box_content().await.len(), 1);
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 2);
    }
}

on_both! {
    async fn a_form_of_an_earlier_version_keeps_its_choices(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let mut form = booth.checked(&client, &[("p1", "2")]);
        for (name, value) in &mut form {
            if name == "ballot_version" {
                *value = "0".to_owned();
            }
        }

        let refused = booth.send(&client, "/cast", &form);
        let looked = booth.send(&client, "/ballot", &hidden(&refused, "main form"));

        assert_eq!((refused.status, refused.text("h1").as_str()), (409, "The round has changed"));
        assert_eq!(looked.status, 200);
        assert_eq!(ticked(&looked), [("p1".to_owned(), "2".to_owned())]);
        assert_eq!(looked.value("ballot_version").as_deref(), Some("1"));
        assert_eq!(booth.round.box_content().await.len(), 0);
    }
}

on_both! {
    async fn a_ballot_after_the_end_is_not_cast_and_is_told_so(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let form = booth.checked(&client, &[("p1", "2")]);
        close_at(&booth, booth.app.time.get()).await;

        for page in ["/cast", "/check", "/ballot"] {
            let refused = booth.send(&client, page, &form);
            assert_eq!((refused.status, refused.text("h1").as_str()), (409, "Voting has ended"), "{page}");
            assert!(refused.text(".note").starts_with("Your choice was not cast."), "{page}");
        }
        assert_eq!(booth.round.box_content().await.len(), 0);
        assert_eq!(booth.round.participation(&voter).await, None);
    }
}

on_both! {
    async fn a_cast_whose_answer_was_lost_is_told_from_a_late_one(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let form = booth.checked(&client, &[("p1", "2")]);
        assert_eq!(booth.send(&client, "/cast", &form).status, 303);
        close_at(&booth, booth.app.time.get()).await;

        let again = booth.send(&client, "/cast", &form);

        assert_eq!((again.status, again.header("location")), (303, Some(booth.at("/receipt").as_str())));
        assert!(!booth.receipt(&client).is_empty());
    }
}

/// Lets voting end at a moment.
pub(super) async fn close_at(booth: &Booth, end: allmende::domain::time::Instant) {
    use allmende::domain::schedule::Window;
    use allmende::store::rounds::update_window_end;
    use allmende::store::Lock;
    let round = booth.round.round.id;
    booth
        .app
        .db
        .write(Lock::Round(round), move |tx| update_window_end(tx, round, Window::Voting, end))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_ended_asks_for_the_code_and_keeps_the_choices() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let voter = booth.round.a_voter().await;
    let client = booth.enter(&voter);
    booth.app.time.set(booth.app.time.get().plus(TimeDelta::hours(5)));

    let asked = booth.check(&client, &[("p1", "3"), ("p5", "five"), ("blank2", "1")]);
    let mut form = hidden(&asked, "main form");
    form.push(("code".to_owned(), "K7QM".to_owned()));
    let wrong = booth.send(&client, "/code", &form);
    let mut form = hidden(&wrong, "main form");
    form.push(("code".to_owned(), voter.code.to_string()));
    let back = booth.send(&client, "/code", &form);

    assert_eq!((asked.status, wrong.status, back.status), (403, 422, 200));
    assert!(asked.text(".note").starts_with("Your session has ended. Your choices are still here."));
    assert_eq!(choices(&hidden(&wrong, "main form")), [("p1", "3"), ("p5", "five"), ("blank2", "1")]);
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(ticked(&back), [pair("blank2", "1"), pair("p1", "3")]);
    let token = back.value("_csrf").unwrap();
    let check = client.post(&booth.at("/check"), &[("_csrf", &token), ("ballot_version", "1"), ("p1", "3")]);
    assert_eq!(check.status, 200, "the new session's form passes: {}", check.text("main"));
}
