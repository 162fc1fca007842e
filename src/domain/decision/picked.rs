//! What was wanted before others shared theirs and is taken after all: judged by what stands now, as a command would be.

use std::collections::BTreeSet;

use super::adding::{free_key_result_id, taken_key_result_ids};
use super::ledger::days_stay;
use super::order::may_leave;
use super::revise::{keeps_its_scale, reason_of, stays_fit};
use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Edit, Record, Refusal, Stop};
use crate::domain::check_in::Sitting;
use crate::domain::day::Day;
use crate::domain::frame::{Handed, HandedVerdict};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::workspace::Workspace;
use crate::words::domain::decision::picked as words;

/// Makes sure that nothing committed vanishes, that nothing goes unnamed, and that all that is left stands in something.
///
/// # Errors
/// The quarter, or one of a cycle that would get other days, is closed, or where it stands cannot be read; it would take a commit back; it would remove a key result that is
/// committed or was spoken of, or one it is not about; it would leave one without its objective, or two of one id; it would say,
/// score or judge what no command would.
pub fn judge(workspace: &Workspace, change: &Change, today: Day) -> Result<(), Refusal> {
    let mut after = workspace.clone();
    after.apply(change);
    let mut stops: Vec<Stop> = Vec::new();
    let ends = change.edits.iter().flat_map(|edit| [&edit.before, &edit.after]).flatten();
    for key in ends.filter_map(|(address, _)| address.quarter()).collect::<BTreeSet<_>>() {
        if let Some(before) = workspace.quarters.get(key) {
            let judging = Judging { before, after: after.quarters.get(key), change };
            if change.edits.iter().any(|edit| is_decided_in(key, edit)) {
                stops.extend(stops_of(Desk::at(workspace, key, today).and_then(|desk| desk.still_open())));
            }
            stops.extend(judging.taken_back());
            stops.extend(judging.reworded());
            stops.extend(judging.unfit());
            stops.extend(judging.lost());
            stops.extend(judging.twice());
        }
    }
    for edit in &change.edits {
        if let (Some((_, Record::Cycle(before))), Some((_, Record::Cycle(after)))) =
            (&edit.before, &edit.after)
        {
            stops.extend(stops_of(days_stay(workspace, before, after)));
        }
    }
    let made = change.edits.iter().filter_map(|edit| edit.after.as_ref());
    stops.extend(made.filter_map(|(address, record)| homeless(&after, address, record)));
    if stops.is_empty() {
        stops.extend((0..change.edits.len()).flat_map(|at| refused_when_typed(workspace, change, at, today)));
    }
    if stops.is_empty() { Ok(()) } else { Err(Refusal { stops }) }
}

/// A key result that was given another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// What it was called where.
    pub from: Address,
    /// What it is called now.
    pub to: Address,
}

/// Gives each key result that a change makes a free id where others made another of its id elsewhere in the set. Where
/// anything is said of that id it keeps it: of which of the two that is meant nobody but a person knows.
pub fn with_free_ids(workspace: &Workspace, change: &mut Change, seed: &mut Seed) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    for edit in change.edits.iter_mut().filter(|edit| edit.before.is_none()) {
        let Some((Address::KeyResult(key, under, id), Record::KeyResult(made))) = &mut edit.after else {
            continue;
        };
        let Some(quarter) = workspace.quarters.get(key) else { continue };
        let is_elsewhere = quarter.key_result(id).is_some_and(|(objective, _)| objective.id != *under);
        if !is_elsewhere || spoken_of(quarter).any(|about| about == id) {
            continue;
        }
        let is_taken = |id: &str| taken_key_result_ids(quarter).any(|other| other.as_str() == id);
        let Ok(free) = free_key_result_id(&made.title, is_taken, seed) else { continue };
        let at = |id: &KeyResultId| Address::KeyResult(key.clone(), under.clone(), id.clone());
        renamed.push(Renamed { from: at(id), to: at(&free) });
        made.id = free.clone();
        *id = free;
    }
    renamed
}

