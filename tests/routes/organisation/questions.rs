//! Questions to the office: asked by anybody, answered in public or alone.

use allmende::actions::question::{PublicAnswer, WriteQuestion, write_question};
use allmende::domain::role::{Grant, Role};
use allmende::domain::text::Prose;
use allmende::domain::time::Instant;
use allmende::locale::Language;
use allmende::store::mails::list_mails;
use chrono::TimeDelta;

use super::office;
use crate::harness::app::TestApp;
use crate::harness::client::{Answer, Client};
use crate::harness::rounds::OFFICE;
use crate::routes::permissions::trier;
use crate::routes::stage::Stage;

const FORM: &str = "/en/help/ask";
const HELP: &str = "/en/help";
const LIST: &str = "/en/office/questions";
const QUESTION: &str = "May children vote, says <b>Ada Asker</b>?\r\nShe lives next door.";

/// The parameters of all mails about questions.
async fn mails(app: &TestApp) -> Vec<(String, String)> {
    let list = app.db.read(|conn| list_mails(conn, 0, 10)).await.unwrap();
    let about_questions = list.into_iter().filter(|mail| mail.parameters.contains("\"question_"));
    about_questions.map(|mail| (mail.recipient, mail.parameters)).collect()
}

/// Asks and answers where the question is read.
fn ask(visitor: &Client, question: &str) -> String {
    let sent = visitor.post(FORM, &[("question", question), ("round", ""), ("email", "")]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.header("location").unwrap().to_owned()
}

/// Sends a form of a question as it stands now.
fn settle(client: &Client, number: u32, fields: &[(&str, &str)]) -> Answer {
    let path = format!("{LIST}/{number}");
    let version = client.get(&path).value("version").unwrap();
    client.submit(&path, &[fields, &[("version", version.as_str())]].concat())
}

fn publish(client: &Client, number: u32, (question, answer): (&str, &str), place: &str) {
    let fields = [("act", "publish"), ("public_text", question), ("answer", answer), ("place", place)];
    let answer = settle(client, number, &fields);
    assert_eq!(answer.header("location"), Some(&*format!("{LIST}?done={number}")), "{}", answer.body);
}

on_both! {
    async fn a_question_is_asked_without_an_account_and_answered_for_everybody(database) {
        let app = TestApp::start(database).await;
        app.time.set(Instant::parse("2027-04-19T10:00:00Z").unwrap());
        let app = app.with_administrator().await;
        let (client, visitor) = (app.signed_in(), app.client());
        assert!(visitor.get(HELP).text("main").contains("There is no answer here yet."));
        assert!(visitor.get(HELP).text("main").contains("Is my vote secret?"));

        let sent = visitor.post(FORM, &[("question", QUESTION), ("email", " Asker@Example.org ")]);

        let way = sent.header("location").unwrap().to_owned();
        assert!(sent.status == 303 && way.starts_with("/en/help/questions/"), "{way}");
        let page = visitor.get(&way);
        assert_eq!((page.status, page.header("cache-control")), (200, Some("private, no-store")));
        assert!(page.text("h1").contains("no. 1") && page.text(".lead").contains("Monday, 3 May 2027"), "{}", page.body);
        assert!(page.body.contains("&lt;b&gt;") && page.text(".slip").contains(&way));
        assert!(!page.text("main").contains("asker@example.org"), "the address stands on no page that a link opens");
        assert!(!page.body.contains(&format!("page={}", way.replace('/', "%2F"))), "its own secret is in no link");
        assert!(client.get(LIST).text("main").contains("Answer by Monday, 3 May 2027"));
        assert!(!client.get(LIST).body.contains("asker@example.org"));
        let shown = client.get(&format!("{LIST}/1"));
        assert!(shown.text("main").contains("asker@example.org") && !shown.text("textarea").contains("Ada Asker"));
        assert!(!visitor.get(HELP).body.contains("May children vote"), "nothing is public yet");

        publish(&client, 1, ("May children vote?", "Yes, from the age of 14.\nAsk their parents."), "");

        let help = visitor.get(HELP).text("main");
        assert!(help.contains("May children vote?") && help.contains("Yes, from the age of 14."), "{help}");
        assert!(help.contains("The office, 19 April 2027") && help.contains("Asked on 19 April 2027"), "{help}");
        assert!(!help.contains("Asker"));
        let own = visitor.get(&way);
        assert!(own.text(".office").contains("from the age of 14") && own.text("main").contains("are public"));
        assert!(client.get(&format!("{LIST}?show=public&done=1")).text("[role=alert]").contains("no. 1 is now: answered in public"));
        let mails = mails(&app).await;
        assert!(mails.len() == 2 && mails.iter().all(|(to, _)| to == "asker@example.org"), "{mails:?}");
        assert!(mails.iter().any(|(_, text)| text.contains("2027-05-03")));
        assert!(mails.iter().any(|(_, text)| text.contains("from the age of 14") && text.contains("\"public\":true")));
    }
}

on_both! {
    async fn the_office_edits_what_is_public_and_takes_it_out_again(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let way = ask(&visitor, "Who mows?");
        publish(&client, 1, ("Who mows?", "We do."), "");
        publish(&client, 1, ("Who mows the meadow?", "The parks department."), "");
        let help = visitor.get(HELP).text("main");
        assert!(help.contains("Who mows the meadow?") && help.contains("The parks department.") && !help.contains("We do."));

        let out = settle(&client, 1, &[("act", "take_out")]);

        assert_eq!(out.status, 303);
        assert!(!visitor.get(HELP).body.contains("Who mows"));
        assert!(visitor.get(&way).text("main").contains("The parks department."), "whoever asked keeps the answer");
        assert!(client.get(&format!("{LIST}?show=rest")).text("main").contains("answered, not public"));
        for (act, count) in [("question_published", 1), ("question_changed", 1), ("question_taken_out", 1)] {
            let entries = app.entries(act).await;
            assert_eq!(entries.len(), count, "{act}");
            assert!(entries.iter().all(|(_, body)| !body.contains("mows") && body.contains("\"question\":1")), "{entries:?}");
        }
        assert!(visitor.get("/en/record").text("main").contains("Question no. 1 is public no more."));
    }
}

on_both! {
    async fn an_answer_for_one_and_a_question_set_aside_are_public_nowhere(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let (alone, aside) = (ask(&visitor, "Where is my slip?"), ask(&visitor, "Buy our carpets!"));

        let missing = settle(&client, 1, &[("act", "answer_alone"), ("public_text", ""), ("answer", " ")]);
        assert_eq!(missing.status, 422);
        assert_eq!(settle(&client, 1, &[("act", "answer_alone"), ("public_text", "kept?"), ("answer", "In our safe.")]).status, 303);
        assert_eq!(settle(&client, 2, &[("act", "set_aside")]).status, 422, "a reason is needed");
        assert_eq!(settle(&client, 2, &[("act", "set_aside"), ("reason", "advertising")]).status, 303);

        assert!(visitor.get(&alone).text("main").contains("In our safe.") && visitor.get(&alone).text("main").contains("on this page only"));
        assert!(visitor.get(&aside).text("main").contains("Advertising"));
        let help = visitor.get(HELP).body;
        assert!(!help.contains("slip?") && !help.contains("In our safe.") && !help.contains("carpets"));
        let again = settle(&client, 1, &[("act", "answer_alone"), ("answer", "In our cellar.")]);
        assert_eq!(again.status, 409);
        assert!(again.body.contains("In our cellar.</textarea>") && again.text("main").contains("In our safe."));
        publish(&client, 2, ("What do carpets cost?", "We sell none."), "");
        assert!(visitor.get(&aside).text("main").contains("We sell none."), "what was set aside can still be answered");
        assert_eq!(client.submit(&format!("{LIST}/1"), &[("act", "burn"), ("version", "2")]).status, 400);
    }
}

on_both! {
    async fn what_is_asked_most_stands_first_in_the_order_of_the_office(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let write = |question: &str, place: &str| {
            let fields = [("public_text", question), ("answer", "Yes."), ("place", place), ("language", "en"), ("round", "")];
            client.submit(&format!("{LIST}/new"), &fields)
        };
        for (number, (question, place)) in [("First?", "2"), ("Second?", "1"), ("Third?", "")].into_iter().enumerate() {
            let sent = write(question, place);
            assert_eq!(sent.header("location"), Some(&*format!("{LIST}?show=public&done={}", number + 1)), "{}", sent.body);
        }
        let frequent = || visitor.get(HELP).text("section[aria-labelledby=frequent]");
        assert!(frequent().find("Second?") < frequent().find("First?") && !frequent().contains("Third?"), "{}", frequent());
        assert!(!visitor.get(HELP).text("section[aria-labelledby=answers]").contains("First?"), "nothing stands twice");

        publish(&client, 3, ("Third?", "Yes."), "1");

        assert!(frequent().contains("Third?") && !frequent().contains("Second?"), "the place is given up: {}", frequent());
        assert!(visitor.get(HELP).text("section[aria-labelledby=answers]").contains("Second?"));
        for (field, value) in [("place", "11"), ("language", "fr"), ("round", "nowhere"), ("answer", "")] {
            let fields = [("public_text", "Kept?"), ("answer", "Yes."), ("place", ""), ("language", "de"), ("round", "")];
            let fields = fields.map(|(name, typed)| (name, if name == field { value } else { typed }));
            let refused = client.submit(&format!("{LIST}/new"), &fields);
            assert_eq!(refused.status, 422, "{field}");
            assert!(refused.text("textarea").contains("Kept?"), "{field}");
        }
    }
}

on_both! {
    async fn a_round_has_its_own_questions_and_the_list_has_pages(database) {
        let stage = Stage::new(database).await;
        let (client, visitor) = (stage.app.signed_in(), stage.app.client());
        let form = visitor.get(&format!("{FORM}?round=lindenau"));
        assert!(form.body.contains("value=\"lindenau\" selected"), "{}", form.body);
        assert!(!visitor.get(&format!("{FORM}?round=%22%3E%3Cb%3E")).body.contains("<b>\""));
        let sent = visitor.post(FORM, &[("question", "How many points?"), ("round", "lindenau")]);
        assert_eq!(sent.status, 303);
        publish(&client, 1, ("How many points?", "Five."), "");
        for number in 2..=22 {
            let text = Prose::parse(&format!("Question {number}?")).unwrap();
            let public = PublicAnswer { text, answer: Prose::parse("Yes.").unwrap(), place: None };
            let new = WriteQuestion { round: None, language: Language::English, public };
            write_question(&stage.app.db, OFFICE, new).await.unwrap();
        }

        let narrowed = visitor.get(&format!("{HELP}?round=lindenau"));
        let first = visitor.get(HELP).text("section[aria-labelledby=answers]");
        let second = visitor.get(&format!("{HELP}?page=2")).text("main");

        assert!(narrowed.text("main").contains("How many points?") && !narrowed.text("main").contains("Question 7?"));
        assert!(visitor.get("/en/rounds/lindenau").body.contains("href=\"/en/help?round=lindenau\""));
        assert!(first.contains("Question 22?") && !first.contains("Question 2?"), "{first}");
        assert!(second.contains("Question 2?") && second.contains("How many points?") && !second.contains("Question 22?"));
        for unknown in ["never-held", "%22", "A"] {
            assert_eq!(visitor.get(&format!("{HELP}?round={unknown}")).status, 404, "{unknown}");
        }
    }
}

on_both! {
    async fn a_question_that_is_overdue_says_so(database) {
        let (app, client) = office(database).await;
        let way = ask(&app.client(), "Still there?");
        assert!(!client.get(LIST).text("main").contains("Overdue"));

        app.time.set(app.time.get().plus(TimeDelta::days(15)));
        let client = { drop(client); app.signed_in() };

        assert!(client.get(LIST).text(".late").contains("Overdue since"));
        assert!(app.client().get(&way).text(".lead").contains("Please call us"));
        assert_eq!(mails(&app).await.len(), 0, "nobody gave an address");
    }
}

on_both! {
    async fn bad_questions_are_told_and_keep_what_was_typed(database) {
        let app = TestApp::start(database).await;
        let visitor = app.client();
        let long = "ä".repeat(2001);
        let table = [
            ("question", " ", "Fill in this field."),
            ("question", &long, "Shorten it to 2,000 characters."),
            ("question", "a\u{202e}b", "The text holds a sign that nobody sees."),
            ("email", "nobody", "Write an e-mail address such as"),
        ];

        for (field, value, words) in table {
            let mut fields = vec![("question", "Why?"), ("email", "a@b.example")];
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let answer = visitor.post(FORM, &fields);
            assert_eq!(answer.status, 422, "{field} {value:?}");
            assert!(answer.body.replace(['\u{2068}', '\u{2069}'], "").matches(words).count() >= 2, "{words}");
            let kept = if field == "email" { answer.text("textarea") } else { answer.value("email").unwrap() };
            assert!(["Why?", "a@b.example"].contains(&kept.trim()), "{kept}");
        }
        assert_eq!(visitor.post(FORM, &[("question", "Why?"), ("round", "never-held")]).status, 422);
        for token in ["0", &"0".repeat(32), "../imprint"] {
            assert_eq!(visitor.get(&format!("/en/help/questions/{token}")).status, 404, "{token}");
        }
    }
}

on_both! {
    async fn what_is_copied_from_a_page_of_ours_is_taken_without_its_unseen_marks(database) {
        let app = TestApp::start(database).await;
        let visitor = app.client();

        let asked = visitor.post(FORM, &[("question", "What is “\u{2068}412\u{2069}”?"), ("email", "\u{2068}a@b.example\u{2069}")]);

        assert_eq!(asked.status, 303, "{}", asked.body);
        let shown = app.with_administrator().await.signed_in().get(&format!("{LIST}/1"));
        assert!(shown.body.contains("What is “412”?") && shown.body.contains("a@b.example"), "{}", shown.body);
    }
}

on_both! {
    async fn one_address_asks_ten_times_an_hour(database) {
        let app = TestApp::start(database).await;
        let visitor = app.client();
        let ask = || visitor.post(FORM, &[("question", "Again?")]).status;

        for _ in 0..10 {
            assert_eq!(ask(), 303);
        }
        let full = visitor.post(FORM, &[("question", "Again?")]);
        assert_eq!((full.status, full.text("textarea").trim()), (429, "Again?"), "the text is not lost");
        assert!(full.header("retry-after").is_some() && full.text(".problem").contains("Send it again from"));
        app.time.set(app.time.get().plus(TimeDelta::minutes(61)));
        assert_eq!(ask(), 303);
    }
}

on_both! {
    async fn moderators_answer_and_auditors_read_without_the_address(database) {
        let (app, _client) = office(database).await;
        app.client().post(FORM, &[("question", "Who is there?"), ("email", "asker@example.org")]);
        let auditor = trier(&app, "auditor", &[Grant::everywhere(Role::Auditor)], true).await.client;
        let moderator = trier(&app, "moderator", &[Grant::everywhere(Role::Moderator)], true).await.client;

        let read = auditor.get(&format!("{LIST}/1"));
        assert!(read.text("main").contains("Who is there?") && !read.body.contains("asker@example.org"), "{}", read.body);
        assert!(!auditor.get(LIST).body.contains(&format!("{LIST}/new")));
        assert_eq!(auditor.submit(&format!("{LIST}/1"), &[("act", "take_out"), ("version", "1")]).status, 403);
        assert!(moderator.get("/en/office").text("nav").contains("Questions"));
        assert!(moderator.get(&format!("{LIST}/1")).body.contains("asker@example.org"));
        publish(&moderator, 1, ("Who is there?", "We are."), "10");
        assert!(auditor.get(&format!("{LIST}/1")).text("main").contains("We are."));
        for path in [LIST.to_owned(), format!("{LIST}/1"), format!("{LIST}/new")] {
            let answer = app.client().get(&path);
            assert!(answer.status == 303 && answer.header("location").unwrap().starts_with("/en/sign-in"), "{path}");
        }
        assert_eq!(app.signed_in().get(&format!("{LIST}/2")).status, 404);
    }
}

on_both! {
    async fn a_double_click_and_the_back_button_ask_once_and_other_words_ask_anew(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let form = visitor.get(FORM);
        assert_eq!(form.header("cache-control"), Some("private, no-store"), "the form is drawn for one visitor");
        let key = form.value("form").unwrap();
        assert_ne!(visitor.get(FORM).value("form").as_deref(), Some(key.as_str()));
        let send = |question: &str| {
            let fields = [("form", key.as_str()), ("question", question), ("round", ""), ("email", "asker@example.org")];
            visitor.post(FORM, &fields).header("location").unwrap().to_owned()
        };

        let first = send("Who mows?");
        assert_eq!((0..12).map(|_| send("Who mows?")).filter(|again| *again == first).count(), 12, "not even over the limit");
        let other = send("Who waters?");

        assert_ne!(other, first, "what was written anew after going back is not lost");
        assert!(visitor.get(&first).text("main").contains("Who mows?") && visitor.get(&other).text("main").contains("Who waters?"));
        assert!(client.get(LIST).text("main").contains("Open: 2"), "{}", client.get(LIST).text("main"));
        assert_eq!(mails(&app).await.len(), 2, "each is told of once");
    }
}

on_both! {
    async fn an_answer_is_due_until_its_day_is_over_where_the_office_is(database) {
        let app = TestApp::start(database).await;
        // Half past ten in the evening in Berlin.
        app.time.set(Instant::parse("2027-04-19T20:30:00Z").unwrap());
        let app = app.with_administrator().await;
        let way = ask(&app.client(), "Still there?");
        assert!(app.client().get(&way).text(".lead").contains("Monday, 3 May 2027"));
        let is_late = || {
            let marks = [app.signed_in().get(LIST).text(".late"), app.client().get(&way).text(".lead")];
            (marks[0].contains("Overdue"), marks[1].contains("Please call us"))
        };

        app.time.set(Instant::parse("2027-05-03T21:59:59Z").unwrap());
        assert_eq!(is_late(), (false, false), "the last second of the day");
        app.time.set(Instant::parse("2027-05-03T22:00:00Z").unwrap());
        assert_eq!(is_late(), (true, true));
    }
}

on_both! {
    async fn public_answers_are_found_by_their_words(database) {
        let stage = Stage::new(database).await;
        let (client, visitor) = (stage.app.signed_in(), stage.app.client());
        ask(&visitor, "Who mows the grass?");
        publish(&client, 1, ("Who mows the meadows?", "The parks department."), "1");
        for number in 2..=24 {
            let text = Prose::parse(&format!("Bench {number}?")).unwrap();
            let public = PublicAnswer { text, answer: Prose::parse("Painted in spring.").unwrap(), place: None };
            let new = WriteQuestion { round: None, language: Language::English, public };
            write_question(&stage.app.db, OFFICE, new).await.unwrap();
        }
        let find = |words: &str| visitor.get(&format!("{HELP}?words={words}"));

        let one = find("MOWING+meadow");
        assert!(one.text("[role=status]").contains("One answer found.") && one.text("main").contains("The parks department."));
        assert_eq!(one.value("words").as_deref(), Some("MOWING meadow"));
        assert!(!one.body.contains("id=\"service\""), "{}", one.body);
        let many = find("painted&page=2");
        assert!(many.text("[role=status]").contains("23 answers found.") && many.text("main").contains("Bench 2?"));
        assert!(many.body.contains("words=painted"), "the pages keep the search");
        for nothing in ["grass", "mows+benches", "the", "%25%27%3B--", &"x".repeat(3000)] {
            let none = find(nothing).text("main");
            assert!(none.contains("Nothing found.") && none.contains("Use fewer or other words."), "{nothing}: {none}");
        }
        assert!(!find("%20").text("main").contains("found"), "nothing typed is no search");
        assert!(visitor.get(&format!("{HELP}?round=lindenau&words=painted")).text("main").contains("Nothing found."));

        let own = find("lost+letter");
        assert!(own.text("[role=status]").contains("One answer found."), "{}", own.text("main"));
        assert!(own.text("#service ~ details").contains("letter"), "the program's own answers are searched as well");
        assert!(!own.body.contains("id=\"answers\""), "and nothing says that there is none");

        publish(&client, 1, ("Who cuts the hedge?", "The parks department."), "");
        assert!(find("meadow").text("main").contains("Nothing found."));
        assert!(find("hedges").text("main").contains("One answer found."));
        assert_eq!(settle(&client, 1, &[("act", "take_out")]).status, 303);
        assert!(find("hedge").text("main").contains("Nothing found."), "what is taken out is not found");
    }
}
