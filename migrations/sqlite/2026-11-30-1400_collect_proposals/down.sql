drop table offers;
drop table proposal_words;
drop table proposals;
drop table proposal_drafts;
drop table counters;
