//! The people of the office: from an invitation to the office, what ends for somebody, and who can see what.

use allmende::actions::people::{close_account, give_role, take_role};
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Permission;
use allmende::domain::role::{Grant, Role};
use allmende::web::routes::SERVED;
use chrono::TimeDelta;

use super::stage::{Stage, TITLE};
use crate::harness::app::{ADMINISTRATOR, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::rounds::OFFICE;

const BEA: &str = "bea@example.org";
const PEOPLE: &str = "/en/office/people";
const INVITE: &str = "/en/office/people/invite";
const EVERYTHING: Grant = Grant::everywhere(Role::Administrator);

fn invite(client: &Client, email: &str, role: &str, round: &str) -> Answer {
    client.submit(INVITE, &[("email", email), ("role", role), ("round", round), ("every_department", "yes")])
}

/// The path that the invitation's mail leads to, and its token.
async fn link(app: &TestApp, email: &str) -> (String, String) {
    let token = app.mail_secret("invitation", email).await.token().to_owned();
    (format!("/en/invitation?token={token}"), token)
}

/// Proves the address of an invitation with the digits of the mail that its button sends.
async fn prove(app: &TestApp, client: &Client, email: &str, token: &str) -> Answer {
    let sent = client.submit("/en/invitation", &[("token", token), ("act", "code")]);
    let code_page = sent.header("location").unwrap_or_else(|| panic!("{}", sent.body)).to_owned();
    assert!(code_page.starts_with("/en/sign-in/code?request="), "{code_page}");
    let page = client.get(&code_page);
    let (request, next) = (page.value("request").unwrap(), page.value("next").unwrap());
    let secret = app.mail_secret("sign_in", email).await;
    let code = secret.code().unwrap();
    client.submit("/en/sign-in/code", &[("request", &request), ("next", &next), ("code", code)])
}

fn person(account: AccountId) -> String {
    format!("{PEOPLE}/{account}")
}

on_both! {
    async fn somebody_is_invited_proves_the_address_and_enters_the_office(database) {
        let stage = Stage::new(database).await;
        let (app, office) = (&stage.app, stage.app.signed_in());
        assert_eq!(office.get(INVITE).text("#round").trim(), format!("All rounds{TITLE}"));
        let sent = invite(&office, " Bea@example.org ", "reviewer", "lindenau");
        assert_eq!(sent.header("location"), Some("/en/office/people?done=invited"), "{}", sent.body);
        let list = office.get("/en/office/people?done=invited");
        assert!(list.text("[role=status]").contains("on its way"));
        let waiting = list.text("section[aria-labelledby=invitations]");
        assert!(waiting.contains(BEA) && waiting.contains("good until 15 May 2027"), "{waiting}");

        let (bea, (path, token)) = (app.client(), link(app, BEA).await);
        let page = bea.get(&path);
        assert_eq!((page.status, page.text("h1").as_str()), (200, "You are invited"));
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        assert!(page.text(".facts").contains("reviewer") && page.text(".facts").contains("For all departments") && page.text(".lead").contains(TITLE), "{}", page.body);
        assert!(page.body.contains("b…@example.org") && !page.body.contains(BEA), "the whole address stays unsaid");
        assert_eq!(bea.get(&path).text("h1"), "You are invited", "looking changes nothing");

        let proved = prove(app, &bea, BEA, &token).await;
        assert_eq!(proved.header("location"), Some(path.as_str()), "{}", proved.body);
        assert_eq!(bea.get("/en/office").status, 403, "the role is not there before it is accepted");
        assert_eq!(bea.get(&path).text("button[value=accept]"), "Accept the invitation");
        assert_eq!(bea.get(&path).value("name").as_deref(), Some(""));
        for (typed, told) in [(" ", "Enter your name."), ("Bea\u{202e}", "visible characters only"), (&"b".repeat(121), "at most 120")] {
            let refused = bea.submit("/en/invitation", &[("token", &token), ("act", "accept"), ("name", typed)]);
            assert_eq!((refused.status, refused.value("name").as_deref()), (422, Some(typed)), "{}", refused.body);
            assert!(refused.text("#name-why").contains(told) && refused.text(".problem").contains(told), "{}", refused.body);
        }
        let accepted = bea.submit("/en/invitation", &[("token", &token), ("act", "accept"), ("name", "Bea Berg")]);
        assert_eq!(accepted.header("location"), Some(path.as_str()), "{}", accepted.body);
        let welcome = bea.get(&path);
        assert_eq!((welcome.status, welcome.text("h1").as_str()), (200, "Welcome to the office"));
        assert!(welcome.body.contains("/en/account/second-factor?next=%2Fen%2Foffice"), "{}", welcome.body);
        let office_first = bea.get("/en/office");
        assert_eq!(office_first.status, 303, "the telephone comes first");
        assert!(app.client().get(&path).body.contains("This invitation was accepted already"));
        assert_eq!(app.client().get(&path).status, 410);

        let list = office.get(PEOPLE);
        assert!(list.body.contains("No invitation is waiting."));
        assert!(list.text("section[aria-labelledby=people]").contains(BEA), "{}", list.body);
        assert_eq!(list.body.matches("No telephone for codes yet").count(), 1, "{}", list.body);
        let record = office.get("/en/office/record");
        assert!(record.text(".trail").contains("About: Bea Berg"), "{}", record.text(".trail"));
        assert!(office.get("/en/office/record.csv").body.contains("id,time,act,what,by,concerns,round,"));
        assert!(!app.client().get("/en/record").body.contains("About:"), "names are for the office");
        let held = office.get("/en/office/record/roles").text("tbody");
        assert!(held.contains("Bea Berg") && list.body.contains("Bea Berg"), "{held}");
    }
}

on_both! {
    async fn the_link_of_the_proving_mail_leads_back_to_the_invitation_in_another_browser_too(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        invite(&app.signed_in(), BEA, "auditor", "");
        let (path, token) = link(&app, BEA).await;
        let asking = app.client();
        asking.get(&path);
        assert_eq!(asking.submit("/en/invitation", &[("token", &token), ("act", "code")]).status, 303);

        let (other, secret) = (app.client(), app.mail_secret("sign_in", BEA).await);
        other.get(&format!("/en/sign-in/link?token={}", secret.token()));
        let entered = other.post("/en/sign-in/link", &[("token", secret.token())]);

        assert_eq!(entered.header("location"), Some(path.as_str()), "{}", entered.body);
        assert_eq!(other.get(&path).text("button[value=accept]"), "Accept the invitation");
    }
}

on_both! {
    async fn an_invitation_that_was_passed_on_gives_nothing_away(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        invite(&app.signed_in(), BEA, "administrator", "");
        let (path, token) = link(&app, BEA).await;
        let carl = app.member("carl@example.org").await;
        let client = app.client();
        client.sign_in("carl@example.org", crate::harness::app::PASSWORD);

        let page = client.get(&path);
        let accepted = client.submit("/en/invitation", &[("token", &token), ("act", "accept"), ("name", "Bea Berg")]);

        assert!(page.text(".note").contains("This invitation is for b…@example.org."), "{}", page.body);
        assert!(page.body.contains("ask the administration to invite you with yours"));
        assert_eq!(accepted.header("location"), Some(path.as_str()));
        assert!(app.grants(carl).await.is_empty());
        // With the address they may have after all, the digits change the account.
        let proved = prove(&app, &client, BEA, &token).await;
        assert_eq!(proved.header("location"), Some(path.as_str()));
        assert_eq!(client.get(&path).text("button[value=accept]"), "Accept the invitation");
    }
}

on_both! {
    async fn each_link_that_is_not_good_says_why_and_what_comes_next(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let (office, stranger) = (app.signed_in(), app.client());
        invite(&office, BEA, "auditor", "");
        let (first, token) = link(&app, BEA).await;
        let handle = |page: &Answer| {
            let at = page.body.find("/invitations/").unwrap() + "/invitations/".len();
            page.body[at..at + 32].to_owned()
        };
        let form = |page: &Answer| format!("{PEOPLE}/invitations/{}", handle(page));

        let again = office.submit(&form(&office.get(PEOPLE)), &[("act", "again")]);
        assert_eq!(again.header("location"), Some("/en/office/people?done=invited"));
        assert_eq!((stranger.get(&first).status, stranger.get(&first).text("h1").as_str()), (410, "This invitation was taken back"));
        let code = stranger.submit("/en/invitation", &[("token", &token), ("act", "code")]);
        assert_eq!(code.header("location"), Some(first.as_str()), "nothing is sent for it");

        let (second, _) = link(&app, BEA).await;
        app.time.set(app.time.get().plus(TimeDelta::days(14)));
        assert_eq!((stranger.get(&second).status, stranger.get(&second).text("h1").as_str()), (410, "This invitation has run out"));
        let office = app.signed_in();
        let list = office.get(PEOPLE);
        assert!(list.text("main").contains("ran out on 15 May 2027"), "{}", list.body);
        let path = form(&list);
        assert_eq!(office.submit(&path, &[("act", "withdraw")]).header("location"), Some("/en/office/people?done=withdrawn"));
        assert_eq!(office.submit(&path, &[("act", "withdraw")]).header("location"), Some("/en/office/people?done=meanwhile"));
        assert_eq!(office.get(&path).header("location"), Some(PEOPLE), "a form's address leads to the form");

        for unknown in ["", "?token=", "?token=abc", &format!("?token={}", "0".repeat(64))] {
            let page = stranger.get(&format!("/en/invitation{unknown}"));
            assert_eq!((page.status, page.text("h1").as_str()), (404, "There is no such invitation"), "{unknown}");
        }
    }
}

on_both! {
    async fn mistakes_of_an_invitation_are_told_at_once_and_what_was_typed_stays(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let office = app.signed_in();

        let wrong = invite(&office, "bea at home", "emperor", "");
        assert_eq!(wrong.status, 422);
        for words in ["Enter an e-mail address such as", "Choose a role."] {
            assert_eq!(wrong.body.matches(words).count(), 2, "in the summary and at the field: {words}");
        }
        assert_eq!(wrong.value("email").as_deref(), Some("bea at home"));
        assert!(invite(&office, BEA, "auditor", "nowhere").body.contains("Choose a round from the list."));

        assert_eq!(invite(&office, BEA, "auditor", "").status, 303);
        let twice = invite(&office, BEA, "auditor", "");
        assert_eq!(twice.status, 409);
        assert!(twice.body.contains("This invitation is waiting already."));
        assert!(twice.body.contains("value=\"auditor\" checked"));
        let held = invite(&office, ADMINISTRATOR, "administrator", "");
        assert!(held.status == 409 && held.body.contains("This person has this role already."));
        assert!(held.body.contains("To the page of this person"));
    }
}

on_both! {
    async fn a_role_that_is_taken_ends_with_the_next_request(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        let (office, client) = (app.signed_in(), app.client());
        app.enter(&client, BEA).await;
        assert_eq!(client.get(PEOPLE).status, 200);

        let asked = office.get(&format!("{}/take?role=administrator&round=", person(bea)));
        assert_eq!(asked.text("h1"), "Take the role away?");
        let taken = office.submit(&format!("{}/take", person(bea)), &[("role", "administrator"), ("round", "")]);
        assert_eq!(taken.header("location"), Some(format!("{}?done=taken", person(bea)).as_str()), "{}", taken.body);

        assert_eq!(client.get(PEOPLE).status, 403);
        assert_eq!(client.submit(&format!("{}/close", person(bea)), &[]).status, 403);
        let page = office.get(&format!("{}?done=taken", person(bea)));
        assert!(page.body.contains("This person has no role any more.") && page.text("details").contains("administrator"));
        let twice = office.submit(&format!("{}/take", person(bea)), &[("role", "administrator"), ("round", "")]);
        assert_eq!(twice.header("location"), Some(format!("{}?done=meanwhile", person(bea)).as_str()));
    }
}

on_both! {
    async fn the_last_administrator_is_told_what_to_do_first(database) {
        let app = TestApp::start(database).await;
        let ada = app.administrator(ADMINISTRATOR).await;
        let office = app.signed_in();

        let page = office.get(&person(ada));
        assert!(page.text(".note").contains("the last administrator"));
        assert!(!page.body.contains("Take away") && !page.body.contains("Close the account"), "{}", page.body);
        for (act, fields) in [("take", &[("role", "administrator"), ("round", "")][..]), ("close", &[])] {
            let refused = office.submit(&format!("{}/{act}", person(ada)), fields);
            assert_eq!(refused.status, 422, "{act}");
            assert!(refused.text(".problem").contains("Somebody must be able to administer everything."), "{act}");
        }
        assert!(app.grants(ada).await.hold(&[Role::Administrator], None));
    }
}

on_both! {
    async fn an_account_is_closed_and_opened_again_and_a_telephone_reset(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.administrator(BEA).await;
        let (office, client) = (app.signed_in(), app.client());
        app.enter(&client, BEA).await;
        let act = |act: &str| {
            assert_eq!(office.get(&format!("{}/{act}", person(bea))).status, 200, "{act}");
            let answer = office.submit(&format!("{}/{act}", person(bea)), &[]);
            office.get(answer.header("location").unwrap()).text("[role=status]")
        };

        assert!(act("telephone").contains("The telephone is reset."));
        assert_eq!(client.get(PEOPLE).header("location"), Some("/en/sign-in?next=%2Fen%2Foffice%2Fpeople"));
        let entered = client.sign_in(BEA, crate::harness::app::PASSWORD);
        assert_eq!(entered.header("location"), Some("/de/account/second-factor"), "a new one is set up");
        assert!(act("close").contains("Nobody can sign in with it."));
        assert!(client.get(PEOPLE).header("location").unwrap().starts_with("/en/sign-in"), "out at once");
        assert!(office.get(PEOPLE).text("main").contains("account closed"));
        assert_eq!(client.sign_in(BEA, crate::harness::app::PASSWORD).status, 422);
        assert!(act("reopen").contains("open again"));
        assert_eq!(client.sign_in(BEA, crate::harness::app::PASSWORD).status, 303);
    }
}

on_both! {
    async fn another_role_is_given_and_a_held_one_is_not(database) {
        let stage = Stage::new(database).await;
        let bea = stage.app.member(BEA).await;
        give_role(&stage.app.db, OFFICE, bea, Grant::everywhere(Role::Auditor).into()).await.unwrap();
        let office = stage.app.signed_in();
        let give = |role: &str, round: &str| office.submit(&format!("{}/give", person(bea)), &[("role", role), ("round", round)]);

        assert_eq!(give("moderator", "lindenau").header("location"), Some(format!("{}?done=given", person(bea)).as_str()));
        assert!(office.get(&person(bea)).body.contains("only “"));
        assert_eq!(give("auditor", "lindenau").status, 409, "all rounds are more than this one");
        assert_eq!(give("", "").status, 422);
    }
}

on_both! {
    async fn only_people_of_the_office_are_shown_and_only_to_who_manages_them(database) {
        let stage = Stage::new(database).await;
        let app = &stage.app;
        let resident = app.member("resident@example.org").await;
        let of_round = app.administrator(BEA).await;
        let grant = Grant { role: Role::Administrator, round: Some(stage.id()) };
        give_role(&app.db, OFFICE, of_round, grant.into()).await.unwrap_err();
        take_role(&app.db, OFFICE, of_round, EVERYTHING).await.unwrap();
        give_role(&app.db, OFFICE, of_round, grant.into()).await.unwrap();
        let (office, client) = (app.signed_in(), app.client());
        app.enter(&client, BEA).await;

        for path in [person(resident), format!("{}/close", person(resident)), format!("{PEOPLE}/x"), format!("{PEOPLE}/99")] {
            assert_eq!(office.get(&path).status, 404, "{path}");
        }
        assert_eq!(office.submit(&format!("{}/close", person(resident)), &[]).status, 404);
        for path in [PEOPLE.to_owned(), INVITE.to_owned(), person(of_round), format!("{}/give", person(of_round))] {
            let answer = client.get(&path);
            assert_eq!((answer.status, answer.header("x-error-code")), (403, Some("role_for_another_round")), "{path}");
        }
        assert!(!client.get("/en/office").text("header nav").contains("People"));
        assert!(office.get("/en/office").text("header nav").contains("People"));
    }
}

on_both! {
    async fn everybody_can_read_who_can_see_and_do_what(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let page = app.client().get("/en/who-sees-what");

        assert_eq!(page.status, 200);
        assert_eq!(page.body.matches("<th scope=\"row\">").count(), Permission::ALL.len());
        assert_eq!(page.body.matches("<th scope=\"col\">").count(), 1 + 4 + Role::ALL.len());
        assert!(page.body.contains("/office/people/…/close") && !page.body.contains("permission-"), "{}", page.body);
        assert!(SERVED.iter().any(|(path, _, _)| *path == "/who-sees-what"));
        for from in ["/en/privacy", PEOPLE] {
            assert!(app.signed_in().get(from).body.contains("href=\"/en/who-sees-what\""), "{from}");
        }
        assert_eq!(app.client().get("/who-sees-what").status, 302);
    }
}

on_both! {
    async fn whoever_has_a_closed_account_proves_the_address_in_vain(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let bea = app.member(BEA).await;
        invite(&app.signed_in(), BEA, "auditor", "");
        let (path, token) = link(&app, BEA).await;
        close_account(&app.db, OFFICE, bea).await.unwrap();
        let client = app.client();

        assert_eq!(client.get(&path).status, 200);
        let answer = prove(&app, &client, BEA, &token).await;

        assert_eq!((answer.status, answer.header("x-error-code")), (403, Some("account_closed")));
        assert!(app.grants(bea).await.is_empty());
    }
}
