//! Known and unknown addresses or codes in turn, and how well the answers to them can be told apart.

use std::time::{Duration, Instant};

use allmende::domain::email::Email;
use allmende::domain::letter_code::LetterCode;
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
    /// To vote with a code.
    LetterCode,
}

/// The round in which codes are tried.
pub(crate) const ROUND: &str = "sign-in";

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

/// Tries each known address or code once, and an unknown one after or before it. The words of both answers must be the same.
pub(crate) async fn measure(scene: &Scene, way: Way, known: &[String]) -> Result<(), Fault> {
    let mut connection = Connection::open(scene.address).await?;
    let origin = scene.app.config.base_url.origin().ascii_serialization();
    let [mut of_known, mut of_unknown] = [const { Vec::new() }; 2];
    for (turn, one) in known.iter().enumerate() {
        let stranger = match way {
            Way::WrongPassword | Way::Mail => format!("nobody-{turn}@example.org"),
            Way::LetterCode => LetterCode::from_random(draw()?).to_string(),
        };
        let pair = [(one.as_str(), &mut of_known), (stranger.as_str(), &mut of_unknown)];
        // Whoever comes second finds everything warmer.
        let in_order: Vec<_> = if turn % 2 == 0 { pair.into() } else { pair.into_iter().rev().collect() };
        let mut told = Vec::new();
        for (place, (typed, times)) in in_order.into_iter().enumerate() {
            let network = format!("10.{}.{}.{}", turn / 256 % 256, turn % 256, place);
            let (time, words) = ask(&mut connection, way, &origin, typed, &network).await?;
            times.push(time);
            told.push(words);
        }
        if told.first() != told.last() {
            return Err(format!("{way:?}: the words tell which one there is: {told:#?}").into());
        }
    }
    tell(way, of_known, of_unknown)
}

/// How long the answer takes, and its words without what was typed.
async fn ask(
    connection: &mut Connection,
    way: Way,
    origin: &str,
    typed: &str,
    network: &str,
) -> Result<(Duration, String), Fault> {
    let field = typed.replace('@', "%40");
    let (path, body, expected) = match way {
        Way::WrongPassword => {
            ("/de/sign-in".to_owned(), format!("email={field}&password=correct-horse-battery"), "422")
        }
        Way::Mail => ("/de/sign-in/mail".to_owned(), format!("email={field}"), "303"),
        Way::LetterCode => (format!("/de/rounds/{ROUND}/vote/code"), format!("code={field}"), "422"),
    };
    let request = request("POST", &path, &[("origin", origin), ("x-forwarded-for", network)], &body);
    let begun = Instant::now();
    let answer = connection.send(&request).await?;
    let time = begun.elapsed();
    answer.expect(expected)?;
    Ok((time, String::from_utf8_lossy(answer.body).replace(typed, "")))
}

fn tell(way: Way, of_known: Vec<Duration>, of_unknown: Vec<Duration>) -> Result<(), Fault> {
    let name = match way {
        Way::WrongPassword => "a wrong password",
        Way::Mail => "asking for a mail",
        Way::LetterCode => "a letter code",
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
