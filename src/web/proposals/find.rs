//! The way to a proposal by its number, as somebody has it from a receipt or a letter.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::load::find_slug_of;
use super::view::{FindField, ProposalFind};
use crate::domain::ids::ProposalNumber;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::parts::Problem;
use crate::web::round::load::Reader;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What people write before a number.
const BEFORE: [&str; 4] = ["nr", "no", "nummer", "number"];
/// No number that was typed by hand is longer.
const LONGEST: usize = 40;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    number: Option<String>,
}

pub(super) async fn find(
    site: web::Data<Site>,
    visitor: Visitor,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, WebError> {
    let Some(typed) = &asked.number else { return answer(&site, &visitor, StatusCode::OK, "", None) };
    let typed: String = typed.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    let Some(number) = read_number(&typed) else {
        let problem = if typed.trim().is_empty() { "proposals-find-missing" } else { "proposals-find-unreadable" };
        return answer(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &typed, Some(problem));
    };
    let reader = Reader::of(&visitor);
    match site.app.db.read(move |conn| find_slug_of(conn, number, reader)).await? {
        Some(slug) => Ok(see_other(&routes::proposal(visitor.language, &slug, number))),
        None => answer(&site, &visitor, StatusCode::NOT_FOUND, &typed, Some("proposals-find-unknown")),
    }
}

fn answer(
    site: &Site,
    visitor: &Visitor,
    status: StatusCode,
    typed: &str,
    problem: Option<&str>,
) -> Result<HttpResponse, WebError> {
    let problem = problem.map(|key| site.words(visitor).text(key, &[]));
    let view = ProposalFind {
        problems: problem
            .iter()
            .map(|text| Problem { text: text.clone(), anchor: Some("number".to_owned()) })
            .collect(),
        find: FindField { url: routes::find_proposal(visitor.language), value: typed.to_owned(), problem },
    };
    site.answer_with(status, visitor, &site.page(visitor, Menu::Public(Vec::new()))?, &view)
}

/// Reads `412`, `00412`, `Nr. 412` or `#412`.
fn read_number(typed: &str) -> Option<ProposalNumber> {
    let plain: String = typed.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    let digits = plain.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let before = plain.strip_suffix(digits)?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number && (before.is_empty() || BEFORE.contains(&before)))?;
    Some(ProposalNumber::new(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in ["412", "00412", " Nr. 412 ", "nr.00412", "No. 412", "#412", "Nummer 412", "4 12"] {
            assert_eq!(read_number(typed), Some(ProposalNumber::new(412)), "{typed}");
        }
        for wrong in ["", "Nr.", "x412", "412a", "99999999999", "٤١٢", "<b>412</b>"] {
            assert_eq!(read_number(wrong), None, "{wrong}");
        }
    }
}
