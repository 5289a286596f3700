//! What may still be changed, and when.

use std::collections::BTreeMap;

use super::*;
use crate::domain::money::Currency;
use crate::domain::round::{Basis, Declared, Effect, Eligible, Origin};
use crate::domain::schedule::{Facts, Schedule, Span, Window};
use crate::domain::slug::Slug;

fn at(second: i64) -> Instant {
    Instant::parse("2027-10-01T00:00:00Z").unwrap().plus(chrono::TimeDelta::seconds(second))
}

fn span(opens: i64, closes: i64) -> Span {
    Span { opens_at: Some(at(opens)), closes_at: Some(at(closes)) }
}

/// A round that collects from second 10 to 20 and votes from 30 to 40.
fn set_up(published: Option<i64>) -> SetUp {
    let windows = BTreeMap::from([(Window::Collecting, span(10, 20)), (Window::Voting, span(30, 40))]);
    let facts = Facts { round_published_at: published.map(at), ..Facts::default() };
    let (format, rule) = Preset::Citizens.ballot();
    let round = Round {
        id: crate::domain::ids::RoundId::new(1),
        public_id: crate::domain::ids::RoundPublicId::new([1; 16]),
        slug: Slug::parse("lindenau").unwrap(),
        origin: Origin::Live,
        currency: Currency::parse("EUR", 2).unwrap(),
        format,
        ballot_version: 1,
        rule,
        ties: first_ties(),
        effect: Effect::Advice,
        basis: Basis::Codes,
        declared: Declared::LivesOrWorks,
        proposers: Eligible::Everybody,
        supporters: Eligible::Nobody,
        checked_first: true,
        key_fingerprint: None,
        result_expected_at: None,
        decision_expected_at: None,
        schedule: Schedule::new(facts.round_published_at, windows),
        facts,
    };
    SetUp { round, texts: BTreeMap::new(), areas: Vec::new(), topics: Vec::new(), saved: BTreeMap::new() }
}

#[test]
fn a_new_round_lacks_every_part_and_says_what() {
    let lacks = set_up(None).all_lacks(&["de", "en"], at(0));

    let of = |part| lacks.iter().filter(move |(found, _)| *found == part).map(|(_, lack)| *lack).collect::<Vec<_>>();
    assert_eq!(of(RoundPart::Basics), [Lack::NotSaved, Lack::Title]);
    assert_eq!(of(RoundPart::Texts), [Lack::NotSaved, Lack::Summary, Lack::Outcome]);
    assert_eq!(of(RoundPart::Areas), [Lack::NotSaved, Lack::NoArea]);
    assert_eq!(of(RoundPart::Topics), [Lack::NotSaved]);
    assert_eq!(of(RoundPart::People), [Lack::NotSaved, Lack::WhoMayVote]);
    assert_eq!(of(RoundPart::Ballot), [Lack::NotSaved]);
    assert_eq!(of(RoundPart::Dates), [Lack::NotSaved]);
    assert_eq!(of(RoundPart::Privacy), [Lack::NotSaved]);
}

