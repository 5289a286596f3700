//! The second factor: codes by time as RFC 6238 has them (HMAC-SHA-1, six digits, a new one every 30 seconds), which is
//! what every app for telephones shows. And the codes on paper for whoever loses the telephone.

use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::domain::ids::AccountId;
use crate::domain::letter_code::LetterCode;
use crate::domain::six_digits::SixDigits;
use crate::domain::time::Instant;

use super::derivation::InstallationKeys;
use super::envelope::{EnvelopeError, SealNonce, open, seal};
use super::opaque::opaque_bytes;

opaque_bytes! {
    /// By what a code on paper is found without being stored.
    RecoveryMac(32),
}

/// The length of a code's life, in seconds.
const STEP: u64 = 30;
/// How many codes before and after the present one are taken, for clocks that are off.
const SKEW: u16 = 1;
/// How far the clocks may be apart for the advice that one of them is off: ten minutes.
const FAR_OFF: u16 = 20;

/// What an app on a telephone and this installation share.
pub struct OneTimeSecret(Zeroizing<[u8; 20]>);

impl std::fmt::Debug for OneTimeSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeSecret(hidden)")
    }
}

/// What a typed code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneTimeCheck {
    /// Right; it belongs to this span of 30 seconds since 1970, and must not be taken twice.
    Right {
        /// Which span.
        step: i64,
    },
    /// A code of this telephone, but its clock and ours are minutes apart.
    ClockOff,
    /// No code of this telephone.
    Wrong,
}

impl OneTimeSecret {
    /// Takes bytes from a source of randomness: 160 bits, as RFC 4226 wants them.
    #[must_use]
    pub fn new(bytes: [u8; 20]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The code at a time.
    #[must_use]
    pub fn code_at(&self, now: Instant) -> String {
        self.totp(SKEW).generate(seconds(now)).to_string()
    }

    /// Holds a typed code against the time.
    #[must_use]
    pub fn check(&self, typed: SixDigits, now: Instant) -> OneTimeCheck {
        let typed = typed.to_string();
        match self.totp(SKEW).check(&typed, seconds(now)) {
            Some(step) => OneTimeCheck::Right { step: i64::try_from(step).unwrap_or(i64::MAX) },
            None if self.totp(FAR_OFF).check(&typed, seconds(now)).is_some() => OneTimeCheck::ClockOff,
            None => OneTimeCheck::Wrong,
        }
    }

    /// The secret as people type it into an app that reads no picture: 32 letters and digits.
    #[must_use]
    pub fn to_base32(&self) -> Zeroizing<String> {
        Zeroizing::new(Secret::new_stack(*self.0).to_base32())
    }

    /// The address that the picture for the app carries; `issuer` and `account` are what the app calls the entry.
    #[must_use]
    pub fn to_url(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        // A colon parts the two in the address and may stand in neither.
        let plain = |text: &str| text.replace(':', " ");
        let named = builder(SKEW, *self.0).with_issuer(Some(plain(issuer))).with_account_name(plain(account));
        Zeroizing::new(named.build_noncompliant().to_url().unwrap_or_default())
    }

    fn totp(&self, skew: u16) -> Totp {
        builder(skew, *self.0).build_noncompliant()
    }
}

/// All of it is fixed here, so there is nothing for the builder to refuse.
fn builder(skew: u16, secret: [u8; 20]) -> Builder {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(skew)
        .with_step_duration(STEP)
        .with_secret(Secret::new_stack(secret))
}

fn seconds(now: Instant) -> u64 {
    u64::try_from(now.to_datetime().timestamp()).unwrap_or_default()
}

/// Where a sealed secret belongs, so that it opens for no other account.
fn place(account: AccountId) -> Vec<u8> {
    [b"allmende/1/second-factor".as_slice(), &account.value().to_le_bytes()].concat()
}

impl InstallationKeys {
    /// Seals an account's secret for the database.
    ///
    /// # Errors
    /// [`EnvelopeError::TooLong`] only, which 20 bytes never are.
    pub fn seal_one_time_secret(
        &self,
        account: AccountId,
        nonce: SealNonce,
        secret: &OneTimeSecret,
    ) -> Result<Vec<u8>, EnvelopeError> {
        seal(self.secrets(), &place(account), nonce, secret.0.as_slice())
    }

    /// Opens what [`Self::seal_one_time_secret`] made for the same account.
    ///
    /// # Errors
    /// When the bytes are cut short, changed, of another account or of an unknown scheme.
    pub fn open_one_time_secret(&self, account: AccountId, sealed: &[u8]) -> Result<OneTimeSecret, EnvelopeError> {
        let plain = open(self.secrets(), &place(account), sealed)?;
        <[u8; 20]>::try_from(plain.as_slice()).map(OneTimeSecret::new).map_err(|_| EnvelopeError::TooShort)
    }

    /// `HMAC` over the account and the 12 characters of a code on paper.
    #[must_use]
    pub fn recovery_mac(&self, account: AccountId, code: &LetterCode) -> RecoveryMac {
        let key = self.tokens().derive("allmende/1/recovery-code");
        RecoveryMac::new(key.authenticate(&[&account.value().to_le_bytes(), code.characters().as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    /// The secret of RFC 6238's own examples.
    const RFC: [u8; 20] = *b"12345678901234567890";

    fn at(seconds: i64) -> Instant {
        Instant::parse("1970-01-01T00:00:00Z").unwrap().plus(chrono::TimeDelta::seconds(seconds))
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of the eight digits.
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(OneTimeSecret::new(RFC).code_at(at(time)), code);
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_is_named_when_it_is_more() {
        let secret = OneTimeSecret::new(RFC);
        let code = SixDigits::parse(&secret.code_at(at(3_000))).unwrap();

        assert_eq!(secret.check(code, at(3_000)), OneTimeCheck::Right { step: 100 });
        assert_eq!(secret.check(code, at(3_030)), OneTimeCheck::Right { step: 100 });
        assert_eq!(secret.check(code, at(2_971)), OneTimeCheck::Right { step: 100 });
        assert_eq!(secret.check(code, at(3_060)), OneTimeCheck::ClockOff);
        assert_eq!(secret.check(code, at(2_500)), OneTimeCheck::ClockOff);
        assert_eq!(secret.check(code, at(9_000)), OneTimeCheck::Wrong);
    }

    #[test]
    fn the_address_for_the_app_names_the_service_and_the_account() {
        let url = OneTimeSecret::new(RFC).to_url("Lindenau: Budget", "ada@example.org");

        assert!(url.starts_with("otpauth://totp/"), "{}", url.as_str());
        assert!(url.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{}", url.as_str());
        assert!(url.contains("issuer=Lindenau"), "{}", url.as_str());
    }

    #[test]
    fn a_sealed_secret_opens_for_its_own_account_only() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [1; 32]));
        let (ada, bob) = (AccountId::new(1), AccountId::new(2));
        let sealed = keys.seal_one_time_secret(ada, SealNonce::new([2; 24]), &OneTimeSecret::new(RFC)).unwrap();

        assert_eq!(keys.open_one_time_secret(ada, &sealed).unwrap().0.as_slice(), RFC);
        assert!(matches!(keys.open_one_time_secret(bob, &sealed), Err(EnvelopeError::Broken)));
        let code = LetterCode::from_random([3; 7]);
        assert_ne!(keys.recovery_mac(ada, &code), keys.recovery_mac(bob, &code));
    }
}
