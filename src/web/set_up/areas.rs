//! The areas with their money or places, a row for each.

use super::mistake::RoundMistake;
use super::rows;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditArea;
use crate::domain::ids::AreaId;
use crate::domain::money::{Currency, Money};
use crate::domain::round::AreaLimit;
use crate::domain::set_up::SetUp;
use crate::locale::{Arg, read_count, read_money};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldView};

/// More places than any ballot has projects are a slip of the finger.
const MOST_PLACES: u32 = 1_000;
/// More supports than a city has people are a slip of the finger.
const MOST_SUPPORTS: u32 = 1_000_000;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    let list = set_up.areas.iter().map(|area| (area.area.id.value(), &area.names));
    rows::write(fields, desk, list);
    for (row, known) in (1_usize..).zip(&set_up.areas) {
        match known.area.limit {
            AreaLimit::Ceiling(money) => fields.set(format!("money_{row}"), plain(money, &set_up.round.currency)),
            AreaLimit::Places(places) => fields.set(format!("places_{row}"), places.to_string()),
        }
        if let Some(needed) = known.supports_needed {
            fields.set(format!("supports_{row}"), needed.to_string());
        }
        if known.area.for_everyone {
            fields.set(format!("everyone_{row}"), "1");
        }
    }
}

/// An amount as somebody would type it: without signs, and without decimals that are nought.
fn plain(money: Money, currency: &Currency) -> String {
    let unit = 10_i64.pow(currency.exponent().into());
    let (whole, rest) = (money.minor().div_euclid(unit), money.minor().rem_euclid(unit));
    let width = usize::from(currency.exponent());
    if rest == 0 { whole.to_string() } else { format!("{whole},{rest:0width$}") }
}

pub(super) fn read(fields: &Fields, set_up: &SetUp, desk: &Desk<'_>) -> Result<Vec<EditArea>, Mistakes> {
    let mut read = Reader::new(fields);
    let mut wanted = Vec::new();
    for row in rows::kept(fields, desk, &["money", "places", "supports"]) {
        let names = rows::read_names(&mut read, desk, row);
        let supports_needed = read_supports(&mut read, row);
        let limit = read_limit(&mut read, row, &set_up.round.currency);
        wanted.push(EditArea {
            id: rows::id(fields, row).map(AreaId::new),
            names,
            limit: limit.unwrap_or(AreaLimit::Places(1)),
            for_everyone: fields.has(&format!("everyone_{row}")),
            supports_needed,
        });
    }
    read.finish(wanted)
}

/// How many supports a proposal needs; none where nothing is typed.
fn read_supports(read: &mut Reader<'_>, row: usize) -> Option<u32> {
    let name = format!("supports_{row}");
    match read.raw(&name).trim() {
        "" => None,
        typed => match read_count(typed) {
            Ok(count @ 1..=MOST_SUPPORTS) => Some(count),
            Ok(_) | Err(_) => {
                read.refuse(&name, RoundMistake::Supports.into());
                None
            }
        },
    }
}

/// Money or places, one of them.
fn read_limit(read: &mut Reader<'_>, row: usize, currency: &Currency) -> Option<AreaLimit> {
    let (money, places) = (format!("money_{row}"), format!("places_{row}"));
    match (read.raw(&money).trim(), read.raw(&places).trim()) {
        ("", "") => {
            read.refuse(&money, RoundMistake::MoneyOrPlaces.into());
            None
        }
        (typed, "") => match read_money(typed, currency) {
            Ok(amount) if amount > Money::ZERO => Some(AreaLimit::Ceiling(amount)),
            Ok(_) | Err(_) => {
                read.refuse(&money, RoundMistake::Money.into());
                None
            }
        },
        ("", typed) => match read_count(typed) {
            Ok(count @ 1..=MOST_PLACES) => Some(AreaLimit::Places(count)),
            Ok(_) | Err(_) => {
                read.refuse(&places, RoundMistake::Places.into());
                None
            }
        },
        (_, _) => {
            read.refuse(&places, RoundMistake::MoneyOrPlaces.into());
            None
        }
    }
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let currency = &sheet.set_up.round.currency;
    (1..=rows::count(&sheet.fields)).map(|row| group(sheet, row, currency)).collect()
}

fn group(sheet: &Sheet<'_>, row: usize, currency: &Currency) -> FieldGroup {
    let words = &sheet.desk.words;
    let label = words.text("set-up-field-money", &[("currency", Arg::from(currency.code()))]);
    let money = sheet.labelled(&format!("money_{row}"), label, "number");
    let amount = read_money(&money.value, currency).ok();
    let money = FieldView { read_as: amount.map(|amount| words.money(amount, currency)), ..money };
    let more = vec![
        money,
        sheet.field(&format!("places_{row}"), "places", "number"),
        sheet.field(&format!("supports_{row}"), "supports", "number"),
        sheet.field(&format!("everyone_{row}"), "everyone", "tick"),
    ];
    let known = sheet.set_up.areas.iter().find(|known| rows::id(&sheet.fields, row) == Some(known.area.id.value()));
    let legend = match known {
        Some(known) => words.text("set-up-area", &[("number", Arg::from(known.area.number.to_string()))]),
        None if rows::id(&sheet.fields, row).is_some() => words.text("set-up-row-gone", &[]),
        None => words.text("set-up-area-new", &[("number", Arg::from(row.to_string()))]),
    };
    FieldGroup { legend: Some(legend), fields: rows::fields(sheet, row, "area-name", more) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_shown_as_it_is_typed() {
        let euro = Currency::parse("EUR", 2).unwrap();

        for (minor, text) in [(12_000_000, "120000"), (150, "1,50"), (5, "0,05"), (0, "0")] {
            assert_eq!(plain(Money::from_minor(minor), &euro), text);
            assert_eq!(read_money(text, &euro), Ok(Money::from_minor(minor)));
        }
    }
}
