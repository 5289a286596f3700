//! Proposing something: the steps, what is kept of them, the receipt, coming back with the change code.

use allmende::actions::personnel::{WantedBatch, make_personnel_codes};
use allmende::actions::proposal::{hide_proposal, restore_proposal, show_proposal};
use allmende::actions::workplace::add_workplace;
use allmende::domain::ids::ProposalNumber;
use allmende::domain::proposal::{HidingRule, OfferKind, ProposalState, Source, Voice};
use allmende::domain::round::Eligible;
use allmende::domain::schedule::{Span, Window};
use allmende::domain::text::Line;
use allmende::store::personnel::NewBatch;
use allmende::store::proposals::{Proposal, find_author, find_proposal, list_offers};
use allmende::store::schema::{entries, proposal_drafts};
use allmende::store::set_up::{update_checked_first, update_eligible};
use allmende::store::workplaces::list_workplaces;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::publish;
use crate::harness::app::{PASSWORD, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestRound, live, reason};

const WHAT: &str = "/en/rounds/lindenau/propose";
const MINE: &str = "/en/proposals/mine";
const BENCHES: [(&str, &str); 3] = [
    ("title", "Benches at the bus stop"),
    ("body", "Old people stand there for a long time.\nFive benches would help."),
    ("summary", ""),
];

fn step(name: &str) -> String {
    format!("{WHAT}/{name}")
}

/// A round that collects proposals for two weeks.
async fn collecting(database: TestDatabase, proposers: Eligible, checked_first: bool) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let now = app.time.get();
    let mut content = live("lindenau", now);
    let span = |from: i64, until: i64| Span {
        opens_at: Some(now.plus(TimeDelta::days(from))),
        closes_at: Some(now.plus(TimeDelta::days(until))),
    };
    content.windows = vec![(Window::Collecting, span(-1, 14)), (Window::Voting, span(30, 44))];
    let round = publish(&app, content).await;
    let id = round.round.id;
    app.db
        .write(Lock::Nothing, move |tx| {
            update_eligible(tx, id, (proposers, Eligible::Nobody))?;
            update_checked_first(tx, id, checked_first)
        })
        .await
        .unwrap();
    (app, round)
}

fn leads(answer: &Answer, to: &str) {
    assert_eq!((answer.status, answer.header("location")), (303, Some(to)), "{}", answer.body);
}

/// Goes through all steps and sends; answers with the receipt.
fn propose(client: &Client, title: &str, more: &[(&str, &str)]) -> Answer {
    let what = [("title", title), BENCHES[1], BENCHES[2]];
    leads(&client.submit(WHAT, &what), &step("where"));
    leads(&client.submit(&step("where"), &[("area", "1"), ("place", "Rosenweg 12")]), &step("similar"));
    leads(&client.submit(&step("more"), more), &step("check"));
    let check = client.get(&step("check"));
    assert!(check.text(".note").contains("Not yet sent"), "{}", check.body);
    leads(&client.submit(&step("check"), &[]), &step("receipt"));
    client.get(&step("receipt"))
}

/// Number and code on a receipt.
fn slip(receipt: &Answer) -> (u32, String) {
    let page = scraper::Html::parse_document(&receipt.body);
    let codes = scraper::Selector::parse(".code").unwrap();
    let texts: Vec<String> =
        page.select(&codes).map(|code| code.text().collect::<String>().trim().to_owned()).collect();
    assert_eq!(texts.len(), 2, "{}", receipt.body);
    (texts[0].parse().unwrap(), texts[1].clone())
}

async fn found(app: &TestApp, number: u32) -> Proposal {
    app.db.read(move |conn| find_proposal(conn, ProposalNumber::new(number))).await.unwrap().unwrap()
}

fn wait(app: &TestApp, span: TimeDelta) {
    app.time.set(app.time.get().plus(span));
}

async fn drafts(app: &TestApp) -> i64 {
    let count = |conn: &mut allmende::store::Conn| proposal_drafts::table.count().get_result(conn);
    app.db.read(move |conn| count(conn).map_err(StoreError::from)).await.unwrap()
}

