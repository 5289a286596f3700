//! The content files as they are written; `assets/demo/README.md` explains every field.

use serde::Deserialize;

const ORGANISATION: &str = include_str!("../../assets/demo/organisation.toml");
pub(super) const LOGO: &[u8] = include_bytes!("../../assets/demo/logo.png");
const ROUNDS: &str = include_str!("../../assets/demo/rounds.toml");
const PROPOSALS: &str = include_str!("../../assets/demo/proposals.toml");
const QUESTIONS: &str = include_str!("../../assets/demo/questions.toml");
const PROJECTS: [(&str, &str); 4] = [
    ("lindenau-2027", include_str!("../../assets/demo/projects/lindenau-2027.toml")),
    ("lindenau-2026", include_str!("../../assets/demo/projects/lindenau-2026.toml")),
    ("jugend-2027", include_str!("../../assets/demo/projects/jugend-2027.toml")),
    ("schulhof-2027", include_str!("../../assets/demo/projects/schulhof-2027.toml")),
];

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationFile {
    pub(super) name_de: String,
    pub(super) name_en: String,
    pub(super) service_de: String,
    pub(super) service_en: String,
    pub(super) time_zone: String,
    pub(super) help_phone: String,
    pub(super) help_email: String,
    pub(super) act_light: String,
    pub(super) act_dark: String,
    pub(super) logo_alt_de: String,
    pub(super) logo_alt_en: String,
    pub(super) council_de: String,
    pub(super) council_en: String,
    pub(super) neighbourhood_de: String,
    pub(super) neighbourhood_en: String,
    pub(super) fund_de: String,
    pub(super) fund_en: String,
    pub(super) easy_what_de: String,
    pub(super) easy_what_en: String,
    pub(super) easy_vote_de: String,
    pub(super) easy_vote_en: String,
    pub(super) easy_suggest_de: String,
    pub(super) easy_suggest_en: String,
    pub(super) neighbourhoods: Vec<NamedFile>,
    pub(super) departments: Vec<DepartmentFile>,
    pub(super) help_hours_de: String,
    pub(super) help_hours_en: String,
    pub(super) help_place_de: String,
    pub(super) help_place_en: String,
    pub(super) help_place_note_de: String,
    pub(super) help_place_note_en: String,
    pub(super) imprint_de: String,
    pub(super) imprint_en: String,
    pub(super) privacy_de: String,
    pub(super) privacy_en: String,
    pub(super) accessibility_de: String,
    pub(super) accessibility_en: String,
}

/// Something that has nothing but a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamedFile {
    pub(super) name_de: String,
    pub(super) name_en: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DepartmentFile {
    pub(super) name_de: String,
    pub(super) name_en: String,
    pub(super) email: String,
    pub(super) telephone: String,
    pub(super) deputy_name: String,
    pub(super) deputy_email: String,
    #[serde(default)]
    pub(super) takes_over: Option<String>,
}

/// Times are whole days from the day of filling.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundFile {
    pub(super) slug: String,
    pub(super) origin: String,
    pub(super) basis: String,
    pub(super) title_de: String,
    pub(super) title_en: String,
    pub(super) summary_de: String,
    pub(super) summary_en: String,
    pub(super) who_de: String,
    pub(super) who_en: String,
    pub(super) outcome_de: String,
    pub(super) outcome_en: String,
    pub(super) effect: String,
    pub(super) currency: String,
    pub(super) format: String,
    pub(super) max_sum: u32,
    pub(super) max_per_project: u32,
    pub(super) rule: String,
    pub(super) satisfaction: Option<String>,
    pub(super) completion: Option<String>,
    pub(super) published: i64,
    pub(super) collecting_opens: Option<i64>,
    pub(super) collecting_closes: Option<i64>,
    pub(super) supporting_opens: Option<i64>,
    pub(super) supporting_closes: Option<i64>,
    pub(super) reviewing_opens: Option<i64>,
    pub(super) reviewing_closes: Option<i64>,
    pub(super) voting_opens: Option<i64>,
    pub(super) voting_closes: Option<i64>,
    pub(super) result_expected: Option<i64>,
    pub(super) decision_expected: Option<i64>,
    pub(super) result_published: Option<i64>,
    #[serde(default)]
    pub(super) seed: u64,
    #[serde(default)]
    pub(super) tastes: Vec<Taste>,
    /// What the council decided, in a round with a published result.
    #[serde(default)]
    pub(super) council: Option<CouncilFile>,
    pub(super) areas: Vec<AreaFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaFile {
    pub(super) number: u32,
    pub(super) everyone: bool,
    pub(super) name_de: String,
    pub(super) name_en: String,
    pub(super) budget: i64,
    #[serde(default)]
    pub(super) voters: u32,
}

