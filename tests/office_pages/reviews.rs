//! The review of proposals: in the office, in public, for their authors.

use allmende::web::parts::{Moment, Pager, Problem};
use allmende::web::proposals::view::{AnswerTimesPage, AnswerTimesRow, ProposalShow, StandingView};
use allmende::web::propose::view::{OwnProposal, OwnQuestion, OwnReview, OwnState};
use allmende::web::review::view::{
    Done, Due, KeptText, Precedent, Question, ReviewFilter, ReviewForm, ReviewList, ReviewPart, ReviewRow, ReviewShow,
    Spoken, StatementView, VerdictView,
};
use allmende::web::settings::view::{FieldOption, FieldView};

use super::proposals::{content, moderated};
use super::{render, text_of};
use allmende::web::moderation::view::ModeratedProposal;

fn due(is_overdue: bool) -> Option<Due> {
    Some(Due { text: "overdue since Monday".into(), is_overdue })
}

fn row(title: &str) -> ReviewRow {
    ReviewRow {
        number: "00412".into(),
        title: title.into(),
        language: "en".into(),
        url: "/en/office/rounds/lindenau/review/00412".into(),
        standing: "Being reviewed".into(),
        due: due(true),
        department: Some("Parks <b>".into()),
        area: "Am Kanal".into(),
        received: "1 May 2027".into(),
        question: None,
    }
}

fn list(shows: &'static str, rows: Vec<ReviewRow>) -> ReviewList {
    let part = |name| ReviewPart { name, url: format!("?show={name}"), count: 2, current: name == shows };
    let option = |value: &str| FieldOption { value: value.into(), label: value.into(), chosen: value == "own" };
    ReviewList {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/office/rounds/lindenau".into(),
        done: None,
        overdue: 0,
        parts: ["due", "asked", "statements", "decided"].map(part).into(),
        shows,
        filter: ReviewFilter { url: "/en/x".into(), departments: ["own", "all"].map(option).into() },
        rows,
        page_number: 1,
        page_count: 2,
        pager: Pager::new(1, 2, |page| format!("?page={page}")),
    }
}

#[test]
fn the_queue_tells_what_is_due_and_what_was_done() {
    for act in ["decide", "hand_over"] {
        let done = Some(Done { act, number: "00411".into(), url: "/en/411".into() });
        let asked =
            ReviewRow { question: Some("Whose ground?".into()), department: None, due: due(false), ..row("Swings") };
        let view = ReviewList { done, overdue: 3, ..list("due", vec![row("Benches"), asked]) };
        let page = render(&format!("review-{act}"), &view);
        assert!(text_of(&page, "[role=alert]").contains("00411"));
        assert!(text_of(&page, ".note").contains("3 proposals are overdue."));
        assert!(text_of(&page, ".rows").contains("Parks <b>") && text_of(&page, ".rows").contains("no department yet"));
    }
    for shows in ["due", "asked", "statements", "decided"] {
        let page = render(&format!("review-empty-{shows}"), &list(shows, Vec::new()));
        assert!(text_of(&page, "main").contains("Look at another part"), "{shows}");
    }
}

fn spoken(text: &str) -> Spoken {
    Spoken { paragraphs: vec![text.into()], date: "2 May 2027".into() }
}

fn verdict() -> VerdictView {
    VerdictView {
        route: "Not possible".into(),
        kind: "not_possible",
        department: Some("Parks".into()),
        date: "3 May 2027".into(),
        found: "It is our business. It cannot be done.".into(),
        once: Some("€1,500".into()),
        yearly: Some("€100".into()),
        source: Some("an offer".into()),
        upkeep: Some("Parks".into()),
        standard: Some("A law does not allow this.".into()),
        reason: vec!["The lane is narrow.".into()],
        language: "en".into(),
        referred_to: Some("The state".into()),
        next_step: Some("By June.".into()),
        original: Some(("00398".into(), "/en/398".into())),
    }
}

fn bare_verdict() -> VerdictView {
    VerdictView {
        department: None,
        once: None,
        yearly: None,
        source: None,
        upkeep: None,
        standard: None,
        reason: Vec::new(),
        referred_to: None,
        next_step: None,
        original: None,
        ..verdict()
    }
}

