//! Workplaces, personnel codes and the entry that a poster leads to.

use allmende::web::parts::Problem;
use allmende::web::settings::view::{FieldView, Outcome};
use allmende::web::sign_in::enter::view::{EnterClosed, EnterMissing, EnterShow, EnterState};
use allmende::web::sign_in::view::HiddenField;
use allmende::web::workplaces::view::{
    AccountStanding, BatchForm, BatchRow, PersonnelList, PlaceDeed, PlaceView, SlipConfirm, SlipDeed, SlipShow,
    SlipView, Slips, SlipsDone, WorkplaceConfirm, WorkplaceForm, WorkplaceList, WorkplacePoster, WorkplaceRow,
};

use super::{render, text_of};

const NAME: &str = "Station 4B <b>";

fn field(name: &str, kind: &'static str, problem: Option<&str>) -> FieldView {
    let text = |text: &str| text.to_owned();
    FieldView {
        name: text(name),
        label: text("A label"),
        hint: text("A hint."),
        kind,
        value: text(NAME),
        problem: problem.map(text),
        ..FieldView::default()
    }
}

fn problems(problem: Option<&str>, anchor: Option<&str>) -> Vec<Problem> {
    problem.iter().map(|text| Problem { text: (*text).into(), anchor: anchor.map(Into::into) }).collect()
}

#[test]
fn the_list_shows_workplaces_or_how_to_begin() {
    let row =
        |url: &str| WorkplaceRow { name: NAME.into(), url: url.into(), poster_url: Some(format!("{url}/poster")) };
    let list = |open, closed| WorkplaceList {
        people_url: "/en/office/people".into(),
        new_url: Some("/en/office/workplaces/new".into()),
        codes_url: "/en/office/personnel-codes".into(),
        open,
        closed,
    };

    let empty = render("workplaces-empty", &list(vec![], vec![]));
    let full = render("workplaces-full", &list(vec![row("/a"), row("/b")], vec![row("/c")]));

    let read = WorkplaceRow { poster_url: None, ..row("/a") };
    let read = render("workplaces-read", &WorkplaceList { new_url: None, ..list(vec![read], vec![]) });

    assert!(text_of(&empty, "main").contains("There is no workplace yet."));
    assert!(text_of(&read, "main").contains(NAME) && !text_of(&read, "main").contains("Poster"));
    assert!(text_of(&full, "main").contains(NAME) && !text_of(&full, "main").contains("no workplace yet"));
}

#[test]
fn a_workplace_is_new_open_or_closed() {
    let place = |closed| PlaceView {
        address: "https://lindenau.example/enter/abcd-efgh-jkmn-pqrs".into(),
        poster_url: "/p".into(),
        address_url: "/a".into(),
        end_url: "/e".into(),
        closed,
    };
    let form = |place: Option<PlaceView>, problem: Option<&str>| WorkplaceForm {
        done: place.as_ref().map(|_| "Saved.".into()),
        name: place.as_ref().map(|_| NAME.into()),
        url: "/en/office/workplaces/new".into(),
        list_url: "/en/office/workplaces".into(),
        version: 1,
        outcome: if place.is_some() { Outcome::ChangedMeanwhile { at: None } } else { Outcome::Fresh },
        problems: problems(problem, Some("name")),
        field: field("name", "line", problem),
        place,
    };

    render("workplace-new", &form(None, None));
    render("workplace-new-wrong", &form(None, Some("Choose another name.")));
    let open = render("workplace-open", &form(Some(place(false)), Some("Choose another name.")));
    let closed = render("workplace-closed", &form(Some(place(true)), None));

    assert!(text_of(&open, "main").contains("Close the workplace"));
    let text = text_of(&closed, "main");
    assert!(text.contains("Open the workplace again") && text.contains("This workplace is closed."), "{text}");
}

#[test]
fn each_deed_says_what_follows() {
    for (deed, words) in [
        (PlaceDeed::Close, "Whoever is signed in there is signed out at once."),
        (PlaceDeed::Reopen, "An old poster holds again."),
        (PlaceDeed::Address, "The old address stops working at once."),
    ] {
        let view = WorkplaceConfirm { url: "/u".into(), place_url: "/p".into(), name: NAME.into(), version: 3, deed };
        let page = render(&format!("workplace-{deed:?}"), &view);
        assert!(text_of(&page, "main").contains(words), "{deed:?}");
    }
    for deed in [SlipDeed::Replace, SlipDeed::Withdraw] {
        for problem in [None, Some("Nobody would be left.")] {
            let view = SlipConfirm {
                url: "/u".into(),
                slip_url: "/p".into(),
                serial: 17,
                version: 3,
                deed,
                account: if problem.is_some() { AccountStanding::Closed } else { AccountStanding::ClosedWithCode },
                address: problem.map(|_| "b…@example.org".to_owned()),
                problems: problems(problem, None),
            };
            let page = render(&format!("slip-{deed:?}-{}", problem.is_some()), &view);
            assert!(text_of(&page, "main").contains("ends at once"), "{deed:?}");
        }
    }
}

