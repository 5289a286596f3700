//! People of the office in tests: what they hold, the secrets of their mails, and what the record says of them.

use std::collections::BTreeMap;

use allmende::actions::department::{add_department, retire_department};
use allmende::actions::organisation::{LogoPicture, edit_logo};
use allmende::domain::department::DepartmentDetails;
use allmende::domain::email::Email;
use allmende::domain::ids::{AccountId, DepartmentId, MailId};
use allmende::domain::role::Grants;
use allmende::domain::text::Line;
use allmende::mail::{MailSecret, Message};
use allmende::secrecy::randomness::draw;
use allmende::secrecy::token::LinkPurpose;
use allmende::secrecy::{SessionToken, TokenHash};
use allmende::store::accounts::insert_account;
use allmende::store::mails::find_mail;
use allmende::store::organisation::Logo;
use allmende::store::roles::list_grants;
use allmende::store::schema::{entries, mails};
use allmende::store::sessions::{NewSession, Session, SessionSubject, insert_session};
use allmende::store::{Lock, StoreError, Tx};
use chrono::TimeDelta;
use diesel::prelude::*;

use super::app::TestApp;
use super::rounds::OFFICE;

impl TestApp {
    /// Makes an account without any role, as everybody gets one who signs in by mail.
    pub(crate) async fn member(&self, email: &str) -> AccountId {
        let new = self.new_account(email);
        self.db
            .write(Lock::Nothing, move |tx| {
                let now = tx.now;
                insert_account(tx, &new, now)
            })
            .await
            .unwrap()
    }

    /// Opens a session of an account; answers with what its row is found by.
    pub(crate) async fn session_of(&self, account: AccountId) -> TokenHash {
        let token = SessionToken::new(draw().unwrap()).hash();
        let open = move |tx: &mut Tx<'_>| {
            let session = Session {
                subject: SessionSubject::Account(account),
                workplace: None,
                seen_at: tx.now,
                expires_at: tx.now.plus(TimeDelta::hours(1)),
                second_factor_at: None,
            };
            let handle = format!("session {:?}", token.as_bytes());
            insert_session(tx, &NewSession { token, handle, device: None, session })
        };
        self.db.write(Lock::Nothing, open).await.unwrap();
        token
    }

    /// Adds a department with this name in each language.
    pub(crate) async fn department(&self, name: &str) -> DepartmentId {
        let line = |text: &str| Line::parse(text).unwrap();
        let details = DepartmentDetails {
            names: ["de", "en"].map(|language| (language.to_owned(), line(name))).into(),
            email: None,
            telephone: None,
            deputy_name: line(""),
            deputy_email: None,
            substitute: None,
        };
        add_department(&self.db, OFFICE, details).await.unwrap()
    }

    /// Retires a department that nobody has changed.
    pub(crate) async fn retire(&self, department: DepartmentId) {
        retire_department(&self.db, OFFICE, (department, 1)).await.unwrap();
    }

    /// Puts the organisation's logo in. Answers its address.
    pub(crate) async fn put_up_logo(&self) -> String {
        let content_hash = self.files.put(include_bytes!("../../assets/demo/logo.png")).unwrap().to_string();
        let logo = Logo { content_hash: content_hash.clone(), media_type: "png".to_owned(), width: 96, height: 96 };
        edit_logo(&self.db, OFFICE, None, (LogoPicture::New(logo), BTreeMap::new())).await.unwrap();
        format!("/files/{content_hash}.png")
    }

    /// What an account is entrusted with.
    pub(crate) async fn grants(&self, account: AccountId) -> Grants {
        self.db.read(move |conn| list_grants(conn, account)).await.unwrap()
    }

    /// The secret of the newest mail of this name to an address.
    pub(crate) async fn mail_secret(&self, message: &'static str, email: &str) -> MailSecret {
        let email = Email::parse(email).unwrap();
        let read = self.db.read(move |conn| {
            let newest = mails::table
                .filter(mails::message.eq(message).and(mails::recipient.eq(email.as_str())))
                .order(mails::id.desc());
            let id = newest.select(mails::id).first::<i64>(conn).map_err(StoreError::from)?;
            Ok::<_, StoreError>(find_mail(conn, MailId::new(id))?.unwrap())
        });
        let mail = read.await.unwrap();
        self.open_secret(&Message::parse(&mail.parameters).unwrap(), (&mail).into()).unwrap().unwrap()
    }

    /// The hash of the link in the newest invitation to an address.
    pub(crate) async fn invitation_link(&self, email: &str) -> TokenHash {
        let secret = self.mail_secret("invitation", email).await;
        let (keys, now) = (self.keys.installation(), self.time.get());
        keys.verify_link(&self.issuer(), LinkPurpose::Invitation, secret.token(), now).unwrap()
    }

    /// Who got which mails, in the order in which they were written.
    pub(crate) async fn mails(&self) -> Vec<(String, String)> {
        let read = self.db.read(|conn| {
            let all = mails::table.order(mails::id).select((mails::message, mails::recipient));
            all.load::<(String, String)>(conn).map_err(StoreError::from)
        });
        read.await.unwrap()
    }

    /// The acts of the record with their subjects and bodies, in no order that counts.
    pub(crate) async fn entries(&self, act: &'static str) -> Vec<(String, String)> {
        let read = self.db.read(move |conn| {
            let of_act = entries::table.filter(entries::act.eq(act)).order(entries::at);
            of_act.select((entries::subject, entries::body)).load::<(String, String)>(conn).map_err(StoreError::from)
        });
        read.await.unwrap()
    }
}