fn field(name: &str, kind: &'static str) -> FieldView {
    let option = FieldOption { value: "1".into(), label: "One".into(), chosen: true };
    FieldView { name: name.into(), label: format!("Label {name}"), kind, options: vec![option], ..FieldView::default() }
}

fn form() -> ReviewForm {
    ReviewForm {
        version: 3,
        ways: ["route", "competence", "feasibility"].map(|name| field(name, "radio")).into(),
        costs: vec![field("cost_once", "line")],
        reasons: vec![field("standard", "choice"), field("reason", "prose")],
        plainness: Some("That reads well.".into()),
        note: field("note", "prose"),
        asking: Some(vec![field("question", "prose"), field("answer_by", "date")]),
        handing_over: field("department", "choice"),
        statement: vec![field("statement_of", "choice"), field("statement_question", "prose")],
    }
}

fn show() -> ReviewShow {
    ReviewShow {
        round_title: "Lindenau 2027".into(),
        list_url: "/en/office/rounds/lindenau/review".into(),
        public_url: "/en/rounds/lindenau/proposals/00412".into(),
        url: "/en/office/rounds/lindenau/review/00412".into(),
        done: None,
        opens: None,
        refused: None,
        problems: Vec::new(),
        proposal: moderated(),
        cost_guess: None,
        standing: "Received".into(),
        due: None,
        department: None,
        objection: None,
        questions: Vec::new(),
        statements: Vec::new(),
        verdicts: Vec::new(),
        precedents: Vec::new(),
        form: None,
        kept: Vec::new(),
        note: None,
        is_elsewhere: false,
    }
}

#[test]
fn a_review_stands_beside_its_proposal() {
    let statement = |given, field| StatementView {
        department: "Schools".into(),
        asked: spoken("Whose ground?"),
        due: due(false),
        given,
        field,
    };
    let question = |answer| Question { asked: spoken("Where?"), answer_by: "Sunday".into(), answer };
    let full = ReviewShow {
        done: Some("save"),
        opens: Some("ask"),
        problems: vec![Problem { text: "Choose.".into(), anchor: Some("route".into()) }],
        cost_guess: Some("€1,500".into()),
        due: due(true),
        department: Some("Parks".into()),
        objection: Some(spoken("But the lane is wide.")),
        questions: vec![question(None), question(Some(spoken("There.")))],
        statements: vec![
            statement(None, Some(("7".into(), field("statement", "prose")))),
            statement(Some(spoken("Ours.")), None),
        ],
        verdicts: vec![verdict(), bare_verdict()],
        precedents: vec![Precedent {
            number: "00101".into(),
            title: "Old benches".into(),
            language: "en".into(),
            url: "/en/101".into(),
            route: "Not possible".into(),
        }],
        form: Some(form()),
        ..show()
    };
    let page = render("review", &full);
    let article = text_of(&page, "article");
    for said in ["But the lane is wide.", "There.", "Whose ground?", "Old benches", "A law does not allow this."] {
        assert!(article.contains(said), "{said}: {article}");
    }
    assert!(text_of(&page, "details[open] summary").contains("Ask the author"));
    for done in ["ask", "ask_statement", "give_statement"] {
        render(&format!("review-done-{done}"), &ReviewShow { done: Some(done), form: Some(form()), ..show() });
    }

    for refused in
        ["changed", "not-reviewed", "stage", "asked", "department", "elsewhere", "on-the-ballot", "ballot-made"]
    {
        let page = render(
            &format!("review-refused-{refused}"),
            &ReviewShow {
                refused: Some(refused),
                form: Some(ReviewForm { asking: None, plainness: None, ..form() }),
                ..show()
            },
        );
        assert!(text_of(&page, ".problem").contains("What you typed still stands below."), "{refused}");
    }

    let read = render(
        "review-read",
        &ReviewShow {
            note: Some("Ask Bea.".into()),
            kept: vec![KeptText { label: "Note".into(), text: "Mine.".into() }],
            is_elsewhere: true,
            ..show()
        },
    );
    assert!(text_of(&read, ".intern").contains("Ask Bea.") && text_of(&read, ".note").contains("Another department"));
    assert!(
        text_of(
            &render(
                "review-hidden",
                &ReviewShow { proposal: ModeratedProposal { state: "hidden", ..moderated() }, ..show() }
            ),
            ".note"
        )
        .contains("It is not reviewed now.")
    );
}

