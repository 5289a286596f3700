//! Proposals as everybody reads them, and their moderation.

use allmende::web::following::view::FollowBy;
use allmende::web::moderation::view::{
    Acts, Done, HideForm, KeepForm, ModeratedProposal, ModerationList, ModerationPart, ModerationRow, ModerationShow,
    ReportView, Reported,
};
use allmende::web::parts::{Moment, Pager, Problem};
use allmende::web::proposals::view::{
    FindField, NameHidden, OfferView, ProposalContent, ProposalFilter, ProposalFind, ProposalRow, ProposalShow,
    ProposalsIndex, RowSupport, RowText, StandingView,
};
use allmende::web::settings::view::{FieldOption, FieldView};
use allmende::web::supports::view::{SupportAct, SupportSection, SupportShow};

use super::{render, text_of};

fn option(value: &str, chosen: bool) -> FieldOption {
    FieldOption { value: value.into(), label: format!("Choice {value}"), chosen }
}

fn filter() -> ProposalFilter {
    ProposalFilter {
        url: "/en/rounds/lindenau/proposals".into(),
        words: "<b>shade</b>".into(),
        areas: vec![option("", false), option("1", true)],
        topics: vec![option("", true), option("4", false)],
        costs: vec![option("", true)],
        states: vec![option("received", true), option("withdrawn", false)],
        orders: vec![option("17", true), option("newest", false)],
        all_url: Some("/en/rounds/lindenau/proposals?order=17".into()),
    }
}

fn row(number: &str, text: Option<RowText>) -> ProposalRow {
    ProposalRow { number: number.into(), url: format!("/en/{number}"), date: "1 May 2027".into(), text }
}

fn row_text() -> RowText {
    RowText {
        title: "Benches".into(),
        language: "en".into(),
        excerpt: "Shade for all.".into(),
        area: "Am Kanal".into(),
        topic: Some("Green".into()),
        cost: Some("€1,500".into()),
        standing: Some("Being reviewed".into()),
        supports: Some("12 support this".into()),
        support: Some(RowSupport { url: "/en/00412/support".into(), back: "/en/list?page=2".into(), mine: false }),
    }
}

fn index() -> ProposalsIndex {
    ProposalsIndex {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/rounds/lindenau".into(),
        collecting: Some("Proposals are taken until Friday.".into()),
        propose_url: Some("/en/rounds/lindenau/propose".into()),
        filter: filter(),
        total: 45,
        random: true,
        withdrawn: false,
        proposals: vec![
            row("00412", Some(row_text())),
            row(
                "00413",
                Some(RowText { topic: None, cost: None, standing: None, supports: None, support: None, ..row_text() }),
            ),
        ],
        page_number: 2,
        page_count: 3,
        pager: Pager::new(2, 3, |page| format!("?page={page}")),
        csv_url: "/en/rounds/lindenau/proposals.csv".into(),
    }
}

fn nothing() -> Pager {
    Pager::new(1, 1, |_| String::new())
}

#[test]
fn the_list_shows_proposals_or_says_what_to_do() {
    let full = render("proposals", &index());
    assert!(text_of(&full, ".rows").contains("about €1,500"));

    let withdrawn = ProposalsIndex { withdrawn: true, random: false, proposals: vec![row("00009", None)], ..index() };
    let withdrawn = render("proposals-withdrawn", &withdrawn);
    assert_eq!(text_of(&withdrawn, ".rows h3"), "Proposal no. 00009");

    let found_none = ProposalsIndex { total: 0, proposals: Vec::new(), page_count: 1, pager: nothing(), ..index() };
    assert!(text_of(&render("proposals-none-found", &found_none), "main").contains("Nothing fits your search."));

    let bare = ProposalFilter { words: String::new(), topics: Vec::new(), all_url: None, ..filter() };
    let bare = ProposalsIndex { collecting: None, propose_url: None, filter: bare, page_number: 1, ..found_none };
    assert!(text_of(&render("proposals-none", &bare), "main").contains("Nobody has proposed anything here yet."));
}

fn received() -> StandingView {
    StandingView::Received { step: "received", name: "Received".into(), next: Some("Answer by Monday.".into()) }
}

