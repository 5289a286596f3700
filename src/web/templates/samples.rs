//! Views to render in tests: each page once with as little and once with as much as it can show.

use crate::locale::{Catalogue, Language, Words};
use crate::web::council::told::{AtCouncil, Told};
use crate::web::errors::view::{ErrorKind, ErrorShow, VoteSafety, WrittenForm, WrittenText};
use crate::web::following::view::{FollowBy, FollowOffer};
use crate::web::home::view::{CurrentRound, HomeShow, RoundLine};
use crate::web::layout::{Help, LanguageLink, Leave, LogoView, NavLink, Page};
use crate::web::legal::view::{KeptGroup, KeptRow, KeptTable, LegalShow, LegalText};
use crate::web::parts::{
    ActKind, AreaCard, FormatView, Moment, Pager, PhaseStep, Problem, ProjectCard, RoundAct, StepKind,
};
use crate::web::projects::view::{AreaOption, Outcome, ProjectShow, ProjectsIndex};
use crate::web::proposals::view::FindField;
use crate::web::round::view::{OriginView, Preview, Proposing, RoundShow, Voters};
use crate::web::sign_in::view::HiddenField;
use crate::web::vote::view::{
    AbsentArea, AccountState, AccountWay, BallotArea, BallotProject, CheckedArea, CheckedChoice, ConflictReason, Field,
    StillSignedIn, VoteAgain, VoteAlready, VoteBallot, VoteCheck, VoteClosed, VoteConflict, VoteEntry, VoteLeft,
    VoteReceipt,
};

/// A page with everything that the frame can carry.
pub(crate) fn full_page(language: Language) -> Page {
    let languages = [Language::German, Language::English]
        .map(|other| LanguageLink::new(other, format!("/{}/rounds/lindenau-2027", other.code()), language))
        .into();
    let link = |label: &str, url: &str, current| NavLink { label: label.into(), url: url.into(), current };
    Page {
        language,
        html_language: language.tag(),
        direction: language.direction().as_str(),
        organisation: "Lindenau".into(),
        service: "Bürgerhaushalt".into(),
        home_url: format!("/{}", language.code()),
        languages,
        nav: vec![link("Projekte", "/de/projects", true), link("Abstimmen", "/de/vote", false)],
        leave: None,
        sign_out_url: None,
        shared: None,
        help: Help {
            telephone: Some("030 000 00 00".into()),
            telephone_url: Some("tel:+49300000000".into()),
            hours: Some("Mo bis Fr, 9 bis 17 Uhr".into()),
            place: Some("Stadtteilbibliothek am Lindenplatz".into()),
            place_note: Some("mit Wahl-Computer und Drucker".into()),
            ask_url: "/de/help/ask".into(),
            email: Some("mitmachen@lindenau.example".into()),
        },
        easy_url: Some("/de/easy".into()),
        sign_language_url: Some("https://lindenau.example/dgs".into()),
        logo: Some(LogoView { url: "mark.svg".into(), width: 96, height: 48, words: "Wappen".into() }),
        theme_url: Some("theme.css".into()),
        report_url: "/de/accessibility/report?page=%2Fde".into(),
        accessibility_url: "/de/accessibility".into(),
        imprint_url: "/de/imprint".into(),
        privacy_url: "/de/privacy".into(),
        foot: vec![link("Offene Daten", "/de/data", false)],
        last_changed: Some("4. Oktober 2027".into()),
        notice: Some("Dies ist eine Vorführung. Nichts hier ist echt.".into()),
        css_url: "allmende.css".into(),
        js_url: "allmende.js".into(),
        icon_url: "mark.svg".into(),
        csrf: Some("token".into()),
    }
}

/// A page with only what the frame must carry.
pub(crate) fn bare_page(language: Language) -> Page {
    Page {
        languages: vec![LanguageLink::new(language, "/".into(), language)],
        nav: Vec::new(),
        help: Help { ask_url: "/de/help/ask".into(), ..Help::default() },
        easy_url: None,
        sign_language_url: None,
        logo: None,
        theme_url: None,
        foot: Vec::new(),
        last_changed: None,
        notice: None,
        csrf: None,
        ..full_page(language)
    }
}

