//! For which departments somebody reviews: given, invited to, changed.

use std::collections::BTreeSet;

use allmende::actions::people::{PeopleError, accept_invitation, change_departments, give_role, invite, invite_again};
use allmende::domain::email::Email;
use allmende::domain::ids::{AccountId, DepartmentId};
use allmende::domain::permission::Actor;
use allmende::domain::role::{Departments, Grant, Mandate, Role};
use allmende::domain::text::Line;
use allmende::locale::Language;
use allmende::store::StoreError;
use allmende::store::invitations::list_open_invitations;
use allmende::store::roles::list_held;
use allmende::store::schema::{invitation_departments, mails, office_role_departments};
use diesel::prelude::*;

use crate::harness::app::TestApp;
use crate::harness::rounds::OFFICE;

const BEA: &str = "bea@example.org";
const REVIEWER: Grant = Grant::everywhere(Role::Reviewer);

fn only(ids: &[DepartmentId]) -> Departments {
    Departments::Only(ids.iter().copied().collect())
}

fn reviewer(ids: &[DepartmentId]) -> Mandate {
    Mandate { grant: REVIEWER, departments: only(ids) }
}

async fn send(app: &TestApp, mandate: Mandate) -> Result<(), PeopleError> {
    let (keys, email) = (app.keys.installation(), Email::parse(BEA).unwrap());
    invite(&app.db, keys, OFFICE, (email, mandate), Language::English).await
}

async fn held(app: &TestApp, account: AccountId) -> Vec<Mandate> {
    app.grants(account).await.mandates().to_vec()
}

/// What the mails of a name carry.
async fn parameters(app: &TestApp, message: &'static str) -> Vec<String> {
    let read = app.db.read(move |conn| {
        let all = mails::table.filter(mails::message.eq(message)).select(mails::parameters);
        all.load::<String>(conn).map_err(StoreError::from)
    });
    read.await.unwrap()
}

/// How many departments are listed beside roles, and beside invitations.
async fn listed(app: &TestApp) -> (i64, i64) {
    let read = app.db.read(|conn| {
        let roles = office_role_departments::table.count().get_result(conn)?;
        Ok::<_, StoreError>((roles, invitation_departments::table.count().get_result(conn)?))
    });
    read.await.unwrap()
}

