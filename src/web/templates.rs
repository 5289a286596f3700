//! The templates, embedded in the program and compiled once. Each view names its template, so a page cannot be
//! rendered with another page's view.

use std::sync::Arc;

use rust_embed::Embed;
use serde::Serialize;
use tera::{Context, Tera};
use thiserror::Error;

use super::layout::Page;
use crate::locale::{self, Catalogue};

#[derive(Embed)]
#[folder = "templates/"]
struct Files;

/// What a template gets besides the [`Page`]: one struct for one template.
///
/// Its fields are the template's variables. The names `page` and `language` are taken by the frame.
pub trait View: Serialize {
    /// The template's file under `templates/`.
    const TEMPLATE: &'static str;
}

/// All templates, ready to render. Cheap to share behind an `Arc`.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
}

/// Why a template could not be read or rendered; always a mistake in the program.
#[derive(Debug, Error)]
#[error("template {template}: {source}")]
pub struct TemplateError {
    template: &'static str,
    source: Box<tera::Error>,
}

impl Templates {
    /// Compiles everything under `templates/` with the messages of a catalogue.
    ///
    /// # Errors
    /// When a template does not parse or calls something that does not exist.
    pub fn load(catalogue: Arc<Catalogue>) -> Result<Self, TemplateError> {
        let mut tera = Tera::default();
        locale::tera::register(&mut tera, catalogue);
        let sources: Vec<(String, String)> = Files::iter()
            .filter_map(|name| {
                let file = Files::get(&name)?;
                Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
            })
            .collect();
        tera.add_raw_templates(sources).map_err(|e| TemplateError { template: "(all)", source: Box::new(e) })?;
        Ok(Self { tera })
    }

    /// A page as HTML.
    ///
    /// # Errors
    /// When the template uses what the view does not have.
    pub fn render<V: View>(&self, page: &Page, view: &V) -> Result<String, TemplateError> {
        let failed = |e| TemplateError { template: V::TEMPLATE, source: Box::new(e) };
        let mut context = Context::from_serialize(view).map_err(failed)?;
        context.insert("page", page);
        context.insert("language", &page.language);
        self.tera.render(V::TEMPLATE, &context).map_err(failed)
    }
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
