//! `docs/personal_data.md` says column by column what the program keeps. It is made from the table that the deletion
//! follows: with `ALLMENDE_WRITE_DOCS=1` this test writes it, otherwise it compares.

use std::fmt::Write as _;

use allmende::domain::personal_data::{Datum, Period, Purpose, Rule, Until, WARNED_BEFORE, WARNINGS};
use allmende::locale::{Catalogue, Language, Words};
use allmende::store::personal_data::COLUMNS;

const HEAD: &str = "# Personal data, column by column

For auditors, data protection officers and operators. This page is written by a test from `src/domain/personal_data.rs` and
`src/store/personal_data/columns.rs`, which the program itself follows; do not edit it. The page on privacy shows people the same in plain
words. What is reckoned from a person with a key (a hash, a number of the roll, a pseudonym) is personal data as well and stands here.

A period begins where the use of a row ends. The daily deletion runs at 2:00 UTC or soon after, so a row lives up to a day longer.
What is deleted here lives on in backups until those are deleted.
";

fn until(datum: Datum) -> String {
    match datum.until() {
        Until::Over(rule) => over(rule),
        Until::AccountDeleted => "deleted in the same transaction as the account".to_owned(),
        Until::BoxOpened => "deleted when the round's box is opened for the count".to_owned(),
        Until::StaysPublic => "public, and stays so with its round; the office can hide it".to_owned(),
        Until::OfficeChanges => "until the office changes it".to_owned(),
        Until::Forever => {
            "for good; the program writes no name into it, and the public reason is what the office typed".to_owned()
        }
    }
}

fn over(rule: Rule) -> String {
    let after = match rule {
        Rule::Drafts => "the end of the 30 days that a draft is kept after its last change",
        Rule::Scans => "the proposal was entered, and in the next night if its author takes it back",
        Rule::Sessions => "the end of the session",
        Rule::SignIns | Rule::AddressChanges | Rule::FollowRequests => "the end of the link",
        Rule::Follows => {
            "the archive of the round, which no part of the program makes yet; when it is stopped, in the same transaction"
        }
        Rule::Followers => "the last thing that was followed; when it is stopped, in the same transaction",
        Rule::PendingTelephones => "it was begun",
        Rule::Limits => "the count began",
        Rule::Invitations => "the end of the invitation, also if it was accepted or taken back",
        Rule::Mails => "it was written, unless it still waits",
        Rule::Reports | Rule::QuestionAddresses => "the answer; never without one",
        Rule::Questions => {
            "the answer; never without one; of a public question only token_hash and text go, until the office takes it out"
        }
        Rule::Declarations => "it was declared",
        Rule::Authors => {
            "all of the round was decided, or after its result where nothing was decided; never without one"
        }
        Rule::Supports => "the end of the window for supports; the numbers stay",
        Rule::VoterCodes | Rule::Participations => "the round's result was published; never before",
        Rule::Roll => "the round's result was published; never before, and never before what refers to the row",
        Rule::TextReports => "the decision; never without one",
        Rule::Tokens => "its end, or after it was revoked",
        Rule::Accounts => "the last sign-in, unless a role of the office is held",
    };
    let period = match rule.period() {
        Period::Nothing => "at".to_owned(),
        Period::Days(1) => "1 day after".to_owned(),
        Period::Days(days) => format!("{days} days after"),
        Period::Months(months) => format!("{months} months after"),
    };
    match rule {
        Rule::Accounts => format!(
            "{period} {after}; the owner is warned by mail {WARNED_BEFORE} days before, where there is an address; a \
             warning that never left is written anew once its mail is deleted, {WARNINGS} in all, and the days begin \
             anew with each; an account with a personnel code alone goes without"
        ),
        _ => format!("{period} {after}"),
    }
}

fn document() -> String {
    let catalogue = Catalogue::load().unwrap();
    let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
    let said = |kind: &str, name: &str| words.plain(&format!("privacy-{kind}-{}", name.replace('_', "-")), &[]);
    let mut text = HEAD.to_owned();
    for purpose in Purpose::ALL {
        let (name, why) = (said("purpose", purpose.as_str()), said("why", purpose.as_str()));
        writeln!(text, "\n## {name}\n\n{why}\n\n| what | columns | until when |\n| --- | --- | --- |").unwrap();
        for datum in Datum::ALL.iter().filter(|datum| datum.purpose() == *purpose) {
            let what = said("data", datum.as_str());
            writeln!(text, "| {what} | {} | {} |", columns(Some(*datum)), until(*datum)).unwrap();
        }
    }
    writeln!(text, "\n## Nothing of people\n\n{}", columns(None)).unwrap();
    text
}

/// `table` and its columns, table by table.
fn columns(datum: Option<Datum>) -> String {
    let mut tables: Vec<(&str, Vec<&str>)> = Vec::new();
    for held in COLUMNS.iter().filter(|held| held.datum == datum) {
        match tables.last_mut() {
            Some((table, columns)) if *table == held.table => columns.push(held.column),
            _ => tables.push((held.table, vec![held.column])),
        }
    }
    let of_table = |(table, columns): &(&str, Vec<&str>)| format!("`{table}`: {}", columns.join(", "));
    tables.iter().map(of_table).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_document_says_what_the_program_does() {
    let file = format!("{}/docs/personal_data.md", env!("CARGO_MANIFEST_DIR"));
    let made = document();
    if std::env::var_os("ALLMENDE_WRITE_DOCS").is_some() {
        std::fs::write(&file, &made).unwrap();
    }

    let written = std::fs::read_to_string(&file).unwrap_or_default();

    assert!(written == made, "docs/personal_data.md is out of date: run this test with ALLMENDE_WRITE_DOCS=1");
}
