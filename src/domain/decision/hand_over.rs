//! What the last quarter hands over: nothing is carried by itself; each point is ticked (HND-1).

use super::order::rank_at_end;
use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::frame::{Frame, Handed, HandedVerdict};
use crate::domain::id::LineId;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;

impl Desk<'_> {
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
