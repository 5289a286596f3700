//! Forms that anybody sends, and whose answer is read with a token. Each is drawn for one visitor, so that a double click or
//! the back button leads to what was sent before; and too much of them within the hour keeps what was typed.

use super::settings::form::Fields;
use crate::domain::hex;
use crate::secrecy::ReportToken;
use crate::secrecy::randomness::{RandomnessError, draw};

/// The hidden field with what was drawn with the form.
pub(super) const FORM: &str = "form";

/// Fields that are empty but for what is drawn with them.
pub(super) fn fresh_fields() -> Result<Fields, RandomnessError> {
    let mut fields = Fields::default();
    fields.set(FORM, hex::encode(&draw::<16>()?));
    Ok(fields)
}

/// The token of what was typed into these fields; a form that was not drawn here is taken for another one each time.
pub(super) fn token_of(fields: &Fields, names: &[&str]) -> Result<ReportToken, RandomnessError> {
    let typed: Vec<&str> = names.iter().map(|name| fields.get(name)).collect();
    match hex::decode(fields.get(FORM)) {
        Some(form) => Ok(ReportToken::of_form(form, &typed)),
        None => Ok(ReportToken::new(draw()?)),
    }
}
