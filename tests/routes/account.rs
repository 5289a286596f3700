//! Entering by mail, the second factor, and somebody's own account.

use allmende::actions::account::ask_for_address;
use allmende::actions::people::reset_second_factor;
use allmende::actions::review::{Asking, SeenVersion, ask_author};
use allmende::domain::email::Email;
use allmende::domain::ids::AccountId;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::NewProposal;
use allmende::domain::text::Prose;
use allmende::locale::Language;
use allmende::mail::{MailSecret, Message};
use allmende::store::accessibility_reports::list_accessibility_reports_of;
use allmende::store::accounts::find_account_by_email;
use allmende::store::mails::{claim_mail, delete_mails_to};
use allmende::store::questions::list_questions_of;
use allmende::store::schema::mails;
use allmende::store::{Lock, StoreError};
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::harness::app::{ADMINISTRATOR, TestApp};
use crate::harness::client::{Answer, Client};
use crate::harness::proposals::{collect, proposal, propose, take_back};
use crate::harness::rounds::OFFICE;
use crate::routes::stage::Stage;

const ADA: &str = "ada.resident@example.org";

/// The next mail of the outbox: to whom, which, and its secret.
pub(crate) async fn next_mail(app: &TestApp) -> Option<(String, String, Option<MailSecret>)> {
    let now = app.time.get();
    let claimed = app.db.write(Lock::Nothing, move |tx| claim_mail(tx, now, TimeDelta::minutes(1))).await.unwrap()?;
    let secret = app.open_secret(&Message::parse(&claimed.parameters).unwrap(), (&claimed).into()).unwrap();
    Some((claimed.recipient, claimed.message, secret))
}

