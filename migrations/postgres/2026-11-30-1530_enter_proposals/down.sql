drop table proposal_scans;
drop table proposal_versions;
drop table proposal_entries;
