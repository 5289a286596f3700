//! Of equally good sets, the one that comes first in the order of ties.

use super::field::{Field, Set};
use super::search::best_set;
use super::state::Best;
use super::work::{TooMuchWork, Work};

/// The first of the sets that are as good as a known one. Only projects of `some` are in any of them.
///
/// Place after place, a project is taken if one of the sets that are left to choose from has it.
pub(super) fn first_in_ties(field: &Field, known: &Best, some: &Set, work: &mut Work) -> Result<Best, TooMuchWork> {
    let mut rest = field.clone();
    let mut first = Best::none(field);
    let mut known = known.clone();
    for place in 0..field.places {
        let Some(item) = rest.items.iter().find(|item| item.place == place).cloned() else { continue };
        if some.has(place) && !known.set.has(place) {
            let target = Best {
                worth: known.worth.saturating_sub(first.worth),
                cost: known.cost.saturating_sub(first.cost),
                set: Set::new(field.places),
            };
            let with_it = as_good_with(&rest, place, &target, work)?;
            if let Some(mut with_it) = with_it {
                with_it.set.join(&first.set);
                known.set = with_it.set;
            }
        }
        if known.set.has(place) {
            first.add(&item);
            rest = rest.with(&item);
        } else {
            rest = rest.without(place);
        }
    }
    Ok(first)
}

/// A set that has the project of this place and is as good as the best one, if there is one.
fn as_good_with(field: &Field, place: usize, target: &Best, work: &mut Work) -> Result<Option<Best>, TooMuchWork> {
    let Some(forced) = field.items.iter().find(|item| item.place == place) else { return Ok(None) };
    let (Some(worth), Some(cost)) = (target.worth.checked_sub(forced.worth), target.cost.checked_sub(forced.cost))
    else {
        return Ok(None);
    };
    // A little worse than what is looked for, so that nothing worse is.
    let floor = Best { worth, cost: cost.saturating_add(1), set: Set::new(field.places) };
    let mut found = best_set(&field.with(forced), Some(floor), work)?;
    found.add(forced);
    Ok(Some(found).filter(|found| found.equals(target)))
}
