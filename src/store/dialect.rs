//! The few statements that the two databases want differently, each written once: the macro checks the same diesel
//! expression against either connection, so both sides keep their types.

/// Runs a diesel expression on the connection itself instead of on [`Conn`](super::conn::Conn). For what the common
/// type cannot say: `on_conflict`, `for_update`, `skip_locked`, inserting many rows.
///
/// ```ignore
/// each_backend!(conn, |own| diesel::insert_into(table).values(row).on_conflict_do_nothing().execute(own))
/// ```
macro_rules! each_backend {
    ($conn:expr, |$own:ident| $body:expr) => {
        match $conn {
            $crate::store::conn::Conn::Sqlite($own) => $body,
            $crate::store::conn::Conn::Postgres($own) => $body,
        }
    };
}

/// Inserts many rows of any `Insertable` type and says how many: `insert_many!(conn, projects::table, rows)`.
///
/// Slices of 500 rows, so that a statement stays under PostgreSQL's 65,535 parameters for tables of up to 131
/// columns. SQLite gets one statement per row, which inside a transaction is as fast.
macro_rules! insert_many {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let rows: &[_] = $rows;
        $crate::store::dialect::each_backend!($conn, |own| {
            let mut inserted = 0_usize;
            for slice in rows.chunks(500) {
                inserted += diesel::RunQueryDsl::execute(diesel::insert_into($table).values(slice), own)?;
            }
            Ok::<usize, $crate::store::error::StoreError>(inserted)
        })
    }};
}

pub(crate) use each_backend;
pub(crate) use insert_many;
