//! Employees without e-mail: workplaces and codes in the office, the entry, the shared computer.

mod account;
mod codes;
mod entry;
mod places;
mod shared;

use allmende::domain::ids::{AccountId, PersonnelSerial};
use allmende::store::personnel::find_slip;

use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;

const PLACES: &str = "/en/office/workplaces";
const NEW_PLACE: &str = "/en/office/workplaces/new";
const CODES: &str = "/en/office/personnel-codes";
const NEW_CODES: &str = "/en/office/personnel-codes/new";

/// An application with an open workplace and three slips, and an administrator who is signed in.
struct Ward {
    app: TestApp,
    office: Client,
    /// The page of the workplace in the office.
    place: String,
    /// Where its poster leads, in English.
    entry: String,
    /// What the slips 1, 2 and 3 say.
    codes: Vec<String>,
}

async fn ward(database: TestDatabase) -> Ward {
    let app = TestApp::start(database).await.with_administrator().await;
    let office = app.signed_in();
    let added = office.submit(NEW_PLACE, &[("name", "Ward 4B")]);
    assert_eq!(added.status, 303, "{}", added.body);
    let place = added.header("location").unwrap().strip_suffix("?done=added").unwrap().to_owned();
    let entry = entry_of(&office, &place);
    let codes = codes_on(&make(&office, "3", "Hospital North"));
    assert_eq!(codes.len(), 3);
    Ward { app, office, place, entry, codes }
}

impl Ward {
    /// A browser at the workplace in which somebody has entered with a code.
    fn entered(&self, code: &str) -> Client {
        let client = self.app.client();
        let answer = client.post(&self.entry, &[("code", code)]);
        assert_eq!((answer.status, answer.header("location")), (303, Some("/en")), "{}", answer.body);
        client
    }

    /// Whether a code lets in.
    fn lets_in(&self, code: &str) -> bool {
        self.app.client().post(&self.entry, &[("code", code)]).status == 303
    }

    /// The account of a slip.
    async fn account(&self, serial: u32) -> AccountId {
        let read = self.app.db.read(move |conn| find_slip(conn, PersonnelSerial::new(serial)));
        read.await.unwrap().unwrap().account.unwrap()
    }
}

/// The path of the entry that a workplace's page names, in English.
fn entry_of(office: &Client, place: &str) -> String {
    let address = office.get(place).text(".address");
    let (_, key) = address.split_once("/enter/").unwrap();
    format!("/en/enter/{key}")
}

/// Asks for codes on a fresh form.
fn make(office: &Client, size: &str, word: &str) -> Answer {
    let form = office.get(NEW_CODES).value("form").unwrap();
    office.submit(NEW_CODES, &[("form", &form), ("size", size), ("word", word)])
}

/// The codes that a page of slips shows.
fn codes_on(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.body);
    let parts = page.body.split("<p class=\"code\"><bdi dir=\"ltr\">").skip(1);
    parts.map(|part| part.split('<').next().unwrap().to_owned()).collect()
}

/// Whether somebody is signed in in a browser.
fn is_in(client: &Client) -> bool {
    client.get("/en/account").status == 200
}

/// Does what a page asks about: opens it and sends its form.
fn confirm(office: &Client, path: &str) -> Answer {
    let page = office.get(path);
    assert_eq!(page.status, 200, "{}", page.body);
    office.submit(path, &[("version", &page.value("version").unwrap())])
}
