//! The pages of the record.

use allmende::web::parts::{Pager, Problem};
use allmende::web::record::view::{
    Choice, EntryFile, Filter, OfficeRecord, RecordEntry, RecordIndex, RecordList, RecordRoles, RecordShow, RoleSpan,
    RoundLink,
};
use scraper::{Html, Selector};

use super::{render, text_of};

const REASON: &str = "Die Briefe <b>kamen</b> spät.";

fn choice(value: &str, chosen: bool) -> Choice {
    Choice { value: value.into(), label: format!("Choice {value}"), chosen }
}

fn filter() -> Filter {
    Filter {
        url: "/en/record".into(),
        rounds: vec![choice("lindenau-2027", true), choice("schulhof-2027", false)],
        topics: vec![choice("dates", false)],
        actors: Vec::new(),
        from: "2027-10-01".into(),
        to: "2027-10-31".into(),
        text: "Briefe".into(),
        all_url: Some("/en/record".into()),
        ..Filter::default()
    }
}

fn entry() -> RecordEntry {
    RecordEntry {
        at: "4 October 2027, 18:05".into(),
        sentence: "The vote was extended.".into(),
        reason: Some(REASON.into()),
        by: "by an administrator".into(),
        concerns: None,
        url: Some("/en/record/0101".into()),
        body: None,
        sha256: None,
    }
}

fn list() -> RecordList {
    RecordList {
        problems: Vec::new(),
        filter: filter(),
        total: 41,
        entries: vec![entry(), RecordEntry { reason: None, ..entry() }],
        page_number: 2,
        page_count: 3,
        pager: Pager::new(2, 3, |page| format!("/en/record?page={page}")),
        csv_url: "/en/record.csv?round=lindenau-2027".into(),
    }
}

