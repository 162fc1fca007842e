//! `okr show`: one record with all that is known about it.

use std::path::Path;

use clap::Args;
use serde_json::Value;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use crate::domain::named::Named;
use crate::method::alignment::Map;
use crate::report::map as report;
use crate::report::show;
use crate::store::trust::TrustedCommands;
use crate::store::{Parts, state};
use crate::words::cli::anywhere as words;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::SHOW, before_help = help::SHOW_EXAMPLES)]
pub(super) struct Show {
    #[arg(help = help::SHOW_ID)]
    id: String,
}

impl Show {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        if self.id.trim() == MAP {
            return map(call);
        }
        let opened = Opened::of_team(call)?;
        let (desk, named) = opened.pick(call, &self.id)?;
        let answer = Answer::data(show::text(named, desk.as_ref()), show::json(named, desk.as_ref()));
        let failed = failed_reading(named, &opened.root);
        Ok(opened.warned(failed.into_iter().fold(answer, Answer::say)))
    }
}

/// The word for the map of a cycle.
const MAP: &str = "map";

/// The map of the cycle a command means: the one it names, else that of its team.
fn map(call: &Call) -> Result<Answer, Halt> {
    let (opened, cycle) = Opened::of_cycle(call, Parts::Sets)?;
    let map = Map::of(&opened.workspace, &cycle);
    let answer = if call.options.json {
        Answer::data(String::new(), report::json(&map))
    } else {
        Answer::data(report::text(&opened.workspace, &map, call.today), Value::Null)
    };
    Ok(opened.warned(answer))
}

/// How the command of a key result failed to read its number the last time, if it did.
fn failed_reading(named: Named<'_>, root: &Path) -> Option<String> {
    let Named::KeyResult(_, key_result) = named else { return None };
    key_result.command.as_ref()?;
    let trusted = TrustedCommands::read(&state::folder()?, root);
    let failure = trusted.failure(&key_result.id)?;
    Some(words::its_command_read_no_number_on(failure.date, &failure.says))
}