/// A page of the voter's session: no menu, only help and leave.
pub(crate) fn focus_page(language: Language) -> Page {
    let leave = Some(Leave { url: "/de/leave".into(), posts: true });
    Page { nav: Vec::new(), notice: None, leave, ..full_page(language) }
}

fn until() -> Option<String> {
    Some("Sonntag, 10. Oktober 2027, 23:59 Uhr".into())
}

fn open() -> Moment {
    Moment::VotingOpen { until: until() }
}

fn phases() -> Vec<PhaseStep> {
    let step = |kind, name: &str, dates: &str| PhaseStep {
        kind,
        name: name.into(),
        dates: Some(dates.to_owned()).filter(|text| !text.is_empty()),
    };
    vec![
        step(StepKind::Done, "Vorschläge sammeln", "1. Februar bis 30. April"),
        step(StepKind::Done, "Prüfung durch das Amt", "1. Mai bis 31. August"),
        step(StepKind::Here, "Abstimmen", "bis Sonntag, 10. Oktober"),
        step(StepKind::Next, "Auszählen", ""),
        step(StepKind::Next, "Ergebnis", "Freitag, 15. Oktober"),
    ]
}

const AREAS: [(&str, &str); 4] = [
    ("Am Kanal", "120.000\u{a0}€"),
    ("Bahnhofsviertel", "90.000\u{a0}€"),
    ("Siedlung Nord und Rosenhöhe", "100.000\u{a0}€"),
    ("Ganz Lindenau", "250.000\u{a0}€"),
];

const TOPICS: [&str; 8] = ["green", "play", "traffic", "culture", "school", "sport", "climate", "neighbourhood"];

const PROJECTS: [(&str, &str, &str); 6] = [
    ("Kanalufer: ein Weg ohne Stufen", "140.000\u{a0}€", "300 Meter fester Weg. Eine Rampe ersetzt die 14 Stufen."),
    ("Bäume für die Fabrikstraße", "60.000\u{a0}€", "25 Linden, wo heute nur Asphalt ist."),
    ("Lesegarten an der Stadtteilbibliothek", "54.000\u{a0}€", "Der leere Hof wird ein ruhiger Garten mit Tischen."),
    ("Sichere Querung an der Kanalschule", "95.000\u{a0}€", "Ein Zebrastreifen mit Insel. 240 Kinder gehen hier."),
    ("Bücherkisten an drei Haltestellen", "12.000\u{a0}€", "Eins nehmen, eins geben. Nachbarn sehen danach."),
    ("Reparatur-Wagen: gemeinsam flicken", "32.000\u{a0}€", "Ein Lastenrad mit Werkzeug, jede Woche woanders."),
];

fn area_cards() -> Vec<AreaCard> {
    let mut cards: Vec<AreaCard> = AREAS
        .iter()
        .map(|(name, money)| AreaCard {
            name: (*name).into(),
            money: Some((*money).into()),
            places: None,
            projects: 12,
            url: "/de/projects?area=1".into(),
        })
        .collect();
    cards.push(AreaCard {
        name: "Beste Ideen".into(),
        money: None,
        places: Some(1),
        projects: 1,
        url: "/de/projects?area=5".into(),
    });
    cards
}

fn cards(count: usize) -> Vec<ProjectCard> {
    (0..count)
        .map(|i| {
            let (title, cost, summary) = PROJECTS[i % PROJECTS.len()];
            ProjectCard {
                number: format!("{:02}", i + 1),
                title: title.into(),
                url: format!("/de/projects/{}", i + 1),
                area: AREAS[i % AREAS.len()].0.into(),
                cost: Some(cost.into()).filter(|_| i != 1),
                summary: summary.into(),
                place: Some("Uferstraße".into()).filter(|_| i != 2),
                topic: Some(TOPICS[i % TOPICS.len()].into()).filter(|_| count == 3 || i != 3),
            }
        })
        .collect()
}