on_both! {
    async fn anybody_proposes_in_six_steps_and_gets_a_number_and_a_code(database) {
        let (app, round) = collecting(database, Eligible::Everybody, true).await;
        let client = app.client();

        assert!(client.get("/en/rounds/lindenau").body.contains(&format!("href=\"{WHAT}\"")), "the round leads here");
        assert_eq!(client.get(WHAT).text("h1"), "What do you propose?");
        let more = [
            ("voice", "group"),
            ("display_name", "Thursday group"),
            ("email", "ada@example.org"),
            ("cost", "1.500,00 €"),
            ("offer_kind", "hours"),
            ("offer_body", "We oil the wood once a year."),
            ("offer_group", "1"),
        ];
        let receipt = propose(&client, "Benches at the bus stop", &more);

        let (number, code) = slip(&receipt);
        assert!(receipt.body.contains("/en/rounds/lindenau/proposals/00001"), "{}", receipt.body);
        let proposal = found(&app, number).await;
        assert_eq!((proposal.number.padded().as_str(), proposal.round), ("00001", round.round.id));
        assert_eq!((proposal.title.as_str(), proposal.place.as_str()), ("Benches at the bus stop", "Rosenweg 12"));
        assert_eq!(proposal.body, BENCHES[1].1);
        assert_eq!((proposal.state, proposal.source, proposal.voice), (ProposalState::Unchecked, Source::Web, Voice::Group));
        assert_eq!((proposal.area, proposal.language.as_str()), (Some(round.areas[0].id), "en"));
        assert_eq!(proposal.cost_guess.map(allmende::domain::money::Money::minor), Some(150_000));
        let id = proposal.id;
        let offers = app.db.read(move |conn| list_offers(conn, id)).await.unwrap();
        assert_eq!(offers.iter().map(|offer| (offer.kind, offer.by_group)).collect::<Vec<_>>(), [(OfferKind::Hours, true)]);
        let email = app.db.read(move |conn| find_author(conn, id)).await.unwrap().unwrap();
        assert_eq!(email.as_str(), "ada@example.org");
        assert_eq!(drafts(&app).await, 0, "the draft is the proposal now");
        let mail = app.mail_secret("proposal_received", "ada@example.org").await;
        assert_eq!(mail.code(), Some(code.as_str()));

        leads(&client.submit(&step("check"), &[]), &step("receipt"));
        assert_eq!(slip(&client.get(&step("receipt"))), (number, code), "a second click sends nothing anew");
        let acts = app.entries("proposal_received").await;
        assert_eq!(acts.len(), 1);
        assert!(!acts[0].1.contains("Benches") && !acts[0].1.contains("ada@"), "{}", acts[0].1);
        let count = app.db.read(|conn| {
            let public = entries::table.filter(entries::act.eq("proposal_received").and(entries::actor_ref.eq("public")));
            public.count().get_result::<i64>(conn).map_err(StoreError::from)
        });
        assert_eq!(count.await.unwrap(), 1, "the record does not say who");
        let record = app.client().get("/en/record");
        assert!(record.body.contains("Proposal no. \u{2068}1\u{2069} came in"), "{}", record.body);
    }
}

on_both! {
    async fn mistakes_are_told_at_once_and_nothing_that_was_typed_is_lost(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        let client = app.client();
        let long = "ü".repeat(2043);

        let wrong = client.submit(WHAT, &[("title", ""), ("body", &long), ("summary", "\u{202e}x")]);
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.body.matches("class=\"why\"").count(), 3, "{}", wrong.body);
        assert!(wrong.text("title").starts_with("Error") && wrong.body.contains(&long));
        assert!(wrong.body.contains("2,043"), "how much was written");
        assert_eq!(drafts(&app).await, 1, "kept although it is wrong");
        let again = client.get(WHAT);
        assert!(again.body.contains(&long), "kept for another visit");

        leads(&client.submit(WHAT, &BENCHES), &step("where"));
        let nowhere = client.submit(&step("where"), &[("place", "Rosenweg")]);
        assert_eq!((nowhere.status, nowhere.text(".why").contains("Choose an answer")), (422, true), "{}", nowhere.body);
        for area in ["99", "-1", "1 or 1=1", "0"] {
            assert_eq!(client.submit(&step("where"), &[("area", area)]).status, 422, "{area}");
        }
        leads(&client.submit(&step("where"), &[("area", "all")]), &step("similar"));
        let wrong = [("email", "nobody"), ("cost", "much"), ("offer_kind", "skill"), ("voice", "king"), ("topic", "9")];
        let wrong = client.submit(&step("more"), &wrong);
        assert_eq!((wrong.status, wrong.body.matches("class=\"why\"").count()), (422, 3), "{}", wrong.body);
        let check = client.get(&step("check"));
        leads(&check, &format!("{}?to=check", step("more")));
        let mended = [("email", ""), ("cost", ""), ("offer_kind", ""), ("to_check", "1")];
        leads(&client.submit(&step("more"), &mended), &step("check"));
        assert!(client.get(&step("check")).body.contains("Everywhere"), "what was chosen before");
        let changed = client.get(&format!("{WHAT}?to=check"));
        assert_eq!(changed.value("to_check").as_deref(), Some("1"), "the way back to the last look");
    }
}

