//! Supporting a proposal over HTTP: from the proposal's page through the sign-in and back, from the list, from the steps of
//! proposing; and what nobody sees while voting is open.

use allmende::domain::ids::RoundId;
use allmende::domain::round::Eligible;
use allmende::domain::schedule::{Span, Window};
use allmende::store::set_up::replace_window;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;

use super::account::{next_mail, resident};
use super::stage::publish;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, let_support, move_voting, proposal, propose};
use crate::harness::rounds::{TestRound, live};

const LIST: &str = "/en/rounds/lindenau/proposals";
const BENCHES: &str = "/en/rounds/lindenau/proposals/00001";
const SUPPORT: &str = "/en/rounds/lindenau/proposals/00001/support";
const GIVE: [(&str, &str); 1] = [("act", "give")];
const TAKE: [(&str, &str); 1] = [("act", "take")];

/// A round that takes proposals and supports, with one proposal by somebody else.
async fn supporting(database: TestDatabase, who: Eligible) -> (TestApp, TestRound) {
    let app = TestApp::start(database).await.with_administrator().await;
    let mut content = live("lindenau", app.time.get());
    content.windows.retain(|(window, _)| *window != Window::Voting);
    let in_a_month = |days: i64| Some(app.time.get().plus(TimeDelta::days(days)));
    content.windows.push((Window::Voting, Span { opens_at: in_a_month(30), closes_at: in_a_month(44) }));
    let round = publish(&app, content).await;
    collect(&app, round.round.id).await;
    let_support(&app, round.round.id, who).await;
    propose(&app, round.round.id, proposal("Benches at the bus stop", "Old people stand there.")).await;
    (app, round)
}

/// What the page of the first proposal says of its supports.
fn section(client: &Client) -> String {
    supports_on(&client.get(BENCHES))
}

