//! A made-up round and people with a code for it, for tests and for the benches: made through the real actions, and
//! without a word about which of them asks.

use allmende::actions::round::{AreaContent, ProjectContent, RoundContent, make_codes};
use allmende::domain::format::BallotFormat;
use allmende::domain::ids::{AreaId, AreaNumber, ProjectNumber, RoundPublicId};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::money::{Currency, Money};
use allmende::domain::permission::Actor;
use allmende::domain::round::{AreaLimit, Basis, Effect, Origin, Round, RoundText};
use allmende::domain::schedule::{Span, Window};
use allmende::domain::slug::Slug;
use allmende::secrecy::KeyDirectory;
use allmende::secrecy::randomness::draw;
use allmende::store::roll::{RollRow, find_code_holder};
use allmende::store::rounds::NewRound;
use allmende::store::texts::{ProjectText, Written};
use allmende::store::{Conn, Db, StoreError};
use allmende_tally::Ties;

/// A round of points under Equal Shares.
pub(crate) fn content(
    slug: &str,
    origin: Origin,
    windows: Vec<(Window, Span)>,
    areas: Vec<AreaContent>,
) -> RoundContent {
    let round = NewRound {
        public_id: RoundPublicId::new(draw().unwrap()),
        slug: Slug::parse(slug).unwrap(),
        origin,
        currency: Currency::parse("EUR", 2).unwrap(),
        format: BallotFormat::Points { total: 5, max_per_project: 5 },
        rule: "equal-shares points add1+greedy".parse().unwrap(),
        ties: Ties::default(),
        effect: Effect::Advice,
        basis: Basis::Codes,
        result_expected_at: None,
        decision_expected_at: None,
    };
    let text = RoundText {
        title: "Lindenau entscheidet".to_owned(),
        summary: "Es geht um drei Vorhaben je Gebiet.".to_owned(),
        who_may_vote: "Alle, die hier wohnen.".to_owned(),
        outcome: "Das Bezirksparlament berät darüber.".to_owned(),
        declaration: String::new(),
    };
    RoundContent { round, texts: in_both(text), windows, areas }
}

/// An area with 60,000.00 and projects of 25,000.00, 30,000.00, 35,000.00 and so on.
pub(crate) fn area(number: u32, projects: std::ops::RangeInclusive<u32>) -> AreaContent {
    let project = |(place, number): (usize, u32)| ProjectContent {
        number: ProjectNumber::new(number),
        external_id: format!("{number:03}"),
        cost: Some(Money::from_minor(2_500_000 + 500_000 * i64::try_from(place).unwrap())),
        topic: None,
        texts: vec![in_german(ProjectText { title: format!("Vorhaben {number}"), ..ProjectText::default() })],
    };
    AreaContent {
        number: AreaNumber::new(number),
        limit: AreaLimit::Ceiling(Money::from_minor(6_000_000)),
        for_everyone: true,
        names: in_both(format!("Gebiet {number}")),
        projects: projects.enumerate().map(project).collect(),
    }
}

/// The same in both languages: a round is complete only when it is written in each that is offered.
pub(crate) fn in_both<T: Clone>(text: T) -> Vec<Written<T>> {
    ["de", "en"].map(|language| Written { language: language.to_owned(), text: text.clone() }).into()
}

pub(crate) fn in_german<T>(text: T) -> Written<T> {
    Written { language: "de".to_owned(), text }
}

/// Sends codes of a new batch, for one area and those for everyone, or for all; each with the row that it leads to.
pub(crate) async fn send_letters(
    db: &Db,
    keys: &KeyDirectory,
    round: &Round,
    area: Option<AreaId>,
    many: u32,
) -> Vec<(LetterCode, RollRow)> {
    let codes = make_codes(db, keys, Actor::CommandLine, round, area, many).await.unwrap();
    let keys = keys.clone();
    let find = move |conn: &mut Conn| {
        let holder = |code: LetterCode| {
            let found = find_code_holder(conn, &keys.installation().code_mac(&code))?.ok_or(StoreError::NotFound)?;
            Ok((code, found.row))
        };
        codes.into_iter().map(holder).collect::<Result<Vec<_>, StoreError>>()
    };
    db.read(find).await.unwrap()
}
