//! Setting up a round, from an empty draft to its publication, and what is refused on the way.

use allmende::domain::ids::RoundId;
use allmende::domain::round::{AreaLimit, Effect, Eligible, Round};
use allmende::domain::schedule::Window;
use allmende::domain::set_up::{RoundPart, SetUp};
use allmende::domain::slug::Slug;
use allmende::domain::time::Instant;
use allmende::store::StoreError;
use allmende::store::rounds::{find_round, find_round_by_slug};
use allmende::store::set_up::find_set_up;

use super::stage::Stage;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::databases::TestDatabase;

const NEW: &str = "/en/office/new-round";
const SET_UP: &str = "/en/office/rounds/lindenau-2028/set-up";
const REASON: (&str, &str) = ("reason", "The council asked for it.");

/// An application with an administrator who has started a round.
async fn draft(database: TestDatabase) -> (TestApp, Client) {
    let app = TestApp::start(database).await.with_administrator().await;
    let client = app.signed_in();
    let started = client.submit(
        NEW,
        &[
            ("title_de", "Bürgerhaushalt Lindenau 2028"),
            ("title_en", "Budget Lindenau 2028"),
            ("slug", "lindenau-2028"),
            ("pattern", "citizens"),
        ],
    );
    assert_eq!(started.header("location"), Some(&*format!("{SET_UP}?done=started")), "{}", started.body);
    (app, client)
}

fn part(name: &str) -> String {
    format!("{SET_UP}/{name}")
}

/// What each part is filled in with.
const FILLED: [(&str, &[(&str, &str)]); 8] = [
    (
        "basics",
        &[
            ("title_de", "Bürgerhaushalt Lindenau 2028"),
            ("title_en", "Budget Lindenau 2028"),
            ("slug", "lindenau-2028"),
            ("currency", "EUR"),
            ("effect", "binding"),
        ],
    ),
    (
        "texts",
        &[
            ("summary_de", "Sie verteilen Punkte."),
            ("summary_en", "You share out points."),
            ("outcome_de", "Das Amt baut es."),
            ("outcome_en", "The office builds it."),
        ],
    ),
    (
        "areas",
        &[
            ("rows", "3"),
            ("name_de_1", "Nord"),
            ("name_en_1", "North"),
            ("money_1", "120.000"),
            ("everyone_1", "1"),
            ("name_de_3", "Süd"),
            ("name_en_3", "South"),
            ("places_3", "4"),
        ],
    ),
    ("topics", &[("rows", "1"), ("name_de_1", "Grün"), ("name_en_1", "Green")]),
    (
        "people",
        &[
            ("proposers", "everybody"),
            ("supporters", "nobody"),
            ("basis", "codes"),
            ("who_de", "Alle ab 14 Jahren."),
            ("who_en", "Everybody from 14 years on."),
        ],
    ),
    (
        "ballot",
        &[
            ("format", "points"),
            ("total", "6"),
            ("on_one", "3"),
            ("ticks", "5"),
            ("rule", "fair"),
            ("own_rule", ""),
            ("ties", "min-cost,max-votes,file,id"),
        ],
    ),
    (
        "dates",
        &[
            ("collecting_opens_date", "2028-01-01"),
            ("collecting_closes_date", "2028-03-31"),
            ("voting_opens_date", "1.9.2028"),
            ("voting_opens_time", "08:00"),
            ("voting_closes_date", "30.9.2028"),
            ("result_date", "2028-10-15"),
        ],
    ),
    ("privacy", &[("checked", "at_once"), ("confirmed", "1")]),
];

fn fields_of(name: &str) -> Vec<(&'static str, &'static str)> {
    FILLED.iter().find(|(part, _)| *part == name).unwrap().1.to_vec()
}

/// Saves a part upon the version that its page shows.
fn save(client: &Client, name: &str, fields: &[(&str, &str)]) -> Answer {
    let version = client.get(&part(name)).value("version").unwrap();
    let mut fields = fields.to_vec();
    fields.push(("version", &version));
    client.submit(&part(name), &fields)
}

fn save_well(client: &Client, name: &str, fields: &[(&str, &str)]) {
    let saved = save(client, name, fields);
    assert_eq!(saved.header("location"), Some(&*format!("{SET_UP}?done={name}")), "{name}: {}", saved.body);
}

fn fill(client: &Client) {
    for (name, fields) in FILLED {
        save_well(client, name, fields);
    }
}

/// Presses the button of the last look.
fn publish(client: &Client) -> Answer {
    let at = format!("{SET_UP}/publish");
    let seen = client.get(&at).value("seen").unwrap_or_default();
    client.submit(&at, &[("seen", &seen)])
}

