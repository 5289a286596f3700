-- What other rules would have made of the same ballots. Counts from before this have no comparison.
alter table allocations add column comparison text;
