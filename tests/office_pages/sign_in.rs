//! The sign-in page.

use allmende::web::sign_in::view::{SignIn, SignInState};

use super::{render, text_of};

#[test]
fn each_state_of_the_sign_in_has_its_words() {
    for (name, state, selector, words) in [
        ("fresh", SignInState::Fresh, "h1", "Sign in"),
        ("needed", SignInState::Needed, ".note", "Please sign in."),
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
            email: "ada@lindenau.example".into(),
            next: (name == "needed").then(|| "/en/office".into()),
            state,
        };

        let page = render(&format!("sign-in-{name}"), &view);

        assert!(text_of(&page, selector).starts_with(words), "{name}: {}", text_of(&page, selector));
        assert_eq!(text_of(&page, "input[type=password]"), "", "{name}: the password never comes back");
    }
}
