//! The result of a round: an overview, a page for each area, the ballot files, and the page before there is a result.
//!
//! `load` reads, `build` makes views of what was read, `explain` and `reason` tell a count.

mod build;
pub mod comparison;
pub mod explain;
mod file;
mod handlers;
pub(super) mod kept;
pub(super) mod load;
pub mod reason;
pub mod recount;
pub mod view;

use actix_web::web;

use super::routes::{path, shown};

pub(super) use build::figures::figures_of;
pub(super) use build::{Pen, check_value, count_ties, in_short, many};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::RESULT).route(shown().to(handlers::show)))
        .service(web::resource(path::RESULT_AREA).route(shown().to(handlers::area)))
        .service(web::resource(path::RESULT_FILE).route(shown().to(file::download)));
}
