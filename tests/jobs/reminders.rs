//! Reminders of the office's question: once, in time, and only to whoever can still answer.

use allmende::actions::people::close_account;
use allmende::actions::proposal::hide_proposal;
use allmende::actions::review::{Asking, SeenVersion, answer_question, ask_author, remind_authors};
use allmende::domain::ids::ProposalNumber;
use allmende::domain::letter_code::LetterCode;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::HidingRule;
use allmende::domain::text::Prose;
use allmende::domain::time::Instant;
use allmende::mail::Message;
use allmende::store::StoreError;
use allmende::store::author_questions::list_due_reminders;
use allmende::store::proposals::find_proposal;
use allmende::store::reviews::find_review;
use allmende::store::schema::mails;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;
use crate::harness::proposals::{collect, decide, finding, in_a_month, move_voting, proposal, propose, take_back};
use crate::harness::rounds::{OFFICE, live, reason};
use crate::routes::stage::publish;

/// A proposal whose author is asked on 1 May 2027 at 14:00 in Berlin, and has until the end of 11 May.
struct Asked {
    app: TestApp,
    number: ProposalNumber,
    code: LetterCode,
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

impl Asked {
    async fn new(database: TestDatabase) -> Self {
        Self::until(database, "2027-05-11T22:00:00Z").await
    }

    async fn until(database: TestDatabase, answer_by: &str) -> Self {
        let app = TestApp::start(database).await.with_administrator().await;
        let round = publish(&app, live("lindenau", app.time.get())).await.round.id;
        collect(&app, round).await;
        move_voting(&app, round, Some(in_a_month(app.time.get()))).await;
        let (number, code) = propose(&app, round, proposal("Benches at the bus stop", "Shade for all.")).await;
        let asked = Self { app, number, code };
        let asking = Asking { question: Prose::parse("At which stop?").unwrap(), answer_by: at(answer_by) };
        let seen = asked.app.db.read(move |conn| {
            let proposal = find_proposal(conn, number)?.ok_or(StoreError::NotFound)?;
            find_review(conn, proposal.id)
        });
        let seen = SeenVersion(seen.await.unwrap().version);
        ask_author(&asked.app.db, OFFICE, (number, seen), (asking, String::new())).await.unwrap();
        asked
    }

    /// Does what is due at a moment.
    async fn run_at(&self, now: &str) {
        self.app.time.set(at(now));
        allmende::jobs::run_until_idle(&self.app).await.unwrap();
    }

    /// The days that the reminders so far say are left, and when they leave.
    async fn reminders(&self) -> Vec<(u32, NaiveDateTime)> {
        let read = self.app.db.read(|conn| {
            let all = mails::table.filter(mails::message.eq("proposal_question_reminder")).order(mails::id);
            all.select((mails::parameters, mails::run_after))
                .load::<(String, NaiveDateTime)>(conn)
                .map_err(StoreError::from)
        });
        let days = |(parameters, leaves): (String, NaiveDateTime)| match Message::parse(&parameters) {
            Some(Message::ProposalQuestionReminder { days, .. }) => (days, leaves),
            other => panic!("{other:?}"),
        };
        read.await.unwrap().into_iter().map(days).collect()
    }
}

const MORNING: &str = "2027-05-06T06:00:00Z";

on_both! {
    async fn an_author_is_reminded_once_and_not_early(database) {
        let asked = Asked::new(database).await;
        asked.run_at("2027-05-06T05:59:59Z").await;
        assert_eq!(asked.reminders().await, []);

        asked.run_at(MORNING).await;
        asked.run_at(MORNING).await;
        asked.run_at("2027-05-09T10:00:00Z").await;
        // The clock was wrong and is put back.
        asked.run_at("2027-05-05T10:00:00Z").await;
        asked.run_at(MORNING).await;

        assert_eq!(asked.reminders().await, [(5, at(MORNING).to_utc())]);
    }
}

on_both! {
    async fn a_reminder_that_comes_late_says_what_is_left_and_leaves_by_day(database) {
        let asked = Asked::new(database).await;

        // The service was down, and comes back at ten at night of the 9th.
        asked.run_at("2027-05-09T20:00:00Z").await;

        assert_eq!(asked.reminders().await, [(1, at("2027-05-10T06:00:00Z").to_utc())]);
    }
}

on_both! {
    async fn nobody_is_reminded_who_cannot_answer_before_it_leaves(database) {
        let asked = Asked::new(database).await;

        asked.run_at("2027-05-11T20:00:00Z").await;
        asked.run_at("2027-05-20T10:00:00Z").await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn whoever_is_asked_five_days_before_or_later_is_not_reminded(database) {
        let asked = Asked::until(database, "2027-05-06T22:00:00Z").await;

        asked.run_at("2027-05-03T10:00:00Z").await;
        asked.run_at("2027-05-06T10:00:00Z").await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn nobody_is_reminded_of_what_they_answered(database) {
        let asked = Asked::new(database).await;
        let mac = asked.app.keys.installation().change_mac(&asked.code);
        let answer = Prose::parse("At the school.").unwrap();
        answer_question(&asked.app.db, Actor::Anonymous, mac, answer).await.unwrap();

        asked.run_at(MORNING).await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn nobody_is_reminded_of_what_was_taken_back(database) {
        let asked = Asked::new(database).await;
        take_back(&asked.app, &asked.code).await;

        asked.run_at(MORNING).await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn nobody_is_reminded_of_what_is_hidden(database) {
        let asked = Asked::new(database).await;
        hide_proposal(&asked.app.db, OFFICE, asked.number, HidingRule::Person, reason()).await.unwrap();

        asked.run_at(MORNING).await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn nobody_is_reminded_after_the_verdict(database) {
        let asked = Asked::until(database, "2027-05-11T22:00:00Z").await;
        let due = {
            asked.app.time.set(at(MORNING));
            let now = asked.app.time.get();
            asked.app.db.read(move |conn| list_due_reminders(conn, now, 9)).await.unwrap()
        };
        asked.app.time.set(at("2027-05-12T10:00:00Z"));
        decide(&asked.app, asked.number, (finding(), None)).await;
        asked.app.time.set(at(MORNING));

        remind_authors(&asked.app.db, Actor::System, due).await.unwrap();

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn nobody_is_reminded_whose_account_is_closed(database) {
        let asked = Asked::new(database).await;
        let recipient = asked.app.mails().await.into_iter().find(|(name, _)| name == "proposal_question").unwrap().1;
        let account = asked.app.member(&recipient).await;
        close_account(&asked.app.db, Actor::CommandLine, account).await.unwrap();

        asked.run_at(MORNING).await;

        assert_eq!(asked.reminders().await, []);
    }
}

on_both! {
    async fn workers_who_look_at_once_remind_once(database) {
        let asked = Asked::new(database).await;
        asked.app.time.set(at(MORNING));
        let now = asked.app.time.get();
        let due = asked.app.db.read(move |conn| list_due_reminders(conn, now, 9)).await.unwrap();
        assert_eq!(due.len(), 1);


        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (db, due) = (asked.app.db.clone(), due.clone());
            all.spawn(async move { remind_authors(&db, Actor::System, due).await.unwrap() });
        }
        all.join_all().await;

        assert_eq!(asked.reminders().await.len(), 1);
    }
}
