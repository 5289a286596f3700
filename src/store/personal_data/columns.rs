//! Every column of every table: what it holds of people, if anything. A column that is gone does not compile, and a test
//! fails for one that stands in no line here.

use diesel::Column as _;

use crate::domain::personal_data::Datum;
use crate::store::schema;

/// A column and what it holds of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What it holds; nothing when it holds nothing of people.
    pub datum: Option<Datum>,
}

/// For each table the columns without anything of people, and after each `;` a datum with its columns.
macro_rules! columns {
    ($($table:ident { $($plain:ident)* $(; $datum:ident: $($column:ident)+)* })*) => {
        &[$(
            $(Held { table: stringify!($table), column: schema::$table::$plain::NAME, datum: None },)*
            $($(Held {
                table: stringify!($table),
                column: schema::$table::$column::NAME,
                datum: Some(Datum::$datum),
            },)+)*
        )*]
    };
}

/// All columns.
pub const COLUMNS: &[Held] = columns! {
    installation { id key_fingerprint created_at }
    organisation { id version time_zone updated_at languages; Contacts: help_telephone help_email }
    organisation_parts { part version updated_at }
    organisation_colours { id light dark }
    organisation_logo { id content_hash media_type width height }
    organisation_texts {
        language name service_name help_hours help_place help_place_note logo_alt council neighbourhood fund
        easy_what easy_vote easy_suggest sign_language;
        Contacts: imprint privacy accessibility
    }
    neighbourhoods { id position }
    neighbourhood_texts { neighbourhood_id language name }
    departments {
        id version substitute_id retired_at;
        Contacts: email telephone deputy_name deputy_email
    }
    department_texts { department_id language name }
    accessibility_reports {
        id answer_by;
        Reports: token_hash language page problem email received_at answer answered_at
    }
    questions {
        id version round_id answer_by state reason frequent_place;
        QuestionAddresses: email;
        Questions: token_hash language text asked_at public_text answer answered_at settled_at
    }
    question_words { word question_id }
    accounts {
        id;
        Accounts: email display_name language created_at used_on warned_on warnings_lost disabled_at;
        Proofs: personnel_mac password_hash
    }
    api_tokens { ; Tokens: jti account_id name scope created_at expires_at revoked_at last_used_at }
    address_changes { ; AddressChanges: account_id email link_hash expires_at digits_mac tries }
    sign_ins { id; SignIns: handle email link_hash digits_mac tries created_at expires_at used_at way_on }
    office_roles { id; Roles: account_id role round_id given_at taken_at every_department }
    office_role_departments { ; Roles: office_role_id department_id }
    second_factors { ; Proofs: account_id secret last_step confirmed_at }
    pending_second_factors { ; PendingTelephones: account_id session_hash secret created_at }
    recovery_codes { ; Proofs: account_id mac used_at }
    invitations {
        id;
        Invitations: handle link_hash email role round_id invited_at expires_at accepted_at withdrawn_at every_department
    }
    invitation_departments { ; Invitations: invitation_id department_id }
    workplaces { id entry_key name created_at closed_at version }
    personnel_batches { id form_key word first_serial size made_at }
    personnel_codes { batch_id version; Proofs: serial account_id used_on replaced_at withdrawn_at }
    limits { ; Limits: bucket window_started_at hits }
    deletions { id due_at leased_until done_at }
    deletion_counts { kind deleted }
    backups { id begun_at }
    rounds {
        id public_id slug origin currency exponent ballot_format max_sum max_per_project ballot_version rule ties effect
        signatures_required key_fingerprint result_expected_at decision_expected_at created_at round_published_at
        voting_closed_at certified_at result_published_at decided_at delivery_started_at archived_at
        proposers supporters checked_first basis declared roll_size
    }
    round_parts { round_id part version updated_at }
    topics { id round_id number }
    topic_texts { topic_id language name }
    round_texts { round_id language title summary who_may_vote outcome declaration }
    windows { round_id kind opens_at closes_at }
    areas { id round_id number ceiling places for_everyone supports_needed }
    area_texts { area_id language name }
    projects { id round_id area_id number external_id cost topic }
    project_texts { project_id language title summary description place }
    counters { name value }
    proposal_drafts { round_id; Drafts: code_mac fields updated_at expires_at }
    proposals {
        id number round_id area_id topic_id state source helped hidden_rule hidden_reason changed_at
        name_hidden_rule name_hidden_reason;
        Proposals: language title body summary place voice display_name cost_guess submitted_at;
        Authors: email code_mac author_ref
    }
    proposal_reports { id proposal_id round_id rule received_at decide_by outcome seconds }
    report_words { report_id settled_at; TextReports: token_hash explanation note }
    hidings { id proposal_id round_id part rule hidden_at restored_at }
    supports { ; Supports: proposal_id supporter_ref }
    support_counts { proposal_id supporters }
    proposal_entries {
        proposal_id version code_number;
        Proposals: came_in_on entered_at;
        Actors: account_id
    }
    proposal_versions { proposal_id number why; Proposals: changed_at language title body summary place }
    proposal_scans { id; Scans: proposal_id content_hash media_type added_at removed_at }
    proposal_words { round_id word proposal_id }
    offers { id proposal_id; Proposals: kind body by_group offered_at }
    reviews {
        proposal_id round_id department_id stage due_at version fields route cost_once decided_at answer_days
    }
    shortlist { proposal_id area_id excluded_reason included_reason changed_at }
    frozen_shortlists { round_id frozen_at }
    verdicts {
        id proposal_id department_id route competence feasibility cost_once cost_yearly cost_source upkeep standard reason
        referred_to next_step original_id language decided_at
    }
    author_questions { id proposal_id question asked_at answer_by remind_at; Proposals: answer answered_at }
    statements { id proposal_id department_id question asked_at due_at body given_at }
    objections { proposal_id due_at; Proposals: body objected_at }
    roll { round_id; Roll: id person_ref area_id seat }
    roll_keys { round_id; VoterCodes: kind mac roll_id revoked_at }
    declarations { ; Declarations: roll_id declared_on language text }
    code_batches { id round_id area_id first_serial size made_at }
    sessions {
        ;
        Sessions: token_hash handle account_id roll_id workplace_id device opened_at seen_at expires_at second_factor_at
        channel
    }
    turnouts { round_id cast_on channel people }
    participations {
        round_id;
        Participations: person_ref channel state cast_number cast_on;
        CastForms: cast_key_hash
    }
    ballots { round_id; Ballots: pseudonym sealed }
    pending_leaves { round_id; Ballots: id sealed }
    openings { round_id number started_at completed_at }
    profile_ballots { round_id area_id ballot_key channel choices }
    allocations { round_id area_id ballots body counted_at comparison }
    council_decisions { project_id outcome decided_on paper reason entered_at version }
    result_files { round_id area_id content_hash bytes }
    transitions { round_id boundary due_at done_at }
    jobs {
        id kind round_id state run_after leased_until tries progress_done progress_total error created_at
    }
    followers { id; Followers: email language seed link_hash since mailed_at due_at }
    news { id kind round_id proposal_id detail happened_at good_until spread_through spread_at }
    untold_news { ; Follows: follow_id news_id }
    follows { id; Follows: follower_id round_id proposal_id since }
    follow_requests {
        id;
        FollowRequests: email language round_id proposal_id link_hash asked_at expires_at
    }
    actors { ; Actors: actor_ref account_id }
    entries { id round_id log_index; Entries: at act actor_ref subject body reason }
    mails {
        id run_after leased_until tries;
        Mails: message language recipient parameters secret message_id state error created_at sent_at expires_at
    }
};
