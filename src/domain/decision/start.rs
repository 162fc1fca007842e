//! Beginnings: a workspace, a team, a quarter.

use std::collections::BTreeSet;

use super::{quoted, unread, written};
use crate::domain::between::is_same;
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal, Stop};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::frame::Frame;
use crate::domain::id::{ObjectiveId, TeamId, slug};
use crate::domain::objective::{Objective, RANK_STEP};
use crate::domain::quarter::QuarterKey;
use crate::domain::stop_rule::StopRule;
use crate::domain::team::{Settings, Team};
use crate::domain::workspace::Workspace;
use crate::words::domain::decision::start as words;

/// What a new workspace begins with (J1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The name of the whole, if there is more than this team.
    pub organisation: Option<String>,
    /// The first team.
    pub team: Team,
    /// The quarter it sets.
    pub cycle: Cycle,
    /// A first objective, if there is one already.
    pub objective: Option<String>,
}

/// Begins a workspace with a team, a quarter and perhaps a first objective.
///
/// # Errors
/// The team has no name, or the cycle ends before it begins.
pub fn start(start: &Start) -> Decision {
    written(&start.team.name, words::THE_TEAM, words::ITS_NAME)?;
    let key = QuarterKey { team: start.team.id.clone(), cycle: start.cycle.id.clone() };
    let settings = Settings { organisation: start.organisation.clone(), ..Settings::default() };
    let mut edits = vec![
        Edit::create(Address::Settings, Record::Settings(settings)),
        Edit::create(Address::Team(key.team.clone()), Record::Team(start.team.clone())),
        cycle_edit(&start.cycle)?,
        Edit::create(Address::Frame(key.clone()), Record::Frame(Frame::default())),
    ];
    if let Some(title) = start.objective.as_deref().filter(|title| !title.trim().is_empty()) {
        let title = written(title, words::THE_OBJECTIVE, words::ITS_SENTENCE)?;
        let id = slug(&title, 24).unwrap_or_else(|| "first-objective".to_owned());
        let id = ObjectiveId::new(id).map_err(|bad| {
            Refusal::one(StopRule::Id, words::THE_OBJECTIVE, bad.to_string(), words::REWORD_IT)
        })?;
        let objective = Objective::draft(id.clone(), title, RANK_STEP);
        edits.push(Edit::create(Address::Objective(key, id), Record::Objective(objective)));
    }
    Ok(Change { sentence: format!("begin {} {}", start.team.name, start.cycle.label), edits })
}

fn cycle_edit(cycle: &Cycle) -> Result<Edit, Refusal> {
    check_cycle(cycle)?;
    Ok(Edit::create(Address::Cycle(cycle.id.clone()), Record::Cycle(cycle.clone())))
}

/// Asks for a last day after the first.
pub(super) fn check_cycle(cycle: &Cycle) -> Result<(), Refusal> {
    if cycle.last <= cycle.first {
        return Err(Refusal::one(
            StopRule::Cycle,
            cycle.label.clone(),
            words::its_last_day_is_not_after(cycle.last, cycle.first),
            words::GIVE_THE_LAST_DAY_OF_THE_QUARTER,
        ));
    }
    Ok(())
}

/// Adds a team to the workspace.
///
/// # Errors
/// It has no name or that of another team, its id is taken, or its parent does not exist.
pub fn add_team(workspace: &Workspace, team: Team) -> Decision {
    check_team(workspace, &team)?;
    has_its_own_name(workspace, &team)?;
    if workspace.teams.contains_key(&team.id) {
        return Err(Refusal::one(
            StopRule::Id,
            team.id.to_string(),
            words::A_TEAM_OF_THIS_ID_EXISTS,
            words::CHOOSE_ANOTHER_NAME,
        ));
    }
    let sentence = words::add_the_team(quoted(&team.name));
    Ok(Change::one(sentence, Edit::create(Address::Team(team.id.clone()), Record::Team(team))))
}

