//! The settings.

use allmende::locale::markdown;
use allmende::web::parts::{Pager, Problem};
use allmende::web::settings::view::{
    FailedMailRow, FailedMails, LanguageSettings, MailBlock, MailProblem, MailWay, Outcome, SettingsShow, ShortField,
    TextField,
};
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

#[test]
fn the_way_of_mails_is_told_with_the_next_step() {
    let mut view = settings(Outcome::TestSent);
    let well = render("settings-mail-well", &view);
    view.mail.way = MailWay::Smtp { server: "mail.lindenau.example:587".into() };
    view.mail.problem = Some(MailProblem { next: "Have the user checked.".into(), reason: "535 <no>".into() });
    (view.mail.waiting, view.mail.failed) = (1_234, 1);
    let bad = render("settings-mail-bad", &view);

    assert!(text_of(&well, "[role=alert]").contains("on its way to your address"));
    assert!(text_of(&well, "section").contains("4 Oct 2027, 18:05: works"));
    assert!(well.select(&Selector::parse("section a").unwrap()).next().is_none());
    let told = text_of(&bad, "section");
    for words in ["mail.lindenau.example:587", "Have the user checked.", "535 <no>", "1,234 e-mails", "1 e-mail Show"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn mails_that_did_not_arrive_are_listed_with_address_and_reason() {
    let back_url = || "/en/office/settings".to_owned();
    let none = FailedMails { back_url: back_url(), mails: Vec::new(), pager: Pager::default() };
    let row = |subject| FailedMailRow {
        to: "ada@lindenau.example".into(),
        subject,
        at: "4 Oct 2027, 18:05".into(),
        reason: "permanent error (550): nobody <here>".into(),
    };
    let mails = vec![row(Some("Ihr Konto ist gelöscht".into())), row(None)];
    let some = FailedMails { back_url: back_url(), mails, pager: Pager::new(1, 3, |n| format!("?page={n}")) };

    assert!(text_of(&render("failed-mails-none", &none), "main").contains("All e-mails arrived."));
    let told = text_of(&render("failed-mails", &some), ".rows");
    assert!(
        told.contains("ada@lindenau.example") && told.contains("nobody <here>") && told.contains("Unknown e-mail"),
        "{told}"
    );
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
        mail: MailBlock {
            checked_at: Some("4 Oct 2027, 18:05".into()),
            failed_url: "/en/office/settings/failed-mails".into(),
            test_url: "/en/office/settings/test-mail".into(),
            ..MailBlock::default()
        },
    }
}
