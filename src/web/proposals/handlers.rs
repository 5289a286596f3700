//! Showing the list, the same as a table, and a single proposal.

use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::asked::{Asked, WantedOrder};
use super::build::{Pen, proposal_show, proposals_index};
use super::load::{find_list, find_one};
use super::table::proposals_table;
use super::view::ProposalShow;
use crate::domain::ids::ProposalNumber;
use crate::locale::local_day;
use crate::web::answer::leads_to;
use crate::web::error::WebError;
use crate::web::following::offer::follow_offer;
use crate::web::projects::order::Order;
use crate::web::record::download;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug, number_of};
use crate::web::site::Site;
use crate::web::supports::Asker;
use crate::web::visitor::Visitor;

/// A table is made anew soon.
const FOR_A_MOMENT: &str = "public, max-age=10, must-revalidate";

pub(super) async fn index(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let today = Order::of_day(local_day(visitor.now, site.zone(&visitor)));
    let wanted = asked.read(visitor.language)?;
    let Some(order) = wanted.order else {
        site.public_round(&visitor, &slug).await?;
        let list = routes::proposals(visitor.language, &slug);
        return Ok(to_order(&asked.in_order(&list, &WantedOrder::Random(today).in_address())));
    };
    let (sought, asker) = (wanted.clone(), Asker::of(&site, &visitor));
    let read = site.app.db.read(move |conn| find_list(conn, &slug, (&sought, order), (reader, &asker))).await?;
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Proposals, words))?;
    let view =
        proposals_index(&read, &asked, (&wanted, order, today), Pen { reader, words, zone: site.zone(&visitor) });
    site.answer(&visitor, &page, &view)
}

pub(super) async fn table(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let (reader, wanted) = (Reader::of(&visitor), asked.read(visitor.language)?);
    let name = format!("{slug}-proposals.csv");
    let app = site.app.clone();
    let bytes = site.app.db.read(move |conn| proposals_table(conn, &slug, &wanted, (&app, reader))).await?;
    Ok(download("text/csv; charset=utf-8; header=present", &name, FOR_A_MOMENT, bytes))
}

/// A proposal stands at one address alone: below its own round, under its number with all digits.
pub(super) async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let asker = Asker::of(&site, &visitor);
    let read = site.app.db.read(move |conn| find_one(conn, number, (reader, &asker))).await?;
    let is_here = read.found.round.slug == slug && request.match_info().get("number") == Some(&*number.padded());
    if !is_here {
        let own = routes::proposal(visitor.language, &read.found.round.slug, number);
        return Ok(leads_to(StatusCode::FOUND, &own).finish());
    }
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Elsewhere, words))?;
    let follow = match read.proposal.state.is_public() {
        true => follow_offer(&site, &visitor, &read.found.round, Some((read.proposal.id, number))).await?,
        false => None,
    };
    let show = proposal_show(&read, &asked, Pen { reader, words, zone: site.zone(&visitor) });
    site.answer(&visitor, &page, &ProposalShow { follow, ..show })
}

/// Leads to the order of the day. Tomorrow it is another one, so nobody may keep the answer.
fn to_order(address: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
