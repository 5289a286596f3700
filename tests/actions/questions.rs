//! Questions that two people of the office settle at the same moment.

use std::sync::Arc;

use allmende::actions::question::{
    AskQuestion, PublicAnswer, QuestionError, SeenQuestion, WriteQuestion, answer_question_alone, ask_question,
    publish_question, take_question_out, write_question,
};
use allmende::domain::email::Email;
use allmende::domain::ids::QuestionId;
use allmende::domain::permission::Actor;
use allmende::domain::question::FrequentPlace;
use allmende::domain::text::Prose;
use allmende::locale::Language;
use allmende::secrecy::ReportToken;
use allmende::store::StoreError;
use allmende::store::questions::{find_question, list_frequent_questions};
use chrono::TimeDelta;
use tokio::sync::Barrier;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn public(answer: &str, place: Option<i64>) -> PublicAnswer {
    PublicAnswer { text: prose("May I?"), answer: prose(answer), place: place.and_then(FrequentPlace::new) }
}

async fn asked(app: &TestApp, token: u8) -> SeenQuestion {
    let question = AskQuestion { text: prose("May I, Ada?"), round: None, email: None, language: Language::English };
    let token = ReportToken::new([token; 16]);
    SeenQuestion { id: ask_question(&app.db, Actor::Anonymous, &token, question).await.unwrap(), version: 1 }
}

on_both! {
    async fn of_two_clicks_at_once_one_asks(database) {
        let app = TestApp::start(database).await;
        for round in 1..=10_u8 {
            let gate = Arc::new(Barrier::new(2));
            let click = || {
                let (app, gate) = (Arc::clone(&app.app), Arc::clone(&gate));
                let email = Some(Email::parse("ada@example.org").unwrap());
                let question = AskQuestion { text: prose("May I?"), round: None, email, language: Language::English };
                tokio::spawn(async move {
                    gate.wait().await;
                    ask_question(&app.db, Actor::Anonymous, &ReportToken::of_form([round; 16], &["May I?"]), question).await
                })
            };
            let (one, other) = (click(), click());
            let answers = [one.await.unwrap(), other.await.unwrap()];

            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
            let refused = answers.iter().find(|answer| answer.is_err());
            assert!(matches!(refused, Some(Err(QuestionError::Store(StoreError::Conflict)))), "{answers:?}");
            assert_eq!(app.mails().await.len(), usize::from(round), "one mail for each");
        }
    }
}

on_both! {
    async fn of_two_answers_at_once_one_is_given(database) {
        let app = TestApp::start(database).await;
        for token in 1..=5 {
            let (seen, gate) = (asked(&app, token).await, Arc::new(Barrier::new(2)));
            let (one, other) = (Arc::clone(&app.app), Arc::clone(&app.app));
            let (first, second) = (Arc::clone(&gate), gate);

            let alone = tokio::spawn(async move {
                first.wait().await;
                answer_question_alone(&one.db, OFFICE, seen, prose("No.")).await
            });
            let shown = tokio::spawn(async move {
                second.wait().await;
                publish_question(&other.db, OFFICE, seen, public("Yes.", None)).await
            });

            let answers = [alone.await.unwrap(), shown.await.unwrap()];
            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
            assert!(answers.iter().any(|answer| matches!(answer, Err(QuestionError::ChangedMeanwhile))), "{answers:?}");
        }
    }
}

on_both! {
    async fn a_place_that_two_take_at_once_is_held_by_one(database) {
        let app = TestApp::start(database).await;
        let write = |number: usize, gate: Arc<Barrier>| {
            let app = Arc::clone(&app.app);
            let new = WriteQuestion {
                round: None,
                language: Language::English,
                public: public(&format!("Yes {number}."), Some(1)),
            };
            tokio::spawn(async move {
                gate.wait().await;
                write_question(&app.db, OFFICE, new).await
            })
        };
        for round in 0..5 {
            let gate = Arc::new(Barrier::new(2));
            let both = [write(2 * round, Arc::clone(&gate)), write(2 * round + 1, gate)];
            for one in both {
                let written: Result<QuestionId, QuestionError> = one.await.unwrap();
                assert!(matches!(written, Ok(_) | Err(QuestionError::ChangedMeanwhile)), "{written:?}");
            }
            assert_eq!(app.db.read(list_frequent_questions).await.unwrap().len(), 1);
        }
    }
}

on_both! {
    async fn an_answer_keeps_its_day_until_it_reads_otherwise(database) {
        let app = TestApp::start(database).await;
        let seen = asked(&app, 1).await;
        let (id, first) = (seen.id, app.time.get());
        let day = || async { app.db.read(move |conn| find_question(conn, id)).await.unwrap().unwrap().standing.answer.unwrap().1 };
        let next = |version| SeenQuestion { id, version };
        publish_question(&app.db, OFFICE, seen, public("Yes.", None)).await.unwrap();
        app.time.set(first.plus(TimeDelta::days(3)));

        publish_question(&app.db, OFFICE, next(2), public("Yes.", Some(4))).await.unwrap();
        assert_eq!(day().await, first);
        publish_question(&app.db, OFFICE, next(3), public("No.", Some(4))).await.unwrap();
        assert_eq!(day().await, app.time.get());
        let late = take_question_out(&app.db, OFFICE, next(3)).await;
        assert!(matches!(late, Err(QuestionError::ChangedMeanwhile)), "{late:?}");
        take_question_out(&app.db, OFFICE, next(4)).await.unwrap();
        assert!(app.db.read(list_frequent_questions).await.unwrap().is_empty(), "out of public is out of the ten");
        let stranger = publish_question(&app.db, Actor::Anonymous, next(5), public("Ha.", None)).await;
        assert!(matches!(stranger, Err(QuestionError::Forbidden(_))), "{stranger:?}");
    }
}
