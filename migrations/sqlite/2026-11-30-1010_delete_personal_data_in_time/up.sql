-- When personal data whose time is over is deleted next, and who is at it. The one row is there from the start.
create table deletions (
    id integer primary key constraint deletions_single_check check (id = 1),
    due_at timestamp not null,
    leased_until timestamp,
    done_at timestamp
);

insert into deletions (id, due_at) values (1, '2000-01-01 00:00:00');

-- What was deleted and is not in the record yet.
create table deletion_counts (
    kind text not null,
    deleted bigint not null,
    constraint deletion_counts_pkey primary key (kind)
);

-- So that no deletion reads through a whole table.
create index mails_created_idx on mails (created_at);
create index limits_window_started_idx on limits (window_started_at);