/// The start page with a round in voting and one with a result.
pub(crate) fn home_full() -> HomeShow {
    HomeShow {
        current: Some(CurrentRound {
            title: "Fünf Punkte für Lindenau".into(),
            summary: Some(
                "Sie entscheiden, wofür der Bezirk 560.000\u{a0}€ ausgibt. 48 Projekte stehen zur Wahl.".into(),
            ),
            moment: open(),
            act: RoundAct { kind: ActKind::Vote, url: "/de/vote".into() },
            no_letter_url: Some("/de/vote#lost".into()),
            takes_accounts: false,
            areas: area_cards(),
            more_areas_url: Some("/de/rounds/lindenau-2027#areas".into()),
            phases: phases(),
            sample: cards(3),
            project_count: 48,
            projects_url: "/de/projects".into(),
            money: Some("560.000\u{a0}€".into()),
            binding: false,
            round_url: "/de/rounds/lindenau-2027".into(),
        }),
        others: vec![
            RoundLine {
                title: "Bürgerhaushalt Lindenau 2026".into(),
                url: "/de/rounds/lindenau-2026".into(),
                moment: Moment::Result { date: "15. Oktober 2026".into() },
                result_sentence: Some("10 von 22 Projekten werden gefördert.".into()),
                result_url: Some("/de/rounds/lindenau-2026/result".into()),
            },
            RoundLine {
                title: "Unser Schulhof".into(),
                url: "/de/rounds/schulhof-2027".into(),
                moment: Moment::VotingBegins { date: "Montag, 8. November 2027, 0:00 Uhr".into() },
                result_sentence: None,
                result_url: None,
            },
        ],
        find: Some(FindField { url: "/de/proposals".into(), ..FindField::default() }),
    }
}

/// The start page of a round with a result and nothing else.
pub(crate) fn home_of_a_bare_round() -> HomeShow {
    HomeShow {
        current: Some(CurrentRound {
            title: "Runde".into(),
            summary: None,
            moment: Moment::Result { date: "15. Oktober 2026".into() },
            act: RoundAct { kind: ActKind::Result, url: "/de/result".into() },
            no_letter_url: Some("/de/vote#lost".into()),
            takes_accounts: false,
            areas: Vec::new(),
            more_areas_url: None,
            phases: Vec::new(),
            sample: Vec::new(),
            project_count: 0,
            projects_url: "/de/projects".into(),
            money: None,
            binding: true,
            round_url: "/de/round".into(),
        }),
        others: Vec::new(),
        find: None,
    }
}

pub(crate) fn round_full() -> RoundShow {
    RoundShow {
        title: "Bürgerhaushalt Lindenau 2027".into(),
        summary: Some("Fünf Punkte für Ihr Gebiet und für ganz Lindenau.".into()),
        moment: open(),
        act: RoundAct { kind: ActKind::Vote, url: "/de/vote".into() },
        projects_url: "/de/projects".into(),
        phases: phases(),
        proposing: Some(Proposing {
            who: "Alle dürfen vorschlagen.".into(),
            dates: Some("Vorschläge nehmen wir bis Freitag an.".into()),
            url: Some("/de/rounds/lindenau-2027/proposals".into()),
        }),
        origin: OriginView::Generated,
        who_may_vote: Some("Alle ab 14 Jahren, die in Lindenau wohnen.".into()),
        voters: Voters::CodesAndAccounts,
        format: FormatView::Points { total: 5, max_per_project: 5, values: (0..=5).collect() },
        rule: "Gerechte Anteile: Jede Stimme hat gleich viel Geld.".into(),
        binding: false,
        after_the_result: Some("Das Bezirksparlament beschließt am 18. November.".into()),
        money: Some("560.000\u{a0}€".into()),
        areas: area_cards(),
        links: vec![NavLink { label: "Ergebnis der Runde 2026".into(), url: "/de/result".into(), current: false }],
        follow: Some(FollowOffer {
            url: "/de/follow".into(),
            round: "lindenau-2027".into(),
            proposal: String::new(),
            by: FollowBy::Address,
        }),
        preview: None,
    }
}

pub(crate) fn round_preview() -> RoundShow {
    RoundShow {
        preview: Some(Preview { overview_url: "/de/office/rounds/lindenau-2027/set-up".into() }),
        ..round_bare()
    }
}

