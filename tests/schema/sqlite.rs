//! The tables of an SQLite file.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::Schema;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = BigInt)]
    not_null: i64,
    #[diesel(sql_type = BigInt)]
    place_in_key: i64,
}

#[derive(QueryableByName)]
struct IndexColumn {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    origin: String,
    #[diesel(sql_type = Text)]
    column_name: String,
}

#[derive(QueryableByName)]
struct Foreign {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    target: String,
    #[diesel(sql_type = Nullable<Text>)]
    target_column: Option<String>,
}

#[derive(QueryableByName)]
struct Definition {
    #[diesel(sql_type = Text)]
    sql: String,
}

const TABLES: &str = "from sqlite_master m, \
    lateral_of_table t where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' \
    and m.name <> '__diesel_schema_migrations'";

fn of_tables(columns: &str, function: &str, rest: &str) -> String {
    format!("select {columns} {}{rest}", TABLES.replace("lateral_of_table", &format!("{function}(m.name)")))
}

pub(super) fn run(file: &str, sql: &str) {
    SqliteConnection::establish(file).unwrap().batch_execute(sql).unwrap();
}

pub(super) fn read(file: &str) -> Schema {
    let mut conn = SqliteConnection::establish(file).unwrap();
    let mut schema = Schema::default();
    let columns = of_tables(
        "m.name as owner, t.name, lower(t.type) as kind, t.\"notnull\" as not_null, t.pk as place_in_key",
        "pragma_table_info",
        " order by m.name, t.pk",
    );
    for column in diesel::sql_query(columns).load::<Column>(&mut conn).unwrap() {
        let is_id = column.place_in_key == 1 && column.kind == "integer";
        let nullable = column.not_null == 0 && !is_id;
        schema.columns.insert((column.owner.clone(), column.name.clone()), (type_name(&column.kind), nullable));
        if column.place_in_key > 0 {
            schema.keys.entry(column.owner).or_default().push(column.name);
        }
    }
    read_indexes(&mut conn, &mut schema);
    let foreign = of_tables(
        "m.name as owner, t.\"from\" as column_name, t.\"table\" as target, t.\"to\" as target_column",
        "pragma_foreign_key_list",
        "",
    );
    for one in diesel::sql_query(foreign).load::<Foreign>(&mut conn).unwrap() {
        let target_column = one.target_column.unwrap_or_else(|| "id".to_owned());
        schema.foreign.insert((one.owner, one.column_name, one.target, target_column));
    }
    let definitions = "select sql from sqlite_master where type = 'table' and sql is not null";
    for definition in diesel::sql_query(definitions).load::<Definition>(&mut conn).unwrap() {
        let words: Vec<&str> = definition.sql.split_whitespace().collect();
        let names = words.windows(2).filter(|pair| pair[0] == "constraint").map(|pair| pair[1].to_owned());
        schema.constraints.extend(names);
    }
    schema
}

fn read_indexes(conn: &mut SqliteConnection, schema: &mut Schema) {
    let sql = of_tables("m.name as owner, t.name, t.origin, i.name as column_name", "pragma_index_list", "")
        .replace("where", ", pragma_index_info(t.name) i where")
        + " order by t.name, i.seqno";
    let mut indexes: std::collections::BTreeMap<(String, String, String), Vec<String>> = Default::default();
    for row in diesel::sql_query(sql).load::<IndexColumn>(conn).unwrap() {
        indexes.entry((row.name, row.owner, row.origin)).or_default().push(row.column_name);
    }
    for ((name, owner, origin), columns) in indexes {
        match origin.as_str() {
            "u" => drop(schema.unique.insert((owner, columns))),
            "c" => drop(schema.indexes.insert((name, owner, columns))),
            _ => {}
        }
    }
}

fn type_name(declared: &str) -> String {
    match declared {
        "integer" | "bigint" => "bigint",
        "blob" => "bytea",
        other => other,
    }
    .to_owned()
}
