//! A ballot's form as it came, before anything is checked. It does not print: it holds choices.

use super::view::Field;
use crate::domain::ballot::{FilledBallot, ValidBallot};
use crate::domain::hex;
use crate::domain::ids::{AreaNumber, CastNumber, ProjectNumber};
use crate::web::csrf;
use crate::web::errors::view::VoteSafety;

const VERSION: &str = "ballot_version";
const UNSURE: &str = "unsure";
/// Says for whom the choices were made, in a form whose own token is one of the office.
pub(super) const MADE_FOR: &str = "made_for";

/// The choices, the version of the ballot that they were made on, the marks of a cast, and the token that says for whom
/// the form was made.
#[derive(Clone, Default)]
pub(super) struct Sent {
    choices: Vec<Field>,
    version: Option<String>,
    marks: Option<CastMarks>,
    /// Whether nobody knows what became of an earlier try.
    unsure: bool,
    token: Option<String>,
}

/// The choices as numbers.
#[derive(Clone, Default)]
pub(super) struct Filled {
    /// What could be read.
    pub(super) ballot: FilledBallot,
    /// The projects whose value is no whole number.
    pub(super) unreadable: Vec<ProjectNumber>,
}

enum Name {
    Project(ProjectNumber),
    Blank(AreaNumber),
}

fn number_after(prefix: &str, name: &str) -> Option<u32> {
    let digits = name.strip_prefix(prefix)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn read_name(name: &str) -> Option<Name> {
    let project = number_after("p", name).map(|number| Name::Project(ProjectNumber::new(number)));
    project.or_else(|| number_after("blank", name).map(|number| Name::Blank(AreaNumber::new(number))))
}

impl Sent {
    /// Takes the fields that are choices; all others are somebody else's.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let choices = pairs.iter().filter(|(name, _)| read_name(name).is_some());
        let first = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let field = |(name, value): &(String, String)| Field { name: name.clone(), value: value.clone() };
        Self {
            choices: choices.map(field).collect(),
            version: first(VERSION),
            marks: CastMarks::read(pairs),
            unsure: first(UNSURE).is_some(),
            token: first(MADE_FOR).or_else(|| first(csrf::FIELD)),
        }
    }

    /// What the check page added, if this is a cast.
    pub(super) fn marks(&self) -> Option<CastMarks> {
        self.marks
    }

    /// The token as it came.
    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Whether nothing was sent that could be lost.
    pub(super) fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// Whether the choices were made on this version of the ballot.
    pub(super) fn is_of_version(&self, version: i64) -> bool {
        self.version.as_deref() == Some(version.to_string().as_str())
    }

    /// The choices as they came, for a form that carries them on.
    pub(super) fn fields(&self) -> Vec<Field> {
        self.choices.clone()
    }

    /// The version as it came.
    pub(super) fn version(&self) -> String {
        self.version.clone().unwrap_or_default()
    }

    /// The choices and their version, for a page between two pages of the ballot.
    pub(super) fn kept(&self) -> Vec<Field> {
        let version = self.version.iter().map(|version| Field { name: VERSION.to_owned(), value: version.clone() });
        self.choices.iter().cloned().chain(version).collect()
    }

    /// Whether nobody knows what became of an earlier try with the same marks.
    pub(super) fn is_unsure(&self) -> bool {
        self.unsure
    }

    /// Everything but the token, for sending it once more; `vote` is what is known of the tries so far.
    pub(super) fn everything(&self, vote: VoteSafety) -> Vec<Field> {
        let unsure = vote == VoteSafety::Unknown;
        let marks = self.marks.iter().flat_map(CastMarks::fields);
        let unsure = unsure.then(|| Field { name: UNSURE.to_owned(), value: "1".to_owned() });
        self.kept().into_iter().chain(marks).chain(unsure).collect()
    }

    /// The choices as numbers. An empty field is no choice.
    pub(super) fn filled(&self) -> Filled {
        let mut filled = Filled::default();
        for Field { name, value } in &self.choices {
            match (read_name(name), value.trim()) {
                (Some(Name::Project(_)), "") | (None, _) => {}
                (Some(Name::Project(project)), value) => match value.parse() {
                    Ok(value) => filled.ballot.entries.push((project, value)),
                    Err(_) => filled.unreadable.push(project),
                },
                (Some(Name::Blank(area)), _) => {
                    filled.ballot.blank.insert(area);
                }
            }
        }
        filled
    }
}

