//! What is kept of people, why and until when. The columns of each [`Datum`] stand in `store::personal_data`; the job
//! that deletes, the page on privacy and the documents for operators all follow from these two tables.

use chrono::{Months, NaiveDate, TimeDelta};

use super::round::words;
use super::time::Instant;

words! {
    /// Why something is kept, in the order of the page.
    Purpose {
        /// So that people can propose, and hear what becomes of it.
        Proposing = "proposing",
        /// So that people can take part in a vote, and each only once.
        Voting = "voting",
        /// So that people get in.
        SignIn = "sign_in",
        /// So that people have an account.
        Account = "account",
        /// So that mails arrive.
        Mail = "mail",
        /// So that people hear what becomes of what they follow.
        Following = "following",
        /// So that nobody guesses codes and passwords.
        Safety = "safety",
        /// So that texts which break a rule can be reported.
        Moderation = "moderation",
        /// So that people with a barrier get an answer.
        Barriers = "barriers",
        /// So that people who ask the office get an answer.
        Questions = "questions",
        /// So that the office can work and only those who may can act.
        Office = "office",
        /// So that everybody can check what the office did.
        Record = "record",
    }
}

words! {
    /// Rows whose time runs out by itself. The daily deletion carries out each.
    Rule {
        /// Proposals that were begun and never sent.
        Drafts = "drafts",
        /// Scans of the paper that a proposal was entered from, with their files.
        Scans = "scans",
        /// Sessions that have ended.
        Sessions = "sessions",
        /// Ways in by mail that are not good any more.
        SignIns = "sign_ins",
        /// Addresses that were never confirmed.
        AddressChanges = "address_changes",
        /// Telephones whose first code never came.
        PendingTelephones = "pending_telephones",
        /// Counts against guessing.
        Limits = "limits",
        /// Invitations that are over.
        Invitations = "invitations",
        /// Mails that left or never will.
        Mails = "mails",
        /// Addresses of which nobody has shown that they want to follow something.
        FollowRequests = "follow_requests",
        /// What people follow of a round that is archived.
        Follows = "follows",
        /// Addresses that follow nothing any more.
        Followers = "followers",
        /// Reports of barriers that were answered.
        Reports = "reports",
        /// The words of reports about proposals that were settled, with the notes of the office.
        TextReports = "text_reports",
        /// Where the answer to a question went.
        QuestionAddresses = "question_addresses",
        /// Questions to the office that are not public, and what somebody asked before the office made it public.
        Questions = "questions",
        /// What people declared before they voted with an account.
        Declarations = "declarations",
        /// How the authors of proposals are reached.
        Authors = "authors",
        /// Which proposals people supported.
        Supports = "supports",
        /// The ways to rows of rolls whose round has its result.
        VoterCodes = "voter_codes",
        /// That people took part in rounds that have their result.
        Participations = "participations",
        /// Rows of rolls whose round has its result. After what refers to them.
        Roll = "roll",
        /// Keys of programs that ended or were revoked.
        Tokens = "tokens",
        /// Accounts that nobody uses, with all that belongs to them.
        Accounts = "accounts",
    }
}

/// How long rows are kept after what ends their use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Not at all.
    Nothing,
    /// So many days of 24 hours.
    Days(u32),
    /// So many months of the calendar.
    Months(u32),
}

/// How long before its deletion the owner of an account is warned, in days.
pub const WARNED_BEFORE: i64 = 30;

/// How many warnings of an account's deletion are written. One that was refused for good or ran out before it left does
/// not count, and when its mail is deleted the next is written, from which the days before the deletion begin anew. After
/// the last one the account goes all the same: an address that nobody can reach keeps no account for ever.
pub const WARNINGS: i64 = 3;

impl Rule {
    /// How long a row is kept after its use has ended: the end of a session, the answer to a report, the last sign-in.
    #[must_use]
    pub const fn period(self) -> Period {
        match self {
            Self::Drafts
            | Self::Sessions
            | Self::SignIns
            | Self::AddressChanges
            | Self::FollowRequests
            | Self::Follows
            | Self::Followers => Period::Nothing,
            Self::PendingTelephones | Self::Limits => Period::Days(1),
            Self::Invitations | Self::Mails | Self::QuestionAddresses | Self::Tokens => Period::Days(30),
            Self::Scans | Self::TextReports => Period::Months(6),
            Self::Reports
            | Self::Questions
            | Self::Declarations
            | Self::Supports
            | Self::VoterCodes
            | Self::Participations
            | Self::Roll => Period::Months(12),
            Self::Accounts | Self::Authors => Period::Months(24),
        }
    }

