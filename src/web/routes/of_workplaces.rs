//! The addresses of workplaces, of personnel codes, and of the entry that a poster leads to.

use super::{home, path, with_next};
use crate::domain::entry_key::EntryKey;
use crate::domain::ids::{PersonnelSerial, WorkplaceId};
use crate::locale::Language;

/// Where employees enter with a personnel code.
#[must_use]
pub fn enter(language: Language, key: &EntryKey) -> String {
    format!("{}{key}", enter_anywhere(language))
}

/// The same after the time of a shared computer is over; goes on to a path of this site.
#[must_use]
pub fn enter_again(language: Language, key: &EntryKey, next: &str) -> String {
    with_next(&format!("{}?after=time", enter(language, key)), next)
}

/// What the address of each entry begins with.
#[must_use]
pub fn enter_anywhere(language: Language) -> String {
    format!("{}/enter/", home(language))
}

/// The address on a poster: whole, and without a language, for each reader has their own.
#[must_use]
pub fn enter_address(origin: &str, key: &EntryKey) -> String {
    format!("{origin}/enter/{key}")
}

/// Places where employees share a computer.
#[must_use]
pub fn workplaces(language: Language) -> String {
    format!("{}{}", home(language), path::WORKPLACES)
}

/// Adds one.
#[must_use]
pub fn workplace_new(language: Language) -> String {
    format!("{}{}", home(language), path::WORKPLACE_NEW)
}

/// A workplace.
#[must_use]
pub fn workplace(language: Language, id: WorkplaceId) -> String {
    format!("{}/{id}", workplaces(language))
}

/// Closes it.
#[must_use]
pub fn workplace_close(language: Language, id: WorkplaceId) -> String {
    format!("{}/close", workplace(language, id))
}

/// Opens it again.
#[must_use]
pub fn workplace_reopen(language: Language, id: WorkplaceId) -> String {
    format!("{}/reopen", workplace(language, id))
}

/// Gives it another address.
#[must_use]
pub fn workplace_address(language: Language, id: WorkplaceId) -> String {
    format!("{}/address", workplace(language, id))
}

/// Its poster.
#[must_use]
pub fn workplace_poster(language: Language, id: WorkplaceId) -> String {
    format!("{}/poster", workplace(language, id))
}

/// Personnel codes by batch.
#[must_use]
pub fn personnel_codes(language: Language) -> String {
    format!("{}{}", home(language), path::PERSONNEL_CODES)
}

/// Makes a batch.
#[must_use]
pub fn personnel_codes_new(language: Language) -> String {
    format!("{}{}", home(language), path::PERSONNEL_CODES_NEW)
}

/// The code of a slip.
#[must_use]
pub fn personnel_code(language: Language, serial: PersonnelSerial) -> String {
    format!("{}/{serial}", personnel_codes(language))
}

/// Replaces it.
#[must_use]
pub fn personnel_code_replace(language: Language, serial: PersonnelSerial) -> String {
    format!("{}/replace", personnel_code(language, serial))
}

/// Withdraws it.
#[must_use]
pub fn personnel_code_withdraw(language: Language, serial: PersonnelSerial) -> String {
    format!("{}/withdraw", personnel_code(language, serial))
}
