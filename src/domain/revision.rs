//! What the revisions of a key result say: what each made of the measure, and what was expected when (MID-3).

use super::day::Day;
use super::key_result::{Ambition, KeyResult, Revision};
use super::word::word;
use crate::words::anywhere;

impl Ambition {
    fn other(self) -> Self {
        match self {
            Self::Stretch => Self::Committed,
            Self::Committed => Self::Stretch,
        }
    }
}

impl Revision {
    /// What this revision made of the measure of the one before it, and of what is expected.
    pub fn movement_since(&self, before: &Self, arrow: &str, today: Day) -> String {
        let movement = self.measure.movement_since(&before.measure, arrow, today);
        match &self.ambition {
            Some(ambition) => format!("{movement}, {}", anywhere::ambition(word(ambition))),
            None => movement,
        }
    }
}

impl KeyResult {
    /// What its measure is by now, where a revision made it another than was committed: "18 min → 8 min, by 15 Mar". What is
    /// read, believed and scored is held against what was committed (MID-3).
    pub fn revised_to(&self, arrow: &str, today: Day) -> Option<String> {
        let committed = self.committed_measure();
        let now = self.measure.movement_since(committed, arrow, today);
        (now != committed.movement(arrow)).then_some(now)
    }

    /// What was expected as it was committed, which its score is held against; the draft's own before.
    pub fn committed_ambition(&self) -> Ambition {
        let changed = self.revisions.iter().find_map(|revision| revision.ambition);
        changed.map_or(self.ambition, Ambition::other)
    }

    /// What was expected on a day.
    pub fn ambition_on(&self, day: Day) -> Ambition {
        let by_then = self.revisions.iter().rev().filter(|revision| revision.date <= day);
        by_then.clone().find_map(|revision| revision.ambition).unwrap_or_else(|| self.committed_ambition())
    }
}
