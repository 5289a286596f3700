//! What the office's first page tells whom: alarms first, and only what the reader can deal with.

use allmende::domain::role::{Grant, Role};
use allmende::store::backups::insert_or_update_backup;
use allmende::store::roles::insert_grant;
use allmende::store::schema::mails;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::proposals::{check_first, collect, proposal, propose};

const OFFICE: &str = "/en/office";

async fn staff(app: &TestApp, role: Role, name: &str) -> Client {
    let email = format!("{name}@example.org");
    let account = app.member(&email).await;
    let write = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        insert_grant(tx, account, &Grant::everywhere(role).into(), now)
    });
    write.await.unwrap();
    app.give_telephone(account).await;
    let client = app.client();
    app.enter(&client, &email).await;
    client
}

async fn back_up(app: &TestApp) {
    let write = app.db.write(Lock::Nothing, |tx| {
        let now = tx.now;
        insert_or_update_backup(tx, now)
    });
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

fn lines(page: &Answer) -> Vec<String> {
    texts(page, "[aria-labelledby=waits] h3")
}

fn wait(app: &TestApp, span: TimeDelta) {
    app.time.set(app.time.get().plus(span));
}

on_both! {
    async fn an_old_backup_alarms_whoever_administers_everything_and_nobody_else(database) {
        let stage = Stage::new(database).await;
        let moderator = staff(&stage.app, Role::Moderator, "moderator").await;
        let administrator = stage.app.signed_in();

        assert!(lines(&administrator.get(OFFICE)).contains(&"There is no backup yet".to_owned()));
        back_up(&stage.app).await;
        assert!(!administrator.get(OFFICE).text("main").contains("backup"));
        wait(&stage.app, TimeDelta::minutes(25));
        assert!(!moderator.get(OFFICE).text("main").contains("backup"));
        wait(&stage.app, TimeDelta::hours(25));
        let later = stage.app.signed_in().get(OFFICE);
        assert!(lines(&later).iter().any(|line| line.starts_with("The last backup is from")), "{:?}", lines(&later));
        assert!(later.text("[aria-labelledby=waits]").contains("allmende backup"), "what to do");
    }
}

on_both! {
    async fn each_role_reads_what_it_can_deal_with(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        collect(app, stage.id()).await;
        check_first(app, stage.id(), true).await;
        back_up(app).await;
        let (number, _) = propose(app, stage.id(), proposal("Benches", "Shade for all.")).await;
        check_first(app, stage.id(), false).await;
        let (public, _) = propose(app, stage.id(), proposal("Trees", "Shade for all.")).await;
        let form = format!("/en/rounds/lindenau/proposals/{}/report", public.padded());
        let report = [("report", &*"01".repeat(16)), ("rule", "insult"), ("explanation", "")];
        let sent = app.client().post_with(&form, &[("origin", "http://127.0.0.1:8080")], &report);
        assert_eq!((sent.status, number.value()), (303, 1));
        let write = app.db.write(Lock::Nothing, |tx| {
            diesel::update(mails::table).set(mails::state.eq("failed")).execute(&mut **tx).map_err(StoreError::from)
        });
        assert!(write.await.unwrap() > 0, "there is a mail");
        app.administrator_without_telephone("bea@example.org").await;

        let moderator = lines(&staff(app, Role::Moderator, "moderator").await.get(OFFICE));
        let reviewer = lines(&staff(app, Role::Reviewer, "reviewer").await.get(OFFICE));
        let administrator = app.signed_in().get(OFFICE);

        assert_eq!(moderator, ["1 reported proposal waits for a decision", "1 proposal waits to be read"]);
        assert_eq!(reviewer, Vec::<String>::new());
        let told = lines(&administrator);
        assert!(told[0].contains("no telephone for codes"), "{told:?}");
        assert!(told.iter().any(|line| line.ends_with("did not arrive") || line.ends_with("not arrive")), "{told:?}");
        assert!(administrator.body.contains("/en/office/rounds/lindenau/proposals?show=reported"));
        wait(app, TimeDelta::days(20));
        let reviewer = lines(&staff(app, Role::Reviewer, "late").await.get(OFFICE));
        assert_eq!(reviewer, ["1 review is overdue"], "what nobody can read yet is not reviewed");
    }
}

on_both! {
    async fn whoever_has_nothing_to_do_reads_the_next_date(database) {
        let stage = Stage::new(database).await;
        collect(&stage.app, stage.id()).await;
        let reviewer = staff(&stage.app, Role::Reviewer, "reviewer").await;

        let calm = reviewer.get(OFFICE).text("[aria-labelledby=waits]");
        wait(&stage.app, TimeDelta::days(6));
        let reviewer = staff(&stage.app, Role::Reviewer, "again").await;
        let soon = reviewer.get(OFFICE);

        assert!(calm.contains("There is nothing for you to do right now. Next: "), "{calm}");
        assert!(soon.text("[aria-labelledby=soon]").contains("Proposals can be made until"), "{}", soon.text("main"));
    }
}
