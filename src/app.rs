//! The application's parts, built the same way by the program and by its tests.

mod letterhead;

use std::sync::Arc;

use thiserror::Error;

use crate::config::Config;
use crate::domain::slug::Slug;
use crate::locale::{Catalogue, CatalogueError};
use crate::mail::{MailError, Mailer};
use crate::media::{Files, FilesError};
use crate::secrecy::password::{PasswordCost, PasswordError, Passwords};
use crate::secrecy::{Fingerprint, Installation, KeyDirectory, KeyError};
use crate::store::organisation::{find_installation_key, insert_installation_key};
use crate::store::rounds::{KeyedRound, list_keyed_rounds};
use crate::store::{Clock, Db, Lock, Migrations, OpenError, Sizes, StoreError};
use crate::web::templates::{TemplateError, Templates};

pub use letterhead::{UnwritableMail, Unwritten};

/// Everything that a request, a job or a command works with.
pub struct App {
    /// The settings.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The key directory.
    pub keys: KeyDirectory,
    /// Published files.
    pub files: Files,
    /// Hands mails over.
    pub mailer: Mailer,
    /// Words in every language.
    pub catalogue: Arc<Catalogue>,
    /// Pages.
    pub templates: Templates,
    /// Hashes passwords.
    pub passwords: Passwords,
    /// Rounds whose keys could not be used at the start. Everything else works; there nobody can vote.
    pub unusable_keys: Vec<UnusableKey>,
}

/// A round whose key cannot be used. Its text tells the operator the next step.
#[derive(Debug, Error)]
#[error("nobody can vote in the round {round}: {reason}")]
pub struct UnusableKey {
    /// The round's name in addresses.
    pub round: Slug,
    /// What is wrong with the key.
    pub reason: KeyError,
}

/// Why the application cannot be built. Its text tells the operator the next step.
#[derive(Debug, Error)]
pub enum StartError {
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database fails.
    #[error("the database fails at the start: {0}")]
    Store(#[from] StoreError),
    /// The key directory or a key in it does not hold.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The database holds something that is no fingerprint.
    #[error("the database names the key {0:?}, which is no fingerprint")]
    Fingerprint(String),
    /// Keys lie where a backup of the database would take them along.
    #[error(
        "the key directory {keys} lies in the folder of the database: a backup of one would hold both. Move it to another volume and set keys.directory, or set keys.beside_database = true to allow it"
    )]
    KeysBesideDatabase {
        /// The key directory.
        keys: String,
    },
    /// The folder of files cannot be used.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The folder of mails cannot be used.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The messages do not parse; a mistake of ours.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The templates do not parse; a mistake of ours.
    #[error(transparent)]
    Templates(#[from] TemplateError),
    /// Passwords cannot be hashed; a mistake of ours.
    #[error(transparent)]
    Passwords(#[from] PasswordError),
}

impl App {
    /// Builds the application on the clock that the settings ask for.
    ///
    /// # Errors
    /// When a part cannot be built; the text tells the next step.
    pub async fn open(config: Config) -> Result<Self, StartError> {
        let clock = config.clock();
        Self::open_with(config, clock, PasswordCost::STANDARD).await
    }

    /// Builds the application with a clock and a cost of hashing passwords, as tests want them.
    ///
    /// # Errors
    /// When a part cannot be built.
    pub async fn open_with(config: Config, clock: Clock, cost: PasswordCost) -> Result<Self, StartError> {
        refuse_keys_beside_database(&config)?;
        let db = Db::open(&config.database, clock, Sizes::default(), Migrations::Run)?;
        let keys = open_keys(&config, &db).await?;
        let unusable_keys = check_round_keys(&keys, db.read(list_keyed_rounds).await?);
        let catalogue = Arc::new(Catalogue::load()?);
        Ok(Self {
            files: Files::open(&config.files)?,
            mailer: Mailer::open(&config.mail)?,
            templates: Templates::load(Arc::clone(&catalogue))?,
            passwords: Passwords::new(cost)?,
            unusable_keys,
            catalogue,
            keys,
            db,
            config,
        })
    }
}

fn refuse_keys_beside_database(config: &Config) -> Result<(), StartError> {
    let Some(path) = config.database.file() else { return Ok(()) };
    let folder = path.parent().map(|parent| std::path::absolute(parent).unwrap_or_else(|_| parent.to_owned()));
    let keys = std::path::absolute(&config.keys).unwrap_or_else(|_| config.keys.clone());
    let beside = folder.is_some_and(|folder| keys.starts_with(&folder));
    if beside && !config.keys_beside_database {
        return Err(StartError::KeysBesideDatabase { keys: keys.display().to_string() });
    }
    Ok(())
}

/// Opens the key directory that belongs to this database; at the first start the two are bound to each other.
async fn open_keys(config: &Config, db: &Db) -> Result<KeyDirectory, StartError> {
    let known = db.read(find_installation_key).await?;
    let installation = match &known {
        None => Installation::FirstStart,
        Some(text) => Installation::Known(known_fingerprint(text)?),
    };
    let keys = KeyDirectory::open(&config.keys, installation)?;
    if known.is_some() {
        return Ok(keys);
    }
    let ours = keys.installation_fingerprint().to_string();
    let noted = db
        .write(Lock::Nothing, move |tx| {
            let now = tx.now;
            insert_installation_key(tx, &ours, now)?;
            find_installation_key(tx)
        })
        .await?;
    // Of two programs that start together one finds the other's key noted, and must refuse its own.
    match noted {
        Some(text) => Ok(KeyDirectory::open(&config.keys, Installation::Known(known_fingerprint(&text)?))?),
        None => Err(StoreError::NotFound.into()),
    }
}

/// Holds the key of each round in which people vote, or will, against its fingerprint.
fn check_round_keys(keys: &KeyDirectory, rounds: Vec<KeyedRound>) -> Vec<UnusableKey> {
    let check = |round: KeyedRound| {
        let checked = keys.check_round_key(&round.public_id, &round.key_fingerprint);
        checked.err().map(|reason| UnusableKey { round: round.slug, reason })
    };
    rounds.into_iter().filter_map(check).collect()
}

fn known_fingerprint(text: &str) -> Result<Fingerprint, StartError> {
    Fingerprint::parse(text).ok_or_else(|| StartError::Fingerprint(text.to_owned()))
}
