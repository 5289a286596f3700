//! The table, from the permissions, the rule that decides on them, and the addresses that are served.

use super::view::{Kind, Pages, PermissionRow, WhoCanShow};
use crate::domain::ids::{AccountId, RollId};
use crate::domain::permission::{Actor, Permission, Scope, require};
use crate::domain::role::{Grant, Grants, Role};
use crate::locale::Words;
use crate::web::people::role_name;
use crate::web::routes::{Access, SERVED};

/// Somebody made up, of whom the rule is asked.
const SOMEBODY: AccountId = AccountId::new(0);

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Everybody,
    Voter,
    Owner,
    Office(Role),
    Program,
}

impl Column {
    fn all() -> impl Iterator<Item = Self> {
        let office = Role::ALL.iter().map(|role| Self::Office(*role));
        [Self::Everybody, Self::Voter, Self::Owner].into_iter().chain(office).chain([Self::Program])
    }

    fn name(self, words: Words<'_>) -> String {
        match self {
            Self::Everybody => words.text("who-can-everybody", &[]),
            Self::Voter => words.text("who-can-voter", &[]),
            Self::Owner => words.text("who-can-owner", &[]),
            // It stands as a heading here, and not in a sentence as elsewhere.
            Self::Office(role) => capitalised(&role_name(role, words)),
            Self::Program => words.text("who-can-program", &[]),
        }
    }

    /// What the rule says. A role counts for everything here; one for a round counts for that round.
    fn may(self, permission: Permission) -> bool {
        let nothing = Grants::default();
        let allowed = match self {
            Self::Everybody => require(Actor::Anonymous, &nothing, permission, Scope::Organisation),
            Self::Voter => require(Actor::Voter(RollId::new(0)), &nothing, permission, Scope::Organisation),
            Self::Owner => require(Actor::Member(SOMEBODY), &nothing, permission, Scope::Account(SOMEBODY)),
            Self::Office(role) => {
                let grants = [Grant::everywhere(role)].into_iter().collect();
                require(Actor::Office(SOMEBODY), &grants, permission, Scope::Organisation)
            }
            Self::Program => require(Actor::System, &nothing, permission, Scope::Organisation),
        };
        allowed.is_ok()
    }
}

/// The page.
pub(super) fn who_can(words: Words<'_>) -> WhoCanShow {
    let name =
        |permission: Permission| words.text(&format!("permission-{}", permission.as_str().replace('_', "-")), &[]);
    let kind = |column: Column| Kind {
        name: column.name(words),
        can: Permission::ALL.iter().filter(|one| column.may(**one)).map(|one| name(*one)).collect(),
    };
    let row = |permission: &Permission| PermissionRow {
        name: name(*permission),
        cells: Column::all().map(|column| column.may(*permission)).collect(),
        pages: addresses(|access| access.of_office(true) == Some(*permission)),
    };
    let pages = |(access, key): (Access, &str)| Pages {
        who: words.text(key, &[]),
        addresses: addresses(|found| found == access),
    };
    let open = [
        (Access::Everybody, "who-can-everybody"),
        (Access::Voter, "who-can-voter"),
        (Access::Member, "who-can-member"),
    ];
    WhoCanShow {
        people: Column::all().map(kind).collect(),
        permissions: Permission::ALL.iter().map(row).collect(),
        pages: open.into_iter().map(pages).collect(),
    }
}

/// The addresses that are opened in such a way; what differs from page to page is an ellipsis. One whose form is for fewer
/// people stands with those who read its page.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn addresses(is_wanted: impl Fn(Access) -> bool) -> Vec<String> {
    let opened = SERVED.iter().filter(|(_, _, access)| is_wanted(*access));
    opened.map(|(pattern, _, _)| shown(pattern)).collect()
}

fn shown(pattern: &str) -> String {
    if pattern.is_empty() {
        return "/".to_owned();
    }
    let part = |part: &str| match part.split_once('{') {
        Some((before, rest)) => format!("{before}…{}", rest.split_once('}').map_or("", |(_, after)| after)),
        None => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::permission::Who;
    use crate::locale::{Catalogue, Language};

    #[test]
    fn every_permission_has_its_words_and_its_cells_follow_the_rule() {
        let catalogue = Catalogue::load().unwrap();

        for language in [Language::German, Language::English] {
            let page = who_can(Words::new(&catalogue, language, chrono_tz::UTC));

            assert_eq!(page.permissions.len(), Permission::ALL.len());
            for (row, permission) in page.permissions.iter().zip(Permission::ALL) {
                assert!(!row.name.contains("permission-"), "{language:?}: {}", row.name);
                let may: Vec<Column> =
                    Column::all().zip(&row.cells).filter(|(_, may)| **may).map(|(column, _)| column).collect();
                let expected: Vec<Column> = match permission.who() {
                    Who::Everybody => Column::all().collect(),
                    Who::TheRoll => vec![Column::Voter],
                    // The program may act for the owner.
                    Who::Oneself => vec![Column::Owner, Column::Program],
                    Who::Office(roles) => Column::all()
                        .filter(|column| matches!(column, Column::Office(role) if roles.contains(role)))
                        .chain([Column::Program])
                        .collect(),
                    Who::TheProgram => vec![Column::Program],
                };
                assert_eq!(may, expected, "{permission:?}");
            }
        }
    }

    #[test]
    fn every_address_that_is_served_stands_on_the_page_once() {
        let catalogue = Catalogue::load().unwrap();
        let page = who_can(Words::new(&catalogue, Language::English, chrono_tz::UTC));

        let told = page.permissions.iter().map(|row| row.pages.len()).sum::<usize>()
            + page.pages.iter().map(|pages| pages.addresses.len()).sum::<usize>();

        let of_the_demo = SERVED.iter().filter(|(_, _, access)| *access == Access::Demo).count();
        assert_eq!(told, SERVED.len() - of_the_demo);
        assert_eq!(shown("/rounds/{slug}/result/{area}.pb"), "/rounds/…/result/….pb");
    }
}
