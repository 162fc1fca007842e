//! The retrospective: at most three actions.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::retrospective::{MOST_ACTIONS, NoteKind};
use crate::words::store::check as words;

/// Actions beyond the third, in the order of their dates.
pub(super) fn actions(scope: &Scope<'_>) -> Vec<Finding> {
    let beyond = scope.quarters().flat_map(|quarter| {
        let actions = quarter.notes_of(NoteKind::Action);
        actions.skip(MOST_ACTIONS).map(move |note| scope::note(quarter, &note.id))
    });
    let found = beyond.map(|at| {
        let message = words::this_is_one_action_more_than(MOST_ACTIONS);
        Finding::new(at, "kind", message, words::MAKE_IT_A_LESSON)
    });
    found.collect()
}
