//! The counter: the form, its receipt, the slip, corrections; and the form on paper.

use allmende::web::enter_proposals::view::{
    CorrectProposalForm, EnterDone, EnterFields, EnterProposalForm, EnteredRow, EnteredToday, ProposalSlip, SimilarLink,
};
use allmende::web::parts::Problem;
use allmende::web::propose::view::{PaperField, PaperForm, ProposeStep};
use allmende::web::settings::view::{FieldOption, FieldView, Outcome};

use super::{render, text_of};

const FORM: &str = "/en/office/rounds/lindenau/enter-proposal";

fn field(name: &str, kind: &'static str) -> FieldView {
    let option = FieldOption { value: "paper".into(), label: "On paper".into(), chosen: true };
    FieldView {
        name: name.into(),
        label: format!("Label of {name}"),
        hint: "A hint.".into(),
        kind,
        options: if kind == "radio" { vec![option] } else { Vec::new() },
        ..FieldView::default()
    }
}

fn fields() -> EnterFields {
    EnterFields {
        code: "R7BK-P2KB-KRNT".into(),
        came_in: vec![field("source", "radio"), field("came_in_on", "date")],
        paper: vec![FieldView { focus: true, ..field("title", "line") }, field("body", "prose")],
        helped: field("helped", "tick"),
        scan_problem: None,
    }
}

fn form() -> EnterProposalForm {
    EnterProposalForm {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/office/rounds/lindenau".into(),
        paper_url: "/en/rounds/lindenau/proposal-form".into(),
        paper_version: "a1b2c3".into(),
        url: FORM.into(),
        done: None,
        problems: Vec::new(),
        file_again: false,
        form: Some(fields()),
        until: Some("Friday".into()),
        today: EnteredToday { count: 0, rows: Vec::new() },
    }
}

fn entered(mailed: bool, similar: Vec<SimilarLink>) -> EnterDone {
    EnterDone::Entered {
        number: "00412".into(),
        title: "<b>Benches</b>".into(),
        correct_url: format!("{FORM}/00412"),
        slip_url: format!("{FORM}/00412/slip"),
        code: "R7BK-P2KB-KRNT".into(),
        mailed,
        similar,
    }
}

#[test]
fn the_form_stands_below_the_receipt_of_the_one_before() {
    let fresh = render("counter", &form());
    assert!(text_of(&fresh, "main").contains("What you enter today will stand here."));
    let row = |title: &str| EnteredRow {
        number: "00412".into(),
        title: title.into(),
        language: "de".into(),
        state: "Received".into(),
        source: "on a form".into(),
        correct_url: format!("{FORM}/00412"),
        slip_url: format!("{FORM}/00412/slip"),
    };
    let similar = SimilarLink {
        number: "00007".into(),
        title: "Bänke".into(),
        language: "de".into(),
        url: "/en/rounds/lindenau/proposals/00007".into(),
    };
    let today = EnteredToday { count: 2, rows: vec![row("Benches"), row("")] };
    let done = EnterProposalForm { done: Some(entered(false, vec![similar])), today, until: None, ..form() };
    let page = render("counter-done", &done);
    assert!(text_of(&page, "[role=alert]").contains("Print the slip."));
    assert!(text_of(&page, "[role=alert]").contains("00007"));
    assert_eq!(text_of(&page, ".rows h3"), "Benches Received");

    let mailed = render("counter-mailed", &EnterProposalForm { done: Some(entered(true, Vec::new())), ..form() });
    assert!(text_of(&mailed, "[role=alert]").contains("We write an e-mail"));
    let before = EnterDone::Before {
        number: "00412".into(),
        title: "Benches <b>here</b>".into(),
        language: "en".into(),
        paragraphs: vec!["One.".into()],
        correct_url: format!("{FORM}/00412"),
    };
    let page = render("counter-before", &EnterProposalForm { done: Some(before), ..form() });
    assert!(text_of(&page, "[role=alert]").contains("This form was entered already: no. 00412"));
    let corrected = EnterDone::Corrected { number: "00412".into() };
    let page = render("counter-corrected", &EnterProposalForm { done: Some(corrected), ..form() });
    assert!(text_of(&page, "[role=alert]").contains("00412 is corrected."));
}

#[test]
fn mistakes_and_a_closed_counter_say_what_to_do() {
    let problems = vec![Problem { text: "The file is too large.".into(), anchor: Some("scan".into()) }];
    let wrong = EnterFields { scan_problem: Some("The file is too large.".into()), ..fields() };
    let page = render("counter-wrong", &EnterProposalForm { problems, file_again: true, form: Some(wrong), ..form() });
    assert!(text_of(&page, "#scan-why").contains("too large") && text_of(&page, "#scan-hint").contains("once more"));

    let shut = render("counter-shut", &EnterProposalForm { form: None, until: None, ..form() });
    assert!(text_of(&shut, ".note").contains("for 7 days after"));
}

fn correction() -> CorrectProposalForm {
    CorrectProposalForm {
        number: "00412".into(),
        source: "on a form".into(),
        came_in: "Monday, 3 May 2027".into(),
        back_url: FORM.into(),
        url: format!("{FORM}/00412"),
        slip_url: format!("{FORM}/00412/slip"),
        scan_url: Some(format!("{FORM}/00412/scan")),
        outcome: Outcome::Fresh,
        problems: Vec::new(),
        version: 1,
        tells_author: true,
        shut: None,
        fields: vec![FieldView { value: "Benches".into(), ..field("title", "line") }],
    }
}

