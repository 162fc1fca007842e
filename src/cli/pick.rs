//! Which team, which cycle, which record a command means.

use std::path::Path;

use super::call::Call;
use super::halt::{Code, Halt};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::shortened;
use crate::domain::id::TeamId;
use crate::domain::named::{Named, find};
use crate::domain::quarter::Quarter;
use crate::domain::team::{Level, Team};
use crate::domain::workspace::Workspace;
use crate::method::fields::nearest;
use crate::store::layout::team_of;
use crate::words::cli::anywhere as words;

/// The most candidates that are listed.
const SHOWN: usize = 12;

/// Where a command runs and what it said last time, as far as it tells which team is meant.
#[derive(Debug, Default)]
pub(super) struct Clues<'a> {
    /// The folder it runs in, relative to the workspace.
    pub(super) folder: Option<&'a Path>,
    /// The team of the last command here.
    pub(super) last: Option<TeamId>,
}

/// The team: the one named, else the only one, the one whose folder we stand in, the last one used, or the only one of
/// level team.
pub(super) fn team<'a>(
    workspace: &'a Workspace,
    named: Option<&str>,
    clues: &Clues<'_>,
) -> Result<&'a Team, Halt> {
    if let Some(typed) = named {
        return typed_team(workspace, typed);
    }
    let of_level = || workspace.teams.values().filter(|team| team.level == Level::Team);
    let only = if workspace.teams.len() == 1 { workspace.teams.values().next() } else { None };
    let here = || clues.folder.and_then(team_of).and_then(|id| workspace.teams.get(&id));
    let last = || clues.last.as_ref().and_then(|id| workspace.teams.get(id));
    let only_of_level = || of_level().next().filter(|_| of_level().count() == 1);
    only.or_else(here).or_else(last).or_else(only_of_level).ok_or_else(|| which_team(workspace))
}

fn which_team(workspace: &Workspace) -> Halt {
    if workspace.teams.is_empty() {
        return Halt::usage(words::THIS_WORKSPACE_HAS_NO_TEAM_YET, words::OKR_INIT_TEAM_NAME);
    }
    let mut halt = Halt::usage(words::WHICH_TEAM, "");
    for team in workspace.teams.values().take(SHOWN) {
        halt = halt.with(format!("  {}  {}", team.id, team.name));
    }
    match workspace.teams.len().saturating_sub(SHOWN) {
        0 => halt,
        left => halt.with(words::and_more_teams(left)),
    }
}

/// The team of a typed name, former name, id or beginning.
pub(super) fn typed_team<'a>(workspace: &'a Workspace, typed: &str) -> Result<&'a Team, Halt> {
    if let Some(team) = workspace.team_called(typed) {
        return Ok(team);
    }
    let all: Vec<Named<'a>> = workspace.teams.values().map(Named::Team).collect();
    match one(&all, typed, "team")? {
        Named::Team(team) => Ok(team),
        _ => Err(which_team(workspace)),
    }
}

/// The cycle the command names, if it names one.
pub(super) fn named_cycle<'a>(workspace: &'a Workspace, call: &Call) -> Result<Option<&'a Cycle>, Halt> {
    call.options.cycle.as_ref().map(|typed| typed_cycle(workspace, typed, call.today)).transpose()
}

/// The cycle: the one named, else the one the team most likely means today.
pub(super) fn cycle<'a>(workspace: &'a Workspace, team: &Team, call: &Call) -> Result<&'a Cycle, Halt> {
    if let Some(named) = named_cycle(workspace, call)? {
        return Ok(named);
    }
    let current = workspace.current_cycle(&team.id, call.today);
    current.and_then(|id| workspace.cycles.get(&id)).ok_or_else(|| {
        let hint = words::okr_team_init_cycle_2027_q1(&team.id);
        Halt::usage(words::has_no_quarter_yet(&team.name), hint)
    })
}

/// The cycle that is meant while no team is: the only one that runs, or the only one there is.
pub(super) fn running_cycle(workspace: &Workspace, today: Day) -> Result<&Cycle, Halt> {
    let running = workspace.cycles.values().filter(|cycle| cycle.contains(today));
    let all: Vec<&Cycle> = workspace.cycles.values().collect();
    match (&running.collect::<Vec<_>>()[..], &all[..]) {
        ([one], _) | ([], [one]) => Ok(one),
        _ => {
            let all: Vec<Named<'_>> = all.into_iter().map(Named::Cycle).collect();
            Err(listed(Halt::usage(words::WHICH_CYCLE, ""), &all))
        }
    }
}

/// The cycle of that id, label or beginning.
fn typed_cycle<'a>(workspace: &'a Workspace, typed: &str, today: Day) -> Result<&'a Cycle, Halt> {
    if let Some(cycle) = workspace.cycle_typed(typed, today) {
        return Ok(cycle);
    }
    let all: Vec<Named<'a>> = workspace.cycles.values().map(Named::Cycle).collect();
    let missing = || Halt::usage(words::there_is_no_cycle(shortened(typed)), words::OKR_LIST_CYCLES);
    match one(&all, typed, "cycle")? {
        Named::Cycle(cycle) => Ok(cycle),
        _ => Err(missing()),
    }
}

/// The one thing a typed id means; `wanted` says what it should be: "key result".
pub(super) fn one<'a>(all: &[Named<'a>], typed: &str, wanted: &str) -> Result<Named<'a>, Halt> {
    let found = find(all, typed);
    match found[..] {
        [one] => Ok(one),
        [] => Err(unknown(all, typed, wanted)),
        _ => {
            let halt = Halt::usage(words::means_several(shortened(typed)), "");
            Err(listed(halt, &found))
        }
    }
}

