//! Title, name in addresses, currency and effect.

use super::mistake::RoundMistake;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditBasics;
use crate::domain::money::Currency;
use crate::domain::round::Effect;
use crate::domain::set_up::SetUp;
use crate::domain::slug::Slug;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldOption, FieldView};

/// Those with a hundredth, which is what forms ask for.
const CURRENCIES: [&str; 10] = ["EUR", "CHF", "CZK", "DKK", "GBP", "NOK", "PLN", "RON", "SEK", "USD"];
const EXPONENT: u8 = 2;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    let round = &set_up.round;
    for language in &desk.offer {
        let title = set_up.texts.get(language.code()).map_or("", |text| &text.title);
        fields.set(named("title", *language), title);
    }
    fields.set("slug", round.slug.as_str());
    fields.set("currency", round.currency.code());
    fields.set("effect", round.effect.as_str());
}

pub(super) fn read(fields: &Fields, set_up: &SetUp, desk: &Desk<'_>) -> Result<EditBasics, Mistakes> {
    let mut read = Reader::new(fields);
    let titles =
        desk.offer.iter().map(|one| (one.code().to_owned(), read.needed_line(&named("title", *one)))).collect();
    let slug = Slug::parse(fields.get("slug").trim());
    if slug.is_err() {
        read.refuse("slug", RoundMistake::Slug.into());
    }
    let own = &set_up.round.currency;
    let currency = match fields.get("currency") {
        code if code == own.code() => Some(own.clone()),
        code => CURRENCIES.contains(&code).then(|| Currency::parse(code, EXPONENT).ok()).flatten(),
    };
    if currency.is_none() {
        read.refuse("currency", RoundMistake::Choice.into());
    }
    let effect = Effect::parse(fields.get("effect"));
    if effect.is_none() {
        read.refuse("effect", RoundMistake::Choice.into());
    }
    match (slug, currency, effect) {
        (Ok(slug), Some(currency), Some(effect)) => read.finish(EditBasics { titles, slug, currency, effect }),
        _ => Err(read.mistakes()),
    }
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let mut fields = sheet.in_each_language("title", "title", "line");
    let stays = sheet.set_up.is_public() && !sheet.is_read;
    // What stays is sent along unseen.
    let slug = if stays { sheet.field("slug", "slug", "hidden") } else { sheet.hinted("slug", "slug", "url-part") };
    fields.push(slug);
    fields.push(if stays { sheet.field("currency", "currency", "hidden") } else { currency(sheet) });
    fields.push(sheet.radio("effect", &[Effect::Advice.as_str(), Effect::Binding.as_str()]));
    vec![FieldGroup { legend: None, fields }]
}

fn currency(sheet: &Sheet<'_>) -> FieldView {
    let field = sheet.hinted("currency", "currency", "choice");
    let own = sheet.set_up.round.currency.code();
    let more = (!CURRENCIES.contains(&own)).then_some(own);
    let option =
        |code: &str| FieldOption { value: code.to_owned(), label: code.to_owned(), chosen: field.value == code };
    FieldView { options: CURRENCIES.into_iter().chain(more).map(option).collect(), ..field }
}
