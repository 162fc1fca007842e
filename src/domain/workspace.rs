//! Everything a team keeps in its folder, as one value.

use std::collections::{BTreeMap, BTreeSet};

use super::between::main_link;
use super::change::{Address, Change, Edit, Record};
use super::cycle::Cycle;
use super::day::Day;
use super::frame::Cadence;
use super::id::{CycleId, KeyResultId, TeamId};
use super::objective::Objective;
use super::own_step::OwnSteps;
use super::quarter::{Quarter, QuarterKey};
use super::team::{Settings, Team};
use crate::words::anywhere;

/// Adds more to what there is. The first of all stays where it was read.
fn add_to<K: Ord, V>(all: &mut BTreeMap<K, V>, more: BTreeMap<K, V>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
    }
}

/// Teams, cycles and their quarters. It can be cloned and compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    /// What holds for everyone.
    pub settings: Settings,
    /// What the teams say or time otherwise at the steps of the method.
    pub steps: OwnSteps,
    /// The teams.
    pub teams: BTreeMap<TeamId, Team>,
    /// The cycles.
    pub cycles: BTreeMap<CycleId, Cycle>,
    /// The quarters: a team in a cycle.
    pub quarters: BTreeMap<QuarterKey, Quarter>,
    /// The quarters that are there and have not been read: of these only the name is known.
    pub unopened: BTreeSet<QuarterKey>,
    /// The files, by their paths, of which something could not be read.
    pub unread: BTreeSet<String>,
}

impl Workspace {
    /// How often a quarter checks in: its own cadence, else that of the workspace, else every two weeks.
    pub fn cadence(&self, quarter: &Quarter) -> Cadence {
        quarter.frame.cadence.or(self.settings.cadence).unwrap_or_default()
    }

