//! `okr agenda`: the meetings of the cycle with their days, minutes and steps.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use crate::report;

/// Lists the meetings of the cycle: day, minutes, steps, what was held; the next one step by step.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr agenda
  okr --cycle 2027-q2 agenda --json")]
pub(super) struct Agenda;

impl Agenda {
    #[expect(clippy::unused_self, reason = "every verb is run by its arguments, also by none")]
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::of_team(call)?;
        let agenda = report::agenda::Agenda::of(opened.desk(call)?);
        let answer = Answer::data(agenda.text(), agenda.json());
        Ok(opened.warning().into_iter().fold(answer, Answer::say))
    }
}
