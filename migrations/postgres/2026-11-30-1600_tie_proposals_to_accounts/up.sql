-- Whose proposal it is: a pseudonym of the account that was signed in when it came in. Only the program, with the key of
-- the installation, finds the rows of an account by it, and nobody finds the account of a row.
alter table proposals add column author_ref bytea;

create index proposals_author_ref_idx on proposals (author_ref);