/// Leaves out of an objective that a change brings back the lines that went along with others of it: they stand elsewhere
/// in the set by now.
pub fn without_lines_elsewhere(workspace: &Workspace, change: &mut Change) {
    for end in change.edits.iter_mut().filter_map(|edit| edit.after.as_mut()) {
        let (Address::Objective(key, id), Record::Objective(back)) = end else { continue };
        let Some(quarter) = workspace.quarters.get(key) else { continue };
        if quarter.objective(id).is_some() {
            continue;
        }
        let others = || quarter.objectives.iter();
        back.assumptions
            .retain(|line| !others().flat_map(|other| &other.assumptions).any(|other| other.id == line.id));
        back.negotiations
            .retain(|line| !others().flat_map(|other| &other.negotiations).any(|other| other.id == line.id));
    }
}

/// Takes the lines of an objective that a change removes and that stays after all out of those they went along to.
pub fn lines_that_stay(workspace: &Workspace, change: &Change) -> Vec<Edit> {
    let mut edits = Vec::new();
    let removed = change.edits.iter().filter(|edit| edit.after.is_none());
    for (at, _) in removed.filter_map(|edit| edit.before.as_ref()) {
        let Address::Objective(key, id) = at else { continue };
        let Some(quarter) = workspace.quarters.get(key) else { continue };
        let Some(stays) = quarter.objective(id) else { continue };
        for other in quarter.objectives.iter().filter(|other| other.id != *id) {
            let mut after = other.clone();
            after.assumptions.retain(|line| !stays.assumptions.iter().any(|own| own.id == line.id));
            after.negotiations.retain(|line| !stays.negotiations.iter().any(|own| own.id == line.id));
            if after != *other {
                let at = Address::Objective(key.clone(), other.id.clone());
                edits.push(Edit::update(at, Record::objective(other), Record::objective(&after)));
            }
        }
    }
    edits
}

/// The ids that a check-in, a score or a note is about, be there a key result of that id or not.
pub(super) fn spoken_of(quarter: &Quarter) -> impl Iterator<Item = &KeyResultId> {
    let noted = quarter.notes.iter().filter_map(|note| note.key_result.as_ref());
    quarter.sittings.iter().flat_map(Sitting::key_results).chain(quarter.scorings.keys()).chain(noted)
}

/// What goes along with a change: the drafts of key results that it retires after all.
///
/// # Errors
/// What is retired is no draft any more, others have worked on it, or the quarter is closed.
pub fn goes_along(workspace: &Workspace, change: &Change, today: Day) -> Result<Vec<Edit>, Refusal> {
    let each = change.edits.iter().map(|edit| drafts_of_retired(workspace, edit, today));
    Ok(each.collect::<Result<Vec<_>, _>>()?.concat())
}

fn drafts_of_retired(workspace: &Workspace, edit: &Edit, today: Day) -> Result<Vec<Edit>, Refusal> {
    let (Some((Address::Frame(key), Record::Frame(before))), Some((_, Record::Frame(after)))) =
        (&edit.before, &edit.after)
    else {
        return Ok(Vec::new());
    };
    let is_new =
        |handed: &&Handed| handed.verdict == HandedVerdict::Retire && !before.handed.contains(handed);
    let mut removed = Vec::new();
    for handed in after.handed.iter().filter(is_new) {
        let desk = Desk::at(workspace, key, today)?;
        let ticked = desk.tick(&handed.id, handed.verdict)?;
        for edit in ticked.edits.into_iter().filter(|edit| edit.after.is_none()) {
            if let Some((Address::KeyResult(_, under, _), Record::KeyResult(draft))) = &edit.before
                && !desk.is_as_carried(&handed.id, draft)
            {
                let under = desk.objective(under).map_or_else(|_| under.to_string(), |it| quoted(&it.title));
                let says = words::it_stands_in(under);
                return Err(Refusal::one(Step::Set14, draft.name(), says, words::MOVE_IT_ELSEWHERE));
            }
            removed.push(edit);
        }
    }
    Ok(removed)
}

