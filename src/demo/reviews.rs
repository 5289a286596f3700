//! What the office of the demo's district makes of the proposals: some of each way, one whose author is asked, one whose
//! author objected.

use chrono::{Days, NaiveTime};
use chrono_tz::Tz;

use super::fill::DemoError;
use crate::actions::review::{
    Asking, Decision, SeenVersion, ask_author, decide_proposal, hand_over, object_to_verdict,
};
use crate::app::App;
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::letter_code::LetterCode;
use crate::domain::money::Money;
use crate::domain::permission::Actor;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Competence, Costs, Feasibility, Finding, Route, StandardReason};
use crate::domain::text::{Line, Prose};
use crate::locale::{Language, local_day, moment_at};
use crate::store::StoreError;
use crate::store::departments::list_departments;
use crate::store::proposals::{Proposal, find_proposal};
use crate::store::reviews::{Review, find_review};

/// Every so manyth proposal goes the same way.
const WAYS: usize = 11;

/// Reviews what can be read; the others wait for the moderation.
pub(super) async fn review(app: &App, sent: &[(ProposalNumber, LetterCode)], zone: Tz) -> Result<(), DemoError> {
    let departments = app.db.read(list_departments).await?;
    let earlier = sent.first().map(|(number, _)| *number);
    for (place, (number, code)) in sent.iter().enumerate() {
        let (proposal, _) = look(app, *number).await?;
        if proposal.state != ProposalState::Received {
            continue;
        }
        let department = departments.get(place % departments.len().max(1)).map(|one| one.id);
        match place % WAYS {
            0 | 1 => decide(app, (*number, department), to_the_vote(place)?, None).await?,
            2 => decide(app, (*number, department), not_possible()?, None).await?,
            3 => decide(app, (*number, department), direct()?, None).await?,
            4 => decide(app, (*number, department), fund()?, None).await?,
            5 => decide(app, (*number, department), elsewhere()?, None).await?,
            6 if earlier != Some(*number) => decide(app, (*number, department), duplicate()?, earlier).await?,
            7 => {
                decide(app, (*number, department), not_possible()?, None).await?;
                let mac = app.keys.installation().change_mac(code);
                let why = prose("Der Weg ist breiter, als im Plan steht. Wir haben nachgemessen.")?;
                object_to_verdict(&app.db, Actor::Anonymous, mac, why).await?;
            }
            8 => {
                to(app, *number, department).await?;
                ask(app, *number, zone).await?;
            }
            9 => to(app, *number, department).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn look(app: &App, number: ProposalNumber) -> Result<(Proposal, Review), DemoError> {
    let read = app.db.read(move |conn| {
        let proposal = find_proposal(conn, number)?.ok_or(StoreError::NotFound)?;
        let review = find_review(conn, proposal.id)?;
        Ok::<_, StoreError>((proposal, review))
    });
    Ok(read.await?)
}

async fn seen(app: &App, number: ProposalNumber) -> Result<(ProposalNumber, SeenVersion), DemoError> {
    Ok((number, SeenVersion(look(app, number).await?.1.version)))
}

async fn to(app: &App, number: ProposalNumber, department: Option<DepartmentId>) -> Result<(), DemoError> {
    let Some(department) = department else { return Ok(()) };
    let seen = seen(app, number).await?;
    Ok(hand_over(&app.db, Actor::CommandLine, seen, (department, String::new())).await?)
}

async fn decide(
    app: &App,
    (number, department): (ProposalNumber, Option<DepartmentId>),
    finding: Finding,
    original: Option<ProposalNumber>,
) -> Result<(), DemoError> {
    to(app, number, department).await?;
    let decision = Decision { finding, original, language: Language::German };
    let seen = seen(app, number).await?;
    Ok(decide_proposal(&app.db, Actor::CommandLine, seen, (decision, String::new())).await?)
}

async fn ask(app: &App, number: ProposalNumber, zone: Tz) -> Result<(), DemoError> {
    let (_, review) = look(app, number).await?;
    let today = local_day(app.db.clock().now(), zone);
    let end = today.checked_add_days(Days::new(11)).unwrap_or(today);
    let asking = Asking {
        question: prose("An welcher Stelle genau? Bitte nennen Sie die Hausnummer gegenüber.")?,
        answer_by: moment_at(end, NaiveTime::MIN, zone),
    };
    Ok(ask_author(&app.db, Actor::CommandLine, (number, SeenVersion(review.version)), (asking, String::new())).await?)
}

fn line(text: &str) -> Result<Line, DemoError> {
    Line::parse(text).map_err(|error| DemoError::Content(error.to_string()))
}

fn prose(text: &str) -> Result<Prose, DemoError> {
    Prose::parse(text).map_err(|error| DemoError::Content(error.to_string()))
}

fn finding(route: Route, standard: StandardReason) -> Finding {
    Finding {
        route,
        competence: Competence::Ours,
        feasibility: Feasibility::Feasible,
        costs: Costs::default(),
        standard: Some(standard),
        reason: Prose::default(),
        referred_to: Line::default(),
        next_step: Line::default(),
        original: None,
    }
}

fn to_the_vote(place: usize) -> Result<Finding, DemoError> {
    let euro = i64::try_from(place).unwrap_or(0).saturating_mul(700).saturating_add(2400);
    let costs = Costs {
        once: Some(Money::from_minor(euro.saturating_mul(100))),
        yearly: Some(Money::from_minor(24_000)),
        source: line("Schätzung des Fachamts")?,
        upkeep: line("Grünflächenamt")?,
    };
    Ok(Finding { costs, ..finding(Route::Vote, StandardReason::AsProposed) })
}

fn not_possible() -> Result<Finding, DemoError> {
    let reason = prose("Die Feuerwehr braucht den Weg. Er muss drei Meter breit bleiben.")?;
    let no = finding(Route::NotPossible, StandardReason::AgainstLaw);
    Ok(Finding { feasibility: Feasibility::Unfeasible, reason, ..no })
}

fn direct() -> Result<Finding, DemoError> {
    let next_step = line("Das Straßenamt macht es bis zum Sommer.")?;
    Ok(Finding { next_step, ..finding(Route::Direct, StandardReason::SmallAndSoon) })
}

fn fund() -> Result<Finding, DemoError> {
    let next_step = line("Die Jury tagt jeden Monat. Telefon 030 555 01 20.")?;
    Ok(Finding { next_step, ..finding(Route::Fund, StandardReason::SuitsFund) })
}

fn elsewhere() -> Result<Finding, DemoError> {
    let referred_to = line("Verkehrsbetriebe, Telefon 030 555 02 00")?;
    let away = finding(Route::OtherOffice, StandardReason::OthersDecide);
    Ok(Finding { competence: Competence::Other, referred_to, ..away })
}

fn duplicate() -> Result<Finding, DemoError> {
    Ok(Finding {
        reason: prose("Beide wollen am selben Weg dasselbe.")?,
        ..finding(Route::Duplicate, StandardReason::SameAim)
    })
}
