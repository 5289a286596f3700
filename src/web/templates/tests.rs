use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};

use super::samples::{self, bare_page, focus_page, full_page};
use super::*;
use crate::locale::Language;
use crate::web::council::told::AtCouncil;
use crate::web::errors::view::{ErrorKind, VoteSafety};
use crate::web::home::view::HomeShow;
use crate::web::legal::view::LegalText;
use crate::web::parts::Moment;
use crate::web::projects::view::Outcome;
use crate::web::vote::view::{AccountState, ConflictReason};

const LANGUAGES: [Language; 3] = [Language::German, Language::English, Language::Mirrored];

/// Every page in one language, by a name that says what it shows.
fn every_page(language: Language) -> Vec<(String, String)> {
    let catalogue = Arc::new(Catalogue::load().unwrap());
    let templates = Templates::load(Arc::clone(&catalogue)).unwrap();
    let mut pages = Vec::new();
    {
        let (full, bare, focus) = (full_page(language), bare_page(language), focus_page(language));
        let taking = |form| focus.clone().taking_along(form, |other| format!("/{}/vote/form", other.code()));
        macro_rules! add {
            ($($name:literal, $page:expr, $view:expr;)*) => {$(
                pages.push(($name.to_owned(), templates.render($page, &$view).unwrap_or_else(|e| panic!("{}: {e:#?}", $name))));
            )*};
        }
        let not_yet = Moment::VotingBegins { date: "1. September".into() };
        let out = Moment::Result { date: "15. Oktober".into() };
        add! {
            "home", &full, samples::home_full();
            "home-empty", &bare, HomeShow::default();
            "home-bare", &bare, samples::home_of_a_bare_round();
            "round", &full, samples::round_full();
            "round-bare", &bare, samples::round_bare();
            "round-preview", &bare, samples::round_preview();
            "projects", &full, samples::projects_full();
            "projects-empty", &bare, samples::projects_empty();
            "project", &full, samples::project_full();
            "project-coming", &bare, samples::project_with(not_yet, None);
            "project-counting", &bare, samples::project_with(Moment::Counting, None);
            "project-funded", &bare, samples::project_with(out.clone(), Some(Outcome::Funded));
            "project-not-funded", &bare, samples::project_with(out.clone(), Some(Outcome::NotFunded));
            "project-council", &bare, samples::project_at_council(AtCouncil::Open, Outcome::Funded);
            "project-decided", &bare, samples::project_at_council(samples::decided(None), Outcome::Funded);
            "project-refused", &full, samples::project_at_council(samples::decided(Some("Zu <teuer>.")), Outcome::NotFunded);
            "project-result", &bare, samples::project_with(out, None);
            "entry", &full, samples::entry_plain();
            "entry-wrong", &taking("enter"), samples::entry_wrong();
            "entry-sign-in", &full, samples::entry_with_account(AccountState::SignIn);
            "entry-no-address", &full, samples::entry_with_account(AccountState::NoAddress);
            "entry-declare", &full, samples::entry_with_account(AccountState::Declare);
            "entry-ready", &full, samples::entry_with_account(AccountState::Ready);
            "ballot", &taking("ballot"), samples::ballot_of_one_area();
            "ballot-areas", &focus, samples::ballot_of_many_areas();
            "ballot-approval", &focus, samples::ballot_to_tick();
            "ballot-many-points", &focus, samples::ballot_of_many_points();
            "check", &taking("cast"), samples::check_of_points();
            "check-approval", &focus, samples::check_of_ticks();
            "receipt", &focus, samples::receipt_full();
            "receipt-bare", &focus, samples::receipt_bare();
            "already", &focus, samples::already(true);
            "already-closed", &focus, samples::already(false);
            "not-begun", &full, samples::closed(true, false);
            "closed", &full, samples::closed(false, false);
            "closed-result", &full, samples::closed(false, true);
            "conflict-window", &taking("kept"), samples::conflict(ConflictReason::OtherWindow);
            "conflict-paper", &focus, samples::conflict(ConflictReason::PaperIsFinal);
            "project-open-ended", &bare, samples::project_with(Moment::VotingOpen { until: None }, None);
            "conflict-limit", &focus, samples::conflict(ConflictReason::TooManyCasts);
            "conflict-code", &focus, samples::conflict(ConflictReason::OtherCode);
            "conflict-round", &focus, samples::conflict(ConflictReason::RoundChanged);
            "again", &taking("again"), samples::again(VoteSafety::NotCast, &catalogue, language);
            "again-unknown", &focus, samples::again(VoteSafety::Unknown, &catalogue, language);
            "left", &full, samples::left(true);
            "left-uncast", &full, samples::left(false);
            "imprint", &full, samples::legal(LegalText::Imprint, Some("<h2>Kontakt</h2><p>Bezirksamt Lindenau</p>"));
            "privacy", &bare, samples::legal(LegalText::Privacy, None);
            "privacy with its table", &full, samples::privacy();
            "accessibility", &bare, samples::legal(LegalText::Accessibility, None);
        }
        for kind in ErrorKind::ALL {
            let view = samples::error(kind, &catalogue, language);
            pages.push((format!("error-{kind:?}").to_lowercase(), templates.render(&full, &view).unwrap()));
        }
    }
    pages
}