/// A sitting in which the council decided on all that was chosen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CouncilFile {
    pub(super) day: i64,
    pub(super) paper: String,
    /// What is not simply carried out.
    pub(super) outcomes: Vec<OutcomeFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeFile {
    pub(super) project: u32,
    pub(super) outcome: String,
    pub(super) reason: String,
}

/// A group of like-minded voters: how many of a hundred, and how much more they like what meets their interests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Taste {
    pub(super) share: u32,
    pub(super) boost: u32,
    pub(super) interests: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectFile {
    pub(super) number: u32,
    pub(super) area: u32,
    pub(super) cost: i64,
    pub(super) topic: String,
    pub(super) weight: u32,
    pub(super) interests: Vec<String>,
    pub(super) place: String,
    pub(super) title_de: String,
    pub(super) title_en: String,
    pub(super) summary_de: String,
    pub(super) summary_en: String,
    pub(super) description_de: String,
    pub(super) description_en: String,
}

/// What people propose in one round: things at places.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProposalsFile {
    pub(super) slug: String,
    pub(super) seed: u64,
    pub(super) count: usize,
    pub(super) topics: Vec<NamedFile>,
    pub(super) places: Vec<PlaceFile>,
    pub(super) things: Vec<ThingFile>,
}

/// A place, in words that stand behind a thing; without an area it is everywhere.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceFile {
    #[serde(default)]
    pub(super) area: Option<u32>,
    pub(super) name_de: String,
    pub(super) name_en: String,
}

/// A thing; `topic` counts from 1.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThingFile {
    pub(super) topic: usize,
    #[serde(default)]
    pub(super) cost: Option<i64>,
    pub(super) title_de: String,
    pub(super) title_en: String,
    pub(super) body_de: String,
    pub(super) body_en: String,
    #[serde(default)]
    pub(super) offer: Option<String>,
    #[serde(default)]
    pub(super) offer_de: String,
    #[serde(default)]
    pub(super) offer_en: String,
}

/// A question to the office. Without `asked` the office wrote it itself, without an answer it is open.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionFile {
    pub(super) language: String,
    #[serde(default)]
    pub(super) round: Option<String>,
    #[serde(default)]
    pub(super) asked: Option<i64>,
    pub(super) text: String,
    #[serde(default)]
    pub(super) answered: Option<i64>,
    #[serde(default)]
    pub(super) answer: String,
    #[serde(default)]
    pub(super) place: Option<i64>,
    #[serde(default)]
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) set_aside: Option<String>,
}

#[derive(Deserialize)]
struct Questions {
    questions: Vec<QuestionFile>,
}

#[derive(Deserialize)]
struct Rounds {
    rounds: Vec<RoundFile>,
}

#[derive(Deserialize)]
struct Projects {
    projects: Vec<ProjectFile>,
}

pub(super) fn organisation() -> Result<OrganisationFile, toml::de::Error> {
    toml::from_str(ORGANISATION)
}

/// What people propose, and in which round.
pub(super) fn proposals() -> Result<ProposalsFile, toml::de::Error> {
    toml::from_str(PROPOSALS)
}

/// What people ask the office, and what it answered.
pub(super) fn questions() -> Result<Vec<QuestionFile>, toml::de::Error> {
    toml::from_str(QUESTIONS).map(|file: Questions| file.questions)
}

/// Every round with its projects.
pub(super) fn rounds() -> Result<Vec<(RoundFile, Vec<ProjectFile>)>, toml::de::Error> {
    let rounds: Rounds = toml::from_str(ROUNDS)?;
    let with_projects = |round: RoundFile| {
        let text = PROJECTS.iter().find(|(slug, _)| *slug == round.slug).map_or("projects = []", |(_, text)| text);
        toml::from_str(text).map(|projects: Projects| (round, projects.projects))
    };
    rounds.rounds.into_iter().map(with_projects).collect()
}
