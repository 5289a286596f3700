//! The counter: entering ten in a row, the slip, corrections, the scanned paper; and the form on paper.

use allmende::actions::proposal::{hide_proposal, restore_proposal};
use allmende::domain::ids::ProposalNumber;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::{HidingRule, Source, Voice};
use allmende::domain::role::{Grant, Role};
use allmende::store::proposals::{Proposal, find_proposal, list_offers};
use allmende::store::roles::insert_grant;
use allmende::store::schema::proposals;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{PDF, check_first, collect, proposal, propose, today};
use crate::harness::rounds::{OFFICE, reason};

const FORM: &str = "/en/office/rounds/lindenau/enter-proposal";
const PAPER: &str = "/en/rounds/lindenau/proposal-form";

/// A round that takes proposals, and somebody at the counter.
async fn counter(database: TestDatabase) -> (Stage, Client) {
    let stage = Stage::new(database).await;
    collect(&stage.app, stage.id()).await;
    let clerk = staff(&stage.app, Role::CounterStaff, "clerk").await;
    (stage, clerk)
}

async fn staff(app: &TestApp, role: Role, name: &str) -> Client {
    let email = format!("{name}@example.org");
    let account = app.member(&email).await;
    let write = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        insert_grant(tx, account, &Grant::everywhere(role).into(), now)
    });
    write.await.unwrap();
    app.give_telephone(account).await;
    let client = app.client();
    app.enter(&client, &email).await;
    client
}

/// Sends the form as a browser does, with a file if there is one. `head` is what the browser says of it.
fn send(client: &Client, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    send_with(client, &client.csrf().unwrap(), fields, file)
}

fn send_with(client: &Client, token: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields.iter().chain(&[("_csrf", token)]) {
        let head = format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let (head, bytes) = file.unwrap_or(("filename=\"\"\r\ncontent-type: application/octet-stream", b""));
    body.extend_from_slice(format!("--b\r\ncontent-disposition: form-data; name=\"scan\"; {head}\r\n\r\n").as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let origin = ("origin", "http://127.0.0.1:8080");
    client.send("POST", FORM, &[("content-type", "multipart/form-data; boundary=b"), origin], Some(body))
}

/// What must be filled in.
fn needed<'a>(code: &'a str, day: &'a str, title: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("code", code),
        ("source", "paper"),
        ("came_in_on", day),
        ("title", title),
        ("body", "Old people stand there for a long time."),
        ("area", "1"),
    ]
}

fn code_in(form: &Answer) -> String {
    let page = scraper::Html::parse_document(&form.body);
    let codes = scraper::Selector::parse("form[enctype] [name=code]").unwrap();
    page.select(&codes).next().unwrap().attr("value").unwrap().to_owned()
}

async fn found(app: &TestApp, number: u32) -> Proposal {
    app.db.read(move |conn| find_proposal(conn, ProposalNumber::new(number))).await.unwrap().unwrap()
}

async fn count(app: &TestApp) -> i64 {
    let read = app.db.read(|conn| proposals::table.count().get_result(conn).map_err(StoreError::from));
    read.await.unwrap()
}

