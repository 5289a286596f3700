//! The page for a step of the vote that failed on our side. It carries the same form once more, the marks of a cast
//! among it, so that one which went in unseen counts once. It is made of what the request brought and needs nothing from
//! the database: the round's title, for one, is not known here.

use actix_web::{HttpRequest, HttpResponse};

use super::door::focus;
use super::form::VoteForm;
use super::sent::{MADE_FOR, Sent};
use super::view::{Field, VoteAgain};
use crate::domain::ids::CastNumber;
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::web::answer::finished;
use crate::web::csrf::token_for;
use crate::web::error::WebError;
use crate::web::errors::trouble::Trouble;
use crate::web::errors::view::VoteSafety;
use crate::web::layout::Page;
use crate::web::routes;
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// A step that carries choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Code,
    Account,
    Ballot,
    Check,
    Cast,
}

impl Step {
    fn address(self, language: Language, slug: &Slug) -> String {
        match self {
            Self::Code => routes::vote_code(language, slug),
            Self::Account => routes::vote_account(language, slug),
            Self::Ballot => routes::ballot(language, slug),
            Self::Check => routes::check(language, slug),
            Self::Cast => routes::cast(language, slug),
        }
    }

    /// Where the choices are shown in another language, without anything being done with them.
    fn address_to_look(self, language: Language, slug: &Slug) -> String {
        match self {
            Self::Code | Self::Account | Self::Ballot => routes::ballot(language, slug),
            Self::Check | Self::Cast => routes::check(language, slug),
        }
    }
}

/// What can be sent once more, kept from before the step is taken.
pub(super) struct Again {
    step: Step,
    slug: Slug,
    sent: Option<Sent>,
    code: Option<Field>,
}

impl Again {
    pub(super) fn new(step: Step, slug: &Slug, form: &VoteForm) -> Self {
        let sent = form.choices().filter(|sent| !sent.is_empty()).cloned();
        Self { step, slug: slug.clone(), sent, code: None }
    }

    /// For the entry of a code; `sent` is what may be shown of the choices that came with it.
    pub(super) fn with_code(slug: &Slug, typed: &str, sent: Sent) -> Self {
        let code = Field { name: "code".to_owned(), value: typed.to_owned() };
        Self {
            step: Step::Code,
            slug: slug.clone(),
            sent: Some(sent).filter(|sent| !sent.is_empty()),
            code: Some(code),
        }
    }

    /// For the way with an account; `sent` is what may be shown of the choices that came with it.
    pub(super) fn with_account(slug: &Slug, sent: Sent) -> Self {
        Self { step: Step::Account, slug: slug.clone(), sent: Some(sent).filter(|sent| !sent.is_empty()), code: None }
    }

    /// The answer as it is, or in the place of a failure of ours the page that sends everything once more.
    pub(super) fn if_we_failed(
        self,
        request: &HttpRequest,
        site: &Site,
        visitor: &Visitor,
        answer: Result<HttpResponse, WebError>,
    ) -> Result<HttpResponse, WebError> {
        match (answer, &self.sent) {
            (Err(error @ (WebError::Unavailable { .. } | WebError::Fault { .. })), Some(sent)) => {
                let trouble = Trouble::told(request, &error);
                let (page, view) = self.shown(site, visitor, &trouble, sent);
                Ok(finished(trouble.head(request).body(site.app.templates.render(&page, &view)?)))
            }
            (answer, _) => answer,
        }
    }

    fn shown(&self, site: &Site, visitor: &Visitor, trouble: &Trouble, sent: &Sent) -> (Page, VoteAgain) {
        let (language, slug) = (visitor.language, &self.slug);
        // What nobody knew after an earlier try is not known better after one that came to nothing.
        let vote = if sent.is_unsure() { VoteSafety::Unknown } else { trouble.vote.of_a_ballot_on_its_way() };
        let told = trouble.show(vote, site.words(visitor), routes::home(language));
        let page = site.page_without_forms(visitor, focus(language, slug), |other| routes::ballot(other, slug));
        let has_cast_before = sent.marks().is_some_and(|marks| marks.number > CastNumber::new(0));
        let view = VoteAgain {
            title: told.title,
            what: told.what,
            vote: told.vote,
            earlier_counts: vote == VoteSafety::NotCast && has_cast_before,
            reference: told.reference,
            fields: sent.everything(vote).into_iter().chain(self.code.clone()).collect(),
            again_url: self.step.address(language, slug),
        };
        let mut view = view;
        // The token that came with the form is still good, and asks for no randomness.
        let made_for = sent.token().map(str::to_owned);
        let csrf = match self.step {
            Step::Account => {
                view.fields.extend(made_for.map(|value| Field { name: MADE_FOR.to_owned(), value }));
                token_for(site, visitor, Place::Office).ok().flatten()
            }
            Step::Code | Step::Ballot | Step::Check | Step::Cast => made_for,
        };
        let page = Page { csrf, ..page };
        (page.taking_along("again", |other| self.step.address_to_look(other, slug)), view)
    }
}
