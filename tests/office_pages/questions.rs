//! Questions to the office, and their answers.

use allmende::web::parts::{Pager, Problem};
use allmende::web::questions::view::{
    AnsweredQuestion, AskForm, AskedShow, HelpShow, OfficeQuestion, OwnAnswer, QuestionForms, QuestionList,
    QuestionNew, QuestionPartView, QuestionRow, QuestionShow, ServiceAnswer,
};
use allmende::web::settings::view::FieldView;

use super::{render, text_of};

fn answered(full: bool) -> AnsweredQuestion {
    AnsweredQuestion {
        language: "de",
        question: "Darf <ich>?".into(),
        answer: vec!["Ja.".into(), "Sicher.".into()],
        answered: "The office, 3 May 2027".into(),
        asked: full.then(|| "19 April 2027".into()),
        round: full.then(|| "Lindenau 2027".into()),
    }
}

fn field(name: &str, kind: &'static str) -> FieldView {
    FieldView { name: name.into(), label: "Label".into(), hint: "Hint".into(), kind, ..FieldView::default() }
}

fn wrong() -> Vec<Problem> {
    vec![Problem { text: "Fill in this field.".into(), anchor: Some("answer".into()) }]
}

fn own_answer() -> OwnAnswer {
    OwnAnswer { lines: vec!["Ja.".into()], at: "3 May 2027".into() }
}

fn question(state: &'static str) -> OfficeQuestion {
    let (open, public) = (state == "open", state == "public");
    OfficeQuestion {
        number: "7".into(),
        state,
        state_name: "open".into(),
        language: "de",
        own: public,
        asked: (!public).then(|| "19 April 2027".into()),
        answer_by: open.then(|| "Monday, 3 May 2027".into()),
        late: open,
        round: public.then(|| "Lindenau 2027".into()),
        text: if public { Vec::new() } else { vec!["Darf <ich>?".into(), "Ada".into()] },
        public_text: if public { vec!["Darf man?".into()] } else { Vec::new() },
        answer: (state == "public" || state == "answered_alone").then(own_answer),
        reason: (state == "set_aside").then(|| "Advertising".into()),
        settled: (!open).then(|| "3 May 2027".into()),
        place: public.then_some(2),
        email: open.then(|| "a@b.example".into()),
    }
}

const STATES: [&str; 4] = ["open", "public", "answered_alone", "set_aside"];

#[test]
fn answers_stand_by_how_often_they_are_asked_for() {
    let show = |full: bool| HelpShow {
        ask_url: "/a".into(),
        round: full.then(|| "Lindenau 2027".into()),
        slug: full.then(|| "lindenau-2027".into()),
        searched: None,
        found: 2,
        all_url: "/b".into(),
        frequent: if full { vec![answered(true), answered(false)] } else { Vec::new() },
        service: vec![ServiceAnswer {
            question: "How?".into(),
            answer: "Like this.".into(),
            url: "/c".into(),
            link: "There".into(),
        }],
        answers: if full { vec![answered(true), answered(false)] } else { Vec::new() },
        page_number: 1,
        page_count: if full { 3 } else { 1 },
        pager: if full { Pager::new(1, 3, |page| format!("?page={page}")) } else { Pager::default() },
    };

    let full = render("help", &show(true));
    assert_eq!(text_of(&full, "title"), "Questions and answers, page 1 of 3 - Lindenau 2027 - Bürgerhaushalt Lindenau");
    assert!(text_of(&full, "main").contains("Asked on 19 April 2027"));
    let bare = render("help-empty", &HelpShow { service: Vec::new(), ..show(false) });
    assert!(text_of(&bare, "main").contains("There is no answer here yet."));
    render("help-first", &show(false));
    let searched = HelpShow { searched: Some("Kinder <b>".into()), frequent: Vec::new(), ..show(true) };
    assert!(text_of(&render("help-searched", &searched), "[role=status]").contains("2 answers found."));
    let nothing = HelpShow { answers: Vec::new(), found: 0, ..searched };
    let none = text_of(&render("help-searched-none", &nothing), "main");
    assert!(none.contains("Nothing found.") && none.contains("Use fewer or other words."), "{none}");
}

