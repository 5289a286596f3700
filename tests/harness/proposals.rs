//! Proposals that were made through the real actions, in a round that takes them.

use allmende::actions::proposal::{EnterProposal, enter_proposal, submit_proposal, withdraw_proposal};
use allmende::actions::review::{Decision, SeenVersion, decide_proposal};
use allmende::app::App;
use allmende::domain::email::Email;
use allmende::domain::ids::{ProposalNumber, RoundId};
use allmende::domain::letter_code::LetterCode;
use allmende::domain::money::Money;
use allmende::domain::permission::Actor;
use allmende::domain::proposal::{NewProposal, Source, Voice, Wording, parse_title};
use allmende::domain::review::{Competence, Costs, Feasibility, Finding, Route, StandardReason};
use allmende::domain::round::Eligible;
use allmende::domain::schedule::{Span, Window};
use allmende::domain::text::{Line, Prose};
use allmende::domain::time::Instant;
use allmende::locale::Language;
use allmende::media::Scan as Paper;
use allmende::secrecy::randomness::draw;
use allmende::store::organisation::find_day;
use allmende::store::proposal_scans::Scan;
use allmende::store::proposals::find_proposal;
use allmende::store::reviews::find_review;
use allmende::store::set_up::{replace_window, update_checked_first, update_eligible};
use allmende::store::{Lock, StoreError};
use chrono::{NaiveDate, TimeDelta};

/// A document with nothing in it.
pub(crate) const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

use super::rounds::OFFICE;

/// Lets everybody propose in a round for a week, from now on, and everybody read it at once.
pub(crate) async fn collect(app: &App, round: RoundId) {
    app.db
        .write(Lock::Round(round), move |tx| {
            let span = Span { opens_at: Some(tx.now), closes_at: Some(tx.now.plus(TimeDelta::days(7))) };
            replace_window(tx, round, Window::Collecting, Some(span))?;
            update_checked_first(tx, round, false)?;
            update_eligible(tx, round, (Eligible::Everybody, Eligible::Nobody))
        })
        .await
        .map_err(|error: StoreError| error.to_string())
        .unwrap();
}

/// Lets people support proposals for a week, from now on.
pub(crate) async fn let_support(app: &App, round: RoundId, who: Eligible) {
    app.db
        .write(Lock::Round(round), move |tx| {
            let span = Span { opens_at: Some(tx.now), closes_at: Some(tx.now.plus(TimeDelta::days(7))) };
            replace_window(tx, round, Window::Supporting, Some(span))?;
            update_eligible(tx, round, (Eligible::Everybody, who))
        })
        .await
        .map_err(|error: StoreError| error.to_string())
        .unwrap();
}

/// Has proposals read before everybody sees them, or not.
pub(crate) async fn check_first(app: &App, round: RoundId, checked: bool) {
    let write = app.db.write(Lock::Round(round), move |tx| update_checked_first(tx, round, checked));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

/// A proposal in English for the whole of the round, by somebody whose address is known.
pub(crate) fn proposal(title: &str, body: &str) -> NewProposal {
    NewProposal {
        source: Source::Web,
        helped: false,
        wording: Wording {
            language: "en".to_owned(),
            title: parse_title(title).unwrap(),
            body: Prose::parse(body).unwrap(),
            summary: Prose::default(),
        },
        area: None,
        place: Line::default(),
        topic: None,
        voice: Voice::Myself,
        display_name: Line::default(),
        email: Some(Email::parse("author@example.org").unwrap()),
        cost_guess: None,
        offer: None,
    }
}

/// Sends it.
pub(crate) async fn propose(app: &App, round: RoundId, new: NewProposal) -> (ProposalNumber, LetterCode) {
    let code = LetterCode::from_random(draw().unwrap());
    let keys = app.keys.installation();
    let sent = submit_proposal(&app.db, keys, Actor::Anonymous, round, (new, &code, Language::English)).await;
    (sent.unwrap(), code)
}

/// Enters it at the counter, from a paper that came in today and was scanned.
pub(crate) async fn enter_paper(app: &App, round: RoundId, new: NewProposal) -> ProposalNumber {
    let scan = Paper::make(PDF, draw().unwrap()).unwrap();
    let content_hash = app.files.put(scan.stored()).unwrap().to_string();
    let scan = Some(Scan { content_hash, media_type: scan.kind().as_str().to_owned() });
    let entry = EnterProposal { new: NewProposal { source: Source::Paper, ..new }, came_in_on: today(app).await, scan };
    let code = LetterCode::from_random(draw().unwrap());
    let keys = app.keys.installation();
    let entered = enter_proposal(&app.db, keys, Actor::CommandLine, round, (entry, &code, Language::English)).await;
    entered.unwrap().number
}

/// The day in the organisation's time zone.
pub(crate) async fn today(app: &App) -> NaiveDate {
    let now = app.db.clock().now();
    app.db.read(move |conn| find_day(conn, now)).await.unwrap()
}

/// Takes it back.
pub(crate) async fn take_back(app: &App, code: &LetterCode) {
    let mac = app.keys.installation().change_mac(code);
    withdraw_proposal(&app.db, Actor::Anonymous, mac).await.unwrap();
}

/// What the office finds of something that goes to the vote.
pub(crate) fn finding() -> Finding {
    Finding {
        route: Route::Vote,
        competence: Competence::Ours,
        feasibility: Feasibility::Feasible,
        costs: Costs {
            once: Some(Money::from_minor(150_000)),
            yearly: None,
            source: Line::parse("Estimate of the parks department").unwrap(),
            upkeep: Line::default(),
        },
        standard: Some(StandardReason::AsProposed),
        reason: Prose::default(),
        referred_to: Line::default(),
        next_step: Line::default(),
        original: None,
    }
}

/// Decides that a proposal goes to the vote.
pub(crate) async fn to_the_vote(app: &App, number: ProposalNumber) {
    decide(app, number, (finding(), None)).await;
}

/// Decides on a proposal, which may go on with another one.
pub(crate) async fn decide(app: &App, number: ProposalNumber, (finding, original): (Finding, Option<ProposalNumber>)) {
    let seen = app.db.read(move |conn| {
        let proposal = find_proposal(conn, number)?.ok_or(StoreError::NotFound)?;
        find_review(conn, proposal.id)
    });
    let seen = SeenVersion(seen.await.unwrap().version);
    let decision = Decision { finding, original, language: Language::English };
    decide_proposal(&app.db, OFFICE, (number, seen), (decision, String::new())).await.unwrap();
}

/// Moves the voting of a round.
pub(crate) async fn move_voting(app: &App, round: RoundId, to: Option<Span>) {
    let write = app.db.write(Lock::Round(round), move |tx| replace_window(tx, round, Window::Voting, to));
    write.await.map_err(|error: StoreError| error.to_string()).unwrap();
}

/// A voting that begins in a month and lasts for two weeks.
pub(crate) fn in_a_month(now: Instant) -> Span {
    let after = |days: i64| Some(now.plus(TimeDelta::days(days)));
    Span { opens_at: after(30), closes_at: after(44) }
}