pub(crate) fn round_bare() -> RoundShow {
    RoundShow {
        follow: None,
        summary: None,
        moment: Moment::Announced,
        act: RoundAct { kind: ActKind::Projects, url: "/de/projects".into() },
        phases: Vec::new(),
        proposing: None,
        origin: OriginView::Live,
        who_may_vote: None,
        voters: Voters::Nobody,
        format: FormatView::Approval { max: 1 },
        binding: true,
        after_the_result: None,
        money: None,
        areas: area_cards().into_iter().take(1).collect(),
        links: Vec::new(),
        ..round_full()
    }
}

pub(crate) fn projects_full() -> ProjectsIndex {
    ProjectsIndex {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        round_url: "/de/rounds/lindenau-2027".into(),
        list_url: "/de/rounds/lindenau-2027/projects".into(),
        areas: (1..)
            .zip(AREAS)
            .map(|(number, (name, _))| AreaOption { number, name: name.into(), chosen: number == 2 })
            .collect(),
        area_name: Some("Bahnhofsviertel".into()),
        order: 17,
        total: 184,
        projects: cards(20),
        page_number: 6,
        page_count: 10,
        pager: Pager::new(6, 10, |n| format!("?area=2&order=17&page={n}")),
    }
}

pub(crate) fn projects_empty() -> ProjectsIndex {
    ProjectsIndex {
        areas: Vec::new(),
        area_name: None,
        total: 0,
        projects: Vec::new(),
        page_number: 1,
        page_count: 1,
        pager: Pager::default(),
        ..projects_full()
    }
}

pub(crate) fn project_full() -> ProjectShow {
    ProjectShow {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        projects_url: "/de/projects".into(),
        voters: Voters::Accounts,
        number: "07".into(),
        title: PROJECTS[0].0.into(),
        summary: PROJECTS[0].2.into(),
        paragraphs: vec![
            "Der Weg am Kanal endet an einer Treppe. Wer einen Kinderwagen schiebt, muss umkehren.".into(),
            "Wir schlagen eine Rampe mit Geländer vor. Der Weg bekommt einen festen Belag.".into(),
        ],
        topic: Some("green".into()),
        area: "Am Kanal".into(),
        area_money: Some("120.000\u{a0}€".into()),
        cost: Some("140.000\u{a0}€".into()),
        place: Some("Uferstraße, hinter der Kanalschule".into()),
        moment: open(),
        vote_url: Some("/de/vote".into()),
        outcome: None,
        result_url: None,
        council: None,
        council_name: "Bezirksparlament".into(),
        decision_on: None,
    }
}

pub(crate) fn project_at_council(council: AtCouncil, outcome: Outcome) -> ProjectShow {
    ProjectShow {
        council: Some(council),
        decision_on: Some("Donnerstag, 18. November 2027".into()),
        ..project_with(Moment::Result { date: "15. Oktober".into() }, Some(outcome))
    }
}

pub(crate) fn decided(reason: Option<&str>) -> AtCouncil {
    AtCouncil::Decided {
        decision: Told {
            outcome: if reason.is_some() { "not_carried_out" } else { "carried_out" },
            words: "Wird gemacht".into(),
            day: "Donnerstag, 18. November 2027".into(),
            paper: reason.map(|_| "DS/0412/VIII".into()),
            reason: reason.map(str::to_owned),
            corrected: reason.is_some(),
        },
    }
}

pub(crate) fn project_with(moment: Moment, outcome: Option<Outcome>) -> ProjectShow {
    ProjectShow {
        paragraphs: Vec::new(),
        topic: None,
        area_money: None,
        cost: None,
        place: None,
        moment,
        vote_url: None,
        outcome,
        result_url: outcome.map(|_| "/de/result".into()),
        ..project_full()
    }
}

pub(crate) fn entry_plain() -> VoteEntry {
    VoteEntry {
        takes_codes: true,
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        round_url: "/de/rounds/lindenau-2027".into(),
        until: until(),
        enter_url: "/de/rounds/lindenau-2027/vote".into(),
        ..VoteEntry::default()
    }
}

