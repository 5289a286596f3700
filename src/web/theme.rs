//! The stylesheet of the organisation's colours. Everything in it follows from the two colours in its name, so nothing is
//! kept anywhere; the hash in the name is that of its content, so browsers may keep it for good.

use super::assets::{FOLDER, short_hash};
use crate::domain::colour::Colour;
use crate::domain::theme::{Scheme, Theme};

/// The address of the stylesheet for pages.
pub(super) fn url(theme: &Theme) -> String {
    let (light, dark) = (theme.colour(Scheme::Light), theme.colour(Scheme::Dark));
    address("theme", light, dark, &stylesheet(light, dark))
}

/// The address of the stylesheet for two samples that stand on one page, whatever the page's own scheme.
pub(super) fn preview_url(light: Colour, dark: Colour) -> String {
    address("preview", light, dark, &samples(light, dark))
}

/// The stylesheet with this name, if it is one of these and as this program writes it.
pub(super) fn find(name: &str) -> Option<String> {
    let mut parts = name.strip_suffix(".css")?.split('-');
    let kind = parts.next()?;
    let (light, dark) = (Colour::parse(parts.next()?).ok()?, Colour::parse(parts.next()?).ok()?);
    let css = match kind {
        "theme" => Theme::check(light, dark).map(|_| stylesheet(light, dark)).ok()?,
        "preview" => samples(light, dark),
        _ => return None,
    };
    (address(kind, light, dark, &css) == format!("{FOLDER}/{name}")).then_some(css)
}

fn address(kind: &str, light: Colour, dark: Colour, css: &str) -> String {
    let digits = |colour: Colour| colour.to_string().trim_start_matches('#').to_owned();
    format!("{FOLDER}/{kind}-{}-{}-{}.css", digits(light), digits(dark), short_hash(css.as_bytes()))
}

/// On the screen only: paper stays black.
fn stylesheet(light: Colour, dark: Colour) -> String {
    let rules = |scheme: Scheme, colour: Colour, root: &str| {
        let acts = scheme.acts(colour);
        let second = if acts.reads_as_text { String::new() } else { format!("{root} .btn.btn-2{{color:var(--text)}}") };
        let (tokens, hover) = (tokens(scheme, colour), acts.hover);
        format!("{root}{{{tokens}}}{root} .btn:not(.btn-2):hover{{background:{hover};border-color:{hover}}}{second}")
    };
    format!(
        "@media screen{{{}}}@media screen and (prefers-color-scheme:dark){{{}}}",
        rules(Scheme::Light, light, ":root"),
        rules(Scheme::Dark, dark, ":root:not([data-theme=light])")
    )
}

fn samples(light: Colour, dark: Colour) -> String {
    let sample = |name: &str, scheme: Scheme, colour: Colour| {
        let [page, sheet, band] = scheme.grounds();
        let (text, colours) = match scheme {
            Scheme::Light => ("#17231c", "light"),
            Scheme::Dark => ("#edf2ea", "dark"),
        };
        let tokens = tokens(scheme, colour);
        format!(
            ".sample-{name}{{color-scheme:{colours};--bg:{page};--sheet:{sheet};--field:{band};--text:{text};{tokens}}}"
        )
    };
    format!("{}{}", sample("light", Scheme::Light, light), sample("dark", Scheme::Dark, dark))
}

fn tokens(scheme: Scheme, colour: Colour) -> String {
    let acts = scheme.acts(colour);
    format!("--act:{};--on-act:{}", acts.act, acts.on_act)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme() -> Theme {
        Theme::check(Colour::parse("#8c1d40").unwrap(), Colour::parse("#f2a3b8").unwrap()).unwrap()
    }

    #[test]
    fn the_stylesheet_lies_under_the_address_that_pages_link() {
        let url = url(&theme());

        let css = find(url.strip_prefix("/assets/").unwrap()).unwrap();

        assert!(
            css.contains("--act:#8c1d40;--on-act:#ffffff") && css.contains("--act:#f2a3b8;--on-act:#0b1d13"),
            "{css}"
        );
        assert!(css.starts_with("@media screen{"), "paper stays black");
    }

    #[test]
    fn a_stylesheet_that_this_program_would_not_write_is_not_there() {
        let url = url(&theme());
        let name = url.strip_prefix("/assets/").unwrap();

        for wrong in [
            name.replace("8c1d40", "8c1d41"),
            name.replace("theme", "preview"),
            name.replace(".css", ""),
            "theme-ffd643-8ed3a6-0000000000.css".to_owned(),
            "theme-8c1d40.css".to_owned(),
            "theme-<b>-8ed3a6-0000000000.css".to_owned(),
        ] {
            assert_eq!(find(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn words_of_the_second_button_are_those_of_the_text_where_the_colour_is_too_faint_for_words() {
        let faint = Theme::check(Colour::parse("#848484").unwrap(), Scheme::Dark.standard());

        let css = stylesheet(faint.unwrap().colour(Scheme::Light), Scheme::Dark.standard());

        assert!(css.contains(":root .btn.btn-2{color:var(--text)}"), "{css}");
        assert_eq!(css.matches("btn.btn-2{").count(), 1, "the dark one can be read: {css}");
    }
}
