//! Forged and confused tokens, each refused by name; one good token, which is taken.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit, Mac};

use super::*;

const ISSUER: &str = "https://budget.example.org";
const JTI: &str = "00112233445566778899aabbccddeeff";

fn keys(byte: u8) -> InstallationKeys {
    InstallationKeys::derive(&SecretKey::take(&mut [byte; 32]))
}

fn now() -> Instant {
    Instant::parse("2027-05-01T12:00:00Z").unwrap()
}

fn new_token() -> NewApiToken {
    NewApiToken {
        id: TokenId::parse(JTI).unwrap(),
        account: AccountId::new(7),
        issued_at: now().plus(TimeDelta::days(-1)),
        expires_at: now().plus(TimeDelta::days(29)),
    }
}

fn good() -> String {
    keys(1).sign_api_token(ISSUER, &new_token()).unwrap()
}

fn taken(text: &str) -> Result<ApiToken, TokenError> {
    keys(1).verify_api_token(ISSUER, text, now())
}

/// The claims of the good token as text.
fn claims() -> String {
    let (iat, exp) = (now().to_datetime().timestamp() - 86_400, now().to_datetime().timestamp() + 29 * 86_400);
    format!(
        r#"{{"iss":"{ISSUER}","aud":"allmende/api","purpose":"api_access","jti":"{JTI}","sub":"7","iat":{iat},"exp":{exp}}}"#
    )
}

fn encode(part: &str) -> String {
    URL_SAFE_NO_PAD.encode(part)
}

/// Signs any header and claims with our own key for programs.
fn signed_with(key: &SecretKey, header: &str, claims: &str) -> String {
    let message = format!("{}.{}", encode(header), encode(claims));
    let signature = URL_SAFE_NO_PAD.encode(key.authenticate(&[message.as_bytes()]));
    format!("{message}.{signature}")
}

fn signed(header: &str, claims: &str) -> String {
    signed_with(&keys(1).token_key(Purpose::ApiAccess), header, claims)
}

const PLAIN: &str = r#"{"typ":"JWT","alg":"HS256"}"#;

/// The good claims with a part replaced, signed with our key.
fn changed(from: &str, to: &str) -> String {
    let text = claims();
    assert!(text.contains(from), "{from} is not in {text}");
    signed(PLAIN, &text.replacen(from, to, 1))
}

fn with_header(header: &str) -> String {
    signed(header, &claims())
}