on_both! {
    async fn ten_in_a_row_are_entered_each_under_the_receipt_of_the_one_before(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let mut page = clerk.get(FORM);
        assert_eq!((page.status, page.value("came_in_on").as_deref()), (200, Some(day.as_str())));
        assert!(page.text("#today").contains("Entered by you today: 0"), "{}", page.text("#today"));

        for number in 1..=10 {
            let code = code_in(&page);
            let title = format!("Proposal {number}");
            page = send(&clerk, &needed(&code, &day, &title), None);

            assert_eq!(page.status, 200, "{}", page.body);
            assert!(page.text("[role=alert]").contains(&format!("{number:05} is entered")), "{}", page.text("[role=alert]"));
            assert!(page.body.contains(&format!("value=\"{code}\"")), "the slip's code");
            assert_ne!(code_in(&page), code, "the next one has its own");
            assert_eq!((page.value("title").as_deref(), page.value("came_in_on").as_deref()), (Some(""), Some(day.as_str())));
            assert!(page.body.contains("value=\"paper\" checked"), "the source stays");
            let focused = scraper::Html::parse_document(&page.body);
            let focus = scraper::Selector::parse("[autofocus]").unwrap();
            let ids: Vec<_> = focused.select(&focus).map(|field| field.attr("id")).collect();
            assert_eq!(ids, [Some("title")]);
        }

        assert_eq!(texts(&page, ".rows h3").len(), 10);
        assert!(page.text("#today").contains("today: 10"));
        assert_eq!(stage.app.entries("proposal_entered").await.len(), 10);
        let record = stage.app.client().get("/en/record");
        assert!(record.body.contains("was entered by the office"), "{}", record.body);
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::days(1)));
        let next_day = staff(&stage.app, Role::Moderator, "mo").await;
        assert!(next_day.get(FORM).text("#today").contains("today: 0"));
    }
}

on_both! {
    async fn everything_on_the_paper_is_entered_and_a_second_click_enters_nothing(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let code = code_in(&clerk.get(FORM));
        let mut all = needed(&code, &day, "Benches at the bus stop");
        all.extend([
            ("summary", "Five benches."),
            ("place", "Rosenweg 12"),
            ("voice", "group"),
            ("display_name", "Thursday group"),
            ("email", "gus@example.org"),
            ("cost", "1.500,00 €"),
            ("offer_kind", "hours"),
            ("offer_body", "We oil the wood."),
            ("offer_group", "1"),
            ("helped", "1"),
        ]);

        let (first, second) = (send(&clerk, &all, None), send(&clerk, &all, None));

        for answer in [&first, &second] {
            assert!(answer.text("[role=alert]").contains("00001 is entered"), "{}", answer.body);
        }
        assert_eq!(count(&stage.app).await, 1);
        let saved = found(&stage.app, 1).await;
        assert_eq!((saved.source, saved.helped, saved.voice), (Source::Paper, true, Voice::Group));
        assert_eq!((saved.place.as_str(), saved.display_name.as_str()), ("Rosenweg 12", "Thursday group"));
        let id = saved.id;
        assert_eq!(stage.app.db.read(move |conn| list_offers(conn, id)).await.unwrap().len(), 1);
        assert_eq!(stage.app.mail_secret("proposal_entered", "gus@example.org").await.code(), Some(code.as_str()));
        let public = stage.app.client().get("/en/rounds/lindenau/proposals/00001");
        assert!(public.body.contains("entered by the office from a form"), "{}", public.body);
        let own = stage.app.client();
        assert_eq!(own.submit("/en/proposals/mine", &[("code", &code)]).status, 303);
    }
}

on_both! {
    async fn all_mistakes_are_told_at_once_and_nothing_is_lost(database) {
        let (stage, clerk) = counter(database).await;
        let today = today(&stage.app).await;
        let long = "ü".repeat(2001);

        let wrong = [
            ("source", "web"), ("came_in_on", "soon"), ("title", ""), ("body", long.as_str()), ("summary", "\u{202e}x"),
            ("area", "99"), ("email", "nobody"), ("cost", "much"), ("offer_kind", "skill"),
        ];
        let answer = send(&clerk, &wrong, None);

        assert_eq!((answer.status, answer.body.matches("class=\"why\"").count()), (422, 9), "{}", answer.body);
        assert_eq!(texts(&answer, ".problem li").len(), 9);
        assert!(answer.body.contains(&long) && answer.text("title").starts_with("Error"));
        assert_eq!(answer.value("email").as_deref(), Some("nobody"));
        for (day, said) in [(today + chrono::Days::new(1), "still to come"), (today - chrono::Days::new(1), "No proposals were collected")] {
            let day = day.to_string();
            let answer = send(&clerk, &needed("", &day, "Benches"), None);
            assert!(answer.status == 422 && answer.text("#came_in_on-why").contains(said), "{}", answer.body);
            assert_eq!(answer.value("title").as_deref(), Some("Benches"));
        }
        assert_eq!(count(&stage.app).await, 0);
    }
}

