//! Welfare.

use crate::contest::Contest;
use crate::count::{Chosens, Progress};
use crate::satisfaction::Satisfaction;

pub(crate) fn count(contest: &Contest<'_>, satisfaction: Satisfaction, progress: &mut dyn FnMut(Progress)) -> Chosens {
    todo!()
}
