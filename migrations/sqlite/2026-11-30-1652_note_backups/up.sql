-- When the last backup was finished, for the people who watch over that. One row at most.
create table backups (
    id integer primary key constraint backups_single_check check (id = 1),
    begun_at timestamp not null
);
