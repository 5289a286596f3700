//! The record: what everybody may read and check, and what the office alone does.

use allmende::actions::round::{create_round, extend_voting, publish_round};
use allmende::domain::email::Email;
use allmende::domain::ids::{RoundId, RoundPublicId};
use allmende::domain::reason::PublicReason;
use allmende::domain::time::Instant;
use allmende::media::ContentHash;
use allmende::record::{Act, ActorRef, Entry, EntryDraft, EntryId, OfficeRef, Publicity, Subject};
use allmende::store::accounts::{find_account_by_email, update_account};
use allmende::store::entries::insert_entry;
use allmende::store::rounds::find_round;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::RunQueryDsl;

use super::stage::{Stage, TITLE};
use crate::harness::app::{ADMINISTRATOR, PASSWORD, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::rounds::{OFFICE, live};

const RECORD: &str = "/en/record";
const OFFICE_RECORD: &str = "/en/office/record";
/// Somebody of the office whose account is not here.
const SOMEBODY: ActorRef = ActorRef::Office(OfficeRef::new([0xab; 16]));

/// What an answer's table says, a list of cells for each row.
fn table(answer: &Answer) -> Vec<Vec<String>> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let text = answer.body.strip_prefix('\u{feff}').expect("it begins with the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// One column of a table, without its name.
fn column(answer: &Answer, name: &str) -> Vec<String> {
    let rows = table(answer);
    let place = rows[0].iter().position(|column| column == name).unwrap();
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

async fn enter(app: &TestApp, round: Option<RoundId>, entries: Vec<Entry>) {
    let write = app.db.write(Lock::Nothing, move |tx| entries.iter().try_for_each(|one| insert_entry(tx, round, one)));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

fn draft(number: u8, act: Act, subject: Subject) -> EntryDraft {
    EntryDraft::new(EntryId::new([number; 16]), act, SOMEBODY, subject)
}

fn extension(number: u8, at: &str, reason: &str) -> Entry {
    draft(number, Act::WindowExtended, Subject::Round(RoundPublicId::new([1; 16])))
        .with("window", "voting")
        .with("before", None::<i64>)
        .with("after", Instant::parse(at).unwrap())
        .with("reason", reason)
        .at(Instant::parse(at).unwrap())
}

fn id(number: u8) -> String {
    format!("{number:02x}").repeat(16)
}

on_both! {
    async fn each_act_is_public_as_decided_and_nobody_is_named(database) {
        let stage = Stage::new(database).await;
        let subject = Subject::Office(OfficeRef::new([0xcd; 16]));
        let entries = (1..).zip(Act::ALL).map(|(number, act)| draft(number, *act, subject).at(stage.app.time.get()));
        enter(&stage.app, None, entries.collect()).await;
        let client = stage.app.client();

        let listed = client.get("/en/record.csv");
        let acts = column(&listed, "act");

        for (number, act) in (1..).zip(Act::ALL) {
            let page = client.get(&format!("{RECORD}/{}", id(number)));
            let file = client.get(&format!("{RECORD}/{}.json", id(number)));
            let (shown, whole) = (act.publicity() != Publicity::Office, act.publicity() == Publicity::Whole);
            assert_eq!(acts.contains(&act.to_string()), shown, "{act} in the list");
            assert_eq!(page.status, if shown { 200 } else { 404 }, "{act}");
            assert_eq!(file.status, if whole { 200 } else { 404 }, "{act}");
            assert_eq!(page.body.contains(&"cd".repeat(16)), whole, "{act}: the account it happened to");
        }
        for answer in [&listed, &client.get(RECORD), &client.get("/de/record")] {
            assert!(!answer.body.contains("office:") && !answer.body.contains("abab"), "{}", answer.body);
            assert!(!answer.body.contains("Ada") && !answer.body.contains(ADMINISTRATOR));
        }
        assert!(column(&listed, "by").contains(&"by somebody of the office".to_owned()));
    }
}

on_both! {
    async fn a_round_that_is_not_published_does_not_show(database) {
        let app = TestApp::start(database).await;
        let draft = create_round(&app.db, OFFICE, live("secret", app.time.get())).await.unwrap();
        enter(&app, Some(draft), vec![extension(9, "2027-05-01T12:00:00Z", "Secret reason.")]).await;
        let client = app.client();

        assert!(client.get(RECORD).text("main").contains("The record is still empty."));
        assert_eq!(table(&client.get("/en/record.csv")).len(), 1, "names of columns only");
        for path in [format!("{RECORD}?round=secret"), format!("{RECORD}/{}", id(9)), format!("{RECORD}/{}.json", id(9))] {
            assert_eq!(client.get(&path).status, 404, "{path}");
        }
        assert!(!client.get(&format!("{RECORD}?text=secret")).text("main").contains("Secret reason"));
    }
}

on_both! {
    async fn a_role_for_one_round_names_the_round_once_it_is_published(database) {
        let app = TestApp::start(database).await;
        let round = create_round(&app.db, OFFICE, live("secret", app.time.get())).await.unwrap();
        let round = app.db.read(move |conn| find_round(conn, round)?.ok_or(StoreError::NotFound)).await.unwrap();
        let number = round.public_id.to_string();
        let role = |entry, act| {
            let draft = draft(entry, act, Subject::Office(OfficeRef::new([0xcd; 16])));
            draft.with("role", "auditor").with("round", number.as_str()).at(app.time.get())
        };
        enter(&app, None, vec![role(1, Act::RoleGiven), role(2, Act::RoleTaken)]).await;
        let client = app.client();
        let pages = [RECORD.to_owned(), "/en/record.csv".to_owned(), format!("{RECORD}/{}", id(1)), format!("{RECORD}/{}", id(2))];

        for path in &pages {
            let body = client.get(path).body;
            assert!(body.contains("for one round"), "{path}: {body}");
            assert!(!body.contains(&number) && !body.contains("secret") && !body.contains(TITLE), "{path}: {body}");
        }
        publish_round(&app.db, &app.keys, OFFICE, &round).await.unwrap();
        app.time.set(app.time.get().plus(TimeDelta::seconds(11)));
        for path in &pages {
            let body = client.get(path).body;
            assert!(body.contains(TITLE) && !body.contains(&number), "{path}: {body}");
        }
        assert_eq!(column(&client.get("/en/record.csv?topic=organisation"), "round"), ["secret", "secret"]);
    }
}

on_both! {
    async fn an_extension_is_a_sentence_with_its_reason_and_can_be_checked(database) {
        let stage = Stage::new(database).await;
        let reason = PublicReason::parse("Zwei Straßen hatten <keine> Briefe.").unwrap();
        let later = stage.app.time.get().plus(TimeDelta::days(30));
        extend_voting(&stage.app.db, OFFICE, stage.id(), later, reason).await.unwrap();
        let client = stage.app.client();

        let page = client.get(&format!("{RECORD}?topic=dates"));
        let id = column(&client.get("/en/record.csv?topic=dates"), "id").remove(0);
        let shown = client.get(&format!("{RECORD}/{id}"));
        let file = client.get(&format!("{RECORD}/{id}.json"));

        assert_eq!(page.text("[role=status]"), "1 entry was found, the newest first.");
        let sentence = page.text(".trail a");
        assert!(sentence.starts_with(&format!("The vote of the round “{TITLE}” was extended to Monday, 31 May 2027")));
        assert!(page.text(".trail").contains("Reason: Zwei Straßen hatten <keine> Briefe."));
        assert!(page.text(".trail").contains("by the technical staff, on the server"), "{}", page.text(".trail"));
        assert!(shown.text(".lead").starts_with("The vote of the round"));
        assert!(file.body.starts_with("{\"act\":\"window_extended\",\"actor\":\"command-line\",\"at\":"));
        assert_eq!(shown.text(".slip code"), file.body, "the exact text");
        let hash = ContentHash::of(file.body.as_bytes()).to_string();
        assert!(shown.text(".sheet").contains(&hash));
        assert!(shown.text(".sheet").contains(&format!("/en/record/{id}.json | sha256sum")));
        assert_eq!(column(&client.get("/en/record.csv?topic=dates"), "sha256"), [hash]);
        assert_eq!(file.header("cache-control"), Some("public, max-age=31536000, immutable"));
    }
}

on_both! {
    async fn each_field_of_the_filter_narrows_what_is_found(database) {
        let stage = Stage::new(database).await;
        enter(&stage.app, Some(stage.id()), vec![
            extension(1, "2027-05-01T21:59:59Z", "Die BRÜCKE war gesperrt."),
            extension(2, "2027-05-01T22:00:00Z", "100 % Regen_"),
            extension(3, "2027-05-03T21:59:59Z", "Noch einmal Regen."),
        ]).await;
        enter(&stage.app, None, vec![draft(4, Act::SettingsChanged, Subject::Settings).at(stage.app.time.get())]).await;
        let client = stage.app.client();
        let found = |query: &str| -> Vec<u8> {
            let ids = column(&client.get(&format!("/de/record.csv?{query}")), "id");
            (1..=4).filter(|number| ids.contains(&id(*number))).collect()
        };

        assert_eq!(found(""), [1, 2, 3, 4]);
        assert_eq!(found("round=&topic=&from=&to=&text="), [1, 2, 3, 4]);
        assert_eq!(found("round=lindenau"), [1, 2, 3]);
        assert_eq!(found("topic=dates"), [1, 2, 3]);
        assert_eq!(found("topic=organisation"), [4]);
        assert_eq!(found("topic=dates&from=2027-05-02"), [2, 3], "days are those of Berlin");
        assert_eq!(found("topic=dates&to=2027-05-01"), [1]);
        assert_eq!(found("topic=dates&from=2.5.2027&to=3.5.2027"), [2, 3]);
        assert_eq!(found("text=br%C3%BCcke"), [1], "whatever the case, also of umlauts");
        assert_eq!(found("text=BR%C3%9CCKE"), [1]);
        assert_eq!(found("text=regen"), [2, 3]);
        assert_eq!(found("text=%25"), [2], "a percent sign is one");
        assert_eq!(found("text=_"), [2]);
        assert_eq!(found("text=%5C"), Vec::<u8>::new());
        assert_eq!(found("text=settings"), Vec::<u8>::new(), "nothing but the reason is looked through");
        assert_eq!(found("text=regen&from=2027-05-03"), [3]);
        assert_eq!(found("text=regen&actor=system"), [2, 3], "the public does not look for actors");
        let page = client.get(&format!("{RECORD}?round=lindenau&text=regen"));
        assert_eq!(page.text("[role=status]"), "2 entries were found, the newest first.");
        assert_eq!(page.value("text").as_deref(), Some("regen"));
        for wrong in ["round=elsewhere", "topic=everything", "page=0", "page=2", "page=x"] {
            assert_eq!(client.get(&format!("{RECORD}?text=regen&{wrong}")).status, 404, "{wrong}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_filter_with_mistakes_keeps_what_was_typed_and_finds_nothing() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    let client = stage.app.client();

    let answer = client.get(&format!("{RECORD}?round=lindenau&from=soon&to=2027-13-01&text=%3Cb%3E"));
    let turned = client.get(&format!("{RECORD}?from=2027-05-02&to=2027-05-01"));

    assert_eq!((answer.status, turned.status), (422, 422));
    assert_eq!(answer.value("from").as_deref(), Some("soon"));
    assert_eq!(answer.value("text").as_deref(), Some("<b>"));
    for words in ["Write the first day like this", "Write the last day like this"] {
        assert_eq!(answer.text("main").matches(words).count(), 2, "in the summary and at the field: {words}");
    }
    assert!(turned.text(".problem").contains("The last day is before the first."));
    assert_eq!(answer.text(".trail"), "");
    assert_eq!(client.get("/en/record.csv?from=soon").status, 404);
}

on_both! {
    async fn a_long_record_has_numbered_pages_and_a_table_of_all_of_it(database) {
        let app = TestApp::start(database).await;
        let entry = |number: u8| draft(number, Act::SettingsChanged, Subject::Settings).at(app.time.get());
        enter(&app, None, (1..=45).map(entry).collect()).await;
        let client = app.client();

        let ids = |page: u8| -> Vec<String> {
            let answer = client.get(&format!("{RECORD}?topic=organisation&page={page}"));
            let links = answer.body.split("href=\"/en/record/").skip(1);
            links.map(|link| link.split('"').next().unwrap().to_owned()).collect()
        };
        let pages: Vec<Vec<String>> = (1..=3).map(ids).collect();

        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
        let all: Vec<String> = (1..=45).rev().map(id).collect();
        assert_eq!(pages.concat(), all, "each entry once, in an order that stands");
        assert_eq!(column(&client.get("/en/record.csv"), "id"), all);
        assert_eq!(client.get(&format!("{RECORD}?topic=organisation&page=4")).status, 404);
        let second = client.get(&format!("{RECORD}?topic=organisation&page=2"));
        assert!(second.text("title").starts_with("Record, page 2 of 3"));
        assert!(second.body.contains("href=\"/en/record?topic=organisation&amp;page=3\""), "{}", second.body);
    }
}

on_both! {
    async fn a_table_runs_no_formula_and_keeps_every_sign(database) {
        let stage = Stage::new(database).await;
        let reasons = ["=HYPERLINK(\"http://evil.example\",\"Klick\")", "+49 30, \"Büro\"\nZimmer 1", "@SUM(A1)", "Grün; blau"];
        let entries = (1..).zip(reasons).map(|(number, reason)| extension(number, "2027-05-01T10:00:00Z", reason));
        enter(&stage.app, Some(stage.id()), entries.collect()).await;

        let answer = stage.app.client().get("/en/record.csv?topic=dates");

        let mut cells = column(&answer, "reason");
        cells.reverse();
        assert_eq!(cells[..3], [format!("'{}", reasons[0]), format!("'{}", reasons[1]), format!("'{}", reasons[2])]);
        assert_eq!(cells[3], reasons[3], "what is no formula stays as it is");
        assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
        assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"record.csv\""));
        assert!(!column(&answer, "what")[0].contains('\u{2068}'), "no isolation marks in a file");
    }
}

on_both! {
    async fn the_whole_record_is_for_those_who_may_read_it_and_names_them(database) {
        let stage = Stage::new(database).await;
        let office = stage.app.signed_in();
        assert_eq!(office.submit("/en/office/organisation/name", &[
            ("version", "0"), ("name_de", "L"), ("name_en", "L"), ("service_name_de", "B"), ("service_name_en", "B"),
        ]).status, 303);
        let paths = [OFFICE_RECORD, "/en/office/record.csv", "/en/office/record/roles", "/en/office/record/roles.csv"];

        for path in paths {
            let away = stage.app.client().get(path);
            assert_eq!(away.status, 303, "{path}");
            assert!(away.header("location").unwrap().starts_with("/en/sign-in?next="), "{path}");
            let shown = office.get(path);
            assert_eq!((shown.status, shown.header("cache-control")), (200, Some("private, no-store")), "{path}");
        }
        let page = office.get(OFFICE_RECORD);
        assert!(page.text(".trail").contains("An account of the office was made."), "what is not public");
        let changed = office.get(&format!("{OFFICE_RECORD}?topic=organisation"));
        assert!(changed.text(".trail").contains("Ada"));
        let acts = column(&office.get("/en/office/record.csv"), "act");
        assert!(acts.contains(&"account_created".to_owned()) && acts.contains(&"round_published".to_owned()));
        let by = column(&office.get("/en/office/record.csv?topic=organisation"), "by");
        assert!(by.contains(&"Ada".to_owned()), "{by:?}");
        assert!(page.text(".trail code").ends_with("\"version\":1}"), "exact texts");
        assert!(page.text("header nav").contains("Record"));

        delete_actors(&stage.app).await;
        let by = column(&office.get("/en/office/record.csv?topic=organisation"), "by");
        assert!(by.contains(&"Account deleted".to_owned()) && !by.contains(&"Ada".to_owned()), "{by:?}");
        assert!(office.get("/en/office/record/roles").text("tbody").contains("Account deleted"));
    }
}

async fn delete_actors(app: &TestApp) {
    let write = app.db.write(Lock::Nothing, |tx| Ok(diesel::sql_query("delete from actors").execute(&mut **tx)?));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

on_both! {
    async fn somebody_without_the_role_reads_no_whole_record(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.client();
        assert_eq!(client.sign_in(ADMINISTRATOR, PASSWORD).status, 303);
        let sql = "delete from office_roles";
        let write = app.db.write(Lock::Nothing, move |tx| Ok(diesel::sql_query(sql).execute(&mut **tx)?));
        write.await.map_err(|error: StoreError| error.to_string()).unwrap();

        for path in [OFFICE_RECORD, "/en/office/record.csv", "/en/office/record/roles", "/en/office/record/roles.csv"] {
            assert_eq!(client.get(path).status, 403, "{path}");
        }
    }
}

on_both! {
    async fn the_office_looks_for_one_actor(database) {
        let stage = Stage::new(database).await;
        let draft = draft(1, Act::SettingsChanged, Subject::Settings);
        enter(&stage.app, None, vec![draft.at(stage.app.time.get())]).await;
        let office = stage.app.signed_in();
        let acts = |actor: &str| column(&office.get(&format!("/en/office/record.csv?actor={actor}")), "act");

        assert_eq!(acts(&SOMEBODY.to_string()), ["settings_changed"]);
        assert!(acts("command-line").contains(&"round_published".to_owned()));
        assert_eq!(office.get(&format!("{OFFICE_RECORD}?actor=ada")).status, 404);
        assert!(office.get(OFFICE_RECORD).text("#actor").contains("Ada"), "everybody with a name can be chosen");
    }
}

on_both! {
    async fn who_held_which_role_is_read_off_the_record(database) {
        let stage = Stage::new(database).await;
        let office = stage.app.signed_in();

        let page = office.get("/en/office/record/roles");
        let rows = table(&office.get("/en/office/record/roles.csv"));

        assert_eq!(rows[0], ["person", "role", "round", "from", "until", "departments"]);
        assert_eq!(rows[1], ["Ada", "administrator", "", "2027-05-01T12:00:00.000Z", "", ""]);
        assert_eq!(rows.len(), 2);
        assert!(page.text("tbody").contains("administrator"), "{}", page.text("tbody"));
    }
}

on_both! {
    async fn whoever_has_no_name_is_told_by_the_number_of_the_account(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        let address = Email::parse(ADMINISTRATOR).unwrap();
        let ada = app.db.read(move |conn| find_account_by_email(conn, &address)).await.unwrap().unwrap().id;
        app.db.write(Lock::Nothing, move |tx| update_account(tx, ada, " ", "en")).await.unwrap();
        let office = app.signed_in();

        let told = format!("Without a name (account no. {ada})");
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(table(&office.get("/en/office/record/roles.csv"))[1][0], told);
        assert!(plain(office.get("/en/office/record/roles").text("tbody")).contains(&told));
        assert!(plain(office.get(OFFICE_RECORD).text("select[name=actor]")).contains(&told));
    }
}

on_both! {
    async fn the_page_of_a_round_in_the_office_tells_its_record_in_sentences(database) {
        let stage = Stage::new(database).await;

        let page = stage.app.signed_in().get("/en/office/rounds/lindenau");

        assert!(page.text(".trail").contains(&format!("The round “{TITLE}” was published.")), "{}", page.text(".trail"));
        assert!(page.body.contains("href=\"/en/office/record?round=lindenau\""));
    }
}

on_both! {
    async fn an_entry_of_a_later_version_shows_its_exact_text(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let later = |number, act| {
            let subject = Subject::Office(OfficeRef::new([0xcd; 16]));
            draft(number, act, subject).with("seal", "unknown here").at(app.time.get())
        };
        enter(&app, None, vec![later(1, Act::SettingsChanged), later(2, Act::RoleGiven)]).await;
        let unknown = app.db.write(Lock::Nothing, |tx| {
            let sql = "update entries set act = 'ballot_weighed' where act = 'account_created'";
            Ok(diesel::sql_query(sql).execute(&mut **tx)?)
        });
        unknown.await.map_err(|error: StoreError| error.to_string()).unwrap();

        let public = app.client().get(RECORD);
        let office = app.signed_in().get(OFFICE_RECORD);

        let client = app.client();
        assert!(public.text(".trail").contains("The settings of the organisation were changed."));
        assert!(client.get(&format!("{RECORD}/{}", id(1))).text(".slip code").contains("\"seal\":\"unknown here\""));
        assert!(!client.get(&format!("{RECORD}/{}", id(2))).body.contains("unknown here"), "it names an account");
        assert!(!public.body.contains("unknown here") && !public.body.contains("ballot_weighed"), "what is not known to be public is not shown");
        assert_eq!(office.body.matches("unknown here").count(), 2);
        assert!(office.text(".trail").contains("does not fully understand the entry “ballot_weighed”."));
    }
}

fn links_to(client: &Client, from: &str, to: &str) -> bool {
    client.get(from).body.contains(&format!("href=\"{to}\""))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_leads_to_the_record_and_a_round_to_its_own() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    stage.vote(12, 10).await;
    stage.publish().await;
    let client = stage.app.client();
    let own = "/en/record?round=lindenau";

    for path in ["/en", "/en/sign-in", "/en/imprint", "/en/rounds/lindenau", "/en/nothing", RECORD] {
        assert!(links_to(&client, path, RECORD), "{path}");
    }
    assert!(links_to(&client, "/en/rounds/lindenau", own) && links_to(&client, "/en/rounds/lindenau/result", own));
    let page = client.get(own);
    assert!(page.text(".trail").contains("The result of the round"), "{}", page.text(".trail"));
    assert_eq!(page.text(".trail").matches("does not fully understand").count(), 0, "all that the program writes");
    assert_eq!(client.get("/record?round=lindenau").header("location"), Some("/de/record?round=lindenau"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_public_record_is_shared_and_a_new_entry_shows_at_once() {
    let stage = Stage::new(TestDatabase::sqlite()).await;
    let client = stage.app.client();
    let before = client.get(RECORD);

    let reason = PublicReason::parse("The letters came late.").unwrap();
    let later = stage.app.time.get().plus(TimeDelta::days(30));
    extend_voting(&stage.app.db, OFFICE, stage.id(), later, reason).await.unwrap();

    assert_eq!(before.header("cache-control"), Some("public, max-age=10, must-revalidate"));
    assert!(before.header("etag").is_some());
    assert!(!before.body.contains("_csrf"));
    assert!(client.get(RECORD).text(".trail").contains("The letters came late."));
}
