//! The effort ledger and the dates of a cycle: what the process costs, and when it runs.

use super::{Desk, quoted, rewritten, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::check_in::SittingKind;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::effort::{Effort, EffortPhase};
use crate::domain::id::SessionId;
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::domain::workspace::Workspace;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::ledger as words;

impl Desk<'_> {
    /// Begins an entry of today for the ledger: nobody, no minute yet.
    ///
    /// # Errors
    /// The title is blank.
    pub fn effort(&self, title: &str, phase: EffortPhase, seed: &mut Seed) -> Result<Effort, Refusal> {
        let title = written(title, words::THE_EFFORT, words::WHAT_IT_WAS_SPENT_ON)?;
        let named = |letters: &str| format!("{}-{letters}", self.today);
        let is_taken = |id: &str| self.quarter.efforts.iter().any(|other| other.id.as_str() == id);
        let letters = seed.free_letters(|letters| is_taken(&named(letters)));
        let id = SessionId::new(named(&letters)).map_err(|bad| {
            Refusal::one(StopRule::Id, words::THE_EFFORT, bad.to_string(), words::GIVE_A_DATE)
        })?;
        Ok(Effort::new(id, self.today, phase, title))
    }

    /// Writes an entry of the ledger, new or over the one of the same id; also after the close, as handing over takes time
    /// too.
    ///
    /// # Errors
    /// It took no time, nobody took part, or its day lies in the future.
    pub fn put_effort(&self, effort: Effort) -> Decision {
        if effort.minutes == 0 || effort.people == 0 {
            let hint = words::HOW_MANY_MINUTES;
            return Err(Refusal::one(StopRule::Empty, quoted(&effort.title), words::IT_COST_NOTHING, hint));
        }
        if effort.date > self.today {
            let says = shared::lies_in_the_future(effort.date);
            return Err(Refusal::one(
                StopRule::EffortDay,
                quoted(&effort.title),
                says,
                words::GIVE_THE_DAY_IT_WAS_SPENT_ON,
            ));
        }
        let sentence = words::note_the_effort_of(quoted(&effort.title));
        let address = Address::Effort(self.key(), effort.id.clone());
        let edit = match self.quarter.efforts.iter().find(|other| other.id == effort.id) {
            Some(before) => Edit::update(address, Record::Effort(before.clone()), Record::Effort(effort)),
            None => Edit::create(address, Record::Effort(effort)),
        };
        Ok(Change::one(sentence, edit))
    }

    /// Takes an entry off the ledger.
    ///
    /// # Errors
    /// It does not exist.
    pub fn remove_effort(&self, id: &SessionId) -> Decision {
        let found = self.quarter.efforts.iter().find(|effort| effort.id == *id);
        let effort = found.ok_or_else(|| super::unknown("effort", id.as_str()))?;
        let address = Address::Effort(self.key(), id.clone());
        let sentence = words::remove_the_effort_of(quoted(&effort.title));
        Ok(Change::one(sentence, Edit::remove(address, Record::Effort(effort.clone()))))
    }
}

/// Changes the label or the days of a cycle.
///
/// # Errors
/// It does not exist, has no label, ends before it begins, or would get other days after a quarter of it was closed.
pub fn revise_cycle(workspace: &Workspace, mut after: Cycle) -> Decision {
    let before = workspace.cycles.get(&after.id).ok_or_else(|| super::unknown("cycle", after.id.as_str()))?;
    after.label = rewritten((&before.label, &after.label), words::THE_CYCLE, words::ITS_LABEL)?;
    super::start::check_cycle(&after)?;
    days_stay(workspace, before, &after)?;
    let address = Address::Cycle(after.id.clone());
    let sentence = words::change_the_cycle(&before.label);
    let edit = Edit::update(address, Record::Cycle(before.clone()), Record::Cycle(after));
    Ok(Change::one(sentence, edit))
}

