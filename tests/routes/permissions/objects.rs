//! Things that exist and belong to somebody who is none of those who try: so that nobody is let through, or turned away, only
//! because there is nothing behind the door.

use allmende::actions::accessibility_report::{SendAccessibilityReport, send_accessibility_report};
use allmende::actions::department::add_department;
use allmende::actions::people::invite;
use allmende::actions::personnel::{WantedBatch, make_personnel_codes};
use allmende::actions::proposal::hide_proposal;
use allmende::actions::question::{AskQuestion, ask_question};
use allmende::actions::report::{SendReport, send_report};
use allmende::actions::workplace::add_workplace;
use allmende::domain::department::DepartmentDetails;
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::HidingRule;
use allmende::domain::role::{Grant, Role};
use allmende::domain::round::Eligible;
use allmende::domain::schedule::Window;
use allmende::domain::slug::Slug;
use allmende::domain::text::{Line, Prose};
use allmende::locale::Language;
use allmende::secrecy::ReportToken;
use allmende::store::StoreError;
use allmende::store::invitations::list_open_invitations;
use allmende::store::personnel::NewBatch;
use allmende::store::rounds::find_round_by_slug;
use allmende::store::schema::{entries, sessions};
use allmende::store::workplaces::list_workplaces;
use allmende::web::routes::path;
use diesel::prelude::*;

use super::account;
use crate::harness::app::{PASSWORD, TestApp};
use crate::harness::client::Client;
use crate::harness::proposals::{
    collect, enter_paper, in_a_month, let_support, move_voting, proposal, propose, to_the_vote,
};
use crate::harness::rounds::{OFFICE, reason};

