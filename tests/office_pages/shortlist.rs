//! What goes onto the ballot, in the office.

use allmende::web::parts::{Pager, Problem};
use allmende::web::settings::view::{FieldOption, FieldView};
use allmende::web::shortlist::view::{AreaRow, CandidateRow, CandidateShow, ShortlistList, ShortlistPart};

use super::{render, text_of};

fn field(name: &str, kind: &'static str) -> FieldView {
    let option = FieldOption { value: "1".into(), label: "Am Kanal".into(), chosen: false };
    FieldView { name: name.into(), label: "Label".into(), kind, options: vec![option], ..FieldView::default() }
}

fn row(excluded: Option<&str>) -> CandidateRow {
    CandidateRow {
        number: "00412".into(),
        title: "Benches".into(),
        language: "en".into(),
        url: "/en/office/rounds/lindenau/shortlist/00412".into(),
        area: Some("Am Kanal".into()),
        cost: Some("€1,500".into()),
        excluded: excluded.map(str::to_owned),
        included: None,
        supports: Some("12 of 50 supports".into()),
    }
}

fn list(shows: &'static str, rows: Vec<CandidateRow>) -> ShortlistList {
    let part = |name| ShortlistPart { name, url: format!("?show={name}"), count: 1, current: name == shows };
    ShortlistList {
        round_title: "Lindenau 2027".into(),
        round_url: "/en/office/rounds/lindenau".into(),
        url: "/en/office/rounds/lindenau/shortlist".into(),
        reviews_url: "/en/office/rounds/lindenau/review".into(),
        done: None,
        refused: None,
        kept: None,
        problems: Vec::new(),
        frozen: None,
        undecided: 0,
        areas: Vec::new(),
        parts: ["ballot", "excluded", "without_area"].map(part).into(),
        shows,
        rows,
        page_number: 1,
        page_count: 2,
        pager: Pager::new(1, 2, |page| format!("?page={page}")),
        may_freeze: false,
        reopen: None,
    }
}

#[test]
fn the_selection_says_what_it_holds_and_what_was_done() {
    let area = |limit: Option<&str>| AreaRow {
        name: "Am Kanal".into(),
        projects: 3,
        cost: "€4,500".into(),
        limit: limit.map(str::to_owned),
    };
    for done in ["frozen", "reopened", "excluded", "included", "placed"] {
        let view = ShortlistList {
            done: Some(done),
            undecided: 4,
            areas: vec![area(Some("€10,000")), area(None)],
            may_freeze: true,
            ..list("ballot", vec![row(None), CandidateRow { area: None, cost: None, ..row(Some("Too small.")) }])
        };
        let page = render(&format!("shortlist-{done}"), &view);
        assert!(text_of(&page, "main").contains("4 proposals are not decided yet."), "{done}");
        assert!(text_of(&page, ".rows").contains("Too small."), "{done}");
        assert!(text_of(&page, "table").contains("€10,000"), "{done}");
    }
    for refused in
        ["no-candidate", "frozen", "not-frozen", "voting", "given", "without-area", "without-cost", "empty", "area"]
    {
        let problems = vec![Problem { text: "Write the reason.".into(), anchor: Some("reason".into()) }];
        let view = ShortlistList {
            refused: Some(refused),
            kept: Some("My reason.".into()),
            frozen: Some("1 May 2027, 14:00".into()),
            problems,
            reopen: Some(field("reason", "prose")),
            ..list("excluded", Vec::new())
        };
        let page = render(&format!("shortlist-refused-{refused}"), &view);
        assert!(text_of(&page, ".note").contains("Frozen since 1 May 2027"), "{refused}");
    }
    for shows in ["ballot", "excluded", "without_area"] {
        render(&format!("shortlist-empty-{shows}"), &list(shows, Vec::new()));
    }
}

#[test]
fn a_candidate_offers_what_can_be_done_with_it() {
    let show = |candidate, may_change| CandidateShow {
        round_title: "Lindenau 2027".into(),
        list_url: "/en/office/rounds/lindenau/shortlist".into(),
        url: "/en/office/rounds/lindenau/shortlist/00412".into(),
        review_url: "/en/office/rounds/lindenau/review/00412".into(),
        refused: None,
        problems: Vec::new(),
        candidate,
        may_change,
        is_short: false,
        may_override: false,
        reason: field("reason", "prose"),
        area: None,
    };
    let problems = vec![Problem { text: "Choose.".into(), anchor: Some("area".into()) }];
    let nowhere = CandidateRow { area: None, cost: None, ..row(None) };
    let placed =
        CandidateShow { area: Some(field("area", "radio")), problems, refused: Some("area"), ..show(nowhere, true) };
    assert!(text_of(&render("candidate-nowhere", &placed), "#area").contains("Am Kanal"));

    let excluded = render("candidate-excluded", &show(row(Some("Too small.")), true));
    assert!(text_of(&excluded, "main").contains("Take it in again"));
    let short = |may_override| CandidateShow { is_short: true, may_override, ..show(row(Some("Fewer.")), true) };
    assert!(text_of(&render("candidate-short", &short(true)), "#override").contains("Put it on all the same"));
    assert!(text_of(&render("candidate-short-read", &short(false)), ".note").contains("An administrator can"));
    let included = CandidateRow { included: Some("The board asked.".into()), supports: None, ..row(None) };
    assert!(text_of(&render("candidate-included", &show(included, true)), "dl").contains("The board asked."));
    assert!(text_of(&render("candidate-fixed", &show(row(None), false)), ".note").contains("Nothing can be changed"));
}
