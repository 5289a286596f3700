//! The pages of somebody's own account, and what the sign-in asks for after the first page.

use allmende::web::account::view::{
    AccountAddress, AccountDelete, AccountDeleted, AccountPassword, AccountProfile, AccountSecondFactor, AccountShow,
    AddressState, FactorState, LanguageOption, ProposalRow, SessionRow,
};
use allmende::web::sign_in::view::{
    GoodLink, HiddenField, SignInCode, SignInLink, SignInSecondFactor, SignedInAlready,
};

use super::{render, text_of};

fn url(rest: &str) -> String {
    format!("/en/account{rest}")
}

fn overview(full: bool) -> AccountShow {
    let session = |n: u32| SessionRow {
        handle: format!("{n}"),
        device: (n > 1).then(|| "Firefox, Android".into()),
        since: "4 Oct 2027, 18:05".into(),
        seen: "5 Oct 2027, 08:00".into(),
        is_this: n == 1,
    };
    let proposal = ProposalRow {
        number: "00412".into(),
        title: "Eine <Bank>".into(),
        language: "de".into(),
        state: "Received".into(),
        url: "/en/rounds/a/proposals/00412".into(),
    };
    AccountShow {
        done: full.then(|| "Saved.".into()),
        name: if full { "Ada <b>".into() } else { String::new() },
        mail_language: "Deutsch",
        email: full.then(|| "ada@lindenau.example".into()),
        is_employee: !full,
        has_password: full,
        is_of_office: full,
        has_second_factor: full,
        proposals: if full { vec![proposal] } else { Vec::new() },
        own_proposal_url: "/en/proposals/mine".into(),
        home_url: "/en".into(),
        sessions: (1..=if full { 3 } else { 1 }).map(session).collect(),
        profile_url: url("/profile"),
        address_url: url("/address"),
        password_url: url("/password"),
        sessions_url: url("/sessions"),
        second_factor_url: url("/second-factor"),
        data_url: url("/data"),
        following_url: url("/following"),
        delete_url: url("/delete"),
    }
}

#[test]
fn the_overview_shows_what_is_kept_and_ends_other_sessions_only() {
    let bare = render("account-bare", &overview(false));
    let full = render("account-full", &overview(true));
    assert!(text_of(&bare, "dl").contains("Add an e-mail address") && !bare.html().contains("/en/account/password"));
    assert!(
        text_of(&bare, "dl").contains("You sign in with your personnel code.")
            && !full.html().contains("personnel code")
    );

    assert!(text_of(&bare, "main").contains("You have not sent a proposal while signed in. You open others"));
    assert!(text_of(&full, "main").contains("00412 Eine <Bank> Received"));
    let nothing = render("account-without-proposals", &AccountShow { proposals: Vec::new(), ..overview(true) });
    assert!(text_of(&nothing, "main").contains("None has your e-mail address."));

    let without_password = AccountShow { has_password: false, ..overview(true) };
    let linked = render("account-without-password", &without_password);
    assert!(text_of(&linked, "main").contains("You have none. You sign in with a link."));
    assert!(!text_of(&bare, "main").contains("Sign out"), "there is no other session");
    assert!(!text_of(&bare, "main").contains("Telephone"));
    assert_eq!(text_of(&full, "main").matches("Sign out here").count(), 2);
    assert!(text_of(&full, "main").contains("Sign out everywhere else"));
    assert!(text_of(&full, ".facts").contains("Ada <b>"));
    assert!(text_of(&full, ".facts").contains("Deutsch"));
}

#[test]
fn each_form_of_the_account_tells_its_problem_in_the_summary_and_at_the_field() {
    let problem = || Some("Do something else.".to_owned());
    let option = |code, chosen| LanguageOption { code, name: "Deutsch", chosen };
    let profile = AccountProfile {
        url: url("/profile"),
        account_url: url(""),
        name: "Ada".into(),
        is_of_office: problem().is_some(),
        languages: vec![option("de", true), option("en", false)],
        problem: problem(),
    };
    let password = AccountPassword {
        url: url("/password"),
        account_url: url(""),
        email: Some("ada@lindenau.example".into()),
        has_one: true,
        problem: problem(),
    };
    let delete = AccountDelete {
        url: url("/delete"),
        account_url: url(""),
        data_url: url("/data"),
        has_roles: true,
        is_employee: true,
        problem: problem(),
    };
    let ask = AddressState::Ask { now: Some("a@b.example".into()), email: "x".into(), problem: problem() };
    let pages = [
        render("account-profile-problem", &profile),
        render("account-password-problem", &password),
        render("account-delete-problem", &delete),
        render("account-address-problem", &AccountAddress { url: url("/address"), account_url: url(""), state: ask }),
    ];

    for page in &pages {
        assert!(text_of(page, ".problem a").contains("Do something else."));
        assert!(text_of(page, ".field .why").contains("Do something else."));
    }
    let plain = AccountPassword { email: None, has_one: false, problem: None, ..password };
    assert!(!text_of(&render("account-password", &plain), "main").contains("Remove"));
    let plain = AccountDelete { has_roles: false, is_employee: false, problem: None, ..delete };
    assert!(!text_of(&render("account-delete", &plain), "main").contains("tasks"));
    render("account-profile", &AccountProfile { problem: None, ..profile });
    for (has_email, words) in [(true, "last e-mail"), (false, "personnel code no longer works")] {
        let page = render("account-deleted", &AccountDeleted { home_url: "/en".into(), has_email });
        assert!(text_of(&page, "main").contains(words), "{has_email}");
    }
}

