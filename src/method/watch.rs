//! The watch list: key results whose effect comes after their quarter; their score stands.

use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::TeamId;
use crate::domain::quarter::{KeyResultKey, Quarter};
use crate::domain::workspace::Workspace;

/// The keys without which, in its own file or in that of its score, no key result is watched.
pub const KEYS: [&str; 2] = ["effect_quarter", "reads_later"];

/// A key result of an earlier quarter that is still read once in each following one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Which one, in the quarter it was scored in; that of a team which was merged into this one, too.
    pub key: KeyResultKey,
    /// What it is called.
    pub name: String,
    /// What the cycle in which its effect is expected is called: `2027-Q2`.
    pub effect_quarter: String,
    /// Whether it has been read in the quarter that looks at it.
    pub is_read: bool,
    /// The first day on which it is read for that quarter; none while its own is not scored.
    pub from: Option<Day>,
}

impl Watched {
    /// Whether its reading is asked for on a day.
    pub fn is_asked(&self, today: Day) -> bool {
        !self.is_read && self.from.is_some_and(|from| from <= today)
    }
}

/// What a team watches in a cycle: one later reading is asked for up to the effect quarter plus one. The cycle need not be
/// open yet.
pub fn watch_list(workspace: &Workspace, team: &TeamId, now: &Cycle) -> Vec<Watched> {
    let earlier = workspace.past_of(team).into_iter().filter(|(_, cycle)| cycle.first < now.first);
    earlier.flat_map(|(quarter, cycle)| watched(workspace, (quarter, cycle), now)).collect()
}

fn watched(workspace: &Workspace, (quarter, cycle): (&Quarter, &Cycle), now: &Cycle) -> Vec<Watched> {
    let team = &quarter.key.team;
    let late = quarter.live_key_results().filter_map(|(_, key_result)| {
        let scoring = quarter.scorings.get(&key_result.id);
        let reads_later = scoring.and_then(|scoring| scoring.reads_later.clone());
        let pays_back = workspace.pays_back_after(team, cycle, key_result);
        let effect_quarter =
            reads_later.or_else(|| key_result.effect_quarter.clone().filter(|_| pays_back))?;
        let effect_quarter = workspace.cycle_label(team, &effect_quarter);
        let is_read =
            scoring.is_some_and(|scoring| scoring.later.iter().any(|later| now.contains(later.date)));
        Some(Watched {
            key: quarter.key_of(key_result),
            name: key_result.name().to_owned(),
            effect_quarter,
            is_read,
            from: scoring.map(|_| now.first.max(cycle.last.plus(1))),
        })
    });
    late.filter(|watched| is_watched_in(workspace, watched, now)).collect()
}

