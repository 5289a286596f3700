//! Every message in every language, and what somebody's words cannot do to it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDateTime;
use lettre::message::Mailbox;

use super::letter::subject_of;
use super::mime::build;
use super::samples::one_of_each;
use super::*;
use crate::domain::email::Email;
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
        service: "Mitmachen".to_owned(),
        help_telephone: "030 9018-0".to_owned(),
        help_email: "hilfe@example.org".to_owned(),
        help_hours: "9-15".to_owned(),
        help_place: "Rathaus, Markt 1".to_owned(),
    }
}

fn secret() -> MailSecret {
    MailSecret::link_and_code("to ken/+&".to_owned(), "314159".to_owned())
}

/// Any moment.
fn at() -> Instant {
    Instant::from_utc(NaiveDateTime::default())
}

#[test]
fn no_message_is_left_out_of_the_list_that_is_tried() {
    let tried: BTreeSet<&str> = one_of_each("", at()).iter().map(Message::name).collect();

    assert_eq!(tried, Message::NAMES.iter().copied().collect());
}

#[test]
fn a_message_reads_what_the_outbox_carries() {
    for message in one_of_each("Bürgerhaushalt „2027“", at()) {
        assert!(message.parameters().contains(message.name()));
        assert_eq!(Message::parse(&message.parameters()), Some(message));
    }
}

