//! Filling the demo, through the same actions as the office uses.

use chrono::TimeDelta;
use chrono_tz::Tz;
use thiserror::Error;

use super::content::{organisation, proposals, rounds};
use super::decisions::decide;
use super::directory::SignIn;
use super::employees::let_employees_in;
use super::followers::let_follow;
use super::generated::bring_in_ballots;
use super::organisation::enter_organisation;
use super::proposals::{let_propose, propose};
use super::questions::ask_and_answer;
use super::read::round_content;
use super::timeline::Timeline;
use super::voters::open_to_voters;
use crate::actions::account::{
    CreateAdministratorError, PENDING_FOR, SecondFactorError, Shown, begin_second_factor, confirm_second_factor,
    create_administrator,
};
use crate::actions::ballot::CastBallotError;
use crate::actions::council::CouncilError;
use crate::actions::department::DepartmentError;
use crate::actions::follow::FollowError;
use crate::actions::organisation::EditOrganisationError;
use crate::actions::personnel::PersonnelError;
use crate::actions::proposal::ProposalError;
use crate::actions::question::QuestionError;
use crate::actions::review::ReviewError;
use crate::actions::round::{MakeCodesError, PublishResultError, RoundError, create_round, publish_round};
use crate::actions::round_set_up::SetUpError;
use crate::actions::support::SupportError;
use crate::actions::workplace::WorkplaceError;
use crate::app::App;
use crate::domain::alphabet;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, RoundPublicId};
use crate::domain::permission::Actor;
use crate::domain::round::Origin;
use crate::domain::six_digits::SixDigits;
use crate::jobs::JobError;
use crate::media::FilesError;
use crate::secrecy::SessionToken;
use crate::secrecy::password::PasswordError;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::store::accounts::NewAccount;
use crate::store::rounds::find_round;
use crate::store::second_factors::find_pending;
use crate::store::{FixedTime, StoreError};

const ADMINISTRATOR: &str = "verwaltung@lindenau.example";

