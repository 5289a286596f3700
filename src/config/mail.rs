//! The settings of mails. What one setting needs of another is checked here, so that all mistakes come at once.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use lettre::message::Mailbox;
use lettre::transport::smtp::client::Certificate;

use super::layers::Layers;
use crate::mail::{Encryption, MailSettings, Password, SmtpServer, SmtpSignIn, TransportSettings};

/// The word of a transport.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Transport {
    File,
    Memory,
    Smtp,
}

/// Every setting, each by itself.
struct Parts {
    transport: Transport,
    directory: String,
    sender: Mailbox,
    reply_to: Option<Mailbox>,
    host: String,
    port: u16,
    encryption: Encryption,
    user: String,
    password: Password,
    has_password: bool,
    authority: Option<Certificate>,
    per_second: NonZeroU32,
    connections: NonZeroU32,
}

/// Takes every setting of mails.
pub(super) fn take(layers: &mut Layers) -> Option<MailSettings> {
    let parts = take_parts(layers)?;
    let faults = faults(&parts);
    for (setting, problem) in &faults {
        layers.note(setting, "mail.transport and what it needs", (*problem).to_owned());
    }
    if !faults.is_empty() {
        return None;
    }
    let transport = match parts.transport {
        Transport::File => TransportSettings::File(PathBuf::from(parts.directory)),
        Transport::Memory => TransportSettings::Memory,
        Transport::Smtp => TransportSettings::Smtp(Box::new(SmtpServer {
            host: parts.host,
            port: parts.port,
            encryption: parts.encryption,
            sign_in: parts.has_password.then_some(SmtpSignIn { user: parts.user, password: parts.password }),
            authority: parts.authority,
            per_second: parts.per_second,
            connections: parts.connections,
        })),
    };
    Some(MailSettings { sender: parts.sender, reply_to: parts.reply_to, transport })
}

/// Takes all before the first that is missing ends it.
fn take_parts(layers: &mut Layers) -> Option<Parts> {
    let text = |text: &str| Ok(text.to_owned());
    let transport = layers.take("mail.transport", parse_transport);
    let directory = layers.take("mail.directory", text);
    let sender = layers.take("mail.sender", parse_mailbox);
    let reply_to = layers.take("mail.reply_to", parse_optional_mailbox);
    let host = layers.take("mail.smtp_host", text);
    let port = layers.take("mail.smtp_port", parse_port);
    let encryption = layers.take("mail.smtp_encryption", parse_encryption);
    let user = layers.take("mail.smtp_user", text);
    let password = layers.take("mail.smtp_password", text);
    let authority = layers.take("mail.smtp_authority", parse_authority);
    let per_second = layers.take("mail.smtp_per_second", |text| parse_count(text, 1_000));
    let connections = layers.take("mail.smtp_connections", |text| parse_count(text, 20));
    let (encryption, password) = (encryption?, password?);
    let usual_port = match encryption {
        Encryption::StartTls => 587,
        Encryption::Tls => 465,
        Encryption::None => 25,
    };
    Some(Parts {
        transport: transport?,
        directory: directory?,
        sender: sender?,
        reply_to: reply_to?,
        host: host?,
        port: port?.unwrap_or(usual_port),
        encryption,
        user: user?,
        has_password: !password.is_empty(),
        password: Password::new(password),
        authority: authority?,
        per_second: per_second?,
        connections: connections?,
    })
}

/// What does not go together.
fn faults(parts: &Parts) -> Vec<(&'static str, &'static str)> {
    let mut faults = Vec::new();
    match parts.transport {
        Transport::File if parts.directory.is_empty() => {
            faults.push(("mail.directory", "name a folder, or set mail.transport to smtp"));
        }
        Transport::File | Transport::Memory => {}
        Transport::Smtp => {
            if parts.host.is_empty() {
                faults.push(("mail.smtp_host", "name the mail server, or set mail.transport to file"));
            }
            if parts.encryption == Encryption::None && !parts.host.is_empty() && !is_this_machine(&parts.host) {
                faults.push((
                    "mail.smtp_encryption",
                    "without encryption, links to sign in could be read on the way; use starttls or tls, or a mail server on this machine",
                ));
            }
            if parts.user.is_empty() == parts.has_password {
                faults.push(("mail.smtp_user", "mail.smtp_user and mail.smtp_password need each other"));
            }
            if !parts.sender.email.domain().contains('.') {
                faults.push(("mail.sender", "name an address of yours; a mail server takes none at localhost"));
            }
        }
    }
    faults
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn parse_transport(text: &str) -> Result<Transport, String> {
    match text {
        "file" => Ok(Transport::File),
        "memory" => Ok(Transport::Memory),
        "smtp" => Ok(Transport::Smtp),
        _ => Err(format!("{text:?} is neither smtp nor file nor memory")),
    }
}

fn parse_encryption(text: &str) -> Result<Encryption, String> {
    match text {
        "starttls" => Ok(Encryption::StartTls),
        "tls" => Ok(Encryption::Tls),
        "none" => Ok(Encryption::None),
        _ => Err(format!("{text:?} is neither starttls nor tls nor none")),
    }
}

fn parse_mailbox(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| format!("{text:?} is not a sender such as Allmende <allmende@example.org>"))
}

fn parse_optional_mailbox(text: &str) -> Result<Option<Mailbox>, String> {
    if text.is_empty() { Ok(None) } else { parse_mailbox(text).map(Some) }
}

fn parse_port(text: &str) -> Result<Option<u16>, String> {
    match text {
        "" => Ok(None),
        _ => text.parse().map(Some).map_err(|_| format!("{text:?} is not a port, a number up to 65535")),
    }
}

fn parse_authority(text: &str) -> Result<Option<Certificate>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let pem = std::fs::read(text).map_err(|error| format!("{text} cannot be read: {error}"))?;
    Certificate::from_pem(&pem).map(Some).map_err(|_| format!("{text} holds no certificate in PEM form"))
}

fn parse_count(text: &str, most: u32) -> Result<NonZeroU32, String> {
    let count = text.parse::<NonZeroU32>().ok().filter(|count| count.get() <= most);
    count.ok_or_else(|| format!("{text:?} is not a whole number from 1 to {most}"))
}
