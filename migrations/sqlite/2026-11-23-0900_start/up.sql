-- What this installation is, and the texts that the organisation edits.
create table installation (
    id integer primary key constraint installation_single_check check (id = 1),
    key_fingerprint text not null,
    created_at timestamp not null
);

create table organisation (
    id integer primary key constraint organisation_single_check check (id = 1),
    version bigint not null,
    time_zone text not null,
    help_telephone text not null,
    updated_at timestamp not null
);

create table organisation_texts (
    language text not null,
    name text not null,
    service_name text not null,
    help_hours text not null,
    help_place text not null,
    help_place_note text not null,
    imprint text not null,
    privacy text not null,
    accessibility text not null,
    constraint organisation_texts_pkey primary key (language)
);

-- People of the office, and who is signed in. A voter's session names a row of the roll, never a person.
create table accounts (
    id integer primary key,
    email text not null constraint accounts_email_key unique,
    display_name text not null,
    password_hash text not null,
    created_at timestamp not null,
    disabled_at timestamp
);

create table office_roles (
    account_id bigint not null constraint office_roles_account_fkey references accounts (id),
    role text not null,
    given_at timestamp not null,
    constraint office_roles_pkey primary key (account_id, role)
);

create table limits (
    bucket text not null,
    window_started_at timestamp not null,
    hits bigint not null,
    constraint limits_pkey primary key (bucket)
);

-- A round, its windows, areas and projects. Texts stand beside, one row for each language.
create table rounds (
    id integer primary key,
    public_id text not null constraint rounds_public_id_key unique,
    slug text not null constraint rounds_slug_key unique,
    origin text not null constraint rounds_origin_check check (origin in ('live', 'imported', 'generated')),
    currency text not null,
    exponent bigint not null constraint rounds_exponent_check check (exponent between 0 and 6),
    ballot_format text not null,
    max_sum bigint not null constraint rounds_max_sum_check check (max_sum >= 1),
    max_per_project bigint not null,
    ballot_version bigint not null,
    rule text not null,
    ties text not null,
    effect text not null constraint rounds_effect_check check (effect in ('advice', 'binding')),
    basis text not null constraint rounds_basis_check check (basis in ('register', 'accounts', 'codes')),
    signatures_required bigint not null constraint rounds_signatures_required_check check (signatures_required = 1),
    key_fingerprint text,
    result_expected_at timestamp,
    decision_expected_at timestamp,
    created_at timestamp not null,
    round_published_at timestamp,
    voting_closed_at timestamp,
    certified_at timestamp,
    result_published_at timestamp,
    decided_at timestamp,
    delivery_started_at timestamp,
    archived_at timestamp,
    constraint rounds_max_per_project_check check (max_per_project between 1 and max_sum)
);

create table round_texts (
    round_id bigint not null constraint round_texts_round_fkey references rounds (id),
    language text not null,
    title text not null,
    summary text not null,
    who_may_vote text not null,
    outcome text not null,
    constraint round_texts_pkey primary key (round_id, language)
);

create table windows (
    round_id bigint not null constraint windows_round_fkey references rounds (id),
    kind text not null,
    opens_at timestamp,
    closes_at timestamp,
    constraint windows_pkey primary key (round_id, kind)
);

create table areas (
    id integer primary key,
    round_id bigint not null constraint areas_round_fkey references rounds (id),
    number bigint not null,
    ceiling bigint,
    places bigint,
    for_everyone boolean not null,
    constraint areas_round_number_key unique (round_id, number),
    constraint areas_limit_check check ((ceiling is null) <> (places is null))
);

create table area_texts (
    area_id bigint not null constraint area_texts_area_fkey references areas (id),
    language text not null,
    name text not null,
    constraint area_texts_pkey primary key (area_id, language)
);

create table projects (
    id integer primary key,
    round_id bigint not null constraint projects_round_fkey references rounds (id),
    area_id bigint not null constraint projects_area_fkey references areas (id),
    number bigint not null,
    external_id text not null,
    cost bigint,
    topic text,
    constraint projects_round_number_key unique (round_id, number),
    constraint projects_area_external_id_key unique (area_id, external_id)
);

create table project_texts (
    project_id bigint not null constraint project_texts_project_fkey references projects (id),
    language text not null,
    title text not null,
    summary text not null,
    description text not null,
    place text not null,
    constraint project_texts_pkey primary key (project_id, language)
);

-- Who may vote. Neither names nor addresses nor dates of birth.
create table roll (
    id integer primary key,
    round_id bigint not null constraint roll_round_fkey references rounds (id),
    person_ref blob not null,
    area_id bigint constraint roll_area_fkey references areas (id),
    seat bigint not null,
    constraint roll_round_person_key unique (round_id, person_ref)
);

create table roll_keys (
    round_id bigint not null constraint roll_keys_round_fkey references rounds (id),
    kind text not null constraint roll_keys_kind_check check (kind in ('code', 'account', 'claim')),
    mac blob not null,
    roll_id bigint not null constraint roll_keys_roll_fkey references roll (id),
    revoked_at timestamp,
    constraint roll_keys_pkey primary key (round_id, kind, mac)
);

