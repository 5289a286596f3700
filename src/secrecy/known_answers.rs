//! Known answers, so that no byte can change by accident: ballots, receipts and rolls made with these must stay good.
//!
//! They were computed by `tests/known_answers/secrecy.py`, which shares no code with this crate.

use crate::domain::ballot::{AreaChoices, Choice};
use crate::domain::channel::Channel;
use crate::domain::email::Email;
use crate::domain::format::BallotFormat;
use crate::domain::hex;
use crate::domain::ids::{AccountId, AreaNumber, CastNumber, ProjectNumber, RollId, RoundId, RoundPublicId};
use crate::domain::letter_code::LetterCode;
use crate::domain::time::Instant;

use super::*;

/// `first`, `first + 1`, and so on.
fn counting<const N: usize>(first: u8) -> [u8; N] {
    std::array::from_fn(|place| first + u8::try_from(place).unwrap())
}

fn installation_key() -> SecretKey {
    SecretKey::take(&mut counting(0))
}

fn round_key() -> SecretKey {
    SecretKey::take(&mut counting(32))
}

fn round() -> RoundPublicId {
    RoundPublicId::new(counting(0xa0))
}

fn keys() -> (InstallationKeys, RoundKeys) {
    (InstallationKeys::derive(&installation_key()), RoundKeys::derive(round(), &round_key()))
}

fn nonce() -> SealNonce {
    SealNonce::new(counting(0x50))
}

fn pseudonym() -> Pseudonym {
    let (installation, round_keys) = keys();
    round_keys.pseudonym(&installation.person_ref(&round(), RollSubject::Code(1_234_567)))
}

fn content() -> BallotContent {
    let choice = |project, value| Choice { project: ProjectNumber::new(project), value };
    let area = |number, choices| AreaChoices { area: AreaNumber::new(number), choices };
    BallotContent {
        cast_number: CastNumber::new(5),
        channel: Channel::LetterCode,
        own_area: Some(AreaNumber::new(7)),
        client_nonce: counting(0x10),
        salt: counting(0x30),
        areas: vec![
            area(1, vec![choice(3, 2), choice(412, 3)]),
            area(7, vec![]),
            area(70_000, vec![choice(99_999, -1)]),
        ],
    }
}

const SEALED: &str = concat!(
    "01505152535455565758595a5b5c5d5e5f6061626364656667",
    "bfa9c75255beae28adc3dcc9c0802c7c934ddb7ed15e862d8c70545b3f5ea1ab2d6185305ee2601b2db469d3aae5d61fb4a101b59bc359875d1c",
    "a07d4c8f0a8e8222faba46d84afe2a908e040115d0f51f06be307a49ab42b04038ee5806c4ec02022edf49faf06efca220a633a5c0c8e522599f",
    "61251074b1a7a33ebf688ccfb010470f81fed25e1033e4d653108e455e994f7909e305b921efb5df00b2c82bcd02ddde688a5158f01eb9dd67ab",
    "c0d3712dbcd1162423209c0e87273c2a42cb0db28d957261a47162f9ea7665b066b3e8f3ee0e64066f9a8d97c67aad1c8eda7c5984b8664e8644",
    "96977ae64d93dad406361d55a888d3ac09c6ffce4284eeec559d579f1351613ec506ecceedb18e0d",
);

