//! `allmende admin`: gives somebody an account that administers rounds, lets the only one of them in again, and closes,
//! reopens and gives back any account, also one that never belonged to the office.

use std::io::Read as _;

use clap::{Args, Subcommand};
use zeroize::Zeroizing;

use super::CliError;
use super::terminal::say;
use crate::actions::account::create_administrator;
use crate::actions::people::{close_account, reopen_account, reset_second_factor, set_address};
use crate::app::App;
use crate::domain::alphabet;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, PersonnelSerial};
use crate::domain::permission::Actor;
use crate::domain::text::Line;
use crate::locale::Language;
use crate::secrecy::ChosenPassword;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::store::accounts::{NewAccount, find_account_by_email};
use crate::store::personnel::{find_slip, find_slip_of};

/// Gives people accounts in the office.
#[derive(Debug, Args)]
pub(super) struct AdminArgs {
    #[command(subcommand)]
    command: AdminCommand,
}

#[derive(Debug, Subcommand)]
enum AdminCommand {
    /// Makes an account that administers rounds.
    Create {
        /// The address with which the person signs in.
        #[arg(long)]
        email: String,
        /// How the office calls the person.
        #[arg(long)]
        name: String,
        /// The language of the mails to this person: de or en.
        #[arg(long, default_value = "de", value_parser = read_language)]
        language: Language,
        /// Reads the password from the first line of standard input. Without this, one is made and printed once.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Takes the telephone and the codes on paper of an account away, which were lost, and ends its sessions. The next
    /// sign-in sets up another telephone.
    ResetSecondFactor(Whose),
    /// Closes an account that somebody else has got into: nobody signs in with it any more, and its sessions end.
    CloseAccount(Whose),
    /// Opens a closed account again.
    ReopenAccount(Whose),
    /// Gives an account another address, such as back to its owner after a stranger changed it. Its password is taken
    /// away, and its sessions and links to sign in end. Both addresses are told by mail. A personnel code stays a way in:
    /// the office replaces it under Personnel codes, by the number on the slip.
    SetAddress {
        #[command(flatten)]
        whose: Whose,
        /// The address with which the person signs in from now on.
        #[arg(long, value_name = "EMAIL")]
        to: String,
    },
}

/// Whose account it is.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Whose {
    /// The address with which the person signs in.
    #[arg(long)]
    email: Option<String>,
    /// The number on the slip with the personnel code with which the person enters.
    #[arg(long)]
    slip: Option<u32>,
}

pub(super) async fn run(app: &App, args: &AdminArgs) -> Result<(), CliError> {
    match &args.command {
        AdminCommand::Create { email, name, language, password_stdin } => {
            let new = NewAccount {
                email: Email::parse(email)?,
                display_name: read_name(name)?,
                language: language.code().to_owned(),
                password_hash: None,
            };
            create(app, new, *password_stdin).await
        }
        AdminCommand::ResetSecondFactor(whose) => reset(app, whose).await,
        AdminCommand::CloseAccount(whose) => close(app, whose).await,
        AdminCommand::ReopenAccount(whose) => reopen(app, whose).await,
        AdminCommand::SetAddress { whose, to } => give_address(app, whose, to).await,
    }
}

async fn create(app: &App, mut new: NewAccount, from_stdin: bool) -> Result<(), CliError> {
    let (password, made) = if from_stdin {
        (read_password(&[new.email.as_str(), &new.display_name])?, false)
    } else {
        (make_password().map_err(CliError::Randomness)?, true)
    };
    let hash = app.passwords.hash(&password, &draw().map_err(CliError::Randomness)?)?;
    new.password_hash = Some(hash.as_str().to_owned());
    let (name, language) = (new.display_name.clone(), new.language.clone());
    create_administrator(&app.db, Actor::CommandLine, new).await?;
    say(&format!("{name} administers rounds now and signs in at {}{language}/sign-in", app.config.base_url));
    if made {
        say(&format!("The password, shown this once: {}", password.as_str()));
    }
    Ok(())
}

async fn reset(app: &App, whose: &Whose) -> Result<(), CliError> {
    let (account, who) = account_of(app, whose).await?;
    reset_second_factor(&app.db, Actor::CommandLine, account).await?;
    say(&format!("{who} signs in as before and then sets up another telephone. All sessions have ended."));
    Ok(())
}