fn values(page: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

#[test]
fn the_record_is_a_list_of_sentences_with_numbered_pages() {
    let page = render("record", &RecordIndex { list: list() });

    assert!(text_of(&page, "title").starts_with("Record, page 2 of 3"));
    assert_eq!(text_of(&page, "[role=status]"), "41 entries were found, the newest first.");
    assert!(
        text_of(&page, ".trail")
            .starts_with(&format!("4 October 2027, 18:05 The vote was extended. Reason: {REASON} by an administrator")),
        "date, act, reason and actor one after the other, and a reason is no markup"
    );
    assert_eq!(values(&page, "option[selected]", "value"), ["lindenau-2027"]);
    assert_eq!(values(&page, "[rel=next], [rel=prev]", "href"), ["/en/record?page=1", "/en/record?page=3"]);
    assert_eq!(values(&page, "a[download]", "href"), ["/en/record.csv?round=lindenau-2027"]);
    assert!(values(&page, "#actor", "id").is_empty(), "the public does not look for persons");
}

#[test]
fn an_empty_record_and_an_empty_search_say_so() {
    let empty = RecordList { page_number: 1, page_count: 1, ..RecordList::default() };
    let nothing_found = RecordList { filter: filter(), ..empty.clone() };

    let page = render("record-empty", &RecordIndex { list: empty });
    let filtered = render("record-nothing-found", &RecordIndex { list: nothing_found });

    assert!(text_of(&page, "main").ends_with("No entry was found. The record is still empty."));
    assert!(text_of(&filtered, "main").ends_with("No entry was found. Change the search, or leave fields empty."));
    assert!(values(&page, "a[download]", "href").is_empty(), "there is nothing to download");
}

#[test]
fn a_filter_with_mistakes_keeps_what_was_typed() {
    let why = "Write the first day like this: 2027-10-17.";
    let problem = |anchor: &str| Problem { text: why.into(), anchor: Some(anchor.into()) };
    let wrong = Filter {
        from: "soon".into(),
        from_problem: Some(why.into()),
        to_problem: Some(why.into()),
        text_problem: Some(why.into()),
        ..filter()
    };
    let problems = vec![problem("from"), problem("to"), problem("text")];

    let page = render("record-mistakes", &RecordIndex { list: RecordList { problems, filter: wrong, ..list() } });

    assert!(text_of(&page, "title").starts_with("Error: Record"));
    assert_eq!(values(&page, "#from", "value"), ["soon"]);
    assert_eq!(text_of(&page, ".problem").matches(why).count(), 3);
    assert_eq!(text_of(&page, ".bad .why").matches(why).count(), 3);
    assert!(text_of(&page, "[role=status], .trail").is_empty(), "nothing is said to be found");
}

#[test]
fn the_whole_record_names_persons_and_shows_exact_texts() {
    let whole = RecordEntry {
        by: "Ada".into(),
        url: None,
        body: Some("{\"act\":\"role_given\"}".into()),
        sha256: Some("ab".repeat(32)),
        ..entry()
    };
    let filter = Filter { actors: vec![choice("office:1", true)], ..filter() };
    let list = RecordList { filter, entries: vec![whole], ..list() };

    let page = render(
        "record-office",
        &OfficeRecord { list, roles_url: "/en/office/record/roles".into(), public_url: "/en/record".into() },
    );

    assert!(text_of(&page, ".trail").contains("Ada Exact text"));
    assert!(text_of(&page, "details code").starts_with("{\"act\":\"role_given\"}"));
    assert_eq!(values(&page, "#actor option[selected]", "value"), ["office:1"]);
}

#[test]
fn an_entry_shows_its_exact_text_and_how_to_check_it() {
    let view = RecordShow {
        number: "01010101".into(),
        entry: RecordEntry { body: Some("{\"a\":\"<ü>\"}".into()), sha256: Some("ab".repeat(32)), ..entry() },
        list_url: "/en/record".into(),
        round: Some(RoundLink { title: "Lindenau 2027".into(), url: "/en/rounds/lindenau-2027".into() }),
        file: Some(EntryFile { url: "/en/record/0101.json".into(), command: "curl -s x | sha256sum".into() }),
    };

    let page = render("record-entry", &view);

    assert!(text_of(&page, "title").starts_with("Entry 01010101 - Record"));
    assert_eq!(text_of(&page, ".slip code"), format!("{{\"a\":\"<ü>\"}} {} curl -s x | sha256sum", "ab".repeat(32)));
    assert_eq!(values(&page, "a[download]", "href"), ["/en/record/0101.json"]);
}

#[test]
fn an_entry_about_an_account_shows_its_hash_alone() {
    let entry = RecordEntry { body: None, reason: None, sha256: Some("ab".repeat(32)), ..entry() };
    let view = RecordShow { number: "0".into(), entry, list_url: "/en/record".into(), round: None, file: None };

    let page = render("record-entry-bare", &view);

    assert_eq!(text_of(&page, ".slip code"), "ab".repeat(32));
    assert!(text_of(&page, "main").contains("Only the office reads it."));
}

#[test]
fn roles_stand_in_a_table_with_their_times() {
    let span = |round: Option<&str>, from: Option<&str>, until: Option<&str>| RoleSpan {
        person: "Ada".into(),
        role: "Administrator".into(),
        round: round.map(Into::into),
        departments: round.map(|_| "Parks <b>".into()),
        from: from.map(Into::into),
        until: until.map(Into::into),
    };
    let view = |spans| RecordRoles {
        list_url: "/en/office/record".into(),
        csv_url: "/en/office/record/roles.csv".into(),
        spans,
    };

    let page = render(
        "record-roles",
        &view(vec![span(None, Some("1 May 2027"), None), span(Some("Lindenau"), None, Some("2 May 2027"))]),
    );
    let empty = render("record-roles-empty", &view(Vec::new()));

    assert_eq!(
        text_of(&page, "tbody"),
        "Ada Administrator all rounds 1 May 2027 today Ada Administrator Departments: Parks <b> Lindenau not known 2 May 2027"
    );
    assert!(text_of(&empty, "main").ends_with("Nobody has had a role yet."));
}
