//! What people propose, as everybody reads it: the list with its filters, the table, a proposal, the way by its number.

use std::collections::BTreeSet;

use allmende::actions::proposal::hide_proposal;
use allmende::domain::ids::{ProposalNumber, RoundId, TopicId};
use allmende::domain::money::Money;
use allmende::domain::organisation::ByLanguage;
use allmende::domain::proposal::{HidingRule, NewProposal, Offer, OfferKind, Source, Voice};
use allmende::domain::reason::PublicReason;
use allmende::domain::round::Origin;
use allmende::domain::text::{Line, Prose};
use allmende::store::Lock;
use allmende::store::topics::insert_topic;
use chrono::TimeDelta;

use super::vote::{publish, texts};
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{check_first, collect, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, TestRound, area, content, live};

const LIST: &str = "/en/rounds/lindenau/proposals";
const REASON: &str = "It tells where a neighbour lives.";

/// A round of two areas that takes proposals.
async fn taking(database: TestDatabase) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await;
    let round = publish(&app, live("lindenau", app.time.get())).await;
    collect(&app, round.round.id).await;
    (app, round)
}

async fn hide(app: &TestApp, number: ProposalNumber) {
    let reason = PublicReason::parse(REASON).unwrap();
    hide_proposal(&app.db, OFFICE, number, HidingRule::Person, reason).await.unwrap();
}

async fn topic(app: &TestApp, round: RoundId, name: &str) -> TopicId {
    let names = ByLanguage::from([("en".to_owned(), name.to_owned())]);
    app.db.write(Lock::Nothing, move |tx| insert_topic(tx, round, &names)).await.unwrap()
}

fn list(client: &Client, query: &str) -> Answer {
    client.get(&format!("{LIST}?{query}"))
}

fn titles(client: &Client, query: &str) -> Vec<String> {
    let answer = list(client, query);
    assert_eq!(answer.status, 200, "{query}");
    texts(&answer, ".rows h3")
}

/// One proposal of each state, in the order of the states; each text holds a word that stands nowhere else.
async fn one_of_each(app: &TestApp, round: RoundId) -> [ProposalNumber; 4] {
    let new = |word: &str| proposal(&format!("Benches {word}title"), &format!("Shade for the {word}body."));
    let (received, _) = propose(app, round, new("openxq")).await;
    let (hidden, _) = propose(app, round, new("veiledxq")).await;
    hide(app, hidden).await;
    let (withdrawn, code) = propose(app, round, new("gonexq")).await;
    take_back(app, &code).await;
    check_first(app, round, true).await;
    let (unchecked, _) = propose(app, round, new("freshxq")).await;
    [received, unchecked, hidden, withdrawn]
}

on_both! {
    async fn nothing_of_a_text_that_is_not_public_stands_anywhere(database) {
        let (app, round) = taking(database).await;
        let numbers = one_of_each(&app, round.round.id).await;
        let client = app.client();
        let mut paths: Vec<String> = numbers.iter().map(|number| format!("{LIST}/{}", number.padded())).collect();
        paths.extend(["/en".to_owned(), "/en/rounds/lindenau".to_owned(), "/en/record".to_owned()]);
        for query in ["order=1", "order=newest", "order=area", "state=withdrawn&order=1", "words=benches&order=1"] {
            paths.extend([format!("{LIST}?{query}"), format!("{LIST}.csv?{query}")]);
        }

        for path in &paths {
            let answer = client.get(path);
            assert_eq!(answer.status, 200, "{path}");
            for word in ["veiledxq", "gonexq", "freshxq", "author@example.org"] {
                assert!(!answer.body.contains(word), "{path} holds {word}");
            }
        }
        assert_eq!(titles(&client, "words=benches&order=1"), ["Benches openxqtitle"]);
        for word in ["veiledxqtitle", "gonexqbody", "freshxqbody"] {
            for state in ["", "&state=received", "&state=withdrawn"] {
                let found = list(&client, &format!("words={word}&order=1{state}"));
                assert!(!found.body.contains(&format!("Benches {word}")), "{word}{state}");
            }
            assert!(titles(&client, &format!("words={word}&order=1")).is_empty(), "{word}");
        }
    }
}

