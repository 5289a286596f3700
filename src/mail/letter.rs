//! How a message reads: subject, text, and the same words as HTML. The words themselves stand in `mail.ftl`.

use chrono::NaiveDate;
use textwrap::fill_inplace;
use thiserror::Error;
use url::form_urlencoded::byte_serialize;

use super::document::document;
use super::kind::Kind;
use super::message::Message;
use super::news::{Told, news_arguments};
use super::secret::MailSecret;
use crate::domain::decision::CouncilOutcome;
use crate::domain::ids::ProposalNumber;
use crate::domain::review::StandardReason;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};

/// The longest subject, in characters: more is cut off in the lists of small screens.
const LONGEST_SUBJECT: usize = 60;
/// The longest line of the text, in letters: mail programs break longer ones where they like.
const LONGEST_LINE: usize = 72;

/// Who writes, and where help is, in the language of the mail. What is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The address that people type, for links.
    pub base_url: String,
    /// The organisation's name.
    pub organisation: String,
    /// What the service is called.
    pub service: String,
    /// The e-mail address for help.
    pub help_email: String,
    /// The telephone number for help.
    pub help_telephone: String,
    /// When it is answered.
    pub help_hours: String,
    /// Where help is to be had in person.
    pub help_place: String,
}

/// A message in its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The organisation's name, under which it is sent; empty until it has one.
    pub from: String,
    /// The organisation's address for help, where answers go unless the settings name another; empty until it has one.
    pub reply_to: String,
    /// The subject, one line of at most 60 characters. Nothing secret or personal is in it.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The same words as HTML: a whole document without pictures and without anything from elsewhere.
    pub html: String,
    /// What mail programs call to stop all mails of an optional kind (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// The message is of no use without its secret, and there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the mail's secret is missing")]
pub struct SecretMissing;

impl Letter {
    /// Writes a message.
    ///
    /// # Errors
    /// When the message needs a secret and there is none.
    pub fn write(
        message: &Message,
        secret: Option<&MailSecret>,
        words: &Words<'_>,
        head: &Letterhead,
    ) -> Result<Self, SecretMissing> {
        let link = link(message, secret, words.language().code(), head)?;
        let code = match message {
            Message::SignIn
            | Message::ConfirmAddress
            | Message::ProposalReceived { .. }
            | Message::ProposalEntered { .. }
            | Message::ProposalCodeRenewed { .. } => secret.and_then(MailSecret::code).ok_or(SecretMissing)?,
            _ => "",
        };
        let mut args = arguments(message, words);
        args.push(("link", link.as_str().into()));
        args.push(("code", code.into()));
        args.push(("reach", reach(words, head).into()));
        let told = Told::of(message, words, head);
        args.push(("news", told.text.as_str().into()));
        let key = key(message);
        let body = words.plain(&format!("mail-{key}-text"), &args);
        let subject = subject_of(message, words);
        let foot = foot(&key, words, head);
        let (from, reply_to) = (head.organisation.clone(), head.help_email.clone());
        Ok(Self {
            from,
            reply_to,
            text: format!("{}\n\n--\n{}\n", in_lines(&body), in_lines(&foot)),
            html: document(words, &subject, &body, &foot, (&told.and_links(link), code)),
            unsubscribe: unsubscribe(message, secret, words, head)?,
            subject,
        })
    }
}

