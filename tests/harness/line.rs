//! A line to the PostgreSQL server that breaks when it is told to: after a commit has been done, before its answer has
//! come back.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use allmende::store::DatabaseUrl;
use url::Url;

/// The line; connections go through it as long as the test runs.
pub(crate) struct Line {
    /// The same database at the near end of the line.
    pub(crate) url: DatabaseUrl,
    breaks: Arc<AtomicBool>,
}

impl Line {
    /// A line to the server of a database.
    pub(crate) fn to(database: &DatabaseUrl) -> Self {
        let far = Url::parse(&database.to_string()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut near = far.clone();
        near.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
        let (breaks, address) =
            (Arc::new(AtomicBool::new(false)), (far.host_str().unwrap().to_owned(), far.port().unwrap()));
        std::thread::spawn({
            let breaks = Arc::clone(&breaks);
            move || {
                for client in listener.incoming() {
                    join(client.unwrap(), TcpStream::connect(&address).unwrap(), &breaks);
                }
            }
        });
        Self { url: DatabaseUrl::parse(near.as_str()).unwrap(), breaks }
    }

    /// Lets the next commit reach the server, and its answer nobody.
    pub(crate) fn break_at_the_next_commit(&self) {
        self.breaks.store(true, Ordering::SeqCst);
    }
}

fn join(client: TcpStream, server: TcpStream, breaks: &Arc<AtomicBool>) {
    let broken = Arc::new(AtomicBool::new(false));
    let (mut from_client, mut to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    let (mut from_server, mut to_client) = (server, client);
    std::thread::spawn({
        let (breaks, broken) = (Arc::clone(breaks), Arc::clone(&broken));
        move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count @ 1..) = from_client.read(&mut bytes) {
                // With the zero at its end, or it would be found in "read committed" too.
                let commits = bytes[..count].windows(7).any(|part| part == b"COMMIT\0");
                if commits && breaks.swap(false, Ordering::SeqCst) {
                    broken.store(true, Ordering::SeqCst);
                }
                if to_server.write_all(&bytes[..count]).is_err() {
                    break;
                }
            }
            drop(to_server.shutdown(Shutdown::Both));
        }
    });
    std::thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        while let Ok(count @ 1..) = from_server.read(&mut bytes) {
            // The server has answered, so it has done what it was asked.
            if broken.load(Ordering::SeqCst) || to_client.write_all(&bytes[..count]).is_err() {
                break;
            }
        }
        drop(from_server.shutdown(Shutdown::Both));
        drop(to_client.shutdown(Shutdown::Both));
    });
}
