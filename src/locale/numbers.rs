//! Amounts and shares as decimal numbers, rounded half away from zero, and the signs of currencies.

use super::language::Language;
use crate::domain::money::{Currency, Money};
use icu_decimal::input::Decimal;

/// An amount in major units.
pub(super) struct Units {
    pub(super) negative: bool,
    pub(super) magnitude: Decimal,
}

/// Rounds to whole major units.
pub(super) fn whole_units(amount: Money, currency: &Currency) -> Units {
    let major = 10_u64.pow(currency.exponent().into());
    let magnitude = amount.minor().unsigned_abs();
    let whole = magnitude / major + u64::from(magnitude % major >= major.div_ceil(2) && major > 1);
    Units { negative: amount.minor() < 0 && whole > 0, magnitude: whole.into() }
}

/// Keeps all decimals of the currency, or none when they are all 0.
pub(super) fn exact_units(amount: Money, currency: &Currency) -> Units {
    let magnitude = amount.minor().unsigned_abs();
    if magnitude.is_multiple_of(10_u64.pow(currency.exponent().into())) {
        return whole_units(amount, currency);
    }
    let mut decimal = Decimal::from(magnitude);
    decimal.multiply_pow10(-i16::from(currency.exponent()));
    Units { negative: amount.minor() < 0, magnitude: decimal }
}

/// A share in per cent with at most one decimal.
pub(super) fn percent(part: i64, whole: i64) -> Decimal {
    if whole == 0 {
        return Decimal::from(0);
    }
    let (part, whole) = (i128::from(part), i128::from(whole));
    // Twice the tenths of a per cent, so that halves can be told.
    let doubled = part * 2000 / whole;
    let tenths = (doubled + doubled.signum()) / 2;
    let mut decimal = Decimal::from(tenths);
    decimal.multiply_pow10(-1);
    decimal.absolute.trim_end();
    decimal
}

/// The sign that readers of a language know a currency by; the code where there is none.
pub(super) fn symbol(code: &str, language: Language) -> &str {
    match (code, language) {
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("JPY", _) => "¥",
        // ISO 4217's "no currency", which an imported file gets that names none.
        ("XXX", _) => "",
        ("USD", Language::German) => "$",
        ("USD", Language::English | Language::Mirrored) => "US$",
        (code, _) => code,
    }
}
