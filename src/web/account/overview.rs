//! The overview of an account.

use actix_web::web;
use serde::Deserialize;

use super::load::load;
use super::view::{AccountShow, ProposalRow, SessionRow};
use super::{Answer, page};
use crate::locale::Language;
use crate::store::own_proposals::OwnProposal;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};
use crate::web::{proposals, review, routes};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// What was done to lead here.
    done: Option<String>,
}

/// What can be said above the overview.
const DONE: [&str; 5] = ["profile", "password", "no-password", "sessions", "signed-in"];

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    asked: web::Query<Asked>,
) -> Answer {
    let mine = load(&site, &visitor, &member).await?;
    let (words, language) = (site.words(&visitor), visitor.language);
    let row = |session: &crate::store::sessions::OpenSession| SessionRow {
        handle: session.handle.clone(),
        device: session.device.clone(),
        since: words.date_time(session.opened_at),
        seen: words.date_time(session.seen_at),
        is_this: mine.this.as_deref() == Some(session.handle.as_str()),
    };
    let proposal = |own: &OwnProposal| ProposalRow {
        number: own.number.padded(),
        title: own.title.clone(),
        language: own.language.clone(),
        state: match own.standing {
            Some(standing) => review::words::standing(standing, words),
            None => proposals::words::state(own.state, words),
        },
        url: routes::proposal(language, &own.round, own.number),
    };
    let done = asked.done.as_deref().and_then(|done| DONE.iter().find(|known| **known == done));
    let view = AccountShow {
        done: done.map(|done| words.text(&format!("account-done-{done}"), &[])),
        name: mine.account.display_name.clone(),
        mail_language: Language::from_code(&mine.account.language).unwrap_or_default().own_name(),
        email: mine.account.email.as_ref().map(|email| email.as_str().to_owned()),
        is_employee: mine.account.is_employee,
        has_password: mine.account.password_hash.is_some(),
        is_of_office: !member.grants.is_empty(),
        has_second_factor: mine.has_second_factor,
        proposals: mine.proposals.iter().map(proposal).collect(),
        own_proposal_url: routes::own_proposal(language),
        home_url: routes::home(language),
        sessions: mine.sessions.iter().map(row).collect(),
        profile_url: routes::account_profile(language),
        address_url: routes::account_address(language),
        password_url: routes::account_password(language),
        sessions_url: routes::account_sessions(language),
        second_factor_url: routes::second_factor(language),
        data_url: routes::account_data(language),
        following_url: routes::following(language),
        delete_url: routes::account_delete(language),
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}
