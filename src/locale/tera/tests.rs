//! The function `t` in real templates.

use super::*;
use crate::locale::Source;
use ::tera::Context;

fn templates() -> Tera {
    let source = |language, text: &str| Source { language, file: "test.ftl".into(), text: text.into() };
    let catalogue = Catalogue::from_sources(&[
        source(
            Language::German,
            "hello = Hallo & { $name }\nlink-html = Zu <a href=\"{ $to }\">{ $name }</a>\n\
             points = { $count ->\n    [one] ein Punkt\n   *[other] { $count } Punkte\n}\n\
             state = { $open ->\n    [true] offen\n   *[false] zu\n}\n",
        ),
        source(Language::English, "hello = Hello & { $name }\n"),
    ])
    .unwrap();
    let mut templates = Tera::new();
    register(&mut templates, Arc::new(catalogue));
    templates
}

fn render(name: &str, template: &str, language: Option<&str>) -> TeraResult<String> {
    let mut templates = templates();
    templates.add_raw_template(name, template)?;
    let mut context = Context::new();
    context.insert("name", "<Zoë>");
    context.insert("count", &4318_u32);
    context.insert("open", &true);
    context.insert("nothing", &Option::<u8>::None);
    if let Some(language) = language {
        context.insert("language", language);
    }
    templates.render(name, &context)
}

fn page(template: &str) -> String {
    render("page.html", template, Some("de")).unwrap()
}

#[test]
fn a_message_comes_in_the_language_of_the_page_and_is_escaped_once() {
    let template = "{{ t(key=\"hello\", name=name) }}";

    assert_eq!(page(template), "Hallo &amp; \u{2068}&lt;Zoë&gt;\u{2069}");
    assert!(render("page.html", template, Some("en")).unwrap().starts_with("Hello"));
    assert!(render("page.html", template, Some("xm")).unwrap().starts_with("[Ĥéļļó"));
}

#[test]
fn markup_of_a_message_stays_and_its_values_are_escaped() {
    assert_eq!(
        page("{{ t(key=\"link-html\", to=\"/de?a=1&b=2\", name=name) }}"),
        "Zu <a href=\"/de?a=1&amp;b=2\">\u{2068}&lt;Zoë&gt;\u{2069}</a>"
    );
}

#[test]
fn even_a_value_called_safe_is_escaped_in_markup() {
    assert!(page("{{ t(key=\"link-html\", to=\"/\", name=name | safe) }}").contains("&lt;Zoë&gt;"));
}

#[test]
fn numbers_select_plurals_and_booleans_select_variants() {
    assert_eq!(page("{{ t(key=\"points\", count=count) }}"), "\u{2068}4.318\u{2069} Punkte");
    assert_eq!(page("{{ t(key=\"points\", count=1) }}"), "ein Punkt");
    assert_eq!(page("{{ t(key=\"state\", open=open) }}"), "offen");
}

#[test]
fn a_template_of_plain_text_gets_plain_text() {
    assert_eq!(render("mail.txt", "{{ t(key=\"hello\", name=name) }}", Some("de")).unwrap(), "Hallo & <Zoë>");
}

#[test]
fn marks_are_taken_away_and_what_is_escaped_stays_so() {
    let template = "{% filter without_marks %}{{ t(key=\"hello\", name=name) }}{% endfilter %}";

    assert_eq!(page(template), "Hallo &amp; &lt;Zoë&gt;");
    assert_eq!(page("{{ name | without_marks }}"), "&lt;Zoë&gt;");
}

#[test]
fn a_component_needs_the_language_as_implicit_parameter() {
    let used = "{{ <greet name={name}/> }}";
    let with =
        "{% component greet(name: string, @language) %}{{ t(key=\"hello\", name=name) }}{% endcomponent greet %}";
    let without = "{% component greet(name: string) %}{{ t(key=\"hello\", name=name) }}{% endcomponent greet %}";

    assert!(page(&format!("{with}{used}")).starts_with("Hallo"));
    let error = render("page.html", &format!("{without}{used}"), Some("de")).unwrap_err();
    assert!(format!("{error:?}").contains("@language"), "{error:?}");
}

#[test]
fn what_cannot_be_shown_is_an_error() {
    for template in [
        "{{ t(key=\"hello\", name=nothing) }}",
        "{{ t(key=\"hello\", name=[1]) }}",
        "{{ t(key=\"hello\", name=1.5) }}",
        "{{ t(name=name) }}",
    ] {
        assert!(render("page.html", template, Some("de")).is_err(), "{template}");
    }
    assert!(render("page.html", "{{ t(key=\"hello\", name=name) }}", None).is_err());
    assert!(render("page.html", "{{ t(key=\"hello\", name=name) }}", Some("fr")).is_err());
}
