//! Teams and cycles.

use std::collections::BTreeSet;

use super::Finding;
use super::scope::Scope;
use crate::domain::change::Address;
use crate::domain::id::TeamId;
use crate::domain::workspace::Workspace;
use crate::words::store::check as words;

/// Teams that belong to themselves, directly or by way of others.
pub(super) fn loops(scope: &Scope<'_>) -> Vec<Finding> {
    let teams = scope.workspace.teams.keys().filter(|id| is_above_itself(scope.workspace, id));
    let found = teams.map(|id| {
        let message = words::THIS_TEAM_BELONGS_TO_ITSELF;
        Finding::new(Address::Team(id.clone()), "parent", message, words::CHOOSE_A_TEAM_ABOVE_IT)
    });
    found.collect()
}

fn is_above_itself(workspace: &Workspace, id: &TeamId) -> bool {
    let mut seen = BTreeSet::new();
    let mut above = workspace.teams.get(id).and_then(|team| team.parent.as_ref());
    while let Some(parent) = above {
        if parent == id {
            return true;
        }
        if !seen.insert(parent) {
            return false;
        }
        above = workspace.teams.get(parent).and_then(|team| team.parent.as_ref());
    }
    false
}

/// Cycles that end before they begin.
pub(super) fn backwards(scope: &Scope<'_>) -> Vec<Finding> {
    let cycles = scope.workspace.cycles.values().filter(|cycle| cycle.last <= cycle.first);
    let found = cycles.map(|cycle| {
        let message = words::the_last_day_is_not_after(cycle.last, cycle.first);
        Finding::new(Address::Cycle(cycle.id.clone()), "last", message, words::GIVE_THE_LAST_DAY_OF_THE_CYCLE)
    });
    found.collect()
}
