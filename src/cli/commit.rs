//! `okr commit`: the set is frozen, or every stop is named.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::maybe_line;
use crate::domain::change::{Force, Refusal};
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::method::commit;
use crate::words::cli::closing as words;
use crate::words::cli::help::closing as help;
use crate::words::counted;

#[derive(Debug, Args)]
#[command(about = help::COMMIT, before_help = help::COMMIT_EXAMPLES)]
pub(super) struct Commit {
    #[arg(help = help::COMMIT_REASON, long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

impl Commit {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        let answer = opened.decide(call, |desk, _| {
            desk.commit(commit::stops(desk), reason.as_deref()).map_err(|no| ways_on(&no))
        })?;
        let desk = opened.desk(call)?;
        let waiting = desk.quarter.live_key_results().filter(|(_, kr)| !kr.is_committed()).count();
        let committed = desk.quarter.live_key_results().count() - waiting;
        let objectives = desk.quarter.live_objectives().count();
        let label = &desk.cycle.label;
        let (of_objectives, of_key_results) =
            (counted::OBJECTIVES.of(objectives), counted::KEY_RESULTS.of(committed));
        let line = match waiting {
            0 => words::is_committed(label, of_objectives, of_key_results),
            waiting => words::is_committed_but_for(label, of_objectives, of_key_results, waiting),
        };
        let counts = json!({ "objectives": objectives, "key_results": committed, "to_find_out": waiting });
        Ok(answer.with_line(&line).with("committed", counts))
    }
}

/// A refusal, with the commands for what is not ready and for what is work.
fn ways_on(refusal: &Refusal) -> Halt {
    let has = |rule: StopRule| refusal.stops.iter().any(|stop| stop.rule == rule);
    let to_find_out =
        [StopRule::NoMetric, StopRule::NoBaseline, StopRule::NoTarget, StopRule::At(Step::Set8)];
    let mut halt = refused(refusal, "commit");
    if to_find_out.into_iter().any(has) {
        halt = halt.with(words::TO_FIND_OUT);
    }
    if has(StopRule::NoMetric) { halt.with(words::WORK_NOT_AN_OUTCOME) } else { halt }
}

/// A refusal that a reason may go past, with the way on.
pub(super) fn refused(refusal: &Refusal, verb: &str) -> Halt {
    let halt = Halt::refused(refusal);
    let hard = refusal.stops.iter().filter(|stop| stop.force == Force::Hard).count();
    match hard {
        0 => halt.with(words::go_on_with_a_reason(verb)),
        _ => halt.with(counted::HARD_STOPS.of(hard)),
    }
}
