//! Where to go after the sign-in: a page of this site and nothing else, whatever stands in the address.

use url::Url;

use crate::locale::Language;
use crate::web::routes;

/// The path, if it is a page that this site serves in a language and a browser that follows it stays on the site of
/// `base`.
pub(super) fn safe(wanted: &str, base: &Url) -> Option<String> {
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !wanted.starts_with('/') || wanted.starts_with("//") || wanted.len() > 500 {
        return None;
    }
    let followed = base.join(wanted).ok()?;
    // The browser's reading counts, in which dots are resolved.
    (followed.origin() == base.origin() && is_page(followed.path())).then(|| wanted.to_owned())
}

/// Whether a path is one of the pages that are served below a language.
fn is_page(path: &str) -> bool {
    let Some(path) = path.strip_prefix('/') else { return false };
    let (language, below) = path.split_at(path.find('/').unwrap_or(path.len()));
    Language::from_code(language).is_some() && routes::is_page(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_this_site_is_followed() {
        let base = Url::parse("https://budget.example.org").unwrap();

        for path in ["/de/office", "/de/office/rounds/a?b=c", "/en", "/en/invitation?token=ab"] {
            assert_eq!(safe(path, &base).as_deref(), Some(path));
        }
    }

    #[test]
    fn nothing_leads_away() {
        let base = Url::parse("https://budget.example.org").unwrap();

        for path in [
            "",
            "de/office",
            "https://evil.example",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "javascript:alert(1)",
            " /de",
            "/",
            "/de/",
            "/de/nowhere",
            "/de/sign-out",
            "/fr/office",
            "/office",
            "/de/../../evil.example",
            "/de/office/../../..//evil.example",
            "/de/office%2f..%2f..",
            "/.evil.example",
            "/@evil.example/de/office",
            "/%5cevil.example",
            "/%2fevil.example",
            "http:evil.example",
            "http:/de/office",
            "https:evil.example/de/office",
            "data:text/html,x",
            "?next=//evil.example",
            "#//evil.example",
            "/de\r\nset-cookie: a=b",
        ] {
            assert_eq!(safe(path, &base), None, "{path:?}");
        }
    }
}
