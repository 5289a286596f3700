-- What cast_ballot sends for a first cast, for pgbench.
\set n :n + 1
\set person (:run * 1000 + :client_id) * 10000000 + :n
begin isolation level read committed, read write;
select id from rounds where id = :round for share;
select clock_timestamp() at time zone 'UTC';
select channel, state, cast_number, cast_key_hash, cast_on from participations where round_id = :round and person_ref = sha256(int8send(:person::bigint)) limit 1;
select ballot_version, round_published_at, voting_closed_at, opens_at, closes_at from rounds join windows on windows.round_id = rounds.id where rounds.id = :round and windows.kind = 'voting' limit 1;
insert into participations (round_id, person_ref, channel, state, cast_number, cast_key_hash, cast_on) values (:round, sha256(int8send(:person::bigint)), 'letter_code', 'online', 1, sha256(int8send(:person::bigint + 3)), date '2027-05-01');
insert into ballots (round_id, pseudonym, sealed) values (:round, sha256(int8send(:person::bigint + 1)), decode(repeat('5a', :ballot::int), 'hex')) on conflict (round_id, pseudonym) do update set sealed = excluded.sealed;
insert into pending_leaves (id, round_id, sealed) values (substr(sha256(int8send(:person::bigint + 2)), 1, 16), :round, decode(repeat('5a', :leaf::int), 'hex'));
commit;