on_both! {
    async fn a_draft_waits_under_its_code_for_thirty_days_on_any_device(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        let client = app.client();

        leads(&client.submit(WHAT, &[BENCHES[0], ("body", ""), ("draft", "1")]), &step("draft"));
        let kept = client.get(&step("draft"));
        let code = kept.text(".code");
        assert!(kept.body.contains("Benches at the bus stop") && code.trim().len() == 14, "{code}");
        leads(&client.submit(&step("draft"), &[("act", "leave")]), "/en/rounds/lindenau");
        assert!(!client.get(WHAT).body.contains("Benches"), "the device has forgotten it");

        let other = app.client();
        assert_eq!(other.submit(MINE, &[("code", "0000 0000 0001")]).status, 422);
        let unknown = other.submit(MINE, &[("code", "000000000000")]);
        assert!(unknown.status == 422 && unknown.text(".why").contains("nothing under this code"), "{}", unknown.body);
        leads(&other.submit(MINE, &[("code", &code.to_lowercase().replace('-', " "))]), &step("draft"));
        assert!(other.get(WHAT).body.contains("Benches"));
        wait(&app, TimeDelta::days(29));
        assert_eq!(drafts(&app).await, 1);
        assert!(other.get(WHAT).body.contains("no longer taken"), "the window has closed meanwhile");
        let late = other.submit(WHAT, &BENCHES);
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(late.text(".note").contains("Your text is not lost") && late.text(".code").trim() == code.trim());
        wait(&app, TimeDelta::days(31));
        assert_eq!(app.client().submit(MINE, &[("code", code.trim())]).status, 422, "its time is over");
    }
}

on_both! {
    async fn a_window_that_closes_over_the_last_look_keeps_the_text(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        let client = app.client();
        leads(&client.submit(WHAT, &BENCHES), &step("where"));
        leads(&client.submit(&step("where"), &[("area", "2")]), &step("similar"));
        leads(&client.submit(&step("more"), &[]), &step("check"));
        wait(&app, TimeDelta::days(15));

        let late = client.submit(&step("check"), &[]);

        assert_eq!((late.status, late.text("h1").as_str()), (409, "Proposals are no longer taken"));
        assert!(late.text(".note").contains("not lost"), "{}", late.body);
        assert_eq!(drafts(&app).await, 1);
    }
}

on_both! {
    async fn similar_proposals_are_shown_first_and_only_where_there_are_any(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        propose(&app.client(), "Benches at the bus stop", &[]);
        let client = app.client();

        leads(&client.submit(WHAT, &[("title", "A BENCH near bus stops"), BENCHES[1], BENCHES[2]]), &step("where"));
        leads(&client.submit(&step("where"), &[("area", "1")]), &step("similar"));
        let similar = client.get(&step("similar"));
        assert!(similar.text(".rows").contains("Benches at the bus stop"), "{}", similar.body);
        assert!(similar.body.contains("/en/rounds/lindenau/proposals/00001"));
        leads(&client.submit(WHAT, &[("title", "Repair the school roof"), BENCHES[1], BENCHES[2]]), &step("where"));
        leads(&client.get(&step("similar")), &step("more"));
    }
}

