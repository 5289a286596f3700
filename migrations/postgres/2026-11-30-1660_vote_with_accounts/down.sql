drop table declarations;

delete from roll_keys where kind = 'address';
alter table roll_keys drop constraint roll_keys_kind_check;
alter table roll_keys add constraint roll_keys_kind_check check (kind in ('code', 'account', 'claim'));

alter table sessions drop column channel;
alter table round_texts drop column declaration;
alter table rounds drop column declared;

update rounds set basis = 'codes' where basis = 'codes_and_accounts';
alter table rounds alter column basis drop default;
alter table rounds drop constraint rounds_basis_check;
alter table rounds add constraint rounds_basis_check check (basis in ('register', 'accounts', 'codes'));
