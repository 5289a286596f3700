//! A form that is only read.

use allmende::web::layout::NavLink;
use allmende::web::reading::{ReadingGroup, ReadingPage, ReadingValue};
use scraper::Selector;

use super::{render, text_of};

fn value(term: &str, text: &str) -> ReadingValue {
    ReadingValue { term: term.into(), text: text.into(), ..ReadingValue::default() }
}

#[test]
fn values_are_read_as_terms_and_what_is_not_entered_says_so() {
    let back = || NavLink { label: "All parts".into(), url: "/en/office/organisation".into(), current: false };
    let bare = ReadingPage { title: "Logo".into(), of: "Organisation".into(), back: back(), ..ReadingPage::default() };
    let values = vec![
        value("Name", "Lindenau <b>\nNord"),
        ReadingValue { language: Some("de"), ..value("Hours", "") },
        ReadingValue { is_ltr: true, ..value("Telephone", "030 1") },
        ReadingValue {
            html: Some("<h2>Kurz</h2><p>Wenig.</p>".into()),
            language: Some("de"),
            ..value("Privacy", "## Kurz")
        },
    ];
    let full = ReadingPage {
        note: Some("This part is settled.".into()),
        picture: Some("/files/a.png".into()),
        groups: vec![
            ReadingGroup { title: None, values: vec![value("Currency", "EUR")] },
            ReadingGroup { title: Some("Texts: German".into()), values },
        ],
        changed: Some("4 October 2027, 18:05".into()),
        ..ReadingPage { title: "Texts".into(), of: "Organisation".into(), back: back(), ..ReadingPage::default() }
    };

    render("reading-bare", &bare);
    let page = render("reading", &full);

    assert_eq!(text_of(&page, "dt"), "Currency Name Hours Telephone Privacy");
    assert_eq!(text_of(&page, "dd"), "EUR Lindenau <b> Nord Nothing entered 030 1 Kurz Wenig.");
    assert!(text_of(&page, "main").ends_with("Last changed on 4 October 2027, 18:05."), "{}", text_of(&page, "main"));
    assert_eq!(page.select(&Selector::parse("main :is(form, input, button)").unwrap()).count(), 0);
}
