//! `okr history`: a team's quarters side by side, and how right it was.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::past_day;
use crate::method::history::History as Quarters;
use crate::report::history::Told;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::HISTORY, before_help = help::HISTORY_EXAMPLES)]
pub(super) struct History {
    #[arg(help = help::HISTORY_AS_OF, long, value_name = "DAY")]
    as_of: Option<String>,
}

impl History {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::of_team(call)?;
        let typed = self.as_of.as_deref().map(|typed| past_day("as-of", typed, call.today)).transpose()?;
        let today = typed.unwrap_or(call.today);
        let team = opened.team(call)?;
        let then = opened.workspace.of_team(&team.id).as_of(today);
        let told = Told { history: Quarters::of(&then, &team.id, today), team, today };
        let answer = if told.history.reviews.is_empty() {
            Answer::data(String::new(), told.json()).say(words::NO_QUARTER_HAD_BEGUN_BY_THEN)
        } else {
            Answer::data(told.text(), told.json())
        };
        Ok(opened.warned(answer))
    }
}
