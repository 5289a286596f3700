//! `allmende demo`: an invented district with five rounds, on an embedded database, ready to be tried.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::CliError;
use super::serve::until_told_to_stop;
use super::terminal::say;
use crate::app::App;
use crate::config::Config;
use crate::demo::{DemoDirectory, SignIn, fill};
use crate::secrecy::password::PasswordCost;
use crate::store::{Clock, FixedTime};
use crate::web::site::Occasion;

/// Fills an embedded database with an invented district and serves it on this machine.
///
/// Everything lies in one folder. Running it again goes on with the same data.
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// The folder; it is made when it is missing.
    #[arg(long, value_name = "DIR", default_value = "allmende-data")]
    data: PathBuf,
    /// Where to listen; only addresses of this machine itself.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Deletes the demo in the folder and begins anew.
    #[arg(long)]
    fresh: bool,
    /// Offers the mirrored pseudo-language at /xm, for testing right-to-left pages.
    #[arg(long)]
    pseudo_language: bool,
}

impl DemoArgs {
    /// The folder, and the settings of the demo in it. The environment of a real installation does not reach it.
    pub(super) fn prepare(&self) -> Result<(DemoDirectory, Config), CliError> {
        let directory = DemoDirectory::take(&self.data, self.fresh)?;
        let mut settings = directory.settings(self.listen);
        settings.push(("ALLMENDE__LANGUAGE__PSEUDO".to_owned(), self.pseudo_language.to_string()));
        settings.push(("ALLMENDE__LOG__FILTER".to_owned(), "warn".to_owned()));
        Ok((directory, Config::load(None, settings)?))
    }
}

pub(super) async fn run(directory: &DemoDirectory, config: Config) -> Result<(), CliError> {
    let sign_in = match directory.sign_in()? {
        Some(sign_in) => sign_in,
        None => fill_anew(directory, config.clone()).await?,
    };
    let app = Arc::new(App::open(config).await?);
    let base = app.config.base_url.to_string();
    until_told_to_stop(app, Occasion::Demo, |_| tell(&base, &sign_in)).await
}

/// Fills the demo on a clock of its own, which can be moved; it is served on the machine's.
async fn fill_anew(directory: &DemoDirectory, config: Config) -> Result<SignIn, CliError> {
    say("Filling the demo:");
    let clock = FixedTime::new(Clock::System.now());
    let app = App::open_with(config, Clock::Fixed(clock.clone()), PasswordCost::STANDARD).await?;
    let sign_in = fill(&app, &clock, |what| say(&format!("  {what}"))).await?;
    app.db.close().await;
    directory.finish(&sign_in)?;
    Ok(sign_in)
}

fn tell(base: &str, sign_in: &SignIn) {
    say(&format!("\nAllmende is ready: {base}en  (auf Deutsch: {base}de)\n"));
    say(&format!("To administer: {base}en/sign-in"));
    say(&format!("  e-mail    {}", sign_in.email));
    say(&format!("  password  {}", sign_in.password));
    say("\nTo vote, a code from an invented letter:");
    for code in &sign_in.codes {
        let area = code.area.as_deref().map_or_else(String::new, |area| format!("  ({area})"));
        say(&format!("  {}  {base}en/rounds/{}/vote{area}", code.code, code.round));
    }
    if let Some(entrance) = &sign_in.entrance {
        say("\nTo come in as an employee without e-mail, a personnel code from an invented slip:");
        for code in &entrance.personnel_codes {
            say(&format!("  {code}  {base}en/enter/{}  ({})", entrance.key, entrance.workplace));
        }
    }
    say(&format!("\nMails of the demo: {base}en/demo/mailbox"));
    say("Stop with Ctrl+C. Started again it goes on with the same data; --fresh begins anew.");
}
