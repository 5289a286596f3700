//! Fields of forms that look for something, as they stand in an address. What is chosen from a list, and the page, are a
//! link's business: nobody mistypes them, and there is no page for what they do not name.

use super::error::WebError;

/// What was typed into a field, if anything.
pub(super) fn filled(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|typed| !typed.is_empty())
}

/// What a field names, if it names anything.
///
/// # Errors
/// What is unknown is not found.
pub(super) fn named<T>(field: &Option<String>, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, WebError> {
    filled(field).map(|typed| read(typed).ok_or_else(WebError::not_found)).transpose()
}

/// Whether a text is nothing but digits.
pub(super) fn is_number(typed: &str) -> bool {
    typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of a page, from 1.
pub(super) fn page_number(typed: &str) -> Option<usize> {
    typed.parse::<u32>().ok().filter(|page| is_number(typed) && *page > 0)?.try_into().ok()
}