pub(crate) fn entry_wrong() -> VoteEntry {
    VoteEntry {
        account: Some(account_way(AccountState::Declare)),
        code: "K7QM-2XBA".into(),
        problem: Some("Prüfen Sie die Länge. Der Code hat 12 Zeichen, Sie haben 8 eingegeben.".into()),
        other_round: Some(NavLink {
            label: "Unser Schulhof".into(),
            url: "/de/rounds/schulhof-2027".into(),
            current: false,
        }),
        kept: fields(),
        ..entry_plain()
    }
}

/// The entry of a round without codes, as far as somebody is on the way with an account.
pub(crate) fn entry_with_account(state: AccountState) -> VoteEntry {
    VoteEntry { takes_codes: false, account: Some(account_way(state)), ..entry_plain() }
}

fn account_way(state: AccountState) -> AccountWay {
    AccountWay {
        state,
        who: (state != AccountState::SignIn).then(|| "ada@lindenau.example".into()),
        declaration: "Ich wohne oder arbeite hier: Bezirk Lindenau. Ich stimme in dieser Runde nur einmal ab.".into(),
        problem: state == AccountState::Declare,
        enter_url: "/de/rounds/lindenau-2027/vote/account".into(),
        sign_in_url: "/de/sign-in?next=%2Fde%2Frounds%2Flindenau-2027%2Fvote".into(),
        sign_out_url: "/de/sign-out".into(),
        address_url: "/de/account/address".into(),
        csrf: (state != AccountState::SignIn).then(|| "0123abcd".into()),
    }
}

fn fields() -> Vec<Field> {
    let field = |name: &str, value: &str| Field { name: name.into(), value: value.into() };
    vec![field("p1", "3"), field("p4", "2"), field("blank2", "1")]
}

fn ballot_area(number: u32, next_number: Option<u32>, values: [i64; 6], total: i64) -> BallotArea {
    let (name, money) = AREAS[usize::try_from(number).unwrap() - 1];
    let projects = (0_u32..)
        .zip(values)
        .map(|(i, value)| {
            let (title, cost, summary) = PROJECTS[usize::try_from(i).unwrap()];
            BallotProject {
                number: number * 10 + i,
                printed: format!("{:02}", number * 10 + i),
                title: title.into(),
                cost: Some(cost.into()).filter(|_| i != 5),
                summary: summary.into(),
                paragraphs: vec!["Das Amt hat geprüft: Es geht. Jedes Jahr kostet es 3.100\u{a0}€.".into(); 2],
                place: Some("Uferstraße".into()),
                value,
                problem: None,
            }
        })
        .collect();
    let given = values.iter().sum();
    BallotArea {
        number,
        name: name.into(),
        money: Some(money.into()),
        places: None,
        given,
        left: total - given,
        blank: false,
        problem: None,
        next_number,
        projects,
    }
}

pub(crate) fn ballot_of_one_area() -> VoteBallot {
    VoteBallot {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        until: until(),
        binding: false,
        format: FormatView::Points { total: 5, max_per_project: 5, values: (0..=5).collect() },
        areas: vec![ballot_area(1, None, [0, 1, 2, 0, 1, 0], 5)],
        offers_blank: false,
        problems: Vec::new(),
        ballot_version: "3".into(),
        replaces: false,
        check_url: "/de/rounds/lindenau-2027/vote/check".into(),
    }
}

pub(crate) fn ballot_of_many_areas() -> VoteBallot {
    let too_much = "Bahnhofsviertel: Sie haben 7 Punkte vergeben, erlaubt sind 5. Nehmen Sie 2 Punkte weg.";
    let value = "31 Bäume für die Fabrikstraße: Geben Sie 0 bis 5 Punkte";
    let mut second = ballot_area(2, Some(3), [5, 0, 0, 2, 0, 0], 5);
    second.problem = Some(too_much.into());
    let mut third = ballot_area(3, None, [0; 6], 5);
    third.blank = true;
    third.projects[1].problem = Some(value.into());
    third.places = Some(2);
    third.money = None;
    VoteBallot {
        areas: vec![ballot_area(1, Some(2), [0, 1, 2, 0, 1, 0], 5), second, third],
        offers_blank: true,
        problems: vec![
            Problem { text: too_much.into(), anchor: Some("area2".into()) },
            Problem { text: value.into(), anchor: Some("p31".into()) },
            Problem { text: "Das Projekt Nr. 812 steht nicht auf Ihrem Stimmzettel.".into(), anchor: None },
        ],
        binding: true,
        replaces: true,
        ..ballot_of_one_area()
    }
}

