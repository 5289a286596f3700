drop index proposals_author_ref_idx;
alter table proposals drop column author_ref;