#[test]
fn a_correction_keeps_what_was_typed_and_says_why_it_cannot_be_made() {
    assert!(text_of(&render("correct", &correction()), ".lead").contains("We write the person an e-mail."));
    let late = FieldView { saved: Some("Chairs".into()), ..field("title", "line") };
    let outcome = || Outcome::ChangedMeanwhile { at: None };
    let page = render(
        "correct-late",
        &CorrectProposalForm { outcome: outcome(), fields: vec![late], scan_url: None, ..correction() },
    );
    assert!(text_of(&page, "form .hint").contains("Chairs"));
    let others = CorrectProposalForm { shut: Some("others"), tells_author: false, ..correction() };
    assert!(text_of(&render("correct-others", &others), ".note").contains("Somebody else entered this."));
    let standing = CorrectProposalForm { shut: Some("standing"), outcome: outcome(), ..correction() };
    let page = render("correct-standing", &standing);
    assert!(text_of(&page, ".intern").contains("Benches"), "what was typed is not lost");
}

fn slip() -> ProposalSlip {
    ProposalSlip {
        number: "00412".into(),
        title: "Benches".into(),
        language: "en".into(),
        round: "Lindenau 2027".into(),
        came_in: "Monday, 3 May 2027".into(),
        code: Some("R7BK-P2KB-KRNT".into()),
        renewed: true,
        outdated: false,
        code_number: 2,
        next_code: None,
        waits: true,
        is_public: false,
        standing: "unchecked",
        voting: Some("1 June 2027".into()),
        address: "https://example.org/en/rounds/lindenau/proposals/00412".into(),
        own_address: "https://example.org/en/proposals/mine".into(),
        url: format!("{FORM}/00412/slip"),
        next_url: format!("{FORM}?source=paper&day=2027-05-03"),
    }
}

#[test]
fn a_slip_shows_the_code_once_and_offers_another_later() {
    let page = render("counter-slip", &slip());
    assert!(text_of(&page, ".code").contains("R7BK-P2KB-KRNT"));
    let later = ProposalSlip {
        code: None,
        renewed: false,
        title: String::new(),
        waits: false,
        is_public: true,
        standing: "received",
        voting: None,
        next_code: Some("4DBC-0VYY-C4Y0".into()),
        ..slip()
    };
    let page = render("counter-slip-later", &later);
    assert_eq!(text_of(&page, ".code"), "00412");
    assert!(text_of(&page, "main").contains("Make a new code"));
    assert!(text_of(&page, ".trail").contains("Everybody can read the proposal"));
    let page = render("counter-slip-outdated", &ProposalSlip { outdated: true, ..slip() });
    assert!(text_of(&page, ".problem").contains("The code was replaced meanwhile."));
    let hidden = ProposalSlip { is_public: false, standing: "hidden", next_code: None, ..later };
    let page = render("counter-slip-hidden", &hidden);
    assert!(
        text_of(&page, ".trail").contains("Nobody but us can read it.")
            && !text_of(&page, ".trail").contains("Everybody")
    );
    render("counter-slip-withdrawn", &ProposalSlip { standing: "withdrawn", ..hidden });
}

#[test]
fn the_form_on_paper_has_a_box_for_each_answer_unless_there_are_too_many() {
    let ask = |name: &str, lines, options: &[&str], has_boxes| PaperField {
        name: name.into(),
        label: format!("Label of {name}"),
        hint: "How to fill it in.".into(),
        lines,
        is_tick: name == "offer_group",
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        has_boxes,
    };
    let paper = PaperForm {
        round: "Lindenau 2027".into(),
        round_url: "/en/rounds/lindenau".into(),
        propose_url: "/en/rounds/lindenau/propose".into(),
        until: Some("Friday".into()),
        version: "a1b2c3".into(),
        fields: vec![
            ask("title", 1, &[], true),
            ask("area", 0, &["Am Kanal", "Altlindenau"], true),
            ask("topic", 1, &["Green", "Roads"], false),
            ask("offer_group", 0, &[], true),
        ],
    };
    let page = render("paper", &paper);
    assert_eq!(text_of(&page, ".box"), "Am Kanal Altlindenau Label of offer_group");
    assert!(text_of(&page, ".facts").contains("Green, Roads"));
    render("paper-bare", &PaperForm { until: None, fields: Vec::new(), ..paper });
}

#[test]
fn the_first_step_leads_to_the_form_on_paper() {
    let step = |paper_url: Option<String>| ProposeStep {
        title: "What do you propose?".into(),
        lead: "A title and a description are enough.".into(),
        round: "Lindenau 2027".into(),
        number: 1,
        url: "/en/rounds/lindenau/propose".into(),
        back_url: "/en/rounds/lindenau".into(),
        paper_url,
        to_check: false,
        problems: Vec::new(),
        fields: vec![field("title", "line")],
        until: None,
        saved: None,
    };
    let page = render("propose-what", &step(Some("/en/rounds/lindenau/proposal-form".into())));
    assert!(text_of(&page, "main").contains("Rather on paper?"));
    assert!(!text_of(&render("propose-where", &step(None)), "main").contains("Rather on paper?"));
}