    /// The last moment at which the use of a row that is deleted now may have ended.
    #[must_use]
    pub fn used_until(self, now: Instant) -> Instant {
        match self.period() {
            Period::Nothing => now,
            Period::Days(days) => now.plus(-TimeDelta::days(days.into())),
            Period::Months(months) => {
                let earlier = now.to_datetime().checked_sub_months(Months::new(months));
                earlier.map_or_else(|| Instant::from_utc(chrono::NaiveDateTime::MIN), Instant::new)
            }
        }
    }
}

/// The day on which an account will be deleted whose owner is warned today: the period after the last sign-in, and never
/// sooner than the warning promises.
#[must_use]
pub fn account_deleted_on(used_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    let after_use = match Rule::Accounts.period() {
        Period::Nothing => Some(used_on),
        Period::Days(days) => used_on.checked_add_signed(TimeDelta::days(days.into())),
        Period::Months(months) => used_on.checked_add_months(Months::new(months)),
    };
    let after_warning = today.checked_add_signed(TimeDelta::days(WARNED_BEFORE));
    after_use.unwrap_or(NaiveDate::MAX).max(after_warning.unwrap_or(NaiveDate::MAX))
}

/// Until when something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Until its time is over; the daily deletion takes it away.
    Over(Rule),
    /// Until the account is deleted, by its owner or by the daily deletion; it goes in the same transaction.
    AccountDeleted,
    /// Until the round's box is opened for the count, which forgets it.
    BoxOpened,
    /// It is public and stays so with its round; the office can hide it.
    StaysPublic,
    /// Until the office changes or removes it.
    OfficeChanges,
    /// For good. The program writes no name into it.
    Forever,
}