on_both! {
    async fn after_the_end_it_is_entered_for_a_week_and_then_no_more(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let code = code_in(&clerk.get(FORM));
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::days(14) - TimeDelta::minutes(1)));
        let clerk = staff(&stage.app, Role::CounterStaff, "cleo").await;
        assert!(clerk.get("/en/office/rounds/lindenau").body.contains(&format!("href=\"{FORM}\"")));
        assert_eq!(send(&clerk, &needed(&code, &day, "Benches"), None).status, 200);

        stage.app.time.set(stage.app.time.get().plus(TimeDelta::minutes(1)));
        let late = send(&clerk, &needed("", &day, "Bins"), None);
        assert!(late.status == 422 && late.text("#came_in_on-why").contains("Nothing can be entered any more"), "{}", late.body);
        assert_eq!(late.value("title").as_deref(), Some("Bins"), "what was typed is kept");
        let shut = clerk.get(FORM);
        assert!(shut.text(".note").contains("Nothing can be entered here") && shut.value("title").is_none(), "{}", shut.body);
        assert!(!clerk.get("/en/office/rounds/lindenau").body.contains(&format!("href=\"{FORM}\"")));
    }
}

on_both! {
    async fn similar_proposals_are_named_and_are_not_in_the_way(database) {
        let (stage, clerk) = counter(database).await;
        propose(&stage.app, stage.id(), proposal("Benches at the bus stop", "Old people stand.")).await;
        let day = today(&stage.app).await.to_string();

        let page = send(&clerk, &needed(&code_in(&clerk.get(FORM)), &day, "A bench near bus stops"), None);

        assert_eq!(texts(&page, "[role=alert] li"), ["00001 Benches at the bus stop"]);
        let page = send(&clerk, &needed(&code_in(&page), &day, "Repair the school roof"), None);
        assert!(texts(&page, "[role=alert] li").is_empty());
    }
}

on_both! {
    async fn the_scan_is_seen_by_the_counter_and_by_nobody_else(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let file = ("filename=\"../../etc/passwd.html\"\r\ncontent-type: text/html", PDF);
        let page = send(&clerk, &needed(&code_in(&clerk.get(FORM)), &day, "Benches"), Some(file));
        assert_eq!(page.status, 200, "{}", page.body);
        let scan = format!("{FORM}/00001/scan");

        let answer = clerk.get(&scan);

        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/pdf")));
        assert_eq!(answer.body.as_bytes(), PDF);
        assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"00001.pdf\""));
        assert_eq!(answer.header("content-security-policy"), Some("sandbox; default-src 'none'"));
        assert_eq!((answer.header("cache-control"), answer.header("x-content-type-options")), (Some("private, no-store"), Some("nosniff")));
        assert!(clerk.get(&format!("{FORM}/00001")).body.contains(&scan));
        let moderation = "/en/office/rounds/lindenau/proposals/00001";
        assert!(stage.app.signed_in().get(moderation).body.contains(&scan));
        let auditor = staff(&stage.app, Role::Auditor, "auditor").await;
        assert_eq!((auditor.get(&scan).status, auditor.get(FORM).status), (403, 403));
        assert!(!auditor.get(moderation).body.contains(&scan), "the paper may tell how somebody is reached");
        assert_eq!(stage.app.client().get(&scan).status, 303);
        let own = format!("{FORM}/00002/scan");
        propose(&stage.app, stage.id(), proposal("Bins", "More.")).await;
        assert_eq!(clerk.get(&own).status, 404);
        let hash = stage.app.files.list().unwrap()[0];
        assert_eq!(clerk.get(&format!("/files/{hash}.pdf")).status, 404, "by its hash nobody finds it");
    }
}

/// A PNG that promises more than a memory holds.
fn bomb() -> Vec<u8> {
    let mut png = include_bytes!("../../assets/demo/logo.png").to_vec();
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    png
}

