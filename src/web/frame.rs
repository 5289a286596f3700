//! The frame of a page for a visitor: names, menu, languages, help, addresses of assets, the token of its forms.

use super::csrf;
use super::error::WebError;
use super::layout::{Help, LanguageLink, Leave, LogoView, NavLink, Page, SharedView};
use super::session::{CountDown, Place};
use super::site::{Occasion, Site};
use super::visitor::Visitor;
use super::{logo, routes, theme};
use crate::domain::permission::{Permission, Scope};
use crate::locale::Language;

/// The name of the service until somebody has entered one.
const UNNAMED: &str = "Allmende";

/// What stands in the place of the main menu.
#[derive(Debug, Clone)]
pub enum Menu {
    /// Links for everybody; at their end, for whoever is signed in, the ways to the account and to the office.
    Public(Vec<NavLink>),
    /// The office's menu.
    Office(OfficePlace),
    /// Focus mode: nothing but a way out.
    Focus(Leave),
}

impl Menu {
    /// Whose forms stand on a page with this menu: the voter's in focus mode, elsewhere those of the office, be it only
    /// the one that signs out.
    const fn place(&self) -> Place {
        match self {
            Self::Focus(_) => Place::Vote,
            Self::Public(_) | Self::Office(_) => Place::Office,
        }
    }
}

/// Where in the office a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficePlace {
    /// The overview.
    Dashboard,
    /// Who works there.
    People,
    /// The whole record.
    Record,
    /// The settings.
    Settings,
    /// The reports of barriers.
    Barriers,
    /// The questions to the office.
    Questions,
    /// Tokens for programs.
    Tokens,
    /// The demonstration's mails.
    Mails,
    /// On a page that the menu does not name, such as a round.
    Elsewhere,
}

impl Site {
    /// The frame of the page at the address that was asked for.
    ///
    /// # Errors
    /// When there is no randomness for the token of its forms.
    pub fn page(&self, visitor: &Visitor, menu: Menu) -> Result<Page, WebError> {
        self.page_at(visitor, menu, |language| in_language(&visitor.here, language))
    }

    /// The frame of a page that has another address than the one that was asked for, such as a form that is shown
    /// again with its problems: `address` is where the links to the other languages lead.
    ///
    /// # Errors
    /// When there is no randomness for the token of its forms.
    pub fn page_at(
        &self,
        visitor: &Visitor,
        menu: Menu,
        address: impl Fn(Language) -> String,
    ) -> Result<Page, WebError> {
        let csrf = csrf::token_for(self, visitor, menu.place())?;
        Ok(Page { csrf, ..self.page_without_forms(visitor, menu, address) })
    }

    /// The frame of a page that has no form, not even to sign out; error pages have it, because nothing in it fails.
    pub(super) fn page_without_forms(
        &self,
        visitor: &Visitor,
        menu: Menu,
        address: impl Fn(Language) -> String,
    ) -> Page {
        let language = visitor.language;
        let text = visitor.organisation.text(language);
        let in_focus = matches!(menu, Menu::Focus(_));
        let has_easy = text.has_easy() && !in_focus;
        let service = if text.service_name.is_empty() { UNNAMED.to_owned() } else { text.service_name.clone() };
        let (nav, leave) = self.menu(visitor, menu);
        let shared = self.shared_computer(visitor);
        let notice = match self.occasion {
            Occasion::Live => None,
            Occasion::Demo => Some(self.words(visitor).text("frame-demo-notice", &[])),
        };
        Page {
            language,
            html_language: language.tag(),
            direction: language.direction().as_str(),
            organisation: text.name,
            service,
            home_url: routes::home(language),
            languages: self.language_links(visitor, address),
            nav,
            leave,
            sign_out_url: (visitor.member.is_some() && shared.is_none() && !in_focus)
                .then(|| routes::sign_out(language)),
            shared,
            help: Help {
                telephone: visitor.organisation.telephone().map(str::to_owned),
                telephone_url: visitor.organisation.telephone().map(telephone_url),
                hours: filled(text.help_hours),
                place: filled(text.help_place),
                place_note: filled(text.help_place_note),
                ask_url: routes::ask(language),
                email: visitor.organisation.email().map(str::to_owned),
            },
            easy_url: has_easy.then(|| routes::easy(language)),
            sign_language_url: filled(text.sign_language).filter(|_| !in_focus),
            logo: visitor.organisation.logo().map(|logo| LogoView {
                url: logo::url(logo),
                width: logo.width,
                height: logo.height,
                words: text.logo_alt,
            }),
            theme_url: visitor.organisation.theme().map(theme::url),
            report_url: report_url(visitor),
            accessibility_url: routes::accessibility(language),
            imprint_url: routes::imprint(language),
            privacy_url: routes::privacy(language),
            foot: vec![
                // The way in for whoever has an account or wants one, the same for everybody.
                self.link(visitor, "account-title", routes::account(language), false),
                self.link(visitor, "help-title", routes::help(language), false),
                self.link(visitor, "record-title", routes::record_list(language), false),
            ],
            last_changed: None,
            notice,
            css_url: self.assets.url("allmende.css"),
            js_url: self.assets.url("allmende.js"),
            icon_url: self.assets.url("mark.svg"),
            csrf: None,
        }
    }

