//! The tables of a database on the server.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::Schema;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

#[derive(QueryableByName)]
struct Constraint {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    columns: String,
    #[diesel(sql_type = Text)]
    target: String,
    #[diesel(sql_type = Text)]
    target_columns: String,
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    columns: String,
}

const COLUMNS: &str = "select table_name::text as owner, column_name::text as name, data_type::text as kind, \
    is_nullable = 'YES' as nullable from information_schema.columns \
    where table_schema = 'public' and table_name <> '__diesel_schema_migrations'";

const CONSTRAINTS: &str = "select c.conrelid::regclass::text as owner, c.conname::text as name, \
    c.contype::text as kind, \
    coalesce((select string_agg(a.attname, ' ' order by k.place) from unnest(c.conkey) with ordinality k(number, place) \
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number), '') as columns, \
    case when c.confrelid = 0 then '' else c.confrelid::regclass::text end as target, \
    coalesce((select string_agg(a.attname, ' ' order by k.place) from unnest(c.confkey) with ordinality k(number, place) \
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number), '') as target_columns \
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace \
    where n.nspname = 'public' and c.contype in ('p', 'u', 'f', 'c') \
    and c.conrelid::regclass::text <> '__diesel_schema_migrations'";

const INDEXES: &str = "select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as owner, \
    (select string_agg(a.attname, ' ' order by k.place) from unnest(i.indkey::int[]) with ordinality k(number, place) \
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as columns \
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace \
    where n.nspname = 'public' and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)";

pub(super) fn run(url: &str, sql: &str) {
    PgConnection::establish(url).unwrap().batch_execute(sql).unwrap();
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

pub(super) fn read(url: &str) -> Schema {
    let mut conn = PgConnection::establish(url).unwrap();
    let columns: Vec<Column> = diesel::sql_query(COLUMNS).load(&mut conn).unwrap();
    let constraints: Vec<Constraint> = diesel::sql_query(CONSTRAINTS).load(&mut conn).unwrap();
    let indexes: Vec<Index> = diesel::sql_query(INDEXES).load(&mut conn).unwrap();
    let mut schema = Schema {
        columns: columns
            .into_iter()
            .map(|one| ((one.owner, one.name), (type_name(&one.kind), one.nullable)))
            .collect::<BTreeMap<_, _>>(),
        indexes: indexes.into_iter().map(|one| (one.name, one.owner, words(&one.columns))).collect(),
        ..Schema::default()
    };
    for one in constraints {
        let columns = words(&one.columns);
        // The server names the key of an id column, which has no name of ours.
        if !(one.kind == "p" && columns == ["id"] && one.name == format!("{}_pkey", one.owner) && has_own_id(&one)) {
            schema.constraints.insert(one.name);
        }
        match one.kind.as_str() {
            "p" => drop(schema.keys.insert(one.owner, columns)),
            "u" => drop(schema.unique.insert((one.owner, columns))),
            "f" => {
                let [column] = &columns[..] else { panic!("{columns:?}") };
                schema.foreign.insert((one.owner, column.clone(), one.target, one.target_columns));
            }
            _ => {}
        }
    }
    schema
}

/// Tables whose key of random bytes or text is also called `id` name it themselves.
fn has_own_id(constraint: &Constraint) -> bool {
    !["pending_leaves", "entries"].contains(&constraint.owner.as_str())
}

fn type_name(declared: &str) -> String {
    declared.strip_suffix(" without time zone").unwrap_or(declared).to_owned()
}
