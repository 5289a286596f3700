//! What people of the demo's district propose in the round that takes proposals. Which thing at which place, in which
//! language and for whom is drawn with a seed; four wait to be read, some were hidden or taken back.

use std::collections::BTreeSet;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::content::{PlaceFile, ProposalsFile, ThingFile};
use super::fill::DemoError;
use super::reviews::review;
use super::supports::support;
use super::timeline::Timeline;
use crate::actions::proposal::{
    EnterProposal, enter_proposal, hide_proposal, show_proposal, submit_proposal, withdraw_proposal,
};
use crate::actions::round_set_up::{Edit, EditPeople, EditTopic, confirm_privacy, edit_people, edit_topics};
use crate::app::App;
use crate::domain::ids::{AreaId, ProposalNumber, RoundId, TopicId};
use crate::domain::letter_code::LetterCode;
use crate::domain::money::Money;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::proposal::{HidingRule, NewProposal, Offer, OfferKind, Source, Voice, Wording, parse_title};
use crate::domain::reason::PublicReason;
use crate::domain::round::{Area, Basis, Declared, Eligible};
use crate::domain::text::{Line, Prose};
use crate::locale::Language;
use crate::media::Scan as Paper;
use crate::secrecy::randomness::draw;
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::organisation::find_day;
use crate::store::proposal_scans::Scan;
use crate::store::topics::list_round_topics;

/// So many of the last wait to be read.
const WAITING: usize = 4;
/// Days over which they come in.
const DAYS: i64 = 13;
/// So many papers were scanned.
const SCANS: usize = 2;
/// A form that somebody filled in.
const SCAN_FILE: &[u8] = include_bytes!("../../assets/demo/scan.jpg");
/// Money of the content files is in whole euro.
const CENTS: i64 = 100;

/// Lets everybody propose and support in a draft; somebody of the office reads first.
pub(super) async fn let_propose(app: &App, round: RoundId, file: &ProposalsFile) -> Result<(), DemoError> {
    // A round that was given whole has every part saved once.
    let edit = || Edit { round, seen: Some(1), reason: None };
    let people = EditPeople {
        proposers: Eligible::Everybody,
        supporters: Eligible::Everybody,
        basis: Basis::Codes,
        declared: Declared::LivesOrWorks,
        declaration: ByLanguage::new(),
        who_may_vote: ByLanguage::new(),
    };
    edit_people(&app.db, Actor::CommandLine, edit(), people).await?;
    let topic = |topic: &super::content::NamedFile| {
        let names = [("de".to_owned(), line(&topic.name_de)?), ("en".to_owned(), line(&topic.name_en)?)];
        Ok::<_, DemoError>(EditTopic { id: None, names: names.into() })
    };
    let topics = file.topics.iter().map(topic).collect::<Result<Vec<_>, _>>()?;
    edit_topics(&app.db, Actor::CommandLine, edit(), topics).await?;
    Ok(confirm_privacy(&app.db, Actor::CommandLine, edit(), true).await?)
}

/// Sends the proposals, each on its day, and does with them what the office and their authors do.
pub(super) async fn propose(
    app: &App,
    timeline: &Timeline<'_>,
    round: RoundId,
    file: &ProposalsFile,
) -> Result<(), DemoError> {
    let (areas, topics) = app
        .db
        .read(move |conn| {
            let topics = list_round_topics(conn, round)?.into_iter().map(|topic| topic.id).collect::<Vec<_>>();
            Ok::<_, StoreError>((list_areas(conn, round)?, topics))
        })
        .await?;
    let mut drawn = Drawn { random: ChaCha8Rng::seed_from_u64(file.seed), file, seen: BTreeSet::new() };
    let (mut codes, mut scans) = (Vec::new(), 0_usize);
    for place in 0..file.count {
        let passed =
            i64::try_from(place).unwrap_or(0).saturating_mul(DAYS) / i64::try_from(file.count).unwrap_or(1).max(1);
        timeline.go_to(passed.saturating_sub(DAYS))?;
        let (new, language) = drawn.proposal(&areas, &topics)?;
        let code = LetterCode::from_random(draw()?);
        let number = match new.source {
            Source::Web => {
                let keys = app.keys.installation();
                submit_proposal(&app.db, keys, Actor::Anonymous, round, (new, &code, language)).await?
            }
            Source::Paper | Source::Phone | Source::Meeting | Source::Mail => {
                let is_scanned = new.source == Source::Paper && scans < SCANS;
                scans = scans.saturating_add(is_scanned.into());
                enter(app, round, (new, is_scanned), (&code, language)).await?
            }
        };
        codes.push((number, code));
    }
    timeline.come_back();
    for (place, (number, code)) in codes.iter().enumerate().take(file.count.saturating_sub(WAITING)) {
        match place % 13 {
            5 => {
                let reason = PublicReason::parse("Darin stand die Telefonnummer einer Nachbarin.");
                let reason = reason.map_err(|error| DemoError::Content(error.to_string()))?;
                hide_proposal(&app.db, Actor::CommandLine, *number, HidingRule::Person, reason).await?;
            }
            8 => withdraw_proposal(&app.db, Actor::Anonymous, app.keys.installation().change_mac(code)).await?,
            _ => show_proposal(&app.db, Actor::CommandLine, *number).await?,
        }
    }
    support(app, &codes, file.seed).await?;
    review(app, &codes, timeline.calendar.zone).await
}

