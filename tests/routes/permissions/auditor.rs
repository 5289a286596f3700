//! What an auditor reads: everything that has a reader, without the address of any person, and nothing that can be sent.

use std::collections::BTreeSet;

use allmende::domain::permission::{Permission, Reach, Who};
use allmende::domain::role::{Grant, Role};
use allmende::store::schema::accounts;
use allmende::store::{Lock, StoreError};
use allmende::web::routes::{SERVED, Takes, path};
use diesel::prelude::*;
use scraper::{Html, Selector};

use super::objects::Objects;
use super::{Trier, account, trier};
use crate::harness::app::{ADMINISTRATOR, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::rounds::{OFFICE, live};
use crate::routes::stage::{Stage, publish};

/// A draft that is set up by the office.
const DRAFT: &str = "/en/office/rounds/lindenau-2028";

/// The patterns of all pages of the office that an auditor may read.
fn pages() -> impl Iterator<Item = (&'static str, Permission)> {
    let reads =
        |permission: &Permission| matches!(permission.who(), Who::Office(roles) if roles.contains(&Role::Auditor));
    let shown = SERVED.iter().filter(|(_, takes, _)| *takes != Takes::Form);
    let of_office = shown.filter_map(|(path, _, access)| Some((*path, access.of_office(true)?)));
    of_office.filter(move |(_, permission)| reads(permission))
}

/// What an attribute says in all that a selector finds.
fn attributes(page: &Answer, selector: &str, name: &str) -> Vec<String> {
    let (html, selector) = (Html::parse_document(&page.body), Selector::parse(selector).unwrap());
    html.select(&selector).map(|found| found.attr(name).unwrap().to_owned()).collect()
}

/// What a page offers to be sent, but for what signs out.
fn offers(page: &Answer) -> Vec<String> {
    attributes(page, "form[method=post]:not([action$='/sign-out'])", "action")
}

/// Where a page of the office leads to within the office.
fn links(page: &Answer) -> Vec<String> {
    attributes(page, "a[href^='/en/office']", "href")
}

/// Takes the name of everybody, so that nothing but an address or a number is left to call them by.
async fn take_names(app: &TestApp) {
    let nameless = app.db.write(Lock::Nothing, |tx| {
        diesel::update(accounts::table).set(accounts::display_name.eq("")).execute(tx.conn).map_err(StoreError::from)
    });
    assert!(nameless.await.unwrap() > 0);
}

/// Fills in what the organisation says, makes a token and starts a draft.
fn fill_in(office: &Client) {
    let save = |path: &str, fields: &[(&str, &str)]| {
        let answer = office.submit(path, fields);
        assert!(matches!(answer.status, 200 | 303), "{path}: {}", answer.body);
    };
    let part = |name: &str| format!("/en/office/organisation/{name}");
    save(
        &part("name"),
        &[
            ("name_de", "Bezirk Lindenau"),
            ("name_en", "Lindenau district"),
            ("service_name_de", "Haushalt"),
            ("service_name_en", "Budget"),
        ],
    );
    save(&part("colours"), &[("act_light", "#12573d"), ("act_dark", "#8ed3a6")]);
    save(
        &part("help"),
        &[("help_telephone", "030 1"), ("help_email", "help@lindenau.example"), ("help_hours_en", "Mondays")],
    );
    save(&part("texts"), &[("privacy_en", "## In short\n\nWe keep little.")]);
    save(&part("words"), &[("council_en", "District parliament")]);
    save(
        &part("neighbourhoods"),
        &[("rows", "2"), ("name_de_1", "Nord"), ("name_en_1", "North"), ("name_de_2", "Süd"), ("name_en_2", "South")],
    );
    save(&part("easy"), &[("easy_what_en", "This is easy.")]);
    save("/en/office/tokens", &[("name", "Court of audit"), ("days", "30")]);
    save(
        "/en/office/new-round",
        &[
            ("title_de", "Haushalt 2028"),
            ("title_en", "Budget 2028"),
            ("slug", "lindenau-2028"),
            ("pattern", "citizens"),
        ],
    );
    let version = |name: &str| office.get(&format!("{DRAFT}/set-up/{name}")).value("version").unwrap();
    let part = |name: &str, fields: &[(&str, &str)]| {
        let version = version(name);
        save(&format!("{DRAFT}/set-up/{name}"), &[fields, &[("version", version.as_str())]].concat());
    };
    part(
        "texts",
        &[
            ("summary_de", "Punkte."),
            ("summary_en", "You share out points."),
            ("outcome_de", "Rat."),
            ("outcome_en", "The council decides."),
        ],
    );
    part(
        "areas",
        &[
            ("rows", "2"),
            ("name_de_1", "Nord"),
            ("name_en_1", "North"),
            ("money_1", "120.000"),
            ("name_de_2", "Süd"),
            ("name_en_2", "South"),
            ("places_2", "4"),
        ],
    );
    part("topics", &[("rows", "1"), ("name_de_1", "Grün"), ("name_en_1", "Green")]);
    part(
        "dates",
        &[
            ("voting_opens_date", "2028-03-01"),
            ("voting_opens_time", "08:00"),
            ("voting_closes_date", "2028-03-14"),
            ("result_date", "2028-04-01"),
        ],
    );
    part("privacy", &[("checked", "first"), ("confirmed", "1")]);
}

async fn auditor(app: &TestApp) -> Trier {
    trier(app, "auditor", &[Grant::everywhere(Role::Auditor)], true).await
}

on_both! {
    async fn an_auditor_reads_every_page_that_has_a_reader_and_no_address_of_a_person(database) {
        let stage = Stage::new(database).await;
        let objects = Objects::new(&stage.app).await;
        fill_in(&stage.app.signed_in());
        let auditor = auditor(&stage.app).await;
        account(&stage.app, "nameless", &[Grant::everywhere(Role::Moderator)]).await;
        let (mut seen, mut next) = (BTreeSet::new(), BTreeSet::new());

        for names_are_there in [true, false] {
            for (pattern, _) in pages() {
                let filled = format!("/en{}", objects.fill(pattern));
                let page = auditor.client.get(&filled);
                // The settings have moved, and nothing is counted yet.
                let moved = [path::SETTINGS, path::OFFICE_COUNT].contains(&pattern);
                assert_eq!(page.status, if pattern == path::SETTINGS { 308 } else if moved { 303 } else { 200 }, "{filled}");
                assert_eq!(offers(&page), [""; 0], "{filled}");
                assert!(!page.body.contains("@example.org"), "{filled} tells the address of somebody: {}", page.body);
                next.extend(links(&page));
                seen.insert(filled);
            }
            if names_are_there {
                take_names(&stage.app).await;
            }
        }

        assert!(auditor.client.get("/en/office/people").text("main").contains("Without a name (account no."));
        for page in ["basics", "texts", "areas", "topics", "people", "ballot", "dates", "privacy"] {
            let page = auditor.client.get(&format!("{DRAFT}/set-up/{page}"));
            assert_eq!((page.status, offers(&page)), (200, vec![]), "a draft is read as well");
        }
        assert!(seen.len() > 30, "{seen:?}");
        for link in next {
            let status = auditor.client.get(&link).status;
            assert!(matches!(status, 200 | 303 | 308), "{link} is offered and answers {status}");
        }
    }
}

on_both! {
    async fn an_auditor_reads_what_the_forms_hold(database) {
        let stage = Stage::new(database).await;
        let objects = Objects::new(&stage.app).await;
        fill_in(&stage.app.signed_in());
        let auditor = auditor(&stage.app).await;
        let main = |path: &str| {
            let text = auditor.client.get(&format!("/en/office{path}")).text("main");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };

        let parts = [
            ("/organisation", "You can read them. Administrators can change them."),
            ("/organisation/name", "Lindenau district"),
            ("/organisation/colours", "#12573d"),
            ("/organisation/help", "help@lindenau.example"),
            ("/organisation/texts", "We keep little."),
            ("/organisation/texts", "Nothing entered"),
            ("/organisation/languages", "Europe/Berlin"),
            ("/organisation/words", "District parliament"),
            ("/organisation/neighbourhoods", "NorthSouth"),
            ("/organisation/easy", "This is easy."),
            ("/organisation/logo", "The sign of the program"),
            ("/organisation/departments", "Deputy: Dora Deputy"),
            ("/accessibility-reports", "The map cannot be read aloud."),
            ("/questions", "Who mows the meadow?"),
            ("/questions/1", "Who mows the meadow?"),
            ("/mails", "Did not arrive"),
            ("/tokens", "Court of audit"),
            ("/workplaces", "Ward 3"),
            ("/personnel-codes", "by the technical staff, on the server"),
            ("/people", "Invitations"),
            ("/people", "good until"),
        ];
        for (path, words) in parts {
            assert!(main(path).contains(words), "{path}, {words}: {}", main(path));
        }
        let department = main(&objects.fill("/organisation/departments/{id}"));
        assert!(department.contains("parks@lindenau.example") && department.contains("Dora Deputy"), "{department}");
        assert!(main(&objects.fill("/workplaces/{id}")).contains("/enter/"));
        assert!(!main("/personnel-codes?serial=1").contains("Slip number 1 "), "no slip is looked for");
        let drafts = [
            ("", "Read the set-up"),
            ("/set-up", "tasks are complete"),
            ("/set-up/basics", "lindenau-2028"),
            ("/set-up/texts", "The council decides."),
            ("/set-up/areas", "€120,000"),
            ("/set-up/areas", "4"),
            ("/set-up/topics", "Green"),
            ("/set-up/people", "Everybody"),
            ("/set-up/ballot", "Points in each area5"),
            ("/set-up/dates", "Wednesday, 1 March 2028"),
            ("/set-up/privacy", "yes"),
        ];
        for (path, words) in drafts {
            let text = main(&format!("/rounds/lindenau-2028{path}"));
            assert!(text.contains(words), "{path}, {words}: {text}");
        }
        assert!(!main("/rounds/lindenau-2028/set-up/ballot").contains("Ticks in each area"), "ticks are not given here");
        assert!(!main("/rounds/lindenau-2028/set-up/areas").contains("Remove"), "there is nothing to remove");
        assert!(main("/rounds/lindenau/set-up/basics").contains("EUR"), "what stays is read as well");
    }
}

on_both! {
    async fn an_auditor_of_one_round_reads_that_round_only(database) {
        let stage = Stage::new(database).await;
        let elsewhere = publish(&stage.app, live("elsewhere", stage.app.time.get())).await.round.id;
        let objects = Objects::new(&stage.app).await;
        let there = Grant { role: Role::Auditor, round: Some(elsewhere) };
        let auditor = trier(&stage.app, "auditor", &[there], true).await;

        for (pattern, permission) in pages().filter(|(pattern, _)| ![path::OFFICE, path::OFFICE_COUNT].contains(pattern)) {
            let here = auditor.client.get(&format!("/en{}", objects.fill(pattern)));
            assert_eq!((here.status, here.header("x-error-code")), (403, Some("role_for_another_round")), "{pattern}");
            if permission.reach() == Reach::Round {
                let own = auditor.client.get(&format!("/en{}", objects.fill(&pattern.replace("{slug}", "elsewhere"))));
                // The number is that of a proposal of the other round.
                let of_proposals = [path::OFFICE_PROPOSAL, path::OFFICE_REVIEW, path::OFFICE_CANDIDATE];
                let found = if of_proposals.contains(&pattern) { 404 } else { 200 };
                assert_eq!((own.status, offers(&own)), (found, vec![]), "{pattern}");
            }
        }
        let first = auditor.client.get("/en/office");
        assert!(first.body.contains("/rounds/elsewhere") && !first.body.contains("/rounds/lindenau"), "{}", first.body);
        for link in links(&first) {
            assert_eq!(auditor.client.get(&link).status, 200, "{link}");
        }
    }
}

on_both! {
    async fn what_waits_is_shown_to_those_who_can_do_it(database) {
        let stage = Stage::new(database).await;
        let auditor = auditor(&stage.app).await;
        let (office, round) = (stage.app.signed_in(), "/en/office/rounds/lindenau");
        let act = |act: &str| format!("href=\"{round}/{act}\"");
        assert!(office.get(round).body.contains(&act("extend")) && !auditor.client.get(round).body.contains(&act("extend")));

        stage.close().await;
        assert!(office.get(round).body.contains(&act("certify")) && office.get("/en/office").body.contains(&act("certify")));
        for page in [round, "/en/office"] {
            assert!(!auditor.client.get(page).body.contains(&act("certify")), "{page}");
        }

        allmende::actions::round::certify_round(&stage.app.db, OFFICE, stage.id()).await.unwrap();
        stage.run_jobs().await;
        let count = auditor.client.get(&format!("{round}/count"));
        assert!(count.status == 200 && count.text("main").contains("Counted on"), "{}", count.body);
        for page in [count, auditor.client.get(round), auditor.client.get("/en/office")] {
            assert!(!page.body.contains(&act("publish")), "{}", page.body);
        }
        assert!(office.get("/en/office").body.contains(&act("publish")), "{ADMINISTRATOR} may");
    }
}
