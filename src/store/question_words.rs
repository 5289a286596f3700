//! By which words public answers are found; see `domain::search`.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::question_words;
use crate::domain::ids::QuestionId;

/// Keeps the words of a question in place of those that it had; none of one that is not public.
///
/// # Errors
/// When the database fails.
pub fn replace_question_words(
    conn: &mut Conn,
    question: QuestionId,
    words: &BTreeSet<String>,
) -> Result<(), StoreError> {
    let own = question_words::table.filter(question_words::question_id.eq(question.value()));
    diesel::delete(own).execute(conn)?;
    for word in words {
        diesel::insert_into(question_words::table)
            .values((question_words::word.eq(word), question_words::question_id.eq(question.value())))
            .execute(conn)?;
    }
    Ok(())
}
