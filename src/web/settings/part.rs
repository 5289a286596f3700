//! The parts that are one plain form each: which fields they have, what is saved, what a form asks for.

use chrono_tz::Tz;

use super::form::{Fields, Reader, named};
use super::mistake::{Mistake, Mistakes};
use crate::actions::organisation::{
    EditHelp, EditOrganisationError, SeenVersion, edit_colours, edit_easy, edit_help, edit_languages, edit_names,
    edit_texts, edit_words,
};
use crate::domain::colour::Colour;
use crate::domain::organisation::FIRST_TIME_ZONE;
use crate::domain::organisation::{ByLanguage, EasyTexts, HelpWords, LegalTexts, Names, OwnWords, Part};
use crate::domain::permission::Actor;
use crate::domain::theme::{Scheme, Theme};
use crate::locale::{Language, Offer};
use crate::store::Db;
use crate::store::organisation::{Organisation, OrganisationText};
use crate::web::routes;

/// A part with a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainPart {
    Name,
    Colours,
    Help,
    Texts,
    Languages,
    Words,
    Easy,
}

/// What is typed into a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Line,
    Telephone,
    Email,
    WebAddress,
    Colour,
    /// Markdown, with the public page that shows it.
    Prose(fn(Language) -> String),
    Tick,
}

/// A field: its name, what is typed into it, and whether there is one for each language.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) in_each_language: bool,
}

const fn one(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, in_each_language: false }
}

const fn each(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, in_each_language: true }
}

/// What a form asks for.
#[derive(Debug)]
pub(super) enum Edit {
    Names(ByLanguage<Names>),
    Colours(Option<Theme>),
    Help(EditHelp),
    Texts(ByLanguage<LegalTexts>),
    Languages(Tz, Offer),
    Words(ByLanguage<OwnWords>),
    Easy(ByLanguage<EasyTexts>),
}

impl PlainPart {
    pub(super) const ALL: [Self; 7] =
        [Self::Name, Self::Colours, Self::Help, Self::Texts, Self::Languages, Self::Words, Self::Easy];

    /// The part whose version it has.
    pub(super) const fn part(self) -> Part {
        match self {
            Self::Name => Part::Name,
            Self::Colours => Part::Colours,
            Self::Help => Part::Help,
            Self::Texts => Part::Texts,
            Self::Languages => Part::Languages,
            Self::Words => Part::Words,
            Self::Easy => Part::Easy,
        }
    }

    /// Its fields, in the order of the page.
    pub(super) fn fields(self) -> Vec<Field> {
        match self {
            Self::Name => vec![each("name", Kind::Line), each("service_name", Kind::Line)],
            Self::Colours => vec![one("act_light", Kind::Colour), one("act_dark", Kind::Colour)],
            Self::Help => vec![
                one("help_telephone", Kind::Telephone),
                one("help_email", Kind::Email),
                each("help_hours", Kind::Line),
                each("help_place", Kind::Line),
                each("help_place_note", Kind::Line),
            ],
            Self::Texts => vec![
                each("imprint", Kind::Prose(routes::imprint)),
                each("privacy", Kind::Prose(routes::privacy)),
                each("accessibility", Kind::Prose(routes::accessibility)),
            ],
            Self::Languages => {
                vec![one("offer_de", Kind::Tick), one("offer_en", Kind::Tick), one("time_zone", Kind::Line)]
            }
            Self::Words => {
                vec![each("council", Kind::Line), each("neighbourhood", Kind::Line), each("fund", Kind::Line)]
            }
            Self::Easy => vec![
                each("easy_what", Kind::Prose(routes::easy)),
                each("easy_vote", Kind::Prose(routes::easy)),
                each("easy_suggest", Kind::Prose(routes::easy)),
                each("sign_language", Kind::WebAddress),
            ],
        }
    }

