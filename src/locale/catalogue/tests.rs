//! The catalogue with small texts of its own, and the one that is part of the program.

use super::*;

fn catalogue(german: &str, english: &str) -> Result<Catalogue, CatalogueError> {
    let source = |language, file: &str, text: &str| Source { language, file: file.into(), text: text.into() };
    Catalogue::from_sources(&[
        source(Language::German, "de/test.ftl", german),
        source(Language::English, "en/test.ftl", english),
    ])
}

fn plain(catalogue: &Catalogue, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    catalogue.render(language, key, args, Rendering::Plain)
}

const LEFT: &str = "left = { $count ->\n    [one] one point\n   *[other] { $count } points\n}\n";

#[test]
fn the_messages_of_the_program_load() {
    Catalogue::load().unwrap();
}

#[test]
fn plural_forms_follow_the_number_and_numbers_are_grouped() {
    let catalogue =
        catalogue("left = { $count ->\n    [one] ein Punkt\n   *[other] { $count } Punkte\n}\n", LEFT).unwrap();

    assert_eq!(plain(&catalogue, Language::German, "left", &[("count", 1.into())]), "ein Punkt");
    assert_eq!(plain(&catalogue, Language::German, "left", &[("count", 4318.into())]), "4.318 Punkte");
    assert_eq!(plain(&catalogue, Language::English, "left", &[("count", 0.into())]), "0 points");
    assert_eq!(plain(&catalogue, Language::English, "left", &[("count", 4318.into())]), "4,318 points");
    assert_eq!(plain(&catalogue, Language::English, "left", &[("count", (-1234_i64).into())]), "-1,234 points");
}

#[test]
fn pages_get_isolation_marks_and_subjects_do_not() {
    let catalogue = catalogue("hello = Hallo { $name }!\n", "hello = Hello { $name }!\n").unwrap();
    let args = [("name", Arg::from("Zoë"))];

    assert_eq!(catalogue.render(Language::German, "hello", &args, Rendering::Isolated), "Hallo \u{2068}Zoë\u{2069}!");
    assert_eq!(plain(&catalogue, Language::German, "hello", &args), "Hallo Zoë!");
}

#[test]
fn a_missing_message_is_shown_in_german_and_an_unknown_one_as_its_key() {
    let catalogue = catalogue("only-german = Nur hier\n", "").unwrap();

    assert_eq!(plain(&catalogue, Language::English, "only-german", &[]), "Nur hier");
    assert_eq!(plain(&catalogue, Language::English, "nowhere", &[]), "nowhere");
    assert!(catalogue.has(Language::German, "only-german"));
    assert!(!catalogue.has(Language::English, "only-german"));
}

#[test]
fn a_missing_value_does_not_cost_the_message() {
    let catalogue = catalogue("hello = Hallo { $name }!\n", "").unwrap();

    assert_eq!(plain(&catalogue, Language::German, "hello", &[]), "Hallo {$name}!");
}

#[test]
fn the_mirrored_language_is_made_from_english() {
    let catalogue = catalogue("hello = Hallo { $name }!\n", &format!("hello = Hello {{ $name }}!\n{LEFT}")).unwrap();

    assert_eq!(plain(&catalogue, Language::Mirrored, "hello", &[("name", "Ada".into())]), "[Ĥéļļó Ada! ~~]");
    assert_eq!(plain(&catalogue, Language::Mirrored, "left", &[("count", 1234.into())]), "[1,234 ƥóîñţš ~~~]");
}

#[test]
fn all_faults_are_reported_at_once_with_their_file() {
    let error = catalogue("double = a\ndouble = b\n", "broken = { $\n").unwrap_err().to_string();

    assert!(error.contains("de/test.ftl") && error.contains("double"), "{error}");
    assert_eq!(error.matches("en/test.ftl").count(), 1, "{error}");
}

#[test]
fn the_catalogue_is_shared_by_threads() {
    let catalogue = Arc::new(catalogue(LEFT, LEFT).unwrap());
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let catalogue = Arc::clone(&catalogue);
            std::thread::spawn(move || plain(&catalogue, Language::English, "left", &[("count", 2000.into())]))
        })
        .collect();

    for thread in threads {
        assert_eq!(thread.join().unwrap(), "2,000 points");
    }
}