on_both! {
    async fn s13_a_file_that_is_no_paper_is_refused_with_its_reason_and_the_text_is_kept(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let files = stage.app.files.list().unwrap().len();
        let heavy = [PDF, &vec![b' '; 11 * 1024 * 1024]].concat();
        let named = "filename=\"paper.pdf\"\r\ncontent-type: application/pdf";
        for (file, said) in [
            (&b"<html><script>alert(1)</script>"[..], "is no JPEG, PNG or PDF"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "is no JPEG, PNG or PDF"),
            (b"PK\x03\x04", "is no JPEG, PNG or PDF"),
            (b"\xff\xd8\xff\xe0 nothing", "The file is damaged."),
            (&bomb(), "The "),
            (&heavy, "The file is too large."),
        ] {
            let answer = send(&clerk, &needed("", &day, "Benches"), Some((named, file)));

            assert_eq!(answer.status, 422, "{said}");
            assert!(answer.text("#scan-why").contains(said), "{said}: {}", answer.text("#scan-why"));
            assert!(answer.text("#scan-hint").contains("choose the file once more"));
            assert_eq!(answer.value("title").as_deref(), Some("Benches"));
        }
        let empty = send(&clerk, &needed("", &day, "Benches"), Some((named, b"")));
        assert_eq!((empty.status, count(&stage.app).await), (200, 1), "an empty file is none");
        assert_eq!(clerk.get(&format!("{FORM}/00001/scan")).status, 404);
        assert_eq!(stage.app.files.list().unwrap().len(), files, "nothing was kept");
        let refused = send(&clerk, &needed("", &day, ""), Some((named, PDF)));
        assert_eq!((refused.status, stage.app.files.list().unwrap().len()), (422, files), "nor beside a mistake");
    }
}

on_both! {
    async fn a_scan_that_is_sent_twice_leaves_one_file(database) {
        let (stage, clerk) = counter(database).await;
        let (day, code) = (today(&stage.app).await.to_string(), code_in(&clerk.get(FORM)));
        let before = stage.app.files.list().unwrap().len();
        for _ in 0..2 {
            let file = ("filename=\"a.pdf\"\r\ncontent-type: application/pdf", PDF);
            assert_eq!(send(&clerk, &needed(&code, &day, "Benches"), Some(file)).status, 200);
        }
        assert_eq!((count(&stage.app).await, stage.app.files.list().unwrap().len()), (1, before + 1));
    }
}

on_both! {
    async fn the_slip_shows_the_code_right_after_and_later_only_another_one(database) {
        let (stage, clerk) = counter(database).await;
        check_first(&stage.app, stage.id(), true).await;
        let (day, code) = (today(&stage.app).await.to_string(), code_in(&clerk.get(FORM)));
        assert_eq!(send(&clerk, &needed(&code, &day, "Benches"), None).status, 200);
        let slip = format!("{FORM}/00001/slip");
        let codes = |page: &Answer| texts(page, ".code");

        let shown = clerk.submit(&slip, &[("code", &code)]);
        assert_eq!(codes(&shown), ["00001", &code], "{}", shown.body);
        assert!(shown.body.contains("/en/rounds/lindenau/proposals/00001") && shown.body.contains("/en/proposals/mine"));
        assert!(shown.body.contains(&format!("{FORM}?source=paper&amp;day={day}")), "on to the next one: {}", shown.body);
        assert_eq!(shown.header("cache-control"), Some("private, no-store"));
        let later = clerk.get(&slip);
        assert_eq!(codes(&later), ["00001"]);
        assert!(later.text("#lost").contains("Is the slip lost?"));
        let next = later.value("code").unwrap();
        let renewed = clerk.submit(&slip, &[("act", "renew"), ("seen", "1"), ("code", &next)]);
        assert_eq!(codes(&renewed), ["00001", &next]);
        assert!(renewed.text("[role=alert]").contains("The new code holds."));
        assert_eq!(codes(&clerk.submit(&slip, &[("code", &code)])), ["00001"], "the old one is on no slip");
        let old = clerk.submit(&slip, &[("act", "renew"), ("seen", "1"), ("code", &code)]);
        assert_eq!((old.status, codes(&old)), (409, vec!["00001".to_owned()]));
        assert!(old.text(".problem").contains("The code was replaced meanwhile."));
        assert_eq!(old.value("seen").as_deref(), Some("2"), "the next form is for the code that holds");
        let own = stage.app.client();
        assert_eq!(own.submit("/en/proposals/mine", &[("code", &code)]).status, 422);
        assert_eq!(own.submit("/en/proposals/mine", &[("code", &next)]).status, 303);
        for wrong in ["", "0000", "<b>"] {
            assert_eq!(clerk.submit(&slip, &[("act", "renew"), ("code", wrong)]).status, 400, "{wrong}");
        }
        assert_eq!(stage.app.entries("proposal_code_renewed").await.len(), 1);
    }
}

