//! The sign-in page.

use allmende::web::sign_in::view::{HiddenField, SignIn, SignInAgain, SignInState};
use scraper::Selector;

use super::{render, text_of};

fn kept() -> Vec<HiddenField> {
    let field = |name: &str, value: &str| HiddenField { name: name.into(), value: value.into() };
    vec![field("reason", "\"late\" & <later>"), field("confirm", "")]
}

#[test]
fn each_state_of_the_sign_in_has_its_words() {
    for (name, state, selector, words) in [
        ("fresh", SignInState::Fresh, "h1", "Sign in"),
        ("needed", SignInState::Needed, ".note", "Please sign in."),
        ("lapsed", SignInState::Lapsed, ".note", "Your sign-in has ended. Please sign in again. What you wrote"),
        ("signed-out", SignInState::SignedOut, "[role=status]", "You are signed out."),
        (
            "refused",
            SignInState::Refused,
            ".problem",
            "There is a problem The e-mail address or the password is wrong.",
        ),
        (
            "too-many",
            SignInState::TooMany { again: "14:35".into() },
            ".problem",
            "There is a problem That was too many attempts. You can try again from 14:35.",
        ),
    ] {
        let view = SignIn {
            url: "/en/sign-in".into(),
            mail_url: "/en/sign-in/mail".into(),
            email: "ada@lindenau.example".into(),
            next: (name == "needed").then(|| "/en/office".into()),
            kept: if name == "lapsed" { kept() } else { Vec::new() },
            state,
        };

        let page = render(&format!("sign-in-{name}"), &view);

        assert!(text_of(&page, selector).starts_with(words), "{name}: {}", text_of(&page, selector));
        assert_eq!(text_of(&page, "input[type=password]"), "", "{name}: the password never comes back");
    }
}

#[test]
fn a_kept_form_is_sent_again_by_one_button_that_is_the_only_one() {
    for (name, fields) in [("empty", Vec::new()), ("full", kept())] {
        let (many, first) = (fields.len(), fields.first().map(|field| field.value.clone()));
        let view = SignInAgain {
            url: "/en/office/settings".into(),
            fields,
            file_left: true,
            is_of_office: true,
            back_url: "/en/office".into(),
        };

        let page = render(&format!("sign-in-again-{name}"), &view);

        let form = "form[action='/en/office/settings'][method=post]";
        let inputs = Selector::parse(&format!("{form} input[type=hidden]")).unwrap();
        let values: Vec<_> = page.select(&inputs).filter_map(|input| input.attr("value")).collect();
        assert_eq!((values.len(), values.first().copied()), (many + 1, Some("token")), "{name}");
        assert_eq!(values.get(1).map(|value| (*value).to_owned()), first, "{name}");
        assert_eq!(text_of(&page, &format!("{form} button")), "Send the form again", "{name}");
        assert_eq!(text_of(&page, "h1"), "You are signed in again", "{name}");
    }
}