/// Asks for a mail; answers with the page that it leads to, and the mail's secret.
async fn ask(app: &TestApp, client: &Client, email: &str) -> (Answer, MailSecret) {
    let answer = client.post("/en/sign-in/mail", &[("email", email)]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = client.get(answer.header("location").unwrap());
    let (recipient, message, secret) = next_mail(app).await.unwrap();
    assert_eq!((recipient.as_str(), message.as_str()), (email, "sign_in"));
    (page, secret.unwrap())
}

fn enter_code(client: &Client, page: &Answer, code: &str) -> Answer {
    client.post("/en/sign-in/code", &[("request", &page.value("request").unwrap()), ("code", code)])
}

/// Somebody without a role who has come in by mail.
pub(super) async fn resident(app: &TestApp, email: &str) -> Client {
    let client = app.client();
    let (page, secret) = ask(app, &client, email).await;
    assert_eq!(
        enter_code(&client, &page, secret.code().unwrap()).header("location"),
        Some("/en/account?done=signed-in")
    );
    client
}

async fn has_account(app: &TestApp, email: &str) -> bool {
    let email = Email::parse(email).unwrap();
    app.db.read(move |conn| find_account_by_email(conn, &email)).await.unwrap().is_some()
}

on_both! {
    async fn an_address_that_no_mail_reaches_is_refused_where_it_is_typed(database) {
        let app = TestApp::start(database).await;

        for wrong in ["ada\u{200b}@example.org", "\u{202e}ada@example.org", ".ada@example.org", "a..b@example.org", "ada@-example.org"] {
            let answer = app.client().post("/en/sign-in/mail", &[("email", wrong)]);
            assert_eq!(answer.status, 422, "{wrong:?}");
        }
        assert!(next_mail(&app).await.is_none());
    }
}

on_both! {
    async fn an_address_with_an_umlaut_is_one_account_however_the_browser_sends_it(database) {
        let app = TestApp::start(database).await;
        let (raw, ascii) = ("ada@münchen.example", "ada@xn--mnchen-3ya.example");
        for typed in [raw, ascii] {
            let client = app.client();
            let page = client.get(client.post("/en/sign-in/mail", &[("email", typed)]).header("location").unwrap());
            let (to, _, secret) = next_mail(&app).await.unwrap();
            assert_eq!(to, ascii, "{typed}");
            assert_eq!(enter_code(&client, &page, secret.unwrap().code().unwrap()).status, 303);
        }
        let count = move |conn: &mut allmende::store::Conn| {
            use diesel::prelude::*;
            allmende::store::schema::accounts::table.count().get_result::<i64>(conn).map_err(allmende::store::StoreError::from)
        };
        assert_eq!(app.db.read(count).await.unwrap(), 1);

        // As earlier releases kept it.
        app.db.write(Lock::Nothing, move |tx| {
            use allmende::store::schema::accounts::dsl::{accounts, email};
            use diesel::prelude::*;
            diesel::update(accounts).set(email.eq(raw)).execute(tx.conn).map_err(allmende::store::StoreError::from)
        }).await.unwrap();
        assert!(has_account(&app, ascii).await && has_account(&app, raw).await);
        let eve = resident(&app, "eve@example.org").await;
        assert_eq!(eve.submit("/en/account/address", &[("email", raw)]).status, 303);
        let (_, _, secret) = next_mail(&app).await.unwrap();
        assert_eq!(eve.submit("/en/account/address", &[("token", secret.unwrap().token())]).status, 409);
    }
}

on_both! {
    async fn the_digits_of_a_mail_let_in_once_and_make_an_account(database) {
        let app = TestApp::start(database).await;
        let client = app.client();
        let (page, secret) = ask(&app, &client, ADA).await;
        let code = secret.code().unwrap();
        assert!(!has_account(&app, ADA).await, "asking makes nothing");
        assert!(!page.body.contains(code) && !page.body.contains(secret.token()));

        let blanks = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(enter_code(&client, &page, &blanks).header("location"), Some("/en/account?done=signed-in"));

        assert!(has_account(&app, ADA).await);
        assert!(client.get("/en/account").text(".facts").contains(ADA));
        let again = enter_code(&app.client(), &page, code);
        assert_eq!(again.status, 422);
        assert!(again.text(".why").contains("not good any more"), "{}", again.text(".why"));
        assert!(next_mail(&app).await.is_none(), "nobody is told of a device when the account is new");
    }
}

on_both! {
    async fn the_link_of_a_mail_shows_a_page_first_and_lets_in_once(database) {
        let app = TestApp::start(database).await;
        let (_, secret) = ask(&app, &app.client(), ADA).await;
        let (link, client) = (format!("/en/sign-in/link?token={}", secret.token()), app.client());

        for _ in 0..3 {
            assert_eq!(client.get(&link).status, 200, "a scanner of mails may open it");
        }
        assert!(client.get(&link).text(".lead").contains("a…@example.org"), "whose account it opens");
        assert!(!has_account(&app, ADA).await, "opening changes nothing");
        let entered = client.post("/en/sign-in/link", &[("token", secret.token())]);

        assert_eq!((entered.status, entered.header("location")), (303, Some("/en/account?done=signed-in")));
        let again = app.client().post("/en/sign-in/link", &[("token", secret.token())]);
        assert_eq!((again.status, again.set_cookie("office")), (410, None));
        assert!(again.text("h1").contains("not good any more"));
        let back = client.get(&link);
        assert_eq!(back.status, 200);
        assert!(back.text(".lead").contains("Signed in here:"), "the back button leads on: {}", back.text("main"));
        assert!(back.body.contains("href=\"/en/account\""));
        let twice = client.post("/en/sign-in/link", &[("token", secret.token())]);
        assert_eq!((twice.status, twice.header("location")), (303, Some("/en/sign-in")), "so does a double click");
        assert_eq!(client.get("/en/sign-in").header("location"), Some("/en/account"));
    }
}

on_both! {
    async fn digits_are_not_to_be_guessed(database) {
        let app = TestApp::start(database).await;
        let client = app.client();
        let (page, secret) = ask(&app, &client, ADA).await;
        let code = secret.code().unwrap();
        let wrong = if code == "000000" { "000001" } else { "000000" };

        let told: Vec<String> = (0..5).map(|_| enter_code(&client, &page, wrong).text(".why")).collect();
        let right = enter_code(&client, &page, code);

        assert!(told[0].contains("You have 4 more tries."), "{told:?}");
        assert!(told[3].contains("You have one more try."), "{told:?}");
        assert_eq!((right.status, right.set_cookie("office")), (422, None), "even the right ones come too late");
        assert_eq!(enter_code(&client, &page, "12345").status, 422);
        assert!(enter_code(&client, &page, "12345").text(".why").contains("six digits"));
    }
}

on_both! {
    async fn a_mail_is_good_for_a_quarter_of_an_hour(database) {
        let app = TestApp::start(database).await;
        let client = app.client();
        let (page, secret) = ask(&app, &client, ADA).await;

        app.time.set(app.time.get().plus(TimeDelta::minutes(15)));

        assert_eq!(enter_code(&client, &page, secret.code().unwrap()).status, 422);
        assert_eq!(client.post("/en/sign-in/link", &[("token", secret.token())]).status, 410);
    }
}

on_both! {
    async fn s9_known_and_unknown_addresses_get_the_same_answer(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.client();
        let page = |email: &str| {
            let answer = client.post("/en/sign-in/mail", &[("email", email)]);
            let location = answer.header("location").unwrap().to_owned();
            let (path, handle) = location.split_once("request=").unwrap();
            let body = client.get(&location).body.replace(handle, "handle");
            (answer.status, path.to_owned(), handle.len(), body)
        };

        assert_eq!(page(ADMINISTRATOR), page("nobody@example.org"));
        assert_eq!(client.post("/en/sign-in/mail", &[("email", "no address")]).status, 422);
        assert!(next_mail(&app).await.is_some() && next_mail(&app).await.is_some(), "both get a mail");
    }
}

on_both! {
    async fn an_address_gets_five_mails_an_hour(database) {
        let app = TestApp::start(database).await;
        let client = app.client();

        let answers: Vec<u16> = (0..6).map(|_| client.post("/en/sign-in/mail", &[("email", ADA)]).status).collect();

        assert_eq!(answers, [303, 303, 303, 303, 303, 429]);
        assert_eq!(client.post("/en/sign-in/mail", &[("email", "bob@example.org")]).status, 303, "others still do");
    }
}

on_both! {
    async fn a_first_sign_in_sets_up_the_telephone_before_the_office_opens(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator_without_telephone(ADMINISTRATOR).await;
        let client = app.client();
        let set_up = "/de/account/second-factor";
        assert_eq!(client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD).header("location"), Some(set_up));
        assert_eq!(client.get("/de/office").status, 303, "not yet");

        assert_eq!(client.submit(set_up, &[("act", "begin")]).status, 303);
        let picture = client.get(set_up);
        assert!(picture.body.contains("<svg"));
        let code = app.waiting_code(account).await;
        let early = app.client();
        early.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert!(!early.get(set_up).body.contains("<svg viewBox=\"0 0 "), "another session does not see the picture");
        assert_eq!(client.submit(set_up, &[("act", "confirm"), ("code", "12345")]).status, 422);
        let done = client.submit(set_up, &[("act", "confirm"), ("code", &code)]);

        assert_eq!(done.status, 200, "{}", done.body);
        assert_eq!(client.get("/de/office").status, 200);
        assert_eq!(early.get("/de/account").status, 303, "other sessions ended");
        let paper = done.text(".codes .code");
        assert!(!client.get(set_up).body.contains(&paper), "the codes on paper are shown once");
        let thief = app.client();
        thief.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert_eq!(thief.submit(set_up, &[("act", "begin")]).status, 303);
        assert_eq!(thief.get(set_up).status, 303, "whoever has only the password cannot begin anew");
        let entered = thief.submit("/de/sign-in/second-factor", &[("code", &paper.to_lowercase())]);
        assert_eq!(entered.header("location"), Some("/de/account/second-factor?paper=used"));
        assert!(thief.get("/de/account/second-factor?paper=used").text(".lead").contains('9'));
        let twice = app.client();
        twice.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert_eq!(twice.submit("/de/sign-in/second-factor", &[("code", &paper)]).status, 422, "each is good once");
    }
}