#[test]
fn each_label_gives_its_key() {
    let installation = [
        ("roll", "c0d86c1dd1e05a2459c0d5430b14d119dd602bc045c0e87e7686cc23599d48ef"),
        ("code", "b92220b153cd9c1a16510bcd89bb101a9d982246b1638388eb7a8647dd9b725e"),
        ("tokens", "cd1f92051f8b92265553cc8f055125e506a1c8b98a5d883768c2a9dda767d117"),
        ("csrf", "70dffab6d2bd812b32738224563af0e2224a83bbf49fa85b947211cb52a126a8"),
        ("secrets", "09e5adbb3a03e5e382e32910c2c4d1c574cfd49c8997919759dfdf4b06620dd4"),
    ];
    let round = [
        ("pseudonym", "5e8309eca9843615aa55b142997c6f8ed731beeb9075545ed6a6fdaf36cf5433"),
        ("seal", "2b1abd5f96da89f20fe80a97cd6568ff307764f692df0a0a91d2aa1b87fb645f"),
        ("leaf", "51444df5a9756c31694284dcd66b25abfdfbd1f96f84c3c3b9da2802777e733c"),
    ];

    for (label, expected) in installation {
        assert_eq!(
            hex::encode(installation_key().derive(&format!("allmende/1/{label}")).expose()),
            expected,
            "{label}"
        );
    }
    for (label, expected) in round {
        assert_eq!(hex::encode(round_key().derive(&format!("allmende/1/{label}")).expose()), expected, "{label}");
    }
    assert_eq!(hex::encode(keys().0.tokens().expose()), installation[2].1);
}

#[test]
fn each_key_has_its_fingerprint() {
    assert_eq!(Fingerprint::of(&installation_key()).to_string(), "fdd17ab013f7f15b2df478e64fa8afc3");
    assert_eq!(Fingerprint::of(&round_key()).to_string(), "0beec335cbd61a12c4e12832bf3c700f");
}

fn account() -> AccountKey {
    AccountKey { id: AccountId::new(42), made_at: Instant::parse("2027-05-01T12:00:00Z").unwrap() }
}

#[test]
fn an_account_and_its_address_have_their_keys() {
    let (keys, email) = (keys().0, Email::parse("ada@example.org").unwrap());

    assert_eq!(
        hex::encode(keys.account_mac(account()).as_bytes()),
        "86ca8c6b5723eb296e09a2bf404c58ed6e2a926cd8ab43c792988bb87caa1c95"
    );
    assert_eq!(
        hex::encode(keys.address_mac(&round(), &email).as_bytes()),
        "df15b7a93d8bbc1f160284d0b9a0e1bfe77ae4ae367dd80788ec795be0762388"
    );
}

#[test]
fn an_account_has_its_name_in_a_round() {
    let (keys, _) = keys();

    assert_eq!(
        hex::encode(keys.author_ref(RoundId::new(7), AccountId::new(42)).as_bytes()),
        "9f6ca01f24fb6327ab3de097df35571d53e6d1426ac20cda3081f9ab796e9028"
    );
    assert_eq!(
        hex::encode(keys.supporter_ref(RoundId::new(7), AccountId::new(42)).as_bytes()),
        "d40d3ecad073b45ed3fa6d7d28e8a96a50af5e40906106755bffc96008f5ebc5"
    );
}

#[test]
fn each_subject_has_its_reference() {
    let reference = |subject| hex::encode(keys().0.person_ref(&round(), subject).as_bytes());

    assert_eq!(
        reference(RollSubject::Register { number: "4711-ü", seat: 2 }),
        "192cb5994b04677c794bb1e7fb267fe26d10c3fddb84d3eca5bb780a8d073542"
    );
    assert_eq!(
        reference(RollSubject::Account(account())),
        "a65e6b945d205cd76ef9cff3036c4d0639df373312f9ccc658fbdf0022146f06"
    );
    assert_eq!(
        reference(RollSubject::Code(1_234_567)),
        "b7e79d24f18e6d5fd32c17b7104505211ae6fa9ca6f0b59c21b50d201f5e861a"
    );
}

#[test]
fn a_reference_has_its_pseudonym() {
    assert_eq!(hex::encode(pseudonym().as_bytes()), "899778057bd8eab782a68b41a099f558e591d85859c0498c82a88edfbf07c492");
}

#[test]
fn random_bytes_make_their_code_and_a_code_is_found_by_its_mac() {
    let code = LetterCode::from_random([0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32]);

    assert_eq!(code.to_string(), "J1NC-7CAQ-WPZ4");
    assert_eq!(
        hex::encode(keys().0.code_mac(&code).as_bytes()),
        "9e2f44fd2bb970adb6c7e2d489f90a4ad868cd019d1289fd21e136f838e4ef74"
    );
}