#[test]
fn a_question_is_asked_and_its_page_tells_how_it_stands() {
    let form = |problems, fields| AskForm {
        url: "/a".into(),
        help_url: "/b".into(),
        form_key: "0".repeat(32),
        round: None,
        problems,
        fields,
    };
    render(
        "ask",
        &form(Vec::new(), vec![field("question", "prose"), field("round", "choice"), field("email", "email")]),
    );
    let mistaken = AskForm { round: Some("Lindenau 2027".into()), ..form(wrong(), vec![field("answer", "prose")]) };
    assert!(text_of(&render("ask-wrong", &mistaken), "title").starts_with("Error:"));
    for (state, words) in [
        ("open", "You get an answer by Monday, 3 May 2027."),
        ("public", "Question and answer are public."),
        ("answered_alone", "The answer stands on this page only."),
        ("set_aside", "Reason: Advertising"),
    ] {
        let is_answered = state == "public" || state == "answered_alone";
        let show = AskedShow {
            number: "7".into(),
            state,
            answer_by: (state == "open").then(|| "Monday, 3 May 2027".into()),
            late: false,
            asked: Some("19 April 2027".into()),
            round: is_answered.then(|| "Lindenau 2027".into()),
            language: "de",
            text: vec!["Darf <ich>?".into(), "Ada".into()],
            answer: is_answered.then(own_answer),
            reason: (state == "set_aside").then(|| "Advertising".into()),
            address: "http://a/b".into(),
            help_url: "/b".into(),
        };
        assert!(text_of(&render(&format!("asked-{state}"), &show), "main").contains(words), "{state}");
    }
}

#[test]
fn the_office_lists_questions_by_part() {
    let part = |name, current| QuestionPartView { name, url: "/a".into(), count: 1, current };
    let row = |state| QuestionRow { question: question(state), url: "/q".into() };
    let list = |rows: Vec<QuestionRow>, shows, done: bool| QuestionList {
        done: done.then(|| row("public")),
        new_url: done.then(|| "/n".into()),
        parts: vec![part("open", true), part("public", false), part("rest", false)],
        shows,
        rows,
        pager: Pager::new(1, 3, |page| format!("?page={page}")),
    };

    let full = text_of(&render("questions", &list(STATES.map(row).into(), "open", true)), "main");
    assert!(full.contains("Overdue since Monday, 3 May 2027") && full.contains("Asked often: place 2"), "{full}");
    for (shows, words) in
        [("open", "No question is open."), ("public", "No question is answered"), ("rest", "nothing here")]
    {
        let empty = render(&format!("questions-empty-{shows}"), &list(Vec::new(), shows, false));
        assert!(text_of(&empty, "main").contains(words), "{shows}");
    }
}

#[test]
fn a_question_in_the_office_offers_what_can_be_done_with_it() {
    for state in STATES {
        let show = |forms: bool, changed_meanwhile| QuestionShow {
            question: question(state),
            url: "/q".into(),
            list_url: "/l".into(),
            help_url: "/h".into(),
            version: 3,
            changed_meanwhile,
            problems: Vec::new(),
            forms: forms.then(|| QuestionForms {
                fields: vec![field("public_text", "prose"), field("answer", "prose"), field("place", "choice")],
                alone: state == "open",
                aside: (state == "open").then(|| field("reason", "radio")),
                out: state == "public",
            }),
        };
        let page = text_of(&render(&format!("question-{state}"), &show(true, false)), "main");
        assert_eq!(page.contains("Answer this person alone"), state == "open", "{page}");
        assert_eq!(page.contains("Take it out of public"), state == "public", "{page}");
        let late = text_of(&render(&format!("question-{state}-late"), &show(true, true)), "main");
        assert!(late.contains("Somebody else was faster"), "{late}");
        let read = text_of(&render(&format!("question-{state}-read"), &show(false, false)), "main");
        assert!(!read.contains("Publish"), "{read}");
        let mistaken = QuestionShow { problems: wrong(), ..show(true, false) };
        render(&format!("question-{state}-wrong"), &mistaken);
    }
    let new = |problems| QuestionNew {
        url: "/n".into(),
        list_url: "/l".into(),
        problems,
        fields: vec![field("public_text", "prose"), field("answer", "prose"), field("language", "radio")],
    };
    render("question-new", &new(Vec::new()));
    render("question-new-wrong", &new(wrong()));
}
