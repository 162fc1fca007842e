//! The teams and cycles one can go to: with many of them a few letters are faster than a list.

use super::{Find, FinderLine};
use crate::domain::cycle::Cycle;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::settings::actions::FinderAction;
use crate::tui::forms::Subject;
use crate::tui::state::State;
use crate::words::view as words;

/// Every team with the words it is found by: its name, former names and id; those that were merged into another come last.
pub(super) fn teams(state: &State) -> Vec<(FinderLine, String)> {
    let merged = state.workspace.merged_teams();
    let mut teams: Vec<&Team> = state.workspace.teams.values().collect();
    let is_merged = |team: &Team| merged.contains_key(&team.id);
    teams.sort_by_key(|team| (is_merged(team), team.level, team.name.to_lowercase(), team.id.clone()));
    teams.into_iter().map(|team| team_line(state, team, merged.get(&team.id).copied())).collect()
}

fn team_line(state: &State, team: &Team, heir: Option<&Team>) -> (FinderLine, String) {
    let beside = beside(state, team);
    let above = team.parent.as_ref().and_then(|parent| state.workspace.teams.get(parent));
    let mut says: Vec<String> = match beside {
        Some((key, cycle)) => vec![stands(state, key, cycle), word(&team.level)],
        None if heir.is_some() => Vec::new(),
        None => vec![words::no_quarter_yet(state.keymap.key(FinderAction::Run))],
    };
    says.extend(above.filter(|_| beside.is_some()).map(|above| words::below(&above.name)));
    says.extend(heir.map(|heir| words::merged_into(&heir.name)));
    says.extend((!team.aliases.is_empty()).then(|| words::formerly(team.aliases.join(", "))));
    let words = format!("{} {} {}", team.name, team.aliases.join(" "), team.id);
    let enabled = beside.is_some() || heir.is_none();
    let find = match beside {
        Some((key, _)) => Find::Quarter(key.clone()),
        None if heir.is_none() => Find::Opens(Subject::NewQuarter(team.id.clone())),
        None => Find::Nowhere,
    };
    (FinderLine { title: team.name.clone(), says: says.join(", "), key: String::new(), enabled, find }, words)
}

/// The quarter of a team that one wants to see, read or not: of the open cycle, else one beside it, else the one the team is in.
fn beside<'a>(state: &'a State, team: &'a Team) -> Option<(&'a QuarterKey, &'a Cycle)> {
    let known = state.workspace.known_of(&team.id);
    let newest = |fits: &dyn Fn(&Cycle) -> bool| known.iter().rev().find(|(_, cycle)| fits(cycle)).copied();
    let here = state.place.as_ref().and_then(|place| state.workspace.cycles.get(&place.cycle));
    let here = here.and_then(|here| {
        newest(&|cycle| cycle.id == here.id).or_else(|| newest(&|cycle| cycle.shares_a_day(here)))
    });
    let current = || state.workspace.current_cycle(&team.id, state.today);
    let read = || current().and_then(|current| newest(&|cycle| cycle.id == current));
    here.or_else(read).or_else(|| newest(&|cycle| cycle.first <= state.today)).or(known.first().copied())
}

/// The cycle, and the phase where the quarter has been read.
fn stands(state: &State, key: &QuarterKey, cycle: &Cycle) -> String {
    let phase = state.workspace.quarters.get(key).map(|quarter| quarter.phase(cycle, state.today).word());
    [Some(cycle.label.as_str()), phase].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The quarters of the open team, the newest first.
pub(super) fn cycles(state: &State) -> Vec<(FinderLine, String)> {
    let Some(place) = &state.place else { return Vec::new() };
    let mut all: Vec<_> = state.workspace.quarters_of(&place.team).collect();
    all.reverse();
    let line = |(quarter, cycle): (&Quarter, &Cycle)| {
        let days = cycle.shown_days();
        let says = format!("{}, {days}", quarter.phase(cycle, state.today).word());
        let find = Find::Quarter(quarter.key.clone());
        let title = cycle.label.clone();
        let words = format!("{title} {}", cycle.id);
        (FinderLine { title, says, key: String::new(), enabled: true, find }, words)
    };
    all.into_iter().map(line).collect()
}
