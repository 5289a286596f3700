//! Which pages are read, by strangers and by somebody with a session.

use std::fmt;

use allmende::domain::slug::Slug;

/// A page for somebody.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    pub(crate) name: &'static str,
    pub(crate) path: String,
    /// The header of whoever has a session.
    pub(crate) cookie: Option<String>,
}

impl Address {
    pub(crate) fn new(name: &'static str, path: &str) -> Self {
        Self { name, path: path.to_owned(), cookie: None }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = if self.cookie.is_some() { "private" } else { "shared" };
        write!(f, "{}, {whose}", self.name)
    }
}

/// Every page: for strangers, then with a session's cookie, which only the ballot needs.
pub(crate) fn addresses(open: &Slug, done: &Slug, cookie: &str) -> Vec<Address> {
    let of = |slug: &Slug, rest: &str| format!("/de/rounds/{slug}{rest}");
    let shared = [
        Address::new("home", "/de"),
        Address::new("round", &of(open, "")),
        Address::new("list", &of(open, "/projects?order=17")),
        Address::new("project", &of(open, "/projects/00007")),
        Address::new("result", &of(done, "/result")),
        Address::new("result of an area", &of(done, "/result/areas/1")),
    ];
    let private = shared.clone().into_iter().chain([Address::new("ballot", &of(open, "/vote/ballot"))]);
    let with_cookie = private.map(|address| Address { cookie: Some(cookie.to_owned()), ..address });
    shared.iter().cloned().chain(with_cookie).collect()
}
