//! Where a request comes from. Limits count by it; it is written nowhere else.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use actix_web::HttpRequest;

/// The address of the browser, as far as it can be known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The peer, or the last address of `X-Forwarded-For` that no trusted proxy stands behind.
    #[must_use]
    pub fn of(request: &HttpRequest, trusted: &[IpAddr]) -> Self {
        let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
        let headers = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
        let hops: Vec<&str> = headers.flat_map(|line| line.split(',')).map(str::trim).collect();
        Self(resolve(peer, &hops, trusted))
    }

    /// What limits count by: the address, or the first 64 bits of an IPv6 address, because one household has as many
    /// addresses behind them as it likes.
    #[must_use]
    pub fn limit_key(self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

impl fmt::Debug for ClientAddress {
    /// Addresses do not go into logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientAddress(hidden)")
    }
}

/// Walks back from the peer. Each proxy appends whom it heard from, so only what trusted proxies wrote is believed.
fn resolve(peer: IpAddr, hops: &[&str], trusted: &[IpAddr]) -> IpAddr {
    let mut address = peer;
    for hop in hops.iter().rev() {
        if !trusted.contains(&address) {
            break;
        }
        match hop.parse::<IpAddr>() {
            Ok(before) => address = before.to_canonical(),
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_header_from_somebody_untrusted_is_not_believed() {
        assert_eq!(resolve(ip("198.51.100.7"), &["203.0.113.9"], &[ip("127.0.0.1")]), ip("198.51.100.7"));
    }

    #[test]
    fn what_a_visitor_wrote_before_the_proxy_is_not_believed() {
        let hops = ["1.2.3.4", "203.0.113.9", "10.0.0.2"];

        assert_eq!(resolve(ip("10.0.0.1"), &hops, &[ip("10.0.0.1"), ip("10.0.0.2")]), ip("203.0.113.9"));
    }

    #[test]
    fn a_malformed_hop_ends_the_walk() {
        assert_eq!(resolve(ip("10.0.0.1"), &["203.0.113.9", "unknown"], &[ip("10.0.0.1")]), ip("10.0.0.1"));
    }

    #[test]
    fn addresses_of_one_household_count_as_one() {
        let key = |text: &str| ClientAddress(ip(text)).limit_key();

        assert_eq!(key("2001:db8:1:2:3:4:5:6"), key("2001:db8:1:2:ffff::1"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_ne!(key("203.0.113.9"), key("203.0.113.10"));
    }
}