/// A key result is taken away only as long as nothing holds on to it.
///
/// # Errors
/// It is committed, or a check-in is about it.
pub(super) fn may_go(quarter: &Quarter, key_result: &KeyResult) -> Result<(), Refusal> {
    let refused = |rule, says, hint| Err(Refusal::one(rule, key_result.name(), says, hint));
    if key_result.is_committed() {
        return refused(Step::Set14, words::IT_IS_COMMITTED_AND_IS_NOT_REMOVED, words::DROP_IT_WITH_A_REASON);
    }
    if quarter.check_ins(&key_result.id).next().is_some() {
        let says = words::SOMETHING_HAS_BEEN_SAID_ABOUT_IT_ALREADY;
        return refused(Step::Chk1, says, words::DROP_IT_AND_KEEP_WHAT_WAS_SAID);
    }
    Ok(())
}

/// An objective is taken away only as long as its sentence is not committed; its key results are judged one by one.
///
/// # Errors
/// It bears the mark of the commit.
pub(super) fn objective_may_go(objective: &Objective) -> Result<(), Refusal> {
    if objective.revisions.is_empty() {
        return Ok(());
    }
    let says = words::IT_IS_COMMITTED_AND_IS_NOT_REMOVED;
    Err(Refusal::one(Step::Set14, quoted(&objective.title), says, words::DROP_IT_WITH_A_REASON))
}

/// One quarter before and after.
struct Judging<'w> {
    before: &'w Quarter,
    after: Option<&'w Quarter>,
    change: &'w Change,
}

impl<'w> Judging<'w> {
    /// The commit, where it would be taken back: others build on it by now.
    fn taken_back(&self) -> Option<Stop> {
        let stays = || self.after.is_some_and(|after| after.frame.committed.is_some());
        let is_taken_back = self.before.frame.committed.is_some() && !stays();
        let stop = || {
            Stop::hard(Step::Set14, self.key().to_string(), words::IT_IS_COMMITTED, words::WHAT_CHANGES_NOW)
        };
        is_taken_back.then(stop)
    }

    /// The objectives of the committed set that would get another sentence without a revision.
    fn reworded(&self) -> Vec<Stop> {
        let after = |id: &ObjectiveId| self.after.and_then(|after| after.objective(id));
        let of_the_set = self.before.objectives.iter().filter(|one| one.is_committed());
        let reworded = of_the_set.filter(|before| {
            after(&before.id)
                .is_some_and(|after| after.title != before.title && after.revisions == before.revisions)
        });
        reworded.flat_map(|before| stops_of(reason_of(None, &before.title).map(drop))).collect()
    }

    /// The committed key results that could not be scored any more, or whose readings would mean something else.
    fn unfit(&self) -> Vec<Stop> {
        let after = self.after.iter().flat_map(|after| after.key_results());
        let revised = after.filter(|(_, after)| {
            let before = self.before.key_result(&after.id);
            after.is_committed() && before.is_some_and(|(_, before)| before.measure != after.measure)
        });
        let kept = |after: &KeyResult| {
            let before = self.before.key_result(&after.id).filter(|(_, before)| before.is_committed());
            stays_fit(after.name(), after)?;
            before.map_or(Ok(()), |(_, before)| keeps_its_scale(before, after))
        };
        revised.flat_map(|(_, after)| stops_of(kept(after))).collect()
    }

    /// What would be gone and may not go.
    fn lost(&self) -> Vec<Stop> {
        let stops = self.before.key_results().filter_map(|(under, key_result)| {
            let kept = self.after.and_then(|after| after.key_result(&key_result.id));
            match kept {
                Some((_, kept)) if holds_all(kept, key_result) => None,
                Some(_) => Some(stops_of(may_go(self.before, key_result))),
                None if self.is_about(&under.id, &key_result.id) => {
                    Some(stops_of(may_go(self.before, key_result)))
                }
                None => Some(vec![Stop::hard(
                    Step::Set14,
                    key_result.name(),
                    words::it_stands_in(quoted(&under.title)),
                    words::MOVE_IT_ELSEWHERE,
                )]),
            }
        });
        stops.flatten().collect()
    }

    /// Whether the change names this key result as one that goes.
    fn is_about(&self, under: &ObjectiveId, id: &KeyResultId) -> bool {
        let at = Address::KeyResult(self.key().clone(), under.clone(), id.clone());
        let is_it =
            |edit: &Edit| edit.after.is_none() && edit.before.as_ref().is_some_and(|(was, _)| *was == at);
        self.change.edits.iter().any(is_it)
    }

