//! Where to go after the sign-in: a path of this site and nothing else, whatever stands in the address.

use url::Url;

/// The path, if a browser that follows it stays on the site of `base`.
pub(super) fn safe(wanted: &str, base: &Url) -> Option<String> {
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !wanted.starts_with('/') || wanted.starts_with("//") || wanted.len() > 500 {
        return None;
    }
    let followed = base.join(wanted).ok()?;
    (followed.origin() == base.origin()).then(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_this_site_is_followed() {
        let base = Url::parse("https://budget.example.org").unwrap();

        for path in ["/de/office", "/de/office/rounds/a?b=c", "/"] {
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
            "/de\r\nset-cookie: a=b",
        ] {
            assert_eq!(safe(path, &base), None, "{path:?}");
        }
    }
}
