//! What the last quarter hands over: nothing is carried by itself; each point is ticked (HND-1).

use super::adding::taken_key_result_ids;
use super::order::rank_at_end;
use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::frame::{Frame, Handed, HandedVerdict};
use crate::domain::id::{InvalidId, KeyResultId, LONGEST_ID, LineId, ObjectiveId};
use crate::domain::key_result::{Guardrail, KeyResult};
use crate::domain::measure::Measure;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::domain::word::word;
use crate::words::domain::decision::hand_over as words;

impl<'a> Desk<'a> {
    /// Ticks one point of the hand-over. A key result that goes on is drafted here anew, under the objective it came from,
    /// with its baseline and its sentence to be asked again; a reshaped one keeps only its metric. One that is retired
    /// after all takes its draft with it.
    ///
    /// # Errors
    /// There is no last quarter, this one is closed, what goes on would come into a committed set, or what is retired is no
    /// draft any more.
    pub fn tick(&self, point: &LineId, verdict: HandedVerdict) -> Decision {
        self.still_open()?;
        let frame = self.ticked(point, verdict);
        let ticked = format!("mark {} {}", self.point_words(point), word(&verdict));
        match verdict {
            HandedVerdict::Continue | HandedVerdict::Reshape => {}
            HandedVerdict::Retire => return self.retired(point, ticked, frame),
            HandedVerdict::Used | HandedVerdict::Kept | HandedVerdict::Dismissed => {
                return Ok(Change::one(ticked, self.frame_edit(frame)));
            }
        }
        let (last, (objective, key_result)) = self.handed_key_result(point)?;
        if let Some(here) = self.gone_on(last, key_result) {
            return Ok(self.carried_otherwise((point, verdict), (key_result, here), ticked, frame));
        }
        if self.quarter.frame.committed.is_some() {
            let hint = words::ADD_IT_ANEW;
            return Err(Refusal::one(
                Step::Hnd1,
                quoted(key_result.name()),
                words::THE_SET_IS_COMMITTED,
                hint,
            ));
        }
        let mut edits = self.carried(last, objective, self.carried_key_result(last, key_result, verdict)?)?;
        edits.push(self.frame_edit(frame));
        Ok(Change { sentence: words::carry_on(quoted(key_result.name())), edits })
    }

