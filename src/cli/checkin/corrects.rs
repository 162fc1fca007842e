//! A check-in that takes the place of another: `--corrects`.

use super::super::halt::Halt;
use super::super::pick;
use crate::domain::check_in::Sitting;
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::SittingId;
use crate::domain::named::Named;
use crate::words::cli::check_ins as words;

/// What takes the place of a sitting: one entry of it, or its decision.
pub(super) fn correction(of: &SittingId, sitting: &Sitting) -> Correction {
    let says = match sitting.check_ins.first() {
        Some(entry) => Said::Entry(entry.clone()),
        None => Said::Decision(sitting.decision.clone()),
    };
    Correction { of: of.clone(), date: Some(sitting.date), says }
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