on_both! {
    async fn an_author_takes_the_proposal_back_and_the_office_hides_and_restores_it(database) {
        let (app, _) = collecting(database, Eligible::Everybody, true).await;
        let client = app.client();
        let (number, code) = slip(&propose(&client, "Benches", &[("email", "bea@example.org")]));
        let number = ProposalNumber::new(number);
        let own = || client.get(MINE).text(".facts");

        assert!(own().contains("We are reading it"), "{}", own());
        show_proposal(&app.db, OFFICE, number).await.unwrap();
        assert!(own().contains("Everybody can read it"));
        assert!(show_proposal(&app.db, OFFICE, number).await.is_err(), "it does not wait any more");
        hide_proposal(&app.db, OFFICE, number, HidingRule::Person, reason()).await.unwrap();
        assert!(own().contains("Details about other people") && own().contains(reason().as_str()), "{}", own());
        leads(&client.submit(MINE, &[("act", "withdraw")]), MINE);
        assert_eq!(found(&app, number.value()).await.state, ProposalState::Hidden, "hidden is not taken back");
        restore_proposal(&app.db, OFFICE, number).await.unwrap();
        assert_eq!(found(&app, number.value()).await.hidden, None);
        let to_author = |(message, recipient): (String, String)| (recipient == "bea@example.org").then_some(message);
        let told: Vec<String> = app.mails().await.into_iter().filter_map(to_author).collect();
        assert_eq!(told, ["proposal_received", "proposal_hidden", "proposal_restored"]);
        leads(&client.submit(MINE, &[("act", "withdraw")]), MINE);
        leads(&client.submit(MINE, &[("act", "withdraw")]), MINE);
        assert_eq!(app.entries("proposal_withdrawn").await.len(), 1, "done once");
        let gone = found(&app, number.value()).await;
        assert_eq!([gone.title, gone.body, gone.place, gone.display_name], [""; 4].map(str::to_owned), "nothing of it stays");
        let id = gone.id;
        assert!(app.db.read(move |conn| find_author(conn, id)).await.unwrap().is_none());
        assert!(own().contains("Taken back"));
        assert!(restore_proposal(&app.db, OFFICE, number).await.is_err());
        leads(&client.submit(MINE, &[("act", "leave")]), "/en");
        assert!(client.get(MINE).text(".facts").is_empty(), "the device has forgotten the code");
        leads(&client.submit(MINE, &[("code", &code)]), MINE);
        assert!(own().contains("Taken back"));
    }
}

/// A ward with a shared computer: the address where employees enter, and codes for them.
async fn ward(app: &TestApp, size: u32) -> (String, Vec<String>) {
    add_workplace(&app.db, OFFICE, Line::parse("Ward 3").unwrap()).await.unwrap();
    let key = app.db.read(list_workplaces).await.unwrap()[0].key.to_string();
    let new = NewBatch { form_key: "00".repeat(16), word: Line::parse("").unwrap(), language: "en".to_owned() };
    let keys = app.keys.installation();
    let slips = make_personnel_codes(&app.db, keys, OFFICE, WantedBatch { size, new }).await.unwrap();
    (format!("/en/enter/{key}"), slips.into_iter().map(|(_, code)| code.to_string()).collect())
}

on_both! {
    async fn on_a_shared_computer_nobody_finds_a_colleagues_draft(database) {
        let (app, _) = collecting(database, Eligible::Employees, false).await;
        let (entry, slips) = ward(&app, 2).await;
        let computer = app.client();
        assert_eq!(computer.submit(&entry, &[("code", &slips[0])]).status, 303);
        leads(&computer.submit(WHAT, &BENCHES), &step("where"));
        assert!(computer.get(WHAT).body.contains("Benches"), "her own");
        let carried = computer.cookie("proposal").unwrap();

        let key = entry.rsplit('/').next().unwrap();
        assert_eq!(computer.submit("/en/sign-out", &[("workplace", key)]).status, 303);
        assert_eq!(computer.cookie("proposal"), None, "signing out takes the code along");
        computer.set_cookie("proposal", &carried);
        assert!(!computer.get(&step("draft")).body.contains("Benches"), "without a session the code does not hold");
        assert_eq!(computer.submit(&entry, &[("code", &slips[1])]).status, 303);
        computer.set_cookie("proposal", &carried);
        assert!(!computer.get(WHAT).body.contains("Benches"), "nor in the session of a colleague");
        leads(&computer.get(&step("receipt")), WHAT);
        leads(&computer.submit(&step("check"), &[]), WHAT);
    }
}

