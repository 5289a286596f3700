//! The overview of the settings: a task list of all parts, with what each holds now.

use actix_web::{HttpResponse, web};

use super::view::{SettingsOverview, Task, TaskGroup};
use crate::domain::organisation::FIRST_TIME_ZONE;
use crate::domain::organisation::{Part, is_help_in_reach};
use crate::domain::permission::{Permission, Scope};
use crate::locale::{Arg, Language, Offer, Words};
use crate::store::departments::list_departments;
use crate::store::neighbourhoods::list_neighbourhoods;
use crate::store::organisation::{Organisation, OrganisationText, find_organisation};
use crate::store::workplaces::list_workplaces;
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// All that the overview tells of.
struct Known {
    organisation: Option<Organisation>,
    neighbourhoods: usize,
    departments: usize,
    /// Where employees enter.
    workplaces: usize,
    /// Whether the last look found the way of mails open.
    mails_leave: bool,
}

fn load(conn: &mut Conn) -> Result<Known, StoreError> {
    Ok(Known {
        organisation: find_organisation(conn)?,
        neighbourhoods: list_neighbourhoods(conn)?.len(),
        departments: list_departments(conn)?.iter().filter(|one| one.retired_at.is_none()).count(),
        workplaces: list_workplaces(conn)?.iter().filter(|one| one.closed_at.is_none()).count(),
        mails_leave: false,
    })
}

pub(super) async fn show(site: web::Data<Site>, visitor: Visitor, office: Office) -> Result<HttpResponse, WebError> {
    let mails_leave = site.app.mailer.last_check().is_some_and(|check| check.outcome.is_ok());
    let known = Known { mails_leave, ..site.app.db.read(load).await? };
    let words = site.words(&visitor);
    let view = SettingsOverview {
        may_edit: office.may_also(Permission::EditOrganisation, Scope::Organisation),
        groups: known.groups(&words),
        changed: known.organisation.as_ref().map(|found| words.date_time(found.updated_at)),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Settings))?, &view)
}

impl Known {
    fn groups(&self, words: &Words<'_>) -> Vec<TaskGroup> {
        let language = words.language();
        let text = self.organisation.as_ref().map(|found| found.text(language.written())).unwrap_or_default();
        let group =
            |id: &'static str, tasks| TaskGroup { id, title: words.text(&format!("settings-group-{id}"), &[]), tasks };
        let part = |part: Part| self.task(part, &text, words);
        let count = [("count", Arg::from(self.departments))];
        let departments = Task {
            title: words.text("departments-title", &[]),
            url: routes::departments(language),
            now: words.text("settings-now-departments", &count),
            done: self.departments > 0,
        };
        let count = [("count", Arg::from(self.workplaces))];
        let workplaces = Task {
            title: words.text("workplaces-title", &[]),
            url: routes::workplaces(language),
            now: words.text("settings-now-workplaces", &count),
            done: self.workplaces > 0,
        };
        let mails = Task {
            title: words.text("mails-title", &[]),
            url: routes::office_mails(language),
            now: String::new(),
            done: self.mails_leave,
        };
        vec![
            group("look", [Part::Name, Part::Logo, Part::Colours].map(part).into()),
            group("help", [Part::Help, Part::Texts, Part::Languages, Part::Easy].map(part).into()),
            group("house", [part(Part::Words), part(Part::Neighbourhoods), departments, workplaces, mails].into()),
        ]
    }

    fn task(&self, part: Part, text: &OrganisationText, words: &Words<'_>) -> Task {
        let found = self.organisation.as_ref();
        let (now, done) = match part {
            Part::Name => (text.name.clone(), !text.name.is_empty()),
            Part::Logo => own_or_programs(words, found.is_some_and(|found| found.logo.is_some())),
            Part::Colours => own_or_programs(words, found.is_some_and(|found| found.theme.is_some())),
            Part::Help => help(found, text),
            Part::Texts => {
                let written = [&text.imprint, &text.privacy, &text.accessibility].map(|text| !text.is_empty());
                let count = written.into_iter().filter(|written| *written).count();
                (words.text("settings-now-texts", &[("count", Arg::from(count))]), count == written.len())
            }
            Part::Languages => (languages(found), true),
            Part::Words => (text.council.clone(), !text.council.is_empty()),
            Part::Neighbourhoods => {
                let count = [("count", Arg::from(self.neighbourhoods))];
                (words.text("settings-now-neighbourhoods", &count), self.neighbourhoods > 0)
            }
            Part::Easy => {
                let written = [&text.easy_what, &text.easy_vote, &text.easy_suggest];
                let count = written.into_iter().filter(|text| !text.is_empty()).count();
                (words.text("settings-now-texts", &[("count", Arg::from(count))]), count > 0)
            }
        };
        Task {
            title: words.text(&format!("settings-part-{}", part.as_str()), &[]),
            url: routes::organisation_part(words.language(), part.as_str()),
            now,
            done,
        }
    }
}

fn own_or_programs(words: &Words<'_>, own: bool) -> (String, bool) {
    (words.text(if own { "settings-now-own" } else { "settings-now-standard" }, &[]), own)
}

fn help(found: Option<&Organisation>, text: &OrganisationText) -> (String, bool) {
    let (telephone, email) = found.map(|found| (&*found.help_telephone, &*found.help_email)).unwrap_or_default();
    let ways: Vec<&str> = [telephone, &*text.help_place, email].into_iter().filter(|way| !way.is_empty()).collect();
    (ways.join(" · "), is_help_in_reach(telephone, email))
}

fn languages(found: Option<&Organisation>) -> String {
    let all = || Offer::ALL.map(|one| one.code().to_owned()).into();
    let tags: Vec<String> = found.map_or_else(all, |found| found.languages.clone());
    let zone = match found {
        Some(found) => found.time_zone.as_str(),
        None => FIRST_TIME_ZONE.name(),
    };
    let mut names: Vec<&str> = tags.iter().filter_map(|tag| Language::from_code(tag)).map(Language::own_name).collect();
    names.push(zone);
    names.join(" · ")
}
