//! Links to proposals: the public list and its table, a proposal, the way to one by its number, their moderation, and the
//! pages on which one is made.

use super::{home, office_round, path, round};
use crate::domain::ids::ProposalNumber;
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::secrecy::ReportToken;

/// The proposals of a round.
#[must_use]
pub fn proposals(language: Language, slug: &Slug) -> String {
    format!("{}/proposals", round(language, slug))
}

/// The same as a table.
#[must_use]
pub fn proposals_table(language: Language, slug: &Slug) -> String {
    format!("{}.csv", proposals(language, slug))
}

/// A proposal.
#[must_use]
pub fn proposal(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/{}", proposals(language, slug), number.padded())
}

/// What a proposal said before it was changed.
#[must_use]
pub fn proposal_versions(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/versions", proposal(language, slug, number))
}

/// Reports a proposal that breaks a rule.
#[must_use]
pub fn report_proposal(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/report", proposal(language, slug, number))
}

/// A report that somebody sent.
#[must_use]
pub fn reported_proposal(language: Language, slug: &Slug, number: ProposalNumber, token: &ReportToken) -> String {
    format!("{}/reported/{}", proposal(language, slug, number), *token.to_address())
}

/// How often proposals of a round were reported and hidden.
#[must_use]
pub fn moderation_figures(language: Language, slug: &Slug) -> String {
    format!("{}/moderation", round(language, slug))
}

/// Supporting a proposal.
#[must_use]
pub fn support(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/support", proposal(language, slug, number))
}

/// Where a proposal is found by its number.
#[must_use]
pub fn find_proposal(language: Language) -> String {
    format!("{}{}", home(language), path::FIND_PROPOSAL)
}

/// The proposals of a round in the office.
#[must_use]
pub fn office_proposals(language: Language, slug: &Slug) -> String {
    format!("{}/proposals", office_round(language, slug))
}

/// A proposal in the office.
#[must_use]
pub fn office_proposal(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/{}", office_proposals(language, slug), number.padded())
}

/// The proposals of a round that are to be reviewed.
#[must_use]
pub fn office_reviews(language: Language, slug: &Slug) -> String {
    format!("{}/review", office_round(language, slug))
}

/// The review of a proposal.
#[must_use]
pub fn office_review(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/{}", office_reviews(language, slug), number.padded())
}

/// What of a round goes onto the ballot.
#[must_use]
pub fn office_shortlist(language: Language, slug: &Slug) -> String {
    format!("{}/shortlist", office_round(language, slug))
}

/// A proposal on its way to the ballot.
#[must_use]
pub fn office_candidate(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/{}", office_shortlist(language, slug), number.padded())
}

/// How fast departments answer the proposals of a round.
#[must_use]
pub fn answer_times(language: Language, slug: &Slug) -> String {
    format!("{}/answer-times", round(language, slug))
}

/// Entering what came on paper, by telephone or at a meeting.
#[must_use]
pub fn enter_proposal(language: Language, slug: &Slug) -> String {
    format!("{}/enter-proposal", office_round(language, slug))
}

/// Correcting what was mistyped.
#[must_use]
pub fn correct_proposal(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/{}", enter_proposal(language, slug), number.padded())
}

/// The slip for the author.
#[must_use]
pub fn entered_slip(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/slip", correct_proposal(language, slug, number))
}

/// The scanned paper.
#[must_use]
pub fn entered_scan(language: Language, slug: &Slug, number: ProposalNumber) -> String {
    format!("{}/scan", correct_proposal(language, slug, number))
}

/// The form on paper.
#[must_use]
pub fn proposal_form(language: Language, slug: &Slug) -> String {
    format!("{}/proposal-form", round(language, slug))
}

/// Proposing something: what and why.
#[must_use]
pub fn propose(language: Language, slug: &Slug) -> String {
    format!("{}/propose", round(language, slug))
}

/// Where.
#[must_use]
pub fn propose_where(language: Language, slug: &Slug) -> String {
    format!("{}/where", propose(language, slug))
}

/// Proposals that resemble it.
#[must_use]
pub fn propose_similar(language: Language, slug: &Slug) -> String {
    format!("{}/similar", propose(language, slug))
}

/// What is optional.
#[must_use]
pub fn propose_more(language: Language, slug: &Slug) -> String {
    format!("{}/more", propose(language, slug))
}

/// The last look, and sending.
#[must_use]
pub fn propose_check(language: Language, slug: &Slug) -> String {
    format!("{}/check", propose(language, slug))
}

/// The receipt.
#[must_use]
pub fn propose_receipt(language: Language, slug: &Slug) -> String {
    format!("{}/receipt", propose(language, slug))
}

/// A draft that is left for later.
#[must_use]
pub fn propose_draft(language: Language, slug: &Slug) -> String {
    format!("{}/draft", propose(language, slug))
}

/// Somebody's own proposal, by its change code.
#[must_use]
pub fn own_proposal(language: Language) -> String {
    format!("{}{}", home(language), path::OWN_PROPOSAL)
}