fn show(standing: StandingView, content: Option<ProposalContent>) -> ProposalShow {
    ProposalShow {
        round_title: "Lindenau 2027".into(),
        list_url: "/en/rounds/lindenau/proposals?order=17&page=2".into(),
        number: "00412".into(),
        standing,
        received: "1 May 2027".into(),
        collecting: Some("Proposals are taken until Friday.".into()),
        moment: Moment::VotingBegins { date: "Monday".into() },
        verdicts: Vec::new(),
        excluded: None,
        support: Some(support(SupportAct::Give { until: Some("Friday".into()) })),
        project_url: None,
        answer_times_url: "/en/rounds/lindenau/answer-times".into(),
        follow: Some(super::following::offer(FollowBy::Address)),
        versions_url: content.is_some().then(|| "/en/rounds/lindenau/proposals/00412/versions".into()),
        report_url: content.is_some().then(|| "/en/rounds/lindenau/proposals/00412/report".into()),
        content,
    }
}

pub(super) fn support(act: SupportAct) -> SupportSection {
    SupportSection {
        count: Some("12 people support this.".into()),
        hidden: false,
        mine: false,
        act,
        url: "/en/00412/support".into(),
    }
}

fn offer() -> OfferView {
    OfferView { kind: "Hours of work".into(), paragraphs: vec!["Ten evenings.".into()], by_group: true }
}

pub(super) fn content() -> ProposalContent {
    ProposalContent {
        title: "Benches".into(),
        language: "en".into(),
        summary: Some("Benches in the shade.".into()),
        paragraphs: vec!["One.".into(), "Two.".into()],
        area: "Am Kanal".into(),
        place: Some("at the bridge".into()),
        topic: Some("Green".into()),
        author: Some("The garden group".into()),
        name_hidden: None,
        voice: Some("for a group".into()),
        cost: Some("€1,500".into()),
        source: "entered on these pages".into(),
        offers: vec![offer()],
    }
}

#[test]
fn a_proposal_shows_its_text_only_where_it_is_given() {
    let full = render("proposal", &show(received(), Some(content())));
    assert!(text_of(&full, ".stick").contains("Voting begins on Monday."));

    let bare = ProposalContent {
        summary: None,
        paragraphs: Vec::new(),
        place: None,
        topic: None,
        author: None,
        voice: None,
        cost: None,
        offers: Vec::new(),
        ..content()
    };
    let bare = ProposalShow { collecting: None, ..show(received(), Some(bare)) };
    assert!(text_of(&render("proposal-bare", &bare), ".facts").contains("no name given"));

    let name_hidden = Some(NameHidden { rule: "Insult".into(), reason: "It mocks a neighbour.".into() });
    let nameless = show(received(), Some(ProposalContent { author: None, name_hidden, ..content() }));
    assert!(text_of(&render("proposal-nameless", &nameless), ".facts").contains("Rule: Insult. It mocks a neighbour."));

    let hidden = StandingView::Hidden { rule: "Advertising".into(), reason: "It sells bicycles.".into() };
    for (name, standing, said) in [
        ("proposal-unchecked", StandingView::Unchecked, "As soon as it has been read, the text stands here."),
        ("proposal-hidden", hidden, "It sells bicycles."),
        ("proposal-withdrawn", StandingView::Withdrawn { date: "2 May 2027".into() }, "Taken back on 2 May 2027"),
    ] {
        let page = render(name, &show(standing, None));
        assert_eq!(text_of(&page, "h1"), "Proposal no. 00412", "{name}");
        assert!(text_of(&page, ".stick").contains(said), "{name}");
    }
}

#[test]
fn a_number_that_leads_nowhere_is_kept() {
    let find = FindField { url: "/en/proposals".into(), value: "41".into(), problem: Some("There is none.".into()) };
    let problems = vec![Problem { text: "There is none.".into(), anchor: Some("number".into()) }];

    let page = render("find-proposal-wrong", &ProposalFind { find, problems });

    assert!(text_of(&page, ".why").contains("There is none."));
    let fresh = FindField { url: "/en/proposals".into(), ..FindField::default() };
    render("find-proposal", &ProposalFind { find: fresh, problems: Vec::new() });
}

pub(super) fn moderated() -> ModeratedProposal {
    ModeratedProposal {
        number: "00412".into(),
        state: "hidden",
        state_name: "Hidden".into(),
        title: "Benches".into(),
        language: "en".into(),
        summary: Some("Benches in the shade.".into()),
        paragraphs: vec!["One.".into()],
        area: "Am Kanal".into(),
        place: Some("at the bridge".into()),
        topic: Some("Green".into()),
        author: Some("The garden group".into()),
        voice: Some("for a group".into()),
        source: "entered on these pages".into(),
        received: "1 May 2027, 14:00".into(),
        offers: vec![offer()],
        hidden_rule: Some("Advertising".into()),
        hidden_reason: Some("It sells bicycles.".into()),
        name_rule: Some("Insult".into()),
        name_reason: Some("It mocks a neighbour.".into()),
    }
}