    fn key(&self) -> &'w QuarterKey {
        &self.before.key
    }

    /// What would stand under two objectives.
    fn twice(&self) -> Vec<Stop> {
        let Some(after) = self.after else { return Vec::new() };
        let mut seen: Vec<(&Objective, &KeyResult)> = Vec::new();
        let mut stops = Vec::new();
        for (under, key_result) in after.key_results() {
            if let Some((other, _)) = seen.iter().find(|(_, known)| known.id == key_result.id) {
                let says =
                    words::another_is_called(&key_result.id, quoted(&other.title), quoted(&under.title));
                stops.push(Stop::hard(
                    Step::Set14,
                    key_result.name(),
                    says,
                    words::ADD_IT_UNDER_ANOTHER_NAME,
                ));
            }
            seen.push((under, key_result));
        }
        stops
    }
}

/// Whether a committed key result still says how it was committed and revised.
fn holds_all(kept: &KeyResult, before: &KeyResult) -> bool {
    before.revisions.iter().all(|revision| kept.revisions.contains(revision))
}

fn stops_of(outcome: Result<(), Refusal>) -> Vec<Stop> {
    outcome.err().map(|refusal| refusal.stops).unwrap_or_default()
}

/// Whether an edit changes what the close of a quarter makes history. What handing over takes is noted after it as well, and
/// what pays back late is read after it.
fn is_decided_in(key: &QuarterKey, edit: &Edit) -> bool {
    let mut ends = [&edit.before, &edit.after].into_iter().flatten();
    if !ends.any(|(address, _)| address.quarter() == Some(key) && !matches!(address, Address::Effort(..))) {
        return false;
    }
    match (&edit.before, &edit.after) {
        (Some((_, Record::Scoring(before))), Some((_, Record::Scoring(after)))) => {
            before.as_decided() != after.as_decided()
        }
        _ => true,
    }
}

/// What a command would refuse that says, scores or judges the same beside the rest of the change.
fn refused_when_typed(workspace: &Workspace, change: &Change, at: usize, today: Day) -> Vec<Stop> {
    let Edit { before, after: Some((address, record)) } = &change.edits[at] else { return Vec::new() };
    let judged_in = match record {
        Record::Sitting(_) | Record::Scoring(_) | Record::Note(_) | Record::KeyResult(_) => address.quarter(),
        _ => None,
    };
    let Some(key) = judged_in else { return Vec::new() };
    let rest =
        change.edits.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, edit)| edit.clone());
    let mut beside = workspace.clone();
    beside.apply(&Change { sentence: String::new(), edits: rest.collect() });
    let Ok(desk) = Desk::at(&beside, key, today) else { return Vec::new() };
    stops_of(match (before, record) {
        (Some((_, Record::Scoring(before))), Record::Scoring(after))
            if before.as_decided() == after.as_decided() =>
        {
            Ok(())
        }
        (_, Record::Scoring(scoring)) => desk.score(scoring.clone()).map(drop),
        (_, Record::Note(note)) => desk.put_note(note.clone()).map(drop),
        (Some((Address::KeyResult(_, from, _), _)), Record::KeyResult(moved)) => match address {
            Address::KeyResult(_, to, _) if to != from => desk
                .objective_that_stands(to)
                .and_then(|_| desk.objective(from).map_or(Ok(()), |under| may_leave(under, moved))),
            _ => Ok(()),
        },
        (_, record) => record.speaks_of().into_iter().try_for_each(|id| desk.key_result(id).map(drop)),
    })
}

/// What would stand in nothing.
fn homeless(after: &Workspace, address: &Address, record: &Record) -> Option<Stop> {
    let stands = match address.host()? {
        Address::Team(team) => after.teams.contains_key(&team),
        Address::Frame(key) => after.quarters.contains_key(&key) || after.unopened.contains(&key),
        Address::Objective(key, id) => {
            after.quarters.get(&key).is_some_and(|quarter| quarter.objective(&id).is_some())
        }
        _ => true,
    };
    let stop =
        || Stop::hard(Step::Set14, record.called(), words::WHAT_IT_STANDS_IN_IS_GONE, words::ADD_THAT_ANEW);
    (!stands).then(stop)
}
