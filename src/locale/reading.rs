//! Numbers as people type them: 1500, 1.500, 1 500, 1500,00, "1500 Euro".

use crate::domain::money::{Currency, Money};
use thiserror::Error;

/// Why a typed text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("no amount")]
    Empty,
    /// Something else than an amount.
    #[error("not an amount")]
    NotANumber,
    /// Under nothing.
    #[error("a negative amount")]
    Negative,
    /// Finer than the currency's smallest unit.
    #[error("more than {0} decimals")]
    TooManyDecimals(u8),
    /// More than 64 bits of minor units.
    #[error("too large")]
    TooLarge,
}

/// Why a typed text is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CountError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Something else than a whole number.
    #[error("not a whole number")]
    NotANumber,
    /// Over 2³² - 1.
    #[error("too large")]
    TooLarge,
}

/// Reads an amount in major units. Points and commas may both group thousands or begin the decimals, whatever the
/// language of the page: a single one with exactly three digits behind it groups, because nobody types a tenth of a
/// cent and many type 1.500.
///
/// # Errors
/// When the text is no amount of this currency.
pub fn read_money(text: &str, currency: &Currency) -> Result<Money, AmountError> {
    let digits = without_currency(text, currency);
    if digits.is_empty() {
        return Err(if text.trim().is_empty() { AmountError::Empty } else { AmountError::NotANumber });
    }
    if let Some(rest) = digits.strip_prefix(['-', '−', '–']) {
        let is_number = read_money(rest, currency).is_ok();
        return Err(if is_number { AmountError::Negative } else { AmountError::NotANumber });
    }
    let (whole, decimals) = split(&digits).ok_or(AmountError::NotANumber)?;
    minor_units(&whole, decimals.trim_end_matches('0'), currency.exponent())
}

/// Reads a whole number such as 1500, 1.500 or 1 500.
///
/// # Errors
/// When the text is no whole number up to 2³² - 1.
pub fn read_count(text: &str) -> Result<u32, CountError> {
    let digits = without_blanks(text);
    if digits.is_empty() {
        return Err(CountError::Empty);
    }
    match split(&digits) {
        Some((whole, "")) => whole.parse().map_err(|_| CountError::TooLarge),
        Some(_) | None => Err(CountError::NotANumber),
    }
}

fn without_currency(text: &str, currency: &Currency) -> String {
    let mut digits = without_blanks(text).to_lowercase();
    let code = currency.code().to_lowercase();
    let words: &[&str] = match currency.code() {
        "EUR" => &["euro", "euros", "€", "eur"],
        "GBP" => &["£", "gbp"],
        "USD" => &["us$", "$", "usd"],
        _ => &[&code],
    };
    for word in words {
        if let Some(rest) = digits.strip_suffix(word).or_else(|| digits.strip_prefix(word)) {
            digits = rest.to_owned();
            break;
        }
    }
    // In German shops whole amounts are written 1.500,- or 1.500,--
    let bare = digits.trim_end_matches(['-', '–', '—']);
    match bare.strip_suffix(',') {
        Some(whole) if bare.len() < digits.len() => whole.to_owned(),
        Some(_) | None => digits,
    }
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '’' | '\u{2068}' | '\u{2069}'))
        .collect()
}

/// Splits into the digits before and after the decimal sign; `None` when the signs stand where no number has them.
fn split(text: &str) -> Option<(String, &str)> {
    let last = text.rfind([',', '.']);
    let (whole, decimals) = match last.and_then(|at| Some((text.get(..at)?, text.get(at..)?))) {
        Some((whole, tail)) if begins_decimals(whole, tail) => (whole, tail.get(1..)?),
        Some(_) | None => (text, ""),
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_sign = text.ends_with([',', '.']);
    (is_number(decimals) && !ends_in_sign).then(|| Some((ungrouped(whole)?, decimals)))?
}

/// Whether the last sign, with which `tail` begins, starts the decimals.
fn begins_decimals(whole: &str, tail: &str) -> bool {
    let sign = tail.chars().next();
    let groups_before = whole.contains([',', '.']);
    let same_sign_before = sign.is_some_and(|sign| whole.contains(sign));
    match (groups_before, same_sign_before) {
        (true, same) => !same,
        (false, _) => tail.len() != 4 || whole.is_empty() || whole.starts_with('0'),
    }
}

/// Takes out the signs between groups of three digits, which must all be the same.
fn ungrouped(whole: &str) -> Option<String> {
    let sign = whole.chars().find(|letter| !letter.is_ascii_digit());
    let mut groups = whole.split(|letter| Some(letter) == sign);
    let first = groups.next()?;
    let (mut digits, grouped) = (first.to_owned(), sign.is_some());
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !first.is_empty()
        && (!grouped || (first.len() <= 3 && matches!(sign, Some('.' | ','))));
    sound.then_some(digits)
}

fn minor_units(whole: &str, decimals: &str, exponent: u8) -> Result<Money, AmountError> {
    let missing = usize::from(exponent).checked_sub(decimals.len()).ok_or(AmountError::TooManyDecimals(exponent))?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(missing));
    digits.parse().map(Money::from_minor).map_err(|_| AmountError::TooLarge)
}

#[cfg(test)]
mod tests;