on_both! {
    async fn a_proposal_says_where_it_stands_and_what_comes_next(database) {
        let (app, round) = taking(database).await;
        let [received, unchecked, hidden, withdrawn] = one_of_each(&app, round.round.id).await;
        let client = app.client();
        let page = |number: ProposalNumber| client.get(&format!("{LIST}/{}", number.padded()));

        let open = page(received);
        assert!(open.text("h1").ends_with("Benches openxqtitle"), "{}", open.text("h1"));
        assert!(open.text(".stick").contains("Proposals are taken until"), "{}", open.text(".stick"));
        assert!(open.text("article").contains("Shade for the openxqbody."));
        let waits = page(unchecked);
        assert_eq!(waits.text("h1"), format!("Proposal no. {}", unchecked.padded()));
        assert!(waits.text("main").contains("The office reads it before everybody can see it."));
        let veiled = page(hidden);
        for said in ["Details about other people", REASON, "Then object.", "It is not deleted."] {
            assert!(veiled.text("main").contains(said), "{said}: {}", veiled.text("main"));
        }
        assert!(page(withdrawn).text("main").contains("Taken back on 1 May 2027"), "{}", page(withdrawn).text("main"));
    }
}

on_both! {
    async fn a_proposal_tells_all_that_its_author_wrote(database) {
        let (app, round) = taking(database).await;
        let (area, green) = (round.areas[1].id, topic(&app, round.round.id, "Green").await);
        let offer = Offer { kind: OfferKind::Hours, body: Prose::parse("Ten evenings.").unwrap(), by_group: true };
        let plain = proposal("Benches", "One.\n\nTwo.");
        let new = NewProposal {
            source: Source::Paper,
            helped: true,
            area: Some(area),
            topic: Some(green),
            place: Line::parse("at the <b>canal</b>").unwrap(),
            voice: Voice::Group,
            display_name: Line::parse("The garden group").unwrap(),
            cost_guess: Some(Money::from_minor(150_000)),
            offer: Some(offer),
            ..plain
        };
        let (number, _) = propose(&app, round.round.id, new).await;

        let page = app.client().get(&format!("{LIST}/{}?words=bench&area=2&order=7&page=1", number.padded()));

        let facts = page.text(".stick .facts");
        for said in [
            "Gebiet 2",
            "Green",
            "at the <b>canal</b>",
            "The garden group",
            "for a group",
            "€1,500",
            "entered by the office from a form",
        ] {
            assert!(facts.contains(said), "{said}: {facts}");
        }
        assert!(page.text("article .rows").contains("Hours of work (a group)Ten evenings."));
        assert!(page.text("article").contains("Offers change no vote and no rank."));
        assert!(page.body.contains(&format!("href=\"{LIST}?words=bench&amp;area=2&amp;order=7\"")), "{}", page.body);
        assert!(page.body.contains("<p dir=\"auto\" lang=\"en\">Two.</p>"));
    }
}

on_both! {
    async fn markup_in_a_text_is_shown_as_text(database) {
        let (app, round) = taking(database).await;
        let evil = "<script>alert(1)</script>\"><img src=x>";
        let mut new = proposal(evil, evil);
        new.display_name = Line::parse(evil).unwrap();
        new.wording.summary = Prose::parse(evil).unwrap();
        let (number, _) = propose(&app, round.round.id, new).await;
        let client = app.client();

        let evil_query = "%3Cscript%3Ealert(1)%22%3E";
        for path in [
            format!("{LIST}?order=1"),
            format!("{LIST}/{}", number.padded()),
            format!("{LIST}?order=1&words={evil_query}"),
            format!("/en/proposals?number={evil_query}"),
        ] {
            let page = client.get(&path);
            assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{path}");
        }
        assert!(client.get(&format!("{LIST}/{}", number.padded())).text("h1").ends_with(evil));
    }
}

