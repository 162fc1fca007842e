//! A habit of the team is an aim where the objective says so.

use super::Label;
use super::ground::{Ground, outcome};
use super::reason::Reason;
use crate::coach::token::tokens;

const AIMS: &[&str] =
    &["habit", "habits", "culture", "routine", "rhythm", "ritual", "discipline", "practice", "practise"];

/// A habit that is the aim is an outcome.
pub(super) fn aimed(ground: Ground<Label>, objective: Option<&str>) -> Ground<Label> {
    if ground.reason == Reason::Habit && objective.is_some_and(is_aim) {
        outcome(Reason::HabitAimed, ground.words)
    } else {
        ground
    }
}

/// Tells whether an objective is about a habit.
fn is_aim(objective: &str) -> bool {
    tokens(objective).iter().any(|token| AIMS.contains(&token.lower.as_ref()))
}
