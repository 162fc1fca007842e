//! `okr status`: where we are, what is due, what is late.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::Opened;
use crate::domain::decision::Desk;
use crate::report::status;
use crate::report::teams::{self, Teams};
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::STATUS, before_help = help::STATUS_EXAMPLES)]
pub(super) struct Status;

impl Status {
    #[expect(clippy::unused_self, reason = "every verb is run by its arguments, also by none")]
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        of(Opened::of_team(call)?, call)
    }
}

/// The status of the quarter a command means; where nothing tells of several teams which one it means, of all.
pub(super) fn of(opened: Opened, call: &Call) -> Result<Answer, Halt> {
    let names_none = call.options.team.is_none() && call.options.cycle.is_none();
    if names_none && opened.workspace.teams.len() > 1 && opened.team(call).is_err() {
        return of_all(opened, call);
    }
    let answer = at(opened.desk(call)?);
    Ok(opened.warned(answer))
}

/// Where all teams stand.
fn of_all(mut opened: Opened, call: &Call) -> Result<Answer, Halt> {
    opened.read_also(|workspace| teams::needed(workspace, call.today))?;
    let teams = Teams::of(&opened.workspace, call.today);
    let answer = Answer::data(teams.text(), teams.json(call.today));
    let answer = if teams.is_overdue() { answer.ending(Code::Findings) } else { answer };
    Ok(opened.warned(answer))
}

/// The status of a quarter.
pub(super) fn at(desk: Desk<'_>) -> Answer {
    let status = status::Status::of(desk);
    let answer = Answer::data(status.text(), status.json());
    if status.is_overdue() { answer.ending(Code::Findings) } else { answer }
}
