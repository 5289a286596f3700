drop table organisation_logo;
drop table organisation_colours;

alter table organisation_texts drop column sign_language;
alter table organisation_texts drop column easy_suggest;
alter table organisation_texts drop column easy_vote;
alter table organisation_texts drop column easy_what;
alter table organisation_texts drop column fund;
alter table organisation_texts drop column neighbourhood;
alter table organisation_texts drop column council;
alter table organisation_texts drop column logo_alt;

alter table organisation drop column languages;
alter table organisation drop column help_email;

drop table organisation_parts;
