//! `okr history`: a team's quarters side by side, and how right it was.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::day;
use crate::method::history::History as Quarters;
use crate::report::history::Told;
use crate::words::cli::anywhere as words;

/// Looks back: every quarter of the team, its calibration, where it was most wrong, and what pays back late.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr history
  okr history --as-of 2027-02-01     what was believed on that day
  okr --team edge history --json")]
pub(super) struct History {
    /// The day it is looked back from; without it today
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
}

impl History {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::of_team(call)?;
        let typed = self.as_of.as_deref().map(|typed| day("as-of", typed, call.today)).transpose()?;
        let today = typed.unwrap_or(call.today);
        let team = opened.team(call)?;
        let then = opened.workspace.of_team(&team.id).as_of(today);
        let told = Told { history: Quarters::of(&then, &team.id, today), team, today };
        let answer = if told.history.reviews.is_empty() {
            Answer::data(String::new(), told.json()).say(words::NO_QUARTER_HAD_BEGUN_BY_THEN)
        } else {
            Answer::data(told.text(), told.json())
        };
        Ok(opened.warning().into_iter().fold(answer, Answer::say))
    }
}
