//! Scores: none for what was dropped or reads later, a reason where the room moved away from the formula.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::change::Address;
use crate::domain::quarter::Quarter;
use crate::domain::scoring::Scoring;
use crate::words::store::check as words;

/// Every closing record with its quarter and address.
fn scorings<'s>(scope: &'s Scope<'_>) -> impl Iterator<Item = (&'s Quarter, Address, &'s Scoring)> {
    scope.quarters().flat_map(|quarter| {
        let scorings = quarter.scorings.values();
        scorings.map(move |scoring| (quarter, scope::scoring(quarter, &scoring.key_result), scoring))
    })
}

/// Scores of what was dropped.
pub(super) fn dropped(scope: &Scope<'_>) -> Vec<Finding> {
    let scored = scorings(scope)
        .filter(|(quarter, _, scoring)| scoring.score.is_some() && quarter.is_dropped(&scoring.key_result));
    let found = scored.map(|(_, at, _)| {
        let message = words::DROPPED_AND_SCORED;
        let hint = words::DROPPED_IS_DROPPED;
        Finding::new(at, "score", message, hint)
    });
    found.collect()
}

/// Scores of what reads later.
pub(super) fn reads_later(scope: &Scope<'_>) -> Vec<Finding> {
    let both =
        scorings(scope).filter(|(_, _, scoring)| scoring.score.is_some() && scoring.reads_later.is_some());
    let found = both.map(|(_, at, _)| {
        Finding::new(at, "reads_later", words::READS_LATER_AND_IS_SCORED, words::KEEP_ONE_OF_THE_TWO)
    });
    found.collect()
}

/// Scores beyond a tenth from the formula, or without any reading, that do not say why.
pub(super) fn unexplained(scope: &Scope<'_>) -> Vec<Finding> {
    scorings(scope).filter_map(|(quarter, at, scoring)| unexplained_one(quarter, at, scoring)).collect()
}

fn unexplained_one(quarter: &Quarter, at: Address, scoring: &Scoring) -> Option<Finding> {
    // A provisional one is asked again: what was read since may have moved the formula.
    let score = scoring.score.filter(|_| !scoring.is_provisional)?;
    if scoring.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty()) {
        return None;
    }
    let (_, key_result) = quarter.key_result(&scoring.key_result)?;
    let message = match quarter.proposed_score(key_result, scoring) {
        Some(proposed) if score.is_moved_from(proposed) => words::the_formula_says(proposed, score),
        Some(_) => return None,
        None => words::the_score_is_without_a_final_reading(score),
    };
    let hint = words::ADD_A_LINE_REASON;
    Some(Finding::new(at, "score", message, hint))
}
