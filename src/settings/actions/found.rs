//! The rows of what can be done while matches stand.

use super::Row;
use crate::words::actions::matches as acts;

/// What can be done while matches stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundAction {
    /// Goes to the next match.
    Next,
    /// Goes to the match before.
    Before,
}

/// The rows.
pub(super) const ACTIONS: &[Row<FoundAction>] = &[
    Row { id: "found.next", words: acts::NEXT, keys: &["n"], rank: 7, action: FoundAction::Next },
    Row { id: "found.before", words: acts::BEFORE, keys: &["N"], rank: 8, action: FoundAction::Before },
];