async fn close(app: &App, whose: &Whose) -> Result<(), CliError> {
    let (account, who) = account_of(app, whose).await?;
    close_account(&app.db, Actor::CommandLine, account).await?;
    say(&format!("{who} cannot sign in any more. All sessions have ended. What the account holds stays."));
    Ok(())
}

async fn reopen(app: &App, whose: &Whose) -> Result<(), CliError> {
    let (account, who) = account_of(app, whose).await?;
    reopen_account(&app.db, Actor::CommandLine, account).await?;
    say(&format!("{who} can sign in again, with the roles of before."));
    Ok(())
}

async fn give_address(app: &App, whose: &Whose, to: &str) -> Result<(), CliError> {
    let email = Email::parse(to).map_err(|error| CliError::Usage(format!("--to: {error}")))?;
    let address = email.as_str().to_owned();
    let (account, who) = account_of(app, whose).await?;
    let is_closed = set_address(&app.db, Actor::CommandLine, account, email).await?;
    say(&format!("{who} signs in with {address} from now on. The password is gone, and all sessions have ended."));
    let slip = app.db.read(move |conn| find_slip_of(conn, account)).await?;
    if let Some(slip) = slip.filter(|slip| slip.withdrawn_at.is_none()) {
        let codes = format!("{}en/office/personnel-codes/{}/replace", app.config.base_url, slip.serial);
        say(&format!("The personnel code of slip number {} is still good. To replace it: {codes}", slip.serial));
    }
    if is_closed {
        say("The account is still closed: allmende admin reopen-account opens it.");
    }
    Ok(())
}

/// The account, and what to call its owner.
async fn account_of(app: &App, whose: &Whose) -> Result<(AccountId, String), CliError> {
    match whose {
        Whose { email: Some(email), .. } => Ok((account_of_address(app, Email::parse(email)?).await?, email.clone())),
        Whose { slip: Some(slip), .. } => {
            let account = account_of_slip(app, PersonnelSerial::new(*slip)).await?;
            Ok((account, format!("Whoever has slip number {slip}")))
        }
        Whose { email: None, slip: None } => Err(CliError::Usage("name --email or --slip".to_owned())),
    }
}

async fn account_of_address(app: &App, email: Email) -> Result<AccountId, CliError> {
    let address = email.as_str().to_owned();
    let account = app.db.read(move |conn| find_account_by_email(conn, &email)).await?;
    let found = account.map(|account| account.id);
    found.ok_or_else(|| CliError::Usage(format!("--email: nobody has an account with {address}")))
}

async fn account_of_slip(app: &App, serial: PersonnelSerial) -> Result<AccountId, CliError> {
    let slip = app.db.read(move |conn| find_slip(conn, serial)).await?;
    let slip = slip.ok_or_else(|| CliError::Usage(format!("--slip: there is no slip number {serial}")))?;
    slip.account.ok_or_else(|| CliError::Usage(format!("--slip: the account of slip number {serial} was deleted")))
}

fn read_language(text: &str) -> Result<Language, String> {
    let written = Language::from_code(text).filter(|language| *language != Language::Mirrored);
    written.ok_or_else(|| format!("{text:?} is neither de nor en"))
}

/// 20 letters and digits that can be read out on the telephone: 100 bits.
fn make_password() -> Result<Zeroizing<String>, RandomnessError> {
    let random: [u8; 20] = draw()?;
    Ok(Zeroizing::new(random.into_iter().map(|byte| alphabet::letter(byte & 31).to_ascii_lowercase()).collect()))
}

fn read_password(own: &[&str]) -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    std::io::stdin().take(4096).read_to_string(&mut text)?;
    let line = text.lines().next().unwrap_or_default();
    let chosen = ChosenPassword::parse(line, own);
    let chosen = chosen.map_err(|error| CliError::Usage(format!("{error}; choose another one")))?;
    Ok(Zeroizing::new(chosen.as_str().to_owned()))
}

/// What the office calls somebody: one line of signs that people see, as on the page of the account.
fn read_name(name: &str) -> Result<String, CliError> {
    match Line::parse(name) {
        Ok(name) if name.is_empty() => {
            Err(CliError::Usage("--name: the office must see who did something; name the person".to_owned()))
        }
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(error) => Err(CliError::Usage(format!("--name: {error}"))),
    }
}