create index roll_keys_roll_idx on roll_keys (roll_id);
create index roll_keys_mac_idx on roll_keys (mac);

create table code_batches (
    id integer primary key,
    round_id bigint not null constraint code_batches_round_fkey references rounds (id),
    area_id bigint constraint code_batches_area_fkey references areas (id),
    first_serial bigint not null,
    size bigint not null,
    made_at timestamp not null,
    constraint code_batches_round_first_serial_key unique (round_id, first_serial)
);

create table sessions (
    token_hash blob not null,
    account_id bigint constraint sessions_account_fkey references accounts (id),
    roll_id bigint constraint sessions_roll_fkey references roll (id),
    seen_at timestamp not null,
    expires_at timestamp not null,
    constraint sessions_pkey primary key (token_hash),
    constraint sessions_subject_check check ((account_id is null) <> (roll_id is null))
);

create index sessions_account_idx on sessions (account_id);
create index sessions_expires_idx on sessions (expires_at);

-- That somebody took part (never how), and the box (never who). No column of one may follow a column of the other.
create table participations (
    round_id bigint not null constraint participations_round_fkey references rounds (id),
    person_ref blob not null,
    channel text not null,
    state text not null constraint participations_state_check check (state in ('none', 'online', 'kiosk', 'paper_final')),
    cast_number bigint not null,
    cast_key_hash blob,
    cast_on date not null,
    constraint participations_pkey primary key (round_id, person_ref)
);

create table ballots (
    round_id bigint not null constraint ballots_round_fkey references rounds (id),
    pseudonym blob not null,
    sealed blob not null,
    constraint ballots_pkey primary key (round_id, pseudonym)
) without rowid;

create table pending_leaves (
    id blob not null,
    round_id bigint not null constraint pending_leaves_round_fkey references rounds (id),
    sealed blob not null,
    constraint pending_leaves_pkey primary key (id)
) without rowid;

-- The opened box: what everything that counts reads. The key is random for each area, so it is the shuffle.
create table openings (
    round_id bigint not null constraint openings_round_fkey references rounds (id),
    number bigint not null,
    started_at timestamp not null,
    completed_at timestamp,
    constraint openings_pkey primary key (round_id)
);

create table profile_ballots (
    round_id bigint not null constraint profile_ballots_round_fkey references rounds (id),
    area_id bigint not null constraint profile_ballots_area_fkey references areas (id),
    ballot_key blob not null,
    channel text,
    choices text not null,
    constraint profile_ballots_pkey primary key (round_id, area_id, ballot_key)
) without rowid;

create table allocations (
    round_id bigint not null constraint allocations_round_fkey references rounds (id),
    area_id bigint not null constraint allocations_area_fkey references areas (id),
    ballots bigint not null,
    body text not null,
    counted_at timestamp not null,
    constraint allocations_pkey primary key (round_id, area_id)
);

create table result_files (
    round_id bigint not null constraint result_files_round_fkey references rounds (id),
    area_id bigint not null constraint result_files_area_fkey references areas (id),
    content_hash text not null,
    bytes bigint not null,
    constraint result_files_pkey primary key (round_id, area_id)
);

-- The machinery: what the clock did, the queue, the record, the outbox.
create table transitions (
    round_id bigint not null constraint transitions_round_fkey references rounds (id),
    boundary text not null,
    due_at timestamp not null,
    done_at timestamp,
    constraint transitions_pkey primary key (round_id, boundary)
);

create table jobs (
    id integer primary key,
    kind text not null,
    round_id bigint constraint jobs_round_fkey references rounds (id),
    state text not null constraint jobs_state_check check (state in ('waiting', 'running', 'done', 'failed')),
    run_after timestamp not null,
    leased_until timestamp,
    tries bigint not null,
    progress_done bigint not null,
    progress_total bigint not null,
    error text,
    created_at timestamp not null
);

create index jobs_state_run_after_idx on jobs (state, run_after);

create table actors (
    actor_ref text not null,
    account_id bigint not null constraint actors_account_fkey references accounts (id),
    constraint actors_pkey primary key (actor_ref)
);

create index actors_account_idx on actors (account_id);

create table entries (
    id text not null,
    round_id bigint constraint entries_round_fkey references rounds (id),
    at timestamp not null,
    act text not null,
    actor_ref text not null,
    subject text not null,
    body text not null,
    log_index bigint,
    constraint entries_pkey primary key (id)
);

create index entries_round_at_idx on entries (round_id, at);

create table mails (
    id integer primary key,
    message text not null,
    language text not null,
    recipient text not null,
    parameters text not null,
    secret blob,
    message_id text not null constraint mails_message_id_key unique,
    state text not null constraint mails_state_check check (state in ('waiting', 'sending', 'sent', 'failed')),
    run_after timestamp not null,
    leased_until timestamp,
    tries bigint not null,
    error text,
    created_at timestamp not null,
    sent_at timestamp
);

create index mails_state_run_after_idx on mails (state, run_after);
