//! The pages about the people of the office, the invitation, and who can see and do what.

use allmende::web::invitation::view::{InvitationShow, InvitationStanding, Offer};
use allmende::web::office::view::Field;
use allmende::web::parts::Problem;
use allmende::web::people::view::{
    Deed, DepartmentFields, DepartmentOption, Done, ForDepartments, InvitationRow, PeopleConfirm, PeopleDepartments,
    PeopleGive, PeopleIndex, PeopleInvite, PersonDeeds, PersonRow, PersonShow, RoleFields, RoleOption, RoleRow,
    RoundOption,
};
use allmende::web::who_can::view::{Kind, Pages, PermissionRow, WhoCanShow};

use super::{render, text_of};

const DONE: [Done; 9] = [
    Done::Invited,
    Done::Withdrawn,
    Done::Given,
    Done::Taken,
    Done::Changed,
    Done::Closed,
    Done::Reopened,
    Done::Reset,
    Done::Meanwhile,
];

fn role(round: Option<&str>, until: Option<&str>) -> RoleRow {
    RoleRow {
        role: "administrator".into(),
        round: round.map(Into::into),
        since: "3 May 2027".into(),
        until: until.map(Into::into),
        departments: round.map(|_| ForDepartments { text: "For these departments: Parks <b>".into(), are_gone: true }),
        change_url: round.map(|_| "/en/office/people/2/departments?role=reviewer&round=a".into()),
        take_url: round.map(|_| "/en/office/people/2/take?role=administrator&round=a".into()),
    }
}

fn departments(problem: Option<&str>) -> DepartmentFields {
    let option = |value: &str| DepartmentOption { value: value.into(), name: "Parks <b>".into(), chosen: value == "2" };
    DepartmentFields {
        every: problem.is_none(),
        options: problem.iter().flat_map(|_| ["1", "2"]).map(option).collect(),
        problem: problem.map(Into::into),
    }
}

fn choice(problem: Option<&str>) -> RoleFields {
    let option = |value, chosen| RoleOption {
        value,
        name: "auditor".into(),
        may: "Sees how rounds stand.".into(),
        chosen,
        is_for_departments: chosen,
    };
    RoleFields {
        roles: vec![option("administrator", false), option("auditor", problem.is_some())],
        role_problem: problem.map(Into::into),
        rounds: problem.iter().map(|_| RoundOption { value: "a".into(), title: "<A>".into(), chosen: true }).collect(),
        round_problem: problem.map(Into::into),
        departments: departments(problem),
    }
}

fn problems(text: Option<&str>) -> Vec<Problem> {
    text.iter().map(|text| Problem { text: (*text).into(), anchor: Some("role-auditor".into()) }).collect()
}

