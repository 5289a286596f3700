//! The cryptography behind the library of tokens: HMAC-SHA-256 and nothing else. It brings none of its own here, and would
//! panic without this.

use hmac::Mac as _;
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use signature::{Signer, Verifier};

use crate::secrecy::secret_key::SecretKey;

static HMAC_ONLY: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key: &EncodingKey| {
        let key = take(*algorithm, key.as_bytes())?;
        Ok(Box::new(Hs256(key)))
    },
    verifier_factory: |algorithm, key: &DecodingKey| {
        let key = take(*algorithm, key.try_get_as_bytes()?)?;
        Ok(Box::new(Hs256(key)))
    },
    key_utils: KeyUtils::new_unimplemented(),
};

/// Makes it the one of this process. Every later call finds it there, and that is as good.
pub(super) fn install() {
    let _ = HMAC_ONLY.install_default();
}

/// Refuses every other algorithm, and keys that are not ours.
fn take(algorithm: Algorithm, key: &[u8]) -> Result<SecretKey, Error> {
    if algorithm != Algorithm::HS256 {
        return Err(ErrorKind::InvalidAlgorithm.into());
    }
    let mut bytes: [u8; SecretKey::LENGTH] = key.try_into().map_err(|_| Error::from(ErrorKind::InvalidKeyFormat))?;
    Ok(SecretKey::take(&mut bytes))
}

struct Hs256(SecretKey);

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, signature::Error> {
        Ok(self.0.authenticate(&[message]).to_vec())
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    /// In constant time.
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), signature::Error> {
        self.0.mac(&[message]).verify_slice(signature).map_err(|_| signature::Error::new())
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_algorithm_and_no_other_key_is_taken() {
        assert!(take(Algorithm::HS256, &[1; 32]).is_ok());
        for algorithm in [Algorithm::HS384, Algorithm::HS512, Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA] {
            assert!(take(algorithm, &[1; 32]).is_err(), "{algorithm:?}");
        }
        for key in [&[][..], &[1; 31], &[1; 33]] {
            assert!(take(Algorithm::HS256, key).is_err());
        }
    }
}
