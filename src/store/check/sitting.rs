//! Sittings: their days and the names of their files.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::check_in::SittingKind;
use crate::domain::corrections::{About, Contested};
use crate::domain::display::quoted;
use crate::domain::quarter::Quarter;
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
        for sitting in quarter.sittings.iter() {
            let date = sitting.date.to_string();
            if !sitting.id.as_str().starts_with(&date) {
                let message = words::the_sitting_is_of(&date, &sitting.id);
                let hint = words::rename_the_file(&date);
                found.push(Finding::new(scope::sitting(quarter, &sitting.id), "date", message, hint));
            }
        }
    }
    found
}

/// Corrections of one check-in, as two clones may make them, that say different things of the same, until somebody corrects
/// what counts.
pub(super) fn rivals(scope: &Scope<'_>) -> Vec<Finding> {
    let rival = |quarter: &Quarter, contested: &Contested| {
        let about = match &contested.about {
            About::Day => words::THE_DAY.to_owned(),
            About::Decision => words::THE_DECISION.to_owned(),
            About::Recall => words::THE_RECALL.to_owned(),
            About::Action(id) => words::the_action(id),
            About::KeyResult(id) => quoted(quarter.key_result(id).map_or(id.as_str(), |(_, one)| one.name())),
            About::Everything => String::new(),
        };
        let message = match (&contested.about, contested.takes_back) {
            (About::Everything, _) => words::it_was_taken_back(&contested.counts),
            (_, true) => words::taken_back_and_corrected(&contested.counts, about),
            (_, false) => words::another_correction_counts(&contested.counts, about),
        };
        let hint = words::correct_that_one(&contested.standing);
        Finding::new(scope::sitting(quarter, &contested.other), "supersedes", message, hint)
    };
    scope.quarters().flat_map(|quarter| quarter.contested().map(move |one| rival(quarter, one))).collect()
}
