//! For whoever runs the service.

use crate::harness::app::TestApp;
use crate::harness::databases::TestDatabase;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_with_a_database_lives_and_is_ready() {
    let app = TestApp::start(TestDatabase::sqlite()).await;
    let client = app.client();

    assert_eq!(client.get("/health/live").body, "live\n");
    assert_eq!(client.get("/health/ready").body, "ready\n");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_name_routes_and_never_paths() {
    let app = TestApp::start_with(TestDatabase::sqlite(), |config| {
        config.metrics_listen = Some("127.0.0.1:0".parse().unwrap());
    })
    .await;
    let client = app.client();
    client.get("/de/sign-in?next=%2Fde%2Fcanary");
    client.get("/wp-admin/canary");
    client.send("PATCH", "/canary", &[], None);

    let figures = app.metrics_client().get("/metrics").body;

    let counted = |labels: &str| {
        let line = format!("allmende_http_requests_total{{{labels}}} 1");
        assert!(figures.contains(&line), "{line} is not in\n{figures}");
    };
    counted("method=\"GET\",route=\"/{language:de|en|xm}/sign-in\",status=\"200\"");
    counted("method=\"GET\",route=\"unmatched\",status=\"404\"");
    counted("method=\"other\",route=\"unmatched\",status=\"404\"");
    assert!(!figures.contains("canary"));
    assert_eq!(client.get("/metrics").status, 404, "figures are not for everybody");
}
