//! What the last quarter hands over: nothing is carried by itself; each point is ticked (HND-1).

use super::order::rank_at_end;
use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::frame::{Frame, Handed, HandedVerdict};
use crate::domain::id::LineId;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::objective::{AssumptionState, Objective};
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Note, NoteKind};

/// What a point of the hand-over is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointKind {
    /// A key result: continue, reshape or retire it.
    KeyResult,
    /// What was learned.
    Lesson,
    /// What was taken for granted and turned out wrong.
    WrongAssumption,
    /// What the retrospective chose to change.
    Action,
}

impl PointKind {
    /// The word in a list.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::KeyResult => "key-result",
            Self::Lesson => "lesson",
            Self::WrongAssumption => "wrong-assumption",
            Self::Action => "action",
        }
    }
}

/// One point the last quarter hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The id it has there.
    pub id: LineId,
    /// What it is.
    pub kind: PointKind,
    /// What it says.
    pub text: String,
}

impl Desk<'_> {
    /// What the last quarter hands over, to be ticked one by one: lessons, wrong assumptions, actions, and the key results
    /// that were not dropped.
    #[must_use]
    pub fn handed_over(&self) -> Vec<Point> {
        let Some(last) = self.workspace.previous(&self.quarter.key) else { return Vec::new() };
        let of_kind = |wanted: NoteKind, kind: PointKind| {
            let notes = last.notes.iter().filter(move |note| note.kind == wanted && !note.is_verdict());
            notes.filter_map(move |note| point(note.id.as_str(), kind, &note.text))
        };
        let key_results = last.live_key_results();
        of_kind(NoteKind::Lesson, PointKind::Lesson)
            .chain(last.notes.iter().filter_map(|note| wrong_assumption(last, note)))
            .chain(of_kind(NoteKind::Action, PointKind::Action))
            .chain(key_results.filter_map(|(_, kr)| point(kr.id.as_str(), PointKind::KeyResult, kr.name())))
            .collect()
    }

    /// Ticks one point of the hand-over. A key result that goes on is drafted here anew, under the objective it came from,
    /// with its baseline to be asked again; a reshaped one keeps only its metric.
    ///
    /// # Errors
    /// There is no last quarter, or this one is closed or committed already.
    pub fn tick(&self, point: &LineId, verdict: HandedVerdict) -> Decision {
        self.still_open()?;
        let frame = self.ticked(point, verdict);
        let goes_on = matches!(verdict, HandedVerdict::Continue | HandedVerdict::Reshape);
        if !goes_on {
            return Ok(Change::one(format!("tick {point} of the hand-over"), self.frame_edit(frame)));
        }
        let last = self.workspace.previous(&self.quarter.key).ok_or_else(|| {
            Refusal::one(
                "HND-1",
                "the hand-over",
                "there is no last quarter to carry from",
                "start a new key result",
            )
        })?;
        let found = last.key_results().find(|(_, key_result)| key_result.id.as_str() == point.as_str());
        let (objective, key_result) = found.ok_or_else(|| super::unknown("key result", point.as_str()))?;
        if self.quarter.key_result(&key_result.id).is_some() {
            return Ok(Change::one(format!("tick {point} of the hand-over"), self.frame_edit(frame)));
        }
        let mut edits = self.carried(last, objective, carried_key_result(last, key_result, verdict));
        edits.push(self.frame_edit(frame));
        Ok(Change { sentence: format!("carry {} on", quoted(key_result.name())), edits })
    }

    fn carried_objective(&self, before: &Objective, origin: String) -> Objective {
        let rank = rank_at_end(self.quarter.objectives.iter().map(|objective| objective.rank));
        let mut carried = Objective::draft(before.id.clone(), before.title.clone(), rank);
        carried.origin = before.origin;
        carried.carried_from = Some(origin);
        carried
    }

    fn ticked(&self, point: &LineId, verdict: HandedVerdict) -> Frame {
        let mut frame = self.quarter.frame.clone();
        frame.handed.retain(|handed| handed.id != *point);
        frame.handed.push(Handed { id: point.clone(), verdict });
        frame
    }

    fn carried(&self, last: &Quarter, objective: &Objective, mut key_result: KeyResult) -> Vec<Edit> {
        let origin = format!("{}/{}", last.key.cycle, objective.id);
        let here = self
            .quarter
            .objectives
            .iter()
            .find(|other| other.carried_from.as_deref() == Some(origin.as_str()));
        let mut edits = Vec::new();
        let under = here.or_else(|| self.quarter.objective(&objective.id)).cloned().unwrap_or_else(|| {
            let carried = self.carried_objective(objective, origin);
            let address = Address::Objective(self.key(), carried.id.clone());
            edits.push(Edit::create(address, Record::objective(&carried)));
            carried
        });
        key_result.rank = rank_at_end(under.key_results.iter().map(|key_result| key_result.rank));
        let address = self.key_result_address(&under, &key_result);
        edits.push(Edit::create(address, Record::KeyResult(key_result)));
        edits
    }
}

