//! Whoever's way in changes is told by mail, with nothing secret in it.

use allmende::actions::account::set_password;
use allmende::actions::people::{close_account, reopen_account, reset_second_factor};
use allmende::domain::permission::Actor;
use allmende::secrecy::randomness::draw;
use allmende::store::StoreError;
use allmende::store::schema::mails;
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

const BEA: &str = "bea@example.org";

on_both! {
    async fn each_change_to_how_somebody_gets_in_is_told_once(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.member(BEA).await;
        let (own, session) = (Actor::Member(bea), app.session_of(bea).await);
        let hash = app.app.passwords.hash("four words by the river", &draw().unwrap()).unwrap();

        set_password(&app.db, own, bea, Some(hash), session).await.unwrap();
        set_password(&app.db, own, bea, None, session).await.unwrap();
        app.give_telephone(bea).await;
        reset_second_factor(&app.db, OFFICE, bea).await.unwrap();
        close_account(&app.db, OFFICE, bea).await.unwrap();
        reopen_account(&app.db, OFFICE, bea).await.unwrap();

        let read = app.db.read(|conn| {
            let hers = mails::table.filter(mails::recipient.eq(BEA)).order(mails::id);
            hers.select((mails::message, mails::secret)).load::<(String, Option<Vec<u8>>)>(conn).map_err(StoreError::from)
        });
        let (told, secrets): (Vec<_>, Vec<_>) = read.await.unwrap().into_iter().unzip();
        let expected = [
            "password_set",
            "password_removed",
            "second_factor_set",
            "second_factor_reset",
            "account_closed",
            "account_reopened",
        ];
        assert_eq!(told, expected);
        assert!(secrets.iter().all(Option::is_none));
    }
}