on_both! {
    async fn whoever_uses_up_the_tries_of_a_password_that_they_know_keeps_nobody_out(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator(ADMINISTRATOR).await;
        let owner = app.client();
        app.enter(&owner, ADMINISTRATOR).await;
        let code = app.telephone_code(account).await;
        let papers = owner.submit("/en/account/second-factor", &[("act", "papers"), ("code", &code)]).text(".codes .code");
        let paper = papers.split_whitespace().next().unwrap();
        let thief = app.client();
        thief.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        let guess = || thief.submit("/en/sign-in/second-factor", &[("code", "000000")]);
        (0..10).for_each(|_| assert_eq!(guess().status, 422));

        let full = guess();

        assert!(full.status == 429 && full.header("retry-after").is_some(), "{}", full.status);
        assert!(full.text(".why").contains("too many wrong codes"), "{}", full.body);
        let again = app.client();
        again.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        let entered = again.submit("/en/sign-in/second-factor", &[("code", paper)]);
        assert_eq!(entered.header("location"), Some("/en/account/second-factor?paper=used"), "{}", entered.body);
        assert_eq!(again.get("/en/office").status, 200);
    }
}

on_both! {
    async fn whoever_has_a_task_in_the_office_keeps_a_name(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.signed_in();

        let refused = client.submit("/en/account/profile", &[("name", " "), ("language", "en")]);

        assert_eq!(refused.status, 422);
        assert!(refused.text(".why").contains("Enter a name."), "{}", refused.body);
        assert!(client.get("/en/account").text(".facts").contains("Ada"));
    }
}

