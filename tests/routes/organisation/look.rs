//! Logo and colours.

use super::{office, part, save};
use crate::harness::client::{Answer, Client};

const LOGO: &[u8] = include_bytes!("../../../assets/demo/logo.png");

/// Sends the form of the logo as a browser does.
fn upload(client: &Client, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let token = client.csrf().unwrap();
    let mut body = Vec::new();
    for (name, value) in fields.iter().chain(&[("_csrf", token.as_str())]) {
        let head = format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let head = "--b\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\ncontent-type: image/png\r\n\r\n";
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file.unwrap_or_default());
    body.extend_from_slice(b"\r\n--b--\r\n");
    let origin = ("origin", "http://127.0.0.1:8080");
    client.send("POST", &part("logo"), &[("content-type", "multipart/form-data; boundary=b"), origin], Some(body))
}

/// The address that a page links.
fn linked(page: &Answer, begin: &str) -> Option<String> {
    let from = page.body.find(begin)?;
    Some(page.body[from..].split('"').next().unwrap().to_owned())
}

on_both! {
    async fn a_logo_is_shown_everywhere_and_taken_away_again(database) {
        let (app, client) = office(database).await;
        let words = [("version", "0"), ("logo_alt_de", "Ein Blatt"), ("logo_alt_en", "A leaf")];

        let answer = upload(&client, &words, Some(LOGO));

        assert_eq!((answer.status, answer.header("location")), (303, Some("/en/office/organisation/logo?saved=1")), "{}", answer.body);
        let page = app.client().get("/en/imprint");
        assert!(page.body.contains("alt=\"A leaf\""), "{}", page.body);
        let url = linked(&page, "/files/").unwrap();
        let picture = app.client().send("HEAD", &url, &[], None);
        assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/png")));
        assert!(picture.header("cache-control").unwrap().contains("immutable"));
        for other in [url.replace(".png", ".jpeg"), "/files/x".to_owned(), format!("/files/{}.png", "0".repeat(64))] {
            assert_eq!(app.client().get(&other).status, 404, "{other}");
        }

        let kept = upload(&client, &[("version", "1"), ("logo_alt_en", "")], None);
        assert_eq!(kept.status, 303, "words alone may change");
        assert!(app.client().get("/en/imprint").body.contains(&url));
        let gone = upload(&client, &[("version", "2"), ("remove", "1")], None);
        assert_eq!(gone.status, 303);
        assert_eq!(linked(&app.client().get("/en/imprint"), "/files/"), None);
        assert_eq!(app.client().get(&url).status, 404);
    }
}

on_both! {
    async fn what_is_no_picture_is_refused_with_its_reason_and_the_words_are_kept(database) {
        let (app, client) = office(database).await;
        let heavy = vec![0; 2 * 1024 * 1024 + 1];
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        for (file, words) in [
            (&svg[..], "SVG files can hold programs."),
            (b"GIF89a/*\x89PNG*/", "This file is no picture that we can read."),
            (&LOGO[..LOGO.len() / 2], "The file is damaged."),
            (&heavy, "The file is too large."),
        ] {
            let answer = upload(&client, &[("version", "0"), ("logo_alt_en", "A leaf")], Some(file));

            assert_eq!(answer.status, 422, "{words}");
            assert!(answer.body.matches(words).count() >= 2, "{words}");
            assert_eq!(answer.value("logo_alt_en").as_deref(), Some("A leaf"));
        }
        let long = "a".repeat(121);
        assert_eq!(upload(&client, &[("version", "0"), ("logo_alt_en", &long)], Some(LOGO)).status, 422);
        assert_eq!(linked(&app.client().get("/en/imprint"), "/files/"), None, "nothing was saved");
        assert_eq!(upload(&client, &[("version", "0")], Some(LOGO)).status, 303);
        assert_eq!(upload(&client, &[("version", "0"), ("logo_alt_en", "Mine")], Some(LOGO)).status, 409);
    }
}

on_both! {
    async fn a_file_is_taken_only_from_a_page_of_ours_and_from_the_office(database) {
        let (app, client) = office(database).await;
        let body = b"--b\r\ncontent-disposition: form-data; name=\"version\"\r\n\r\n0\r\n--b--\r\n".to_vec();
        let kind = ("content-type", "multipart/form-data; boundary=b");
        let ours = ("origin", "http://127.0.0.1:8080");

        let foreign = client.send("POST", &part("logo"), &[kind, ("origin", "https://evil.example")], Some(body.clone()));
        let tokenless = client.send("POST", &part("logo"), &[kind, ours], Some(body.clone()));
        let file = b"--b\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\nx\r\n";
        let stranger = app.client().send("POST", &part("logo"), &[kind, ours], Some([file, body.as_slice()].concat()));

        assert_eq!((foreign.status, tokenless.status), (403, 403));
        assert!(stranger.status == 403 && stranger.body.contains("action=\"/en/sign-in\""), "{}", stranger.body);
    }
}

