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
use crate::domain::money::Money;
use crate::domain::proposal::Offer;
use crate::domain::question::SetAsideReason;
use crate::domain::time::Instant;
use crate::secrecy::{AccountKey, InstallationKeys, PersonRef, RollSubject};
use crate::store::accessibility_reports::AccessibilityReport;
use crate::store::accounts::find_actor_ref;
use crate::store::entries::list_entries_of;
use crate::store::own_data::{OwnData, OwnProposal, find_own_data};
use crate::store::proposal_entries::EarlierVersion;
use crate::store::questions::Question;
use crate::store::roll_accounts::{Declaration, list_declarations};
use crate::store::rounds::list_rounds;
use crate::store::{Conn, StoreError};
use crate::web::answer::PRIVATE;
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::{SignedIn, Visitor};

pub(super) async fn download(site: web::Data<Site>, visitor: Visitor, SignedIn(member): SignedIn) -> Answer {
    let mine = load(&site, &visitor, &member).await?;
    let (id, email, refs) = (member.account, mine.account.email.clone(), mine.refs.clone());
    let (keys, key) = (site.app.keys.clone(), mine.account.key());
    let read = move |conn: &mut Conn| {
        let own = find_own_data(conn, id, (email.as_ref(), &refs))?;
        let actor = find_actor_ref(conn, id)?;
        let acts = actor.as_deref().map(|actor| list_entries_of(conn, actor)).transpose()?;
        Ok::<_, StoreError>((own, actor, acts.unwrap_or_default(), find_declared(conn, keys.installation(), key)?))
    };
    let (own, actor, acts, declared) = site.app.db.read(read).await?;
    let acts: Vec<Value> = acts.iter().filter_map(|body| serde_json::from_str(body).ok()).collect();
    let files = [
        ("account.json", account(&mine, &own, actor.as_deref())),
        ("sessions.json", sessions(&own)),
        ("roles.json", roles(&own)),
        ("programs.json", programs(&own)),
        ("mails.json", mails(&own)),
        ("proposals.json", proposals(&own)),
        ("following.json", following(&own)),
        ("declarations.json", declarations(&declared)),
        ("questions.json", questions(&own)),
        ("barriers.json", barriers(&own)),
        ("supports.json", own.supports.iter().map(|number| number.value()).collect::<Value>()),
        ("acts.json", json!(acts)),
    ];
    let archive = archive(&files).map_err(WebError::fault)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/zip"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"allmende-account.zip\""))
        .insert_header((header::CACHE_CONTROL, PRIVATE))
        .body(archive))
}

fn time(at: Instant) -> String {
    at.to_rfc3339()
}

fn account(mine: &Mine, own: &OwnData, actor: Option<&str>) -> Value {
    let change = own.address_change.as_ref();
    let slip = mine.slip.map(|slip| {
        json!({
            "number": slip.serial.value(),
            "first_used_on": slip.used_on.map(|day| day.to_string()),
            "replaced_at": slip.replaced_at.map(time),
            "withdrawn_at": slip.withdrawn_at.map(time),
        })
    });
    json!({
        "name": mine.account.display_name,
        "email": mine.account.email.as_ref().map(Email::as_str),
        "language": mine.account.language,
        "has_password": mine.account.password_hash.is_some(),
        "is_employee": mine.account.is_employee,
        "personnel_slip": slip,
        "created_at": time(mine.account.created_at),
        "last_used_on": own.used_on.to_string(),
        "warned_of_deletion_on": own.warned_on.map(|day| day.to_string()),
        "warnings_that_never_left": own.warnings_lost,
        "closed_at": own.closed_at.map(time),
        "address_to_confirm": change.map(|(email, until)| json!({ "email": email, "expires_at": time(*until) })),
        "second_factor_since": own.second_factor.map(time),
        "second_factor_begun_at": own.pending_second_factor.map(time),
        "codes_on_paper_used_at": own.recovery_codes.iter().map(|used| used.map(time)).collect::<Value>(),
        "name_in_the_record": actor,
    })
}

fn sessions(own: &OwnData) -> Value {
    own.sessions
        .iter()
        .map(|one| {
            json!({
                "device": one.device,
                "workplace": one.workplace,
                "opened_at": time(one.opened_at),
                "seen_at": time(one.seen_at),
                "expires_at": time(one.expires_at),
                "second_factor_at": one.second_factor_at.map(time),
            })
        })
        .collect()
}

fn roles(own: &OwnData) -> Value {
    let role = own.roles.iter().map(|one| {
        json!({
            "role": one.role,
            "for_all_rounds": one.round.is_none(),
            "round": one.round,
            "for_all_departments": one.departments.is_none(),
            "departments": one.departments,
            "given_at": time(one.given_at),
            "taken_at": one.taken_at.map(time),
        })
    });
    let invitation = own.invitations.iter().map(|one| {
        json!({
            "role": one.role,
            "for_all_rounds": one.round.is_none(),
            "round": one.round,
            "for_all_departments": one.departments.is_none(),
            "departments": one.departments,
            "invited_at": time(one.invited_at),
            "expires_at": time(one.expires_at),
            "accepted_at": one.accepted_at.map(time),
            "withdrawn_at": one.withdrawn_at.map(time),
        })
    });
    json!({ "roles": role.collect::<Value>(), "invitations": invitation.collect::<Value>() })
}

fn programs(own: &OwnData) -> Value {
    own.tokens
        .iter()
        .map(|one| {
            json!({
                "id": one.id,
                "name": one.name,
                "scope": one.scope,
                "created_at": time(one.created_at),
                "expires_at": time(one.expires_at),
                "revoked_at": one.revoked_at.map(time),
                "last_used_at": one.last_used_at.map(time),
            })
        })
        .collect()
}

