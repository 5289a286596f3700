//! Every message in every language, and what somebody's words cannot do to it.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::letter::subject_of;
use super::*;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::locale::{Catalogue, Language, Words};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load().unwrap());
const LANGUAGES: [Language; 3] = [Language::German, Language::English, Language::Mirrored];

fn words(language: Language) -> Words<'static> {
    Words::new(&CATALOGUE, language, chrono_tz::Europe::Berlin)
}

fn head() -> Letterhead {
    Letterhead {
        base_url: "https://budget.example.org/".to_owned(),
        organisation: "Bezirksamt Lindenau".to_owned(),
        help_telephone: "030 9018-0".to_owned(),
        help_hours: "9-15".to_owned(),
        help_place: "Rathaus, Markt 1".to_owned(),
    }
}

fn secret() -> MailSecret {
    MailSecret::link_and_code("to ken/+&".to_owned(), "314159".to_owned())
}

/// One of each, with `text` wherever somebody's words stand.
fn every_message(text: &str) -> Vec<Message> {
    let (role, day) = (Role::Administrator, NaiveDate::from_ymd_opt(2027, 10, 11).unwrap());
    let text = || text.to_owned();
    let mut all = vec![
        Message::VotingClosed { slug: "lindenau-2027".to_owned() },
        Message::ResultCounted { slug: "lindenau-2027".to_owned() },
        Message::SignIn,
        Message::ConfirmAddress,
        Message::AddressChanged,
        Message::NewDevice { device: text(), at: Instant::parse("2027-10-10T16:05:00Z").unwrap() },
        Message::AccountUnused { deleted_on: day },
        Message::AccountDeleted,
        Message::AccessibilityReportReceived { number: 12, answer_until: day },
        Message::AccessibilityReportAnswered { number: 12, answer: text() },
        Message::TestMail,
    ];
    for round in [None, Some(text())] {
        all.push(Message::Invitation { role, round: round.clone() });
        all.push(Message::RoleGiven { role, round: round.clone() });
        all.push(Message::RoleTaken { role, round });
    }
    all
}

#[test]
fn a_message_reads_what_the_outbox_carries() {
    for message in every_message("Bürgerhaushalt „2027“") {
        assert!(message.parameters().contains(message.name()));
        assert_eq!(Message::parse(&message.parameters()), Some(message));
    }
}

#[test]
fn m8_every_message_says_what_it_is_about_why_it_comes_and_where_help_is() {
    for (message, language) in every_message("Bürgerhaushalt").iter().flat_map(|one| LANGUAGES.map(|lang| (one, lang)))
    {
        let letter = Letter::write(message, Some(&secret()), &words(language), &head()).unwrap();
        let told = format!("{} in {language:?}: {letter:?}", message.name());

        assert!((8..=60).contains(&letter.subject.chars().count()), "{told}");
        assert!(!letter.subject.contains('\n') && !letter.text.contains("mail-"), "{told}");
        assert!(!letter.subject.contains("314159") && !letter.subject.contains("ken"), "{told}");
        let foot = letter.text.rsplit_once("\n--\n").unwrap().1;
        assert!(foot.contains("030 9018-0") && foot.contains("Rathaus") && foot.contains("Lindenau"), "{told}");
        let tag = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.direction().as_str());
        assert!(letter.html.contains(&tag), "{told}");
        for foreign in ["<img", "src=", "<script", "<link", "url("] {
            assert!(!letter.html.contains(foreign), "{told}");
        }
        assert_eq!(
            readable(&letter.html),
            letter.text.replace("\n--\n", "\n").split_whitespace().collect::<Vec<_>>(),
            "{told}"
        );
    }
}

/// The words of the body, as somebody reads them.
fn readable(html: &str) -> Vec<String> {
    let body = html.split_once("<body").unwrap().1.split_once('>').unwrap().1;
    let text: String = body
        .split('<')
        .enumerate()
        .map(|(place, part)| match place {
            0 => part.to_owned(),
            _ => part.split_once('>').unwrap().1.to_owned(),
        })
        .collect();
    let text = text
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_link_stands_on_its_own_line_and_can_be_followed() {
    for (message, path) in [
        (Message::SignIn, "sign-in/link?token=to+ken%2F%2B%26"),
        (Message::ConfirmAddress, "account/address?token=to+ken%2F%2B%26"),
        (Message::Invitation { role: Role::Administrator, round: None }, "invitation?token=to+ken%2F%2B%26"),
        (Message::TestMail, "office/settings"),
    ] {
        let letter = Letter::write(&message, Some(&secret()), &words(Language::German), &head()).unwrap();
        let link = format!("https://budget.example.org/de/{path}");

        assert!(letter.text.lines().any(|line| line == link), "{}", letter.text);
        assert_eq!(letter.html.matches("<a href=").count(), 1, "{}", letter.html);
    }
}

#[test]
fn a_message_that_lives_by_its_secret_is_not_written_without_it() {
    let link = MailSecret::link("token".to_owned());
    for (message, secret) in [(Message::SignIn, None), (Message::SignIn, Some(&link)), (Message::ConfirmAddress, None)]
    {
        assert_eq!(Letter::write(&message, secret, &words(Language::German), &head()), Err(SecretMissing));
        assert!(!subject_of(&message, &words(Language::German)).is_empty());
    }
}

#[test]
fn somebodys_words_stay_on_their_line_and_are_no_html() {
    let text = "A\r\nBcc: x@example.org\u{2028}\u{202e}<b>&\u{85}";
    for message in every_message(text) {
        let letter = Letter::write(&message, Some(&secret()), &words(Language::English), &head()).unwrap();

        assert!(!letter.html.contains("<b>"), "{}", letter.html);
        assert!(!letter.subject.chars().any(char::is_control), "{}", letter.subject);
        assert!(!letter.text.contains(['\r', '\u{2028}', '\u{202e}', '\u{85}']), "{}", letter.text);
    }
}