pub(crate) fn ballot_to_tick() -> VoteBallot {
    VoteBallot {
        format: FormatView::Approval { max: 3 },
        areas: vec![ballot_area(1, Some(2), [0, 1, 0, 1, 0, 0], 3), ballot_area(2, None, [0; 6], 3)],
        offers_blank: true,
        ..ballot_of_one_area()
    }
}

pub(crate) fn ballot_of_many_points() -> VoteBallot {
    VoteBallot {
        until: None,
        format: FormatView::Points { total: 20, max_per_project: 10, values: (0..=10).collect() },
        areas: vec![ballot_area(1, None, [10, 0, 2, 0, 0, 0], 20)],
        ..ballot_of_one_area()
    }
}

fn checked(number: u32, values: &[(u32, u32)], total: i64) -> CheckedArea {
    let given: i64 = values.iter().map(|(_, value)| i64::from(*value)).sum();
    let choices = values
        .iter()
        .map(|(project, value)| CheckedChoice {
            number: *project,
            printed: format!("{project:02}"),
            title: PROJECTS[usize::try_from(*project).unwrap()].0.into(),
            cost: Some(PROJECTS[usize::try_from(*project).unwrap()].1.into()).filter(|_| *project != 2),
            value: *value,
            dots: "●".repeat(usize::try_from(*value).unwrap()),
        })
        .collect();
    let name = AREAS[usize::try_from(number).unwrap() - 1].0.into();
    CheckedArea { number, name, given, left: total - given, choices }
}

pub(crate) fn check_of_points() -> VoteCheck {
    VoteCheck {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        until: until(),
        format: FormatView::Points { total: 5, max_per_project: 5, values: (0..=5).collect() },
        areas: vec![checked(1, &[(0, 2), (2, 1), (3, 1)], 5), checked(2, &[], 5)],
        absent: [(3, AREAS[2].0), (4, AREAS[3].0)]
            .map(|(number, name)| AbsentArea { number, name: name.into() })
            .into(),
        fields: fields(),
        ballot_version: "3".into(),
        cast_key: "00".repeat(16),
        cast_number: 0,
        client_nonce: "11".repeat(16),
        cast_url: "/de/rounds/lindenau-2027/vote/cast".into(),
        ballot_url: "/de/rounds/lindenau-2027/vote/ballot".into(),
    }
}

pub(crate) fn check_of_ticks() -> VoteCheck {
    VoteCheck {
        until: None,
        format: FormatView::Approval { max: 3 },
        areas: vec![checked(1, &[(0, 1), (3, 1), (4, 1)], 3)],
        absent: Vec::new(),
        ..check_of_points()
    }
}

pub(crate) fn receipt_full() -> VoteReceipt {
    VoteReceipt {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        at: "Montag, 4. Oktober 2027, 18:05 Uhr".into(),
        code: "R3F8 K2WQ 7HNC 5DTX 0000".into(),
        replaced: true,
        until: until(),
        result_on: Some("Freitag, 15. Oktober 2027".into()),
        after_the_result: Some("Das Bezirksparlament beschließt am 18. November.".into()),
        replace_url: Some("/de/vote/ballot".into()),
        leave_url: "/de/vote/leave".into(),
    }
}

pub(crate) fn receipt_bare() -> VoteReceipt {
    VoteReceipt {
        replaced: false,
        until: None,
        result_on: None,
        after_the_result: None,
        replace_url: None,
        ..receipt_full()
    }
}

pub(crate) fn already(open: bool) -> VoteAlready {
    VoteAlready {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        until: until().filter(|_| open),
        replace_url: open.then(|| "/de/vote/ballot".into()),
        leave_url: "/de/vote/leave".into(),
    }
}