macro_rules! data {
    ($($(#[$doc:meta])* $name:ident = $text:literal: $purpose:ident, $until:expr;)*) => {
        words! {
            /// What is kept of people, as a row of the table on the page about privacy.
            Datum { $($(#[$doc])* $name = $text,)* }
        }

        impl Datum {
            /// Why it is kept.
            #[must_use]
            pub const fn purpose(self) -> Purpose {
                match self { $(Self::$name => Purpose::$purpose,)* }
            }

            /// Until when it is kept.
            #[must_use]
            pub const fn until(self) -> Until {
                match self { $(Self::$name => $until,)* }
            }
        }
    };
}

data! {
    /// A proposal that somebody is writing, and the secret with which they come back to it.
    Drafts = "drafts": Proposing, Until::Over(Rule::Drafts);
    /// A proposal as everybody reads it, with the name that its author chose to show.
    Proposals = "proposals": Proposing, Until::StaysPublic;
    /// How the author of a proposal is reached, and the secret with which they change it; never public.
    Authors = "authors": Proposing, Until::Over(Rule::Authors);
    /// The paper that a proposal was entered from, as a picture; never public.
    Scans = "scans": Proposing, Until::Over(Rule::Scans);
    /// Which proposals an account supports, under a pseudonym; never public.
    Supports = "supports": Proposing, Until::Over(Rule::Supports);
    /// The row of the roll: a number that is reckoned from a code or a register, never a name.
    Roll = "roll": Voting, Until::Over(Rule::Roll);
    /// What a voter's code is recognised by; until the count also what an account and its address lead to the roll by.
    VoterCodes = "voter_codes": Voting, Until::Over(Rule::VoterCodes);
    /// What somebody declared before they voted with an account, on which day, under the number of the roll.
    Declarations = "declarations": Voting, Until::Over(Rule::Declarations);
    /// That somebody took part, on which day and how, and never with what choices.
    Participations = "participations": Voting, Until::Over(Rule::Participations);
    /// Which form a ballot was cast with, so that a second click is no second ballot.
    CastForms = "cast_forms": Voting, Until::BoxOpened;
    /// The sealed ballot under its pseudonym, and the sealed receipt.
    Ballots = "ballots": Voting, Until::BoxOpened;
    /// That somebody is signed in, and with what browser.
    Sessions = "sessions": SignIn, Until::Over(Rule::Sessions);
    /// A link and six digits that were asked for.
    SignIns = "sign_ins": SignIn, Until::Over(Rule::SignIns);
    /// An address that waits to be confirmed.
    AddressChanges = "address_changes": SignIn, Until::Over(Rule::AddressChanges);
    /// A telephone that waits for its first code.
    PendingTelephones = "pending_telephones": SignIn, Until::Over(Rule::PendingTelephones);
    /// What somebody proves with that it is their account: password, telephone, codes on paper, personnel code.
    Proofs = "proofs": SignIn, Until::AccountDeleted;
    /// Address, name, language and the days of an account.
    Accounts = "accounts": Account, Until::Over(Rule::Accounts);
    /// Mails with their address and what they say.
    Mails = "mails": Mail, Until::Over(Rule::Mails);
    /// An address that somebody typed to follow something, until its owner says that it was they.
    FollowRequests = "follow_requests": Following, Until::Over(Rule::FollowRequests);
    /// Which rounds and proposals somebody follows.
    Follows = "follows": Following, Until::Over(Rule::Follows);
    /// The address and the language of somebody who follows something.
    Followers = "followers": Following, Until::Over(Rule::Followers);
    /// How often something was tried from a network address or with a mail address.
    Limits = "limits": Safety, Until::Over(Rule::Limits);
    /// What somebody wrote who reported a proposal, and the note of the office. Nothing says who it was.
    TextReports = "text_reports": Moderation, Until::Over(Rule::TextReports);
    /// The report of a barrier, with an address if one was given.
    Reports = "reports": Barriers, Until::Over(Rule::Reports);
    /// Where the answer to a question goes.
    QuestionAddresses = "question_addresses": Questions, Until::Over(Rule::QuestionAddresses);
    /// A question to the office and its answer.
    Questions = "questions": Questions, Until::Over(Rule::Questions);
    /// Which role an account holds and held.
    Roles = "roles": Office, Until::AccountDeleted;
    /// An invitation to a role.
    Invitations = "invitations": Office, Until::Over(Rule::Invitations);
    /// Keys of programs, with the account that made them.
    Tokens = "tokens": Office, Until::Over(Rule::Tokens);
    /// Whom to ask: deputies and addresses of departments, help and imprint.
    Contacts = "contacts": Office, Until::OfficeChanges;
    /// What was done when under a random number, with the public reason.
    Entries = "entries": Record, Until::Forever;
    /// Which account stands behind a random number in the record.
    Actors = "actors": Record, Until::AccountDeleted;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_account_goes_after_its_period_and_never_before_the_warning_is_over() {
        for (used_on, today, expected) in [
            ("2025-06-01", "2027-05-02", "2027-06-01"),
            ("2025-06-01", "2027-05-10", "2027-06-09"),
            ("2020-01-01", "2027-05-01", "2027-05-31"),
            ("2024-02-29", "2026-01-20", "2026-02-28"),
        ] {
            assert_eq!(account_deleted_on(day(used_on), day(today)), day(expected), "{used_on} on {today}");
        }
    }

    #[test]
    fn every_rule_is_of_a_datum_and_of_one_only() {
        for rule in Rule::ALL {
            let data = Datum::ALL.iter().filter(|datum| datum.until() == Until::Over(*rule));
            assert_eq!(data.count(), 1, "{rule:?}");
        }
        for purpose in Purpose::ALL {
            assert!(Datum::ALL.iter().any(|datum| datum.purpose() == *purpose), "{purpose:?}");
        }
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let now = Instant::parse("2028-02-29T12:00:00Z").unwrap();

        assert_eq!(Rule::Reports.used_until(now), Instant::parse("2027-02-28T12:00:00Z").unwrap());
        assert_eq!(Rule::Mails.used_until(now), Instant::parse("2028-01-30T12:00:00Z").unwrap());
        assert_eq!(Rule::Sessions.used_until(now), now);
    }
}