on_both! {
    async fn whoever_accepts_reviews_for_the_departments_of_the_invitation(database) {
        let app = TestApp::start(database).await;
        let (parks, schools) = (app.department("Parks").await, app.department("Schools").await);
        let bea = app.member(BEA).await;
        send(&app, reviewer(&[parks, schools])).await.unwrap();
        let handle = app.db.read(list_open_invitations).await.unwrap()[0].handle.clone();
        invite_again(&app.db, app.keys.installation(), OFFICE, handle, Language::English).await.unwrap();

        let sent = parameters(&app, "invitation").await;
        assert!(sent.len() == 2 && sent.iter().all(|mail| mail.contains(r#""departments":["Parks","Schools"]"#)), "{sent:?}");
        accept_invitation(&app.db, Actor::Member(bea), bea, (app.invitation_link(BEA).await, Line::parse("Bea").unwrap())).await.unwrap();

        assert_eq!(held(&app, bea).await, [reviewer(&[parks, schools])]);
        assert!(app.entries("role_given").await[0].1.contains(&format!("\"departments\":[{parks},{schools}]")));
        assert_eq!(app.entries("invitation_sent").await.len(), 2);
    }
}

on_both! {
    async fn whoever_has_become_a_reviewer_meanwhile_gets_the_departments_of_the_invitation_as_well(database) {
        let app = TestApp::start(database).await;
        let (parks, schools) = (app.department("Parks").await, app.department("Schools").await);
        for (address, given, expected) in [
            (BEA, reviewer(&[parks]), reviewer(&[parks, schools])),
            ("carl@example.org", reviewer(&[parks, schools]), reviewer(&[parks, schools])),
            ("dora@example.org", REVIEWER.into(), REVIEWER.into()),
        ] {
            let (account, email) = (app.member(address).await, Email::parse(address).unwrap());
            let invited = (email, reviewer(&[schools]));
            invite(&app.db, app.keys.installation(), OFFICE, invited, Language::English).await.unwrap();
            give_role(&app.db, OFFICE, account, given).await.unwrap();

            let link = app.invitation_link(address).await;
            accept_invitation(&app.db, Actor::Member(account), account, (link, Line::parse("Bea").unwrap())).await.unwrap();

            assert_eq!(held(&app, account).await, [expected], "{address}");
        }
        let changed = app.entries("role_departments_changed").await;
        assert_eq!(changed.len(), 1, "no change is no entry");
        assert!(changed[0].1.contains(&format!("\"departments\":[{parks},{schools}]")), "{changed:?}");
    }
}

on_both! {
    async fn roles_are_read_with_their_departments_and_those_of_others_are_not_mixed_in(database) {
        let app = TestApp::start(database).await;
        let (parks, schools) = (app.department("Parks").await, app.department("Schools").await);
        let (bea, carl) = (app.member(BEA).await, app.member("carl@example.org").await);
        for (account, mandate) in [
            (bea, Grant::everywhere(Role::Auditor).into()),
            (bea, reviewer(&[schools, parks])),
            (carl, Mandate::from(REVIEWER)),
        ] {
            give_role(&app.db, OFFICE, account, mandate).await.unwrap();
        }

        assert_eq!(held(&app, bea).await, [Grant::everywhere(Role::Auditor).into(), reviewer(&[parks, schools])]);
        assert_eq!(held(&app, carl).await, [Mandate { grant: REVIEWER, departments: Departments::All }]);
        let written = app.db.read(move |conn| list_held(conn, bea)).await.unwrap();
        assert_eq!(written.into_iter().map(|held| held.mandate).collect::<Vec<_>>(), held(&app, bea).await);
    }
}

on_both! {
    async fn departments_change_once_with_an_entry_and_a_mail(database) {
        let app = TestApp::start(database).await;
        let (parks, schools) = (app.department("Parks").await, app.department("Schools").await);
        let bea = app.member(BEA).await;
        give_role(&app.db, OFFICE, bea, reviewer(&[parks])).await.unwrap();
        let change = async |seen, wanted| change_departments(&app.db, OFFICE, bea, (seen, wanted)).await;

        change(only(&[parks]), reviewer(&[schools])).await.unwrap();
        change(only(&[parks]), reviewer(&[schools])).await.unwrap();
        let late = change(only(&[parks]), reviewer(&[parks, schools])).await;

        assert!(matches!(late, Err(PeopleError::ChangedMeanwhile)), "{late:?}");
        assert_eq!(held(&app, bea).await, [reviewer(&[schools])]);
        assert_eq!(app.entries("role_departments_changed").await.len(), 1, "no change is no entry");
        let told = parameters(&app, "departments_changed").await;
        assert!(told.len() == 1 && told[0].contains("[\"Schools\"]"), "{told:?}");
        change(only(&[schools]), REVIEWER.into()).await.unwrap();
        assert_eq!((held(&app, bea).await, listed(&app).await), (vec![REVIEWER.into()], (0, 0)));
        let auditor = Mandate { grant: Grant::everywhere(Role::Auditor), departments: Departments::All };
        assert!(matches!(change(Departments::All, auditor).await, Err(PeopleError::NotHeld)));
    }
}

on_both! {
    async fn retired_missing_and_no_departments_are_refused_and_so_are_those_of_other_roles(database) {
        let app = TestApp::start(database).await;
        let (parks, coal) = (app.department("Parks").await, app.department("Coal").await);
        app.retire(coal).await;
        let bea = app.member(BEA).await;
        let moderator = Mandate { grant: Grant::everywhere(Role::Moderator), departments: only(&[parks]) };
        let nothing = Mandate { grant: REVIEWER, departments: Departments::Only(BTreeSet::new()) };

        for wrong in [reviewer(&[parks, coal]), reviewer(&[DepartmentId::new(999)]), moderator] {
            let given = give_role(&app.db, OFFICE, bea, wrong.clone()).await;
            assert!(matches!(given, Err(PeopleError::DepartmentNotOffered)), "{given:?}");
            let sent = send(&app, wrong).await;
            assert!(matches!(sent, Err(PeopleError::DepartmentNotOffered)), "{sent:?}");
        }
        assert!(matches!(give_role(&app.db, OFFICE, bea, nothing.clone()).await, Err(PeopleError::NoDepartment)));
        assert!(matches!(send(&app, nothing).await, Err(PeopleError::NoDepartment)));
        assert_eq!((held(&app, bea).await.len(), listed(&app).await), (0, (0, 0)));
    }
}