    /// The quarters of a team, oldest first.
    pub fn quarters_of(&self, team: &TeamId) -> impl Iterator<Item = (&Quarter, &Cycle)> + use<'_> {
        let of_team =
            self.quarters.range(QuarterKey::before_all_of(team)..).take_while(|(key, _)| key.team == *team);
        let mut found: Vec<(&Quarter, &Cycle)> =
            of_team.filter_map(|(key, quarter)| Some((quarter, self.cycles.get(&key.cycle)?))).collect();
        found.sort_by_key(|(_, cycle)| (cycle.first, cycle.id.clone()));
        found.into_iter()
    }

    /// The quarters of a team that have not been read.
    pub fn unopened_of<'a>(&'a self, team: &'a TeamId) -> impl Iterator<Item = &'a QuarterKey> + use<'a> {
        self.unopened.range(QuarterKey::before_all_of(team)..).take_while(move |key| key.team == *team)
    }

    /// The quarters of a team with their cycles, read or not, oldest first.
    pub fn known_of<'a>(&'a self, team: &'a TeamId) -> Vec<(&'a QuarterKey, &'a Cycle)> {
        let read = self.quarters.range(QuarterKey::before_all_of(team)..).map(|(key, _)| key);
        let known = read.take_while(|key| key.team == *team).chain(self.unopened_of(team));
        let mut known: Vec<_> = known.filter_map(|key| Some((key, self.cycles.get(&key.cycle)?))).collect();
        known.sort_by_key(|(_, cycle)| (cycle.first, &cycle.id));
        known
    }

    /// The quarters a team works on, read so far: those that are open, and the one of the cycle that is looked at.
    pub fn works_on<'a>(
        &'a self,
        team: &'a TeamId,
        looked_at: Option<&'a CycleId>,
    ) -> impl Iterator<Item = (&'a Quarter, &'a Cycle)> {
        self.quarters_of(team)
            .filter(move |(quarter, cycle)| quarter.frame.closed.is_none() || looked_at == Some(&cycle.id))
    }

    /// The quarters, of any team, that share a day with a cycle and have not been read.
    pub fn unopened_beside(&self, cycle: &Cycle) -> impl Iterator<Item = &QuarterKey> + use<'_> {
        let beside = self.cycles.values().filter(|other| other.shares_a_day(cycle)).map(|other| &other.id);
        let beside: BTreeSet<&CycleId> = beside.collect();
        self.unopened.iter().filter(move |key| beside.contains(&key.cycle))
    }

    /// Whether a team has a quarter that shares a day with a cycle and has not been read.
    pub fn is_unread_beside(&self, team: &TeamId, cycle: &Cycle) -> bool {
        let mut others = self.unopened_of(team).filter_map(|key| self.cycles.get(&key.cycle));
        others.any(|other| other.shares_a_day(cycle))
    }

    /// The quarter an objective contributes to, read or not, its team also by a former id.
    pub(super) fn quarter_linked(&self, objective: &Objective) -> Option<QuarterKey> {
        Some(self.parts_of_link(main_link(objective.contributes_to.as_deref()?))?.0)
    }

    /// Takes in what was read later, with the names of all teams: the teams, cycles and quarters that are not here yet.
    pub fn take_in(&mut self, later: Self) {
        // There is more of it than is known, so that is what stays where it is.
        let known = std::mem::replace(self, later);
        self.settings.clone_from(&known.settings);
        self.steps.clone_from(&known.steps);
        self.add(known);
        // One that has gone meanwhile is on neither list.
        self.unopened.retain(|key| !self.quarters.contains_key(key));
    }

    /// Adds the teams, cycles and quarters of another, which win over those of the same name.
    pub fn add(&mut self, other: Self) {
        let Self { settings: _, steps: _, teams, cycles, quarters, unopened: _, unread } = other;
        add_to(&mut self.teams, teams);
        add_to(&mut self.cycles, cycles);
        add_to(&mut self.quarters, quarters);
        self.unread.extend(unread);
    }

    /// The quarters a team looks back on: its own, and those of teams that were merged into it, as far as they began before the
    /// merge; oldest first, its own first within a cycle.
    pub fn past_of(&self, team: &TeamId) -> Vec<(&Quarter, &Cycle)> {
        let merged = self.merged_into(team);
        let merged_on =
            |id: &TeamId| merged.iter().find(|(merged, _)| merged == id).and_then(|(_, date)| *date);
        let mut found: Vec<(&Quarter, &Cycle)> = Vec::new();
        for id in &self.lineage(team) {
            let until = merged_on(id);
            found.extend(self.quarters_of(id).filter(|(_, cycle)| until.is_none_or(|day| cycle.first < day)));
        }
        found.sort_by_key(|(quarter, cycle)| (cycle.first, quarter.key.team != *team, quarter.key.clone()));
        found
    }

    /// The quarters a team looks back on that were closed, and began before a quarter, oldest first.
    pub fn closed_before(&self, key: &QuarterKey) -> Vec<(&Quarter, &Cycle)> {
        let Some(first) = self.cycles.get(&key.cycle).map(|cycle| cycle.first) else { return Vec::new() };
        let mut past = self.past_of(&key.team);
        past.retain(|(quarter, cycle)| quarter.frame.closed.is_some() && cycle.first < first);
        past
    }

    /// The part of one team and of those merged into it: its quarters, and everything that stands above quarters.
    #[must_use]
    pub fn of_team(&self, team: &TeamId) -> Self {
        let lineage = self.lineage(team);
        let of_team = self.quarters.iter().filter(|(key, _)| lineage.contains(&key.team));
        Self {
            quarters: of_team.map(|(key, quarter)| (key.clone(), quarter.clone())).collect(),
            unread: self.unread.clone(),
            ..self.above_quarters()
        }
    }

    /// Everything that stands above quarters.
    #[must_use]
    pub fn above_quarters(&self) -> Self {
        Self {
            settings: self.settings.clone(),
            steps: self.steps.clone(),
            teams: self.teams.clone(),
            cycles: self.cycles.clone(),
            ..Self::default()
        }
    }

    /// The cycle a team most likely means today: one that runs and is not closed, else the newest that has begun or is
    /// being set, else the first of all.
    pub fn current_cycle(&self, team: &TeamId, today: Day) -> Option<CycleId> {
        let quarters: Vec<_> = self.quarters_of(team).collect();
        let is_open = |quarter: &Quarter| quarter.frame.closed.is_none();
        let running = quarters.iter().find(|(quarter, cycle)| is_open(quarter) && cycle.contains(today));
        let unfinished = quarters.iter().rev().find(|(quarter, cycle)| {
            is_open(quarter) && quarter.frame.committed.is_some() && cycle.last < today
        });
        let coming = quarters.iter().find(|(quarter, cycle)| is_open(quarter) && cycle.first > today);
        let open = quarters.iter().rev().find(|(quarter, _)| is_open(quarter));
        running.or(unfinished).or(coming).or(open).or(quarters.last()).map(|(_, cycle)| cycle.id.clone())
    }

    /// What stands behind an id in a command that would go to another quarter without it; empty where it would not.
    pub fn way_to(&self, key: &QuarterKey, today: Day) -> String {
        if self.current_cycle(&key.team, today).as_ref() == Some(&key.cycle) {
            return String::new();
        }
        let team = (self.teams.len() > 1).then(|| anywhere::leading_to_the_team(&key.team));
        team.unwrap_or_default() + &anywhere::leading_to_the_cycle(&key.cycle)
    }

    /// Every record with its address: what all stands in first, each quarter after its frame.
    pub fn records(&self) -> Vec<(Address, Record)> {
        let mut all = vec![(Address::Settings, Record::Settings(self.settings.clone()))];
        if self.steps != OwnSteps::default() {
            all.push((Address::Steps, Record::Steps(self.steps.clone())));
        }
        let teams = self.teams.values();
        all.extend(teams.map(|team| (Address::Team(team.id.clone()), Record::Team(team.clone()))));
        let cycles = self.cycles.values();
        all.extend(cycles.map(|cycle| (Address::Cycle(cycle.id.clone()), Record::Cycle(cycle.clone()))));
        all.extend(self.quarters.values().flat_map(Quarter::records));
        all
    }

    /// Carries a change out on this value. The change has been checked when it was made; applying its inverse afterwards
    /// gives the value back.
    pub fn apply(&mut self, change: &Change) {
        for edit in &change.edits {
            self.apply_edit(edit);
        }
    }

    /// Carries a saved change out, with what others have changed in the same records, as these stand on disk now.
    pub fn apply_saved(&mut self, change: &Change, merged: Vec<(Address, Record)>) {
        self.apply(change);
        for (address, record) in merged {
            self.put(&address, record);
        }
    }

    /// Carries out one edit: what was before goes, what is after comes.
    pub fn apply_edit(&mut self, edit: &Edit) {
        if let Some((address, _)) = &edit.before
            && edit.after.as_ref().is_none_or(|(after, _)| after != address)
        {
            self.remove(address);
        }
        if let Some((address, record)) = &edit.after {
            self.put(address, record.clone());
        }
    }

    /// Gives back the room that a quarter kept for more, once it has been read.
    pub fn tighten(&mut self, key: &QuarterKey) {
        self.quarters.get_mut(key).into_iter().for_each(Quarter::tighten);
    }

    /// Puts a record in its place, over the one that stood there.
    pub fn put(&mut self, address: &Address, record: Record) {
        match (address, record) {
            (_, Record::Settings(settings)) => self.settings = settings,
            (_, Record::Steps(steps)) => self.steps = steps,
            (_, Record::Team(team)) => {
                self.teams.insert(team.id.clone(), team);
            }
            (_, Record::Cycle(cycle)) => {
                self.cycles.insert(cycle.id.clone(), cycle);
            }
            // What has not been read will be read whole.
            (Address::Frame(key), Record::Frame(_)) if self.unopened.contains(key) => {}
            (Address::Frame(key), Record::Frame(frame)) => match self.quarters.get_mut(key) {
                Some(quarter) => quarter.frame = frame,
                None => {
                    self.quarters.insert(key.clone(), Quarter::new(key.clone(), frame));
                }
            },
            (address, record) => {
                if let Some(quarter) = address.quarter().and_then(|key| self.quarters.get_mut(key)) {
                    quarter.put(address, record);
                }
            }
        }
    }

    fn remove(&mut self, address: &Address) {
        match address {
            Address::Settings => self.settings = Settings::default(),
            Address::Steps => self.steps = OwnSteps::default(),
            Address::Team(id) => {
                self.teams.remove(id);
            }
            Address::Cycle(id) => {
                self.cycles.remove(id);
            }
            Address::Frame(key) => {
                self.quarters.remove(key);
                self.unopened.remove(key);
            }
            _ => {
                if let Some(quarter) = address.quarter().and_then(|key| self.quarters.get_mut(key)) {
                    quarter.remove(address);
                }
            }
        }
    }
}

