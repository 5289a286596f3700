//! Settings: `config/default.toml` < a file < the environment. All mistakes are reported at once.

mod layers;
mod mail;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use thiserror::Error;
use url::{Host, Url};

use crate::mail::MailSettings;
use crate::store::Clock;
use crate::store::url::DatabaseUrl;
use layers::Layers;

/// All settings, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the program listens.
    pub listen: SocketAddr,
    /// The address that people type.
    pub base_url: Url,
    /// Where Prometheus may read figures, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The database.
    pub database: DatabaseUrl,
    /// The key directory.
    pub keys: PathBuf,
    /// Whether keys may lie beside the database.
    pub keys_beside_database: bool,
    /// The folder of published files.
    pub files: PathBuf,
    /// Who writes mails, and how they leave.
    pub mail: MailSettings,
    /// Whether the mirrored pseudo-language is offered.
    pub pseudo_language: bool,
    /// How log lines look.
    pub log_format: LogFormat,
    /// Which log lines are written.
    pub log_filter: String,
    /// How far the clock is moved.
    pub clock_shift: TimeDelta,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// A setting that does not hold, with its name and where it was set.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{setting} ({source_name}): {problem}")]
pub struct Mistake {
    /// Such as `server.listen`.
    pub setting: String,
    /// Such as `the environment`.
    pub source_name: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// Every mistake in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(pub Vec<Mistake>);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the settings do not hold:")?;
        self.0.iter().try_for_each(|mistake| write!(f, "\n  {mistake}"))
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads all layers. `environment` holds every variable; only those that begin with `ALLMENDE__` matter.
    ///
    /// # Errors
    /// Every mistake: files that cannot be read, unknown settings, values that do not hold, settings that are missing.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut layers = Layers::read(file, environment);
        let config = Self::take(&mut layers);
        let mistakes = layers.finish();
        match config {
            Some(config) if mistakes.is_empty() => Ok(config),
            Some(_) | None => Err(ConfigError(mistakes)),
        }
    }

    /// Takes every setting, so that every mistake is noted before the first missing one ends it.
    fn take(layers: &mut Layers) -> Option<Self> {
        let listen = layers.take("server.listen", parse_listen);
        let base_url = layers.take("server.base_url", parse_base_url);
        let metrics_listen = layers.take("server.metrics_listen", parse_optional_listen);
        let trusted_proxies = layers.take("server.trusted_proxies", parse_addresses);
        let database = layers.take("database.url", |text| DatabaseUrl::parse(text).map_err(|error| error.to_string()));
        let keys = layers.take("keys.directory", parse_folder);
        let keys_beside_database = layers.take("keys.beside_database", parse_switch);
        let files = layers.take("files.directory", parse_folder);
        let mail = mail::take(layers);
        let pseudo_language = layers.take("language.pseudo", parse_switch);
        let log_format = layers.take("log.format", parse_log_format);
        let log_filter = layers.take("log.filter", |text| Ok(text.to_owned()));
        let clock_shift = layers.take("clock.shift_seconds", parse_seconds);
        Some(Self {
            listen: listen?,
            base_url: base_url?,
            metrics_listen: metrics_listen?,
            trusted_proxies: trusted_proxies?,
            database: database?,
            keys: keys?,
            keys_beside_database: keys_beside_database?,
            files: files?,
            mail: mail?,
            pseudo_language: pseudo_language?,
            log_format: log_format?,
            log_filter: log_filter?,
            clock_shift: clock_shift?,
        })
    }

    /// The clock that the settings ask for.
    #[must_use]
    pub fn clock(&self) -> Clock {
        if self.clock_shift.is_zero() { Clock::System } else { Clock::Shifted(self.clock_shift) }
    }

    /// Whether cookies carry `Secure` and the `__Host-` prefix.
    #[must_use]
    pub fn secure_cookies(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}

fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("{text:?} is not an address with a port, such as 127.0.0.1:8080"))
}

fn parse_optional_listen(text: &str) -> Result<Option<SocketAddr>, String> {
    if text.is_empty() { Ok(None) } else { parse_listen(text).map(Some) }
}

/// Plain http would send session cookies in the clear, so it is for this machine itself only.
fn parse_base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|_| format!("{text:?} is not an address such as https://budget.example.org"))?;
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if loopback => Ok(url),
        "http" => Err("plain http is only for 127.0.0.1, [::1] and localhost; use https".to_owned()),
        _ => Err(format!("{text:?} begins neither with https:// nor with http://")),
    }
}

fn parse_addresses(text: &str) -> Result<Vec<IpAddr>, String> {
    text.split_whitespace().map(|part| part.parse().map_err(|_| format!("{part:?} is not an IP address"))).collect()
}

fn parse_folder(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() { Err("name a folder".to_owned()) } else { Ok(PathBuf::from(text)) }
}

fn parse_switch(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| format!("{text:?} is neither true nor false"))
}

fn parse_log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(format!("{text:?} is neither text nor json")),
    }
}

fn parse_seconds(text: &str) -> Result<TimeDelta, String> {
    let seconds: i64 = text.parse().map_err(|_| format!("{text:?} is not a whole number of seconds"))?;
    TimeDelta::try_seconds(seconds).ok_or_else(|| format!("{seconds} seconds are too many"))
}

#[cfg(test)]
mod tests;