/// Changes a team: its name, people, level, parent. A name or parent it had stays as what it was, dated today.
///
/// # Errors
/// It does not exist, would have no name or that of another team, or its parent does not exist or lies below it.
pub fn revise_team(workspace: &Workspace, mut after: Team, today: Day) -> Decision {
    check_team(workspace, &after)?;
    let before = workspace.teams.get(&after.id).ok_or_else(|| super::unknown("team", after.id.as_str()))?;
    if after.name.trim() != before.name.trim() {
        has_its_own_name(workspace, &after)?;
    }
    super::lineage::turned(before, &mut after, today)?;
    let sentence = words::change_the_team(quoted(&before.name));
    let edit =
        Edit::update(Address::Team(after.id.clone()), Record::Team(before.clone()), Record::Team(after));
    Ok(Change::one(sentence, edit))
}

fn check_team(workspace: &Workspace, team: &Team) -> Result<(), Refusal> {
    written(&team.name, words::THE_TEAM, words::ITS_NAME)?;
    let mut seen = vec![&team.id];
    let mut parent = team.parent.as_ref();
    while let Some(id) = parent {
        if seen.contains(&id) {
            let says = words::its_parent_belongs_to_it(team.parent.as_ref().unwrap_or(id));
            return Err(Refusal::one(
                StopRule::TeamLoop,
                team.name.clone(),
                says,
                words::CHOOSE_A_TEAM_ABOVE,
            ));
        }
        seen.push(id);
        parent = known_team(workspace, id)?.parent.as_ref();
    }
    Ok(())
}

/// Asks for a name that no other team has, as a dependency names its team; that of a team it took in may be taken.
fn has_its_own_name(workspace: &Workspace, team: &Team) -> Result<(), Refusal> {
    let lineage = workspace.lineage(&team.id);
    let mut others = workspace.teams.values().filter(|other| !lineage.contains(&other.id));
    let Some(other) = others.find(|other| is_same(other.name.trim(), team.name.trim())) else {
        return Ok(());
    };
    let says = words::another_team_has_this_name(&other.id);
    Err(Refusal::one(StopRule::Id, team.name.clone(), says, words::CHOOSE_ANOTHER_NAME))
}

fn known_team<'a>(workspace: &'a Workspace, id: &TeamId) -> Result<&'a Team, Refusal> {
    workspace.teams.get(id).ok_or_else(|| super::unknown("team", id.as_str()))
}

/// Changes what holds for everyone. Another cadence is one of later quarters: those that are committed keep theirs, as far as
/// they have been read.
pub fn revise_settings(workspace: &Workspace, after: Settings) -> Change {
    let before = Record::Settings(workspace.settings.clone());
    let is_other = after.cadence != workspace.settings.cadence;
    let edit = Edit::update(Address::Settings, before, Record::Settings(after));
    let mut change = Change::one(words::CHANGE_THE_SETTINGS, edit);
    change.edits.extend(is_other.then(|| kept_cadences(workspace)).into_iter().flatten());
    change
}

/// Writes into each committed quarter without a cadence the one by which its check-ins were dated.
fn kept_cadences(workspace: &Workspace) -> impl Iterator<Item = Edit> {
    let quarters = workspace.quarters.values();
    let unsaid =
        quarters.filter(|quarter| quarter.frame.committed.is_some() && quarter.frame.cadence.is_none());
    unsaid.map(|quarter| {
        let before = quarter.frame.clone();
        let after = Frame { cadence: Some(workspace.cadence(quarter)), ..before.clone() };
        Edit::update(Address::Frame(quarter.key.clone()), Record::Frame(before), Record::Frame(after))
    })
}

