//! One connection to the mail server, over which one mail goes after the other.
//!
//! Asynchronous, because only a future can be dropped at a deadline: a server that drips its reply byte by byte keeps a
//! blocking read alive past the worker's lease, and then another worker would send the same mail. It also lets several
//! connections wait for slow replies on one thread. The library's own pool is not used: it hides in which state a
//! connection broke, and that decides whether the mail may already be out.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::{Address, Message};
use tokio::time::timeout;

use super::outcome::{HandOverError, Unreachable};
use super::settings::{Encryption, SmtpServer};

/// To connect, be greeted, encrypt and sign in; RFC 5321 asks for five minutes of patience with the greeting.
const TO_GREET: Duration = Duration::from_mins(5);
/// For sender, recipient and leave to begin together; RFC 5321 asks for five minutes with each of the first two.
const TO_ADDRESS: Duration = Duration::from_mins(5);
/// For the last reply, after which the mail is the server's. RFC 5321 asks for ten minutes: whoever is less patient sends
/// mails twice.
const TO_TAKE: Duration = Duration::from_mins(10);
/// The longest that one mail keeps its worker: a connection that has gone stale is made anew once.
pub(super) const LONGEST: Duration = Duration::from_mins(5 + 5 + 5 + 10);
/// To say goodbye, which nobody depends on.
const TO_QUIT: Duration = Duration::from_secs(5);

/// An open connection.
pub(super) struct SmtpConnection {
    connection: AsyncSmtpConnection,
    /// Whether a mail went over it; then the server may have had enough of it.
    is_used: bool,
}

impl SmtpConnection {
    /// Connects, is greeted, encrypts and signs in.
    pub(super) async fn open(server: &SmtpServer, tls: Option<&TlsParameters>) -> Result<Self, Unreachable> {
        match timeout(TO_GREET, greet(server, tls)).await {
            Ok(Ok(connection)) => Ok(Self { connection, is_used: false }),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(Unreachable::Silent),
        }
    }

    /// Hands a mail over.
    pub(super) async fn send(
        &mut self,
        server: &SmtpServer,
        tls: Option<&TlsParameters>,
        mail: &Message,
    ) -> Result<(), HandOverError> {
        let addressed = match self.address(mail).await {
            // A server that has had enough of this connection says so before the next mail, which is not to wait for that.
            Err(HandOverError::Lost(_)) if self.is_used => {
                *self = Self::open(server, tls).await.map_err(|error| HandOverError::Lost(error.to_string()))?;
                self.address(mail).await
            }
            addressed => addressed,
        };
        addressed?;
        self.is_used = true;
        match timeout(TO_TAKE, self.connection.message(&mail.formatted())).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(self.judge(&error).await),
            Err(_) => Err(HandOverError::Lost("the server took the mail and said nothing more".to_owned())),
        }
    }

    /// Says from whom and to whom, and gets leave to begin.
    async fn address(&mut self, mail: &Message) -> Result<(), HandOverError> {
        match timeout(TO_ADDRESS, self.address_patiently(mail)).await {
            Ok(result) => result,
            Err(_) => Err(HandOverError::Lost("the server does not answer".to_owned())),
        }
    }

    async fn address_patiently(&mut self, mail: &Message) -> Result<(), HandOverError> {
        let mut parameters = Vec::new();
        let is_ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if !mail.envelope().to().iter().all(is_ascii) {
            if !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(HandOverError::Refused("the mail server takes no address with such letters".to_owned()));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let from = Mail::new(mail.envelope().from().cloned(), parameters);
        if let Err(error) = self.connection.command(from).await {
            // The server refuses our sender, not this recipient: no mail is lost over that.
            return Err(match self.judge(&error).await {
                HandOverError::Refused(reason) => HandOverError::Lost(reason),
                other => other,
            });
        }
        for recipient in mail.envelope().to() {
            if let Err(error) = self.connection.command(Rcpt::new(recipient.clone(), Vec::new())).await {
                return Err(self.judge(&error).await);
            }
        }
        if let Err(error) = self.connection.command(Data).await {
            return Err(self.judge(&error).await);
        }
        Ok(())
    }

    /// What a bad reply means for the mail; the connection is made ready for the next one.
    async fn judge(&mut self, error: &Error) -> HandOverError {
        let reason = in_words(error);
        let code = error.status().map(u16::from);
        match code {
            // Going down, or wanting us to sign in first: that is about us and not about the mail.
            Some(421 | 530) | None => HandOverError::Lost(reason),
            Some(code) => match timeout(TO_ADDRESS, self.connection.command(Rset)).await {
                Ok(Ok(_)) if code >= 500 => HandOverError::Refused(reason),
                Ok(Ok(_)) => HandOverError::Later(reason),
                // The reply stands, only the connection is gone.
                Ok(Err(_)) | Err(_) if code >= 500 => HandOverError::RefusedAndLost(reason),
                Ok(Err(_)) | Err(_) => HandOverError::LaterAndLost(reason),
            },
        }
    }

    /// Says goodbye.
    pub(super) async fn close(mut self) {
        let _ = timeout(TO_QUIT, self.connection.quit()).await;
    }
}

async fn greet(server: &SmtpServer, tls: Option<&TlsParameters>) -> Result<AsyncSmtpConnection, Unreachable> {
    let hello = ClientId::default();
    let address = (server.host.as_str(), server.port);
    let at_once = tls.filter(|_| server.encryption == Encryption::Tls).cloned();
    let mut connection =
        AsyncSmtpConnection::connect_tokio1(address, None, &hello, at_once, None).await.map_err(|error| of(&error))?;
    if let (Encryption::StartTls, Some(tls)) = (server.encryption, tls) {
        if !connection.can_starttls() {
            connection.abort().await;
            return Err(Unreachable::NoStartTls);
        }
        connection.starttls(tls.clone(), &hello).await.map_err(|error| of(&error))?;
    }
    if let Some(account) = &server.sign_in {
        let credentials = Credentials::new(account.user.clone(), account.password.expose().to_owned());
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        if let Err(error) = connection.auth(&mechanisms, &credentials).await {
            connection.abort().await;
            return Err(Unreachable::SignIn(in_words(&error)));
        }
    }
    Ok(connection)
}

fn of(error: &Error) -> Unreachable {
    let reason = in_words(error);
    if error.is_tls() || reason.contains("certificate") {
        Unreachable::Tls(reason)
    } else if error.status().is_some() {
        Unreachable::Refused(reason)
    } else {
        Unreachable::Network(reason)
    }
}

/// An error with what lies under it, on one line.
fn in_words(error: &Error) -> String {
    use std::error::Error as _;
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let inner_words = inner.to_string();
        if !words.contains(&inner_words) {
            words = format!("{words}: {inner_words}");
        }
        source = inner.source();
    }
    super::letter::one_line(&words)
}