/// The fields of a ballot that was checked, one for each choice.
pub(super) fn fields_of(ballot: &ValidBallot) -> Vec<Field> {
    let mut fields = Vec::new();
    for area in ballot.areas() {
        if area.choices.is_empty() {
            fields.push(Field { name: format!("blank{}", area.area), value: "1".to_owned() });
        }
        for choice in &area.choices {
            fields.push(Field { name: format!("p{}", choice.project), value: choice.value.to_string() });
        }
    }
    fields
}

/// What the check page adds to the choices, so that a cast counts once.
#[derive(Clone, Copy)]
pub(super) struct CastMarks {
    pub(super) key: [u8; 16],
    pub(super) number: CastNumber,
    pub(super) nonce: [u8; 16],
}

impl CastMarks {
    /// The fields as the check page makes them.
    fn fields(&self) -> [Field; 3] {
        [
            ("cast_key", hex::encode(&self.key)),
            ("cast_number", self.number.to_string()),
            ("client_nonce", hex::encode(&self.nonce)),
        ]
        .map(|(name, value)| Field { name: name.to_owned(), value })
    }

    /// Reads them; none when they are not what a check page of ours carries.
    fn read(pairs: &[(String, String)]) -> Option<Self> {
        let value = |name: &str| pairs.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        Some(Self {
            key: hex::decode(value("cast_key")?)?,
            number: CastNumber::new(value("cast_number")?.parse().ok()?),
            nonce: hex::decode(value("client_nonce")?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Sent::read(&pairs)
    }

    #[test]
    fn choices_are_read_as_numbers() {
        let filled = sent(&[("p7", "3"), ("p12", " 2 "), ("p3", ""), ("blank2", "1"), ("p7", "1")]).filled();

        let entry = |project, value| (ProjectNumber::new(project), value);
        assert_eq!(filled.ballot.entries, [entry(7, 3), entry(12, 2), entry(7, 1)]);
        assert_eq!(filled.ballot.blank.into_iter().collect::<Vec<_>>(), [AreaNumber::new(2)]);
        assert_eq!(filled.unreadable, []);
    }

    #[test]
    fn what_is_no_number_is_noted_and_not_dropped() {
        let filled = sent(&[("p1", "five"), ("p2", "1.5"), ("p3", "99999999999999999999"), ("p4", "-1")]).filled();

        assert_eq!(filled.unreadable, [1, 2, 3].map(ProjectNumber::new));
        assert_eq!(filled.ballot.entries, [(ProjectNumber::new(4), -1)]);
    }

    #[test]
    fn fields_of_other_names_are_no_choices() {
        assert!(sent(&[("place", "1"), ("p", "1"), ("p-1", "1"), ("blank", "1"), ("code", "ABCD")]).is_empty());
    }

    #[test]
    fn choices_travel_on_as_they_came() {
        let sent = sent(&[("ballot_version", "3"), ("p1", "five"), ("blank2", "1")]);

        let kept: Vec<_> = sent.kept().into_iter().map(|field| (field.name, field.value)).collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(kept, [pair("p1", "five"), pair("blank2", "1"), pair("ballot_version", "3")]);
        assert!(sent.is_of_version(3) && !sent.is_of_version(4));
    }

    #[test]
    fn everything_is_sent_once_more_as_it_came() {
        let (key, nonce) = ("ab".repeat(16), "cd".repeat(16));
        let came = [
            ("p1", "five"),
            ("blank2", "1"),
            ("ballot_version", "3"),
            ("cast_key", key.as_str()),
            ("cast_number", "4"),
            ("client_nonce", nonce.as_str()),
        ];
        let sent_again = |vote| {
            let fields = sent(&came).everything(vote).into_iter();
            fields.map(|field| (field.name, field.value)).collect::<Vec<_>>()
        };

        let mut expected: Vec<_> = came.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(sent_again(VoteSafety::NotCast), expected);
        expected.push(("unsure".to_owned(), "1".to_owned()));
        assert_eq!(sent_again(VoteSafety::Unknown), expected);
        assert!(Sent::read(&expected).is_unsure());
    }

    #[test]
    fn marks_of_another_shape_are_none() {
        let marks = |key: &str, number: &str| {
            let nonce = "00".repeat(16);
            let pairs = [("cast_key", key), ("cast_number", number), ("client_nonce", nonce.as_str())];
            CastMarks::read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))).is_some()
        };

        assert!(marks(&"ab".repeat(16), "0"));
        assert!(!marks("ab", "0") && !marks(&"ab".repeat(16), "-1") && !marks(&"ab".repeat(16), "x"));
    }
}