#[test]
fn m8_every_message_says_what_it_is_about_why_it_comes_and_where_help_is() {
    for (message, language) in
        one_of_each("Bürgerhaushalt", at()).iter().flat_map(|one| LANGUAGES.map(|lang| (one, lang)))
    {
        let letter = Letter::write(message, Some(&secret()), &words(language), &head()).unwrap();
        let told = format!("{} in {language:?}: {letter:?}", message.name());

        assert!((8..=60).contains(&letter.subject.chars().count()), "{told}");
        assert!(!letter.subject.contains('\n') && !letter.text.contains("mail-"), "{told}");
        assert!(!letter.subject.contains("314159") && !letter.subject.contains("ken"), "{told}");
        let foot = letter.text.rsplit_once("\n--\n").unwrap().1;
        for named in ["030\u{a0}9018-0", "Rathaus", "Lindenau\nMitmachen\nbudget.example.org\n"] {
            assert!(foot.contains(named), "{named}: {told}");
        }
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

#[test]
fn a_sentence_has_at_most_15_words_and_a_line_72_letters_unless_it_is_a_link() {
    for (message, language) in
        one_of_each("Bürgerhaushalt", at()).iter().flat_map(|one| LANGUAGES.map(|lang| (one, lang)))
    {
        let text = Letter::write(message, Some(&secret()), &words(language), &head()).unwrap().text;
        let is_whole = |line: &str| line.chars().count() <= 72 || line.starts_with("https://");

        assert!(text.lines().all(is_whole), "{text}");
        for sentence in text.split("\n\n").flat_map(|part| part.split_inclusive(['.', ':', '?'])) {
            assert!(sentence.split_whitespace().count() <= 15, "{sentence:?} in {text}");
        }
    }
}

#[test]
fn a_long_answer_is_put_into_lines_and_its_paragraphs_stay() {
    let answer = format!("{}\n\n{}", "Die Karte geht jetzt auch mit der Tastatur. ".repeat(4), "x".repeat(80));
    let message = Message::AccessibilityReportAnswered { number: 1, answer };

    let text = Letter::write(&message, None, &words(Language::German), &head()).unwrap().text;

    let first = "Die Karte geht jetzt auch mit der Tastatur. Die Karte geht jetzt auch\nmit der Tastatur.";
    assert!(text.contains(first) && text.contains(&format!("Tastatur.\n\n{}\n\n", "x".repeat(80))), "{text}");
}

#[test]
fn nobody_is_asked_to_call_where_there_is_no_telephone() {
    let silent = Letterhead { help_telephone: String::new(), ..head() };
    let told = |message: &Message, head: &Letterhead| {
        Letter::write(message, Some(&secret()), &words(Language::English), head).unwrap().text
    };

    for message in one_of_each("Lindenau", at()) {
        let text = told(&message, &silent);
        assert!(!text.to_lowercase().contains("call") && text.contains("Reply to this e-mail."), "{text}");
    }
    assert!(told(&Message::AccountClosed, &silent).contains("a mistake?\nReply to this e-mail.\n"));
    assert!(told(&Message::AccountClosed, &head()).contains("Reply to this e-mail or call us: 030\u{a0}9018-0\n"));
    let nothing_known = Letterhead { base_url: "https://budget.example.org".to_owned(), ..Letterhead::default() };
    let foot = "--\nYou get this e-mail because something about your account has changed.\n\
        Questions? Reply to this e-mail.\n\nbudget.example.org\n";
    assert!(told(&Message::AccountClosed, &nothing_known).ends_with(foot));
}

#[test]
fn an_invitation_says_until_when_its_link_is_good() {
    let told = |good_until: Option<NaiveDateTime>| {
        let message = Message::Invitation { role: Role::Auditor, round: None, departments: Vec::new(), good_until };
        Letter::write(&message, Some(&secret()), &words(Language::English), &head()).unwrap().text
    };

    let end = Instant::parse("2027-05-15T12:00:00Z").unwrap();
    let until = words(Language::English).until(end);
    assert!(until.contains("May 2027") && until.contains("14:00"), "{until}");
    assert!(told(Some(end.to_utc())).contains(&format!("The link is good until {until}.\n")));
    assert!(told(None).contains("The link is good for 14 days.\n"));
}

#[test]
fn answers_go_where_the_settings_say_or_else_to_the_organisation() {
    let reply_to = |help_email: &str, set: Option<&Mailbox>| {
        let head = Letterhead { help_email: help_email.to_owned(), ..head() };
        let letter = Letter::write(&Message::TestMail, None, &words(Language::English), &head).unwrap();
        let date = NaiveDateTime::default().and_utc();
        let mail = Rendered { recipient: "ada@example.org".to_owned(), letter, message_id: "<1@x>".to_owned(), date };
        let built = build(&mail, &"Allmende <allmende@localhost>".parse().unwrap(), set).unwrap().formatted();
        let headers = String::from_utf8(built).unwrap();
        headers.lines().find_map(|line| line.strip_prefix("Reply-To: ").map(str::to_owned))
    };
    let set: Mailbox = "office@example.org".parse().unwrap();

    assert_eq!(reply_to("help@example.org", Some(&set)).as_deref(), Some("office@example.org"));
    assert_eq!(reply_to("help@example.org", None).as_deref(), Some("help@example.org"));
    assert_eq!(reply_to("", None), None);
    assert_eq!(reply_to("help@example.org\r\nBcc: eve@example.org", None), None);
}

#[test]
fn whatever_address_is_taken_can_be_written_to() {
    let mut taken = 0;
    for code in 0..0x1_1000_u32 {
        let Some(letter) = char::from_u32(code) else { continue };
        for typed in
            [format!("a{letter}b@example.org"), format!("ada@a{letter}b.example.org"), format!("{letter}@{letter}.org")]
        {
            if let Ok(email) = Email::parse(&typed) {
                taken += 1;
                assert!(email.as_str().parse::<lettre::Address>().is_ok(), "{typed:?} {code:x}");
            }
        }
    }
    assert!(taken > 100_000, "{taken}");
}

#[test]
fn what_has_no_name_is_called_by_what_is_known() {
    let at = Instant::from_utc(NaiveDateTime::default());
    let device = Message::NewDevice { device: String::new(), at };
    let round = |round: Option<&str>| Message::VotingClosed {
        slug: "lindenau-2027".to_owned(),
        round: round.map(str::to_owned),
    };
    let written = |message: &Message| Letter::write(message, None, &words(Language::English), &head()).unwrap();

    assert!(written(&device).text.contains("Device: unknown\n"));
    assert_eq!(written(&round(Some("Our budget"))).subject, "Certify the vote: Our budget");
    assert_eq!(written(&round(None)).subject, "Certify the vote: lindenau-2027");
    assert!(written(&round(Some("Our budget"))).text.contains("/en/office/rounds/lindenau-2027\n"));
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
        (
            Message::Invitation { role: Role::Administrator, round: None, departments: Vec::new(), good_until: None },
            "invitation?token=to+ken%2F%2B%26",
        ),
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
    for message in one_of_each(text, at()) {
        let letter = Letter::write(&message, Some(&secret()), &words(Language::English), &head()).unwrap();

        assert!(!letter.html.contains("<b>"), "{}", letter.html);
        assert!(!letter.subject.chars().any(char::is_control), "{}", letter.subject);
        assert!(!letter.text.contains(['\r', '\u{2028}', '\u{202e}', '\u{85}']), "{}", letter.text);
    }
}

#[test]
fn a_task_names_its_departments_and_no_other_task_any() {
    let told = |role, departments: &[&str]| {
        let departments = departments.iter().map(|&name| name.to_owned()).collect();
        let message = Message::RoleGiven { role, round: None, departments };
        Letter::write(&message, None, &words(Language::English), &head()).unwrap().text
    };

    assert!(told(Role::Reviewer, &["Parks", "Schools"]).contains("reviewer (departments: Parks, Schools)\n"));
    assert!(told(Role::Reviewer, &[]).contains("reviewer (all departments)\n"));
    assert!(!told(Role::Auditor, &[]).contains("departments"));
}

#[test]
fn what_the_outbox_held_before_messages_said_more_is_still_read() {
    let role_given = r#"{"message":"role_given","role":"reviewer","round":null}"#;
    let invitation = r#"{"message":"invitation","role":"auditor","round":null}"#;
    let voting_closed = r#"{"message":"voting_closed","slug":"lindenau-2027"}"#;

    let read = [role_given, voting_closed, invitation].map(|stored| Message::parse(stored).unwrap());

    assert_eq!(read[0], Message::RoleGiven { role: Role::Reviewer, round: None, departments: Vec::new() });
    assert_eq!(read[1], Message::VotingClosed { slug: "lindenau-2027".to_owned(), round: None });
    let (role, departments) = (Role::Auditor, Vec::new());
    assert_eq!(read[2], Message::Invitation { role, round: None, departments, good_until: None });
}
