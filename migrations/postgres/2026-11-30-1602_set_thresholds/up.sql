-- How many supports a proposal of an area needs to reach the ballot; none is needed without a number.
alter table areas add column supports_needed bigint;

-- Why a proposal goes onto the ballot although it has fewer.
alter table shortlist add column included_reason text;
