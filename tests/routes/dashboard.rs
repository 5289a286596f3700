//! What the office's first page tells whom: alarms first, and only what the reader can deal with.

use allmende::actions::people::give_role;
use allmende::actions::review::{SeenVersion, ask_statement, hand_over};
use allmende::domain::ids::DepartmentId;
use allmende::domain::role::{Departments, Grant, Mandate, Role};
use allmende::domain::text::Prose;
use allmende::store::backups::insert_or_update_backup;
use allmende::store::roles::insert_grant;
use allmende::store::schema::{departments, mails};
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::stage::Stage;
use super::vote::texts;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::proposals::{check_first, collect, proposal, propose};
use crate::harness::rounds::OFFICE as OFFICE_ACTOR;

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
    async fn an_answer_that_is_overdue_is_not_called_due(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        back_up(&app).await;
        assert_eq!(app.client().post("/en/help/ask", &[("question", "Who mows?"), ("email", "")]).status, 303);
        let reported = app.client().post("/en/accessibility/report", &[("problem", "No name."), ("page", ""), ("email", "")]);
        assert_eq!(reported.status, 303);
        let answers = |page: &Answer| lines(page).into_iter().filter(|line| line.contains("answer")).collect::<Vec<_>>();

        let shown = [13, 2, 15, 2].map(|days| {
            wait(&app, TimeDelta::days(days));
            answers(&app.signed_in().get(OFFICE))
        });

        let question = ["1 question needs an answer within two days", "The answer to 1 question is overdue"];
        let barrier = ["1 reported barrier needs an answer within two days", "The answer to 1 reported barrier is overdue"];
        assert_eq!(shown[..2], question.map(|line| vec![line.to_owned()]));
        assert_eq!(shown[2], [question[1], barrier[0]]);
        assert_eq!(shown[3], [barrier[1], question[1]]);
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

async fn reviewer_of(app: &TestApp, department: DepartmentId, name: &str) -> Client {
    let email = format!("{name}@example.org");
    let account = app.member(&email).await;
    let grant = Grant::everywhere(Role::Reviewer);
    let mandate = Mandate { grant, departments: Departments::Only([department].into()) };
    give_role(&app.db, OFFICE_ACTOR, account, mandate).await.unwrap();
    app.give_telephone(account).await;
    let client = app.client();
    app.enter(&client, &email).await;
    client
}

async fn take_over(app: &TestApp, by: DepartmentId, of: DepartmentId) {
    let write = app.db.write(Lock::Nothing, move |tx| {
        let row = departments::table.find(of.value());
        let set = departments::substitute_id.eq(Some(by.value()));
        diesel::update(row).set(set).execute(&mut **tx).map_err(StoreError::from)
    });
    assert_eq!(write.await.unwrap(), 1);
}

on_both! {
    async fn what_a_department_without_reviewer_has_rings_where_somebody_can_help(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        let round = stage.id();
        collect(app, round).await;
        back_up(app).await;
        let (parks, roads) = (app.department("Parks").await, app.department("Roads").await);
        let of_roads = reviewer_of(app, roads, "rosa").await;
        let (first, _) = propose(app, round, proposal("Benches", "Shade for all.")).await;
        let (second, _) = propose(app, round, proposal("Trees", "Shade for all.")).await;
        let seen = SeenVersion(1);
        hand_over(&app.db, OFFICE_ACTOR, (first, seen), (parks, String::new())).await.unwrap();
        hand_over(&app.db, OFFICE_ACTOR, (second, seen), (roads, String::new())).await.unwrap();
        let question = Prose::parse("Is it wide enough?").unwrap();
        ask_statement(&app.db, OFFICE_ACTOR, (second, SeenVersion(2)), (parks, question, String::new())).await.unwrap();

        let told = app.signed_in().get(OFFICE);
        let unattended = "Nobody reviews for: Parks";
        assert!(lines(&told).contains(&unattended.to_owned()), "{:?}", lines(&told));
        assert!(told.body.contains("choose at the department who takes over"), "what to do");
        assert_eq!(lines(&of_roads.get(OFFICE)), Vec::<String>::new(), "nobody takes over yet");
        take_over(app, roads, parks).await;
        assert!(!lines(&app.signed_in().get(OFFICE)).contains(&unattended.to_owned()));

        let mut told = Vec::new();
        for days in [6, 7, 4] {
            wait(app, TimeDelta::days(days));
            app.enter(&of_roads, "rosa@example.org").await;
            told.push(lines(&of_roads.get(OFFICE)));
        }
        assert_eq!(told[0], ["1 statement is due within two days"]);
        assert_eq!(told[1], ["1 statement is overdue", "2 reviews are due within two days"]);
        assert_eq!(told[2], ["2 reviews are overdue", "1 statement is overdue"]);
    }
}
