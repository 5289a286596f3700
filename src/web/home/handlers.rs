//! Showing the start page.

use actix_web::{HttpResponse, web};

use super::build::home_show;
use super::load::find_home;
use crate::locale::local_day;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::projects::order::Order;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn show(site: web::Data<Site>, visitor: Visitor) -> Result<HttpResponse, WebError> {
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let order = Order::of_day(local_day(visitor.now, site.zone(&visitor)));
    let kept = site.allocations.clone();
    let home = site.app.db.read(move |conn| find_home(conn, &kept, order, reader)).await?;
    let menu = match &home.current {
        Some(current) => round_menu(&current.found.round, reader, RoundPlace::Elsewhere, words),
        None => Menu::Public(Vec::new()),
    };
    let page = site.page(&visitor, menu)?;
    site.answer(&visitor, &page, &home_show(&home, reader, words))
}
