//! Who may propose, support and vote.

use super::mistake::RoundMistake;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditPeople;
use crate::domain::round::{Basis, Declared, Eligible};
use crate::domain::set_up::SetUp;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::{FieldGroup, FieldView};

const LONGEST: usize = 600;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    fields.set("proposers", set_up.round.proposers.as_str());
    fields.set("supporters", set_up.round.supporters.as_str());
    fields.set("basis", set_up.round.basis.as_str());
    fields.set("declared", set_up.round.declared.as_str());
    for language in &desk.offer {
        let text = set_up.texts.get(language.code());
        fields.set(named("who", *language), text.map_or("", |text| &text.who_may_vote));
        fields.set(named("declaration", *language), text.map_or("", |text| &text.declaration));
    }
}

pub(super) fn read(fields: &Fields, desk: &Desk<'_>) -> Result<EditPeople, Mistakes> {
    let mut read = Reader::new(fields);
    let proposers = read_eligible(&mut read, "proposers");
    let supporters = read_eligible(&mut read, "supporters");
    let basis = read_choice(&mut read, "basis", |text| Basis::parse(text).filter(|basis| *basis != Basis::Register));
    let who_may_vote =
        desk.offer.iter().map(|one| (one.code().to_owned(), read.needed_prose(&named("who", *one), LONGEST))).collect();
    // What nobody is asked for needs no answer.
    let declared = Declared::parse(read.raw("declared")).unwrap_or(Declared::LivesOrWorks);
    let declaration =
        desk.offer.iter().map(|one| (one.code().to_owned(), read.prose_within(&named("declaration", *one), LONGEST)));
    let declaration = declaration.collect();
    let basis = basis.unwrap_or(Basis::Codes);
    read.finish(EditPeople { proposers, supporters, basis, declared, declaration, who_may_vote })
}

fn read_choice<T>(read: &mut Reader<'_>, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let chosen = parse(read.raw(name));
    if chosen.is_none() {
        read.refuse(name, RoundMistake::Choice.into());
    }
    chosen
}

fn read_eligible(read: &mut Reader<'_>, name: &str) -> Eligible {
    read_choice(read, name, Eligible::parse).unwrap_or(Eligible::Nobody)
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let circles = [Eligible::Everybody, Eligible::Employees, Eligible::Nobody].map(Eligible::as_str);
    let questions = vec![sheet.radio("proposers", &circles), sheet.radio("supporters", &circles)];
    let ways = [Basis::Codes, Basis::Accounts, Basis::CodesAndAccounts].map(Basis::as_str);
    let basis = FieldView { hint: sheet.hint("basis"), ..sheet.radio("basis", &ways) };
    let kinds = [Declared::LivesOrWorks, Declared::Lives, Declared::Works].map(Declared::as_str);
    let declared = FieldView { hint: sheet.hint("declared"), ..sheet.radio("declared", &kinds) };
    let own_words = sheet.in_each_language("declaration", "declaration", "prose");
    vec![
        FieldGroup { legend: None, fields: questions },
        sheet.group("voters", std::iter::once(basis).chain(sheet.in_each_language("who", "who", "prose")).collect()),
        sheet.group("declaration", std::iter::once(declared).chain(own_words).collect()),
    ]
}
