//! Following rounds and proposals.

use allmende::web::following::view::{
    ConfirmState, FollowAsk, FollowBy, FollowConfirm, FollowOffer, FollowSent, FollowingItem, FollowingKnown,
    FollowingShow, SubjectView,
};
use allmende::web::parts::Pager;
use allmende::web::settings::view::FieldOption;

use super::{render, text_of};

pub(super) fn offer(by: FollowBy) -> FollowOffer {
    FollowOffer { url: "/en/follow".into(), round: "lindenau".into(), proposal: "412".into(), by }
}

fn subject(full: bool) -> SubjectView {
    SubjectView { round: "Lindenau <2027>".into(), proposal: full.then(|| "Proposal 00412".into()), url: "/p".into() }
}

#[test]
fn whoever_follows_is_asked_for_what_is_not_known() {
    let ask = |by: Option<FollowBy>, problem: Option<String>| FollowAsk {
        subject: by.is_some().then(|| subject(problem.is_some())),
        offer: by.map(offer),
        email: "ada@".into(),
        problem,
        home_url: "/en".into(),
    };
    let no_address = FollowBy::NoAddress { url: "/a".into() };

    let wrong = render("follow-wrong", &ask(Some(FollowBy::Address), Some("Type an address.".into())));
    assert!(text_of(&wrong, "title").starts_with("Error: "));
    assert!(text_of(&wrong, "main").contains("Proposal 00412 ( Lindenau <2027> )"));
    assert!(
        text_of(&render("follow-ask", &ask(Some(FollowBy::Address), None)), "label").contains("Your e-mail address")
    );
    let account = render("follow-account", &ask(Some(FollowBy::Account), None));
    assert!(text_of(&account, "main").contains("the address of your account"));
    assert!(
        text_of(&render("follow-no-address", &ask(Some(no_address), None)), "main").contains("no e-mail address yet")
    );
    assert!(text_of(&render("follow-nothing", &ask(None, None)), "main").contains("There you can follow it."));
}

#[test]
fn the_mailbox_is_asked_and_says_yes() {
    let sent = |full: bool| FollowSent { subject: full.then(|| subject(true)), days: 7, again_url: "/f".into() };
    assert!(text_of(&render("follow-sent", &sent(true)), "main").contains("good for 7 days"));
    render("follow-sent-bare", &sent(false));

    let confirm = |state| FollowConfirm { url: "/c".into(), state, home_url: "/en".into() };
    let token = "a.b.c".to_owned();
    let ask = ConfirmState::Ask { token, email: "a…@example.org".into(), subject: subject(true) };
    assert!(text_of(&render("follow-confirm", &confirm(ask)), "main").contains("a…@example.org"));
    let done = ConfirmState::Done { subject: subject(false), following_url: "/f".into() };
    assert!(text_of(&render("follow-done", &confirm(done)), "h1").contains("You follow this"));
    assert!(text_of(&render("follow-gone", &confirm(ConfirmState::Gone)), "main").contains("type your address again"));
}

#[test]
fn what_is_followed_can_be_stopped() {
    let item = |full: bool| FollowingItem { id: "7".into(), subject: subject(full), since: "1 May 2027".into() };
    let option = |value: &str, chosen| FieldOption { value: value.into(), label: value.into(), chosen };
    let known = |full: bool| FollowingKnown {
        email: "a…@example.org".into(),
        items: if full { vec![item(true), item(false)] } else { vec![item(false)] },
        pager: if full { Pager::new(1, 3, |page| format!("?page={page}")) } else { Pager::default() },
        page_number: 1,
        page_count: if full { 3 } else { 1 },
        languages: if full { vec![option("de", true), option("en", false)] } else { vec![option("de", true)] },
    };
    let show = |known: Option<FollowingKnown>| FollowingShow {
        url: "/en/following".into(),
        token: if known.is_some() { "a.b.c".into() } else { String::new() },
        done: known.is_none().then(|| "Stopped.".into()),
        known,
        is_gone: false,
        is_unknown: false,
        sign_in_url: "/en/sign-in".into(),
        home_url: "/en".into(),
    };

    let full = render("following", &show(Some(known(true))));
    assert!(text_of(&full, "main").contains("Stop this : Proposal 00412"));
    assert!(text_of(&full, "title").contains("page 1 of 3"));
    assert!(!text_of(&render("following-bare", &show(Some(known(false)))), "main").contains("Language of the e-mails"));
    assert!(text_of(&render("following-none", &show(None)), "main").contains("You follow nothing."));
    let gone = FollowingShow { is_gone: true, ..show(None) };
    assert!(text_of(&render("following-gone", &gone), "main").contains("newer e-mail"));
    let unknown = FollowingShow { is_unknown: true, ..show(None) };
    assert!(text_of(&render("following-unknown", &unknown), "main").contains("Or sign in if you have an account."));
}
