//! The departments of reviewers on the pages: ticked, shown, changed, retired.

use allmende::actions::people::give_role;
use allmende::domain::ids::{AccountId, DepartmentId};
use allmende::domain::role::{Departments, Grant, Mandate, Role};
use chrono::TimeDelta;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

const BEA: &str = "bea@example.org";
const PEOPLE: &str = "/en/office/people";
const INVITE: &str = "/en/office/people/invite";

fn person(account: AccountId) -> String {
    format!("{PEOPLE}/{account}")
}

async fn reviewer(app: &TestApp, departments: &[DepartmentId]) -> AccountId {
    let bea = app.member(BEA).await;
    let departments = Departments::Only(departments.iter().copied().collect());
    let mandate = Mandate { grant: Grant::everywhere(Role::Reviewer), departments };
    give_role(&app.db, OFFICE, bea, mandate).await.unwrap();
    bea
}

on_both! {
    async fn a_reviewer_is_invited_for_departments_that_are_ticked(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (parks, schools, coal) =
            (app.department("Parks").await, app.department("Schools").await, app.department("Coal").await);
        app.retire(coal).await;
        let (office, ids) = (app.signed_in(), [parks, schools].map(|id| id.to_string()));
        let invite = |more: &[(&str, &str)]| {
            let fields = [&[("email", BEA), ("role", "reviewer"), ("round", "")], more].concat();
            office.submit(INVITE, &fields)
        };

        let page = office.get(INVITE);
        assert!(page.text(".for-departments").contains("Parks") && !page.body.contains("Coal"), "retired is not offered");
        let none = invite(&[]);
        assert_eq!(none.status, 422);
        assert_eq!(none.body.matches("Tick at least one department, or “All departments”.").count(), 2);
        let gone = invite(&[("department", &ids[0]), ("department", &coal.to_string())]);
        assert_eq!((gone.status, gone.body.matches("A department that you ticked is retired.").count()), (409, 2));
        assert_eq!(gone.body.matches(" checked").count(), 2, "the role and what is still offered stay ticked");

        let sent = invite(&[("department", &ids[0]), ("department", &ids[1])]);
        assert_eq!(sent.header("location"), Some("/en/office/people?done=invited"), "{}", sent.body);
        let waiting = office.get(PEOPLE).text("section[aria-labelledby=invitations]");
        assert!(waiting.contains("For these departments: Parks, Schools"), "{waiting}");
        let token = app.mail_secret("invitation", BEA).await.token().to_owned();
        let offer = app.client().get(&format!("/en/invitation?token={token}"));
        assert!(offer.text(".facts").contains("For these departments: Parks, Schools"), "{}", offer.body);
    }
}

on_both! {
    async fn departments_are_changed_on_the_page_of_the_person(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (parks, schools) = (app.department("Parks").await, app.department("Schools").await);
        let bea = reviewer(&app, &[parks]).await;
        let office = app.signed_in();
        let form = format!("{}/departments?role=reviewer&round=", person(bea));
        let change = |seen: &str, more: &[(&str, &str)]| {
            let fields = [&[("role", "reviewer"), ("round", ""), ("seen", seen)], more].concat();
            office.submit(&format!("{}/departments", person(bea)), &fields)
        };

        let shown = office.get(&person(bea));
        assert!(shown.body.contains(&form.replace('&', "&amp;")), "{}", shown.body);
        let page = office.get(&form);
        assert_eq!((page.status, page.text("h1").as_str()), (200, "Change the departments"));
        assert_eq!(page.value("seen").as_deref(), Some(parks.to_string().as_str()));
        assert_eq!(change(&parks.to_string(), &[]).status, 422);

        // Two acts in one moment would stand in the record in any order.
        app.time.set(app.time.get().plus(TimeDelta::minutes(1)));
        let saved = change(&parks.to_string(), &[("department", &schools.to_string())]);
        assert_eq!(saved.header("location"), Some(format!("{}?done=changed", person(bea)).as_str()), "{}", saved.body);
        let shown = office.get(&format!("{}?done=changed", person(bea)));
        assert!(shown.text("[role=status]").contains("The departments are saved."));
        assert!(shown.text("section[aria-labelledby=roles]").contains("For these departments: Schools"));
        let late = change(&parks.to_string(), &[("every_department", "yes")]);
        assert_eq!(late.header("location"), Some(format!("{}?done=meanwhile", person(bea)).as_str()));
        let roles = office.get("/en/office/record/roles").text("tbody");
        assert!(roles.contains("Departments: Parks") && roles.contains("Departments: Schools"), "{roles}");
        for path in [format!("{}/departments", person(bea)), format!("{}/departments?role=auditor&round=", person(bea))] {
            assert_eq!(office.get(&path).header("location"), Some(format!("{}?done=meanwhile", person(bea)).as_str()));
        }
    }
}

on_both! {
    async fn a_reviewer_whose_departments_are_all_retired_is_shown_with_a_word(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (parks, coal) = (app.department("Parks").await, app.department("Coal").await);
        let bea = reviewer(&app, &[parks, coal]).await;
        let office = app.signed_in();

        app.retire(coal).await;
        let page = office.get(&person(bea));
        assert!(page.text("section[aria-labelledby=roles]").contains("Parks, Coal (retired)") && !page.body.contains("all of them retired"), "{}", page.body);
        let form = office.get(&format!("{}/departments?role=reviewer&round=", person(bea)));
        assert!(form.text("main .note").contains("drop out when you save: Coal."), "{}", form.body);
        app.retire(parks).await;
        for path in [PEOPLE.to_owned(), person(bea)] {
            assert!(office.get(&path).text("main").contains("all of them retired"), "{path}");
        }
    }
}
