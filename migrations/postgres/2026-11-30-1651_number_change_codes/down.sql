alter table proposal_entries drop column code_number;
