//! The rows of what can be done in any list.

use super::Row;
use crate::words::actions::lists as acts;

/// What can be done in any list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListAction {
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Half a page down.
    PageDown,
    /// Half a page up.
    PageUp,
    /// Back from the detail.
    Back,
    /// Into the detail.
    Into,
    /// From the list to the detail, or back.
    Turn,
    /// Asks in which order the key results stand.
    Sort,
    /// Asks what of the row is copied.
    Copy,
    /// Marks the row, or takes its mark away.
    Mark,
    /// Gives the row another name.
    Rename,
    /// Opens the file of the row in the editor.
    Editor,
}

impl ListAction {
    /// Whether it moves in the list; that there is nowhere to go needs no words.
    #[must_use]
    pub fn moves(self) -> bool {
        !matches!(self, Self::Sort | Self::Copy | Self::Mark | Self::Rename | Self::Editor)
    }
}

/// The rows of the list.
pub(super) const ACTIONS: &[Row<ListAction>] = &[
    Row { id: "list.down", words: acts::DOWN, keys: &["j", "down"], rank: 0, action: ListAction::Down },
    Row { id: "list.up", words: acts::UP, keys: &["k", "up"], rank: 0, action: ListAction::Up },
    Row { id: "list.first", words: acts::FIRST, keys: &["g g", "home"], rank: 0, action: ListAction::First },
    Row { id: "list.last", words: acts::LAST, keys: &["G", "end"], rank: 0, action: ListAction::Last },
    Row {
        id: "list.page_down",
        words: acts::PAGE_DOWN,
        keys: &["ctrl-d", "pgdn"],
        rank: 0,
        action: ListAction::PageDown,
    },
    Row {
        id: "list.page_up",
        words: acts::PAGE_UP,
        keys: &["ctrl-u", "pgup"],
        rank: 0,
        action: ListAction::PageUp,
    },
    Row { id: "list.into", words: acts::INTO, keys: &["l", "right"], rank: 0, action: ListAction::Into },
    Row { id: "list.back", words: acts::BACK, keys: &["h", "left"], rank: 0, action: ListAction::Back },
    Row {
        id: "list.pane",
        words: acts::PANE,
        keys: &["tab", "shift-tab"],
        rank: 16,
        action: ListAction::Turn,
    },
    Row { id: "list.sort", words: acts::SORT, keys: &["s"], rank: 32, action: ListAction::Sort },
    Row { id: "list.copy", words: acts::COPY, keys: &["y"], rank: 33, action: ListAction::Copy },
    Row { id: "list.mark", words: acts::MARK, keys: &["space"], rank: 34, action: ListAction::Mark },
    Row { id: "list.rename", words: acts::RENAME, keys: &["r"], rank: 35, action: ListAction::Rename },
    Row { id: "list.editor", words: acts::EDITOR, keys: &["E"], rank: 36, action: ListAction::Editor },
];
