//! Sessions of the browser: an opaque random token in a cookie, its hash in the database, so that ending one takes
//! effect with the next request everywhere.
//!
//! The office and the vote have a cookie each, so that somebody of the office can vote without being signed out.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::cookie::{Cookie, SameSite};
use chrono::TimeDelta;

use super::error::{Code, WebError};
use super::site::Site;
use super::visitor::{Visitor, site_of};
use crate::config::Config;
use crate::domain::channel::Channel;
use crate::domain::entry_key::EntryKey;
use crate::domain::hex;
use crate::domain::ids::{AccountId, RollId, WorkplaceId};
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::secrecy::randomness::draw;
use crate::secrecy::{SessionToken, TokenHash};
use crate::store::Lock;
use crate::store::accounts::update_used_on;
use crate::store::sessions::{
    NewSession, Session, SessionSubject, delete_session, delete_vote_with_account, insert_session, update_session_seen,
};
use crate::store::way_in::{WayIn, lock_way_in};

/// Which of the two sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The office.
    Office,
    /// The vote.
    Vote,
}

impl Place {
    const fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Vote => "vote",
        }
    }

    /// After this time a session ends whatever happens: a working day, or the longest that a ballot may take.
    fn longest(self) -> TimeDelta {
        match self {
            Self::Office => TimeDelta::hours(12),
            Self::Vote => TimeDelta::hours(4),
        }
    }

    /// After this time without a request a session ends.
    fn idle(self) -> TimeDelta {
        match self {
            Self::Office | Self::Vote => TimeDelta::minutes(60),
        }
    }
}

/// On a shared computer a session ends after this time without a request, ...
const SHARED_IDLE: TimeDelta = TimeDelta::minutes(10);
/// ... and after this time whatever happens.
const SHARED_LONGEST: TimeDelta = TimeDelta::hours(1);
/// There a use is noted almost each time, so that a page can say to a few seconds when the session ends.
const SHARED_NOTED: TimeDelta = TimeDelta::seconds(5);

/// A session to be opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Whose it is.
    pub subject: SessionSubject,
    /// By what somebody with an account came in; nothing ends a voter's code.
    pub way_in: Option<WayIn>,
    /// What browser on what system; never noted of voters.
    pub device: Option<String>,
    /// The place whose shared computer it is on.
    pub workplace: Option<WorkplaceId>,
    /// Whether the second factor was shown.
    pub has_shown_second_factor: bool,
}

impl Opening {
    /// Of somebody who came to a row of the roll.
    #[must_use]
    pub const fn of_voter(roll: RollId, channel: Channel) -> Self {
        let subject = SessionSubject::Voter(roll, channel);
        Self { subject, way_in: None, device: None, workplace: None, has_shown_second_factor: false }
    }

    /// Of somebody with an account, on a device of their own.
    #[must_use]
    pub const fn of_account(account: AccountId, way_in: WayIn, device: Option<String>) -> Self {
        let subject = SessionSubject::Account(account);
        Self { subject, way_in: Some(way_in), device, workplace: None, has_shown_second_factor: false }
    }
}

/// How a page on a shared computer counts down: in seconds from the moment when it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CountDown {
    /// So long the session surely lasts without another request.
    pub(super) surely: i64,
    /// After this time without another request it is surely over.
    pub(super) over: i64,
    /// So long it lasts at most, whatever is done.
    pub(super) longest: i64,
    /// After so many minutes without a request a session ends.
    pub(super) minutes: i64,
}

impl CountDown {
    /// For a session that ends at `ends_at` whatever happens.
    pub(super) fn new(ends_at: Instant, now: Instant) -> Self {
        let noted = SHARED_NOTED.num_seconds();
        Self {
            surely: SHARED_IDLE.num_seconds().saturating_sub(noted),
            over: SHARED_IDLE.num_seconds().saturating_add(noted),
            longest: ends_at.since(now).num_seconds().max(0),
            minutes: SHARED_IDLE.num_minutes(),
        }
    }
}

/// A use is noted when the last one noted is older, so that reading pages hardly ever writes.
const NOTED: TimeDelta = TimeDelta::minutes(1);

