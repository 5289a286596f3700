//! A connection that is kept and asked again and again: as little of HTTP as a load needs, so that it costs little.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Fault;

/// A kept connection.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

/// A whole answer.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    pub(crate) status: &'a str,
    head: &'a str,
    /// As it came over the line: compressed, and in chunks if it came in chunks.
    pub(crate) body: &'a [u8],
}

/// A request as it goes over the line.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n");
    for (name, value) in headers {
        text.extend([name, ": ", value, "\r\n"]);
    }
    if !body.is_empty() {
        text.push_str("content-type: application/x-www-form-urlencoded\r\n");
        text.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    text.extend(["\r\n", body]);
    text.into_bytes()
}

impl Connection {
    pub(crate) async fn open(server: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect(server).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, received: Vec::new() })
    }

    /// Asks, and answers when the whole answer is there.
    pub(crate) async fn send(&mut self, request: &[u8]) -> Result<Answer<'_>, Fault> {
        self.stream.write_all(request).await?;
        self.received.clear();
        let (head, end) = loop {
            if let Some(ends) = ends_of(&self.received)? {
                break ends;
            }
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err("the server hung up".into());
            }
        };
        let (head, body) = self.received.get(..end).unwrap_or_default().split_at(head);
        let head = std::str::from_utf8(head)?;
        Ok(Answer { status: head.split(' ').nth(1).unwrap_or_default(), head, body })
    }
}

impl<'a> Answer<'a> {
    /// The first header with a name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&'a str> {
        header(self.head, name)
    }

    /// Whether the status is this one.
    pub(crate) fn expect(&self, status: &str) -> Result<(), Fault> {
        if self.status == status {
            return Ok(());
        }
        Err(format!("{} instead of {status}: {}", self.status, String::from_utf8_lossy(self.body)).into())
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let fields = head.lines().filter_map(|line| line.split_once(": "));
    fields.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Where the head and the body of an answer end, once all of it is there.
fn ends_of(received: &[u8]) -> Result<Option<(usize, usize)>, Fault> {
    let Some(blank) = received.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let start = blank.saturating_add(4);
    let head = std::str::from_utf8(received.get(..start).unwrap_or_default())?;
    let body = received.get(start..).unwrap_or_default();
    let length = match header(head, "content-length") {
        Some(length) => Some(length.parse()?).filter(|length| *length <= body.len()),
        None if header(head, "transfer-encoding").is_some() => length_of_chunks(body)?,
        None => Some(0),
    };
    Ok(length.map(|length: usize| (start, start.saturating_add(length))))
}

/// How long a body in chunks is with all its marks, once the last chunk is there.
fn length_of_chunks(body: &[u8]) -> Result<Option<usize>, Fault> {
    let mut at = 0_usize;
    loop {
        let rest = body.get(at..).unwrap_or_default();
        let Some(line) = rest.windows(2).position(|two| two == b"\r\n") else { return Ok(None) };
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..line).unwrap_or_default())?, 16)?;
        at = at.saturating_add(line).saturating_add(size).saturating_add(4);
        if at > body.len() {
            return Ok(None);
        }
        if size == 0 {
            return Ok(Some(at));
        }
    }
}