    /// Without randomness for its token the form does not sign out; then the time does.
    fn shared_computer(&self, visitor: &Visitor) -> Option<SharedView> {
        let shared = visitor.member.as_ref()?.shared.as_ref()?;
        let (language, down) = (visitor.language, CountDown::new(shared.ends_at, visitor.now));
        Some(SharedView {
            workplace: shared.workplace.name.clone(),
            key: shared.workplace.key.to_string(),
            sign_out_url: routes::sign_out(language),
            csrf: csrf::token_for(self, visitor, Place::Office).ok().flatten(),
            entry_url: routes::enter(language, &shared.workplace.key),
            stay_url: routes::account(language),
            minutes: down.minutes,
            surely: down.surely,
            over: down.over,
            longest: down.longest,
            returns: true,
        })
    }

    fn language_links(&self, visitor: &Visitor, address: impl Fn(Language) -> String) -> Vec<LanguageLink> {
        let (here, offer) = (visitor.language, visitor.organisation.offer());
        let listed = offer.languages();
        // The mirrored language is on no list, but its own pages name it.
        let unlisted = (!listed.contains(&here)).then_some(here);
        listed.iter().copied().chain(unlisted).map(|one| LanguageLink::new(one, address(one), here)).collect()
    }

    fn menu(&self, visitor: &Visitor, menu: Menu) -> (Vec<NavLink>, Option<Leave>) {
        match menu {
            Menu::Focus(leave) => (Vec::new(), Some(leave)),
            Menu::Office(place) => (self.office_menu(visitor, place), None),
            Menu::Public(mut links) => {
                if let Some(member) = &visitor.member {
                    let account = routes::account(visitor.language);
                    if !member.grants.is_empty() {
                        links.push(self.link(visitor, "office-title", routes::office(visitor.language), false));
                    }
                    links.push(self.link(visitor, "account-title", account.clone(), visitor.here == account));
                }
                (links, None)
            }
        }
    }

    fn office_menu(&self, visitor: &Visitor, place: OfficePlace) -> Vec<NavLink> {
        let language = visitor.language;
        let link = |key, url, at| self.link(visitor, key, url, place == at);
        let mut links = vec![link("office-nav-dashboard", routes::office(language), OfficePlace::Dashboard)];
        let may =
            |permission| visitor.member.as_ref().is_some_and(|member| member.may(permission, Scope::Organisation));
        if may(Permission::ReadPeople) {
            links.push(link("office-nav-people", routes::people(language), OfficePlace::People));
        }
        if may(Permission::ReadRecord) {
            links.push(link("office-nav-record", routes::office_record(language), OfficePlace::Record));
        }
        if may(Permission::ReadOrganisation) {
            links.push(link("office-nav-settings", routes::organisation(language), OfficePlace::Settings));
        }
        if may(Permission::ReadBarrierReports) {
            links.push(link("office-nav-barriers", routes::accessibility_reports(language), OfficePlace::Barriers));
        }
        if may(Permission::ReadQuestions) {
            links.push(link("office-nav-questions", routes::questions(language), OfficePlace::Questions));
        }
        if may(Permission::ReadApiTokens) {
            links.push(link("office-nav-tokens", routes::tokens(language), OfficePlace::Tokens));
        }
        if self.occasion == Occasion::Demo {
            links.push(link("office-nav-mails", routes::mailbox(language), OfficePlace::Mails));
        }
        links.push(self.link(visitor, "account-title", routes::account(language), false));
        links.push(self.link(visitor, "office-nav-site", routes::home(language), false));
        links
    }

    fn link(&self, visitor: &Visitor, key: &str, url: String, current: bool) -> NavLink {
        NavLink { label: self.words(visitor).text(key, &[]), url, current }
    }
}

/// The same address in another language; it begins with the one that it is in.
pub(super) fn in_language(here: &str, language: Language) -> String {
    let path_end = here.find('?').unwrap_or(here.len());
    let (path, query) = here.split_at(path_end);
    let rest = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    let home = routes::home(language);
    if rest.is_empty() { format!("{home}{query}") } else { format!("{home}/{rest}{query}") }
}

/// Where a barrier on this page is reported. The page is named by its path alone, because what stands behind may be
/// secret; so are the path of a report, that of a question and that of a workplace.
fn report_url(visitor: &Visitor) -> String {
    let path = visitor.here.split('?').next().unwrap_or_default();
    let form = routes::report_barrier(visitor.language);
    let secret = [&form, &routes::asked_anything(visitor.language), &routes::enter_anywhere(visitor.language)];
    if secret.into_iter().any(|begin| path.starts_with(begin)) {
        form
    } else {
        routes::report_barrier_on(visitor.language, path)
    }
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// `tel:` takes digits with a plus in front; people write blanks, slashes and brackets.
fn telephone_url(number: &str) -> String {
    let plus = if number.trim_start().starts_with('+') { "+" } else { "" };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("tel:{plus}{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_same_address_in_another_language() {
        assert_eq!(in_language("/de", Language::English), "/en");
        assert_eq!(in_language("/de/", Language::English), "/en");
        assert_eq!(in_language("/de/rounds/a?page=2", Language::English), "/en/rounds/a?page=2");
        assert_eq!(in_language("/de?next=/de/office", Language::English), "/en?next=/de/office");
    }

    #[test]
    fn a_telephone_number_becomes_an_address() {
        assert_eq!(telephone_url("030 / 90 18-20"), "tel:030901820");
        assert_eq!(telephone_url("+49 (30) 1"), "tel:+49301");
    }
}