on_both! {
    async fn typing_is_corrected_and_two_at_once_lose_nothing(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        send(&clerk, &needed(&code_in(&clerk.get(FORM)), &day, "Bentches"), None);
        let page = format!("{FORM}/00001");
        let fields = |title: &'static str| {
            [("version", "1"), ("title", title), ("body", "Old people stand there for a long time."), ("summary", ""), ("place", ""), ("display_name", "")]
        };
        let open = clerk.get(&page);
        assert_eq!((open.value("title").as_deref(), open.value("version").as_deref()), (Some("Bentches"), Some("1")));

        let long = "a".repeat(81);
        let wrong = clerk.submit(&page, &[("version", "1"), ("title", &long), ("body", ""), ("place", "a\nb")]);
        assert_eq!((wrong.status, wrong.body.matches("class=\"why\"").count()), (422, 3), "{}", wrong.body);
        assert_eq!(wrong.value("title").as_deref(), Some(long.as_str()));
        let saved = clerk.submit(&page, &fields("Benches"));
        assert_eq!((saved.status, saved.header("location")), (303, Some(format!("{FORM}?corrected=1").as_str())));
        assert!(clerk.get(&format!("{FORM}?corrected=1")).text("[role=alert]").contains("00001 is corrected."));
        let late = clerk.submit(&page, &fields("Chairs"));
        assert_eq!((late.status, late.value("title").as_deref(), late.value("version").as_deref()), (409, Some("Chairs"), Some("2")));
        assert!(late.text("form .field").contains("Benches"), "what is saved stands beside it: {}", late.body);
        assert_eq!(found(&stage.app, 1).await.title, "Benches");
        let list = stage.app.client().get("/en/rounds/lindenau/proposals?words=benches&order=newest");
        assert!(list.body.contains("Benches"), "it is found by its new words");

        let other = staff(&stage.app, Role::CounterStaff, "cleo").await;
        assert!(other.get(&page).text(".note").contains("Somebody else entered this."));
        assert_eq!(other.submit(&page, &fields("Chairs")).status, 403);
        let record = stage.app.client().get("/en/record");
        assert!(record.body.contains("corrected its own typing"), "{}", record.body);
        assert_eq!(clerk.get(&format!("{FORM}/00099")).status, 404);
        let (number, _) = propose(&stage.app, stage.id(), proposal("Bins", "More.")).await;
        assert_eq!(clerk.get(&format!("{FORM}/{}", number.padded())).status, 404, "its author wrote it");
    }
}

on_both! {
    async fn a_text_outlives_its_session_without_a_scan_and_with_one_that_is_to_be_chosen_again(database) {
        let (stage, clerk) = counter(database).await;
        let day = today(&stage.app).await.to_string();
        let fields = needed("", &day, "Benches at the bus stop");
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::days(2)));
        let kept = send(&clerk, &fields, None);
        assert!(kept.status == 403 && kept.body.contains("Benches at the bus stop"), "{}: {}", kept.status, kept.body);
        assert!(kept.body.contains("action=\"/en/sign-in\""));
        let file = ("filename=\"a.pdf\"\r\ncontent-type: application/pdf", PDF);
        let beside = send(&clerk, &fields, Some(file));
        assert!(beside.status == 403 && beside.body.contains("Benches at the bus stop"), "{}: {}", beside.status, beside.body);
        assert!(beside.body.contains("file-left") && !kept.body.contains("file-left"));
        assert_eq!(count(&stage.app).await, 0);
    }
}

