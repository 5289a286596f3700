//! Workplaces in the office: added, renamed, closed, opened again, given another address, printed.

use super::{NEW_PLACE, PLACES, confirm, entry_of, is_in, ward};
use crate::harness::app::TestApp;

on_both! {
    async fn the_first_workplace_is_added_from_an_empty_list(database) {
        let app = TestApp::start(database).await.with_administrator().await;
        let office = app.signed_in();
        assert!(office.get(PLACES).text("main").contains("There is no workplace yet."));
        assert!(office.get("/en/office/people").body.contains("href=\"/en/office/workplaces\""));

        office.submit(NEW_PLACE, &[("name", " Ward 4B ")]);

        assert!(office.get(PLACES).text("#open ~ ul").contains("Ward 4B"));
        assert!(office.get("/en/office/organisation").text("main").contains("One workplace"));
    }
}

on_both! {
    async fn names_that_nobody_could_read_or_tell_apart_are_refused(database) {
        let ward = ward(database).await;
        let long = "ä".repeat(200);

        for (name, words) in [
            ("", "Fill in this field"),
            ("  ", "Fill in this field"),
            (&*long, "120"),
            ("Ward\nB", "one line"),
            ("Ward \u{202e}B4", "nobody sees"),
            ("ward 4b", "Another workplace has this name already."),
        ] {
            let answer = ward.office.submit(NEW_PLACE, &[("name", name)]);
            assert_eq!((answer.status, answer.value("name").as_deref()), (422, Some(name)), "{name:?}");
            let (summary, field) = (answer.text(".problem"), answer.text("#name-why"));
            assert!(summary.contains(words) && field.contains(words), "{name:?}: {summary} {field}");
        }
        assert_eq!(ward.office.get(PLACES).body.matches("<h3>").count(), 1);
    }
}

on_both! {
    async fn a_workplace_is_renamed_by_the_one_who_saw_it_last(database) {
        let ward = ward(database).await;

        let renamed = ward.office.submit(&ward.place, &[("version", "1"), ("name", "Ward 5")]);
        let late = ward.office.submit(&ward.place, &[("version", "1"), ("name", "Ward 6")]);

        assert_eq!(renamed.header("location"), Some(&*format!("{}?done=renamed", ward.place)));
        assert_eq!((late.status, late.value("version").as_deref()), (409, Some("2")));
        assert_eq!(late.value("name").as_deref(), Some("Ward 6"), "what was typed stays");
        assert_eq!(ward.app.client().get(&ward.entry).text("main > p.small"), "Ward 5");
        assert_eq!(ward.office.submit("/en/office/workplaces/99", &[("version", "1"), ("name", "x")]).status, 404);
        assert_eq!(ward.office.get("/en/office/workplaces/99").status, 404);
    }
}

on_both! {
    async fn a_poster_has_the_address_as_a_picture_and_as_text(database) {
        let ward = ward(database).await;
        let key = ward.entry.rsplit('/').next().unwrap();

        let poster = ward.office.get(&format!("{}/poster", ward.place));

        let text = poster.text(".poster");
        assert!(poster.body.contains("<svg") && text.contains("Ward 4B"), "{text}");
        assert!(text.contains(&format!("/enter/{key}")), "{text}");
        let host = ward.app.config.base_url.origin().ascii_serialization();
        assert!(text.contains(&host), "{text}");
        for group in key.split('-') {
            assert_eq!(group.len(), 4, "{key}");
        }
        let typed = ward.app.client().get(&format!("/enter/{key}"));
        assert_eq!(typed.status, 302, "the address has no language");
        assert!(typed.header("location").unwrap().ends_with(&format!("/enter/{key}")));
    }
}

on_both! {
    async fn a_closed_workplace_signs_everybody_out_and_says_whom_to_ask(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);
        assert!(is_in(&nurse));
        let close = format!("{}/close", ward.place);

        let closed = confirm(&ward.office, &close);

        assert_eq!(closed.header("location"), Some(&*format!("{}?done=closed", ward.place)));
        assert!(!is_in(&nurse), "at once");
        let gone = ward.app.client().get(&ward.entry);
        assert_eq!(gone.status, 410);
        assert!(gone.text("h1").contains("This entry is closed") && gone.text("main").contains("Or ask us."));
        assert_eq!(ward.app.client().post(&ward.entry, &[("code", &ward.codes[0])]).status, 410);
        assert_eq!(ward.office.get(&close).header("location"), Some(&*format!("{}?done=meanwhile", ward.place)));

        confirm(&ward.office, &format!("{}/reopen", ward.place));

        assert!(ward.lets_in(&ward.codes[0]), "at the same address");
    }
}

on_both! {
    async fn a_new_address_ends_the_old_one_at_once(database) {
        let ward = ward(database).await;
        let nurse = ward.entered(&ward.codes[0]);

        let changed = confirm(&ward.office, &format!("{}/address", ward.place));

        assert_eq!(changed.header("location"), Some(&*format!("{}?done=address", ward.place)));
        let old = ward.app.client().get(&ward.entry);
        assert_eq!(old.status, 404);
        assert!(old.text("main").contains("Compare the address with the poster."), "{}", old.text("main"));
        assert!(!is_in(&nurse));
        let new = entry_of(&ward.office, &ward.place);
        assert_eq!(ward.app.client().post(&new, &[("code", &ward.codes[0])]).status, 303);
    }
}

on_both! {
    async fn two_who_decide_at_once_do_not_undo_each_other(database) {
        let ward = ward(database).await;
        let address = format!("{}/address", ward.place);

        let first = ward.office.submit(&address, &[("version", "1")]);
        let second = ward.office.submit(&address, &[("version", "1")]);
        let third = ward.office.submit(&format!("{}/close", ward.place), &[]);

        assert!(first.header("location").unwrap().ends_with("?done=address"));
        assert!(second.header("location").unwrap().ends_with("?done=meanwhile"));
        assert!(third.header("location").unwrap().ends_with("?done=meanwhile"), "without a version nothing is done");
        assert_eq!(ward.app.client().get(&entry_of(&ward.office, &ward.place)).status, 200);
    }
}

on_both! {
    async fn what_is_done_with_workplaces_stands_in_the_record_without_their_names(database) {
        let ward = ward(database).await;
        ward.office.submit(&ward.place, &[("version", "1"), ("name", "Ward 5")]);
        confirm(&ward.office, &format!("{}/address", ward.place));
        confirm(&ward.office, &format!("{}/close", ward.place));
        confirm(&ward.office, &format!("{}/reopen", ward.place));

        let record = ward.app.client().get("/en/record").text("main");

        for sentence in [
            "A workplace was added where employees enter with a code.",
            "A workplace for employees was renamed.",
            "A workplace for employees got a new address.",
            "A workplace for employees was closed.",
            "A workplace for employees was opened again.",
            "3 personnel codes were made.",
        ] {
            assert!(record.contains(sentence), "{sentence}: {record}");
        }
        assert!(!record.contains("Ward"), "{record}");
    }
}
