alter table shortlist drop column included_reason;
alter table areas drop column supports_needed;
