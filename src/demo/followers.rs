//! Who follows the round that is voted on: one neighbour in each language, and one address that has not said yes.

use super::fill::DemoError;
use crate::actions::follow::{AskToFollow, ask_to_follow, confirm_follow};
use crate::app::App;
use crate::domain::email::Email;
use crate::domain::follow::Followed;
use crate::domain::ids::RoundId;
use crate::domain::permission::Actor;
use crate::locale::Language;
use crate::mail::Message;
use crate::secrecy::token::LinkPurpose;
use crate::store::mails::list_mails;

const NEIGHBOURS: [(&str, Language, bool); 3] = [
    ("nachbarin@lindenau.example", Language::German, true),
    ("neighbour@lindenau.example", Language::English, true),
    ("unentschlossen@lindenau.example", Language::German, false),
];

/// Lets them follow a round; those who say yes do so by the link of their mail.
pub(super) async fn let_follow(app: &App, round: RoundId) -> Result<(), DemoError> {
    let keys = app.keys.installation();
    for (address, language, says_yes) in NEIGHBOURS {
        let email = Email::parse(address).map_err(|_| DemoError::Content(address.to_owned()))?;
        let asked = AskToFollow { email, language, followed: Followed { round, proposal: None } };
        ask_to_follow(&app.db, keys, Actor::Anonymous, asked).await?;
        if !says_yes {
            continue;
        }
        let broken = || DemoError::Content(format!("the mail to {address}"));
        let newest = app.db.read(|conn| list_mails(conn, 0, 1)).await?.pop().ok_or_else(broken)?;
        let message = Message::parse(&newest.parameters).ok_or_else(broken)?;
        let secret = app.open_secret(&message, (&newest).into()).ok().flatten().ok_or_else(broken)?;
        let (purpose, now) = (LinkPurpose::ConfirmFollow, app.db.clock().now());
        let link = keys.verify_link(&app.issuer(), purpose, secret.token(), now).map_err(|_| broken())?;
        confirm_follow(&app.db, keys, Actor::Anonymous, link).await?;
    }
    Ok(())
}
