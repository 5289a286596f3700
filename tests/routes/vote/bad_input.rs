//! Ballots that break the rules: each gets all its problems at once, and nothing chosen is lost.

use allmende::actions::round::make_codes;
use allmende::domain::ids::AreaNumber;

use super::{Booth, choices, hidden, problems, texts, ticked};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::OFFICE;

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

on_both! {
    async fn too_many_points_are_told_with_what_to_take_away(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);

        let page = booth.check(&client, &[("p1", "4"), ("p2", "3"), ("p4", "5")]);

        assert_eq!(page.status, 422);
        assert_eq!(problems(&page), ["Gebiet 1: You gave 7 points, 5 are allowed. Take 2 points away."]);
        assert!(page.text("title").starts_with("Error: "));
        assert!(page.body.contains("href=\"#area1\""));
        assert_eq!(ticked(&page), [pair("p1", "4"), pair("p2", "3"), pair("p4", "5")]);
        assert_eq!(texts(&page, "#area1-why"), ["Error: Gebiet 1: You gave 7 points, 5 are allowed. Take 2 points away."]);
    }
}

on_both! {
    async fn all_problems_are_told_at_once(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);

        let page = booth.check(
            &client,
            &[
                ("p1", "five"),
                ("p2", "1"),
                ("p2", "2"),
                ("p3", "-1"),
                ("p4", "6"),
                ("p812", "1"),
                ("blank2", "1"),
                ("blank9", "1"),
            ],
        );

        assert_eq!(page.status, 422);
        let told = problems(&page);
        for problem in [
            "1 Vorhaben 1: Give 0 to 5 points",
            "2 Vorhaben 2: This project arrived twice. Choose there once more.",
            "3 Vorhaben 3: Give 0 to 5 points",
            "4 Vorhaben 4: Give 0 to 5 points",
            "Project no. 812 is not on your ballot. We left it out.",
            "Gebiet 2: You gave 6 points, 5 are allowed. Take 1 point away.",
            "Gebiet 2: You made a choice and ticked \"blank\". Take one of the two away.",
            "Area no. 9 is not on your ballot. We left it out.",
        ] {
            assert!(told.iter().any(|one| one == problem), "{problem}: {told:#?}");
        }
        assert_eq!(told.len(), 8);
    }
}

on_both! {
    async fn an_empty_ballot_asks_whether_that_is_meant(database) {
        let booth = Booth::with(database, |content| content.areas.truncate(1)).await;
        let client = booth.enter(&booth.round.a_voter().await);
        assert!(!client.get(&booth.at("/ballot")).body.contains("name=\"blank1\""), "one area offers no blank at first");

        let page = booth.check(&client, &[("p1", "0"), ("p2", "")]);
        let blank = booth.check(&client, &[("blank1", "1")]);

        assert_eq!((page.status, blank.status), (422, 200));
        assert_eq!(problems(&page), ["Choose something. Or tick that you choose nothing on purpose."]);
        assert!(page.body.contains("name=\"blank1\""));
    }
}

on_both! {
    async fn only_a_number_that_cannot_be_read_is_no_empty_ballot(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);

        for typed in ["x", "1e3", "99999999999999999999"] {
            let page = booth.check(&client, &[("p1", typed)]);
            assert_eq!((page.status, problems(&page)), (422, vec!["1 Vorhaben 1: Give 0 to 5 points".to_owned()]));
        }
    }
}

on_both! {
    async fn somebody_bound_to_an_area_votes_there_and_where_everybody_does(database) {
        let booth = Booth::with(database, |content| content.areas[0].for_everyone = false).await;
        let mut booth = booth;
        let second = booth.round.areas.iter().find(|area| area.number == AreaNumber::new(2)).unwrap().id;
        let codes = make_codes(&booth.round.db, &booth.round.keys, OFFICE, &booth.round.round, Some(second), 1).await;
        let code = codes.unwrap().remove(0);
        booth.round.areas.clear();
        let client = booth.app.client();
        client.submit(&booth.at("/code"), &[("code", &code.to_string())]);

        let ballot = client.get(&booth.at("/ballot"));
        let foreign = booth.check(&client, &[("p1", "1"), ("p4", "2")]);
        booth.cast(&client, &[("p4", "2")]);

        assert_eq!(texts(&ballot, ".ballot h2"), ["Gebiet 2"]);
        assert_eq!(problems(&foreign), ["Project no. 1 is not on your ballot. We left it out."]);
        let content = booth.round.box_content().await;
        assert_eq!(content[0].0.own_area, Some(AreaNumber::new(2)));
    }
}

on_both! {
    async fn a_cast_is_held_against_the_rules_like_a_check(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let mut form = booth.checked(&client, &[("p1", "5")]);
        form.push(pair("p2", "5"));

        let refused = booth.send(&client, "/cast", &form);

        assert_eq!(refused.status, 422);
        assert_eq!(ticked(&refused), [pair("p1", "5"), pair("p2", "5")]);
        assert_eq!(booth.round.box_content().await.len(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cast_without_its_marks_is_shown_once_more_with_new_ones() {
    let booth = Booth::points(TestDatabase::sqlite()).await;
    let client = booth.enter(&booth.round.a_voter().await);
    let form = booth.checked(&client, &[("p1", "5")]);

    for (broken, value) in [("cast_key", "00"), ("cast_number", "x"), ("client_nonce", "zz"), ("cast_number", "-1")] {
        let mut form = form.clone();
        form.iter_mut().filter(|(name, _)| name == broken).for_each(|(_, kept)| *kept = value.to_owned());

        let page = booth.send(&client, "/cast", &form);

        assert_eq!((page.status, page.text("h1").as_str()), (422, "Is this right?"), "{broken}");
        assert_eq!(choices(&hidden(&page, "form#cast")), [("p1", "5")]);
        assert_eq!(booth.round.box_content().await.len(), 0);
    }
}

on_both! {
    async fn a_forged_form_of_the_vote_does_nothing(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let mut form = booth.checked(&client, &[("p1", "5")]);
        let right = client.vote_token().unwrap();
        let foreign = booth.enter(&booth.round.a_voter().await).vote_token().unwrap();
        let own_origin = booth.app.config.base_url.origin().ascii_serialization();
        let (ours, untold) = ([("origin", own_origin.as_str())], []);
        let elsewhere: [&[(&str, &str)]; 4] = [
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", &own_origin)],
            &[("sec-fetch-site", "same-site")],
        ];
        let mut send = |page: &str, headers: &[(&str, &str)], token: &str| {
            form.iter_mut().filter(|(name, _)| name == "_csrf").for_each(|(_, value)| *value = token.to_owned());
            let pairs: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            client.post_with(&booth.at(page), headers, &pairs)
        };

        for page in ["/code", "/ballot", "/check", "/cast", "/leave"] {
            for headers in elsewhere {
                let refused = send(page, headers, &right);
                assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("form_not_ours")), "{page}");
            }
            for token in ["", &foreign] {
                assert_eq!(send(page, &untold, token).status, 403, "{page} from nowhere, with {token:?}");
            }
        }
        for page in ["/ballot", "/check", "/cast"] {
            for token in ["", &foreign] {
                let answer = send(page, &ours, token);
                assert_eq!((answer.status, ticked(&answer).len()), (409, 0), "{page} from here, with {token:?}");
            }
        }
        assert!(client.cookie("vote").is_some(), "nobody was made to leave");
        assert_eq!(booth.round.box_content().await.len(), 0);
        assert_eq!(send("/cast", &untold, &right).status, 303, "the right token passes");
    }
}
