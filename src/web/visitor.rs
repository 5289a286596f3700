//! Who asks: language, address, sessions. Read once for each request, before any handler: without a cookie nothing is asked
//! of the database. With one it is two queries in one snapshot: the session with its account, and what the account is
//! entrusted with; or a voter's session, and the row of the roll. On a shared computer the workplace is a third.
//!
//! The doors that handlers take stand in `doors`.

mod doors;

use std::future::{Ready, ready};
use std::ops::Deref;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use super::address::ClientAddress;
use super::brotli;
use super::error::WebError;
use super::frame::in_language;
use super::organisation::OrganisationNow;
use super::session::{self, Place};
use super::site::Site;
use crate::domain::channel::Channel;
use crate::domain::email::Email;
use crate::domain::ids::{AccountId, RoundId};
use crate::domain::permission::{Actor, Permission, Scope, require};
use crate::domain::role::Grants;
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::secrecy::TokenHash;
use crate::store::roles::list_grants;
use crate::store::roll::{RollRow, find_roll_row};
use crate::store::sessions::{Session, SessionSubject, find_account_session, find_session};
use crate::store::workplaces::{Workplace, find_workplace};
use crate::store::{Conn, StoreError};

pub use doors::{Office, SignedIn, Voter};

/// Who asks. Clones are cheap and mean the same one.
#[derive(Debug, Clone)]
pub struct Visitor(Arc<Known>);

/// What is known of a visitor.
#[derive(Debug)]
pub struct Known {
    /// The language of the address.
    pub language: Language,
    /// Where the request comes from; for limits only.
    pub address: ClientAddress,
    /// Somebody with an account who is signed in.
    pub member: Option<Member>,
    /// Somebody who has come to a ballot.
    pub voter: Option<VoterSession>,
    /// The cookie of a voter's session that the browser holds, be it of one that has ended.
    pub(super) vote_cookie: Option<TokenHash>,
    /// The organisation at the time of the request.
    pub organisation: Arc<OrganisationNow>,
    /// The address that was asked for: path and query.
    pub here: String,
    /// Whether it was asked for with GET or HEAD.
    pub reads: bool,
    /// When the request came.
    pub now: Instant,
    /// The versions of the page that the browser holds.
    pub(super) known_tags: Option<String>,
    /// Whether the browser takes pages compressed with brotli.
    pub(super) takes_brotli: bool,
    /// Whether the link that led here stood on a page in another language.
    pub(super) changed_language: bool,
}

impl Deref for Visitor {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.0
    }
}

/// Somebody with an account who is signed in.
#[derive(Debug, Clone)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// What the person is called; may be empty.
    pub display_name: String,
    /// Where mail goes, if the account has an address.
    pub email: Option<Email>,
    /// What the account is entrusted with.
    pub grants: Grants,
    /// The shared computer that this is, if it is one.
    pub shared: Option<SharedComputer>,
    /// Whether the second factor was shown.
    pub(super) has_shown_second_factor: bool,
    pub(in crate::web) token: TokenHash,
}

impl Member {
    /// Who acts, for actions.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        if self.has_shown_second_factor { Actor::Office(self.account) } else { Actor::Member(self.account) }
    }

    /// Whether a form of theirs reaches the office without another sign-in.
    pub(super) fn may_send(&self) -> bool {
        self.has_shown_second_factor || self.grants.is_empty()
    }

    /// Whether this member may do something, as far as the request knows; actions ask again.
    #[must_use]
    pub fn may(&self, permission: Permission, scope: Scope) -> bool {
        require(self.actor(), &self.grants, permission, scope).is_ok()
    }
}

/// A computer that several people use one after the other.
#[derive(Debug, Clone)]
pub struct SharedComputer {
    /// Where it stands.
    pub workplace: Workplace,
    /// When its session ends whatever happens.
    pub ends_at: Instant,
}

/// Somebody who has entered a code, or come to a ballot with an account.
#[derive(Debug, Clone)]
pub struct VoterSession {
    /// The row of the roll that it led to.
    pub row: RollRow,
    /// Which of the two it was.
    pub channel: Channel,
    token: TokenHash,
}

impl Known {
    /// The token of a session that holds.
    #[must_use]
    pub fn token(&self, place: Place) -> Option<TokenHash> {
        match place {
            Place::Office => self.member.as_ref().map(|member| member.token),
            Place::Vote => self.voter.as_ref().map(|voter| voter.token),
        }
    }

    /// The voter's row of the roll, if the code was one of this round.
    pub(super) fn row_in(&self, round: RoundId) -> Option<RollRow> {
        self.voter.as_ref().map(|voter| &voter.row).filter(|row| row.round == round).cloned()
    }

    /// Whether pages for this visitor are the same for everybody.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.member.is_none() && self.voter.is_none()
    }

    /// Whether the answer may be given to others too: it reads, for nobody in particular, and sets no cookie.
    pub(super) fn may_share(&self) -> bool {
        self.reads && self.is_anonymous() && !self.changed_language
    }
}

/// Reads who asks and hands it to everything behind.
pub(super) async fn resolve(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match Visitor::of(request.request()).await {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.call(request).await.map(ServiceResponse::map_into_boxed_body)
        }
        // An error that is returned would lose the request, and with it the language of its page.
        Err(error) => Ok(request.error_response(error)),
    }
}

