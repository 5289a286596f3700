//! The code of one slip: replacing it when the slip was lost, withdrawing it when its owner left.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::batch::slips;
use super::view::{AccountStanding, SlipConfirm, SlipDeed, SlipShow, SlipsDone};
use super::{Answer, Seen, page};
use crate::actions::personnel::{AddressAfter, PersonnelError, ReplacedCode, replace_code, withdraw_code};
use crate::domain::ids::PersonnelSerial;
use crate::store::accounts::{Account, find_account};
use crate::store::personnel::{BatchName, Slip, find_batch_name, find_slip, is_closed_with_code};
use crate::store::{Conn, StoreError};
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::form::CheckedForm;
use crate::web::parts::Problem;
use crate::web::routes::{self, number_of};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// What was done to lead here.
    done: Option<String>,
}

/// What the form of a replacement says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Replacing {
    version: i64,
    /// Set when the address is to go.
    remove_address: Option<String>,
}

/// What can be said above a slip.
const DONE: [&str; 2] = ["withdrawn", "meanwhile"];

/// A slip with what is known of it.
struct Found {
    slip: Slip,
    batch: BatchName,
    /// Its account, until it is deleted.
    account: Option<Account>,
    standing: AccountStanding,
}

/// The slip that the address names.
async fn find(request: &HttpRequest, site: &Site) -> Result<Found, WebError> {
    let serial = PersonnelSerial::new(number_of(request, "id")?);
    let read = move |conn: &mut Conn| {
        let slip = find_slip(conn, serial)?.ok_or(StoreError::NotFound)?;
        let batch = find_batch_name(conn, slip.batch)?;
        let account = slip.account.map(|account| find_account(conn, account)).transpose()?.flatten();
        let standing = match &account {
            Some(account) if is_closed_with_code(conn, account.id)? => AccountStanding::ClosedWithCode,
            Some(account) if account.disabled => AccountStanding::Closed,
            Some(_) | None => AccountStanding::Open,
        };
        Ok::<_, StoreError>(Found { slip, batch, account, standing })
    };
    Ok(site.app.db.read(read).await?)
}

pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    _: Office,
    asked: web::Query<Asked>,
) -> Answer {
    let Found { slip, batch, .. } = find(&request, &site).await?;
    let (words, language) = (site.words(&visitor), visitor.language);
    let done = asked.done.as_deref().and_then(|done| DONE.iter().find(|known| **known == done));
    let view = SlipShow {
        done: done.map(|done| words.text(&format!("personnel-done-{done}"), &[])),
        list_url: routes::personnel_codes(language),
        serial: slip.serial.value(),
        word: batch.word,
        made: words.date(batch.made_at),
        replaced: slip.replaced_at.map(|at| words.date(at)),
        withdrawn: slip.withdrawn_at.map(|at| words.date(at)),
        deleted: slip.account.is_none(),
        replace_url: routes::personnel_code_replace(language, slip.serial),
        withdraw_url: routes::personnel_code_withdraw(language, slip.serial),
    };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}

pub(super) async fn ask_replace(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    ask(&site, &visitor, &find(&request, &site).await?, SlipDeed::Replace, false)
}

pub(super) async fn ask_withdraw(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    ask(&site, &visitor, &find(&request, &site).await?, SlipDeed::Withdraw, false)
}

pub(super) async fn replace(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(typed): CheckedForm<Replacing>,
) -> Answer {
    let found = find(&request, &site).await?;
    let address = if typed.remove_address.is_some() { AddressAfter::Removed } else { AddressAfter::Kept };
    let (keys, serial) = (site.app.keys.installation(), found.slip.serial);
    match replace_code(&site.app.db, keys, office.actor(), (serial, typed.version), address).await {
        Ok(ReplacedCode { code, account_closed }) => {
            let done = if account_closed { SlipsDone::ReplacedClosed } else { SlipsDone::Replaced };
            slips(&site, &visitor, found.batch.word, done, &[(serial, code)])
        }
        Err(error) => refused(&site, &visitor, &found, SlipDeed::Replace, error),
    }
}

pub(super) async fn withdraw(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(seen): CheckedForm<Seen>,
) -> Answer {
    let found = find(&request, &site).await?;
    match withdraw_code(&site.app.db, office.actor(), (found.slip.serial, seen.version)).await {
        Ok(()) => Ok(see_other(&told(&visitor, &found.slip, "withdrawn"))),
        Err(error) => refused(&site, &visitor, &found, SlipDeed::Withdraw, error),
    }
}

fn told(visitor: &Visitor, slip: &Slip, done: &str) -> String {
    format!("{}?done={done}", routes::personnel_code(visitor.language, slip.serial))
}

fn refused(site: &Site, visitor: &Visitor, found: &Found, deed: SlipDeed, error: PersonnelError) -> Answer {
    match error {
        PersonnelError::ChangedMeanwhile | PersonnelError::AccountDeleted => {
            Ok(see_other(&told(visitor, &found.slip, "meanwhile")))
        }
        PersonnelError::LastAdministrator => ask(site, visitor, found, deed, true),
        other => Err(other.into()),
    }
}

fn ask(site: &Site, visitor: &Visitor, found: &Found, deed: SlipDeed, is_refused: bool) -> Answer {
    let slip = &found.slip;
    let is_over = found.account.is_none() || deed == SlipDeed::Withdraw && slip.withdrawn_at.is_some();
    if is_over {
        return Ok(see_other(&told(visitor, slip, "meanwhile")));
    }
    let language = visitor.language;
    let refusal = || Problem { text: site.words(visitor).text("people-problem-last", &[]), anchor: None };
    let view = SlipConfirm {
        url: match deed {
            SlipDeed::Replace => routes::personnel_code_replace(language, slip.serial),
            SlipDeed::Withdraw => routes::personnel_code_withdraw(language, slip.serial),
        },
        slip_url: routes::personnel_code(language, slip.serial),
        serial: slip.serial.value(),
        version: slip.version,
        deed,
        account: found.standing,
        address: found.account.as_ref().and_then(|account| Some(account.email.as_ref()?.shortened())),
        problems: is_refused.then(refusal).into_iter().collect(),
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    site.answer_with(status, visitor, &page(site, visitor)?, &view)
}
