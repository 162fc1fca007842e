//! What was believed on a day: a workspace without everything that is dated later. It comes from the dated records alone;
//! what has no date of its own (a title, a list) reads as it does today.

use super::day::Day;
use super::frame::Dropped;
use super::key_result::KeyResult;
use super::quarter::Quarter;
use super::workspace::Workspace;

impl Workspace {
    /// The workspace as it was on a day: later sittings, scores, notes, effort, commits, closes, drops and revisions are not
    /// there yet.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Self {
        let quarters = self.quarters.iter().map(|(key, quarter)| (key.clone(), quarter.as_of(day))).collect();
        Self { quarters, ..self.clone() }
    }
}

impl Quarter {
    /// The quarter as it was on a day.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Self {
        let mut then = self.clone();
        let frame = &mut then.frame;
        frame.committed = frame.committed.filter(|committed| *committed <= day);
        frame.closed = frame.closed.filter(|closed| *closed <= day);
        frame.overrides.retain(|gone| gone.date <= day);
        frame.waivers.retain(|_, waiver| waiver.date <= day);
        frame.answers.retain(|answer| answer.date.is_none_or(|date| date <= day));
        then.sittings.retain(|sitting| sitting.date <= day);
        then.scorings.retain(|_, scoring| scoring.decided.or(scoring.date).is_none_or(|date| date <= day));
        for scoring in then.scorings.values_mut() {
            scoring.later.retain(|later| later.date <= day);
        }
        then.notes.retain(|note| note.date <= day);
        then.efforts.retain(|effort| effort.date <= day);
        for objective in &mut then.objectives {
            objective.dropped = dropped_by(objective.dropped.take(), day);
            objective.waivers.retain(|_, waiver| waiver.date <= day);
            objective.title = objective.title_on(day).to_owned();
            objective.revisions.retain(|wording| wording.date <= day);
            objective.negotiations.retain(|negotiation| negotiation.date <= day);
            for key_result in &mut objective.key_results {
                revert(key_result, day);
            }
        }
        then
    }

    /// The days on which something was written down: those on which [`Quarter::as_of`] is another than the day before. In no
    /// order and some of them more than once.
    pub fn dated_days(&self) -> Vec<Day> {
        let frame = &self.frame;
        let mut days: Vec<Day> = frame.committed.into_iter().chain(frame.closed).collect();
        days.extend(frame.overrides.iter().map(|gone| gone.date));
        days.extend(frame.waivers.values().map(|waiver| waiver.date));
        days.extend(frame.answers.iter().filter_map(|answer| answer.date));
        days.extend(self.sittings.iter().map(|sitting| sitting.date));
        for scoring in self.scorings.values() {
            days.extend(scoring.decided.or(scoring.date));
            days.extend(scoring.later.iter().map(|later| later.date));
        }
        days.extend(self.notes.iter().map(|note| note.date));
        days.extend(self.efforts.iter().map(|effort| effort.date));
        for objective in &self.objectives {
            days.extend(objective.dropped.as_ref().map(|dropped| dropped.date));
            days.extend(objective.waivers.values().map(|waiver| waiver.date));
            days.extend(objective.revisions.iter().map(|wording| wording.date));
            days.extend(objective.negotiations.iter().map(|negotiation| negotiation.date));
        }
        for (_, key_result) in self.key_results() {
            days.extend(key_result.dropped.as_ref().map(|dropped| dropped.date));
            days.extend(key_result.waivers.values().map(|waiver| waiver.date));
            days.extend(key_result.revisions.iter().map(|revision| revision.date));
        }
        days
    }
}

fn dropped_by(dropped: Option<Dropped>, day: Day) -> Option<Dropped> {
    dropped.filter(|dropped| dropped.date <= day)
}

