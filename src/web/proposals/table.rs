//! The proposals that were found as a table: all of them, whatever the page. Of those that were taken back it has the number,
//! the state and the date. How many support a proposal stands in it except while voting is open.

use chrono_tz::UTC;

use super::asked::Wanted;
use super::load::{Kinds, for_each};
use super::words::area;
use crate::app::App;
use crate::domain::money::{Currency, Money};
use crate::domain::review::Standing;
use crate::domain::round::Round;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::exchange::csv::CsvTable;
use crate::locale::Words;
use crate::store::Conn;
use crate::store::proposals::Proposal;
use crate::web::error::WebError;
use crate::web::round::load::Reader;

/// The names of the columns are the same in every language, and so are the words of state and source.
const COLUMNS: [&str; 14] = [
    "number",
    "title",
    "state",
    "area",
    "topic",
    "language",
    "summary",
    "text",
    "place",
    "cost_guess",
    "currency",
    "source",
    "date",
    "supports",
];

pub(super) fn proposals_table(
    conn: &mut Conn,
    slug: &Slug,
    wanted: &Wanted,
    (app, reader): (&App, Reader),
) -> Result<Vec<u8>, WebError> {
    // No cell tells a time of day in words, so the zone is all the same.
    let words = Words::new(&app.catalogue, reader.language, UTC);
    let mut table = CsvTable::new(COLUMNS)?;
    for_each(conn, slug, wanted, reader, |proposal, (standing, supports), (round, kinds)| {
        let state = standing.map_or(proposal.state.as_str(), Standing::as_str);
        let number = proposal.number.padded();
        if !proposal.state.is_public() {
            let date = proposal.changed_at.to_rfc3339();
            return Ok(table.row([&number, "", state, "", "", "", "", "", "", "", "", "", &date, ""])?);
        }
        let Cells { area, topic, cost, currency, date } = Cells::of(proposal, round, kinds, words);
        let Proposal { title, language, summary, body, place, .. } = proposal;
        let (source, supports) =
            (proposal.source.as_str(), supports.map_or_else(String::new, |count| count.to_string()));
        Ok(table.row([
            &number, title, state, &area, &topic, language, summary, body, place, &cost, &currency, source, &date,
            &supports,
        ])?)
    })?;
    Ok(table.into_bytes()?)
}

/// What must be made for a row.
struct Cells {
    area: String,
    topic: String,
    cost: String,
    currency: String,
    date: String,
}

impl Cells {
    fn of(proposal: &Proposal, round: &Round, kinds: &Kinds, words: Words<'_>) -> Self {
        let cost = proposal.cost_guess.map(|cost| plain(cost, &round.currency));
        Self {
            area: area(proposal.area, &kinds.areas, words),
            topic: proposal.topic.and_then(|topic| kinds.topic(topic)).unwrap_or_default().to_owned(),
            currency: cost.as_ref().map(|_| round.currency.code().to_owned()).unwrap_or_default(),
            cost: cost.unwrap_or_default(),
            date: Instant::to_rfc3339(proposal.submitted_at),
        }
    }
}

/// An amount as programs read it: `1234.50`, in an all-digit currency `1234`.
fn plain(amount: Money, currency: &Currency) -> String {
    let decimals = usize::from(currency.exponent());
    let digits = format!("{:0>width$}", amount.minor().unsigned_abs(), width = decimals.saturating_add(1));
    let (whole, rest) = digits.split_at(digits.len().saturating_sub(decimals));
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_point_and_all_decimals() {
        let (euro, yen) = (Currency::parse("EUR", 2).unwrap(), Currency::parse("JPY", 0).unwrap());

        assert_eq!(plain(Money::from_minor(123_450), &euro), "1234.50");
        assert_eq!(plain(Money::from_minor(5), &euro), "0.05");
        assert_eq!(plain(Money::from_minor(5), &yen), "5");
    }
}