/// Up to the cycle that comes after that of the effect, as the team's cycles follow each other.
fn is_watched_in(workspace: &Workspace, watched: &Watched, now: &Cycle) -> bool {
    let series = workspace.series(Some(&watched.key.quarter.team));
    let effect = series.meant(&watched.effect_quarter);
    let one_more = effect.and_then(|effect| series.after(&effect));
    one_more.is_some_and(|last| now.first <= last.last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::Frame;
    use crate::domain::id::{CycleId, KeyResultId, ObjectiveId};
    use crate::domain::key_result::KeyResult;
    use crate::domain::objective::Objective;
    use crate::domain::quarter::QuarterKey;
    use crate::domain::scoring::{LaterReading, Scoring};

    fn workspace() -> (Workspace, QuarterKey) {
        let cycles = ["2026-q4", "2027-q1", "2027-q2", "2027-q3", "2027-q4"];
        of(cycles.map(|text| Cycle::calendar(text).unwrap()))
    }

    /// A team with these cycles, and in the first a key result with its effect in 2027-q2.
    fn of(cycles: impl IntoIterator<Item = Cycle>) -> (Workspace, QuarterKey) {
        let mut workspace = Workspace::default();
        let team = TeamId::new("t").unwrap();
        let mut keys = Vec::new();
        for cycle in cycles {
            let key = QuarterKey { team: team.clone(), cycle: cycle.id.clone() };
            workspace.cycles.insert(cycle.id.clone(), cycle);
            workspace.quarters.insert(key.clone(), Quarter::new(key.clone(), Frame::default()));
            keys.push(key);
        }
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        let mut late = KeyResult::draft(KeyResultId::new("late").unwrap(), "late", 10);
        late.effect_quarter = Some("2027-q2".to_owned());
        objective.key_results.push(late);
        workspace.quarters.get_mut(&keys[0]).unwrap().objectives.push(objective);
        (workspace, keys[0].clone())
    }

    fn cycle(label: &str, first: (i32, u32), months: i64) -> Cycle {
        let first = Day::new(first.0, first.1, 1).unwrap();
        let last = first.plus_months(months).unwrap().plus(-1);
        let id = CycleId::new(label.to_lowercase()).unwrap();
        Cycle { id, label: label.to_owned(), first, last, kick_off: None, is_unread: false }
    }

    fn watched_in(workspace: &Workspace, key: &QuarterKey) -> Vec<String> {
        let all = workspace.quarters_of(&key.team).filter(|(_, cycle)| {
            watch_list(workspace, &key.team, cycle).iter().any(|watched| watched.key.quarter == *key)
        });
        all.map(|(_, cycle)| cycle.label.clone()).collect()
    }

    #[test]
    fn the_quarter_of_the_effect_is_one_of_the_teams_own_cycles() {
        let fiscal = |label, year, month| cycle(label, (year, month), 3);
        let (workspace, first) = of([
            fiscal("2027-Q1", 2026, 10),
            fiscal("2027-Q2", 2027, 1),
            fiscal("2027-Q3", 2027, 4),
            fiscal("2027-Q4", 2027, 7),
        ]);
        assert_eq!(watched_in(&workspace, &first), ["2027-Q2", "2027-Q3"]);
        let (workspace, first) =
            of([fiscal("2026-Q4", 2027, 1), fiscal("2027-Q1", 2027, 4), fiscal("2027-Q2", 2027, 7)]);
        assert_eq!(watched_in(&workspace, &first), ["2027-Q1", "2027-Q2"]);
        let (mut workspace, first) = of([
            cycle("2027-H1", (2027, 1), 6),
            cycle("2027-H2", (2027, 7), 6),
            cycle("2028-H1", (2028, 1), 6),
            cycle("2028-H2", (2028, 7), 6),
        ]);
        assert!(watched_in(&workspace, &first).is_empty(), "2027-q2 is over when the half-year is");
        let quarter = workspace.quarters.get_mut(&first).unwrap();
        quarter.objectives[0].key_results[0].effect_quarter = Some("2027-h2".to_owned());
        assert_eq!(watched_in(&workspace, &first), ["2027-H2", "2028-H1"]);
        let (mut workspace, first) = of([
            cycle("Winter", (2027, 1), 2),
            cycle("Spring", (2027, 3), 3),
            cycle("Summer", (2027, 6), 3),
            cycle("Autumn", (2027, 9), 3),
        ]);
        let quarter = workspace.quarters.get_mut(&first).unwrap();
        quarter.objectives[0].key_results[0].effect_quarter = Some("spring".to_owned());
        assert_eq!(watched_in(&workspace, &first), ["Spring", "Summer"]);
    }

    #[test]
    fn a_reading_is_asked_for_once_its_own_quarter_is_scored_and_the_one_that_asks_has_begun() {
        let (mut workspace, first) = workspace();
        let next = Cycle::calendar("2027-q1").unwrap();
        let asked =
            |workspace: &Workspace, today| watch_list(workspace, &first.team, &next)[0].is_asked(today);
        assert!(!asked(&workspace, next.first), "it is not scored");
        let id = KeyResultId::new("late").unwrap();
        let quarter = workspace.quarters.get_mut(&first).unwrap();
        quarter.scorings.insert(id.clone(), Scoring::of(id));
        assert!(!asked(&workspace, next.first.plus(-1)), "it has not begun");
        assert!(asked(&workspace, next.first));
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