on_both! {
    async fn questions_and_reports_go_along_to_another_address(database) {
        let app = TestApp::start(database).await;
        let (client, new) = (resident(&app, ADA).await, "ada.new@example.org");
        let asked = app.client().post("/en/help/ask", &[("question", "Who mows?"), ("email", "ada.resident@EXAMPLE.org")]);
        assert_eq!(asked.status, 303, "{}", asked.body);
        let report = [("problem", "The button has no name."), ("page", ""), ("email", ADA)];
        let reported = app.client().post("/en/accessibility/report", &report);
        assert_eq!(reported.status, 303, "{}", reported.body);
        client.submit("/en/account/address", &[("email", new)]);
        let secret = loop {
            let (to, _, secret) = next_mail(&app).await.unwrap();
            if to == new {
                break secret.unwrap();
            }
        };

        assert_eq!(client.submit("/en/account/address", &[("token", secret.token())]).status, 200);

        let read = app.db.read(move |conn| {
            let here = [new.to_owned()];
            Ok::<_, StoreError>((list_questions_of(conn, &here)?, list_accessibility_reports_of(conn, &here)?))
        });
        let (questions, reports) = read.await.unwrap();
        assert_eq!((questions.len(), reports.len()), (1, 1), "the archive and the deletion go by the address");
    }
}

on_both! {
    async fn a_session_of_the_office_alone_makes_neither_new_papers_nor_another_telephone(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator(ADMINISTRATOR).await;
        let (client, set_up) = (app.client(), "/en/account/second-factor");
        app.enter(&client, ADMINISTRATOR).await;
        let count = async |message: &str| app.mails().await.iter().filter(|(name, _)| name == message).count();
        let set = count("second_factor_set").await;

        for act in ["begin", "papers"] {
            for code in ["", "000000", "1234", "AAAA-BBBB-CCCC"] {
                let refused = client.submit(set_up, &[("act", act), ("code", code)]);
                assert_eq!(refused.status, 422, "{act} with {code:?}: {}", refused.body);
                assert!(!refused.text(".why").is_empty(), "{act} with {code:?}");
            }
        }
        assert!(client.get(set_up).text(".lead").contains("10"), "the papers are as they were, and nothing waits");
        assert_eq!(count("recovery_codes_renewed").await, 0);

        let code = app.telephone_code(account).await;
        let papers = client.submit(set_up, &[("act", "papers"), ("code", &code)]);
        assert_eq!((papers.status, papers.text("h1").as_str()), (200, "Your spare codes"), "{}", papers.body);
        assert_eq!(count("recovery_codes_renewed").await, 1);
        let paper = papers.text(".codes .code").split_whitespace().next().unwrap().to_owned();
        // Whoever lost the telephone takes a code from the paper, which is good once.
        assert_eq!(client.submit(set_up, &[("act", "begin"), ("code", &paper)]).status, 303);
        let picture = client.get(set_up);
        assert!(picture.body.contains("<svg") && !picture.body.contains("Make a new picture"), "{}", picture.body);
        assert_eq!(client.submit(set_up, &[("act", "begin"), ("code", &paper)]).status, 422);
        let first = app.waiting_code(account).await;
        assert_eq!(client.submit(set_up, &[("act", "confirm"), ("code", &first)]).status, 200);
        assert_eq!(count("second_factor_set").await, set + 1);
    }
}