fn bare() -> ModeratedProposal {
    ModeratedProposal {
        state: "unchecked",
        state_name: "Received, is being read first".into(),
        summary: None,
        place: None,
        topic: None,
        author: None,
        voice: None,
        offers: Vec::new(),
        hidden_rule: None,
        hidden_reason: None,
        name_rule: None,
        name_reason: None,
        ..moderated()
    }
}

fn reported() -> Reported {
    Reported { count: 3, rules: vec!["Insult (2)".into(), "Advertising (1)".into()] }
}

fn report(outcome: Option<&'static str>) -> ReportView {
    ReportView {
        rule: "Insult".into(),
        received: "1 May 2027, 14:00".into(),
        explanation: vec!["The second <b>sentence</b>.".into()],
        outcome,
        note: outcome.map(|_| "It is rough and no insult.".into()),
    }
}

fn queue(shows: &'static str, done: Option<&'static str>, proposals: Vec<ModeratedProposal>) -> ModerationList {
    let part = |name| ModerationPart { name, url: format!("?show={name}"), count: 2, current: name == shows };
    ModerationList {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/office/rounds/lindenau".into(),
        done: done.map(|state| Done { number: "00411".into(), state, what: None, url: "/en/411".into() }),
        parts: ["reported", "waiting", "hidden", "all"].map(part).into(),
        shows,
        rows: proposals
            .into_iter()
            .map(|proposal| ModerationRow { url: "/en/412".into(), proposal, reported: Some(reported()) })
            .collect(),
        page_number: 1,
        page_count: 2,
        pager: Pager::new(1, 2, |page| format!("?page={page}")),
    }
}

#[test]
fn the_queue_tells_what_was_done_and_what_waits() {
    for (state, said) in [
        ("received", "Everybody can now read proposal no. 00411."),
        ("hidden", "Proposal no. 00411 is hidden."),
        ("withdrawn", "Proposal no. 00411 has changed meanwhile."),
    ] {
        let page = render(&format!("moderation-done-{state}"), &queue("waiting", Some(state), vec![bare()]));
        assert!(text_of(&page, "[role=alert]").contains(said), "{state}");
    }
    let hidden = render("moderation-hidden", &queue("hidden", None, vec![moderated()]));
    assert!(text_of(&hidden, ".rows").contains("Hidden: Advertising. It sells bicycles."));
    assert!(text_of(&hidden, ".rows").contains("3 reports Insult (2), Advertising (1)"));
    for (what, said) in [
        ("kept", "Proposal no. 00411 stands."),
        ("name-hidden", "The name with proposal no. 00411 is hidden."),
        ("name-shown", "Everybody can read the name with proposal no. 00411 again."),
    ] {
        let done = Done { number: "00411".into(), state: "received", what: Some(what), url: "/en/411".into() };
        let done = ModerationList { done: Some(done), ..queue("reported", None, Vec::new()) };
        let page = render(&format!("moderation-done-{what}"), &done);
        assert!(text_of(&page, "[role=alert]").contains(said), "{what}");
    }
    for shows in ["reported", "waiting", "hidden", "all"] {
        let page = render(&format!("moderation-empty-{shows}"), &queue(shows, None, Vec::new()));
        assert!(text_of(&page, "main").contains("The other parts of the list stand above."));
    }
}

fn field(name: &str, kind: &'static str, problem: Option<&str>) -> FieldView {
    FieldView {
        name: name.into(),
        label: "Label".into(),
        kind,
        options: vec![option("person", true)],
        problem: problem.map(str::to_owned),
        ..FieldView::default()
    }
}

fn opened(acts: Acts, proposal: ModeratedProposal) -> ModerationShow {
    ModerationShow {
        round_title: "Lindenau 2027".into(),
        list_url: "/en/office/rounds/lindenau/proposals".into(),
        public_url: Some("/en/rounds/lindenau/proposals/00412".into()),
        url: "/en/office/rounds/lindenau/proposals/00412".into(),
        came_in: Some("Monday, 3 May 2027".into()),
        scan_url: Some("/en/office/rounds/lindenau/enter-proposal/00412/scan".into()),
        proposal,
        came_too_late: false,
        problems: Vec::new(),
        hide: acts.hide.then(|| HideForm {
            rule: field("rule", "radio", Some("Choose the rule.")),
            reason: field("reason", "prose", None),
        }),
        reported: None,
        reports: Vec::new(),
        settled: Vec::new(),
        keep: None,
        hide_name: None,
        acts: Some(acts),
        kept: None,
    }
}

