//! Bringing what happened to those who follow it: batch by batch, so that nobody else waits, and each batch in a transaction
//! of its own that notes how far it has come. So it goes on where it was killed, and two workers do no harm.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::refusal::FollowError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::ids::{ProposalNumber, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, NewsItem, SealedSecret};
use crate::secrecy::InstallationKeys;
use crate::store::followers::Follower;
use crate::store::news::{
    NewNews, UntoldNews, insert_news, list_last_days, list_untold_news, lock_due_follower, lock_spreading_news, spread,
    update_told,
};
use crate::store::texts::find_round_text;
use crate::store::{Db, Lock, StoreError, Tx};

/// Followers in one batch.
pub const BATCH: i64 = 200;
/// Nobody is written to twice within it.
pub const PAUSE: TimeDelta = TimeDelta::days(7);
/// How long news waits for more of the same hours.
const GATHERED: TimeDelta = TimeDelta::hours(3);
/// How long before its end voting is told of once more.
pub const LAST_DAYS: TimeDelta = TimeDelta::days(3);
/// The most news in one mail; the page of what is followed leads to all.
const MOST: usize = 20;
/// How long a mail that could not leave is of use.
const GOOD_FOR: TimeDelta = TimeDelta::days(7);

/// Writes down of each round whose voting ends soon that it does; once.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn tell_of_last_days(db: &Db, actor: Actor) -> Result<(), FollowError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::TellFollowers, Scope::Organisation)?;
        let now = tx.now;
        for (round, closes_at) in list_last_days(tx, now, LAST_DAYS)? {
            let about = crate::domain::follow::Followed { round, proposal: None };
            let kind = NewsKind::LastDays;
            insert_news(tx, &NewNews { about, kind, detail: String::new(), good_until: Some(closes_at) }, now)?;
        }
        Ok(())
    })
    .await
}

/// Spreads the oldest news to its next followers.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn spread_news(db: &Db, actor: Actor) -> Result<(), FollowError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::TellFollowers, Scope::Organisation)?;
        let now = tx.now;
        let Some(next) = lock_spreading_news(tx)? else { return Ok(()) };
        let due_at = if next.kind.is_at_once() { now } else { next.happened_at.plus(GATHERED).max(now) };
        Ok(spread(tx, &next, (BATCH, PAUSE), (due_at, now))?)
    })
    .await
}

/// Writes to followers who are due, each one mail with all that is new. Who has nothing to hear after all gets none.
///
/// # Errors
/// When the actor may not, the database fails, or there is no randomness.
pub async fn write_to_followers(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    due: Vec<Follower>,
) -> Result<(), FollowError> {
    let ids = MessageIds::draw()?;
    let seal = |(place, follower): (usize, &Follower)| {
        let id = keys.following_id(&follower.seed).to_cookie().as_str().to_owned();
        SealedSecret::seal(keys, &ids, place, &MailSecret::link(id))
    };
    let secrets = due.iter().enumerate().map(seal).collect::<Result<Vec<_>, _>>()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::TellFollowers, Scope::Organisation)?;
        let (now, mut titles) = (tx.now, BTreeMap::new());
        for (place, (follower, secret)) in due.iter().zip(&secrets).enumerate() {
            if !lock_due_follower(tx, follower.id, now)? {
                continue;
            }
            let language = Language::from_code(&follower.language).unwrap_or_default();
            let message = news_for(tx, follower, (language, &mut titles))?;
            update_told(tx, follower.id, message.as_ref().map(|_| now))?;
            let Some(message) = message else { continue };
            let (secret, expires_at) = (Some(secret), Some(now.plus(GOOD_FOR)));
            enqueue(
                tx,
                &ids,
                place,
                Outgoing { message: &message, recipient: &follower.email, language, secret, expires_at },
            )?;
        }
        Ok(())
    })
    .await
}

type Titles = BTreeMap<(RoundId, &'static str), String>;

/// All that a follower is to hear, without what newer news took the place of; nothing when there is nothing.
fn news_for(
    tx: &mut Tx<'_>,
    follower: &Follower,
    (language, titles): (Language, &mut Titles),
) -> Result<Option<Message>, StoreError> {
    let now = tx.now;
    let mut untold: Vec<UntoldNews> = Vec::new();
    for news in list_untold_news(tx, follower, now)? {
        let is_same = |other: &UntoldNews| {
            (other.kind.topic(), other.round.0, other.proposal) == (news.kind.topic(), news.round.0, news.proposal)
                && (news.kind != NewsKind::Joined || other.detail == news.detail)
        };
        if !untold.iter().any(is_same) {
            untold.push(news);
        }
    }
    let more = u32::try_from(untold.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
    let mut items = Vec::new();
    for UntoldNews { kind, detail, round: (round, slug), proposal } in untold.into_iter().take(MOST) {
        let title = match titles.get(&(round, language.code())) {
            Some(title) => title.clone(),
            None => {
                let title = find_round_text(tx, round, language.written())?.text.title;
                titles.insert((round, language.code()), title.clone());
                title
            }
        };
        items.push(NewsItem {
            kind,
            detail,
            slug: slug.as_str().to_owned(),
            round: title,
            number: proposal.map(ProposalNumber::value),
        });
    }
    Ok((!items.is_empty()).then_some(Message::FollowedNews { news: items, more }))
}
