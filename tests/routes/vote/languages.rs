//! Changing the language in the midst of a ballot: what was chosen goes along.

use scraper::{Html, Selector};

use super::{Booth, Fields, choices, hidden, ticked};
use crate::harness::client::{Answer, Client};

/// The button for the other language: the form whose button it is, and where it sends that form.
fn switch(page: &Answer) -> (String, String) {
    let (document, selector) =
        (Html::parse_document(&page.body), Selector::parse("header button[formaction]").unwrap());
    let button = document.select(&selector).next().unwrap_or_else(|| panic!("no button: {}", page.text("header")));
    (button.attr("form").unwrap().to_owned(), button.attr("formaction").unwrap().to_owned())
}

/// Presses it as a browser does, on a page at an address, with what is chosen there.
fn press(booth: &Booth, client: &Client, page: &Answer, at: &str, chosen: Fields) -> Answer {
    let (form, action) = switch(page);
    let mut fields = hidden(page, &format!("form#{form}"));
    fields.extend(chosen);
    let pairs: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let origin = booth.app.config.base_url.origin().ascii_serialization();
    client.post_with(&action, &[("origin", &origin), ("referer", &format!("{origin}{at}"))], &pairs)
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

on_both! {
    async fn the_ballot_in_the_other_language_has_the_choices_and_the_language_is_remembered(database) {
        let booth = Booth::points(database).await;
        let client = booth.enter(&booth.round.a_voter().await);
        let (english, german) = (booth.at("/ballot"), booth.at("/ballot").replace("/en/", "/de/"));
        let ballot = client.get(&english);
        assert_eq!(switch(&ballot), ("ballot".to_owned(), german.clone()));

        let chosen = vec![pair("blank2", "1"), pair("p1", "3")];
        let in_german = press(&booth, &client, &ballot, &english, chosen.clone());
        let remembered = client.cookie("language");
        let back = press(&booth, &client, &in_german, &german, ticked(&in_german));

        assert_eq!((in_german.status, in_german.text("h1").as_str()), (200, "Vergeben Sie Ihre 5 Punkte"));
        assert_eq!((ticked(&in_german), remembered.as_deref()), (chosen.clone(), Some("de")));
        assert_eq!((back.text("h1").as_str(), ticked(&back)), ("Give your 5 points", chosen));
        assert_eq!(client.cookie("language").as_deref(), Some("en"));
    }
}

on_both! {
    async fn the_check_page_in_the_other_language_has_the_choices_and_can_be_cast(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let check = booth.check(&client, &[("p1", "3"), ("blank2", "1")]);
        let german = booth.at("/check").replace("/en/", "/de/");
        assert_eq!(switch(&check), ("cast".to_owned(), german));

        let in_german = press(&booth, &client, &check, &booth.at("/check"), vec![]);
        let cast = booth.send(&client, "/cast", &hidden(&in_german, "form#cast"));

        assert_eq!((in_german.status, in_german.text("h1").as_str()), (200, "Stimmt das so?"));
        assert_eq!(choices(&hidden(&in_german, "form#cast")), [("p1", "3"), ("blank2", "1")]);
        assert_eq!((client.cookie("language").as_deref(), cast.status), (Some("de"), 303));
        assert_eq!(booth.round.participation(&voter).await.unwrap().cast_number.value(), 1, "looking casts nothing");
    }
}

on_both! {
    async fn pages_that_only_keep_choices_take_them_along_as_well(database) {
        let booth = Booth::points(database).await;
        let voter = booth.round.a_voter().await;
        let client = booth.enter(&voter);
        let stale = booth.checked(&client, &[("p1", "2")]);
        booth.cast(&client, &[("p4", "5")]);

        let conflict = booth.send(&client, "/cast", &stale);
        let on_the_ballot = press(&booth, &client, &conflict, &booth.at("/cast"), vec![]);
        booth.app.time.set(booth.app.time.get().plus(chrono::TimeDelta::hours(5)));
        let asked = booth.send(&client, "/check", &stale);
        let asked_in_german = press(&booth, &client, &asked, &booth.at("/check"), vec![]);

        assert_eq!((conflict.status, on_the_ballot.status), (409, 200));
        assert_eq!(ticked(&on_the_ballot), [pair("p1", "2")]);
        assert_eq!((asked.status, asked_in_german.status), (403, 403));
        assert_eq!(asked_in_german.text("h1"), "Mit dem Code abstimmen");
        assert_eq!(choices(&hidden(&asked_in_german, "main form")), [("p1", "2")]);
    }
}