/// HMAC with a longer hash, as the header says, under our key.
fn longer_hash(header: &str, sha512: bool) -> String {
    let message = format!("{}.{}", encode(header), encode(&claims()));
    let key = keys(1).token_key(Purpose::ApiAccess);
    let signature = if sha512 {
        let mut mac = Hmac::<sha2::Sha512>::new_from_slice(key.expose()).unwrap();
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().to_vec()
    } else {
        let mut mac = Hmac::<sha2::Sha384>::new_from_slice(key.expose()).unwrap();
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().to_vec()
    };
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn parts() -> [String; 3] {
    let token = good();
    let parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts.try_into().unwrap()
}

#[test]
fn a_token_is_taken_by_the_installation_that_signed_it() {
    let token = taken(&good()).unwrap();

    assert_eq!((token.id().to_string().as_str(), token.account()), (JTI, AccountId::new(7)));
    assert_eq!(signed(PLAIN, &claims()), good(), "the forger of these tests can make the good one too");
    assert!(good().len() < LONGEST / 4, "{}", good().len());
    assert!(good().starts_with(&format!("{HEADER}.")));
}

#[test]
fn a_token_holds_from_its_first_to_its_last_second_and_half_a_minute_more() {
    let at = |from: Instant, seconds: i64| {
        keys(1).verify_api_token(ISSUER, &good(), from.plus(TimeDelta::seconds(seconds))).err()
    };
    let NewApiToken { issued_at, expires_at, .. } = new_token();

    assert_eq!([at(issued_at, -31), at(issued_at, -30)], [Some(TokenError::NotYetValid), None]);
    assert_eq!([at(expires_at, 29), at(expires_at, 30)], [None, Some(TokenError::Expired)]);
}

/// Algorithms and headers: nobody tells us how to verify.
fn wrong_headers() -> Vec<(&'static str, String, TokenError)> {
    let [_, body, signature] = parts();
    let unsigned = |header: &str| format!("{}.{body}.", encode(header));
    let with = |member: &str| with_header(&format!(r#"{{"typ":"JWT","alg":"HS256",{member}}}"#));
    vec![
        ("none without a signature", unsigned(r#"{"alg":"none"}"#), TokenError::Header),
        ("none, other letters", unsigned(r#"{"typ":"JWT","alg":"nOnE"}"#), TokenError::Header),
        ("none with our signature", with_header(r#"{"typ":"JWT","alg":"none"}"#), TokenError::Header),
        ("HS384 under our key", longer_hash(r#"{"typ":"JWT","alg":"HS384"}"#, false), TokenError::Header),
        ("HS512 under our key", longer_hash(r#"{"typ":"JWT","alg":"HS512"}"#, true), TokenError::Header),
        ("HS512 in the header only", with_header(r#"{"typ":"JWT","alg":"HS512"}"#), TokenError::Header),
        ("a longer hash behind our header", longer_hash(PLAIN, true), TokenError::Signature),
        ("RS256 signed as HS256", with_header(r#"{"typ":"JWT","alg":"RS256"}"#), TokenError::Header),
        ("PS256 signed as HS256", with_header(r#"{"typ":"JWT","alg":"PS256"}"#), TokenError::Header),
        ("ES256 signed as HS256", with_header(r#"{"typ":"JWT","alg":"ES256"}"#), TokenError::Header),
        ("EdDSA signed as HS256", with_header(r#"{"typ":"JWT","alg":"EdDSA"}"#), TokenError::Header),
        ("an algorithm in small letters", with_header(r#"{"typ":"JWT","alg":"hs256"}"#), TokenError::Header),
        ("no algorithm", with_header(r#"{"typ":"JWT"}"#), TokenError::Header),
        ("two algorithms", with_header(r#"{"typ":"JWT","alg":"HS256","alg":"none"}"#), TokenError::Header),
        ("an algorithm that is no text", with_header(r#"{"typ":"JWT","alg":1}"#), TokenError::Header),
        ("a key's name", with(r#""kid":"../../dev/null""#), TokenError::Header),
        ("an address of keys", with(r#""jku":"https://evil.example/keys""#), TokenError::Header),
        ("a key of its own", with(r#""jwk":{"kty":"oct","k":"AAAA"}"#), TokenError::Header),
        ("an address of a certificate", with(r#""x5u":"https://evil.example/cert""#), TokenError::Header),
        ("a certificate", with(r#""x5c":["MIIB"]"#), TokenError::Header),
        ("a member that must be understood", with(r#""crit":["exp"]"#), TokenError::Header),
        ("another type", with_header(r#"{"typ":"at+jwt","alg":"HS256"}"#), TokenError::Header),
        ("the members in another order", with_header(r#"{"alg":"HS256","typ":"JWT"}"#), TokenError::Header),
        ("a blank in the header", with_header(r#"{"typ": "JWT","alg":"HS256"}"#), TokenError::Header),
        ("an empty header", format!(".{body}.{signature}"), TokenError::Header),
    ]
}

/// Keys and signatures.
fn wrong_signatures() -> Vec<(&'static str, String, TokenError)> {
    let [header, body, signature] = parts();
    let other_purpose = keys(1).tokens().derive("allmende/1/token/unsubscribe");
    let empty = {
        let message = format!("{header}.{body}");
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&[]).unwrap();
        mac.update(message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    };
    let flipped = format!("{}{}", if signature.starts_with('A') { 'B' } else { 'A' }, &signature[1..]);
    let raw = URL_SAFE_NO_PAD.decode(&signature).unwrap();
    // Three question marks in a row hold a slash wherever they stand.
    let body_with_slash = STANDARD.encode(claims().replace("api_access", "???"));
    assert!(body_with_slash.contains('/'));
    let message = format!("{header}.{body_with_slash}");
    let mac = keys(1).token_key(Purpose::ApiAccess).authenticate(&[message.as_bytes()]);
    let foreign = format!("{message}.{}", URL_SAFE_NO_PAD.encode(mac));
    let other_claims = encode(&claims().replace(r#""sub":"7""#, r#""sub":"8""#));
    vec![
        ("the empty key", empty, TokenError::Signature),
        (
            "the key of another installation",
            keys(2).sign_api_token(ISSUER, &new_token()).unwrap(),
            TokenError::Signature,
        ),
        ("the key of another purpose", signed_with(&other_purpose, PLAIN, &claims()), TokenError::Signature),
        (
            "the key that purposes are derived from",
            signed_with(keys(1).tokens(), PLAIN, &claims()),
            TokenError::Signature,
        ),
        ("no signature", format!("{header}.{body}."), TokenError::Signature),
        ("a signature with one letter changed", format!("{header}.{body}.{flipped}"), TokenError::Signature),
        ("half a signature", format!("{header}.{body}.{}", &signature[..20]), TokenError::Signature),
        ("a signature twice as long", format!("{header}.{body}.{signature}{signature}"), TokenError::Signature),
        ("other claims under the old signature", format!("{header}.{other_claims}.{signature}"), TokenError::Signature),
        ("a signature with padding", format!("{header}.{body}.{}", URL_SAFE.encode(&raw)), TokenError::Signature),
        ("a signature in the other alphabet", format!("{header}.{body}.{}+/", &signature[..41]), TokenError::Signature),
        (
            "a signature as hexadecimal digits",
            format!("{header}.{body}.{}", crate::domain::hex::encode(&raw)),
            TokenError::Signature,
        ),
        ("claims with padding", format!("{header}.{body}=.{signature}"), TokenError::Signature),
        ("claims in the other alphabet, well signed", foreign, TokenError::Signature),
    ]
}

/// Shapes: what is no token at all.
fn wrong_shapes() -> Vec<(&'static str, String, TokenError)> {
    let [header, body, signature] = parts();
    let token = good();
    vec![
        ("nothing", String::new(), TokenError::Parts),
        ("two parts", format!("{header}.{body}"), TokenError::Parts),
        ("four parts", format!("{token}.{signature}"), TokenError::Parts),
        ("two dots", "..".to_owned(), TokenError::Header),
        ("claims before the header", format!("{body}.{header}.{signature}"), TokenError::Header),
        ("signature before the claims", format!("{header}.{signature}.{body}"), TokenError::Signature),
        ("a blank in front", format!(" {token}"), TokenError::Header),
        ("a line end behind", format!("{token}\n"), TokenError::Signature),
        ("bytes behind", format!("{token}AAAA"), TokenError::Signature),
        ("a zero byte behind", format!("{token}\0"), TokenError::Signature),
        ("a blank within", format!("{header}. {body}.{signature}"), TokenError::Signature),
        ("a megabyte", format!("{header}.{}.{signature}", "A".repeat(1 << 20)), TokenError::TooLong),
        (
            "a megabyte, well signed",
            changed("\"sub\":\"7\"", &format!("\"sub\":\"{}\"", "7".repeat(1 << 20))),
            TokenError::TooLong,
        ),
    ]
}

/// Claims that we have signed ourselves, for something else or by a mistake.
fn wrong_claims() -> Vec<(&'static str, String, TokenError)> {
    let (iat, exp) = (now().to_datetime().timestamp() - 86_400, now().to_datetime().timestamp() + 29 * 86_400);
    let (iat_is, exp_is) = (format!("\"iat\":{iat}"), format!("\"exp\":{exp}"));
    let without = |claim: &str| changed(claim, "\"x\":1");
    let at = |iat: i64, exp: i64| {
        let text = claims().replacen(&iat_is, &format!("\"iat\":{iat}"), 1);
        signed(PLAIN, &text.replacen(&exp_is, &format!("\"exp\":{exp}"), 1))
    };
    let this = now().to_datetime().timestamp();
    let iss = format!("\"iss\":\"{ISSUER}\"");
    vec![
        ("over", at(this - 90_000, this - 31), TokenError::Expired),
        ("not yet begun", at(this + 31, this + 90_000), TokenError::NotYetValid),
        ("over before it began", at(this, this - 1), TokenError::Claims),
        ("longer than a year", at(this, this + 366 * 86_400), TokenError::Claims),
        ("for ever", at(this, i64::MAX), TokenError::Claims),
        ("times before all times", at(i64::MIN, this), TokenError::Claims),
        ("another address", changed(ISSUER, "https://budget.example.com"), TokenError::Issuer),
        ("the address with a slash", changed(ISSUER, &format!("{ISSUER}/")), TokenError::Issuer),
        ("the address without TLS", changed("https:", "http:"), TokenError::Issuer),
        ("no issuer", without(&iss), TokenError::Claims),
        ("a list of issuers", changed(&iss, &format!("\"iss\":[\"{ISSUER}\"]")), TokenError::Claims),
        ("another audience", changed("allmende/api", "allmende/mail"), TokenError::Audience),
        ("an empty audience", changed("allmende/api", ""), TokenError::Audience),
        ("a list of audiences", changed("\"allmende/api\"", "[\"allmende/api\"]"), TokenError::Claims),
        ("no audience", without("\"aud\":\"allmende/api\""), TokenError::Claims),
        ("another purpose", changed("api_access", "unsubscribe"), TokenError::Purpose),
        ("no purpose", without("\"purpose\":\"api_access\""), TokenError::Claims),
        ("no id", without(&format!("\"jti\":\"{JTI}\"")), TokenError::Claims),
        ("a short id", changed(JTI, "0011"), TokenError::Claims),
        ("an id in capitals", changed(JTI, &JTI.to_uppercase()), TokenError::Claims),
        ("no account", without("\"sub\":\"7\""), TokenError::Claims),
        ("an account that is a number", changed("\"sub\":\"7\"", "\"sub\":7"), TokenError::Claims),
        ("an account with a zero in front", changed("\"sub\":\"7\"", "\"sub\":\"07\""), TokenError::Claims),
        ("an account with a sign", changed("\"sub\":\"7\"", "\"sub\":\"+7\""), TokenError::Claims),
        ("an account below zero", changed("\"sub\":\"7\"", "\"sub\":\"-7\""), TokenError::Claims),
        ("no beginning", without(&iat_is), TokenError::Claims),
        ("no end", without(&exp_is), TokenError::Claims),
        ("an end that is text", changed(&exp_is, &format!("\"exp\":\"{exp}\"")), TokenError::Claims),
        ("an end with a fraction", changed(&exp_is, &format!("\"exp\":{exp}.5")), TokenError::Claims),
        ("an end that is null", changed(&exp_is, "\"exp\":null"), TokenError::Claims),
        ("a second end", changed(&exp_is, &format!("{exp_is},\"exp\":{}", exp + 60)), TokenError::Claims),
        ("a second account", changed("\"sub\":\"7\"", "\"sub\":\"8\",\"sub\":\"7\""), TokenError::Claims),
        (
            "a second account, spelled otherwise",
            changed("\"sub\":\"7\"", "\"sub\":\"8\",\"\\u0073ub\":\"7\""),
            TokenError::Claims,
        ),
        ("a claim that we do not know", changed(&iat_is, &format!("{iat_is},\"nbf\":0")), TokenError::Claims),
        ("a claim of rights", changed(&iat_is, &format!("{iat_is},\"admin\":true")), TokenError::Claims),
        ("claims that are a list", signed(PLAIN, "[]"), TokenError::Claims),
        ("claims that are null", signed(PLAIN, "null"), TokenError::Claims),
        ("claims that are no JSON", signed(PLAIN, "{"), TokenError::Claims),
        ("two sets of claims", signed(PLAIN, &format!("{}{}", claims(), claims())), TokenError::Claims),
        ("no claims", signed(PLAIN, ""), TokenError::Claims),
    ]
}

#[test]
fn every_forged_and_confused_token_is_refused_by_name() {
    let cases = [wrong_headers(), wrong_signatures(), wrong_shapes(), wrong_claims()].concat();

    let told: Vec<String> = cases
        .iter()
        .filter_map(|(name, token, expected)| {
            let found = taken(token);
            (found != Err(*expected)).then(|| format!("{name}: {found:?} instead of {expected:?}"))
        })
        .collect();

    assert!(told.is_empty(), "{} of {}:\n{}", told.len(), cases.len(), told.join("\n"));
    assert!(cases.len() >= 90, "{} cases", cases.len());
}

const LINKS: [LinkPurpose; 3] = [LinkPurpose::SignIn, LinkPurpose::ConfirmAddress, LinkPurpose::Invitation];

fn link_id() -> String {
    "5a".repeat(32)
}

fn link(purpose: LinkPurpose) -> String {
    let span = LinkSpan { issued_at: now(), expires_at: now().plus(TimeDelta::minutes(15)) };
    keys(1).sign_link(ISSUER, purpose, &link_id(), span).unwrap()
}

#[test]
fn a_link_is_taken_for_what_it_was_made_for_until_it_ends() {
    for purpose in LINKS {
        let taken = |seconds: i64| {
            keys(1).verify_link(ISSUER, purpose, &link(purpose), now().plus(TimeDelta::seconds(seconds)))
        };

        assert_eq!(taken(0), Ok(crate::secrecy::SessionToken::new([0x5a; 32]).hash()));
        assert_eq!(taken(-31), Err(TokenError::NotYetValid));
        assert_eq!((taken(929).is_ok(), taken(930)), (true, Err(TokenError::Expired)));
    }
    let span = LinkSpan { issued_at: now(), expires_at: now().plus(TimeDelta::minutes(15)) };
    assert_eq!(keys(1).sign_link(ISSUER, LinkPurpose::SignIn, "5a", span), Err(TokenError::Claims));
}

#[test]
fn no_token_passes_for_another() {
    for purpose in LINKS {
        let taken = |text: &str| keys(1).verify_link(ISSUER, purpose, text, now());
        let key = |purpose| keys(1).token_key(purpose);
        let sign = |key: &SecretKey, claims: &str| signed_with(key, PLAIN, claims);
        let [_, body, _] =
            <[String; 3]>::try_from(link(purpose).split('.').map(str::to_owned).collect::<Vec<_>>()).unwrap();
        let ours = String::from_utf8(URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap();
        let own = Purpose::Link(purpose);

        assert_eq!(sign(&key(own), &ours), link(purpose), "the forger of these tests can make the good one too");
        assert_eq!(taken(&good()), Err(TokenError::Signature), "a program's");
        assert_eq!(taken(&sign(&key(own), &claims())), Err(TokenError::Claims), "a program's claims under our key");
        assert_eq!(
            keys(1).verify_api_token(ISSUER, &link(purpose), now()),
            Err(TokenError::Signature),
            "as a program's"
        );
        let with_account = ours.replacen("\"iat\"", "\"sub\":\"7\",\"iat\"", 1);
        assert_eq!(taken(&sign(&key(own), &with_account)), Err(TokenError::Claims), "a link for an account");
        let to_programs = ours.replacen("allmende/links", "allmende/api", 1);
        assert_eq!(taken(&sign(&key(own), &to_programs)), Err(TokenError::Audience), "for programs");
        assert_eq!(keys(2).verify_link(ISSUER, purpose, &link(purpose), now()), Err(TokenError::Signature));
        assert_eq!(keys(1).verify_link("https://a.example", purpose, &link(purpose), now()), Err(TokenError::Issuer));
        assert_eq!(taken(&link_id()), Err(TokenError::Parts), "the id alone");
        for other in LINKS.into_iter().filter(|other| *other != purpose) {
            assert_eq!(taken(&link(other)), Err(TokenError::Signature), "{other:?} as {purpose:?}");
            let renamed = ours.replacen(own.as_str(), Purpose::Link(other).as_str(), 1);
            assert_eq!(
                taken(&sign(&key(own), &renamed)),
                Err(TokenError::Purpose),
                "{other:?} under {purpose:?}'s key"
            );
        }
    }
}
