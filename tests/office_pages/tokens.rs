//! The tokens for programs.

use allmende::web::parts::Problem;
use allmende::web::tokens::view::{MadeToken, TokenField, TokenRow, TokenState, TokensList};
use scraper::Selector;

use super::{render, text_of};

fn tokens() -> TokensList {
    TokensList {
        may_make: true,
        url: "/en/office/tokens".into(),
        revoke_url: "/en/office/tokens/revoke".into(),
        id: "0a".repeat(16),
        problems: Vec::new(),
        name: TokenField::default(),
        days: TokenField { value: "90".into(), problem: None },
        made: None,
        revoked: false,
        tokens: Vec::new(),
    }
}

fn row(number: u8, state: TokenState) -> TokenRow {
    TokenRow {
        id: format!("{number:02x}").repeat(16),
        name: "Rechnungsprüfung <2027>".into(),
        owner: "Ada".into(),
        created: "1 May 2027".into(),
        used: (number == 1).then(|| "2 May 2027, 18:05".into()),
        state,
    }
}

#[test]
fn nobody_has_a_token_at_first() {
    let page = render("tokens-none", &tokens());

    assert_eq!(text_of(&page, "main h1"), "Tokens for programs");
    assert!(text_of(&page, "main").contains("There is no token yet."));
    assert_eq!(page.select(&Selector::parse("#days").unwrap()).next().unwrap().attr("value"), Some("90"));
}

#[test]
fn a_token_is_shown_once_beside_the_list_and_only_those_that_hold_can_be_revoked() {
    let mut view = tokens();
    view.made = Some(MadeToken {
        name: "Rechnungsprüfung <2027>".into(),
        text: "eyJ0.eyJp.c2ln".into(),
        address: "https://budget.example.org/api/v1/record".into(),
    });
    view.tokens = vec![
        row(1, TokenState::Holds { until: "30 July 2027".into() }),
        row(2, TokenState::Revoked { at: "3 May 2027".into() }),
        row(3, TokenState::Expired { at: "4 May 2027".into() }),
    ];

    let page = render("tokens-made", &view);

    assert!(text_of(&page, "[role=alert]").contains("It is shown this once"));
    assert_eq!(text_of(&page, "textarea#token"), "eyJ0.eyJp.c2ln");
    let forms = page.select(&Selector::parse("form[action='/en/office/tokens/revoke']").unwrap()).count();
    assert_eq!(forms, 1);
    view.made = None;
    let read = render("tokens-read", &TokensList { may_make: false, ..view });
    assert_eq!(read.select(&Selector::parse("main form, main button").unwrap()).count(), 0);
    assert_eq!(text_of(&read, "ol.rows h3"), text_of(&page, "ol.rows h3"));
    let list = text_of(&page, "ol.rows");
    for words in ["Holds until 30 July 2027", "Revoked on 3 May 2027", "Over since 4 May 2027", "Not used yet"] {
        assert!(list.contains(words), "{words}: {list}");
    }
}

#[test]
fn mistakes_keep_what_was_typed() {
    let mut view = tokens();
    let (name, days) = ("Write what the token is for.", "Write a whole number from 1 to 365.");
    view.name.problem = Some(name.into());
    view.days = TokenField { value: "ten".into(), problem: Some(days.into()) };
    view.problems = [(name, "name"), (days, "days")]
        .map(|(text, anchor)| Problem { text: text.into(), anchor: Some(anchor.into()) })
        .into();
    view.revoked = true;

    let page = render("tokens-mistakes", &view);

    let field = page.select(&Selector::parse("#days").unwrap()).next().unwrap();
    assert_eq!((field.attr("value"), field.attr("aria-invalid")), (Some("ten"), Some("true")));
    assert!(text_of(&page, ".problem").contains(name));
    assert!(text_of(&page, "p[role=alert]").starts_with("Revoked."));
}
