use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono_tz::Europe::Berlin;

use super::*;
use crate::domain::ids::RoundPublicId;
use crate::domain::time::Instant;
use crate::locale::{Catalogue, Language};
use crate::record::{Entry, EntryDraft, EntryId, OfficeRef, Subject};

const TITLE: &str = "Lindenau 2027";
/// Read once: reading takes longer than telling.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load().unwrap());

fn moment(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// An entry of an act with everything that this version writes of it, made up.
fn made_up(act: Act) -> Entry {
    let round = Subject::Round(RoundPublicId::new([3; 16]));
    let office = Subject::Office(OfficeRef::new([2; 16]));
    let draft = |subject| EntryDraft::new(EntryId::new([1; 16]), act, ActorRef::System, subject);
    let (before, after) = (moment("2027-10-04T16:00:00Z"), moment("2027-10-10T22:00:00Z"));
    let draft = match act {
        Act::RoundCreated | Act::RoundImported | Act::RoundGenerated => {
            draft(round).with("slug", "a").with("rule", "b").with("ties", "c").with("projects", 14_i64)
        }
        Act::RoundChanged => draft(round).with("part", "dates").with("reason", None::<&str>),
        Act::RoundPublished => draft(round).with("key", None::<&str>),
        Act::ProposalReceived => draft(round).with("proposal", 412_i64).with("source", "web"),
        Act::ProposalEntered => draft(round)
            .with("proposal", 412_i64)
            .with("source", "paper")
            .with("came_in_on", "2027-10-04")
            .with("entered_on", "2027-10-06"),
        Act::ProposalCorrected => {
            draft(round).with("proposal", 412_i64).with("fields", vec!["title".into(), "display_name".into()])
        }
        Act::ReportsDismissed => draft(round).with("proposal", 412_i64).with("reports", 2_i64),
        Act::ProposalHidden | Act::ProposalNameHidden => draft(round)
            .with("proposal", 412_i64)
            .with("rule", "person")
            .with("reason", "Der Name einer Nachbarin stand darin."),
        Act::ProposalCodeRenewed
        | Act::ProposalShown
        | Act::ProposalRestored
        | Act::ProposalNameRestored
        | Act::ProposalWithdrawn
        | Act::AuthorAnswered
        | Act::VerdictObjected => draft(round).with("proposal", 412_i64),
        Act::ProposalHandedOver | Act::StatementAsked | Act::StatementGiven => {
            draft(round).with("proposal", 412_i64).with("department", 4_i64)
        }
        Act::ProposalExcluded | Act::ProposalIncluded => {
            draft(round).with("proposal", 412_i64).with("reason", "Zu ähnlich.")
        }
        Act::ProposalPlaced => draft(round).with("proposal", 412_i64).with("area", 2_i64),
        Act::ShortlistFrozen => draft(round).with("projects", 14_i64).with("excluded", 2_i64),
        Act::ShortlistReopened => draft(round).with("reason", "Ein Betrag war falsch."),
        Act::AuthorAsked => draft(round).with("proposal", 412_i64).with("until", after),
        Act::ProposalDecided => {
            draft(round).with("proposal", 412_i64).with("route", "not_possible").with("department", None::<i64>)
        }
        Act::CodesMade => draft(round).with("first_serial", 1_i64).with("size", 1500_i64),
        Act::WindowExtended | Act::WindowShortened => draft(round)
            .with("window", "voting")
            .with("before", before)
            .with("after", after)
            .with("reason", "Die Brücke {war} gesperrt."),
        Act::VotingOpened => draft(round).with("roll_size", 12_i64).with("roll_hash", "ab"),
        Act::VotingClosed => draft(round).with("participants", 0_i64),
        Act::RoundCertified => draft(round).with("ballots", 1_i64),
        Act::BallotsOpened => draft(round).with("ballots", 4318_i64).with("leaves", "ab"),
        Act::RoundKeyDestroyed => draft(round),
        Act::CountFinished => draft(round).with("allocations", "ab"),
        Act::ResultPublished => draft(round).with("files", Vec::new()),
        Act::CouncilDecisionEntered => draft(round)
            .with("project", 7_i64)
            .with("outcome", "not_competent")
            .with("decided_on", "2027-11-18")
            .with("paper", "DS/0412/VIII")
            .with("reason", "Der Bahnhof {gehört} der Bahn."),
        Act::CouncilDecisionCorrected => draft(round)
            .with("project", 7_i64)
            .with("outcome", "carried_out")
            .with("outcome_before", "changed")
            .with("decided_on", "2027-11-18")
            .with("decided_on_before", "2027-11-17")
            .with("paper", "DS/0412/VIII")
            .with("paper_before", "")
            .with("explanation", None::<&str>)
            .with("explanation_before", "Nur zwei Bänke statt vier.")
            .with("reason", "Die Zeile darüber war gemeint."),
        Act::CouncilDecisionTakenBack => draft(round)
            .with("project", 7_i64)
            .with("outcome_before", "changed")
            .with("decided_on_before", "2027-11-17")
            .with("paper_before", "")
            .with("explanation_before", "Nur zwei Bänke statt vier.")
            .with("reason", "Die Zeile darüber war gemeint."),
        Act::CouncilDecided => draft(round).with("decisions", 12_i64),
        Act::AccountCreated
        | Act::SecondFactorSet
        | Act::SecondFactorReset
        | Act::AccountClosed
        | Act::AccountReopened
        | Act::AccountAddressSet => draft(office),
        Act::AccountDeleted => draft(office).with("roles", vec!["auditor".into()]),
        Act::RoleGiven | Act::RoleTaken => draft(office).with("role", "administrator"),
        Act::RoleDepartmentsChanged => {
            draft(office).with("role", "reviewer").with("departments", vec![1_i64.into(), 2_i64.into()])
        }
        Act::InvitationSent | Act::InvitationWithdrawn => draft(Subject::Settings).with("role", "finance_reviewer"),
        Act::ApiTokenCreated => draft(office).with("token", "ab").with("scope", "record").with("days", 30_i64),
        Act::ApiTokenRevoked => draft(office).with("token", "ab"),
        Act::SettingsChanged => draft(Subject::Settings).with("part", "logo"),
        Act::DepartmentAdded | Act::DepartmentChanged | Act::DepartmentRetired | Act::DepartmentBroughtBack => {
            draft(Subject::Settings).with("department", 4_i64)
        }
        Act::WorkplaceAdded
        | Act::WorkplaceRenamed
        | Act::WorkplaceClosed
        | Act::WorkplaceReopened
        | Act::WorkplaceAddressChanged => draft(Subject::Settings).with("workplace", 4_i64),
        Act::PersonnelCodesMade => draft(Subject::Settings).with("size", 24_i64),
        Act::PersonnelCodeReplaced | Act::PersonnelCodeWithdrawn => draft(Subject::Settings).with("serial", 17_i64),
        Act::AccessibilityReportAnswered => {
            draft(Subject::Settings).with("report", 1204_i64).with("received", before).with("answer_by", after)
        }
        Act::QuestionPublished
        | Act::QuestionChanged
        | Act::QuestionTakenOut
        | Act::QuestionAnswered
        | Act::QuestionSetAside => {
            let asked =
                draft(Subject::Settings).with("question", 12_i64).with("asked", before).with("answer_by", after);
            if act == Act::QuestionSetAside { asked.with("reason", "not_for_us") } else { asked }
        }
        Act::PersonalDataDeleted => Rule::ALL
            .iter()
            .zip(1_i64..)
            .fold(draft(Subject::Settings), |all, (rule, many)| all.with(rule.as_str(), many)),
    };
    draft.at(moment("2027-05-01T12:00:00Z"))
}

fn stored(entry: &Entry) -> Recorded {
    Recorded {
        id: entry.id().to_string(),
        at: entry.at(),
        act: entry.act().to_string(),
        actor_ref: entry.actor().to_string(),
        subject: entry.subject().to_string(),
        round: None,
        body: entry.body().to_owned(),
    }
}

fn tell(language: Language, medium: Medium, entry: &Recorded) -> Telling {
    Teller { words: Words::new(&CATALOGUE, language, Berlin), medium }.tell(entry, Some(TITLE))
}

fn in_english(act: Act) -> String {
    tell(Language::English, Medium::File, &stored(&made_up(act))).sentence
}

#[test]
fn every_act_is_a_sentence_of_its_own_in_every_language() {
    for language in [Language::German, Language::English] {
        let mut sentences = BTreeSet::new();
        for act in Act::ALL {
            let entry = made_up(*act);
            for medium in [Medium::Page, Medium::File] {
                let telling = tell(language, medium, &stored(&entry));
                assert!(!telling.says_more, "{act}: all that is made up here is known");
                assert!(telling.sentence.ends_with('.') && telling.sentence.contains(' '), "{}", telling.sentence);
                assert!(!telling.sentence.contains(['{', '}', '_']), "{act}: {}", telling.sentence);
                assert!(!telling.sentence.contains("office:"), "{act}: {}", telling.sentence);
                assert_eq!(telling.sentence.contains(TITLE), entry.round().is_some(), "{act}: {}", telling.sentence);
                assert_eq!(telling.reason.is_some(), entry.folded_reason().is_some(), "{act}");
            }
            sentences.insert(tell(language, Medium::File, &stored(&entry)).sentence);
        }
        assert_eq!(sentences.len(), Act::ALL.len(), "{sentences:?}");
    }
}

#[test]
fn german_and_english_are_told_apart() {
    for act in Act::ALL {
        let entry = stored(&made_up(*act));
        let (german, english) =
            (tell(Language::German, Medium::File, &entry), tell(Language::English, Medium::File, &entry));
        assert_ne!(german.sentence, english.sentence, "{act}");
    }
}

#[test]
fn dates_and_numbers_stand_in_the_sentence() {
    let plain = |act| in_english(act).replace('\u{a0}', " ");

    assert_eq!(
        plain(Act::WindowExtended),
        "The vote of the round “Lindenau 2027” was extended to Sunday, 10 October 2027, 23:59. \
         Before, its end was: Monday, 4 October 2027, 18:00."
    );
    assert_eq!(plain(Act::VotingClosed), "The vote of the round “Lindenau 2027” ended. Nobody voted.");
    assert_eq!(plain(Act::BallotsOpened), "4,318 ballots of the round “Lindenau 2027” were opened for the count.");
    assert_eq!(plain(Act::RoleGiven), "An account of the office was given the role “administrator”.");
    let given = stored(&made_up(Act::RoleGiven));
    let body = given.body.replace("\"administrator\"}", "\"administrator\",\"way\":\"accepted\"}");
    let accepted = tell(Language::English, Medium::File, &Recorded { body, ..given });
    assert!(!accepted.says_more);
    assert_eq!(
        accepted.sentence.replace('\u{a0}', " "),
        "An account of the office accepted the invitation to the role “administrator”."
    );
}

#[test]
fn an_end_where_there_was_none_is_said() {
    let entry = stored(&made_up(Act::WindowExtended));
    let open = Recorded { body: entry.body.replace("\"2027-10-04T16:00:00.000Z\"", "null"), ..entry };

    let telling = tell(Language::English, Medium::File, &open);

    assert!(telling.sentence.ends_with("Before, its end was: no end."), "{}", telling.sentence);
    assert!(!telling.says_more);
}

#[test]
fn an_entry_of_a_later_version_is_shown_and_not_guessed() {
    let entry = stored(&made_up(Act::RoundPublished));
    let unknown_act = Recorded { act: "ballot_reconciled".into(), ..entry.clone() };
    let other_layout = Recorded { body: entry.body.replace("\"version\":1", "\"version\":2"), ..entry.clone() };
    let detail_missing = stored(&made_up(Act::CodesMade));
    let detail_missing = Recorded { body: detail_missing.body.replace("\"size\"", "\"sizes\""), ..detail_missing };
    let more_details = Recorded { body: entry.body.replace("\"key\":null", "\"key\":null,\"seal\":1"), ..entry };

    for (entry, act) in
        [(unknown_act, "ballot_reconciled"), (other_layout, "round_published"), (detail_missing, "codes_made")]
    {
        let telling = tell(Language::English, Medium::File, &entry);
        assert!(
            telling.sentence.contains(act) && telling.sentence.contains("does not fully understand"),
            "{telling:?}"
        );
        assert!(telling.says_more);
    }
    let telling = tell(Language::English, Medium::File, &more_details);
    assert_eq!(telling.sentence, "The round “Lindenau 2027” was published.");
    assert!(telling.says_more, "what is known is told, and the rest can be read");
}

#[test]
fn who_acted_is_a_kind_and_never_a_number() {
    for language in [Language::German, Language::English] {
        let teller = Teller { words: Words::new(&CATALOGUE, language, Berlin), medium: Medium::Page };
        let actors = [
            format!("office:{}", "ab".repeat(16)),
            "system".into(),
            "command-line".into(),
            "import".into(),
            "x".into(),
        ];
        let kinds: BTreeSet<String> = actors.iter().map(|actor| teller.kind_of_actor(actor)).collect();
        assert_eq!(kinds.len(), actors.len(), "{kinds:?}");
        assert!(kinds.iter().all(|kind| !kind.contains("abab") && !kind.contains("record-")), "{kinds:?}");
    }
}

/// A role that was given for one round, whose title is known or not.
fn given_in_a_round(language: Language, title: Option<&str>) -> String {
    let entry = stored(&made_up(Act::RoleGiven));
    let body = entry.body.replace("\"administrator\"}", &format!("\"auditor\",\"round\":\"{}\"}}", "03".repeat(16)));
    let teller = Teller { words: Words::new(&CATALOGUE, language, Berlin), medium: Medium::File };
    let telling = teller.tell(&Recorded { body, ..entry }, title);
    assert!(!telling.says_more);
    telling.sentence
}

#[test]
fn a_round_that_nobody_may_know_yet_is_one_round() {
    for language in [Language::German, Language::English] {
        assert!(!given_in_a_round(language, None).contains("0303"), "the round's number");
        assert!(given_in_a_round(language, Some(TITLE)).contains(TITLE));
    }
    assert_eq!(
        given_in_a_round(Language::English, None),
        "An account of the office was given the role “auditor” for one round."
    );
}

#[test]
fn a_part_of_the_settings_is_named_if_the_entry_names_one() {
    let entry = stored(&made_up(Act::SettingsChanged));
    let early = Recorded { body: entry.body.replace("\"part\":\"logo\"", ""), ..entry.clone() };
    let unknown = Recorded { body: entry.body.replace("logo", "seal"), ..entry.clone() };
    let told = |entry| tell(Language::English, Medium::File, entry);

    assert_eq!(told(&entry).sentence, "The settings of the organisation were changed: Logo.");
    assert_eq!(told(&early).sentence, "The settings of the organisation were changed.");
    assert!(!told(&early).says_more && told(&unknown).says_more);
}

#[test]
fn a_role_that_this_version_does_not_know_is_named_as_it_is_written() {
    let entry = stored(&made_up(Act::RoleGiven));
    let body = entry.body.replace("{\"role\":\"administrator\"}", "{\"role\":\"scribe\",\"round\":\"0303\"}");
    let entry = Recorded { body, ..entry };

    assert_eq!(
        tell(Language::English, Medium::File, &entry).sentence,
        "An account of the office was given the role “scribe” for the round “Lindenau 2027”."
    );
}
