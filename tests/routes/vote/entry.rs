//! Entering a code: read forgivingly, refused in words that say what to do.

use allmende::domain::letter_code::LetterCode;
use allmende::store::schema::roll_keys;
use allmende::store::{Lock, StoreError};
use diesel::prelude::*;

use super::{Booth, problems, publish};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::live;

/// A code that is spelled right and that nobody has.
fn stray(number: u8) -> String {
    LetterCode::from_random([9, 8, 7, 6, 5, 4, number]).to_string()
}

on_both! {
    async fn a_code_is_read_in_any_case_with_blanks_and_look_alikes(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let spellings = [
            voter.code.to_string(),
            voter.code.characters().to_lowercase(),
            format!("  {} ", voter.code.to_string().replace('-', " \u{2013} ")),
            voter.code.to_string().replace('0', "O").replace('1', "l"),
        ];

        for spelling in spellings {
            let answer = booth.app.client().submit(&booth.at("/code"), &[("code", &spelling)]);
            assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("/ballot").as_str())), "{spelling}");
        }
    }
}

on_both! {
    async fn a_code_that_leads_nowhere_is_refused_with_what_to_do(database) {
        let booth = Booth::points(database).await;
        let client = booth.app.client();
        let code = stray(1);
        let mut mistyped: Vec<char> = code.chars().collect();
        mistyped[0] = if mistyped[0] == 'A' { 'B' } else { 'A' };
        let refused = |typed: &str| {
            let answer = client.submit(&booth.at("/code"), &[("code", typed)]);
            assert_eq!((answer.status, answer.value("code").as_deref()), (422, Some(typed)), "{typed}");
            assert!(answer.text("title").starts_with("Error: "), "{}", answer.text("title"));
            assert_eq!(client.cookie("vote"), None);
            problems(&answer).remove(0)
        };

        assert_eq!(refused(""), "Enter the code from your letter");
        assert_eq!(refused("K7QM-2XBA"), "Check the length. The code has 12 characters, you entered 8.");
        assert_eq!(refused("K7QM-2XB% - 123"), "Check the character %. A code has only letters and digits.");
        assert_eq!(
            refused(&mistyped.into_iter().collect::<String>()),
            "Compare the code with your letter. One character is not right."
        );
        assert!(refused(&code).starts_with("We do not know this code for this round."));
    }
}

on_both! {
    async fn a_revoked_code_is_told_from_an_unknown_one(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let row = voter.row.id.value();
        booth
            .app
            .db
            .write(Lock::Nothing, move |tx| {
                let now = tx.now.to_utc();
                let keys = roll_keys::table.filter(roll_keys::roll_id.eq(row));
                diesel::update(keys).set(roll_keys::revoked_at.eq(now)).execute(tx.conn).map_err(StoreError::from)
            })
            .await
            .unwrap();

        let answer = booth.app.client().submit(&booth.at("/code"), &[("code", &voter.code.to_string())]);

        assert_eq!(answer.status, 422);
        assert_eq!(problems(&answer), ["This code is no longer valid. Use the code from your latest letter."]);
    }
}

on_both! {
    async fn a_code_of_another_round_leads_there(database) {
        let booth = Booth::points(database).await;
        let other = publish(&booth.app, live("schulhof-2027", booth.app.time.get())).await;
        let voter = other.a_voter().await;
        let client = booth.app.client();

        let answer = client.submit(&booth.at("/code"), &[("code", &voter.code.to_string())]);

        assert_eq!(answer.status, 422);
        assert_eq!(problems(&answer), ["This code belongs to another round. You can vote there with it."]);
        assert!(answer.body.contains("href=\"/en/rounds/schulhof-2027/vote\""));
        assert_eq!(client.cookie("vote"), None);
    }
}

on_both! {
    async fn a_session_of_another_round_opens_no_ballot_here(database) {
        let booth = Booth::points(database).await;
        let other = publish(&booth.app, live("schulhof-2027", booth.app.time.get())).await;
        let client = booth.app.client();
        client.submit("/en/rounds/schulhof-2027/vote/code", &[("code", &other.a_voter().await.code.to_string())]);
        assert!(client.cookie("vote").is_some());

        for page in ["/ballot", "/receipt"] {
            let answer = client.get(&booth.at(page));
            assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("").as_str())), "{page}");
        }
        let check = booth.check(&client, &[("p1", "5")]);
        assert_eq!(check.status, 403);
        assert_eq!(booth.round.box_content().await.len(), 0);
    }
}

on_both! {
    async fn after_twenty_wrong_codes_the_next_is_refused_and_a_right_one_still_passes(database) {
        let booth = Booth::points(database).await;
        let client = booth.app.client();
        for number in 0..20 {
            assert_eq!(client.submit(&booth.at("/code"), &[("code", &stray(number))]).status, 422, "{number}");
        }

        let refused = client.submit(&booth.at("/code"), &[("code", &stray(20)), ("p1", "3")]);
        let mistyped = client.submit(&booth.at("/code"), &[("code", "K7QM")]);

        assert_eq!((refused.status, refused.header("retry-after")), (429, Some("3600")));
        assert!(problems(&refused)[0].starts_with("Too many wrong codes came from here."), "{:?}", problems(&refused));
        assert_eq!(refused.value("p1").as_deref(), Some("3"), "nothing is lost");
        assert_eq!(mistyped.status, 422, "what was mistyped is no guess");
        booth.enter_in(&client, &booth.round.a_voter().await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_of_a_qr_code_only_fills_the_form_and_is_kept_nowhere() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.app.client();
    let code = booth.round.a_voter().await.code.to_string();

    let page = client.get(&booth.at(&format!("?code={code}")));

    assert_eq!((page.status, page.value("code").as_deref()), (200, Some(code.as_str())));
    assert_eq!(page.header("cache-control"), Some("private, no-store"));
    assert_eq!(page.header("etag"), None);
    assert_eq!(client.cookie("vote"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_token_is_another_one_after_each_code_and_the_old_one_ends() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let (client, thief) = (booth.app.client(), booth.app.client());
    booth.enter_in(&client, &booth.round.a_voter().await);
    let first = client.cookie("vote").unwrap();
    thief.set_cookie("vote", &first);
    assert_eq!(thief.get(&booth.at("/ballot")).status, 200, "the token holds");

    booth.enter_in(&client, &booth.round.a_voter().await);

    assert_ne!(client.cookie("vote").unwrap(), first);
    assert_eq!(thief.get(&booth.at("/ballot")).status, 303, "the old token ended");
}