#[test]
fn each_state_of_another_address_has_its_words() {
    for (name, state, words) in [
        (
            "ask",
            AddressState::Ask { now: None, email: String::new(), problem: None },
            "We have no address of yours yet.",
        ),
        (
            "sent",
            AddressState::Sent {
                email: "a@b.example".into(),
                problem: Some("The code is wrong.".into()),
                anew_url: url("/address?anew=1"),
            },
            "We have sent a link and six digits to a@b.example.",
        ),
        ("elsewhere", AddressState::Elsewhere, "Open this link where you asked for it."),
        ("confirm", AddressState::Confirm { token: "t".into() }, "With this button the new address counts."),
        ("confirmed", AddressState::Confirmed { old_told: true }, "We have told the old one."),
        ("first", AddressState::Confirmed { old_told: false }, "You can now sign in with it as well."),
        ("settled", AddressState::Settled { email: "a@b.example".into() }, "This was done already"),
        ("not-good", AddressState::NotGood, "It was used before"),
        ("taken", AddressState::Taken, "This address belongs to another account."),
    ] {
        let view = AccountAddress { url: url("/address"), account_url: url(""), state };

        let page = render(&format!("account-address-{name}"), &view);

        assert!(text_of(&page, ".lead").contains(words), "{name}: {}", text_of(&page, ".lead"));
    }
}

#[test]
fn each_state_of_the_telephone_has_its_words() {
    let codes = vec!["ABCD-EFGH-JKMN".to_owned(), "2345-6789-ABCD".to_owned()];
    for (name, state, words) in [
        ("none", FactorState::None, "Show the picture"),
        (
            "waiting",
            FactorState::Waiting { picture: "<svg></svg>".into(), key: "ABCD EFGH".into(), can_begin_anew: true },
            "ABCD EFGH",
        ),
        ("set", FactorState::Set { papers: 0 }, "You have no spare code left."),
        ("papers", FactorState::Papers { codes }, "2345-6789-ABCD"),
    ] {
        let view = AccountSecondFactor {
            url: url("/second-factor"),
            next: (name == "set").then(|| "/en/office".into()),
            problem: (name == "waiting").then(|| "The code is wrong.".into()),
            paper_used: name == "set",
            moved: name != "papers",
            office_url: "/en/office".into(),
            state,
        };

        let page = render(&format!("second-factor-{name}"), &view);

        assert!(text_of(&page, "main").contains(words), "{name}: {}", text_of(&page, "main"));
    }
}

#[test]
fn the_ways_in_ask_for_one_thing_each() {
    let kept = || vec![HiddenField { name: "kept.reason".into(), value: "late".into() }];
    let code = |problem: Option<&str>| SignInCode {
        url: "/en/sign-in/code".into(),
        request: "abc".into(),
        next: problem.map(|_| "/en/office".into()),
        kept: if problem.is_some() { kept() } else { Vec::new() },
        minutes: 15,
        problem: problem.map(str::to_owned),
        again_url: "/en/sign-in".into(),
    };
    let link = |token: Option<&str>| SignInLink {
        url: "/en/sign-in/link".into(),
        good: token.map(|token| GoodLink { token: token.to_owned(), email: "a…@lindenau.example".into() }),
        again_url: "/en/sign-in".into(),
    };
    let factor = |problem: Option<&str>| SignInSecondFactor {
        url: "/en/sign-in/second-factor".into(),
        next: problem.map(|_| "/en/office".into()),
        kept: if problem.is_some() { kept() } else { Vec::new() },
        problem: problem.map(str::to_owned),
    };

    assert!(text_of(&render("sign-in-code", &code(None)), ".lead").contains("15 minutes"));
    assert!(text_of(&render("sign-in-code-problem", &code(Some("Six digits."))), ".why").contains("Six digits."));
    assert!(text_of(&render("sign-in-link", &link(Some("t"))), "form button").contains("Sign in"));
    assert!(text_of(&render("sign-in-link-gone", &link(None)), "h1").contains("not good any more"));
    let already = |name: Option<&str>| SignedInAlready {
        name: name.map(str::to_owned),
        on_url: "/en/office".into(),
        sign_out_url: "/en/sign-out".into(),
        why: "You clicked twice.".into(),
    };
    assert!(text_of(&render("sign-in-already", &already(Some("Ada"))), ".lead").contains("Ada"));
    assert!(text_of(&render("sign-in-already-nameless", &already(None)), "form button").contains("Sign out"));
    assert!(text_of(&render("sign-in-factor", &factor(None)), "label").contains("Code from the app"));
    assert!(text_of(&render("sign-in-factor-problem", &factor(Some("Wrong."))), ".why").contains("Wrong."));
}
