//! The address of a server as its programs are told it: without the password, and with the name of another database.

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

/// An address and the password that stood in it.
pub(super) struct Address {
    pub(super) without_password: String,
    pub(super) password: Option<Zeroizing<String>>,
}

impl Address {
    /// Takes the password out of `postgres://USER:PASSWORD@HOST/NAME` or out of `?password=`, as libpq reads them.
    pub(super) fn of(url: &str) -> Self {
        let mut password = None;
        let (base, parameters) = url.split_once('?').map_or((url, None), |(base, rest)| (base, Some(rest)));
        let mut without_password = match split_authority(base) {
            Some((scheme, authority, path)) => match authority.split_once('@') {
                Some((user, server)) => {
                    let user = user.split_once(':').map_or(user, |(user, secret)| {
                        password = Some(decode(secret));
                        user
                    });
                    format!("{scheme}://{user}@{server}{path}")
                }
                None => base.to_owned(),
            },
            None => base.to_owned(),
        };
        let mut sign = '?';
        for parameter in parameters.into_iter().flat_map(|all| all.split('&')) {
            match parameter.split_once('=') {
                Some(("password", secret)) => password = Some(decode(secret)),
                Some(_) | None => {
                    without_password.push(sign);
                    without_password.push_str(parameter);
                    sign = '&';
                }
            }
        }
        Self { without_password, password }
    }
}

/// The same server and user, another database.
pub(super) fn with_database(url: &str, name: &str) -> String {
    let (base, parameters) = url.split_once('?').map_or((url, None), |(base, rest)| (base, Some(rest)));
    let base = match split_authority(base) {
        Some((scheme, authority, _)) => format!("{scheme}://{authority}/{name}"),
        None => base.to_owned(),
    };
    parameters.map_or_else(|| base.clone(), |rest| format!("{base}?{rest}"))
}

/// Scheme, everything before the first slash, and the rest with that slash.
fn split_authority(base: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = base.split_once("://")?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    Some((scheme, authority, path))
}

fn decode(text: &str) -> Zeroizing<String> {
    Zeroizing::new(percent_decode_str(text).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(url: &str) -> (String, Option<String>) {
        let address = Address::of(url);
        (address.without_password, address.password.map(|secret| secret.to_string()))
    }

    #[test]
    fn a_password_leaves_the_address_and_is_decoded() {
        for (url, rest, password) in [
            ("postgres://me:geheim@host/name", "postgres://me@host/name", Some("geheim")),
            (
                "postgres://me:a%40b%2Fc@host:5433/name?sslmode=require",
                "postgres://me@host:5433/name?sslmode=require",
                Some("a@b/c"),
            ),
            ("postgres://me@host/name", "postgres://me@host/name", None),
            ("postgres://host", "postgres://host", None),
            (
                "postgres://me@/name?host=/run/a&password=x%20y&port=1",
                "postgres://me@/name?host=/run/a&port=1",
                Some("x y"),
            ),
            ("postgres://me@one:1,two:2/name?password=x", "postgres://me@one:1,two:2/name", Some("x")),
        ] {
            assert_eq!(parts(url), (rest.to_owned(), password.map(str::to_owned)), "{url}");
        }
    }

    #[test]
    fn another_database_keeps_server_user_and_parameters() {
        assert_eq!(with_database("postgres://me:x@host:1/name?a=b", "other"), "postgres://me:x@host:1/other?a=b");
        assert_eq!(with_database("postgres://host", "other"), "postgres://host/other");
    }
}
