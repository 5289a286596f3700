//! Who supports what in the demo: residents with an account each, and proposals that a few want, and some that many want,
//! drawn with a seed.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::fill::DemoError;
use crate::actions::support::{SupportError, give_support};
use crate::app::App;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, ProposalNumber};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::Actor;
use crate::store::accounts::{NewAccount, insert_account};
use crate::store::{Lock, StoreError};

/// Residents who support something.
const RESIDENTS: u32 = 30;
/// One proposal in so many has supporters from all over the district.
const KNOWN_TO_MANY: u32 = 6;

/// Gives the supports. What cannot be supported, as it is hidden or waits to be read, gets none.
pub(super) async fn support(app: &App, codes: &[(ProposalNumber, LetterCode)], seed: u64) -> Result<(), DemoError> {
    let residents = make_residents(app).await?;
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    for (number, _) in codes {
        let most: u32 = if random.random_range(0..KNOWN_TO_MANY) == 0 { RESIDENTS } else { 5 };
        let many = random.random_range(0..most);
        for resident in residents.iter().filter(|_| random.random_range(0..RESIDENTS) < many) {
            let given = give_support(&app.db, app.keys.installation(), Actor::Member(*resident), *number).await;
            match given {
                Ok(()) | Err(SupportError::Hindered(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(())
}

/// Accounts as everybody gets one who signs in by mail.
async fn make_residents(app: &App) -> Result<Vec<AccountId>, DemoError> {
    let mut new = Vec::new();
    for place in 1..=RESIDENTS {
        let email = format!("nachbarin-{place:02}@lindenau.example");
        let email = Email::parse(&email).map_err(|_| DemoError::Content(email))?;
        let (display_name, language) = (String::new(), "de".to_owned());
        new.push(NewAccount { email, display_name, language, password_hash: None });
    }
    let made = app.db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        new.iter().map(|new| insert_account(tx, new, now)).collect::<Result<Vec<_>, StoreError>>()
    });
    Ok(made.await?)
}