async fn found(app: &TestApp) -> SetUp {
    let slug = Slug::parse("lindenau-2028").unwrap();
    let read = app.db.read(move |conn| {
        let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
        find_set_up(conn, round)
    });
    read.await.unwrap()
}

async fn round(app: &TestApp, id: RoundId) -> Round {
    app.db.read(move |conn| find_round(conn, id)).await.unwrap().unwrap()
}

on_both! {
    async fn an_administrator_sets_up_and_publishes_a_round_from_the_task_list_alone(database) {
        let (app, client) = draft(database).await;
        let list = client.get(SET_UP);
        assert!(list.text("main").contains("0 of 8 tasks are complete"), "{}", list.text("main"));
        assert_eq!(app.client().get("/en/rounds/lindenau-2028").status, 404, "a draft is the office's");

        fill(&client);

        let list = client.get(&format!("{SET_UP}?done=privacy"));
        assert!(list.text("[role=alert]").contains("Saved: Privacy"));
        assert!(list.text("main").contains("8 of 8 tasks are complete"), "{}", list.text("main"));
        let preview = client.get(&format!("{SET_UP}/preview"));
        assert_eq!(preview.text("h1"), "Budget Lindenau 2028");
        assert!(preview.text("main").contains("6 points"), "{}", preview.text("main"));
        assert_eq!(app.client().get(&format!("{SET_UP}/preview")).status, 303, "the preview is the office's");

        let last = client.get(&format!("{SET_UP}/publish"));
        assert!(last.text("main").contains("Voting begins on Friday, 1 September 2028, 08:00"), "{}", last.text("main"));
        let published = publish(&client);
        assert_eq!(published.header("location"), Some("/en/office/rounds/lindenau-2028?done=round"));
        let told = client.get(published.header("location").unwrap());
        assert!(told.text("[role=alert]").contains("The round is public now."));

        let public = app.client().get("/en/rounds/lindenau-2028");
        assert_eq!((public.status, public.text("h1").as_str()), (200, "Budget Lindenau 2028"));
        let set_up = found(&app).await;
        assert_eq!((set_up.round.effect, set_up.round.proposers), (Effect::Binding, Eligible::Everybody));
        assert_eq!(set_up.round.rule.to_string(), "equal-shares points add1+greedy");
        assert!(!set_up.round.checked_first);
        let limits: Vec<AreaLimit> = set_up.areas.iter().map(|area| area.area.limit).collect();
        assert_eq!(limits, [AreaLimit::Ceiling(allmende::domain::money::Money::from_minor(12_000_000)), AreaLimit::Places(4)]);
        let voting = set_up.round.schedule.span(Window::Voting).unwrap();
        assert_eq!(voting.opens_at, Instant::parse("2028-09-01T06:00:00Z"));
        assert_eq!(voting.closes_at, Instant::parse("2028-09-30T22:00:00Z"));
        assert!(set_up.round.key_fingerprint.is_some(), "its key is made");
    }
}

on_both! {
    async fn what_is_saved_stands_in_the_form_again(database) {
        let (_app, client) = draft(database).await;
        fill(&client);

        for (name, fields) in FILLED {
            let page = client.get(&part(name));
            for (field, value) in fields.iter().filter(|(field, _)| !matches!(*field, "rows" | "confirmed")) {
                // New rows get numbers of their own, money is shown plainly, and dates as browsers send them.
                let (field, value) = match (name, *field, *value) {
                    ("areas", field, value) => (field.replace("_3", "_2"), value.replace("120.000", "120000")),
                    ("dates", field, "1.9.2028") => (field.to_owned(), "2028-09-01".to_owned()),
                    ("dates", field, "30.9.2028") => (field.to_owned(), "2028-09-30".to_owned()),
                    (_, field, value) => (field.to_owned(), value.to_owned()),
                };
                let shown = checked(&page, &field).or_else(|| page.value(&field)).unwrap_or_else(|| text(&page, &field));
                assert_eq!(shown, value, "{name}: {field}");
            }
        }
    }
}

/// The value of the radio button that is chosen, or of the option.
fn checked(page: &Answer, field: &str) -> Option<String> {
    let document = scraper::Html::parse_document(&page.body);
    let of = |selector: String| {
        let selector = scraper::Selector::parse(&selector).unwrap();
        document.select(&selector).next().and_then(|found| found.value().attr("value").map(str::to_owned))
    };
    of(format!("input[type=radio][name={field}][checked]"))
        .or_else(|| of(format!("select[name={field}] option[selected]")))
}

