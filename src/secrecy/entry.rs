//! What lets people in without a password: the digits of a mail, the code that an employee was handed, the change code of a
//! proposal.

use crate::domain::ids::AccountId;
use crate::domain::letter_code::LetterCode;
use crate::domain::six_digits::SixDigits;

use super::derivation::InstallationKeys;
use super::opaque::opaque_bytes;
use super::session::TokenHash;

opaque_bytes! {
    /// By what the six digits of one mail are held against what is typed.
    DigitsMac(32),
    /// By what an employee's code is found without being stored.
    PersonnelMac(32),
    /// By what a proposal, or its draft, is found by whoever wrote it.
    ChangeMac(32),
    /// By what a shared computer knows the employee who entered last.
    LastHereMac(32),
    /// By what a change code in a cookie is known to be one that we gave to this browser.
    CarriedMac(32),
}

impl InstallationKeys {
    /// `HMAC` over the sign-in's handle, or the name of what else the digits are for, a zero byte, and the digits.
    #[must_use]
    pub fn digits_mac(&self, handle: &str, digits: SixDigits) -> DigitsMac {
        let key = self.tokens().derive("allmende/1/sign-in-digits");
        DigitsMac::new(key.authenticate(&[handle.as_bytes(), &[0], digits.to_string().as_bytes()]))
    }

    /// `HMAC` over the 12 characters of an employee's code.
    #[must_use]
    pub fn personnel_mac(&self, code: &LetterCode) -> PersonnelMac {
        let key = self.tokens().derive("allmende/1/personnel-code");
        PersonnelMac::new(key.authenticate(&[code.characters().as_bytes()]))
    }

    /// `HMAC` over the 12 characters of a proposal's change code.
    #[must_use]
    pub fn change_mac(&self, code: &LetterCode) -> ChangeMac {
        let key = self.tokens().derive("allmende/1/change-code");
        ChangeMac::new(key.authenticate(&[code.characters().as_bytes()]))
    }

    /// `HMAC` over the account's id, which it does not tell.
    #[must_use]
    pub fn last_here_mac(&self, account: AccountId) -> LastHereMac {
        let key = self.tokens().derive("allmende/1/last-here");
        LastHereMac::new(key.authenticate(&[&account.value().to_be_bytes()]))
    }

    /// What a browser carries beside a change code: that it typed the code or got it from us, and on a shared computer in
    /// which session. So nobody tries codes by cookies, and a colleague who comes after does not find the code.
    #[must_use]
    pub fn carried_mac(&self, code: &LetterCode, session: Option<&TokenHash>) -> CarriedMac {
        let key = self.tokens().derive("allmende/1/carried-change-code");
        let session = session.map_or(&[][..], |session| session.as_bytes().as_slice());
        CarriedMac::new(key.authenticate(&[code.characters().as_bytes(), session]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    #[test]
    fn digits_are_good_for_one_sign_in_only() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [1; 32]));
        let digits = SixDigits::parse("123456").unwrap();

        assert_eq!(keys.digits_mac("a", digits), keys.digits_mac("a", digits));
        assert_ne!(keys.digits_mac("a", digits), keys.digits_mac("b", digits));
        assert_ne!(keys.digits_mac("a", digits), keys.digits_mac("a", SixDigits::parse("123457").unwrap()));
    }
}