on_both! {
    async fn the_form_on_paper_asks_what_the_wizard_asks_in_the_same_order(database) {
        let (stage, clerk) = counter(database).await;
        let stranger = stage.app.client();
        let paper = stranger.get(PAPER);
        assert_eq!((paper.status, paper.text("h1").as_str()), (200, "My proposal"));

        let labels = |page: &Answer| texts(page, "form[enctype] :is(div.field > label, legend)");
        let asked: Vec<String> = labels(&clerk.get(FORM)).into_iter().skip(2).collect();
        let printed = texts(&paper, ".ask h2");
        assert_eq!(printed, asked[..printed.len()], "after how and when it came in, and before the scan");
        assert_eq!(asked.len(), printed.len() + 1);
        let version = paper.text(".foot-line");
        let named = clerk.get(FORM).text("main p .muted").replace("Version ", "");
        assert!(version.contains(named.trim()), "{version}: {named}");
        assert_eq!(stranger.get("/en/rounds/lindenau").body.matches(PAPER).count(), 1, "the round leads here");
        assert_eq!(stranger.get("/en/rounds/lindenau/propose").body.matches(PAPER).count(), 1, "and the first step");
        assert!(clerk.get(FORM).body.contains(PAPER));
        assert_eq!(stranger.get("/en/rounds/unknown/proposal-form").status, 404);
    }
}

on_both! {
    async fn a_form_that_was_entered_with_another_text_shows_the_first_and_loses_neither(database) {
        let (stage, clerk) = counter(database).await;
        let (day, code) = (today(&stage.app).await.to_string(), code_in(&clerk.get(FORM)));
        let first = send(&clerk, &needed(&code, &day, "Benches"), None);
        let same = send(&clerk, &needed(&code, &day, "Benches"), None);

        let other = send(&clerk, &needed(&code, &day, "Bins"), None);

        assert_eq!((first.status, same.status, other.status), (200, 200, 409));
        let told = other.text("[role=alert]");
        assert!(told.contains("This form was entered already: no. 00001") && told.contains("Benches"), "{told}");
        assert!(other.body.contains(&format!("href=\"{FORM}/00001\"")), "the way to correct it");
        assert_eq!(other.value("title").as_deref(), Some("Bins"), "what was typed now");
        assert_ne!(code_in(&other), code, "sent again it is another proposal");
        assert_eq!((count(&stage.app).await, found(&stage.app, 1).await.title.as_str()), (1, "Benches"));
    }
}

on_both! {
    async fn a_text_with_a_scan_outlives_the_session_and_the_file_is_asked_for_again(database) {
        let (stage, clerk) = counter(database).await;
        let (day, code) = (today(&stage.app).await.to_string(), code_in(&clerk.get(FORM)));
        let heavy = [PDF, &vec![b' '; 200_000]].concat();
        let fields = needed(&code, &day, "Benches");
        let token = clerk.csrf().unwrap();
        stage.app.time.set(stage.app.time.get().plus(TimeDelta::minutes(61)));

        let beside = send_with(&clerk, &token, &fields, Some(("filename=\"a.pdf\"\r\ncontent-type: application/pdf", &heavy)));

        assert_eq!(beside.status, 403);
        assert!(beside.text(".note").contains("What you wrote is not lost."), "{}", beside.body);
        assert!(beside.body.contains("Old people stand there for a long time."));
        assert!(!beside.body.contains("%PDF"));
        let mut again = fields.clone();
        again.push(("file-left", "1"));
        let office = staff(&stage.app, Role::CounterStaff, "second").await;
        office.get(FORM);
        let form = send(&office, &again, None);
        assert_eq!((form.status, count(&stage.app).await), (422, 0), "nothing is entered without its scan");
        assert!(form.text("[role=alert]").contains("Nothing is entered yet: the file was lost"), "{}", form.body);
        assert_eq!(form.value("title").as_deref(), Some("Benches"));
    }
}