fn text(page: &Answer, field: &str) -> String {
    page.text(&format!("textarea[name={field}]"))
}

on_both! {
    async fn nothing_incomplete_becomes_public(database) {
        let (app, client) = draft(database).await;

        let early = client.get(&format!("{SET_UP}/publish"));
        assert!(early.text("[role=alert]").contains("This is still missing"));
        let refused = publish(&client);
        assert_eq!(refused.status, 409);
        assert!(refused.text("[role=alert]").contains("Nobody has looked at this part"), "{}", refused.text("main"));

        fill(&client);
        let mut without_end = fields_of("dates");
        without_end.retain(|(field, _)| *field != "voting_closes_date");
        save_well(&client, "dates", &without_end);
        assert!(client.get(SET_UP).text("main").contains("Voting needs a beginning and an end."));
        let mut places = fields_of("ballot");
        places.retain(|(field, _)| *field != "rule");
        places.push(("rule", "best"));
        save_well(&client, "ballot", &places);
        let refused = publish(&client);
        let told = refused.text("[role=alert]");
        assert!(told.contains("Voting needs a beginning and an end.") && told.contains("an area has money"), "{told}");
        assert!(found(&app).await.round.facts.round_published_at.is_none());
    }
}

/// A part, what is typed into it, and the fields at which a mistake is told.
type Wrong<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

on_both! {
    async fn every_mistake_is_told_at_its_field_and_nothing_typed_is_lost(database) {
        let (app, client) = draft(database).await;
        let long = "x".repeat(601);
        let table: [Wrong<'_>; 16] = [
            ("basics", &[("title_de", "Keep me"), ("slug", "No Good"), ("currency", "BTCX"), ("effect", "maybe")],
             &["title_en", "slug", "currency", "effect"]),
            ("basics", &[("title_de", "a\u{202e}b"), ("title_en", "T"), ("slug", "x"), ("currency", "EUR"), ("effect", "advice")],
             &["title_de"]),
            ("texts", &[("summary_de", &long), ("outcome_de", "Kept")], &["summary_de", "summary_en", "outcome_en"]),
            ("areas", &[("rows", "2"), ("name_de_1", "Nord"), ("money_1", "much")], &["name_en_1", "money_1"]),
            ("areas", &[("rows", "1"), ("name_de_1", "N"), ("name_en_1", "N")], &["money_1"]),
            ("areas", &[("rows", "1"), ("name_de_1", "N"), ("name_en_1", "N"), ("money_1", "0")], &["money_1"]),
            ("areas", &[("rows", "1"), ("name_de_1", "N"), ("name_en_1", "N"), ("money_1", "-5")], &["money_1"]),
            ("areas", &[("rows", "1"), ("name_de_1", "N"), ("name_en_1", "N"), ("money_1", "5"), ("places_1", "5")], &["places_1"]),
            ("areas", &[("rows", "1"), ("name_de_1", "N"), ("name_en_1", "N"), ("places_1", "0")], &["places_1"]),
            ("topics", &[("rows", "1"), ("name_en_1", "Green")], &["name_de_1"]),
            ("people", &[("proposers", "all"), ("basis", "register"), ("who_de", "Kept")], &["proposers", "supporters", "basis", "who_en"]),
            ("ballot", &[("format", "points"), ("total", "3"), ("on_one", "9"), ("rule", "fair"), ("ties", "x")], &["on_one", "ties"]),
            ("ballot", &[("format", "approval"), ("ticks", "0"), ("rule", "other"), ("ties", "file")], &["ticks"]),
            ("dates", &[("collecting_opens_time", "08:00"), ("voting_opens_date", "soon"), ("voting_closes_date", "2028-09-01"),
                        ("voting_closes_time", "noon"), ("result_date", "2028-13-01")],
             &["collecting_opens_date", "voting_opens_date", "voting_closes_time", "result_date"]),
            ("dates", &[("voting_opens_date", "2028-09-10"), ("voting_closes_date", "2028-09-01"),
                        ("reviewing_opens_date", "2028-03-26"), ("reviewing_opens_time", "02:30")],
             &["reviewing_opens_time", "voting_closes_date"]),
            ("privacy", &[("checked", "never")], &["checked", "confirmed"]),
        ];

        for (name, fields, expected) in table {
            let refused = save(&client, name, fields);

            assert_eq!(refused.status, 422, "{name} {fields:?}");
            let document = scraper::Html::parse_document(&refused.body);
            let links = scraper::Selector::parse(".problem a").unwrap();
            let told: Vec<&str> = document.select(&links).filter_map(|link| link.value().attr("href")).collect();
            assert_eq!(told, expected.iter().map(|field| format!("#{field}")).collect::<Vec<_>>(), "{name} {fields:?}");
            for anchor in told {
                assert!(document.select(&scraper::Selector::parse(anchor).unwrap()).next().is_some(), "{name} {anchor}");
            }
            for kept in ["Keep me", "Kept", "Nord"] {
                let typed = fields.iter().any(|(_, value)| *value == kept);
                assert!(!typed || refused.body.contains(kept), "{name}: {kept}");
            }
        }
        assert!(found(&app).await.saved.is_empty(), "nothing of it was saved");
    }
}