on_both! {
    async fn the_order_stands_in_the_address_and_every_proposal_on_one_page(database) {
        let (app, round) = taking(database).await;
        for number in 1..=45 {
            propose(&app, round.round.id, proposal(&format!("Proposal {number}"), "Shade.")).await;
        }
        let client = app.client();
        let lead = |query: &str| list(&client, query).header("location").unwrap().to_owned();
        let today = list(&client, "area=whole&page=2");
        let first = lead("");
        app.time.set(app.time.get().plus(TimeDelta::days(1)));

        let location = today.header("location").unwrap();
        assert_eq!((today.status, today.header("cache-control")), (302, Some("no-store")));
        assert!(location.starts_with(&format!("{LIST}?area=whole&order=")) && location.ends_with("&page=2"), "{location}");
        assert_ne!(first, lead(""), "tomorrow has another order");
        assert_eq!(lead("order=64"), lead(""));
        let whole = |order: &str| -> Vec<String> {
            (1..=3).flat_map(|page| titles(&client, &format!("order={order}&page={page}"))).collect()
        };
        let orders: BTreeSet<Vec<String>> = ["3", "4", "newest"].map(whole).into();
        assert_eq!(orders.len(), 3, "each is another order");
        assert_eq!(whole("3"), whole("3"), "and stays the same");
        for order in &orders {
            assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), 45);
        }
        assert_eq!(titles(&client, "order=newest")[..2], ["Proposal 45", "Proposal 44"]);
        assert!(list(&client, "order=3").text("[role=status]").starts_with("45 proposals found. The order is random"));
        assert!(list(&client, "order=3").body.contains(&format!("{LIST}?order=3&amp;page=2")));
        for nothing in ["page=4", "page=0", "page=x", "area=9", "topic=9", "cost=none", "state=hidden", "state=unchecked"] {
            assert_eq!(list(&client, &format!("{nothing}&order=3")).status, 404, "{nothing}");
        }
    }
}

on_both! {
    async fn every_filter_finds_what_it_says(database) {
        let (app, round) = taking(database).await;
        let (id, areas) = (round.round.id, &round.areas);
        let (green, play) = (topic(&app, id, "Green").await, topic(&app, id, "Play").await);
        let make = |title: &str, body: &str, cost: Option<i64>| NewProposal {
            cost_guess: cost.map(Money::from_minor),
            ..proposal(title, body)
        };
        let trees = NewProposal { area: Some(areas[0].id), topic: Some(green), ..make("Trees", "Shade at bus stops.", Some(999_999)) };
        let swings = NewProposal { area: Some(areas[1].id), topic: Some(play), ..make("Swings", "A shaded place.", Some(1_000_000)) };
        let hall = make("Hall", "Music for all.", Some(5_000_000));
        let ideas = make("Ideas", "A box at the bus.", None);
        for new in [trees, swings, hall, ideas] {
            propose(&app, id, new).await;
        }
        let (_, code) = propose(&app, id, make("Gone", "Shade.", None)).await;
        take_back(&app, &code).await;
        let client = app.client();
        let found = |query: &str| {
            let mut found = titles(&client, &format!("{query}&order=newest"));
            found.sort();
            found
        };

        assert_eq!(found("words=SHADING"), ["Swings", "Trees"]);
        assert_eq!(found("words=shade+bus"), ["Trees"], "all words");
        assert_eq!(found("words=the"), [""; 0], "a word that stands in every text finds nothing");
        assert_eq!(found("area=1"), ["Trees"]);
        assert_eq!(found("area=whole"), ["Hall", "Ideas"]);
        assert_eq!(found(&format!("topic={}", play.value())), ["Swings"]);
        assert_eq!(found("cost=small"), ["Trees"]);
        assert_eq!(found("cost=middle"), ["Swings"]);
        assert_eq!(found("cost=large"), ["Hall"]);
        assert_eq!(found("cost=unknown"), ["Ideas"]);
        assert_eq!(found("state=received").len(), 4);
        assert_eq!(found("state=withdrawn"), ["Proposal no. 00005"]);
        assert_eq!(found("words=shade&area=2&cost=middle"), ["Swings"], "all at once");
        assert_eq!(titles(&client, "order=area"), ["Hall", "Ideas", "Trees", "Swings"]);
        let none = list(&client, "words=elephant&order=1");
        assert!(none.text("[role=status]").starts_with("0 proposals found."));
        assert!(none.text("main").contains("Nothing fits your search."));
        assert_eq!(none.value("words").as_deref(), Some("elephant"));
    }
}