#[test]
fn a_proposal_offers_what_can_be_done_with_it() {
    let waits = Acts { show: true, hide: true, restore: false, restore_name: false };
    let problems = vec![Problem { text: "Choose the rule.".into(), anchor: Some("rule".into()) }];
    let page = render("moderation-waits", &ModerationShow { problems, ..opened(waits, bare()) });
    assert!(text_of(&page, "main form .why").contains("Choose the rule."));

    let hidden = Acts { show: false, hide: false, restore: true, restore_name: true };
    let late = ModerationShow { came_too_late: true, kept: Some("My reason.".into()), ..opened(hidden, moderated()) };
    let page = render("moderation-too-late", &late);
    assert!(text_of(&page, ".problem").contains("It now stands at: Hidden."));
    assert!(text_of(&page, ".intern").contains("My reason."));

    let received = Acts { show: false, hide: true, restore: false, restore_name: false };
    render("moderation-received", &opened(received, bare()));
    let nothing = Acts { show: false, hide: false, restore: false, restore_name: false };
    let withdrawn = ModerationShow { public_url: None, came_in: None, scan_url: None, ..opened(nothing, bare()) };
    let page = render("moderation-withdrawn", &withdrawn);
    assert!(text_of(&page, "main").contains("There is nothing to do here."));
}

#[test]
fn a_reported_proposal_shows_the_reports_and_the_ways_to_settle_them() {
    let received = Acts { show: false, hide: true, restore: false, restore_name: false };
    let reported = ModerationShow {
        reported: Some(reported()),
        reports: vec![report(None), ReportView { explanation: Vec::new(), ..report(None) }],
        settled: vec![
            report(Some("kept")),
            ReportView { note: None, ..report(Some("hidden")) },
            report(Some("withdrawn")),
        ],
        keep: Some(KeepForm { last: 7, note: field("note", "prose", Some("Write why.")) }),
        hide_name: Some(HideForm {
            rule: field("name_rule", "radio", None),
            reason: field("name_reason", "prose", None),
        }),
        ..opened(received, bare())
    };

    let page = render("moderation-reported", &reported);

    assert!(text_of(&page, "#reports").contains("3 reports"));
    assert!(text_of(&page, ".intern").contains("The second <b>sentence</b>."), "as text");
    assert!(text_of(&page, ".intern").contains("Here stand the 2 newest."));
    assert!(text_of(&page, "main").contains("Note: It is rough and no insult."));
    let buttons = ["Let it stand", "Hide", "Hide the name"];
    for button in buttons {
        assert!(text_of(&page, "main").contains(button), "{button}");
    }
}

#[test]
fn everybody_reads_whether_and_how_a_proposal_is_supported() {
    let some = |text: &str| Some(text.to_owned());
    let url = || "/en/somewhere".to_owned();
    for (name, act, told) in [
        ("give", SupportAct::Give { until: some("Friday") }, "You can decide until Friday."),
        ("give-open", SupportAct::Give { until: None }, "Support this proposal"),
        ("in", SupportAct::SignIn { url: url(), employees: false, until: some("Friday") }, "You sign in first."),
        ("code", SupportAct::SignIn { url: url(), employees: true, until: None }, "personnel code first"),
        ("not-yet", SupportAct::NotYet { date: "Monday".into() }, "from Monday"),
        ("over", SupportAct::Over { date: some("Friday") }, "Supporting ended on Friday."),
        ("shut", SupportAct::Over { date: None }, "Supports are not taken now."),
        ("merged", SupportAct::Merged { original: Some(("00007".into(), url())) }, "Proposal 00007"),
        ("merged-bare", SupportAct::Merged { original: None }, "Support that one."),
        ("employee", SupportAct::NotEmployee { url: url() }, "Enter with your personnel code"),
        ("address", SupportAct::NoAddress { url: url() }, "Add an e-mail address"),
        ("own", SupportAct::Own, "This is your own proposal."),
    ] {
        let view = SupportShow {
            round_title: "Lindenau 2027".into(),
            number: "00412".into(),
            title: "Benches".into(),
            language: "en".into(),
            excerpt: "Shade for all.".into(),
            proposal_url: url(),
            support: support(act),
            draft: name == "give",
        };
        let page = render(&format!("support-{name}"), &view);
        let text = text_of(&page, "main");
        assert!(text.contains(told) && text.contains("12 people support this."), "{name}: {text}");
        assert_eq!(text.contains("Your own draft is kept."), name == "give");
    }
    let taken = SupportSection { count: None, hidden: true, mine: true, ..support(SupportAct::Take { until: None }) };
    let view = ProposalShow { support: Some(taken), ..show(received(), Some(content())) };
    let text = text_of(&render("proposal-supported", &view), "main");
    assert!(text.contains("You support this proposal.") && text.contains("The number is not shown"), "{text}");
}