impl Quarter {
    /// Gives back the room that was kept for more, once it has been read; what is said of a key result names it by the same
    /// letters.
    fn tighten(&mut self) {
        let ids: BTreeSet<KeyResultId> =
            self.objectives.iter().flat_map(|one| &one.key_results).map(|one| one.id.clone()).collect();
        for check_in in self.sittings.iter_mut().flat_map(|sitting| &mut sitting.check_ins) {
            ids.get(&check_in.key_result).into_iter().for_each(|id| check_in.key_result.clone_from(id));
        }
        self.objectives.iter_mut().for_each(|objective| objective.key_results.shrink_to_fit());
        self.objectives.shrink_to_fit();
        self.sittings.shrink_to_fit();
        self.notes.shrink_to_fit();
        self.efforts.shrink_to_fit();
    }

    fn put(&mut self, address: &Address, record: Record) {
        match (address, record) {
            (_, Record::Objective(mut objective)) => {
                if let Some(at) = self.objectives.iter().position(|old| old.id == objective.id) {
                    objective.key_results = self.objectives.remove(at).key_results;
                }
                put_in_order(&mut self.objectives, objective, |one| &one.id, |one| one.rank);
            }
            (Address::KeyResult(_, under, _), Record::KeyResult(key_result)) => {
                if let Some(objective) = self.objectives.iter_mut().find(|objective| objective.id == *under) {
                    put_in_order(&mut objective.key_results, key_result, |one| &one.id, |one| one.rank);
                }
            }
            (_, Record::Sitting(sitting)) => {
                put_in_order(&mut self.sittings, sitting, |one| &one.id, |one| (one.date, one.order));
            }
            (_, Record::Scoring(scoring)) => {
                self.scorings.insert(scoring.key_result.clone(), scoring);
            }
            (_, Record::Note(note)) => {
                put_in_order(&mut self.notes, note, |one| &one.id, |one| (one.date, one.order));
            }
            (_, Record::Effort(effort)) => {
                put_in_order(&mut self.efforts, effort, |one| &one.id, |one| one.date);
            }
            (
                _,
                Record::Settings(_)
                | Record::Steps(_)
                | Record::Team(_)
                | Record::Cycle(_)
                | Record::Frame(_)
                | Record::KeyResult(_),
            ) => {}
        }
    }