impl Site {
    /// Opens a session with a new token and ends the one that the visitor brought. The answer carries the cookie. Whoever
    /// signs in does not go on with the vote of the account that was signed in before.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`] when the way in ended since it was looked at; or when the database fails or there is no
    /// randomness.
    pub async fn open_session(&self, visitor: &Visitor, opening: Opening) -> Result<Cookie<'static>, WebError> {
        let place = place_of(&opening.subject);
        let token = SessionToken::new(draw()?);
        let (hash, old) = (token.hash(), visitor.token(place));
        let vote = visitor.vote_cookie.filter(|_| place == Place::Office);
        let handle = hex::encode(&draw::<16>()?);
        let longest = if opening.workplace.is_some() { SHARED_LONGEST } else { place.longest() };
        self.app
            .db
            .write(Lock::Nothing, move |tx| {
                let now = tx.now;
                if let (SessionSubject::Account(account), Some(way_in)) = (opening.subject, &opening.way_in) {
                    if !lock_way_in(tx, account, way_in, now)? {
                        return Err(WebError::told(Code::NotSignedIn));
                    }
                    update_used_on(tx, account, now.to_utc().date())?;
                }
                if let Some(old) = &old {
                    delete_session(tx, old)?;
                }
                if let Some(vote) = &vote {
                    delete_vote_with_account(tx, vote)?;
                }
                let session = Session {
                    subject: opening.subject,
                    workplace: opening.workplace,
                    seen_at: now,
                    expires_at: now.plus(longest),
                    second_factor_at: opening.has_shown_second_factor.then_some(now),
                };
                let (handle, device) = (handle.clone(), opening.device.clone());
                Ok(insert_session(tx, &NewSession { token: hash, handle, device, session })?)
            })
            .await?;
        Ok(session_cookie(&self.app.config, place, token.to_cookie().as_str().to_owned()))
    }

    /// The token for the forms of a page that is sent together with the cookie of a new session of the office.
    ///
    /// # Errors
    /// When there is no randomness.
    pub(super) fn csrf_for_new_session(&self, cookie: &Cookie<'_>) -> Result<String, WebError> {
        let token = SessionToken::parse(cookie.value()).ok_or_else(|| WebError::fault("no session's cookie"))?;
        Ok(self.app.keys.installation().csrf_token(&token.hash(), draw()?).to_string())
    }

    /// Ends a session at once. The answer carries the cookie that takes the token away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_session(&self, visitor: &Visitor, place: Place) -> Result<Cookie<'static>, WebError> {
        if let Some(token) = visitor.token(place) {
            self.app.db.write(Lock::Nothing, move |tx| delete_session(tx, &token)).await?;
        }
        Ok(gone(session_cookie(&self.app.config, place, String::new())))
    }

    /// Notes that a session is in use, once a minute at most, on shared computers every few seconds. A failure ends the
    /// session early at worst, so the page that was asked for is shown all the same.
    pub(super) async fn note_use(&self, token: TokenHash, session: Session, now: Instant) {
        let noted = if session.workplace.is_some() { SHARED_NOTED } else { NOTED };
        if now.since(session.seen_at) < noted {
            return;
        }
        let note = self.app.db.write(Lock::Nothing, move |tx| update_session_seen(tx, &token, now, session.expires_at));
        if let Err(error) = note.await {
            tracing::warn!(error = ?error.to_string(), "the use of a session could not be noted");
        }
    }
}

/// Whether a session that has not reached its end was used lately.
pub(super) fn in_use(session: &Session, now: Instant) -> bool {
    let idle = if session.workplace.is_some() { SHARED_IDLE } else { place_of(&session.subject).idle() };
    now < session.seen_at.plus(idle)
}

const fn place_of(subject: &SessionSubject) -> Place {
    match subject {
        SessionSubject::Account(_) => Place::Office,
        SessionSubject::Voter(..) => Place::Vote,
    }
}

/// The token that a request brings, if it has the shape of one.
pub(super) fn token_of(request: &HttpRequest, config: &Config, place: Place) -> Option<TokenHash> {
    let cookie = request.cookie(&full_name(config, place.name()))?;
    SessionToken::parse(cookie.value()).map(|token| token.hash())
}

/// `__Host-` makes browsers refuse the cookie from anybody but this very host over https.
pub(super) fn full_name(config: &Config, name: &str) -> String {
    if config.secure_cookies() { format!("__Host-{name}") } else { name.to_owned() }
}

/// A cookie that scripts cannot read and other sites' forms do not send.
pub(super) fn cookie(config: &Config, name: &str, value: String) -> Cookie<'static> {
    Cookie::build(full_name(config, name), value)
        .path("/")
        .http_only(true)
        .secure(config.secure_cookies())
        .same_site(SameSite::Lax)
        .finish()
}

/// It has no age of its own, so that closing the browser ends it on a shared computer.
fn session_cookie(config: &Config, place: Place, value: String) -> Cookie<'static> {
    cookie(config, place.name(), value)
}

/// The same cookie, which takes its value away from the browser.
pub(super) fn gone(mut cookie: Cookie<'static>) -> Cookie<'static> {
    cookie.set_max_age(CookieDuration::ZERO);
    cookie
}

const WORKPLACE: &str = "workplace";
/// Between the workplace and who entered there.
const MARK: char = '.';

/// The workplace whose entry was used last in this browser: where its session is over, the next one begins there. The key
/// hangs on a wall and is no secret.
pub(super) fn workplace_cookie(request: &HttpRequest) -> Option<EntryKey> {
    let site = site_of(request).ok()?;
    let cookie = request.cookie(&full_name(&site.app.config, WORKPLACE))?;
    EntryKey::parse(cookie.value().split_once(MARK)?.0)
}

/// Whether this employee was the last to enter in this browser: what was written there before is theirs.
pub(super) fn was_last_here(site: &Site, request: &HttpRequest, account: AccountId) -> bool {
    let brought = request.cookie(&full_name(&site.app.config, WORKPLACE));
    brought
        .is_some_and(|cookie| cookie.value().split_once(MARK).is_some_and(|(_, mark)| mark == last_here(site, account)))
}

/// Remembers the workplace, and who entered, until the browser is closed.
pub(super) fn remember_workplace(site: &Site, key: &EntryKey, account: AccountId) -> Cookie<'static> {
    cookie(&site.app.config, WORKPLACE, format!("{key}{MARK}{}", last_here(site, account)))
}

fn last_here(site: &Site, account: AccountId) -> String {
    hex::encode(site.app.keys.installation().last_here_mac(account).as_bytes())
}

/// Forgets it: this is a device of somebody's own.
pub(super) fn forget_workplace(config: &Config) -> Cookie<'static> {
    gone(cookie(config, WORKPLACE, String::new()))
}

const LANGUAGE: &str = "language";

/// The code of the language that was chosen before. It is no secret and has the same name everywhere.
pub(super) fn language_cookie(request: &HttpRequest) -> Option<String> {
    request.cookie(LANGUAGE).map(|cookie| cookie.value().to_owned())
}

/// Remembers a choice of language for a year.
pub(super) fn remember_language(config: &Config, language: Language) -> Cookie<'static> {
    Cookie::build(LANGUAGE, language.code())
        .path("/")
        .http_only(true)
        .secure(config.secure_cookies())
        .same_site(SameSite::Lax)
        .max_age(CookieDuration::days(365))
        .finish()
}
