-- The organisation is edited in parts: each has a version of its own, so that two editors notice each other only where
-- they meet. `organisation.version` goes on growing with each change of any part.
create table organisation_parts (
    part text not null,
    version bigint not null,
    updated_at timestamp not null,
    constraint organisation_parts_pkey primary key (part)
);

insert into organisation_parts (part, version, updated_at)
select 'name', version, updated_at from organisation;
insert into organisation_parts (part, version, updated_at)
select 'help', version, updated_at from organisation;
insert into organisation_parts (part, version, updated_at)
select 'texts', version, updated_at from organisation;
insert into organisation_parts (part, version, updated_at)
select 'languages', version, updated_at from organisation;

alter table organisation add column help_email text not null default '';
alter table organisation add column languages text not null default 'de en';

alter table organisation_texts add column logo_alt text not null default '';
alter table organisation_texts add column council text not null default '';
alter table organisation_texts add column neighbourhood text not null default '';
alter table organisation_texts add column fund text not null default '';
alter table organisation_texts add column easy_what text not null default '';
alter table organisation_texts add column easy_vote text not null default '';
alter table organisation_texts add column easy_suggest text not null default '';
alter table organisation_texts add column sign_language text not null default '';

-- The colours and the logo; without a row the program's own.
create table organisation_colours (
    id bigint primary key constraint organisation_colours_single_check check (id = 1),
    light text not null,
    dark text not null
);

create table organisation_logo (
    id bigint primary key constraint organisation_logo_single_check check (id = 1),
    content_hash text not null,
    media_type text not null constraint organisation_logo_media_type_check check (media_type in ('png', 'jpeg')),
    width bigint not null,
    height bigint not null
);
