//! `okr close`: the quarter becomes history.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::commit::refused;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::maybe_line;
use crate::words::cli::closing as words;

/// Closes the quarter after its retrospective, or names everything that stands in the way.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr close
  okr close --reason \"the assumptions are judged next week\"")]
pub(super) struct Close {
    /// Goes past what asks for a reason; never past a hard stop
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

impl Close {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let label = desk.cycle.label.clone();
        let change = desk.close(reason.as_deref()).map_err(|no| refused(&no, "close"))?;
        opened.save(&change)?;
        let next = words::open_the_next_one(&key.team);
        let answer = Answer::saved(&change.sentence, Some(&key));
        Ok(answer.with_line(&words::is_closed(&label)).say(next))
    }
}
