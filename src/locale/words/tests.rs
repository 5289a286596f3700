//! Every format in every language.

use super::*;
use crate::locale::Source;
use chrono_tz::Europe::Berlin;

fn catalogue() -> Catalogue {
    let text = "link-html = <a href=\"{ $to }\">{ $name }</a>\n";
    Catalogue::from_sources(&[Source { language: Language::German, file: "de/test.ftl".into(), text: text.into() }])
        .unwrap()
}

fn with<T>(language: Language, ask: impl Fn(Words<'_>) -> T) -> T {
    ask(Words::new(&catalogue(), language, Berlin))
}

fn both<T>(ask: impl Fn(Words<'_>) -> T) -> [T; 2] {
    [with(Language::German, &ask), with(Language::English, &ask)]
}

fn euro() -> Currency {
    Currency::parse("EUR", 2).unwrap()
}

#[test]
fn numbers_are_grouped() {
    assert_eq!(both(|words| words.number(1_234_567)), ["1.234.567", "1,234,567"]);
    assert_eq!(both(|words| words.number(-1500)), ["-1.500", "-1,500"]);
    assert_eq!(both(|words| words.number(999)), ["999", "999"]);
}

#[test]
fn money_on_ballots_has_no_cents() {
    let money = |minor| both(move |words| words.money(Money::from_minor(minor), &euro()));

    assert_eq!(money(150_000), ["1.500\u{a0}€", "€1,500"]);
    assert_eq!(money(149_950), ["1.500\u{a0}€", "€1,500"]);
    assert_eq!(money(149_949), ["1.499\u{a0}€", "€1,499"]);
    assert_eq!(money(-150_000), ["-1.500\u{a0}€", "-€1,500"]);
    assert_eq!(money(-1), ["0\u{a0}€", "€0"]);
    assert_eq!(money(i64::MIN)[1], "-€92,233,720,368,547,758");
}

#[test]
fn exact_money_has_cents_where_there_are_any() {
    let money = |minor| both(move |words| words.money_exact(Money::from_minor(minor), &euro()));

    assert_eq!(money(123_456_750), ["1.234.567,50\u{a0}€", "€1,234,567.50"]);
    assert_eq!(money(150_000), ["1.500\u{a0}€", "€1,500"]);
    assert_eq!(money(-5), ["-0,05\u{a0}€", "-€0.05"]);
}

#[test]
fn other_currencies_show_their_sign_or_code() {
    let money = |code, exponent| {
        let currency = Currency::parse(code, exponent).unwrap();
        both(move |words| words.money_exact(Money::from_minor(150_050), &currency))
    };

    assert_eq!(money("PLN", 2), ["1.500,50\u{a0}PLN", "PLN\u{a0}1,500.50"]);
    assert_eq!(money("USD", 2), ["1.500,50\u{a0}$", "US$1,500.50"]);
    assert_eq!(money("JPY", 0), ["150.050\u{a0}¥", "¥150,050"]);
    assert_eq!(money("XTS", 6), ["0,150050\u{a0}XTS", "XTS\u{a0}0.150050"]);
}

#[test]
fn shares_have_one_decimal_where_they_need_it() {
    assert_eq!(both(|words| words.percent(4318, 38540)), ["11,2\u{a0}%", "11.2%"]);
    assert_eq!(both(|words| words.percent(1, 2)), ["50\u{a0}%", "50%"]);
    assert_eq!(both(|words| words.percent(1, 0)), ["0\u{a0}%", "0%"]);
    assert_eq!(both(|words| words.percent(-1, 3)), ["-33,3\u{a0}%", "-33.3%"]);
    assert_eq!(both(|words| words.percent(2, 3)), ["66,7\u{a0}%", "66.7%"]);
    assert_eq!(both(|words| words.percent(100, 100)), ["100\u{a0}%", "100%"]);
}

#[test]
fn dates_are_those_of_the_organisations_zone() {
    let at = Instant::parse("2026-10-11T22:05:00Z").unwrap();

    assert_eq!(both(|words| words.date(at)), ["12.\u{a0}Oktober 2026", "12\u{a0}October 2026"]);
    assert_eq!(
        both(|words| words.date_with_weekday(at)),
        ["Montag, 12.\u{a0}Oktober 2026", "Monday, 12\u{a0}October 2026"]
    );
    assert_eq!(both(|words| words.date_time(at)), ["12.10.2026, 00:05\u{a0}Uhr", "12 Oct 2026, 00:05"]);
    assert_eq!(both(|words| words.time(at)), ["00:05\u{a0}Uhr", "00:05"]);
    assert_eq!(
        both(|words| words.moment(at)),
        ["Montag, 12.\u{a0}Oktober 2026, 00:05\u{a0}Uhr", "Monday, 12\u{a0}October 2026, 00:05"]
    );
}

#[test]
fn an_end_is_told_with_its_weekday() {
    let end = Instant::parse("2026-10-11T21:59:00Z").unwrap();

    assert_eq!(
        both(|words| words.until(end)),
        ["Sonntag, 11.\u{a0}Oktober 2026, 23:59\u{a0}Uhr", "Sunday, 11\u{a0}October 2026, 23:59"]
    );
}

#[test]
fn an_end_at_midnight_belongs_to_the_day_before() {
    let midnight = Instant::parse("2026-10-11T22:00:00Z").unwrap();

    assert_eq!(with(Language::German, |words| words.until(midnight)), "Sonntag, 11.\u{a0}Oktober 2026, 23:59\u{a0}Uhr");
    assert_eq!(with(Language::German, |words| words.moment(midnight)), "Montag, 12.\u{a0}Oktober 2026, 00:00\u{a0}Uhr");
}

#[test]
fn every_day_of_a_year_has_a_date() {
    let first = Instant::parse("2027-01-01T12:00:00Z").unwrap();

    for day in 0..365 {
        let [german, english] = both(|words| words.date_with_weekday(first.plus(TimeDelta::days(day))));
        assert!(german.ends_with("2027") && german.contains(".\u{a0}"), "{german}");
        assert!(english.ends_with("2027") && english.contains(", ") && english.contains('\u{a0}'), "{english}");
    }
}

#[test]
fn values_in_markup_are_escaped_and_addresses_stay_whole() {
    let html = with(Language::German, |words| {
        words.markup("link-html", &[("to", "/de/a?b=\"c\"".into()), ("name", "<Zoë>".into())])
    });

    let document = scraper::Html::parse_fragment(&html);
    let link = document.select(&scraper::Selector::parse("a").unwrap()).next().unwrap();
    assert_eq!(link.value().attr("href"), Some("/de/a?b=\"c\""));
    assert_eq!(link.text().collect::<String>(), "\u{2068}<Zoë>\u{2069}");
}
