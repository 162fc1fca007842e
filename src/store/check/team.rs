//! Teams and cycles.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::scope::Scope;
use crate::domain::change::Address;
use crate::domain::display::quoted;
use crate::domain::id::TeamId;
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::words::store::check as words;

/// Teams that belong to themselves, directly or by way of others.
pub(super) fn loops(scope: &Scope<'_>) -> Vec<Finding> {
    let found = above_themselves(scope.workspace).into_iter().map(|id| {
        let message = words::THIS_TEAM_BELONGS_TO_ITSELF;
        Finding::new(Address::Team(id.clone()), "parent", message, words::CHOOSE_A_TEAM_ABOVE_IT)
    });
    found.collect()
}

/// The teams of every ring. Each team is walked over once, however long the chains are.
fn above_themselves(workspace: &Workspace) -> BTreeSet<&TeamId> {
    let above = |id: &TeamId| workspace.teams.get(id).and_then(|team| team.parent.as_ref());
    let (mut known, mut rings) = (BTreeSet::new(), BTreeSet::new());
    for start in workspace.teams.keys() {
        let mut walked = BTreeSet::new();
        let mut next = Some(start);
        while let Some(id) = next.filter(|id| known.insert(*id)) {
            walked.insert(id);
            next = above(id);
        }
        // It ended where it had been before on this walk: from there on it is a ring.
        if let Some(first) = next.filter(|id| walked.contains(id)) {
            rings.insert(first);
            rings.extend(std::iter::successors(above(first), |id| above(id)).take_while(|id| *id != first));
        }
    }
    rings
}

/// Teams that took in one that another had taken in already.
pub(super) fn merged_twice(scope: &Scope<'_>) -> Vec<Finding> {
    let teams = &scope.workspace.teams;
    let mut heirs: BTreeMap<TeamId, &Team> = BTreeMap::new();
    let mut found = Vec::new();
    for team in teams.values() {
        for (gone, _) in team.merged() {
            let first = *heirs.entry(gone.clone()).or_insert(team);
            if first.id != team.id {
                let name = teams.get(&gone).map_or(gone.as_str(), |gone| &gone.name);
                let message = words::this_team_took_in(quoted(name), quoted(&first.name));
                let at = Address::Team(team.id.clone());
                found.push(Finding::new(at, "was", message, words::LEAVE_ONE_OF_THE_TWO));
            }
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(pairs: impl IntoIterator<Item = (String, Option<String>)>) -> Workspace {
        let mut workspace = Workspace::default();
        for (id, parent) in pairs {
            let mut team = Team::named(TeamId::new(&id).unwrap(), &id);
            team.parent = parent.map(|parent| TeamId::new(&parent).unwrap());
            workspace.teams.insert(team.id.clone(), team);
        }
        workspace
    }

    #[test]
    fn the_teams_of_a_ring_are_found_and_those_that_hang_on_it_are_not() {
        let pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "d"), ("f", "f")];
        let workspace = workspace(pairs.map(|(id, parent)| (id.to_owned(), Some(parent.to_owned()))));
        let found: Vec<&str> = above_themselves(&workspace).into_iter().map(TeamId::as_str).collect();
        assert_eq!(found, ["a", "b", "c", "f"]);
    }

    #[test]
    fn a_long_chain_is_walked_over_once() {
        let long = (0..60_000).map(|at| (format!("t{at}"), (at > 0).then(|| format!("t{}", at - 1))));
        assert!(above_themselves(&workspace(long)).is_empty());
    }
}