/// Opens a quarter for a team, with the hand-over of its last one; the cycle is made if it is new.
///
/// # Errors
/// The team does not exist or was merged into another, the days of a cycle it is counted from cannot be read, the quarter is open already, the cycle ends before it begins, or it has
/// other days in this workspace.
pub fn open_quarter(workspace: &Workspace, team: &TeamId, cycle: &Cycle) -> Decision {
    let name = &known_team(workspace, team)?.name;
    check_stands(workspace, team, workspace.cycles.get(&cycle.id).unwrap_or(cycle))?;
    days_are_read(workspace, team, cycle)?;
    let key = QuarterKey { team: team.clone(), cycle: cycle.id.clone() };
    if workspace.quarters.contains_key(&key) {
        return Err(Refusal::one(
            StopRule::Id,
            key.to_string(),
            words::THIS_QUARTER_IS_OPEN_ALREADY,
            words::GO_THERE_WITH_CYCLE,
        ));
    }
    let mut edits = Vec::new();
    let known = workspace.cycles.get(&cycle.id);
    if let Some(known) = known.filter(|known| (known.first, known.last) != (cycle.first, cycle.last)) {
        let says = words::it_has_other_days_here(known.first, known.last);
        return Err(Refusal::one(StopRule::Cycle, known.label.clone(), says, words::LEAVE_THE_DAYS_OUT));
    }
    if known.is_none() {
        edits.push(cycle_edit(cycle)?);
    }
    let label = if known.is_none() { with_own_days(cycle) } else { cycle.label.clone() };
    let last = workspace.over_before(team, known.unwrap_or(cycle));
    let frame = Frame { follows: last.map(|last| last.cycle), ..Frame::default() };
    edits.push(Edit::create(Address::Frame(key), Record::Frame(frame)));
    Ok(Change { sentence: words::open_for(label, name), edits })
}

/// Asks for the days of the cycle and of those the team has had, by which it is known what it follows; those of a new cycle are
/// counted from any other.
fn days_are_read(workspace: &Workspace, team: &TeamId, cycle: &Cycle) -> Result<(), Refusal> {
    let keys = workspace.quarters.keys().chain(&workspace.unopened);
    let own = keys.filter(|key| key.team == *team).map(|key| &key.cycle).chain([&cycle.id]);
    let own: BTreeSet<String> = own.map(|id| Address::Cycle(id.clone()).to_string()).collect();
    let is_new = !workspace.cycles.contains_key(&cycle.id);
    let concerns = |file: &&String| own.contains(*file) || is_new && file.starts_with("cycles/");
    let stops: Vec<Stop> = workspace.unread.iter().filter(concerns).map(|file| unread(file)).collect();
    if stops.is_empty() { Ok(()) } else { Err(Refusal { stops }) }
}

/// Asks for a team that there still is when the cycle begins; one that was merged sets no more quarters.
fn check_stands(workspace: &Workspace, team: &TeamId, cycle: &Cycle) -> Result<(), Refusal> {
    let Some(heir) = workspace.heir(team) else { return Ok(()) };
    let day = heir.merged().find(|(merged, _)| merged == team).and_then(|(_, day)| day);
    if day.is_some_and(|day| cycle.first < day) {
        return Ok(());
    }
    let name = &known_team(workspace, team)?.name;
    let says = words::it_was_merged_into(quoted(&heir.name));
    Err(Refusal::one(StopRule::Reference, name.clone(), says, words::open_it_for(&heir.id)))
}

/// What a new cycle is called, with its days where they are not those of the calendar.
fn with_own_days(cycle: &Cycle) -> String {
    let is_of_calendar = Cycle::calendar(&cycle.label)
        .is_some_and(|calendar| (calendar.first, calendar.last) == (cycle.first, cycle.last));
    if is_of_calendar { cycle.label.clone() } else { words::with_days(&cycle.label, cycle.first, cycle.last) }
}

/// The workspace of one team with an open quarter in which nothing stands yet, for tests.
#[cfg(test)]
pub(crate) fn begun() -> (Workspace, QuarterKey) {
    let team = Team::named("payments".parse().unwrap(), "Payments");
    let cycle = Cycle::calendar("2027-q1").unwrap();
    let key = QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() };
    let mut workspace = Workspace::default();
    workspace.apply(&start(&Start { organisation: None, team, cycle, objective: None }).unwrap());
    (workspace, key)
}

/// Adds a team beside, of whose quarter only the name is known.
#[cfg(test)]
pub(crate) fn add_unread(workspace: &mut Workspace, team: &str, cycle: &crate::domain::id::CycleId) {
    let id = TeamId::new(team).unwrap();
    workspace.teams.insert(id.clone(), Team::named(id.clone(), team));
    workspace.unopened.insert(QuarterKey { team: id, cycle: cycle.clone() });
}
