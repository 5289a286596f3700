//! The eight parts: what is saved as its fields show it, what was typed as the change that it asks for, and the fields.

use super::sheet::{Desk, Sheet};
use super::{areas, ballot, basics, dates, people, privacy, texts, topics};
use crate::actions::round_set_up::{
    Edit, EditArea, EditBallot, EditBasics, EditDates, EditPeople, EditTexts, EditTopic, SetUpError, confirm_privacy,
    edit_areas, edit_ballot, edit_basics, edit_dates, edit_people, edit_texts, edit_topics,
};
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::set_up::{RoundPart, SetUp};
use crate::store::Db;
use crate::web::settings::form::Fields;
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

/// What a form asks for.
#[derive(Debug)]
pub(super) enum Change {
    Basics(EditBasics),
    Texts(ByLanguage<EditTexts>),
    Areas(Vec<EditArea>),
    Topics(Vec<EditTopic>),
    People(EditPeople),
    Ballot(EditBallot),
    Dates(EditDates),
    Privacy { checked_first: bool },
}

/// What is saved, as the fields of a part show it.
pub(super) fn saved(part: RoundPart, set_up: &SetUp, desk: &Desk<'_>) -> Fields {
    let mut fields = Fields::default();
    fields.set("version", set_up.version(part).unwrap_or(0).to_string());
    match part {
        RoundPart::Basics => basics::write(&mut fields, set_up, desk),
        RoundPart::Texts => texts::write(&mut fields, set_up, desk),
        RoundPart::Areas => areas::write(&mut fields, set_up, desk),
        RoundPart::Topics => topics::write(&mut fields, set_up, desk),
        RoundPart::People => people::write(&mut fields, set_up, desk),
        RoundPart::Ballot => ballot::write(&mut fields, set_up),
        RoundPart::Dates => dates::write(&mut fields, set_up, desk),
        RoundPart::Privacy => privacy::write(&mut fields, set_up),
    }
    fields
}

/// Reads what was typed.
pub(super) fn read(part: RoundPart, fields: &Fields, set_up: &SetUp, desk: &Desk<'_>) -> Result<Change, Mistakes> {
    match part {
        RoundPart::Basics => basics::read(fields, set_up, desk).map(Change::Basics),
        RoundPart::Texts => texts::read(fields, desk).map(Change::Texts),
        RoundPart::Areas => areas::read(fields, set_up, desk).map(Change::Areas),
        RoundPart::Topics => topics::read(fields, desk).map(Change::Topics),
        RoundPart::People => people::read(fields, desk).map(Change::People),
        RoundPart::Ballot => ballot::read(fields).map(Change::Ballot),
        RoundPart::Dates => dates::read(fields, desk).map(Change::Dates),
        RoundPart::Privacy => privacy::read(fields).map(|checked_first| Change::Privacy { checked_first }),
    }
}

/// The fields of a part.
pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    match sheet.part {
        RoundPart::Basics => basics::groups(sheet),
        RoundPart::Texts => texts::groups(sheet),
        RoundPart::Areas => areas::groups(sheet),
        RoundPart::Topics => topics::groups(sheet),
        RoundPart::People => people::groups(sheet),
        RoundPart::Ballot => ballot::groups(sheet),
        RoundPart::Dates => dates::groups(sheet),
        RoundPart::Privacy => privacy::groups(sheet),
    }
}

impl Change {
    /// Does it.
    pub(super) async fn save(self, db: &Db, actor: Actor, edit: Edit) -> Result<(), SetUpError> {
        match self {
            Self::Basics(wanted) => edit_basics(db, actor, edit, wanted).await,
            Self::Texts(wanted) => edit_texts(db, actor, edit, wanted).await,
            Self::Areas(wanted) => edit_areas(db, actor, edit, wanted).await,
            Self::Topics(wanted) => edit_topics(db, actor, edit, wanted).await,
            Self::People(wanted) => edit_people(db, actor, edit, wanted).await,
            Self::Ballot(wanted) => edit_ballot(db, actor, edit, wanted).await,
            Self::Dates(wanted) => edit_dates(db, actor, edit, wanted).await,
            Self::Privacy { checked_first } => confirm_privacy(db, actor, edit, checked_first).await,
        }
    }
}