#[test]
fn a_poster_and_slips_are_ready_to_print() {
    let poster = |closed| WorkplacePoster {
        place_url: "/p".into(),
        name: NAME.into(),
        closed,
        picture: "<svg viewBox=\"0 0 1 1\"></svg>".into(),
        address_start: "https://lindenau.example/enter/".into(),
        key: "abcd-efgh-jkmn-pqrs".into(),
    };
    let slip = |serial| SlipView { serial, code: "ABCD-EFGH-JKMN".into() };

    let page = render("poster", &poster(false));
    render("poster-closed", &poster(true));
    let batch =
        Slips { list_url: "/l".into(), word: NAME.into(), done: SlipsDone::Made, slips: (1..=24).map(slip).collect() };
    let slips = render("slips", &batch);
    for done in [SlipsDone::Replaced, SlipsDone::ReplacedClosed] {
        let one = Slips { list_url: "/l".into(), word: String::new(), done, slips: vec![slip(7)] };
        let page = render(&format!("slip-{done:?}"), &one);
        let waits = text_of(&page, "[role=status]").contains("once the account is open again");
        assert_eq!(waits, done == SlipsDone::ReplacedClosed);
    }

    assert!(text_of(&page, ".poster").contains("abcd-efgh-jkmn-pqrs"));
    assert!(text_of(&slips, ".slips").contains("Slip number 24") && text_of(&slips, ".slips").contains(NAME));
}

#[test]
fn batches_are_listed_and_asked_for() {
    let row = |word: &str| BatchRow {
        word: word.into(),
        serials: "1–24".into(),
        made: "4 October 2027".into(),
        by: (!word.is_empty()).then(|| "Ada".into()),
        size: 24,
        used: 3,
        withdrawn: 1,
    };
    let list = |batches, problem: Option<&str>| PersonnelList {
        done: problem.map(Into::into),
        workplaces_url: "/w".into(),
        new_url: Some("/n".into()),
        url: Some("/u".into()),
        serial: "99".into(),
        problem: problem.map(Into::into),
        batches,
    };
    let form = |problem: Option<&str>| BatchForm {
        url: "/u".into(),
        list_url: "/l".into(),
        form_key: "ab".into(),
        problems: problems(problem, Some("size")),
        fields: vec![field("size", "number", problem), field("word", "line", problem)],
    };

    let empty = render("personnel-empty", &list(vec![], None));
    let full = render("personnel-full", &list(vec![row(NAME), row("")], Some("There is no such number.")));
    render("personnel-new", &form(None));
    render("personnel-new-wrong", &form(Some("Enter a number.")));

    assert!(text_of(&empty, "main").contains("No codes are made yet."));
    let read = render("personnel-read", &PersonnelList { new_url: None, url: None, ..list(vec![row(NAME)], None) });
    assert!(text_of(&read, "main").contains("24 codes made on 4 October 2027 Ada"), "{}", text_of(&read, "main"));
    assert!(text_of(&full, "main").contains("3 used already") && text_of(&full, "main").contains("1 withdrawn"));
}

#[test]
fn a_slip_shows_what_can_still_be_done() {
    let slip = |full: bool, deleted| SlipShow {
        done: full.then(|| "Done.".into()),
        list_url: "/l".into(),
        serial: 17,
        word: if full { NAME.into() } else { String::new() },
        made: "4 October 2027".into(),
        replaced: full.then(|| "5 October 2027".into()),
        withdrawn: full.then(|| "6 October 2027".into()),
        deleted,
        replace_url: "/r".into(),
        withdraw_url: "/w".into(),
    };

    let fresh = render("slip-fresh", &slip(false, false));
    let withdrawn = render("slip-withdrawn", &slip(true, false));
    let deleted = render("slip-deleted", &slip(true, true));

    assert!(text_of(&fresh, "main").contains("Withdraw the code"));
    assert!(!text_of(&withdrawn, "main").contains("Withdraw the code"));
    assert!(!text_of(&deleted, "main").contains("Replace a lost code"));
}

#[test]
fn the_entry_in_each_of_its_states() {
    let signed_in = |name: &str| EnterState::SignedIn {
        name: name.into(),
        go_on_url: "/en".into(),
        sign_out_url: "/en/sign-out".into(),
        key: "abcd-efgh-jkmn-pqrs".into(),
    };
    let states = [
        (EnterState::Fresh, "Enter the code from your slip."),
        (EnterState::SignedOut, "You are signed out."),
        (EnterState::Over, "Nobody is signed in here any more."),
        (signed_in(""), "Somebody is signed in in this browser already."),
        (signed_in("Ada <b>"), "Ada <b> is signed in in this browser."),
    ];
    for (number, (state, words)) in states.into_iter().enumerate() {
        for problem in [None, Some("Compare the code with your slip.")] {
            let state = match &state {
                EnterState::SignedIn { name, .. } => signed_in(name),
                EnterState::Fresh => EnterState::Fresh,
                EnterState::SignedOut => EnterState::SignedOut,
                EnterState::Over => EnterState::Over,
            };
            let view = EnterShow {
                workplace: NAME.into(),
                url: "/en/enter/a".into(),
                code: "\"".into(),
                problem: problem.filter(|_| number == 0).map(Into::into),
                state,
                minutes: 10,
                kept: vec![HiddenField { name: "kept.a".into(), value: "b".into() }],
                next: Some("/en/account".into()),
                sign_in_url: "/en/sign-in".into(),
            };
            let page = render(&format!("enter-{number}-{}", problem.is_some()), &view);
            assert!(text_of(&page, "main").contains(words), "{number}");
        }
    }
    let closed = render("enter-closed", &EnterClosed { workplace: NAME.into(), home_url: "/en".into() });
    render("enter-missing", &EnterMissing { home_url: "/en".into() });
    assert!(text_of(&closed, "main").contains("Your code goes on working."));
}
