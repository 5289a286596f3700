//! The topics by which proposals are sorted, a row for each.

use super::rows;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditTopic;
use crate::domain::ids::TopicId;
use crate::domain::set_up::SetUp;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    rows::write(fields, desk, set_up.topics.iter().map(|topic| (topic.id.value(), &topic.names)));
}

pub(super) fn read(fields: &Fields, desk: &Desk<'_>) -> Result<Vec<EditTopic>, Mistakes> {
    let mut read = Reader::new(fields);
    let kept = rows::kept(fields, desk, &[]).into_iter();
    let wanted = kept.map(|row| EditTopic {
        id: rows::id(fields, row).map(TopicId::new),
        names: rows::read_names(&mut read, desk, row),
    });
    let wanted = wanted.collect();
    read.finish(wanted)
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let group = |row| {
        let id = rows::id(&sheet.fields, row);
        let is_there = id.is_some_and(|id| sheet.set_up.topics.iter().any(|topic| topic.id.value() == id));
        let key = match id {
            Some(_) if is_there => "set-up-topic",
            Some(_) => "set-up-row-gone",
            None => "set-up-topic-new",
        };
        let number = [("number", crate::locale::Arg::from(row.to_string()))];
        FieldGroup {
            legend: Some(sheet.desk.words.text(key, &number)),
            fields: rows::fields(sheet, row, "topic-name", Vec::new()),
        }
    };
    (1..=rows::count(&sheet.fields)).map(group).collect()
}
