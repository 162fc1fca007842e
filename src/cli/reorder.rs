//! `okr move`: another place in the order, under another objective, or off the set.

use clap::Args;

use super::add::{key_result_of, objective_of};
use super::answer::Answer;
use super::call::Call;
use super::drop::of_the_set;
use super::halt::Halt;
use super::opened::Opened;
use super::pick;
use super::typed::maybe_line;
use crate::domain::change::{Change, Record};
use crate::domain::decision::{Desk, Step};
use crate::domain::named::Named;
use crate::domain::seed::Seed;
use crate::words::cli::add as words;
use crate::words::cli::anywhere;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::MOVE, before_help = help::MOVE_EXAMPLES)]
pub(super) struct Move {
    #[arg(help = help::MOVE_ID)]
    id: String,
    #[arg(help = help::MOVE_TO)]
    to: String,
    #[arg(help = help::MOVE_REASON, long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

/// The places of an objective, for who typed none of them.
const PLACES: &str = words::UP_DOWN_OR_NOT_NOW;

impl Move {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let named = pick::at_desk(&desk, &of_the_set(&desk), &self.id, anywhere::OBJECTIVE_OR_KEY_RESULT)?;
        let change = match named {
            Named::Objective(objective) => match step(&self.to) {
                Some(step) => desk.move_objective(&objective.id, step)?,
                None if self.to == "not-now" => {
                    desk.park_objective(&objective.id, reason.as_deref(), &mut call.seed)?
                }
                None => {
                    let into = objective_of(&desk, &self.to).map_err(|halt| halt.hint(PLACES))?;
                    desk.merge(&objective.id, &into.id)?
                }
            },
            named => self.move_key_result(&desk, named.id(), &mut call.seed)?,
        };
        if change.is_empty() {
            return Ok(Answer::unchanged(Some(&key)));
        }
        let line = line_made(&change);
        opened.save(&change)?;
        let answer = Answer::saved(&change.sentence, Some(&key));
        Ok(match line {
            Some(id) => answer.with_id(&id),
            None => answer,
        })
    }

    fn move_key_result(&self, desk: &Desk<'_>, id: &str, seed: &mut Seed) -> Result<Change, Halt> {
        let key_result = key_result_of(desk, id)?;
        match step(&self.to) {
            Some(step) => Ok(desk.move_key_result(&key_result.id, step)?),
            None if self.to == "delivery" => Ok(desk.move_to_delivery(&key_result.id, seed)?),
            None => {
                let to = objective_of(desk, &self.to)?;
                Ok(desk.move_key_result_to(&key_result.id, &to.id, Step::Up)?)
            }
        }
    }
}

/// The id of the line a change adds to a list.
fn line_made(change: &Change) -> Option<String> {
    change.edits.iter().find_map(|edit| {
        let (Some((_, Record::Frame(before))), Some((_, Record::Frame(after)))) = (&edit.before, &edit.after)
        else {
            return None;
        };
        let delivered = after.delivery.iter().skip(before.delivery.len()).map(|line| &line.id);
        let parked = after.not_now.iter().skip(before.not_now.len()).map(|line| &line.id);
        delivered.chain(parked).next().map(ToString::to_string)
    })
}

fn step(word: &str) -> Option<Step> {
    match word {
        "up" => Some(Step::Up),
        "down" => Some(Step::Down),
        _ => None,
    }
}
