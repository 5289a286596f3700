//! Ending the voter's session, so that nothing is left for the next person at the same computer.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::form::VoteForm;
use super::load::Standing;
use super::view::{StillSignedIn, VoteLeft};
use crate::domain::channel::Channel;
use crate::store::participations::find_participation;
use crate::web::answer::see_other;
use crate::web::csrf::token_for;
use crate::web::error::WebError;
use crate::web::frame::Menu;
use crate::web::layout::Page;
use crate::web::round::load::{PublicRound, Reader};
use crate::web::round::nav::takes_ballots;
use crate::web::routes::{self, RoundSlug};
use crate::web::session::Place;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

pub(super) async fn leave(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
    form: VoteForm,
) -> Result<HttpResponse, WebError> {
    let found = site.public_round(&visitor, &slug).await?;
    let cookie = site.close_session(&visitor, Place::Vote).await?;
    let voted_with_account = visitor.voter.as_ref().is_some_and(|voter| voter.channel == Channel::Account);
    let row = match form {
        VoteForm::Theirs(_) => visitor.row_in(found.round.id),
        // Whether somebody else has voted is not told here.
        VoteForm::SessionEnded(_) | VoteForm::SomebodyElses => None,
    };
    let mut answer = match row {
        Some(row) => {
            let round = found.round.id;
            let last = site.app.db.read(move |conn| find_participation(conn, round, &row.person)).await?;
            page(&site, &visitor, &found, (Standing::of(last.as_ref()), voted_with_account))?
        }
        None => see_other(&routes::vote(visitor.language, &slug)),
    };
    answer.add_cookie(&cookie).map_err(|error| WebError::fault(error.to_string()))?;
    Ok(answer)
}

fn page(
    site: &Site,
    visitor: &Visitor,
    found: &PublicRound,
    (standing, voted_with_account): (Standing, bool),
) -> Result<HttpResponse, WebError> {
    let (language, slug) = (visitor.language, &found.round.slug);
    let signed_in = match &visitor.member {
        Some(_) if voted_with_account => Some(StillSignedIn {
            sign_out_url: routes::sign_out(language),
            csrf: token_for(site, visitor, Place::Office)?,
        }),
        Some(_) | None => None,
    };
    let menu = Menu::Public(Vec::new());
    // The session has ended, so there is no token for a form.
    let page = site.page_without_forms(visitor, menu, |language| routes::vote(language, slug));
    let page = Page { sign_out_url: None, ..page };
    let view = VoteLeft {
        round_title: found.text.title.clone(),
        cast: standing != Standing::NotCast,
        signed_in,
        enter_url: takes_ballots(&found.round, Reader::of(visitor)).then(|| routes::vote(language, slug)),
    };
    site.answer_with(StatusCode::OK, visitor, &page, &view)
}
