//! Voting with an account: from the round by the mail to the receipt, what is told on the way, and what ends with the account.

use allmende::domain::round::Basis;
use allmende::store::participations::count_participations;
use allmende::store::turnout::count_roll;

use super::{Booth, choices, hidden, problems, ticked};
use crate::harness::app::PASSWORD;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::statements::Statements;

const ADA: &str = "ada@example.org";
const CHOICES: &[(&str, &str)] = &[("p1", "3"), ("p4", "2")];

async fn booth(database: TestDatabase, basis: Basis) -> Booth {
    Booth::with(database, |content| content.round.basis = basis).await
}

async fn member(booth: &Booth, email: &str) -> Client {
    booth.app.member(email).await;
    let client = booth.app.client();
    assert_eq!(client.sign_in(email, PASSWORD).status, 303);
    client
}

fn enter(booth: &Booth, client: &Client) {
    let answer = client.submit(&booth.at("/account"), &[("declared", "1")]);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some(booth.at("/ballot").as_str())),
        "{}",
        answer.body
    );
}

fn link(page: &Answer, selector: &str) -> Option<String> {
    let (document, selector) = (scraper::Html::parse_document(&page.body), scraper::Selector::parse(selector).unwrap());
    document.select(&selector).next().and_then(|one| one.attr("href").map(str::to_owned))
}

on_both! {
    async fn a_resident_comes_by_mail_declares_once_votes_and_replaces_the_ballot(database) {
        let booth = booth(database, Basis::Accounts).await;
        let client = booth.app.client();
        let entry = client.get(&booth.at(""));
        assert!(entry.text("h1") == "Vote with your account" && entry.value("code").is_none(), "{}", entry.text("main"));

        let sign_in = link(&entry, "#account a.btn").unwrap();
        assert_eq!(client.get(&sign_in).status, 200);
        let asked = client.submit("/en/sign-in/mail", &[("email", ADA), ("next", &booth.at(""))]);
        let code = asked.header("location").unwrap().to_owned();
        let request = url::Url::parse(&format!("https://x{code}")).unwrap();
        let request = request.query_pairs().find(|(name, _)| name == "request").unwrap().1.into_owned();
        let digits = booth.app.mail_secret("sign_in", ADA).await.code().unwrap().to_owned();
        let back = client.submit("/en/sign-in/code", &[("request", &request), ("code", &digits), ("next", &booth.at(""))]);
        assert_eq!((back.status, back.header("location")), (303, Some(booth.at("").as_str())), "{}", back.body);

        let declare = client.get(&booth.at(""));
        assert!(declare.text("#account").contains("I live or work here"), "{}", declare.text("main"));
        let unticked = client.submit(&booth.at("/account"), &[]);
        assert_eq!((unticked.status, problems(&unticked)), (422, vec!["Tick that you may vote here".to_owned()]));
        enter(&booth, &client);
        let first = booth.cast(&client, CHOICES);

        assert!(client.get(&booth.at("")).text("#account").contains("You have confirmed that you may vote here."));
        let back = client.submit(&booth.at("/account"), &[]);
        assert_eq!(back.header("location"), Some(booth.at("/ballot").as_str()));
        assert!(client.get(&booth.at("/ballot")).text("h1").contains("already cast"));
        let second = booth.cast(&client, &[("p2", "5")]);
        assert_ne!(first, second);
        let id = booth.round.round.id;
        let read = booth.app.db.read(move |conn| {
            let people = count_participations(conn, id)?;
            Ok::<_, allmende::store::StoreError>((people.len(), people[0].1.as_str(), people[0].2, count_roll(conn, id)?))
        });
        assert_eq!(read.await.unwrap(), (1, "account", 1, 1));
    }
}

on_both! {
    async fn a_round_with_both_ways_shows_both_and_says_what_nobody_notices(database) {
        let booth = booth(database, Basis::CodesAndAccounts).await;
        let client = booth.app.client();

        let round = client.get("/en/rounds/lindenau-2027").text("main");
        let entry = client.get(&booth.at(""));

        assert!(round.contains("You vote with a code or with an account."), "{round}");
        assert!(round.contains("If somebody has a code and an account, nobody notices."), "{round}");
        assert!(entry.value("code").is_some() && link(&entry, "#account a.btn").is_some());
        booth.cast(&booth.enter(&booth.round.a_voter().await), CHOICES);
        let ada = member(&booth, ADA).await;
        enter(&booth, &ada);
        booth.cast(&ada, CHOICES);
        assert_eq!(booth.round.box_content().await.len(), 2);
    }
}

on_both! {
    async fn without_codes_a_code_leads_nowhere_and_without_accounts_an_account(database) {
        let booth = booth(database, Basis::Codes).await;
        let ada = member(&booth, ADA).await;

        let entry = ada.get(&booth.at(""));
        let answer = ada.submit(&booth.at("/account"), &[("declared", "1")]);

        assert!(link(&entry, "#account a").is_none() && !entry.body.contains("/vote/account"));
        assert_eq!((answer.status, ada.cookie("vote")), (422, None));
    }
}

on_both! {
    async fn what_ends_the_accounts_session_ends_its_vote(database) {
        let booth = booth(database, Basis::Accounts).await;
        let ada = member(&booth, ADA).await;
        enter(&booth, &ada);
        let form = booth.checked(&ada, CHOICES);
        let vote = ada.cookie("vote").unwrap();

        assert_eq!(ada.submit("/en/sign-out", &[]).status, 303);
        ada.set_cookie("vote", &vote);
        let after = booth.send(&ada, "/cast", &form);

        assert_eq!(after.status, 403, "{}", after.text("main"));
        assert!(booth.round.box_content().await.is_empty());

        let bob = member(&booth, "bob@example.org").await;
        enter(&booth, &bob);
        let form = booth.checked(&bob, CHOICES);
        assert_eq!(bob.submit("/en/account/delete", &[("sure", "1")]).status, 200);
        assert_eq!(booth.send(&bob, "/cast", &form).status, 403);
        assert!(booth.round.box_content().await.is_empty());
    }
}

