//! What happened to what somebody follows, as a mail tells it: a sentence for each, and below it the page.

use serde::{Deserialize, Serialize};

use super::letter::{Letterhead, one_line};
use super::message::Message;
use super::stored::news_word;
use crate::domain::decision::CouncilOutcome;
use crate::domain::ids::ProposalNumber;
use crate::domain::news::NewsKind;
use crate::domain::review::Route;
use crate::locale::{Arg, Words};

/// Something that happened to what somebody follows, as [`crate::domain::news`] has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsItem {
    /// What happened.
    #[serde(with = "news_word")]
    pub kind: NewsKind,
    /// What else there is to say of it.
    pub detail: String,
    /// The round's name in addresses.
    pub slug: String,
    /// Its title.
    pub round: String,
    /// The proposal's number; none where it is about the whole round.
    pub number: Option<u32>,
}

/// The news of a mail with the lines in it that are links; empty for every other mail.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// All of it, with an empty line between two.
    pub(super) text: String,
    links: Vec<String>,
}

impl Told {
    /// What a message tells.
    pub(super) fn of(message: &Message, words: &Words<'_>, head: &Letterhead) -> Self {
        let Message::FollowedNews { news, more } = message else { return Self::default() };
        let base = format!("{}/{}", head.base_url.trim_end_matches('/'), words.language().code());
        let links: Vec<String> = news.iter().map(|item| link(item, &base)).collect();
        let told = news.iter().zip(&links).map(|(item, link)| format!("{}\n{link}", sentence(item, words)));
        let rest = (*more > 0).then(|| words.plain("mail-news-more", &[("count", Arg::Count((*more).into()))]));
        Self { text: told.chain(rest).collect::<Vec<_>>().join("\n\n"), links }
    }

    /// The links, and the one of the mail itself.
    pub(super) fn and_links(mut self, own: String) -> Vec<String> {
        self.links.push(own);
        self.links
    }
}

/// What the subject names: what the newest is about, and how much else there is.
pub(super) fn news_arguments(news: &[NewsItem], more: u32, words: &Words<'_>) -> Vec<(&'static str, Arg<'static>)> {
    let first = news.first().map(|item| match item.number {
        Some(number) => ProposalNumber::new(number).padded(),
        None => one_line(&item.round),
    });
    let others = news.len().saturating_sub(1).saturating_add(usize::try_from(more).unwrap_or(0));
    let count = Arg::Count(i64::try_from(others).unwrap_or(i64::MAX));
    let what = news.first().map(|item| words.plain(&format!("mail-news-short-{}", dashed(item.kind.as_str())), &[]));
    vec![("first", first.unwrap_or_default().into()), ("what", what.unwrap_or_default().into()), ("count", count)]
}

fn sentence(item: &NewsItem, words: &Words<'_>) -> String {
    let number = item.number.map(|number| ProposalNumber::new(number).padded()).unwrap_or_default();
    let detail = match item.kind {
        NewsKind::Decided => match Route::parse(&item.detail) {
            Some(route) => words.plain(&format!("review-route-{}", dashed(route.as_str())), &[]),
            None => String::new(),
        },
        NewsKind::Council => match CouncilOutcome::parse(&item.detail) {
            Some(outcome) => words.plain(&format!("council-outcome-{}", dashed(outcome.as_str())), &[]),
            None => String::new(),
        },
        NewsKind::Joined
        | NewsKind::OnBallot
        | NewsKind::LeftOut
        | NewsKind::BackIn
        | NewsKind::Withdrawn
        | NewsKind::CouncilTakenBack
        | NewsKind::VotingOpens
        | NewsKind::LastDays
        | NewsKind::Result
        | NewsKind::CouncilDone => one_line(&item.detail),
    };
    let args = [("number", number.into()), ("round", one_line(&item.round).into()), ("detail", detail.into())];
    words.plain(&format!("mail-news-{}", dashed(item.kind.as_str())), &args)
}

fn link(item: &NewsItem, base: &str) -> String {
    let round = format!("{base}/rounds/{}", item.slug);
    let number = item.number.map(|number| ProposalNumber::new(number).padded()).unwrap_or_default();
    match item.kind {
        NewsKind::Joined
        | NewsKind::Decided
        | NewsKind::OnBallot
        | NewsKind::LeftOut
        | NewsKind::BackIn
        | NewsKind::Withdrawn => {
            format!("{round}/proposals/{number}")
        }
        NewsKind::Council | NewsKind::CouncilTakenBack => format!("{round}/projects/{number}"),
        NewsKind::VotingOpens | NewsKind::LastDays => format!("{round}/vote"),
        NewsKind::Result | NewsKind::CouncilDone => format!("{round}/result"),
    }
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}
