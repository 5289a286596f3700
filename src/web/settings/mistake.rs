//! What can be wrong with a field of the settings, and the words that say what to do.

use crate::domain::entering::EntryRefusal;
use crate::domain::review::Fault;
use crate::domain::text::TextError;
use crate::domain::theme::{Faint, Scheme, TooFaint};
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::web::set_up::RoundMistake;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Mistake {
    /// Nothing is written where something must be.
    Missing,
    /// Too long, more than one line, or with a sign that nobody sees.
    Text(TextError),
    /// Not a time zone that is known.
    TimeZone,
    /// Not a telephone number.
    Telephone,
    /// Not an e-mail address.
    Email,
    /// Not an address of a page.
    WebAddress,
    /// Not a colour.
    Colour,
    /// One colour without the other.
    ColourMissing,
    /// A colour that people could not read.
    TooFaint(TooFaint),
    /// No language is left.
    NoLanguage,
    /// Not a whole number.
    Number,
    /// A department that cannot take over.
    CannotTakeOver,
    /// A name that another workplace has.
    NameTaken,
    /// Not a number of codes that one batch may have.
    BatchSize,
    /// No answer is chosen.
    Choose,
    /// Not an amount of money.
    Money,
    /// Not a day until which somebody can be waited for.
    DayToWait,
    /// Too much came from one address within the hour.
    LaterOn {
        /// From when on more is taken.
        again_at: Instant,
    },
    /// What the author of a proposal says comes too late.
    TooLateToSay,
    /// What a verdict lacks.
    Verdict(Fault),
    /// Not a proposal that can go on for another one.
    NoOriginal,
    /// Not a day on which something can have come in.
    CameIn(EntryRefusal),
    /// Of the set-up of a round.
    Round(RoundMistake),
}

/// Mistakes by the name of the field, in the order of the page.
pub(in crate::web) type Mistakes = Vec<(String, Mistake)>;

impl Mistake {
    /// What to do.
    pub(in crate::web) fn text(self, words: &Words<'_>) -> String {
        let plain = |key: &str| words.text(key, &[]);
        match self {
            Self::Missing => plain("settings-problem-missing"),
            Self::Text(TextError::TooLong { most }) => {
                let most = words.number(i64::try_from(most).unwrap_or(i64::MAX));
                words.text("settings-problem-too-long", &[("most", Arg::from(most.as_str()))])
            }
            Self::Text(TextError::LineBreak) => plain("settings-problem-line-break"),
            Self::Text(TextError::Hidden) => plain("settings-problem-hidden"),
            Self::TimeZone => plain("settings-problem-time-zone"),
            Self::Telephone => plain("settings-problem-telephone"),
            Self::Email => plain("settings-problem-email"),
            Self::WebAddress => plain("settings-problem-web-address"),
            Self::Colour => plain("settings-problem-colour"),
            Self::ColourMissing => plain("settings-problem-colour-missing"),
            Self::TooFaint(fault) => too_faint(words, fault),
            Self::NoLanguage => plain("settings-problem-no-language"),
            Self::Number => plain("settings-problem-number"),
            Self::CannotTakeOver => plain("departments-problem-takes-over"),
            Self::NameTaken => plain("workplaces-problem-name-taken"),
            Self::BatchSize => plain("personnel-problem-size"),
            Self::Choose => plain("propose-problem-choose"),
            Self::Money => plain("propose-problem-money"),
            Self::LaterOn { again_at } => {
                let time = words.time(again_at);
                words.text("settings-problem-later", &[("time", Arg::from(time.as_str()))])
            }
            Self::TooLateToSay => plain("review-problem-too-late"),
            Self::DayToWait => plain("review-problem-day"),
            Self::Verdict(fault) => words.text(&format!("review-fault-{}", fault.as_str().replace('_', "-")), &[]),
            Self::NoOriginal => plain("review-problem-original"),
            Self::CameIn(EntryRefusal::InFuture) => plain("counter-problem-future"),
            Self::CameIn(EntryRefusal::Outside) => plain("counter-problem-outside"),
            Self::CameIn(EntryRefusal::NotOpen) => plain("counter-problem-not-open"),
            Self::Round(mistake) => mistake.text(words),
        }
    }
}

fn too_faint(words: &Words<'_>, fault: TooFaint) -> String {
    let (figure, limit) = (ratio(words, fault.contrast.hundredths()), ratio(words, fault.what.limit()));
    let args = [("figure", Arg::from(figure.as_str())), ("limit", Arg::from(limit.as_str()))];
    match (fault.what, fault.scheme) {
        (Faint::Words, _) => words.text("settings-problem-faint-words", &args),
        (Faint::Button, Scheme::Light) => words.text("settings-problem-faint-light", &args),
        (Faint::Button, Scheme::Dark) => words.text("settings-problem-faint-dark", &args),
    }
}

/// `4,48 : 1` or `4.48 : 1` of so many hundredths.
pub(super) fn ratio(words: &Words<'_>, hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let digits = format!("{rest:02}");
    let args = [("whole", Arg::from(whole.to_string())), ("rest", Arg::from(digits))];
    words.text("settings-ratio", &args)
}
