//! `okr status`: where we are, what is due, what is late.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::Opened;
use crate::domain::decision::Desk;
use crate::report::status;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::STATUS, before_help = help::STATUS_EXAMPLES)]
pub(super) struct Status;

impl Status {
    #[expect(clippy::unused_self, reason = "every verb is run by its arguments, also by none")]
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        of(&Opened::of_team(call)?, call)
    }
}

/// The status of the quarter a command means.
pub(super) fn of(opened: &Opened, call: &Call) -> Result<Answer, Halt> {
    let answer = at(opened.desk(call)?);
    Ok(opened.warned(answer))
}

/// The status of a quarter.
pub(super) fn at(desk: Desk<'_>) -> Answer {
    let status = status::Status::of(desk);
    let answer = Answer::data(status.text(), status.json());
    if status.is_overdue() { answer.ending(Code::Findings) } else { answer }
}
