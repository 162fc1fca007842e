//! `okr close`: the quarter becomes history.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::commit::refused;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::maybe_line;
use crate::words::cli::closing as words;
use crate::words::cli::help::closing as help;

#[derive(Debug, Args)]
#[command(about = help::CLOSE, before_help = help::CLOSE_EXAMPLES)]
pub(super) struct Close {
    #[arg(help = help::CLOSE_REASON, long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

impl Close {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        let desk = opened.desk(call)?;
        let (label, key) = (desk.cycle.label.clone(), desk.quarter.key.clone());
        let answer = opened
            .decide(call, |desk, _| desk.close(reason.as_deref()).map_err(|no| refused(&no, "close")))?;
        let next =
            opened.workspace.next_open(&key).map(|next| words::read_its_hand_over(&next.team, &next.cycle));
        let next = next.unwrap_or_else(|| words::open_the_next_one(&key.team));
        Ok(answer.with_line(&words::is_closed(&label)).say(next))
    }
}