fn for_each_page(look: impl Fn(&str, &Html)) {
    for language in LANGUAGES {
        for (name, html) in every_page(language) {
            look(&format!("{name} ({})", language.code()), &Html::parse_document(&html));
        }
    }
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

#[test]
fn every_page_has_one_heading_and_a_title() {
    for_each_page(|name, html| {
        assert_eq!(html.select(&select("h1")).count(), 1, "{name}");
        let title: String = html.select(&select("title")).flat_map(|title| title.text()).collect();
        assert!(title.split(" - ").all(|part| !part.trim().is_empty()), "{name}: {title:?}");
        assert!(!title.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{name}: {title:?}");
    });
}

#[test]
fn only_the_frame_writes_a_title() {
    for name in Files::iter().filter(|name| name.ends_with(".html")) {
        let text = String::from_utf8(Files::get(&name).unwrap().data.into_owned()).unwrap();
        assert_eq!(text.contains("<title>"), name == "layout/page.html", "{name}");
    }
}

#[test]
fn headings_skip_no_level() {
    for_each_page(|name, html| {
        let mut before = 1;
        for heading in html.select(&select("h1, h2, h3, h4")) {
            let level = heading.value().name()[1..].parse::<u8>().unwrap();
            assert!(level <= before + 1 || before == 1, "{name}: h{before}, then h{level}");
            before = level;
        }
    });
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    for_each_page(|name, html| {
        assert_eq!(
            html.select(&select("[style], style, script:not([src]), [onclick], [onchange]")).count(),
            0,
            "{name}"
        );
    });
}

#[test]
fn ids_are_unique_and_local_links_and_labels_find_theirs() {
    for_each_page(|name, html| {
        let ids: Vec<_> = html.select(&select("[id]")).filter_map(|e| e.value().id()).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}");
        for link in html.select(&select("a[href^='#']")) {
            let target = &link.value().attr("href").unwrap()[1..];
            assert!(unique.contains(target), "{name}: nothing has the id {target}");
        }
        for attribute in ["for", "aria-labelledby", "aria-describedby", "form"] {
            for element in html.select(&select(&format!("[{attribute}]"))) {
                for target in element.value().attr(attribute).unwrap().split_whitespace() {
                    assert!(unique.contains(target), "{name}: {attribute} names {target}");
                }
            }
        }
    });
}

#[test]
fn every_field_that_people_fill_in_has_a_name_to_read_out() {
    for_each_page(|name, html| {
        for field in html.select(&select("input:not([type=hidden]), select, textarea")) {
            let inside_label =
                field.ancestors().filter_map(scraper::ElementRef::wrap).any(|e| e.value().name() == "label");
            let id = field.value().id().unwrap_or_default();
            let labelled = html.select(&select("label[for]")).any(|label| label.value().attr("for") == Some(id));
            assert!(inside_label || labelled, "{name}: {:?}", field.value().attr("name"));
        }
    });
}

#[test]
fn every_form_that_posts_carries_the_token() {
    for_each_page(|name, html| {
        if html.select(&select("input[name=_csrf]")).next().is_none() {
            return;
        }
        for form in html.select(&select("form[method=post]")) {
            assert_eq!(
                form.select(&select("input[name=_csrf]")).count(),
                1,
                "{name}: {:?}",
                form.value().attr("action")
            );
        }
    });
}

#[test]
fn a_form_that_goes_along_with_the_language_is_whole_and_the_enter_key_does_not_change_the_language() {
    let seen = std::cell::Cell::new(0);
    for_each_page(|name, html| {
        let Some(switch) = html.select(&select("header button[formaction]")).next() else { return };
        let form = switch.value().attr("form").unwrap();
        let fields = html.select(&select(&format!("form#{form} :is(input:not([type=hidden]), textarea)"))).count();
        let first = html.select(&select(&format!("button[form={form}]"))).next().unwrap();
        assert_eq!(html.select(&select(&format!("form#{form}[method=post] input[name=_csrf]"))).count(), 1, "{name}");
        if fields > 0 {
            assert!(first.value().attr("hidden").is_some() && first.value().attr("formaction").is_none(), "{name}");
        }
        assert_eq!(html.select(&select("header a[hreflang]")).count(), 0, "{name}: links lose what was filled in");
        seen.set(seen.get() + 1);
    });
    assert_eq!(seen.get(), 5 * LANGUAGES.len());
}

/// A page has a `language` of its own beside what its view names.
#[test]
fn no_page_calls_the_language_of_a_text_like_its_own() {
    fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { pages(&path, found) } else { found.push(path) }
        }
    }
    let mut all = Vec::new();
    pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/pages"), &mut all);

    let wrong = all.iter().filter(|path| std::fs::read_to_string(path).unwrap().contains("{{ language }}"));

    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&PathBuf>::new());
    assert!(all.len() > 100, "{}", all.len());
}

