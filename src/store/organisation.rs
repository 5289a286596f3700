//! The organisation that this database serves, with the texts that it edits; and the key that belongs to it.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{installation, organisation, organisation_texts};
use crate::domain::time::Instant;

/// What the organisation says of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationText {
    /// Its name.
    pub name: String,
    /// What the service is called.
    pub service_name: String,
    /// When the telephone is answered.
    pub help_hours: String,
    /// Where help is to be had in person.
    pub help_place: String,
    /// What that place offers.
    pub help_place_note: String,
    /// The imprint, in Markdown.
    pub imprint: String,
    /// The privacy text, in Markdown.
    pub privacy: String,
    /// The accessibility statement, in Markdown.
    pub accessibility: String,
}

/// The organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Grows with each change, so that two editors notice each other.
    pub version: i64,
    /// The time zone in which it lives, such as `Europe/Berlin`.
    pub time_zone: String,
    /// The telephone number for help.
    pub help_telephone: String,
    /// When it was last changed.
    pub updated_at: Instant,
    /// Its texts by language tag.
    pub texts: BTreeMap<String, OrganisationText>,
}

impl Organisation {
    /// The texts in a language, or else in German, or else in any; empty ones when there are none.
    #[must_use]
    pub fn text(&self, language: &str) -> OrganisationText {
        let found = self.texts.get(language).or_else(|| self.texts.get("de")).or_else(|| self.texts.values().next());
        found.cloned().unwrap_or_default()
    }
}

type TextRow = (String, (String, String, String, String, String), (String, String, String));

/// The organisation, once somebody has entered it.
///
/// # Errors
/// When the database fails.
pub fn find_organisation(conn: &mut Conn) -> Result<Option<Organisation>, StoreError> {
    let row = organisation::table
        .select((
            organisation::version,
            organisation::time_zone,
            organisation::help_telephone,
            organisation::updated_at,
        ))
        .first::<(i64, String, String, chrono::NaiveDateTime)>(conn)
        .optional()?;
    let Some((version, time_zone, help_telephone, updated_at)) = row else { return Ok(None) };
    let texts = organisation_texts::table
        .select((
            organisation_texts::language,
            (
                organisation_texts::name,
                organisation_texts::service_name,
                organisation_texts::help_hours,
                organisation_texts::help_place,
                organisation_texts::help_place_note,
            ),
            (organisation_texts::imprint, organisation_texts::privacy, organisation_texts::accessibility),
        ))
        .load::<TextRow>(conn)?;
    let texts = texts.into_iter().map(|(language, names, long)| {
        let (name, service_name, help_hours, help_place, help_place_note) = names;
        let (imprint, privacy, accessibility) = long;
        let text = OrganisationText {
            name,
            service_name,
            help_hours,
            help_place,
            help_place_note,
            imprint,
            privacy,
            accessibility,
        };
        (language, text)
    });
    let updated_at = Instant::from_utc(updated_at);
    Ok(Some(Organisation { version, time_zone, help_telephone, updated_at, texts: texts.collect() }))
}

/// Enters the organisation for the first time, without texts.
///
/// # Errors
/// When it is there already or the database fails.
pub fn insert_organisation(
    conn: &mut Conn,
    time_zone: &str,
    help_telephone: &str,
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(1),
            organisation::version.eq(1),
            organisation::time_zone.eq(time_zone),
            organisation::help_telephone.eq(help_telephone),
            organisation::updated_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes the organisation if its version is still the one seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_organisation(
    conn: &mut Conn,
    seen_version: i64,
    time_zone: &str,
    help_telephone: &str,
    now: Instant,
) -> Result<bool, StoreError> {
    let changed = diesel::update(organisation::table.filter(organisation::version.eq(seen_version)))
        .set((
            organisation::version.eq(organisation::version + 1),
            organisation::time_zone.eq(time_zone),
            organisation::help_telephone.eq(help_telephone),
            organisation::updated_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Writes the organisation's texts in one language, in place of what stood there.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_organisation_text(
    conn: &mut Conn,
    language: &str,
    text: &OrganisationText,
) -> Result<(), StoreError> {
    diesel::delete(organisation_texts::table.find(language)).execute(conn)?;
    diesel::insert_into(organisation_texts::table)
        .values((
            organisation_texts::language.eq(language),
            organisation_texts::name.eq(&text.name),
            organisation_texts::service_name.eq(&text.service_name),
            organisation_texts::help_hours.eq(&text.help_hours),
            organisation_texts::help_place.eq(&text.help_place),
            organisation_texts::help_place_note.eq(&text.help_place_note),
            organisation_texts::imprint.eq(&text.imprint),
            organisation_texts::privacy.eq(&text.privacy),
            organisation_texts::accessibility.eq(&text.accessibility),
        ))
        .execute(conn)?;
    Ok(())
}

/// The fingerprint of the installation's key, once it has been used with this database.
///
/// # Errors
/// When the database fails.
pub fn find_installation_key(conn: &mut Conn) -> Result<Option<String>, StoreError> {
    Ok(installation::table.select(installation::key_fingerprint).first(conn).optional()?)
}

/// Notes which installation key belongs to this database. Of two programs that start together one finds it noted.
///
/// # Errors
/// When the database fails.
pub fn insert_installation_key(conn: &mut Conn, fingerprint: &str, now: Instant) -> Result<(), StoreError> {
    let row = (
        installation::id.eq(1),
        installation::key_fingerprint.eq(fingerprint),
        installation::created_at.eq(now.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(installation::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}
