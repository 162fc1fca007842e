//! A check-in that takes the place of another: `--corrects`.

use super::super::halt::Halt;
use super::super::pick;
use crate::domain::change::Refusal;
use crate::domain::check_in::Sitting;
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::SittingId;
use crate::domain::named::Named;
use crate::domain::seed::Seed;
use crate::method::check_ins::{Logged, Rounds, correct};
use crate::words::cli::check_ins as words;

/// Puts one entry of a sitting, or its decision, in the place of what another says.
pub(super) fn log(
    desk: &Desk<'_>,
    of: &SittingId,
    sitting: &Sitting,
    seed: &mut Seed,
) -> Result<Logged, Refusal> {
    let sitting = sitting.clone();
    // Where the votes of the room are typed; what else is corrected leaves them as they are.
    let sitting = if sitting.together { Rounds::at(desk).joined(desk, sitting) } else { sitting };
    let says = match sitting.check_ins.first() {
        Some(entry) => Said::Entry(entry.clone()),
        None => Said::Decision(sitting.decision.clone()),
    };
    let change = correct(desk, Correction { of: of.clone(), date: Some(sitting.date), says }, seed)?;
    Ok(Logged { change, sitting, is_replaced: false, is_of_today: false })
}

pub(super) fn corrected<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a Sitting, Halt> {
    let all: Vec<Named<'a>> = desk.quarter.sittings.iter().map(Named::Sitting).collect();
    match pick::at_desk(desk, &all, typed, "check-in")? {
        Named::Sitting(sitting) => Ok(desk
            .quarter
            .standing_for(&sitting.id)
            .filter(|standing| standing.id == sitting.id)
            .unwrap_or(sitting)),
        _ => Err(Halt::usage(words::A_CHECK_IN_IS_NEEDED_HERE, words::OKR_LIST_CHECK_INS)),
    }
}