#[test]
fn at_most_one_button_is_the_main_one() {
    for_each_page(|name, html| {
        assert!(html.select(&select(".btn:not(.btn-2)")).count() <= 1, "{name}");
    });
}

#[test]
fn links_and_buttons_lead_somewhere_and_say_where() {
    for_each_page(|name, html| {
        for element in html.select(&select("a, button, summary, h1, h2, h3, th, dt, label")) {
            let text: String = element.text().collect();
            assert!(!text.trim().is_empty(), "{name}: an empty {}", element.value().name());
        }
        for link in html.select(&select("a")) {
            assert!(link.value().attr("href").is_some_and(|href| !href.is_empty()), "{name}");
        }
    });
}

#[test]
fn the_mirrored_pages_run_from_right_to_left_and_leave_no_message_untranslated() {
    let untranslated = ["Jetzt abstimmen", "Vote now", "Help</", "Hilfe</", "Not cast yet", "Noch nicht abgegeben"];
    for (name, html) in every_page(Language::Mirrored) {
        assert!(html.contains("dir=\"rtl\""), "{name}");
        for text in untranslated {
            assert!(!html.contains(text), "{name}: {text}");
        }
    }
}

#[test]
fn what_people_wrote_is_escaped() {
    let catalogue = Arc::new(Catalogue::load().unwrap());
    let templates = Templates::load(catalogue).unwrap();
    let mut ballot = samples::ballot_of_one_area();
    ballot.areas[0].name = "<script>alert(1)</script>".into();
    ballot.areas[0].projects[0].title = "\"><img src=x>".into();

    let html = templates.render(&focus_page(Language::English), &ballot).unwrap();

    assert!(!html.contains("<script>alert"));
    assert!(!html.contains("<img src=x"));
}

#[test]
fn the_sum_shows_what_the_server_counted_where_styles_are_missing() {
    let pages = every_page(Language::English);
    let (_, html) = pages.iter().find(|(name, _)| name == "ballot").unwrap();
    let html = Html::parse_document(html);

    let sums: Vec<String> = html.select(&select(".tally .srv")).map(|e| e.text().collect::<String>()).collect();

    assert_eq!(sums.iter().map(|s| s.replace(['\u{2068}', '\u{2069}'], "")).collect::<Vec<_>>(), ["4", "1"]);
}

#[test]
fn a_receipt_has_no_choices() {
    for (name, html) in every_page(Language::German).iter().filter(|(name, _)| name.starts_with("receipt")) {
        assert!(!html.contains("Kanalufer"), "{name}");
        assert!(!html.contains("name=\"p"), "{name}");
    }
}

#[test]
#[ignore = "writes every page into the folder for temporary files, to be looked at in a browser"]
fn write_every_page_for_looking_at() {
    let folder = std::env::temp_dir().join("allmende-pages");
    for language in LANGUAGES {
        let folder = folder.join(language.code());
        std::fs::create_dir_all(&folder).unwrap();
        for (name, html) in every_page(language) {
            std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
        }
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        for file in ["allmende.css", "allmende.js", "mark.svg"] {
            std::fs::copy(assets.join(file), folder.join(file)).unwrap();
        }
    }
}
