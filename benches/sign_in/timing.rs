//! Known and unknown addresses in turn, and how well their times can be told apart.

use std::time::{Duration, Instant};

use allmende::domain::email::Email;
use allmende::secrecy::randomness::draw;
use allmende::store::accounts::{NewAccount, insert_account};
use allmende::store::{Lock, StoreError};

use crate::shared::Fault;
use crate::shared::connection::{Connection, request};
use crate::shared::figures::Figures;
use crate::shared::scene::Scene;
use crate::shared::table::{milliseconds, number, row};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way {
    /// To be let in with a wrong password.
    WrongPassword,
    /// For a mail with a link.
    Mail,
}

/// Makes half as many accounts as there are tries, each with the same password; answers with their addresses.
pub(crate) async fn make_accounts(scene: &Scene, tries: usize) -> Result<Vec<String>, Fault> {
    let hash = scene.app.passwords.hash("a long forgotten password", &draw()?)?;
    let known: Vec<String> = (0..tries / 2).map(|turn| format!("someone-{turn}@example.org")).collect();
    let emails = known.iter().map(|address| Email::parse(address)).collect::<Result<Vec<_>, _>>()?;
    let make = move |tx: &mut allmende::store::Tx<'_>| {
        let now = tx.now;
        for email in &emails {
            let (language, password_hash) = ("de".to_owned(), Some(hash.as_str().to_owned()));
            let new = NewAccount { email: email.clone(), display_name: String::new(), language, password_hash };
            insert_account(tx, &new, now)?;
        }
        Ok::<_, StoreError>(())
    };
    scene.app.db.write(Lock::Nothing, make).await?;
    Ok(known)
}

/// Tries each known address once, and an unknown one after or before it.
pub(crate) async fn measure(scene: &Scene, way: Way, known: &[String]) -> Result<(), Fault> {
    let mut connection = Connection::open(scene.address).await?;
    let origin = scene.app.config.base_url.origin().ascii_serialization();
    let [mut of_known, mut of_unknown] = [const { Vec::new() }; 2];
    for (turn, address) in known.iter().enumerate() {
        let stranger = format!("nobody-{turn}@example.org");
        let pair = [(address.as_str(), &mut of_known), (stranger.as_str(), &mut of_unknown)];
        // Whoever comes second finds everything warmer.
        let in_order: Vec<_> = if turn % 2 == 0 { pair.into() } else { pair.into_iter().rev().collect() };
        for (place, (email, times)) in in_order.into_iter().enumerate() {
            let network = format!("10.{}.{}.{}", turn / 256 % 256, turn % 256, place);
            times.push(time(&mut connection, way, &origin, email, &network).await?);
        }
    }
    tell(way, of_known, of_unknown)
}

async fn time(
    connection: &mut Connection,
    way: Way,
    origin: &str,
    email: &str,
    network: &str,
) -> Result<Duration, Fault> {
    let email = email.replace('@', "%40");
    let (path, body, expected) = match way {
        Way::WrongPassword => ("/de/sign-in", format!("email={email}&password=correct-horse-battery"), "422"),
        Way::Mail => ("/de/sign-in/mail", format!("email={email}"), "303"),
    };
    let request = request("POST", path, &[("origin", origin), ("x-forwarded-for", network)], &body);
    let begun = Instant::now();
    connection.send(&request).await?.expect(expected)?;
    Ok(begun.elapsed())
}

fn tell(way: Way, of_known: Vec<Duration>, of_unknown: Vec<Duration>) -> Result<(), Fault> {
    let name = match way {
        Way::WrongPassword => "a wrong password",
        Way::Mail => "asking for a mail",
    };
    let curve = area_under_curve(&of_known, &of_unknown);
    let median = |times| Figures::new(times, Duration::ZERO).percentile(50);
    let (known, unknown) = (median(of_known), median(of_unknown));
    let gap = known.zip(unknown).map(|(known, unknown)| known.abs_diff(unknown));
    row(&[name.to_owned(), milliseconds(known), milliseconds(unknown), milliseconds(gap), number(curve)])
}

/// How often a known address takes longer than an unknown one, over all pairs: 0.5 when nobody can tell them apart
/// (Mann and Whitney, Annals of Mathematical Statistics 1947).
fn area_under_curve(of_known: &[Duration], of_unknown: &[Duration]) -> f64 {
    let mut halves = 0_u32;
    for known in of_known {
        for unknown in of_unknown {
            halves = halves.saturating_add(match known.cmp(unknown) {
                std::cmp::Ordering::Greater => 2,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 0,
            });
        }
    }
    let pairs = u32::try_from(of_known.len().saturating_mul(of_unknown.len())).unwrap_or(u32::MAX);
    f64::from(halves) / f64::from(pairs) / 2.0
}
