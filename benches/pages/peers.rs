//! What pages are held against: a bare answer, and a bare template of the same size: rows that one query feeds, and
//! the page's own text around them.

use std::net::SocketAddr;

use actix_web::dev::ServerHandle;
use actix_web::middleware::Compress;
use actix_web::{App, HttpResponse, HttpServer, error, web};
use allmende::domain::ids::{ProjectId, RoundId};
use allmende::store::projects::list_project_keys;
use allmende::store::texts::{ProjectText, list_texts_of_projects};
use allmende::store::{Db, StoreError};
use serde::Serialize;
use tera::{Context, Tera};

use crate::shared::Fault;

/// Servers with the workers and the compression of ours, and with nothing else.
pub(crate) struct Peers {
    pub(crate) address: SocketAddr,
    handle: ServerHandle,
}

struct Bare {
    db: Db,
    projects: Vec<ProjectId>,
    tera: Tera,
}

/// The most rows of a bare page, as on a page of the list.
const ROWS: usize = 20;

impl Peers {
    /// Serves `/hello`, and `/bare/N` with a template of the size of page N.
    pub(crate) async fn start(db: Db, round: RoundId, pages: &[String]) -> Result<Self, Fault> {
        let keys = db.read(move |conn| list_project_keys(conn, round, None)).await?;
        let projects: Vec<ProjectId> = keys.iter().map(|key| key.id).take(ROWS).collect();
        let ids = projects.clone();
        let texts = db.read(move |conn| list_texts_of_projects(conn, &ids, LANGUAGE)).await?;
        let widest = texts.values().map(|text| row_length(&text.text)).max().unwrap_or(1);
        let mut tera = Tera::default();
        let template = |(place, page): (usize, &String)| (name(&place.to_string()), template(page, widest));
        tera.add_raw_templates(pages.iter().enumerate().map(template).collect::<Vec<_>>())?;
        let bare = web::Data::new(Bare { db, projects, tera });
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
    let projects = bare.projects.clone();
    let read = bare.db.read(move |conn| list_texts_of_projects(conn, &projects, LANGUAGE));
    let texts = read.await.map_err(|fault: StoreError| error::ErrorInternalServerError(fault))?;
    let rows: Vec<Row> = texts.into_values().map(|text| Row::from(text.text)).collect();
    let mut context = Context::new();
    context.insert("rows", &rows);
    let html = bare.tera.render(&name(&page), &context).map_err(error::ErrorInternalServerError)?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

const LANGUAGE: &str = "de";

#[derive(Serialize)]
struct Row {
    title: String,
    summary: String,
    place: String,
}

impl From<ProjectText> for Row {
    fn from(ProjectText { title, summary, place, .. }: ProjectText) -> Self {
        Self { title, summary, place }
    }
}

const ROW: &str = "<li><h3>{{ row.title }}</h3><p>{{ row.summary }}</p><p>{{ row.place }}</p></li>";

fn row_length(text: &ProjectText) -> usize {
    ROW.len() + text.title.len() + text.summary.len() + text.place.len()
}

fn name(page: &str) -> String {
    format!("{page}.html")
}

/// Rows for at most half of the page, and as much of the page's own text as makes up its size.
fn template(page: &str, row_length: usize) -> String {
    let rows = (page.len() / 2 / row_length.max(1)).clamp(1, ROWS);
    let rest: String = page.chars().skip(rows * row_length).collect();
    format!("{{% for row in rows[:{rows}] %}}{ROW}{{% endfor %}}{{% raw %}}{rest}{{% endraw %}}")
}
