//! `okr remove`: takes a draft, a line or a note away.

use clap::Args;

use super::add::key_result_of;
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::{pick, score, typed};
use crate::domain::change::Change;
use crate::domain::decision::{Correction, Desk, List, Said};
use crate::domain::dependency::Dependency;
use crate::domain::key_result::Initiative;
use crate::domain::named::{Named, in_quarter};
use crate::domain::objective::{Assumption, Negotiation};
use crate::domain::seed::Seed;
use crate::words::cli::add as words;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::REMOVE, before_help = help::REMOVE_EXAMPLES)]
pub(super) struct Remove {
    #[arg(help = help::REMOVE_ID)]
    id: String,
}

impl Remove {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        if let Some(("later", typed)) = self.id.split_once(':') {
            return later(typed, call);
        }
        Opened::of_team(call)?.decide(call, |desk, seed| {
            if let Some(("score", key_result)) = self.id.split_once(':') {
                return Ok(desk.clear_score(&key_result_of(desk, key_result)?.id)?);
            }
            let named = pick::at_desk(desk, &in_quarter(desk.quarter), &self.id, "record")?;
            removal(desk, named, seed)
        })
    }
}

/// Takes back what was read after the quarter: `KR` for the last, `KR:DAY` for that of a day.
fn later(typed: &str, call: &mut Call) -> Result<Answer, Halt> {
    let (typed, day) = typed.split_once(':').map_or((typed, None), |(typed, day)| (typed, Some(day)));
    let mut opened = Opened::of_team(call)?;
    let desk = opened.desk(call)?;
    let watched = score::watched(&desk, call, typed);
    let desk = watched.map_or(Ok(desk), |key| Desk::at(&opened.workspace, &key, call.today))?;
    let day = day.map(|day| typed::past_day("later", day, desk.typing_day())).transpose()?;
    let key = desk.quarter.key.clone();
    let change = desk.take_back_later(&key_result_of(&desk, typed)?.id, day)?;
    opened.save(&change)?;
    Ok(Answer::saved(&change.sentence, Some(&key)))
}

fn removal(desk: &Desk<'_>, named: Named<'_>, seed: &mut Seed) -> Result<Change, Halt> {
    let change = match named {
        Named::Objective(objective) => desk.remove_objective(&objective.id)?,
        Named::KeyResult(_, key_result) => desk.remove_key_result(&key_result.id)?,
        Named::Assumption(under, line) => desk.remove_part::<Assumption>(&under.id, &line.id)?,
        Named::Negotiation(under, line) => desk.remove_part::<Negotiation>(&under.id, &line.id)?,
        Named::Dependency(under, line) => desk.remove_part::<Dependency>(&under.id, &line.id)?,
        Named::Initiative(under, line) => desk.remove_part::<Initiative>(&under.id, &line.id)?,
        Named::Line(List::ParkingLot, line) => desk.unpark(&line.id, None)?,
        Named::Line(_, line) => desk.remove_line(&line.id)?,
        Named::Delivery(delivery) => desk.remove_line(&delivery.id)?,
        Named::Answer(answer) => desk.remove_answer(&answer.id)?,
        Named::Note(note) => desk.remove_note(&note.id)?,
        Named::Effort(effort) => desk.remove_effort(&effort.id)?,
        Named::Sitting(sitting) => {
            desk.correct(Correction { of: sitting.id.clone(), date: None, says: Said::Nothing }, seed)?
        }
        Named::Quarter(_) | Named::Team(_) | Named::Cycle(_) | Named::Settings(_) => {
            return Err(Halt::usage(
                words::is_not_removed_by_a_command(named.id()),
                words::ITS_HISTORY_STAYS,
            ));
        }
    };
    Ok(change)
}
