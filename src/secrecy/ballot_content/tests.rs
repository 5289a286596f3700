//! That a ballot comes out as it went in, and that nothing else opens.

use proptest::prelude::*;

use super::*;
use crate::domain::ids::RoundPublicId;
use crate::secrecy::SecretKey;

const ROUND: RoundPublicId = RoundPublicId::new([1; 16]);
const PSEUDONYM: Pseudonym = Pseudonym::new([2; 32]);
const NONCE: SealNonce = SealNonce::new([3; 24]);

fn keys(round: RoundPublicId, byte: u8) -> RoundKeys {
    RoundKeys::derive(round, &SecretKey::take(&mut [byte; 32]))
}

fn area(number: u32, projects: &[u32]) -> AreaChoices {
    let choices = projects.iter().map(|project| Choice { project: ProjectNumber::new(*project), value: 1 }).collect();
    AreaChoices { area: AreaNumber::new(number), choices }
}

fn ballot(areas: Vec<AreaChoices>) -> BallotContent {
    BallotContent {
        cast_number: CastNumber::new(1),
        channel: Channel::Kiosk,
        own_area: None,
        client_nonce: [4; 16],
        salt: [5; 16],
        areas,
    }
}

/// Any ballot that can be sealed: ascending areas, each project in one of them.
fn any_content() -> impl Strategy<Value = BallotContent> {
    let choices = prop::collection::btree_map(any::<u32>(), (0..6_u32, any::<i32>()), 0..80);
    let areas = prop::collection::btree_set(any::<u32>(), 6);
    let random = any::<([u8; 16], [u8; 16])>();
    (any::<u32>(), 0..Channel::ALL.len(), prop::option::of(1..=u32::MAX), random, areas, 0..=6_usize, choices).prop_map(
        |(cast_number, channel, own_area, (client_nonce, salt), numbers, count, choices)| {
            let mut areas: Vec<_> = numbers.into_iter().map(|number| area(number, &[])).collect();
            areas.truncate(count);
            for (project, (place, value)) in choices {
                if let Some(area) = areas.get_mut(usize::try_from(place).unwrap()) {
                    area.choices.push(Choice { project: ProjectNumber::new(project), value });
                }
            }
            let (cast_number, channel) = (CastNumber::new(cast_number), Channel::ALL[channel]);
            BallotContent { cast_number, channel, own_area: own_area.map(AreaNumber::new), client_nonce, salt, areas }
        },
    )
}

#[test]
fn the_length_tells_the_next_power_of_two_only() {
    let length = |projects: u32| ballot(vec![area(1, &(1..=projects).collect::<Vec<_>>())]).encode().unwrap().len();

    // 44 bytes before the areas, 6 for the area, 8 for each choice.
    assert_eq!(length(0), 256);
    assert_eq!(length(25), 256);
    assert_eq!(length(26), 512);
    assert_eq!(length(2_500), 32_768);
}

#[test]
fn a_ballot_that_just_fills_a_length_is_not_padded_further() {
    // 44 + 6 + 6 + 25 * 8 = 256
    let content = ballot(vec![area(1, &(1..=25).collect::<Vec<_>>()), area(2, &[])]);

    let bytes = content.encode().unwrap();

    assert_eq!(bytes.len(), 256);
    assert_eq!(BallotContent::decode(&bytes), Ok(content));
}

#[test]
fn a_ballot_out_of_order_or_with_doubles_is_not_sealed() {
    let refusal = |areas| ballot(areas).encode().unwrap_err();

    assert_eq!(refusal(vec![area(2, &[]), area(1, &[])]), ContentError::Unordered);
    assert_eq!(refusal(vec![area(1, &[]), area(1, &[])]), ContentError::Doubled);
    assert_eq!(refusal(vec![area(1, &[9, 8])]), ContentError::Unordered);
    assert_eq!(refusal(vec![area(1, &[9, 9])]), ContentError::Doubled);
    assert_eq!(refusal(vec![area(1, &[9]), area(2, &[9])]), ContentError::Doubled);
}

#[test]
fn more_choices_than_can_be_counted_are_not_sealed() {
    let projects: Vec<u32> = (1..=65_536).collect();

    assert_eq!(ballot(vec![area(1, &projects)]).encode().unwrap_err(), ContentError::TooMany);
    assert!(ballot(vec![area(1, &projects[1..])]).encode().is_ok());
}

#[test]
fn an_own_area_of_number_0_is_not_sealed() {
    let content = BallotContent { own_area: Some(AreaNumber::new(0)), ..ballot(vec![]) };

    assert_eq!(content.encode().unwrap_err(), ContentError::ZeroArea);
}