on_both! {
    async fn who_signs_in_next_does_not_find_the_vote_of_the_one_before(database) {
        let booth = booth(database, Basis::Accounts).await;
        let browser = member(&booth, ADA).await;
        booth.app.member("bob@example.org").await;
        enter(&booth, &browser);
        booth.cast(&browser, CHOICES);
        let vote = browser.cookie("vote").unwrap();
        // Her session of the account is over, the cookie of her vote is still there.
        browser.forget_cookie("office");
        browser.forget_cookie("__Host-office");

        assert_eq!(browser.sign_in("bob@example.org", PASSWORD).status, 303);

        assert_eq!(browser.cookie("vote"), Some(vote));
        let answer = browser.get(&booth.at("/ballot"));
        assert_eq!((answer.status, answer.header("location")), (303, Some(booth.at("").as_str())));
        enter(&booth, &browser);
        assert!(!browser.get(&booth.at("/ballot")).text("h1").contains("already cast"));
    }
}

on_both! {
    async fn choices_outlive_a_session_that_ended_and_go_to_their_owner_alone(database) {
        let booth = booth(database, Basis::Accounts).await;
        let ada = member(&booth, ADA).await;
        enter(&booth, &ada);
        let form = booth.checked(&ada, CHOICES);
        ada.forget_cookie("office");
        ada.forget_cookie("__Host-office");

        let asked = booth.send(&ada, "/cast", &form);
        assert_eq!(asked.status, 403);
        let kept = hidden(&asked, "form#enter");
        assert_eq!(choices(&kept), CHOICES);
        // Nobody is signed in: the form is kept beside the sign-in, and sent again after it.
        let pairs: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let beside = ada.post(&booth.at("/account"), &pairs);
        assert_eq!(beside.status, 403);
        let mut again = hidden(&beside, "form[action$=\"/sign-in\"]");
        again.extend([("email".to_owned(), ADA.to_owned()), ("password".to_owned(), PASSWORD.to_owned())]);
        let pairs: Vec<_> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let signed_in = ada.post("/en/sign-in", &pairs);
        assert_eq!(signed_in.status, 200, "{}", signed_in.text("main"));
        let send = hidden(&signed_in, "form[action$=\"/vote/account\"]");
        let pairs: Vec<_> = send.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let ballot = ada.post(&booth.at("/account"), &pairs);

        assert_eq!(ballot.status, 200, "{}", ballot.text("main"));
        let chosen: Vec<_> = ticked(&ballot);
        let chosen: Vec<_> = chosen.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(chosen, CHOICES);

        let bob = member(&booth, "bob@example.org").await;
        let mut taken: Vec<(String, String)> = send.into_iter().filter(|(name, _)| name != "_csrf").collect();
        taken.extend([("declared".to_owned(), "1".to_owned()), ("_csrf".to_owned(), bob.csrf().unwrap())]);
        let pairs: Vec<_> = taken.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let other = bob.post(&booth.at("/account"), &pairs);
        assert_eq!(other.status, 303, "nothing of it is shown to somebody else");
    }
}

on_both! {
    async fn whoever_leaves_is_told_that_the_account_is_still_open(database) {
        let booth = booth(database, Basis::Accounts).await;
        let ada = member(&booth, ADA).await;
        enter(&booth, &ada);
        booth.cast(&ada, CHOICES);

        let left = ada.submit(&booth.at("/leave"), &[]);
        let sign_out = hidden(&left, "form[action$=\"/sign-out\"]");
        let pairs: Vec<_> = sign_out.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();

        assert!(left.text("main").contains("You are still signed in"), "{}", left.text("main"));
        assert_eq!(ada.post("/en/sign-out", &pairs).status, 303);
        assert_eq!(ada.get("/en/account").status, 303);
    }
}

on_both! {
    async fn another_site_cannot_bring_somebody_onto_the_roll(database) {
        let booth = booth(database, Basis::Accounts).await;
        let ada = member(&booth, ADA).await;
        let id = booth.round.round.id;

        let foreign = [("origin", "https://evil.example")];
        assert_eq!(ada.post_with(&booth.at("/account"), &foreign, &[("declared", "1")]).status, 403);
        assert_eq!(ada.post(&booth.at("/account"), &[("declared", "1")]).status, 403, "no token of her session");
        assert_eq!(ada.get(&booth.at("/account")).status, 405);

        assert_eq!(booth.app.db.read(move |conn| count_roll(conn, id)).await.unwrap(), 0);
    }
}

on_both! {
    async fn the_entry_asks_for_no_account_but_the_own_one(database) {
        let booth = booth(database, Basis::Accounts).await;
        let ada = member(&booth, ADA).await;
        let statements = Statements::of(&booth.app).await;
        let asked = |client: &Client, table: &str| {
            client.get(&booth.at("?look=0"));
            statements.take();
            client.get(&booth.at("?look=1"));
            let all = statements.take();
            (all.len(), all.iter().filter(|one| one.contains(table)).count())
        };

        let (by_stranger, of_stranger) = asked(&booth.app.client(), "roll_keys");
        let (by_ada, of_ada) = asked(&ada, "roll_keys");

        assert_eq!((of_stranger, of_ada), (0, 1));
        assert!(by_ada <= by_stranger + 4, "the session, its account and roles, the account and its row: {by_ada}");
    }
}