on_both! {
    async fn a_role_that_is_taken_away_meanwhile_leaves_the_clerk_the_text_beside_a_file(database) {
        let (stage, clerk) = counter(database).await;
        let (day, token) = (today(&stage.app).await.to_string(), clerk.csrf().unwrap());
        let code = code_in(&clerk.get(FORM));
        let email = allmende::domain::email::Email::parse("clerk@example.org").unwrap();
        let find = stage.app.db.read(move |conn| allmende::store::accounts::find_account_by_email(conn, &email));
        let account = find.await.unwrap().unwrap().id;
        let role = Grant::everywhere(Role::CounterStaff);
        allmende::actions::people::take_role(&stage.app.db, Actor::CommandLine, account, role).await.unwrap();

        let scan = Some(("filename=\"scan.pdf\"\r\ncontent-type: application/pdf", PDF));
        let refused = send_with(&clerk, &token, &needed(&code, &day, "A bench"), scan);

        assert_eq!((refused.status, refused.header("x-error-code")), (403, Some("role_missing")), "{}", refused.body);
        assert!(refused.text("main").contains("Old people stand there for a long time."), "{}", refused.body);
        assert_eq!(count(&stage.app).await, 0);
    }
}

on_both! {
    async fn earlier_versions_show_what_was_added_and_removed_and_nothing_that_was_hidden(database) {
        let (stage, clerk) = counter(database).await;
        let (day, code) = (today(&stage.app).await.to_string(), code_in(&clerk.get(FORM)));
        send(&clerk, &needed(&code, &day, "Benches for cats"), None);
        let (page, public) = (format!("{FORM}/00001"), "/en/rounds/lindenau/proposals/00001");
        let everybody = stage.app.client();
        let correct = |version: &str, title: &str| {
            let body = ("body", "Old people stand there for a long time.");
            clerk.submit(&page, &[("version", version), ("title", title), body])
        };
        let wait = || stage.app.time.set(stage.app.time.get().plus(TimeDelta::minutes(5)));
        assert!(!everybody.get(public).body.contains("/versions"));
        let none = everybody.get(&format!("{public}/versions"));
        assert!(none.status == 200 && none.text(".lead").contains("There is no earlier version"), "{}", none.body);

        wait();
        assert_eq!(correct("1", "Benches for dogs").status, 303);
        assert!(everybody.get(public).body.contains(&format!("href=\"{public}/versions\"")));
        let shown = everybody.get(&format!("{public}/versions"));
        assert_eq!((texts(&shown, "main del"), texts(&shown, "main ins")), (
            vec!["Removed: cats".to_owned()],
            vec!["Added: dogs".to_owned()]
        ));
        assert!(shown.text("main").contains("The office corrected what it had mistyped."));

        wait();
        let number = ProposalNumber::new(1);
        hide_proposal(&stage.app.db, OFFICE, number, HidingRule::Insult, reason()).await.unwrap();
        assert_eq!(everybody.get(&format!("{public}/versions")).status, 404);
        wait();
        restore_proposal(&stage.app.db, OFFICE, number).await.unwrap();
        wait();
        assert_eq!(correct("2", "Benches for birds").status, 303);
        let after = everybody.get(&format!("{public}/versions"));
        assert!(!after.body.contains("cats") && !after.body.contains("dogs"), "{}", after.text("main"));
        assert!(after.text(".note").contains("2 earlier versions are not shown."));
        wait();
        assert_eq!(correct("3", "Benches for bees").status, 303);
        let last = everybody.get(&format!("{public}/versions"));
        assert_eq!(texts(&last, "main del"), ["Removed: birds"], "what nobody hid is shown");
    }
}