#[test]
fn bytes_of_another_version_or_channel_are_named() {
    let mut bytes = ballot(vec![]).encode().unwrap();

    bytes[5] = 9;
    assert_eq!(BallotContent::decode(&bytes), Err(ContentError::UnknownChannel(9)));
    bytes[0] = 2;
    assert_eq!(BallotContent::decode(&bytes), Err(ContentError::UnknownVersion(2)));
}

#[test]
fn bytes_cut_short_are_refused() {
    let bytes = ballot(vec![area(1, &[1, 2])]).encode().unwrap();

    assert_eq!(BallotContent::decode(&[]), Err(ContentError::Truncated));
    // 44 + 6 + 2 * 8 = 66 bytes carry the ballot, the others fill up.
    assert_eq!(BallotContent::decode(&bytes[..65]), Err(ContentError::Truncated));
    assert_eq!(BallotContent::decode(&bytes[..66]), Err(ContentError::WrongPadding));
    assert_eq!(BallotContent::decode(&bytes[..255]), Err(ContentError::WrongPadding));
}

#[test]
fn other_padding_than_zeros_up_to_the_next_length_is_refused() {
    let mut bytes = ballot(vec![]).encode().unwrap();

    bytes[255] = 1;
    assert_eq!(BallotContent::decode(&bytes), Err(ContentError::WrongPadding));
    bytes[255] = 0;
    bytes.resize(512, 0);
    assert_eq!(BallotContent::decode(&bytes), Err(ContentError::WrongPadding));
}

#[test]
fn doubles_and_disorder_in_the_bytes_are_refused() {
    let decode_with_second_project = |number: u8| {
        let mut bytes = ballot(vec![area(1, &[5, 6])]).encode().unwrap();
        bytes[44 + 6 + 8] = number;
        BallotContent::decode(&bytes)
    };

    assert!(decode_with_second_project(7).is_ok());
    assert_eq!(decode_with_second_project(5), Err(ContentError::Doubled));
    assert_eq!(decode_with_second_project(4), Err(ContentError::Unordered));
}

#[test]
fn a_sealed_ballot_moved_anywhere_is_refused() {
    let content = ballot(vec![area(1, &[1])]);
    let sealed = keys(ROUND, 1).seal_ballot(&PSEUDONYM, &content, NONCE).unwrap();
    let broken = Err(ContentError::Envelope(EnvelopeError::Broken));

    assert_eq!(keys(ROUND, 1).open_ballot(&PSEUDONYM, &sealed), Ok(content));
    assert_eq!(keys(ROUND, 1).open_ballot(&Pseudonym::new([9; 32]), &sealed), broken, "another row");
    assert_eq!(keys(RoundPublicId::new([9; 16]), 1).open_ballot(&PSEUDONYM, &sealed), broken, "another round");
    assert_eq!(keys(ROUND, 2).open_ballot(&PSEUDONYM, &sealed), broken, "another key");
}

#[test]
fn a_sealed_ballot_changed_in_any_bit_is_refused() {
    let keys = keys(ROUND, 1);
    let sealed = keys.seal_ballot(&PSEUDONYM, &ballot(vec![area(1, &[1])]), NONCE).unwrap();

    for place in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[place] ^= 1 << bit;

            let refusal = keys.open_ballot(&PSEUDONYM, &changed).unwrap_err();
            let expected = if place == 0 { EnvelopeError::UnknownScheme(changed[0]) } else { EnvelopeError::Broken };
            assert_eq!(refusal, ContentError::Envelope(expected));
        }
    }
}

proptest! {
    #[test]
    fn a_ballot_comes_out_as_it_went_in(content in any_content(), key: u8, pseudonym: [u8; 32], nonce: [u8; 24]) {
        let (keys, pseudonym) = (keys(ROUND, key), Pseudonym::new(pseudonym));

        let sealed = keys.seal_ballot(&pseudonym, &content, SealNonce::new(nonce)).unwrap();

        // Scheme, nonce and tag around a power of two.
        prop_assert!((sealed.len() - 1 - 24 - 16).is_power_of_two());
        prop_assert_eq!(keys.open_ballot(&pseudonym, &sealed), Ok(content));
    }

    #[test]
    fn bytes_that_decode_have_no_other_spelling(content in any_content(), place in 0..512_usize, change in 1..=u8::MAX) {
        let mut bytes = content.encode().unwrap();
        let place = place % bytes.len();
        bytes[place] ^= change;

        if let Ok(read) = BallotContent::decode(&bytes) {
            prop_assert_eq!(read.encode(), Ok(bytes));
        }
    }

    #[test]
    fn reading_any_bytes_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = BallotContent::decode(&[[1].as_slice(), &bytes].concat());
    }
}
