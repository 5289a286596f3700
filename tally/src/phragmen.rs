//! Phragmen.

use crate::contest::Contest;
use crate::count::{Chosens, Progress};


pub(crate) fn count(contest: &Contest<'_>, progress: &mut dyn FnMut(Progress)) -> Chosens {
    todo!()
}