#[test]
fn dates_and_rules_that_do_not_fit_together_are_lacks() {
    let mut found = set_up(None);
    found.round.supporters = Eligible::Employees;
    found.round.rule = "top".parse().unwrap();
    found.areas.push(NamedArea {
        area: Area {
            id: crate::domain::ids::AreaId::new(1),
            number: crate::domain::ids::AreaNumber::new(1),
            limit: crate::domain::round::AreaLimit::Ceiling(crate::domain::money::Money::from_minor(1)),
            for_everyone: true,
        },
        names: BTreeMap::from([("de".to_owned(), "Nord".to_owned())]),
        supports_needed: None,
    });
    let lacks = |part, now| found.lacks(part, &["de"], at(now));

    assert_eq!(lacks(RoundPart::Dates, 19), [Lack::NotSaved, Lack::NoSupporting]);
    assert_eq!(lacks(RoundPart::Dates, 39), [Lack::NotSaved, Lack::WindowOver, Lack::NoSupporting]);
    assert_eq!(lacks(RoundPart::Dates, 40), [Lack::NotSaved, Lack::VotingOver, Lack::WindowOver, Lack::NoSupporting]);
    found.round.result_expected_at = Some(at(35));
    found.round.decision_expected_at = Some(at(34));
    let lacks = |part, now| found.lacks(part, &["de"], at(now));
    let promises = [Lack::NotSaved, Lack::ResultTooEarly, Lack::DecisionTooEarly, Lack::NoSupporting];
    assert_eq!(lacks(RoundPart::Dates, 0), promises);
    assert_eq!(lacks(RoundPart::Ballot, 0), [Lack::NotSaved, Lack::RuleNeedsPlaces]);
    assert_eq!(lacks(RoundPart::Areas, 0), [Lack::NotSaved]);
    assert_eq!(found.lacks(RoundPart::Areas, &["de", "en"], at(0)), [Lack::NotSaved, Lack::AreaName]);
}

#[test]
fn what_people_vote_by_is_settled_when_voting_begins() {
    let public = set_up(Some(0));
    let frozen = |now| RoundPart::ALL.iter().filter(|part| public.frozen(**part, at(now)).is_some()).count();

    assert_eq!([frozen(0), frozen(29), frozen(30), frozen(39), frozen(40)], [0, 0, 4, 4, 4]);
    assert_eq!(public.frozen(RoundPart::Texts, at(100)), None);
    let mut archived = public.clone();
    archived.round.facts.archived_at = Some(at(90));
    assert_eq!(archived.frozen(RoundPart::Texts, at(100)), Some(Frozen::Archived));
    assert_eq!(set_up(None).frozen(RoundPart::Ballot, at(35)), None, "a draft is never settled");
}

#[test]
fn what_has_passed_of_a_public_window_stays() {
    let change = |window, from: Option<Span>, to: Option<Span>, now| check_change(window, (from, to), (true, at(now)));
    let collecting = Some(span(10, 20));
    let open_ended = |opens| Some(Span { opens_at: Some(at(opens)), closes_at: None });

    for (to, now, expected) in [
        (Some(span(11, 21)), 5, Ok(())),
        (Some(span(10, 30)), 15, Ok(())),
        (open_ended(10), 15, Ok(())),
        (Some(span(12, 30)), 15, Err(SpanFault::BeginningPassed)),
        (None, 15, Err(SpanFault::BeginningPassed)),
        (Some(span(10, 14)), 15, Err(SpanFault::EndInThePast)),
        (Some(span(10, 30)), 20, Err(SpanFault::EndPassed)),
        (Some(span(10, 20)), 25, Ok(())),
        (Some(span(20, 20)), 5, Err(SpanFault::Backwards)),
    ] {
        assert_eq!(change(Window::Collecting, collecting, to, now), expected, "{to:?} at {now}");
    }
    let voting = Some(span(30, 40));
    assert_eq!(change(Window::Voting, voting, Some(span(31, 41)), 29), Ok(()));
    assert_eq!(change(Window::Voting, voting, open_ended(31), 29), Err(SpanFault::VotingNeedsBoth));
    assert_eq!(change(Window::Voting, voting, Some(span(20, 40)), 29), Err(SpanFault::BeginningInThePast));
    assert_eq!(change(Window::Voting, voting, Some(span(30, 50)), 30), Err(SpanFault::VotingOpen));
    assert_eq!(change(Window::Voting, voting, Some(span(30, 50)), 40), Err(SpanFault::EndPassed));
    assert_eq!(change(Window::Voting, voting, voting, 30), Ok(()));
    assert_eq!(change(Window::Supporting, None, Some(span(1, 50)), 30), Ok(()), "a new window may be open already");
    assert_eq!(check_change(Window::Voting, (voting, None), (false, at(35))), Ok(()), "a draft is free");
}
