//! Who may propose, support and vote.

use super::mistake::RoundMistake;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditPeople;
use crate::domain::round::Eligible;
use crate::domain::set_up::SetUp;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

const LONGEST: usize = 600;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    fields.set("proposers", set_up.round.proposers.as_str());
    fields.set("supporters", set_up.round.supporters.as_str());
    for language in &desk.offer {
        let who = set_up.texts.get(language.code()).map_or("", |text| &text.who_may_vote);
        fields.set(named("who", *language), who);
    }
}

pub(super) fn read(fields: &Fields, desk: &Desk<'_>) -> Result<EditPeople, Mistakes> {
    let mut read = Reader::new(fields);
    let proposers = read_eligible(&mut read, "proposers");
    let supporters = read_eligible(&mut read, "supporters");
    let who_may_vote =
        desk.offer.iter().map(|one| (one.code().to_owned(), read.needed_prose(&named("who", *one), LONGEST))).collect();
    read.finish(EditPeople { proposers, supporters, who_may_vote })
}

fn read_eligible(read: &mut Reader<'_>, name: &str) -> Eligible {
    let chosen = Eligible::parse(read.raw(name));
    if chosen.is_none() {
        read.refuse(name, RoundMistake::Choice.into());
    }
    chosen.unwrap_or(Eligible::Nobody)
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let circles = [Eligible::Everybody, Eligible::Employees, Eligible::Nobody].map(Eligible::as_str);
    let questions = vec![sheet.radio("proposers", &circles), sheet.radio("supporters", &circles)];
    vec![
        FieldGroup { legend: None, fields: questions },
        sheet.group("voters", sheet.in_each_language("who", "who", "prose")),
    ]
}