/// Takes back what changed about a key result after a day; the definition is that of its last revision by then, before the
/// commit the one that was committed.
fn revert(key_result: &mut KeyResult, day: Day) {
    key_result.dropped = dropped_by(key_result.dropped.take(), day);
    key_result.waivers.retain(|_, waiver| waiver.date <= day);
    key_result.ambition = key_result.ambition_on(day);
    if key_result.revisions.last().is_some_and(|last| last.date > day) {
        let stood = key_result.revisions.iter().rev().find(|revision| revision.date <= day);
        if let Some(stood) = stood.or(key_result.revisions.first()) {
            (key_result.title, key_result.measure) = (stood.title.clone(), stood.measure.clone());
        }
    }
    key_result.revisions.retain(|revision| revision.date <= day);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::Sitting;
    use crate::domain::dependency::{Answer, DependencyState};
    use crate::domain::frame::Frame;
    use crate::domain::id::{KeyResultId, LineId, ObjectiveId, SittingId};
    use crate::domain::key_result::Revision;
    use crate::domain::objective::{Asker, Negotiation, Objective};
    use crate::domain::quarter::QuarterKey;
    use crate::domain::scoring::Scoring;

    fn day(month: u32, day: u32) -> Day {
        Day::new(2027, month, day).unwrap()
    }

    /// A key result that was committed with a target of 10, revised to 20 on 12 February, and dropped on 12 March.
    fn quarter() -> Quarter {
        let key: QuarterKey = "a/2027-q1".parse().unwrap();
        let frame = Frame { committed: Some(day(1, 4)), closed: Some(day(4, 1)), ..Frame::default() };
        let mut key_result = KeyResult::draft(KeyResultId::new("a").unwrap(), "to 20", 10);
        key_result.measure.target = Some(20.into());
        let mut first = key_result.measure.clone();
        first.target = Some(10.into());
        let revision = |date, title: &str, measure| Revision {
            date,
            reason: "x".to_owned(),
            title: title.to_owned(),
            measure,
            ambition: None,
        };
        key_result.revisions = vec![
            revision(day(1, 4), "to 10", first),
            revision(day(2, 12), "to 20", key_result.measure.clone()),
        ];
        key_result.dropped = Some(Dropped { date: day(3, 12), reason: "y".to_owned() });
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "O", 10);
        objective.key_results.push(key_result);
        let sitting = |date: Day| Sitting::new(SittingId::new(format!("{date}-abcdef")).unwrap(), date);
        let sittings = vec![sitting(day(1, 15)), sitting(day(2, 26))];
        Quarter { objectives: vec![objective], sittings: sittings.into(), ..Quarter::new(key, frame) }
    }

    #[test]
    fn what_is_dated_later_is_not_there_yet() {
        let seen = |on: Day| {
            let then = quarter().as_of(on);
            let key_result = &then.objectives[0].key_results[0];
            let target = key_result.measure.target.map(|target| target.to_string()).unwrap_or_default();
            (
                then.frame.committed.is_some(),
                then.sittings.len(),
                target,
                key_result.dropped.is_some(),
                then.frame.closed.is_some(),
            )
        };
        assert_eq!(seen(day(1, 3)), (false, 0, "10".to_owned(), false, false));
        assert_eq!(seen(day(1, 31)), (true, 1, "10".to_owned(), false, false));
        assert_eq!(seen(day(2, 12)), (true, 1, "20".to_owned(), false, false));
        assert_eq!(seen(day(3, 12)), (true, 2, "20".to_owned(), true, false));
        assert_eq!(quarter().as_of(day(4, 1)), quarter());
    }

    #[test]
    fn what_was_answered_and_negotiated_is_there_from_its_day_on() {
        let mut quarter = quarter();
        let id = LineId::new("one").unwrap();
        quarter.frame.answers.push(Answer {
            id: id.clone(),
            asked: "b/2027-q1/c/d".to_owned(),
            state: DependencyState::Agreed,
            says: None,
            by: None,
            date: Some(day(2, 1)),
        });
        let asked = "cover checkout too".to_owned();
        let negotiation = Negotiation { id, asked, from: Asker::Above, date: day(2, 3), outcome: None };
        quarter.objectives[0].negotiations.push(negotiation);
        let seen = |on: Day| {
            let then = quarter.as_of(on);
            (then.frame.answers.len(), then.objectives[0].negotiations.len())
        };
        assert_eq!([seen(day(1, 31)), seen(day(2, 2)), seen(day(2, 3))], [(0, 0), (1, 0), (1, 1)]);
        assert!([day(2, 1), day(2, 3)].iter().all(|day| quarter.dated_days().contains(day)));
    }

    #[test]
    fn a_score_is_there_from_the_day_it_was_given_on_and_not_from_that_of_its_reading() {
        let mut quarter = quarter();
        let id = KeyResultId::new("a").unwrap();
        let scoring =
            Scoring { date: Some(day(1, 29)), decided: Some(day(3, 29)), ..Scoring::of(id.clone()) };
        quarter.scorings.insert(id, scoring);
        let scored = |on| quarter.as_of(on).scorings.len();
        assert_eq!((scored(day(2, 1)), scored(day(3, 28)), scored(day(3, 29))), (0, 0, 1));
    }
}
