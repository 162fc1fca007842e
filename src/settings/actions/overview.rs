//! The rows of the screen `overview`.

use super::Row;
use crate::words::actions::overview as acts;
use crate::words::overview as words;

/// Its name on the tab.
pub const TITLE: &str = words::OVERVIEW;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Opens what is selected.
    Open,
    /// Adds a quarter, a team or effort.
    New,
    /// Changes the team, the days, the settings, or an entry of the ledger.
    Change,
    /// Takes an entry off the ledger.
    Remove,
    /// Opens the map.
    Map,
}

/// The rows.
pub const ACTIONS: &[Row<Action>] = &[
    Row { id: "overview.open", words: acts::OPEN, keys: &["enter"], rank: 1, action: Action::Open },
    Row { id: "overview.new", words: acts::NEW, keys: &["n"], rank: 2, action: Action::New },
    Row { id: "overview.change", words: acts::CHANGE, keys: &["e"], rank: 3, action: Action::Change },
    Row { id: "overview.remove", words: acts::REMOVE, keys: &["d"], rank: 4, action: Action::Remove },
    Row { id: "overview.map", words: acts::MAP, keys: &["m"], rank: 5, action: Action::Map },
];
