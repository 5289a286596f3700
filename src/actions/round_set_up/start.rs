//! Starting a round: a draft with first values, those of a preset or those of a former round.

use super::refusal::SetUpError;
use crate::actions::steps::{RecordIds, append, authorise, round_of};
use crate::domain::ids::{RoundId, RoundPublicId};
use crate::domain::money::Currency;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::{Basis, Declared, Eligible, Origin, Round, RoundText};
use crate::domain::set_up::{Preset, SetUp, first_ties};
use crate::domain::slug::Slug;
use crate::domain::text::Line;
use crate::record::{Act, Subject};
use crate::store::areas::{insert_area, update_supports_needed};
use crate::store::rounds::{NewRound, insert_round};
use crate::store::set_up::{find_set_up, update_checked_first, update_eligible, update_voters};
use crate::store::texts::{insert_area_name, insert_round_text};
use crate::store::topics::insert_topic;
use crate::store::{Db, Lock, StoreError, Tx};

/// Where a new round's first values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// From a preset.
    Preset(Preset),
    /// From another round: everything but its titles, its dates and its projects.
    Round(RoundId),
}

/// A round that is to be started.
#[derive(Debug, Clone)]
pub struct NewDraft {
    /// How keys, seals and leaves will know it.
    pub public_id: RoundPublicId,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title in each language.
    pub titles: ByLanguage<Line>,
    /// Its first values.
    pub pattern: Pattern,
}

/// The currency of a round that follows no other.
const FIRST_CURRENCY: &str = "EUR";
const CENTS: u8 = 2;

/// Starts a round, as a draft in which no part counts as saved: everything that came from the pattern is still to be
/// looked at.
///
/// # Errors
/// When the address is taken, the actor may not, or something fails.
pub async fn start_round(db: &Db, actor: Actor, draft: NewDraft) -> Result<RoundId, SetUpError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::MakeRound, Scope::Organisation)?;
        let (new, former) = match draft.pattern {
            Pattern::Preset(preset) => (of_preset(&draft, preset)?, None),
            Pattern::Round(id) => {
                let found = round_of(tx, id)?;
                let former = find_set_up(tx, found)?;
                (of_former(&draft, &former.round), Some(former))
            }
        };
        let now = tx.now;
        let round = insert_round(tx, &new.round, now).map_err(|error| match error {
            StoreError::Conflict => SetUpError::SlugTaken,
            other => other.into(),
        })?;
        update_eligible(tx, round, new.eligible)?;
        update_voters(tx, round, (new.round.basis, new.declared))?;
        if let Some(former) = &former {
            update_checked_first(tx, round, former.round.checked_first)?;
        }
        write_texts(tx, round, &draft.titles, former.as_ref())?;
        copy_lists(tx, round, former.as_ref())?;
        let details = [
            ("slug", draft.slug.as_str().into()),
            ("rule", new.round.rule.to_string().into()),
            ("ties", new.round.ties.to_string().into()),
            ("projects", 0_i64.into()),
        ];
        append(tx, &ids, actor, Act::RoundCreated, (Some(round), Subject::Round(draft.public_id)), details)?;
        Ok(round)
    })
    .await
}

struct FirstValues {
    round: NewRound,
    eligible: (Eligible, Eligible),
    declared: Declared,
}

fn of_preset(draft: &NewDraft, preset: Preset) -> Result<FirstValues, SetUpError> {
    let currency = Currency::parse(FIRST_CURRENCY, CENTS)
        .map_err(|_| StoreError::corrupt("rounds", "currency", FIRST_CURRENCY))?;
    let (format, rule) = preset.ballot();
    let round = NewRound {
        public_id: draft.public_id,
        slug: draft.slug.clone(),
        origin: Origin::Live,
        currency,
        format,
        rule,
        ties: first_ties(),
        effect: preset.effect(),
        basis: Basis::Codes,
        result_expected_at: None,
        decision_expected_at: None,
    };
    Ok(FirstValues { round, eligible: preset.eligible(), declared: Declared::LivesOrWorks })
}

fn of_former(draft: &NewDraft, former: &Round) -> FirstValues {
    let round = NewRound {
        public_id: draft.public_id,
        slug: draft.slug.clone(),
        origin: Origin::Live,
        currency: former.currency.clone(),
        format: former.format,
        rule: former.rule,
        ties: former.ties.clone(),
        effect: former.effect,
        basis: former.basis,
        result_expected_at: None,
        decision_expected_at: None,
    };
    FirstValues { round, eligible: (former.proposers, former.supporters), declared: former.declared }
}

fn write_texts(
    tx: &mut Tx<'_>,
    round: RoundId,
    titles: &ByLanguage<Line>,
    former: Option<&SetUp>,
) -> Result<(), StoreError> {
    let mut texts: ByLanguage<RoundText> = former.map(|set_up| set_up.texts.clone()).unwrap_or_default();
    for text in texts.values_mut() {
        text.title.clear();
    }
    for (language, title) in titles {
        title.as_str().clone_into(&mut texts.entry(language.clone()).or_default().title);
    }
    texts.iter().try_for_each(|(language, text)| insert_round_text(tx, round, language, text))
}

/// Areas keep their numbers, so that people find what they know.
fn copy_lists(tx: &mut Tx<'_>, round: RoundId, former: Option<&SetUp>) -> Result<(), StoreError> {
    let Some(former) = former else { return Ok(()) };
    for known in &former.areas {
        let area = insert_area(tx, round, known.area.number, known.area.limit, known.area.for_everyone)?;
        update_supports_needed(tx, area, known.supports_needed)?;
        for (language, name) in &known.names {
            insert_area_name(tx, area, language, name)?;
        }
    }
    for topic in &former.topics {
        insert_topic(tx, round, &topic.names)?;
    }
    Ok(())
}
