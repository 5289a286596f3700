//! What was typed into a page of the sign-in, and what the page must keep when it is shown again.

use url::Url;

use super::next;
use crate::locale::Language;
use crate::web::error::{Code, WebError};
use crate::web::form::LARGEST_FORM;
use crate::web::kept::KeptForm;

/// The fields of the form. They do not print: one of them may be a password.
pub(super) struct Typed {
    fields: Vec<(String, String)>,
    pub(super) again: Again,
}

/// What the form keeps when it is shown again; never the password.
#[derive(Default)]
pub(super) struct Again {
    pub(super) email: String,
    /// Where to go afterwards, a path of this site.
    pub(super) next: Option<String>,
    /// What to send again afterwards.
    pub(super) kept: Option<KeptForm>,
}

impl Typed {
    /// Reads the fields of the form.
    pub(super) fn read(pairs: Vec<(String, String)>, language: Language, base: &Url) -> Result<Self, WebError> {
        let (kept, fields) = KeptForm::take_out(pairs, language);
        // The larger limit is the kept form's.
        if fields.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > LARGEST_FORM {
            return Err(WebError::told(Code::TooLarge));
        }
        let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let next = field("next").and_then(|wanted| next::safe(&wanted, base));
        let again = Again { email: field("email").unwrap_or_default(), next, kept };
        Ok(Self { fields, again })
    }

    /// What stands in a field that the form has.
    pub(super) fn field(&self, wanted: &str) -> Result<&str, WebError> {
        let found = self.fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        found.ok_or_else(|| WebError::told(Code::MalformedRequest))
    }
}
