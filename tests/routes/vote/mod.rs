//! Voting with a code: a round in voting that is served, and how a voter's browser goes through its pages.

mod accounts;
mod bad_input;
mod casting;
mod doors;
mod end;
mod entry;
mod failures;
mod languages;
mod limit;
mod receipt;
mod secrecy;
mod tabs;

use allmende::actions::round::{RoundContent, create_round, publish_round};
use allmende::domain::format::BallotFormat;
use allmende::store::StoreError;
use allmende::store::areas::list_areas;
use allmende::store::rounds::find_round;
use scraper::{Html, Selector};

use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, TestRound, live};
use crate::harness::voters::Voter;

/// Names and values of a form.
pub(super) type Fields = Vec<(String, String)>;

/// A served application with one round in voting.
pub(super) struct Booth {
    pub(super) app: TestApp,
    pub(super) round: TestRound,
}

/// Writes a round down and publishes it.
pub(super) async fn publish(app: &TestApp, content: RoundContent) -> TestRound {
    let id = create_round(&app.db, OFFICE, content).await.unwrap();
    let find = move |conn: &mut allmende::store::Conn| {
        Ok::<_, StoreError>((find_round(conn, id)?.ok_or(StoreError::NotFound)?, list_areas(conn, id)?))
    };
    let (draft, areas) = app.db.read(find).await.unwrap();
    publish_round(&app.db, &app.keys, OFFICE, &draft).await.unwrap();
    let round = app.db.read(move |conn| find_round(conn, id)).await.unwrap().unwrap();
    TestRound { db: app.db.clone(), keys: app.keys.clone(), round, areas }
}

impl Booth {
    /// Five points in each of two areas with three projects each.
    pub(super) async fn points(database: TestDatabase) -> Self {
        Self::with(database, |_| {}).await
    }

    /// At most two projects in each of two areas with three projects each.
    pub(super) async fn approval(database: TestDatabase) -> Self {
        Self::with(database, |content| {
            content.round.format = BallotFormat::Approval { max: 2 };
            content.round.rule = "equal-shares cost add1+greedy".parse().unwrap();
        })
        .await
    }

    /// A round that differs from the usual one.
    pub(super) async fn with(database: TestDatabase, change: impl FnOnce(&mut RoundContent)) -> Self {
        Self::on(TestApp::start(database).await, change).await
    }

    /// A round on an application that differs from the usual one.
    pub(super) async fn on(app: TestApp, change: impl FnOnce(&mut RoundContent)) -> Self {
        let mut content = live("lindenau-2027", app.time.get());
        change(&mut content);
        let round = publish(&app, content).await;
        Self { app, round }
    }

    /// The address of a page of the vote.
    pub(super) fn at(&self, page: &str) -> String {
        format!("/en/rounds/{}/vote{page}", self.round.round.slug)
    }

    /// A browser in which a code was entered.
    pub(super) fn enter(&self, voter: &Voter) -> Client {
        let client = self.app.client();
        self.enter_in(&client, voter);
        client
    }

    pub(super) fn enter_in(&self, client: &Client, voter: &Voter) {
        let answer = client.submit(&self.at("/code"), &[("code", &voter.code.to_string())]);
        assert_eq!((answer.status, answer.header("location")), (303, Some(self.at("/ballot").as_str())));
    }

    /// Sends choices from the ballot to the check page.
    pub(super) fn check(&self, client: &Client, choices: &[(&str, &str)]) -> Answer {
        let version = self.round.round.ballot_version.to_string();
        let mut fields = choices.to_vec();
        fields.push(("ballot_version", &version));
        client.submit(&self.at("/check"), &fields)
    }

    /// Checks choices that keep the rules and answers with the form that casts them.
    pub(super) fn checked(&self, client: &Client, choices: &[(&str, &str)]) -> Fields {
        let page = self.check(client, choices);
        assert_eq!(page.status, 200, "{}", page.text("main"));
        hidden(&page, "form#cast")
    }

    pub(super) fn send(&self, client: &Client, page: &str, fields: &Fields) -> Answer {
        let pairs: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        client.post(&self.at(page), &pairs)
    }

    /// Casts and answers with the code on the receipt.
    pub(super) fn cast(&self, client: &Client, choices: &[(&str, &str)]) -> String {
        let answer = self.send(client, "/cast", &self.checked(client, choices));
        assert_eq!((answer.status, answer.header("location")), (303, Some(self.at("/receipt").as_str())));
        self.receipt(client)
    }

    pub(super) fn receipt(&self, client: &Client) -> String {
        let page = client.get(&self.at("/receipt"));
        assert_eq!(page.status, 200, "{}", page.text("main"));
        page.text(".code bdi")
    }
}

/// The hidden fields of a form.
pub(super) fn hidden(page: &Answer, form: &str) -> Fields {
    let selector = Selector::parse(&format!("{form} input[type=hidden]")).unwrap();
    let document = Html::parse_document(&page.body);
    let field = |input: scraper::ElementRef<'_>| {
        (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap().to_owned())
    };
    document.select(&selector).map(field).collect()
}

/// The choices among the fields of a form.
pub(super) fn choices(fields: &Fields) -> Vec<(&str, &str)> {
    let is_choice = |name: &str| name.starts_with('p') || name.starts_with("blank");
    fields.iter().filter(|(name, _)| is_choice(name)).map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// What is chosen on a ballot page: the names and values of ticked boxes and radios above 0.
pub(super) fn ticked(page: &Answer) -> Fields {
    let (document, ticked) = (Html::parse_document(&page.body), Selector::parse("input[checked]").unwrap());
    let attribute = |input: &scraper::ElementRef<'_>, name: &str| input.attr(name).unwrap().to_owned();
    let all = document.select(&ticked).map(|input| (attribute(&input, "name"), attribute(&input, "value")));
    let mut found: Fields = all.filter(|(_, value)| value != "0").collect();
    found.sort();
    found
}

/// The texts of everything that a selector finds, without isolation marks and with plain blanks.
pub(super) fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let (document, selector) = (Html::parse_document(&page.body), Selector::parse(selector).unwrap());
    let text = |one: scraper::ElementRef<'_>| {
        one.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
    };
    document.select(&selector).map(|one| text(one).trim().to_owned()).collect()
}

/// The problems in the summary.
pub(super) fn problems(page: &Answer) -> Vec<String> {
    texts(page, ".problem[role=alert] li")
}