pub(crate) fn closed(begins: bool, result: bool) -> VoteClosed {
    VoteClosed {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        begins: until().filter(|_| begins),
        takes_codes: result,
        ended: until().filter(|_| !begins),
        attempted: !begins,
        round_url: "/de/round".into(),
        projects_url: "/de/projects".into(),
        result_url: result.then(|| "/de/result".into()),
    }
}

pub(crate) fn conflict(reason: ConflictReason) -> VoteConflict {
    VoteConflict {
        round_title: "Bürgerhaushalt Lindenau 2027".into(),
        reason,
        fields: fields(),
        ballot_version: "2".into(),
        check_url: "/de/vote/check".into(),
        ballot_url: "/de/vote/ballot".into(),
        enter_url: "/de/vote".into(),
        leave_url: "/de/vote/leave".into(),
    }
}

pub(crate) fn again(vote: VoteSafety, catalogue: &Catalogue, language: Language) -> VoteAgain {
    let words = Words::new(catalogue, language, chrono_tz::UTC);
    let kind = if vote == VoteSafety::Unknown { ErrorKind::Internal } else { ErrorKind::Busy };
    let told = ErrorShow::new(kind, vote, words, "/de".into());
    VoteAgain {
        title: told.title,
        what: told.what,
        vote: told.vote,
        earlier_counts: vote == VoteSafety::NotCast,
        reference: (vote == VoteSafety::Unknown).then(|| "7f3a-91c2".into()),
        fields: fields(),
        again_url: "/de/vote/cast".into(),
    }
}

pub(crate) fn left(cast: bool) -> VoteLeft {
    let signed_in = cast.then(|| StillSignedIn { sign_out_url: "/de/sign-out".into(), csrf: None });
    VoteLeft { round_title: "Runde".into(), cast, signed_in, enter_url: (!cast).then(|| "/de/vote".into()) }
}

pub(crate) fn legal(kind: LegalText, html: Option<&str>) -> LegalShow {
    let report_url = (kind == LegalText::Accessibility).then(|| "/de/accessibility/report".to_owned());
    let who_sees_what_url = (kind == LegalText::Privacy).then(|| "/de/who-sees-what".to_owned());
    let text_language = html.map(|_| "de");
    LegalShow { kind, text_html: html.map(Into::into), text_language, report_url, who_sees_what_url, kept: None }
}

/// The page about privacy with its table.
pub(crate) fn privacy() -> LegalShow {
    let row = KeptRow { what: "E-Mails an Sie.".into(), until: "30 Tage.".into() };
    let group = KeptGroup {
        anchor: "mail".into(),
        name: "E-Mails".into(),
        why: "Damit sie ankommen.".into(),
        rows: vec![row.clone(), row],
    };
    let kept = Some(KeptTable { groups: vec![group], last: Some("1. Mai 2027".into()) });
    LegalShow { kept, ..legal(LegalText::Privacy, Some("<p>Kurz gesagt</p>")) }
}

pub(crate) fn error(kind: ErrorKind, catalogue: &Catalogue, language: Language) -> ErrorShow {
    let words = Words::new(catalogue, language, chrono_tz::UTC);
    let mut view = ErrorShow::new(kind, VoteSafety::Untouched, words, "/de".into());
    match kind {
        ErrorKind::Internal => view.reference = Some("7f3a-91c2".into()),
        ErrorKind::TooMany => {
            view.retry_at = Some("18:40 Uhr".into());
            let field = HiddenField { name: "question".into(), value: "Wer <mäht>?\nWann?".into() };
            let lines = vec!["Wer <mäht>?".into(), "Wann?".into()];
            let texts = vec![WrittenText { label: Some("Ihre Frage".into()), lines }];
            let url = Some("/de/help/ask".into());
            view.written = Some(WrittenForm { url, fields: vec![field], texts, file_left: true });
        }
        ErrorKind::NotEntrusted => {
            let texts = vec![WrittenText { label: None, lines: vec!["Kein Platz".into()] }];
            view.written = Some(WrittenForm { url: None, fields: Vec::new(), texts, file_left: false });
        }
        ErrorKind::Busy => return view.again_at("/de/vote".into(), words),
        _ => {}
    }
    view
}
