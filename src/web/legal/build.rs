//! The view of one of the organisation's texts, in the reader's language or in one that it was written in.

use super::view::{LegalShow, LegalText};
use crate::locale::{Language, markdown};
use crate::store::organisation::{Organisation, OrganisationText};
use crate::web::routes;

pub(super) fn legal_show(kind: LegalText, organisation: Option<&Organisation>, language: Language) -> LegalShow {
    let text_in = |language: Language| {
        let texts = organisation?.texts.get(language.written())?;
        Some(markdown_of(kind, texts)).filter(|text| !text.trim().is_empty())
    };
    let other = match language {
        Language::German => Language::English,
        Language::English | Language::Mirrored => Language::German,
    };
    let text = text_in(language).map(|text| (text, None));
    let (text, text_language) = text.or_else(|| text_in(other).map(|text| (text, Some(other.tag())))).unzip();
    LegalShow {
        kind,
        text_html: text.map(markdown::to_html),
        text_language: text_language.flatten(),
        report_url: (kind == LegalText::Accessibility).then(|| routes::report_barrier(language)),
        who_sees_what_url: (kind == LegalText::Privacy).then(|| routes::who_sees_what(language)),
        kept: None,
    }
}

fn markdown_of(kind: LegalText, texts: &OrganisationText) -> &str {
    match kind {
        LegalText::Imprint => &texts.imprint,
        LegalText::Privacy => &texts.privacy,
        LegalText::Accessibility => &texts.accessibility,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::time::Instant;

    fn organisation(texts: &[(&str, &str)]) -> Organisation {
        let text = |imprint: &str| OrganisationText { imprint: imprint.to_owned(), ..OrganisationText::default() };
        Organisation {
            version: 1,
            time_zone: "Europe/Berlin".to_owned(),
            help_telephone: String::new(),
            help_email: String::new(),
            languages: vec!["de".to_owned(), "en".to_owned()],
            theme: None,
            logo: None,
            parts: BTreeMap::new(),
            updated_at: Instant::parse("2027-10-01T00:00:00Z").unwrap(),
            texts: texts.iter().map(|(tag, imprint)| ((*tag).to_owned(), text(imprint))).collect::<BTreeMap<_, _>>(),
        }
    }

    #[test]
    fn a_reader_gets_the_text_in_the_language_of_the_page() {
        let both = organisation(&[("de", "Amt"), ("en", "Office")]);

        let show = legal_show(LegalText::Imprint, Some(&both), Language::English);

        assert_eq!((show.text_html.as_deref(), show.text_language), (Some("<p>Office</p>\n"), None));
    }

    #[test]
    fn a_text_that_is_written_in_another_language_only_is_marked_with_it() {
        let german = organisation(&[("de", "Amt"), ("en", "  ")]);

        let show = legal_show(LegalText::Imprint, Some(&german), Language::English);

        assert_eq!((show.text_html.as_deref(), show.text_language), (Some("<p>Amt</p>\n"), Some("de")));
    }

    #[test]
    fn a_missing_text_is_missing() {
        let german = organisation(&[("de", "Amt")]);

        assert_eq!(legal_show(LegalText::Privacy, Some(&german), Language::German).text_html, None);
        assert_eq!(legal_show(LegalText::Imprint, None, Language::German).text_html, None);
    }
}
