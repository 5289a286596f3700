//! Words and formats: the only place where anything is put into a language.
//!
//! [`Catalogue`] holds every message of `config/locales/`, loaded once. [`Words`] is what a page or a mail is written
//! with: one language, the catalogue and the organisation's time zone. Templates reach the messages through the
//! function `t` ([`tera`]); amounts, numbers and dates reach them as finished strings.

mod accept;
mod amounts;
mod catalogue;
mod exact;
mod formats;
mod language;
mod local_time;
pub mod markdown;
mod mirror;
mod numbers;
mod reading;
pub mod tera;
mod words;

pub use amounts::Amounts;
pub use catalogue::{Arg, Catalogue, CatalogueError, Source};
pub use exact::{Rounding, money_of_exact};
pub use language::{Direction, Language, Languages, Offer, Wishes};
pub use local_time::{
    LocalTimeError, first_moment, is_day_over, last_moment, local_day, local_field, moment_at, moments_of_day,
    read_date, read_local_time, read_time,
};
pub use reading::{AmountError, CountError, read_count, read_money};
pub use words::{Words, escape_html};
