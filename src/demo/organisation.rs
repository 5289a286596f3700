//! Entering the demo's organisation, a part after the other, as its office would.

use chrono_tz::Tz;

use super::content::{DepartmentFile, LOGO as LOGO_FILE, OrganisationFile};
use super::fill::DemoError;
use crate::actions::department::add_department;
use crate::actions::organisation::{
    EditHelp, EditNeighbourhood, LogoPicture, edit_colours, edit_easy, edit_help, edit_languages, edit_logo,
    edit_names, edit_neighbourhoods, edit_texts, edit_words,
};
use crate::app::App;
use crate::domain::colour::Colour;
use crate::domain::department::DepartmentDetails;
use crate::domain::email::Email;
use crate::domain::organisation::{ByLanguage, EasyTexts, HelpWords, LegalTexts, Names, OwnWords};
use crate::domain::permission::Actor;
use crate::domain::telephone::Telephone;
use crate::domain::text::{Line, Prose};
use crate::domain::theme::Theme;
use crate::locale::Offer;
use crate::media::{LOGO, Picture};
use crate::store::organisation::Logo;

const OFFICE: Actor = Actor::CommandLine;

pub(super) async fn enter_organisation(app: &App, file: &OrganisationFile, zone: Tz) -> Result<(), DemoError> {
    let db = &app.db;
    edit_languages(db, OFFICE, None, (zone, Offer::default())).await?;
    let names = |name: &str, service: &str| Ok(Names { organisation: line(name)?, service: line(service)? });
    let names = both(names(&file.name_de, &file.service_de), names(&file.name_en, &file.service_en))?;
    edit_names(db, OFFICE, None, names).await?;
    edit_logo(
        db,
        OFFICE,
        None,
        (LogoPicture::New(logo(app)?), both(line(&file.logo_alt_de), line(&file.logo_alt_en))?),
    )
    .await?;
    edit_colours(db, OFFICE, None, Some(theme(file)?)).await?;
    edit_help(db, OFFICE, None, help(file)?).await?;
    edit_texts(db, OFFICE, None, texts(file)?).await?;
    edit_words(db, OFFICE, None, own_words(file)?).await?;
    edit_easy(db, OFFICE, None, easy(file)?).await?;
    let neighbourhood = |one: &super::content::NamedFile| {
        let names = both(line(&one.name_de), line(&one.name_en))?;
        Ok(EditNeighbourhood { id: None, names })
    };
    let neighbourhoods = file.neighbourhoods.iter().map(neighbourhood).collect::<Result<Vec<_>, DemoError>>()?;
    edit_neighbourhoods(db, OFFICE, None, neighbourhoods).await?;
    let mut known = Vec::new();
    for one in &file.departments {
        let substitute = known.iter().find(|(name, _)| Some(name) == one.takes_over.as_ref()).map(|(_, id)| *id);
        let id = add_department(db, OFFICE, DepartmentDetails { substitute, ..department(one)? }).await?;
        known.push((one.name_de.clone(), id));
    }
    Ok(())
}

fn content(what: &str) -> DemoError {
    DemoError::Content(what.to_owned())
}

fn line(text: &str) -> Result<Line, DemoError> {
    Line::parse(text).map_err(|_| content(text))
}

fn prose(text: &str) -> Result<Prose, DemoError> {
    Prose::parse(text).map_err(|_| content(text))
}

fn email(text: &str) -> Result<Option<Email>, DemoError> {
    Email::parse(text).map(Some).map_err(|_| content(text))
}

fn telephone(text: &str) -> Result<Option<Telephone>, DemoError> {
    Telephone::parse(text).map(Some).map_err(|_| content(text))
}

fn both<T>(german: Result<T, DemoError>, english: Result<T, DemoError>) -> Result<ByLanguage<T>, DemoError> {
    Ok(ByLanguage::from([("de".to_owned(), german?), ("en".to_owned(), english?)]))
}

fn logo(app: &App) -> Result<Logo, DemoError> {
    let picture = Picture::make(LOGO_FILE, LOGO).map_err(|_| content("logo.png"))?;
    Ok(Logo {
        content_hash: app.files.put(picture.bytes())?.to_string(),
        media_type: picture.kind().as_str().to_owned(),
        width: picture.width().into(),
        height: picture.height().into(),
    })
}

fn theme(file: &OrganisationFile) -> Result<Theme, DemoError> {
    let colour = |text: &str| Colour::parse(text).map_err(|_| content(text));
    Theme::check(colour(&file.act_light)?, colour(&file.act_dark)?).map_err(|_| content("the colours are too faint"))
}

fn help(file: &OrganisationFile) -> Result<EditHelp, DemoError> {
    let words = |hours: &str, place: &str, note: &str| {
        Ok(HelpWords { hours: line(hours)?, place: line(place)?, place_note: line(note)? })
    };
    Ok(EditHelp {
        telephone: telephone(&file.help_phone)?,
        email: email(&file.help_email)?,
        words: both(
            words(&file.help_hours_de, &file.help_place_de, &file.help_place_note_de),
            words(&file.help_hours_en, &file.help_place_en, &file.help_place_note_en),
        )?,
    })
}

fn texts(file: &OrganisationFile) -> Result<ByLanguage<LegalTexts>, DemoError> {
    let texts = |imprint: &str, privacy: &str, accessibility: &str| {
        Ok(LegalTexts { imprint: prose(imprint)?, privacy: prose(privacy)?, accessibility: prose(accessibility)? })
    };
    both(
        texts(&file.imprint_de, &file.privacy_de, &file.accessibility_de),
        texts(&file.imprint_en, &file.privacy_en, &file.accessibility_en),
    )
}

fn own_words(file: &OrganisationFile) -> Result<ByLanguage<OwnWords>, DemoError> {
    let words = |council: &str, neighbourhood: &str, fund: &str| {
        Ok(OwnWords { council: line(council)?, neighbourhood: line(neighbourhood)?, fund: line(fund)? })
    };
    both(
        words(&file.council_de, &file.neighbourhood_de, &file.fund_de),
        words(&file.council_en, &file.neighbourhood_en, &file.fund_en),
    )
}

/// Without a video: the demo links nothing that is not there.
fn easy(file: &OrganisationFile) -> Result<ByLanguage<EasyTexts>, DemoError> {
    let texts = |what: &str, vote: &str, suggest: &str| {
        Ok(EasyTexts { what: prose(what)?, vote: prose(vote)?, suggest: prose(suggest)?, sign_language: None })
    };
    both(
        texts(&file.easy_what_de, &file.easy_vote_de, &file.easy_suggest_de),
        texts(&file.easy_what_en, &file.easy_vote_en, &file.easy_suggest_en),
    )
}

fn department(file: &DepartmentFile) -> Result<DepartmentDetails, DemoError> {
    Ok(DepartmentDetails {
        names: both(line(&file.name_de), line(&file.name_en))?,
        email: email(&file.email)?,
        telephone: telephone(&file.telephone)?,
        deputy_name: line(&file.deputy_name)?,
        deputy_email: email(&file.deputy_email)?,
        substitute: None,
    })
}
