-- How many people took part is kept at certification, so that nobody's taking part has to be kept for it.
create table turnouts (
    round_id bigint not null constraint turnouts_round_fkey references rounds (id),
    cast_on date not null,
    channel text not null,
    people bigint not null,
    constraint turnouts_pkey primary key (round_id, cast_on, channel)
);

insert into turnouts (round_id, cast_on, channel, people)
select participations.round_id, cast_on, channel, count(*)
from participations inner join rounds on rounds.id = participations.round_id
where rounds.certified_at is not null and participations.state <> 'none'
group by participations.round_id, cast_on, channel;

-- How many people stood on the roll at certification.
alter table rounds add column roll_size bigint;

update rounds set roll_size = (select count(*) from roll where roll.round_id = rounds.id)
where certified_at is not null and origin = 'live';
