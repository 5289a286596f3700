//! Reporting a text, the confirmation, and the figures of a round.

use allmende::web::parts::Problem;
use allmende::web::reports::view::{FiguresRow, ModerationFigures, ReportForm, ReportSent};
use allmende::web::settings::view::{FieldOption, FieldView};

use super::{render, text_of};

fn form(state: &'static str) -> ReportForm {
    let option = FieldOption { value: "insult".into(), label: "Insult".into(), chosen: true };
    let field = |name: &str, kind, options| FieldView {
        name: name.into(),
        label: "Label".into(),
        kind,
        options,
        problem: Some("Choose one.".into()),
        ..FieldView::default()
    };
    ReportForm {
        round_title: "Lindenau 2027".into(),
        number: "00412".into(),
        title: Some("Benches <b>for</b> all".into()),
        language: "en".into(),
        proposal_url: "/en/rounds/lindenau/proposals/00412".into(),
        ask_url: "/en/help/ask".into(),
        state,
        problems: vec![Problem { text: "Choose one.".into(), anchor: Some("rule".into()) }],
        url: "/en/rounds/lindenau/proposals/00412/report".into(),
        token: "ab".repeat(16),
        kept: None,
        fields: vec![field("rule", "radio", vec![option]), field("explanation", "prose", Vec::new())],
    }
}

#[test]
fn the_form_asks_for_a_rule_and_no_name_or_says_kindly_that_nothing_is_left() {
    let full = render("report", &form("received"));
    assert!(text_of(&full, "main form").contains("We do not ask who you are."));
    assert!(text_of(&full, ".lead").contains("Benches <b>for</b> all"));
    for (state, said) in [
        ("hidden", "The office has already hidden this text."),
        ("withdrawn", "The author has taken this text back."),
        ("unchecked", "The office is reading this text before everybody can."),
    ] {
        let nothing = ReportForm {
            title: None,
            problems: Vec::new(),
            fields: Vec::new(),
            kept: Some("The second sentence.".into()),
            ..form(state)
        };
        let page = render(&format!("report-{state}"), &nothing);
        assert!(text_of(&page, ".lead").contains(said), "{state}");
        assert!(text_of(&page, ".slip").contains("The second sentence."), "{state}");
    }
}

#[test]
fn the_confirmation_says_when_somebody_decides_and_later_what_was_decided() {
    let sent = |outcome, late| ReportSent {
        round_title: "Lindenau 2027".into(),
        number: "00412".into(),
        proposal_url: "/en/rounds/lindenau/proposals/00412".into(),
        outcome,
        decide_by: "Monday, 10 May 2027".into(),
        late,
        received: "3 May 2027".into(),
        rule: "Insult".into(),
        explanation: vec!["The second sentence.".into()],
        address: "http://127.0.0.1:8080/en/reported".into(),
    };
    for (name, view, said) in [
        ("waits", sent(None, false), "decides by Monday, 10 May 2027."),
        ("late", sent(None, true), "is overdue"),
        ("hidden", sent(Some("hidden"), false), "the text is hidden"),
        ("kept", ReportSent { explanation: Vec::new(), ..sent(Some("kept"), true) }, "It breaks no rule."),
        ("withdrawn", sent(Some("withdrawn"), false), "taken the text back"),
    ] {
        let page = render(&format!("reported-{name}"), &view);
        assert!(text_of(&page, ".lead").contains(said), "{name}: {}", text_of(&page, ".lead"));
    }
}

#[test]
fn the_figures_stand_in_a_table_or_there_are_none() {
    let row = |rule: &str| FiguresRow {
        rule: rule.into(),
        counts: ["under 5", "5", "0", "0"].map(str::to_owned).into(),
        time: "20 hours".into(),
    };
    let full = ModerationFigures {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/rounds/lindenau".into(),
        record_url: "/en/record?round=lindenau".into(),
        days: 7,
        rows: vec![row("Insult"), row("Advertising")],
        all: Some(row("All rules")),
    };
    assert!(text_of(&render("moderation-figures", &full), "tfoot").contains("under 5"));
    let none = ModerationFigures { rows: Vec::new(), all: None, ..full };
    assert!(text_of(&render("moderation-figures-none", &none), "main").contains("Nothing has been reported"));
}