    /// What is saved, as its fields show it.
    pub(super) fn saved(self, organisation: Option<&Organisation>) -> Fields {
        let mut fields = Fields::default();
        let version = organisation.and_then(|found| found.part(self.part())).map_or(0, |part| part.version);
        fields.set("version", version.to_string());
        if self == Self::Languages {
            write_languages(&mut fields, organisation);
        }
        let Some(found) = organisation else { return fields };
        match self {
            Self::Help => {
                fields.set("help_telephone", &found.help_telephone);
                fields.set("help_email", &found.help_email);
            }
            Self::Colours => {
                for (name, scheme) in [("act_light", Scheme::Light), ("act_dark", Scheme::Dark)] {
                    fields.set(name, found.theme.map(|theme| theme.colour(scheme).to_string()).unwrap_or_default());
                }
            }
            Self::Name | Self::Texts | Self::Languages | Self::Words | Self::Easy => {}
        }
        for language in Offer::ALL {
            let Some(text) = found.texts.get(language.code()) else { continue };
            for field in self.fields().iter().filter(|field| field.in_each_language) {
                fields.set(named(field.name, language), text_of(text, field.name));
            }
        }
        fields
    }

    /// Reads what was typed.
    pub(super) fn read(self, fields: &Fields) -> Result<Edit, Mistakes> {
        let mut read = Reader::new(fields);
        let edit = match self {
            Self::Name => Edit::Names(read.in_each_language(|read, of| Names {
                organisation: read.needed_line(&of("name")),
                service: read.needed_line(&of("service_name")),
            })),
            Self::Colours => Edit::Colours(read_colours(&mut read)),
            Self::Help => Edit::Help(EditHelp {
                telephone: read.telephone("help_telephone"),
                email: read.email("help_email"),
                words: read.in_each_language(|read, of| HelpWords {
                    hours: read.line(&of("help_hours")),
                    place: read.line(&of("help_place")),
                    place_note: read.line(&of("help_place_note")),
                }),
            }),
            Self::Texts => Edit::Texts(read.in_each_language(|read, of| LegalTexts {
                imprint: read.prose(&of("imprint")),
                privacy: read.prose(&of("privacy")),
                accessibility: read.prose(&of("accessibility")),
            })),
            Self::Languages => read_languages(&mut read),
            Self::Words => Edit::Words(read.in_each_language(|read, of| OwnWords {
                council: read.line(&of("council")),
                neighbourhood: read.line(&of("neighbourhood")),
                fund: read.line(&of("fund")),
            })),
            Self::Easy => Edit::Easy(read.in_each_language(|read, of| EasyTexts {
                what: read.prose(&of("easy_what")),
                vote: read.prose(&of("easy_vote")),
                suggest: read.prose(&of("easy_suggest")),
                sign_language: read.web_address(&of("sign_language")),
            })),
        };
        read.finish(edit)
    }
}

fn write_languages(fields: &mut Fields, organisation: Option<&Organisation>) {
    fields.set("time_zone", organisation.map_or(FIRST_TIME_ZONE.name(), |found| &found.time_zone));
    for language in Offer::ALL {
        let offers = |found: &Organisation| found.languages.iter().any(|tag| tag == language.code());
        if organisation.is_none_or(offers) {
            fields.set(named("offer", language), "1");
        }
    }
}

fn read_languages(read: &mut Reader<'_>) -> Edit {
    let ticked: Vec<Language> = Offer::ALL.into_iter().filter(|one| read.tick(&named("offer", *one))).collect();
    let offer = Offer::of(&ticked);
    if offer.is_none() {
        read.refuse("offer_de", Mistake::NoLanguage);
    }
    let zone = read.raw("time_zone").trim().parse::<Tz>();
    if zone.is_err() {
        read.refuse("time_zone", Mistake::TimeZone);
    }
    Edit::Languages(zone.unwrap_or(Tz::UTC), offer.unwrap_or_default())
}

fn read_colours(read: &mut Reader<'_>) -> Option<Theme> {
    let typed = ["act_light", "act_dark"].map(|name| (name, read.raw(name).trim()));
    if typed.iter().all(|(_, text)| text.is_empty()) {
        return None;
    }
    let colours = typed.map(|(name, text)| {
        let colour = Colour::parse(text);
        if colour.is_err() {
            read.refuse(name, if text.is_empty() { Mistake::ColourMissing } else { Mistake::Colour });
        }
        colour
    });
    let [Ok(light), Ok(dark)] = colours else { return None };
    match Theme::check(light, dark) {
        Ok(theme) => Some(theme),
        Err(faults) => {
            for fault in faults {
                let name = match fault.scheme {
                    Scheme::Light => "act_light",
                    Scheme::Dark => "act_dark",
                };
                read.refuse(name, Mistake::TooFaint(fault));
            }
            None
        }
    }
}