/// Enters what came to the counter on the same day, some of it with the paper.
async fn enter(
    app: &App,
    round: RoundId,
    (new, is_scanned): (NewProposal, bool),
    (code, language): (&LetterCode, Language),
) -> Result<ProposalNumber, DemoError> {
    let now = app.db.clock().now();
    let came_in_on = app.db.read(move |conn| find_day(conn, now)).await?;
    let scan = if is_scanned { Some(scan(app)?) } else { None };
    let (entry, keys) = (EnterProposal { new, came_in_on, scan }, app.keys.installation());
    Ok(enter_proposal(&app.db, keys, Actor::CommandLine, round, (entry, code, language)).await?.number)
}

fn scan(app: &App) -> Result<Scan, DemoError> {
    let paper = Paper::make(SCAN_FILE, draw()?).map_err(|error| DemoError::Content(error.to_string()))?;
    let content_hash = app.files.put(paper.stored())?.to_string();
    Ok(Scan { content_hash, media_type: paper.kind().as_str().to_owned() })
}

/// Draws proposals, no two alike.
struct Drawn<'a> {
    random: ChaCha8Rng,
    file: &'a ProposalsFile,
    seen: BTreeSet<(usize, usize)>,
}

impl Drawn<'_> {
    fn proposal(&mut self, areas: &[Area], topics: &[TopicId]) -> Result<(NewProposal, Language), DemoError> {
        let (thing, place) = loop {
            let thing = self.random.random_range(0..self.file.things.len().max(1));
            let place = self.random.random_range(0..self.file.places.len().max(1));
            if self.seen.len() >= self.file.things.len().saturating_mul(self.file.places.len()) {
                return Err(DemoError::Content("more proposals than there are things and places".to_owned()));
            }
            if self.seen.insert((thing, place)) {
                break (thing, place);
            }
        };
        let missing = || DemoError::Content("a thing or a place of the proposals".to_owned());
        let thing = self.file.things.get(thing).ok_or_else(missing)?;
        let place = self.file.places.get(place).ok_or_else(missing)?;
        let language = if self.random.random_range(0..4) == 0 { Language::English } else { Language::German };
        let (source, helped) = match self.random.random_range(0..8) {
            0 => (Source::Paper, true),
            1 => (Source::Meeting, true),
            2 => (Source::Phone, true),
            _ => (Source::Web, false),
        };
        let area = areas.iter().find(|area| Some(area.number.value()) == place.area).map(|area| area.id);
        let topic = topics.get(thing.topic.saturating_sub(1)).copied();
        let new = written(thing, place, language, (area, topic))?;
        Ok((NewProposal { source, helped, ..new }, language))
    }
}

fn written(
    thing: &ThingFile,
    place: &PlaceFile,
    language: Language,
    (area, topic): (Option<AreaId>, Option<TopicId>),
) -> Result<NewProposal, DemoError> {
    let ([title, body, offer], name) = match language {
        Language::German => ([&thing.title_de, &thing.body_de, &thing.offer_de], &place.name_de),
        Language::English | Language::Mirrored => ([&thing.title_en, &thing.body_en, &thing.offer_en], &place.name_en),
    };
    let title = format!("{title} {name}");
    let offer = match &thing.offer {
        Some(kind) => Some(Offer {
            kind: OfferKind::parse(kind).ok_or_else(|| DemoError::Content(kind.clone()))?,
            body: prose(offer)?,
            by_group: true,
        }),
        None => None,
    };
    Ok(NewProposal {
        source: Source::Web,
        helped: false,
        wording: Wording {
            language: language.code().to_owned(),
            title: parse_title(&title).map_err(|_| DemoError::Content(title))?,
            body: prose(body)?,
            summary: Prose::default(),
        },
        area,
        place: line(name)?,
        topic,
        voice: if offer.is_some() { Voice::Group } else { Voice::Myself },
        display_name: Line::default(),
        email: None,
        cost_guess: thing.cost.map(|euro| Money::from_minor(euro.saturating_mul(CENTS))),
        offer,
    })
}

fn line(text: &str) -> Result<Line, DemoError> {
    Line::parse(text).map_err(|_| DemoError::Content(text.to_owned()))
}

fn prose(text: &str) -> Result<Prose, DemoError> {
    Prose::parse(text).map_err(|_| DemoError::Content(text.to_owned()))
}
