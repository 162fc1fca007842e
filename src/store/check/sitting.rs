//! Sittings: their days and the names of their files.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::check_in::SittingKind;

/// Check-ins from before the quarter and its commit.
pub(super) fn before_commit(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for quarter in scope.quarters() {
        let cycle = scope.workspace.cycles.get(&quarter.key.cycle);
        let (Some(cycle), Some(committed)) = (cycle, quarter.frame.committed) else { continue };
        let check_ins = quarter.sittings.iter().filter(|sitting| sitting.kind == SittingKind::CheckIn);
        for sitting in check_ins.filter(|sitting| sitting.date < committed.min(cycle.first)) {
            let message = format!(
                "A check-in of {}; the set was committed on {committed}, the cycle began on {}.",
                sitting.date, cycle.first
            );
            let hint = "Correct the date, or say `kind = \"opening\"` if it is the opening vote.";
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
                let message = format!("The sitting is of {date}, and its file is called `{}`.", sitting.id);
                let hint = format!("Rename the file so that it begins with {date}, or correct the date.");
                found.push(Finding::new(scope::sitting(quarter, &sitting.id), "date", message, hint));
            }
        }
    }
    found
}
