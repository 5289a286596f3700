//! Each part is a form of its own with a version of its own.

use super::{office, part, save};
use crate::harness::app::ADMINISTRATOR;

const NAMES: [(&str, &str); 4] =
    [("name_de", "Lindenau"), ("name_en", "Lindenau"), ("service_name_de", "Haushalt"), ("service_name_en", "Budget")];

fn names<'a>(version: &'a str, name: &'a str) -> Vec<(&'a str, &'a str)> {
    let named = NAMES.map(|(field, value)| (field, if field.starts_with("name") { name } else { value }));
    [&[("version", version)][..], &named].concat()
}

on_both! {
    async fn the_old_address_leads_to_the_overview_which_names_what_is_filled_in(database) {
        let (_app, client) = office(database).await;
        save(&client, "name", &names("0", "Lindenau"));

        let old = client.get("/en/office/settings");
        let page = client.get("/en/office/organisation");

        assert_eq!((old.status, old.header("location")), (308, Some("/en/office/organisation")));
        assert_eq!((page.status, page.text("h1").as_str()), (200, "Organisation"));
        assert!(page.text("main").contains("Filled in") && page.text("main").contains("Still missing"));
        assert!(page.text("main").contains("Lindenau"));
    }
}

on_both! {
    async fn what_is_saved_shows_at_once_on_every_page(database) {
        let (_app, client) = office(database).await;
        assert_eq!(client.get(&part("name")).value("version").as_deref(), Some("0"), "nothing was entered yet");

        save(&client, "name", &names("0", "Lindenau"));
        save(&client, "texts", &[("version", "0"), ("imprint_de", "# Amt\r\n\r\n**Haus** <b>1</b>")]);

        let page = client.get("/en/office/organisation/name?saved=1");
        assert!(page.text("[role=alert]").starts_with("Saved."));
        assert!(page.text("header .brand").contains("Lindenau"));
        let texts = client.get(&part("texts"));
        assert!(texts.body.contains("<strong>Haus</strong> &lt;b&gt;1&lt;/b&gt;"), "the saved text as visitors see it");
        save(&client, "name", &names("1", "Lindenau am See"));
        assert!(client.get("/de/office").text("header .brand").contains("Lindenau am See"));
    }
}

on_both! {
    async fn two_who_edit_one_part_lose_nothing_and_other_parts_do_not_disturb(database) {
        let (app, one) = office(database).await;
        let other = app.client();
        app.enter(&other, ADMINISTRATOR).await;
        save(&one, "name", &names("0", "Lindenau"));

        save(&one, "name", &names("1", "Mine"));
        save(&other, "help", &[("version", "0"), ("help_telephone", "030 1")]);
        let late = other.submit(&part("name"), &names("1", "Theirs"));

        assert_eq!(late.status, 409);
        assert!(late.text(".problem").contains("Somebody else has saved meanwhile"));
        assert_eq!(late.value("name_de").as_deref(), Some("Theirs"));
        assert!(late.body.replace(['\u{2068}', '\u{2069}'], "").contains("Saved is: Mine"));
        assert_eq!(late.value("version").as_deref(), Some("2"), "the next try is one upon what is saved now");
        save(&other, "name", &names("2", "Theirs"));
        assert!(one.get("/de/office").text("header .brand").contains("Theirs"));
    }
}

on_both! {
    async fn two_who_enter_a_part_for_the_first_time_notice_each_other(database) {
        let (app, one) = office(database).await;
        let other = app.client();
        app.enter(&other, ADMINISTRATOR).await;
        let text = [("version", "0"), ("imprint_de", "Mine")];

        save(&one, "texts", &text);
        let late = other.submit(&part("texts"), &[("version", "0"), ("imprint_de", "Theirs")]);

        assert_eq!(late.status, 409);
        assert_eq!(late.text("#imprint_de"), "Theirs");
        assert!(late.text("details .slip").contains("Mine"), "the saved text stands beside what was typed");
    }
}

on_both! {
    async fn bad_input_is_told_at_its_field_and_nothing_is_saved(database) {
        let (_app, client) = office(database).await;
        let (long, text, override_mark) = ("ä".repeat(121), "ä".repeat(20_001), "a\u{202e}b");
        let table: [(&str, &str, &str, &str); 13] = [
            ("name", "name_de", "", "Fill in this field."),
            ("name", "service_name_en", "a\nBcc: b", "Write everything in one line."),
            ("name", "name_en", override_mark, "The text holds a sign that nobody sees."),
            ("help", "help_place_de", &long, "Shorten it to 120 characters."),
            ("help", "help_hours_de", "9\u{7}", "The text holds a sign that nobody sees."),
            ("help", "help_telephone", "call us", "Write the number with digits"),
            ("help", "help_email", "a@b.example\r\nBcc: c@d.example", "Write an e-mail address such as"),
            ("texts", "privacy_en", &text, "Shorten it to 20,000 characters."),
            ("texts", "imprint_de", "a\u{1b}[2J", "The text holds a sign that nobody sees."),
            ("languages", "time_zone", "Mars/Olympus", "We do not know this time zone."),
            ("words", "council_de", "a\u{2028}b", "Write everything in one line."),
            ("easy", "sign_language_de", "javascript:alert(1)", "Write an address that begins with https://."),
            ("colours", "act_light", "red", "Write the colour with six signs"),
        ];

        for (name, field, value, words) in table {
            let path = part(name);
            let valid = [("version", "0"), ("offer_de", "1"), ("time_zone", "Europe/Berlin")];
            let mut fields = [&valid[..], &NAMES].concat();
            fields.retain(|(known, _)| *known != field);
            fields.push((field, value));
            let answer = client.submit(&path, &fields);

            assert_eq!(answer.status, 422, "{name} {field}");
            let body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
            assert!(body.matches(words).count() >= 2, "in the summary and at the field: {words}");
            assert!(answer.text("title").starts_with("Error:"), "{name} {field}");
            assert_eq!(client.get(&path).value("version").as_deref(), Some("0"), "{name} {field}: nothing is saved");
            if !text.starts_with(value) {
                let kept = answer.value(field).or_else(|| Some(answer.text(&format!("#{field}")))).unwrap();
                assert_eq!(kept.replace("\r\n", "\n"), value.replace("\r\n", "\n"), "{name} {field}: what was typed is kept");
            }
        }
    }
}

