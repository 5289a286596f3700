//! What stands on every page: the help in one order, and easy language only where there is some.

use super::{office, part, save};

on_both! {
    async fn the_three_helps_stand_in_the_same_order_on_every_page(database) {
        let (app, client) = office(database).await;
        save(&client, "help", &[
            ("version", "0"), ("help_telephone", "030 12 34"), ("help_email", "Help@Lindenau.example"),
            ("help_place_de", "Bibliothek"), ("help_place_en", "Library"),
        ]);
        let visitor = app.client();

        for (path, status) in [
            ("/en", 200), ("/en/imprint", 200), ("/en/accessibility", 200), ("/en/accessibility/report", 200),
            ("/en/sign-in", 200), ("/en/rounds/none", 404), ("/en/nowhere", 404), ("/en/sign-out", 405),
        ] {
            let page = visitor.get(path);
            assert_eq!(page.status, status, "{path}");
            let help = page.text("#help ul");
            let at = |words: &str| help.find(words).unwrap_or_else(|| panic!("{path} lacks {words}: {help}"));
            assert!(at("030 12 34") < at("Library") && at("Library") < at("Ask the office"), "{path}: {help}");
            assert!(at("Ask the office") < at("help@lindenau.example"), "{path}: {help}");
            assert!(page.body.contains("href=\"/en/help/ask\""), "{path}");
        }
        for path in ["/en/office", "/en/office/organisation", "/en/office/nowhere"] {
            assert!(client.get(path).text("#help").contains("help@lindenau.example"), "{path}");
        }
    }
}

on_both! {
    async fn the_form_is_there_when_neither_telephone_nor_place_is(database) {
        let (app, _client) = office(database).await;

        for path in ["/en", "/en/imprint", "/en/help/ask", "/en/nowhere"] {
            assert_eq!(app.client().get(path).text("#help ul").trim(), "Ask the office", "{path}");
        }
    }
}

on_both! {
    async fn empty_slots_show_nothing_and_filled_ones_a_link_and_a_page(database) {
        let (app, client) = office(database).await;
        let visitor = app.client();
        let head = || visitor.get("/en/imprint").text("header");
        assert_eq!(visitor.get("/en/easy").status, 404);
        assert!(!head().contains("Easy language") && !head().contains("Sign language"));

        save(&client, "easy", &[("version", "0"), ("easy_vote_en", "- You get a letter."), ("sign_language_en", "https://lindenau.example/dgs")]);

        assert!(head().contains("Easy language") && head().contains("Sign language"));
        let page = visitor.get("/en/easy");
        assert_eq!((page.status, page.text("main.easy li").as_str()), (200, "You get a letter."));
        assert_eq!(page.body.matches("id=\"easy-").count(), 1, "no heading without a text");
        assert!(page.body.contains("href=\"https://lindenau.example/dgs\""));
        assert_eq!(visitor.get("/de/easy").status, 404, "nothing is written in German");
        save(&client, "easy", &[("version", "1")]);
        assert_eq!(visitor.get("/en/easy").status, 404);
        assert_eq!(client.get(&part("easy")).value("sign_language_en").as_deref(), Some(""));
    }
}
