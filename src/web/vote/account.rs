//! The way to a ballot with an account: what the entry shows of it, and its form. The account is known here for the last
//! time; the voter's session has the row of the roll alone.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::again::Again;
use super::door::{Arrival, shut};
use super::entry::{Entry, page, welcome};
use super::form::AccountForm;
use super::view::{AccountState, AccountWay};
use crate::actions::ballot::{Declared, EnterWithAccountError, enter_with_account};
use crate::domain::channel::Channel;
use crate::domain::slug::Slug;
use crate::locale::Arg;
use crate::store::accounts::{Account, find_account};
use crate::store::roll_accounts::find_account_holder;
use crate::store::{Conn, StoreError};
use crate::web::csrf::token_for;
use crate::web::error::WebError;
use crate::web::round::load::PublicRound;
use crate::web::routes::{self, RoundSlug};
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

pub(super) async fn enter(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    SignedIn(member): SignedIn,
    RoundSlug(slug): RoundSlug,
    form: AccountForm,
) -> Result<HttpResponse, WebError> {
    let again = Again::with_account(&slug, form.carried.to_carry_on(&site, &visitor));
    let answer = open(&site, &visitor, &member, &slug, form).await;
    again.if_we_failed(&request, &site, &visitor, answer)
}

async fn open(
    site: &Site,
    visitor: &Visitor,
    member: &Member,
    slug: &Slug,
    form: AccountForm,
) -> Result<HttpResponse, WebError> {
    let found = site.public_round(visitor, slug).await?;
    let arrival = if form.carried.is_empty() { Arrival::WithCode } else { Arrival::WithChoices };
    if let Some(answer) = shut(site, visitor, &found, arrival)? {
        return Ok(answer);
    }
    let declared = form
        .declares
        .then(|| Declared { language: visitor.language.tag().to_owned(), text: declaration(site, visitor, &found) });
    let (db, keys, zone) = (&site.app.db, &site.app.keys, site.zone(visitor));
    let of = (found.round.id, member.account);
    let undeclared = match enter_with_account(db, keys, zone, member.actor(), of, declared).await {
        Ok(row) => {
            let kept = form.carried.of(site, &row);
            return welcome(site, visitor, found, (row, Channel::Account), &kept).await;
        }
        Err(EnterWithAccountError::NotDeclared) => true,
        // The page itself says so: it has no such way, or tells how an account gets an address.
        Err(EnterWithAccountError::TakesNoAccounts | EnterWithAccountError::NoAddress) => false,
        Err(error) => return Err(error.into()),
    };
    let kept = form.carried.to_carry_on(site, visitor);
    let entry = Entry { undeclared, kept, ..Entry::default() };
    page(site, visitor, &found, StatusCode::UNPROCESSABLE_ENTITY, entry).await
}

/// What is to be ticked: the round's own words, or the usual ones.
fn declaration(site: &Site, visitor: &Visitor, found: &PublicRound) -> String {
    if !found.text.declaration.is_empty() {
        return found.text.declaration.clone();
    }
    let organisation = visitor.organisation.text(visitor.language).name;
    let declared = found.round.declared.as_str().replace('_', "-");
    let args = [("organisation", Arg::from(organisation.as_str()))];
    site.words(visitor).text(&format!("vote-declare-{declared}"), &args)
}

/// The way with an account, as far as somebody is on it; none in a round that takes no accounts.
pub(super) async fn account_way(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    problem: bool,
) -> Result<Option<AccountWay>, WebError> {
    if !found.round.basis.takes_accounts() {
        return Ok(None);
    }
    let (language, slug) = (visitor.language, &found.round.slug);
    let (account, state) = match &visitor.member {
        Some(member) => {
            let (account, state) = stand(site, member, found).await?;
            (Some(account), state)
        }
        None => (None, AccountState::SignIn),
    };
    Ok(Some(AccountWay {
        state,
        who: account.map(|account| account.email.map_or(account.display_name, |email| email.as_str().to_owned())),
        declaration: declaration(site, visitor, found),
        problem,
        enter_url: routes::vote_account(language, slug),
        sign_in_url: routes::sign_in_and_go_to(language, &routes::vote(language, slug)),
        sign_out_url: routes::sign_out(language),
        address_url: routes::account_address(language),
        csrf: token_for(site, visitor, Place::Office)?,
    }))
}

/// The account of somebody who is signed in, and how far it is.
async fn stand(site: &Site, member: &Member, found: &PublicRound) -> Result<(Account, AccountState), WebError> {
    let (keys, id) = (site.app.keys.clone(), member.account);
    let (round, public_id) = (found.round.id, found.round.public_id);
    let read = move |conn: &mut Conn| {
        let account = find_account(conn, id)?.ok_or(StoreError::NotFound)?;
        let Some(email) = &account.email else { return Ok((account, AccountState::NoAddress)) };
        let ways = keys.installation().ways_of_account(&public_id, account.key(), email);
        let state = match find_account_holder(conn, round, &ways)? {
            Some(_) => AccountState::Ready,
            None => AccountState::Declare,
        };
        Ok::<_, StoreError>((account, state))
    };
    Ok(site.app.db.read(read).await?)
}
