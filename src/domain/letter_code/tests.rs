//! That codes read as they print, and that the check character finds what it promises to find.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn parse_values(values: [u8; LENGTH]) -> Result<LetterCode, LetterCodeError> {
    let text: String = values.iter().map(|value| alphabet::letter(*value)).collect();
    LetterCode::parse(&text)
}

#[test]
fn a_code_never_changes_by_accident() {
    assert_eq!(LetterCode::from_random([0; 7]).to_string(), "0000-0000-0000");
    assert_eq!(LetterCode::from_random([0, 0, 0, 0, 0, 0, 1]).to_string(), "1000-0000-0007");
}

#[test]
fn the_weights_of_all_places_differ() {
    let weights: BTreeSet<u8> = (0..LENGTH)
        .map(|place| {
            let mut values = [0; LENGTH];
            values[place] = 1;
            weighted_sum(&values)
        })
        .collect();

    assert_eq!(weights.len(), LENGTH);
    assert!(!weights.contains(&0));
}

/// The sum is linear, so an error is found or not whatever the code is: the code of zeros stands for all.
#[test]
fn every_single_error_is_found() {
    for place in 0..LENGTH {
        for wrong in 1..32 {
            let mut values = [0; LENGTH];
            values[place] = wrong;

            assert_eq!(parse_values(values), Err(LetterCodeError::Mistyped));
        }
    }
}

/// Exchanging `a` and `b` adds `a + b` at both places, and so any non-zero difference stands for all pairs.
#[test]
fn every_exchange_of_two_characters_is_found() {
    for first in 0..LENGTH {
        for second in first + 1..LENGTH {
            for difference in 1..32 {
                let mut values = [0; LENGTH];
                values[first] = difference;
                values[second] = difference;

                assert_eq!(parse_values(values), Err(LetterCodeError::Mistyped));
            }
        }
    }
}

#[test]
fn each_character_of_a_code_takes_every_value_equally_often() {
    // Each place is five bits of its own: toggling them runs through all 32 letters and moves no other random place.
    for place in 0..LENGTH - 1 {
        let seen: BTreeSet<String> = (0..32_u64)
            .map(|value| {
                let [_, bytes @ ..] = (value << (5 * place)).to_be_bytes();
                LetterCode::from_random(bytes).characters().get(place..=place).unwrap().to_owned()
            })
            .collect();

        assert_eq!(seen.len(), 32);
    }
}

#[test]
fn a_wrong_length_says_how_many_characters_were_read() {
    assert_eq!(LetterCode::parse(""), Err(LetterCodeError::WrongLength { read: 0 }));
    assert_eq!(LetterCode::parse("0000-0000-000"), Err(LetterCodeError::WrongLength { read: 11 }));
    assert_eq!(LetterCode::parse("0000-0000-0000-0"), Err(LetterCodeError::WrongLength { read: 13 }));
}

#[test]
fn a_foreign_character_is_named_before_the_length() {
    assert_eq!(LetterCode::parse("?"), Err(CharacterError::Foreign('?').into()));
    assert_eq!(LetterCode::parse("uuu"), Err(CharacterError::LetterU.into()));
}

#[test]
fn debug_does_not_print_the_code() {
    let code = LetterCode::from_random([9; 7]);

    assert!(!format!("{code:?}").contains(code.characters().as_str()));
    assert_eq!(format!("{code:?}"), "LetterCode(hidden)");
}

proptest! {
    #[test]
    fn a_code_reads_as_it_prints(bytes: [u8; 7]) {
        let code = LetterCode::from_random(bytes);

        prop_assert_eq!(LetterCode::parse(&code.to_string()), Ok(code.clone()));
        prop_assert_eq!(LetterCode::parse(&code.to_string().to_lowercase().replace('-', " – ")), Ok(code.clone()));
        prop_assert_eq!(LetterCode::parse(&code.characters().replace('0', "o").replace('1', "l")), Ok(code));
    }

    #[test]
    fn one_wrong_character_or_an_exchange_is_found_in_any_code(bytes: [u8; 7], first in 0..LENGTH, second in 0..LENGTH, wrong in 1..32_u8) {
        let code = LetterCode::from_random(bytes);
        let mut mistyped = code.values;
        mistyped[first] ^= wrong;
        let mut exchanged = code.values;
        exchanged.swap(first, second);

        prop_assert_eq!(parse_values(mistyped), Err(LetterCodeError::Mistyped));
        prop_assert_eq!(parse_values(exchanged).is_err(), exchanged != code.values);
    }

    #[test]
    fn whatever_is_typed_reading_never_fails_in_another_way(text in ".*") {
        if let Ok(code) = LetterCode::parse(&text) {
            prop_assert_eq!(code.characters().len(), LENGTH);
        }
    }
}