impl Visitor {
    async fn of(request: &HttpRequest) -> Result<Self, WebError> {
        let site = site_of(request)?;
        let code = request.match_info().get("language").unwrap_or_default();
        let language = site.languages.find(code).ok_or_else(WebError::not_found)?;
        let now = site.app.db.clock().now();
        let organisation = site.organisations.get(&site.app.db).await?;
        if !organisation.offer().has(language) {
            let here = request.uri().path_and_query().map_or("/", |here| here.as_str());
            return Err(WebError::Elsewhere(in_language(here, organisation.offer().first())));
        }
        let (member, voter) = find_sessions(request, &site, now).await?;
        Ok(Self(Arc::new(Known { member, voter, ..Known::anonymous(request, &site, language, organisation, now) })))
    }

    /// Somebody of whom nothing is known but the request itself.
    pub(super) fn stranger(
        request: &HttpRequest,
        site: &Site,
        language: Language,
        organisation: Arc<OrganisationNow>,
    ) -> Self {
        let now = site.app.db.clock().now();
        Self(Arc::new(Known::anonymous(request, site, language, organisation, now)))
    }
}

impl Known {
    fn anonymous(
        request: &HttpRequest,
        site: &Site,
        language: Language,
        organisation: Arc<OrganisationNow>,
        now: Instant,
    ) -> Self {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        Self {
            language,
            address: ClientAddress::of(request, &site.app.config.trusted_proxies),
            member: None,
            voter: None,
            vote_cookie: session::token_of(request, &site.app.config, Place::Vote),
            organisation,
            here: request.uri().path_and_query().map_or("/", |here| here.as_str()).to_owned(),
            reads: matches!(*request.method(), Method::GET | Method::HEAD),
            now,
            takes_brotli: brotli::is_taken(request),
            known_tags: header(header::IF_NONE_MATCH).map(str::to_owned),
            changed_language: header(header::REFERER).is_some_and(|from| in_another_language(from, site, language)),
        }
    }
}

/// Whether a page of ours in another language led here.
fn in_another_language(from: &str, site: &Site, language: Language) -> bool {
    let Ok(from) = url::Url::parse(from) else { return false };
    let code = from.path_segments().and_then(|mut parts| parts.next()).unwrap_or_default();
    from.origin() == site.app.config.base_url.origin()
        && site.languages.find(code).is_some_and(|before| before != language)
}

type Sessions = (Option<Member>, Option<VoterSession>);

/// What stands behind the cookies, in one snapshot; no query without a cookie.
async fn find_sessions(request: &HttpRequest, site: &Site, now: Instant) -> Result<Sessions, StoreError> {
    let token = |place| session::token_of(request, &site.app.config, place);
    let (office, vote) = (token(Place::Office), token(Place::Vote));
    if office.is_none() && vote.is_none() {
        return Ok((None, None));
    }
    let (member, voter) = site
        .app
        .db
        .read(move |conn| Ok::<_, StoreError>((find_member(conn, office, now)?, find_voter(conn, vote, now)?)))
        .await?;
    // Who voted with an account goes on only while signed in: what ends an account's session ends its vote as well.
    let voter = voter.filter(|(voter, _)| voter.channel != Channel::Account || member.is_some());
    if let Some((member, session)) = &member {
        site.note_use(member.token, *session, now).await;
    }
    if let Some((voter, session)) = &voter {
        site.note_use(voter.token, *session, now).await;
    }
    Ok((member.map(|(member, _)| member), voter.map(|(voter, _)| voter)))
}

fn find_member(
    conn: &mut Conn,
    token: Option<TokenHash>,
    now: Instant,
) -> Result<Option<(Member, Session)>, StoreError> {
    let Some(token) = token else { return Ok(None) };
    let Some((session, account)) = find_account_session(conn, &token, now)? else { return Ok(None) };
    if account.disabled || !session::in_use(&session, now) {
        return Ok(None);
    }
    let shared = match session.workplace {
        None => None,
        Some(workplace) => match find_workplace(conn, workplace)?.filter(|place| place.closed_at.is_none()) {
            Some(workplace) => Some(SharedComputer { workplace, ends_at: session.expires_at }),
            None => return Ok(None),
        },
    };
    let member = Member {
        account: account.id,
        display_name: account.display_name,
        email: account.email,
        grants: list_grants(conn, account.id)?,
        shared,
        has_shown_second_factor: session.second_factor_at.is_some(),
        token,
    };
    Ok(Some((member, session)))
}

fn find_voter(
    conn: &mut Conn,
    token: Option<TokenHash>,
    now: Instant,
) -> Result<Option<(VoterSession, Session)>, StoreError> {
    let Some(token) = token else { return Ok(None) };
    let Some(session) = find_session(conn, &token, now)?.filter(|found| session::in_use(found, now)) else {
        return Ok(None);
    };
    let SessionSubject::Voter(id, channel) = session.subject else { return Ok(None) };
    Ok(find_roll_row(conn, id)?.map(|row| (VoterSession { row, channel, token }, session)))
}

/// What handlers work with; a request without it was routed past `server`.
pub(super) fn site_of(request: &HttpRequest) -> Result<web::Data<Site>, WebError> {
    request.app_data::<web::Data<Site>>().cloned().ok_or_else(|| WebError::fault("the site is not wired"))
}

pub(super) fn visitor_of(request: &HttpRequest) -> Result<Visitor, WebError> {
    request.extensions().get::<Visitor>().cloned().ok_or_else(|| WebError::fault("the visitor was not resolved"))
}

impl FromRequest for Visitor {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visitor_of(request))
    }
}