fn text_of<'a>(text: &'a OrganisationText, field: &str) -> &'a str {
    match field {
        "name" => &text.name,
        "service_name" => &text.service_name,
        "help_hours" => &text.help_hours,
        "help_place" => &text.help_place,
        "help_place_note" => &text.help_place_note,
        "imprint" => &text.imprint,
        "privacy" => &text.privacy,
        "accessibility" => &text.accessibility,
        "council" => &text.council,
        "neighbourhood" => &text.neighbourhood,
        "fund" => &text.fund,
        "easy_what" => &text.easy_what,
        "easy_vote" => &text.easy_vote,
        "easy_suggest" => &text.easy_suggest,
        "sign_language" => &text.sign_language,
        _ => "",
    }
}

impl Edit {
    /// Does it.
    pub(super) async fn save(self, db: &Db, actor: Actor, seen: SeenVersion) -> Result<(), EditOrganisationError> {
        match self {
            Self::Names(names) => edit_names(db, actor, seen, names).await,
            Self::Colours(theme) => edit_colours(db, actor, seen, theme).await,
            Self::Help(help) => edit_help(db, actor, seen, help).await,
            Self::Texts(texts) => edit_texts(db, actor, seen, texts).await,
            Self::Languages(zone, offer) => edit_languages(db, actor, seen, (zone, offer)).await,
            Self::Words(words) => edit_words(db, actor, seen, words).await,
            Self::Easy(texts) => edit_easy(db, actor, seen, texts).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn mistakes(part: PlainPart, pairs: &[(&str, &str)]) -> Vec<String> {
        let found = part.read(&fields(pairs)).err().unwrap_or_default();
        found.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn every_mistake_is_told_at_its_field_in_the_order_of_the_page() {
        let long = "x".repeat(121);

        assert_eq!(
            mistakes(PlainPart::Name, &[("name_de", "A\nB"), ("name_en", &long), ("service_name_de", "a")]),
            ["name_de", "name_en", "service_name_en"]
        );
        assert_eq!(
            mistakes(
                PlainPart::Help,
                &[("help_telephone", "call us"), ("help_email", "@"), ("help_place_en", "a\u{202e}")]
            ),
            ["help_telephone", "help_email", "help_place_en"]
        );
        assert_eq!(
            mistakes(PlainPart::Texts, &[("privacy_de", &"ü".repeat(20_001)), ("imprint_en", "\u{1}")]),
            ["privacy_de", "imprint_en"]
        );
        assert_eq!(mistakes(PlainPart::Languages, &[("time_zone", "Mars")]), ["offer_de", "time_zone"]);
        assert_eq!(mistakes(PlainPart::Words, &[("fund_de", &long)]), ["fund_de"]);
        assert_eq!(mistakes(PlainPart::Easy, &[("sign_language_de", "javascript:alert(1)")]), ["sign_language_de"]);
        assert_eq!(mistakes(PlainPart::Colours, &[("act_light", "red")]), ["act_light", "act_dark"]);
        assert_eq!(mistakes(PlainPart::Colours, &[("act_light", "#ffffff"), ("act_dark", "#8ed3a6")]), ["act_light"]);
    }

    #[test]
    fn every_field_of_a_language_is_read_back() {
        for part in PlainPart::ALL {
            for field in part.fields().iter().filter(|field| field.in_each_language) {
                let mut text = OrganisationText::default();
                let all = [
                    &mut text.name,
                    &mut text.service_name,
                    &mut text.help_hours,
                    &mut text.help_place,
                    &mut text.help_place_note,
                    &mut text.imprint,
                    &mut text.privacy,
                    &mut text.accessibility,
                    &mut text.council,
                    &mut text.neighbourhood,
                    &mut text.fund,
                    &mut text.easy_what,
                    &mut text.easy_vote,
                    &mut text.easy_suggest,
                    &mut text.sign_language,
                ];
                all.into_iter().for_each(|value| "filled".clone_into(value));
                assert_eq!(text_of(&text, field.name), "filled", "{}", field.name);
            }
        }
    }
}
