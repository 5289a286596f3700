//! What happens to a report of a barrier: somebody sends it, the office answers it.

mod answer;
mod refusal;
mod send;

pub use answer::answer_accessibility_report;
pub use refusal::AccessibilityReportError;
pub use send::{SendAccessibilityReport, send_accessibility_report};