on_both! {
    async fn wrong_codes_on_the_page_of_the_telephone_are_counted(database) {
        let app = TestApp::start(database).await;
        app.administrator(ADMINISTRATOR).await;
        let client = app.client();
        app.enter(&client, ADMINISTRATOR).await;

        let told: Vec<u16> = (0..11)
            .map(|_| client.submit("/en/account/second-factor", &[("act", "papers"), ("code", "000000")]).status)
            .collect();

        assert_eq!((told[0], told.last()), (422, Some(&429)), "{told:?}");
        let full = client.submit("/en/account/second-factor", &[("act", "papers"), ("code", "000000")]);
        assert!(full.text(".why").contains("A spare code from the paper lets you in now."), "{}", full.body);
    }
}

on_both! {
    async fn a_form_that_does_not_fit_how_it_stands_costs_no_try_and_leads_back_with_a_word(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator(ADMINISTRATOR).await;
        let (office, thief) = (app.client(), app.client());
        app.enter(&office, ADMINISTRATOR).await;
        thief.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        let (page, moved) = ("/en/account/second-factor", Some("/en/account/second-factor?moved=yes"));

        for act in ["begin", "papers"] {
            for _ in 0..11 {
                let told = thief.submit(page, &[("act", act), ("code", "000000")]);
                assert_eq!((told.status, told.header("location")), (303, moved), "{act}: whoever has not shown the telephone");
            }
        }
        let late = office.submit(page, &[("act", "confirm"), ("code", "000000"), ("next", "/en/office")]);
        assert_eq!(late.header("location"), Some("/en/account/second-factor?moved=yes&next=%2Fen%2Foffice"), "nothing waits");
        assert!(office.get(moved.unwrap()).text("[role=status]").contains("This is how it stands now."));

        reset_second_factor(&app.db, OFFICE, account).await.unwrap();
        let client = app.client();
        client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        for act in ["begin", "papers", "confirm"] {
            for _ in 0..11 {
                let told = client.submit(page, &[("act", act), ("code", "000000")]);
                assert_eq!((told.status, told.header("location")), (303, moved), "{act}: there is none");
            }
        }
        assert!(client.get(moved.unwrap()).body.contains("value=\"begin\""), "one can begin");
        app.give_telephone(account).await;
        app.enter(&app.client(), ADMINISTRATOR).await;
    }
}

on_both! {
    async fn a_code_of_the_telephone_is_taken_once_and_a_wrong_clock_is_named(database) {
        let app = TestApp::start(database).await;
        let account = app.administrator(ADMINISTRATOR).await;
        let client = app.client();
        let ask = "/en/sign-in/second-factor";
        let code = app.telephone_code(account).await;
        client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert_eq!(client.submit(ask, &[("code", &code)]).status, 303);

        let other = app.client();
        other.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert!(other.submit(ask, &[("code", &code)]).text(".why").contains("used already"));
        app.time.set(app.time.get().plus(TimeDelta::minutes(4)));
        assert!(other.submit(ask, &[("code", &code)]).text(".why").contains("clock"));
        app.time.set(app.time.get().plus(TimeDelta::minutes(40)));
        let told: Vec<u16> = (0..11).map(|_| other.submit(ask, &[("code", &code)]).status).collect();
        assert_eq!(told.last(), Some(&429), "{told:?}");
        assert_eq!(app.client().sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD).status, 303, "nobody is locked out");
    }
}

on_both! {
    async fn a_new_device_is_told_by_mail_and_a_known_one_is_not(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.client();
        assert_eq!(next_mail(&app).await.map(|(_, message, _)| message).as_deref(), Some("second_factor_set"));

        client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);
        assert_eq!(next_mail(&app).await.map(|(to, message, _)| (to, message)), Some((ADMINISTRATOR.to_owned(), "new_device".to_owned())));
        client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);

        assert!(next_mail(&app).await.is_none());
    }
}

