//! One round: where it stands, what can be done, what was done.

use super::tasks::wait;
use super::{CLOSED, DECIDED, EXTENDED, PUBLISHED, ROUND_PUBLISHED, ballots, record, round_of};
use crate::domain::permission::{Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::domain::round::Origin;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::record::Act;
use crate::web::enter_proposals::takes_entries;
use crate::web::office::load::{Details, Standing};
use crate::web::office::view::{Acts, Done, OfficeRoundShow, ProposalsAct, RulesInForce, Schedule};
use crate::web::result::many;
use crate::web::round::build::{format_in_words, rule_in_words};
use crate::web::round::load::Reader;
use crate::web::round::nav::shows_proposals;
use crate::web::round::phases::phase_line;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The page of a round.
pub(in crate::web::office) fn round_show(
    site: &Site,
    visitor: &Visitor,
    standing: &Standing,
    details: &Details,
    done: Option<&str>,
) -> OfficeRoundShow {
    let (words, round) = (site.words(visitor), &standing.round);
    OfficeRoundShow {
        round: round_of(visitor, standing),
        overview_url: routes::office(visitor.language),
        done: done.and_then(|done| told(visitor, standing, details, done, words)),
        phases: phase_line(round, visitor.now, words),
        wait: wait(site, visitor, standing),
        acts: acts(visitor, standing, details),
        schedule: schedule(standing, words),
        rules: rules(standing, details, words),
        ballots: match round.origin {
            Origin::Live => Some(ballots::numbers(standing, details.roll, words)),
            Origin::Imported | Origin::Generated => None,
        },
        record: record::rows(&details.entries, &standing.title, words),
        record_url: whole_record(visitor, &round.slug),
    }
}

/// What has just been done, in the record's own words; nothing that an address alone claims.
fn told(visitor: &Visitor, standing: &Standing, details: &Details, done: &str, words: Words<'_>) -> Option<Done> {
    let changed = |act: Act| record::latest_change(&details.entries, act, words);
    match done {
        EXTENDED => changed(Act::WindowExtended).map(|it| Done::Extended { before: it.before, after: it.after }),
        CLOSED => changed(Act::WindowShortened).map(|it| Done::Closed { before: it.before, after: it.after }),
        PUBLISHED if standing.round.facts.result_published_at.is_some() => {
            Some(Done::Published { url: routes::result(visitor.language, &standing.round.slug) })
        }
        DECIDED if standing.round.facts.decided_at.is_some() => {
            Some(Done::Decided { url: routes::result(visitor.language, &standing.round.slug) })
        }
        ROUND_PUBLISHED if standing.round.facts.round_published_at.is_some() => {
            Some(Done::RoundPublished { url: routes::round(visitor.language, &standing.round.slug) })
        }
        _ => None,
    }
}

/// The whole record of the round, for those who may read it.
fn whole_record(visitor: &Visitor, round: &Slug) -> Option<String> {
    let may = visitor.member.as_ref().is_some_and(|member| member.may(Permission::ReadRecord, Scope::Organisation));
    may.then(|| routes::office_record_of_round(visitor.language, round))
}

fn acts(visitor: &Visitor, standing: &Standing, details: &Details) -> Acts {
    let (language, slug, facts) = (visitor.language, &standing.round.slug, &standing.round.facts);
    let open = standing.is_open(visitor.now);
    let closed = facts.voting_closed_at.is_some() && standing.round.origin == Origin::Live;
    let certified = facts.certified_at.is_some();
    let counted = standing.counted_at.is_some();
    let published = facts.result_published_at.is_some();
    let scope = Scope::Round(standing.round.id);
    let may = |permission| visitor.member.as_ref().is_some_and(|member| member.may(permission, scope));
    let is_live = standing.round.origin == Origin::Live;
    let has_proposals = shows_proposals(&standing.round, Reader::of(visitor)) || !details.proposals.is_empty();
    let reads_reviews = has_proposals && may(Permission::ReadReviews);
    Acts {
        may_set_up: may(Permission::SetUpRound),
        set_up_url: (may(Permission::ReadSetUp) && is_live && facts.archived_at.is_none())
            .then(|| routes::set_up(language, slug)),
        extend_url: (open && may(Permission::ExtendVoting)).then(|| routes::office_extend(language, slug)),
        close_url: (open && may(Permission::CloseVotingEarly)).then(|| routes::office_close(language, slug)),
        certify_url: (closed && !certified && may(Permission::CertifyRound))
            .then(|| routes::office_certify(language, slug)),
        enter_url: (takes_entries(&standing.round, visitor.now) && may(Permission::EnterProposals))
            .then(|| routes::enter_proposal(language, slug)),
        count_url: (certified && !published).then(|| routes::office_count(language, slug)),
        publish_url: (counted && !published && may(Permission::PublishResult))
            .then(|| routes::office_publish(language, slug)),
        result_url: published.then(|| routes::result(language, slug)),
        decisions_url: published.then(|| routes::office_decisions(language, slug)),
        may_decide: may(Permission::EnterDecisions),
        council_paper_url: published.then(|| routes::council_paper(language, slug)),
        proposals: (has_proposals && may(Permission::ReadProposals)).then(|| ProposalsAct {
            url: routes::office_proposals(language, slug),
            waiting: details.proposals.get(&ProposalState::Unchecked).copied().unwrap_or(0),
            reported: details.reported,
        }),
        reviews_url: reads_reviews.then(|| routes::office_reviews(language, slug)),
        shortlist_url: reads_reviews.then(|| routes::office_shortlist(language, slug)),
    }
}

fn schedule(standing: &Standing, words: Words<'_>) -> Schedule {
    let facts = &standing.round.facts;
    let opens = standing.round.schedule.span(Window::Voting).and_then(|span| span.opens_at);
    let told = |at: Option<Instant>| at.map(|at| words.moment(at));
    Schedule {
        opens: told(opens),
        closes: standing.closes_at().map(|at| words.until(at)),
        closed: told(facts.voting_closed_at),
        certified: told(facts.certified_at),
        counted: told(standing.counted_at),
        published: told(facts.result_published_at),
    }
}

fn rules(standing: &Standing, details: &Details, words: Words<'_>) -> RulesInForce {
    let round = &standing.round;
    RulesInForce {
        format: format_in_words(round.format, words),
        rule: rule_in_words(round.rule, words),
        roll: details.roll.filter(|_| round.origin == Origin::Live).map(|roll| u64::try_from(roll).unwrap_or(0)),
        takes_accounts: round.basis.takes_accounts(),
        areas: many(standing.areas),
        projects: many(details.projects),
        signatures: super::super::certify::SIGNATURES,
    }
}
