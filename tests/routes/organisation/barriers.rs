//! Barriers: reported by anybody, answered by the office.

use allmende::domain::time::Instant;
use allmende::store::mails::list_mails;
use chrono::TimeDelta;

use super::office;
use crate::harness::app::TestApp;

const FORM: &str = "/en/accessibility/report";
const LIST: &str = "/en/office/accessibility-reports";
const PROBLEM: &str = "The button \"Vote\" <is> silent.\r\nSecond line.";

/// To whom mails about barriers go, and what they say.
async fn mails(app: &TestApp) -> Vec<(String, String)> {
    let list = app.db.read(|conn| list_mails(conn, 0, 10)).await.unwrap();
    let about_barriers = list.into_iter().filter(|mail| mail.parameters.contains("accessibility_report"));
    about_barriers.map(|mail| (mail.recipient, mail.parameters)).collect()
}

on_both! {
    async fn a_barrier_is_reported_without_an_account_and_answered_on_its_page(database) {
        let app = TestApp::start(database).await;
        app.time.set(Instant::parse("2027-01-31T10:00:00Z").unwrap());
        let app = app.with_administrator().await;
        let (client, visitor) = (app.signed_in(), app.client());
        let form = visitor.get("/en/accessibility/report?page=/en/rounds/a/vote");
        assert_eq!(form.value("page").as_deref(), Some("/en/rounds/a/vote"));
        assert!(visitor.get("/en/accessibility").body.contains("href=\"/en/accessibility/report\""));

        let sent = visitor.post(FORM, &[("problem", PROBLEM), ("page", "/en/rounds/a/vote"), ("email", " Resident@Example.org ")]);

        let way = sent.header("location").unwrap().to_owned();
        assert!(sent.status == 303 && way.starts_with("/en/accessibility/report/"), "{way}");
        let page = visitor.get(&way);
        assert_eq!((page.status, page.header("cache-control")), (200, Some("private, no-store")));
        assert!(page.text("h1").contains("Report no. 1") && page.text(".lead").contains("Sunday, 28 February 2027"), "{}", page.body);
        assert!(page.body.contains("&lt;is&gt;") && page.text(".slip").contains(&way));
        assert!(!page.text("main").contains("resident@example.org"), "the address stands on no page that a link opens");
        assert!(!page.body.contains(&format!("page={}", way.replace('/', "%2F"))), "its own secret is in no link");
        let list = client.get(LIST);
        assert!(list.text("main").contains("Answer by Sunday, 28 February 2027"), "{}", list.text("main"));
        let answer = client.submit(&format!("{LIST}/1"), &[("answer", "Mended today.\nThank you.")]);
        assert_eq!(answer.header("location"), Some("/en/office/accessibility-reports?saved=1"));
        assert!(visitor.get(&way).text(".office").contains("Mended today."));
        assert!(client.get(&format!("{LIST}?show=answered")).text("main").contains("Answered on 31 January 2027"));
        let late = client.submit(&format!("{LIST}/1"), &[("answer", "Another answer that took long.")]);
        assert_eq!(late.status, 409);
        assert!(late.text("main").contains("Another answer that took long.") && late.text("main").contains("Mended today."));

        let sent = mails(&app).await;
        assert_eq!(sent.len(), 2, "one when it came, one with the answer");
        assert!(sent.iter().all(|(to, _)| to == "resident@example.org"));
        assert!(sent.iter().any(|(_, text)| text.contains("2027-02-28")) && sent.iter().any(|(_, text)| text.contains("Mended today.")));
    }
}

on_both! {
    async fn a_report_that_is_overdue_says_so(database) {
        let (app, client) = office(database).await;
        app.client().post(FORM, &[("problem", "The map is closed to the keyboard.")]);
        assert!(!client.get(LIST).text("main").contains("Overdue"));

        app.time.set(app.time.get().plus(TimeDelta::days(32)));
        let client = { drop(client); app.signed_in() };

        assert!(client.get(LIST).text(".late").contains("Overdue since"));
        assert_eq!(mails(&app).await.len(), 0, "nobody gave an address");
    }
}

on_both! {
    async fn bad_reports_are_told_and_keep_what_was_typed(database) {
        let app = TestApp::start(database).await;
        let visitor = app.client();
        let (long, line) = ("ä".repeat(4001), "a".repeat(121));
        let table = [
            ("problem", "", "Fill in this field."),
            ("problem", &long, "Shorten it to 4,000 characters."),
            ("problem", "a\u{202e}b", "The text holds a sign that nobody sees."),
            ("page", &line, "Shorten it to 120 characters."),
            ("page", "a\nb", "Write everything in one line."),
            ("email", "nobody", "Write an e-mail address such as"),
        ];

        for (field, value, words) in table {
            let mut fields = vec![("problem", "Something fails."), ("page", ""), ("email", "")];
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let answer = visitor.post(FORM, &fields);
            assert_eq!(answer.status, 422, "{field} {value:?}");
            let body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
            assert!(body.matches(words).count() >= 2, "{words}");
        }
        for foreign in ["https://evil.example/", "javascript:alert(1)", "/de/imprint", &format!("/en/{line}")] {
            let query: String = url::form_urlencoded::byte_serialize(foreign.as_bytes()).collect();
            assert_eq!(visitor.get(&format!("{FORM}?page={query}")).value("page").as_deref(), Some(""), "{foreign}");
        }
        for token in ["0", &"0".repeat(32), "../imprint"] {
            assert_eq!(visitor.get(&format!("{FORM}/{token}")).status, 404, "{token}");
        }
    }
}

on_both! {
    async fn one_address_reports_ten_times_an_hour(database) {
        let app = TestApp::start(database).await;
        let visitor = app.client();
        let report = || visitor.post(FORM, &[("problem", "Again.")]).status;

        for _ in 0..10 {
            assert_eq!(report(), 303);
        }
        let typed = [("problem", "The button\r\nis <too> small."), ("page", "/en/help"), ("email", "a@b.example")];
        let full = visitor.post(FORM, &typed);
        assert_eq!((full.status, full.text("textarea").replace("\r\n", "\n").trim()), (429, "The button\nis <too> small."), "nothing is lost");
        assert_eq!((full.value("page").as_deref(), full.value("email").as_deref()), (Some("/en/help"), Some("a@b.example")));
        assert!(full.header("retry-after").is_some() && full.text(".problem").contains("Send it again from"), "{}", full.body);
        app.time.set(app.time.get().plus(TimeDelta::minutes(61)));
        assert_eq!(report(), 303);
    }
}

on_both! {
    async fn only_the_office_reads_reports(database) {
        let (app, _client) = office(database).await;
        app.client().post(FORM, &[("problem", "Something fails.")]);

        for path in [LIST.to_owned(), format!("{LIST}/1")] {
            let answer = app.client().get(&path);
            assert_eq!(answer.status, 303, "{path}");
            assert!(answer.header("location").unwrap().starts_with("/en/sign-in"), "{path}");
        }
        assert_eq!(app.signed_in().get(&format!("{LIST}/2")).status, 404);
    }
}

on_both! {
    async fn a_double_click_reports_once(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let key = visitor.get(FORM).value("form").unwrap();
        let send = |problem: &str| {
            let fields = [("form", key.as_str()), ("problem", problem), ("page", ""), ("email", "")];
            visitor.post(FORM, &fields).header("location").unwrap().to_owned()
        };

        let first = send("Something fails.");

        assert_eq!(send("Something fails."), first);
        assert_ne!(send("Something else fails."), first);
        assert!(client.get(LIST).text("main").contains("Waiting: 2"), "{}", client.get(LIST).text("main"));
    }
}