on_both! {
    async fn somebody_changes_name_language_and_password_and_ends_sessions(database) {
        let app = TestApp::start(database).await;
        let client = resident(&app, ADA).await;
        let name = |name: &str| client.submit("/en/account/profile", &[("name", name), ("language", "de")]);
        assert_eq!(name("Ada\u{202e}x").status, 422);
        assert_eq!(name("Ada\r\nBcc: x").status, 422);
        assert_eq!(name(" Ádá Łovelace ").status, 303);
        assert!(client.get("/en/account").text(".facts").contains("Ádá Łovelace"));
        assert_eq!((name("").status, name("Ada").status), (303, 303), "without a task nobody needs a name");

        let set = |password: &str| client.submit("/en/account/password", &[("password", password)]);
        assert!(set("short").text(".why").contains("too short"));
        assert!(set("password1234").text(".why").contains("easily guessed"));
        let elsewhere = resident(&app, ADA).await;
        assert_eq!(set("four words by the river").status, 303);
        assert_eq!(elsewhere.get("/en/account").status, 303, "other sessions ended");
        assert_eq!(elsewhere.sign_in(ADA, "four words by the river").status, 303);
        assert_eq!(elsewhere.get("/en/account").status, 200);
        assert_eq!(client.submit("/en/account/sessions", &[]).status, 303);
        assert_eq!((elsewhere.get("/en/account").status, client.get("/en/account").status), (303, 200));
        assert_eq!(client.submit("/en/account/password", &[("remove", "1")]).status, 303);
        assert_eq!(elsewhere.sign_in(ADA, "four words by the river").status, 422);
    }
}

on_both! {
    async fn another_address_counts_when_its_mailbox_has_shown_the_link(database) {
        let app = TestApp::start(database).await;
        let (client, new) = (resident(&app, ADA).await, "ada.new@example.org");
        assert_eq!(client.submit("/en/account/address", &[("email", "nonsense")]).status, 422);

        assert_eq!(client.submit("/en/account/address", &[("email", new)]).status, 303);
        let (to, message, secret) = next_mail(&app).await.unwrap();
        let secret = secret.unwrap();
        assert_eq!((to.as_str(), message.as_str()), (new, "confirm_address"));
        assert!(has_account(&app, ADA).await, "nothing yet");
        let link = format!("/en/account/address?token={}", secret.token());
        assert!(app.client().get(&link).text(".lead").contains("Open this link where you asked for it."), "no sign-in: that makes a second account");
        let somebody = resident(&app, "eve@example.org").await;
        assert_eq!(somebody.submit("/en/account/address", &[("token", secret.token())]).status, 403, "not their account");
        let elsewhere = resident(&app, ADA).await;
        assert_eq!(client.get(&link).status, 200);
        assert!(has_account(&app, ADA).await, "opening changes nothing");
        assert_eq!(client.submit("/en/account/address", &[("token", secret.token())]).status, 200);
        assert_eq!(elsewhere.get("/en/account").status, 303, "other sessions ended");

        assert!(has_account(&app, new).await && !has_account(&app, ADA).await);
        assert_eq!(next_mail(&app).await.map(|(to, message, _)| (to, message)), Some((ADA.to_owned(), "address_changed".to_owned())));
        for settled in [client.submit("/en/account/address", &[("token", secret.token())]), client.get(&link)] {
            assert_eq!(settled.status, 200, "a second click and the back button lead on");
            assert!(settled.text(".lead").contains("This was done already") && settled.text("main").contains(new), "{}", settled.body);
        }
        let stranger = app.client().get(&link);
        assert!(stranger.status == 410 && !stranger.body.contains(new), "nobody else learns anything");
        let forged = client.get("/en/account/address?token=forged");
        assert!(forged.status == 410 && forged.text(".acts").contains("Have a new link sent"), "{}", forged.body);
        let other = resident(&app, "bob@example.org").await;
        assert_eq!(other.submit("/en/account/address", &[("email", new)]).status, 303, "not told who has an account");
        let (_, _, secret) = next_mail(&app).await.unwrap();
        assert_eq!(other.submit("/en/account/address", &[("token", secret.unwrap().token())]).status, 409);
        assert!(has_account(&app, "bob@example.org").await);
    }
}

