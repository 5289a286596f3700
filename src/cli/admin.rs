//! `allmende admin create`: gives somebody an account that administers rounds.

use std::io::Read as _;

use clap::{Args, Subcommand};
use zeroize::Zeroizing;

use super::CliError;
use super::terminal::say;
use crate::actions::account::create_administrator;
use crate::app::App;
use crate::domain::alphabet;
use crate::domain::email::Email;
use crate::domain::permission::Actor;
use crate::locale::Language;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::store::accounts::NewAccount;

/// Shorter passwords are guessed in no time.
const SHORTEST: usize = 12;
/// Longer ones are a mistake, such as a whole file.
const LONGEST: usize = 256;

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
}

pub(super) async fn run(app: &App, args: &AdminArgs) -> Result<(), CliError> {
    let AdminCommand::Create { email, name, language, password_stdin } = &args.command;
    let address = Email::parse(email)?;
    let (password, made) = if *password_stdin {
        (read_password()?, false)
    } else {
        (make_password().map_err(CliError::Randomness)?, true)
    };
    let hash = app.passwords.hash(&password, &draw().map_err(CliError::Randomness)?)?;
    let new = NewAccount {
        email: address,
        display_name: name.trim().to_owned(),
        language: language.code().to_owned(),
        password_hash: Some(hash.as_str().to_owned()),
    };
    create_administrator(&app.db, Actor::CommandLine, new).await?;
    say(&format!("{name} administers rounds now and signs in at {}en/sign-in", app.config.base_url));
    if made {
        say(&format!("The password, shown this once: {}", password.as_str()));
    }
    Ok(())
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

fn read_password() -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    std::io::stdin().take(4096).read_to_string(&mut text)?;
    let line = Zeroizing::new(text.lines().next().unwrap_or_default().to_owned());
    if (SHORTEST..=LONGEST).contains(&line.chars().count()) {
        Ok(line)
    } else {
        Err(CliError::Usage(format!("a password has {SHORTEST} to {LONGEST} characters; choose another one")))
    }
}
