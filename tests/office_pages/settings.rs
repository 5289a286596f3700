//! The settings.

use allmende::locale::markdown;
use allmende::web::parts::Problem;
use allmende::web::settings::view::{LanguageSettings, Outcome, SettingsShow, ShortField, TextField};
use scraper::Selector;

use super::{render, text_of};

#[test]
fn fresh_settings_are_an_empty_form() {
    let page = render("settings-fresh", &settings(Outcome::Fresh));

    assert_eq!(text_of(&page, "main h1"), "Settings");
    assert!(text_of(&page, "details").contains("No text is saved yet."));
}

#[test]
fn saved_settings_say_so_and_show_the_text_as_visitors_see_it() {
    let mut view = settings(Outcome::Saved);
    view.languages[0].privacy.saved_html = Some(markdown::to_html("## Kurz gesagt\n\nWir speichern wenig."));

    let page = render("settings-saved", &view);

    assert!(text_of(&page, "[role=alert]").starts_with("Saved."));
    assert!(text_of(&page, ".slip").contains("Wir speichern wenig."));
}

#[test]
fn a_conflict_and_mistakes_keep_what_was_typed() {
    let mut view = settings(Outcome::ChangedMeanwhile { at: "4 October 2027, 18:05".into() });
    let words = "We do not know this time zone. Write for example Europe/Berlin.";
    view.time_zone =
        ShortField { value: "Mars".into(), problem: Some(words.into()), saved: Some("Europe/Vienna".into()) };
    view.languages[0].imprint.value = "\nErste Zeile\n<b>".into();
    view.languages[1].imprint.problem = Some("Shorten the text.".into());
    view.problems = vec![
        Problem { text: words.into(), anchor: Some("time_zone".into()) },
        Problem { text: "Shorten the text.".into(), anchor: Some("imprint_en".into()) },
    ];

    let page = render("settings-conflict", &view);

    let zone = page.select(&Selector::parse("#time_zone").unwrap()).next().unwrap();
    assert_eq!(zone.attr("value"), Some("Mars"));
    assert_eq!(zone.attr("aria-invalid"), Some("true"));
    assert!(text_of(&page, "fieldset").contains("Saved is: Europe/Vienna"));
    let imprint = page.select(&Selector::parse("#imprint_de").unwrap()).next().unwrap();
    assert_eq!(imprint.text().collect::<String>(), "\nErste Zeile\n<b>");
    assert!(text_of(&page, ".problem").contains("Somebody else has saved meanwhile"));
}

fn settings(outcome: Outcome) -> SettingsShow {
    let field = |value: &str| ShortField { value: value.into(), problem: None, saved: None };
    let text = |url: &str| TextField { url: url.into(), ..TextField::default() };
    SettingsShow {
        url: "/en/office/settings".into(),
        version: 7,
        outcome,
        problems: Vec::new(),
        time_zone: field("Europe/Berlin"),
        help_telephone: field("030 000 00 00"),
        languages: [("de", "Deutsch"), ("en", "English")]
            .map(|(tag, name)| LanguageSettings {
                tag,
                name,
                organisation: field("Lindenau"),
                service_name: field("Bürgerhaushalt"),
                help_hours: field(""),
                help_place: field(""),
                help_place_note: field(""),
                imprint: text("/de/imprint"),
                privacy: text("/de/privacy"),
                accessibility: text("/de/accessibility"),
            })
            .into(),
    }
}
