//! Sittings: their days and the names of their files.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::check_in::SittingKind;
use crate::words::store::check as words;

/// Check-ins from before the quarter and its commit.
pub(super) fn before_commit(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for quarter in scope.quarters() {
        let cycle = scope.workspace.cycles.get(&quarter.key.cycle);
        let (Some(cycle), Some(committed)) = (cycle, quarter.frame.committed) else { continue };
        let check_ins = quarter.sittings.iter().filter(|sitting| sitting.kind == SittingKind::CheckIn);
        for sitting in check_ins.filter(|sitting| sitting.date < committed.min(cycle.first)) {
            let message = words::a_check_in_of(sitting.date, committed, cycle.first);
            let hint = words::CORRECT_THE_DATE;
            found.push(Finding::new(scope::sitting(quarter, &sitting.id), "date", message, hint));
        }
    }
    found
}

/// Sittings whose files are called after another day.
pub(super) fn misnamed(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for quarter in scope.quarters() {
        for sitting in &quarter.sittings {
            let date = sitting.date.to_string();
            if !sitting.id.as_str().starts_with(&date) {
                let message = words::the_sitting_is_of(&date, &sitting.id);
                let hint = words::rename_the_file_so(&date);
                found.push(Finding::new(scope::sitting(quarter, &sitting.id), "date", message, hint));
            }
        }
    }
    found
}

/// Corrections beside which another one stands, as two clones may make them, until somebody corrects that one.
pub(super) fn rivals(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for quarter in scope.quarters() {
        for sitting in quarter.sittings.iter().filter(|sitting| sitting.supersedes.is_some()) {
            let stands =
                quarter.correction_of(sitting).filter(|other| other.supersedes == sitting.supersedes);
            if let Some(stands) = stands.filter(|stands| quarter.correction_of(stands).is_none()) {
                let message = words::another_correction_counts(&stands.id);
                let hint = words::correct_that_one(&stands.id);
                found.push(Finding::new(scope::sitting(quarter, &sitting.id), "supersedes", message, hint));
            }
        }
    }
    found
}
