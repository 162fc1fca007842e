//! Which key results a record speaks of: what was said, scored or judged needs what it is about.

use super::change::Record;
use super::check_in::Sitting;
use super::id::KeyResultId;

impl Sitting {
    /// The key results it speaks of, in its entries and its actions.
    pub fn key_results(&self) -> impl Iterator<Item = &KeyResultId> {
        let acted = self.actions.iter().filter_map(|action| action.key_result.as_ref());
        self.check_ins.iter().map(|entry| &entry.key_result).chain(acted)
    }
}

impl Record {
    /// The key results that are spoken of in it; none where it is none of a sitting, a score or a note.
    #[must_use]
    pub fn speaks_of(&self) -> Vec<&KeyResultId> {
        match self {
            Self::Sitting(sitting) => sitting.key_results().collect(),
            Self::Scoring(scoring) => vec![&scoring.key_result],
            Self::Note(note) => note.key_result.iter().collect(),
            Self::Settings(_)
            | Self::Steps(_)
            | Self::Team(_)
            | Self::Cycle(_)
            | Self::Frame(_)
            | Self::Objective(_)
            | Self::KeyResult(_)
            | Self::Effort(_) => Vec::new(),
        }
    }
}
