//! The demo's workplace with a few personnel codes, so that anybody can try how employees without e-mail come in.

use super::directory::Entrance;
use super::fill::DemoError;
use crate::actions::personnel::{WantedBatch, make_personnel_codes};
use crate::actions::workplace::add_workplace;
use crate::app::App;
use crate::domain::hex;
use crate::domain::permission::Actor;
use crate::domain::text::Line;
use crate::secrecy::randomness::draw;
use crate::store::StoreError;
use crate::store::personnel::NewBatch;
use crate::store::workplaces::find_workplace;

const WORKPLACE: &str = "Seniorenzentrum am Kanal, Station 2";
const WORD: &str = "Seniorenzentrum";
const CODES: u32 = 4;

pub(super) async fn let_employees_in(app: &App) -> Result<Entrance, DemoError> {
    let line = |text: &str| Line::parse(text).map_err(|_| DemoError::Content(text.to_owned()));
    let id = add_workplace(&app.db, Actor::CommandLine, line(WORKPLACE)?).await?;
    let found = app.db.read(move |conn| find_workplace(conn, id)).await?;
    let new = NewBatch { form_key: hex::encode(&draw::<16>()?), word: line(WORD)?, language: "de".to_owned() };
    let wanted = WantedBatch { size: CODES, new };
    let codes = make_personnel_codes(&app.db, app.keys.installation(), Actor::CommandLine, wanted).await?;
    Ok(Entrance {
        workplace: WORKPLACE.to_owned(),
        key: found.ok_or(StoreError::NotFound)?.key.to_string(),
        personnel_codes: codes.iter().map(|(_, code)| code.to_string()).collect(),
    })
}