fn point(id: &str, kind: PointKind, text: &str) -> Option<Point> {
    Some(Point { id: LineId::new(id).ok()?, kind, text: text.to_owned() })
}

fn wrong_assumption(last: &Quarter, note: &Note) -> Option<Point> {
    let id = note.assumption.as_ref().filter(|_| note.verdict == Some(AssumptionState::Wrong))?;
    let objective = last.objective(note.objective.as_ref()?)?;
    let assumption = objective.assumptions.iter().find(|assumption| assumption.id == *id)?;
    point(id.as_str(), PointKind::WrongAssumption, &assumption.text)
}

fn carried_key_result(last: &Quarter, before: &KeyResult, verdict: HandedVerdict) -> KeyResult {
    let mut after = KeyResult::draft(before.id.clone(), before.title.clone(), before.rank);
    let old = &before.measure;
    after.measure = Measure {
        kind: old.kind,
        metric: old.metric.clone(),
        metric_id: old.metric_id.clone(),
        aggregation: old.aggregation,
        scope: old.scope.clone(),
        unit: old.unit.clone(),
        direction: old.effective_direction(),
        source: old.source.clone(),
        ..Measure::default()
    };
    if verdict == HandedVerdict::Continue {
        after.measure.target = old.target;
        after.measure.bound = old.bound;
        after.measure.floor = old.floor;
        after.measure.ceiling = old.ceiling;
    }
    after.ambition = before.ambition;
    after.contact.clone_from(&before.contact);
    after.measured_at.clone_from(&before.measured_at);
    after.data = before.data;
    after.influence = before.influence;
    after.agreement.clone_from(&before.agreement);
    after.guardrail.clone_from(&before.guardrail);
    after.carried_from = Some(format!("{}/{}", last.key.cycle, before.id));
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::decision::{Start, open_quarter, start};
    use crate::domain::id::{KeyResultId, NoteId, ObjectiveId, TeamId};
    use crate::domain::quarter::QuarterKey;
    use crate::domain::team::Team;
    use crate::domain::workspace::Workspace;

    fn key(cycle: &str) -> QuarterKey {
        QuarterKey { team: TeamId::new("payments").unwrap(), cycle: cycle.parse().unwrap() }
    }

    /// A closed quarter with a lesson and a key result, and the next one.
    fn workspace() -> Workspace {
        let team = Team::named(TeamId::new("payments").unwrap(), "Payments");
        let cycle = |text: &str| Cycle::calendar(text).unwrap();
        let mut workspace = Workspace::default();
        let first = Start { organisation: None, team, cycle: cycle("2027-q1"), objective: None };
        workspace.apply(&start(&first).unwrap());
        let quarter = workspace.quarters.get_mut(&key("2027-q1")).unwrap();
        let mut objective = Objective::draft(ObjectiveId::new("sign-in").unwrap(), "Sign-in", 10);
        let mut key_result = KeyResult::draft(KeyResultId::new("failures").unwrap(), "Failures", 10);
        key_result.measure.baseline = Some(2.into());
        key_result.measure.target = Some(1.into());
        objective.key_results.push(key_result);
        quarter.objectives.push(objective);
        let day = cycle("2027-q1").last;
        quarter.notes.push(Note::new(NoteId::new("k81x0d").unwrap(), NoteKind::Lesson, "read earlier", day));
        workspace.apply(&open_quarter(&workspace, &key("2027-q1").team, &cycle("2027-q2")).unwrap());
        workspace
    }

    #[test]
    fn lessons_and_key_results_of_the_last_quarter_are_handed_over() {
        let workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        let points = Desk::at(&workspace, &key("2027-q2"), today).unwrap().handed_over();
        let shown: Vec<_> = points.iter().map(|point| (point.id.as_str(), point.kind)).collect();
        assert_eq!(shown, [("k81x0d", PointKind::Lesson), ("failures", PointKind::KeyResult)]);
        assert_eq!(Desk::at(&workspace, &key("2027-q1"), today).unwrap().handed_over(), []);
    }

    #[test]
    fn a_key_result_that_goes_on_is_asked_for_its_baseline_again() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        let point = LineId::new("failures").unwrap();
        let desk = Desk::at(&workspace, &key("2027-q2"), today).unwrap();
        let change = desk.tick(&point, HandedVerdict::Continue).unwrap();
        workspace.apply(&change);
        let quarter = &workspace.quarters[&key("2027-q2")];
        let (objective, carried) = quarter.key_results().next().unwrap();
        assert_eq!(objective.carried_from.as_deref(), Some("2027-q1/sign-in"));
        assert_eq!(carried.carried_from.as_deref(), Some("2027-q1/failures"));
        assert_eq!((carried.measure.baseline, carried.measure.target), (None, Some(1.into())));
        assert_eq!(quarter.frame.handed[0].verdict, HandedVerdict::Continue);
    }
}
