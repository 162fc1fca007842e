//! The watch list: key results whose effect comes after their quarter; their score stands.

use crate::domain::cycle::Cycle;
use crate::domain::id::{KeyResultId, TeamId};
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::workspace::Workspace;

/// The keys without which, in its own file or in that of its score, no key result is watched.
pub const KEYS: [&str; 2] = ["effect_quarter", "reads_later"];

/// A key result of an earlier quarter that is still read once in each following one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// The quarter it was scored in; that of a team which was merged into this one, too.
    pub key: QuarterKey,
    /// Which key result.
    pub key_result: KeyResultId,
    /// What it is called.
    pub name: String,
    /// The cycle in which its effect is expected: `2027-q2`.
    pub effect_quarter: String,
    /// Whether it has been read in the quarter that looks at it.
    pub is_read: bool,
}

/// What a team watches in a cycle: one later reading is asked for up to the effect quarter plus one. The cycle need not be
/// open yet.
#[must_use]
pub fn watch_list(workspace: &Workspace, team: &TeamId, now: &Cycle) -> Vec<Watched> {
    let earlier = workspace.past_of(team).into_iter().filter(|(_, cycle)| cycle.first < now.first);
    earlier.flat_map(|(quarter, cycle)| watched(quarter, cycle, now)).collect()
}

fn watched(quarter: &Quarter, cycle: &Cycle, now: &Cycle) -> Vec<Watched> {
    let late = quarter.live_key_results().filter_map(|(_, key_result)| {
        let scoring = quarter.scorings.get(&key_result.id);
        let reads_later = scoring.and_then(|scoring| scoring.reads_later.clone());
        let pays_back = key_result.pays_back_after(cycle);
        let effect_quarter =
            reads_later.or_else(|| key_result.effect_quarter.clone().filter(|_| pays_back))?;
        let is_read =
            scoring.is_some_and(|scoring| scoring.later.iter().any(|later| now.contains(later.date)));
        Some(Watched {
            key: quarter.key.clone(),
            key_result: key_result.id.clone(),
            name: key_result.name().to_owned(),
            effect_quarter,
            is_read,
        })
    });
    late.filter(|watched| is_watched_in(&watched.effect_quarter, now)).collect()
}

fn is_watched_in(effect_quarter: &str, now: &Cycle) -> bool {
    let one_more = Cycle::calendar(effect_quarter).and_then(|effect| Cycle::after(effect.first));
    one_more.is_some_and(|last| now.first <= last.last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::Frame;
    use crate::domain::id::{CycleId, ObjectiveId};
    use crate::domain::key_result::KeyResult;
    use crate::domain::objective::Objective;
    use crate::domain::scoring::{LaterReading, Scoring};

    fn workspace() -> (Workspace, QuarterKey) {
        let mut workspace = Workspace::default();
        let team = TeamId::new("t").unwrap();
        let key = |cycle: &str| QuarterKey { team: team.clone(), cycle: CycleId::new(cycle).unwrap() };
        for text in ["2026-q4", "2027-q1", "2027-q2", "2027-q3", "2027-q4"] {
            let cycle = Cycle::calendar(text).unwrap();
            workspace.cycles.insert(cycle.id.clone(), cycle);
            workspace.quarters.insert(key(text), Quarter::new(key(text), Frame::default()));
        }
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        let mut late = KeyResult::draft(KeyResultId::new("late").unwrap(), "late", 10);
        late.effect_quarter = Some("2027-q2".to_owned());
        objective.key_results.push(late);
        workspace.quarters.get_mut(&key("2026-q4")).unwrap().objectives.push(objective);
        (workspace, key("2026-q4"))
    }

    #[test]
    fn a_late_effect_is_watched_until_one_quarter_after_it() {
        let (mut workspace, first) = workspace();
        let watched = |workspace: &Workspace, cycle: &str| {
            watch_list(workspace, &first.team, &workspace.cycles[&CycleId::new(cycle).unwrap()])
        };
        assert_eq!(watched(&workspace, "2026-q4"), []);
        for cycle in ["2027-q1", "2027-q2", "2027-q3"] {
            let found = watched(&workspace, cycle);
            assert_eq!((found.len(), found[0].is_read), (1, false), "{cycle}");
        }
        assert_eq!(watched(&workspace, "2027-q4"), []);
        let id = KeyResultId::new("late").unwrap();
        let mut scoring = Scoring::of(id.clone());
        let date = workspace.cycles[&CycleId::new("2027-q1").unwrap()].first;
        scoring.later.push(LaterReading { date, reading: 1.into() });
        workspace.quarters.get_mut(&first).unwrap().scorings.insert(id, scoring);
        assert!(watched(&workspace, "2027-q1")[0].is_read);
        assert!(!watched(&workspace, "2027-q2")[0].is_read);
    }
}