on_both! {
    async fn a_code_is_tried_by_typing_it_and_not_by_a_cookie(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        let author = app.client();
        leads(&author.submit(WHAT, &BENCHES), &step("where"));
        let (code, mark) = author.cookie("proposal").unwrap().split_once('.').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let other = app.client();
        for forged in [code.clone(), format!("{code}."), format!("{code}.{}", "0".repeat(64)), format!("000000000000.{mark}")] {
            other.set_cookie("proposal", &forged);
            assert!(!other.get(WHAT).body.contains("Benches"), "{forged}");
        }
        other.set_cookie("proposal", &format!("{code}.{mark}"));
        assert!(other.get(WHAT).body.contains("Benches"));
        let stranger = app.client();
        let wrong = (0..31).map(|_| stranger.submit(MINE, &[("code", "000000000000")]).status).collect::<Vec<_>>();
        assert_eq!((wrong[29], wrong[30]), (422, 429));
    }
}

on_both! {
    async fn one_mailbox_gets_few_mails_about_proposals_in_an_hour(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        for _ in 0..5 {
            propose(&app.client(), "Benches", &[("email", "victim@example.org")]);
        }
        let client = app.client();
        let what = [("title", "Benches"), BENCHES[1], BENCHES[2]];
        leads(&client.submit(WHAT, &what), &step("where"));
        leads(&client.submit(&step("where"), &[("area", "1")]), &step("similar"));
        leads(&client.submit(&step("more"), &[("email", "victim@example.org")]), &step("check"));

        assert_eq!(client.submit(&step("check"), &[]).status, 429);
        assert!(client.get(WHAT).body.contains("Benches"), "and the text is kept");
        wait(&app, TimeDelta::hours(1));
        leads(&client.submit(&step("check"), &[]), &step("receipt"));
    }
}

on_both! {
    async fn where_employees_propose_others_are_led_to_the_sign_in(database) {
        let (app, _) = collecting(database, Eligible::Employees, false).await;
        let stranger = app.client();
        let shut = stranger.get(WHAT);
        assert_eq!((shut.status, shut.text("h1").as_str()), (200, "Employees propose here"));
        assert_eq!(stranger.submit(WHAT, &BENCHES).status, 409, "and the text is kept");
        assert_eq!(drafts(&app).await, 1);

        let (entry, slips) = ward(&app, 1).await;
        let nurse = app.client();
        assert_eq!(nurse.submit(&entry, &[("code", &slips[0])]).status, 303);
        let (number, _) = slip(&propose(&nurse, "Order bandages by ward", &[]));
        assert_eq!(found(&app, number).await.state, ProposalState::Received);
        assert_eq!(app.entries("proposal_received").await.len(), 1);
    }
}

on_both! {
    async fn rounds_that_collect_nothing_say_so(database) {
        let (app, _) = collecting(database, Eligible::Nobody, false).await;
        assert_eq!(app.client().get(WHAT).text("h1"), "No proposals are collected here");
        assert_eq!(app.client().get("/en/rounds/unknown/propose").status, 404);
        for later in ["where", "similar", "more", "check", "receipt", "draft"] {
            let answer = app.client().get(&step(later));
            assert!(matches!(answer.status, 200 | 303), "{later}: {}", answer.status);
        }
    }
}

on_both! {
    async fn an_account_that_is_deleted_is_forgotten_in_proposals(database) {
        let (app, _) = collecting(database, Eligible::Everybody, false).await;
        let author = [("email", "gus@example.org"), ("display_name", "Gus")];
        let (number, _) = slip(&propose(&app.client(), "Benches", &author));
        let other = [("email", "bea@example.org"), ("display_name", "Bea")];
        let (others, _) = slip(&propose(&app.client(), "Trees", &other));
        app.member("gus@example.org").await;
        let gus = app.client();
        assert_eq!(gus.sign_in("gus@example.org", PASSWORD).status, 303);

        assert_eq!(gus.submit("/en/account/delete", &[("sure", "1")]).text("h1"), "Your account is deleted");

        let left = found(&app, number).await;
        assert_eq!((left.title.as_str(), left.display_name.as_str()), ("Benches", ""), "the text stays without the name");
        let email = |id| app.db.read(move |conn| find_author(conn, id));
        assert!(email(left.id).await.unwrap().is_none());
        let kept = found(&app, others).await;
        assert!(kept.display_name == "Bea" && email(kept.id).await.unwrap().is_some(), "nobody else's");
    }
}