    /// The key result here that goes on from the one a point hands over.
    pub fn goes_on_as(&self, point: &LineId) -> Option<&'a KeyResult> {
        let (last, (_, key_result)) = self.handed_key_result(point).ok()?;
        self.gone_on(last, key_result)
    }

    /// The key result that was carried here from one of the last quarter; of the team's own also one of its id that was written
    /// by hand. One that another team handed over under the same id is another one.
    fn gone_on(&self, last: &Quarter, before: &KeyResult) -> Option<&'a KeyResult> {
        let origin = last.key.origin(&self.quarter.key.team, before.id.as_str());
        let carried = |here: &KeyResult| here.carried_from.as_deref() == Some(origin.as_str());
        let is_own = last.key.team == self.quarter.key.team;
        let by_hand = |here: &KeyResult| is_own && here.carried_from.is_none() && here.id == before.id;
        let all = || self.quarter.key_results().map(|(_, here)| here);
        all().find(|here| carried(here)).or_else(|| all().find(|here| by_hand(here)))
    }

    /// Tells whether a draft is still as it was carried here, and nobody has worked on it.
    pub(super) fn is_as_carried(&self, point: &LineId, draft: &KeyResult) -> bool {
        let Ok((_, (_, before))) = self.handed_key_result(point) else { return false };
        let mut both = [HandedVerdict::Continue, HandedVerdict::Reshape].into_iter();
        both.any(|verdict| carried_as(draft, before, verdict) == *draft)
    }

    /// Ticks a key result that was carried here already. Where it goes on otherwise than before, a draft that nobody has worked
    /// on is written anew, and one that was worked on stays.
    fn carried_otherwise(
        &self,
        (point, verdict): (&LineId, HandedVerdict),
        (before, here): (&KeyResult, &KeyResult),
        ticked: String,
        frame: Frame,
    ) -> Change {
        let was = self.quarter.frame.handed.iter().rev().find(|handed| handed.id == *point);
        let is_other = was.is_some_and(|was| was.verdict != verdict);
        let Ok((under, here)) = self.alone(&here.id) else {
            return Change::one(ticked, self.frame_edit(frame));
        };
        if !is_other || here.is_committed() {
            return Change::one(ticked, self.frame_edit(frame));
        }
        if !self.is_as_carried(point, here) {
            return Change::one(words::and_its_draft_stays(ticked), self.frame_edit(frame));
        }
        let anew = carried_as(here, before, verdict);
        let edits = vec![self.key_result_edit(under, here, anew), self.frame_edit(frame)];
        Change { sentence: words::and_draft_it_anew(ticked), edits }
    }

    /// Retires a key result of the last quarter: the draft that was carried here from it goes, where there is one.
    fn retired(&self, point: &LineId, ticked: String, frame: Frame) -> Decision {
        let handed = self.handed_key_result(point).ok();
        let team = &self.quarter.key.team;
        let origin = handed.map(|(last, (_, key_result))| last.key.origin(team, key_result.id.as_str()));
        let mut here = self.quarter.live_key_results().filter(|_| origin.is_some());
        let draft = here.find(|(_, key_result)| key_result.carried_from == origin);
        let Some((under, key_result)) = draft else {
            return Ok(Change::one(ticked, self.frame_edit(frame)));
        };
        let edits = vec![self.removal(under, key_result)?, self.frame_edit(frame)];
        Ok(Change { sentence: words::and_remove_its_draft(ticked), edits })
    }

    /// What a point says, in quotes; its id where nothing of the last quarter has it.
    fn point_words(&self, point: &LineId) -> String {
        let found = self.workspace.handing_over(&self.quarter.key).into_iter().find_map(|last| {
            let is_it = |id: &str| last.key.handed_id(&self.quarter.key.team, id) == point.as_str();
            let note = last.notes.iter().find(|note| is_it(note.id.as_str())).map(|note| note.text.as_str());
            let mut assumed = last.objectives.iter().flat_map(|objective| &objective.assumptions);
            let assumption = || assumed.find(|one| is_it(one.id.as_str())).map(|one| one.text.as_str());
            note.or_else(assumption).map(quoted)
        });
        let key_result = || self.handed_key_result(point).ok().map(|(_, (_, kr))| quoted(kr.name()));
        found.or_else(key_result).unwrap_or_else(|| point.to_string())
    }

    /// The quarter that hands a key result over, and the key result there with its objective.
    fn handed_key_result(
        &self,
        point: &LineId,
    ) -> Result<(&'a Quarter, (&'a Objective, &'a KeyResult)), Refusal> {
        let all = self.workspace.handing_over(&self.quarter.key);
        if all.is_empty() {
            return Err(Refusal::one(
                Step::Hnd1,
                words::THE_HAND_OVER,
                words::THERE_IS_NO_LAST_QUARTER,
                words::START_A_NEW_KEY_RESULT,
            ));
        }
        // What is called so goes before what is called so because its own id was another point's.
        let called = |at: usize| {
            all.iter().find_map(|last| {
                let ids = |kr: &KeyResult| last.key.handed_key_result(&self.quarter.key.team, &kr.id);
                let mut all = last.key_results();
                all.find(|(_, kr)| ids(kr)[at] == point.as_str()).map(|found| (*last, found))
            })
        };
        let found = called(0).or_else(|| called(1));
        found.ok_or_else(|| super::unknown(words::KEY_RESULT, point.as_str()))
    }

    fn carried_objective(
        &self,
        last: &Quarter,
        before: &Objective,
        origin: String,
    ) -> Result<Objective, Refusal> {
        let rank = rank_at_end(self.quarter.objectives.iter().map(|objective| objective.rank));
        let id = self.free_id(last, before.id.as_str(), |id| {
            self.quarter.objectives.iter().any(|here| here.id.as_str() == id)
        });
        let id = ObjectiveId::new(id).map_err(|bad| unnamed(&before.title, &bad))?;
        let mut carried = Objective::draft(id, before.title.clone(), rank);
        carried.origin = before.origin;
        carried.carried_from = Some(origin);
        Ok(carried)
    }

    /// The id a record goes on under: its own, else the one with its team before it, else that with a number.
    fn free_id(&self, last: &Quarter, id: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let handed = last.key.handed_id(&self.quarter.key.team, id);
        let short: String = handed.chars().take(LONGEST_ID - 4).collect();
        let mut all = [id.to_owned(), handed].into_iter().chain((2..).map(|at| format!("{short}-{at}")));
        all.find(|id| !is_taken(id)).unwrap_or_else(|| id.to_owned())
    }

    fn ticked(&self, point: &LineId, verdict: HandedVerdict) -> Frame {
        let mut frame = self.quarter.frame.clone();
        let ticked = Handed { id: point.clone(), verdict };
        match frame.handed.iter_mut().find(|handed| handed.id == *point) {
            Some(handed) => *handed = ticked,
            None => frame.handed.push(ticked),
        }
        frame
    }

    fn carried_key_result(
        &self,
        last: &Quarter,
        before: &KeyResult,
        verdict: HandedVerdict,
    ) -> Result<KeyResult, Refusal> {
        let origin = last.key.origin(&self.quarter.key.team, before.id.as_str());
        let id = self.free_id(last, before.id.as_str(), |id| {
            taken_key_result_ids(self.quarter).any(|taken| taken.as_str() == id)
        });
        let id = KeyResultId::new(id).map_err(|bad| unnamed(before.name(), &bad))?;
        Ok(KeyResult { id, carried_from: Some(origin), ..carried_anew(before, verdict) })
    }

    fn carried(
        &self,
        last: &Quarter,
        objective: &Objective,
        mut key_result: KeyResult,
    ) -> Result<Vec<Edit>, Refusal> {
        let origin = last.key.origin(&self.quarter.key.team, objective.id.as_str());
        let carried =
            self.quarter.objectives.iter().find(|here| here.carried_from.as_deref() == Some(origin.as_str()));
        let by_hand = || self.quarter.objective(&objective.id).filter(|here| here.carried_from.is_none());
        let mut edits = Vec::new();
        let under = if let Some(here) = carried.or_else(by_hand) {
            here.clone()
        } else {
            let carried = self.carried_objective(last, objective, origin)?;
            let address = Address::Objective(self.key(), carried.id.clone());
            edits.push(Edit::create(address, Record::objective(&carried)));
            carried
        };
        key_result.rank = rank_at_end(under.key_results.iter().map(|key_result| key_result.rank));
        let address = self.key_result_address(&under, &key_result);
        edits.push(Edit::create(address, Record::KeyResult(key_result)));
        Ok(edits)
    }
}

