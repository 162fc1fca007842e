//! Draws up the rows of the map, from the top.

use std::collections::{BTreeMap, BTreeSet};

use super::{Link, Row, What, is_unsettled};
use crate::domain::between::{Asked, Measured};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::{KeyResultId, ObjectiveId, TeamId};
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;

/// Every row of the map of a cycle.
pub(super) fn rows<'a>(workspace: &'a Workspace, cycle: &'a Cycle) -> Vec<Row<'a>> {
    let mut drawing = Drawing::new(workspace, cycle);
    for team in roots(workspace) {
        drawing.teams(team, 0);
    }
    // A team that belongs to itself by way of others hangs on no root.
    for team in workspace.teams.values() {
        drawing.teams(team, 0);
    }
    drawing.waiting();
    drawing.rows
}

/// The teams that hang on nobody known, by level and name.
fn roots(workspace: &Workspace) -> Vec<&Team> {
    let is_root =
        |team: &&Team| team.parent.as_ref().is_none_or(|parent| !workspace.teams.contains_key(parent));
    sorted(workspace.teams.values().filter(is_root))
}

fn sorted<'a>(teams: impl Iterator<Item = &'a Team>) -> Vec<&'a Team> {
    let mut teams: Vec<&Team> = teams.collect();
    teams.sort_by_key(|team| (team.level, team.name.to_lowercase(), team.id.clone()));
    teams
}

/// A map on its way: what lies between teams is collected once, by the row it belongs to.
struct Drawing<'a> {
    workspace: &'a Workspace,
    cycle: &'a Cycle,
    /// What contributes to an objective.
    helped: BTreeMap<(&'a QuarterKey, &'a ObjectiveId), Vec<Link<'a>>>,
    /// What is asked for a key result.
    waits: BTreeMap<(&'a QuarterKey, &'a KeyResultId), Vec<Asked<'a>>>,
    /// What is asked of a team.
    asked: BTreeMap<&'a TeamId, Vec<Asked<'a>>>,
    /// What is measured at a team.
    measured: BTreeMap<&'a TeamId, Vec<Measured<'a>>>,
    /// The teams below a team.
    below: BTreeMap<&'a TeamId, Vec<&'a Team>>,
    /// The teams that were merged into another; such a one stands on the map only while something hangs on it.
    merged: BTreeSet<TeamId>,
    rows: Vec<Row<'a>>,
    seen: BTreeSet<&'a TeamId>,
}

impl<'a> Drawing<'a> {
    fn new(workspace: &'a Workspace, cycle: &'a Cycle) -> Self {
        let mut drawing = Self {
            workspace,
            cycle,
            helped: BTreeMap::new(),
            waits: BTreeMap::new(),
            asked: BTreeMap::new(),
            measured: BTreeMap::new(),
            below: BTreeMap::new(),
            merged: workspace.merged_teams().into_keys().collect(),
            rows: Vec::new(),
            seen: BTreeSet::new(),
        };
        for team in workspace.teams.values() {
            if let Some(parent) = &team.parent {
                drawing.below.entry(parent).or_default().push(team);
            }
            if let Some((quarter, _)) = workspace.beside(&team.id, cycle) {
                drawing.look_at(quarter);
            }
        }
        drawing
    }

    /// Collects what a quarter says about others.
    fn look_at(&mut self, quarter: &'a Quarter) {
        for objective in quarter.live_objectives() {
            let link = Link::of(self.workspace, (quarter, objective));
            if let Some((other, to)) = link.to {
                self.helped.entry((&other.key, &to.id)).or_default().push(link);
            }
        }
        for asked in self.workspace.asked_by(quarter) {
            self.waits.entry((&quarter.key, &asked.key_result.id)).or_default().push(asked);
            if let Some(team) = asked.team {
                self.asked.entry(&team.id).or_default().push(asked);
            }
        }
        for found in self.workspace.measured_elsewhere(quarter) {
            if let Some(team) = self.workspace.place_of(&found) {
                self.measured.entry(&team.id).or_default().push(found);
            }
        }
    }

    fn put(&mut self, depth: u16, what: What<'a>) {
        self.rows.push(Row { depth, what });
    }

    fn put_all(&mut self, depth: u16, rows: impl IntoIterator<Item = What<'a>>) {
        self.rows.extend(rows.into_iter().map(|what| Row { depth, what }));
    }

    /// A team with all below it, however deep that goes.
    fn teams(&mut self, top: &'a Team, depth: u16) {
        let mut waiting = vec![(top, depth)];
        while let Some((team, depth)) = waiting.pop() {
            if self.seen.insert(&team.id) {
                self.team(team, depth);
                let below = self.below.get(&team.id).into_iter().flatten().copied();
                let below = sorted(below).into_iter().rev();
                waiting.extend(below.map(|below| (below, depth.saturating_add(1))));
            }
        }
    }

    fn team(&mut self, team: &'a Team, depth: u16) {
        let beside = self.workspace.beside(&team.id, self.cycle);
        if beside.is_none() && self.merged.contains(&team.id) && !self.below.contains_key(&team.id) {
            return;
        }
        self.put(depth, What::Team(team, beside));
        if let Some((quarter, _)) = beside {
            let asked = self.asked.get(&team.id).cloned().unwrap_or_default();
            self.put_all(depth.saturating_add(1), asked.into_iter().map(What::Asked));
            let measured = self.measured.get(&team.id).cloned().unwrap_or_default();
            self.put_all(depth.saturating_add(1), measured.into_iter().map(What::Measured));
            for objective in quarter.live_objectives() {
                self.objective((quarter, objective), team.parent.is_some(), depth.saturating_add(1));
            }
        }
    }

    fn objective(
        &mut self,
        (quarter, objective): (&'a Quarter, &'a Objective),
        has_parent: bool,
        depth: u16,
    ) {
        self.put(depth, What::Objective(quarter, objective));
        if has_parent || objective.contributes_to.is_some() {
            self.put(depth.saturating_add(1), What::Link(Link::of(self.workspace, (quarter, objective))));
        }
        let helped = self.helped.get(&(&quarter.key, &objective.id)).cloned().unwrap_or_default();
        self.put_all(depth.saturating_add(1), helped.into_iter().map(What::Helped));
        for key_result in objective.live_key_results() {
            let waits = self.waits.get(&(&quarter.key, &key_result.id)).cloned().unwrap_or_default();
            self.put_all(depth.saturating_add(1), waits.into_iter().map(What::Waits));
        }
    }

    /// All that is waited for, what is not settled first, then by day.
    fn waiting(&mut self) {
        let mut all: Vec<Asked<'a>> = std::mem::take(&mut self.waits).into_values().flatten().collect();
        if all.is_empty() {
            return;
        }
        let last = Day::new(9999, 12, 31);
        all.sort_by_cached_key(|asked| (!is_unsettled(asked), asked.by().or(last), asked.path()));
        self.put(0, What::Waiting);
        self.put_all(1, all.into_iter().map(What::Among));
    }
}
