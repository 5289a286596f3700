//! The content files in the words of the house.

use allmende_tally::{Tie, Ties};

use super::content::{ProjectFile, RoundFile};
use super::fill::DemoError;
use super::timeline::Calendar;
use crate::actions::round::{AreaContent, ProjectContent, RoundContent};
use crate::domain::format::BallotFormat;
use crate::domain::ids::{AreaNumber, ProjectNumber, RoundPublicId};
use crate::domain::money::{Currency, Money};
use crate::domain::round::{AreaLimit, Basis, Effect, Origin, RoundText};
use crate::domain::rule::CountingRule;
use crate::domain::schedule::Window;
use crate::domain::slug::Slug;
use crate::store::rounds::NewRound;
use crate::store::texts::{ProjectText, Written};

fn written<T>(de: T, en: T) -> Vec<Written<T>> {
    vec![Written { language: "de".to_owned(), text: de }, Written { language: "en".to_owned(), text: en }]
}

pub(super) fn ballot_format(file: &RoundFile) -> Result<BallotFormat, DemoError> {
    match file.format.as_str() {
        "points" => Ok(BallotFormat::Points { total: file.max_sum, max_per_project: file.max_per_project }),
        "approval" => Ok(BallotFormat::Approval { max: file.max_sum }),
        other => Err(DemoError::Content(format!("unknown format {other}"))),
    }
}

pub(super) fn round_content(
    file: &RoundFile,
    projects: &[ProjectFile],
    public_id: RoundPublicId,
    calendar: Calendar,
) -> Result<RoundContent, DemoError> {
    let content = |what: &str| DemoError::Content(format!("{what} of {}", file.slug));
    let settings = [Some(file.rule.clone()), file.satisfaction.clone(), file.completion.clone()];
    let rule = settings.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let rule = rule.parse::<CountingRule>().map_err(|_| content("rule"))?;
    let format = ballot_format(file)?;
    let round = NewRound {
        public_id,
        slug: Slug::parse(&file.slug).map_err(|_| content("slug"))?,
        origin: Origin::parse(&file.origin).ok_or_else(|| content("origin"))?,
        currency: Currency::parse(&file.currency, 2).map_err(|_| content("currency"))?,
        format,
        rule: rule.for_ballots(format).map_err(|misfit| DemoError::Content(format!("{}: {misfit}", file.slug)))?,
        ties: Ties::new([Tie::MinCost, Tie::MaxVotes, Tie::File]),
        effect: Effect::parse(&file.effect).ok_or_else(|| content("effect"))?,
        basis: Basis::parse(&file.basis).ok_or_else(|| content("basis"))?,
        result_expected_at: file.result_expected.and_then(|days| calendar.noon(days)),
        decision_expected_at: file.decision_expected.and_then(|days| calendar.noon(days)),
    };
    let windows = [
        (Window::Collecting, calendar.span(file.collecting_opens, file.collecting_closes)),
        (Window::Supporting, calendar.span(file.supporting_opens, file.supporting_closes)),
        (Window::Reviewing, calendar.span(file.reviewing_opens, file.reviewing_closes)),
        (Window::Voting, calendar.span(file.voting_opens, file.voting_closes)),
    ];
    Ok(RoundContent {
        round,
        texts: written(
            RoundText {
                title: file.title_de.clone(),
                summary: file.summary_de.clone(),
                who_may_vote: file.who_de.clone(),
                outcome: file.outcome_de.clone(),
                declaration: String::new(),
            },
            RoundText {
                title: file.title_en.clone(),
                summary: file.summary_en.clone(),
                who_may_vote: file.who_en.clone(),
                outcome: file.outcome_en.clone(),
                declaration: String::new(),
            },
        ),
        windows: windows.into_iter().filter_map(|(window, span)| Some((window, span?))).collect(),
        areas: file.areas.iter().map(|area| area_content(area, projects)).collect(),
    })
}

/// Money of the content files is in whole euro.
const CENTS: i64 = 100;

fn area_content(area: &super::content::AreaFile, projects: &[ProjectFile]) -> AreaContent {
    AreaContent {
        number: AreaNumber::new(area.number),
        limit: AreaLimit::Ceiling(Money::from_minor(area.budget.saturating_mul(CENTS))),
        for_everyone: area.everyone,
        names: written(area.name_de.clone(), area.name_en.clone()),
        projects: projects.iter().filter(|project| project.area == area.number).map(project_content).collect(),
    }
}

fn project_content(project: &ProjectFile) -> ProjectContent {
    let text = |title: &str, summary: &str, description: &str| ProjectText {
        title: title.to_owned(),
        summary: summary.to_owned(),
        description: description.to_owned(),
        place: project.place.clone(),
    };
    ProjectContent {
        number: ProjectNumber::new(project.number),
        external_id: format!("{:05}", project.number),
        cost: Some(Money::from_minor(project.cost.saturating_mul(CENTS))),
        topic: Some(project.topic.clone()),
        texts: written(
            text(&project.title_de, &project.summary_de, &project.description_de),
            text(&project.title_en, &project.summary_en, &project.description_en),
        ),
    }
}
