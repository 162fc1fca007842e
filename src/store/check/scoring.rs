//! Scores: none for what was dropped or reads later, a reason where the room moved away from the formula.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::change::Address;
use crate::domain::quarter::Quarter;
use crate::domain::scoring::Scoring;

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
        let message = "A dropped key result has a score here.";
        let hint = "Dropped is dropped, never 0: remove the score, or take the drop back.";
        Finding::new(at, "score", message, hint)
    });
    found.collect()
}

/// Scores of what reads later.
pub(super) fn reads_later(scope: &Scope<'_>) -> Vec<Finding> {
    let both =
        scorings(scope).filter(|(_, _, scoring)| scoring.score.is_some() && scoring.reads_later.is_some());
    let found = both.map(|(_, at, _)| {
        Finding::new(at, "reads_later", "This reads later and has a score already.", "Keep one of the two.")
    });
    found.collect()
}

/// Scores beyond a tenth from the formula, or without any reading, that do not say why.
pub(super) fn unexplained(scope: &Scope<'_>) -> Vec<Finding> {
    scorings(scope).filter_map(|(quarter, at, scoring)| unexplained_one(quarter, at, scoring)).collect()
}

fn unexplained_one(quarter: &Quarter, at: Address, scoring: &Scoring) -> Option<Finding> {
    let score = scoring.score?;
    if scoring.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty()) {
        return None;
    }
    let (_, key_result) = quarter.key_result(&scoring.key_result)?;
    let proposed = scoring.reading.and_then(|_| quarter.progress(key_result).proposed_score());
    let message = match proposed {
        Some(proposed) if score.is_moved_from(proposed) => {
            format!("The formula says {proposed}, and nothing says why the score is {score}.")
        }
        Some(_) => return None,
        None => format!("The score is {score} without a final reading, and nothing says why."),
    };
    let hint = "Add a line `reason = ...`: what would an outsider read off?";
    Some(Finding::new(at, "score", message, hint))
}
