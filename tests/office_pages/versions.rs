//! What a proposal said before.

use allmende::web::versions::view::{ChangeView, FieldChange, PieceView, ProposalVersions};

use super::{render, text_of};

#[test]
fn a_change_names_what_was_removed_and_added_in_words() {
    let piece = |change, text: &str| PieceView { change, text: text.into() };
    let field = FieldChange {
        field: "Title".into(),
        pieces: vec![piece("same", "Benches for "), piece("removed", "<b>cats</b>"), piece("added", "dogs")],
    };
    let change = |fields| ChangeView {
        date: "1 May 2027, 14:00".into(),
        who: "The office corrected what it had mistyped.".into(),
        language: "en".into(),
        fields,
    };
    let full = ProposalVersions {
        round_title: "Lindenau 2027".into(),
        number: "00412".into(),
        title: "Benches for dogs".into(),
        language: "en".into(),
        proposal_url: "/en/rounds/lindenau/proposals/00412".into(),
        changes: vec![change(vec![field]), change(Vec::new())],
        withheld: 1,
    };

    let page = render("versions", &full);

    assert_eq!(text_of(&page, "del"), "Removed: <b>cats</b>");
    assert_eq!(text_of(&page, "ins"), "Added: dogs");
    assert!(text_of(&page, ".note").contains("1 earlier version is not shown."));
    let none = ProposalVersions { changes: Vec::new(), withheld: 0, ..full };
    assert!(text_of(&render("versions-none", &none), ".lead").contains("There is no earlier version"));
}
