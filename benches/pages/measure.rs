//! Reading one page again and again over kept connections.

use std::net::SocketAddr;
use std::time::Duration;

use super::addresses::Address;
use crate::shared::Fault;
use crate::shared::connection::{Connection, request};
use crate::shared::figures::Figures;
use crate::shared::load::{Client, Load, run};

const CONNECTIONS: usize = 32;

/// How a page comes over the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Identity,
    Brotli,
}

impl Encoding {
    const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Brotli => "br",
        }
    }
}

/// The served application, and for how long it is asked.
pub(crate) struct Bench {
    server: SocketAddr,
    span: Duration,
}

/// How often a page came, and how much of it.
pub(crate) struct Measured {
    figures: Figures,
    pub(crate) kilobytes: f64,
}

impl Measured {
    pub(crate) fn rate(&self) -> f64 {
        self.figures.rate()
    }
}

struct Reader {
    connection: Connection,
    request: Vec<u8>,
}

impl Client for Reader {
    async fn call(&mut self, _: usize) -> Result<(), Fault> {
        self.connection.send(&self.request).await?.expect("200")
    }
}

impl Bench {
    pub(crate) const fn new(server: SocketAddr, span: Duration) -> Self {
        Self { server, span }
    }

    /// The page's text.
    pub(crate) async fn fetch(&self, address: &Address) -> Result<String, Fault> {
        let mut connection = Connection::open(self.server).await?;
        let answer = connection.send(&asking(address, Encoding::Identity)).await?;
        answer.expect("200")?;
        Ok(std::str::from_utf8(answer.body)?.to_owned())
    }

    /// As often as it goes, from a server of either kind, after a moment that is not counted.
    pub(crate) async fn full(
        &self,
        server: SocketAddr,
        address: &Address,
        encoding: Encoding,
    ) -> Result<Measured, Fault> {
        let mut connection = Connection::open(server).await?;
        let size = connection.send(&asking(address, encoding)).await?.body.len();
        run(readers(server, address, encoding).await?, Load::Full(self.span / 5)).await?;
        let figures = run(readers(server, address, encoding).await?, Load::Full(self.span)).await?;
        Ok(Measured { figures, kilobytes: f64::from(u32::try_from(size)?) / 1000.0 })
    }

    /// At a rate, as browsers take it: compressed.
    pub(crate) async fn paced(&self, address: &Address, per_second: u32) -> Result<Figures, Fault> {
        run(readers(self.server, address, Encoding::Brotli).await?, Load::Paced(per_second, self.span)).await
    }
}

async fn readers(server: SocketAddr, address: &Address, encoding: Encoding) -> Result<Vec<Reader>, Fault> {
    let mut readers = Vec::new();
    for _ in 0..CONNECTIONS {
        readers.push(Reader { connection: Connection::open(server).await?, request: asking(address, encoding) });
    }
    Ok(readers)
}

fn asking(address: &Address, encoding: Encoding) -> Vec<u8> {
    let cookie = address.cookie.iter().map(|cookie| ("cookie", cookie.as_str()));
    let headers: Vec<_> = cookie.chain([("accept-encoding", encoding.name())]).collect();
    request("GET", &address.path, &headers, "")
}
