//! What waits today, and all rounds.

use actix_web::web;

use super::alarms::alarms;
use super::load::load_all;
use super::set_up::open_steps;
use super::{Answer, build};
use crate::domain::permission::Scope;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

pub(super) async fn show(site: web::Data<Site>, visitor: Visitor, office: Office) -> Answer {
    let mut rounds = load_all(&site, &visitor).await?;
    rounds.retain(|standing| office.may(Scope::Round(standing.round.id)));
    let set_up = open_steps(&site, &visitor).await?;
    let alarms = alarms(&site, &visitor, &office, &rounds).await?;
    let page = site.page(&visitor, Menu::Office(OfficePlace::Dashboard))?;
    site.answer(&visitor, &page, &build::dashboard(&site, &visitor, &rounds, (set_up, alarms)))
}
