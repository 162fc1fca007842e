//! `okr agenda`: the meetings of the cycle with their days, minutes and steps.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use crate::report;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::AGENDA, before_help = help::AGENDA_EXAMPLES)]
pub(super) struct Agenda;

impl Agenda {
    #[expect(clippy::unused_self, reason = "every verb is run by its arguments, also by none")]
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::of_team(call)?;
        let agenda = report::agenda::Agenda::of(opened.desk(call)?);
        let answer = Answer::data(agenda.text(), agenda.json());
        Ok(opened.warned(answer))
    }
}
