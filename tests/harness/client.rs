//! A browser for tests: it keeps cookies, says where its forms come from, and follows no redirect by itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use allmende::app::App;
use allmende::domain::time::Instant;
use allmende::secrecy::{SessionToken, TokenHash};
use allmende::store::sessions::{SessionSubject, find_session};
use scraper::{Html, Selector};
use tokio::runtime::Handle;
use ureq::http::{Request, Response};
use ureq::{Agent, Body};

/// A browser.
pub(crate) struct Client {
    agent: Agent,
    app: Arc<App>,
    server: SocketAddr,
    origin: String,
    cookies: RefCell<BTreeMap<String, String>>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// The same, for what is no text.
    pub(crate) bytes: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Client {
    pub(crate) fn new(app: Arc<App>, server: SocketAddr) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
        let origin = app.config.base_url.origin().ascii_serialization();
        Self { agent, app, server, origin, cookies: RefCell::default() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None)
    }

    /// Sends a form as a browser does from a page of ours, with the token that pages for this browser carry there.
    pub(crate) fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        // The vote with an account begins with the session of the office.
        let of_vote = path.contains("/vote") && !path.ends_with("/vote/account");
        let token = if of_vote { self.vote_token() } else { self.csrf() };
        let mut all = fields.to_vec();
        all.extend(token.iter().map(|token| ("_csrf", token.as_str())));
        self.post(path, &all)
    }

    /// Sends a form from this site with exactly these fields.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let origin = self.origin.clone();
        self.post_with(path, &[("origin", &origin)], fields)
    }

    /// Sends a form with exactly these headers and fields.
    pub(crate) fn post_with(&self, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
        all.extend(headers);
        self.send("POST", path, &all, Some(body.into_bytes()))
    }

    pub(crate) fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.submit("/de/sign-in", &[("email", email), ("password", password)])
    }

    /// A token as pages of the office carry it for this browser, if it has a session.
    pub(crate) fn csrf(&self) -> Option<String> {
        let session = self.session("office")?;
        Some(self.app.keys.installation().csrf_token(&session, [7; 16]).to_string())
    }

    /// A token as pages of the vote carry it for this browser, if it has a session, be it one that has ended.
    pub(crate) fn vote_token(&self) -> Option<String> {
        let session = self.session("vote")?;
        let long_ago = Instant::parse("2000-01-01T00:00:00Z").unwrap();
        let find = self.app.db.read(move |conn| find_session(conn, &session, long_ago));
        let found = tokio::task::block_in_place(|| Handle::current().block_on(find)).unwrap()?;
        let SessionSubject::Voter(row, _) = found.subject else { panic!("no voter's session in the voter's cookie") };
        Some(self.app.keys.installation().vote_token(row, [7; 16]).to_string())
    }

    fn session(&self, name: &str) -> Option<TokenHash> {
        let cookies = self.cookies.borrow();
        let session = cookies.get(name).or_else(|| cookies.get(&format!("__Host-{name}")))?;
        SessionToken::parse(session).map(|token| token.hash())
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub(crate) fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    pub(crate) fn forget_cookie(&self, name: &str) {
        self.cookies.borrow_mut().remove(name);
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<Vec<u8>>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("http://{}{path}", self.server));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        // The agent would keep cookies of its own.
        self.agent.cookie_jar_lock().clear();
        let answer = match body {
            Some(body) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        self.keep(answer.unwrap_or_else(|error| panic!("{method} {path}: {error}")))
    }

    fn keep(&self, mut response: Response<Body>) -> Answer {
        let text = |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers: Vec<_> = response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        for (_, value) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, content) = value.split(';').next().unwrap().split_once('=').unwrap();
            if value.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.set_cookie(name, content);
            }
        }
        // An archive is no text; what can be read of it is enough here.
        let bytes = response.body_mut().read_to_vec().unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: response.status().as_u16(), body, bytes, headers }
    }
}

impl Answer {
    /// The first header with a name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The cookie that was set, with all its attributes.
    pub(crate) fn set_cookie(&self, name: &str) -> Option<&str> {
        let begin = format!("{name}=");
        self.headers
            .iter()
            .find(|(header, value)| header == "set-cookie" && value.starts_with(&begin))
            .map(|(_, value)| value.as_str())
    }

    /// The value of a field of a form.
    pub(crate) fn value(&self, field: &str) -> Option<String> {
        let selector = Selector::parse(&format!("[name={field}]")).unwrap();
        let page = Html::parse_document(&self.body);
        page.select(&selector).next().and_then(|input| input.attr("value").map(str::to_owned))
    }

    /// The text of what a selector finds first, without isolation marks and with plain blanks.
    pub(crate) fn text(&self, selector: &str) -> String {
        let page = Html::parse_document(&self.body);
        let found = page.select(&Selector::parse(selector).unwrap()).next();
        found
            .map(|element| {
                element.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
            })
            .unwrap_or_default()
    }
}