on_both! {
    async fn what_touches_the_way_in_takes_the_telephone_where_there_is_one(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        app.administrator("bob@example.org").await;
        let client = app.client();
        client.sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD);

        for (path, fields) in [
            ("/en/account/delete", [("sure", "1")]),
            ("/en/account/password", [("password", "four words by the river")]),
            ("/en/account/password", [("remove", "1")]),
            ("/en/account/address", [("email", "thief@example.org")]),
        ] {
            let answer = client.submit(path, &fields);
            assert_eq!((answer.status, answer.header("x-error-code")), (403, Some("second_factor_missing")), "{path}");
        }

        assert!(has_account(&app, ADMINISTRATOR).await);
        assert_eq!(app.client().sign_in(ADMINISTRATOR, crate::harness::app::PASSWORD).status, 303);
    }
}

on_both! {
    async fn an_account_is_taken_away_and_deleted_with_everything_that_names_the_person(database) {
        let app = TestApp::start(database).await;
        let client = resident(&app, ADA).await;
        let archive = client.get("/en/account/data");
        assert_eq!((archive.status, archive.header("content-type")), (200, Some("application/zip")));
        assert!(archive.body.contains(ADA) && archive.body.contains("sessions.json"));

        assert_eq!(client.submit("/en/account/delete", &[]).status, 422, "the box is not ticked");
        assert!(has_account(&app, ADA).await);
        let bob = resident(&app, "bob@example.org").await;
        let asked = [client.submit("/en/account/address", &[("email", "bob@example.org")]), bob.submit("/en/account/address", &[("email", "new@example.org")])];
        assert_eq!(asked.map(|answer| answer.status), [303, 303]);
        let gone = client.submit("/en/account/delete", &[("sure", "1")]);
        let told = app.db.read(|conn| mails::table.select((mails::recipient, mails::message)).load::<(String, String)>(conn).map_err(StoreError::from)).await.unwrap();
        let to = |address: &str| told.iter().filter(|(to, _)| to == address).map(|(_, message)| message.as_str()).collect::<Vec<_>>();
        assert!(!to("bob@example.org").contains(&"confirm_address"), "the address that waited is forgotten: {told:?}");
        assert!(to("new@example.org").contains(&"confirm_address"), "that of somebody else is not: {told:?}");
        app.db.write(Lock::Nothing, |tx| delete_mails_to(tx, &Email::parse("new@example.org").unwrap())).await.unwrap();

        assert_eq!((gone.status, gone.text("h1").as_str()), (200, "Your account is deleted"));
        assert_eq!(client.cookie("office"), None);
        assert!(!has_account(&app, ADA).await);
        assert_eq!(next_mail(&app).await.map(|(to, message, _)| (to, message)), Some((ADA.to_owned(), "account_deleted".to_owned())));
        assert!(next_mail(&app).await.is_none());
    }
}

on_both! {
    async fn the_last_administrator_cannot_leave_and_of_two_who_leave_at_once_one_stays(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let one = app.signed_in();
        let kept = one.submit("/en/account/delete", &[("sure", "1")]);
        assert_eq!(kept.status, 409);
        assert!(kept.text(".why").contains("You are the only one"), "{}", kept.body);
        app.administrator("bob@example.org").await;
        let other = app.client();
        app.enter(&other, "bob@example.org").await;

        let answers: Vec<u16> = std::thread::scope(|scope| {
            let leave = |client: Client| scope.spawn(move || client.submit("/en/account/delete", &[("sure", "1")]).status);
            [one, other].map(leave).into_iter().map(|thread| thread.join().unwrap()).collect()
        });

        let mut sorted = answers.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [200, 409], "{answers:?}");
    }
}

