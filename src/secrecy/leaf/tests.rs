//! What a leaf depends on and what not, and that waiting leaves open in their own row only.

use std::collections::BTreeSet;

use super::*;
use crate::domain::ballot::{AreaChoices, Choice};
use crate::domain::channel::Channel;
use crate::domain::ids::{AreaNumber, CastNumber, ProjectNumber, RoundPublicId};
use crate::secrecy::SecretKey;

const FORMAT: BallotFormat = BallotFormat::Points { total: 5, max_per_project: 5 };

fn keys(round: u8) -> RoundKeys {
    RoundKeys::derive(RoundPublicId::new([round; 16]), &SecretKey::take(&mut [1; 32]))
}

fn choices(project: u32, value: i32) -> Vec<AreaChoices> {
    let choices = vec![Choice { project: ProjectNumber::new(project), value }];
    vec![AreaChoices { area: AreaNumber::new(1), choices }]
}

fn content() -> BallotContent {
    BallotContent {
        cast_number: CastNumber::new(1),
        channel: Channel::Account,
        own_area: None,
        client_nonce: [1; 16],
        salt: [2; 16],
        areas: choices(1, 1),
    }
}

#[test]
fn the_leaf_tells_neither_cast_number_nor_channel_nor_own_area() {
    let other = BallotContent {
        cast_number: CastNumber::new(2),
        channel: Channel::Kiosk,
        own_area: Some(AreaNumber::new(3)),
        ..content()
    };

    assert_eq!(keys(1).leaf(FORMAT, &content()), keys(1).leaf(FORMAT, &other));
}

#[test]
fn any_other_difference_makes_another_leaf() {
    let leaves: BTreeSet<Leaf> = [
        keys(1).leaf(FORMAT, &content()),
        keys(2).leaf(FORMAT, &content()),
        keys(1).leaf(BallotFormat::Approval { max: 1 }, &content()),
        keys(1).leaf(FORMAT, &BallotContent { client_nonce: [9; 16], ..content() }),
        keys(1).leaf(FORMAT, &BallotContent { salt: [9; 16], ..content() }),
        keys(1).leaf(FORMAT, &BallotContent { areas: choices(2, 1), ..content() }),
        keys(1).leaf(FORMAT, &BallotContent { areas: choices(1, 2), ..content() }),
        keys(1).leaf(FORMAT, &BallotContent { areas: vec![], ..content() }),
    ]
    .into_iter()
    .map(Result::unwrap)
    .collect();

    assert_eq!(leaves.len(), 8);
}

#[test]
fn a_waiting_leaf_opens_in_its_own_row_and_round_only() {
    let leaf = keys(1).leaf(FORMAT, &content()).unwrap();
    let row = PendingLeafId::new([7; 16]);
    let sealed = keys(1).seal_leaf(&row, &leaf, SealNonce::new([3; 24])).unwrap();

    assert_eq!(keys(1).open_leaf(&row, &sealed), Ok(leaf));
    assert_eq!(keys(1).open_leaf(&PendingLeafId::new([8; 16]), &sealed), Err(EnvelopeError::Broken));
    assert_eq!(keys(2).open_leaf(&row, &sealed), Err(EnvelopeError::Broken));
}

#[test]
fn a_waiting_leaf_changed_in_any_bit_is_refused() {
    let row = PendingLeafId::new([7; 16]);
    let sealed = keys(1).seal_leaf(&row, &Leaf::new([5; 32]), SealNonce::new([3; 24])).unwrap();

    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;

        assert!(keys(1).open_leaf(&row, &changed).is_err());
    }
}