on_both! {
    async fn two_administrators_at_once_do_not_overwrite_each_other(database) {
        let (app, client) = draft(database).await;
        let (first, second) = (fields_of("areas"), [("rows", "1"), ("name_de_1", "Mitte"), ("name_en_1", "Centre"), ("money_1", "5")]);
        save_well(&client, "areas", &first);

        // The second one opened the form before the first one saved.
        let mut late = second.to_vec();
        late.push(("version", "0"));
        let conflict = client.submit(&part("areas"), &late);

        assert_eq!(conflict.status, 409);
        let note = conflict.text(".note");
        assert!(note.contains("North") && note.contains("South"), "{note}");
        assert_eq!(conflict.value("name_en_1").as_deref(), Some("Centre"), "what was typed stays");
        assert_eq!(conflict.value("version").as_deref(), Some("1"), "saving again is upon what is there now");
        assert_eq!(found(&app).await.areas.len(), 2);
        assert_eq!(conflict.value("name_en_2").as_deref(), Some("North"), "what the other one added stands below");
        assert_eq!(conflict.value("rows").as_deref(), Some("3"));
    }
}

on_both! {
    async fn a_public_round_changes_with_a_public_reason_only(database) {
        let (app, client) = draft(database).await;
        fill(&client);
        publish(&client);

        let refused = save(&client, "texts", &fields_of("texts"));
        assert_eq!(refused.status, 422);
        assert!(refused.text(".problem").contains("Write why you change this."));
        let mut short = fields_of("texts");
        short.push(("reason", "why not"));
        assert_eq!(save(&client, "texts", &short).status, 422);

        let mut longer = fields_of("dates");
        longer.retain(|(field, _)| !matches!(*field, "voting_closes_date" | "result_date"));
        longer.extend([("voting_closes_date", "2028-10-31"), ("result_date", "2028-11-10"), REASON]);
        save_well(&client, "dates", &longer);
        let closes = found(&app).await.round.schedule.span(Window::Voting).unwrap().closes_at;
        assert_eq!(closes, Instant::parse("2028-10-31T23:00:00Z"));
        let record = app.client().get("/en/record?round=lindenau-2028").text("main");
        assert!(record.contains("this was changed: Dates") && record.contains(REASON.1), "{record}");

        let mut renamed = fields_of("basics");
        renamed.retain(|(field, _)| *field != "slug");
        renamed.extend([("slug", "another"), REASON]);
        let refused = save(&client, "basics", &renamed);
        assert_eq!(refused.status, 422);
        assert!(refused.text(".problem").contains("its address and currency stay"));

        app.time.set(Instant::parse("2028-09-02T10:00:00Z").unwrap());
        let client = app.signed_in();
        let late = client.get(&part("ballot"));
        assert!(late.text(".note").contains("voting has begun"));
        let mut ballot = fields_of("ballot");
        ballot.push(REASON);
        assert_eq!(save(&client, "ballot", &ballot).status, 409);
        let mut moved = fields_of("dates");
        moved.push(REASON);
        let refused = save(&client, "dates", &moved);
        assert!(refused.text(".problem").contains("Voting is open."), "{}", refused.text("main"));
    }
}

