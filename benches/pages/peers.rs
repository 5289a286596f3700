//! What pages are held against: a bare answer, and a bare template with the page's own text, fed by one query.

use std::net::SocketAddr;

use actix_web::dev::ServerHandle;
use actix_web::middleware::Compress;
use actix_web::{App, HttpResponse, HttpServer, error, web};
use allmende::domain::ids::RoundId;
use allmende::store::texts::find_round_text;
use allmende::store::{Db, StoreError};
use tera::{Context, Tera};

use crate::shared::Fault;

/// Servers with the workers and the compression of ours, and with nothing else.
pub(crate) struct Peers {
    pub(crate) address: SocketAddr,
    handle: ServerHandle,
}

struct Bare {
    db: Db,
    round: RoundId,
    tera: Tera,
}

impl Peers {
    /// Serves `/hello`, and `/bare/N` with a template of the size and the words of page N.
    pub(crate) fn start(db: Db, round: RoundId, pages: &[String]) -> Result<Self, Fault> {
        let mut tera = Tera::default();
        let template = |(place, page): (usize, &String)| (name(&place.to_string()), template(page));
        tera.add_raw_templates(pages.iter().enumerate().map(template).collect::<Vec<_>>())?;
        let bare = web::Data::new(Bare { db, round, tera });
        let server = HttpServer::new(move || {
            App::new()
                .app_data(bare.clone())
                .route("/hello", web::get().to(hello))
                .route("/bare/{page}", web::get().to(page))
                .wrap(Compress::default())
        });
        let workers = std::thread::available_parallelism()?.get();
        let server = server.workers(workers).disable_signals().bind("127.0.0.1:0")?;
        let address = *server.addrs().first().ok_or("no address")?;
        let server = server.run();
        let handle = server.handle();
        tokio::spawn(server);
        Ok(Self { address, handle })
    }

    pub(crate) async fn stop(self) {
        self.handle.stop(true).await;
    }
}

async fn hello() -> &'static str {
    "hello"
}

async fn page(bare: web::Data<Bare>, page: web::Path<String>) -> actix_web::Result<HttpResponse> {
    let round = bare.round;
    let read = bare.db.read(move |conn| find_round_text(conn, round, "de"));
    let text = read.await.map_err(|fault: StoreError| error::ErrorInternalServerError(fault))?;
    let mut context = Context::new();
    context.insert("title", &text.text.title);
    let html = bare.tera.render(&name(&page), &context).map_err(error::ErrorInternalServerError)?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

fn name(page: &str) -> String {
    format!("{page}.html")
}

/// The page as it is, with one name to fill in.
fn template(page: &str) -> String {
    let (head, body) = page.split_once("<body").unwrap_or_default();
    format!("{{% raw %}}{head}{{% endraw %}}<!-- {{{{ title }}}} -->{{% raw %}}<body{body}{{% endraw %}}")
}
