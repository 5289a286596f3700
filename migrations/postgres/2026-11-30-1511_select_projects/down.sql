drop index proposals_email_idx;
drop table frozen_shortlists;
drop table shortlist;
