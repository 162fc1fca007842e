//! "How often did we reach such targets before?": the outside view of the opening vote (SET-13), from the team's own closed
//! quarters and those of teams that were merged into it; per team, never per person. With fewer outcomes than a sentence
//! of calibration needs it is silent, as a rate of three of four would say more than anybody knows.

use super::calibration::SENTENCE_FROM;
use super::texts::{self, Line, fill};
use crate::domain::key_result::{Ambition, KeyResult};
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::workspace::Workspace;

/// How targets of one ambition came out before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// How many have an outcome.
    pub n: usize,
    /// How many of them were reached in full.
    pub reached: usize,
    /// In how many quarters.
    pub quarters: usize,
}

/// How targets of this ambition came out in the quarters that were closed before this one began.
pub fn before(workspace: &Workspace, key: &QuarterKey, ambition: Ambition) -> Before {
    let mut before = Before::default();
    for (quarter, _) in workspace.closed_before(key) {
        let is_such = |kr: &&KeyResult| kr.is_committed() && kr.committed_ambition() == ambition;
        let such = quarter.live_key_results().map(|(_, key_result)| key_result).filter(is_such);
        let outcomes: Vec<bool> = such.filter_map(|key_result| quarter.is_reached(key_result)).collect();
        before.n += outcomes.len();
        before.reached += outcomes.iter().filter(|reached| **reached).count();
        before.quarters += usize::from(!outcomes.is_empty());
    }
    before
}

impl Before {
    /// The answer in a sentence; none under ten outcomes.
    pub fn sentence(&self, ambition: Ambition) -> Option<String> {
        let line = match ambition {
            Ambition::Stretch => Line::BeforeStretch,
            Ambition::Committed => Line::BeforeCommitted,
        };
        let values = [self.reached, self.n, self.quarters].map(|number| number.to_string());
        let [reached, n, quarters] = values.each_ref().map(String::as_str);
        let says = || fill(texts::line(line), &[("reached", reached), ("n", n), ("quarters", quarters)]);
        (self.n >= SENTENCE_FROM).then(says)
    }
}

/// What the room is told before it votes on a key result: how often such targets were reached, and how this very measure
/// came out before; `to` stands between baseline and target.
pub fn lines(workspace: &Workspace, key: &QuarterKey, key_result: &KeyResult, to: &str) -> Vec<String> {
    let rate = before(workspace, key, key_result.ambition).sentence(key_result.ambition);
    let same = workspace.closed_before(key).into_iter().rev().flat_map(|(quarter, cycle)| {
        let same =
            quarter.live_key_results().filter(|(_, other)| key_result.measure.reads_as(&other.measure));
        same.filter_map(|(_, other)| came_out(quarter, other, (&cycle.label, to))).collect::<Vec<_>>()
    });
    rate.into_iter().chain(same.take(MOST_SAME)).collect()
}

/// How many earlier quarters of the same measure are named.
const MOST_SAME: usize = 3;

fn came_out(quarter: &Quarter, key_result: &KeyResult, (cycle, to): (&str, &str)) -> Option<String> {
    let score = quarter.outcome(key_result).score()?;
    let (movement, score) = (key_result.committed_measure().movement(to), score.to_string());
    let values = [("cycle", cycle), ("movement", movement.as_str()), ("score", score.as_str())];
    Some(fill(texts::line(Line::BeforeSame), &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::frame::Frame;
    use crate::domain::id::{KeyResultId, ObjectiveId};
    use crate::domain::key_result::Revision;
    use crate::domain::objective::Objective;
    use crate::domain::score::Score;
    use crate::domain::scoring::Scoring;

    fn key(cycle: &str) -> QuarterKey {
        format!("t/{cycle}").parse().unwrap()
    }

    /// A quarter with so many key results, of which the first so many came out at 1.0.
    fn put(workspace: &mut Workspace, text: &str, (n, reached): (usize, usize), is_closed: bool) {
        let cycle = Cycle::calendar(text).unwrap();
        let closed = is_closed.then_some(cycle.last);
        let frame = Frame { committed: Some(cycle.first), closed, ..Frame::default() };
        let mut quarter = Quarter::new(key(text), frame);
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        for at in 0..n {
            let id = KeyResultId::new(format!("kr-{at}")).unwrap();
            let mut key_result = KeyResult::draft(id.clone(), "kr", 10);
            key_result.measure.metric = Some(format!("Metric {at}"));
            let revision = Revision {
                date: cycle.first,
                reason: "committed".to_owned(),
                title: "kr".to_owned(),
                measure: key_result.measure.clone(),
                ambition: None,
            };
            key_result.revisions.push(revision);
            objective.key_results.push(key_result);
            let score = Score::from_tenths(if at < reached { 10 } else { 4 });
            quarter.scorings.insert(id.clone(), Scoring { score, ..Scoring::of(id) });
        }
        quarter.objectives.push(objective);
        workspace.cycles.insert(cycle.id.clone(), cycle);
        workspace.quarters.insert(key(text), quarter);
    }

    fn workspace(first: (usize, usize), second: (usize, usize)) -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, "2026-q3", first, true);
        put(&mut workspace, "2026-q4", second, true);
        put(&mut workspace, "2027-q1", (3, 3), false);
        workspace
    }

    #[test]
    fn the_rate_is_silent_under_ten_outcomes_and_counts_closed_quarters_only() {
        let few = workspace((4, 2), (5, 1));
        assert_eq!(
            before(&few, &key("2027-q1"), Ambition::Stretch),
            Before { n: 9, reached: 3, quarters: 2 }
        );
        assert_eq!(before(&few, &key("2027-q1"), Ambition::Stretch).sentence(Ambition::Stretch), None);
        let enough = workspace((4, 2), (6, 1));
        let says = before(&enough, &key("2027-q1"), Ambition::Stretch).sentence(Ambition::Stretch);
        assert_eq!(
            says.as_deref(),
            Some("Before: 3 of 10 stretch targets were reached in full (n 10, 2 quarters).")
        );
        assert_eq!(before(&enough, &key("2027-q1"), Ambition::Committed), Before::default());
        assert_eq!(before(&enough, &key("2026-q4"), Ambition::Stretch).n, 4, "what came after is not before");
    }

    #[test]
    fn the_same_measure_is_named_with_what_came_of_it() {
        let workspace = workspace((1, 0), (1, 1));
        let mut key_result = KeyResult::draft(KeyResultId::new("new").unwrap(), "new", 10);
        key_result.measure.metric = Some("metric 0 ".to_owned());
        let said = lines(&workspace, &key("2027-q1"), &key_result, "->");
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(
            said[0].starts_with("This measure in 2026-Q4: ") && said[0].ends_with(", score 1.0"),
            "{said:?}"
        );
        assert!(said[1].ends_with(", score 0.4"), "{said:?}");
    }
}
