//! Data to charts in SVG; a chart always comes with its table.
//!
//! All texts arrive ready: nothing here knows a language or formats a number. Widths are in per cent and texts in
//! pixels, so that a chart keeps its text size on a phone. Colours come from the stylesheet's classes (`c1` filled,
//! `c2` open, `t` strong, `on` upon a fill, `wide` and `desk` only where there is room); there is no inline style. Axes
//! run from left to right in every language, also on a page that is read from right to left.

mod bars;
mod qr;
mod share;
mod strips;
mod svg;

pub use bars::{Bar, bars};
pub use qr::qr_code;
pub use share::Share;
pub use strips::{Strip, strips};
pub use svg::Caption;