on_both! {
    async fn a_table_has_what_was_found_and_no_formula(database) {
        let (app, round) = taking(database).await;
        let formula = NewProposal {
            place: Line::parse("@home").unwrap(),
            cost_guess: Some(Money::from_minor(123_450)),
            ..proposal("=HYPERLINK(1)", "+1\nfor \"shade\"")
        };
        propose(&app, round.round.id, formula).await;
        propose(&app, round.round.id, proposal("Hall", "Music.")).await;
        let client = app.client();

        let table = client.get(&format!("{LIST}.csv?words=shade&order=3&page=1"));

        let lines: Vec<&str> = table.body.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(table.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
        assert_eq!(
            lines,
            [
                "number,title,state,area,topic,language,summary,text,place,cost_guess,currency,source,date,supports",
                "00001,'=HYPERLINK(1),received,the whole round,,en,,\"'+1\nfor \"\"shade\"\"\",'@home,1234.50,EUR,web,\
                 2027-05-01T12:00:00.000Z,",
                "",
            ]
        );
        assert_eq!(client.get(&format!("{LIST}.csv")).body.matches("received").count(), 2);
    }
}

on_both! {
    async fn a_proposal_has_one_address(database) {
        let (app, round) = taking(database).await;
        publish(&app, content("older", Origin::Imported, Vec::new(), vec![area(1, 1..=3)])).await;
        propose(&app, round.round.id, proposal("Benches", "Shade.")).await;
        let client = app.client();

        for elsewhere in [format!("{LIST}/1"), format!("{LIST}/000001"), "/en/rounds/older/proposals/00001".to_owned()] {
            let answer = client.get(&elsewhere);
            assert_eq!((answer.status, answer.header("location")), (302, Some(&*format!("{LIST}/00001"))), "{elsewhere}");
        }
        for nothing in ["00002", "x", "-1", "0"] {
            assert_eq!(client.get(&format!("{LIST}/{nothing}")).status, 404, "{nothing}");
        }
    }
}

on_both! {
    async fn a_number_from_a_receipt_leads_to_the_proposal(database) {
        let (app, round) = taking(database).await;
        propose(&app, round.round.id, proposal("Benches", "Shade.")).await;
        let client = app.client();
        let find = |number: &str| client.get(&format!("/en/proposals?number={number}"));

        assert!(client.get("/en").body.contains("action=\"/en/proposals\""));
        for typed in ["1", "00001", "Nr.+1", "%231"] {
            let answer = find(typed);
            assert_eq!((answer.status, answer.header("location")), (303, Some(&*format!("{LIST}/00001"))), "{typed}");
        }
        let unknown = find("412");
        assert_eq!((unknown.status, unknown.value("number").as_deref()), (404, Some("412")));
        assert!(unknown.text(".problem").contains("Compare it with your receipt."), "{}", unknown.body);
        assert!(unknown.text("title").starts_with("Error:"));
        for (typed, said) in [("", "Write the number of the proposal."), ("bench", "Write only the number, such as 412.")] {
            let answer = find(typed);
            assert_eq!((answer.status, answer.text(".why").contains(said)), (422, true), "{}", answer.body);
        }
        assert_eq!(client.get("/en/proposals").status, 200);
        assert_eq!(client.get("/proposals?number=1").header("location"), Some("/de/proposals?number=1"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_sent_to_proposals_where_nobody_proposes() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let round = publish(&app, live("lindenau", app.time.get())).await;
    let client = app.client();
    let hrefs = |path: &str| client.get(path).body.matches("/proposals").count();

    assert_eq!((hrefs("/en"), hrefs("/en/rounds/lindenau"), hrefs("/en/rounds/lindenau/projects?order=1")), (0, 0, 0));
    collect(&app, round.round.id).await;

    let page = client.get("/en/rounds/lindenau");
    assert!(page.text("header").contains("Proposals"), "{}", page.text("header"));
    assert!(page.text("main .facts").contains("Who may propose?Everybody. Proposals are taken until"));
    let empty = list(&client, "order=1");
    assert!(empty.text("main").contains("Nobody has proposed anything here yet."));
    assert!(empty.text("header [aria-current]").contains("Proposals"));
    assert!(empty.body.contains("href=\"/en/rounds/lindenau/propose\""));
}
