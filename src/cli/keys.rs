//! `okr keys`: everything the screens can do, with its keys.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use crate::report::table::{Cell, Table};
use crate::settings::actions::{Action, Row};
use crate::settings::{FILES, read};
use crate::store::state;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::KEYS, before_help = help::KEYS_EXAMPLES)]
pub(super) struct Keys;

impl Keys {
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "every verb is run alike")]
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let config = read(state::config_folder().as_deref());
        let rows = config.keymap.table();
        let table = Table::new(&["id", "keys", "title", "where", "help"]).with(rows.iter().map(cells));
        let actions: Vec<Value> = rows.iter().map(as_json).collect();
        let answer = Answer::data(table.to_text(), json!({ "actions": actions }));
        // Where keys.toml is refused, these are the usual keys.
        let of_keys = config.mistakes.iter().filter(|mistake| mistake.file == FILES[1]);
        Ok(answer.with_mistakes(&of_keys.map(ToString::to_string).collect::<Vec<_>>()))
    }
}

fn cells(row: &Row<Action>) -> [Cell; 5] {
    let keys = row.shown_keys().join(", ");
    [
        Cell::text(row.id),
        Cell::text(keys),
        Cell::text(row.words.title),
        Cell::text(row.action.place()),
        Cell::text(row.words.help),
    ]
}

fn as_json(row: &Row<Action>) -> Value {
    json!({
        "id": row.id, "keys": row.shown_keys(), "title": row.words.title, "where": row.action.place(), "help": row.words.help,
    })
}