on_both! {
    async fn the_words_of_a_logo_outlive_the_session_and_the_file_is_asked_for_again(database) {
        let (app, client) = office(database).await;
        app.time.set(app.time.get().plus(chrono::TimeDelta::days(2)));

        let words = [("version", "0"), ("logo_alt_en", "A blue bridge")];
        let beside = upload(&client, &words, Some(LOGO));

        assert_eq!(beside.status, 403);
        assert!(beside.body.contains("A blue bridge") && beside.body.contains("file-left"), "{}", beside.body);
        app.enter(&client, crate::harness::app::ADMINISTRATOR).await;
        let form = upload(&client, &[&words[..], &[("file-left", "1")]].concat(), None);
        assert_eq!(form.status, 422);
        assert!(form.text("[role=alert]").contains("Nothing is saved yet: the file was lost"), "{}", form.body);
        assert_eq!(form.value("logo_alt_en").as_deref(), Some("A blue bridge"));
        assert_eq!(linked(&app.client().get("/en/imprint"), "/files/"), None, "nothing was saved");
    }
}

on_both! {
    async fn colours_reach_every_page_by_a_stylesheet_of_their_own(database) {
        let (app, client) = office(database).await;
        assert_eq!(linked(&app.client().get("/en/imprint"), "/assets/theme-"), None);

        save(&client, "colours", &[("version", "0"), ("act_light", "#8C1D40"), ("act_dark", "f2a3b8")]);

        let page = app.client().get("/en/imprint");
        let url = linked(&page, "/assets/theme-").unwrap();
        let css = app.client().get(&url);
        assert_eq!((css.status, css.header("content-type")), (200, Some("text/css; charset=utf-8")));
        assert!(css.body.contains("--act:#8c1d40;--on-act:#ffffff"), "{}", css.body);
        assert!(page.body.find("/assets/allmende-").unwrap() < page.body.find(&url).unwrap(), "after the main one");
        assert_eq!(app.client().get(&url.replace("8c1d40", "ffffff")).status, 404);
        save(&client, "colours", &[("version", "1")]);
        assert_eq!(linked(&app.client().get("/en/imprint"), "/assets/theme-"), None, "the program's own again");
    }
}

on_both! {
    async fn a_faint_colour_is_refused_with_its_figure(database) {
        let (app, client) = office(database).await;

        let answer = client.submit(&part("colours"), &[("version", "0"), ("act_light", "#ffd643"), ("act_dark", "#8ed3a6")]);

        assert_eq!(answer.status, 422);
        assert!(answer.text("#act_light-why").contains("hard to see on light pages: 1.13 : 1. It takes 3.00 : 1."), "{}", answer.text("#act_light-why"));
        let words = client.submit(&part("colours"), &[("version", "0"), ("act_light", "#7d7d7d"), ("act_dark", "#8ed3a6")]);
        assert!(words.text("#act_light-why").contains("4.25 : 1. It takes 4.50 : 1."), "{}", words.text("#act_light-why"));
        assert_eq!(linked(&app.client().get("/en/imprint"), "/assets/theme-"), None);
    }
}

on_both! {
    async fn colours_are_looked_at_before_they_are_saved(database) {
        let (app, client) = office(database).await;
        let fields = [("version", "0"), ("act_light", "#8c1d40"), ("act_dark", "#f2a3b8"), ("preview", "1")];

        let look = client.submit(&part("colours"), &fields);

        assert_eq!(look.status, 200);
        let url = linked(&look, "/assets/preview-").unwrap();
        let css = app.client().get(&url);
        assert!(css.body.contains(".sample-light") && css.body.contains("--act:#f2a3b8"), "{}", css.body);
        assert!(look.text(".sample-light").contains("#8c1d40") && look.text(".sample-dark").contains("#f2a3b8"));
        assert_eq!(look.value("act_light").as_deref(), Some("#8c1d40"));
        assert_eq!(linked(&app.client().get("/en/imprint"), "/assets/theme-"), None, "nothing is saved yet");
    }
}
