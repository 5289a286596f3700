//! What people type into a field for money, and what it means.

use super::*;
use proptest::prelude::*;

fn euro(text: &str) -> Result<i64, AmountError> {
    read_money(text, &Currency::parse("EUR", 2).unwrap()).map(Money::minor)
}

#[test]
fn usual_ways_to_write_an_amount_mean_the_same() {
    for text in [
        "1500",
        "1.500",
        "1,500",
        "1 500",
        "1\u{a0}500",
        "1\u{202f}500",
        "1'500",
        "1500,00",
        "1500.00",
        "1.500,00",
        "1,500.00",
        "1500,0",
        "1500 Euro",
        "1.500 €",
        "€1,500",
        "EUR 1500",
        "1500 eur",
        "1.500,-",
        "1500,--",
        " 1500 ",
    ] {
        assert_eq!(euro(text), Ok(150_000), "{text:?}");
    }
}

#[test]
fn cents_are_read() {
    assert_eq!(euro("12,5"), Ok(1250));
    assert_eq!(euro("12.34 €"), Ok(1234));
    assert_eq!(euro("1.234.567,89"), Ok(123_456_789));
    assert_eq!(euro("0,05"), Ok(5));
}

#[test]
fn three_digits_behind_one_sign_are_a_group() {
    assert_eq!(euro("1.234"), Ok(123_400));
    assert_eq!(euro("0,500"), Ok(50));
    assert_eq!(euro("0,505"), Err(AmountError::TooManyDecimals(2)));
}

#[test]
fn what_is_no_amount_is_refused_with_its_reason() {
    assert_eq!(euro("  "), Err(AmountError::Empty));
    assert_eq!(euro("-5"), Err(AmountError::Negative));
    assert_eq!(euro("1,2345"), Err(AmountError::TooManyDecimals(2)));
    assert_eq!(euro("99999999999999999999"), Err(AmountError::TooLarge));
    for text in
        ["viel", "Euro", "1.5.00", "1.23,456,7", "1,500,00", "12.34.567", ",", "1.", "--5", "1e3", "1500 Dollar", "١٥"]
    {
        assert_eq!(euro(text), Err(AmountError::NotANumber), "{text:?}");
    }
}

#[test]
fn other_currencies_have_other_decimals_and_names() {
    let yen = Currency::parse("JPY", 0).unwrap();
    let zloty = Currency::parse("PLN", 2).unwrap();

    assert_eq!(read_money("1500 JPY", &yen), Ok(Money::from_minor(1500)));
    assert_eq!(read_money("1500,50", &yen), Err(AmountError::TooManyDecimals(0)));
    assert_eq!(read_money("1 500 pln", &zloty), Ok(Money::from_minor(150_000)));
    assert_eq!(read_money("1500 €", &zloty), Err(AmountError::NotANumber));
}

#[test]
fn counts_are_whole() {
    assert_eq!(read_count("1.500"), Ok(1500));
    assert_eq!(read_count(" 12 "), Ok(12));
    assert_eq!(read_count("1,5"), Err(CountError::NotANumber));
    assert_eq!(read_count("-1"), Err(CountError::NotANumber));
    assert_eq!(read_count(""), Err(CountError::Empty));
    assert_eq!(read_count("5000000000"), Err(CountError::TooLarge));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fail(text in "\\PC{0,30}") {
        let _ = euro(&text);
        let _ = read_count(&text);
    }

    #[test]
    fn no_text_of_digits_and_signs_makes_the_reader_fail(text in "[0-9.,€ -]{0,12}") {
        let _ = euro(&text);
    }

    #[test]
    fn an_amount_of_cents_is_read_in_both_spellings(cents in 0_i64..1_000_000_000) {
        let (whole, rest) = (cents / 100, cents % 100);
        prop_assert_eq!(euro(&format!("{whole},{rest:02}")), Ok(cents));
        prop_assert_eq!(euro(&format!("{whole}.{rest:02}")), Ok(cents));
    }
}
