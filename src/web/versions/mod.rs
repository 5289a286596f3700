//! What a proposal said before somebody changed it, with the words that were added and removed. What the office hid does not
//! come back to light here, and neither does what nobody could read before it was changed.

pub mod view;

use actix_web::{HttpRequest, HttpResponse, web};

use self::view::{ChangeView, FieldChange, PieceView, ProposalVersions};
use super::error::WebError;
use super::round::load::{PublicRound, Reader, find_public_round};
use super::round::nav::{RoundPlace, round_menu};
use super::routes::{self, RoundSlug, number_of, path, shown};
use super::site::Site;
use super::visitor::Visitor;
use crate::domain::difference::{Piece, difference};
use crate::domain::ids::ProposalNumber;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::store::Conn;
use crate::store::hidings::find_last_hidden;
use crate::store::proposal_entries::{EarlierVersion, list_versions};
use crate::store::proposals::{Proposal, find_proposal_in};

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(path::PROPOSAL_VERSIONS).route(shown().to(show)));
}

struct Read {
    found: PublicRound,
    proposal: Proposal,
    versions: Vec<EarlierVersion>,
    last_hidden: Option<Instant>,
}

async fn show(
    request: HttpRequest,
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let number = ProposalNumber::new(number_of(&request, "number")?);
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let read = move |conn: &mut Conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let proposal = find_proposal_in(conn, found.round.id, number)?;
        let proposal = proposal.filter(|proposal| proposal.state.is_public()).ok_or_else(WebError::not_found)?;
        let versions = list_versions(conn, proposal.id)?;
        Ok::<_, WebError>(Read { last_hidden: find_last_hidden(conn, proposal.id)?, versions, proposal, found })
    };
    let read = site.app.db.read(read).await?;
    let page = site.page(&visitor, round_menu(&read.found.round, reader, RoundPlace::Elsewhere, words))?;
    site.answer(&visitor, &page, &proposal_versions(&read, words))
}

fn proposal_versions(read: &Read, words: Words<'_>) -> ProposalVersions {
    let Read { found, proposal, versions, last_hidden } = read;
    let withheld = withheld(proposal, versions, *last_hidden);
    let texts: Vec<Texts<'_>> = versions.iter().map(Texts::earlier).chain([Texts::current(proposal)]).collect();
    let changes = versions.iter().zip(texts.windows(2)).skip(withheld).filter_map(|(version, pair)| {
        let [before, after] = pair else { return None };
        Some(ChangeView {
            date: words.date_time(version.changed_at),
            who: words.text(&format!("versions-why-{}", version.why), &[]),
            language: proposal.language.clone(),
            fields: before.changes(after, words),
        })
    });
    let mut changes: Vec<ChangeView> = changes.collect();
    changes.reverse();
    ProposalVersions {
        round_title: found.text.title.clone(),
        number: proposal.number.padded(),
        title: proposal.title.clone(),
        language: proposal.language.clone(),
        proposal_url: routes::proposal(words.language(), &found.round.slug, proposal.number),
        changes,
        withheld: i64::try_from(withheld).unwrap_or(i64::MAX),
    }
}

/// How many of the versions, which come oldest first, are shown to nobody: those that ended before everybody could read the
/// proposal, and those that stood there when the office last hid it or before.
fn withheld(proposal: &Proposal, versions: &[EarlierVersion], last_hidden: Option<Instant>) -> usize {
    let begins = std::iter::once(proposal.submitted_at).chain(versions.iter().map(|version| version.changed_at));
    let is_withheld = |(version, begun): (&EarlierVersion, Instant)| {
        version.changed_at <= proposal.changed_at || last_hidden.is_some_and(|hidden| begun <= hidden)
    };
    versions.iter().zip(begins).filter(|(version, begun)| is_withheld((version, *begun))).count()
}

/// What changes of a proposal, field by field.
struct Texts<'a>([(&'static str, &'a str); 4]);

impl<'a> Texts<'a> {
    fn of(title: &'a str, summary: &'a str, body: &'a str, place: &'a str) -> Self {
        Self([
            ("versions-field-title", title),
            ("versions-field-summary", summary),
            ("versions-field-body", body),
            ("versions-field-place", place),
        ])
    }

    fn earlier(version: &'a EarlierVersion) -> Self {
        Self::of(&version.title, &version.summary, &version.body, &version.place)
    }

    fn current(proposal: &'a Proposal) -> Self {
        Self::of(&proposal.title, &proposal.summary, &proposal.body, &proposal.place)
    }

    fn changes(&self, after: &Self, words: Words<'_>) -> Vec<FieldChange> {
        let view = |piece: Piece| PieceView { change: piece.change.as_str(), text: piece.text };
        let fields = self.0.iter().zip(&after.0).filter(|((_, before), (_, after))| before != after);
        fields
            .map(|((key, before), (_, after))| FieldChange {
                field: words.text(key, &[]),
                pieces: difference(before, after).into_iter().map(view).collect(),
            })
            .collect()
    }
}