#[test]
fn a_session_has_its_hash_and_its_form_tokens() {
    let session = SessionToken::new(counting(64)).hash();

    assert_eq!(hex::encode(session.as_bytes()), "ca2a4fe727faaecf16ecd130a86e0885c5540c05375340445071c0657555fd42");
    assert_eq!(
        keys().0.csrf_token(&session, counting(0xc0)).to_string(),
        "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd68d34fc27c3ccf26d72a06e84a64001"
    );
    assert_eq!(
        keys().0.vote_token(RollId::new(1_234_567), counting(0xc0)).to_string(),
        "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf84246ce0d9fe908557c4c4695d4f8181"
    );
}

#[test]
fn a_ballot_has_its_bytes() {
    let expected = concat!(
        "01",
        "05000000",
        "02",
        "07000000",
        "101112131415161718191a1b1c1d1e1f",
        "303132333435363738393a3b3c3d3e3f",
        "0300",
        "01000000",
        "0200",
        "03000000",
        "02000000",
        "9c010000",
        "03000000",
        "07000000",
        "0000",
        "70110100",
        "0100",
        "9f860100",
        "ffffffff",
    );

    assert_eq!(hex::encode(&content().encode().unwrap()), format!("{expected:0<512}"));
}

#[test]
fn a_ballot_has_its_seal() {
    let (_, round_keys) = keys();

    assert_eq!(hex::encode(&round_keys.seal_ballot(&pseudonym(), &content(), nonce()).unwrap()), SEALED);
    assert_eq!(round_keys.open_ballot(&pseudonym(), &hex::decode::<297>(SEALED).unwrap()), Ok(content()));
}

#[test]
fn a_ballot_has_its_leaf_and_its_receipt_code() {
    let (_, round_keys) = keys();
    let points = round_keys.leaf(BallotFormat::Points { total: 5, max_per_project: 5 }, &content()).unwrap();
    let approval = round_keys.leaf(BallotFormat::Approval { max: 3 }, &content()).unwrap();

    assert_eq!(hex::encode(points.as_bytes()), "1701ccf54852a411fb6e8009ca01cf95872b8654789de1c95ee80bbf72049012");
    assert_eq!(points.receipt_code().to_string(), "2W0W-SXA8-AAJ1-3YVE-G04W");
    assert_eq!(hex::encode(approval.as_bytes()), "f070abeadc2bee2e73568f61db9765be96ac610d89d47b96821e587cc2cf32ef");
    assert_eq!(approval.receipt_code().to_string(), "Y1RA-QTPW-5FQ2-WWTP-HXGX");
}

#[test]
fn a_waiting_leaf_has_its_seal() {
    let (_, round_keys) = keys();
    let leaf = round_keys.leaf(BallotFormat::Points { total: 5, max_per_project: 5 }, &content()).unwrap();

    let sealed = round_keys.seal_leaf(&PendingLeafId::new(counting(0x70)), &leaf, nonce()).unwrap();

    assert_eq!(
        hex::encode(&sealed),
        concat!(
            "01505152535455565758595a5b5c5d5e5f6061626364656667",
            "a1e7ae3767c8b63a7955df58550427a053398a73d9685b26d6b159af58661f7a",
            "928c82ceeb6b3c542b949f0a80fa459d",
        )
    );
}

#[test]
fn a_waiting_secret_has_its_seal() {
    let sealed = keys().0.seal_secret("<1@example.org>", nonce(), b"123456").unwrap();

    assert_eq!(
        hex::encode(&sealed),
        "01505152535455565758595a5b5c5d5e5f6061626364656667622be750f25e72986a74a52ccd045700e48691b5f3a2"
    );
}

#[test]
fn a_password_has_its_hash() {
    let passwords = password::Passwords::new(password::PasswordCost::STANDARD).unwrap();

    assert_eq!(
        passwords.hash("correct horse", &counting(0)).unwrap().as_str(),
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$0AuQxA+RjPiJeA19Op7DwrFxnfh9xeTU2T6mFj2wThc"
    );
}
