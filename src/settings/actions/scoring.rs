//! The rows of the screen `scoring`.

use super::Row;
use crate::words::actions::scoring as acts;
use crate::words::scoring as words;

/// Its name on the tab.
pub const TITLE: &str = words::SCORING;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Scores the selected key result, or says what the set tells.
    Score,
    /// Takes the proposed score as it is.
    Take,
    /// Takes a score away again.
    Clear,
    /// Notes what the selected key result reads after its quarter.
    ReadLater,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "scoring.score", words: acts::SCORE, keys: &["enter", "e"], rank: 1, action: Action::Score },
    Row { id: "scoring.take", words: acts::TAKE, keys: &["a"], rank: 2, action: Action::Take },
    Row { id: "scoring.clear", words: acts::CLEAR, keys: &["d"], rank: 3, action: Action::Clear },
    Row { id: "scoring.later", words: acts::LATER, keys: &["L"], rank: 4, action: Action::ReadLater },
];