/// What stands in the addresses.
pub(super) struct Objects {
    /// Somebody who is signed in and does nothing.
    pub(super) bystander: Client,
    /// The name of the bystander's session in forms.
    pub(super) session: String,
    names: Vec<(&'static str, String)>,
}

impl Objects {
    pub(super) async fn new(app: &TestApp) -> Self {
        let (line, email) = (|text: &str| Line::parse(text).unwrap(), |text: &str| Email::parse(text).unwrap());
        let reviewer = Grant::everywhere(Role::Reviewer);
        let person = account(app, "bystander", &[reviewer]).await;
        let bystander = app.client();
        assert_eq!(bystander.sign_in("bystander@example.org", PASSWORD).status, 303);
        let department = DepartmentDetails {
            names: ["de", "en"].map(|language| (language.to_owned(), line("Parks"))).into(),
            email: Some(email("parks@lindenau.example")),
            telephone: None,
            deputy_name: line("Dora Deputy"),
            deputy_email: Some(email("deputy@example.org")),
            substitute: None,
        };
        let department = add_department(&app.db, OFFICE, department).await.unwrap();
        let workplace = add_workplace(&app.db, OFFICE, line("Ward 3")).await.unwrap();
        let places = app.db.read(list_workplaces).await.unwrap();
        let new = NewBatch { form_key: "00".repeat(16), word: line(""), language: "de".to_owned() };
        let keys = app.keys.installation();
        let slips = make_personnel_codes(&app.db, keys, OFFICE, WantedBatch { size: 1, new }).await.unwrap();
        let invited = (email("invited@example.org"), reviewer.into());
        invite(&app.db, keys, OFFICE, invited, Language::English).await.unwrap();
        let handle = app.db.read(list_open_invitations).await.unwrap()[0].handle.clone();
        let token = ReportToken::new([3; 16]);
        let report = SendAccessibilityReport {
            page: line(""),
            problem: Prose::parse("The map cannot be read aloud.").unwrap(),
            email: Some(email("reporter@example.org")),
            language: Language::English,
        };
        let report = send_accessibility_report(&app.db, Actor::Anonymous, &token, report).await.unwrap();
        let asked = ReportToken::new([4; 16]);
        let question = AskQuestion {
            text: Prose::parse("Who mows the meadow?").unwrap(),
            round: None,
            email: Some(email("asker@example.org")),
            language: Language::English,
        };
        let question = ask_question(&app.db, Actor::Anonymous, &asked, question).await.unwrap();
        let round =
            app.db.read(|conn| find_round_by_slug(conn, &Slug::parse("lindenau").unwrap())).await.unwrap().unwrap();
        collect(app, round.id).await;
        let_support(app, round.id, Eligible::Everybody).await;
        let public = propose(app, round.id, proposal("Benches", "Shade for all.")).await.0;
        let reported = ReportToken::new([5; 16]);
        let rude = SendReport { rule: HidingRule::Insult, explanation: Prose::default() };
        send_report(&app.db, Actor::Anonymous, public, &reported, rude).await.unwrap();
        let chosen = propose(app, round.id, proposal("Trees", "Shade for all.")).await.0;
        // What goes to the vote is decided before voting begins.
        let voting = round.schedule.span(Window::Voting);
        move_voting(app, round.id, Some(in_a_month(app.time.get()))).await;
        to_the_vote(app, chosen).await;
        move_voting(app, round.id, voting).await;
        let hidden = propose(app, round.id, proposal("Bicycles", "Buy them here.")).await.0;
        hide_proposal(&app.db, OFFICE, hidden, HidingRule::Advertising, reason()).await.unwrap();
        let entered = enter_paper(app, round.id, proposal("Bins", "More of them.")).await;
        let entered = format!("/enter-proposal/{}", entered.padded());
        let names = vec![
            ("/enter-proposal/{number}", entered),
            (path::OFFICE_PROPOSAL, format!("/office/rounds/lindenau/proposals/{}", hidden.padded())),
            (path::OFFICE_REVIEW, format!("/office/rounds/lindenau/review/{}", public.padded())),
            (path::OFFICE_CANDIDATE, format!("/office/rounds/lindenau/shortlist/{}", chosen.padded())),
            (path::PROPOSAL, format!("/rounds/lindenau/proposals/{}", public.padded())),
            ("/departments/{id}", format!("/departments/{}", department.value())),
            ("/workplaces/{id}", format!("/workplaces/{}", workplace.value())),
            ("/personnel-codes/{id}", format!("/personnel-codes/{}", slips[0].0)),
            ("/people/{id}", format!("/people/{}", person.value())),
            ("/take", "/take?role=reviewer".to_owned()),
            ("{handle}", handle),
            ("/accessibility-reports/{number}", format!("/accessibility-reports/{}", report.value())),
            ("/reported/{token}", format!("/reported/{}", reported.to_address().as_str())),
            ("/report/{token}", format!("/report/{}", token.to_address().as_str())),
            ("/questions/{number}", format!("/questions/{}", question.value())),
            ("/questions/{token}", format!("/questions/{}", asked.to_address().as_str())),
            ("/enter/{key}", format!("/enter/{}", places[0].key)),
            ("/record/{id}", format!("/record/{}", public_entry(app).await)),
            ("{slug}", "lindenau".to_owned()),
            ("{number}", "1".to_owned()),
            ("{area}", "1".to_owned()),
            ("{id}", "1".to_owned()),
        ];
        Self { bystander, session: session_of(app, person).await, names }
    }

    /// The address of a pattern that leads to one of these things.
    pub(super) fn fill(&self, pattern: &str) -> String {
        self.names.iter().fold(pattern.to_owned(), |path, (name, value)| path.replace(name, value))
    }
}

/// An entry of the record that everybody may read.
async fn public_entry(app: &TestApp) -> String {
    let read = app.db.read(|conn| {
        let published = entries::table.filter(entries::act.eq("round_published"));
        published.select(entries::id).first::<String>(conn).map_err(StoreError::from)
    });
    read.await.unwrap()
}

async fn session_of(app: &TestApp, account: AccountId) -> String {
    let read = app.db.read(move |conn| {
        let own = sessions::table.filter(sessions::account_id.eq(account.value()));
        own.select(sessions::handle).first::<String>(conn).map_err(StoreError::from)
    });
    read.await.unwrap()
}
