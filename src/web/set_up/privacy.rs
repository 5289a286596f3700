//! Whether proposals are read first, and that somebody has looked at what is kept of people.

use super::mistake::RoundMistake;
use super::sheet::Sheet;
use crate::domain::set_up::{RoundPart, SetUp};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

const FIRST: &str = "first";
const AT_ONCE: &str = "at_once";

pub(super) fn write(fields: &mut Fields, set_up: &SetUp) {
    fields.set("checked", if set_up.round.checked_first { FIRST } else { AT_ONCE });
    if set_up.version(RoundPart::Privacy).is_some() {
        fields.set("confirmed", "1");
    }
}

pub(super) fn read(fields: &Fields) -> Result<bool, Mistakes> {
    let mut read = Reader::new(fields);
    let checked_first = match fields.get("checked") {
        FIRST => true,
        AT_ONCE => false,
        _ => {
            read.refuse("checked", RoundMistake::Choice.into());
            true
        }
    };
    if !fields.has("confirmed") {
        read.refuse("confirmed", RoundMistake::NotConfirmed.into());
    }
    read.finish(checked_first)
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let confirmed = sheet.field("confirmed", "confirmed", "tick");
    vec![
        FieldGroup { legend: None, fields: vec![sheet.radio("checked", &[FIRST, AT_ONCE])] },
        sheet.group("kept", vec![confirmed]),
    ]
}
