alter table allocations drop column comparison;