    fn remove(&mut self, address: &Address) {
        match address {
            Address::Objective(_, id) => self.objectives.retain(|objective| objective.id != *id),
            Address::KeyResult(_, under, id) => {
                if let Some(objective) = self.objectives.iter_mut().find(|objective| objective.id == *under) {
                    objective.key_results.retain(|key_result| key_result.id != *id);
                }
            }
            Address::Sitting(_, id) => self.sittings.retain(|sitting| sitting.id != *id),
            Address::Scoring(_, id) => {
                self.scorings.remove(id);
            }
            Address::Note(_, id) => self.notes.retain(|note| note.id != *id),
            Address::Effort(_, id) => self.efforts.retain(|effort| effort.id != *id),
            Address::Settings | Address::Steps | Address::Team(_) | Address::Cycle(_) | Address::Frame(_) => {
            }
        }
    }
}

/// Puts a record over the one of its id, where it stands in order. The others are in order already: a quarter is read record by
/// record, and there may be thousands.
fn put_in_order<T, I: Ord, K: Ord>(all: &mut Vec<T>, new: T, id: fn(&T) -> &I, key: fn(&T) -> K) {
    all.retain(|old| id(old) != id(&new));
    let at = all.partition_point(|old| (key(old), id(old)) < (key(&new), id(&new)));
    all.insert(at, new);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::Frame;
    use crate::domain::retrospective::{Note, NoteKind};

    #[test]
    fn records_stand_in_order_and_once_in_whatever_order_they_come() {
        let key = QuarterKey { team: "payments".parse().unwrap(), cycle: "2027-q1".parse().unwrap() };
        let mut quarter = Quarter::new(key.clone(), Frame::default());
        for (id, day, text) in [("c", 3, "old"), ("b", 1, "b"), ("d", 1, "d"), ("a", 2, "a"), ("c", 1, "new")]
        {
            let note =
                Note::new(id.parse().unwrap(), NoteKind::Lesson, text, Day::new(2027, 2, day).unwrap());
            quarter.put(&Address::Note(key.clone(), note.id.clone()), Record::Note(note));
        }
        let texts: Vec<&str> = quarter.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["b", "new", "d", "a"]);
    }
}