fn supports_on(page: &Answer) -> String {
    page.text("section[aria-labelledby=support]").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A resident who signs in by mail.
async fn come_in(app: &TestApp, email: &str) -> Client {
    while next_mail(app).await.is_some() {}
    resident(app, email).await
}

fn leads(answer: &Answer, to: &str) {
    assert_eq!((answer.status, answer.header("location")), (303, Some(to)), "{}", answer.body);
}

async fn open_voting(app: &TestApp, round: RoundId) {
    let now = app.time.get();
    let span = Span { opens_at: Some(now.plus(TimeDelta::hours(-1))), closes_at: Some(now.plus(TimeDelta::days(7))) };
    move_voting(app, round, Some(span)).await;
}

on_both! {
    async fn a_resident_signs_in_on_the_way_and_supports_with_one_press(database) {
        let (app, _) = supporting(database, Eligible::Everybody).await;
        let stranger = app.client();
        let page = stranger.get(BENCHES);
        assert!(supports_on(&page).starts_with("Support Nobody supports this yet."));
        assert!(page.body.contains(&format!("href=\"{SUPPORT}\"")), "a link, for pages of strangers are shared");
        let next = format!("/en/sign-in?next={}", SUPPORT.replace('/', "%2F"));
        leads(&stranger.get(SUPPORT), &next);

        let ada = come_in(&app, "ada.resident@example.org").await;
        let shown = ada.get(SUPPORT);
        assert!(shown.text("h1").contains("Benches at the bus stop"), "{}", shown.body);
        assert_eq!(shown.header("cache-control"), Some("private, no-store"));
        for _ in 0..2 {
            leads(&ada.submit(SUPPORT, &GIVE), &format!("{BENCHES}#support"));
        }

        let told = section(&ada);
        assert!(told.starts_with("Support 1 person supports this.") && told.contains("You support this proposal."), "{told}");
        assert!(section(&app.client()).starts_with("Support 1 person supports this."), "at once, also on shared pages");
        leads(&ada.submit(SUPPORT, &TAKE), &format!("{BENCHES}#support"));
        assert!(section(&app.client()).starts_with("Support Nobody supports this yet."));
        assert_eq!(ada.submit(SUPPORT, &[("act", "like")]).status, 400);
    }
}

on_both! {
    async fn what_stands_against_a_support_is_told_on_its_page(database) {
        let (app, _) = supporting(database, Eligible::Everybody).await;
        let author = come_in(&app, "author@example.org").await;
        assert!(section(&author).contains("This is your own proposal."), "{}", section(&author));
        let refused = author.submit(SUPPORT, &GIVE);
        assert_eq!(refused.status, 409);
        assert!(refused.text("main").contains("This is your own proposal."), "{}", refused.body);

        app.time.set(app.time.get().plus(TimeDelta::days(8)));
        let ada = come_in(&app, "ada.resident@example.org").await;
        assert_eq!(ada.submit(SUPPORT, &GIVE).status, 409);
        assert!(section(&ada).contains("Supporting ended on"), "{}", section(&ada));
        assert_eq!(ada.get("/en/rounds/lindenau/proposals/00077/support").status, 404);
    }
}

on_both! {
    async fn while_voting_is_open_nobody_reads_how_many_support_what(database) {
        let (app, round) = supporting(database, Eligible::Everybody).await;
        propose(&app, round.round.id, proposal("Swings", "For the little ones.")).await;
        let ada = come_in(&app, "ada.resident@example.org").await;
        leads(&ada.submit("/en/rounds/lindenau/proposals/00002/support", &GIVE), "/en/rounds/lindenau/proposals/00002#support");
        let sorted = app.client().get(&format!("{LIST}?order=supported"));
        assert!(sorted.text("ol.rows li:first-child").contains("Swings") && sorted.body.contains("1 supports this"), "{}", sorted.body);
        assert!(app.client().get(&format!("{LIST}.csv")).body.lines().any(|line| line.starts_with("00002") && line.ends_with(",1")));

        open_voting(&app, round.round.id).await;

        let list = app.client().get(&format!("{LIST}?order=supported"));
        assert!(!list.body.contains("supports this") && !list.body.contains("most supported"), "{}", list.body);
        let page = supports_on(&app.client().get("/en/rounds/lindenau/proposals/00002"));
        assert!(page.contains("The number is not shown while voting is open.") && !page.contains("1 person"), "{page}");
        assert!(app.client().get(&format!("{LIST}.csv")).body.lines().all(|line| !line.ends_with(",1")));
        app.time.set(app.time.get().plus(TimeDelta::days(8)));
        assert!(app.client().get(&format!("{LIST}.csv")).body.contains(",1\r\n"), "afterwards everybody does again");
    }
}

on_both! {
    async fn whoever_is_signed_in_supports_in_the_list_and_stays_there(database) {
        let (app, _) = supporting(database, Eligible::Everybody).await;
        let ada = come_in(&app, "ada.resident@example.org").await;
        let list = format!("{LIST}?order=newest");
        assert!(ada.get(&list).text("ol.rows").contains("Support 00001"));
        assert!(!app.client().get(&list).text("ol.rows").contains("Support 00001"));
        let author = come_in(&app, "author@example.org").await;
        assert!(!author.get(&list).text("ol.rows").contains("Support 00001"), "not one's own");

        leads(&ada.submit(SUPPORT, &[("act", "give"), ("back", &list)]), &format!("{list}#p00001"));
        assert!(ada.get(&list).text("ol.rows").contains("You support this"));
        for elsewhere in ["//example.org", "/en/rounds/lindenau/proposalsx", "https://example.org/en"] {
            leads(&ada.submit(SUPPORT, &[("act", "take"), ("back", elsewhere)]), &format!("{BENCHES}#support"));
        }
    }
}

on_both! {
    async fn whoever_finds_their_idea_among_the_others_supports_that_one_and_keeps_the_draft(database) {
        let (app, _) = supporting(database, Eligible::Everybody).await;
        let ada = come_in(&app, "ada.resident@example.org").await;
        let what = [("title", "Benches at the bus stop"), ("body", "For old people."), ("summary", "")];
        leads(&ada.submit("/en/rounds/lindenau/propose", &what), "/en/rounds/lindenau/propose/where");
        leads(&ada.submit("/en/rounds/lindenau/propose/where", &[("area", "1"), ("place", "")]), "/en/rounds/lindenau/propose/similar");
        assert!(ada.get("/en/rounds/lindenau/propose/similar").body.contains(&format!("href=\"{SUPPORT}?draft=1\"")));
        assert!(ada.get(&format!("{SUPPORT}?draft=1")).text("main").contains("Your own draft is kept."));

        let done = "/en/rounds/lindenau/propose/draft?supported=00001";
        leads(&ada.submit(SUPPORT, &[("act", "give"), ("draft", "1")]), done);

        let kept = ada.get(done);
        assert!(kept.text(".note").contains("You support proposal 00001."), "{}", kept.body);
        assert!(kept.text("h1").contains("kept") || kept.body.contains("value=\"discard\""), "the draft is there and can be discarded");
    }
}

on_both! {
    async fn employees_are_led_to_where_their_code_is_entered(database) {
        let (app, round) = supporting(database, Eligible::Employees).await;
        let page = app.client().get(BENCHES);
        assert!(page.body.contains(&format!("/en/enter/?next={}", SUPPORT.replace('/', "%2F"))), "{}", page.body);
        let ada = come_in(&app, "ada.resident@example.org").await;
        assert!(section(&ada).contains("Here only employees support proposals."), "{}", section(&ada));

        let none = app.db.write(Lock::Round(round.round.id), {
            let id = round.round.id;
            move |tx| replace_window(tx, id, Window::Supporting, None)
        });
        none.await.map_err(|error: StoreError| error.to_string()).unwrap();
        assert!(!app.client().get(BENCHES).body.contains("aria-labelledby=\"support\""), "a round without supports says nothing of them");
    }
}
