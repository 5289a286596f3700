//! Everything that is kept of an account, for its owner to take away: one archive with one file of JSON for each kind.

use std::io::{Cursor, Write as _};

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Answer;
use super::load::{Mine, load};
use crate::domain::email::Email;
use crate::domain::ids::DepartmentId;
use crate::domain::role::{Departments, Mandate};
use crate::domain::time::Instant;
use crate::store::accounts::find_actor_ref;
use crate::store::entries::list_entries_of;
use crate::store::{Conn, StoreError};
use crate::web::answer::PRIVATE;
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::{Member, SignedIn, Visitor};

pub(super) async fn download(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let mine = load(&site, &visitor, &member).await?;
    let id = member.account;
    let read = move |conn: &mut Conn| match find_actor_ref(conn, id)? {
        Some(actor) => list_entries_of(conn, &actor),
        None => Ok::<_, StoreError>(Vec::new()),
    };
    let acts = site.app.db.read(read).await?;
    let acts: Vec<Value> = acts.iter().filter_map(|body| serde_json::from_str(body).ok()).collect();
    let files = [
        ("account.json", account(&mine)),
        ("sessions.json", sessions(&mine)),
        ("roles.json", roles(&member)),
        ("acts.json", json!(acts)),
    ];
    let archive = archive(&files).map_err(WebError::fault)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/zip"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"allmende-account.zip\""))
        .insert_header((header::CACHE_CONTROL, PRIVATE))
        .body(archive))
}

fn account(mine: &Mine) -> Value {
    json!({
        "name": mine.account.display_name,
        "email": mine.account.email.as_ref().map(Email::as_str),
        "language": mine.account.language,
        "has_password": mine.account.password_hash.is_some(),
        "has_second_factor": mine.has_second_factor,
        "is_employee": mine.account.is_employee,
        "personnel_slip": mine.slip.map(|slip| json!({ "number": slip.serial.value(), "first_used_on": slip.used_on })),
        "created_at": mine.account.created_at.to_rfc3339(),
    })
}

fn sessions(mine: &Mine) -> Value {
    let time = |at: Instant| at.to_rfc3339();
    let session = |one: &crate::store::sessions::OpenSession| json!({ "device": one.device, "opened_at": time(one.opened_at), "seen_at": time(one.seen_at) });
    mine.sessions.iter().map(session).collect()
}

fn roles(member: &Member) -> Value {
    let role = |mandate: &Mandate| {
        let (grant, departments) = (mandate.grant, &mandate.departments);
        let listed: Vec<i64> = departments.listed().map(DepartmentId::value).collect();
        json!({
            "role": grant.role.as_str(),
            "for_all_rounds": grant.round.is_none(),
            "for_all_departments": *departments == Departments::All,
            "departments": listed,
        })
    };
    member.grants.mandates().iter().map(role).collect()
}

fn archive(files: &[(&str, Value)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(format!("{content:#}\n").as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