fn unknown(all: &[Named<'_>], typed: &str, wanted: &str) -> Halt {
    let says = if typed.trim().is_empty() {
        words::which_an_id_is_needed(wanted)
    } else {
        words::there_is_no(wanted, shortened(typed))
    };
    let ids: Vec<&str> = all.iter().map(|named| named.id()).collect();
    let typed = typed.trim().to_lowercase();
    let typed_id = typed.rsplit(['/', ':']).next().unwrap_or_default();
    match nearest(typed_id, &ids) {
        Some(near) => Halt::usage(words::did_you_mean(&says, near), ""),
        None if all.is_empty() => Halt::usage(words::there_is_none_yet(&says), ""),
        None => listed(Halt::usage(words::there_are(&says), ""), all),
    }
}

fn listed(mut halt: Halt, all: &[Named<'_>]) -> Halt {
    for named in all.iter().take(SHOWN) {
        let under = named.under().map(|under| format!("{under}/")).unwrap_or_default();
        halt = halt.with(format!("  {}:{under}{}  {}", named.kind(), named.id(), shortened(named.title())));
    }
    let more = all.len().saturating_sub(SHOWN);
    if more > 0 { halt.with(words::and_more(more)) } else { halt }
}

/// The one thing a typed id means at a desk; where it means nothing there, where else it stands or may stand.
pub(super) fn at_desk<'a>(
    desk: &Desk<'_>,
    all: &[Named<'a>],
    typed: &str,
    wanted: &str,
) -> Result<Named<'a>, Halt> {
    one(all, typed, wanted).map_err(|halt| {
        let elsewhere = || elsewhere(desk, typed).or_else(|| unread(desk, typed));
        if find(all, typed).is_empty() { elsewhere().unwrap_or(halt) } else { halt }
    })
}

/// Says in which other quarter the team has a key result that this one does not have, of those that are open.
fn elsewhere(desk: &Desk<'_>, typed: &str) -> Option<Halt> {
    let typed = typed.trim().to_lowercase();
    let has = |quarter: &Quarter| quarter.key_results().any(|(_, kr)| kr.id.as_str() == typed);
    let mut open = desk.workspace.works_on(&desk.quarter.key.team, None);
    let (_, cycle) = open.find(|(quarter, _)| has(quarter)).filter(|_| !has(desk.quarter))?;
    let says = words::it_is_in_another_quarter(shortened(&typed), &desk.cycle.label, &cycle.label);
    Some(Halt::usage(says, words::the_same_with_cycle(&cycle.id)))
}

/// Says which files of the quarter cannot be read, where what was typed may stand in one of them.
fn unread(desk: &Desk<'_>, typed: &str) -> Option<Halt> {
    let mut files = desk.workspace.unread_of(&desk.quarter.key).peekable();
    files.peek()?;
    let says = words::may_stand_in_what_cannot_be_read(shortened(typed.trim()));
    Some(files.fold(Halt::new(Code::NoWorkspace, says, ""), |halt, file| halt.hint(file)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn workspace(teams: &[(&str, Level)]) -> Workspace {
        let team = |(id, level): &(&str, Level)| {
            let id = TeamId::new(*id).unwrap();
            (id.clone(), Team { level: *level, ..Team::named(id, "Team") })
        };
        Workspace { teams: teams.iter().map(team).collect::<BTreeMap<_, _>>(), ..Workspace::default() }
    }

    fn picked(teams: &[(&str, Level)], clues: &Clues<'_>) -> Option<String> {
        team(&workspace(teams), None, clues).ok().map(|team| team.id.to_string())
    }

    #[test]
    fn the_team_is_the_only_one_or_the_nearest_clue() {
        let (company, two) = (("acme", Level::Company), [("a", Level::Team), ("b", Level::Team)]);
        assert_eq!(picked(&[company], &Clues::default()).as_deref(), Some("acme"));
        assert_eq!(picked(&[company, two[0]], &Clues::default()).as_deref(), Some("a"));
        assert_eq!(picked(&two, &Clues::default()), None);
        let last = Clues { folder: None, last: TeamId::new("b").ok() };
        assert_eq!(picked(&two, &last).as_deref(), Some("b"));
        let here = Clues { folder: Some(Path::new("teams/a/2027-q1")), ..last };
        assert_eq!(picked(&two, &here).as_deref(), Some("a"));
        let gone = Clues { folder: Some(Path::new("cycles")), last: TeamId::new("c").ok() };
        assert_eq!(picked(&two, &gone), None);
    }

    #[test]
    fn a_team_is_named_by_id_name_or_beginning() {
        let workspace = workspace(&[("payments", Level::Team), ("platform", Level::Team)]);
        for typed in ["payments", "pay", "PAYMENTS"] {
            let found = team(&workspace, Some(typed), &Clues::default()).unwrap();
            assert_eq!(found.id.as_str(), "payments", "{typed}");
        }
        let halt = team(&workspace, Some("p"), &Clues::default()).unwrap_err();
        assert_eq!(halt.lines[0], "`p` means several; which one?");
        let halt = team(&workspace, Some("paymnets"), &Clues::default()).unwrap_err();
        assert_eq!(halt.lines[0], "there is no team `paymnets`; did you mean `payments`?");
    }
}
