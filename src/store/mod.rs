//! The only SQL of the house. Reading and writing begin at [`Db`]; `conn`, `pool`, `writer` and `write` are how, and
//! `dialect` is the only other place that knows that there are two databases. The rest is one file per table family.

pub mod accessibility_reports;
pub mod accounts;
pub mod address_changes;
pub mod api_tokens;
pub mod areas;
pub mod ballots;
pub mod clock;
#[expect(missing_docs, reason = "the derive of the common connection makes types without any")]
pub mod conn;
pub mod copy;
mod db;
pub mod departments;
pub(crate) mod dialect;
pub mod entries;
pub mod error;
pub mod invitations;
pub mod jobs;
pub mod limits;
pub mod mails;
pub mod migrate;
pub mod neighbourhoods;
pub mod organisation;
pub mod organisation_parts;
pub mod own_data;
pub mod participations;
pub mod personal_data;
pub mod personnel;
mod pool;
pub mod profile;
pub mod projects;
pub mod proposal_drafts;
pub mod proposal_lists;
pub mod proposal_words;
pub mod proposals;
pub mod record;
pub mod results;
pub mod roles;
pub mod roll;
pub mod rounds;
#[expect(missing_docs, reason = "diesel writes an item for every column; the migrations describe them")]
pub mod schema;
pub mod second_factors;
pub mod sessions;
pub mod set_up;
pub mod sign_ins;
pub mod texts;
mod threads;
pub mod topics;
pub mod url;
mod watch;
pub mod way_in;
pub mod workplaces;
mod write;
mod writer;

pub use self::clock::{Clock, FixedTime, Stopwatch};
pub use self::conn::Conn;
pub use self::copy::CopyError;
pub use self::db::{Db, Migrations, Sizes};
pub use self::error::{Fate, OpenError, StoreError};
pub use self::url::{DatabaseUrl, UrlError};
pub use self::write::{Lock, Tx};
