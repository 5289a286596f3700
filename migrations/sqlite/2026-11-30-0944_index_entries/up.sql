-- So that the record can be read in pages and searched by its public reasons. `reason` repeats what the body says, in
-- lower case; SQLite folds no letters beyond ASCII by itself.
alter table entries add column reason text;

update entries set reason = lower(replace(replace(replace(json_extract(body, '$.details.reason'), 'Ä', 'ä'), 'Ö', 'ö'), 'Ü', 'ü'))
where act in ('window_extended', 'window_shortened');

-- Whatever a list filters by stands in the index, so that only the bodies that are shown are read.
drop index entries_at_idx;

create index entries_at_idx on entries (at, id, act, round_id, actor_ref);

create index entries_reason_idx on entries (at, id) where reason is not null;
