//! Batches of personnel codes that are made at the same moment.

use std::sync::Arc;

use allmende::actions::personnel::{PersonnelError, WantedBatch, make_personnel_codes};
use allmende::domain::ids::PersonnelSerial;
use allmende::domain::letter_code::LetterCode;
use allmende::domain::text::Line;
use allmende::store::personnel::{NewBatch, list_batches};
use tokio::sync::Barrier;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

type Made = Result<Vec<(PersonnelSerial, LetterCode)>, PersonnelError>;

/// Two forms, each sent by somebody else at the same moment.
async fn at_once(app: &TestApp, forms: [String; 2]) -> [Made; 2] {
    let gate = Arc::new(Barrier::new(2));
    let make = |form_key: String| {
        let (app, gate) = (Arc::clone(&app.app), Arc::clone(&gate));
        tokio::spawn(async move {
            let new = NewBatch { form_key, word: Line::parse("").unwrap(), language: "de".to_owned() };
            gate.wait().await;
            make_personnel_codes(&app.db, app.keys.installation(), OFFICE, WantedBatch { size: 20, new }).await
        })
    };
    let [one, other] = forms.map(make);
    [one.await.unwrap(), other.await.unwrap()]
}

on_both! {
    async fn two_batches_at_once_are_both_made_with_numbers_of_their_own(database) {
        let app = TestApp::start(database).await;

        let mut numbers = Vec::new();
        for time in 0..5 {
            for made in at_once(&app, [format!("a{time}"), format!("b{time}")]).await {
                numbers.extend(made.unwrap().iter().map(|(serial, _)| serial.value()));
            }
        }

        numbers.sort_unstable();
        assert_eq!(numbers, (1..=200).collect::<Vec<u32>>());
        assert_eq!(app.db.read(list_batches).await.unwrap().len(), 10);
    }
}

on_both! {
    async fn a_form_that_is_sent_twice_at_once_makes_one_batch(database) {
        let app = TestApp::start(database).await;

        let answers = at_once(&app, ["a".to_owned(), "a".to_owned()]).await;

        let ([Ok(made), Err(PersonnelError::MadeAlready)] | [Err(PersonnelError::MadeAlready), Ok(made)]) = &answers else {
            panic!("{answers:?}");
        };
        assert_eq!(made.len(), 20);
        assert_eq!(app.db.read(list_batches).await.unwrap().len(), 1);
    }
}