fn mails(own: &OwnData) -> Value {
    let mail = own.mails.iter().map(|one| {
        json!({
            "message": one.message,
            "language": one.language,
            "recipient": one.recipient,
            "parameters": serde_json::from_str::<Value>(&one.parameters).unwrap_or_default(),
            "state": one.state,
            "error": one.error,
            "created_at": time(one.created_at),
            "sent_at": one.sent_at.map(time),
            "expires_at": one.expires_at.map(time),
        })
    });
    let way_in = own.sign_ins.iter().map(|(created, expires, used)| {
        json!({ "created_at": time(*created), "expires_at": time(*expires), "used_at": used.map(time) })
    });
    json!({ "mails": mail.collect::<Value>(), "links_to_sign_in": way_in.collect::<Value>() })
}

/// What the account's address follows, and what somebody asked it to follow.
fn following(own: &OwnData) -> Value {
    let follower = own.following.follower.as_ref();
    let followed = own.following.followed.iter();
    let followed =
        followed.map(|one| json!({ "round": one.round, "proposal": one.proposal, "since": time(one.since) }));
    let asked = own.following.asked.iter().map(|one| {
        json!({
            "email": one.email,
            "language": one.language,
            "round": one.round,
            "proposal": one.proposal,
            "asked_at": time(one.asked_at),
            "expires_at": time(one.expires_at),
        })
    });
    json!({
        "email": follower.map(|one| &one.email),
        "language": follower.map(|one| &one.language),
        "since": follower.map(|one| time(one.since)),
        "last_mail_at": follower.and_then(|one| one.mailed_at).map(time),
        "next_mail_at": follower.and_then(|one| one.due_at).map(time),
        "followed": followed.collect::<Value>(),
        "asked": asked.collect::<Value>(),
    })
}

/// The proposals that name the account's address, and those that it sent. Their change codes are kept as check values alone.
fn proposals(own: &OwnData) -> Value {
    let proposal = |OwnProposal { proposal: one, offers, entry, earlier }: &OwnProposal| {
        let version = |version: &EarlierVersion| {
            json!({
                "changed_at": time(version.changed_at),
                "language": version.language,
                "title": version.title,
                "text": version.body,
                "summary": version.summary,
                "place": version.place,
            })
        };
        let offer = |offer: &Offer| json!({ "kind": offer.kind.as_str(), "text": offer.body.as_str(), "by_group": offer.by_group });
        json!({
            "number": one.number.value(),
            "state": one.state.as_str(),
            "language": one.language,
            "title": one.title,
            "text": one.body,
            "summary": one.summary,
            "place": one.place,
            "written_for": one.voice.as_str(),
            "name_shown": one.display_name,
            "cost_guess_in_minor_units": one.cost_guess.map(Money::minor),
            "submitted_at": time(one.submitted_at),
            "came_in_on": entry.map(|entry| entry.came_in_on.to_string()),
            "entered_by_the_office_at": entry.map(|entry| time(entry.entered_at)),
            "earlier_versions": earlier.iter().map(version).collect::<Value>(),
            "offers": offers.iter().map(offer).collect::<Value>(),
        })
    };
    own.proposals.iter().map(proposal).collect()
}

/// What somebody declared before voting with this account. Only the keys join the two.
fn find_declared(
    conn: &mut Conn,
    keys: &InstallationKeys,
    account: AccountKey,
) -> Result<Vec<(String, Declaration)>, StoreError> {
    let with_accounts = list_rounds(conn)?.into_iter().filter(|round| round.basis.takes_accounts());
    let people: Vec<PersonRef> =
        with_accounts.map(|round| keys.person_ref(&round.public_id, RollSubject::Account(account))).collect();
    list_declarations(conn, &people)
}

fn declarations(declared: &[(String, Declaration)]) -> Value {
    let one = |(round, one): &(String, Declaration)| {
        json!({
            "round": round,
            "declared_on": one.declared_on.to_string(),
            "language": one.language,
            "text": one.text,
        })
    };
    declared.iter().map(one).collect()
}

/// The questions that name the account's address. The office's own words about one stand there as everybody reads them.
fn questions(own: &OwnData) -> Value {
    let question = |one: &Question| {
        let (answer, answered_at) = one.standing.answer.as_ref().map(|(text, at)| (text, time(*at))).unzip();
        json!({
            "number": one.id.value(),
            "state": one.standing.state.as_str(),
            "language": one.language,
            "text": one.text,
            "asked_at": one.asked_at.map(time),
            "answer_by": one.answer_by.map(time),
            "public_text": one.standing.public_text,
            "answer": answer,
            "answered_at": answered_at,
            "set_aside_because": one.standing.reason.map(SetAsideReason::as_str),
            "settled_at": one.standing.settled_at.map(time),
        })
    };
    own.questions.iter().map(question).collect()
}

/// The reports of barriers that name the account's address.
fn barriers(own: &OwnData) -> Value {
    let report = |one: &AccessibilityReport| {
        let (answer, answered_at) = one.answer.as_ref().map(|(text, at)| (text, time(*at))).unzip();
        json!({
            "number": one.id.value(),
            "language": one.language,
            "page": one.page,
            "problem": one.problem,
            "received_at": time(one.received_at),
            "answer_by": time(one.answer_by),
            "answer": answer,
            "answered_at": answered_at,
        })
    };
    own.reports.iter().map(report).collect()
}

fn archive(files: &[(&str, Value)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(format!("{content:#}\n").as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
