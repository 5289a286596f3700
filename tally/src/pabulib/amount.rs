//! Amounts of money as text: read exactly, written back with the decimals of their currency.

use super::fault::FaultKind;

/// The most decimals that a currency may have.
const MOST_DECIMALS: u8 = 6;

/// A decimal number of zero or more without trailing zeros: `digits` over ten to the `decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    digits: i64,
    pub(super) decimals: u8,
}

impl Amount {
    pub(super) fn parse(text: &str) -> Result<Self, FaultKind> {
        let (negative, number) = text.strip_prefix('-').map_or((false, text), |number| (true, number));
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let digits_only = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        if !digits_only(whole) || !digits_only(part) {
            return Err(FaultKind::NotAmount);
        }
        let part = part.trim_end_matches('0');
        let decimals = u8::try_from(part.len()).unwrap_or(u8::MAX);
        if decimals > MOST_DECIMALS {
            return Err(FaultKind::TooManyDecimals);
        }
        let digits: i64 = format!("{whole}{part}").parse().map_err(|_| FaultKind::AmountTooLarge)?;
        if negative && digits > 0 { Err(FaultKind::NegativeAmount) } else { Ok(Self { digits, decimals }) }
    }

    /// In millionths of a major unit, which are whole.
    pub(super) fn in_millionths(self) -> i128 {
        let missing = u32::from(MOST_DECIMALS.saturating_sub(self.decimals));
        i128::from(self.digits).saturating_mul(10_i128.saturating_pow(missing))
    }

    /// In minor units of a currency with this many decimals, if that fits 64 bits.
    pub(super) fn in_minor_units(self, exponent: u8) -> Option<i64> {
        let missing = u32::from(exponent.checked_sub(self.decimals)?);
        self.digits.checked_mul(10_i64.checked_pow(missing)?)
    }
}

/// Minor units as text in major units: whole where it is, else with all decimals of the currency.
pub(super) fn written(minor: i64, exponent: u8) -> String {
    let unit = 10_u64.saturating_pow(u32::from(exponent));
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    let sign = if minor < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let width = usize::from(exponent);
    format!("{sign}{whole}.{part:0width$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_trailing_zeros_need_none() {
        let read = |text: &str| Amount::parse(text).map(|amount| (amount.decimals, amount.in_minor_units(2)));
        assert_eq!(read("4000.0"), Ok((0, Some(400_000))));
        assert_eq!(read("12.50"), Ok((1, Some(1250))));
        assert_eq!(read("0.001"), Ok((3, None)));
        assert_eq!(read("007"), Ok((0, Some(700))));
    }

    #[test]
    fn what_is_no_amount_is_told_apart() {
        for (text, fault) in [
            ("", FaultKind::NotAmount),
            ("1,5", FaultKind::NotAmount),
            ("1e3", FaultKind::NotAmount),
            ("1/3", FaultKind::NotAmount),
            (".5", FaultKind::NotAmount),
            ("5.", FaultKind::NotAmount),
            ("+5", FaultKind::NotAmount),
            ("-5", FaultKind::NegativeAmount),
            ("0.1234567", FaultKind::TooManyDecimals),
            ("99999999999999999999", FaultKind::AmountTooLarge),
        ] {
            assert_eq!(Amount::parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn written_amounts_have_decimals_only_where_needed() {
        assert_eq!(written(1250, 2), "12.50");
        assert_eq!(written(1200, 2), "12");
        assert_eq!(written(5, 0), "5");
        assert_eq!(written(-5, 2), "-0.05");
    }
}