on_both! {
    async fn a_copy_takes_texts_areas_topics_and_rules_but_no_dates(database) {
        let (app, client) = draft(database).await;
        fill(&client);
        let former = found(&app).await;
        let id = former.round.id.to_string();

        let copied = client.submit(NEW, &[("title_de", "Lindenau 2029"), ("title_en", "Lindenau 2029"), ("slug", ""), ("pattern", &id)]);

        assert_eq!(copied.header("location"), Some("/en/office/rounds/lindenau-2029/set-up?done=started"), "{}", copied.body);
        let slug = Slug::parse("lindenau-2029").unwrap();
        let read = app.db.read(move |conn| {
            let round = find_round_by_slug(conn, &slug)?.ok_or(StoreError::NotFound)?;
            find_set_up(conn, round)
        });
        let copy = read.await.unwrap();
        assert_eq!(copy.round.rule, former.round.rule);
        assert_eq!(copy.round.format, former.round.format);
        assert_eq!(copy.texts["en"].summary, former.texts["en"].summary);
        assert_eq!(copy.texts["en"].title, "Lindenau 2029");
        let names = |set_up: &SetUp| set_up.areas.iter().map(|area| area.names.clone()).collect::<Vec<_>>();
        assert_eq!(names(&copy), names(&former));
        assert_eq!(copy.topics[0].names, former.topics[0].names);
        assert_eq!(copy.round.schedule.span(Window::Voting), None);
        assert!(copy.saved.is_empty(), "everything is to be looked at again");
        assert_ne!(round(&app, copy.round.id).await.public_id, former.round.public_id);
    }
}

on_both! {
    async fn a_start_without_a_title_or_with_a_taken_address_keeps_what_was_typed(database) {
        let (_app, client) = draft(database).await;

        let empty = client.submit(NEW, &[("title_en", "Only English"), ("pattern", "nothing")]);
        assert_eq!(empty.status, 422);
        assert_eq!(empty.value("title_en").as_deref(), Some("Only English"));
        let told = empty.text(".problem");
        assert!(told.contains("Choose an answer."), "{told}");

        let taken = client.submit(NEW, &[("title_de", "D"), ("title_en", "E"), ("slug", "lindenau-2028"), ("pattern", "staff")]);
        assert_eq!(taken.status, 409);
        assert!(taken.text(".problem").contains("Another round has this name."));
        assert_eq!(taken.value("title_de").as_deref(), Some("D"));
    }
}

on_both! {
    async fn an_area_with_projects_stays(database) {
        let stage = Stage::new(database).await;
        let client = stage.app.signed_in();
        let at = "/en/office/rounds/lindenau/set-up/areas";
        assert!(client.get(at).text(".note").contains("voting has begun"));
        let id = stage.id();
        let set_up = stage.app.db.read(move |conn| {
            let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
            find_set_up(conn, round)
        });
        let set_up = set_up.await.unwrap();
        assert!(RoundPart::ALL.iter().all(|part| set_up.version(*part) == Some(1)), "a round given whole lacks nothing");
    }
}

on_both! {
    async fn nobody_publishes_what_a_colleague_has_changed_meanwhile(database) {
        let (app, client) = draft(database).await;
        fill(&client);
        let seen = client.get(&format!("{SET_UP}/publish")).value("seen").unwrap();
        save_well(&client, "texts", &fields_of("texts"));

        let late = client.submit(&format!("{SET_UP}/publish"), &[("seen", &seen)]);

        assert_eq!(late.status, 409);
        assert!(late.text("[role=alert]").contains("Somebody has changed the round meanwhile"), "{}", late.text("main"));
        assert!(found(&app).await.round.facts.round_published_at.is_none());
        assert_eq!(publish(&client).status, 303);
    }
}

on_both! {
    async fn a_public_round_stays_one_that_can_be_counted(database) {
        let (app, client) = draft(database).await;
        fill(&client);
        publish(&client);

        let mut best = fields_of("ballot");
        best.retain(|(field, _)| *field != "rule");
        best.extend([("rule", "best"), REASON]);
        let refused = save(&client, "ballot", &best);
        assert_eq!(refused.status, 422);
        assert!(refused.text(".problem").contains("an area has money"), "{}", refused.text(".problem"));

        let none = [("rows", "2"), ("id_1", "1"), ("remove_1", "1"), ("id_2", "2"), ("remove_2", "1"), REASON];
        let refused = save(&client, "areas", &none);
        assert!(refused.text(".problem").contains("There is no area yet."), "{}", refused.text(".problem"));

        let mut sooner = fields_of("dates");
        sooner.retain(|(field, _)| *field != "voting_opens_date");
        sooner.extend([("voting_opens_date", "2026-01-01"), REASON]);
        let refused = save(&client, "dates", &sooner);
        let told = refused.text(".problem");
        assert!(told.contains("Voting, First day") && told.contains("lies in the past"), "{told}");

        let mut without = fields_of("dates");
        without.retain(|(field, _)| !field.starts_with("collecting"));
        without.push(REASON);
        assert_eq!(save(&client, "dates", &without).status, 422, "people may propose, so there is a time for it");
        assert_eq!(found(&app).await.areas.len(), 2);
    }
}