fn unnamed(what: &str, bad: &InvalidId) -> Refusal {
    Refusal::one(StopRule::Id, quoted(what), bad.to_string(), words::START_A_NEW_KEY_RESULT)
}

/// The same draft as a verdict carries it.
fn carried_as(draft: &KeyResult, before: &KeyResult, verdict: HandedVerdict) -> KeyResult {
    let (id, carried_from) = (draft.id.clone(), draft.carried_from.clone());
    KeyResult { id, rank: draft.rank, carried_from, ..carried_anew(before, verdict) }
}

/// What goes on of a key result. Its sentence said the numbers and the day of the last quarter, in whatever words, and is
/// written anew: until then the metric stands for it.
fn carried_anew(before: &KeyResult, verdict: HandedVerdict) -> KeyResult {
    let mut after = KeyResult::draft(before.id.clone(), before.name(), before.rank);
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
    after.guardrail = before.guardrail.clone().map(|guardrail| Guardrail { start: None, ..guardrail });
    after.command.clone_from(&before.command);
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::decision::{Start, open_quarter, record_was, start};
    use crate::domain::id::TeamId;
    use crate::domain::key_result::Revision;
    use crate::domain::quarter::QuarterKey;
    use crate::domain::team::{Team, Turn};
    use crate::domain::workspace::Workspace;

    fn key(cycle: &str) -> QuarterKey {
        format!("payments/{cycle}").parse().unwrap()
    }

    /// A quarter with a key result, and the next one.
    fn workspace() -> Workspace {
        let team = Team::named(TeamId::new("payments").unwrap(), "Payments");
        let cycle = |text: &str| Cycle::calendar(text).unwrap();
        let mut workspace = Workspace::default();
        let first = Start { organisation: None, team, cycle: cycle("2027-q1"), objective: None };
        workspace.apply(&start(&first).unwrap());
        let quarter = workspace.quarters.get_mut(&key("2027-q1")).unwrap();
        let mut objective = Objective::draft(ObjectiveId::new("sign-in").unwrap(), "Sign-in", 10);
        let mut key_result = KeyResult::draft(KeyResultId::new("failures").unwrap(), "Failures", 10);
        key_result.title = "Failures from 2 to 1 by the end of March".to_owned();
        key_result.measure.metric = Some("Failures".to_owned());
        key_result.measure.baseline = Some(2.into());
        key_result.measure.target = Some(1.into());
        key_result.guardrail =
            Some(Guardrail { metric: "tests".to_owned(), start: Some(840.into()), ..Guardrail::default() });
        objective.key_results.push(key_result);
        quarter.objectives.push(objective);
        workspace.apply(&open_quarter(&workspace, &key("2027-q1").team, &cycle("2027-q2")).unwrap());
        workspace
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
        assert_eq!(carried.title, "Failures", "no number and no day of the last quarter");
        let guardrail = carried.guardrail.as_ref().unwrap();
        assert_eq!((guardrail.metric.as_str(), guardrail.start), ("tests", None));
        assert_eq!(quarter.frame.handed[0].verdict, HandedVerdict::Continue);
    }

    #[test]
    fn nothing_is_carried_into_a_committed_set_and_what_is_no_key_result_is_ticked() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        workspace.quarters.get_mut(&key("2027-q2")).unwrap().frame.committed = Some(today);
        let desk = Desk::at(&workspace, &key("2027-q2"), today).unwrap();
        let point = LineId::new("failures").unwrap();
        for verdict in [HandedVerdict::Continue, HandedVerdict::Reshape] {
            let refused = desk.tick(&point, verdict).unwrap_err();
            assert!(refused.to_string().contains("the set is committed already"), "{refused}");
        }
        for verdict in [HandedVerdict::Retire, HandedVerdict::Used] {
            assert!(desk.tick(&point, verdict).is_ok(), "{verdict:?}");
        }
    }

    #[test]
    fn a_draft_nobody_worked_on_follows_the_verdict_and_one_that_was_stays() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        let point = LineId::new("failures").unwrap();
        let tick = |workspace: &mut Workspace, verdict| {
            let change = Desk::at(workspace, &key("2027-q2"), today).unwrap().tick(&point, verdict).unwrap();
            workspace.apply(&change);
            let (_, draft) = workspace.quarters[&key("2027-q2")].key_results().next().unwrap();
            (change.sentence, draft.measure.target)
        };
        assert_eq!(tick(&mut workspace, HandedVerdict::Continue).1, Some(1.into()));
        let (said, target) = tick(&mut workspace, HandedVerdict::Reshape);
        assert_eq!((said.as_str(), target), ("mark “Failures” reshape and draft it anew", None));
        let (said, target) = tick(&mut workspace, HandedVerdict::Reshape);
        assert_eq!((said.as_str(), target), ("mark “Failures” reshape", None), "nothing is new in it");
        assert_eq!(tick(&mut workspace, HandedVerdict::Continue).1, Some(1.into()));
        let quarter = workspace.quarters.get_mut(&key("2027-q2")).unwrap();
        quarter.objectives[0].key_results[0].measure.target = Some("0.7".parse().unwrap());
        let (said, target) = tick(&mut workspace, HandedVerdict::Reshape);
        assert!(said.ends_with("its draft was worked on and stays"), "{said}");
        assert_eq!(target, "0.7".parse().ok());
    }

    #[test]
    fn the_metric_that_stands_for_the_sentence_of_what_is_carried_is_no_first_wording() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        let key = key("2027-q2");
        let desk = Desk::at(&workspace, &key, today).unwrap();
        workspace.apply(&desk.tick(&LineId::new("failures").unwrap(), HandedVerdict::Continue).unwrap());
        for (title, first) in [
            ("Failures from 1 to 0.5", None),
            ("Failures of all sign-ins from 1 to 0.5", Some("Failures from 1 to 0.5")),
        ] {
            let draft = workspace.quarters[&key].key_results().next().unwrap().1.clone();
            let after = KeyResult { title: title.to_owned(), ..draft };
            let desk = Desk::at(&workspace, &key, today).unwrap();
            workspace.apply(&desk.revise_key_result(after, None).unwrap());
            let (_, draft) = workspace.quarters[&key].key_results().next().unwrap();
            assert_eq!(draft.first_wording.as_deref(), first, "{title}");
        }
    }

    #[test]
    fn one_that_is_retired_after_all_takes_its_draft_with_it() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        let point = LineId::new("failures").unwrap();
        let tick = |workspace: &mut Workspace, verdict| {
            let change = Desk::at(workspace, &key("2027-q2"), today)?.tick(&point, verdict)?;
            workspace.apply(&change);
            Ok::<_, Refusal>(change.sentence)
        };
        tick(&mut workspace, HandedVerdict::Continue).unwrap();
        let said = tick(&mut workspace, HandedVerdict::Retire).unwrap();
        assert_eq!(said, "mark “Failures” retire and remove its draft");
        assert_eq!(workspace.quarters[&key("2027-q2")].key_results().count(), 0);
        let said = tick(&mut workspace, HandedVerdict::Retire).unwrap();
        assert_eq!(said, "mark “Failures” retire", "there is no draft to remove");

        tick(&mut workspace, HandedVerdict::Continue).unwrap();
        let quarter = workspace.quarters.get_mut(&key("2027-q2")).unwrap();
        let carried = &mut quarter.objectives[0].key_results[0];
        carried.revisions = vec![Revision {
            date: today,
            reason: "committed".to_owned(),
            title: carried.title.clone(),
            measure: carried.measure.clone(),
            ambition: None,
        }];
        let refused = tick(&mut workspace, HandedVerdict::Retire).unwrap_err();
        assert!(refused.to_string().contains("committed"), "{refused}");
        assert_eq!(workspace.quarters[&key("2027-q2")].frame.handed[0].verdict, HandedVerdict::Continue);
    }

    #[test]
    fn key_results_of_one_id_that_two_teams_hand_over_both_go_on() {
        let mut workspace = workspace();
        let today = Cycle::calendar("2027-q2").unwrap().first;
        for name in ["checkout", "refunds"] {
            let id = TeamId::new(name).unwrap();
            let mut left = workspace.quarters[&key("2027-q1")].clone();
            left.key.team = id.clone();
            left.objectives[0].title = format!("Sign-in of {name}");
            workspace.quarters.insert(left.key.clone(), left);
            workspace.teams.insert(id.clone(), Team::named(id, name));
            let merged = (Turn::Merged, name, Some(today));
            workspace.apply(&record_was(&workspace, &key("2027-q1").team, merged, today).unwrap());
        }
        let points = ["checkout-failures", "failures", "refunds-failures", "checkout-failures"];
        for point in points.map(|point| LineId::new(point).unwrap()) {
            let change = Desk::at(&workspace, &key("2027-q2"), today)
                .unwrap()
                .tick(&point, HandedVerdict::Continue)
                .unwrap();
            workspace.apply(&change);
        }
        let quarter = &workspace.quarters[&key("2027-q2")];
        let carried: Vec<_> = quarter
            .key_results()
            .map(|(under, here)| (under.title.as_str(), here.id.as_str(), here.carried_from.as_deref()))
            .collect();
        assert_eq!(
            carried,
            [
                ("Sign-in of checkout", "failures", Some("checkout/2027-q1/failures")),
                ("Sign-in", "failures-2", Some("2027-q1/failures")),
                ("Sign-in of refunds", "refunds-failures", Some("refunds/2027-q1/failures")),
            ]
        );
        let desk = Desk::at(&workspace, &key("2027-q2"), today).unwrap();
        let own = LineId::new("failures").unwrap();
        assert_eq!(desk.goes_on_as(&own).map(|here| here.id.as_str()), Some("failures-2"));
    }
}
