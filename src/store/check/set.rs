//! The set of a quarter: committed as a whole, at most five objectives, closed when nothing is open.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::change::Address;
use crate::domain::decision::MOST_OBJECTIVES;
use crate::domain::quarter::Quarter;
use crate::domain::scoring::Outcome;
use crate::words::store::check as words;

/// Drafts beside a set that was committed without them.
pub(super) fn drafts(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for quarter in scope.quarters().filter(|quarter| quarter.frame.closed.is_none()) {
        let Some(day) = quarter.frame.committed else { continue };
        for (objective, key_result) in quarter.live_key_results() {
            if !key_result.is_committed() && !key_result.is_to_find_out() {
                let message = words::the_set_was_committed_on_without(day);
                let hint = words::COMMIT_IT_AS_WELL;
                let at = scope::key_result(quarter, objective, key_result);
                found.push(Finding::new(at, "", message, hint));
            }
        }
    }
    found
}

/// Sets that are not committed although their key results are.
pub(super) fn half_commit(scope: &Scope<'_>) -> Vec<Finding> {
    let half = scope.framed().filter(|quarter| {
        quarter.frame.committed.is_none() && quarter.key_results().any(|(_, kr)| kr.is_committed())
    });
    let found = half.map(|quarter| {
        let message = words::KEY_RESULTS_ARE_FROZEN_HERE;
        let hint = words::A_COMMIT_WAS_CUT_OFF;
        Finding::new(scope::frame(quarter), "", message, hint)
    });
    found.collect()
}

/// Committed sets of more than five objectives.
pub(super) fn wall(scope: &Scope<'_>) -> Vec<Finding> {
    let committed = scope.framed().filter(|quarter| quarter.frame.committed.is_some());
    let found = committed.filter_map(|quarter| {
        let is_read = |address: Address| scope.is_sound(&address);
        let live = quarter.live_objectives().filter(|one| is_read(scope::objective(quarter, one))).count();
        let message = words::objectives_are_committed(live, MOST_OBJECTIVES);
        let hint = words::WHICH_WOULD_YOU_DROP;
        (live > MOST_OBJECTIVES).then(|| Finding::new(scope::frame(quarter), "committed", message, hint))
    });
    found.collect()
}

/// Quarters that were closed too early.
pub(super) fn closed(scope: &Scope<'_>) -> Vec<Finding> {
    let closed = scope.framed().filter(|quarter| quarter.frame.closed.is_some());
    closed.filter_map(|quarter| too_early(scope, quarter)).collect()
}

fn too_early(scope: &Scope<'_>, quarter: &Quarter) -> Option<Finding> {
    if quarter.frame.committed.is_none() {
        let message = words::THE_QUARTER_IS_CLOSED;
        let hint = words::WRITE_THE_DAY_OF_THE_COMMIT;
        return Some(Finding::new(scope::frame(quarter), "closed", message, hint));
    }
    let is_open = |(objective, key_result)| {
        let places =
            [scope::key_result(quarter, objective, key_result), scope::scoring(quarter, &key_result.id)];
        quarter.outcome(key_result) == Outcome::Open && places.iter().all(|at| scope.is_sound(at))
    };
    let open: Vec<String> = quarter
        .key_results()
        .filter(|pair| is_open(*pair))
        .map(|(_, key_result)| format!("`{}`", key_result.id))
        .collect();
    let message = words::the_quarter_is_closed_unscored(open.join(", "));
    let hint = words::SCORE_DROP_OR_READ_THEM_LATER;
    (!open.is_empty()).then(|| Finding::new(scope::frame(quarter), "closed", message, hint))
}
