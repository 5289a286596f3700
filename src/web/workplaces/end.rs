//! Asks once more before something ends or begins again at a workplace, and does it.

use actix_web::{HttpRequest, web};

use super::places::told;
use super::view::{PlaceDeed, WorkplaceConfirm};
use super::{Answer, Seen, find, page};
use crate::actions::workplace::{WorkplaceError, close_workplace, give_new_address, reopen_workplace};
use crate::domain::ids::WorkplaceId;
use crate::store::workplaces::Workplace;
use crate::web::answer::see_other;
use crate::web::form::CheckedForm;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn ask_close(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    ask(&request, &site, &visitor, PlaceDeed::Close).await
}

pub(super) async fn ask_reopen(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    ask(&request, &site, &visitor, PlaceDeed::Reopen).await
}

pub(super) async fn ask_address(request: HttpRequest, site: web::Data<Site>, visitor: Visitor, _: Office) -> Answer {
    ask(&request, &site, &visitor, PlaceDeed::Address).await
}

pub(super) async fn close(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(seen): CheckedForm<Seen>,
) -> Answer {
    let place = find(&request, &site).await?;
    let made = close_workplace(&site.app.db, office.actor(), (place.id, seen.version)).await;
    after(&visitor, place.id, made, "closed")
}

pub(super) async fn reopen(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(seen): CheckedForm<Seen>,
) -> Answer {
    let place = find(&request, &site).await?;
    let made = reopen_workplace(&site.app.db, office.actor(), (place.id, seen.version)).await;
    after(&visitor, place.id, made, "reopened")
}

pub(super) async fn change_address(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    CheckedForm(seen): CheckedForm<Seen>,
) -> Answer {
    let place = find(&request, &site).await?;
    let made = give_new_address(&site.app.db, office.actor(), (place.id, seen.version)).await;
    after(&visitor, place.id, made, "address")
}

fn after(visitor: &Visitor, id: WorkplaceId, made: Result<(), WorkplaceError>, done: &str) -> Answer {
    match made {
        Ok(()) => Ok(see_other(&told(visitor, id, done))),
        Err(WorkplaceError::ChangedMeanwhile) => Ok(see_other(&told(visitor, id, "meanwhile"))),
        Err(error) => Err(error.into()),
    }
}

/// Whether there is anything left to ask about.
fn is_to_do(place: &Workplace, deed: PlaceDeed) -> bool {
    match deed {
        PlaceDeed::Close => place.closed_at.is_none(),
        PlaceDeed::Reopen => place.closed_at.is_some(),
        PlaceDeed::Address => true,
    }
}

async fn ask(request: &HttpRequest, site: &Site, visitor: &Visitor, deed: PlaceDeed) -> Answer {
    let (place, language) = (find(request, site).await?, visitor.language);
    if !is_to_do(&place, deed) {
        return Ok(see_other(&told(visitor, place.id, "meanwhile")));
    }
    let view = WorkplaceConfirm {
        url: match deed {
            PlaceDeed::Close => routes::workplace_close(language, place.id),
            PlaceDeed::Reopen => routes::workplace_reopen(language, place.id),
            PlaceDeed::Address => routes::workplace_address(language, place.id),
        },
        place_url: routes::workplace(language, place.id),
        name: place.name,
        version: place.version,
        deed,
    };
    site.answer(visitor, &page(site, visitor)?, &view)
}