/// Refuses other days of a cycle of which a quarter is closed, and those that leave a check-in outside.
pub(super) fn days_stay(workspace: &Workspace, before: &Cycle, after: &Cycle) -> Result<(), Refusal> {
    let mut in_it = workspace.quarters.values().filter(|quarter| quarter.key.cycle == after.id);
    let closed = in_it.find_map(|quarter| Some((&quarter.key.team, quarter.frame.closed?)));
    if let Some((team, day)) = closed.filter(|_| after.has_other_days(before)) {
        let says = words::a_quarter_of_it_was_closed(workspace.team_name(team), day);
        return Err(Refusal::one(StopRule::Closed, before.label.clone(), says, words::ITS_DAYS_STAY));
    }
    let is_in = |cycle: &Cycle, day: Day| (cycle.first..=cycle.last).contains(&day);
    let mut in_it = workspace.quarters.values().filter(|quarter| quarter.key.cycle == after.id);
    let left_outside = in_it.find_map(|quarter| {
        let mut held = quarter.standing_sittings().filter(|sitting| sitting.kind == SittingKind::CheckIn);
        let left = held.find(|sitting| is_in(before, sitting.date) && !is_in(after, sitting.date))?;
        Some((&quarter.key.team, left.date))
    });
    let Some((team, day)) = left_outside else { return Ok(()) };
    let says = words::a_check_in_would_lie_outside(workspace.team_name(team), day);
    Err(Refusal::one(Step::Chk1, before.label.clone(), says, words::KEEP_ITS_DAY_WITHIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::Sitting;
    use crate::domain::decision::begun;

    fn workspace() -> Workspace {
        begun().0
    }

    #[test]
    fn the_days_of_a_cycle_stay_once_a_quarter_of_it_is_closed() {
        let mut workspace = workspace();
        let cycle = workspace.cycles.values().next().unwrap().clone();
        let later = || Cycle { last: cycle.last.plus(7), ..cycle.clone() };
        assert!(revise_cycle(&workspace, later()).is_ok());
        workspace.quarters.values_mut().for_each(|quarter| quarter.frame.closed = Some(cycle.last));
        assert_eq!(revise_cycle(&workspace, later()).unwrap_err().stops[0].rule, StopRule::Closed);
        assert!(revise_cycle(&workspace, Cycle { label: "Winter".to_owned(), ..cycle.clone() }).is_ok());
    }

    #[test]
    fn a_cycle_keeps_the_days_of_its_check_ins() {
        let mut workspace = workspace();
        let cycle = workspace.cycles.values().next().unwrap().clone();
        let day = cycle.first.plus(14);
        let decision = Some("plan stands".to_owned());
        let sitting = Sitting { decision, ..Sitting::new("aaaaaa".parse().unwrap(), day) };
        workspace.quarters.values_mut().for_each(|quarter| quarter.sittings.push(sitting.clone()));
        let from = |days| revise_cycle(&workspace, Cycle { first: cycle.first.plus(days), ..cycle.clone() });
        assert!(from(14).is_ok());
        let refused = from(15).unwrap_err().to_string();
        assert!(refused.contains(&format!("on {day} would lie outside it")), "{refused}");
    }

    #[test]
    fn an_effort_that_cost_nothing_is_not_noted() {
        let workspace = workspace();
        let key = workspace.quarters.keys().next().unwrap();
        let desk = Desk::at(&workspace, key, workspace.cycles.values().next().unwrap().first).unwrap();
        let effort = desk.effort("Check-in 4", EffortPhase::CheckIns, &mut Seed::new(1)).unwrap();
        assert!(desk.put_effort(effort.clone()).is_err());
        let change = desk.put_effort(Effort { minutes: 12, people: 6, ..effort }).unwrap();
        let mut after = workspace.clone();
        after.apply(&change);
        assert_eq!(after.quarters[key].efforts[0].cost().0, 72);
        after.apply(&change.inverse());
        assert_eq!(after, workspace);
    }

    #[test]
    fn a_cycle_ends_after_it_begins() {
        let workspace = workspace();
        let cycle = workspace.cycles.values().next().unwrap().clone();
        let first = cycle.first;
        assert!(revise_cycle(&workspace, Cycle { last: first.plus(-1), ..cycle.clone() }).is_err());
        assert!(revise_cycle(&workspace, Cycle { last: first.plus(60), ..cycle }).is_ok());
    }
}
