//! The organisation that this database serves, as pages read it; and the key that belongs to it. `organisation_parts` writes it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{
    installation, organisation, organisation_colours, organisation_logo, organisation_parts, organisation_texts,
};
use crate::domain::colour::Colour;
use crate::domain::organisation::FIRST_TIME_ZONE;
use crate::domain::organisation::Part;
use crate::domain::theme::Theme;
use crate::domain::time::Instant;

/// What the organisation says of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Queryable, Selectable)]
#[diesel(table_name = organisation_texts)]
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
    /// What the logo says to those who do not see it.
    pub logo_alt: String,
    /// What the council is called.
    pub council: String,
    /// What a neighbourhood is called.
    pub neighbourhood: String,
    /// What the fund for small projects is called.
    pub fund: String,
    /// What this is, in easy language, in Markdown.
    pub easy_what: String,
    /// How to vote, in easy language, in Markdown.
    pub easy_vote: String,
    /// How to suggest something, in easy language, in Markdown.
    pub easy_suggest: String,
    /// The address of a page with a video in sign language.
    pub sign_language: String,
}

impl OrganisationText {
    /// Whether anything is written in easy language.
    #[must_use]
    pub fn has_easy(&self) -> bool {
        [&self.easy_what, &self.easy_vote, &self.easy_suggest].into_iter().any(|text| !text.is_empty())
    }
}

/// A part's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartVersion {
    /// Grows with each change of the part.
    pub version: i64,
    /// When it was last changed.
    pub updated_at: Instant,
}

/// The logo, which lies among the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The SHA-256 of its bytes in hexadecimal digits.
    pub content_hash: String,
    /// `png` or `jpeg`.
    pub media_type: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

/// The organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Grows with each change of any part.
    pub version: i64,
    /// The time zone in which it lives, such as `Europe/Berlin`.
    pub time_zone: String,
    /// The telephone number for help.
    pub help_telephone: String,
    /// The e-mail address for help.
    pub help_email: String,
    /// The tags of the languages on offer.
    pub languages: Vec<String>,
    /// The colours, where they are not the program's own.
    pub theme: Option<Theme>,
    /// The logo, where it is not the program's own.
    pub logo: Option<Logo>,
    /// When it was last changed.
    pub updated_at: Instant,
    /// The parts that were ever edited.
    pub parts: BTreeMap<Part, PartVersion>,
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

    /// The version of a part; none before somebody edited it.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<PartVersion> {
        self.parts.get(&part).copied()
    }
}

/// The tags of the languages on offer; none until somebody has entered the organisation.
///
/// # Errors
/// When the database fails.
pub fn find_languages(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let languages: Option<String> = organisation::table.select(organisation::languages).first(conn).optional()?;
    Ok(languages.iter().flat_map(|tags| tags.split(' ')).map(str::to_owned).collect())
}

/// The time zone of the organisation.
///
/// # Errors
/// When the database fails.
pub fn find_zone(conn: &mut Conn) -> Result<Tz, StoreError> {
    let zone: Option<String> = organisation::table.select(organisation::time_zone).first(conn).optional()?;
    Ok(read_zone(zone.as_deref()))
}

/// The time zone of an organisation that was read, or the first one while nobody has entered any.
#[must_use]
pub fn zone_of(entered: Option<&Organisation>) -> Tz {
    read_zone(entered.map(|found| found.time_zone.as_str()))
}

fn read_zone(name: Option<&str>) -> Tz {
    name.and_then(|name| name.parse().ok()).unwrap_or(FIRST_TIME_ZONE)
}

/// The day of a moment where the organisation is.
///
/// # Errors
/// When the database fails.
pub fn find_day(conn: &mut Conn, at: Instant) -> Result<NaiveDate, StoreError> {
    Ok(at.to_datetime().with_timezone(&find_zone(conn)?).date_naive())
}

type Columns = (i64, String, String, String, String, chrono::NaiveDateTime);

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
            organisation::help_email,
            organisation::languages,
            organisation::updated_at,
        ))
        .first::<Columns>(conn)
        .optional()?;
    let Some((version, time_zone, help_telephone, help_email, languages, updated_at)) = row else { return Ok(None) };
    let texts = organisation_texts::table
        .select((organisation_texts::language, OrganisationText::as_select()))
        .load::<(String, OrganisationText)>(conn)?;
    Ok(Some(Organisation {
        version,
        time_zone,
        help_telephone,
        help_email,
        languages: languages.split(' ').map(str::to_owned).collect(),
        theme: find_theme(conn)?,
        logo: find_logo(conn)?,
        updated_at: Instant::from_utc(updated_at),
        parts: list_parts(conn)?,
        texts: texts.into_iter().collect(),
    }))
}

/// Colours that were taken under other limits are not shown.
fn find_theme(conn: &mut Conn) -> Result<Option<Theme>, StoreError> {
    let row = organisation_colours::table
        .select((organisation_colours::light, organisation_colours::dark))
        .first::<(String, String)>(conn)
        .optional()?;
    let Some((light, dark)) = row else { return Ok(None) };
    let read =
        |name, text: &str| Colour::parse(text).map_err(|_| StoreError::corrupt("organisation_colours", name, text));
    Ok(Theme::check(read("light", &light)?, read("dark", &dark)?).ok())
}

fn find_logo(conn: &mut Conn) -> Result<Option<Logo>, StoreError> {
    let row = organisation_logo::table
        .select((
            organisation_logo::content_hash,
            organisation_logo::media_type,
            organisation_logo::width,
            organisation_logo::height,
        ))
        .first::<(String, String, i64, i64)>(conn)
        .optional()?;
    Ok(row.map(|(content_hash, media_type, width, height)| Logo { content_hash, media_type, width, height }))
}

fn list_parts(conn: &mut Conn) -> Result<BTreeMap<Part, PartVersion>, StoreError> {
    let rows = organisation_parts::table
        .select((organisation_parts::part, organisation_parts::version, organisation_parts::updated_at))
        .load::<(String, i64, chrono::NaiveDateTime)>(conn)?;
    let read = |(part, version, at): (String, i64, chrono::NaiveDateTime)| {
        let known = Part::parse(&part).ok_or_else(|| StoreError::corrupt("organisation_parts", "part", &part))?;
        Ok((known, PartVersion { version, updated_at: Instant::from_utc(at) }))
    };
    rows.into_iter().map(read).collect()
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
