//! What a field may name that stands elsewhere: an objective of another team, another team, the team above. Forms list it,
//! and the numbered prompts alike.

use std::collections::BTreeSet;

use super::fields::Elsewhere;
use crate::domain::decision::Desk;
use crate::domain::id::{ObjectiveId, TeamId};
use crate::domain::quarter::QuarterKey;
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;
use crate::words::method::elsewhere as words;

/// Something that may be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nameable {
    /// How the field names it.
    pub text: String,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub says: String,
    /// What else it is found by.
    pub words: String,
}

/// Everything that a field may name, what is nearest above first. `of` is the objective that would contribute.
pub fn all(desk: &Desk<'_>, what: Elsewhere, of: Option<&ObjectiveId>) -> Vec<Nameable> {
    let own = &desk.quarter.key.team;
    match what {
        Elsewhere::Objective => objectives(desk, of),
        Elsewhere::Team => teams(desk.workspace, &BTreeSet::from([own.clone()]), by_name),
        Elsewhere::Above => above(desk.workspace, Some(own)),
    }
}

/// A team as people call it, where that names no other.
fn by_name(workspace: &Workspace, team: &Team) -> String {
    let is_told = workspace.team_called(&team.name).is_some_and(|named| named.id == team.id);
    if is_told { team.name.clone() } else { team.id.to_string() }
}

/// The teams that a team may belong to: none of its own kin below.
pub fn above(workspace: &Workspace, of: Option<&TeamId>) -> Vec<Nameable> {
    let mut kin: BTreeSet<TeamId> = of.cloned().into_iter().collect();
    loop {
        let is_below = |team: &&Team| team.parent.as_ref().is_some_and(|parent| kin.contains(parent));
        let below: Vec<TeamId> =
            workspace.teams.values().filter(is_below).map(|team| team.id.clone()).collect();
        let before = kin.len();
        kin.extend(below);
        if kin.len() == before {
            break;
        }
    }
    teams(workspace, &kin, |_, team| team.id.to_string())
}

fn teams(
    workspace: &Workspace,
    but: &BTreeSet<TeamId>,
    text: fn(&Workspace, &Team) -> String,
) -> Vec<Nameable> {
    let merged = workspace.merged_teams();
    let is_there = |team: &&Team| !but.contains(&team.id) && !merged.contains_key(&team.id);
    let mut teams: Vec<&Team> = workspace.teams.values().filter(is_there).collect();
    teams.sort_by_key(|team| (team.level, team.name.to_lowercase(), team.id.clone()));
    let nameable = |team: &Team| {
        let says = words::id_and_level(&team.id, word(&team.level));
        let words = format!("{} {}", team.id, team.aliases.join(" "));
        Nameable { text: text(workspace, team), title: team.name.clone(), says, words }
    };
    teams.into_iter().map(nameable).collect()
}

fn objectives(desk: &Desk<'_>, of: Option<&ObjectiveId>) -> Vec<Nameable> {
    let workspace = desk.workspace;
    let line: Vec<&TeamId> = parents(workspace, &desk.quarter.key.team);
    let leads_back = |link: &str| of.is_some_and(|of| workspace.leads_back(link, (&desk.quarter.key, of)));
    let mut others = desk.others();
    others.sort_by_key(|other| {
        let team = &other.quarter.key.team;
        let at = line.iter().position(|parent| *parent == team);
        let level = workspace.teams.get(team).map(|team| team.level);
        (at.is_none(), at, level, workspace.team_name(team).to_lowercase(), team.clone())
    });
    let nameable = |other: &crate::domain::decision::Other<'_>| {
        let QuarterKey { team, cycle } = &other.quarter.key;
        let cycle = workspace.cycles.get(cycle).map_or(cycle.as_str(), |cycle| &cycle.label);
        let says = format!("{} · {cycle}", workspace.team_name(team));
        Nameable { text: other.link(), title: other.objective.title.clone(), says, words: other.link() }
    };
    others.iter().map(nameable).filter(|found| !leads_back(&found.text)).collect()
}

/// The teams above a team, the nearest first.
fn parents<'a>(workspace: &'a Workspace, team: &TeamId) -> Vec<&'a TeamId> {
    let mut found: Vec<&TeamId> = Vec::new();
    let mut at = workspace.teams.get(team);
    while let Some(parent) = at.and_then(|team| team.parent.as_ref()) {
        if found.contains(&parent) {
            break;
        }
        found.push(parent);
        at = workspace.teams.get(parent);
    }
    found
}
