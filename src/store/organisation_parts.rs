//! Writing the organisation, a part at a time.

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::organisation::Logo;
use super::schema::{organisation, organisation_colours, organisation_logo, organisation_parts, organisation_texts};
use crate::domain::email::Email;
use crate::domain::organisation::FIRST_TIME_ZONE;
use crate::domain::organisation::{EasyTexts, HelpWords, LegalTexts, Names, OwnWords, Part};
use crate::domain::telephone::Telephone;
use crate::domain::text::Line;
use crate::domain::theme::{Scheme, Theme};
use crate::domain::time::Instant;
use crate::domain::web_address::WebAddress;

/// Makes the rows of the organisation and of its texts in a language where they are missing.
///
/// # Errors
/// When the database fails.
pub fn insert_missing_organisation(conn: &mut Conn, languages: &[String], now: Instant) -> Result<(), StoreError> {
    let row = (
        organisation::id.eq(1),
        organisation::version.eq(0),
        organisation::time_zone.eq(FIRST_TIME_ZONE.name()),
        organisation::help_telephone.eq(""),
        organisation::updated_at.eq(now.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(organisation::table).values(row).on_conflict_do_nothing().execute(c))?;
    for language in languages {
        let empty = (
            organisation_texts::language.eq(language),
            organisation_texts::name.eq(""),
            organisation_texts::service_name.eq(""),
            organisation_texts::help_hours.eq(""),
            organisation_texts::help_place.eq(""),
            organisation_texts::help_place_note.eq(""),
            organisation_texts::imprint.eq(""),
            organisation_texts::privacy.eq(""),
            organisation_texts::accessibility.eq(""),
        );
        let insert = diesel::insert_into(organisation_texts::table).values(empty);
        each_backend!(conn, |c| insert.on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// Takes a part for a change if its version is still the one that was seen; none when it was never edited. Answers
/// whether it was. Whoever comes second waits here for the first one's end.
///
/// # Errors
/// When the database fails.
pub fn update_part(conn: &mut Conn, part: Part, seen: Option<i64>, now: Instant) -> Result<bool, StoreError> {
    let changed = match seen {
        None => {
            let first = (
                organisation_parts::part.eq(part.as_str()),
                organisation_parts::version.eq(1),
                organisation_parts::updated_at.eq(now.to_utc()),
            );
            let insert = diesel::insert_into(organisation_parts::table).values(first);
            each_backend!(conn, |c| insert.on_conflict_do_nothing().execute(c))?
        }
        Some(version) => {
            let row = organisation_parts::table.find(part.as_str()).filter(organisation_parts::version.eq(version));
            diesel::update(row)
                .set((
                    organisation_parts::version.eq(organisation_parts::version + 1),
                    organisation_parts::updated_at.eq(now.to_utc()),
                ))
                .execute(conn)?
        }
    };
    if changed == 1 {
        diesel::update(organisation::table)
            .set((organisation::version.eq(organisation::version + 1), organisation::updated_at.eq(now.to_utc())))
            .execute(conn)?;
    }
    Ok(changed == 1)
}

/// Writes the names in a language.
///
/// # Errors
/// When the database fails.
pub fn update_names(conn: &mut Conn, language: &str, names: &Names) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set((
            organisation_texts::name.eq(names.organisation.as_str()),
            organisation_texts::service_name.eq(names.service.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes how the help is reached.
///
/// # Errors
/// When the database fails.
pub fn update_help(conn: &mut Conn, telephone: Option<&Telephone>, email: Option<&Email>) -> Result<(), StoreError> {
    diesel::update(organisation::table)
        .set((
            organisation::help_telephone.eq(telephone.map_or("", Telephone::as_str)),
            organisation::help_email.eq(email.map_or("", Email::as_str)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes the words of the help in a language.
///
/// # Errors
/// When the database fails.
pub fn update_help_words(conn: &mut Conn, language: &str, words: &HelpWords) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set((
            organisation_texts::help_hours.eq(words.hours.as_str()),
            organisation_texts::help_place.eq(words.place.as_str()),
            organisation_texts::help_place_note.eq(words.place_note.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes the texts that every page links, in a language.
///
/// # Errors
/// When the database fails.
pub fn update_legal_texts(conn: &mut Conn, language: &str, texts: &LegalTexts) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set((
            organisation_texts::imprint.eq(texts.imprint.as_str()),
            organisation_texts::privacy.eq(texts.privacy.as_str()),
            organisation_texts::accessibility.eq(texts.accessibility.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes the time zone and the tags of the languages on offer.
///
/// # Errors
/// When the database fails.
pub fn update_languages(conn: &mut Conn, time_zone: &str, languages: &[&str]) -> Result<(), StoreError> {
    diesel::update(organisation::table)
        .set((organisation::time_zone.eq(time_zone), organisation::languages.eq(languages.join(" "))))
        .execute(conn)?;
    Ok(())
}

/// Writes what things are called, in a language.
///
/// # Errors
/// When the database fails.
pub fn update_own_words(conn: &mut Conn, language: &str, words: &OwnWords) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set((
            organisation_texts::council.eq(words.council.as_str()),
            organisation_texts::neighbourhood.eq(words.neighbourhood.as_str()),
            organisation_texts::fund.eq(words.fund.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes the texts in easy language and the way to sign language.
///
/// # Errors
/// When the database fails.
pub fn update_easy_texts(conn: &mut Conn, language: &str, texts: &EasyTexts) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set((
            organisation_texts::easy_what.eq(texts.what.as_str()),
            organisation_texts::easy_vote.eq(texts.vote.as_str()),
            organisation_texts::easy_suggest.eq(texts.suggest.as_str()),
            organisation_texts::sign_language.eq(texts.sign_language.as_ref().map_or("", WebAddress::as_str)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts a pair of colours in place of the present one, or goes back to the program's own.
///
/// # Errors
/// When the database fails.
pub fn replace_colours(conn: &mut Conn, theme: Option<&Theme>) -> Result<(), StoreError> {
    diesel::delete(organisation_colours::table).execute(conn)?;
    if let Some(theme) = theme {
        diesel::insert_into(organisation_colours::table)
            .values((
                organisation_colours::id.eq(1),
                organisation_colours::light.eq(theme.colour(Scheme::Light).to_string()),
                organisation_colours::dark.eq(theme.colour(Scheme::Dark).to_string()),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Puts a logo in place of the present one, or goes back to the program's own.
///
/// # Errors
/// When the database fails.
pub fn replace_logo(conn: &mut Conn, logo: Option<&Logo>) -> Result<(), StoreError> {
    diesel::delete(organisation_logo::table).execute(conn)?;
    if let Some(logo) = logo {
        diesel::insert_into(organisation_logo::table)
            .values((
                organisation_logo::id.eq(1),
                organisation_logo::content_hash.eq(&logo.content_hash),
                organisation_logo::media_type.eq(&logo.media_type),
                organisation_logo::width.eq(logo.width),
                organisation_logo::height.eq(logo.height),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Writes what the logo says, in a language.
///
/// # Errors
/// When the database fails.
pub fn update_logo_words(conn: &mut Conn, language: &str, words: &Line) -> Result<(), StoreError> {
    diesel::update(organisation_texts::table.find(language))
        .set(organisation_texts::logo_alt.eq(words.as_str()))
        .execute(conn)?;
    Ok(())
}