/// The subject alone, which needs no secret.
#[must_use]
pub fn subject_of(message: &Message, words: &Words<'_>) -> String {
    let subject = words.plain(&format!("mail-{}-subject", key(message)), &arguments(message, words));
    if subject.chars().count() <= LONGEST_SUBJECT {
        return subject;
    }
    let cut: String = subject.chars().take(LONGEST_SUBJECT.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// The middle of the keys of a message's words.
fn key(message: &Message) -> String {
    let name = message.name().replace('_', "-");
    match message {
        Message::Invitation { round: Some(_), .. }
        | Message::DepartmentsChanged { round: Some(_), .. }
        | Message::RoleGiven { round: Some(_), .. }
        | Message::RoleTaken { round: Some(_), .. } => format!("{name}-in-round"),
        Message::AddressSet { closed: true } => format!("{name}-closed"),
        Message::QuestionAnswered { public: true, .. } => format!("{name}-public"),
        Message::ProposalDecided { route, .. } => format!("{name}-{}", route.as_str().replace('_', "-")),
        Message::CouncilDecided { corrected: true, .. } => format!("{name}-corrected"),
        Message::FollowedNews { news, more: 0 } if news.len() == 1 => format!("{name}-one"),
        Message::ConfirmFollow { number: Some(_), .. } => format!("{name}-proposal"),
        Message::BallotRecorded { replaced: true, .. } => format!("{name}-again"),
        _ => name,
    }
}

/// Where the one act of a message is done; empty when there is nothing to open.
fn link(
    message: &Message,
    secret: Option<&MailSecret>,
    language: &str,
    head: &Letterhead,
) -> Result<String, SecretMissing> {
    let base = format!("{}/{language}", head.base_url.trim_end_matches('/'));
    let with_token = |path: &str| {
        let token: String = byte_serialize(secret.ok_or(SecretMissing)?.token().as_bytes()).collect();
        Ok(format!("{base}/{path}?token={token}"))
    };
    match message {
        Message::VotingClosed { slug, .. } | Message::ResultCounted { slug, .. } => {
            Ok(format!("{base}/office/rounds/{slug}"))
        }
        Message::SignIn => with_token("sign-in/link"),
        Message::ConfirmAddress => with_token("account/address"),
        Message::Invitation { .. } => with_token("invitation"),
        Message::ConfirmFollow { .. } => with_token("follow/confirm"),
        Message::FollowedNews { .. } => with_token("following"),
        Message::RoleGiven { .. } | Message::DepartmentsChanged { .. } => Ok(format!("{base}/office")),
        Message::AccountUnused { .. }
        | Message::AccountReopened
        | Message::AddressSet { closed: false }
        | Message::PersonnelCodeWithdrawn
        | Message::SecondFactorReset => Ok(format!("{base}/sign-in")),
        Message::AccessibilityReportReceived { .. } => Ok(format!("{base}/accessibility")),
        Message::QuestionReceived { .. }
        | Message::QuestionAnswered { public: true, .. }
        | Message::QuestionSetAside { .. } => Ok(format!("{base}/help")),
        Message::ProposalQuestion { .. }
        | Message::ProposalQuestionReminder { .. }
        | Message::ProposalCodeRenewed { .. } => Ok(format!("{base}/proposals/mine")),
        Message::ProposalReceived { number, slug }
        | Message::ProposalEntered { number, slug }
        | Message::ProposalCorrected { number, slug }
        | Message::ProposalHidden { number, slug, .. }
        | Message::ProposalRestored { number, slug }
        | Message::ProposalNameHidden { number, slug, .. }
        | Message::ProposalNameRestored { number, slug }
        | Message::ProposalDecided { number, slug, .. }
        | Message::ProposalExcluded { number, slug, .. }
        | Message::ProposalJoined { number, slug, .. } => {
            Ok(format!("{base}/rounds/{slug}/proposals/{}", ProposalNumber::new(*number).padded()))
        }
        Message::CouncilDecisionTakenBack { number, slug, .. } | Message::CouncilDecided { number, slug, .. } => {
            Ok(format!("{base}/rounds/{slug}/projects/{}", ProposalNumber::new(*number).padded()))
        }
        Message::BallotRecorded { slug, .. } => Ok(format!("{base}/rounds/{slug}/vote")),
        Message::TestMail => Ok(format!("{base}/office/settings")),
        Message::AddressChanged
        | Message::AddressSet { closed: true }
        | Message::RoleTaken { .. }
        | Message::NewDevice { .. }
        | Message::PasswordSet
        | Message::PasswordRemoved
        | Message::SecondFactorSet
        | Message::RecoveryCodesRenewed
        | Message::AccountClosed
        | Message::PersonnelCodeReplaced
        | Message::ClosedAccountUnused { .. }
        | Message::AccountDeleted
        | Message::AccessibilityReportAnswered { .. }
        | Message::QuestionAnswered { public: false, .. } => Ok(String::new()),
    }
}

/// The address in the head of optional mails. It lies outside the languages: whoever opens it is led to the page.
fn unsubscribe(
    message: &Message,
    secret: Option<&MailSecret>,
    words: &Words<'_>,
    head: &Letterhead,
) -> Result<Option<String>, SecretMissing> {
    match message.kind() {
        Kind::Service | Kind::Staff => Ok(None),
        Kind::Optional => {
            let token: String = byte_serialize(secret.ok_or(SecretMissing)?.token().as_bytes()).collect();
            let (base, language) = (head.base_url.trim_end_matches('/'), words.language().code());
            Ok(Some(format!("{base}/unsubscribe?language={language}&token={token}")))
        }
    }
}

fn arguments(message: &Message, words: &Words<'_>) -> Vec<(&'static str, Arg<'static>)> {
    match message {
        Message::VotingClosed { slug, round } | Message::ResultCounted { slug, round } => {
            vec![("round", one_line(round.as_ref().unwrap_or(slug)).into())]
        }
        Message::Invitation { role, round, departments, good_until } => {
            let good = match good_until {
                Some(end) => {
                    let end = words.until(Instant::from_utc(*end));
                    words.plain("mail-invitation-good-until", &[("until", end.into())])
                }
                None => words.plain("mail-invitation-good", &[]),
            };
            let mut args = with_task((*role, round.as_deref()), departments, words);
            args.push(("good", good.into()));
            args
        }
        Message::RoleGiven { role, round, departments } | Message::DepartmentsChanged { role, round, departments } => {
            with_task((*role, round.as_deref()), departments, words)
        }
        Message::RoleTaken { role, round } => with_role((*role, round.as_deref()), words),
        Message::NewDevice { device, at } => {
            let known = one_line(device);
            let device = if known.is_empty() { words.plain("mail-device-unknown", &[]) } else { known };
            vec![("device", device.into()), ("at", words.moment(*at).into())]
        }
        Message::AccountUnused { deleted_on } | Message::ClosedAccountUnused { deleted_on } => {
            vec![("day", words.day_with_weekday(*deleted_on).into())]
        }
        Message::AccessibilityReportReceived { number, answer_until }
        | Message::QuestionReceived { number, answer_until } => {
            vec![("number", number.to_string().into()), ("day", words.day_with_weekday(*answer_until).into())]
        }
        Message::QuestionSetAside { number, reason } => {
            let reason = words.plain(&format!("set-aside-{}", reason.as_str().replace('_', "-")), &[]);
            vec![("number", number.to_string().into()), ("reason", reason.into())]
        }
        Message::AccessibilityReportAnswered { number, answer } | Message::QuestionAnswered { number, answer, .. } => {
            vec![("number", number.to_string().into()), ("answer", in_own_lines(answer).into())]
        }
        Message::ProposalReceived { number, .. }
        | Message::ProposalEntered { number, .. }
        | Message::ProposalCorrected { number, .. }
        | Message::ProposalCodeRenewed { number, .. }
        | Message::ProposalRestored { number, .. }
        | Message::ProposalNameRestored { number, .. } => {
            vec![("number", ProposalNumber::new(*number).padded().into())]
        }
        Message::ProposalHidden { number, rule, reason, .. }
        | Message::ProposalNameHidden { number, rule, reason, .. } => {
            vec![
                ("number", ProposalNumber::new(*number).padded().into()),
                ("rule", words.plain(&format!("hiding-rule-{}", rule.as_str().replace('_', "-")), &[]).into()),
                ("reason", in_own_lines(reason).into()),
            ]
        }
        Message::ProposalQuestion { number, question, answer_until } => vec![
            ("number", ProposalNumber::new(*number).padded().into()),
            ("question", in_own_lines(question).into()),
            ("day", words.day_with_weekday(*answer_until).into()),
        ],
        Message::ProposalQuestionReminder { number, question, answer_until, days } => vec![
            ("number", ProposalNumber::new(*number).padded().into()),
            ("question", in_own_lines(question).into()),
            ("day", words.day_with_weekday(*answer_until).into()),
            ("days", i64::from(*days).into()),
        ],
        Message::ProposalDecided { number, standard, reason, referred_to, next_step, original, may_object, .. } => {
            vec![
                (
                    "object",
                    words.plain(if *may_object { "mail-may-object" } else { "mail-may-not-object" }, &[]).into(),
                ),
                ("number", ProposalNumber::new(*number).padded().into()),
                ("reason", why(standard.as_deref(), reason, words).into()),
                ("office", one_line(referred_to).into()),
                ("next", one_line(next_step).into()),
                ("original", original.map(|number| ProposalNumber::new(number).padded()).unwrap_or_default().into()),
            ]
        }
        Message::FollowedNews { news, more } => news_arguments(news, *more, words),
        Message::ConfirmFollow { round, number } => vec![
            ("round", one_line(round).into()),
            ("number", number.map(|number| ProposalNumber::new(number).padded()).unwrap_or_default().into()),
        ],
        Message::ProposalExcluded { number, reason, .. } => {
            vec![("number", ProposalNumber::new(*number).padded().into()), ("reason", in_own_lines(reason).into())]
        }
        Message::ProposalJoined { number, duplicate, .. } => vec![
            ("number", ProposalNumber::new(*number).padded().into()),
            ("duplicate", ProposalNumber::new(*duplicate).padded().into()),
        ],
        Message::CouncilDecisionTakenBack { number, council, reason, .. } => vec![
            ("number", ProposalNumber::new(*number).padded().into()),
            ("council", council_name(council, words).into()),
            ("reason", in_own_lines(reason).into()),
        ],
        Message::CouncilDecided { number, council, outcome, decided_on, paper, reason, .. } => {
            decision((*number, council), *outcome, (*decided_on, paper, reason.as_deref()), words)
        }
        Message::BallotRecorded { round, .. } => vec![("round", one_line(round).into())],
        Message::SignIn
        | Message::ConfirmAddress
        | Message::AddressChanged
        | Message::AddressSet { .. }
        | Message::PasswordSet
        | Message::PasswordRemoved
        | Message::SecondFactorSet
        | Message::SecondFactorReset
        | Message::RecoveryCodesRenewed
        | Message::AccountClosed
        | Message::AccountReopened
        | Message::PersonnelCodeReplaced
        | Message::PersonnelCodeWithdrawn
        | Message::AccountDeleted
        | Message::TestMail => Vec::new(),
    }
}

/// What somebody wrote, line by line.
fn in_own_lines(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}

/// The reason of a verdict: a sentence of the library, own words, or both.
fn why(standard: Option<&str>, own: &str, words: &Words<'_>) -> String {
    let standard = standard.and_then(StandardReason::parse);
    let sentence =
        standard.map(|reason| words.plain(&format!("review-reason-{}", reason.as_str().replace('_', "-")), &[]));
    let own = Some(in_own_lines(own)).filter(|own| !own.trim().is_empty());
    sentence.into_iter().chain(own).collect::<Vec<_>>().join("\n")
}

/// What the council is called.
fn council_name(name: &str, words: &Words<'_>) -> String {
    match one_line(name) {
        name if name.is_empty() => words.plain("council-name", &[]),
        name => name,
    }
}

/// What the council decided, line by line; a line without anything to say is left out.
fn decision(
    (number, council): (u32, &str),
    outcome: CouncilOutcome,
    (day, paper, reason): (NaiveDate, &str, Option<&str>),
    words: &Words<'_>,
) -> Vec<(&'static str, Arg<'static>)> {
    let outcome = words.plain(&format!("council-outcome-{}", outcome.as_str().replace('_', "-")), &[]);
    let (day, paper) = (words.day_with_weekday(day), one_line(paper));
    let reason: Vec<String> = reason.unwrap_or_default().lines().map(one_line).collect();
    let mut lines = vec![
        words.plain("mail-council-decided-outcome", &[("outcome", outcome.into())]),
        words.plain("mail-council-decided-day", &[("day", day.into())]),
    ];
    if !paper.is_empty() {
        lines.push(words.plain("mail-council-decided-paper", &[("paper", paper.into())]));
    }
    if !reason.is_empty() {
        lines.push(words.plain("mail-council-decided-reason", &[("reason", reason.join("\n").into())]));
    }
    vec![
        ("number", ProposalNumber::new(number).padded().into()),
        ("council", council_name(council, words).into()),
        ("decision", lines.join("\n").into()),
    ]
}

fn with_role((role, round): (Role, Option<&str>), words: &Words<'_>) -> Vec<(&'static str, Arg<'static>)> {
    vec![("role", role_name(role, words).into()), ("round", one_line(round.unwrap_or_default()).into())]
}

fn with_task(
    (role, round): (Role, Option<&str>),
    departments: &[String],
    words: &Words<'_>,
) -> Vec<(&'static str, Arg<'static>)> {
    let task = task(role, departments, words);
    with_role((role, round), words).into_iter().chain([("task", task.into())]).collect()
}

/// A role with the departments that it is for, if it is one for departments.
fn task(role: Role, departments: &[String], words: &Words<'_>) -> String {
    let name = role_name(role, words);
    if !role.is_for_departments() {
        return name;
    }
    if departments.is_empty() {
        return words.plain("mail-task-all-departments", &[("role", name.into())]);
    }
    let names: Vec<String> = departments.iter().map(|name| one_line(name)).collect();
    words.plain("mail-task-departments", &[("role", name.into()), ("departments", names.join(", ").into())])
}

fn role_name(role: Role, words: &Words<'_>) -> String {
    words.plain(&format!("role-{}", role.as_str().replace('_', "-")), &[])
}

/// Somebody's words as part of one line: whatever ends a line or turns its direction becomes a blank.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |letter: char| {
        letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|letter| if breaks(letter) { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

/// What somebody does who must reach us.
fn reach(words: &Words<'_>, head: &Letterhead) -> String {
    let telephone = unbroken(&head.help_telephone);
    if telephone.is_empty() {
        return words.plain("mail-reach", &[]);
    }
    words.plain("mail-reach-telephone", &[("telephone", telephone.into())])
}

/// A number to call, which no line breaks into two.
fn unbroken(telephone: &str) -> String {
    one_line(telephone).replace(' ', "\u{a0}")
}

/// Why somebody gets this, where help is, who writes and for which service.
fn foot(key: &str, words: &Words<'_>, head: &Letterhead) -> String {
    let mut lines = vec![words.plain(&format!("mail-{key}-why"), &[])];
    let (telephone, hours, place) =
        (unbroken(&head.help_telephone), one_line(&head.help_hours), one_line(&head.help_place));
    lines.push(if telephone.is_empty() {
        words.plain("mail-help-reply", &[])
    } else if hours.is_empty() {
        words.plain("mail-help-telephone", &[("telephone", telephone.into())])
    } else {
        words.plain("mail-help-telephone-hours", &[("telephone", telephone.into()), ("hours", hours.into())])
    });
    if !place.is_empty() {
        lines.push(words.plain("mail-help-place", &[("place", place.into())]));
    }
    let sender = [one_line(&head.organisation), one_line(&head.service), site(&head.base_url).to_owned()];
    lines.push(String::new());
    lines.extend(sender.into_iter().filter(|line| !line.is_empty()));
    lines.join("\n")
}

/// The address of the service as people say it. It is no link: a mail has one thing to do.
fn site(base_url: &str) -> &str {
    base_url.split_once("://").map_or(base_url, |(_, rest)| rest).trim_end_matches('/')
}

/// A text in lines that are shown whole. Only blanks break: a link in two pieces leads nowhere.
fn in_lines(text: &str) -> String {
    let mut text = text.to_owned();
    fill_inplace(&mut text, LONGEST_LINE);
    text
}