on_both! {
    async fn a_language_that_is_not_offered_leads_to_one_that_is(database) {
        let (app, client) = office(database).await;
        let none = client.submit(&part("languages"), &[("version", "0"), ("time_zone", "Europe/Berlin")]);
        assert_eq!(none.status, 422, "at least one stays");

        save(&client, "languages", &[("version", "0"), ("offer_de", "1"), ("time_zone", "Europe/Vienna")]);

        let visitor = app.client();
        let english = visitor.get("/en/imprint?a=b");
        assert_eq!((english.status, english.header("location")), (303, Some("/de/imprint?a=b")));
        let anywhere = visitor.send("GET", "/imprint", &[("accept-language", "en")], None);
        assert_eq!(anywhere.header("location"), Some("/de/imprint"));
        assert!(!visitor.get("/de/imprint").body.contains("hreflang=\"en\""), "no link to it");
        let page = client.get("/de/office/organisation/languages");
        assert_eq!(page.value("time_zone").as_deref(), Some("Europe/Vienna"));
    }
}

on_both! {
    async fn neighbourhoods_are_added_renamed_moved_and_removed(database) {
        let (app, client) = office(database).await;
        let path = part("neighbourhoods");
        let rows = |fields: &[(&str, &str)]| save(&client, "neighbourhoods", fields);
        let names = || client.get(&path).body.lines().filter(|line| line.contains("<legend class=\"vh\">")).count();
        assert_eq!(names(), 3, "room for new ones");

        rows(&[
            ("version", "0"), ("rows", "3"), ("name_de_1", "Nord"), ("name_en_1", "North"), ("name_de_2", "Süd"),
            ("name_en_2", "South"),
        ]);
        let page = client.get(&path);
        let (first, second) = (page.value("id_1").unwrap(), page.value("id_2").unwrap());
        assert_eq!((page.value("name_en_1").as_deref(), page.value("position_2").as_deref()), (Some("North"), Some("2")));
        rows(&[
            ("version", "1"), ("rows", "3"), ("id_1", &first), ("position_1", "2"), ("name_de_1", "Norden"),
            ("name_en_1", "The north"), ("id_2", &second), ("position_2", "1"), ("name_de_2", "Süd"), ("name_en_2", "South"),
        ]);
        let page = client.get(&path);
        assert_eq!((page.value("id_1"), page.value("id_2")), (Some(second.clone()), Some(first.clone())), "moved, not made anew");
        assert_eq!(page.value("name_de_2").as_deref(), Some("Norden"));
        let late = client.submit(&path, &[("version", "1"), ("rows", "1"), ("name_de_1", "Ost"), ("name_en_1", "East")]);
        assert_eq!((late.status, late.value("name_de_1").as_deref()), (409, Some("Ost")));
        assert!(late.text(".note").contains("The north"), "what is saved stands beside");
        let half = client.submit(&path, &[("version", "2"), ("rows", "1"), ("name_de_1", "Ost")]);
        assert_eq!(half.status, 422);
        rows(&[("version", "2"), ("rows", "2"), ("id_1", &second), ("remove_1", "1"), ("id_2", &first), ("name_de_2", "Nord"), ("name_en_2", "North")]);
        assert_eq!(names(), 4, "one, and room for new ones");
        drop(app);
    }
}

on_both! {
    async fn help_is_filled_in_for_the_first_steps_and_the_overview_alike(database) {
        let (_app, client) = office(database).await;
        let is_open = || {
            let first_steps = client.get("/en/office").body.contains("Enter where people get help");
            let task = client.get("/en/office/organisation").text("section[aria-labelledby=group-help] li:first-child");
            (first_steps, task.contains("Still missing"))
        };
        assert_eq!(is_open(), (true, true));

        save(&client, "help", &[("version", "0"), ("help_place_en", "Library")]);
        assert_eq!(is_open(), (true, true), "not everybody can go to a place");
        save(&client, "help", &[("version", "1"), ("help_email", "help@lindenau.example")]);

        assert_eq!(is_open(), (false, false));
    }
}