on_both! {
    async fn an_account_lists_the_proposals_with_its_confirmed_address(database) {
        let stage = Stage::new(database).await;
        let round = stage.id();
        collect(&stage.app, round).await;
        let by = |title: &str, address: &str| NewProposal { email: Some(Email::parse(address).unwrap()), ..proposal(title, "Shade for all.") };
        let (own, _) = propose(&stage.app, round, by("Benches", ADA)).await;
        let (_, code) = propose(&stage.app, round, by("Swings", ADA)).await;
        propose(&stage.app, round, by("Bicycles", "bea@example.org")).await;
        take_back(&stage.app, &code).await;
        while next_mail(&stage.app).await.is_some() {}

        let ada = resident(&stage.app, ADA).await;
        let page = ada.get("/en/account");

        let listed = page.text("section[aria-labelledby=proposals]");
        assert!(listed.contains(&own.padded()) && listed.contains("Benches") && !listed.contains("Swings"), "{listed}");
        assert!(!listed.contains("Bicycles") && listed.contains("Received"), "{listed}");
        assert!(page.body.contains(&format!("href=\"/en/rounds/lindenau/proposals/{}\"", own.padded())));
        assert!(page.body.contains("href=\"/en/proposals/mine\""));
        let asking = Asking { question: Prose::parse("Where?").unwrap(), answer_by: stage.app.time.get().plus(TimeDelta::days(9)) };
        ask_author(&stage.app.db, OFFICE, (own, SeenVersion(1)), (asking, String::new())).await.unwrap();
        while next_mail(&stage.app).await.is_some() {}
        let asked = ada.get("/en/account").text("section[aria-labelledby=proposals]");
        assert!(asked.contains("Question to the author"), "the list says what the public page says: {asked}");
        let other = resident(&stage.app, "carl@example.org").await;
        assert!(other.get("/en/account").text("section[aria-labelledby=proposals]").contains("None has your e-mail address"));
        let account = account_of(&stage.app, "carl@example.org").await;
        ask_for_address(&stage.app.db, stage.app.keys.installation(), Actor::Member(account), account, Email::parse("bea@example.org").unwrap(), Language::English).await.unwrap();
        assert!(!other.get("/en/account").text("main").contains("Bicycles"), "an address that waits does not count");
    }
}

async fn account_of(app: &TestApp, email: &str) -> AccountId {
    let email = Email::parse(email).unwrap();
    app.db.read(move |conn| find_account_by_email(conn, &email)).await.unwrap().unwrap().id
}

on_both! {
    async fn the_digits_of_a_mail_sent_twice_lead_on_whoever_they_let_in(database) {
        let app = TestApp::start(database).await;
        let client = app.client();
        let (page, secret) = ask(&app, &client, ADA).await;
        let code = secret.code().unwrap();
        assert_eq!(enter_code(&client, &page, code).status, 303);

        let twice = enter_code(&client, &page, code);

        assert_eq!((twice.status, twice.header("location")), (303, Some("/en/sign-in")), "without the token of the session");
        let request = page.value("request").unwrap();
        let back = client.submit("/en/sign-in/code", &[("request", request.as_str()), ("code", code)]);
        assert_eq!(back.status, 200, "the back button shows the form anew, with the token");
        assert!(back.text(".lead").contains(&format!("Signed in here: {ADA}")), "{}", back.body);
        let stranger = enter_code(&app.client(), &page, code);
        assert!(stranger.status == 422 && stranger.text(".why").contains("not good any more"), "{}", stranger.body);
    }
}

on_both! {
    async fn a_password_typed_where_somebody_else_is_signed_in_by_now_lets_nobody_in(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let client = app.client();
        let fields = [("email", ADMINISTRATOR), ("password", crate::harness::app::PASSWORD), ("next", "/en/office/people")];
        assert_eq!(client.post("/en/sign-in", &fields).status, 303);

        let other = client.post("/en/sign-in", &[("email", "bea@example.org"), ("password", "of somebody else")]);

        assert_eq!((other.status, other.set_cookie("office")), (303, None), "nobody lands in the account of somebody else");
        assert_eq!(other.header("location"), Some("/en/sign-in?after=twice"));
        let told = client.get("/en/sign-in?after=twice");
        assert!(told.text(".lead").contains("Signed in here: Ada"), "{}", told.body);
        assert!(told.text("main form").contains("Is this not you?"), "{}", told.body);
        let twice = client.post("/en/sign-in", &fields);
        assert_eq!(twice.header("location"), Some("/en/sign-in?after=twice&next=%2Fen%2Foffice%2Fpeople"), "a double click");
        let elsewhere = [("sec-fetch-site", "cross-site")];
        assert_eq!(client.post_with("/en/sign-in", &elsewhere, &fields).status, 403);
    }
}
