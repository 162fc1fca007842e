//! The teams and cycles one can go to: with many of them a few letters are faster than a list.

use super::{Find, FinderLine};
use crate::domain::cycle::Cycle;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::tui::state::State;

/// Every team with the words it is found by: its name, former names, id and the team above.
pub(super) fn teams(state: &State) -> Vec<(FinderLine, String)> {
    let mut teams: Vec<&Team> = state.workspace.teams.values().collect();
    teams.sort_by_key(|team| (team.level, team.name.to_lowercase(), team.id.clone()));
    teams.into_iter().map(|team| team_line(state, team)).collect()
}

fn team_line(state: &State, team: &Team) -> (FinderLine, String) {
    let beside = beside(state, team);
    let above = team.parent.as_ref().and_then(|parent| state.workspace.teams.get(parent));
    let below = above.map(|above| format!(", below {}", above.name)).unwrap_or_default();
    let stands = beside.map(|(quarter, cycle)| stands(state, quarter, cycle));
    let says = match &stands {
        Some(stands) => format!("{stands}, {}{below}", word(&team.level)),
        None => "It has no quarter yet; go to the Overview, n opens one.".to_owned(),
    };
    let formerly = if team.aliases.is_empty() {
        String::new()
    } else {
        format!(", formerly {}", team.aliases.join(", "))
    };
    let words = format!("{} {} {}", team.name, team.aliases.join(" "), team.id);
    let enabled = beside.is_some();
    let find = beside.map_or(Find::Nowhere, |(quarter, _)| Find::Quarter(quarter.key.clone()));
    (
        FinderLine { title: team.name.clone(), says: says + &formerly, key: String::new(), enabled, find },
        words,
    )
}

/// The quarter of a team that one wants to see: of the open cycle, else the one it is in.
fn beside<'a>(state: &'a State, team: &Team) -> Option<(&'a Quarter, &'a Cycle)> {
    let here = state.here().and_then(|(_, cycle)| state.workspace.beside(&team.id, cycle));
    here.or_else(|| {
        let cycle = state.workspace.current_cycle(&team.id, state.today)?;
        let key = QuarterKey { team: team.id.clone(), cycle };
        Some((state.workspace.quarters.get(&key)?, state.workspace.cycles.get(&key.cycle)?))
    })
}

fn stands(state: &State, quarter: &Quarter, cycle: &Cycle) -> String {
    format!("{} {}", cycle.label, quarter.phase(cycle, state.today).word())
}

/// The quarters of the open team, the newest first.
pub(super) fn cycles(state: &State) -> Vec<(FinderLine, String)> {
    let Some(place) = &state.place else { return Vec::new() };
    let mut all: Vec<_> = state.workspace.quarters_of(&place.team).collect();
    all.reverse();
    let line = |(quarter, cycle): (&Quarter, &Cycle)| {
        let days = format!("{} to {}", cycle.first.long(), cycle.last.long());
        let says = format!("{}, {days}", quarter.phase(cycle, state.today).word());
        let find = Find::Quarter(quarter.key.clone());
        let title = cycle.label.clone();
        let words = format!("{title} {}", cycle.id);
        (FinderLine { title, says, key: String::new(), enabled: true, find }, words)
    };
    all.into_iter().map(line).collect()
}

/// Goes to a quarter and stays on the screen: two teams are compared by going to and fro.
pub(super) fn go(state: &mut State, key: QuarterKey) {
    if state.place.as_ref() != Some(&key) {
        state.place = Some(key);
        state.lists.clear();
    }
}
