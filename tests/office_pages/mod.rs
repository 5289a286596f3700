//! The result pages, the office, its people, the settings and the mailbox, each rendered with a small and a large view in every
//! language. With `ALLMENDE_PAGES` set to a folder, the pages are written there for looking at.

mod account;
mod council;
mod counter;
mod following;
mod mailbox;
mod mails;
mod office;
mod people;
mod proposals;
mod questions;
mod reading;
mod record;
mod reports;
mod result;
mod reviews;
mod set_up;
mod settings;
mod shortlist;
mod sign_in;
mod tokens;
mod versions;
mod workplaces;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use allmende::locale::{Catalogue, Language};
use allmende::web::layout::{Help, LanguageLink, NavLink, Page};
use allmende::web::templates::{Templates, View};
use scraper::{Html, Selector};

fn templates() -> &'static Templates {
    static TEMPLATES: OnceLock<Templates> = OnceLock::new();
    TEMPLATES.get_or_init(|| Templates::load(Arc::new(Catalogue::load().unwrap())).unwrap())
}

const LANGUAGES: [Language; 3] = [Language::German, Language::English, Language::Mirrored];

/// Renders a view in every language, holds each page against what every page must keep, and gives back the English.
fn render<V: View>(name: &str, view: &V) -> Html {
    let mut english = None;
    for language in LANGUAGES {
        let html = templates().render(&page(language), view).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        save(name, language, &html);
        let document = Html::parse_document(&html);
        keeps_the_rules_of_every_page(name, &document, &html);
        if language == Language::English {
            english = Some(document);
        }
    }
    english.unwrap()
}

fn keeps_the_rules_of_every_page(name: &str, document: &Html, html: &str) {
    let count = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(count("h1"), 1, "{name}: one h1");
    let title: String = document.select(&Selector::parse("title").unwrap()).flat_map(|title| title.text()).collect();
    assert!(!title.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{name}: marks in {title:?}");
    assert!(count("main .btn:not(.btn-2)") <= 1, "{name}: at most one primary button");
    assert_eq!(count("[style], script:not([src])"), 0, "{name}: nothing inline");
    assert!(!html.contains("href=\"\""), "{name}: an empty link");
    let mut ids: Vec<&str> =
        document.select(&Selector::parse("[id]").unwrap()).filter_map(|element| element.value().id()).collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "{name}: an id stands twice");
    for element in document.select(&Selector::parse("[aria-labelledby], [aria-describedby], label[for]").unwrap()) {
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                assert!(ids.binary_search(&id).is_ok(), "{name}: {attribute} names the missing id {id}");
            }
        }
    }
    assert!(
        !document
            .root_element()
            .text()
            .any(|text| ["result-", "office-", "record-", "council-"].iter().any(|key| text.contains(key))),
        "{name}: a key without words"
    );
    let titles: Vec<String> = document
        .select(&Selector::parse("main h1, main h2, main h3").unwrap())
        .map(|heading| heading.value().name().to_owned())
        .collect();
    assert!(titles.iter().all(|name| !name.is_empty()));
}

/// The text of what a selector finds, piece by piece with single blanks between and without isolation marks.
fn text_of(document: &Html, selector: &str) -> String {
    document
        .select(&Selector::parse(selector).unwrap())
        .flat_map(|element| element.text().collect::<Vec<_>>())
        .collect::<Vec<_>>()
        .join(" ")
        .replace(['\u{2068}', '\u{2069}'], "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn save(name: &str, language: Language, html: &str) {
    let Some(folder) = std::env::var_os("ALLMENDE_PAGES").map(PathBuf::from) else { return };
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/allmende.css")).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("allmende.css"), css).unwrap();
    std::fs::write(folder.join(format!("{name}-{}.html", language.code())), html).unwrap();
}

fn page(language: Language) -> Page {
    let link = |label: &str, current| NavLink { label: label.into(), url: "#".into(), current };
    Page {
        language,
        html_language: language.tag(),
        direction: language.direction().as_str(),
        organisation: "Lindenau".into(),
        service: "Bürgerhaushalt".into(),
        home_url: "/".into(),
        languages: [Language::German, Language::English].map(|of| LanguageLink::new(of, "#".into(), language)).into(),
        nav: vec![link("Übersicht", true), link("Einstellungen", false)],
        leave: None,
        shared: None,
        sign_out_url: Some("/sign-out".into()),
        help: Help {
            telephone: Some("030 000 00 00".into()),
            telephone_url: Some("tel:+4930000000".into()),
            hours: Some("Mo bis Fr, 9 bis 17 Uhr".into()),
            ask_url: "/help/ask".into(),
            ..Help::default()
        },
        easy_url: None,
        sign_language_url: None,
        logo: None,
        theme_url: None,
        report_url: "/accessibility/report".into(),
        accessibility_url: "/accessibility".into(),
        imprint_url: "/imprint".into(),
        privacy_url: "/privacy".into(),
        foot: Vec::new(),
        last_changed: Some("Montag, 4. Oktober 2027".into()),
        notice: None,
        css_url: "allmende.css".into(),
        js_url: "allmende.js".into(),
        icon_url: "data:,".into(),
        csrf: Some("token".into()),
    }
}
