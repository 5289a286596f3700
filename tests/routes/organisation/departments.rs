//! Departments: added, edited, retired, brought back.

use super::office;
use crate::harness::client::Client;

const LIST: &str = "/en/office/organisation/departments";
const NEW: &str = "/en/office/organisation/departments/new";

/// The address of the department that a page lists under a name.
fn address(client: &Client, name: &str) -> String {
    let page = client.get(LIST);
    let at = page.body.find(&format!(">{name}<")).unwrap_or_else(|| panic!("{name}: {}", page.body));
    let from = page.body[..at].rfind("href=\"").unwrap() + 6;
    page.body[from..].split('"').next().unwrap().to_owned()
}

fn fields<'a>(name: &'a str, substitute: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name_de", name),
        ("name_en", name),
        ("email", "Office@Lindenau.example"),
        ("telephone", "030 1"),
        ("substitute", substitute),
    ]
}

on_both! {
    async fn a_department_is_added_edited_and_takes_over_for_another(database) {
        let (_app, client) = office(database).await;
        assert!(client.get(LIST).text("main").contains("No department is entered yet."));

        assert_eq!(client.submit(NEW, &fields("Parks", "")).header("location"), Some("/en/office/organisation/departments?done=saved"));
        let parks = address(&client, "Parks");
        let id = parks.rsplit('/').next().unwrap();
        assert_eq!(client.submit(NEW, &fields("Schools", id)).status, 303);

        let list = client.get(LIST).text("main");
        assert!(list.contains("Takes over when nobody is there: Parks") && list.contains("office@lindenau.example"), "{list}");
        let mut edit = fields("Parks and roads", "");
        edit.push(("version", "1"));
        assert_eq!(client.submit(&parks, &edit).status, 303);
        assert!(client.get(LIST).text("main").contains("Takes over when nobody is there: Parks and roads"));
        let late = client.submit(&parks, &edit);
        assert_eq!((late.status, late.value("version").as_deref()), (409, Some("2")));
        edit.push(("substitute", id));
        edit.retain(|(name, value)| *name != "version" && !(*name == "substitute" && value.is_empty()));
        edit.push(("version", "2"));
        assert_eq!(client.submit(&parks, &edit).status, 422, "nobody takes over for themselves");
    }
}

on_both! {
    async fn a_department_retires_only_when_nobody_counts_on_it_and_can_come_back(database) {
        let (_app, client) = office(database).await;
        client.submit(NEW, &fields("Parks", ""));
        let parks = address(&client, "Parks");
        let id = parks.rsplit('/').next().unwrap().to_owned();
        client.submit(NEW, &fields("Schools", &id));
        let schools = address(&client, "Schools");
        let retire = |path: &str, version: &str, act: &str| client.submit(&format!("{path}/retire"), &[("version", version), ("act", act)]);

        assert!(client.get(&parks).text("main").contains("This department still takes over for others."));
        assert_eq!(retire(&parks, "1", "retire").header("x-error-code"), Some("department_takes_over"));
        assert_eq!(retire(&schools, "1", "retire").header("location"), Some("/en/office/organisation/departments?done=retired"));
        assert!(client.get(LIST).text("#retired").contains("Retired"));
        assert_eq!(retire(&parks, "1", "retire").status, 303, "the one that named it is retired");
        assert_eq!(client.submit(NEW, &fields("Sports", &id)).status, 422, "a retired one cannot take over");
        assert_eq!(retire(&parks, "1", "back").status, 409, "it changed meanwhile");
        assert_eq!(retire(&parks, "2", "back").status, 303);
        assert_eq!(client.submit(NEW, &fields("Sports", &id)).status, 303);
        assert_eq!(client.get(&schools).status, 200, "nothing is ever deleted");
        assert_eq!(client.get("/en/office/organisation/departments/999").status, 404);
    }
}

on_both! {
    async fn mistakes_in_a_department_are_told_at_their_fields(database) {
        let (_app, client) = office(database).await;
        let long = "a".repeat(121);
        let wrong = [
            ("name_de", ""), ("name_en", "a\u{200f}b"), ("email", "nobody"), ("telephone", "call"), ("deputy_name", &long),
            ("deputy_email", "a b@c.example"), ("substitute", "999"),
        ];

        let answer = client.submit(NEW, &wrong);

        assert_eq!(answer.status, 422);
        for field in ["name_de", "name_en", "email", "telephone", "deputy_name", "deputy_email"] {
            assert!(!answer.text(&format!("#{field}-why")).is_empty(), "{field}");
        }
        assert_eq!(answer.value("email").as_deref(), Some("nobody"));
        assert_eq!(client.submit(NEW, &fields("Parks", "999")).status, 422, "a department that is not there cannot take over");
        assert!(client.get(LIST).text("main").contains("No department is entered yet."));
    }
}
