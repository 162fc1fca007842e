//! `okr drop`: given up with a reason, never scored 0; or taken up again.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::pick;
use super::typed::lines;
use crate::domain::decision::Desk;
use crate::domain::named::Named;
use crate::words::cli::add as words;
use crate::words::cli::anywhere;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::DROP, before_help = help::DROP_EXAMPLES)]
pub(super) struct Drop {
    #[arg(help = help::DROP_ID)]
    id: String,
    #[arg(help = help::DROP_REASON, long, value_name = "TEXT", allow_hyphen_values = true, required_unless_present = "back")]
    reason: Option<String>,
    #[arg(help = help::DROP_BACK, long, conflicts_with = "reason")]
    back: bool,
}

impl Drop {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = lines("reason", self.reason.as_deref().unwrap_or_default())?;
        opened.decide(call, |desk, _| {
            match pick::at_desk(desk, &of_the_set(desk), &self.id, anywhere::OBJECTIVE_OR_KEY_RESULT)? {
                Named::Objective(objective) if self.back => Ok(desk.take_up_objective(&objective.id)?),
                Named::KeyResult(_, key_result) if self.back => Ok(desk.take_up_key_result(&key_result.id)?),
                Named::Objective(objective) => Ok(desk.drop_objective(&objective.id, &reason)?),
                Named::KeyResult(_, key_result) => Ok(desk.drop_key_result(&key_result.id, &reason)?),
                _ => Err(Halt::usage(anywhere::AN_OBJECTIVE_OR_KEY_RESULT, words::OKR_LIST)),
            }
        })
    }
}

/// The objectives and key results of a quarter.
pub(super) fn of_the_set<'a>(desk: &Desk<'a>) -> Vec<Named<'a>> {
    let objectives = desk.quarter.objectives.iter().map(Named::Objective);
    objectives.chain(desk.quarter.key_results().map(|(under, kr)| Named::KeyResult(under, kr))).collect()
}
