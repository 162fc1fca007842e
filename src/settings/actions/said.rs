//! The rows of what can be done about what was said just now.

use super::Row;
use crate::words::actions::said as acts;

/// What can be done about what was said just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidAction {
    /// Opens the form again that was left.
    Reopen,
    /// Drops what was typed in it.
    Drop,
    /// Says all there is about an error.
    Details,
}

/// The rows.
pub(super) const ACTIONS: &[Row<SaidAction>] = &[
    Row { id: "said.reopen", words: acts::REOPEN, keys: &["enter"], rank: 1, action: SaidAction::Reopen },
    Row { id: "said.drop", words: acts::DROP, keys: &["d"], rank: 1, action: SaidAction::Drop },
    Row { id: "said.details", words: acts::DETAILS, keys: &["x"], rank: 9, action: SaidAction::Details },
];
