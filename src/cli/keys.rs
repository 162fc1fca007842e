//! `okr keys`: everything the screens can do, with its keys.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use crate::report::table::{Cell, Table};
use crate::tui::actions;

/// Lists everything the screens can do, with its keys.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr keys
  okr keys --json")]
pub(super) struct Keys;

impl Keys {
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "every verb is run alike")]
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let rows = actions::table();
        let rows = rows.iter().map(|row| {
            [Cell::text(row.id), Cell::text(row.shown_keys().join(", ")), Cell::text(row.title), Cell::text(row.help)]
        });
        let table = Table::new(&["id", "keys", "title", "help"]).with(rows);
        Ok(Answer::data(table.to_text(), json!({ "actions": table.to_json() })))
    }
}
