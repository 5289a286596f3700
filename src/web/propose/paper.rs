//! The form on paper: the questions of the steps in the same words and order, to be filled in by hand. It prints on one
//! sheet; the second page says how to fill it in.

use actix_web::{HttpResponse, web};

use super::build::{Here, Sheet};
use super::fields::{Step, Typed};
use super::steps::here;
use super::view::{PaperField, PaperForm};
use crate::locale::Words;
use crate::media::ContentHash;
use crate::web::error::WebError;
use crate::web::round::load::Reader;
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::settings::view::FieldView;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// So many digits of the hash name a version of the form.
const VERSION: usize = 6;
/// More answers than these have no box each: one of them is written down, and the second page lists them.
const MOST_BOXES: usize = 12;

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (language, here) = (visitor.language, here(&site, &visitor, &slug).await?);
    let words = site.words(&visitor);
    let view = PaperForm {
        round: here.found.text.title.clone(),
        round_url: routes::round(language, &slug),
        propose_url: routes::propose(language, &slug),
        until: here.until(&words),
        version: version(&here, words),
        fields: fields(&here, words).into_iter().map(paper).collect(),
    };
    let menu = round_menu(&here.found.round, Reader::of(&visitor), RoundPlace::Elsewhere, words);
    site.answer(&visitor, &site.page(&visitor, menu)?, &view)
}

/// What the footer of the form says of it: another word for each change of a question or an answer. Whoever enters a form
/// sees by it whether the page asks the same.
pub(in crate::web) fn version(here: &Here, words: Words<'_>) -> String {
    let asked: Vec<String> = fields(here, words)
        .into_iter()
        .flat_map(|field| std::iter::once(field.label).chain(field.options.into_iter().map(|option| option.label)))
        .collect();
    ContentHash::of(asked.join("\n").as_bytes()).to_string().chars().take(VERSION).collect()
}

/// The fields of all steps, with nothing in them.
fn fields(here: &Here, words: Words<'_>) -> Vec<FieldView> {
    let typed = Typed::default();
    let sheet = |step| Sheet { here, words, step, typed: &typed, mistakes: Vec::new(), to_check: false, saved: None };
    Step::ALL.into_iter().flat_map(|step| sheet(step).fields()).collect()
}

/// How much room a field has on paper.
fn paper(field: FieldView) -> PaperField {
    // To leave out a question is an answer on paper already.
    let options: Vec<String> =
        field.options.into_iter().filter(|option| !option.value.is_empty()).map(|option| option.label).collect();
    let has_boxes = options.len() <= MOST_BOXES;
    let lines = match (field.kind, field.name.as_str()) {
        ("prose", "body") => 5,
        ("prose", "offer_body") | ("line" | "email" | "number", _) => 1,
        ("prose", _) => 2,
        _ => u32::from(!has_boxes),
    };
    PaperField {
        name: field.name,
        label: field.label,
        hint: field.hint,
        lines,
        is_tick: field.kind == "tick",
        options,
        has_boxes,
    }
}
