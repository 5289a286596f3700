//! Invented voters of a round in voting, who cast real ballots with real codes.

use std::collections::BTreeSet;

use chrono_tz::Tz;

use super::content::{ProjectFile, RoundFile};
use super::directory::DemoCode;
use super::fill::DemoError;
use super::generator::Generator;
use crate::actions::ballot::{CastBallot, cast_ballot};
use crate::actions::round::make_codes;
use crate::app::App;
use crate::domain::ballot::{FilledBallot, OfferedArea, check};
use crate::domain::channel::Channel;
use crate::domain::ids::{CastNumber, ProjectNumber, RoundId};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::Actor;
use crate::domain::round::{Area, Round};
use crate::secrecy::randomness::draw;
use crate::store::StoreError;
use crate::store::areas::list_areas;
use crate::store::roll::find_code_holder;
use crate::store::rounds::find_round;

/// Codes that are printed for each area of a round in voting.
const CODES_SHOWN: u32 = 3;
/// Ballots that are cast in a round in voting for each area, so that closing it shows a result.
const CASTS: u32 = 60;

/// Makes codes for each area, casts some ballots with most of them, and answers with the rest.
pub(super) async fn open_to_voters(
    app: &App,
    id: RoundId,
    file: &RoundFile,
    projects: &[ProjectFile],
    zone: Tz,
    tell: &mut impl FnMut(&str),
) -> Result<Vec<DemoCode>, DemoError> {
    let (round, areas) = app
        .db
        .read(move |conn| {
            let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
            Ok::<_, StoreError>((round, list_areas(conn, id)?))
        })
        .await?;
    let mut shown = Vec::new();
    let mut generator = Generator::new(u64::from(file.max_sum), &[]);
    for area in areas.iter().filter(|area| !area.for_everyone || areas.len() == 1) {
        let size = CASTS.saturating_add(CODES_SHOWN);
        let codes = make_codes(&app.db, &app.keys, Actor::CommandLine, &round, Some(area.id), size).await?;
        let (kept, used) = codes.split_at(usize::try_from(CODES_SHOWN).unwrap_or(0));
        tell(&format!("{} ballots of invented voters", used.len()));
        for code in used {
            cast(app, &round, &areas, projects, zone, code, &mut generator).await?;
        }
        let name = file.areas.iter().find(|a| a.number == area.number.value()).map(|a| a.name_en.clone());
        let named = |code: &LetterCode| DemoCode {
            code: code.to_string(),
            round: file.slug.clone(),
            area: name.clone().filter(|_| areas.len() > 1),
        };
        shown.extend(kept.iter().map(named));
    }
    Ok(shown)
}

async fn cast(
    app: &App,
    round: &Round,
    areas: &[Area],
    projects: &[ProjectFile],
    zone: Tz,
    code: &LetterCode,
    generator: &mut Generator<'_>,
) -> Result<(), DemoError> {
    let mac = app.keys.installation().code_mac(code);
    let holder = app.db.read(move |conn| find_code_holder(conn, &mac)).await?.ok_or(StoreError::NotFound)?;
    let mut offered = Vec::new();
    let mut filled = FilledBallot::default();
    for area in areas.iter().filter(|area| area.is_open_to(holder.row.area)) {
        let listed: Vec<&ProjectFile> = projects.iter().filter(|p| p.area == area.number.value()).collect();
        let numbers: BTreeSet<ProjectNumber> = listed.iter().map(|p| ProjectNumber::new(p.number)).collect();
        offered.push(OfferedArea { area: area.number, projects: numbers });
        let choices = generator.ballot(round.format, &listed);
        filled.entries.extend(choices.iter().map(|choice| (choice.project, i64::from(choice.value))));
    }
    let ballot = check(round.format, &offered, &filled)
        .map_err(|problems| DemoError::Content(format!("a generated ballot: {problems:?}")))?;
    let own_area = areas.iter().find(|area| Some(area.id) == holder.row.area).map(|area| area.number);
    let request = CastBallot {
        voter: holder.row,
        own_area,
        channel: Channel::LetterCode,
        account: None,
        ballot,
        ballot_version: round.ballot_version,
        cast_number: CastNumber::new(0),
        cast_key: draw()?,
        client_nonce: draw()?,
    };
    cast_ballot(&app.db, &app.keys, round, zone, request).await?;
    Ok(())
}