#[test]
fn everybody_reads_where_a_proposal_stands_and_why() {
    for step in allmende::domain::review::Standing::ALL {
        let step = step.as_str();
        let view = ProposalShow {
            round_title: "Lindenau 2027".into(),
            list_url: "/en/rounds/lindenau/proposals".into(),
            number: "00412".into(),
            standing: StandingView::Received { step, name: "Where it stands".into(), next: None },
            received: "1 May 2027".into(),
            collecting: None,
            moment: Moment::Announced,
            content: Some(content()),
            verdicts: vec![verdict(), bare_verdict()],
            excluded: Some("Too like another one.".into()),
            support: None,
            project_url: Some("/en/rounds/lindenau/projects/00412".into()),
            answer_times_url: "/en/rounds/lindenau/answer-times".into(),
            follow: None,
            versions_url: None,
            report_url: None,
        };
        let page = render(&format!("proposal-{step}"), &view);
        assert!(text_of(&page, ".office").contains("The lane is narrow."), "{step}");
        assert!(text_of(&page, "details").contains("Earlier decision of 3 May 2027"), "{step}");
    }
}

#[test]
fn how_fast_the_office_answers_is_public() {
    let row = AnswerTimesRow {
        department: "Parks <b>".into(),
        answered: "12".into(),
        mean: "9 days".into(),
        longest: "1 day".into(),
    };
    let view = AnswerTimesPage {
        round_title: "Lindenau 2027".into(),
        proposals_url: "/en/rounds/lindenau/proposals".into(),
        promised: 14,
        overdue: 2,
        rows: vec![row],
    };
    assert!(text_of(&render("answer-times", &view), "table").contains("Parks <b> 12 9 days 1 day"));

    let none = render("answer-times-none", &AnswerTimesPage { rows: Vec::new(), overdue: 0, ..view });
    assert!(text_of(&none, "main").contains("No proposal has been decided yet."));
}

fn own(review: OwnReview) -> OwnProposal {
    let state = OwnState::Proposal {
        number: "00412".into(),
        title: "Benches".into(),
        language: "en".into(),
        standing: "received",
        review: Some(Box::new(review)),
        sent: "1 May 2027".into(),
        hidden_rule: None,
        hidden_reason: None,
        name_rule: Some("Insult".into()),
        name_reason: Some("It mocks a neighbour.".into()),
        may_withdraw: true,
        public_url: "/en/rounds/lindenau/proposals/00412".into(),
    };
    OwnProposal { url: "/en/proposals/mine".into(), state }
}

#[test]
fn an_author_answers_and_objects() {
    let quiet = || OwnReview {
        standing: "Being reviewed".into(),
        goes_on: true,
        excluded: Some("Too like another one.".into()),
        done: None,
        problems: Vec::new(),
        question: None,
        objection: None,
        kept: None,
        objected: None,
    };
    let asked = OwnReview {
        question: Some(OwnQuestion {
            paragraphs: vec!["Where exactly?".into()],
            until: "Sunday".into(),
            field: field("answer", "prose"),
        }),
        ..quiet()
    };
    let page = render("own-asked", &own(asked));
    assert!(text_of(&page, "section").contains("Where exactly?"));

    let may_object = OwnReview {
        problems: vec![Problem { text: "Write something.".into(), anchor: Some("objection".into()) }],
        objection: Some(("Wednesday".into(), field("objection", "prose"))),
        ..quiet()
    };
    assert!(text_of(&render("own-may-object", &own(may_object)), "details[open]").contains("until Wednesday"));

    for (name, until, said) in [
        ("own-objected", Some("Friday".to_owned()), "We answer by Friday."),
        ("own-answered", None, "We have answered it"),
    ] {
        let objected = OwnReview {
            done: Some("object"),
            objected: Some((vec!["It is wide.".into()], until)),
            kept: Some("Too late.".into()),
            ..quiet()
        };
        let page = render(name, &own(objected));
        assert!(text_of(&page, "main").contains(said), "{name}");
        assert!(text_of(&page, ".note").contains("Too late."), "{name}");
    }
    let page = render("own-answer-sent", &own(OwnReview { done: Some("answer"), ..quiet() }));
    assert!(text_of(&page, "[role=alert]").contains("The office goes on within 7 days."));
}