/// Why the demo cannot be filled.
#[derive(Debug, Error)]
pub enum DemoError {
    /// A content file does not parse; a mistake of ours.
    #[error("the demo's content cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// A content file says something that does not hold; a mistake of ours.
    #[error("the demo's content does not hold: {0}")]
    Content(String),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The password cannot be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// An account cannot be made.
    #[error(transparent)]
    Account(#[from] CreateAdministratorError),
    /// A telephone cannot be set up.
    #[error(transparent)]
    SecondFactor(#[from] SecondFactorError),
    /// The organisation cannot be entered.
    #[error(transparent)]
    Organisation(#[from] EditOrganisationError),
    /// A department cannot be added.
    #[error(transparent)]
    Department(#[from] DepartmentError),
    /// A workplace cannot be added.
    #[error(transparent)]
    Workplace(#[from] WorkplaceError),
    /// Personnel codes cannot be made.
    #[error(transparent)]
    Personnel(#[from] PersonnelError),
    /// The logo cannot be stored.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// An act on a round fails.
    #[error(transparent)]
    Round(#[from] RoundError),
    /// A round cannot be set up.
    #[error(transparent)]
    SetUp(#[from] SetUpError),
    /// Something is not done with a proposal.
    #[error(transparent)]
    Proposal(#[from] ProposalError),
    /// A support is not taken.
    #[error(transparent)]
    Support(#[from] SupportError),
    /// A question is not taken or not answered.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// A proposal is not reviewed.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// Codes cannot be made.
    #[error(transparent)]
    Codes(#[from] MakeCodesError),
    /// A ballot cannot be cast.
    #[error(transparent)]
    Cast(#[from] CastBallotError),
    /// A job fails.
    #[error(transparent)]
    Job(#[from] JobError),
    /// Nobody can follow.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// What the council decided cannot be entered.
    #[error(transparent)]
    Council(#[from] CouncilError),
    /// A result cannot be published.
    #[error(transparent)]
    Publish(#[from] PublishResultError),
    /// The database fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Fills an empty database and answers with the ways in. `clock` is the application's; it is moved into the past and back,
/// because rounds were published long ago. `tell` hears what is being done.
///
/// # Errors
/// When any part fails; the folder is then to be begun anew.
pub async fn fill(app: &App, clock: &FixedTime, mut tell: impl FnMut(&str)) -> Result<SignIn, DemoError> {
    let file = organisation()?;
    let zone: Tz = file.time_zone.parse().map_err(|_| DemoError::Content("time_zone".to_owned()))?;
    tell("the organisation and an administrator");
    enter_organisation(app, &file, zone).await?;
    let password = create_account(app).await?;
    let entrance = Some(let_employees_in(app).await?);
    let timeline = Timeline::new(clock, zone);
    let proposed = proposals()?;
    let mut codes = Vec::new();
    for (round, projects) in rounds()? {
        tell(&format!("the round {} with {} projects", round.title_en, projects.len()));
        timeline.go_to(round.published)?;
        let content = round_content(&round, &projects, RoundPublicId::new(draw()?), timeline.calendar)?;
        let id = create_round(&app.db, Actor::CommandLine, content).await?;
        let takes_proposals = round.slug == proposed.slug;
        if takes_proposals {
            let_propose(app, id, &proposed).await?;
        }
        let written = app.db.read(move |conn| find_round(conn, id)).await?.ok_or(StoreError::NotFound)?;
        publish_round(&app.db, &app.keys, Actor::CommandLine, &written).await?;
        match written.origin {
            Origin::Live if takes_proposals => {
                tell(&format!("{} proposals of invented people", proposed.count));
                propose(app, &timeline, id, &proposed).await?;
            }
            Origin::Live => {
                timeline.come_back();
                let_follow(app, id).await?;
                codes.extend(open_to_voters(app, id, &round, &projects, zone, &mut tell).await?);
            }
            Origin::Generated | Origin::Imported => {
                bring_in_ballots(app, &timeline, &written, &round, &projects, &mut tell).await?;
                if let Some(council) = &round.council {
                    decide(app, &timeline, id, council).await?;
                }
            }
        }
        timeline.come_back();
    }
    tell("questions to the office");
    ask_and_answer(app, &timeline).await?;
    Ok(SignIn { email: ADMINISTRATOR.to_owned(), password, entrance, codes })
}

/// Makes the administrator with a password of 16 letters and digits that can be typed from a screen.
async fn create_account(app: &App) -> Result<String, DemoError> {
    let letter = |byte: u8| alphabet::letter(byte & 31).to_ascii_lowercase();
    let random: [u8; 16] = draw()?;
    let password: String = random.into_iter().map(letter).collect();
    let hash = app.passwords.hash(&password, &draw()?)?;
    let email = Email::parse(ADMINISTRATOR).map_err(|_| DemoError::Content(ADMINISTRATOR.to_owned()))?;
    let new = NewAccount {
        email,
        display_name: "Verwaltung Lindenau".to_owned(),
        language: "de".to_owned(),
        password_hash: Some(hash.as_str().to_owned()),
    };
    let account = create_administrator(&app.db, Actor::CommandLine, new).await?;
    set_up_telephone(app, account).await?;
    Ok(password)
}

/// Sets up the telephone of an account, as its owner would. The demo's mailbox shows what it shows.
async fn set_up_telephone(app: &App, account: AccountId) -> Result<(), DemoError> {
    let (keys, actor) = (app.keys.installation(), Actor::Member(account));
    let session = SessionToken::new(draw()?).hash();
    begin_second_factor(&app.db, keys, actor, (account, session), None).await?;
    let now = app.db.clock().now();
    let pending = app.db.read(move |conn| find_pending(conn, account, &session, now.plus(-PENDING_FOR))).await?;
    let secret =
        keys.open_one_time_secret(account, &pending.ok_or(StoreError::NotFound)?).map_err(SecondFactorError::from)?;
    // The code before the present one, so that this one is still good for the first sign-in.
    let before = now.plus(TimeDelta::seconds(-30));
    let code = SixDigits::parse(&secret.code_at(before)).map_err(|_| DemoError::Content("telephone".to_owned()))?;
    match confirm_second_factor(&app.db, keys, actor, account, session, code).await? {
        (Shown::Right { .. }, _) => Ok(()),
        (other, _) => Err(DemoError::Content(format!("the telephone's code is {other:?}"))),
    }
}