#[test]
fn the_list_shows_people_and_invitations_and_what_was_done() {
    let empty = render(
        "people-empty",
        &PeopleIndex {
            invite_url: Some("/i".into()),
            workplaces_url: "/p".into(),
            who_sees_what_url: "/w".into(),
            ..PeopleIndex::default()
        },
    );
    assert!(
        text_of(&empty, "main").contains("Nobody has a role yet.") && text_of(&empty, "form[action='/x']").is_empty()
    );

    for done in DONE {
        let person = |closed, name: &str, email: Option<&str>| PersonRow {
            name: name.into(),
            email: email.map(Into::into),
            url: "/en/office/people/2".into(),
            closed,
            lacks_telephone: !closed,
            is_reader: !closed,
            roles: vec![role(None, None), role(Some("A round"), None)],
        };
        let invitation = |is_over: bool| InvitationRow {
            email: Some("carl@example.org".into()),
            role: "auditor".into(),
            round: is_over.then(|| "A round".into()),
            departments: is_over.then(|| ForDepartments { text: "For all departments".into(), are_gone: false }),
            sent: "1 May 2027".into(),
            expires: "15 May 2027".into(),
            is_over,
            url: Some("/en/office/people/invitations/a".into()),
        };
        let page = render(
            "people-full",
            &PeopleIndex {
                done: Some(done),
                people: vec![person(false, "Ada <b>", Some("ada@example.org")), person(true, "bea@example.org", None)],
                invitations: vec![invitation(false), invitation(true)],
                invite_url: Some("/en/office/people/invite".into()),
                workplaces_url: "/en/office/workplaces".into(),
                who_sees_what_url: "/en/who-sees-what".into(),
            },
        );
        assert!(!text_of(&page, "[role=status]").contains("people-done"), "{done:?} has its words");
        let text = text_of(&page, "main");
        for words in [
            "account closed",
            "this is you",
            "good until 15 May 2027",
            "ran out on 15 May 2027",
            "only “A round”",
            "For these departments: Parks <b> all of them retired",
            "For all departments",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        let unseen = InvitationRow { email: None, url: None, ..invitation(false) };
        let read = PeopleIndex { invitations: vec![unseen], invite_url: None, ..PeopleIndex::default() };
        let read =
            render("people-read", &PeopleIndex { workplaces_url: "/p".into(), who_sees_what_url: "/w".into(), ..read });
        assert!(text_of(&read, "main").contains("good until 15 May 2027"));
        assert!(text_of(&read, "main form").is_empty() && !text_of(&read, "main").contains('@'));
        assert_eq!(Done::parse(done.told_at("").trim_start_matches("?done=")), Some(done));
    }
}

#[test]
fn both_forms_show_fresh_and_with_all_that_is_wrong() {
    for problem in [None, Some("Choose a role.")] {
        let field = Field { value: "\"x\"".into(), problem: problem.map(Into::into) };
        let invite = PeopleInvite {
            url: "/en/office/people/invite".into(),
            list_url: "/en/office/people".into(),
            problems: problems(problem),
            email: field,
            person_url: problem.map(|_| "/en/office/people/2".into()),
            choice: choice(problem),
        };
        let give = PeopleGive {
            url: "/en/office/people/2/give".into(),
            person_url: "/en/office/people/2".into(),
            name: "Ada".into(),
            problems: problems(problem),
            choice: choice(problem),
        };

        for page in [render("people-invite", &invite), render("people-give", &give)] {
            assert_eq!(text_of(&page, ".problem").contains("Choose a role."), problem.is_some());
            assert_eq!(text_of(&page, ".for-departments").contains("Parks <b>"), problem.is_some());
            assert!(text_of(&page, "fieldset").contains("Sees how rounds stand."));
            assert_eq!(text_of(&page, "title").starts_with("Error"), problem.is_some(), "{}", text_of(&page, "title"));
        }
    }
}

#[test]
fn a_person_shows_what_can_be_done_and_only_that() {
    for (closed, is_last, is_read) in
        [(false, false, false), (true, false, false), (false, true, false), (false, false, true), (true, false, true)]
    {
        let full = !closed && !is_last;
        let page = render(
            "people-person",
            &PersonShow {
                list_url: "/en/office/people".into(),
                done: full.then_some(Done::Given),
                name: "Ada".into(),
                email: full.then(|| "ada@example.org".into()),
                closed,
                is_reader: is_last,
                is_last,
                roles: if closed { Vec::new() } else { vec![role(None, None), role(Some("A round"), None)] },
                past: if closed { Vec::new() } else { vec![role(None, Some("9 May 2027"))] },
                has_telephone: full,
                deeds: (!is_read).then(|| PersonDeeds {
                    give_url: "/en/give".into(),
                    close_url: "/en/close".into(),
                    reopen_url: "/en/reopen".into(),
                    reset_url: "/en/telephone".into(),
                }),
            },
        );
        let is_linked = |url: &str| !text_of(&page, &format!("a[href='{url}']")).is_empty();
        let offers = ["/en/give", "/en/close", "/en/reopen", "/en/telephone"].map(is_linked);
        let expected = [!closed, full, closed, full].map(|offered| offered && !is_read);
        assert_eq!(offers, expected, "closed: {closed}, last: {is_last}, read: {is_read}");
    }
}

#[test]
fn departments_are_changed_in_a_form_that_says_which_drop_out() {
    for problem in [None, Some("Tick at least one department.")] {
        let view = PeopleDepartments {
            url: "/en/office/people/2/departments".into(),
            person_url: "/en/office/people/2".into(),
            name: "Ada".into(),
            problems: problems(problem),
            role: "reviewer".into(),
            round: problem.map(|_| "A round".into()),
            role_value: "reviewer",
            round_value: problem.map(|_| "a".to_owned()).unwrap_or_default(),
            seen: "1 2".into(),
            retired: problem.iter().flat_map(|_| ["Coal <b>", "Gas"]).map(Into::into).collect(),
            departments: departments(problem),
        };

        let page = render("people-departments", &view);

        assert_eq!(text_of(&page, "main .note bdi"), if problem.is_some() { "Coal <b> Gas" } else { "" });
        assert!(text_of(&page, "main .lead").starts_with("reviewer"), "{}", text_of(&page, "main .lead"));
        assert!(!text_of(&page, "main").contains("people-"), "{}", text_of(&page, "main"));
    }
}

#[test]
fn each_deed_is_asked_for_with_what_follows() {
    let take = |round: Option<&str>| Deed::Take {
        role: "administrator".into(),
        round: round.map(Into::into),
        role_value: "administrator",
        round_value: round.map(|_| "a".to_owned()).unwrap_or_default(),
    };
    for (deed, title) in [
        (take(None), "Take the role away?"),
        (take(Some("A round")), "Take the role away?"),
        (Deed::Close, "Close the account"),
        (Deed::Reopen, "Open the account again"),
        (Deed::Reset, "Reset the telephone"),
    ] {
        let is_close = matches!(deed, Deed::Close);
        let page = render(
            "people-confirm",
            &PeopleConfirm {
                url: "/en/office/people/2/close".into(),
                person_url: "/en/office/people/2".into(),
                name: "Ada".into(),
                is_reader: is_close,
                deed,
                problems: if is_close { vec![Problem { text: "No.".into(), anchor: None }] } else { Vec::new() },
                code_url: None,
            },
        );
        assert_eq!(text_of(&page, "h1"), title);
        assert!(text_of(&page, "main .office li").split('.').count() > 3, "three things follow");
        assert!(!text_of(&page, "main").contains("people-"), "{}", text_of(&page, "main"));
    }
    let page = render(
        "people-reopen-withdrawn",
        &PeopleConfirm {
            url: "/en/office/people/2/reopen".into(),
            person_url: "/en/office/people/2".into(),
            name: "Ada".into(),
            is_reader: false,
            deed: Deed::Reopen,
            problems: vec![Problem { text: "Replace it first.".into(), anchor: None }],
            code_url: Some("/en/office/personnel-codes/17/replace".into()),
        },
    );
    assert_eq!(text_of(&page, "main .btn"), "Replace the code");
    assert_eq!(text_of(&page, "main button"), "", "what is refused is not offered");
}

#[test]
fn each_standing_of_an_invitation_has_its_words() {
    let address = || "b…@example.org".to_owned();
    let accept =
        |problem: Option<&str>| InvitationStanding::Accept { name: "Bea".into(), problem: problem.map(str::to_owned) };
    let welcome = |needs_telephone| InvitationStanding::Welcome { on_url: "/en/office".into(), needs_telephone };
    for (state, title, button) in [
        (InvitationStanding::Prove { address: address() }, "You are invited", "Send the code"),
        (InvitationStanding::Other { address: address() }, "You are invited", "Send the code"),
        (accept(None), "You are invited", "Accept the invitation"),
        (accept(Some("Enter your name.")), "You are invited", "Accept the invitation"),
        (welcome(true), "Welcome to the office", "Continue"),
        (welcome(false), "Welcome to the office", "Continue"),
        (
            InvitationStanding::Accepted { office_url: "/en/office".into() },
            "This invitation was accepted already",
            "To the office",
        ),
        (InvitationStanding::Withdrawn, "This invitation was taken back", ""),
        (InvitationStanding::Expired, "This invitation has run out", ""),
        (InvitationStanding::Unknown, "There is no such invitation", ""),
    ] {
        let is_known = !matches!(state, InvitationStanding::Unknown);
        let offer = Offer {
            role: "auditor".into(),
            may: "Sees how rounds stand.".into(),
            round: (title == "You are invited").then(|| "A round".into()),
            departments: (title == "You are invited").then(|| "For all departments".into()),
            expires: "15 May 2027".into(),
        };
        let view = InvitationShow {
            url: "/en/invitation".into(),
            token: "a".into(),
            organisation: "Lindenau".into(),
            offer: is_known.then_some(offer),
            state,
        };

        let page = render("invitation", &view);

        assert_eq!((text_of(&page, "h1").as_str(), text_of(&page, "main .btn").as_str()), (title, button));
        assert!(!text_of(&page, "main").contains("invitation-"), "{}", text_of(&page, "main"));
    }
}

#[test]
fn who_can_do_what_is_a_table_and_a_list() {
    let small = WhoCanShow { people: Vec::new(), permissions: Vec::new(), pages: Vec::new() };
    render("who-can-empty", &small);
    let full = WhoCanShow {
        people: vec![Kind { name: "Everybody".into(), can: vec!["Sign in".into()] }],
        permissions: vec![
            PermissionRow { name: "Sign in".into(), cells: vec![true], pages: Vec::new() },
            PermissionRow { name: "Count".into(), cells: vec![false], pages: vec!["/office/…".into(), "/x".into()] },
        ],
        pages: vec![Pages { who: "Everybody".into(), addresses: vec!["/".into()] }],
    };

    let page = render("who-can", &full);

    assert_eq!(text_of(&page, "tbody td"), "yes – no");
    assert!(text_of(&page, "dl").contains("/office/…"));
}
